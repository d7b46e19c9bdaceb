import { activities, type Offered } from "#lib/catalogue/list/activity-filter";
import { translator } from "#lib/i18n/translator";
import type { Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { addressOf } from "../../../_lists/list-place";
import type { OpenList } from "../../../_lists/open-list";
import { Tabs } from "../../../_ui/tabs";

/** What is on offer, what is archived, or both; the other filters stay. */
export function ActivityTabs<Row extends Listed, Query extends Sorted & Offered>({
  list: { viewer, place, query },
}: {
  list: OpenList<Row, Query>;
}) {
  const t = translator(viewer.locale, "products");
  return (
    <Tabs
      label={t("views")}
      tabs={activities.map((activity) => ({
        href: addressOf(place, { ...query, activity }),
        label: t(`view.${activity}`),
        current: activity === query.activity,
      }))}
      small
    />
  );
}
