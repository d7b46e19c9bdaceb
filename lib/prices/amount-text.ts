import type { Tier } from "#db/schema/catalog";
import { type Currency, isCurrency } from "#lib/currencies";
import { toDecimalString } from "#lib/money";
import { toMajorText } from "./exact-amount.ts";
import type { PriceRow } from "./wire.ts";

/*
 * What a price is in a currency as one text of plain figures in major units, so that a spreadsheet can hold it:
 * "12.50"; in tiers "10:7.00+29.00 50:5.50 inf:4.125" (the last unit, what each costs, a flat fee where there is one);
 * chosen by the customer "5.00..500.00~20.00" (from, to, suggested).
 */

type Amounts = Pick<PriceRow, "unitAmount" | "tiers" | "customUnitAmount">;

/** The text of some amounts. */
export function toAmountText({ unitAmount, tiers, customUnitAmount }: Amounts, currency: Currency): string {
  if (tiers) return tiers.map((tier) => tierText(tier, currency)).join(" ");
  if (!customUnitAmount) return unitAmount === null ? "" : toMajorText(unitAmount, currency);
  const said = (amount: number | null) => (amount === null ? "" : toDecimalString({ amount, currency }));
  const { minimum, maximum, preset } = customUnitAmount;
  return `${said(minimum)}..${said(maximum)}${preset === null ? "" : `~${said(preset)}`}`;
}

/** Amounts in other currencies in one text: "jpy=1500|usd=0.05". */
export function toOthersText({ currencyOptions }: Pick<PriceRow, "currencyOptions">): string {
  return Object.entries(currencyOptions)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([currency, amounts]) =>
      isCurrency(currency) ? [`${currency}=${toAmountText(amounts, currency)}`] : [],
    )
    .join("|");
}

function tierText({ upTo, unitAmount, flatAmount }: Tier, currency: Currency): string {
  const unit = unitAmount === null ? "" : toMajorText(unitAmount, currency);
  const flat = flatAmount === null ? "" : `+${toMajorText(flatAmount, currency)}`;
  return `${upTo ?? "inf"}:${unit}${flat}`;
}
