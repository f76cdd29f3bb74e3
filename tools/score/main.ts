import {main} from "./command.js";

// DuckDB keeps a function of ours alive for a while after it is closed: do not wait for that.
process.exit(await main(process.argv.slice(2), (line) => console.log(line)));
