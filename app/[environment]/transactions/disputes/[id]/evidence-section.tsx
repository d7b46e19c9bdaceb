import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { attachedFiles } from "#lib/disputes/attach-evidence";
import type { AttachedFile } from "#lib/disputes/readable-evidence";
import { hasEvidence } from "#lib/disputes/status";
import { fileFields, textFields } from "#lib/disputes/types";
import type { DisputeRow } from "#lib/disputes/wire";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { paths } from "#lib/paths";
import { Button } from "../../../../_ui/button";
import { DescriptionList } from "../../../../_ui/description-list";
import { Section } from "../../../../_ui/section";
import { isKeyOf } from "../../../../_words/is-key-of";

const order = [...Object.keys(textFields), ...fileFields];

/** What was gathered against the dispute, sent or not. */
export async function EvidenceSection({ viewer, dispute }: { viewer: Viewer; dispute: DisputeRow }) {
  const t = translator(viewer.locale, "disputes");
  const { evidence } = dispute;
  const given = new Map(Object.entries(evidence));
  const files = await attachedFiles(viewer, dispute);
  return (
    <Section
      title={t("evidence.title")}
      aside={
        hasEvidence(evidence) && (
          <form action={paths.evidencePacket(viewer, dispute.id)}>
            <Button tone="quiet" icon="file-text">
              {t("packet.preview")}
            </Button>
          </form>
        )
      }
    >
      <p className="text-soft">{t(`evidence.${stateOf(dispute)}`)}</p>
      {hasEvidence(evidence) && (
        <DescriptionList
          values="text"
          items={order.flatMap((field) => {
            const value: unknown = given.get(field);
            if (typeof value !== "string" || !isKeyOf(catalogues.en.disputes.field, field)) return [];
            const file = files.find((each) => each.field === field)?.file;
            const shown = file ? <FileName viewer={viewer} disputeId={dispute.id} file={file} /> : value;
            return [
              { term: t(`field.${field}`), value: <span className="whitespace-pre-wrap">{shown}</span> },
            ];
          })}
        />
      )}
    </Section>
  );
}

type FileNameProps = { viewer: Viewer; disputeId: string; file: AttachedFile["file"] };

/** The way to a file, for who may know what is in it. */
function FileName({ viewer, disputeId, file }: FileNameProps) {
  if (viewer.conceal || !may(viewer, "files:read")) return file.filename;
  return (
    <a href={paths.evidenceFile(viewer, disputeId, file.id)} download={file.filename}>
      {file.filename}
    </a>
  );
}

function stateOf({ evidence, submittedAt }: DisputeRow) {
  if (submittedAt !== null) return "sent";
  return hasEvidence(evidence) ? "draft" : "none";
}
