import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { formatMonth } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type Spending, spendingOf } from "#lib/payments/related-payments";
import { DescriptionList } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";
import type { PaymentFacts } from "./payment-facts";
import { moneyOf, timeViewOf } from "./words";

type CustomerSectionProps = PaymentFacts & { customer: CustomerRow | null };

/** Who paid: the customer as known, or what a guest told with the payment. */
export async function CustomerSection({ viewer, payment, charge, customer }: CustomerSectionProps) {
  const t = translator(viewer.locale, "payment");
  if (payment.customerId !== null && !may(viewer, "customers:read")) return null;
  const billing = charge?.billingDetails;
  if (!customer) {
    return (
      <Section title={t("customer.title")}>
        <p className="text-soft">{t("customer.guest")}</p>
        <DescriptionList
          items={[
            { term: t("customer.name"), value: billing?.name },
            { term: t("customer.email"), value: billing?.email },
            { term: t("customer.phone"), value: billing?.phone },
          ]}
        />
      </Section>
    );
  }
  const { id, name, email, phone, createdAt, deletedAt } = customer;
  const link = <a href={paths.customer(viewer, id)}>{name ?? email ?? id}</a>;
  return (
    <Section title={t("customer.title")}>
      {deletedAt !== null && <p className="text-soft">{t("customer.deleted")}</p>}
      <DescriptionList
        items={[
          { term: t("customer.name"), value: deletedAt === null ? link : (name ?? id) },
          { term: t("customer.email"), value: email },
          { term: t("customer.phone"), value: phone },
          { term: t("customer.since"), value: formatMonth(createdAt, timeViewOf(viewer)) },
          { term: t("customer.spent"), value: spentWords(viewer, await spendingOf(viewer, id)) },
        ]}
      />
    </Section>
  );
}

function spentWords(viewer: Viewer, { payments, more, sums }: Spending): string | null {
  if (payments === 0) return null;
  const t = translator(viewer.locale, "payment");
  const amounts = sums.map(({ amount, currency }) => moneyOf(viewer, amount, currency)).join(" + ");
  return more
    ? t("customer.spentInMore", { amounts, count: payments })
    : t("customer.spentIn", { amounts, count: payments });
}
