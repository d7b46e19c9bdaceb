import { transaction } from "#db/transaction";
import { environmentBySlug } from "#lib/accounts/environments";
import { askApproval } from "#lib/approvals/ask-approval";
import { allPermissions } from "#lib/auth/permissions";
import { viewerForMember } from "#lib/auth/viewer-for-member";
import { systemViewer } from "#lib/auth/viewer";
import { demoPassword, demoSlug } from "#lib/demo/credentials";
import { addMember } from "#lib/people/add-member";
import { personByEmail } from "#lib/people/people";
import { inviteMembers } from "#lib/team/invite-members";
import { createPerson } from "#lib/people/create-person";
import { createPayment } from "#lib/payments/create-payment";
import { intendedRefund } from "#lib/refunds/refund-payment";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { assignableRoles, emailOfRole } from "./pages-roles.ts";

/** Sends a receipt of the demo business, so that its outbox holds a mail. */
export async function writeOneMail(): Promise<void> {
  const environment = await environmentBySlug(demoSlug);
  if (!environment) throw new Error("The demo business is not there");
  const viewer = systemViewer(environment, "operator", new Set(allPermissions));
  const method = { paymentMethodId: "pm_card_visa" };
  const payment = await createPayment(viewer, { amount: 5000, currency: "eur" }, method);
  await sendReceipt(viewer, { paymentIntentId: payment.id, to: ["ana@example.com"] });
}

/** Asks for an approval as nobody in particular, so that one waits. */
export async function askForOneApproval(): Promise<void> {
  const environment = await environmentBySlug(demoSlug);
  if (!environment) throw new Error("The demo business is not there");
  const viewer = systemViewer(environment, "operator", new Set(allPermissions));
  const method = { paymentMethodId: "pm_card_visa" };
  const payment = await createPayment(viewer, { amount: 90_000, currency: "eur" }, method);
  const exceeded = [{ limit: "per_refund" as const, allowed: 50_000, reached: 90_000 }];
  await transaction(viewer, async (tx) => {
    const refund = await intendedRefund(tx, { paymentId: payment.id });
    await askApproval(tx, { intended: [refund], exceeded, note: "Never arrived" });
  });
}

/** Invites somebody as the owner, so that an invitation is open. */
export async function inviteSomebody(): Promise<void> {
  const person = await personByEmail("owner@maison-lavande.test");
  const request = { id: "req_1", idempotencyKey: null, address: null, userAgent: null };
  const owner =
    person &&
    (await viewerForMember({ person, slug: demoSlug, request, provedAt: Date.now(), acceptLanguage: null }));
  if (!owner) throw new Error("The demo business has no owner");
  await inviteMembers(owner, { emails: ["newcomer@example.com"], roles: ["analyst"], message: null });
}

/** Gives the demo business one more member for each role. */
export async function addOneOfEachRole(): Promise<void> {
  const environment = await environmentBySlug(demoSlug);
  if (!environment) throw new Error("The demo business is not there");
  for (const role of assignableRoles) {
    const { id } = await createPerson({ email: emailOfRole(role), name: role, password: demoPassword });
    await addMember({ accountId: environment.accountId, personId: id, roles: [role] });
  }
}
