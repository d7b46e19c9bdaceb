import type { Outcome } from "#lib/imports/kind";
import { metadataName } from "#lib/imports/mapping";
import type { ImportRow } from "#lib/imports/queries";
import type { Viewer } from "#lib/auth/viewer";
import { type PreviewedRow, previewRows } from "#lib/imports/sample-rows";
import { formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../_forms/action-form";
import { newFormKey } from "../_server/form-key";
import { Button, ButtonLink } from "../_ui/button";
import { FormActions } from "../_ui/form";
import { Section } from "../_ui/section";
import { Status, type StatusLook } from "../_ui/status";
import { type Column, Table } from "../_ui/table";
import { start } from "./actions";
import { type ImportShown, rowsInWords, targetName } from "./import-words";
import { problemsInWords } from "./problem-words";

const previewed = 20;

const looks: Record<Outcome, StatusLook> = {
  created: { tone: "good", mark: "filled" },
  updated: { tone: "good", mark: "ring" },
  unchanged: { tone: "plain", mark: "ring" },
};

/** What the first rows become, before anything is imported. */
export async function Preview({ row, ...shown }: ImportShown & { row: ImportRow }) {
  const { viewer } = shown;
  const t = translator(viewer.locale, "imports");
  const rows = await previewRows(viewer, row, previewed);
  return (
    <Section title={t("preview")}>
      <p>{t("previewText", { key: row.key === null ? "" : targetName(shown, row.key) })}</p>
      {row.key !== null && metadataName(row.key) !== null && <p>{t("previewOwnKey")}</p>}
      <p>{outcomesInWords(viewer, rows)}</p>
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

/** How many of the rows become what. */
function outcomesInWords(viewer: Viewer, rows: PreviewedRow[]): string {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const { becomes } of rows) counts[typeof becomes === "string" ? becomes : "refused"]++;
  return rowsInWords(viewer, counts);
}

function columnsFor(shown: ImportShown, row: ImportRow): Column<PreviewedRow>[] {
  const t = translator(shown.viewer.locale, "imports");
  const told = row.columns.flatMap((target, at) => (target === null ? [] : [{ target, at }])).slice(0, 5);
  return [
    {
      key: "row",
      label: t("row"),
      tone: "quiet",
      cell: ({ number }) => formatNumber(number, shown.viewer.locale),
    },
    {
      key: "what",
      label: t("becomes"),
      card: "title",
      cell: ({ becomes }) => {
        if (typeof becomes === "string") return <Status {...looks[becomes]}>{t(`will.${becomes}`)}</Status>;
        return (
          <>
            <Status tone="hurt" mark="filled">
              {t("will.refused")}
            </Status>
            <div className="max-w-80 text-soft">{problemsInWords(shown, becomes)}</div>
          </>
        );
      },
    },
    ...told.map(({ target, at }) => ({
      key: target,
      label: targetName(shown, target),
      cell: ({ cells }: PreviewedRow) => <span className="wrap-anywhere">{cells[at]}</span>,
    })),
  ];
}
