import type { z } from "zod";
import * as p from "#lib/api/params";
import { invalid } from "#lib/errors";
import type { ReconciliationMode } from "./change-reconciliation.ts";
import { transferTypeOf } from "./transfer-types.ts";

/** How what a customer sends ahead is spent. Understood by `toMode`. */
export const settingsParam = () =>
  p.hash({ reconciliation_mode: p.oneOf(["automatic", "manual", "merchant_default"]).optional() });

/** The mode in the core's words; undefined where nothing is said of it. */
export function toMode(
  given: z.output<ReturnType<typeof settingsParam>> | undefined,
): ReconciliationMode | undefined {
  const mode = given?.reconciliation_mode;
  return mode === "merchant_default" ? null : mode;
}

const euroCountries = ["BE", "DE", "ES", "FR", "IE", "NL"] as const;
export const transferTypes = [
  "eu_bank_transfer",
  "gb_bank_transfer",
  "jp_bank_transfer",
  "mx_bank_transfer",
  "us_bank_transfer",
] as const;

/** How a customer sends money. `jp_bank_account` is what the official command line calls the Japanese one. */
export const transferParam = () =>
  p.hash({
    eu_bank_transfer: p.hash({ country: p.oneOf(euroCountries) }).optional(),
    requested_address_types: p
      .listOf(p.oneOf(["aba", "iban", "sort_code", "spei", "swift", "zengin", "sepa"]))
      .optional(),
    type: p
      .oneOf([...transferTypes, "jp_bank_account"])
      .transform((type) => (type === "jp_bank_account" ? ("jp_bank_transfer" as const) : type)),
  });

export const instructionParams = p.params({
  bank_transfer: transferParam(),
  currency: p.currency(),
  funding_type: p.oneOf(["bank_transfer"]),
});

/** Where money is to be sent. Throws where this currency is not sent in this way. */
export function toInstructions({ bank_transfer: transfer, currency }: z.output<typeof instructionParams>) {
  assertTransfer(transfer.type, currency, "bank_transfer[type]");
  if (currency === "eur" && !transfer.eu_bank_transfer) {
    const param = "bank_transfer[eu_bank_transfer][country]";
    throw invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  }
  return { currency, type: transfer.type, country: transfer.eu_bank_transfer?.country };
}

/** Throws where money of a currency is not sent in this way. */
export function assertTransfer(type: string, currency: string, param: string): void {
  if (transferTypeOf(currency) === type) return;
  throw invalid(`The bank transfer type ${type} does not support the currency ${currency}.`, { param });
}
