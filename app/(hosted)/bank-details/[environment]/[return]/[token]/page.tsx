import type { Metadata } from "next";
import type { AccountAddress } from "#lib/cash/account-address";
import { type OpenedReturn, openReturn } from "#lib/cash/account-page";
import { formatMoney } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import { Notice } from "../../../../../_ui/notice";
import { PlainPage } from "../../../../../_ui/plain-page";
import { requestLocale } from "../../../../../_ui/request-preferences";
import { contactLine } from "../../../../contact-line";
import { AccountForm } from "./account-form";

type PageProps = { params: Promise<AccountAddress> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const opened = await openReturn(await params);
  const t = translator(opened?.language ?? (await requestLocale()), "bankDetails");
  return { title: { absolute: opened ? t("pageTitle") : t("overTitle") }, referrer: "same-origin" };
}

/** Where a customer says which bank account of theirs takes back what they sent ahead, in their language. */
export default async function BankDetailsPage({ params }: PageProps) {
  const address = await params;
  const opened = await openReturn(address);
  const locale = opened?.language ?? (await requestLocale());
  return (
    <div lang={locale}>
      {opened ? (
        <Asked address={address} opened={opened} locale={locale} />
      ) : (
        <NothingAsked locale={locale} />
      )}
    </div>
  );
}

type AskedProps = { address: AccountAddress; opened: OpenedReturn; locale: Locale };

function Asked({ address, opened, locale }: AskedProps) {
  const t = translator(locale, "bankDetails");
  const { cashReturn, sender, viewer, until, last4 } = opened;
  const { name } = sender;
  const { currency } = cashReturn;
  const amount = isCurrency(currency) ? formatMoney(cashReturn.amount, currency, locale) : "";
  return (
    <PlainPage
      title={until === null ? t("sentTitle") : t("title", { amount })}
      from={name}
      foot={contactLine(sender, locale)}
    >
      <p>
        {until === null ? t("sent", { amount, account: `•• ${last4}` }) : t("introduction", { name, amount })}
      </p>
      {viewer.environment.kind === "test" && <Notice tone="wait" title={t("test")} />}
      {until !== null && <AccountForm address={address} opened={opened} until={until} locale={locale} />}
    </PlainPage>
  );
}

function NothingAsked({ locale }: { locale: Locale }) {
  const t = translator(locale, "bankDetails");
  return (
    <PlainPage title={t("overTitle")}>
      <p>{t("over")}</p>
    </PlainPage>
  );
}
