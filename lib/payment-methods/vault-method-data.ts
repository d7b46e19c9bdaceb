import type { Address, Metadata, StoredInstrument, VaultedInstrument } from "#db/schema/customers";
import type { Viewer } from "#lib/auth/viewer";
import { sentAhead } from "#lib/cash/sent-ahead";
import { invalid } from "#lib/errors";
import { processor } from "#lib/processors/index";
import type { VaultInput } from "#lib/processors/processor";
import type { PaymentMethodRow } from "./wire.ts";
import { vaultInstrument } from "./vault-instrument.ts";

/** Billing details as somebody gives them: what is left out stays as it was, null takes it away. */
export interface BillingDetailsInput {
  address?: Partial<Address> | null;
  email?: string | null;
  name?: string | null;
  phone?: string | null;
  taxId?: string | null;
}

export interface TypedCard {
  number: string;
  expMonth: number;
  expYear: number;
  cvc?: string;
  preferredNetwork?: string;
}

interface UsBankAccountInput {
  routingNumber: string;
  accountNumber: string;
  accountHolderType?: string;
  accountType?: string;
}

interface MethodFacts {
  billingDetails?: BillingDetailsInput;
  metadata?: Metadata;
  allowRedisplay?: PaymentMethodRow["allowRedisplay"];
}

/** A payment method as it is typed, or as a token of one. */
export type MethodData = MethodFacts &
  (
    | { type: "card"; card: TypedCard | { token: string } }
    | { type: "customer_balance" }
    | { type: "sepa_debit"; sepaDebit: { iban: string } }
    | { type: "us_bank_account"; usBankAccount: UsBankAccountInput }
  );

/** A payment method ready to be inserted: nothing in it that may not be stored. */
export interface VaultedMethod extends MethodFacts {
  type: MethodData["type"];
  source: { instrument: StoredInstrument } | { tokenId: string };
}

/**
 * Turns typed data into what may be stored. Calls the processor: do it before the transaction that inserts the
 * payment method. Throws a `card_error`, or an invalid request for a bank account.
 */
export async function vaultMethodData(viewer: Viewer, data: MethodData): Promise<VaultedMethod> {
  assertBillingDetails(data);
  const { type, billingDetails, metadata, allowRedisplay } = data;
  return { type, billingDetails, metadata, allowRedisplay, source: await sourceOf(viewer, data) };
}

async function sourceOf(viewer: Viewer, data: MethodData): Promise<VaultedMethod["source"]> {
  if (data.type === "customer_balance") return { instrument: sentAhead };
  if (data.type === "card" && "token" in data.card) return tokenSource(data.card.token);
  const instrument = await vaultInstrument(viewer, vaultInput(data));
  if (instrument.type !== "card" || data.type !== "card" || "token" in data.card) return { instrument };
  return { instrument: withNetwork(instrument, data.card.preferredNetwork) };
}

function tokenSource(token: string): VaultedMethod["source"] {
  if (!token.startsWith("tok_")) throw invalid(`Invalid token id: ${token}`, { param: "token" });
  const instrument = processor().wellKnown(token);
  return instrument ? { instrument } : { tokenId: token };
}

function vaultInput(data: Exclude<MethodData, { type: "customer_balance" }>): VaultInput {
  switch (data.type) {
    case "card": {
      if ("token" in data.card) throw new Error("A token is not vaulted again");
      const { number, expMonth, expYear, cvc } = data.card;
      const postalCode = data.billingDetails?.address?.postal_code ?? undefined;
      return { type: "card", number, expMonth, expYear, cvc, postalCode };
    }
    case "sepa_debit":
      return { type: "sepa_debit", iban: data.sepaDebit.iban };
    case "us_bank_account": {
      const { routingNumber, accountNumber, accountHolderType, accountType } = data.usBankAccount;
      return {
        type: "us_bank_account",
        routingNumber,
        accountNumber,
        accountHolderType: accountHolderType ?? "individual",
        accountType: accountType ?? "checking",
      };
    }
  }
}

function withNetwork(instrument: VaultedInstrument, preferred: string | undefined): VaultedInstrument {
  if (preferred === undefined || instrument.type !== "card") return instrument;
  return { ...instrument, card: { ...instrument.card, preferredNetwork: preferred } };
}

/** A debit's mandate names its payer. */
const requiredDetails = {
  card: [],
  customer_balance: [],
  sepa_debit: ["name", "email"],
  us_bank_account: ["name"],
} as const satisfies Record<MethodData["type"], readonly ("name" | "email")[]>;

function assertBillingDetails({ type, billingDetails }: MethodData): void {
  for (const field of requiredDetails[type]) {
    if (billingDetails?.[field]) continue;
    const param = `billing_details[${field}]`;
    throw invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  }
}
