import { taxRates } from "#db/schema/index";
import { activityFilter } from "#lib/catalogue/list/activity-filter";
import { catalogueList } from "#lib/catalogue/list/catalogue-list";
import { regionCodes } from "#lib/i18n/regions";
import { choiceFilter } from "#lib/lists/filters/choice-filter";
import { both } from "#lib/lists/filters/filter";
import type { QueryOf } from "#lib/lists/list-source";
import { paths } from "#lib/paths";

/** Tax rates that are set by hand. */
export const taxRateList = catalogueList({
  name: "tax_rates",
  path: paths.taxRates,
  table: taxRates,
  texts: [taxRates.displayName, taxRates.jurisdiction, taxRates.description],
  own: both(
    activityFilter(taxRates.active),
    choiceFilter("country", {
      words: regionCodes,
      column: taxRates.country,
      put: (countries) => ({ countries }),
      get: ({ countries }) => countries,
    }),
  ),
});

export type TaxRateQuery = QueryOf<typeof taxRateList>;
