import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { maskEmail } from "#lib/discretion/masks";
import { invalid } from "#lib/errors";
import { labelled } from "#lib/i18n/labelled";
import { translator } from "#lib/i18n/translator";
import { type Letter, letterHtml, letterText } from "#lib/mail/letter";
import type { MailRow } from "#lib/mail/post";
import { sendToCustomer } from "#lib/mail/send-to-customer";
import { findPayment, latestCharge } from "#lib/payments/find-payment";
import type { ChargeRow } from "#lib/payments/wire";
import { readReceipt } from "./read-receipt.ts";
import { withReceiptNumber } from "./receipt-number.ts";
import { receiptWords } from "./receipt-words.ts";

/** Addresses one sending may go to. */
const mostAddresses = 10;

/**
 * Sends the receipt of a payment to these addresses, as the payment stands now, each in the customer's language. Who is
 * to be discreet sends it where the payment itself says, which they need not name. Needs receipts:send.
 */
export async function sendReceipt(
  viewer: Viewer,
  { paymentIntentId, to: named }: { paymentIntentId: string; to: string[] },
): Promise<MailRow[]> {
  authorize(viewer, "receipts:send");
  if (!viewer.conceal || named.length > 0) assertAddresses(named);
  return transaction(viewer, async (tx) => {
    const payment = await findPayment(tx, paymentIntentId);
    const charge = await latestCharge(tx, payment);
    if (!charge || !hasReceipt(charge)) {
      throw invalid("There is no receipt yet: one can be sent once the payment has succeeded.", {
        param: "payment",
      });
    }
    const to = viewer.conceal ? await knownAddresses(tx, charge, named) : named;
    const sent = await mailReceipt(tx, charge, to);
    await audit(tx, "receipt.sent", { subject: paymentIntentId, after: { to: to.map(maskEmail) } });
    return sent;
  });
}

/**
 * Sends the receipt that a payment with a receipt address promises, when it succeeds. Never in a test environment:
 * there receipts are sent by hand only, as with the API we are compatible with.
 */
export async function sendAutomaticReceipt(tx: Tx, charge: ChargeRow): Promise<void> {
  if (tx.viewer.environment.kind === "test" || charge.receiptEmail === null || !hasReceipt(charge)) return;
  await mailReceipt(tx, charge, [charge.receiptEmail]);
}

/** Whether a charge has a receipt: money was taken. */
export function hasReceipt(charge: ChargeRow): boolean {
  return charge.status === "succeeded" && charge.amountCaptured > 0;
}

async function mailReceipt(tx: Tx, charge: ChargeRow, to: string[]): Promise<MailRow[]> {
  const numbered = await withReceiptNumber(tx, charge);
  const receipt = await readReceipt(tx, tx.viewer.environment, numbered);
  const locale = receipt.language ?? receipt.sender.locale;
  const t = translator(locale, "receipts");
  const words = receiptWords(receipt, locale);
  const policies = words.policies.map(({ label, href }) => labelled(label, href, locale)).join(" · ") || null;
  const letter: Letter = {
    title: words.title,
    from: receipt.sender.name,
    banner: words.test,
    introduction: [words.introduction, words.dispute].filter((text) => text !== null).join(" "),
    lines: [...words.facts, ...words.lines],
    total: words.total,
    link: { label: t("open"), href: receipt.href },
    foot: [words.contact, t("expires"), words.address, policies].filter((text) => text !== null),
  };
  const mail = {
    kind: "receipt" as const,
    language: locale,
    subject: t("subject", { name: receipt.sender.name, number: numbered.receiptNumber ?? "" }),
    text: letterText(letter, locale),
    html: letterHtml(letter, locale),
    subjectId: charge.id,
    paymentIntentId: charge.paymentIntentId,
  };
  const sent: MailRow[] = [];
  for (const address of to) sent.push(await sendToCustomer(tx, { ...mail, to: address }));
  return sent;
}

/**
 * Where the receipt goes from who is to be discreet. Who a customer is stands on it: it goes to nobody else, themselves
 * included. Nor to what the customer's email is by now, which they may have changed.
 */
async function knownAddresses(tx: Tx, charge: ChargeRow, named: string[]): Promise<string[]> {
  const { addressesOfPayment } = await readReceipt(tx, tx.viewer.environment, charge);
  const to = named.length > 0 ? named : addressesOfPayment.slice(0, 1);
  if (to.length > 0 && to.every((address) => addressesOfPayment.includes(address.toLowerCase()))) return to;
  throw invalid(
    "This address is not one of this payment's. Reveal the payment to send its receipt elsewhere.",
    { code: "receipt_elsewhere", param: "to" },
  );
}

function assertAddresses(to: string[]): void {
  if (to.length === 0 || to.length > mostAddresses) {
    throw invalid(`Name one to ${mostAddresses} email addresses.`, { code: "email_invalid", param: "to" });
  }
  const wrong = to.find(
    (address) => !/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(address) || address.length > 254,
  );
  if (wrong !== undefined)
    throw invalid(`Invalid email address: ${wrong}`, { code: "email_invalid", param: "to" });
}
