import { type NoticeKind, noticeKinds } from "#lib/notifications/kinds";

const toCustomers = ["receipt", "refund", "bank_details"] as const;
const toTeam = [
  "invitation",
  "password_reset",
  "email_change",
  "two_step_reset",
  "new_device",
  "sign_in_changed",
  "owner_offer",
  "two_step_planned",
] as const;

/** Everything that is written to somebody. */
export const mailKinds = [...toCustomers, ...toTeam, ...Object.keys(noticeKinds)];

export type CustomerMailKind = (typeof toCustomers)[number];
export type TeamMailKind = (typeof toTeam)[number] | NoticeKind;
export type MailKind = CustomerMailKind | TeamMailKind;

/** Whether a mail is to a customer, who may want to answer the merchant. */
export function isToCustomer(kind: string): boolean {
  return toCustomers.some((each) => each === kind);
}

/** Whether a stored text names a kind of today. */
export function isMailKind(text: string): text is MailKind {
  return mailKinds.some((kind) => kind === text);
}
