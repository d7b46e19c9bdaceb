import { and, eq } from "drizzle-orm";
import { cashReturns, customers } from "#db/schema/index";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

export const cashReturnDataset: Dataset = {
  permission: "customers:read",
  table: cashReturns,
  joined: {
    table: customers,
    on: and(eq(customers.environmentId, cashReturns.environmentId), eq(customers.id, cashReturns.customerId)),
  },
  columns: {
    id: { kind: "text", of: cashReturns.id, usual: true },
    created: { kind: "moment", of: cashReturns.createdAt, usual: true },
    amount: { kind: "amount", of: cashReturns.amount, currency: cashReturns.currency, usual: true },
    currency: { kind: "text", of: cashReturns.currency, usual: true },
    status: { kind: "text", of: cashReturns.status, usual: true },
    reason: { kind: "text", of: cashReturns.reason, usual: true },
    failure_reason: { kind: "text", of: cashReturns.failureReason, usual: true },
    customer_id: { kind: "text", of: cashReturns.customerId, usual: true },
    email: { kind: "text", of: customers.email },
    reference: { kind: "text", of: cashReturns.reference },
  },
  about: cashReturns.customerId,
  metadata: cashReturns.metadata,
  narrow: asListed("cash_returns"),
};
