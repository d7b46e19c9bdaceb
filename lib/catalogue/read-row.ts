import { isCurrency } from "#lib/currencies";
import { readAmountText, readOthersText } from "#lib/prices/amount-text";
import { priceModels } from "#lib/prices/price-in";
import type { NewPriceInput } from "#lib/prices/price-input";
import type { ProductInput } from "#lib/products/product-input";

/** What stands in a line of a file, by the names of `exportCatalogue`; what is empty is not there. */
export type Cells = Readonly<Record<string, string | undefined>>;

export interface RowProblem {
  field: string;
  /** One of the `errors` catalogue. */
  code: string;
}

/** What a line says: of a product, and of one of its prices where it has one. */
export interface CatalogueRow {
  product: ProductInput & { id?: string; name?: string };
  price: { id?: string; isDefault: boolean; input: NewPriceInput } | null;
}

/** A line of a file, or all that is wrong with it. */
export function readRow(cells: Cells): { row: CatalogueRow } | { problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const wrong = (field: string, code: string) => void problems.push({ field, code });
  if (!cells.product_id && !cells.product_name) wrong("product_name", "required");
  const row = { product: productOf(cells, wrong), price: priceOf(cells, wrong) };
  return problems.length > 0 ? { problems } : { row };
}

type Wrong = (field: string, code: string) => void;

function productOf(cells: Cells, wrong: Wrong): CatalogueRow["product"] {
  const images = cells.product_images?.split(/\s+/).filter(Boolean);
  if (images && (images.length > 8 || !images.every((url) => URL.canParse(url)))) {
    wrong("product_images", "url_invalid");
  }
  const { product_url: url, product_tax_code: taxCode, product_statement_descriptor: descriptor } = cells;
  if (url && !URL.canParse(url)) wrong("product_url", "url_invalid");
  if (taxCode && !/^txcd_\d{8}$/.test(taxCode)) wrong("product_tax_code", "tax_code_unknown");
  if (descriptor && (descriptor.length > 22 || !/\p{L}/u.test(descriptor) || /[<>\\'"*]/.test(descriptor))) {
    wrong("product_statement_descriptor", "descriptor_forbidden_character");
  }
  if ((cells.product_unit_label?.length ?? 0) > 12) wrong("product_unit_label", "too_long");
  return {
    id: cells.product_id,
    name: cells.product_name,
    active: yesOrNo(cells, "product_active", wrong),
    description: cells.product_description,
    images,
    shippable: yesOrNo(cells, "product_shippable", wrong),
    statementDescriptor: descriptor,
    taxCode,
    unitLabel: cells.product_unit_label,
    url,
  };
}

function priceOf(cells: Cells, wrong: Wrong): CatalogueRow["price"] {
  const said = ["price_model", "price_currency", "price_amount"].filter((field) => cells[field]);
  if (said.length === 0) return null;
  const currency = (cells.price_currency ?? "").toLowerCase();
  const model = priceModels.find((one) => one === (cells.price_model ?? "flat"));
  if (!isCurrency(currency)) return unreadable(wrong, "price_currency", "currency_unknown");
  if (!model) return unreadable(wrong, "price_model", "model_unknown");
  const amounts = readAmountText(cells.price_amount ?? "", model, currency);
  if (!amounts) return unreadable(wrong, "price_amount", "price_unreadable");
  const others = readOthersText(cells.price_other_currencies ?? "", model);
  if (!others) wrong("price_other_currencies", "price_unreadable");
  const size = model === "package" ? count(cells, "price_package_size", wrong) : undefined;
  if (model === "package" && size === undefined) wrong("price_package_size", "required");
  const isTiered = model === "graduated" || model === "volume";
  const isDefault = yesOrNo(cells, "price_default", wrong) ?? false;
  const input: NewPriceInput = {
    ...amounts,
    active: yesOrNo(cells, "price_active", wrong),
    billingScheme: isTiered ? "tiered" : "per_unit",
    currency,
    currencyOptions: others ?? {},
    lookupKey: cells.price_lookup_key,
    nickname: cells.price_description,
    recurring: recurringOf(cells, wrong),
    taxBehavior: oneOf(cells, "price_tax_behavior", ["exclusive", "inclusive", "unspecified"], wrong),
    tiersMode: isTiered ? model : undefined,
    transformQuantity: size === undefined ? undefined : { divide_by: size, round: "up" },
  };
  return { id: cells.price_id, isDefault, input };
}

function recurringOf(cells: Cells, wrong: Wrong): NewPriceInput["recurring"] {
  const interval = oneOf(cells, "price_interval", ["day", "week", "month", "year"], wrong);
  if (interval === undefined) return undefined;
  return { interval, intervalCount: count(cells, "price_interval_count", wrong) ?? 1 };
}

function unreadable(wrong: Wrong, field: string, code: string): null {
  wrong(field, code);
  return null;
}

function yesOrNo(cells: Cells, field: string, wrong: Wrong): boolean | undefined {
  const word = cells[field]?.toLowerCase();
  if (word === undefined || word === "") return undefined;
  if (["yes", "true", "1", "oui"].includes(word)) return true;
  if (!["no", "false", "0", "non"].includes(word)) wrong(field, "yes_no_unknown");
  return false;
}

function oneOf<T extends string>(
  cells: Cells,
  field: string,
  words: readonly T[],
  wrong: Wrong,
): T | undefined {
  const said = cells[field];
  if (!said) return undefined;
  const word = words.find((one) => one === said.toLowerCase());
  if (!word) wrong(field, "word_unknown");
  return word;
}

function count(cells: Cells, field: string, wrong: Wrong): number | undefined {
  const said = cells[field];
  if (!said) return undefined;
  if (/^\d{1,9}$/.test(said) && Number(said) > 0) return Number(said);
  wrong(field, "quantity_invalid");
  return undefined;
}
