/**
 * DuckDB's script compiles its program from an address, and hangs where that fails; here it takes the one that the page
 * has compiled, which knows what to say, and hands over as a message. Imported ahead of the script.
 */
const handed = new Promise<WebAssembly.Module>((resolve) => {
  addEventListener("message", function take(event: MessageEvent<unknown>) {
    if (!(event.data instanceof WebAssembly.Module)) return;
    removeEventListener("message", take);
    event.stopImmediatePropagation();
    resolve(event.data);
  });
});

WebAssembly.instantiateStreaming = async (_, imports) => {
  const module = await handed;
  return {module, instance: await WebAssembly.instantiate(module, imports)};
};

export {};
