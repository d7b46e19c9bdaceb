import type { Viewer } from "#lib/auth/viewer";
import { type ImportRow, listRefused, type RefusedRow } from "#lib/imports/queries";
import { formatNumber, formatPercent } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../_forms/action-form";
import { newFormKey } from "../_server/form-key";
import { Button, ButtonLink } from "../_ui/button";
import { Figures } from "../_ui/figures";
import { Notice } from "../_ui/notice";
import { Section } from "../_ui/section";
import { type Column, Table } from "../_ui/table";
import { cancel } from "./actions";
import { problemsInWords } from "./problem-words";
import { AskAgain } from "./ask-again";
import type { ImportShown } from "./import-words";

const shown = 20;

/** How far an import has come, what it did, and which rows came to nothing. */
export async function ImportProgress({ row, ...about }: ImportShown & { row: ImportRow }) {
  const { viewer } = about;
  const t = translator(viewer.locale, "imports");
  const refused = await listRefused(viewer, row, { after: 0, limit: shown });
  const number = (count: number) => formatNumber(count, viewer.locale);
  return (
    <>
      {row.state === "running" && <Running viewer={viewer} row={row} />}
      {row.state === "failed" && <Notice tone="hurt" title={t("broken", { row: row.rows + 1 })} />}
      <Figures
        figures={[
          { key: "created", label: t("created"), value: number(row.created) },
          { key: "updated", label: t("updated"), value: number(row.updated) },
          { key: "unchanged", label: t("unchanged"), value: number(row.unchanged) },
          { key: "refused", label: t("refused"), value: number(row.refused) },
        ]}
      />
      {refused.length > 0 && (
        <Section
          title={t("refusedRows")}
          aside={<a href={paths.refusedRows(viewer, row.kind, row.id)}>{t("download")}</a>}
        >
          <p>{t("refusedText")}</p>
          <Table
            caption={t("refusedRows")}
            columns={columnsFor(about)}
            rows={refused}
            rowKey={(one) => String(one.row)}
          />
          {row.refused > shown && <p className="pt-2 text-soft">{t("moreRefused", { most: shown })}</p>}
        </Section>
      )}
      {row.state !== "running" && (
        <div className="ui-actions">
          <ButtonLink href={paths.imports(viewer, row.kind)}>{t("another")}</ButtonLink>
        </div>
      )}
    </>
  );
}

function Running({ viewer, row }: { viewer: Viewer; row: ImportRow }) {
  const t = translator(viewer.locale, "imports");
  const share = formatPercent(row.size === 0 ? 0 : row.offset / row.size, viewer.locale, 0);
  return (
    <>
      <Notice tone="wait" title={t("running", { share })}>
        <p>{t("runningText")}</p>
        <a href={paths.importOf(viewer, row.kind, row.id)}>{t("reload")}</a>
      </Notice>
      <AskAgain />
      <ActionForm action={cancel} formKey={newFormKey()}>
        <input type="hidden" name="kind" value={row.kind} />
        <input type="hidden" name="id" value={row.id} />
        <Button>{t("cancel")}</Button>
      </ActionForm>
    </>
  );
}

function columnsFor(about: ImportShown): Column<RefusedRow>[] {
  const { viewer } = about;
  const t = translator(viewer.locale, "imports");
  return [
    {
      key: "row",
      label: t("row"),
      card: "state",
      cell: ({ row }) => formatNumber(row, viewer.locale),
    },
    {
      key: "why",
      label: t("why"),
      card: "title",
      cell: ({ problems }) => problemsInWords(about, problems),
    },
    {
      key: "cells",
      label: t("cells"),
      card: "detail",
      tone: "quiet",
      cell: ({ cells }) => <span className="break-all">{cells.join(", ").slice(0, 200)}</span>,
    },
  ];
}
