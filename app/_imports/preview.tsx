import type { ImportRow } from "#lib/imports/queries";
import { type PreviewedRow, previewRows } from "#lib/imports/sample-rows";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../_forms/action-form";
import { newFormKey } from "../_server/form-key";
import { Button, ButtonLink } from "../_ui/button";
import { FormActions } from "../_ui/form";
import { Section } from "../_ui/section";
import { Status } from "../_ui/status";
import { type Column, Table } from "../_ui/table";
import { start } from "./actions";
import { type ImportShown, targetName } from "./import-words";
import { problemsInWords } from "./problem-words";

const previewed = 20;

/** What the first rows become, before anything is imported. */
export async function Preview({ row, ...shown }: ImportShown & { row: ImportRow }) {
  const { viewer } = shown;
  const t = translator(viewer.locale, "imports");
  const rows = await previewRows(viewer, row, previewed);
  return (
    <Section title={t("preview")}>
      <p>{t("previewText", { key: row.key === null ? "" : targetName(shown, row.key) })}</p>
      <Table
        caption={t("previewCaption")}
        columns={columnsFor(shown, row)}
        rows={rows}
        rowKey={({ number }) => String(number)}
      />
      <ActionForm action={start} formKey={newFormKey()}>
        <input type="hidden" name="kind" value={row.kind} />
        <input type="hidden" name="id" value={row.id} />
        <FormActions>
          <Button tone="primary">{t("start")}</Button>
          <ButtonLink href={paths.importOf(viewer, row.kind, row.id)}>{t("backToColumns")}</ButtonLink>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

function columnsFor(shown: ImportShown, row: ImportRow): Column<PreviewedRow>[] {
  const t = translator(shown.viewer.locale, "imports");
  const told = row.columns.flatMap((target, at) => (target === null ? [] : [{ target, at }])).slice(0, 5);
  return [
    {
      key: "what",
      label: t("becomes"),
      card: "title",
      cell: ({ objectId, problems }) => {
        if (problems.length > 0) {
          return (
            <>
              <Status tone="hurt" mark="filled">
                {t("willRefuse")}
              </Status>
              <div className="text-soft">{problemsInWords(shown, problems)}</div>
            </>
          );
        }
        return (
          <Status tone="good" mark={objectId === null ? "filled" : "ring"}>
            {objectId === null ? t("willCreate") : t("willUpdate")}
          </Status>
        );
      },
    },
    ...told.map(({ target, at }) => ({
      key: target,
      label: targetName(shown, target),
      cell: ({ cells }: PreviewedRow) => <span className="break-all">{cells[at]}</span>,
    })),
  ];
}
