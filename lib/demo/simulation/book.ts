import type { postings } from "#db/schema/index";
import { ledgerAccounts, type LedgerAccount } from "#lib/ledger/accounts";
import { type Posting, released } from "#lib/ledger/posting";
import type { NewBalanceTransaction } from "#lib/ledger/transactions";
import type { World } from "./world.ts";

export type PostingRow = typeof postings.$inferSelect;

/** The made-up history's own ledger, kept in memory beside the rows that will make it up. */
export interface Book {
  balance(account: LedgerAccount, currency: string): number;
  /** Moves the money and returns the rows that say so. */
  post(
    moves: Posting[],
    source: { at: number; sourceId: string; balanceTransactionId: string | null },
  ): PostingRow[];
  /** Notes a balance transaction that comes due later, so that its money is released then. */
  await(transaction: NewBalanceTransaction): void;
  /** When the next release is due, of what is not released yet. */
  nextRelease(): number | undefined;
}

export function createBook(world: Omit<World, "book">): Book {
  const balances = new Map<string, number>();
  const waiting = new Map<number, Map<string, number>>();

  function balance(account: LedgerAccount, currency: string): number {
    return balances.get(`${account} ${currency}`) ?? 0;
  }

  function move(account: LedgerAccount, currency: string, amount: number): void {
    balances.set(`${account} ${currency}`, balance(account, currency) + amount);
  }

  const post: Book["post"] = (moves, { at, sourceId, balanceTransactionId }) =>
    moves.map((posting) => {
      move(posting.from, posting.currency, -posting.amount);
      move(posting.to, posting.currency, posting.amount);
      const id = world.newId("post", at);
      return {
        environmentId: world.environment.id,
        id,
        createdAt: at,
        ...posting,
        sourceId,
        balanceTransactionId,
      };
    });

  /** As `releasePending` does it: what refunds took out of pending money is taken from the earliest release. */
  function release(at: number): void {
    for (const [currency, net] of waiting.get(at) ?? []) {
      const spent = pendingTotal(currency) - balance(ledgerAccounts.pending, currency);
      const amount = Math.max(0, net - spent);
      const sourceId = world.newId("rel", at);
      const moves = released({ amount, currency });
      world.harvest.postings.push(...post(moves, { at, sourceId, balanceTransactionId: null }));
    }
    waiting.delete(at);
  }

  function pendingTotal(currency: string): number {
    let total = 0;
    for (const due of waiting.values()) total += due.get(currency) ?? 0;
    return total;
  }

  return {
    balance,
    post,
    await({ availableOn, currency, net, status }) {
      if (status !== "pending") return;
      let due = waiting.get(availableOn);
      if (!due) {
        waiting.set(availableOn, (due = new Map()));
        if (availableOn <= world.until) world.timeline.plan(availableOn, () => release(availableOn));
      }
      due.set(currency, (due.get(currency) ?? 0) + net);
    },
    nextRelease: () => (waiting.size === 0 ? undefined : Math.min(...waiting.keys())),
  };
}
