import type { DebitBehaviour } from "./debit-outcomes.ts";
import { ibanOf } from "./iban.ts";

/** An account of the simulated SEPA banks. */
export interface TestIban {
  /** What its reference says after `sepa_debit:`. */
  name: string;
  iban: string;
  behaviour: DebitBehaviour;
}

/** What an account of each country does, in the order of the lists below. */
const scenarios: Record<string, DebitBehaviour> = {
  success: { settles: "promptly" },
  successDelayed: { settles: "after_three_minutes" },
  failed: { settles: "promptly", failure: "generic_could_not_process" },
  failedDelayed: { settles: "after_three_minutes", failure: "generic_could_not_process" },
  disputed: { settles: "promptly", dispute: "debit_not_authorized" },
};

/** What an account does whose number ends so, in every country. */
const endings: Record<string, { ending: string; behaviour: DebitBehaviour }> = {
  exceedsWeeklyVolumeLimit: {
    ending: "0343434",
    behaviour: { settles: "promptly", failure: "charge_exceeds_source_limit" },
  },
  exceedsWeeklyTransactionLimit: {
    ending: "0121212",
    behaviour: { settles: "promptly", failure: "charge_exceeds_weekly_limit" },
  },
  insufficientFunds: {
    ending: "2222227",
    behaviour: { settles: "promptly", failure: "insufficient_funds" },
  },
};

/** Accounts that cannot be saved at all end so. */
const unusable: Record<string, string> = {
  sepa_debit_bank_not_supported: "0055555",
  sepa_debit_debits_not_supported: "0066666",
};

interface Country {
  /** The national part of an account number, but for its last seven characters. */
  stem: string;
  ibans: string;
}

// prettier-ignore
const countries: Record<string, Country> = {
  AT: { stem: "190430000", ibans: "AT611904300234573201 AT321904300235473204 AT861904300235473202 AT051904300235473205 AT591904300235473203" },
  BE: { stem: "51000", ibans: "BE62510007547061 BE78510007547064 BE68539007547034 BE51510007547065 BE08510007547063" },
  CH: { stem: "0076200000", ibans: "CH9300762011623852957 CH8656663438253651553 CH5362200119938136497 CH1843597160341964438 CH1260378413965193069" },
  DE: { stem: "37040044000", ibans: "DE89370400440532013000 DE08370400440532013003 DE62370400440532013001 DE78370400440532013004 DE35370400440532013002" },
  EE: { stem: "220000000", ibans: "EE382200221020145685 EE222200221020145682 EE762200221020145680 EE922200221020145683 EE492200221020145681" },
  ES: { stem: "0012034500000", ibans: "ES0700120345030000067890 ES2300120345030000067893 ES9121000418450200051332 ES9300120345030000067894 ES5000120345030000067892" },
  FI: { stem: "1234560", ibans: "FI2112345600000785 FI3712345600000788 FI9112345600000786 FI1012345600000789 FI6412345600000787" },
  FR: { stem: "2004101005000000", ibans: "FR1420041010050500013M02606 FR3020041010050500013M02609 FR8420041010050500013M02607 FR7920041010050500013M02600 FR5720041010050500013M02608" },
  GB: { stem: "WEST1234560", ibans: "GB82WEST12345698765432 GB98WEST12345698765435 GB55WEST12345698765433 GB71WEST12345698765436 GB28WEST12345698765434" },
  GI: { stem: "NWBK00000000", ibans: "GI60MPFS599327643783385 GI08RRNW626436291644533 GI41SAFA461293238477751 GI50LROG772261344693297 GI26KJBC361883934534696" },
  HR: { stem: "2402006000", ibans: "HR7624020064583467589 HR6323600002337876649 HR2725000096983499248 HR6723600004878117427 HR8724840081455523553" },
  IE: { stem: "AIBK9311520", ibans: "IE29AIBK93115212345678 IE24AIBK93115212345671 IE02AIBK93115212345679 IE94AIBK93115212345672 IE51AIBK93115212345670" },
  LI: { stem: "0880000000", ibans: "LI0508800636123378777 LI4408800387787111369 LI1208800143823175626 LI4908800356441975566 LI7708800125525347723" },
  LT: { stem: "100000000", ibans: "LT121000011101001000 LT281000011101001003 LT821000011101001001 LT981000011101001004 LT551000011101001002" },
  LU: { stem: "001000000", ibans: "LU280019400644750000 LU440019400644750003 LU980019400644750001 LU170019400644750004 LU710019400644750002" },
  NL: { stem: "RABO000", ibans: "NL39RABO0300065264 NL55RABO0300065267 NL91ABNA0417164300 NL28RABO0300065268 NL82RABO0300065266" },
  NO: { stem: "8601", ibans: "NO9386011117947 NO8886011117940 NO6686011117948 NO6186011117941 NO3986011117949" },
  PT: { stem: "00020123000000", ibans: "PT50000201231234567890154 PT66000201231234567890157 PT23000201231234567890155 PT39000201231234567890158 PT93000201231234567890156" },
  SE: { stem: "5000000000000", ibans: "SE3550000000054910000003 SE5150000000054910000006 SE0850000000054910000004 SE2450000000054910000007 SE7850000000054910000005" },
};

/** Every account of the simulated SEPA banks that can be saved. */
export const testIbans: readonly TestIban[] = Object.entries(countries).flatMap(([code, { stem, ibans }]) => [
  ...Object.entries(scenarios).map(([scenario, behaviour], index) => ({
    name: `${scenario}_${code.toLowerCase()}`,
    iban: ibans.split(" ")[index] ?? "",
    behaviour,
  })),
  ...Object.entries(endings).map(([scenario, { ending, behaviour }]) => ({
    name: `${scenario}_${code.toLowerCase()}`,
    iban: ibanOf(code, stem + ending),
    behaviour,
  })),
]);

const byIban = new Map(testIbans.map((account) => [account.iban, account]));
const byName = new Map(testIbans.map((account) => [account.name, account]));
const byId = new Map(testIbans.flatMap((account) => sepaIds(account).map((id) => [id, account] as const)));
const refusals = new Map(
  Object.entries(countries).flatMap(([code, { stem }]) =>
    Object.entries(unusable).map(([reason, ending]) => [ibanOf(code, stem + ending), reason] as const),
  ),
);

export function accountWithIban(iban: string): TestIban | undefined {
  return byIban.get(iban);
}

/** The code of the refusal to save this account, for those that cannot be saved. */
export function refusalOf(iban: string): string | undefined {
  return refusals.get(iban);
}

export function sepaAccountNamed(name: string): TestIban | undefined {
  return byName.get(name);
}

export function sepaAccountIdentified(id: string): TestIban | undefined {
  return byId.get(id);
}

/** Every id an account goes by: today's and the older, shorter one. */
export function sepaIds({ name }: TestIban): string[] {
  return [`pm_sepaDebit_${name}`, `pm_${name}`];
}
