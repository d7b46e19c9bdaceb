/** What stands in the place of what is hidden. Whoever sends it back has not seen what it hides. */
const maskMark = "•••";

/** Whether a text was hidden, in part or whole. */
export function holdsMask(text: string): boolean {
  return text.includes(maskMark);
}

/** "ines@example.com" → "i•••@•••". */
export function maskEmail(email: string): string {
  if (email.includes(maskMark)) return email;
  return email.includes("@") ? `${initial(email)}${maskMark}@${maskMark}` : maskMark;
}

/** "Inès Moreau" → "I••• M•••". */
export function maskName(name: string): string {
  if (name.includes(maskMark)) return name;
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => initial(word) + maskMark)
    .join(" ");
}

export function maskText(text: string): string {
  return text === "" ? text : maskMark;
}

/** What is on a list of values, whatever it is. */
export function maskListed(value: string): string {
  return value.includes("@") ? maskEmail(value) : maskText(value);
}

export function maskCard(digits: string): string {
  return digits === "" ? digits : "••••";
}

const emails = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** A text with every email in it hidden. */
export function maskEmailsIn(text: string): string {
  return text.includes("@") ? text.replaceAll(emails, (email) => maskEmail(email)) : text;
}

const cards = /(?<![\p{L}\d])(?:\d[ -]?){12,18}\d(?![\p{L}\d])/gu;
const phones = /(?<![\p{L}\d])(?:\+|00|0)\d(?:[ ().-]{0,2}\d){7,13}(?![\p{L}\d])/gu;

/** What people write of their own: every email in it hidden, and what looks like the number of a card or a phone. */
export function maskFreeText(text: string): string {
  return maskEmailsIn(text)
    .replaceAll(cards, (digits) => (isCardNumber(digits) ? maskMark : digits))
    .replaceAll(phones, maskMark);
}

const international = /(?<![\p{L}\d])\+\d(?:[ ().-]{0,2}\d){7,13}(?![\p{L}\d])/gu;

/**
 * A fact that a business keeps under a name of its own, without phone numbers: numbers of orders look like those that
 * do not say their country, so these go by what the fact is called.
 */
export function maskFact(name: string, text: string): string {
  return /phone|mobile|(?:^|_)tel(?:_|$)/i.test(name)
    ? maskText(text)
    : text.replaceAll(international, maskMark);
}

/** A search as the API is asked for it: whom it looks for is hidden, and what else it says stays. */
function maskQuery(query: string): string {
  const parts = query.split(/(\s+(?:AND|OR)\s+)/iu);
  return parts.map((part, at) => (at % 2 === 1 ? part : maskClause(part))).join("");
}

function maskClause(clause: string): string {
  const [, start, field = "", sought = ""] =
    /^([\s-]*([\w.]+)(?:\[[^\]]*\])?\s*[:~<>]=?)(.*)$/su.exec(clause) ?? [];
  if (start === undefined) return maskMark;
  return start + (impersonal.has(field) ? maskFreeText(sought) : maskMark);
}

/** Fields of such a search that tell of nobody. */
const impersonal: ReadonlySet<string> = new Set([
  ...["active", "amount", "created", "currency", "customer", "disputed", "lookup_key", "metadata"],
  ...["product", "refunded", "shippable", "status", "type", "url"],
]);

/** By the digit that cards are checked with, so that order numbers stay. Source: ISO/IEC 7812-1, Luhn. */
function isCardNumber(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, "")].map(Number).reverse();
  const sum = digits.reduce((before, digit, at) => {
    const doubled = at % 2 === 0 ? digit : digit * 2;
    return before + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** A text with these names hidden, whole or in part, however they are written: with their accents or without. */
export function maskNamesIn(text: string, names: readonly string[]): string {
  const words = new Set(names.flatMap(wordsOfName).map(withoutAccents));
  if (words.size === 0) return text;
  const any = [...words]
    .map((word) => (unspaced.test(word) ? escaped(word) : alone(escaped(word))))
    .join("|");
  const written = text.normalize();
  const found = [...withoutAccents(written).matchAll(new RegExp(any, "giu"))];
  return found.reduceRight((shown, { index, 0: { length } }) => {
    const end = index + length;
    return shown.slice(0, index) + maskName(written.slice(index, end)) + shown.slice(end);
  }, written);
}

/** What of a name tells who somebody is. Where names have no spaces, two signs are as good as a name. */
function wordsOfName(name: string): string[] {
  const words = name.split(/\s+/).filter((word) => word.length > (unspaced.test(word) ? 1 : 2));
  return unspaced.test(name)
    ? [...words, name.replaceAll(/\s/g, "")].filter((word) => word.length > 1)
    : words;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function alone(word: string): string {
  return String.raw`(?<![\p{L}\d])${word}(?![\p{L}\d])`;
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** The same in as many letters, so that places in it are places in the text. */
function withoutAccents(text: string): string {
  return text.normalize().replaceAll(/\p{Script=Latin}/gu, (letter) => letter.normalize("NFD")[0] ?? letter);
}

/** How the member of an object is hidden that is personal by its name alone; null for one that is not. */
export function personalMask(key: string): ((value: string) => string) | null {
  return personal[key] ?? null;
}

const personal: Record<string, ((value: string) => string) | undefined> = {
  ...Object.fromEntries(
    ["email", "receipt_email", "customer_email", "customer_email_address", "payerEmail", "receiptEmail"].map(
      (key) => [key, maskEmail],
    ),
  ),
  ...Object.fromEntries(
    [
      "customer_name",
      "business_name",
      "individual_name",
      "account_holder_name",
      "verified_name",
      "cardholder",
    ].map((key) => [key, maskName]),
  ),
  ...Object.fromEntries(
    [
      ...["phone", "line1", "line2", "city", "postal_code", "address_line1", "address_line2", "address_city"],
      ...[
        "address_zip",
        "billing_address",
        "shipping_address",
        "billing_zip",
        "fingerprint",
        "dynamic_last4",
        "iin",
      ],
      ...[
        "customer_purchase_ip",
        "ip_address",
        "verified_address",
        "tracking_number",
        "shipping_tracking_number",
      ],
      ...[
        "customer_account_id",
        "customer_device_id",
        "customer_device_fingerprint",
        "client_ip",
        "exp_month",
        "exp_year",
        "truncated",
      ],
      // Who names a file may name who it is about.
      "filename",
      // Whoever has them is shown what they open.
      ...["receipt_url", "client_secret"],
      // What a bank is written says who it is about from its first line to its last.
      ...["uncategorized_text", "access_activity_log"],
    ].map((key) => [key, maskText]),
  ),
  ...Object.fromEntries(
    [
      "description",
      "product_description",
      "cancellation_rebuttal",
      "duplicate_charge_explanation",
      "refund_refusal_explanation",
      "cancellation_policy_disclosure",
      "refund_policy_disclosure",
      "reason",
    ].map((key) => [key, maskFreeText]),
  ),
  listed_text: maskListed,
  // Of lists of values, those that hold this one are asked for.
  contains: maskListed,
  last4: maskCard,
  number: maskCard,
  query: maskQuery,
};

function initial(text: string): string {
  return [...text][0] ?? "";
}
