import type { FraudWarningRow } from "#lib/fraud-warnings/wire";
import type { ReviewRow } from "#lib/reviews/wire";
import type { DisputeRow } from "./wire.ts";

/** What banks and colleagues made of a payment after it was paid. */
export interface Aftermath {
  disputes: readonly DisputeRow[];
  warnings: readonly FraudWarningRow[];
  reviews: readonly ReviewRow[];
}

type StepOfDispute =
  "disputed" | "inquired" | "escalated" | "evidence_sent" | "dispute_won" | "dispute_lost" | "inquiry_closed";

export type DisputeMoment = { key: string; at: number } & (
  | { kind: StepOfDispute; dispute: DisputeRow }
  | { kind: "warned"; warning: FraudWarningRow }
  | { kind: "review_opened" | "review_closed"; review: ReviewRow }
);

/** What happened, each kind first to last. */
export function momentsOf({ disputes, warnings, reviews }: Aftermath): DisputeMoment[] {
  return [
    ...reviews.map((review) => ({
      kind: "review_opened" as const,
      key: review.id,
      at: review.createdAt,
      review,
    })),
    ...warnings.map((warning) => ({
      kind: "warned" as const,
      key: warning.id,
      at: warning.createdAt,
      warning,
    })),
    ...disputes.flatMap(lifeOf),
    ...reviews.flatMap((review) =>
      review.closedAt === null
        ? []
        : [{ kind: "review_closed" as const, key: `${review.id}-closed`, at: review.closedAt, review }],
    ),
  ];
}

function lifeOf(dispute: DisputeRow): DisputeMoment[] {
  const { id, createdAt, withdrawnAt, submittedAt, closedAt } = dispute;
  const moment = (kind: StepOfDispute, at: number) => ({ kind, key: `${id}-${kind}`, at, dispute });
  return [
    moment(withdrawnAt === createdAt ? "disputed" : "inquired", createdAt),
    ...(submittedAt === null ? [] : [moment("evidence_sent", submittedAt)]),
    ...(withdrawnAt === null || withdrawnAt === createdAt ? [] : [moment("escalated", withdrawnAt)]),
    ...(closedAt === null ? [] : [moment(endOf(dispute), closedAt)]),
  ];
}

function endOf({ status }: DisputeRow) {
  if (status === "won") return "dispute_won";
  return status === "lost" ? "dispute_lost" : "inquiry_closed";
}
