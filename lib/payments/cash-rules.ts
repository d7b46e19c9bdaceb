import { assertTransfer } from "#lib/cash/params";
import { invalid } from "#lib/errors";
import { isHeldFirst } from "./hold.ts";
import { futureUsageOf } from "./method-options.ts";
import type { PaymentIntentRow } from "./wire.ts";

const type = "customer_balance";
const options = `payment_method_options[${type}]`;

/** Throws unless a payment can be made with what its customer sent ahead, or sends yet. */
export function assertCanBeSentAhead(payment: PaymentIntentRow): void {
  if (payment.customerId === null) {
    throw invalid("You must provide a customer to pay with the payment method type customer_balance.", {
      code: "parameter_missing",
      param: "customer",
    });
  }
  if (isHeldFirst(payment, type)) {
    throw invalid("The payment method type customer_balance does not support manual capture.", {
      param: "capture_method",
    });
  }
  if (futureUsageOf(payment, type) !== null) {
    throw invalid("The payment method type customer_balance cannot be kept for future payments.", {
      param: "setup_future_usage",
    });
  }
  assertHowItIsSent(payment);
}

function assertHowItIsSent({ paymentMethodOptions, currency }: PaymentIntentRow): void {
  const { funding_type: funding, bank_transfer: transfer } = paymentMethodOptions[type] ?? {};
  if (funding !== "bank_transfer") return;
  const how = (transfer ?? {}) as { type?: string; eu_bank_transfer?: unknown };
  if (how.type === undefined) throw missing(`${options}[bank_transfer][type]`);
  assertTransfer(how.type, currency, `${options}[bank_transfer][type]`);
  if (how.type === "eu_bank_transfer" && !how.eu_bank_transfer) {
    throw missing(`${options}[bank_transfer][eu_bank_transfer][country]`);
  }
}

function missing(param: string) {
  return invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}
