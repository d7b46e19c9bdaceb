import { z } from "zod";
import { hasPayoutFailure, type PayoutFailure } from "#lib/payout-failures";
import type {
  AuthorizeAnswer,
  BankTransferAnswer,
  CashReturnAnswer,
  EvidenceAnswer,
  IncrementAnswer,
  RefundAnswer,
  SetUpAnswer,
  SimpleAnswer,
  TransferEnd,
} from "../processor.ts";

/* The shapes of kept answers, read back as they were written. */

const check = z.enum(["pass", "fail", "unavailable", "unchecked"]).nullable();

const examined = z.object({
  checks: z.object({ cvc: check, postalCode: check, line1: check }),
  authentication: z
    .object({
      result: z.enum([
        "authenticated",
        "attempt_acknowledged",
        "failed",
        "not_supported",
        "exempted",
        "processing_error",
      ]),
      flow: z.enum(["challenge", "frictionless"]).nullable(),
      version: z.literal("2.2.0"),
      eci: z.string().nullable(),
      resultReason: z.string().nullable(),
    })
    .nullable(),
});

const assessed = examined.extend({
  risk: z.object({
    level: z.enum(["normal", "elevated", "highest", "not_assessed"]),
    score: z.number().nullable(),
  }),
});

const declined = z.object({
  result: z.literal("declined"),
  code: z.string(),
  declineCode: z.string().nullable(),
  param: z.string().nullable(),
  message: z.string(),
  advice: z.string().nullable(),
  networkDeclineCode: z.string().nullable(),
});

const futureDispute = z
  .enum([
    "fraudulent",
    "product_not_received",
    "inquiry",
    "early_fraud_warning",
    "compelling_evidence",
    "multiple_disputes",
    "noncompliant",
    "debit_not_authorized",
  ])
  .nullable();

const depositsSent = z.object({
  result: z.literal("requires_action"),
  action: z.literal("verify_with_deposits"),
  kind: z.enum(["descriptor_code", "amounts"]),
  arriveAt: z.number(),
  failAt: z.number().nullable(),
});

const challenge = z.object({ result: z.literal("requires_action"), action: z.literal("three_d_secure") });
const waiting = z.discriminatedUnion("action", [challenge, depositsSent]);

export const authorizeAnswer = assessed.and(
  z.discriminatedUnion("result", [
    z.object({
      result: z.literal("succeeded"),
      authorizationCode: z.string().nullable(),
      networkTransactionId: z.string().nullable(),
      futureDispute,
      availableAtOnce: z.boolean(),
      review: z.enum(["manual", "rule"]).nullable(),
      allowedBy: z.string().nullish(),
    }),
    waiting,
    z.object({
      result: z.literal("processing"),
      settlesAt: z.number().nullable(),
      outcome: z.union([z.object({ result: z.literal("succeeded") }), declined]),
      futureDispute,
      allowedBy: z.string().nullish(),
    }),
    declined,
    z.object({ result: z.literal("blocked"), rule: z.string().nullable(), message: z.string() }),
  ]),
) satisfies z.ZodType<AuthorizeAnswer>;

export const setUpAnswer = examined.and(
  z.discriminatedUnion("result", [z.object({ result: z.literal("succeeded") }), waiting, declined]),
) satisfies z.ZodType<SetUpAnswer>;

export const incrementAnswer = z.discriminatedUnion("result", [
  z.object({ result: z.literal("succeeded") }),
  declined,
]) satisfies z.ZodType<IncrementAnswer>;

export const simpleAnswer = z.discriminatedUnion("result", [
  z.object({ result: z.literal("succeeded") }),
  z.object({ result: z.literal("failed"), code: z.string(), message: z.string() }),
]) satisfies z.ZodType<SimpleAnswer>;

export const refundAnswer = z.union([
  z.object({
    result: z.enum(["succeeded", "pending"]),
    type: z.enum(["refund", "reversal"]),
    referenceNumber: z.string().nullable(),
    referenceType: z.literal("acquirer_reference_number").nullable(),
    later: z
      .union([
        z.object({ at: z.number(), result: z.literal("succeeded") }),
        z.object({ at: z.number(), result: z.literal("failed"), reason: z.string() }),
      ])
      .nullable(),
  }),
  z.object({ result: z.literal("failed"), reason: z.string() }),
]) satisfies z.ZodType<RefundAnswer>;

export const transferEnd = z.discriminatedUnion("result", [
  z.object({ at: z.number(), result: z.literal("succeeded"), reference: z.string() }),
  z.object({ at: z.number(), result: z.literal("failed"), reason: z.string() }),
]) satisfies z.ZodType<TransferEnd>;

export const cashReturnAnswer = z.discriminatedUnion("result", [
  z.object({ result: z.literal("pending"), end: transferEnd }),
  z.object({
    result: z.literal("requires_action"),
    expiresAt: z.number(),
    answer: z.object({ at: z.number(), end: transferEnd }).nullable(),
  }),
]) satisfies z.ZodType<CashReturnAnswer>;

export const bankTransferAnswer = z.object({
  traceId: z.string(),
  endsAt: z.number(),
  failure: z
    .object({
      code: z.custom<PayoutFailure>((code) => typeof code === "string" && hasPayoutFailure(code)),
      at: z.number(),
    })
    .nullable(),
}) satisfies z.ZodType<BankTransferAnswer>;

export const evidenceAnswer = z.object({
  result: z.literal("received"),
  decision: z
    .discriminatedUnion("outcome", [
      z.object({ outcome: z.enum(["won", "lost"]), at: z.number() }),
      z.object({
        outcome: z.literal("escalated"),
        at: z.number(),
        dueBy: z.number(),
        reasonCode: z.string(),
      }),
    ])
    .nullable(),
}) satisfies z.ZodType<EvidenceAnswer>;
