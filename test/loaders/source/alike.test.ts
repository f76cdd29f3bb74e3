import type {Contents} from "./fixture.js";
import {beforeAll, describe, expect, test} from "vitest";
import {csvText, dated, everyCell, everyFile, set, shop} from "./fixture.js";
import {ownDatabase} from "./refusals.js";
import {stageShop} from "./staged.js";

const connection = ownDatabase();

const isZip = (column: string) => column.endsWith("zip_code_prefix");

const asOtherDates = (order: string) =>
  expect.stringMatching(
    new RegExp(`^dates as ${order}; the order of day and month in .* is that of the file's other dates$`)
  ) as string;

type Alike = [title: string, notes: Record<string, string>, contents: () => Contents];

const alike: Alike[] = [
  [
    "a byte order mark",
    {orders: "BOM", translation: "BOM"},
    () => everyFile((csv) => `\ufeff${csvText(csv)}`)
  ],
  ["CRLF line ends", {orders: ""}, () => everyFile((csv) => csvText(csv, ",", "\r\n"))],
  ["the line ends of old Macs", {orders: ""}, () => everyFile((csv) => csvText(csv, ",", "\r"))],
  ["no line end after the last row", {orders: ""}, () => everyFile((csv) => csvText(csv).slice(0, -1))],
  [
    "mixed line ends",
    {orders: "mixed line ends"},
    () => everyFile((csv) => csvText(csv).replace(/\n/, "\r\n").replace(/\n$/, "\r\n"))
  ],
  [
    "Latin-1",
    {geolocation: "Latin-1", orders: ""},
    () => everyFile((csv) => Buffer.from(csvText(csv), "latin1"))
  ],
  ...[false, true].map((swapped): Alike => [
    swapped ? "UTF-16, the high byte first" : "UTF-16",
    {geolocation: "UTF-16", orders: "UTF-16"},
    () =>
      everyFile((csv) => {
        const bytes = Buffer.from(`\ufeff${csvText(csv)}`, "utf16le");
        return swapped ? bytes.swap16() : bytes;
      })
  ]),
  [
    "a spreadsheet's first line that names the separator",
    {orders: 'a first line sep=; separated by ";"'},
    () => everyFile((csv) => `sep=;\r\n${csvText(csv, ";", "\r\n")}`)
  ],
  [
    "blank lines before the header",
    {orders: "blank lines first"},
    () => everyFile((csv) => `\n \r\n${csvText(csv)}`)
  ],
  ["the end mark of DOS", {orders: "DOS end mark"}, () => everyFile((csv) => `${csvText(csv)}\x1a`)],
  [
    "a separator after the header alone",
    {orders: ""},
    () => everyFile((csv) => csvText(csv).replace("\n", ",,\n"))
  ],
  [
    "columns in another order",
    {orders: ""},
    () =>
      everyFile(({header, rows}) =>
        csvText({header: [...header].reverse(), rows: rows.map((row) => [...row].reverse())})
      )
  ],
  [
    "columns that no one asked for",
    {sellers: 'columns ignored: "rating"'},
    () =>
      everyFile(({header, rows}) =>
        csvText({header: ["Rating", ...header, ""], rows: rows.map((row) => ["good", ...row, ""])})
      )
  ],
  [
    "headers in capitals with blanks, and the length spelt right",
    {products: ""},
    () =>
      everyFile(({header, rows}) =>
        csvText({header: header.map((name) => ` ${name.replace("lenght", "length").toUpperCase()} `), rows})
      )
  ],
  [
    "every value in quotes",
    {orders: ""},
    () => everyFile(({header, rows}) => [header, ...rows].map((row) => `"${row.join('","')}"\n`).join(""))
  ],
  [
    "a separator after every row",
    {orders: ""},
    () => everyFile((csv) => csvText(csv).replaceAll("\n", ",\n"))
  ],
  [
    "blanks around values",
    {orders: ""},
    () =>
      everyFile((csv) => csvText(everyCell(csv, (v, column) => (/city|comment/.test(column) ? v : ` ${v} `))))
  ],
  [
    "semicolons and decimal commas",
    {items: 'separated by ";"; decimal commas', geolocation: 'separated by ";"; decimal commas'},
    () =>
      everyFile((csv) =>
        csvText(
          everyCell(csv, (v) => v.replace(/^(-?\d+)\.(\d+)$/, "$1,$2")),
          ";"
        )
      )
  ],
  ["tabs", {orders: 'separated by "\\t"'}, () => everyFile((csv) => csvText(csv, "\t"))],
  [
    "zips without their zero",
    {customers: "6 zips padded to five digits", sellers: "2 zips padded to five digits"},
    () =>
      everyFile((csv) => csvText(everyCell(csv, (v, column) => (isZip(column) ? v.replace(/^0/, "") : v))))
  ],
  [
    "whole numbers with a decimal point",
    {products: 'misspelt columns: "product_name_lenght", "product_description_lenght"', reviews: ""},
    () =>
      everyFile((csv) =>
        csvText(everyCell(csv, (v, column) => (/^\d+$/.test(v) && !isZip(column) ? `${v}.0` : v)))
      )
  ],
  [
    "money without its last zeros",
    {items: ""},
    () =>
      everyFile((csv) =>
        csvText(everyCell(csv, (v, column) => (/price|freight/.test(column) ? `${Number(v)}` : v)))
      )
  ],
  [
    "states and statuses in another case",
    {orders: ""},
    () =>
      everyFile((csv) =>
        csvText(
          everyCell(csv, (v, column) =>
            /status|type/.test(column) ? v.toUpperCase() : column.endsWith("state") ? v.toLowerCase() : v
          )
        )
      )
  ],
  ["dates with a T", {orders: ""}, () => everyFile((csv) => csvText(dated(csv, "$1-$2-$3T$4:$5")))],
  ...(
    [
      ["dates as 02-10-2017", "day-month-year", "$3-$2-$1 $4:$5"],
      ["dates as 2.10.2017", "day-month-year", "$3.$2.$1 $4:$5"],
      ["dates as 2/10/2017, where one day above 12 tells", "day-month-year", "$3/$2/$1 $4:$5"],
      ["dates as 10/2/2017", "month-day-year", "$2/$3/$1 $4:$5"],
      ["dates as 10-2-2017", "month-day-year", "$2-$3-$1 $4:$5"]
    ] as const
  ).map(([title, order, pattern]): Alike => [
    title,
    {orders: asOtherDates(order)},
    () => ({orders: csvText(dated(shop().orders, pattern))})
  ]),
  [
    "dates as 10/2/2017 10:56:33 AM",
    {orders: asOtherDates("month-day-year")},
    () => ({
      orders: csvText(
        everyCell(dated(shop().orders, "$2/$3/$1 $4:$5"), (v) =>
          v.replace(/ 10:56:33$/, "$& AM").replace(/ 0:00:00$/, " 12:00:00 AM")
        )
      )
    })
  ],
  ...(["-03:00", "Z", " UTC"] as const).map((zone): Alike => [
    `times with the zone ${zone}`,
    {
      orders: expect.stringMatching(
        zone === "-03:00"
          ? /zone -03:00 .*local time/
          : /in UTC .*those of UTC; times show no zone in .*, (?:Z|UTC) in olist_orders/
      ) as string
    },
    () => ({orders: csvText(everyCell(shop().orders, (v) => v.replace(/:\d\d$/, `$&${zone}`)))})
  ]),
  [
    "a zone in one column alone",
    {
      orders: expect.stringMatching(
        /^times with the zone -03:00 are read as the local time that they show; times show no zone in .*, -03:00 in olist_orders_dataset.csv \(order_purchase_timestamp\), no zone in olist_orders_dataset.csv \(order_approved_at, /
      ) as string
    },
    () => ({
      orders: csvText(
        everyCell(shop().orders, (v, column) => (column.includes("purchase") ? `${v}-03:00` : v))
      )
    })
  ],
  [
    "money of a Brazilian spreadsheet in one column, decimal points in the other",
    {items: 'separated by ";"; decimal commas; amounts in R$'},
    () => ({
      items: csvText(
        everyCell(shop().items, (v, column) => (column === "price" ? `R$ ${v.replace(".", ",")}` : v)),
        ";"
      )
    })
  ],
  [
    "amounts with the tail of a float",
    {items: "2 numbers rounded that had the tail of a float"},
    () => {
      const {items} = shop();
      set(items, 1, "freight_value", "13.290000000000001");
      set(items, 4, "price", "0.8499999999999999");
      return {items: csvText(items)};
    }
  ],
  ...["NULL", "NaT", "\\N", "None", "nan", "-", "0000-00-00 00:00:00", "NA", " null "].map((word): Alike => [
    `${word} for nothing`,
    {orders: `read as empty: 1 ${JSON.stringify(word.trim())}`, reviews: ""},
    () => ({
      orders: csvText(
        everyCell(shop().orders, (v, column) => (v === "" && column.includes("delivered") ? word : v))
      )
    })
  ])
];

describe("stage reads as the published files are read", () => {
  let expected: Awaited<ReturnType<typeof stageShop>>["tables"];
  beforeAll(async () => {
    expected = (await stageShop(connection(), shop())).tables;
  });
  test.each(alike)("%s", async (_, notes, contents) => {
    const found = await stageShop(connection(), shop(), contents());
    expect(found.tables).toEqual(expected);
    expect(found.notes).toMatchObject(notes);
  });
});
