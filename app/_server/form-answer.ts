import { z } from "zod";
import type { ErrorFacts } from "#lib/errors";
import { isDomainError } from "#lib/errors";
import { translator } from "#lib/i18n/translator";
import type { ClaimOutcome } from "#lib/idempotency/claim";
import type { Viewer } from "#lib/auth/viewer";
import { type FormState, untouched } from "../_forms/form-state";
import { enumerated, fieldErrors, sentenceOf } from "./explain-error";
import { newFormKey } from "./form-key";
import { withoutSecrets } from "../_forms/typed-values";

/** All that an answer in words needs to know of who asks. */
type Reader = Pick<Viewer, "locale">;
type Values = Record<string, string[]>;

/** What is stored under a form's key, to be answered again. */
export const storedAnswer = z.union([
  z.object({ goTo: z.string().nullable() }),
  z.object({
    error: z.object({
      message: z.string(),
      code: z.string().optional(),
      param: z.string().optional(),
      declineCode: z.string().optional(),
      lists: enumerated.optional(),
    }),
  }),
]);

interface Leading {
  /** Where a result leads; null: the page stays. */
  goTo(result: unknown): string | null;
  /** Where a refusal leads; null: the form tells of it. */
  refused(facts: ErrorFacts): string | null;
}

/** What to store of an outcome. */
export function toStored(outcome: ClaimOutcome, leading: Leading) {
  if ("result" in outcome) return { status: 200, body: { goTo: leading.goTo(outcome.result) } };
  if (!isDomainError(outcome.error)) throw outcome.error;
  const { message, facts } = outcome.error;
  const elsewhere = leading.refused(facts);
  if (elsewhere !== null) return { status: facts.status, body: { goTo: elsewhere } };
  const { code, param, declineCode, lists } = facts;
  const error = { message, code, param, declineCode, lists };
  return { status: facts.status, body: { error } };
}

/** The form again, with what is wrong beside each field. */
export function stateOfIssues(viewer: Reader, values: Values, issues: z.ZodError): FormState {
  const errors = fieldErrors(issues, viewer.locale);
  const problem = translator(viewer.locale, "common")("formErrors", { count: errors.length });
  return { ...untouched, key: newFormKey(), values: withoutSecrets(values), errors, problem };
}

/** The form again, with why the core refused: beside the field it names, else above the form. */
export function stateOfError(
  viewer: Reader,
  values: Values,
  facts: Pick<ErrorFacts, "param" | "code" | "declineCode" | "lists">,
  message: string,
): FormState {
  const said = sentenceOf(facts, message, viewer.locale);
  const field = facts.param && facts.param in values ? facts.param : null;
  const errors = field ? [{ field, message: said }] : [];
  const title = field ? translator(viewer.locale, "common")("formErrors", { count: 1 }) : said;
  return { ...untouched, key: newFormKey(), values: withoutSecrets(values), errors, problem: title };
}

/** The form empty again: it went through. */
export function stateOfSuccess(shown: Record<string, string>): FormState {
  return { ...untouched, key: newFormKey(), done: { shown } };
}
