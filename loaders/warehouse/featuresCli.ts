import {features} from "./features.js";

process.exitCode = await features(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
