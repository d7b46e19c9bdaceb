import type { Shipping } from "#db/schema/customers";
import type { MandateAcceptance } from "#db/schema/setup";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { findConfirmationToken } from "./queries.ts";
import { assertFresh } from "./use-token.ts";

/** What a token can say of a confirmation. */
interface Confirmable {
  acceptance?: MandateAcceptance | null | undefined;
  paymentMethodId?: string | null | undefined;
  paymentMethodData?: object | undefined;
  paymentMethodOptions?: Record<string, Record<string, unknown>> | undefined;
  returnUrl?: string | null | undefined;
  setupFutureUsage?: "on_session" | "off_session" | null | undefined;
  shipping?: Shipping | null | undefined;
}

/** A confirmation with what its token holds: what the caller says themselves goes before it. */
export async function withToken<T extends Confirmable>(
  viewer: Viewer,
  id: string | undefined,
  input: T,
): Promise<T & { confirmationTokenId?: string }> {
  if (id === undefined) return input;
  const token = await findConfirmationToken(await reader(viewer), id);
  assertFresh(token, viewer.now());
  const names = input.paymentMethodId !== undefined || input.paymentMethodData !== undefined;
  return {
    ...input,
    confirmationTokenId: id,
    acceptance: input.acceptance ?? token.acceptance,
    ...(names ? {} : { paymentMethodId: token.paymentMethodId }),
    paymentMethodOptions: input.paymentMethodOptions ?? token.paymentMethodOptions ?? undefined,
    returnUrl: input.returnUrl ?? token.returnUrl ?? undefined,
    setupFutureUsage: input.setupFutureUsage ?? token.setupFutureUsage ?? undefined,
    shipping: input.shipping ?? token.shipping ?? undefined,
  };
}

/** A token is for confirming: without that there is nothing to use it for. */
export function refuseToken(id: string | undefined): void {
  if (id === undefined) return;
  throw invalid("You can only provide confirmation_token when confirm=true.", {
    param: "confirmation_token",
  });
}
