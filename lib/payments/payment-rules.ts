import type { Viewer } from "#lib/auth/viewer";
import { cashCurrencies } from "#lib/cash/sent-ahead";
import { invalid } from "#lib/errors";
import { convert } from "#lib/ledger/exchange-rates";
import {
  chargeStep,
  type Currency,
  isCurrency,
  maximumCharge,
  minimumCharge,
  toDecimalString,
} from "#lib/money";
import type { PaymentInput } from "./payment-input.ts";

/** A receipt says who its customer is: to whom that is hidden names no address of their own for it. */
export function assertReceiptOfPayer(
  { conceal }: Pick<Viewer, "conceal">,
  { customerId, receiptEmail }: Pick<PaymentInput, "customerId" | "receiptEmail">,
): void {
  if (!conceal || !customerId || !receiptEmail) return;
  throw invalid("Who this customer is is hidden from you. Send the receipt from the payment afterwards.", {
    code: "receipt_hidden",
    param: "receipt_email",
  });
}

/** Throws unless the amount (minor units) may be charged in this currency. */
export function assertChargeable(amount: number, currency: string): void {
  if (!isCurrency(currency)) {
    throw invalid(
      `Invalid currency: ${currency}. Use a three-letter ISO code of a supported currency, in lower case.`,
      {
        param: "currency",
      },
    );
  }
  if (!Number.isSafeInteger(amount) || amount < 1) {
    throw invalid("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
    });
  }
  if (amount > maximumCharge(currency)) {
    const limit = toDecimalString({ amount: maximumCharge(currency), currency });
    throw invalid(`Amount must be no more than ${limit} ${currency}`, {
      code: "amount_too_large",
      param: "amount",
    });
  }
  assertEnough(amount, currency);
  if (amount % chargeStep(currency) !== 0) {
    throw invalid(`Amounts in ${currency} have no decimals: the last two digits must be 00.`, {
      code: "parameter_invalid_integer",
      param: "amount",
    });
  }
}

/** The documented minimum, or what is worth 0.50 USD where none is documented. */
function assertEnough(amount: number, currency: Currency): void {
  const minimum = minimumCharge(currency);
  if (minimum !== undefined && amount < minimum) {
    const limit = toDecimalString({ amount: minimum, currency });
    throw invalid(`Amount must be at least ${limit} ${currency}`, {
      code: "amount_too_small",
      param: "amount",
    });
  }
  if (minimum === undefined && convert(amount, currency, "usd").amount < 50) {
    throw invalid("Amount must convert to at least 0.50 usd.", { code: "amount_too_small", param: "amount" });
  }
}

const forbiddenInDescriptor = /[<>\\'"*]/;

/** Source of the rules: https://docs.stripe.com/get-started/account/statement-descriptors */
export function assertDescriptors(
  input: Pick<PaymentInput, "statementDescriptor" | "statementDescriptorSuffix">,
): void {
  assertDescriptor(input.statementDescriptor, "statement_descriptor");
  assertDescriptor(input.statementDescriptorSuffix, "statement_descriptor_suffix");
}

/** A card's statement shows the account's own words, with a payment's suffix at most. */
export function assertDescriptorFits(
  { statementDescriptor }: Pick<PaymentInput, "statementDescriptor">,
  types: readonly string[],
): void {
  if (!statementDescriptor || !types.includes("card")) return;
  throw invalid(
    "The statement_descriptor parameter is not supported for the payment_method_type `card`. To continue supporting payment_method_type `card`, please pass in `statement_descriptor_suffix` or remove the `statement_descriptor` parameter altogether.",
    { param: "statement_descriptor" },
  );
}

function assertDescriptor(text: string | null | undefined, param: string): void {
  if (!text) return;
  if (text.length > 22) {
    throw invalid(`The statement descriptor must be at most 22 characters.`, { param });
  }
  if (param === "statement_descriptor" && text.length < 5) {
    throw invalid(`The statement descriptor must be at least 5 characters.`, { param });
  }
  if (/[^ -~]/.test(text)) {
    throw invalid(`The statement descriptor must contain only Latin characters.`, { param });
  }
  if (forbiddenInDescriptor.test(text) || !/[A-Za-z]/.test(text)) {
    throw invalid(
      `The statement descriptor must contain at least one alphabetic character, and none of < > \\ ' " *.`,
      { param },
    );
  }
}

const methodTypes = ["card", "customer_balance", "sepa_debit", "us_bank_account"] as const;

/** What a payment in this currency takes unless its maker says otherwise. */
export function defaultMethodTypes(currency: string): string[] {
  const local: Record<string, string[]> = { eur: ["sepa_debit"], usd: ["us_bank_account"] };
  return ["card", ...(local[currency] ?? [])];
}

/** What a payment in this currency takes where its maker asks for it. */
export function possibleMethodTypes(currency: string): string[] {
  const types = defaultMethodTypes(currency);
  return cashCurrencies.includes(currency) ? [...types, "customer_balance"] : types;
}

/** Throws where a type is not one that Comptoir takes, or not in this currency. */
export function assertMethodTypes(types: string[] | undefined, currency: string): void {
  for (const type of types ?? []) {
    if (!methodTypes.some((known) => known === type)) {
      throw invalid(`The payment method type provided: ${type} is invalid.`, {
        code: "payment_intent_invalid_parameter",
        param: "payment_method_types",
      });
    }
    if (type !== "card" && !possibleMethodTypes(currency).includes(type)) {
      throw invalid(`The payment method type ${type} does not support the currency ${currency}.`, {
        code: "payment_intent_invalid_parameter",
        param: "payment_method_types",
      });
    }
  }
}
