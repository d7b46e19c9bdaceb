/** What the security history can say in words. */
export const knownActions = [
  "session.started",
  "session.proved",
  "session.ended",
  "session.revoked",
  "session.others_revoked",
  "session.refused",
  "session.code_refused",
  "password.changed",
  "password.reset_asked",
  "password.reset",
  "two_step.turned_on",
  "two_step.turned_off",
  "two_step.codes_made",
  "two_step.reset_sent",
  "two_step.reset",
  "two_step.requirement_changed",
  "passkey.added",
  "passkey.renamed",
  "passkey.removed",
  "profile.updated",
  "notifications.chosen",
  "member.roles_changed",
  "member.removed",
  "member.left",
  "owner.offered",
  "owner.offer_withdrawn",
  "owner.changed",
  "invitation.sent",
  "invitation.resent",
  "invitation.revoked",
  "invitation.accepted",
  "key.created",
  "key.revoked",
  "webhook_endpoint.created",
  "webhook_endpoint.updated",
  "webhook_endpoint.deleted",
  "webhook_endpoint.secret_rolled",
  "webhook_endpoint.replayed",
  "webhook_delivery.resent",
  "account.created",
  "account.updated",
  "clock.moved",
  "mail.retried",
  "note.edited",
  "note.deleted",
  "customer.deleted",
  "payment.canceled",
  "receipt.sent",
  "refund.created",
  "refund.canceled",
  "view.shared",
  "view.changed",
  "view.deleted",
  "dispute.assigned",
  "approval.asked",
  "approval.approved",
  "approval.declined",
  "approval.withdrawn",
  "approval.expired",
  "refund_limit.changed",
  "personal.revealed",
  "discretion.changed",
] as const;

export type KnownAction = (typeof knownActions)[number];

/** Whether an action has words; one of an area that came later is shown by its name. */
export function isKnownAction(action: string): action is KnownAction {
  return knownActions.some((known) => known === action);
}

/** The groups people look for actions in. */
export const actionGroups = [
  "signing_in",
  "team",
  "developers",
  "customers",
  "money",
  "settings",
  "other",
] as const;

export type ActionGroup = (typeof actionGroups)[number];

const groupOfFirstWord: Record<string, ActionGroup> = {
  session: "signing_in",
  password: "signing_in",
  two_step: "signing_in",
  passkey: "signing_in",
  member: "team",
  owner: "team",
  invitation: "team",
  key: "developers",
  webhook_endpoint: "developers",
  webhook_delivery: "developers",
  clock: "developers",
  customer: "customers",
  payment: "money",
  refund: "money",
  receipt: "money",
  payout: "money",
  dispute: "money",
  approval: "money",
  refund_limit: "settings",
  personal: "money",
  discretion: "settings",
  account: "settings",
  profile: "settings",
  notifications: "settings",
  mail: "settings",
  view: "settings",
};

/** The group of an action such as `refund.created`: its first word says. */
export function groupOfAction(action: string): ActionGroup {
  return groupOfFirstWord[action.split(".")[0] ?? ""] ?? "other";
}
