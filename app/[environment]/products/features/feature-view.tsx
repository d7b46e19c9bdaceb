import type { Viewer } from "#lib/auth/viewer";
import { type FeatureQuery, featureList } from "#lib/features/feature-list";
import type { FeatureRow } from "#lib/features/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ListColumn } from "../../../_lists/list-view";
import { catalogueView } from "../_list/catalogue-view";
import { ActivityState } from "../_parts/activity-state";

/** Features as people see them. */
export const featureView = catalogueView<FeatureRow, FeatureQuery>({
  source: featureList,
  words: "features",
  columns,
  one: paths.feature,
  edit: paths.editFeature,
  add: paths.newFeature,
});

function columns({ locale }: Viewer): ListColumn<FeatureRow>[] {
  const t = translator(locale, "features");
  return [
    { key: "name", label: t("name"), card: "title", cell: ({ name }) => name },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ active }) => <ActivityState locale={locale} active={active} />,
    },
    {
      key: "key",
      label: t("lookupKey"),
      card: "detail",
      cell: ({ lookupKey }) => <code className="break-all">{lookupKey}</code>,
    },
  ];
}
