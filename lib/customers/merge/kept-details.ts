import type { CustomerRow } from "../wire.ts";

/** What people read of a customer, beside the metadata. */
const facts = [
  "name",
  "individualName",
  "businessName",
  "email",
  "phone",
  "description",
  "address",
  "shipping",
  "language",
  "taxExempt",
  "discount",
  "defaultPaymentMethodId",
] as const;
type Fact = (typeof facts)[number];

/** One thing that either of two customers says, and whose word is kept. */
export interface KeptDetail {
  detail: { fact: Fact } | { metadata: string };
  /** Neither: there is no room for it in the metadata of the one who stays. */
  of: "stays" | "goes" | "both" | "neither";
}

interface Merged {
  into: CustomerRow;
  from: CustomerRow;
  /** The one who stays, as they are then. */
  after: CustomerRow;
}

/** Whose details are kept when one customer becomes part of another, of all that either says. */
export function keptDetails({ into, from, after }: Merged): KeptDetail[] {
  const names = Object.keys({ ...into.metadata, ...from.metadata });
  const details = [...facts.map((fact) => ({ fact })), ...names.map((metadata) => ({ metadata }))];
  return details.flatMap((detail): KeptDetail[] => {
    const [stays, goes, kept] = [into, from, after].map((row) => said(row, detail));
    if (stays === undefined && goes === undefined) return [];
    if (stays === goes) return [{ detail, of: "both" }];
    if (kept === undefined) return [{ detail, of: "neither" }];
    return [{ detail, of: kept === stays ? "stays" : "goes" }];
  });
}

/** What a customer says of a detail, as text to be compared; undefined where they say nothing. */
function said(row: CustomerRow, detail: KeptDetail["detail"]): string | undefined {
  if ("metadata" in detail) {
    return Object.hasOwn(row.metadata, detail.metadata) ? row.metadata[detail.metadata] : undefined;
  }
  const { fact } = detail;
  // Everybody is taxed unless somebody says otherwise.
  if (fact === "taxExempt" && row.taxExempt === "none") return undefined;
  const value = fact === "language" ? row.preferredLocales[0] : row[fact];
  return value === null || value === undefined ? undefined : JSON.stringify(value);
}
