const settings: Readonly<Record<string, string>> = {"--source": "OLIST_DIR", "--mapping": "VITRINE_MAPPING"};

/**
 * Takes `--source PATH` and `--mapping FILE` out of a command line, into the environment that the loaders read; gives what
 * is left of it.
 * @example takeSource(["--source", "orders.csv", "--port", "3000"], process.env) => ["--port", "3000"]
 */
export function takeSource(
  args: readonly string[],
  environment: Record<string, string | undefined>
): string[] {
  const left: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const name = Object.hasOwn(settings, args[at]) ? settings[args[at]] : undefined;
    if (name === undefined) left.push(args[at]);
    else environment[name] = args[++at];
  }
  return left;
}
