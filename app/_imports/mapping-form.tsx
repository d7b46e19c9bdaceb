import type { Viewer } from "#lib/auth/viewer";
import { metadataName } from "#lib/imports/mapping";
import { sampleRows } from "#lib/imports/sample-rows";
import type { ImportRow } from "#lib/imports/queries";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../_forms/action-form";
import { FormSelectField, FormTextField } from "../_forms/fields";
import { newFormKey } from "../_server/form-key";
import { Button } from "../_ui/button";
import { FormActions } from "../_ui/form";
import { Section } from "../_ui/section";
import { cancel, saveMapping } from "./actions";
import type { ImportShown, Targets } from "./import-words";

/** Says what each column of the file is, and which one tells who a row is about. */
export async function MappingForm({ row, ...shown }: ImportShown & { row: ImportRow }) {
  const { viewer, kind, targets } = shown;
  const t = translator(viewer.locale, "imports");
  const samples = await sampleRows(viewer, row, 3);
  return (
    <>
      <Section title={t("columns")}>
        <p>{t("columnsText")}</p>
        <ActionForm action={saveMapping} formKey={newFormKey()}>
          <input type="hidden" name="kind" value={row.kind} />
          <input type="hidden" name="id" value={row.id} />
          {row.header.map((heading, at) => (
            <ColumnFields
              key={at}
              viewer={viewer}
              at={at}
              targets={targets}
              heading={heading || t("unnamed", { number: at + 1 })}
              target={row.columns[at] ?? null}
              examples={samples.flatMap((cells) => cells[at] || []).join(" · ")}
            />
          ))}
          <FormSelectField
            name="key"
            label={t("key")}
            hint={t(`of.${kind}.keyHint`)}
            defaultValue={`column-${row.columns.indexOf(row.key)}`}
            placeholder={t("choose")}
            options={row.header.map((heading, at) => ({
              value: `column-${at}`,
              label: heading || t("unnamed", { number: at + 1 }),
            }))}
          />
          <FormActions>
            <Button tone="primary">{t("toPreview")}</Button>
          </FormActions>
        </ActionForm>
      </Section>
      <ActionForm action={cancel} formKey={newFormKey()}>
        <input type="hidden" name="kind" value={row.kind} />
        <input type="hidden" name="id" value={row.id} />
        <Button tone="quiet">{t("discard")}</Button>
      </ActionForm>
    </>
  );
}

type ColumnProps = {
  viewer: Viewer;
  at: number;
  targets: Targets;
  heading: string;
  target: string | null;
  examples: string;
};

function ColumnFields({ viewer, at, targets, heading, target, examples }: ColumnProps) {
  const t = translator(viewer.locale, "imports");
  const metadata = target === null ? null : metadataName(target);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <FormSelectField
        name={`column-${at}`}
        label={heading}
        hint={examples && <span className="break-all">{examples.slice(0, 120)}</span>}
        placeholder={t("leaveOut")}
        defaultValue={metadata === null ? (target ?? "") : "metadata"}
        options={[...targets, { value: "metadata", label: t("asMetadata") }]}
      />
      <FormTextField
        name={`metadata-${at}`}
        label={t("metadataName")}
        note={translator(viewer.locale, "common")("optional")}
        attributes={{ autoComplete: "off", maxLength: 40, defaultValue: metadata ?? "" }}
      />
    </div>
  );
}
