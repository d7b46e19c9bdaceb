import { expect, test } from "vitest";
import { aboutMember } from "#lib/reference/about-member";
import { limitsOf } from "#lib/reference/limits";
import { kindsIn, notation } from "#lib/reference/notation";
import {
  callOf,
  hasReference,
  listReference,
  referenceOf,
  referenceOfCall,
} from "#lib/reference/resource-reference";

test("every kind of object has its page, with calls or fields and no two calls in one place", () => {
  for (const { object, calls } of listReference()) {
    const reference = referenceOf(object);
    expect(hasReference(object)).toBe(true);
    expect(reference?.calls.length).toBe(calls);
    expect(calls + (reference?.fields.length ?? 0)).toBeGreaterThan(0);
    expect(new Set(reference?.calls.map(({ anchor }) => anchor)).size).toBe(calls);
  }
  expect(hasReference("invoice_of_yesterday")).toBe(false);
  expect(referenceOf("invoice_of_yesterday")).toBeUndefined();
});

test("a request leads to the call that it made", () => {
  const updated = referenceOfCall("POST", "/v1/customers/cus_123");
  expect(callOf("customer", updated?.anchor ?? "")?.endpoint).toMatchObject({
    method: "POST",
    path: "/v1/customers/:id",
  });
  expect(updated?.object).toBe("customer");
  expect(referenceOfCall("POST", "/v1/invoices")).toBeUndefined();
  expect(referenceOfCall("PUT", "/v1/customers")).toBeUndefined();
});

test("the fields that a publishable key retrieves of an intent are told", () => {
  const toldOf = (object: string) =>
    referenceOf(object)?.fields.flatMap(({ name, isRetrievable }) => (isRetrievable ? [name] : []));
  expect(toldOf("setup_intent")).toContain("client_secret");
  expect(toldOf("payment_intent")).not.toContain("metadata");
  expect(toldOf("payment_intent")).toHaveLength(22);
});

test("every parameter has words", () => {
  const silent = listReference().flatMap(({ object }) =>
    (referenceOf(object)?.calls ?? []).flatMap(({ anchor, parameters }) =>
      parameters
        .filter((parameter) => aboutMember("en", parameter) === undefined)
        .map(({ name }) => `${anchor} ${name}`),
    ),
  );
  expect(silent).toEqual([]);
});

test("every field has words", () => {
  const silent = listReference().flatMap(({ object }) =>
    (referenceOf(object)?.fields ?? [])
      .filter((field) => aboutMember("en", field) === undefined)
      .map(({ name }) => `${object} ${name}`),
  );
  expect(silent).toEqual([]);
});

test("a field is told of by words of its own, else by those of the parameter that means the same", () => {
  const field = { name: "available", role: "field", of: "cash_balance" } as const;
  expect(aboutMember("en", field)).toBe("What is left, by currency; null for who never sent anything.");
  expect(aboutMember("en", { ...field, name: "shipping", of: "charge" })).toBe(
    aboutMember("en", { name: "shipping", role: "parameter", of: "charge" }),
  );
  expect(aboutMember("en", { ...field, name: "ideal", of: "payment_method" })).toContain("where it is ideal");
  expect(aboutMember("en", { ...field, name: "created" })).not.toBe(
    aboutMember("en", { ...field, name: "created", role: "parameter" }),
  );
});

test("a parameter that is another thing with its kind of object says so", () => {
  const balance = { name: "payments", role: "parameter", of: "balance_settings" } as const;
  expect(aboutMember("en", balance)).toBe("When payouts are made, what they show, and how much stays.");
  expect(aboutMember("en", { ...balance, name: "ideal", of: "payment_method_configuration" })).toContain(
    "ideal is offered",
  );
});

test("a call tells what must be given first, what it answers, and how the client calls it", () => {
  const call = referenceOf("payment_intent")?.calls.find(({ anchor }) => anchor === "paymentIntents-create");
  expect(call).toMatchObject({
    method: "stripe.paymentIntents.create",
    permission: "payments:write",
    answer: { kind: "payment_intent", isList: false },
  });
  expect(call?.parameters.filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual(
    call?.parameters.slice(0, 2).map(({ name }) => name),
  );
  const file = referenceOf("file")?.calls.find(({ anchor }) => anchor === "files-create");
  expect(file?.parameters).toContainEqual(expect.objectContaining({ name: "file", type: "file" }));
});

test("what a value may be is written as developers write it", () => {
  expect(notation({ anyOf: [{ type: "null" }, { type: "string" }] })).toBe("string | null");
  expect(notation({ type: "array", items: { enum: ["a", "b"] } })).toBe('Array<"a" | "b">');
  expect(notation({ type: "array", items: { type: "string" } })).toBe("string[]");
  expect(notation({ type: "object", additionalProperties: { type: "string" } })).toBe(
    "Record<string, string>",
  );
  expect(notation({})).toBe("unknown");
  const address = { type: "object", properties: { city: { type: "string" }, line1: {} }, required: ["city"] };
  expect(notation(address)).toBe("{\n  city: string\n  line1?: unknown\n}");
  const customer = { $ref: "#/components/schemas/deleted.customer" };
  expect([notation(customer), kindsIn(customer)]).toEqual(["deleted.customer", ["customer"]]);
});

test("limits of a parameter that may be unset are those of its value", () => {
  expect(limitsOf({ anyOf: [{ type: "string", maxLength: 22 }, { const: "" }] })).toEqual({ maxLength: 22 });
  expect(limitsOf({ type: "integer", minimum: 1, default: 10 })).toEqual({ minimum: 1, otherwise: "10" });
});
