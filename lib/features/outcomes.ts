import {labelSql} from "./labels.js";
import type {Moment} from "./moment.js";

const weight = 50;

/** Tables of what is to be predicted, and of the city's rate in the window that ends at the cutoff. */
export const outcomeTables = (moment: Moment): string => {
  const {now, horizon} = moment;
  const [start, end] = [moment.daysBefore(horizon), moment.daysAfter(horizon)];
  return `returning_people as (
  select distinct customer_key
  from orders
  where purchased_at >= ${now} and ${moment.valid(end)}
),
record_end as (
  select max(cast(purchased_at as date)) + interval 1 day as ends_at
  from orders
  where status = 'delivered'
),
earlier_people as (
  select customer_key, max(order_key) as last_key
  from orders
  where ${moment.valid(start)}
  group by customer_key
),
earlier_outcomes as (
  select coalesce(o.city, '') as city, o.state, case when p.last_at >= ${start} then 0 else 1 end as churned
  from earlier_people e
  join orders o on o.order_key = e.last_key
  join people p on p.customer_key = e.customer_key
),
earlier_shop as (
  select 1e0 * sum(churned) / nullif(count(*), 0) as rate
  from earlier_outcomes
),
earlier_cities as (
  select c.code, cast(sum(o.churned) as double) as churned, count(*) as people
  from earlier_outcomes o
  join cities c on c.state = o.state and c.city = o.city
  group by c.code
),
earlier_rates as (
  select c.code, (coalesce(e.churned, 0) + ${weight} * s.rate) / (coalesce(e.people, 0) + ${weight}) as rate
  from cities c
  cross join earlier_shop s
  left join earlier_cities e on e.code = c.code
)`;
};

export const outcomeJoins = `left join earlier_rates er on er.code = p.city
left join returning_people rp on rp.customer_key = p.customer_key
cross join record_end re`;

/** Columns beside the features. */
export const outcomeColumns = (moment: Moment): string => `p.last_at as last_purchased_at,
  p.recency_days as days_since_last,
  ${labelSql("p.recency_days", "p.orders", "g.mean_gap")} as label_rule,
  case when re.ends_at >= ${moment.daysAfter(moment.horizon)} then case when rp.customer_key is null then 1 else 0 end end as label_forward`;
