import {takeShop} from "./takeShop.js";

const args = process.argv.slice(2);
const at = args.indexOf("--mapping");
takeShop(at < 0 ? process.env : Object.assign(process.env, {VITRINE_MAPPING: args[at + 1]}));
// Amounts are written in the currency that was taken before this loads.
const {main} = await import("./command.js");
process.exitCode = await main(args, (line) => console.log(line));
