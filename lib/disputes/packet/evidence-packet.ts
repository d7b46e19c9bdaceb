import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { noteShown } from "#lib/discretion/reveal";
import { forbidden } from "#lib/errors";
import { labelled } from "#lib/i18n/labelled";
import { translator } from "#lib/i18n/translator";
import { inWorker } from "#lib/work/in-worker";
import { attachedFiles } from "../attach-evidence.ts";
import { getDisputeCase } from "../dispute-case.ts";
import { coverOf } from "./cover.ts";
import { proofOf } from "./proof.ts";

/**
 * The evidence of a dispute as its bank reads it, drafted or sent: a page that says what it is about, the letter, what
 * else was written, and every file behind it. Needs disputes:read and payments:read. It holds who it is about: for who
 * reads the dispute masked there is none, and that it was shown to who had it revealed is kept.
 */
export async function evidencePacket(viewer: Viewer, disputeId: string): Promise<Uint8Array> {
  const found = await getDisputeCase(viewer, disputeId);
  if (viewer.conceal) throw forbidden("customers:read");
  const files = await attachedFiles(viewer, found.dispute);
  const t = translator(viewer.locale, "disputes");
  const packet = await inWorker(viewer, "drawPacket", {
    title: t("packet.title", { account: viewer.environment.accountName }),
    cover: coverOf(viewer, found, await proofOf(viewer, await reader(viewer), found.dispute)),
    filesHeading: t("packet.files"),
    unreadable: t("packet.unreadable"),
    files: files.map(({ field, file: { storedAs, kind, filename } }) => ({
      storedAs,
      kind,
      caption: labelled(t(`field.${field}`), filename, viewer.locale),
      page: t("packet.page"),
    })),
  });
  await noteShown(viewer, { kind: "packet" });
  return packet;
}
