import { invalid } from "#lib/errors";

export type Operator = ":" | "~" | ">" | "<" | ">=" | "<=";

/** One condition: `-metadata["key"]:"value"`. */
export interface Clause {
  negated: boolean;
  field: string;
  /** The key, where the field is `metadata`. */
  key: string | null;
  operator: Operator;
  /** Null asks for what has no value. */
  value: string | null;
  /** Whether the value stood in quotation marks. */
  quoted: boolean;
}

export interface ApiQuery {
  joined: "and" | "or";
  clauses: Clause[];
}

const clause =
  /^(-?)([a-z_0-9]+(?:\.[a-z_0-9]+)*)(?:\[\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*\])?\s*(>=|<=|:|~|>|<)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(null|-?\d+(?:\.\d+)?)(?=\s|$))/i;
const joint = /^(and|or)(?=\s|-)/i;

/** Reads the documented query language: clauses joined by spaces or AND, or by OR, never by both. */
export function parseQuery(text: string): ApiQuery {
  const clauses: Clause[] = [];
  const joints = new Set<"and" | "or">();
  let rest = text.trim();
  let joined: "and" | "or" | null = null;
  while (rest !== "" || joined !== null) {
    const [whole = "", ...parts] = clause.exec(rest) ?? [];
    if (whole === "") throw unreadable();
    clauses.push(clauseOf(parts));
    rest = rest.slice(whole.length);
    if (rest !== "" && !/^\s/.test(rest)) throw unreadable();
    rest = rest.trimStart();
    const [word = ""] = joint.exec(rest) ?? [];
    joined = rest === "" ? null : word.toLowerCase() === "or" ? "or" : "and";
    if (joined) joints.add(joined);
    rest = rest.slice(word.length).trimStart();
    if (word === "") joined = null;
  }
  if (clauses.length === 0) throw unreadable();
  if (joints.size > 1) {
    throw invalid("You cannot mix AND and OR in one search query: use one of them, or several queries.", {
      param: "query",
    });
  }
  return { joined: joints.has("or") ? "or" : "and", clauses };
}

function clauseOf(parts: (string | undefined)[]): Clause {
  const [minus, field = "", doubleKey, singleKey, operator = ":", double, single, bare] = parts;
  const key = doubleKey ?? singleKey;
  const quoted = double ?? single;
  return {
    negated: minus === "-",
    field,
    key: key === undefined ? null : unescaped(key),
    operator: operatorOf(operator),
    value:
      quoted === undefined ? (bare?.toLowerCase() === "null" ? null : (bare ?? null)) : unescaped(quoted),
    quoted: quoted !== undefined,
  };
}

const operators: readonly Operator[] = [":", "~", ">", "<", ">=", "<="];

function operatorOf(text: string): Operator {
  return operators.find((operator) => operator === text) ?? ":";
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gs, "$1");
}

function unreadable() {
  return invalid(
    'We were unable to parse your search query. Please try using the format `metadata["key"]:"value"` to query for metadata or key:"value" to query for other fields.',
    { param: "query" },
  );
}
