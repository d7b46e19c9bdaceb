import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { formatMonth } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type Spending, spendingOf } from "#lib/payments/related-payments";
import { type Description, DescriptionList } from "../../../_ui/description-list";
import { knownAddress, PostalAddress } from "../../../_ui/postal-address";
import { Section } from "../../../_ui/section";
import { moneyOf } from "../../../_words/money-of";
import { timeViewOf } from "../../../_words/time-view-of";
import type { PaymentFacts } from "./payment-facts";

type CustomerSectionProps = PaymentFacts & { customer: CustomerRow | null };

/** Who paid, for those who may know: the customer, or what a guest told with the payment. */
export async function CustomerSection({ viewer, payment, charge, customer }: CustomerSectionProps) {
  const t = translator(viewer.locale, "payment");
  if (!may(viewer, "customers:read")) return null;
  const billing = charge?.billingDetails;
  const delivery = deliveryOf(viewer, charge?.shipping ?? payment.shipping);
  if (!customer) {
    return (
      <Section title={t("customer.title")}>
        <p className="text-soft">{t("customer.guest")}</p>
        <DescriptionList
          items={[
            { term: t("customer.name"), value: billing?.name },
            { term: t("customer.email"), value: billing?.email },
            { term: t("customer.phone"), value: billing?.phone },
            { term: t("customer.address"), value: knownAddress(billing?.address, viewer.locale) },
            ...delivery,
          ]}
        />
      </Section>
    );
  }
  const { id, name, email, phone, address, createdAt, deletedAt } = customer;
  const link = <a href={paths.customer(viewer, id)}>{name ?? email ?? id}</a>;
  return (
    <Section title={t("customer.title")}>
      {deletedAt !== null && <p className="text-soft">{t("customer.deleted")}</p>}
      <DescriptionList
        items={[
          { term: t("customer.name"), value: deletedAt === null ? link : (name ?? id) },
          { term: t("customer.email"), value: email },
          { term: t("customer.phone"), value: phone },
          {
            term: t("customer.address"),
            value: knownAddress(billing?.address, viewer.locale) ?? knownAddress(address, viewer.locale),
          },
          ...delivery,
          { term: t("customer.since"), value: formatMonth(createdAt, timeViewOf(viewer)) },
          { term: t("customer.spent"), value: spentWords(viewer, await spendingOf(viewer, id)) },
        ]}
      />
    </Section>
  );
}

/** Where it was sent, and with whom. */
function deliveryOf({ locale }: Viewer, shipping: CustomerRow["shipping"]): Description[] {
  if (!shipping) return [];
  const t = translator(locale, "payment");
  return [
    { term: t("customer.delivery"), value: <PostalAddress {...shipping} locale={locale} /> },
    { term: t("customer.carrier"), value: shipping.carrier },
    { term: t("customer.tracking"), value: shipping.tracking_number },
  ];
}

function spentWords(viewer: Viewer, { payments, more, sums }: Spending): string | null {
  if (payments === 0) return null;
  const t = translator(viewer.locale, "payment");
  const amounts = sums.map(({ amount, currency }) => moneyOf(viewer, amount, currency)).join(" + ");
  return more
    ? t("customer.spentInMore", { amounts, most: payments })
    : t("customer.spentIn", { amounts, count: payments });
}
