/** How reviews write a word, and the word, both without accents. No word on the right stands on the left. */
const spellings: readonly (readonly [word: string, written: string])[] = [
  ["voce", "vc voc vce"],
  ["voces", "vcs vcês"],
  ["que", "q qe oque"],
  ["nao", "n nn nao naum naao nãp ñao não"],
  ["muito", "mto mt muinto mui mtu muto muiti mutio"],
  ["muita", "mta muinta"],
  ["muitos", "mtos mts"],
  ["porque", "pq pque porq poque"],
  ["tambem", "tb tbm tbem tanbem tambm"],
  ["quando", "qdo qnd qndo"],
  ["quanto", "qto qnto"],
  ["qualidade", "qlidade qualid qld qualida quallidade"],
  ["hoje", "hj"],
  ["tudo", "td"],
  ["todos", "tds"],
  ["com", "c cm"],
  ["para", "p pra pro prá"],
  ["por", "pr"],
  ["esta", "ta tá"],
  ["estava", "tava"],
  ["estou", "tou"],
  ["mesmo", "msm"],
  ["depois", "dps dpois"],
  ["obrigado", "obg obgd obrigdo brigado"],
  ["obrigada", "obgda brigada"],
  ["beleza", "blz"],
  ["e", "eh"],
  ["cade", "kd"],
  ["produto", "produt prod pruduto poduto prouto produro produdo podruto proddto"],
  ["produtos", "prods prudutos"],
  ["recomendo", "recomento recomemdo recomendio recomedo ricomendo reconendo recomando recomdo"],
  ["excelente", "exelente excelete ecelente exelent excelent execelente excelemte esselente"],
  ["otimo", "otmo otino oitmo otio ootimo hotimo"],
  ["otima", "otma otina"],
  ["pessimo", "pesimo pecimo"],
  ["pessima", "pesima pecima"],
  ["chegou", "chego xegou chehou cheguou"],
  ["entrega", "entegra emtrega entrga entraga entregra"],
  ["entregue", "entrege emtregue entreque"],
  ["expectativa", "espectativa expectaiva espetativa expectatica"],
  ["expectativas", "espectativas espetativas"],
  ["atraso", "atrazo"],
  ["atrasado", "atrazado"],
  ["atrasou", "atrazou"],
  ["rapido", "rapidu rapito rápidp"],
  ["perfeito", "perfeto perfeiro prefeito"],
  ["gostei", "gostey gosei gostie"],
  ["comprei", "compre conprei comprie"],
  ["veio", "veiu"],
  ["prazo", "praso prazzo"],
  ["satisfeito", "satifeito sastifeito"],
  ["satisfeita", "satifeita sastifeita"],
  ["beneficio", "benificio benefico"],
  ["ninguem", "ninguen"],
  ["telefone", "tel"],
  ["email", "emaill"],
  ["compativel", "compativeu"]
];

const strip = (text: string) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const words = new Map(
  spellings.flatMap(([word, written]) =>
    written
      .split(" ")
      .map(strip)
      .filter((spelling) => spelling !== word)
      .map((spelling) => [spelling, word])
  )
);

/** A word without accents, in small letters. @example folded("Ótimo") => "otimo" */
export const folded = strip;

/** The word behind an abbreviation or a common slip, else the word itself. @example spelt("vc") => "voce" */
export const spelt = (word: string): string => words.get(word) ?? word;

/** Every spelling that is read as another word, with that word. */
export const knownSpellings: ReadonlyMap<string, string> = words;
