import type { Endpoint } from "#lib/api/endpoint";
import type { Sample, Samples } from "./samples.ts";

export interface Place {
  /** Where the API is. */
  url: string;
  accountId: string;
}

/** A call that an example makes. */
export interface Made {
  endpoint: Endpoint;
  /** Where the API is. */
  url: URL;
  /** With ids in it, without the server. */
  path: string;
  ids: string[];
  params: Samples;
}

/** Parameters as a form has them: names with brackets, and texts. */
export function* pairsOf(value: Sample | Samples, name = ""): Generator<[string, string]> {
  if (typeof value !== "object") return yield [name, String(value)];
  for (const [key, inner] of Object.entries(value)) {
    const part = Array.isArray(value) ? "" : key;
    yield* pairsOf(inner, name === "" ? key : `${name}[${part}]`);
  }
}

/** A word of a shell's command, quoted where the shell would understand something else. */
export function quoted(text: string): string {
  return /^[\w=.@:/-]+$/.test(text) ? text : `"${text}"`;
}

/** One command on lines of its own. */
export function commandOf(parts: string[]): string {
  return parts.join(" \\\n  ");
}

/** Between brackets: on one line where that is short. */
export function enclosed(open: string, members: string[], close: string): string {
  const short = `${open}${members.join(", ")}${close}`;
  return short.length <= 60 ? short : `${open.trimEnd()}\n  ${members.join(",\n  ")},\n${close.trimStart()}`;
}
