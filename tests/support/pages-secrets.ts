import { isCardNumber } from "#lib/processors/simulator/card-number";

/** Secrets as they are where nothing of them is left out. What may be shown of one has an ellipsis or stars in it. */
const spelled: Record<string, RegExp> = {
  "a secret key": /sk_(?:test|live)_\w{8,}/g,
  "a restricted key": /rk_(?:test|live)_\w{8,}/g,
  "a webhook secret": /whsec_\w{8,}/g,
  "the hash of a password":
    /\$argon2(?:i|d|id)\$v=[^\s"<&]{20,}|\$2[abxy]\$\d\d\$[./\w]{53}|\$scrypt\$[^\s"<&]{20,}/g,
};

/** Digits in one piece, or in the groups that they are printed in on cards. */
const digits = /(?<![\w.])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{5})(?!\w)/g;

/** How the networks' numbers begin, and how long they are: not just any long number is one. */
const issued =
  /^(?:4\d{12}(?:\d{3}){0,2}|5\d{15}|2[2-7]\d{14}|3[47]\d{13}|3[0689]\d{12}(?:\d\d)?|35\d{14}|6\d{15,18})$/;

/** What fields for a card give as an example. */
const example = "4242 4242 4242 4242";

/** What stands on a page in clear and should not, in words that do not repeat it. */
export function secretsIn(html: string): string[] {
  // Where a long word may be broken, it goes on.
  const text = html.replaceAll(/<wbr\s*\/?>|&shy;|\u00AD|\u200B/g, "");
  const found = Object.entries(spelled).flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)].map(([secret]) => told(what, secret)),
  );
  const cards = [...text.matchAll(digits)].map(([number]) => number).filter(isWholeCardNumber);
  return [...new Set([...found, ...cards.map((number) => told("the number of a card", number))])];
}

function isWholeCardNumber(number: string): boolean {
  const plain = number.replaceAll(/\D/g, "");
  return number !== example && issued.test(plain) && isCardNumber(plain);
}

function told(what: string, secret: string): string {
  return `shows ${what}: ${secret.slice(0, 9)}… (${secret.length} characters)`;
}
