import { and, desc, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { taxRates } from "#db/schema/index";
import { isRegion } from "#lib/i18n/regions";
import { createTaxRate } from "#lib/tax-rates/create-tax-rate";
import { percentage } from "#lib/tax-rates/params";
import { listTaxRates } from "#lib/tax-rates/queries";
import { taxTypes } from "#lib/tax-rates/tax-types";
import { updateTaxRate } from "#lib/tax-rates/update-tax-rate";
import type { TaxRateRow } from "#lib/tax-rates/wire";
import { type CellReader, writeYesNo } from "./cells.ts";
import { importOfRecords, needed } from "./record-import.ts";
import { rowsPerPage, type Sheet } from "./sheet.ts";

export const taxRateSheet: Sheet<TaxRateRow> = {
  columns: {
    id: ({ id }) => id,
    display_name: ({ displayName }) => displayName,
    active: ({ active }) => writeYesNo(active),
    percentage: ({ percentage }) => percentage,
    inclusive: ({ inclusive }) => writeYesNo(inclusive),
    country: ({ country }) => country,
    state: ({ state }) => state,
    jurisdiction: ({ jurisdiction }) => jurisdiction,
    tax_type: ({ taxType }) => taxType,
    description: ({ description }) => description,
  },
  metadata: ({ metadata }) => metadata,
  async page(viewer, after, active) {
    const request = { limit: rowsPerPage, starting_after: after };
    const { rows, hasMore } = await listTaxRates(viewer, request, { active });
    return { rows, next: hasMore ? rows.at(-1)?.id : undefined };
  },
};

/** Tax rates by their id, else by what they are called together with how much they are, and where. */
export const taxRateImport = importOfRecords<TaxRateRow, ReturnType<typeof read>>({
  name: "tax-rates",
  sheet: taxRateSheet,
  keys: ["id", "display_name"],
  fixed: ["percentage", "inclusive"],
  read,
  byId: (handle, id) => find(handle, taxRates, id),
  async alike({ db, environmentId }, said) {
    const { display_name: name, percentage, inclusive, country, state } = said;
    if (name === undefined || percentage === undefined) return [];
    const here = and(eq(taxRates.environmentId, environmentId), eq(taxRates.displayName, name));
    return db
      .select()
      .from(taxRates)
      .where(
        and(
          here,
          eq(taxRates.percentage, percentage),
          inclusive === undefined ? undefined : eq(taxRates.inclusive, inclusive),
          country === undefined ? undefined : eq(taxRates.country, country),
          state === undefined ? undefined : eq(taxRates.state, state),
        ),
      )
      .orderBy(desc(taxRates.createdAt), desc(taxRates.id))
      .limit(2);
  },
  create: ({ viewer }, said, metadata) =>
    createTaxRate(viewer, {
      ...factsOf(said),
      displayName: needed(said.display_name, "display_name"),
      inclusive: needed(said.inclusive, "inclusive"),
      metadata,
      percentage: needed(said.percentage, "percentage"),
    }),
  update: ({ viewer }, { id }, said, metadata) => updateTaxRate(viewer, id, { ...factsOf(said), metadata }),
});

function factsOf(said: ReturnType<typeof read>) {
  const { active, country, description, jurisdiction, state } = said;
  return {
    active,
    country,
    description,
    displayName: said.display_name,
    jurisdiction,
    state,
    taxType: said.tax_type,
  };
}

function read(cells: CellReader) {
  const country = cells.text("country", 100)?.toUpperCase();
  if (country !== undefined && !isRegion(country)) cells.wrong("country", "country_unknown");
  return {
    id: cells.text("id", 255),
    display_name: cells.text("display_name", 50),
    active: cells.yesOrNo("active"),
    percentage: cells.percent("percentage", percentage(), "tax_percentage_invalid"),
    inclusive: cells.yesOrNo("inclusive"),
    country,
    state: cells.text("state", 3),
    jurisdiction: cells.text("jurisdiction", 50),
    tax_type: cells.oneOf("tax_type", taxTypes),
    description: cells.text("description", 5000),
  };
}
