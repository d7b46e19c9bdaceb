import { mails } from "#db/schema/index";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

/** Without what they say: it may hold what lets its reader in. */
export const mailDataset: Dataset = {
  permission: "outbox:read",
  table: mails,
  columns: {
    id: { kind: "text", of: mails.id, usual: true },
    created: { kind: "moment", of: mails.createdAt, usual: true },
    kind: { kind: "text", of: mails.kind, usual: true },
    to: { kind: "text", of: mails.to, usual: true },
    subject: { kind: "text", of: mails.subject, usual: true },
    state: { kind: "text", of: mails.state, usual: true },
    sent: { kind: "moment", of: mails.sentAt, usual: true },
    attempts: { kind: "number", of: mails.attempts, usual: true },
    last_error: { kind: "text", of: mails.lastError, usual: true },
    language: { kind: "text", of: mails.language },
    payment_id: { kind: "text", of: mails.paymentIntentId },
  },
  narrow: asListed("mails"),
};
