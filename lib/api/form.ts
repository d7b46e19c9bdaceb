import { isUtf8 } from "node:buffer";
import { invalid } from "#lib/errors";
import { hashOf, isHash, type Params, type Value } from "./form-values.ts";

const maximumPairs = 20_000;
const maximumDepth = 8;

/**
 * Reads a form body or a query string: `a=1`, `a[b][c]=1`, `a[]=1`, `a[0][b]=1`. Adds to `into`. Whatever cannot
 * be read is a 400 that names the parameter.
 */
export function decodeForm(source: string | Buffer, into: Params = hashOf()): Params {
  let read = 0;
  for (const pair of readable(source).split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decode(equals < 0 ? pair : pair.slice(0, equals), pair);
    if (++read > maximumPairs) {
      throw invalid(`Too many parameters: at most ${maximumPairs} are read.`, { param: rootOf(name) });
    }
    if (name === "") continue;
    place(into, name, equals < 0 ? "" : decode(pair.slice(equals + 1), pair));
  }
  return into;
}

/** As text; a query string comes from Node with one character a byte. */
function readable(source: string | Buffer): string {
  if (typeof source === "string") {
    if (!/[^\0-\x7f]/.test(source)) return source;
    return readable(Buffer.from(source, "latin1"));
  }
  if (isUtf8(source)) return source.toString();
  const pairs = source.toString("latin1").split("&");
  const broken = pairs.find((pair) => !isUtf8(Buffer.from(pair, "latin1"))) ?? "";
  throw notUtf8(nameOf(broken));
}

function decode(text: string, pair: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  if (!spaced.includes("%")) return withoutNull(spaced, pair);
  try {
    return withoutNull(decodeURIComponent(spaced), pair);
  } catch {
    throw notUtf8(nameOf(pair));
  }
}

/** Postgres cannot store it, and no client means it. */
function withoutNull(text: string, pair: string): string {
  if (!text.includes("\0")) return text;
  const param = nameOf(pair);
  throw invalid(`Invalid string in parameter ${param}: it contains a null character`, { param });
}

function notUtf8(param: string) {
  return invalid(`Invalid UTF-8 in parameter ${param}: send it percent-encoded`, { param });
}

/** The name of a pair that could not be decoded, as well as it can be told. */
function nameOf(pair: string): string {
  const raw = pair.split("=", 1)[0] ?? "";
  try {
    return decodeURIComponent(raw).replaceAll("\0", "") || "(empty)";
  } catch {
    return raw.replace(/[^\x20-\x7e]/g, "?");
  }
}

function place(root: Params, name: string, value: string): void {
  const path = pathOf(name);
  if (path.length > maximumDepth) {
    throw invalid(`Parameters can be nested ${maximumDepth} deep at most`, { param: rootOf(name) });
  }
  let container: Value = root;
  for (let at = 0; at < path.length; at++) {
    const last = at === path.length - 1;
    container = last ? put(container, path, at, value) : descend(container, path, at);
  }
}

/** `a[b][]` → a, b, "". What is no such name is a name as it stands, and unknown to every endpoint. */
function pathOf(name: string): string[] {
  const open = name.indexOf("[");
  if (open < 0) return [name];
  if (open === 0 || !/^(\[[^[\]]*\])+$/.test(name.slice(open))) return [name];
  return [name.slice(0, open), ...name.slice(open + 1, -1).split("][")];
}

function rootOf(name: string): string {
  return pathOf(name)[0] ?? name;
}

function descend(container: Value, path: string[], at: number): Value {
  const key = path[at] ?? "";
  const next = path[at + 1] ?? "";
  if (Array.isArray(container)) return lastElement(container, path, at);
  if (!isHash(container)) throw conflicting(path);
  const existing = container[key];
  if (existing === undefined) return (container[key] = next === "" ? [] : hashOf());
  if (typeof existing === "string" || Array.isArray(existing) !== (next === "")) throw conflicting(path);
  return existing;
}

/** `a[][b]=1&a[][c]=2&a[][b]=3` are two elements: a name that is there already begins the next one. */
function lastElement(container: Value[], path: string[], at: number): Value {
  const next = path[at + 1] ?? "";
  const last = container.at(-1);
  if (isHash(last) && (!(next in last) || at + 2 < path.length)) return last;
  const fresh: Value = next === "" ? [] : hashOf();
  container.push(fresh);
  return fresh;
}

function put(container: Value, path: string[], at: number, value: string): Value {
  const key = path[at] ?? "";
  if (Array.isArray(container)) container.push(value);
  else if (isHash(container)) {
    if (key in container) throw conflicting(path);
    container[key] = value;
  }
  return value;
}

function conflicting(path: string[]) {
  const param = path.reduce((name, part) => `${name}[${part}]`);
  return invalid(`Received parameter ${param} more than once, with meanings that exclude each other`, {
    param,
  });
}
