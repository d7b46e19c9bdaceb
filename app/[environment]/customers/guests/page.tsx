import { guestKinds } from "#lib/customers/figures/contribution";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { ListContent } from "../../../_lists/list-content";
import { addressOf } from "../../../_lists/list-place";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Tabs } from "../../../_ui/tabs";
import { CustomerTabs } from "../customer-tabs";
import { guestView } from "./guest-view";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("guests.title"));

/** Who paid without being a customer, grouped by card, email or phone. */
export default async function GuestsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, guestView, await searchParams);
  const t = translator(viewer.locale, "customers");
  return (
    <Page>
      <PageHeader title={t("guests.title")} />
      <CustomerTabs viewer={viewer} current="guests" />
      <p className="text-soft">{t("guests.text")}</p>
      <Tabs
        label={t("guests.by")}
        tabs={guestKinds.map((kind) => ({
          href: addressOf(list.place, { ...list.query, kind }),
          label: t(`guests.kinds.${kind}`),
          current: kind === list.query.kind,
        }))}
      />
      <ListContent list={list} />
    </Page>
  );
}
