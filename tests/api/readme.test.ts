import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { demoKeys } from "#lib/demo/credentials";
import { anApiWorld } from "#tests/support/api-server";

test("the README's lines pay and refund as they stand, but for the key and the port", async () => {
  const world = await anApiWorld();
  const [, lines = ""] = /```js\n([^]*?)```/.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(lines).toContain(demoKeys.secret);
  expect(lines).toContain("port: 3000");
  const program = lines.replace(demoKeys.secret, world.key).replace("port: 3000", `port: ${world.port}`);
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
  expect(stdout).toBe("succeeded succeeded\n");
  const { data } = await world.stripe.refunds.list({ expand: ["data.payment_intent"] });
  expect(data).toMatchObject([{ amount: 1000, payment_intent: { amount: 2500, currency: "eur" } }]);
});
