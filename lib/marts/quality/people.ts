import type {Check} from "./check.js";
import {placeWord} from "../../shop.js";

const people = "(select distinct customer_key from staged_customers)";

/** Customers of people with more than one, the only ones that can differ in anything. */
const several = `(select c.* from staged_customers c
    join (select customer_key from staged_customers group by customer_key having count(*) > 1) s
      on s.customer_key = c.customer_key)`;

const perPerson = (column: string, noun: string) => `select customer_unique_id as key,
    concat(cast(count(distinct ${column}) as varchar), ' ${noun}') as detail
  from ${several} group by customer_unique_id having count(distinct ${column}) > 1`;

const unplaced = (table: string, id: string) => `select t.${id} as key, concat('zip ', t.zip) as detail
  from ${table} t left join places g on g.zip = t.zip
  where g.zip is null`;

export const peopleChecks: readonly Check[] = [
  {
    name: "person with several customer_ids",
    table: "customers",
    of: people,
    failing: perPerson("customer_id", "orders"),
    action:
      "customer_id names an order; people are counted by customer_unique_id, else nobody would come back"
  },
  {
    name: "customer_id without an order",
    table: "customers",
    of: "staged_customers",
    failing: `select c.customer_id as key, concat('person ', c.customer_unique_id) as detail
  from staged_customers c left join staged_orders o on o.customer_id = c.customer_id
  where o.order_key is null`,
    action: "not counted: a person is a customer by an order"
  },
  {
    name: `person with several ${placeWord.many}`,
    table: "customers",
    of: people,
    failing: perPerson("state", placeWord.many),
    action: "a person's place is the latest order's; an order keeps its own"
  },
  {
    name: "person with several cities",
    table: "customers",
    of: people,
    failing: perPerson("concat(state, coalesce(city, ''))", "cities"),
    action: "a person's place is the latest order's"
  },
  {
    name: "customer's zip starts with 0",
    table: "customers",
    of: "staged_customers",
    failing: "select customer_id as key, concat('zip ', zip) as detail from staged_customers where zip < '1'",
    action: "zips are text of five digits, so that the zero stays"
  },
  {
    name: "customer's zip without a point inside Brazil",
    table: "customers",
    of: "staged_customers",
    failing: unplaced("staged_customers", "customer_id"),
    action: "distances start at the centre of the state"
  },
  {
    name: "seller's zip without a point inside Brazil",
    table: "sellers",
    of: "staged_sellers",
    failing: unplaced("staged_sellers", "seller_id"),
    action: "distances end at the centre of the state"
  },
  {
    name: "seller's city is not a plain name",
    table: "sellers",
    of: "staged_sellers",
    failing: `select seller_id as key, concat('city ', city) as detail from staged_sellers
  where translate(lower(city), 'abcdefghijklmnopqrstuvwxyz ''.-', '') <> ''`,
    action: "kept as written; places are compared by state and zip"
  }
];
