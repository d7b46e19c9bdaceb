import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { resources } from "#lib/api/registry";
import { openApiDocument } from "#lib/openapi/document";
import { readClient } from "#tests/support/client/read-client";

const document = openApiDocument(resources, "http://127.0.0.1:3000");

test("is a document as OpenAPI 3.1 has it, and refers to nothing that is not in it", async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  const names = new Set(
    [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)].map(
      ([, group, name]) => `${group} ${name}`,
    ),
  );
  const { schemas, parameters, responses } = document.components;
  const known = Object.entries({ schemas, parameters, responses }).flatMap(([group, members]) =>
    Object.keys(members).map((name) => `${group} ${name}`),
  );
  expect([...names].filter((name) => !known.includes(name))).toEqual([]);
});

test("has every endpoint, each by a name of its own", () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const endpoints = resources.flatMap((resource) => resource.endpoints);
  expect(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(
    endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`).sort(),
  );
  const names = operations.map(({ operation }) => Object(operation).operationId);
  expect(new Set(names).size).toBe(names.length);
});

test("says of parameters what they may be", () => {
  const { schema } = Object(document.paths["/v1/payment_intents"]?.post).requestBody.content[
    "application/x-www-form-urlencoded"
  ];
  expect(schema.properties).toMatchObject({
    amount: { type: "integer", minimum: expect.any(Number) },
    confirm: { type: "boolean" },
    metadata: { type: "object", additionalProperties: { type: "string" } },
    capture_method: { type: "string", enum: expect.arrayContaining(["manual"]) },
    shipping: { anyOf: [{ type: "object", required: ["address", "name"] }, { const: "" }] },
  });
  expect(schema.required).toContain("amount");
  expect(schema.required).not.toContain("customer");
  const listed: unknown[] = Object(document.paths["/v1/customers"]?.get).parameters;
  expect(listed).toContainEqual(expect.objectContaining({ name: "limit", required: false }));
});

test("says of objects what the official client's types do: npx node bin/reference.ts writes it down", async () => {
  const written = readFileSync(new URL("../../../lib/openapi/client.json", import.meta.url), "utf8");
  expect(written === (await readClient()), "run npx node bin/reference.ts").toBe(true);
});
