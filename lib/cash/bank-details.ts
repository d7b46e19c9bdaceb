import type Stripe from "stripe";
import { createHash } from "node:crypto";
import type { ViewedEnvironment } from "#lib/auth/viewer";

type FinancialAddress = Stripe.FundingInstructions.BankTransfer.FinancialAddress;

export interface Recipient {
  environment: Pick<ViewedEnvironment, "id" | "accountName" | "country">;
  customerId: string;
  currency: string;
  /** Of the account that euros are sent to; the business's own where it is in one of them. */
  country?: string | undefined;
}

/** Where a customer sends money ahead to: an account number of their own at a bank that does not exist. */
export function bankDetails({ environment, customerId, currency, country }: Recipient): FinancialAddress[] {
  const digits = digitsOf(`${environment.id} ${customerId} ${currency}`);
  const address = { ...nowhere, country: environment.country };
  const at = {
    account_holder_address: address,
    account_holder_name: environment.accountName,
    bank_address: address,
  };
  const bank_name = "TEST BANK";
  switch (currency) {
    case "eur": {
      const of = country ?? euroCountry(environment.country);
      const iban = { ...at, bic: "TESTDEFFXXX", country: of, iban: ibanOf(of, digits) };
      return [{ type: "iban", supported_networks: ["sepa"], iban }];
    }
    case "gbp": {
      const sort_code = { ...at, account_number: digits.slice(0, 8), sort_code: "108800" };
      return [{ type: "sort_code", supported_networks: ["bacs", "fps"], sort_code }];
    }
    case "jpy": {
      const branch = { branch_code: "001", branch_name: "TEST BRANCH" };
      const number = { account_number: digits.slice(0, 7), account_type: "futsu", bank_code: "0000" };
      return [
        {
          type: "zengin",
          supported_networks: ["zengin"],
          zengin: { ...at, ...number, ...branch, bank_name },
        },
      ];
    }
    case "mxn": {
      const spei = { ...at, bank_code: "000", bank_name, clabe: `000180${digits.slice(0, 12)}` };
      return [{ type: "spei", supported_networks: ["spei"], spei }];
    }
    default: {
      const number = { account_number: digits.slice(0, 12), account_type: "checking", bank_name };
      const aba = { ...at, ...number, routing_number: "110000000" };
      const swift = { ...at, ...number, swift_code: "TESTUS99XXX" };
      return [
        { type: "aba", supported_networks: ["ach", "domestic_wire_us"], aba },
        { type: "swift", supported_networks: ["swift"], swift },
      ];
    }
  }
}

/** What a customer writes beside a transfer, so that it finds its payment. */
export function transferReference(paymentId: string): string {
  return createHash("sha256").update(paymentId).digest("hex").slice(0, 12).toUpperCase();
}

const euroCountries = ["BE", "DE", "ES", "FR", "IE", "NL"];
const nowhere = { city: null, line1: null, line2: null, postal_code: null, state: null };

function euroCountry(country: string): string {
  return euroCountries.includes(country) ? country : "IE";
}

function ibanOf(country: string, digits: string): string {
  const national = `TEST${digits.slice(0, 14)}`;
  const asNumber = `${national}${country}00`.replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  const check = 98n - (BigInt(asNumber) % 97n);
  return `${country}${String(check).padStart(2, "0")}${national}`;
}

/** Always the same digits for the same words. */
function digitsOf(words: string): string {
  const hash = createHash("sha256").update(words).digest("hex").slice(0, 24);
  return String(BigInt(`0x${hash}`))
    .padStart(28, "0")
    .slice(0, 20);
}
