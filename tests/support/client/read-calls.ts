import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Stripe from "stripe";
import type { Shapes } from "#tests/support/wire/shapes";

interface ClientCall {
  /** How the client calls it: `customers.create`. */
  name: string;
  /** The kind of object that it answers with. */
  kind: string | null;
  answer: "object" | "list" | "search" | "deleted";
}

/** By "POST /v1/customers/:id", how the official client names each call and what it promises to answer. */
export function* callsOfClient(shapes: Shapes, kinds: ReadonlySet<string>): Generator<[string, ClientCall]> {
  const answers = readAnswers();
  for (const [name, method, path, owner] of methodsOf(new Stripe("sk_test_unused"), "")) {
    const promised = answers.get(`${owner}.${name.slice(name.lastIndexOf(".") + 1)}`) ?? "";
    const [, list, type = ""] =
      /(ApiList|ApiSearchResult)?(?:Promise|Response)<(?:Response<)?(\w+)/.exec(promised) ?? [];
    const kind = kindOf(shapes, kinds, type);
    const answer = type.startsWith("Deleted")
      ? "deleted"
      : list === "ApiList"
        ? "list"
        : list
          ? "search"
          : "object";
    yield [`${method} ${path}`, { name, kind, answer }];
  }
}

type Method = [name: string, method: string, path: string, owner: string];

function* methodsOf(holder: object, prefix: string): Generator<Method> {
  for (const [name, value] of Object.entries(holder)) {
    // What belongs to the client itself, and the second version of the API.
    if (name.startsWith("_") || notResources.has(name) || typeof value !== "object" || !value) continue;
    yield* methodsOf(value, `${prefix}${name}.`);
    const owner = String(value.constructor.name);
    for (const method of Object.getOwnPropertyNames(Object.getPrototypeOf(value))) {
      const source = String(Reflect.get(value, method));
      const [, verb, path] = /_makeRequest\('(\w+)', [`']([^`']+)[`']/.exec(source) ?? [];
      if (!verb || !path?.startsWith("/v1/")) continue;
      yield [`${prefix}${name}.${method}`, verb, path.replaceAll(/\$\{[^}]*\}/g, ":id"), owner];
    }
  }
}

const notResources: ReadonlySet<string> = new Set(["stripe", "errors", "Decimal", "webhooks", "v2"]);

/** By class and method, the type that is declared to come back. */
function readAnswers(): Map<string, string> {
  const folder = join(dirname(fileURLToPath(import.meta.resolve("stripe"))), "resources");
  const answers = new Map<string, string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".d.ts")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    const [, owner] = /export declare class (\w+) extends StripeResource/.exec(text) ?? [];
    for (const [, method, answer] of text.matchAll(/^ {4}(\w+)\([^)]*\): (.+);$/gm)) {
      answers.set(`${owner}.${method}`, answer ?? "");
    }
  }
  return answers;
}

function kindOf(shapes: Shapes, kinds: ReadonlySet<string>, type: string): string | null {
  const named = Object.entries(shapes.kinds).filter(([, hashes]) =>
    hashes.some((hash) => hash.split(" #")[0]?.replace(/.*\./, "") === type),
  );
  return (named.find(([kind]) => kinds.has(kind)) ?? named[0])?.[0] ?? null;
}
