import { eq, or, type SQL } from "drizzle-orm";
import { guests } from "#db/schema/index";
import type { Viewer } from "#lib/auth/viewer";
import { guestKinds } from "#lib/customers/figures/contribution";
import { oneOf, type QueryParams, readParams } from "#lib/lists/read-params";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

/** Of every kind, or of the one that the address says, as their list. */
export const guestDataset: Dataset = {
  permission: "customers:read",
  table: guests,
  columns: {
    id: { kind: "text", of: guests.id, usual: true },
    kind: { kind: "text", of: guests.kind, usual: true },
    name: { kind: "text", of: guests.name, usual: true },
    email: { kind: "text", of: guests.email, usual: true },
    phone: { kind: "text", of: guests.phone, usual: true },
    card_brand: { kind: "text", of: guests.brand, usual: true },
    last4: { kind: "text", of: guests.last4, usual: true },
    first_payment: { kind: "moment", of: guests.firstPaymentAt, usual: true },
    last_payment: { kind: "moment", of: guests.lastPaymentAt, permission: "payments:read" },
    spend: { kind: "amount", of: guests.spend, currency: "environment", permission: "payments:read" },
    payments: { kind: "number", of: guests.paymentCount, permission: "payments:read" },
    refunds: { kind: "number", of: guests.refundCount, permission: "payments:read" },
    disputes: { kind: "number", of: guests.disputeCount, permission: "payments:read" },
  },
  parts: guestKinds.map((kind) => eq(guests.kind, kind)),
  narrow,
};

const listed = asListed("guests");

async function narrow(viewer: Viewer, address: QueryParams): Promise<SQL | undefined> {
  const asked = readParams(address).one("by", oneOf(guestKinds));
  const kinds = asked === null ? guestKinds : [asked];
  return or(...(await Promise.all(kinds.map((by) => listed(viewer, { ...address, by })))));
}
