import {serveManifest} from "../../loaders/serve.js";

await serveManifest();
