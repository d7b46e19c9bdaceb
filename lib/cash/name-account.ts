import { reader, transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { enqueue } from "#lib/jobs/jobs";
import { finish } from "#lib/operations/finish";
import { type Operation, operationKind } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { processor } from "#lib/processors/index";
import type { PayoutAccount, TransferEnd } from "#lib/processors/processor";
import { accountKindOf } from "./account-kinds.ts";
import type { CashReturnRow } from "./return-wire.ts";
import { findCashReturn } from "./returns.ts";
import { become } from "./settle-return.ts";

export interface NamedAccount {
  returnId: string;
  number: string;
  /** What names the bank, where the number does not. */
  routing: string | null;
}

/**
 * The customer says to which bank account of theirs a return goes: it is on its way, and nothing of the account is kept
 * but its last digits. A number that is none is an error of `number` or `routing`; one that nobody asks for any more
 * has no param.
 */
export async function nameReturnAccount(viewer: Viewer, input: NamedAccount): Promise<CashReturnRow> {
  authorize(viewer, "refunds:write");
  const { currency } = await findCashReturn(await reader(viewer), input.returnId);
  const account = await accountOf(currency, input);
  const operation = await transaction(viewer, (tx) => start(tx, input.returnId, account));
  return finish(viewer, operation, sendingOn);
}

/** Whether the customer of a return is still asked which bank account is theirs. */
export function isAwaited({ status, asked }: CashReturnRow, now: number): boolean {
  return status === "requires_action" && asked !== null && now < asked.expiresAt;
}

const sendingOn = operationKind<TransferEnd, CashReturnRow>({
  name: "cash.send_on",
  ask: (viewer, { id: operationId, createdAt: now, request }) =>
    processor().sendReturn({
      operationId,
      environmentId: viewer.environmentId,
      reference: String(request.reference),
      now,
    }),
  async settle(tx, { subjectId: returnId }, end) {
    await enqueue(tx, "cash.return_arrives", { returnId, end }, { runAt: end.at });
    return { result: await findCashReturn(tx, returnId) };
  },
  recall: (tx, operation) => findCashReturn(tx, operation.subjectId),
});

async function start(tx: Tx, returnId: string, { reference, last4 }: PayoutAccount): Promise<Operation> {
  const row = await findCashReturn(tx, returnId);
  if (row.asked === null || !isAwaited(row, tx.now))
    throw invalid(`Refund ${row.id} has a status of ${row.status}: no bank account is asked for.`);
  const { status } = await become(tx, row, { status: "pending", asked: { ...row.asked, last4 } });
  const { customerId: customer, amount, currency } = row;
  await audit(tx, "refund.account_named", {
    subject: row.id,
    before: { customer, amount, currency, status: row.status },
    after: { status, last4 },
  });
  return startOperation(tx, sendingOn, row.id, { reference });
}

async function accountOf(currency: string, { number, routing }: NamedAccount): Promise<PayoutAccount> {
  const kind = accountKindOf(currency);
  const typed = number.replaceAll(/\s/g, "");
  const isIban = /^[A-Za-z]{2}\d{2}/.test(typed);
  if (isIban !== (kind.number === "iban")) throw wrongNumber(kind.number);
  if (kind.routing !== null && !routing) throw wrongRouting();
  const found = await processor().payoutAccount({
    country: kind.country ?? typed.slice(0, 2).toUpperCase(),
    accountNumber: typed,
    ...(kind.routing !== null && routing ? { routingNumber: routing.replaceAll(/[\s-]/g, "") } : {}),
  });
  if (found.ok) return found.account;
  throw found.param === "routing_number" ? wrongRouting() : wrongNumber(kind.number);
}

function wrongNumber(kind: "iban" | "account_number" | "clabe") {
  const code = kind === "iban" ? "iban_unreadable" : "account_unknown";
  return invalid("This is not the number of a bank account.", { code, param: "number" });
}

function wrongRouting() {
  return invalid("No bank has this number.", { code: "routing_unknown", param: "routing" });
}
