import { describe, expect, test } from "vitest";
import { minute } from "#lib/clock";
import { isIban } from "#lib/processors/simulator/iban";
import { sepaIds, testIbans } from "#lib/processors/simulator/test-ibans";
import { testUsAccounts, usIds } from "#lib/processors/simulator/test-us-accounts";
import { aSimulator, charge, now } from "./ask.ts";

test.each([
  ["success", "promptly", "succeeded", null],
  ["successDelayed", "late", "succeeded", null],
  ["failed", "promptly", "generic_could_not_process", null],
  ["failedDelayed", "late", "generic_could_not_process", null],
  ["disputed", "promptly", "succeeded", "debit_not_authorized"],
  ["exceedsWeeklyVolumeLimit", "promptly", "charge_exceeds_source_limit", null],
  ["exceedsWeeklyTransactionLimit", "promptly", "charge_exceeds_weekly_limit", null],
  ["insufficientFunds", "promptly", "insufficient_funds", null],
])("a SEPA debit of an account for %s settles %s: %s", async (scenario, when, outcome, dispute) => {
  for (const id of [`pm_sepaDebit_${scenario}_fr`, `pm_${scenario}_de`]) {
    const answer = await charge(id);
    if (answer.result !== "processing" || answer.settlesAt === null) throw new Error(answer.result);
    const waited = answer.settlesAt - now;
    expect(when === "late" ? waited >= 3 * minute : waited < minute).toBe(true);
    expect(answer.outcome.result === "declined" ? answer.outcome.code : answer.outcome.result).toBe(outcome);
    expect(answer.futureDispute).toBe(dispute);
    expect(answer.risk).toEqual({ level: "not_assessed", score: null });
  }
});

/** As documented; the simulator computes those with a pattern in their number. */
test.each([
  ["AT981904300000343434", "exceedsWeeklyVolumeLimit_at"],
  ["BE52510000121212", "exceedsWeeklyTransactionLimit_be"],
  ["CH1800762000002222227", "insufficientFunds_ch"],
  ["DE89370400440532013000", "success_de"],
  ["EE672200000000343434", "exceedsWeeklyVolumeLimit_ee"],
  ["ES9121000418450200051332", "failed_es"],
  ["FI6712345602222227", "insufficientFunds_fi"],
  ["FR3020041010050500013M02609", "successDelayed_fr"],
  ["GB32WEST12345600121212", "exceedsWeeklyTransactionLimit_gb"],
  ["GI14NWBK000000002222227", "insufficientFunds_gi"],
  ["HR8724840081455523553", "disputed_hr"],
  ["IE10AIBK93115200343434", "exceedsWeeklyVolumeLimit_ie"],
  ["LI2408800000002222227", "insufficientFunds_li"],
  ["LT211000000000121212", "exceedsWeeklyTransactionLimit_lt"],
  ["LU900010000000343434", "exceedsWeeklyVolumeLimit_lu"],
  ["NL28RABO0300065268", "failedDelayed_nl"],
  ["NO0586012222227", "insufficientFunds_no"],
  ["PT64000201230000000121212", "exceedsWeeklyTransactionLimit_pt"],
  ["SE2850000000000000343434", "exceedsWeeklyVolumeLimit_se"],
])("the IBAN %s is the account %s", async (iban, name) => {
  expect(await aSimulator().vault({ type: "sepa_debit", iban }, now)).toMatchObject({
    ok: true,
    instrument: {
      reference: `sepa_debit:${name}`,
      last4: iban.slice(-4),
      sepaDebit: { country: iban.slice(0, 2) },
    },
  });
});

test("every test IBAN is one, has ids of its own and is its country's", () => {
  expect(new Set(testIbans.map(({ iban }) => iban)).size).toBe(testIbans.length);
  for (const account of testIbans) {
    expect(isIban(account.iban)).toBe(true);
    expect(account.name.endsWith(account.iban.slice(0, 2).toLowerCase())).toBe(true);
    for (const id of sepaIds(account)) {
      expect(aSimulator().wellKnown(id)).toMatchObject({ type: "sepa_debit", last4: account.iban.slice(-4) });
    }
  }
});

describe("debits of the test bank in the United States", () => {
  test.each([
    ["success", "succeeded"],
    ["accountClosed", "account_closed"],
    ["noAccount", "no_account"],
    ["insufficientFunds", "insufficient_funds"],
    ["debitNotAuthorized", "debit_not_authorized"],
    ["invalidCurrency", "invalid_currency"],
    ["weeklyLimitExceeded", "charge_exceeds_source_limit"],
    ["failMicrodeposits", "payment_method_microdeposit_failed"],
  ])("%s: %s", async (scenario, outcome) => {
    const answer = await charge(`pm_usBankAccount_${scenario}`, { currency: "usd" });
    if (answer.result !== "processing") throw new Error(answer.result);
    expect(answer.outcome.result === "declined" ? answer.outcome.code : answer.outcome.result).toBe(outcome);
  });

  test("one never settles, one is disputed, one is blocked", async () => {
    expect(await charge("pm_usBankAccount_processing")).toMatchObject({
      result: "processing",
      settlesAt: null,
    });
    expect(await charge("pm_usBankAccount_dispute")).toMatchObject({ futureDispute: "debit_not_authorized" });
    expect(await charge("pm_usBankAccount_riskLevelHighest")).toMatchObject({
      result: "blocked",
      risk: { level: "highest" },
    });
  });

  test("older tokens lead to the same accounts", () => {
    const simulator = aSimulator();
    expect(simulator.wellKnown("btok_us_verified")?.reference).toBe("us_bank_account:success");
    for (const account of testUsAccounts) {
      for (const id of usIds(account)) expect(simulator.wellKnown(id)?.last4).toBe(account.number.slice(-4));
    }
  });
});
