import { dropped } from "#lib/api/refused";

/** Every type of payment method the API has a name for, whether or not it can be paid with here. */
export const everyMethodType = [
  "acss_debit",
  "affirm",
  "afterpay_clearpay",
  "alipay",
  "alma",
  "amazon_pay",
  "au_becs_debit",
  "bacs_debit",
  "bancontact",
  "billie",
  "bizum",
  "blik",
  "boleto",
  "card",
  "cashapp",
  "crypto",
  "customer_balance",
  "eps",
  "fpx",
  "giropay",
  "grabpay",
  "ideal",
  "kakao_pay",
  "klarna",
  "konbini",
  "kr_card",
  "mb_way",
  "mobilepay",
  "multibanco",
  "naver_pay",
  "nz_bank_account",
  "oxxo",
  "p24",
  "pay_by_bank",
  "payco",
  "paynow",
  "paypal",
  "paypay",
  "payto",
  "pix",
  "promptpay",
  "revolut_pay",
  "samsung_pay",
  "satispay",
  "scalapay",
  "sepa_debit",
  "sequra",
  "sofort",
  "sunbit",
  "swish",
  "twint",
  "upi",
  "us_bank_account",
  "wechat_pay",
  "zip",
] as const;

/** Those that something can be paid with here. */
export const methodTypes = [
  "card",
  "customer_balance",
  "sepa_debit",
  "us_bank_account",
] as const satisfies (typeof everyMethodType)[number][];

/** Names that only a reader, a wallet or a market of its own has. */
const furtherTypes = [
  "boku_promptpay",
  "capchase_pay",
  "card_present",
  "check_scan",
  "click_to_pay",
  "demo_pay",
  "duitnow",
  "dummy_auth_push",
  "dummy_passthrough_card",
  "edenred",
  "gcash",
  "getbalance",
  "gift_card",
  "gopay",
  "id_bank_transfer",
  "interac_present",
  "knet",
  "kr_market",
  "kriya",
  "link",
  "momo",
  "mondu",
  "netbanking",
  "ng_bank",
  "ng_bank_transfer",
  "ng_card",
  "ng_market",
  "ng_ussd",
  "ng_wallet",
  "octopus",
  "paper_check",
  "qris",
  "rechnung",
  "shop_pay",
  "shopeepay",
  "south_korea_market",
  "stripe_balance",
  "tamara",
  "test_pay",
  "touch_n_go",
  "truemoney",
  "us_cash_voucher",
  "vipps",
  "wero",
] as const;

/** Every type that a payment may be said to allow. */
export const everyAllowedType = [...everyMethodType, ...furtherTypes] as const;

const here: readonly string[] = methodTypes;

/**
 * What is said of a method by its type, for each that nothing can be paid with here: it concerns no payment. Of which
 * type a method is, is said apart, and judged.
 */
export function otherMethods(): object {
  return Object.fromEntries(
    everyAllowedType.filter((type) => !here.includes(type)).map((type) => [type, dropped()]),
  );
}
