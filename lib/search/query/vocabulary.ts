import { disputeStatuses } from "#lib/disputes/list/dispute-list";
import { payoutKinds } from "#lib/payouts/payout-kind";
import type { Locale } from "#lib/i18n/locale";
import { cardBrands, listedStatuses, methodTypes } from "#lib/payments/list/payment-filters";

/** What stands for what, among the names that may stand before a colon. */
export const filterNames: Readonly<Record<string, FilterName>> = {
  amount: "amount",
  brand: "brand",
  country: "country",
  created: "date",
  date: "date",
  currency: "currency",
  customer: "customer",
  email: "email",
  exp: "exp",
  flow: "flow",
  has: "has",
  is: "is",
  last4: "last4",
  metadata: "metadata",
  name: "name",
  number: "number",
  postal: "postal",
  product: "product",
  receipt: "receipt",
  risk_level: "risk_level",
  status: "status",
  type: "type",
  usage: "usage",
  zip: "postal",
};

/** Values that are equal or not. */
export type FactName =
  | "brand"
  | "country"
  | "currency"
  | "customer"
  | "exp"
  | "flow"
  | "has"
  | "is"
  | "last4"
  | "number"
  | "postal"
  | "product"
  | "receipt"
  | "risk_level"
  | "status"
  | "type"
  | "usage";
export type FilterName = FactName | "amount" | "date" | "email" | "name" | "metadata";

const intentStatuses = [
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
  "requires_capture",
] as const;

/** Those of payments, of disputes and of payouts; what goes by the same word is told once. */
const statuses = [
  ...new Set([...listedStatuses, "pending", ...disputeStatuses, "in_transit", "paid", "failed", "canceled"]),
];

/** Where only these can be, whatever else is typed is not understood. */
export const closedValues: Partial<Record<FilterName, readonly string[]>> = {
  brand: cardBrands,
  flow: ["none", "redirect", "receiver", "code_verification"],
  has: [
    "balance",
    "customer",
    "description",
    "dispute",
    "email",
    "evidence",
    "metadata",
    "note",
    "payment_method",
    "receipt",
    "refund",
    "shipping",
  ],
  is: [
    ...statuses,
    ...payoutKinds,
    "active",
    "archived",
    "chargeback",
    "compliance",
    "delinquent",
    "forever",
    "inquiry",
    "once",
    "one_time",
    "recurring",
    "repeating",
  ],
  risk_level: ["normal", "elevated", "highest", "not_assessed"],
  status: [...statuses, ...intentStatuses, "active", "archived", "enabled", "disabled"],
  usage: ["single_use", "reusable"],
};

const suggested: Partial<Record<FilterName, readonly string[]>> = {
  ...closedValues,
  currency: ["eur", "usd", "gbp"],
  type: methodTypes,
};

/** Either language is understood; each person is offered their own. */
const days: Record<Locale, readonly string[]> = {
  en: ["today", "yesterday", "this_week", "last_week", "this_month", "last_month"],
  fr: ["aujourd'hui", "hier", "cette_semaine", "semaine_dernière", "ce_mois", "mois_dernier"],
};

/** What is suggested after a filter's colon, also where other values are possible. */
export function suggestedValues(name: FilterName, locale: Locale): readonly string[] {
  return (name === "date" ? days[locale] : suggested[name]) ?? [];
}

const otherNames: Readonly<Record<string, string>> = {
  american_express: "amex",
  diners_club: "diners",
  sepa: "sepa_debit",
  cancelled: "canceled",
  partial_refund: "partially_refunded",
};

/** A value in the words of the index. */
export function valueOf(name: FactName, typed: string): string {
  const value = typed.trim().toLowerCase();
  if (name === "postal") return value.replaceAll(/\s/g, "");
  if (name === "exp")
    return value.replace(/^(\d)\/(?:20)?(\d\d)$/, "0$1/$2").replace(/^(\d\d)\/20(\d\d)$/, "$1/$2");
  if (!["brand", "has", "is", "risk_level", "status", "type", "usage"].includes(name)) return value;
  const word = value.replaceAll(/[\s-]+/g, "_");
  return otherNames[word] ?? word;
}
