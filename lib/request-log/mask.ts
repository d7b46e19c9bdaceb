const secretNames = new Set([
  "number",
  "cvc",
  "account_number",
  "iban",
  "id_number",
  "key",
  "client_secret",
  "secret",
  "password",
  "token_secret",
]);

const blank = "[redacted]";
const key = /(?:[sr]k_(?:test|live)|whsec)_\w{8,}/g;
const clientSecret = /_secret_\w{8,}/;
const longNumber = /\d(?:[\s./-]?\d){11}/;
const link = /:\/\//;
const linkToken = /[0-9A-Za-z]{43}/;
const iban = /(?<![\p{L}\d])[a-z]{2}\d{2}(?:[ -]?[\da-z]{4}){3,7}(?:[ -]?[\da-z]{1,3})?(?![\p{L}\d])/iu;
const digitGroups = /(?<!\d)\d(?:[ -]?\d){12,}(?!\d)/g;
const cardLength = { least: 13, most: 19 };

/** A copy as JSON without secrets and card numbers: by the names of members, and by what looks like one. */
export function maskedJson(value: object): string {
  return JSON.stringify(value, (name, member: unknown) => {
    const isHash = typeof member === "object" && member !== null;
    // A list of what is to be one text was sent by mistake: it is no less secret.
    if (secretNames.has(name) && (isHash || typeof member === "string")) return blank;
    if (typeof member === "string") return maskSecrets(member);
    return isHash ? withMaskedNames(member) : member;
  });
}

function withMaskedNames(member: object): object {
  if (Array.isArray(member) || !Object.keys(member).some((name) => name.length > 12)) return member;
  return Object.fromEntries(Object.entries(member).map(([name, inner]) => [maskSecrets(name), inner]));
}

/** Text without card numbers, also spelled with blanks or dashes, and without keys and webhook secrets. */
export function maskSecrets(text: string): string {
  const keyless = text.includes("_") ? text.replace(key, blank) : text;
  return keyless.replace(digitGroups, withoutCards);
}

/** Whether a text holds what may be a key, a secret, the number of a card or a bank account, or a link that lets in. */
export function holdsSecret(text: string): boolean {
  return (
    maskSecrets(text) !== text ||
    [clientSecret, longNumber, link, linkToken, iban].some((each) => each.test(text))
  );
}

/** Other figures may stand beside a card's number, such as when it runs out: whatever groups may be one are blanked. */
function withoutCards(text: string): string {
  const groups = [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ digits, index }));
  let masked = "";
  let end = 0;
  for (const [at, { index }] of groups.entries()) {
    const cardEnd = endOfCard(groups, at);
    if (cardEnd === null || cardEnd <= end) continue;
    if (index >= end) masked += text.slice(end, index) + blank;
    end = cardEnd;
  }
  return masked + text.slice(end);
}

/** Where what may be the number of a card ends that begins with this group, the longest; null: none does. */
function endOfCard(groups: readonly { digits: string; index: number }[], first: number): number | null {
  let number = "";
  let end = null;
  for (const { digits, index } of groups.slice(first, first + cardLength.most)) {
    number += digits;
    if (isCardNumber(number)) end = index + digits.length;
  }
  return end;
}

function isCardNumber(digits: string): boolean {
  return digits.length >= cardLength.least && digits.length <= cardLength.most && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, double = false; at >= 0; at--, double = !double) {
    const digit = Number(digits[at]) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
