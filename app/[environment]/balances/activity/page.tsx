import type { Viewer } from "#lib/auth/viewer";
import { lastDay } from "#lib/figures/overview-query";
import type { Period } from "#lib/figures/period";
import { timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { activityPeriod, readActivity } from "#lib/statements/read-activity";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Button, ButtonLink } from "../../../_ui/button";
import { Notice } from "../../../_ui/notice";
import { Page, PageHeader } from "../../../_ui/page-header";
import { TextField } from "../../../_ui/text-field";
import { ActivityTables } from "../activity-tables";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** What the balance did in days of one's choice: opening, activity by category, closing. */
export default async function BalanceActivityPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const { period, isRefused } = activityPeriod(viewer, await searchParams);
  const t = translator(viewer.locale, "balances");
  const [from, to] = [period.from, lastDay(period)];
  return (
    <Page>
      <PageHeader
        title={t("activity.title")}
        state={t("activity.clocks", { city: timeZoneCity(period.timeZone) })}
        breadcrumb={{ label: t("title"), crumbs: [{ label: t("title"), href: paths.balances(viewer) }] }}
        actions={
          <ButtonLink href={paths.balanceActivityCsv(viewer, { from, to })} icon="download">
            CSV
          </ButtonLink>
        }
      />
      {isRefused && <Notice tone="wait" title={t("activity.order")} />}
      <Days viewer={viewer} period={period} />
      <ActivityTables viewer={viewer} currencies={(await readActivity(viewer, period)).currencies} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("activity.title"));

function Days({ viewer, period }: { viewer: Viewer; period: Period }) {
  const t = translator(viewer.locale, "balances");
  return (
    <form className="flex flex-wrap items-end gap-2" action={paths.balanceActivity(viewer)}>
      <TextField
        name="from"
        label={t("activity.from")}
        attributes={{ type: "date", defaultValue: period.from, required: true }}
      />
      <TextField
        name="to"
        label={t("activity.to")}
        attributes={{ type: "date", defaultValue: lastDay(period), required: true }}
      />
      <Button>{t("activity.show")}</Button>
    </form>
  );
}
