import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { addDays, dayAt, startOfDay } from "#lib/calendar";
import { disputesToAnswer } from "#lib/disputes/disputes-to-answer";
import { listTotals } from "#lib/lists/list-totals";
import { paths } from "#lib/paths";
import type { PaymentStatus } from "#lib/payments/list/payment-filters";
import { enqueueDigest } from "./enqueue-digest.ts";
import type { Fact } from "./fact-lines.ts";
import { notify } from "./notify.ts";
import { recipientsOf } from "./recipients.ts";

/** Statuses of payments that brought money, whatever became of it since. */
const paid: PaymentStatus[] = [
  "succeeded",
  "refunded",
  "partially_refunded",
  "refund_pending",
  "needs_response",
  "disputed",
  "dispute_won",
  "dispute_lost",
  "inquiry",
];
const mostDisputes = 50;

/** Writes what came in yesterday and what waits for an answer to who wants it, as long as somebody does. */
export async function sendDigest(viewer: Viewer): Promise<void> {
  const { environment } = viewer;
  if ((await recipientsOf(environment, "digest", "payments:read")).length === 0) return;
  const today = dayAt(viewer.now(), environment.timeZone);
  const facts = await factsOf(viewer, addDays(today, -1));
  await transaction(viewer, async (tx) => {
    await notify(tx, "digest", {
      subjectId: today,
      path: paths.home(viewer),
      permission: "payments:read",
      facts,
    });
    await enqueueDigest(tx);
  });
}

async function factsOf(viewer: Viewer, day: string): Promise<Fact[]> {
  const { timeZone } = viewer.environment;
  const onItsClocks = { ...viewer, timeZone };
  const address = { status: paid, from: day, to: day };
  const totals = await listTotals(onItsClocks, { list: "payments", address });
  const waiting = await disputesToAnswer(viewer, mostDisputes);
  return [
    { fact: "day", at: startOfDay(day, timeZone) },
    { fact: "payments", count: totals.reduce((sum, { count }) => sum + count, 0) },
    ...totals.flatMap(({ received = 0, currency }) =>
      currency === null ? [] : [{ fact: "amount" as const, amount: received, currency }],
    ),
    { fact: "disputes", count: waiting.length },
  ];
}
