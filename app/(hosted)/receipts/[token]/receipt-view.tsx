import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { Receipt } from "#lib/receipts/read-receipt";
import type { ReceiptWords } from "#lib/receipts/receipt-words";
import { Breakdown } from "../../../_ui/breakdown";
import { DescriptionList } from "../../../_ui/description-list";
import { Money } from "../../../_ui/money";
import { Notice } from "../../../_ui/notice";
import { PlainPage } from "../../../_ui/plain-page";
import { contactLine } from "../../contact-line";

type ReceiptViewProps = { receipt: Receipt; words: ReceiptWords; locale: Locale };

/** A receipt to read and to print. */
export function ReceiptView({ receipt, words, locale }: ReceiptViewProps) {
  const money = (amount: number) => <Money amount={amount} currency={receipt.currency} locale={locale} />;
  return (
    <PlainPage
      title={words.title}
      from={receipt.sender.name}
      foot={<Foot receipt={receipt} words={words} locale={locale} />}
    >
      {words.test && <Notice tone="wait" title={words.test} />}
      <p>{words.introduction}</p>
      {words.dispute && <Notice title={words.dispute} />}
      <DescriptionList items={words.facts.map(({ label, value }) => ({ term: label, value }))} />
      <Breakdown
        caption={translator(locale, "receipts")("amounts")}
        rows={words.lines.map(({ key, label, amount }) => ({ key, label, amount: money(amount) }))}
        total={{ label: words.total.label, amount: money(words.total.amount) }}
      />
    </PlainPage>
  );
}

/** Whom to ask, where they are, and by which terms they sell. */
function Foot({ receipt, words: { address, policies }, locale }: ReceiptViewProps) {
  return (
    <>
      {contactLine(receipt.sender, locale)}
      {address && <p>{address}</p>}
      {policies.length > 0 && (
        <p className="flex flex-wrap gap-x-4">
          {policies.map(({ label, href }) => (
            <a key={href} href={href} rel="noopener">
              {label}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
