import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import { globalTransaction, reader } from "#db/transaction";
import { type Sender, senderOf } from "#lib/accounts/sender";
import { admitSignIn, forgiveSignIn } from "#lib/auth/throttle";
import type { RequestFacts, Viewer } from "#lib/auth/viewer";
import { spokenBy } from "#lib/customers/spoken-by";
import { type DomainError, isDomainError } from "#lib/errors";
import type { Locale } from "#lib/i18n/locale";
import { unlessGone, viewerAt } from "#lib/payments/authentication-address";
import { type AccountAddress, isOfReturn } from "./account-address.ts";
import { isAwaited, type NamedAccount, nameReturnAccount } from "./name-account.ts";
import type { CashReturnRow } from "./return-wire.ts";
import { findCashReturn } from "./returns.ts";

export interface OpenedReturn {
  viewer: Viewer;
  cashReturn: CashReturnRow;
  sender: Sender;
  /** The customer's language, where they told one. */
  language: Locale | null;
  /** Until when they are asked; null once they answered. */
  until: number | null;
  /** The end of the account that it went to; null before they named it. */
  last4: string | null;
}

/**
 * What stands at an address for whoever has it, nobody signs in: a question that waits for its answer, or the answer
 * that was given. Null where nothing does, and once the time to answer is over.
 */
export async function openReturn(address: AccountAddress): Promise<OpenedReturn | null> {
  const viewer = isOfReturn(address) ? await viewerAt(address) : null;
  if (!viewer) return null;
  const handle = await reader(viewer);
  const cashReturn = await unlessGone(() => findCashReturn(handle, address.return));
  if (!cashReturn?.asked) return null;
  const { expiresAt, last4 = null } = cashReturn.asked;
  const now = viewer.now();
  const isAnswered = last4 !== null && ["pending", "succeeded"].includes(cashReturn.status);
  if (isAnswered ? now >= expiresAt : !isAwaited(cashReturn, now)) return null;
  const customer = await find(handle, customers, cashReturn.customerId);
  return {
    viewer,
    cashReturn,
    sender: await senderOf(viewer.environment),
    language: spokenBy(customer?.preferredLocales ?? []),
    until: isAnswered ? null : expiresAt,
    last4,
  };
}

/**
 * Sends the return to the account that its customer typed; `request` says from where, for the history. Tries are
 * counted: who has the link could else ask the processor about any account. "gone": nobody asks for it any more.
 */
export async function answerReturn(
  address: AccountAddress,
  typed: Pick<NamedAccount, "number" | "routing">,
  request: RequestFacts | null = null,
): Promise<"sent" | "gone" | "too_many_tries" | DomainError> {
  const opened = await openReturn(address);
  if (!opened || opened.until === null) return "gone";
  const counted = `bank details:${address.environment}:${address.return}`;
  const from = request?.address ?? null;
  if ((await admitSignIn(counted, from)) !== null) return "too_many_tries";
  const became = await nameTyped({ ...opened.viewer, request }, { returnId: address.return, ...typed });
  if (became === "sent") await globalTransaction((db) => forgiveSignIn(db, counted, from));
  return became;
}

async function nameTyped(viewer: Viewer, named: NamedAccount): Promise<"sent" | "gone" | DomainError> {
  try {
    await nameReturnAccount(viewer, named);
    return "sent";
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.facts.param === undefined ? "gone" : error;
  }
}
