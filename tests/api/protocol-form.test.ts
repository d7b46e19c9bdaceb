import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeForm } from "#lib/api/form";
import { canonical, type Params, type Value } from "#lib/api/form-values";
import { isDomainError } from "#lib/errors";

/** It takes no time. */
const often = { numRuns: 2000 };

describe("what a form can say", () => {
  test.each<[string, object]>([
    ["a=1&b=2", { a: "1", b: "2" }],
    ["a[b]=1&a[c]=2", { a: { b: "1", c: "2" } }],
    ["a[b][c][d]=1", { a: { b: { c: { d: "1" } } } }],
    ["a[]=1&a[]=2", { a: ["1", "2"] }],
    ["a[0]=x&a[1]=y", { a: { 0: "x", 1: "y" } }],
    ["a[0][b]=1&a[0][c]=2&a[1][b]=3", { a: { 0: { b: "1", c: "2" }, 1: { b: "3" } } }],
    ["a[][b]=1&a[][c]=2&a[][b]=3", { a: [{ b: "1", c: "2" }, { b: "3" }] }],
    ["a=", { a: "" }],
    ["a", { a: "" }],
    ["&&a=1&", { a: "1" }],
    ["a=b=c", { a: "b=c" }],
    ["a=1+2%2B3", { a: "1 2+3" }],
    ["a=caf%C3%A9", { a: "café" }],
    ["a=café", { a: "café" }],
    ["a%5Bb%5D=1", { a: { b: "1" } }],
    ["a[b=1", { "a[b": "1" }],
    ["a]=1", { "a]": "1" }],
    ["[a]=1", { "[a]": "1" }],
    ["a[b]c=1", { "a[b]c": "1" }],
    ["metadata[__proto__]=x", { metadata: Object.fromEntries([["__proto__", "x"]]) }],
    ["constructor=x", { constructor: "x" }],
  ])("%s", (form, expected) => {
    expect(JSON.parse(JSON.stringify(decodeForm(Buffer.from(form))))).toEqual(
      JSON.parse(JSON.stringify(expected)),
    );
  });

  test("nothing reaches the prototype of other objects", () => {
    decodeForm("__proto__[polluted]=1&constructor[prototype][polluted]=1");
    expect("polluted" in {}).toBe(false);
  });
});

describe("what a form cannot say", () => {
  test.each<[string, string | Buffer, string]>([
    ["one name twice", "a=1&a=2", "a"],
    ["text and hash", "a=1&a[b]=2", "a[b]"],
    ["hash and text", "a[b]=2&a=1", "a"],
    ["list and hash", "a[]=1&a[b]=2", "a[b]"],
    ["hash and list", "a[b]=1&a[]=2", "a[]"],
    ["a malformed percent sign", "a=%zz", "a"],
    ["a percent sign at the end", "ok=1&a=%", "a"],
    ["percent-encoded bytes that are no UTF-8", "a[b]=%ff", "a[b]"],
    ["raw bytes that are no UTF-8", Buffer.from("ok=1&a=\xff\xfe", "latin1"), "a"],
    ["a null character", "a=x%00y", "a"],
    ["nine levels", "a[1][2][3][4][5][6][7][8]=x", "a"],
  ])("%s", (_name, form, param) => {
    expect(paramAtFault(form)).toBe(param);
  });

  test("more than 20,000 parameters", () => {
    const form = Array.from({ length: 20_001 }, (_, at) => `metadata[k${at}]=v`).join("&");
    expect(paramAtFault(form)).toBe("metadata");
  });
});

const name = fc
  .string({ minLength: 1, maxLength: 8 })
  .filter((text) => !/[[\]\0]/.test(text) && text.isWellFormed());
const leaf = fc.string().filter((text) => !text.includes("\0") && text.isWellFormed());
const tree = fc.letrec<{ value: Value; hash: Params }>((tie) => ({
  value: fc.oneof({ depthSize: "small" }, leaf, tie("hash")),
  hash: fc.dictionary(name, tie("value"), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
}));

test("whatever can be written as a form is read back the same", () => {
  fc.assert(
    fc.property(fc.dictionary(name, tree.value, { maxKeys: 5 }), (params) => {
      fc.pre(depthOf(params) <= 8);
      expect(canonical(decodeForm(written(params)))).toBe(canonical(params));
    }),
    often,
  );
});

test("the order of a form's parameters is of no importance", () => {
  fc.assert(
    fc.property(fc.dictionary(name, leaf, { maxKeys: 8 }), fc.infiniteStream(fc.nat()), (params, random) => {
      const pairs = written(params).split("&");
      const order = new Map(pairs.map((pair) => [pair, random.next().value ?? 0]));
      const shuffled = pairs.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      expect(canonical(decodeForm(shuffled.join("&")))).toBe(canonical(params));
    }),
    often,
  );
});

test("any bytes are either read or refused with a parameter's name", () => {
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc
      .array(fc.constantFrom("a", "b", "[", "]", "[]", "[0]", "=", "&", "%", "%41", "%ff", "+", "\0", "é"), {
        maxLength: 30,
      })
      .map((parts) => Buffer.from(parts.join(""))),
  );
  fc.assert(
    fc.property(noise, (form) => {
      const param = paramAtFault(form);
      expect(param === null || param.length > 0).toBe(true);
    }),
    often,
  );
});

/** The parameter that the error names; null when the form was read. Anything but a 400 fails the test. */
function paramAtFault(form: string | Buffer): string | null {
  try {
    decodeForm(form);
    return null;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    expect(error.facts.status).toBe(400);
    return error.facts.param ?? "";
  }
}

function written(params: Params): string {
  const pairs: string[] = [];
  const write = (path: string, value: Value) => {
    if (typeof value === "string") pairs.push(`${encodeURIComponent(path)}=${encodeURIComponent(value)}`);
    else
      for (const [key, inner] of Object.entries(value)) write(path === "" ? key : `${path}[${key}]`, inner);
  };
  write("", params);
  return pairs.join("&");
}

function depthOf(value: Value): number {
  if (typeof value === "string") return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
