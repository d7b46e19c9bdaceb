import type { DebitBehaviour } from "./debit-outcomes.ts";

/** An account of the simulated bank in the United States. */
export interface TestUsAccount {
  /** What its reference says after `us_bank_account:`. */
  name: string;
  number: string;
  behaviour: DebitBehaviour;
}

/** The simulated bank's routing number; it has no other. */
export const testRoutingNumber = "110000000";

const fails = (failure: DebitBehaviour["failure"]): DebitBehaviour => ({ settles: "promptly", failure });

export const testUsAccounts: readonly TestUsAccount[] = [
  { name: "success", number: "000123456789", behaviour: { settles: "promptly" } },
  { name: "accountClosed", number: "000111111113", behaviour: fails("account_closed") },
  { name: "riskLevelHighest", number: "000000004954", behaviour: { settles: "never", blocked: true } },
  { name: "noAccount", number: "000111111116", behaviour: fails("no_account") },
  { name: "insufficientFunds", number: "000222222227", behaviour: fails("insufficient_funds") },
  { name: "debitNotAuthorized", number: "000333333335", behaviour: fails("debit_not_authorized") },
  { name: "invalidCurrency", number: "000444444440", behaviour: fails("invalid_currency") },
  {
    name: "failMicrodeposits",
    number: "000666666661",
    behaviour: fails("payment_method_microdeposit_failed"),
  },
  {
    name: "dispute",
    number: "000555555559",
    behaviour: { settles: "promptly", dispute: "debit_not_authorized" },
  },
  { name: "processing", number: "000000000009", behaviour: { settles: "never" } },
  { name: "weeklyLimitExceeded", number: "000777777771", behaviour: fails("charge_exceeds_source_limit") },
  {
    name: "tokenizedAccountNumberDeactivated",
    number: "000888888885",
    behaviour: fails("tokenized_account_number_deactivated"),
  },
];

const byNumber = new Map(testUsAccounts.map((account) => [account.number, account]));
const byName = new Map(testUsAccounts.map((account) => [account.name, account]));
const byId = new Map(testUsAccounts.flatMap((account) => usIds(account).map((id) => [id, account] as const)));

export function usAccountNumbered(number: string): TestUsAccount | undefined {
  return byNumber.get(number);
}

export function usAccountNamed(name: string): TestUsAccount | undefined {
  return byName.get(name);
}

export function usAccountIdentified(id: string): TestUsAccount | undefined {
  return byId.get(id);
}

/** Every id an account goes by: as a payment method, and as an older bank account token. */
export function usIds({ name }: TestUsAccount): string[] {
  const tokens = name === "success" ? ["btok_us_verified", "btok_us"] : [`btok_us_verified_${name}`];
  return [`pm_usBankAccount_${name}`, ...tokens];
}
