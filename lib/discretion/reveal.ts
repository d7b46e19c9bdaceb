import { and, eq, gt } from "drizzle-orm";
import { find, insert } from "#db/rows";
import { customers, disputes, paymentIntents, reveals } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize, may, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { minute } from "#lib/clock";
import { isAllowed } from "#lib/disputes/status";
import { notFound } from "#lib/errors";
import { newId } from "#lib/ids";

/** For how long what was revealed is seen, milliseconds. */
const revealLasts = 15 * minute;

const subjects = {
  customer: { table: customers, permission: "customers:read" },
  payment: { table: paymentIntents, permission: "payments:read" },
  dispute: { table: disputes, permission: "disputes:read" },
} as const satisfies Record<string, { table: unknown; permission: Permission }>;

export type RevealedKind = keyof typeof subjects;

/** Whether a text names a kind of thing whose personal fields can be revealed. */
export function isRevealedKind(text: string): text is RevealedKind {
  return Object.hasOwn(subjects, text);
}

/** Throws a 403 for who may not see such a thing at all, a 404 for what is not this environment's. */
export async function assertRevealable(viewer: Viewer, kind: RevealedKind, id: string): Promise<void> {
  const { table, permission } = subjects[kind];
  authorize(viewer, permission);
  if (!(await find(await reader(viewer), table, id))) throw notFound(kind, id);
}

/** Shows the viewer the personal fields of one thing for a quarter of an hour; the security history keeps the reason. */
export async function reveal(
  viewer: Viewer,
  { kind, id, reason }: { kind: RevealedKind; id: string; reason: string },
): Promise<void> {
  await assertRevealable(viewer, kind, id);
  await transaction(viewer, async (tx) => {
    const revealed = { personId: viewer.actor.id ?? "", subjectId: id, reason };
    await insert(tx, reveals, {
      id: newId("rvl", tx.now),
      createdAt: tx.now,
      ...revealed,
      until: tx.now + revealLasts,
    });
    await audit(tx, "personal.revealed", { subject: id, after: { kind, reason } });
  });
}

/** Keeps that a viewer read evidence about what was revealed to them; nothing of others. */
export async function noteShown(
  viewer: Viewer,
  after: { kind: "packet" | "file"; file?: string },
): Promise<void> {
  const { revealed: subject } = viewer;
  if (subject !== undefined)
    await transaction(viewer, (tx) => audit(tx, "personal.revealed", { subject, after }));
}

/** Whether the viewer was shown this thing lately. */
async function isRevealed(viewer: Viewer, subjectId: string): Promise<boolean> {
  const { db } = await reader(viewer);
  const rows = await db
    .select({ id: reveals.id })
    .from(reveals)
    .where(
      and(
        eq(reveals.environmentId, viewer.environmentId),
        eq(reveals.personId, viewer.actor.id ?? ""),
        eq(reveals.subjectId, subjectId),
        gt(reveals.until, viewer.now()),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The thing a page is about whose personal fields can be revealed, by the page's path behind the environment. */
export function revealableOn(page: string): { kind: RevealedKind; id: string } | null {
  const [path = ""] = page.split("?");
  const [, dispute] = /^transactions\/disputes\/(du_\w+)/.exec(path) ?? [];
  if (dispute) return { kind: "dispute", id: dispute };
  const [, payment] = /^transactions\/(pi_\w+)/.exec(path) ?? [];
  if (payment) return { kind: "payment", id: payment };
  // Merging shows another customer beside this one.
  const [, customer] = /^customers\/(cus_\w+)(?!\w|\/merge(?:\/|$))/.exec(path) ?? [];
  return customer ? { kind: "customer", id: customer } : null;
}

/** The viewer as they see one page: whole, where what it is about was revealed to them. */
export async function viewerOn(viewer: Viewer, page: string): Promise<Viewer> {
  if (!viewer.conceal) return viewer;
  const subject = revealableOn(page);
  if (!subject) return viewer;
  if (!(await isRevealed(viewer, subject.id))) {
    if (!(await isAuthorOf(viewer, page, subject.id))) return viewer;
    // Evidence holds who it is about, so its author is shown them: that is kept as any other reveal.
    await reveal(viewer, { ...subject, reason: "evidence" });
  }
  return { ...viewer, conceal: undefined, revealed: subject.id };
}

/** Whether the viewer is at the form that answers a dispute, and the bank still waits for it. */
async function isAuthorOf(viewer: Viewer, page: string, id: string): Promise<boolean> {
  if (!/^transactions\/disputes\/du_\w+\/counter(?:[/?]|$)/.test(page)) return false;
  if (!may(viewer, "disputes:write")) return false;
  const dispute = await find(await reader(viewer), disputes, id);
  return dispute !== undefined && isAllowed("respond", dispute.status);
}
