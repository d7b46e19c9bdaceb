import { readAmountText, readOthersText } from "#lib/prices/amount-text";
import { largestPackage, mostIntervals } from "#lib/prices/params";
import { priceModels } from "#lib/prices/price-in";
import type { NewPriceInput } from "#lib/prices/price-input";
import type { ProductInput } from "#lib/products/product-input";
import type { Cells, CellReader } from "./cells.ts";

/** What a row says: of a product, and of one of its prices where it has one. */
export interface CatalogueRow {
  product: ProductInput & { id?: string; name?: string };
  price: { id?: string; isDefault: boolean; input: NewPriceInput } | null;
}

/** A row of products and prices as far as it can be read; all that is wrong with it is kept by `read`. */
export function readRow(cells: Cells, read: CellReader): CatalogueRow {
  if (!cells.product_id && !cells.product_name) read.wrong("product_name", "required");
  return { product: productOf(cells, read), price: priceOf(cells, read) };
}

function productOf(cells: Cells, read: CellReader): CatalogueRow["product"] {
  const images = cells.product_images?.split(/\s+/).filter(Boolean);
  if (images && (images.length > 8 || !images.every((url) => URL.canParse(url)))) {
    read.wrong("product_images", "url_invalid");
  }
  const { product_url: url, product_tax_code: taxCode, product_statement_descriptor: descriptor } = cells;
  if (url && !URL.canParse(url)) read.wrong("product_url", "url_invalid");
  if (taxCode && !/^txcd_\d{8}$/.test(taxCode)) read.wrong("product_tax_code", "tax_code_unknown");
  if (descriptor && (descriptor.length > 22 || !/\p{L}/u.test(descriptor) || /[<>\\'"*]/.test(descriptor))) {
    read.wrong("product_statement_descriptor", "descriptor_forbidden_character");
  }
  if ((cells.product_unit_label?.length ?? 0) > 12) read.wrong("product_unit_label", "too_long");
  return {
    id: cells.product_id,
    name: read.text("product_name", 5000),
    active: read.yesOrNo("product_active"),
    description: read.text("product_description", 5000),
    images,
    shippable: read.yesOrNo("product_shippable"),
    statementDescriptor: descriptor,
    taxCode,
    unitLabel: cells.product_unit_label,
    url,
  };
}

/** What a price cannot be read without: each needs the others. */
const terms = ["price_model", "price_currency", "price_amount"];

function priceOf(cells: Cells, read: CellReader): CatalogueRow["price"] {
  const said = Object.keys(cells).filter((field) => field.startsWith("price_") && cells[field]);
  if (said.length === 0) return null;
  if (!said.some((field) => terms.includes(field))) return unreadable(read, "price_amount", "required");
  const currency = read.currency("price_currency");
  const model = priceModels.find((one) => one === (cells.price_model ?? "flat"));
  if (!currency) return cells.price_currency ? null : unreadable(read, "price_currency", "required");
  if (!model) return unreadable(read, "price_model", "model_unknown");
  const amounts = readAmountText(cells.price_amount ?? "", model, currency);
  if (!amounts) return unreadable(read, "price_amount", "price_unreadable");
  const others = readOthersText(cells.price_other_currencies ?? "", model);
  if (!others) read.wrong("price_other_currencies", "price_unreadable");
  const size = model === "package" ? read.count("price_package_size", largestPackage) : undefined;
  if (model === "package" && size === undefined) read.wrong("price_package_size", "required");
  const isTiered = model === "graduated" || model === "volume";
  const isDefault = read.yesOrNo("price_default") ?? false;
  const input: NewPriceInput = {
    ...amounts,
    active: read.yesOrNo("price_active"),
    billingScheme: isTiered ? "tiered" : "per_unit",
    currency,
    currencyOptions: others ?? {},
    lookupKey: read.text("price_lookup_key", 200),
    nickname: read.text("price_description", 5000),
    recurring: recurringOf(cells, read),
    taxBehavior: read.oneOf("price_tax_behavior", ["exclusive", "inclusive", "unspecified"]),
    tiersMode: isTiered ? model : undefined,
    transformQuantity: size === undefined ? undefined : { divide_by: size, round: "up" },
  };
  return { id: cells.price_id, isDefault, input };
}

function recurringOf(cells: Cells, read: CellReader): NewPriceInput["recurring"] {
  const interval = read.oneOf("price_interval", ["day", "week", "month", "year"]);
  if (interval === undefined) return undefined;
  return { interval, intervalCount: read.count("price_interval_count", mostIntervals) ?? 1 };
}

function unreadable(read: CellReader, field: string, code: string): null {
  read.wrong(field, code);
  return null;
}
