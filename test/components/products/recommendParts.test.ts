// @vitest-environment jsdom
import {expect, it, vi} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {forCustomer} from "../../../lib/recommend/forCustomer.js";
import {fitShopModels} from "../../../lib/recommend/shopModels.js";
import {similarItems} from "../../../lib/recommend/similarItems.js";
import {
  customerAsked,
  customerPart,
  customerSearch,
  similarPart
} from "../../../src/components/products/recommend/customer.js";
import {linesOf, settings, smallShop} from "../../lib/recommend/shop.js";

const hostile = '<img src=x onerror="alert(1)">';
const rows = smallShop(2).map((row) => ({
  ...row,
  city: row.customer === 0 ? hostile : "são paulo",
  category: row.product % 2 ? hostile : "=cmd()"
}));
const lines = linesOf(rows);
const fitted = finish(fitShopModels(lines, {level: "product", mergeDays: false, settings, factors: false}));
if (!fitted.ok) throw new Error(fitted.message);
const models = fitted.value;

it("a customer's part shows purchases and every model's list, names as text", () => {
  const found = forCustomer(lines, models, 0, {count: 5, filterBought: true});
  const part = customerPart({...found, milliseconds: 3}, "product");
  expect(part.querySelectorAll(".recommended section")).toHaveLength(models.models.size);
  expect(part.querySelectorAll(".recommended li")).toHaveLength(5 * models.models.size);
  expect(part.querySelector("img, script")).toBeNull();
  expect(part.textContent).toContain(hostile);
  const similar = similarPart(similarItems(lines, models, 0, {count: 5, shrinkage: 1}), "product");
  expect(similar.querySelector("img, script")).toBeNull();
});

it("customers are found and chosen; one who is not there is told what to do", async () => {
  const choose = vi.fn();
  const search = {state: "all", city: "", segment: "all"};
  const list = customerSearch(Promise.resolve(lines), search, choose);
  await vi.waitFor(() => expect(list.dataset.state).toBe("ready"));
  expect(list.querySelector("img, script")).toBeNull();
  const buttons = list.querySelectorAll("button");
  expect(buttons).toHaveLength(20);
  buttons[0].click();
  expect(choose).toHaveBeenCalledOnce();
  const none = customerSearch(Promise.resolve(lines), {...search, city: "nowhere"}, choose);
  await vi.waitFor(() => expect(none.textContent).toMatch(/choose another\./));

  expect(await customerAsked(lines, " 17 ")).toEqual({ok: true, value: 17});
  expect((await customerAsked(lines, "")).ok).toBe(true);
  expect(await customerAsked(linesOf([]), "")).toMatchObject({ok: false, code: "nobody"});
});
