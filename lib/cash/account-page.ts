import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import { reader } from "#db/transaction";
import { type Sender, senderOf } from "#lib/accounts/sender";
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
 * that was given. Null where nothing does, or does any more.
 */
export async function openReturn(address: AccountAddress): Promise<OpenedReturn | null> {
  const viewer = isOfReturn(address) ? await viewerAt(address) : null;
  if (!viewer) return null;
  const handle = await reader(viewer);
  const cashReturn = await unlessGone(() => findCashReturn(handle, address.return));
  if (!cashReturn?.asked) return null;
  const { expiresAt, last4 = null } = cashReturn.asked;
  const isAnswered = last4 !== null && ["pending", "succeeded"].includes(cashReturn.status);
  if (!isAnswered && !isAwaited(cashReturn, viewer.now())) return null;
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
 * Sends the return to the account that its customer typed; `request` says from where, for the history. "gone": nobody
 * asks for it any more.
 */
export async function answerReturn(
  address: AccountAddress,
  typed: Pick<NamedAccount, "number" | "routing">,
  request: RequestFacts | null = null,
): Promise<"sent" | "gone" | DomainError> {
  const opened = await openReturn(address);
  if (!opened || opened.until === null) return "gone";
  try {
    await nameReturnAccount({ ...opened.viewer, request }, { returnId: address.return, ...typed });
    return "sent";
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.facts.param === undefined ? "gone" : error;
  }
}
