import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { comesAtOnce } from "#lib/exports/at-once";
import { exportChoices } from "#lib/exports/choices";
import { type DatasetName, datasets } from "#lib/exports/datasets/all";
import { type ExportRow, getExport, isExpired, isSomebodysExport } from "#lib/exports/queries";
import { isDomainError } from "#lib/errors";
import { formatDate, formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { found } from "../../../_server/found";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { pageViewer } from "../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../_ui/button";
import { Page, PageHeader } from "../../../_ui/page-header";
import { stop } from "../actions";
import { FiltersOf } from "../filters-of";
import { datasetWords, ExportState, formatWords } from "../words";
import { BeginDownload } from "./begin-download";
import { soonFinished } from "./soon-finished";
import { Refreshing } from "./refreshing";

type PageProps = {
  params: Promise<{ environment: string; id: string }>;
  searchParams: Promise<QueryParams>;
};

export const generateMetadata = pageTitle((locale) => translator(locale, "exports")("one"));

/** How far a file is; then the file. */
export default async function ExportPage({ params, searchParams }: PageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const t = translator(viewer.locale, "exports");
  const row = await soonFinished(() => ownOf(viewer, id));
  if (!row) {
    return (
      <Page>
        <PageHeader title={t("one")} />
        <p>{t("notYours")}</p>
      </Page>
    );
  }
  const expired = isExpired(viewer, row);
  return (
    <Page>
      <PageHeader
        breadcrumb={{
          label: translator(viewer.locale, "common")("breadcrumb"),
          crumbs: [{ label: t("title"), href: paths.exports(viewer) }, { label: t("one") }],
        }}
        title={datasetWords(viewer, row.dataset as DatasetName)}
        titleAside={formatWords(viewer, row.format)}
        state={<ExportState viewer={viewer} row={row} expired={expired} />}
        actions={
          row.state === "finished" &&
          !expired && (
            <ButtonLink href={paths.exportFile(viewer, row.id)} tone="primary" icon="download">
              {t("download")}
            </ButtonLink>
          )
        }
      />
      <Filtered viewer={viewer} row={row} />
      <Progress viewer={viewer} row={row} expired={expired} />
      {(await searchParams).begin !== undefined && comesAtOnce(viewer, row) && (
        <>
          <p role="status">{t("begins")}</p>
          <BeginDownload file={paths.exportFile(viewer, row.id)} page={paths.export(viewer, row.id)} />
        </>
      )}
    </Page>
  );
}

/** Which rows the file has, as long as the viewer may see any. */
function Filtered({ viewer, row }: { viewer: Viewer; row: ExportRow }) {
  const { dataset, address } = exportChoices.parse(row.choices);
  if (!may(viewer, datasets[dataset].permission)) return null;
  return <FiltersOf viewer={viewer} dataset={dataset} address={address} />;
}

/** Null for a colleague's; nothing is here for what is nobody's. */
async function ownOf(viewer: Viewer, id: string): Promise<ExportRow | null> {
  if (await isSomebodysExport(viewer, id)) return getExport(viewer, id).catch(unlessMissing);
  return found(getExport(viewer, id));
}

function unlessMissing(error: unknown): null {
  if (isDomainError(error) && error.facts.status === 404) return null;
  throw error;
}

function Progress({ viewer, row, expired }: { viewer: Viewer; row: ExportRow; expired: boolean }) {
  const t = translator(viewer.locale, "exports");
  const { locale, timeZone } = viewer;
  const number = (value: number) => formatNumber(value, locale);
  if (row.state === "finished") {
    if (expired || row.expiresAt === null) return <p>{t("expiredText")}</p>;
    const until = formatDate(row.expiresAt, { locale, timeZone });
    return (
      <p>{t("ready", { rows: row.rowsDone, until, size: number(Math.ceil((row.size ?? 0) / 1000)) })}</p>
    );
  }
  if (row.state === "stopped" || row.state === "failed") return <p>{t(`why.${row.state}`)}</p>;
  return (
    <>
      <Refreshing />
      <p role="status">
        {row.rowsTotal === null ? t("waits") : t("progress", { done: row.rowsDone, total: row.rowsTotal })}
      </p>
      <progress
        className="w-full max-w-[560px]"
        max={row.rowsTotal ?? 1}
        value={row.rowsDone}
        aria-label={t("progressLabel")}
      />
      <p className="text-soft">{t("leave")}</p>
      <ActionForm action={stop} formKey={newFormKey()}>
        <input type="hidden" name="id" value={row.id} />
        <div>
          <Button>{t("stop")}</Button>
        </div>
      </ActionForm>
    </>
  );
}
