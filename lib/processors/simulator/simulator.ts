import type {
  AuthorizeAnswer,
  AuthorizeRequest,
  IncrementAnswer,
  IncrementRequest,
  Processor,
} from "../processor.ts";
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
  /** Other figures (risk scores, reference numbers) for the same operations. */
  seed?: string;
}

type Operation = Pick<AuthorizeRequest, "environmentId" | "operationId">;

const succeeded = { result: "succeeded" } as const;

/**
 * A card and bank network inside this process, with the documented test instruments and no real money. It remembers
 * nothing: every answer follows from the question, whose time is when its operation began, so that the same operation is
 * answered the same for ever.
 */
export function createSimulator({ seed = "comptoir" }: Setup = {}): Processor {
  const source = ({ environmentId, operationId }: Operation): Source => ({
    seed,
    environmentId,
    operationId,
  });

  return {
    name: "simulator",
    vault: async (input, now) => vault(input, now),
    wellKnown,
    isShared,
    binOf,
    renewal,
    verify: async (request) => verifyInstrument(request),
    setUp: async (request) => setUpInstrument(request),
    readDeposits: async ({ guess }) => readDeposits(guess),
    authorize: async (request) => authorize(request, source(request)),
    increment: async (request) => increment(request),
    capture: async () => succeeded,
    cancel: async () => succeeded,
    refund: async (request) => returnMoney(request, source(request)),
    cancelRefund: async () => succeeded,
    returnCash: async (request) => returnCash(request, source(request)),
    sendReturn: async (request) => sendReturn(request, source(request)),
    payoutAccount: async (input) => payoutAccount(input),
    isInstant,
    payOut: async (request) => payOut(request, source(request)),
    topUp: async (request) => topUp(request, source(request)),
    claims: claimsOf,
    submitEvidence: async (request) => readEvidence(request),
    acceptDispute: async () => succeeded,
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
