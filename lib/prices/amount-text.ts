import type { Tier } from "#db/schema/catalog";
import { type Currency, isCurrency } from "#lib/currencies";
import { parseDecimal, toDecimalString } from "#lib/money";
import { readExactAmount, toMajorText } from "./exact-amount.ts";
import type { PriceModelName } from "./price-in.ts";
import type { AmountInput } from "./price-input.ts";
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

/** The amounts of a text, of a price of this model; null for what is none. */
export function readAmountText(text: string, model: PriceModelName, currency: Currency): AmountInput | null {
  if (model === "custom") return readCustom(text, currency);
  if (model === "graduated" || model === "volume") return readTiers(text, currency);
  const unitAmount = exactly(text, currency);
  return unitAmount === null ? null : { unitAmount };
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

/** The other currencies of a text; null for what is none. */
export function readOthersText(text: string, model: PriceModelName): Record<string, AmountInput> | null {
  const others: Record<string, AmountInput> = {};
  for (const part of text.split("|").filter((one) => one.trim() !== "")) {
    const [, name = "", amounts = ""] = /^\s*([a-z]{3})\s*=(.*)$/is.exec(part) ?? [];
    const currency = name.toLowerCase();
    const read = isCurrency(currency) ? readAmountText(amounts, model, currency) : null;
    if (!read || currency in others) return null;
    others[currency] = read;
  }
  return others;
}

function tierText({ upTo, unitAmount, flatAmount }: Tier, currency: Currency): string {
  const unit = unitAmount === null ? "" : toMajorText(unitAmount, currency);
  const flat = flatAmount === null ? "" : `+${toMajorText(flatAmount, currency)}`;
  return `${upTo ?? "inf"}:${unit}${flat}`;
}

function readTiers(text: string, currency: Currency): AmountInput | null {
  const tiers: Tier[] = [];
  for (const part of text.trim().split(/\s+/)) {
    const [, end, unit = "", flat] = /^(\d{1,15}|inf):([\d.]*)(?:\+([\d.]+))?$/.exec(part) ?? [];
    const unitAmount = unit === "" ? null : exactly(unit, currency);
    const flatAmount = flat === undefined ? null : exactly(flat, currency);
    const isRead =
      end !== undefined && (unit === "" || unitAmount !== null) && (!flat || flatAmount !== null);
    if (!isRead) return null;
    tiers.push({ upTo: end === "inf" ? null : Number(end), unitAmount, flatAmount });
  }
  return { tiers };
}

function readCustom(text: string, currency: Currency): AmountInput | null {
  const match = /^\s*([\d.]*?)\.\.([\d.]*?)(?:~([\d.]+))?\s*$/.exec(text);
  if (!match) return null;
  const [minimum, maximum, preset] = match.slice(1, 4).map((part) => (part ? coins(part, currency) : null));
  if ([minimum, maximum, preset].includes(undefined)) return null;
  return {
    customUnitAmount: { minimum: minimum ?? null, maximum: maximum ?? null, preset: preset ?? null },
  };
}

function exactly(text: string, currency: Currency): string | null {
  const read = readExactAmount(text, currency, "en");
  return read.ok ? read.amount : null;
}

function coins(text: string, currency: Currency): number | undefined {
  const read = parseDecimal(text, currency, "en");
  return read.ok ? read.amount : undefined;
}
