import { couponSheet } from "./coupons.ts";
import { productSheet } from "./products.ts";
import { codeSheet } from "./promotion-codes.ts";
import type { Sheet, SheetName } from "./sheet.ts";
import { shippingRateSheet } from "./shipping-rates.ts";
import { taxRateSheet } from "./tax-rates.ts";

/** What is done with a sheet, whatever its rows are. */
type With<Result> = <Row>(sheet: Sheet<Row>) => Result;

/** Does something with the sheet of a name. */
export function withSheet<Result>(name: SheetName, act: With<Result>): Result {
  switch (name) {
    case "products":
      return act(productSheet);
    case "coupons":
      return act(couponSheet);
    case "promotion-codes":
      return act(codeSheet);
    case "tax-rates":
      return act(taxRateSheet);
    case "shipping-rates":
      return act(shippingRateSheet);
  }
}
