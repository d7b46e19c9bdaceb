import type { CardBehaviour, TestCard } from "./test-card.ts";

/*
 * Debit cards that the business itself is paid out to: a Visa that succeeds, one whose payouts fail, one that
 * is not reached within minutes, and a Mastercard that succeeds.
 * Source: https://docs.stripe.com/connect/testing#debit-card-numbers
 */
// prettier-ignore
const numbers: Record<string, string> = {
  AT: "4000050400000003 4000050400000011 4000050400000029 5555050400000009",
  AU: "4000050360000019 4000050360000027 4000050360000035 5555050360000023",
  BE: "4000050560000009 4000050560000017 4000050560000025 5555050560000005",
  CA: "4000051240000005 4000051240000021 4000051240000039 5510121240000006",
  CY: "4000051960000003 4000051960000011 4000051960000029 5555051960000009",
  DE: "4000052760000037 4000052760000011 4000052760000029 5555052760000009",
  EE: "4000052330000004 4000052330000012 4000052330000020 5555052330000000",
  FI: "4000052460000006 4000052460000014 4000052460000022 5555052460000002",
  FR: "4000052500000008 4000052500000016 4000052500000024 5555052500000004",
  GB: "4000058260000203 4000058260000211 4000058260000229 5555058260000100",
  GR: "4000053000000001 4000053000000019 4000053000000027 5555053000000007",
  HR: "4000051910000004 4000051910000012 4000051910000020 5555051910000000",
  IE: "4000053720000000 4000053720000018 4000053720000026 5555053720000006",
  IT: "4000053800000037 4000053800000011 4000053800000029 5555053800000009",
  LT: "4000054400000005 4000054400000013 4000054400000021 5555054400000001",
  LU: "4000054420000001 4000054420000019 4000054420000027 5555054420000007",
  LV: "4000054280000000 4000054280000018 4000054280000026 5555054280000006",
  MT: "4000054700000002 4000054700000010 4000054700000028 5555054700000008",
  NL: "4000055280000007 4000055280000015 4000055280000023 5555055280000003",
  SG: "4000057020000008 4000057020000016 4000057020000024 2227200000000009",
};

/** The United States' cards that succeed are those which also pay, by brand. */
const american: readonly TestCard[] = [
  debitCard("US", "transferFail", "4000056655665572", { payout: "fails" }),
  debitCard("US", "instantPayoutUnsupported", "4000056755665555", { payout: "standard_only" }),
];

export const cardsForPayouts: readonly TestCard[] = [
  ...american,
  ...Object.entries(numbers).flatMap(([country, row]) => {
    const [success = "", fail = "", unsupported = "", mastercard = ""] = row.split(" ");
    return [
      debitCard(country, "transferSuccess", success, {}),
      debitCard(country, "transferFail", fail, { payout: "fails" }),
      debitCard(country, "instantPayoutUnsupported", unsupported, { payout: "standard_only" }),
      debitCard(country, "transferSuccess", mastercard, {}, "mastercard"),
    ];
  }),
];

function debitCard(
  country: string,
  scenario: string,
  number: string,
  behaviour: CardBehaviour,
  brand = "visa",
): TestCard {
  const name = `${brand}_debit_${country.toLowerCase()}_${scenario}`;
  return { name, number, spellings: [name], brand, country, funding: "debit", behaviour };
}
