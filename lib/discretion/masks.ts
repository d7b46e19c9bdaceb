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

export function maskCard(digits: string): string {
  return digits === "" ? digits : "••••";
}

const emails = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** A text with every email in it hidden. */
export function maskEmailsIn(text: string): string {
  return text.includes("@") ? text.replaceAll(emails, (email) => maskEmail(email)) : text;
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
        "exp_month",
        "exp_year",
        "truncated",
      ],
    ].map((key) => [key, maskText]),
  ),
  last4: maskCard,
  number: maskCard,
};

function initial(text: string): string {
  return [...text][0] ?? "";
}
