import type {Aspect} from "./aspectNames.js";
import {aspects} from "./aspectNames.js";
import {folded} from "./spelling.js";

/** Words that name an aspect without judging it; "*" stands for any ending. Each word names one. */
const cues: Record<Aspect, string> = {
  delivery: `entreg*, prazo*, cheg*, receb*, correio*, transporta*, frete*, envi*, rastre*, rastrea*, demor*, atras*, despach*, postad*,
    postagem, retirar, logística, sedex, pac, motoboy, previsão, previsto`,
  product: `produto*, qualidade, material, tecido*, acabamento, modelo, design, funcion*, bateria, tela, cheiro, perfume,
    relógio*, cortina*, cadeira*, tapete*, bolsa*, mochila*, capa, capinha, cartucho*, montagem, tamanho, peça*, manual, tinta, costura,
    lençol, lençóis, toalha*, brinquedo*, boneca*, celular, aparelho, impressão, imagem, som, luz, mercadoria*`,
  wrongItem: `pedi, anúncio, anunci*, descrição, descrito*, foto, fotos, especifica*, cor, voltagem, compatíve*, quantidade, outro, outra`,
  service: `atend*, loja*, vendedor*, suporte, sac, empresa, site, parceir*, fornecedor*, respond*, telefone, comunicação,
    lannister, targaryen, baratheon, stark, equipe, pós`,
  packaging: `embal*, caixa, caixas, pacote*, lacre, plástico, papelão, envelope`,
  price: `preço*, valor, custo, promoção, desconto*, reais`
};

const named = new Map(
  aspects.flatMap((aspect) => cues[aspect].split(",").map((cue) => [folded(cue.trim()), aspect] as const))
);

const shortestPrefix = 4;

/** The aspect that a normalised word names; `null` for none. @example aspectNamed("entregou") => "delivery" */
export function aspectNamed(word: string): Aspect | null {
  const whole = named.get(word);
  if (whole) return whole;
  for (let length = word.length; length >= shortestPrefix; length--) {
    const found = named.get(`${word.slice(0, length)}*`);
    if (found) return found;
  }
  return null;
}
