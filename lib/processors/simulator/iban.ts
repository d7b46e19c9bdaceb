/** An IBAN without its spaces, upper-case. */
export function compactIban(typed: string): string {
  return typed.replaceAll(/\s/g, "").toUpperCase();
}

/** Whether the check digits are right (ISO 13616). */
export function isIban(iban: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z\d]{9,30}$/.test(iban) && remainder(iban.slice(4) + iban.slice(0, 4)) === 1;
}

/** The IBAN of a national account number. */
export function ibanOf(country: string, account: string): string {
  const check = 98 - remainder(`${account}${country}00`);
  return country + String(check).padStart(2, "0") + account;
}

/** What says which bank and which branch, by the country's layout of account numbers. */
export function bankOf(iban: string): { bankCode: string; branchCode: string; country: string } {
  const country = iban.slice(0, 2);
  const [skip, bank, branch] = layouts[country] ?? [0, 4, 0];
  const start = 4 + skip;
  return {
    country,
    bankCode: iban.slice(start, start + bank),
    branchCode: iban.slice(start + bank, start + bank + branch),
  };
}

/** Characters to skip, of the bank's code, of the branch's. */
// prettier-ignore
const layouts: Record<string, readonly [skip: number, bank: number, branch: number]> = {
  AT: [0, 5, 0], BE: [0, 3, 0], CH: [0, 5, 0], DE: [0, 8, 0], EE: [0, 2, 2], ES: [0, 4, 4], FI: [0, 6, 0],
  FR: [0, 5, 5], GB: [0, 4, 6], GI: [0, 4, 0], HR: [0, 7, 0], IE: [0, 4, 6], LI: [0, 5, 0], LT: [0, 5, 0],
  LU: [0, 3, 0], NL: [0, 4, 0], NO: [0, 4, 0], PT: [0, 4, 4], SE: [0, 3, 0],
};

/** The remainder by 97 of a text whose letters count from A = 10. */
function remainder(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
