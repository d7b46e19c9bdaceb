import { and, desc, eq, isNotNull } from "drizzle-orm";
import { find } from "#db/rows";
import { disputes, files } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { forbidden, notFound } from "#lib/errors";
import { takeBytes } from "#lib/files/take-bytes";
import type { FileRow } from "#lib/files/wire";
import type { Paragraph } from "#lib/pdf/text-pdf";
import { readReceipt } from "#lib/receipts/read-receipt";
import { receiptWords } from "#lib/receipts/receipt-words";
import { hasReceipt } from "#lib/receipts/send-receipt";
import { labelled } from "#lib/i18n/labelled";
import { translator } from "#lib/i18n/translator";
import { inWorker } from "#lib/work/in-worker";
import { attachEvidence, attachKept } from "./attach-evidence.ts";
import { type DisputeCase, getDisputeCase } from "./dispute-case.ts";
import { getRefundPolicy } from "./refund-policy.ts";
import type { DisputeRow } from "./wire.ts";

/** What Comptoir has of its own: the payment's receipt, the refund policy of the settings, what a bank was sent last. */
export const knownFields = ["receipt", "refund_policy", "cancellation_policy"] as const;
export type KnownField = (typeof knownFields)[number];

export interface KnownFile {
  field: KnownField;
  /** Where it comes from. */
  from: "payment" | "settings" | "last_answer";
}

/** The files that need not be uploaded, of those that are not in the draft yet. Needs disputes:read. */
export async function knownFiles(
  viewer: Viewer,
  { dispute, charge }: Pick<DisputeCase, "dispute" | "charge">,
): Promise<KnownFile[]> {
  authorize(viewer, "disputes:read");
  const handle = await reader(viewer);
  const { text: policy } = await getRefundPolicy(viewer);
  const known: KnownFile[] = [];
  for (const field of knownFields) {
    if (dispute.evidence[field]) continue;
    if (field === "receipt") {
      if (hasReceipt(charge) && !viewer.conceal) known.push({ field, from: "payment" });
    } else if (field === "refund_policy" && policy !== "") known.push({ field, from: "settings" });
    else if (await lastSent(handle, field)) known.push({ field, from: "last_answer" });
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
  const { text: policy } = await getRefundPolicy(viewer);
  if (field === "refund_policy" && policy !== "") return attachPolicy(viewer, disputeId, policy);
  const file = await lastSent(await reader(viewer), field);
  if (!file) throw notFound("file", field, "field");
  return attachKept(viewer, { disputeId, field, file });
}

/** The receipt as its customer has it, in the customer's language: none for who reads it masked, or the bank would too. */
async function attachReceipt(viewer: Viewer, { dispute, charge }: DisputeCase): Promise<DisputeRow> {
  if (viewer.conceal) throw forbidden("customers:read");
  if (!hasReceipt(charge)) throw notFound("receipt of charge", charge.id, "field");
  const receipt = await readReceipt(await reader(viewer), viewer.environment, charge);
  const language = receipt.language ?? receipt.sender.locale;
  const words = receiptWords(receipt, language);
  const lines = [...words.facts, ...words.lines, words.total].map(({ label, value }) =>
    labelled(label, value, language),
  );
  const body = [words.introduction, ...lines, ...(words.contact ? [words.contact] : [])];
  const written = { name: "receipt.pdf", title: words.title, body };
  return attachWritten(viewer, { disputeId: dispute.id, field: "receipt", ...written });
}

function attachPolicy(viewer: Viewer, disputeId: string, policy: string): Promise<DisputeRow> {
  const account = viewer.environment.accountName;
  const title = translator(viewer.locale, "disputes")("policy.fileTitle", { account });
  const written = { name: "refund-policy.pdf", title, body: [policy] };
  return attachWritten(viewer, { disputeId, field: "refund_policy", ...written });
}

interface Written {
  disputeId: string;
  field: KnownField;
  name: string;
  title: string;
  body: string[];
}

async function attachWritten(viewer: Viewer, { name, title, body, ...where }: Written): Promise<DisputeRow> {
  const paragraphs: Paragraph[] = [
    { style: "title", text: title },
    ...body.map((text) => ({ style: "body" as const, text })),
  ];
  const bytes = Buffer.from(await inWorker(viewer, "drawText", { title, paragraphs }));
  const upload = await takeBytes(viewer.environmentId, { name, bytes });
  try {
    return await attachEvidence(viewer, { ...where, upload });
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
