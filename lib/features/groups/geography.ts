import {currency} from "../../format.js";
import {regionSql, regionStates} from "../../marts/regions.js";
import {inBrazil, placeWord, toldShop} from "../../shop.js";
import {onGrid} from "../exact.js";
import {feature} from "../feature.js";
import type {FeatureGroup} from "../feature.js";

/** Orders of the whole shop that a state's mean is shrunk by. */
const stateWeight = 50;
/** Orders a month of the whole shop that a region's season is shrunk by. */
const seasonWeight = 200;

/** Places that a column each is made for; of more, none is. */
const mostLevels = 30;

/** What states are put together by: Brazil's regions; elsewhere each place is one of its own. */
const regionOf = (state: string): string => (inBrazil ? regionSql(state) : state);
const region = regionOf("p.state");
const named = toldShop.placeNames ?? [];
const levels = inBrazil ? Object.keys(regionStates) : named.length <= mostLevels ? named : [];

const regionWord = inBrazil ? "region" : placeWord.one;

/** What a person has bought in the state of the last order. */
const [ownCents, ownOrders] = ["cents", "filled"].map(
  (own) => `case when p.orders > 1 then ow.${own} else p.${own} end`
);
const others = (all: string, own: string) => `(${all} - coalesce(${own}, 0))`;
const mean = `${others("al.cents", "p.cents")} / nullif(${others("al.orders", "p.filled")}, 0) / 100`;
const stateCents = others("st.cents", ownCents);
const stateOrders = others("st.orders", ownOrders);

export const geography: FeatureGroup = {
  letter: "H",
  title: "Geography",
  perOrder: () => [
    "max_by(state, order_key) as state",
    "max_by(zip3, order_key) as zip3",
    "max_by(city, order_key) as city"
  ],
  tables: (moment) => `state_values as (
  select state, cast(sum(price_cents) as double) as cents, count(*) as orders
  from valid
  where items > 0
  group by state
),
all_values as (
  select coalesce(sum(cents), 0) as cents, coalesce(sum(orders), 0) as orders
  from state_values
),
own_values as (
  select v.customer_key, cast(sum(v.price_cents) as double) as cents, count(*) as filled
  from valid v
  join people p on p.customer_key = v.customer_key and p.state = v.state
  where p.orders > 1 and v.items > 0
  group by v.customer_key
),
year_orders as (
  select ${regionOf("state")} as region, 1e0 * count(*) as orders,
    1e0 * count(case when purchased_at < ${moment.monthsBefore(11)} then 1 end) as month_orders
  from valid
  where purchased_at >= ${moment.monthsBefore(12)} and purchased_at < ${moment.monthsBefore(0)}
  group by region
),
year_total as (
  select sum(month_orders) / (sum(orders) / 12) as season, (
      select count(*) from valid where purchased_at <= ${moment.monthsBefore(12)}
    ) as earlier
  from year_orders
),
seasons as (
  select r.region, (coalesce(y.month_orders, 0) + ${seasonWeight} * t.season) / (coalesce(y.orders, 0) / 12 + ${seasonWeight}) as season
  from (select distinct ${regionOf("state")} as region from people) r
  cross join year_total t
  left join year_orders y on y.region = r.region
  where t.earlier > 0
),
zip3_people as (
  select zip3, count(*) as people
  from people
  group by zip3
)`,
  joins: `left join state_values st on st.state = p.state
left join own_values ow on ow.customer_key = p.customer_key
cross join all_values al
left join seasons se on se.region = ${region}
left join zip3_people z on z.zip3 = p.zip3`,
  features: [
    feature({
      number: 74,
      name: "state_avg_order_value",
      absent: `the mean of all ${placeWord.many}`,
      unit: currency,
      sql: `coalesce((coalesce(${stateCents}, 0) / 100 + ${stateWeight} * ${mean}) / (coalesce(${stateOrders}, 0) + ${stateWeight}), 0)`,
      definition: `Mean value of the valid orders, with lines, sent to the ${placeWord.one} of the person's last order, shrunk to the mean of all ${placeWord.many} by ${stateWeight} orders; the person's own orders are left out of both. 0 where nobody else has bought.`
    }),
    feature({
      number: 75,
      name: "city_churn_rate",
      absent: "the rate of all people",
      leak: "fold",
      forward: "earlier window",
      sql: "er.rate",
      definition: `Share of churned people in the city (with its ${placeWord.one}) of the last valid order, shrunk to the rate of all by 50 people: of the other folds' people for training rows, of all training rows for others. With a forward label it is the rate of the window of the same length that ends at the cutoff, whose outcome was known by then.`
    }),
    feature({
      number: 76,
      name: "regional_seasonality",
      absent: "1",
      leak: "proxy",
      sql: "coalesce(se.season, 1)",
      definition: `Valid orders of the person's ${regionWord} in the cutoff's calendar month over its mean per month, in the 12 whole months before the cutoff's month; shrunk to the ratio of the whole country by ${seasonWeight} orders a month. The same for all people of a ${regionWord}, their own orders included: to leave them out would give away their dates. 1 where the data do not reach back so far.`
    }),
    feature({
      number: 77,
      name: "customer_region",
      kind: "category",
      absent: "none",
      levels,
      sql: `coalesce(${region}, 'none')`,
      definition: inBrazil
        ? "Macro-region of the state of the last valid order: N, NE, CO, SE or S."
        : `The ${placeWord.one} of the last valid order.`
    }),
    feature({
      number: 78,
      name: "zip3_customer_density",
      absent: "0",
      sql: onGrid("ln(1e0 * coalesce(z.people, 1))"),
      definition:
        "Natural logarithm of 1 plus the other people whose last valid order was sent to the same first three digits of the postal code."
    })
  ]
};
