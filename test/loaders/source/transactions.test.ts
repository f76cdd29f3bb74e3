import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, describe, expect, test} from "vitest";
import {stageSource} from "../../../loaders/source/stageSource.js";
import {connectionOf} from "../../../loaders/source/connection.js";
import {rows} from "../../../lib/source/sql.js";
import {products} from "../../../lib/marts/products.js";
import {toldOf} from "../../../lib/source/toldOf.js";
import {guessMapping, mappingProblem, readMapping} from "../../../lib/source/transactions/mapping.js";
import {ownDatabase} from "./refusals.js";

const connection = ownDatabase();
const folder = mkdtempSync(join(tmpdir(), "vitrine-transactions-"));
afterAll(() => rmSync(folder, {recursive: true}));

/** Stages a table of transactions; gives the result with its orders and lines. */
async function staged(content: string | Buffer, mapping?: object) {
  writeFileSync(join(folder, "orders.csv"), content);
  const path = mapping && join(folder, "mapping.json");
  if (path) writeFileSync(path, JSON.stringify({format: "vitrine-mapping", ...mapping}));
  const source = {kind: "real", directory: folder, table: {file: "orders.csv", mapping: path}} as const;
  return stageSource(connection(), source, folder);
}

const ask = (sql: string) => rows(connectionOf(connection()), sql);
const orders = () =>
  ask(`SELECT order_id, customer_unique_id AS customer, strftime(purchased_at, '%Y-%m-%d') AS day,
    CAST(sum(price_cents) AS INTEGER) AS cents FROM staged_orders JOIN staged_customers USING (customer_id)
    JOIN staged_items USING (order_key) GROUP BY ALL ORDER BY order_id`);

describe("what a mapping says of its shop", () => {
  const lines = (places: string[]) =>
    `customer,date,amount,country\n${places.map((place, at) => `c${at},2011-04-${10 + at},5.00,${place}`).join("\n")}\n`;
  const columns = {customer: "customer", time: "date", amount: "amount", place: "country"};
  const states = async () =>
    (
      await ask("SELECT state FROM staged_orders JOIN staged_customers USING (customer_id) ORDER BY order_id")
    ).map(({state}) => state);

  test.each([
    ["Brazil's alone are states", ["sp", "RJ"], undefined, ["SP", "RJ"]],
    ["countries that share their letters are none", ["ES", "SE", "DE"], undefined, [null, null, null]],
    ["countries are told apart where it says so", ["ES", "Spain"], "countries", ["ES", "Spain"]],
    ["cities are too many to be told apart", ["ES", "SE"], "cities", [null, null]],
    ["some are states where it says so", ["SP", "Lisboa"], "brazilian-states", ["SP", null]]
  ])("of places, %s", async (_, places, kind, expected) => {
    expect((await staged(lines(places), {columns, shop: kind && {places: kind}})).ok).toBe(true);
    expect(await states()).toEqual(expected);
  });

  test("what no row tells of is lacking, and more than a hundred places are none to choose from", async () => {
    const shop = {places: "countries"};
    await staged(lines(["Spain", "Austria", "Spain"]), {columns, shop});
    expect(await toldOf(connectionOf(connection()))).toEqual({
      places: ["Austria", "Spain"],
      lacks: [
        ...["deliveries", "promises", "approvals", "handovers", "outcomes", "reviews", "texts", "answers"],
        ...["sellers", "freight", "payments", "installments", "categories"],
        ...["measures", "translations", "zips", "customerIds"]
      ]
    });
    const many = Array.from({length: 101}, (_, at) => `c${at},2011-04-10,5.00,place ${at}`);
    await staged(`customer,date,amount,country\n${many.join("\n")}\n`, {columns, shop});
    expect((await toldOf(connectionOf(connection()))).places).toEqual([]);
    const whole = "customer,date,amount,country,paid,delivered,promised,score,text";
    const row = (customer: string) => `${customer},2011-04-10,5.00,SP,card,2011-04-12,2011-04-13,5,Good`;
    const named = {...columns, payment: "paid", delivered: "delivered", promised: "promised"};
    await staged(`${whole}\n${row("a")}\n${row("b")}\n`, {columns: {...named, score: "score", text: "text"}});
    expect(await toldOf(connectionOf(connection()))).toEqual({
      lacks: [
        ...["approvals", "handovers", "answers", "sellers", "freight", "installments", "categories"],
        ...["measures", "translations", "zips", "customerIds"]
      ]
    });
  });

  test("categories keep their own names as labels", async () => {
    const named = {...columns, category: "kind"};
    const rows =
      "customer,date,amount,country,kind\na,2011-04-10,5.00,Spain,gift_boxes\nb,2011-04-10,5.00,Spain,\n";
    await staged(rows, {columns: named});
    const labels = await ask(
      `SELECT category_label AS label FROM (${products.sql({cutoff: ""})}) ORDER BY 1`
    );
    expect(labels.map(({label}) => label)).toEqual(["Gift boxes"]);
  });

  test("is refused where it is none, and else kept", () => {
    const read = (shop: object) => readMapping(JSON.stringify({format: "vitrine-mapping", columns, shop}));
    const told = {name: "Käse & Co", currency: "EUR", timeZone: "Europe/Berlin", places: "countries"};
    expect(read(told)).toMatchObject({ok: true, value: {shop: told}});
    for (const wrong of [{currency: "euro"}, {timeZone: "Berlin"}, {places: "planets"}, {name: 7}])
      expect(read(wrong)).toMatchObject({ok: false, code: "bad-mapping"});
  });
});

describe("the columns of a table of transactions", () => {
  test.each([
    [
      "Shopify",
      "Name,Email,Created at,Lineitem quantity,Lineitem price,Lineitem sku,Shipping Province,Total",
      "Name",
      "Lineitem price",
      true
    ],
    [
      "WooCommerce",
      "Order Number,Order Date,Customer ID,Order Total Amount,Payment Method Title",
      "Order Number",
      "Order Total Amount",
      false
    ],
    [
      "Online Retail II",
      "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country",
      "Invoice",
      "Price",
      true
    ]
  ])("of %s are told by their names", (_, header, order, amount, perUnit) => {
    const mapping = guessMapping(header.split(","));
    expect(mapping.columns).toMatchObject({order, amount});
    expect(mapping.perUnit ?? false).toBe(perUnit);
    expect(mappingProblem(mapping, header.split(","))).toBeUndefined();
  });

  test("that lack what is needed are asked for, and a mapping is a file that is checked", () => {
    expect(guessMapping(["Invoice", "Customer ID", "InvoiceDate", "Price", "Quantity"]).columns.order).toBe(
      "Invoice"
    );
    expect(mappingProblem(guessMapping(["a", "b"]), ["a", "b"])).toContain("the customer");
    const mapping = guessMapping(["customer", "date", "amount"]);
    expect(readMapping(JSON.stringify(mapping))).toEqual({ok: true, value: mapping});
    expect(readMapping('{"format":"vitrine-mapping","columns":{"__proto__x":"a"}}').ok).toBe(false);
    expect(readMapping("{}").ok).toBe(false);
  });
});

describe("a table of transactions", () => {
  test("leaves out negative lines, lines without a customer and blank ones, each for its reason", async () => {
    const result = await staged(
      "Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID\n" +
        "1,A,2,2011-01-04 10:00:00,2.55,17850\n1,B,1,2011-01-04 10:00:00,1.006,17850\n" +
        "C2,A,-1,2011-01-05 10:00:00,2.55,17850\n3,A,1,2011-01-06 10:00:00,2.55,\n,,,,,\n4,A,1,2011-02-06 10:00:00,2.55,17851\n"
    );
    expect(result.ok && result.value.files.find(({table}) => table === "items")).toMatchObject({
      file: "orders.csv",
      rows: 6,
      used: 3,
      excluded: [
        {reason: "blank row", rows: 1},
        {reason: "cancelled or returned: a negative line", rows: 1},
        {reason: "no customer", rows: 1}
      ]
    });
    expect(await orders()).toEqual([
      {order_id: "1", customer: "17850", day: "2011-01-04", cents: 611},
      {order_id: "4", customer: "17851", day: "2011-02-06", cents: 255}
    ]);
    expect(await ask("SELECT count(*) AS n FROM staged_reviews")).toEqual([{n: 0}]);
    expect(await ask("SELECT count(delivered_at) AS n FROM staged_orders")).toEqual([{n: 0}]);
  });

  const notesOf = (result: Awaited<ReturnType<typeof staged>>) =>
    result.ok ? result.value.files.find(({table}) => table === "items")?.notes : result.message;

  test("says how many amounts had more than two decimals, and rounds prices of one once they are multiplied", async () => {
    const lines = "customer,date,amount,quantity\na,2011-03-04,0.125,1000\nb,2011-03-05,2.50,1\n";
    const columns = {customer: "customer", time: "date", amount: "amount", quantity: "quantity"};
    expect(notesOf(await staged(lines, {columns, perUnit: true}))).toContain(
      "amount: 1 amount with more than two decimals, rounded to two once multiplied by the quantity"
    );
    expect((await orders()).map(({cents}) => cents)).toEqual([12_500, 250]);
    const said = notesOf(await staged(lines.replace("2.50", "2.5055"), {columns}));
    expect(said).toContain("amount: 2 amounts with more than two decimals, rounded to two one by one");
    expect(said).not.toContain("tail of a float");
    expect((await orders()).map(({cents}) => cents)).toEqual([13, 251]);
    expect(notesOf(await staged(lines.replace("0.125", "0.13"), {columns}))).not.toContain("decimals");
  });

  test.each([
    ["JPY", /1 amount with decimals, of which JPY has none: kept to hundredths; check the currency/],
    ["KWD", /1 amount with decimals, of which KWD has 3: two are kept/],
    ["EUR", /^((?!with decimals).)*$/]
  ])("in %s says of decimals what that currency has", async (currency, note) => {
    const columns = {customer: "customer", time: "date", amount: "amount"};
    const text = "customer,date,amount\na,2011-03-04,1200\nb,2011-03-05,12.5\n";
    expect(notesOf(await staged(text, {columns, shop: {currency}}))).toMatch(note);
  });

  test("takes days without signs as days, with a note", async () => {
    const result = await staged(
      "customer,date,amount\na,20220424,1.00\na,20220503 101500,2.00\nb,2022-05-04,3.00\n"
    );
    expect(result.ok && result.value.files.find(({table}) => table === "items")?.notes).toContain(
      'days of date such as "20220424" read as "2022-04-24"'
    );
    expect(await orders()).toMatchObject([
      {customer: "a", day: "2022-04-24"},
      {customer: "a", day: "2022-05-03"},
      {customer: "b", day: "2022-05-04"}
    ]);
  });

  test.each([
    ["an empty file", "", "orders.csv is empty: export it again."],
    [
      "a workbook",
      "PK\x03\x04.....xl/workbook.xml",
      "orders.csv is an Excel workbook: export the sheet as CSV."
    ],
    ["a PDF", "%PDF-1.7\nsome more,of,it\n", "orders.csv is a PDF: choose a CSV or a Parquet file."],
    ["a header alone", "customer,date,amount\n", "orders.csv has a header but no rows: export it again."],
    [
      "a word for an amount",
      "customer,date,amount\na,2011-03-04,x\nb,2011-03-05,y\n",
      /^orders.csv, row 1, column amount has "x" \(the first of 2 rows that are wrong here\) .*: correct it or export it again.$/
    ]
  ])("that is %s is refused in one sentence that knows of no download", async (_, content, message) => {
    const result = await staged(content);
    expect(result.ok ? "" : result.message).toMatch(message);
  });

  test("asks for the order of day and month where nothing tells, and takes the answer", async () => {
    const text = "customer,date,amount\na,03/04/2011,10.00\nb,05/06/2011,2.50\n";
    expect(await staged(text)).toMatchObject({ok: false, code: "ambiguous-dates"});
    const columns = {customer: "customer", time: "date", amount: "amount"};
    for (const [order, day] of [
      ["day-month-year", "2011-04-03"],
      ["month-day-year", "2011-03-04"]
    ]) {
      expect((await staged(text, {columns, order})).ok).toBe(true);
      expect((await orders())[0]).toMatchObject({customer: "a", day, cents: 1000});
    }
  });

  test("comes out the same of every dialect that is unambiguous", async () => {
    const line = fc.record({
      customer: fc.constantFrom("ana", "joão", 'd\'Arc; "x"', "two\nlines"),
      day: fc.integer({min: 13, max: 28}),
      month: fc.integer({min: 1, max: 12}),
      cents: fc.integer({min: 1, max: 5_000_000})
    });
    const dialect = fc.record({
      delimiter: fc.constantFrom(",", ";", "\t", "|"),
      decimal: fc.constantFrom(".", ","),
      grouped: fc.boolean(),
      encoding: fc.constantFrom("utf8", "latin1", "utf16le", "bom"),
      end: fc.constantFrom("\n", "\r\n"),
      date: fc.constantFrom("iso", "day", "month"),
      currency: fc.constantFrom("", "R$ ", "€")
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, {minLength: 1, maxLength: 6}), dialect, async (lines, how) => {
        const two = (n: number) => String(n).padStart(2, "0");
        const dates = {
          iso: ({day, month}: {day: number; month: number}) => `2017-${two(month)}-${two(day)}`,
          day: ({day, month}: {day: number; month: number}) => `${two(day)}/${two(month)}/2017`,
          month: ({day, month}: {day: number; month: number}) => `${two(month)}/${two(day)}/2017`
        };
        const money = (cents: number) => {
          const whole = String(Math.floor(cents / 100));
          const mark = how.decimal === "." ? "," : ".";
          const grouped = how.grouped ? whole.replace(/\B(?=(\d{3})+$)/g, mark) : whole;
          const currency = how.encoding === "latin1" && how.currency === "€" ? "" : how.currency;
          return `${currency}${grouped}${how.decimal}${two(cents % 100)}`;
        };
        const cell = (text: string) =>
          /["\n]/.test(text) || text.includes(how.delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
        const records = lines.map((one, at) => [
          String(at + 1),
          one.customer,
          dates[how.date](one),
          money(one.cents)
        ]);
        const text = [["order", "customer", "date", "amount"], ...records]
          .map((record) => record.map(cell).join(how.delimiter) + how.end)
          .join("");
        const bytes =
          how.encoding === "bom" || how.encoding === "utf16le"
            ? Buffer.from(`\ufeff${text}`, how.encoding === "bom" ? "utf8" : "utf16le")
            : Buffer.from(text, how.encoding);
        const result = await staged(bytes);
        expect(result.ok ? "" : result.message).toBe("");
        expect(await orders()).toEqual(
          lines.map(({customer, day, month, cents}, at) => ({
            order_id: String(at + 1),
            customer,
            day: `2017-${two(month)}-${two(day)}`,
            cents
          }))
        );
      }),
      {numRuns: 40, seed: 1}
    );
  });
});

const cdnow = "../shared/reference/clv";
const reference = existsSync(join("/work/shared/reference/clv")) ? "/work/shared/reference/clv" : cdnow;

describe.skipIf(!existsSync(reference))("CDNOW's log", () => {
  test("gives the repeat and recency figures of its summary", async () => {
    const result = await staged(readFileSync(join(reference, "CDNOW_sample.txt")));
    expect(result.ok ? "" : result.message).toBe("");
    expect(
      await ask("SELECT count(*) AS n, count(DISTINCT customer_unique_id) AS people FROM staged_customers")
    ).toEqual([expect.objectContaining({people: 2357})]);
    const found = await ask(`
      WITH days AS (SELECT customer_unique_id AS id, CAST(purchased_at AS DATE) AS day, sum(price_cents) / 100 AS amount
        FROM staged_orders JOIN staged_customers USING (customer_id) JOIN staged_items USING (order_key)
        WHERE purchased_at < TIMESTAMP '1997-10-01' GROUP BY ALL),
      people AS (SELECT id, min(day) AS first, max(day) AS last, count(*) - 1 AS x FROM days GROUP BY id)
      SELECT id, CAST(x AS INTEGER) AS x, round((last - first) / 7, 2) AS recency, round((DATE '1997-09-30' - first) / 7, 2) AS t,
        (SELECT round(avg(amount), 2) FROM days d WHERE d.id = p.id AND day > first) AS mean
      FROM people p`);
    const log = readFileSync(join(reference, "CDNOW_sample.txt"), "utf8").trim().split(/\r?\n/);
    // The log has the customer's number, then the number in the sample, by which the summary goes.
    const place = new Map(
      log.map((line) => line.trim().split(/\s+/)).map(([id, number]) => [id, Number(number) - 1])
    );
    const [, ...lines] = readFileSync(
      join(reference, "cdnow_customers_summary_with_transactions.csv"),
      "utf8"
    )
      .trim()
      .split(/\r?\n/);
    const expected = lines.map((line) => line.split(",").map(Number));
    expect(found).toHaveLength(expected.length);
    const differences = found.filter(({id, x, recency, t, mean}) => {
      const [, frequency, last, weeks, amount] = expected[place.get(String(id)) ?? -1];
      const near = (value: unknown, other: number) => Math.abs(Number(value ?? 0) - other) < 0.02;
      return x !== frequency || !near(recency, last) || !near(t, weeks) || !near(mean, amount);
    });
    expect(differences).toEqual([]);
  });
});
