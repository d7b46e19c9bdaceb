import { expect, test } from "vitest";
import { messageUsage } from "../../bin/support/message-usage.ts";

test("plain, rich and long calls of a bound translator are found", () => {
  const source = `
    const t = translator(locale, "payments");
    const common = translator(await localeOf(viewer), "common");
    t("title"); t.rich("note.text", { b }); common('save'); other("ignored"); format.t("ignored");
    t(
      "status.succeeded",
    );
  `;
  expect(messageUsage(source).keys).toEqual([
    "payments.title",
    "payments.note.text",
    "payments.status.succeeded",
    "common.save",
  ]);
});

test("a translator handed over is known by its type", () => {
  expect(messageUsage(`function row(t: Translate<"payments">) { return t("amount"); }`).keys).toEqual([
    "payments.amount",
  ]);
});

test("a translator used at once is found", () => {
  expect(messageUsage(`translator(locale, "shell")("search")`).keys).toEqual(["shell.search"]);
});

test("a computed rest makes a prefix, in the code or in a comment", () => {
  const source = `
    const t = translator(locale, "payments");
    t(\`status.\${payment.status}\`);
    // messages: declines.reason.*
  `;
  expect(messageUsage(source).prefixes).toEqual(["payments.status.", "declines.reason."]);
});
