import type {Dialect} from "../dialect/dialect.js";
import {duckdb} from "../dialect/duckdb.js";
import {quote, rounded} from "../sql/expressions.js";
import {fold, foldSql, plainSql} from "./fold.js";
import {lexicon, negators, pairs} from "./lexicon.js";

/** A cue or a negation reaches so many words further. */
const reach = 3;

/** A word is letters; a sign such as an emoji or a heart is a word of its own. */
const token = "[a-z]+|[\\x{2600}-\\x{27BF}\\x{1F300}-\\x{1FAFF}]";

const listed = (rows: readonly (readonly (string | number)[])[]) =>
  `values ${rows.map((row) => `(${row.map((cell) => (typeof cell === "string" ? quote(cell) : `${cell}e0`)).join(", ")})`).join(", ")}`;

/** The first of those that fold to the same word. */
const unique = <T>(rows: readonly T[], key: (row: T) => string): T[] => [
  ...new Map([...rows].reverse().map((row) => [key(row), row])).values()
];

export const polarWords = unique(
  lexicon.map(({entry, polarity}) => [fold(entry), polarity] as const),
  ([word]) => word
);

export const polarPairs = unique(
  pairs.map(({entry, polarity}) => {
    const [cue, word] = entry.split(">").map(fold);
    return [cue, word, polarity] as const;
  }),
  ([cue, word]) => `${cue} ${word}`
);

/**
 * Common table expressions that end in `polarities(id, polarity)`: how much a Portuguese message praises (up to 1) or
 * complains (down to -1), for each row of the table expression `texts(id, message)` with a polar word. Words are looked
 * up without accents and stretched letters; a negation turns the words within its reach to three quarters of the
 * opposite. With k polar words that sum to s, and x = s / sqrt(k), polarity is x / (1 + |x|). Method: a lexicon with
 * negation window, after Taboada and others, "Lexicon-based methods for sentiment analysis" (2011).
 * @example polaritySql("messages").endsWith(")") => true
 */
export const polaritySql = (texts: string, d: Dialect = duckdb): string => `polar_words(word, polarity) as (
  ${listed(polarWords)}
),
polar_pairs(cue, word, polarity) as (
  ${listed(polarPairs)}
),
negators(word) as (
  ${listed([...new Set(negators.map(fold))].map((word) => [word]))}
),
spoken as (
  select t.id, s.place, s.spelling
  from ${texts} t
  ${d.eachMatch({text: plainSql("t.message"), pattern: `'${token}'`, table: "s", match: "spelling", place: "place"})}
),
vocabulary as (
  select spelling, ${foldSql("spelling", d)} as word
  from (select distinct spelling from spoken)
),
known_words as (
  select v.spelling, v.word
  from vocabulary v
  where v.word in (select word from polar_words union all select word from polar_pairs union all select cue from polar_pairs union all select word from negators)
),
heard as (
  select s.id, s.place, k.word
  from spoken s
  join known_words k on k.spelling = s.spelling
),
in_reach as (
  select a.id, a.place, max(case when n.word is not null then 1 else 0 end) as negated,
    max_by(q.polarity, case when q.polarity is not null then c.place end) as paired,
    max_by(q.cue, case when q.polarity is not null then c.place end) as cue
  from heard a
  join heard c on c.id = a.id and c.place between a.place - ${reach} and a.place - 1
  left join negators n on n.word = c.word
  left join polar_pairs q on q.cue = c.word and q.word = a.word
  group by a.id, a.place
),
valued as (
  select a.id,
    case
      when r.paired is not null then r.paired
      when r.negated = 1 then -75e-2 * w.polarity
      else w.polarity
    end as polarity
  from heard a
  left join polar_words w on w.word = a.word
  left join in_reach r on r.id = a.id and r.place = a.place
),
polarities as (
  select id, ${rounded("strength / (1 + abs(strength))", 4)} as polarity
  from (
    select id, sum(polarity) / sqrt(1e0 * count(*)) as strength
    from valued
    where polarity is not null
    group by id
  )
)`;
