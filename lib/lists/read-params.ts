/** The parameters of an address, as a page gets them. */
export type QueryParams = Record<string, string | string[] | undefined>;

/**
 * A parameter that does not count, and why: nobody knows its value, it came twice, it begins after its end, or it
 * does not go with another one.
 */
export interface QueryProblem {
  param: string;
  value: string;
  reason: "unknown" | "repeated" | "reversed" | "unfit";
}

/** Reads one parameter, several of one name, or a first and a last one. */
export interface ParamReader {
  readonly problems: QueryProblem[];
  one<T>(param: string, parse: Parse<T>): T | null;
  many<T>(param: string, parse: Parse<T>): T[];
  range<T extends string | number>(first: string, last: string, parse: Parse<T>): [T | null, T | null];
}

type Parse<T> = (text: string) => T | null;

/** Reads parameters one by one, and gathers what is wrong with them. An empty one was not given. */
export function readParams(params: QueryParams): ParamReader {
  const problems: QueryProblem[] = [];
  const refuse = (param: string, text: string, reason: QueryProblem["reason"]) => {
    problems.push({ param, value: text.slice(0, 80), reason });
    return null;
  };
  const parsed = <T>(param: string, text: string, parse: Parse<T>) =>
    parse(text) ?? refuse(param, text, "unknown");

  const one = <T>(param: string, parse: Parse<T>): T | null => {
    const [text, ...others] = given(params, param);
    if (text === undefined) return null;
    if (others[0] !== undefined) refuse(param, others[0], "repeated");
    return parsed(param, text, parse);
  };

  return {
    problems,
    one,
    range<T extends string | number>(first: string, last: string, parse: Parse<T>): [T | null, T | null] {
      const from = one(first, parse);
      const to = one(last, parse);
      if (from === null || to === null || from <= to) return [from, to];
      refuse(first, given(params, first)[0] ?? "", "reversed");
      return [null, null];
    },
    many<T>(param: string, parse: Parse<T>): T[] {
      const values = given(params, param).map((text) => parsed(param, text, parse));
      return [...new Set(values.filter((value) => value !== null))];
    },
  };
}

/** Accepts the words of a list, nothing else. */
export function oneOf<T extends string>(words: readonly T[]): Parse<T> {
  return (text) => words.find((word) => word === text) ?? null;
}

function given(params: QueryParams, param: string): string[] {
  return [Object.hasOwn(params, param) ? (params[param] ?? []) : []]
    .flat()
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** Writes parameters in the order of their names; null is left out. */
export function writeParams<Name extends string>(
  words: Record<Name, string | readonly string[] | null>,
  names: readonly Name[],
): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of names) for (const word of [words[name] ?? []].flat()) params.append(name, word);
  return params;
}

/** Whether an address says just this of these names. */
export function saysJust(address: QueryParams, params: URLSearchParams, names: readonly string[]): boolean {
  const said = names.flatMap((name) => [address[name] ?? []].flat().map((text) => [name, text]));
  return JSON.stringify(said) === JSON.stringify([...params]);
}
