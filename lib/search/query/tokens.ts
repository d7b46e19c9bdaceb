/** A part of what was typed, before anybody knows what it means. */
export interface Token {
  /** As it was typed. */
  source: string;
  negated: boolean;
  /** What stands before the colon, in small letters; null for plain words. */
  name: string | null;
  comparison: ">" | "<" | ">=" | "<=" | null;
  value: string;
  quoted: boolean;
}

/** What stands before "://" is no filter: it begins the address of a page. */
const token =
  /(-?)(?:([\p{L}_][^\s:"<>=]*)(?::(?!\/\/)\s?(>=|<=|>|<)?|(>=|<=|>|<)))?(?:([^\s":=]+)=)?(?:"((?:[^"\\]|\\.)*)"?|(\S+))/gu;

/** A filter that is named and not given a value yet. */
const justName = /^([\p{L}_][^\s:"<>=]*):$/u;

/** Takes a query apart at its spaces; what stands in quotation marks stays together. */
export function tokensOf(query: string): Token[] {
  return [...query.matchAll(token)].map((match) => {
    const [source, minus, name, comparison, sign, key, quoted, bare = ""] = match;
    const [, begun] = name === undefined && quoted === undefined ? (justName.exec(bare) ?? []) : [];
    const value = quoted === undefined ? bare : quoted.replaceAll(/\\(.)/gs, "$1");
    if (begun !== undefined)
      return { source, negated: minus === "-", name: begun, comparison: null, value: "", quoted: false };
    return {
      source,
      negated: minus === "-",
      name: name ?? null,
      comparison: comparisonOf(comparison ?? sign),
      value: key === undefined ? value : `${key}=${value}`,
      quoted: quoted !== undefined,
    };
  });
}

const comparisons = [">=", "<=", ">", "<"] as const;

function comparisonOf(text: string | undefined): Token["comparison"] {
  return comparisons.find((comparison) => comparison === text) ?? null;
}
