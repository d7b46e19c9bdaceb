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
const zero = 48;

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
  let masked = "";
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text, at) || isDigit(text, at - 1)) continue;
    const cardEnd = endOfCard(text, at);
    if (cardEnd <= end) continue;
    if (at >= end) masked += text.slice(end, at) + blank;
    end = cardEnd;
  }
  return masked + text.slice(end);
}

/**
 * Where what may be the number of a card ends that begins with the group of digits here, the longest; 0: none does.
 * Text of megabytes may have a group at every other place, so each costs no more than a look at its digits.
 */
function endOfCard(text: string, from: number): number {
  let end = 0;
  let length = 0;
  // Luhn's sums of the digits so far, with every second one doubled: the last as it is, and the last doubled.
  let sum = 0;
  let other = 0;
  for (let at = from; at < text.length && length < cardLength.most; at++) {
    if (!isDigit(text, at)) continue;
    const digit = text.charCodeAt(at) - zero;
    const turned = sum + (digit > 4 ? 2 * digit - 9 : 2 * digit);
    sum = other + digit;
    other = turned;
    length++;
    const isWhole = length >= cardLength.least && !isDigit(text, at + 1);
    if (isWhole && sum % 10 === 0) end = at + 1;
  }
  return end;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= zero && code < zero + 10;
}
