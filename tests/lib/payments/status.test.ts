import { expect, test } from "vitest";
import type { DisputeState } from "#db/schema/payments";
import { allowedIn, paymentStatus, statesBehind } from "#lib/payments/status";

const states = [...new Set([...allowedIn.update, ...allowedIn.cancel, "canceled" as const])];
const disputeStates: (DisputeState | null)[] = [
  null,
  "needs_response",
  "under_review",
  "lost",
  "inquiry",
  "won",
];

test("every word that people see tells in which states the payment can be", () => {
  const words = new Set<string>();
  for (const status of states) {
    for (const attempted of ["succeeded", "pending", "failed"] as const) {
      for (const disputeState of disputeStates) {
        for (const amountRefunded of [0, 5, 10]) {
          for (const yes of [true, false]) {
            const attempt = { status: attempted, disputeState, outcome: null, expired: yes };
            const payment = { status, amountReceived: 10, amountRefunded };
            for (const each of [attempt, null]) {
              const word = paymentStatus(payment, each, yes);
              expect(statesBehind[word]).toContain(status);
              words.add(word);
            }
          }
        }
      }
    }
  }
  expect([...words, "blocked"].sort()).toEqual(Object.keys(statesBehind).sort());
});
