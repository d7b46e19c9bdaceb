import type { z } from "zod";
import type { RowProblem } from "#db/schema/imports";
import { isDay, addDays, startOfDay } from "#lib/calendar";
import { type Currency, isCurrency } from "#lib/currencies";
import { mostAmount, parseDecimal, toDecimalString } from "#lib/money";

/** What stands in a row, by field; what is empty is not there. */
export type Cells = Readonly<Record<string, string | undefined>>;

/** Reads a row cell by cell and keeps all that is wrong with it. What is empty or wrong is undefined. */
export function cellReader(cells: Cells) {
  const problems: RowProblem[] = [];
  const wrong = (field: string, code: string): undefined => void problems.push({ field, code });

  function text(field: string, longest: number, shape = /./): string | undefined {
    const said = cells[field] || undefined;
    if (said === undefined) return undefined;
    if (said.length > longest) return wrong(field, "too_long");
    return shape.test(said) ? said : wrong(field, "code_characters");
  }

  function yesOrNo(field: string): boolean | undefined {
    const word = cells[field]?.toLowerCase();
    if (!word) return undefined;
    if (["yes", "true", "1", "oui"].includes(word)) return true;
    return ["no", "false", "0", "non"].includes(word) ? false : wrong(field, "yes_no_unknown");
  }

  function oneOf<T extends string>(field: string, words: readonly T[]): T | undefined {
    const said = cells[field];
    if (!said) return undefined;
    return words.find((one) => one === said.toLowerCase()) ?? wrong(field, "word_unknown");
  }

  function count(field: string, most: number): number | undefined {
    const said = cells[field];
    if (!said) return undefined;
    const isCount = /^\d{1,10}$/.test(said) && Number(said) > 0 && Number(said) <= most;
    return isCount ? Number(said) : wrong(field, "quantity_invalid");
  }

  function currency(field: string): Currency | undefined {
    const said = cells[field]?.toLowerCase();
    if (!said) return undefined;
    return isCurrency(said) ? said : wrong(field, "currency_unknown");
  }

  /** Minor units, at least `least`. `of`: the field of the currency; one that is none is told as it is read. */
  function coins(field: string, of: string, least: number): number | undefined {
    const said = cells[field];
    const read = said ? readCoins(said, cells[of], least) : undefined;
    return typeof read === "string" ? wrong(field, read) : read;
  }

  /** Minor units by currency, as `writeCoinsByCurrency` has them, each at least `least`. */
  function coinsByCurrency(field: string, least: number): Record<string, number> | undefined {
    const said = cells[field];
    const read = said ? readCoinsByCurrency(said, least) : undefined;
    return typeof read === "string" ? wrong(field, read) : read;
  }

  /** A percentage as the API takes it. `code`: what is said of any other. */
  function percent(field: string, shape: z.ZodType<string>, code: string): string | undefined {
    const said = cells[field]?.replace(/\s?%$/, "").replace(",", ".");
    if (!said) return undefined;
    const read = shape.safeParse(said);
    return read.success ? read.data : wrong(field, code);
  }

  /** Milliseconds: a moment as `writeMoment` has it, or the end of a day on some zone's clocks. */
  function until(field: string, timeZone: string): number | undefined {
    const said = cells[field];
    return said ? (readUntil(said, timeZone) ?? wrong(field, "day_invalid")) : undefined;
  }

  return { problems, wrong, text, yesOrNo, oneOf, count, currency, coins, coinsByCurrency, percent, until };
}

export type CellReader = ReturnType<typeof cellReader>;

type Unread = "amount_too_small" | "amount_unreadable" | "currency_needed";

/** Undefined where the currency is none. */
function readCoins(text: string, name: string | undefined, least: number): number | Unread | undefined {
  if (!name) return "currency_needed";
  const currency = name.toLowerCase();
  if (!isCurrency(currency)) return undefined;
  const read = parseDecimal(text, currency, "en");
  if (!read.ok || read.amount > mostAmount) return "amount_unreadable";
  return read.amount < least ? "amount_too_small" : read.amount;
}

function readCoinsByCurrency(text: string, least: number): Record<string, number> | Unread {
  const amounts = new Map<string, number>();
  for (const part of text.split("|")) {
    const [, name = "", figures = ""] = /^\s*([a-z]{3})\s*=\s*(.*)$/i.exec(part) ?? [];
    const amount = name && readCoins(figures, name, least);
    if (amount === "amount_too_small") return amount;
    if (typeof amount !== "number" || amounts.has(name.toLowerCase())) return "amount_unreadable";
    amounts.set(name.toLowerCase(), amount);
  }
  return Object.fromEntries([...amounts].sort());
}

function readUntil(text: string, timeZone: string): number | undefined {
  if (isDay(text)) return startOfDay(addDays(text, 1), timeZone);
  const isMoment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text);
  return (isMoment && Date.parse(text)) || undefined;
}

export function writeYesNo(value: boolean | null): string {
  return value === null ? "" : value ? "yes" : "no";
}

/** An amount in major units, in plain figures. */
export function writeCoins(amount: number | null, currency: string | null): string {
  if (amount === null || currency === null || !isCurrency(currency)) return "";
  return toDecimalString({ amount, currency });
}

/** Amounts in several currencies in one text: "jpy=1500|usd=12.50". */
export function writeCoinsByCurrency(amounts: Record<string, number>): string {
  return Object.entries(amounts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, amount]) => `${currency}=${writeCoins(amount, currency)}`)
    .join("|");
}

/** A moment in UTC: "2026-12-31T22:59:59Z". */
export function writeMoment(at: number | null): string {
  return at === null ? "" : new Date(at).toISOString().replace(".000", "");
}
