import type { Viewer } from "#lib/auth/viewer";
import type { ImportRow } from "#lib/imports/queries";
import { type PreviewedRow, previewRows } from "#lib/imports/sample-rows";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { Button, ButtonLink } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { Section } from "../../../../_ui/section";
import { Status } from "../../../../_ui/status";
import { type Column, Table } from "../../../../_ui/table";
import { start } from "../actions";
import { targetName } from "../import-words";
import { problemsInWords } from "../problem-words";

const shown = 20;

/** What the first rows become, before anything is imported. */
export async function Preview({ viewer, row }: { viewer: Viewer; row: ImportRow }) {
  const t = translator(viewer.locale, "customers");
  const rows = await previewRows(viewer, row, shown);
  return (
    <Section title={t("import.preview")}>
      <p>{t("import.previewText", { key: row.key === null ? "" : targetName(viewer, row.key) })}</p>
      <Table
        caption={t("import.previewCaption")}
        columns={columnsFor(viewer, row)}
        rows={rows}
        rowKey={({ number }) => String(number)}
      />
      <ActionForm action={start} formKey={newFormKey()}>
        <input type="hidden" name="id" value={row.id} />
        <FormActions>
          <Button tone="primary">{t("import.start")}</Button>
          <ButtonLink href={paths.customerImport(viewer, row.id)}>{t("import.backToColumns")}</ButtonLink>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

function columnsFor(viewer: Viewer, row: ImportRow): Column<PreviewedRow>[] {
  const t = translator(viewer.locale, "customers");
  const told = row.columns.flatMap((target, at) => (target === null ? [] : [{ target, at }])).slice(0, 5);
  return [
    {
      key: "what",
      label: t("import.becomes"),
      card: "title",
      cell: ({ objectId, problems }) => {
        if (problems.length > 0) {
          return (
            <>
              <Status tone="hurt" mark="filled">
                {t("import.willRefuse")}
              </Status>
              <div className="text-soft">{problemsInWords(viewer, problems)}</div>
            </>
          );
        }
        return (
          <Status tone="good" mark={objectId === null ? "filled" : "ring"}>
            {objectId === null ? t("import.willCreate") : t("import.willUpdate")}
          </Status>
        );
      },
    },
    ...told.map(({ target, at }) => ({
      key: target,
      label: targetName(viewer, target),
      cell: ({ cells }: PreviewedRow) => <span className="break-all">{cells[at]}</span>,
    })),
  ];
}
