import {serve} from "../../tools/serve.js";

/** Serves what was built, at the root and under a sub-path, as two plain static hosts would. */
export default async function setup() {
  const root = await serve("dist");
  const below = await serve("dist", {base: "/shop/analytics/"});
  process.env.VITRINE_SITE = root.url;
  process.env.VITRINE_SITE_BELOW = below.url;
  return async () => {
    await root.close();
    await below.close();
  };
}
