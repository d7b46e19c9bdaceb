import type { Cell } from "#db/engine/concealing";
import {
  maskCard,
  maskEmail,
  maskEmailsIn,
  maskFact,
  maskFreeText,
  maskListed,
  maskName,
  maskNamesIn,
  maskText,
  personalMask,
} from "./masks.ts";

type Mask = (value: string) => string;

/** The personal fields of each table that are a text of their own. */
const texts: Record<string, Record<string, Mask> | undefined> = {
  customers: {
    name: maskName,
    businessName: maskName,
    individualName: maskName,
    email: maskEmail,
    emailKey: maskEmail,
    phone: maskText,
    description: maskFreeText,
  },
  payment_intents: {
    last4: maskCard,
    fingerprint: maskText,
    receiptEmail: maskEmail,
    payerEmail: maskEmail,
    description: maskFreeText,
    cancellationNote: maskFreeText,
  },
  balance_transactions: { description: maskFreeText },
  customer_balance_transactions: { description: maskFreeText },
  setup_intents: { description: maskFreeText },
  // A receipt's address opens it to whoever has it.
  charges: { receiptEmail: maskEmail, description: maskFreeText, receiptToken: maskText },
  refunds: { note: maskFreeText, customerMessage: maskFreeText },
  refund_approvals: { note: maskFreeText, customerMessage: maskFreeText, decisionReason: maskFreeText },
  notes: { text: maskFreeText },
  guests: {
    key: (value) => (value.includes("@") ? maskEmail(value) : maskText(value)),
    name: maskName,
    email: maskEmail,
    phone: maskText,
    last4: maskCard,
  },
  payment_methods: { last4: maskCard, fingerprint: maskText, email: maskEmail, name: maskName },
  block_entries: {
    value: maskListed,
    last4: maskCard,
  },
  tax_ids: { value: maskText, verifiedName: maskName, verifiedAddress: maskText },
  // Who names a file may name who it is about.
  files: { filename: maskText },
  mails: { to: maskEmail, text: maskText, html: maskText },
  // What a server answers to an event may say all that the event does.
  webhook_attempts: { response: maskText },
};

/** Tables about the business's own people and machines: nothing in them is a customer's. */
const ownTables: ReadonlySet<string> = new Set([
  "accounts",
  "environments",
  "people",
  "members",
  "invitations",
  "sessions",
  "api_keys",
  "webhook_endpoints",
  "owner_offers",
]);

/**
 * What a viewer who is to be discreet reads in the place of a value. The one function that personal fields pass. `names`:
 * hidden in what somebody wrote.
 */
export function concealValue(cell: Cell, row: readonly Cell[], names: readonly string[]): unknown {
  const { table, column, value } = cell;
  if (value === null || value === undefined || ownTables.has(table)) return value;
  if (typeof value !== "string") return concealJson(cell, row, names);
  const mask = texts[table]?.[column];
  if (mask === maskFreeText) return maskNamesIn(mask(value), names);
  return mask ? mask(value) : maskEmailsIn(value);
}

/** Whether a value may hold what somebody wrote: a text that is theirs, or an object. */
export function isWritten({ table, column, value }: Cell): boolean {
  if (ownTables.has(table)) return false;
  if (typeof value === "string") return texts[table]?.[column] === maskFreeText;
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function concealJson({ column, value }: Cell, row: readonly Cell[], names: readonly string[]): unknown {
  if (column === "metadata") return concealMetadata(value, null, names);
  return concealObject(value, kindBehind(column, row), names);
}

/** What an object is that stands in a column: what an event's object was before is what it is now. */
function kindBehind(column: string, row: readonly Cell[]): string {
  if (column !== "previousAttributes") return column;
  const now = row.find((cell) => cell.table === "events" && cell.column === "data")?.value;
  return (typeof now === "object" && now !== null ? kindOf(now) : null) ?? "customer";
}

/** The names that a row tells: what is written of somebody beside them may say who they are. */
export function namesInRow(row: readonly Cell[]): string[] {
  return row.flatMap(({ table, column, value }) => {
    if (typeof value === "string") return texts[table]?.[column] === maskName ? [value] : [];
    return named.has(column) ? namesWithin(value, column) : [];
  });
}

/**
 * The names in an object, as far as its lists, whose items are objects of their own. `under`: what kind of object it is,
 * where it does not say so.
 */
export function namesWithin(value: unknown, under: string | null): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const kind = kindOf(value) ?? under;
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    if (typeof member === "string") return maskOf(key, kind) === maskName ? [member] : [];
    return namesWithin(member, kindUnder(key, kind));
  });
}

/**
 * An object as a discreet viewer sees it, such as an event's or the body of a call. `names`: hidden in what is written
 * of it, as are those it says itself.
 */
export function concealObject(value: unknown, under: string | null, names: readonly string[] = []): unknown {
  return concealWithin(value, under, [...names, ...namesWithin(value, under)]);
}

function concealWithin(value: unknown, under: string | null, names: readonly string[]): unknown {
  if (typeof value === "string") return maskEmailsIn(value);
  if (Array.isArray(value)) return value.map((item) => concealObject(item, under, names));
  if (typeof value !== "object" || value === null) return value;
  const kind = kindOf(value) ?? under;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, concealMember(key, member, { kind, names })]),
  );
}

function kindOf(value: object): string | null {
  if ("object" in value && typeof value.object === "string") return value.object;
  return "value_list" in value ? listed : null;
}

/** Where a member stands, and which names it must not tell. */
interface Within {
  kind: string | null;
  names: readonly string[];
}

function concealMember(key: string, member: unknown, { kind, names }: Within): unknown {
  if (key === "metadata") return concealMetadata(member, kind, names);
  if (typeof member === "number" && expiry.has(key)) return null;
  if (typeof member !== "string") return concealWithin(member, kindUnder(key, kind), names);
  const mask = maskOf(key, kind);
  if (mask === maskFreeText) return maskNamesIn(mask(member), names);
  return mask ? mask(member) : maskEmailsIn(member);
}

/** Until when a card is good tells it apart, as its number does. A number of which no letter could be left. */
const expiry: ReadonlySet<string> = new Set(["exp_month", "exp_year", "expMonth", "expYear"]);

function kindUnder(key: string, kind: string | null): string | null {
  return named.has(key) || taxed.has(key) ? key : kind;
}

/** What a business keeps beside an object, under names of its own. */
function concealMetadata(value: unknown, kind: string | null, names: readonly string[]): unknown {
  if (typeof value !== "object" || value === null) return concealWithin(value, kind, names);
  const shown = Object.entries(value).map(([key, member]) => {
    const hidden = concealMember(key, member, { kind, names });
    return [key, typeof hidden === "string" ? maskNamesIn(maskFact(key, hidden), names) : hidden];
  });
  return Object.fromEntries(shown);
}

function maskOf(key: string, kind: string | null): Mask | null {
  if (key === "name") return kind !== null && named.has(kind) ? maskName : null;
  if (key === "value" && kind === listed) return maskListed;
  if (key === "value" && kind !== null && taxed.has(kind)) return maskText;
  // Whoever has a link to a file is shown the file.
  if (key === "url" && kind === "file_link") return maskText;
  if (key === "reference" && kind !== null && transfers.has(kind)) return maskFreeText;
  return personalMask(key);
}

/** The kind of object that is on a list of values, as which a call also names one by its `value_list`. */
const listed = "radar.value_list_item";

/** The kinds of objects whose name is a customer's. */
const named: ReadonlySet<string> = new Set([
  "customer",
  "billing_details",
  "billingDetails",
  "shipping",
  "owner",
  "customer_details",
  "payment_method",
  "card",
  "source",
]);

/** What holds the number that a tax office knows somebody by. */
const taxed: ReadonlySet<string> = new Set(["tax_id", "tax_id_data"]);

/** What holds a transfer, beside which its sender wrote what they liked. */
const transfers: ReadonlySet<string> = new Set(["transfer", "customer_cash_balance_transaction", "customer"]);

/** The same of an object by its members; null stays null. */
export function concealFields(
  fields: Record<string, unknown> | null,
  names: readonly string[] = [],
): Record<string, unknown> | null {
  if (!fields) return null;
  const within = { kind: null, names: [...names, ...namesWithin(fields, null)] };
  return Object.fromEntries(
    Object.entries(fields).map(([key, member]) => [key, concealMember(key, member, within)]),
  );
}
