import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { formatMoney } from "#lib/i18n/format";
import { isLocale, type Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import { spendingOf } from "#lib/payments/related-payments";
import { Copyable } from "../../../_ui/copyable";
import { DateTime } from "../../../_ui/date-time";
import { DescriptionList } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";

type Address = NonNullable<CustomerRow["address"]>;

export type CustomerPartProps = { viewer: Viewer; customer: CustomerRow };

/** Who the customer is and how to reach them. */
export async function CustomerDetails({ viewer, customer }: CustomerPartProps) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "customers");
  const common = translator(locale, "common");
  const { email, phone, businessName, individualName, description, address, shipping } = customer;
  return (
    <Section title={t("details")}>
      <DescriptionList
        items={[
          {
            term: t("id"),
            value: <Copyable value={customer.id} copy={common("copy")} copied={common("copied")} />,
          },
          { term: t("created"), value: <DateTime at={customer.createdAt} view={{ locale, timeZone }} /> },
          { term: t("email"), value: email },
          { term: t("spent"), value: await spentBy(viewer, customer) },
          { term: t("phone"), value: phone },
          { term: t("individualName"), value: individualName },
          { term: t("businessName"), value: businessName },
          { term: t("description"), value: description },
          { term: t("address"), value: address && <Lines lines={linesOf(address, locale)} /> },
          {
            term: t("shipping"),
            value: shipping && (
              <Lines lines={[shipping.name, ...linesOf(shipping.address, locale), shipping.phone ?? ""]} />
            ),
          },
          { term: t("language"), value: languageOf(customer, locale) },
          { term: t("taxExempt"), value: t(`taxStatus.${customer.taxExempt}`) },
          { term: t("balance"), value: balanceOf(customer, locale) },
        ]}
      />
    </Section>
  );
}

async function spentBy(viewer: Viewer, { id }: CustomerRow): Promise<string | null> {
  if (!may(viewer, "payments:read")) return null;
  const { payments, more, sums } = await spendingOf(viewer, id);
  const said = sums.flatMap(({ amount, currency }) =>
    isCurrency(currency) ? [formatMoney(amount, currency, viewer.locale)] : [],
  );
  if (said.length === 0) return null;
  const t = translator(viewer.locale, "customers");
  const spent = { sums: said.join(" + "), count: payments };
  return more ? t("spentInNewest", spent) : t("spentIn", spent);
}

function Lines({ lines }: { lines: string[] }) {
  return lines
    .filter((line) => line !== "")
    .map((line, index) => (
      <span key={index}>
        {line}
        <br />
      </span>
    ));
}

function linesOf({ line1, line2, postal_code, city, state, country }: Address, locale: Locale): string[] {
  const place = [postal_code, city, state].filter(Boolean).join(" ");
  return [line1 ?? "", line2 ?? "", place, country ? countryName(country, locale) : ""];
}

function countryName(country: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
  } catch {
    return country;
  }
}

function languageOf({ preferredLocales }: CustomerRow, locale: Locale): string | null {
  const [first] = preferredLocales;
  if (first === undefined) return null;
  const language = first.split("-")[0] ?? first;
  return isLocale(language) ? translator(locale, "customers")(`languages.${language}`) : first;
}

function balanceOf({ balance, currency }: CustomerRow, locale: Locale): string | null {
  if (balance === 0 || currency === null || !isCurrency(currency)) return null;
  const amount = formatMoney(Math.abs(balance), currency, locale);
  const t = translator(locale, "customers");
  return balance > 0 ? t("owes", { amount }) : t("isOwed", { amount });
}
