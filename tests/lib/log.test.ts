import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { createLog } from "#lib/log";

function logged(entry: object): string {
  const lines: string[] = [];
  createLog("info", { write: (line) => void lines.push(line) }).info(entry, "said");
  return lines.join("");
}

test("a line is JSON with its level, time and message", () => {
  expect(JSON.parse(logged({ path: "/v1/charges" }))).toMatchObject({
    level: "info",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    msg: "said",
    path: "/v1/charges",
  });
});

test.each([
  { number: "4242424242424242" },
  { card: { number: "4242424242424242", cvc: "4242" } },
  { body: { payment_method_data: { card: { number: "4242424242424242" } } } },
  { password: "4242" },
  { headers: { authorization: "Bearer 4242", cookie: "4242", "set-cookie": "4242" } },
  { intent: { client_secret: "pi_4242" } },
])("secrets never reach the log: %j", (entry) => {
  expect(logged(entry)).not.toContain("4242");
});

test("a failed query is told without the values it ran with", () => {
  const query = "insert into customers (email) values (?)";
  const cause = new DrizzleQueryError(query, ["kept@example.com\nRue Privée"], new Error("the disk is full"));
  const line = logged({ err: new Error("the step failed", { cause }) }) + logged({ err: cause });
  expect(line).toContain(query);
  expect(line).not.toMatch(/kept@example|Privée/);
});

test("what somebody sends begins no line of its own, and moves no terminal", () => {
  const sent = 'x\n{"level":"info","msg":"forged"}\r\u001b[2J\u2028';
  const lines = logged({ path: sent, userAgent: sent });
  expect(lines.trimEnd().split(/[\r\n]/)).toHaveLength(1);
  expect(lines).not.toContain("\u001b");
  expect(JSON.parse(lines)).toMatchObject({ path: sent, msg: "said" });
});
