import type { z } from "zod";
import {
  address,
  bool,
  email,
  emptyable,
  hash,
  int,
  listOf,
  metadata,
  objectId,
  oneOf,
  params,
  signedAmount,
  text,
} from "#lib/api/params";
import { refused } from "#lib/api/refused";
import { settingsParam, toMode } from "#lib/cash/params";
import type { DiscountInput } from "#lib/discounts/give-discount";
import { invalid } from "#lib/errors";
import { sourceParam, toSourceInput } from "#lib/sources/source-param";
import { type CustomerInput, mostInvoiceSequence } from "./customer-input.ts";

const shipping = () =>
  hash({
    address: address().optional(),
    name: text().optional(),
    phone: emptyable(text(20)).optional(),
  });

const renderingOptions = () =>
  hash({
    amount_tax_display: emptyable(oneOf(["exclude_tax", "include_inclusive_tax"])).default(null),
    template: text().nullable().default(null),
  });

const invoiceSettings = () =>
  hash({
    custom_fields: emptyable(listOf(hash({ name: text(40), value: text(140) }), 4)).optional(),
    default_payment_method: emptyable(objectId()).optional(),
    footer: emptyable(text()).optional(),
    rendering_options: emptyable(renderingOptions()).optional(),
  });

const shape = {
  address: emptyable(address()).optional(),
  balance: signedAmount().optional(),
  business_name: emptyable(text(150)).optional(),
  cash_balance: hash({ settings: settingsParam().optional() }).optional(),
  coupon: emptyable(text(200)).optional(),
  description: emptyable(text()).optional(),
  email: emptyable(email()).optional(),
  individual_name: emptyable(text(150)).optional(),
  invoice_prefix: text(100).optional(),
  invoice_settings: invoiceSettings().optional(),
  metadata: metadata().optional(),
  name: emptyable(text()).optional(),
  next_invoice_sequence: int({ min: 1, max: mostInvoiceSequence }).optional(),
  phone: emptyable(text(20)).optional(),
  promotion_code: emptyable(objectId()).optional(),
  preferred_locales: emptyable(listOf(text(35))).optional(),
  shipping: emptyable(shipping()).optional(),
  source: sourceParam().optional(),
  tax: refused("No tax is worked out here: of where a customer is for taxes, nothing is kept."),
  tax_exempt: emptyable(oneOf(["exempt", "none", "reverse"])).optional(),
  /** Whether a source is checked with the bank: it always is. */
  validate: bool().optional(),
};

export const createParams = params({
  ...shape,
  payment_method: objectId().optional(),
  test_clock: objectId().optional(),
  tax_id_data: listOf(hash({ type: text(40), value: text(100) }), 5).optional(),
});
export const updateParams = params({ ...shape, default_source: objectId().optional() });
type Given = Omit<z.output<typeof updateParams>, "default_source">;

/** The parameters as the core takes them. */
export function toInput(given: Given): CustomerInput {
  const settings = given.invoice_settings;
  return {
    address: given.address,
    balance: given.balance,
    businessName: given.business_name,
    description: given.description,
    discount: discountOf(given),
    email: given.email,
    individualName: given.individual_name,
    invoicePrefix: given.invoice_prefix,
    invoiceSettings: settings && toSettings(settings),
    metadata: given.metadata,
    name: given.name,
    nextInvoiceSequence: given.next_invoice_sequence,
    phone: given.phone,
    reconciliationMode: toMode(given.cash_balance?.settings),
    preferredLocales: given.preferred_locales === null ? [] : given.preferred_locales,
    shipping: given.shipping,
    source: given.source === undefined ? undefined : toSourceInput(given.source),
    taxExempt: given.tax_exempt === null ? "none" : given.tax_exempt,
  };
}

/** A discount by its coupon or by a code; null takes it away. */
function discountOf({ coupon, promotion_code: promotionCode }: Given): DiscountInput | null | undefined {
  if (coupon && promotionCode) {
    throw invalid("You may only specify one of these parameters: coupon, promotion_code.", {
      param: "promotion_code",
    });
  }
  if (coupon) return { couponId: coupon };
  if (promotionCode) return { promotionCodeId: promotionCode };
  return coupon === null || promotionCode === null ? null : undefined;
}

function toSettings({ default_payment_method, ...rest }: z.output<ReturnType<typeof invoiceSettings>>) {
  return {
    ...rest,
    ...(default_payment_method === undefined ? {} : { defaultPaymentMethodId: default_payment_method }),
  };
}
