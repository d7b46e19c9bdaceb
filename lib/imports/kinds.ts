import { couponImport } from "#lib/catalogue/file/coupons";
import { productImport } from "#lib/catalogue/file/products";
import { codeImport } from "#lib/catalogue/file/promotion-codes";
import { shippingRateImport } from "#lib/catalogue/file/shipping-rates";
import { taxRateImport } from "#lib/catalogue/file/tax-rates";
import { customerImport } from "#lib/customers/customer-import";
import { notFound } from "#lib/errors";
import type { ImportKind } from "./kind.ts";

const kinds: readonly ImportKind[] = [
  customerImport,
  productImport,
  couponImport,
  codeImport,
  taxRateImport,
  shippingRateImport,
];

/** How rows of this kind become objects. Throws a 404 for a kind that nobody knows. */
export function kindNamed(name: string): ImportKind {
  const kind = kinds.find((one) => one.name === name);
  if (!kind) throw notFound("import", name);
  return kind;
}
