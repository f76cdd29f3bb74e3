import {spawnSync} from "node:child_process";

/** Checks `.github/workflows` by actionlint where it is installed, and says so where it is not. Gives the exit code. */
export function checkWorkflows(): number {
  const {error, status} = spawnSync("actionlint", {stdio: "inherit"});
  if (!error) return status ?? 1;
  console.log(
    "The workflows were not checked, as actionlint is not installed (https://github.com/rhysd/actionlint)."
  );
  return 0;
}
