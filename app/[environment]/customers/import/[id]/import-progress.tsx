import type { Viewer } from "#lib/auth/viewer";
import { type ImportRow, listRefused, type RefusedRow } from "#lib/imports/queries";
import { formatNumber, formatPercent } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { Button, ButtonLink } from "../../../../_ui/button";
import { Figures } from "../../../../_ui/figures";
import { Notice } from "../../../../_ui/notice";
import { Section } from "../../../../_ui/section";
import { type Column, Table } from "../../../../_ui/table";
import { cancel } from "../actions";
import { problemsInWords } from "../problem-words";
import { AskAgain } from "./ask-again";

const shown = 20;

/** How far an import has come, what it did, and which rows came to nothing. */
export async function ImportProgress({ viewer, row }: { viewer: Viewer; row: ImportRow }) {
  const t = translator(viewer.locale, "customers");
  const refused = await listRefused(viewer, row, { after: 0, limit: shown });
  const number = (count: number) => formatNumber(count, viewer.locale);
  return (
    <>
      {row.state === "running" && <Running viewer={viewer} row={row} />}
      {row.state === "failed" && <Notice tone="hurt" title={t("import.broken", { row: row.rows + 1 })} />}
      <Figures
        figures={[
          { key: "created", label: t("import.created"), value: number(row.created) },
          { key: "updated", label: t("import.updated"), value: number(row.updated) },
          { key: "unchanged", label: t("import.unchanged"), value: number(row.unchanged) },
          { key: "refused", label: t("import.refused"), value: number(row.refused) },
        ]}
      />
      {refused.length > 0 && (
        <Section
          title={t("import.refusedRows")}
          aside={<a href={paths.refusedCustomers(viewer, row.id)}>{t("import.download")}</a>}
        >
          <p>{t("import.refusedText")}</p>
          <Table
            caption={t("import.refusedRows")}
            columns={columnsFor(viewer)}
            rows={refused}
            rowKey={(one) => String(one.row)}
          />
          {row.refused > shown && (
            <p className="pt-2 text-soft">{t("import.moreRefused", { count: shown })}</p>
          )}
        </Section>
      )}
      {row.state !== "running" && (
        <div className="ui-actions">
          <ButtonLink href={paths.importCustomers(viewer)}>{t("import.another")}</ButtonLink>
        </div>
      )}
    </>
  );
}

function Running({ viewer, row }: { viewer: Viewer; row: ImportRow }) {
  const t = translator(viewer.locale, "customers");
  const share = formatPercent(row.size === 0 ? 0 : row.offset / row.size, viewer.locale, 0);
  return (
    <>
      <Notice tone="wait" title={t("import.running", { share })}>
        <p>{t("import.runningText")}</p>
        <a href={paths.customerImport(viewer, row.id)}>{t("import.reload")}</a>
      </Notice>
      <AskAgain />
      <ActionForm action={cancel} formKey={newFormKey()}>
        <input type="hidden" name="id" value={row.id} />
        <Button>{t("import.cancel")}</Button>
      </ActionForm>
    </>
  );
}

function columnsFor(viewer: Viewer): Column<RefusedRow>[] {
  const t = translator(viewer.locale, "customers");
  return [
    {
      key: "row",
      label: t("import.row"),
      card: "state",
      cell: ({ row }) => formatNumber(row, viewer.locale),
    },
    {
      key: "why",
      label: t("import.why"),
      card: "title",
      cell: ({ problems }) => problemsInWords(viewer, problems),
    },
    {
      key: "cells",
      label: t("import.cells"),
      card: "detail",
      tone: "quiet",
      cell: ({ cells }) => <span className="break-all">{cells.join(", ").slice(0, 200)}</span>,
    },
  ];
}
