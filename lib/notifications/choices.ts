import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { notificationChoices } from "#db/schema/index";
import { globalReader, transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { ownPerson } from "#lib/people/own-person";
import { enqueueDigest } from "./enqueue-digest.ts";
import { notificationKinds, notifications, type NotificationKind } from "./kinds.ts";

/** A kind that somebody can be written to about, and whether they are. */
export interface NotificationChoice {
  kind: NotificationKind;
  wanted: boolean;
}

export const notificationKind = z.enum(notificationKinds);

/** What the viewer may choose of this account: no kind that their role never lets them see. */
export async function ownNotifications(viewer: Viewer): Promise<NotificationChoice[]> {
  const { id } = await ownPerson(viewer);
  const { db } = await globalReader();
  const chosen = await db
    .select()
    .from(notificationChoices)
    .where(
      and(
        eq(notificationChoices.accountId, viewer.environment.accountId),
        eq(notificationChoices.personId, id),
      ),
    );
  return notificationKinds.filter(isOffered(viewer)).map((kind) => ({
    kind,
    wanted: chosen.find((choice) => choice.kind === kind)?.wanted ?? notifications[kind].usual,
  }));
}

/** Chooses for the viewer, in this account: `wanted` are the kinds they get, of those they may see. */
export function chooseNotifications(
  viewer: Viewer,
  { wanted }: { wanted: readonly NotificationKind[] },
): Promise<void> {
  return transaction(viewer, async (tx) => {
    const { id: personId } = await ownPerson(viewer);
    const { accountId } = viewer.environment;
    const before = await ownNotifications(viewer);
    for (const { kind } of before) {
      const choice = { wanted: wanted.includes(kind) };
      const { accountId: account, kind: of, personId: by } = notificationChoices;
      await tx.db
        .insert(notificationChoices)
        .values({ accountId, kind, personId, ...choice })
        .onConflictDoUpdate({ target: [account, of, by], set: choice });
    }
    if (wanted.includes("digest")) await enqueueDigest(tx);
    await audit(tx, "notifications.chosen", {
      subject: personId,
      before: { wanted: before.filter((choice) => choice.wanted).map(({ kind }) => kind) },
      after: { wanted: before.map(({ kind }) => kind).filter((kind) => wanted.includes(kind)) },
    });
  });
}

function isOffered(viewer: Viewer) {
  return (kind: NotificationKind) => {
    const { permission } = notifications[kind];
    return permission === null || may(viewer, permission);
  };
}
