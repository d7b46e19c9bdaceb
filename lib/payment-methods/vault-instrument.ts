import type { VaultedInstrument } from "#db/schema/customers";
import type { Viewer } from "#lib/auth/viewer";
import { cardError, invalid } from "#lib/errors";
import { processor } from "#lib/processors/index";
import type { VaultInput } from "#lib/processors/processor";

/**
 * Hands what a person typed to the processor, which alone ever sees a number, and returns what may be stored.
 * Calls the processor: not inside a transaction. Throws the processor's refusal as the API words it.
 */
export async function vaultInstrument(viewer: Viewer, input: VaultInput): Promise<VaultedInstrument> {
  const answer = await processor().vault(input, viewer.now());
  if (answer.ok) return answer.instrument;
  const { message, code, declineCode, param } = answer;
  if (input.type !== "card") throw invalid(message, { code, param });
  throw cardError(message, { code, param, ...(declineCode === undefined ? {} : { declineCode }) });
}
