import type { StatusLook } from "../_ui/status";
import type { Currency } from "#lib/money";

type StatusKey =
  | "succeeded"
  | "partlyRefunded"
  | "refunded"
  | "disputed"
  | "failed"
  | "uncaptured"
  | "processing"
  | "canceled";

export const looks: Record<StatusKey, StatusLook> = {
  succeeded: { tone: "good", mark: "filled" },
  partlyRefunded: { tone: "plain", mark: "ring" },
  refunded: { tone: "plain", mark: "ring" },
  disputed: { tone: "hurt", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
  uncaptured: { tone: "wait", mark: "ring" },
  processing: { tone: "wait", mark: "ring" },
  canceled: { tone: "plain", mark: "filled" },
};

export const statusKeys: StatusKey[] = [
  "succeeded",
  "partlyRefunded",
  "refunded",
  "uncaptured",
  "processing",
  "canceled",
  "failed",
  "disputed",
];

export type Sample = {
  id: string;
  amount: number;
  currency: Currency;
  status: StatusKey;
  customer: string | null;
  method: string;
  at: number;
};

export const now = Date.UTC(2026, 10, 22, 20, 50);

const minutes = 60_000;

export const payments: Sample[] = [
  sample(1, 12_800, "eur", "succeeded", "Zoë Ølund", "Visa •• 4242"),
  sample(2, 6450, "eur", "partlyRefunded", "Hugo Marchetti", "Mastercard •• 4444"),
  sample(3, 124_000, "usd", "disputed", "Northwind Interiors", "Amex •• 0005"),
  sample(4, 18_500, "jpy", "succeeded", "佐藤 花子", "JCB •• 0505"),
  sample(5, 21_230, "eur", "uncaptured", "Atelier Brume", "Visa •• 3220"),
  sample(6, 2500, "eur", "failed", null, "Visa •• 9995"),
  sample(
    7,
    12_345_678,
    "kwd",
    "processing",
    "Société Anonyme des Très Longs Noms de Clients",
    "SEPA •• 3000",
  ),
];

function sample(
  index: number,
  amount: number,
  currency: Currency,
  status: StatusKey,
  customer: string | null,
  method: string,
): Sample {
  return { id: `pi_${index}`, amount, currency, status, customer, method, at: now - index * 47 * minutes };
}

/** Four weeks of believable days, the same each time. */
export const volume = Array.from({ length: 28 }, (_, day) => ({
  at: now - (27 - day) * 24 * 60 * minutes,
  amount: Math.round(320_000 + 160_000 * Math.sin(day / 2.1) + 40_000 * Math.cos(day * 1.7)),
  before: Math.round(240_000 + 150_000 * Math.sin((day + 2) / 2.6) + 20_000 * Math.cos(day * 1.3)),
}));
