import { get, list, post, resource } from "#lib/api/endpoint";
import { pageOf } from "#lib/api/page";
import * as p from "#lib/api/params";
import type { Viewer } from "#lib/auth/viewer";
import { bankDetails } from "./bank-details.ts";
import { changeReconciliation } from "./change-reconciliation.ts";
import { fundCash } from "./fund-cash.ts";
import { instructionParams, settingsParam, toInstructions, toMode } from "./params.ts";
import { getCash, getCashTransaction, listCashTransactions } from "./queries.ts";
import { type CashTransactionRow, toCashBalance, toCashTransaction } from "./wire.ts";

const read = "customers:read" as const;
const write = "customers:write" as const;
const answer = (viewer: Viewer, row: CashTransactionRow) => toCashTransaction(row, viewer.environment);

export async function cashBalanceOf(viewer: Viewer, customerId: string) {
  const { customer, available } = await getCash(viewer, customerId);
  return toCashBalance(customer, available, viewer.environment);
}

export const cashBalanceResource = resource("cash_balance", {
  retrieve: get("/v1/customers/:customer/cash_balance", { permission: read }, (viewer, { customer }) =>
    cashBalanceOf(viewer, customer),
  ),
  update: post(
    "/v1/customers/:customer/cash_balance",
    { permission: write, params: p.params({ settings: settingsParam().optional() }) },
    async (viewer, { customer: customerId, settings }) => {
      await changeReconciliation(viewer, { customerId, mode: toMode(settings) });
      return cashBalanceOf(viewer, customerId);
    },
  ),
});

export const fundingInstructionsResource = resource("funding_instructions", {
  create: post(
    "/v1/customers/:customer/funding_instructions",
    { permission: write, params: instructionParams },
    async (viewer, { customer: customerId, ...given }) => {
      const { currency, country, type } = toInstructions(given);
      await getCash(viewer, customerId);
      const { environment } = viewer;
      const addresses = bankDetails({ environment, customerId, currency, country });
      return {
        object: "funding_instructions" as const,
        bank_transfer: { country: country ?? environment.country, financial_addresses: addresses, type },
        currency,
        funding_type: "bank_transfer" as const,
        livemode: environment.kind === "live",
      };
    },
  ),
});

export const cashTransactionResource = resource(
  "customer_cash_balance_transaction",
  {
    fund: post(
      "/v1/test_helpers/customers/:customer/fund_cash_balance",
      {
        permission: write,
        params: p.params({
          amount: p.amount(1),
          currency: p.currency(),
          reference: p.text().optional(),
        }),
      },
      async (viewer, { customer: customerId, reference = null, ...given }) =>
        answer(viewer, await fundCash(viewer, { ...given, customerId, reference })),
    ),
    list: list(
      "/v1/customers/:customer/cash_balance_transactions",
      { permission: read, params: p.listParams({}) },
      async (viewer, { customer, ...request }) => {
        const page = await listCashTransactions(viewer, request, customer);
        return pageOf(page, `/v1/customers/${customer}/cash_balance_transactions`, (row) =>
          answer(viewer, row),
        );
      },
    ),
    retrieve: get(
      "/v1/customers/:customer/cash_balance_transactions/:id",
      { permission: read },
      async (viewer, { customer: customerId, id }) =>
        answer(viewer, await getCashTransaction(viewer, { customerId, id })),
    ),
  },
  {
    prefixes: ["ccsbtxn"],
    load: async (viewer, id) => answer(viewer, await getCashTransaction(viewer, { id })),
    expandable: [
      "adjusted_for_overdraft.balance_transaction",
      "adjusted_for_overdraft.linked_transaction",
      "applied_to_payment.payment_intent",
      "customer",
      "refunded_from_payment.refund",
      "transferred_to_balance.balance_transaction",
      "unapplied_from_payment.payment_intent",
    ],
  },
);
