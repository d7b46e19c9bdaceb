import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { beforeAll, expect, test } from "vitest";
import type { Endpoint } from "#lib/api/endpoint";
import { resources } from "#lib/api/registry";
import { clientCallOf } from "#lib/openapi/client-calls";
import { everyAllowedType, methodTypes } from "#lib/payment-methods/every-type";
import { clientShapes } from "#tests/support/wire/client-shapes";
import type { Shape, Shapes } from "#tests/support/wire/shapes";

let shapes: Shapes;
beforeAll(async () => {
  shapes = await clientShapes();
});

/** Taken apart from the others: it comes as a file does. */
const uploaded = ["POST /v1/files: file"];

test("every parameter that the official client's types know is known, refused or not, with its values", () => {
  const endpoints = resources.flatMap((resource) => resource.endpoints);
  expect(endpoints.flatMap(unknownOf)).toEqual(uploaded);
});

/** What is done to accounts of others, which there are none of. */
const ofOthers = [
  "DELETE /v1/accounts/:id/persons/:id",
  "GET /v1/accounts/:id/persons/:id",
  "POST /v1/accounts/:id/login_links",
  "POST /v1/accounts/:id/persons",
  "POST /v1/accounts/:id/persons/:id",
  "POST /v1/accounts/:id/reject",
  "POST /v1/accounts/:id/unreject",
];

test("every call that the official client has for a resource that is here is answered", () => {
  const answered = resources.flatMap(({ endpoints }) =>
    endpoints.map(({ method, path }) => callOf(method, path)),
  );
  const here = new Set(answered.map(resourceOf));
  const asked = clientCalls().filter((call) => here.has(resourceOf(call)));
  expect(asked.length).toBeGreaterThan(190);
  expect(asked.filter((call) => !answered.includes(call)).sort()).toEqual(ofOthers);
});

const callOf = (method: string, path: string) => `${method} ${path.replaceAll(/\$\{[^}]*\}|:\w+/g, ":id")}`;

/** The fixed beginning of a call's path. */
const resourceOf = (call: string) => call.slice(call.indexOf(" ") + 1).split("/:")[0];

/** The method and path of each call, out of the client's own code. */
function clientCalls(): string[] {
  const entry = dirname(fileURLToPath(import.meta.resolve("stripe")));
  const code = readdirSync(join(entry, "resources"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(join(entry, "resources", name), "utf8"))
    .join("");
  const calls = code.matchAll(/_makeRequest\(\s*'([A-Z]+)',\s*['`](\/v1[^'`]*)['`]/g);
  return [...new Set([...calls].map(([, method = "", path = ""]) => callOf(method, path)))];
}

test("whatever the types leave to be expanded can be, also where it is always null here", () => {
  const refused = resources.flatMap(({ object, expandable = [], includable = {} }) => {
    const known = [...expandable, ...Object.keys(includable)];
    return expandableOf(object)
      .filter((path) => !known.includes(path) && !path.split(".").some((part) => others.has(part)))
      .map((path) => `${object}: ${path}`);
  });
  expect(expandableOf("charge")).toContain("balance_transaction");
  expect(refused).toEqual([]);
});

/** What is told of methods that nothing can be paid with here is never there. */
const others = new Set<string>(everyAllowedType.filter((type) => !methodTypes.some((here) => here === type)));

function expandableOf(kind: string): string[] {
  const paths = (shapes.kinds[kind] ?? []).flatMap((hash) => [...expandableIn(hash, "")]);
  return [...new Set(paths)];
}

function* expandableIn(hash: string, at: string): Generator<string> {
  for (const [name, { shape }] of Object.entries(shapes.hashes[hash] ?? {})) {
    const path = at === "" ? name : `${at}.${name}`;
    const parts = partsOf(shape);
    const hashes = parts.flatMap((part) => (typeof part === "object" && "hash" in part ? [part.hash] : []));
    const objects = hashes.filter((inner) => shapes.hashes[inner]?.object !== undefined);
    if (objects.length > 0 && parts.includes("string")) yield path;
    for (const inner of hashes) if (!objects.includes(inner)) yield* expandableIn(inner, path);
  }
}

function partsOf(shape: Shape): Shape[] {
  if (typeof shape !== "object") return [shape];
  if ("either" in shape) return shape.either.flatMap(partsOf);
  return "list" in shape ? partsOf(shape.list) : [shape];
}

function unknownOf({ method, path: at, params }: Endpoint): string[] {
  const call = clientCallOf({ method, path: at });
  const missing: string[] = [];
  for (const [path, values] of Object.entries((call && shapes.params[call.name]) ?? {})) {
    if (path.startsWith("expand") || missing.some((other) => path.startsWith(other))) continue;
    const issues = issuesOf(params, given(path, {}));
    if (issues.some(({ code }) => code === "unrecognized_keys")) missing.push(path);
    for (const value of values) {
      const refused = issuesOf(params, given(path, value)).some(
        ({ code, path: where }) =>
          code === "invalid_value" && where.join(".") === path.replaceAll("[]", ".0"),
      );
      if (refused) missing.push(`${path}=${value}`);
    }
  }
  return missing.map((path) => `${method} ${at}: ${path}`);
}

function issuesOf(params: z.ZodObject, sent: Record<string, unknown>): z.core.$ZodIssue[] {
  return (params.safeParse(sent).error?.issues ?? []).flatMap(deepest);
}

/** Of a union, what is wrong with each alternative, unless another one knows what is sent. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const alternatives = issue.errors.map((issues) =>
    issues.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(deepest),
  );
  const furthest = Math.max(...alternatives.flat().map(({ path }) => path.length));
  return alternatives.find((issues) => issues.some(({ path }) => path.length === furthest)) ?? [];
}

/** `a.b[].c` alone, as it is sent. */
function given(path: string, value: unknown): Record<string, unknown> {
  const [first = "", ...rest] = path.split(".");
  const inner = rest.length > 0 ? given(rest.join("."), value) : value;
  return first.endsWith("[]") ? { [first.slice(0, -2)]: [inner] } : { [first]: inner };
}
