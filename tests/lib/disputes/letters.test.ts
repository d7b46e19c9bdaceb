import { asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { auditLines } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { getDisputeCase } from "#lib/disputes/dispute-case";
import { deleteTemplate } from "#lib/disputes/letters/delete-template";
import { fillLetter } from "#lib/disputes/letters/fill-letter";
import { ownLetter } from "#lib/disputes/letters/own-letter";
import { unfilledPlaceholders, unknownPlaceholders } from "#lib/disputes/letters/placeholders";
import { saveTemplate } from "#lib/disputes/letters/save-template";
import { getTemplate, listTemplates, templatesFor } from "#lib/disputes/letters/templates";
import { disputeReasons } from "#lib/disputes/list/dispute-list";
import { listDisputes } from "#lib/disputes/queries";
import { locales } from "#lib/i18n/locale";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const template = { id: null, name: "Shipped", reason: "product_not_received", body: "It came on {shipped}." };

test("a template is written, changed and deleted by who answers disputes; the history says what it was", async () => {
  const made = await saveTemplate(world.viewer, template);
  const changed = await saveTemplate(world.viewer, { ...template, id: made.id, reason: null, body: "Hello" });
  expect(await listTemplates(world.viewer)).toEqual([changed]);
  await deleteTemplate(world.viewer, made.id);
  expect(await listTemplates(world.viewer)).toEqual([]);
  const { db } = await globalReader();
  const ofTemplate = eq(auditLines.subject, made.id);
  const lines = await db.select().from(auditLines).where(ofTemplate).orderBy(asc(auditLines.sequence));
  expect(lines.map(({ action }) => action)).toEqual([
    "letter_template.created",
    "letter_template.changed",
    "letter_template.deleted",
  ]);
  expect(lines[1]).toMatchObject({ before: { body: template.body }, after: { body: "Hello" } });
});

test("nobody else writes or reads them", async () => {
  const { id } = await saveTemplate(world.viewer, template);
  const reader = world.viewerWith(["refund_analyst"]);
  for (const attempt of [
    () => saveTemplate(reader, template),
    () => listTemplates(reader),
    () => deleteTemplate(reader, id),
  ]) {
    await expect((async () => attempt())()).rejects.toThrow(/disputes:write/);
  }
  const other = await aWorld();
  await expect(getTemplate(other.viewer, id)).rejects.toMatchObject({ facts: { status: 404 } });
  const stolen = (async () => saveTemplate(other.viewer, { ...template, id }))();
  await expect(stolen).rejects.toMatchObject({ facts: { status: 404 } });
  await deleteTemplate(world.viewer, id);
});

test("a name in braces that no letter can fill in is refused", () => {
  expect(() => saveTemplate(world.viewer, { ...template, body: "Dear {bank}" })).toThrow(/\{bank\}/);
});

test("the claim's own templates come before those for any", async () => {
  const any = await saveTemplate(world.viewer, { ...template, name: "Any", reason: null });
  const own = await saveTemplate(world.viewer, template);
  await saveTemplate(world.viewer, { ...template, name: "Other", reason: "duplicate" });
  const names = (await templatesFor(world.viewer, "product_not_received")).map(({ id }) => id);
  expect(names).toEqual([own.id, any.id]);
});

test("what is known is filled in; what is not stays in braces", async () => {
  const payment = await aPayment(world.viewer, {
    description: "Two desk lamps",
    paymentMethodId: "pm_card_createDispute",
  });
  const { rows } = await listDisputes(world.viewer, { limit: 1 }, { paymentIntentId: payment.id });
  const found = await getDisputeCase(world.viewer, rows[0]?.id ?? "");
  const text = "{product} for {amount}, sent {shipped} ({dispute}). {Not one}";
  const filled = await fillLetter(world.viewer, found, { text, customer: null });
  expect(filled).toMatch(/^Two desk lamps for .*\d.*, sent \{shipped\} \(du_\w+\)\. \{Not one\}$/);
  expect(unfilledPlaceholders(filled)).toEqual(["shipped"]);
});

test("the letters that Comptoir suggests can be filled in, for every claim and in every language", () => {
  for (const locale of locales) {
    for (const reason of [...disputeReasons, "something_new"]) {
      const letter = ownLetter(reason, locale);
      expect(unknownPlaceholders(letter)).toEqual([]);
      expect(unfilledPlaceholders(letter)).toContain("amount");
    }
  }
});
