import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import { type Sender, senderOf } from "#lib/accounts/sender";
import type { Tx } from "#lib/auth/viewer";
import { spokenBy } from "#lib/customers/spoken-by";
import { formatMoney } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { newId } from "#lib/ids";
import { type Letter, letterHtml, letterText } from "#lib/mail/letter";
import { linkMark, sealLink } from "#lib/mail/link";
import { sendToCustomer } from "#lib/mail/send-to-customer";
import type { Currency } from "#lib/money";
import { contactWords } from "#lib/receipts/receipt-words";
import { accountUrl } from "./account-address.ts";
import { answerUntil } from "./answer-until.ts";
import type { CashReturnRow } from "./return-wire.ts";

/**
 * Writes to the customer of a return whose bank nobody knows. Whoever has the link says where the money goes: in the
 * outbox only a test environment shows it.
 */
export async function askForAccount(tx: Tx, row: CashReturnRow): Promise<void> {
  const { asked, id: subjectId, customerId } = row;
  if (!asked) return;
  const { environment } = tx.viewer;
  const sender = await senderOf(environment);
  const customer = await find(tx, customers, customerId);
  const locale = spokenBy(customer?.preferredLocales ?? []) ?? sender.locale;
  const id = newId("mail", tx.now);
  const letter = letterOf(row, { sender, locale, href: linkMark(id), until: asked.expiresAt, tx });
  await sendToCustomer(tx, {
    kind: "bank_details",
    id,
    to: asked.email,
    language: locale,
    subject: letter.title,
    text: letterText(letter, locale),
    html: letterHtml(letter, locale),
    sealedLink: sealLink(id, accountUrl(environment.id, subjectId)),
    linkReaders: environment.kind === "test" ? "outbox:read" : null,
    subjectId,
    paymentIntentId: null,
  });
}

interface LetterFacts {
  sender: Sender;
  locale: Locale;
  href: string;
  until: number;
  tx: Tx;
}

function letterOf(row: CashReturnRow, { sender, locale, href, until, tx }: LetterFacts): Letter {
  const t = translator(locale, "bankDetails");
  const { kind, timeZone } = tx.viewer.environment;
  const { name } = sender;
  const amount = formatMoney(row.amount, row.currency as Currency, locale);
  const contact = contactWords({ sender }, locale);
  return {
    title: t("title", { amount }),
    from: name,
    banner: kind === "test" ? t("test") : null,
    introduction: t("introduction", { name, amount }),
    lines: [],
    total: null,
    link: { label: t("link"), href },
    foot: [answerUntil(until, { name, timeZone }, locale), ...(contact === null ? [] : [contact])],
  };
}
