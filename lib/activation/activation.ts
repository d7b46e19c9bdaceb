import { eq } from "drizzle-orm";
import { z } from "zod";
import { activations } from "#db/schema/index";
import { globalReader, transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { conflict } from "#lib/errors";
import { differences } from "#lib/events/differences";
import { seal, unseal } from "#lib/seal";
import { type ActivationFacts, type ActivationPart, activationPartNames, activationParts } from "./parts.ts";

/** An account's application for live payments. */
export interface Activation {
  facts: ActivationFacts;
  missing: ActivationPart[];
  /** Milliseconds of the system's clock; null before it was sent, and after it was changed. */
  submittedAt: number | null;
}

/** As stored: a part that an older form took and that fits no more is missing again. */
const stored = z.object({
  business: activationParts.business.optional().catch(undefined),
  product: activationParts.product.optional().catch(undefined),
  representative: activationParts.representative.optional().catch(undefined),
  bank: activationParts.bank.optional().catch(undefined),
});

/** The application as it is now. Needs account:write. */
export async function getActivation(viewer: Viewer): Promise<Activation> {
  authorize(viewer, "account:write");
  const { accountId } = viewer.environment;
  const { db } = await globalReader();
  const [row] = await db.select().from(activations).where(eq(activations.accountId, accountId));
  const facts: ActivationFacts = row
    ? stored.parse(JSON.parse(unseal(subjectOf(accountId), row.sealed)))
    : {};
  const missing = activationPartNames.filter((part) => facts[part] === undefined);
  return { facts, missing, submittedAt: missing.length > 0 ? null : (row?.submittedAt ?? null) };
}

/** Writes one part down. The bank account needs bank_accounts:write and proof of who one is, the others account:write. */
export async function saveActivationPart<Part extends ActivationPart>(
  viewer: Viewer,
  part: Part,
  facts: NonNullable<ActivationFacts[Part]>,
): Promise<void> {
  authorize(viewer, part === "bank" ? "bank_accounts:write" : "account:write");
  if (part === "bank") assertProved(viewer);
  await transaction(viewer, async (tx) => {
    const before = await getActivation(viewer);
    await keep(tx, { ...before.facts, [part]: facts }, null);
    await audit(tx, "activation.saved", {
      subject: viewer.environment.accountId,
      before: { part, state: before.submittedAt === null ? "open" : "sent" },
      after: { part, state: "open", changed: changedOf(before.facts[part], facts) },
    });
  });
}

/** Sends the application, once nothing is missing. Needs bank_accounts:write. */
export async function submitActivation(viewer: Viewer): Promise<void> {
  authorize(viewer, "bank_accounts:write");
  assertProved(viewer);
  await transaction(viewer, async (tx) => {
    const { facts, missing, submittedAt } = await getActivation(viewer);
    if (missing.length > 0) throw conflict("Something is still missing.", "activation_incomplete");
    if (submittedAt !== null) throw conflict("The application was sent already.", "activation_sent");
    await keep(tx, facts, Date.now());
    await audit(tx, "activation.submitted", {
      subject: viewer.environment.accountId,
      before: { state: "open" },
      after: { state: "sent" },
    });
  });
}

/** The names of what is said otherwise: what is said is about a person or a bank account, and stays sealed. */
function changedOf(before: object | undefined, after: object): string[] {
  const was = before ?? {};
  return Object.keys({ ...differences(was, after), ...differences(after, was) });
}

async function keep(tx: Tx, facts: ActivationFacts, submittedAt: number | null): Promise<void> {
  const { accountId } = tx.viewer.environment;
  const sealed = seal(subjectOf(accountId), JSON.stringify(facts));
  const row = { updatedAt: Date.now(), sealed, submittedAt };
  await tx.db
    .insert(activations)
    .values({ accountId, ...row })
    .onConflictDoUpdate({ target: activations.accountId, set: row });
}

function subjectOf(accountId: string): string {
  return `activation of ${accountId}`;
}
