import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** Messages by "namespace.key.key". */
export type Catalogue = Map<string, string>;

/** Reads a language's catalogues: one JSON file a namespace, keys nested. */
export function readCatalogue(folder: string): Catalogue {
  const messages: Catalogue = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    flatten(JSON.parse(readFileSync(join(folder, file), "utf8")), file.replace(/\.json$/, ""), messages);
  }
  return messages;
}

/** What is wrong between two languages: missing keys, empty texts, texts that do not parse or take other arguments. */
export function differences(en: Catalogue, fr: Catalogue): string[] {
  const keys = [...new Set([...en.keys(), ...fr.keys()])];
  return keys.flatMap((key) => {
    const [english, french] = [en.get(key), fr.get(key)];
    if (english === undefined) return [`${key}: missing in English`];
    if (french === undefined) return [`${key}: missing in French`];
    if (!english.trim() || !french.trim()) return [`${key}: empty`];
    const [wanted, given] = [argumentsOf(english), argumentsOf(french)];
    if (wanted instanceof Error) return [`${key}: English does not parse (${wanted.message})`];
    if (given instanceof Error) return [`${key}: French does not parse (${given.message})`];
    return wanted === given ? [] : [`${key}: English takes (${wanted}), French takes (${given})`];
  });
}

/** French texts in which a line could begin with a sign, or that have another space before it than all others. */
export function looseSigns(fr: Catalogue): string[] {
  return [...fr].flatMap(([key, text]) => {
    const [, sign] = /[ \u202F]([:;?!])/.exec(text) ?? [];
    return sign === undefined ? [] : [`${key}: French takes a no-break space (U+00A0) before "${sign}"`];
  });
}

/** Arguments that are names, of people, businesses or things: one of them may begin with a vowel. */
const names = "account|accounts|actor|city|email|into|inviter|maker|name|object|owner|product|who";

/** French texts with a word before a name that loses its last letter before some: "de Aurélie". */
export function unelided(fr: Catalogue): string[] {
  const before = new RegExp(`\\b((?:d|j|l|n|s|qu|jusqu|lorsqu|puisqu)e|la) \\{(${names})\\}`, "i");
  return [...fr].flatMap(([key, text]) => {
    const [, word, name] = before.exec(text) ?? [];
    if (word === undefined) return [];
    return [`${key}: French says "${word} {${name}}", also where a name begins with a vowel`];
  });
}

/** Arguments that say how many: one of them may be 1. What is at most so many is called `most`. */
const counts = /^(count|days|done|quantity|rows|shown|times|total)$/;
/** A word of many, in either language; "ms" is a unit, and French "plus" means more. */
const manyOf = /^[ \u00A0](?!ms\b|plus\b)\p{L}+s(?!\p{L})/u;

/** Texts that say of a number, which may be 1, that it is many, outside a plural: "{count} rows". */
export function uncounted(messages: Catalogue): string[] {
  return [...messages].flatMap(([key, text]) =>
    saysMany(elementsOf(text)) ? [`${key}: "${text}" says many where it may be one`] : [],
  );
}

/** None of a text that is no message, which is said already. */
function elementsOf(message: string): MessageFormatElement[] {
  try {
    return parse(message);
  } catch {
    return [];
  }
}

function saysMany(elements: MessageFormatElement[]): boolean {
  return elements.some((element, index) => {
    const next = elements[index + 1];
    if (element.type === TYPE.tag) return saysMany(element.children);
    if (element.type === TYPE.select)
      return Object.values(element.options).some(({ value }) => saysMany(value));
    const isCount = element.type === TYPE.argument || element.type === TYPE.number;
    return isCount && counts.test(element.value) && next?.type === TYPE.literal && manyOf.test(next.value);
  });
}

function flatten(value: unknown, path: string, into: Catalogue): void {
  if (typeof value === "string") {
    into.set(path, value);
    return;
  }
  for (const [key, inner] of Object.entries(value ?? {})) flatten(inner, `${path}.${key}`, into);
}

function argumentsOf(message: string): string | Error {
  try {
    return [...new Set(parse(message).flatMap(namesIn))].sort().join(", ");
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function namesIn(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  if (element.type === TYPE.tag) return [`<${element.value}>`, ...element.children.flatMap(namesIn)];
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value];
  const branches = Object.values(element.options).flatMap((option) => option.value);
  return [element.value, ...branches.flatMap(namesIn)];
}
