import {askedMart, serveMart} from "../../loaders/serve.js";

await serveMart(askedMart(process.argv.slice(2)));
