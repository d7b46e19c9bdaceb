import type { z } from "zod";
import type {
  AuthorizeAnswer,
  AuthorizeRequest,
  IncrementAnswer,
  IncrementRequest,
  Processor,
  SimpleAnswer,
} from "../processor.ts";
import type { AnswerStore } from "./answer-store.ts";
import {
  authorizeAnswer,
  bankTransferAnswer,
  cashReturnAnswer,
  evidenceAnswer,
  incrementAnswer,
  refundAnswer,
  setUpAnswer,
  simpleAnswer,
  transferEnd,
} from "./answers.ts";
import { authorizeCard } from "./authorize-card.ts";
import { authorizeDebit } from "./authorize-debit.ts";
import { claimsOf } from "./claims.ts";
import { declined } from "./declines.ts";
import { readDeposits } from "./deposits.ts";
import { readEvidence } from "./read-evidence.ts";
import type { Source } from "./invented.ts";
import { payOut, topUp } from "./move-bank-money.ts";
import { isInstant, payoutAccount } from "./payout-accounts.ts";
import { binOf, resolve } from "./reference.ts";
import { renewal } from "./renewal.ts";
import { returnCash, sendReturn } from "./return-cash.ts";
import { returnMoney } from "./return-money.ts";
import { setUpInstrument } from "./set-up-instrument.ts";
import { vault } from "./vault.ts";
import { verifyInstrument } from "./verify-instrument.ts";
import { isShared, wellKnown } from "./well-known.ts";

interface Setup {
  answers: AnswerStore;
  /** Other figures (risk scores, reference numbers) for the same operations. */
  seed?: string;
}

type Operation = Pick<AuthorizeRequest, "environmentId" | "operationId">;

/** A card and bank network inside this process, with the documented test instruments and no real money. */
export function createSimulator({ answers, seed = "comptoir" }: Setup): Processor {
  const once = remembering(answers);
  const source = ({ environmentId, operationId }: Operation): Source => ({
    seed,
    environmentId,
    operationId,
  });
  const succeed = async (): Promise<SimpleAnswer> => ({ result: "succeeded" });

  return {
    name: "simulator",
    vault: async (input, now) => vault(input, now),
    wellKnown,
    isShared,
    binOf,
    renewal,
    verify: async (request) => verifyInstrument(request),
    setUp: (request) => once("set up", request, setUpAnswer, async () => setUpInstrument(request)),
    readDeposits: async ({ guess }) => readDeposits(guess),
    authorize: (request) =>
      once("authorize", request, authorizeAnswer, async () => authorize(request, source(request))),
    increment: (request) => once("increment", request, incrementAnswer, async () => increment(request)),
    capture: (request) => once("capture", request, simpleAnswer, succeed),
    cancel: (request) => once("cancel", request, simpleAnswer, succeed),
    refund: (request) =>
      once("refund", request, refundAnswer, async () => returnMoney(request, source(request))),
    cancelRefund: (request) => once("cancel refund", request, simpleAnswer, succeed),
    returnCash: (request) =>
      once("return cash", request, cashReturnAnswer, async () => returnCash(request, source(request))),
    sendReturn: (request) =>
      once("send return", request, transferEnd, async () => sendReturn(request, source(request))),
    payoutAccount: async (input) => payoutAccount(input),
    isInstant,
    payOut: (request) =>
      once("pay out", request, bankTransferAnswer, async () => payOut(request, source(request))),
    topUp: (request) =>
      once("top up", request, bankTransferAnswer, async () => topUp(request, source(request))),
    claims: claimsOf,
    submitEvidence: (request) =>
      once("submit evidence", request, evidenceAnswer, async () => readEvidence(request)),
    acceptDispute: (request) => once("accept dispute", request, simpleAnswer, succeed),
  };
}

function authorize(request: AuthorizeRequest, source: Source): AuthorizeAnswer {
  const found = resolve(request.reference);
  if (found.type === "debit") return authorizeDebit(found.behaviour, request, source);
  return authorizeCard(found.card, found.cvcProvided, request, source);
}

function increment({ reference }: IncrementRequest): IncrementAnswer {
  const found = resolve(reference);
  const declines = found.type === "debit" || found.card.behaviour.increment === "declined";
  return declines ? declined("generic_decline") : { result: "succeeded" };
}

/** Answers an operation the first time, and repeats that answer ever after. */
function remembering(answers: AnswerStore) {
  return async function once<Answer>(
    kind: string,
    { environmentId, operationId }: Operation,
    shape: z.ZodType<Answer>,
    answer: () => Promise<Answer>,
  ): Promise<Answer> {
    const kept = await answers.find(environmentId, operationId);
    if (kept !== null && kept !== undefined) return shape.parse(kept);
    const given = await answer();
    await answers.save(environmentId, operationId, kind, given);
    return given;
  };
}
