import { fillLetter } from "#lib/disputes/letters/fill-letter";
import { ownLetter } from "#lib/disputes/letters/own-letter";
import type { LetterTemplate } from "#lib/disputes/letters/templates";
import { customerOf } from "../../../../[id]/customer-of";
import type { OpenStep } from "../counter-step";

/** The letter as it was saved; before that, or where a template was asked for, that one with the facts in it. */
export async function begunLetter(
  { viewer, found, asked }: OpenStep,
  templates: readonly LetterTemplate[],
): Promise<string> {
  const { reason, evidence } = found.dispute;
  const chosen = asked("template");
  if (chosen === undefined && evidence.uncategorized_text) return evidence.uncategorized_text;
  const template = chosen === undefined ? templates[0] : templates.find(({ id }) => id === chosen);
  const text = template?.body ?? ownLetter(reason, viewer.locale);
  const customer = await customerOf(viewer, found.payment.customerId);
  return fillLetter(viewer, found, { text, customer });
}
