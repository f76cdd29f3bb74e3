import {folded} from "./spelling.js";

/**
 * Portuguese words that carry no judgement, without accents: articles, prepositions, pronouns, auxiliaries. Negations
 * (não, nem, nunca, sem, nada, ninguém), degrees (muito, pouco, mais), contrasts (mas) and "antes", "só" are kept out of it.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a à ao aos aquela aquelas aquele aqueles aquilo as às da das de dela delas dele deles desta deste destes dessa
  desse disso disto do dos e é ela elas ele eles em entre era eram essa essas esse esses esta está estas estava
  estavam este estes estou estão eu foi for foram fosse fui há isso isto já la lá lhe lhes me meu meus mim minha
  minhas na nas nela nele nesta neste nessa nesse nisso no nos nós nossa nosso num numa o os ou para pela pelas pelo
  pelos pois por porque qual quais quando que quem se seja sendo ser será seu seus si sido são sua suas sob sobre
  sou te tem tendo tenho ter teu teve tinha tive tu tua também um uma umas uns vai vou você vocês fica ficou
  então assim aqui ali aí qualquer cada onde cujo pode posso há havia`
    .split(/\s+/)
    .map(folded)
);
