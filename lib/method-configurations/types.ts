/** The types of payment method that configurations can speak of, whether or not they exist here. */
export const configurableTypes = (
  "acss_debit affirm afterpay_clearpay alipay alma amazon_pay apple_pay apple_pay_later au_becs_debit bacs_debit " +
  "bancontact billie bizum blik boleto card cartes_bancaires cashapp crypto customer_balance eps fpx " +
  "fr_meal_voucher_conecs giropay google_pay grabpay ideal jcb kakao_pay klarna konbini kr_card link mb_way " +
  "mobilepay multibanco naver_pay nz_bank_account oxxo p24 pay_by_bank payco paynow paypal paypay payto pix " +
  "promptpay revolut_pay samsung_pay satispay scalapay sepa_debit sequra sofort sunbit swish twint upi " +
  "us_bank_account wechat_pay zip"
).split(" ");

/** Those that can be paid with here. */
export const availableTypes: readonly string[] = ["card", "sepa_debit", "us_bank_account"];
