import { features } from "#db/schema/index";
import { activityFilter } from "#lib/catalogue/list/activity-filter";
import { catalogueList } from "#lib/catalogue/list/catalogue-list";
import type { QueryOf } from "#lib/lists/list-source";
import { paths } from "#lib/paths";

/** What products can entitle their buyers to. */
export const featureList = catalogueList({
  name: "features",
  path: paths.features,
  table: features,
  texts: [features.name, features.lookupKey],
  own: activityFilter(features.active),
});

export type FeatureQuery = QueryOf<typeof featureList>;
