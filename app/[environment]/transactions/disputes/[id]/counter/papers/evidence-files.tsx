import type { Viewer } from "#lib/auth/viewer";
import type { AttachedFile } from "#lib/disputes/readable-evidence";
import { askedFiles } from "#lib/disputes/counter-fields";
import type { DisputeCase } from "#lib/disputes/dispute-case";
import { mostBytes } from "#lib/disputes/evidence";
import { productKindOf } from "#lib/disputes/product-kinds";
import { type FileField, fileFields } from "#lib/disputes/types";
import { formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../../_forms/action-form";
import { newFormKey } from "../../../../../../_server/form-key";
import { Button } from "../../../../../../_ui/button";
import { SelectField } from "../../../../../../_ui/choice-field";
import { Field } from "../../../../../../_ui/field";
import { FormActions } from "../../../../../../_ui/form";
import { Notice } from "../../../../../../_ui/notice";
import { Section } from "../../../../../../_ui/section";
import { isKeyOf } from "../../../../../../_words/is-key-of";
import { detach } from "../actions";

type EvidenceFilesProps = { viewer: Viewer; found: DisputeCase; files: AttachedFile[]; refused: string };

/** The files of the draft, and room for one more of each kind. Sent apart from what is written. */
export function EvidenceFiles({ viewer, found, files, refused }: EvidenceFilesProps) {
  const disputeId = found.dispute.id;
  const t = translator(viewer.locale, "disputes");
  const used = files.reduce((sum, { file }) => sum + file.size, 0);
  const megabytes = (bytes: number) => formatNumber(Math.ceil(bytes / 10_000) / 100, viewer.locale);
  const asked = askedFiles({ reason: found.dispute.reason, productKind: productKindOf(found) });
  const order = [...new Set<FileField>([...asked, ...fileFields])];
  const free = order.filter((field) => files.every((attached) => attached.field !== field));
  const wanted = asked.filter((field) => free.includes(field));
  return (
    <Section title={t("files.title")}>
      {refused && <Notice tone="hurt" title={refusalWords(viewer, refused)} />}
      <p className="text-soft">{t("files.text", { used: megabytes(used), most: megabytes(mostBytes) })}</p>
      {wanted.length > 0 && (
        <div className="my-3">
          <p>{t("files.wanted")}</p>
          <ul className="list-disc pl-5">
            {wanted.map((field) => (
              <li key={field}>{t(`field.${field}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {files.map((attached) => (
        <Attached key={attached.field} viewer={viewer} disputeId={disputeId} attached={attached} />
      ))}
      {free.length > 0 && (
        <form
          className="ui-form"
          method="post"
          encType="multipart/form-data"
          action={paths.evidenceFiles(viewer, disputeId)}
        >
          <SelectField
            name="field"
            label={t("files.kind")}
            options={free.map((field) => ({ value: field, label: t(`field.${field}`) }))}
          />
          <Field name="file" label={t("files.file")} hint={t("files.hint")}>
            <input
              className="ui-input"
              type="file"
              id="file"
              name="file"
              accept=".pdf,.jpg,.jpeg,.png"
              required
            />
          </Field>
          <FormActions>
            <Button>{t("files.add")}</Button>
          </FormActions>
        </form>
      )}
    </Section>
  );
}

type AttachedProps = { viewer: Viewer; disputeId: string; attached: AttachedFile };

/** A file of the draft, to be looked at or taken out again. */
function Attached({ viewer, disputeId, attached: { field, file } }: AttachedProps) {
  const t = translator(viewer.locale, "disputes");
  return (
    <ActionForm action={detach} formKey={newFormKey()} about={file.filename}>
      <input type="hidden" name="dispute" value={disputeId} />
      <input type="hidden" name="field" value={field} />
      <p>
        {t.rich("files.attached", {
          kind: t(`field.${field}`),
          file: () => (
            <a href={paths.evidenceFile(viewer, disputeId, file.id)} download={file.filename}>
              {file.filename}
            </a>
          ),
        })}
      </p>
      <FormActions>
        <Button tone="quiet">{t("files.remove", { name: file.filename })}</Button>
      </FormActions>
    </ActionForm>
  );
}

function refusalWords({ locale }: Viewer, code: string): string {
  const words = catalogues.en.errors.code;
  return translator(locale, "errors")(isKeyOf(words, code) ? `code.${code}` : "code.file_refused");
}
