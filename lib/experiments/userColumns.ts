/** What a column of a table of users can hold. */
export const userRoles = ["arm", "outcome", "user", "before", "date", "denominator"] as const;
export type UserRole = (typeof userRoles)[number];

/** Which column holds what: places in the header. */
export type ColumnPlaces = Partial<Record<UserRole, number>>;

/** What a reader says of the columns: a place, or null for none. */
export type ColumnAnswers = Partial<Record<UserRole, number | null>>;

/** A role that several columns could have, or that none goes by the name of: the reader must say. */
export interface ColumnQuestion {
  role: "arm" | "outcome" | "user" | "before" | "date" | "denominator";
  /** Places of the columns that it can be. */
  options: number[];
  /** Whether no column is named like it. */
  unnamed: boolean;
}

/** Names that a column goes by: as a whole, the likeliest first, or by a word in it. */
const names: Record<UserRole, {whole: readonly string[][]; words: readonly string[]}> = {
  arm: {
    whole: [
      ["arm", "group", "variant", "variation", "treatment", "braco", "grupo", "variante"],
      ["testgroup", "variantname", "experimentgroup", "version", "bucket", "versao", "grupoteste"]
    ],
    words: ["arm", "group", "variant", "variation", "treatment", "braco", "grupo", "variante"]
  },
  outcome: {
    whole: [
      [
        "outcome",
        "converted",
        "conversion",
        "value",
        "revenue",
        "resultado",
        "valor",
        "convertido",
        "receita"
      ]
    ],
    words: ["outcome", "converted", "conversion", "revenue", "resultado", "convertido", "receita"]
  },
  user: {
    whole: [
      ["customeruniqueid"],
      ["user", "userid", "uid", "visitorid", "customerid", "clientid", "memberid", "accountid"],
      ["subjectid", "participantid", "personid", "cookieid", "deviceid", "clienteid", "usuarioid"],
      ["idcliente", "idusuario", "customer", "visitor", "cliente", "usuario", "person", "pessoa"],
      ["id"]
    ],
    words: []
  },
  before: {
    whole: [["before", "pre", "covariate", "antes"]],
    words: ["before", "pre", "covariate", "antes"]
  },
  date: {
    whole: [
      ["date", "day", "data", "dia"],
      ["timestamp", "datetime"]
    ],
    words: ["date", "timestamp", "datetime"]
  },
  denominator: {whole: [["denominator", "per", "denominador"]], words: ["denominator", "denominador"]}
};

/** The words of a name, without accents. @example wordsOf("VARIANT_Name") => ["variant", "name"] */
const wordsOf = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** How well a name suits a role: 0 is best, Infinity is not at all. */
function rank(name: string, role: UserRole): number {
  const words = wordsOf(name);
  const {whole, words: known} = names[role];
  const place = whole.findIndex((group) => group.includes(words.join("")));
  if (place >= 0) return place;
  const past = role === "outcome" && words.some((word) => names.before.words.includes(word));
  const when = role === "outcome" && words.some((word) => ["at", ...names.date.words].includes(word));
  return !past && !when && words.some((word) => known.includes(word)) ? whole.length : Infinity;
}

/**
 * Which columns hold what, by their names and by what the reader says. An arm and an outcome there must be: where no name
 * tells, the only column left is taken, and else it is a question.
 * @example userColumns(["user_id", "test group", "converted"]).places => {arm: 1, outcome: 2, user: 0}
 * @example userColumns(["arm", "converted", "revenue"]).questions => [{role: "outcome", options: [1, 2], unnamed: false}]
 */
export function userColumns(
  header: readonly string[],
  answers: ColumnAnswers = {}
): {places: ColumnPlaces; questions: ColumnQuestion[]} {
  const places: ColumnPlaces = {};
  const questions: ColumnQuestion[] = [];
  const taken = new Set(Object.values(answers).filter((place) => place !== null));
  for (const role of userRoles) {
    const answer = answers[role];
    if (answer !== undefined) {
      if (answer !== null) places[role] = answer;
      continue;
    }
    const ranks = header.map((name, place) => (taken.has(place) ? Infinity : rank(name, role)));
    const best = Math.min(...ranks);
    const suited = best < Infinity ? ranks.flatMap((each, place) => (each === best ? [place] : [])) : [];
    if (suited.length === 1) {
      places[role] = suited[0];
      taken.add(suited[0]);
    } else if (suited.length > 1) questions.push({role, options: suited, unnamed: false});
  }
  for (const role of ["arm", "outcome"] as const) {
    if (places[role] !== undefined || questions.some((question) => question.role === role)) continue;
    const free = header.flatMap((_, place) => (taken.has(place) ? [] : [place]));
    if (free.length === 1 && role === "outcome" && places.arm !== undefined) places.outcome = free[0];
    else questions.push({role, options: free, unnamed: true});
  }
  return {places, questions};
}
