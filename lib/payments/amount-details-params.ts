import type { z } from "zod";
import type { AmountDetails, PaymentDetails } from "#db/schema/payment-details";
import * as p from "#lib/api/params";
import { otherMethods } from "#lib/payment-methods/every-type";

const postalCode = () => p.emptyable(p.text(10)).optional();

const lineItem = p.hash({
  discount_amount: p.amount(1).optional(),
  payment_method_options: p
    .hash({ card: p.hash({ commodity_code: p.text(12).optional() }).optional(), ...otherMethods() })
    .optional(),
  product_code: p.text(12).optional(),
  product_name: p.text(1024),
  quantity: p.int({ min: 1 }),
  tax: p.hash({ total_tax_amount: p.amount() }).optional(),
  unit_cost: p.amount(),
  unit_of_measure: p.text(12).optional(),
});

const amountDetails = p.hash({
  discount_amount: p.emptyable(p.amount(1)).optional(),
  enforce_arithmetic_validation: p.bool().optional(),
  line_items: p.emptyable(p.listOf(lineItem, 200)).optional(),
  shipping: p
    .emptyable(
      p.hash({
        amount: p.emptyable(p.amount()).optional(),
        from_postal_code: postalCode(),
        to_postal_code: postalCode(),
      }),
    )
    .optional(),
  tax: p.emptyable(p.hash({ total_tax_amount: p.amount() })).optional(),
});

const paymentDetails = p.hash({
  customer_reference: p.emptyable(p.text(500)).optional(),
  order_reference: p.emptyable(p.text(500)).optional(),
});

/** What an amount is made of, and how both sides call the payment. Understood by `toDetails`. */
export const detailParams = {
  amount_details: p.emptyable(amountDetails).optional(),
  payment_details: p.emptyable(paymentDetails).optional(),
};

interface Given {
  amount_details?: z.output<typeof amountDetails> | null;
  payment_details?: z.output<typeof paymentDetails> | null;
}

/** The details in the core's words: what was not given stays as it is, null takes it away. */
export function toDetails({ amount_details: amount, payment_details: payment }: Given): {
  amountDetails?: AmountDetails | null;
  paymentDetails?: PaymentDetails | null;
} {
  return {
    amountDetails: amount && toAmountDetails(amount),
    paymentDetails: payment && {
      customerReference: payment.customer_reference ?? null,
      orderReference: payment.order_reference ?? null,
    },
  };
}

function toAmountDetails(given: z.output<typeof amountDetails>): AmountDetails {
  const { shipping } = given;
  return {
    discountAmount: given.discount_amount ?? null,
    enforced: given.enforce_arithmetic_validation ?? true,
    shipping: shipping
      ? {
          amount: shipping.amount ?? null,
          fromPostalCode: shipping.from_postal_code ?? null,
          toPostalCode: shipping.to_postal_code ?? null,
        }
      : null,
    totalTaxAmount: given.tax?.total_tax_amount ?? null,
    lineItems: (given.line_items ?? []).map((line) => ({
      discountAmount: line.discount_amount ?? null,
      commodityCode: line.payment_method_options?.card?.commodity_code ?? null,
      productCode: line.product_code ?? null,
      productName: line.product_name,
      quantity: line.quantity,
      totalTaxAmount: line.tax?.total_tax_amount ?? null,
      unitCost: line.unit_cost,
      unitOfMeasure: line.unit_of_measure ?? null,
    })),
  };
}
