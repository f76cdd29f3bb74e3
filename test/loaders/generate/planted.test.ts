import {afterAll, beforeAll, expect, test} from "vitest";
import {plantedRelations} from "../../../loaders/generate/index.js";
import {makeShop, purchases} from "./shop.js";
import type {Shop} from "./shop.js";

let shop: Shop;
beforeAll(async () => {
  shop = await makeShop(0.5);
  await shop.rows(purchases);
});
afterAll(() => shop.remove());

const of = (value: string, where = "true") => `SELECT ${value} FROM purchases WHERE ${where}`;
const share = (where: string) => `avg(late::INTEGER) FILTER (${where})`;
const southern = "state IN ('SP', 'RJ', 'MG', 'ES', 'PR', 'SC', 'RS', 'DF', 'GO', 'MT', 'MS')";
const northEast = "state IN ('AL', 'BA', 'CE', 'MA', 'PB', 'PE', 'PI', 'RN', 'SE')";
const crowded = "strftime(purchased, '%Y-%m') IN ('2017-11', '2018-02', '2018-03')";

/** How each planted relation is measured. */
const measures: Record<string, string> = {
  "late-score": of("avg(score) FILTER (late_day) - avg(score) FILTER (NOT late_day)"),
  "score-repeat": `SELECT avg(again) FILTER (score = 5) / avg(again) FILTER (score < 3) FROM
    (SELECT min_by(score, purchased) AS score, (max(purchased::DATE) > min(purchased::DATE))::INTEGER AS again
     FROM purchases GROUP BY person)`,
  "category-repeat": `SELECT avg(again) FILTER (category IN ('fashion_bolsas_e_acessorios', 'moveis_decoracao', 'cama_mesa_banho'))
    / avg(again) FILTER (category IN ('eletronicos', 'relogios_presentes', 'cool_stuff')) FROM
    (SELECT min_by(category, purchased) AS category, (count(*) > 1)::INTEGER AS again FROM purchases GROUP BY person)`,
  "distance-days": `WITH place AS (SELECT geolocation_zip_code_prefix AS zip, radians(median(geolocation_lat)) AS lat,
      radians(median(geolocation_lng)) AS lng FROM geolocation GROUP BY 1)
    SELECT corr(ln(20 + 6371 * acos(least(1, sin(a.lat) * sin(b.lat) + cos(a.lat) * cos(b.lat) * cos(a.lng - b.lng)))),
      ln(days)) FROM purchases JOIN sellers ON seller = seller_id
    JOIN place AS a ON a.zip = purchases.zip JOIN place AS b ON b.zip = seller_zip_code_prefix WHERE days > 0`,
  "promise-late": `SELECT regr_slope(y, x) FROM (SELECT ln(promised) - avg(ln(promised)) OVER cell AS x,
      ln(days / promised) - avg(ln(days / promised)) OVER cell AS y FROM purchases WHERE days > 0
      WINDOW cell AS (PARTITION BY state, date_trunc('month', purchased)))`,
  "region-late": of(`${share(northEast)} / ${share("state = 'SP'")}`),
  "season-late": of(`${share(crowded)} / ${share(`NOT ${crowded}`)}`),
  "seller-late": `WITH s AS (SELECT seller, avg(late::INTEGER) AS share, count(*) AS n FROM purchases
    WHERE late IS NOT NULL GROUP BY seller HAVING count(*) >= 30)
    SELECT avg(share) FILTER (share >= (SELECT quantile_cont(share, .95) FROM s)) / median(share) FROM s`,
  "value-installments": `SELECT corr(a, b) FROM (SELECT rank() OVER (ORDER BY payment_value) AS a,
    rank() OVER (ORDER BY payment_installments) AS b FROM payments WHERE payment_type = 'credit_card')`,
  "state-freight": of(
    `avg(freight / items) FILTER (NOT ${southern}) / avg(freight / items) FILTER (state = 'SP')`,
    "items > 0"
  ),
  "weight-freight":
    "SELECT corr(freight_value, product_weight_g) FROM items JOIN products USING (product_id)",
  "basket-score": of(
    "avg(score) FILTER (items > 1) - avg(score) FILTER (items = 1)",
    "order_status = 'delivered'"
  )
};

test("every planted relation is measured", () => {
  expect(plantedRelations.map(({name}) => name).sort()).toEqual(Object.keys(measures).sort());
  for (const {direction, measure, strength} of plantedRelations) {
    const more = measure.startsWith("ratio") ? strength > 1 : strength > 0;
    expect(more).toBe(direction === "more");
  }
});

test.each(Object.entries(measures))("planted: %s is found, about as strong as said", async (name, sql) => {
  const strength = plantedRelations.find((relation) => relation.name === name)?.strength ?? NaN;
  const found = await shop.value(sql);
  expect(Math.abs(found - strength), `${found} against ${strength}`).toBeLessThan(0.3 * Math.abs(strength));
});
