import type { Permission } from "#lib/auth/permissions";

interface Notification {
  /** What it takes to be told at all; null: it says so of each thing it tells of. */
  permission: Permission | null;
  /** Whether members get it who chose nothing. */
  usual: boolean;
}

/** What members can be written to about, each to be chosen by person and account. */
export const notifications = {
  payment: { permission: "payments:read", usual: false },
  dispute: { permission: "disputes:read", usual: true },
  elevated_risk: { permission: "radar:read", usual: true },
  payout_failure: { permission: "payouts:read", usual: true },
  webhook_failure: { permission: "webhooks:write", usual: true },
  mention: { permission: null, usual: true },
  approval: { permission: null, usual: true },
  export: { permission: "exports:read", usual: true },
  digest: { permission: "payments:read", usual: false },
} as const satisfies Record<string, Notification>;

export type NotificationKind = keyof typeof notifications;

/** In the order in which they are shown. */
export const notificationKinds = [
  "payment",
  "dispute",
  "elevated_risk",
  "payout_failure",
  "webhook_failure",
  "mention",
  "approval",
  "export",
  "digest",
] as const satisfies readonly NotificationKind[];

/** The letters that tell of something, each of a kind that can be chosen. */
export const noticeKinds = {
  payment_succeeded: "payment",
  dispute_opened: "dispute",
  dispute_due: "dispute",
  dispute_assigned: "dispute",
  inquiry_opened: "dispute",
  review_opened: "elevated_risk",
  fraud_warning: "elevated_risk",
  payout_failed: "payout_failure",
  webhook_failing: "webhook_failure",
  mention: "mention",
  approval_asked: "approval",
  approval_given: "approval",
  approval_refused: "approval",
  approval_expired: "approval",
  approval_overtaken: "approval",
  export_ready: "export",
  digest: "digest",
} as const satisfies Record<string, NotificationKind>;

export type NoticeKind = keyof typeof noticeKinds;
