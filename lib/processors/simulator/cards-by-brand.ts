import type { CardKind, TestCard } from "./test-card.ts";

/** Cards of every brand that are simply accepted. */
export const cardsByBrand: readonly TestCard[] = [
  accepted("visa", "4242424242424242", { brand: "visa" }, ["visa", "us"]),
  accepted("visa_classic", "4012888888881881", { brand: "visa" }),
  accepted("visa_debit", "4000056655665556", { brand: "visa", funding: "debit" }, [
    "visa_debit",
    "visa_debit_us_transferSuccess",
  ]),
  accepted("mastercard", "5555555555554444", { brand: "mastercard" }, ["mastercard"]),
  accepted("mastercard_2_series", "2223003122003222", { brand: "mastercard" }),
  accepted("mastercard_debit", "5200828282828210", { brand: "mastercard", funding: "debit" }, [
    "mastercard_debit",
    "mastercard_debit_us_transferSuccess",
  ]),
  accepted("mastercard_prepaid", "5105105105105100", { brand: "mastercard", funding: "prepaid" }, [
    "mastercard_prepaid",
  ]),
  {
    ...accepted("amex", "378282246310005", { brand: "amex" }, ["amex", "amex_threeDSecureNotSupported"]),
    behaviour: { authentication: "not_supported" },
  },
  accepted("amex_second", "371449635398431", { brand: "amex" }),
  accepted("discover", "6011111111111117", { brand: "discover" }, ["discover"]),
  accepted("discover_second", "6011000990139424", { brand: "discover" }),
  accepted("discover_debit", "6011981111111113", { brand: "discover", funding: "debit" }, [
    "discover_debit_us_transferSuccess",
  ]),
  accepted("diners", "3056930009020004", { brand: "diners" }, ["diners"]),
  accepted("diners_14_digits", "36227206271667", { brand: "diners" }),
  accepted("diners_older", "30569309025904", { brand: "diners" }),
  accepted("diners_older_second", "38520000023237", { brand: "diners" }),
  accepted("bccard_dinacard", "6555900000604105", { brand: "discover", country: "KR" }),
  accepted("jcb", "3566002020360505", { brand: "jcb", country: "JP" }, ["jcb"]),
  accepted("unionpay", "6200000000000005", { brand: "unionpay", country: "CN" }, ["unionpay"]),
  accepted("unionpay_debit", "6200000000000047", { brand: "unionpay", country: "CN", funding: "debit" }),
  accepted("unionpay_19_digits", "6205500000000000004", { brand: "unionpay", country: "CN" }),
  accepted("carnet", "5062210000000009", { brand: "unknown", country: "MX" }),
  accepted(
    "visa_cartes_bancaires",
    "4000002500001001",
    { brand: "visa", country: "FR", coBrand: "cartes_bancaires" },
    ["visa_cartesBancaires"],
  ),
  accepted(
    "mastercard_cartes_bancaires",
    "5555552500001001",
    { brand: "mastercard", country: "FR", coBrand: "cartes_bancaires" },
    ["mastercard_cartesBancaires"],
  ),
  accepted(
    "visa_eftpos",
    "4000050360000001",
    { brand: "visa", country: "AU", funding: "debit", coBrand: "eftpos_au" },
    ["visa_debit_eftposAuCoBranded"],
  ),
  accepted(
    "mastercard_eftpos",
    "5555050360000080",
    { brand: "mastercard", country: "AU", funding: "debit", coBrand: "eftpos_au" },
    ["mastercard_debit_eftposAuCoBranded"],
  ),
  accepted("visa_health", "4000051230000072", { brand: "visa", funding: "debit" }, [
    "debit_visaFsaProductCode",
    "debit_visaHsaProductCode",
  ]),
  accepted("mastercard_health", "5200828282828897", { brand: "mastercard", funding: "debit" }, [
    "mastercard_debit_mastercardFsaProductCode",
  ]),
];

function accepted(
  name: string,
  number: string,
  kind: Partial<CardKind> & Pick<CardKind, "brand">,
  spellings: readonly string[] = [],
): TestCard {
  return { country: "US", funding: "credit", ...kind, name, number, spellings, behaviour: {} };
}
