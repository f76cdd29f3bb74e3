import type {Lack} from "../../lib/shop.js";
import {lacks} from "../../lib/shop.js";
import {toggleInput} from "../toggleInput.js";

/** Whether orders count only once they are delivered; hidden where the files tell of none that was not. */
export const deliveredInput = () => {
  const input = toggleInput("Delivered orders only");
  input.hidden = lacks("outcomes");
  return input;
};

/** What the files must tell of for customers to be grouped by it. */
export const groupNeeds: Readonly<Record<"state" | "category" | "payment", readonly Lack[]>> = {
  state: ["places"],
  category: ["categories"],
  payment: ["payments"]
};
