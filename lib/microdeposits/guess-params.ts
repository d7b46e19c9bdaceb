import type { z } from "zod";
import * as p from "#lib/api/params";
import { invalid } from "#lib/errors";
import type { DepositGuess } from "#lib/processors/processor";

/** What a payer says they read on their statement. Understood by `toGuess`. */
export const guessParams = p.params({
  amounts: p.listOf(p.int()).optional(),
  client_secret: p.text().optional(),
  descriptor_code: p.text().optional(),
});

/** The guess in the core's words. Throws unless it is one kind of guess, and whole. */
export function toGuess({ amounts, descriptor_code: code }: z.output<typeof guessParams>): DepositGuess {
  if (amounts && code !== undefined) {
    throw invalid("You may only specify one of these parameters: amounts, descriptor_code.", {
      code: "parameters_exclusive",
      param: "amounts",
    });
  }
  if (code !== undefined) return { kind: "descriptor_code", code };
  if (!amounts) {
    const message = "You must provide either the amounts or the descriptor_code of the microdeposits.";
    throw invalid(message, { code: "parameter_missing" });
  }
  assertTwoSums(amounts);
  return { kind: "amounts", amounts };
}

/** Throws unless these can be the sums of two deposits. */
function assertTwoSums(amounts: readonly number[]): void {
  if (amounts.length === 2 && amounts.every((amount) => amount > 0)) return;
  throw invalid("You must provide exactly two microdeposit amounts, in cents.", {
    code: "payment_method_microdeposit_verification_amounts_invalid",
    param: "amounts",
  });
}
