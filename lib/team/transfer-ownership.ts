import { and, eq } from "drizzle-orm";
import { members, ownerOffers } from "#db/schema/index";
import { globalReader, transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { proveOnce } from "#lib/auth/finish-sign-in";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import { appSince, isSecondFactor, secondFactorSince } from "#lib/auth/second-factor";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { conflict, notFound } from "#lib/errors";
import { translator } from "#lib/i18n/translator";
import { teamMember } from "#lib/people/members";
import { ownPerson } from "#lib/people/own-person";
import { personById } from "#lib/people/people";
import { writeToPerson } from "#lib/people/write-to-person";
import { paths } from "#lib/paths";

export type OwnerOffer = typeof ownerOffers.$inferSelect;

const offerLasts = 7 * day;

/** The offer of the account that waits for an answer, as every member may know; null for none. Needs members:read. */
export async function openOffer(viewer: Viewer): Promise<OwnerOffer | null> {
  authorize(viewer, "members:read");
  const { db } = await globalReader();
  const [offer] = await db
    .select()
    .from(ownerOffers)
    .where(eq(ownerOffers.accountId, viewer.environment.accountId));
  return offer && offer.expiresAt > Date.now() ? offer : null;
}

/** Offers the account to another member. Needs ownership:transfer and a code of the owner's second step. */
export async function offerOwnership(
  viewer: Viewer,
  { personId, code }: { personId: string; code?: string },
): Promise<void> {
  authorize(viewer, "ownership:transfer");
  const owner = await ownPerson(viewer);
  const next = await personById(personId);
  if (!next || personId === owner.id || !(await teamMember(viewer, personId))) {
    throw notFound("member", personId, "personId");
  }
  await proveWithCode(viewer, code);
  await transaction(viewer, async (tx) => {
    const { accountId, accountName } = viewer.environment;
    const now = Date.now();
    const offer = {
      fromPersonId: owner.id,
      toPersonId: personId,
      createdAt: now,
      expiresAt: now + offerLasts,
    };
    await tx.db
      .insert(ownerOffers)
      .values({ accountId, ...offer })
      .onConflictDoUpdate({ target: ownerOffers.accountId, set: offer });
    await audit(tx, "owner.offered", {
      subject: personId,
      before: { owner: owner.id },
      after: { offeredTo: personId },
    });
    await writeToPerson(next, (language) => {
      const t = translator(language, "letters");
      return {
        kind: "owner_offer",
        letter: {
          title: t("ownerOffer.title", { account: accountName }),
          introduction: t("ownerOffer.text", { owner: owner.name, account: accountName }),
          lines: [],
          foot: [t("ownerOffer.lasts")],
        },
        link: { label: t("ownerOffer.link"), path: paths.owner(viewer) },
      };
    });
  });
}

/** Takes the offer back. Needs ownership:transfer. */
export function withdrawOffer(viewer: Viewer): Promise<void> {
  authorize(viewer, "ownership:transfer");
  return transaction(viewer, async (tx) => {
    const offer = await openOffer(viewer);
    if (!offer) throw gone();
    await tx.db.delete(ownerOffers).where(eq(ownerOffers.accountId, offer.accountId));
    await audit(tx, "owner.offer_withdrawn", {
      subject: offer.toPersonId,
      before: { offeredTo: offer.toPersonId },
    });
  });
}

/** Makes the viewer the owner, who was offered it and proves themselves with a code; the owner before stays super administrator. */
export async function acceptOwnership(viewer: Viewer, { code }: { code?: string }): Promise<void> {
  const person = await ownPerson(viewer);
  if ((await openOffer(viewer))?.toPersonId !== person.id) throw gone();
  await proveWithCode(viewer, code);
  await transaction(viewer, async (tx) => {
    const offer = await openOffer(viewer);
    if (offer?.toPersonId !== person.id) throw gone();
    const { accountId, fromPersonId, toPersonId } = offer;
    const of = (personId: string) => and(eq(members.accountId, accountId), eq(members.personId, personId));
    const left = await tx.db
      .update(members)
      .set({ owner: false, roles: ["super_admin"] })
      .where(and(of(fromPersonId), eq(members.owner, true)))
      .returning({ personId: members.personId });
    if (left.length === 0) throw gone();
    await tx.db.update(members).set({ owner: true }).where(of(toPersonId));
    await tx.db.delete(ownerOffers).where(eq(ownerOffers.accountId, accountId));
    await audit(tx, "owner.changed", {
      subject: accountId,
      before: { owner: fromPersonId },
      after: { owner: toPersonId },
    });
  });
}

/**
 * Both sides need a second step: an account is not handed over, or taken, with a password alone. Who has passkeys and
 * no app proved themselves with one lately.
 */
async function proveWithCode(viewer: Viewer, code = ""): Promise<void> {
  const person = await ownPerson(viewer);
  if ((await secondFactorSince(person.id)) === null) {
    throw conflict("Turn the second step of your signing in on first.", "two_step_needed");
  }
  if ((await appSince(person.id)) === null) return assertProved(viewer);
  const origin = viewer.request ?? { address: null, userAgent: null };
  await proveOnce(person, origin, (db) => isSecondFactor(db, person.id, code));
}

function gone() {
  return conflict("This offer is no longer there.", "owner_offer_gone");
}
