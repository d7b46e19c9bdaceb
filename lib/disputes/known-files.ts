import { and, desc, eq, isNotNull } from "drizzle-orm";
import { find } from "#db/rows";
import { disputes, files } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { takeBytes } from "#lib/files/take-bytes";
import type { FileRow } from "#lib/files/wire";
import { textPdf } from "#lib/pdf/text-pdf";
import { readReceipt } from "#lib/receipts/read-receipt";
import { receiptWords } from "#lib/receipts/receipt-words";
import { hasReceipt } from "#lib/receipts/send-receipt";
import { attachEvidence, attachKept } from "./attach-evidence.ts";
import { type DisputeCase, getDisputeCase } from "./dispute-case.ts";
import type { DisputeRow } from "./wire.ts";

/** What Comptoir has of its own: the payment's receipt, and the policies that a bank was sent last. */
export const knownFields = ["receipt", "refund_policy", "cancellation_policy"] as const;
export type KnownField = (typeof knownFields)[number];

/** The files that need not be uploaded, of those that are not in the draft yet. Needs disputes:read. */
export async function knownFiles(
  viewer: Viewer,
  { dispute, charge }: Pick<DisputeCase, "dispute" | "charge">,
): Promise<KnownField[]> {
  authorize(viewer, "disputes:read");
  const handle = await reader(viewer);
  const known: KnownField[] = [];
  for (const field of knownFields) {
    if (dispute.evidence[field]) continue;
    if (field === "receipt" ? hasReceipt(charge) : await lastSent(handle, field)) known.push(field);
  }
  return known;
}

/** Adds one of them to the draft. Needs disputes:write. */
export async function attachKnown(
  viewer: Viewer,
  { disputeId, field }: { disputeId: string; field: KnownField },
): Promise<DisputeRow> {
  authorize(viewer, "disputes:write");
  if (field === "receipt") return attachReceipt(viewer, await getDisputeCase(viewer, disputeId));
  const file = await lastSent(await reader(viewer), field);
  if (!file) throw notFound("file", field, "field");
  return attachKept(viewer, { disputeId, field, file });
}

/** The receipt as its customer has it, in the customer's language. */
async function attachReceipt(viewer: Viewer, { dispute, charge }: DisputeCase): Promise<DisputeRow> {
  if (!hasReceipt(charge)) throw notFound("receipt of charge", charge.id, "field");
  const receipt = await readReceipt(await reader(viewer), viewer.environment, charge);
  const words = receiptWords(receipt, receipt.language ?? receipt.sender.locale);
  const lines = [...words.facts, ...words.lines, words.total].map(({ label, value }) => `${label}: ${value}`);
  const bytes = textPdf(words.title, [
    { style: "title", text: words.title },
    { style: "body", text: words.introduction },
    ...lines.map((text) => ({ style: "body" as const, text })),
    ...(words.contact ? [{ style: "body" as const, text: words.contact }] : []),
  ]);
  const upload = await takeBytes(viewer.environmentId, { name: "receipt.pdf", bytes });
  try {
    return await attachEvidence(viewer, { disputeId: dispute.id, field: "receipt", upload });
  } finally {
    await upload.settle();
  }
}

/** As many answers as are looked at. */
const looked = 20;

/** The file of this kind that was sent to a bank last, if it is still there. */
async function lastSent(handle: Handle, field: Exclude<KnownField, "receipt">): Promise<FileRow | undefined> {
  const rows = await handle.db
    .select({ evidence: disputes.evidence })
    .from(disputes)
    .where(and(eq(disputes.environmentId, handle.environmentId), isNotNull(disputes.submittedAt)))
    .orderBy(desc(disputes.createdAt), desc(disputes.id))
    .limit(looked);
  const id = rows.map(({ evidence }) => evidence[field]).find((given) => typeof given === "string");
  return typeof id === "string" ? find(handle, files, id) : undefined;
}
