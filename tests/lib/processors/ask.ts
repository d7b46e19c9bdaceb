import type { AuthorizeAnswer, AuthorizeRequest, Processor } from "#lib/processors/processor";
import { createSimulator } from "#lib/processors/simulator/simulator";

export const now = Date.UTC(2026, 4, 12, 9, 30);

export function aSimulator(seed?: string): Processor {
  return createSimulator({ seed });
}

/** Charges the instrument behind a well-known id. */
export function charge(id: string, change: Partial<AuthorizeRequest> = {}): Promise<AuthorizeAnswer> {
  const simulator = aSimulator();
  return simulator.authorize({ ...aRequest(referenceOf(simulator, id)), ...change });
}

export function referenceOf(simulator: Processor, id: string): string {
  const instrument = simulator.wellKnown(id);
  if (!instrument) throw new Error(`No instrument goes by ${id}`);
  return instrument.reference;
}

export function aRequest(reference: string): AuthorizeRequest {
  return {
    operationId: "op_1",
    environmentId: 1,
    reference,
    amount: 2500,
    currency: "eur",
    capture: "automatic",
    offSession: false,
    authentication: "none",
    requestThreeDSecure: "automatic",
    checks: { postalCode: null, line1: null },
    now,
  };
}
