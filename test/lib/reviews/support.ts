import {randomSource} from "../../../lib/random/source.js";
import type {Result} from "../../../lib/result.js";

/** The value of a success; throws the sentence of a failure. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const praise = ["ótimo", "adorei", "recomendo", "chegou antes do prazo", "lindo", "perfeito", "gostei muito"];
const complaints = ["não recebi", "péssimo", "veio errado", "quebrado", "quero meu dinheiro", "não gostei"];
const neutral = ["produto", "entrega", "comprei", "loja", "presente", "relógio", "cortina", "hoje", "site"];

/** Made-up reviews: words of their side, some of the other, and some of none. */
export function madeUpReviews(count: number, seed: number) {
  const random = randomSource(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)];
  const labels = new Uint8Array(count);
  const texts = Array.from({length: count}, (_, row) => {
    labels[row] = Number(random() < 0.4);
    const own = labels[row] ? complaints : praise;
    const other = labels[row] ? praise : complaints;
    const words = [pick(neutral), pick(random() < 0.85 ? own : other), pick(neutral), pick(neutral)];
    if (random() < 0.5) words.push(pick(random() < 0.8 ? own : other));
    return words.join(" ");
  });
  return {texts, labels, times: Float64Array.from(texts, (_, row) => row)};
}
