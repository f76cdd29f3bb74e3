import type {Lack} from "../shop.js";
import type {Connection} from "./connection.js";
import {states} from "../marts/regions.js";
import {lackable, shop} from "../shop.js";

/** Of each thing that files may lack, SQL that is true where the staged tables tell nothing of it. */
const lackSql: Record<Lack, string> = {
  deliveries: "select count(delivered_at) = 0 from staged_orders",
  promises: "select count(estimated_at) = 0 from staged_orders",
  approvals: "select count(approved_at) = 0 from staged_orders",
  handovers: "select count(shipped_at) = 0 from staged_orders",
  outcomes:
    "select count(delivered_at) = 0 and count(case when status <> 'delivered' then 1 end) = 0 from staged_orders",
  reviews: "select count(score) = 0 from staged_reviews",
  texts: "select count(message) = 0 from staged_reviews",
  answers: "select count(answered_at) = 0 from staged_reviews",
  sellers: "select count(distinct seller_key) < 2 from staged_items",
  freight: "select coalesce(max(freight_cents), 0) = 0 from staged_items",
  payments: "select count(case when type <> 'not_defined' then 1 end) = 0 from staged_payments",
  installments: "select coalesce(max(installments), 0) < 2 from staged_payments",
  places: "select count(state) = 0 from staged_customers",
  categories: "select count(category) = 0 from staged_products",
  measures: "select count(weight_g) = 0 from staged_products",
  translations: "select count(*) = 0 from staged_translation",
  zips: "select count(zip) = 0 from staged_customers",
  customerIds: "select count(*) = 0 from staged_orders where customer_id <> order_id"
};

/** What the staged tables tell of, as a manifest says it: the places where they are no states of Brazil, and what is lacking. */
export async function toldOf(connection: Connection): Promise<{places?: string[]; lacks?: Lack[]}> {
  const columns = lackable.map((name) => `cast((${lackSql[name]}) as integer) as ${name}`);
  const [found] = await connection.rows(`select ${columns.join(", ")}`);
  const lacking = lackable.filter((name) => found[name] === 1);
  const named = await connection.rows(
    "select distinct state from staged_customers where state is not null order by state"
  );
  const places = named.map(({state}) => String(state));
  const brazilian =
    shop.places === "brazilian-states" ||
    (shop.places === undefined && places.length > 0 && places.every((place) => states.includes(place)));
  return {...(brazilian ? {} : {places}), ...(lacking.length > 0 ? {lacks: lacking} : {})};
}
