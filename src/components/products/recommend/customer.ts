import {html} from "npm:htl";
import {untold} from "../../../lib/untold.js";
import {formatCount, formatDay, formatMoney, formatNumber} from "../../../lib/format.js";
import type {BasketLines} from "../../../lib/recommend/basketLines.js";
import {findCustomers, mostProducts} from "../../../lib/recommend/findCustomers.js";
import type {CustomerRecommendations} from "../../../lib/recommend/forCustomer.js";
import {recommenderLabels} from "../../../lib/recommend/modelList.js";
import type {ItemLevel} from "../../../lib/recommend/purchasesAt.js";
import type {SimilarItems} from "../../../lib/recommend/similarItems.js";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import {dateOf} from "../../../lib/days.js";
import {customerIds} from "../../customers/customerIds.js";
import {readMart} from "../../marts.js";
import {pending} from "../../pending.js";
import {table} from "../../table.js";
import {levelNames, reasonText} from "./text.js";

const listed = 20;
const money = (cents: number) => formatMoney(cents);

/** The customers of a segment as the site's RFM page has them, by key; undefined for all. */
async function segmentKeys(segment: string): Promise<ReadonlySet<number> | undefined> {
  if (segment === "all") return undefined;
  const rows = await readMart<{customer_key: number; segment: string}>("segments");
  return new Set(rows.filter((row) => row.segment === segment).map(({customer_key}) => customer_key));
}

/** Who the page is about: the number or id that is asked for, or whoever has bought most products. */
export async function customerAsked(lines: BasketLines, asked: string): Promise<Result<number>> {
  const text = asked.trim();
  if (text === "") {
    const first = mostProducts(lines);
    return first !== null ? ok(first) : fail("nobody", "No order of this shop has a product.");
  }
  if (/^\d{1,9}$/.test(text)) return ok(Number(text));
  for (const [key, id] of await customerIds()) if (id === text.toLowerCase()) return ok(key);
  return fail(
    "customer",
    `“${text}” is neither a customer’s number nor an id of the files: choose one of the list.`
  );
}

/** Where a customer lives: what is not told, and a place that is all there is, is said once. */
const whereText = (city: string, state: string): string =>
  city === state || state === untold ? city : `${city}, ${state}`;

/** Customers to choose from, each with a button. */
function customerList(
  lines: BasketLines,
  search: {state: string; city: string; among?: ReadonlySet<number>},
  choose: (customer: number) => void
): HTMLElement {
  const {found, customers} = findCustomers(lines, search, listed);
  if (found === 0)
    return html`<p>No customer of this place and segment has bought a product: choose another.</p>`;
  return html`<details class="customer-list">
    <summary>${formatCount(found)} ${found === 1 ? "customer" : "customers"}, most orders first</summary>
    <div class="table-scroll" tabindex="0" role="region" aria-label="Customers to choose from">
      <table aria-label="Customers to choose from">
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col">Orders</th>
            <th scope="col">Products</th>
            <th scope="col">Spent</th>
            <th scope="col">Last order</th>
            <th scope="col">City</th>
          </tr>
        </thead>
        <tbody>
          ${customers.map(
            ({customer, orders, products, spent, last, city, state}) =>
              html`<tr>
                <td>
                  <button type="button" onclick=${() => choose(customer)}>
                    ${formatCount(customer)}<span class="visually-hidden"> choose</span>
                  </button>
                </td>
                <td>${formatCount(orders)}</td>
                <td>${formatCount(products)}</td>
                <td>${money(spent)}</td>
                <td>${formatDay(dateOf(last))}</td>
                <td>${whereText(city, state)}</td>
              </tr>`
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** Customers of a place and a segment to choose from, once they have been read. */
export const customerSearch = (
  lines: Promise<BasketLines>,
  sought: {state: string; city: string; segment: string},
  choose: (customer: number) => void
): HTMLElement =>
  pending("recommend-search", Promise.all([lines, segmentKeys(sought.segment)]), ([all, among]) =>
    customerList(all, {...sought, among}, choose)
  );

const nameOf = (level: ItemLevel, {name, category}: {name: number | string; category: string}) =>
  level === "category" ? String(name) : `${category} ${formatCount(Number(name))}`;

/** A customer's purchases, and what each model recommends them, side by side. */
export function customerPart(
  found: CustomerRecommendations & {milliseconds: number},
  level: ItemLevel
): HTMLElement {
  const {customer, city, state, bought, models, milliseconds} = found;
  const known = new Map(
    models.flatMap(({items}) => items.map((one) => [one.item, nameOf(level, one)] as const))
  );
  for (const [item, name] of found.names) known.set(item, nameOf(level, name));
  const orders = new Set(bought.map(({order}) => order)).size;
  const name = (item: number) => known.get(item) ?? levelNames[level].one;
  return html`<div data-milliseconds=${Math.round(milliseconds)}>
    <p>
      Customer ${formatCount(customer)}, ${whereText(city, state)}: ${formatCount(bought.length)}
      ${bought.length === 1 ? "line" : "lines"} in ${formatCount(orders)}
      ${orders === 1 ? "order" : "orders"}.
    </p>
    ${table(
      bought.map(({order, day, product, seller, category, price, pieces}) => ({
        ...{day: dateOf(day), category, product, seller, pieces, price, order}
      })),
      {
        caption: `What customer ${formatCount(customer)} bought`,
        name: `customer-${customer}`,
        rows: 6,
        columns: {
          day: {label: "Day", format: formatDay},
          category: {label: "Category"},
          product: {label: "Product"},
          seller: {label: "Seller"},
          pieces: {label: "Pieces"},
          price: {label: "Price", format: money}
        }
      }
    )}
    <div class="recommended">
      ${models.map(
        ({name: model, items}) =>
          html`<section class="card">
            <h3>${recommenderLabels[model]}</h3>
            <ol>
              ${items.map(
                (one) =>
                  html`<li>
                    <strong>${nameOf(level, one)}</strong>, ${money(one.price)}
                    <small>${reasonText(one.reason, name)}</small>
                  </li>`
              )}
            </ol>
          </section>`
      )}
    </div>
  </div>`;
}

/** The items that share most people with one. */
export function similarPart({item, people, similar}: SimilarItems, level: ItemLevel): HTMLElement {
  const {one, many} = levelNames[level];
  if (similar.length === 0)
    return html`<p>
      None of the ${formatCount(people)} people who bought ${nameOf(level, item)} bought any other ${one}, so
      purchases cannot say what is similar.
    </p>`;
  return table(
    similar.map((other) => ({
      ...{
        name: nameOf(level, other),
        ...{similarity: other.similarity, cosine: other.cosine},
        both: other.both,
        people: other.people,
        price: other.price
      }
    })),
    {
      caption: `${many[0].toUpperCase()}${many.slice(1)} bought by the same people as ${nameOf(level, item)} (${formatCount(people)} people)`,
      name: `similar-to-${item.name}`,
      columns: {
        name: {label: one[0].toUpperCase() + one.slice(1)},
        similarity: {label: "Similarity", format: (value: number) => formatNumber(value, 3)},
        cosine: {label: "Cosine", format: (value: number) => formatNumber(value, 3)},
        both: {label: "People who bought both"},
        people: {label: "People who bought it"},
        price: {label: "Median price", format: money}
      }
    }
  );
}
