import {expect, it} from "vitest";
import {countsApproved} from "../../../tools/monitor/countsApproved.js";

it("orders count from their approval on, but where no file tells of approvals", () => {
  expect(countsApproved({})).toBe(true);
  expect(countsApproved({lacks: ["reviews"]})).toBe(true);
  expect(countsApproved({lacks: ["reviews", "approvals"]})).toBe(false);
});
