import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Viewer } from "#lib/auth/viewer";
import { holdsMask } from "#lib/discretion/masks";
import { type ErrorFacts, isDomainError } from "#lib/errors";
import type { KeyedRequest } from "#lib/idempotency/answer";
import { answerInTransaction, answerOnce } from "#lib/idempotency/answer-once";
import { fingerprintOf } from "#lib/idempotency/fingerprint";
import type { FormAction } from "../_forms/form-state";
import { valuesOf } from "../_forms/typed-values";
import { stateOfError, stateOfIssues, stateOfSuccess, storedAnswer, toStored } from "./form-answer";
import { sentKey } from "./form-key";
import { formInput } from "./form-values";
import { pageViewer } from "./page-viewer";
import { proofPath } from "./require-proof";
import { pathHeader } from "./request-facts";

interface Afterwards<Result, Input> {
  /** The path where the person goes once it is done; without it the page stays and says so. */
  next?(viewer: Viewer, result: Result): string;
  /** The path where the person goes when the core refuses with these facts; null: the form tells why. */
  refused?(viewer: Viewer, facts: ErrorFacts, input: Input): string | null;
  /** What only this first answer shows, such as a new secret. Stored nowhere. */
  shown?(result: Result): Record<string, string>;
}

type Command<Schema extends z.ZodType, Result> = (viewer: Viewer, input: z.output<Schema>) => Promise<Result>;

/**
 * A server action that carries out a command in one transaction with the form's one-time key: sent twice, or
 * again after going back, it leads to the first result. Errors come back beside what was typed.
 */
export function formAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  command: Command<Schema, Result>,
  afterwards: Afterwards<Result, z.output<Schema>> = {},
): FormAction {
  return action(schema, command, afterwards, answerInTransaction);
}

/** The same for a command that opens its transactions itself and takes `viewer.claim`, as one that asks a processor. */
export function operationFormAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  command: Command<Schema, Result>,
  afterwards: Afterwards<Result, z.output<Schema>> = {},
): FormAction {
  return action(schema, command, afterwards, answerOnce);
}

function action<Schema extends z.ZodType, Result>(
  schema: Schema,
  command: Command<Schema, Result>,
  afterwards: Afterwards<Result, z.output<Schema>>,
  once: typeof answerOnce,
): FormAction {
  return async (_state, data) => {
    const path = (await headers()).get(pathHeader) ?? "/";
    const viewer = await pageViewer(path.split("/")[1] ?? "");
    const values = valuesOf(data);
    if (viewer.conceal && Object.values(values).some((all) => all.some(holdsMask)))
      return stateOfError(viewer, values, { code: "personal_masked" }, "");
    const input = schema.safeParse(formInput(values));
    if (!input.success) return stateOfIssues(viewer, values, input.error);

    let shown: Record<string, string> = {};
    const refusedTo = (facts: ErrorFacts) => afterwards.refused?.(viewer, facts, input.data) ?? null;
    const carryOut = async (claiming: Viewer) => {
      const result = await command(claiming, input.data);
      shown = afterwards.shown?.(result) ?? {};
      return result;
    };
    const request: KeyedRequest = {
      door: "form",
      key: sentKey(data),
      fingerprint: fingerprintOf(path, JSON.stringify([viewer.actor.id, values])),
      toAnswer: (by, outcome) =>
        // What a command's claim is settled with is what the command answers.
        Promise.resolve(
          toStored(outcome, {
            goTo: (result) => afterwards.next?.(by, result as Result) ?? null,
            refused: refusedTo,
          }),
        ),
    };
    const told = await attempt(() => once(viewer, request, carryOut));
    if ("refusal" in told && told.refusal.facts.code === "proof_needed") redirect(proofPath(viewer, path));
    if ("refusal" in told) {
      const elsewhere = refusedTo(told.refusal.facts);
      if (elsewhere !== null) redirect(elsewhere);
      return stateOfError(viewer, values, told.refusal.facts, told.refusal.message);
    }
    const answer = storedAnswer.parse(told.answer.body);
    if ("error" in answer) return stateOfError(viewer, values, answer.error, answer.error.message);
    if (answer.goTo !== null) redirect(answer.goTo);
    refresh();
    return stateOfSuccess(told.replayed ? {} : shown);
  };
}

/** What came of it, or the core's refusal; anything else is a mistake of ours and goes on as an exception. */
async function attempt<Told>(run: () => Promise<Told>) {
  try {
    return await run();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { message, facts } = error;
    // The same form came back with other values: the one refusal without a code that a form can meet.
    if (facts.type === "idempotency_error" && !facts.code) {
      return { refusal: { message, facts: { ...facts, code: "form_sent_before" } } };
    }
    return { refusal: { message, facts } };
  }
}
