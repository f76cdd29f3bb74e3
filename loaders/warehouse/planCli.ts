import {planOf} from "./plan.js";

const plan = await planOf(process.argv.slice(2));
if (plan.ok) process.stdout.write(plan.value);
else {
  process.stderr.write(`${plan.message}\n`);
  process.exitCode = 1;
}
