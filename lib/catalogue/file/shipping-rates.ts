import { and, desc, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { shippingRates } from "#db/schema/index";
import { createShippingRate } from "#lib/shipping-rates/create-shipping-rate";
import { listShippingRates } from "#lib/shipping-rates/queries";
import { updateShippingRate } from "#lib/shipping-rates/update-shipping-rate";
import type { DeliveryBound, ShippingRateRow } from "#lib/shipping-rates/wire";
import { type CellReader, writeCoins, writeCoinsByCurrency, writeYesNo } from "./cells.ts";
import { importOfRecords, needed } from "./record-import.ts";
import { rowsPerPage, type Sheet } from "./sheet.ts";

export const shippingRateSheet: Sheet<ShippingRateRow> = {
  columns: {
    id: ({ id }) => id,
    display_name: ({ displayName }) => displayName,
    active: ({ active }) => writeYesNo(active),
    amount: ({ amount, currency }) => writeCoins(amount, currency),
    currency: ({ currency }) => currency,
    other_currencies: ({ currencyOptions }) => writeCoinsByCurrency(amountsOf(currencyOptions)),
    delivery_minimum: ({ deliveryEstimate }) => writeBound(deliveryEstimate?.minimum),
    delivery_maximum: ({ deliveryEstimate }) => writeBound(deliveryEstimate?.maximum),
    tax_behavior: ({ taxBehavior }) => taxBehavior,
    tax_code: ({ taxCode }) => taxCode,
  },
  metadata: ({ metadata }) => metadata,
  async page(viewer, after, active) {
    const request = { limit: rowsPerPage, starting_after: after };
    const { rows, hasMore } = await listShippingRates(viewer, request, { active });
    return { rows, next: hasMore ? rows.at(-1)?.id : undefined };
  },
};

/** Shipping rates by their id, else by what they are called together with what they cost. */
export const shippingRateImport = importOfRecords<ShippingRateRow, ReturnType<typeof read>>({
  name: "shipping-rates",
  sheet: shippingRateSheet,
  keys: ["id", "display_name"],
  fixed: ["display_name", "amount", "currency", "delivery_minimum", "delivery_maximum", "tax_code"],
  read,
  byId: (handle, id) => find(handle, shippingRates, id),
  async alike({ db, environmentId }, { display_name: name, amount, currency }) {
    if (name === undefined || amount === undefined || currency === undefined) return [];
    return db
      .select()
      .from(shippingRates)
      .where(
        and(
          eq(shippingRates.environmentId, environmentId),
          eq(shippingRates.displayName, name),
          eq(shippingRates.amount, amount),
          eq(shippingRates.currency, currency),
        ),
      )
      .orderBy(desc(shippingRates.createdAt), desc(shippingRates.id))
      .limit(2);
  },
  async create({ viewer }, said, metadata) {
    const { active, delivery_minimum: minimum, delivery_maximum: maximum } = said;
    const made = await createShippingRate(viewer, {
      amount: needed(said.amount, "amount"),
      currency: needed(said.currency, "currency"),
      currencyOptions: optionsOf(said.other_currencies),
      deliveryEstimate: (minimum ?? maximum) ? { minimum, maximum } : undefined,
      displayName: needed(said.display_name, "display_name"),
      metadata,
      taxBehavior: said.tax_behavior,
      taxCode: said.tax_code,
    });
    if (active !== false) return made;
    return updateShippingRate(viewer, made.id, { active, currencyOptions: {} });
  },
  update: ({ viewer }, { id }, said, metadata) =>
    updateShippingRate(viewer, id, {
      active: said.active,
      currencyOptions: optionsOf(said.other_currencies),
      metadata,
      taxBehavior: said.tax_behavior,
    }),
});

const units = ["hour", "day", "business_day", "week", "month"] as const;

function read(cells: CellReader) {
  const currency = cells.currency("currency");
  return {
    id: cells.text("id", 255),
    display_name: cells.text("display_name", 100),
    active: cells.yesOrNo("active"),
    amount: cells.coins("amount", "currency", 0),
    currency,
    other_currencies: cells.coinsByCurrency("other_currencies", 0),
    delivery_minimum: boundOf(cells, "delivery_minimum"),
    delivery_maximum: boundOf(cells, "delivery_maximum"),
    tax_behavior: cells.oneOf("tax_behavior", ["exclusive", "inclusive", "unspecified"]),
    tax_code: cells.text("tax_code", 13, /^txcd_\d{8}$/),
  };
}

/** "3 business_day". */
function boundOf(cells: CellReader, field: string): DeliveryBound | undefined {
  const said = cells.text(field, 40);
  if (said === undefined) return undefined;
  const [, value = "", word = ""] = /^(\d{1,4})\s+([a-z_]+?)s?$/i.exec(said) ?? [];
  const unit = units.find((one) => one === word.toLowerCase());
  if (unit && Number(value) >= 1 && Number(value) <= 1000) return { unit, value: Number(value) };
  return cells.wrong(field, "word_unknown");
}

function writeBound(bound: DeliveryBound | null | undefined): string {
  return bound ? `${bound.value} ${bound.unit}` : "";
}

function amountsOf(options: ShippingRateRow["currencyOptions"]): Record<string, number> {
  return Object.fromEntries(Object.entries(options).map(([currency, { amount }]) => [currency, amount]));
}

function optionsOf(amounts: Record<string, number> = {}) {
  return Object.fromEntries(Object.entries(amounts).map(([currency, amount]) => [currency, { amount }]));
}
