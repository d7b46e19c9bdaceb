import { and, eq, gte, lt } from "drizzle-orm";
import { charges, disputes } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { countPayments } from "#lib/figures/read-figures";
import { createdWithin, type Period } from "#lib/lists/days";
import { cardCountry } from "./list/figure-filters.ts";
import { isInquiry } from "./status.ts";

/** What disputes are looked at by. */
export const dimensions = ["reason", "network", "product", "country", "agent"] as const;
export type Dimension = (typeof dimensions)[number];

/** How disputes of one kind went. A country is told by its code, an agent by id. */
export interface Outcome {
  /** Null where it is not known, or nobody answered. */
  value: string | null;
  /** An agent's name. */
  name: string | null;
  disputes: number;
  won: number;
  lost: number;
}

export interface DisputeFigures extends Omit<Outcome, "value" | "name"> {
  inquiries: number;
  /** Payments that succeeded in the period: what the dispute rate is of. */
  payments: number;
  /** They were more than were looked at. */
  more: boolean;
  by: Record<Dimension, Outcome[]>;
}

/** As many as a page looks at. */
const mostLooked = 5000;

/** The disputes opened in a period, on the account's days, and how they went. Needs disputes:read. */
export async function disputeFigures(viewer: Viewer, period: Period): Promise<DisputeFigures> {
  authorize(viewer, "disputes:read");
  const span = spanOf(viewer, period);
  const rows = await openedWithin(viewer, span);
  const looked = rows.slice(0, mostLooked);
  const opened = looked.filter(({ status }) => !isInquiry(status));
  return {
    ...countsOf(opened),
    inquiries: looked.length - opened.length,
    payments: await countPayments(viewer, { start: span.from, end: span.until }),
    more: rows.length > mostLooked,
    by: {
      reason: outcomesBy(opened, ({ reason }) => reason),
      network: outcomesBy(opened, ({ network }) => network),
      country: outcomesBy(opened, ({ country }) => country),
      product: outcomesBy(opened, ({ productKind }) => productKind),
      agent: outcomesBy(opened, ({ answeredBy }) => answeredBy?.id ?? null).map((outcome) => ({
        ...outcome,
        name: opened.find(({ answeredBy }) => answeredBy?.id === outcome.value)?.answeredBy?.name ?? null,
      })),
    },
  };
}

/** What was won of what was decided; null before anything was. */
export function winRate({ won, lost }: Pick<Outcome, "won" | "lost">): number | null {
  return won + lost === 0 ? null : won / (won + lost);
}

interface Span {
  from: number;
  until: number;
}

function spanOf(viewer: Viewer, period: Period): Span {
  const { timeZone } = viewer.environment;
  const days = { period, from: null, to: null };
  const { createdFrom = 0, createdUntil } = createdWithin(days, { timeZone, now: viewer.now() });
  return { from: createdFrom, until: createdUntil ?? Number.MAX_SAFE_INTEGER };
}

async function openedWithin(viewer: Viewer, { from, until }: Span) {
  const { db } = await reader(viewer);
  return db
    .select({
      status: disputes.status,
      reason: disputes.reason,
      network: disputes.network,
      answeredBy: disputes.answeredBy,
      productKind: disputes.productKind,
      country: cardCountry,
    })
    .from(disputes)
    .innerJoin(
      charges,
      and(eq(charges.environmentId, disputes.environmentId), eq(charges.id, disputes.chargeId)),
    )
    .where(
      and(
        eq(disputes.environmentId, viewer.environmentId),
        gte(disputes.createdAt, from),
        lt(disputes.createdAt, until),
      ),
    )
    .limit(mostLooked + 1);
}

type Opened = Awaited<ReturnType<typeof openedWithin>>[number];

function outcomesBy(rows: readonly Opened[], valueOf: (row: Opened) => string | null): Outcome[] {
  const groups = Map.groupBy(rows, valueOf);
  return [...groups]
    .map(([value, group]) => ({ value, name: null, ...countsOf(group) }))
    .sort((a, b) => b.disputes - a.disputes);
}

function countsOf(rows: readonly Opened[]): Omit<Outcome, "value" | "name"> {
  const of = (status: Opened["status"]) => rows.filter((row) => row.status === status).length;
  return { disputes: rows.length, won: of("won"), lost: of("lost") };
}
