import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listPayments } from "#lib/payments/list-payments";
import { Section } from "../../../_ui/section";
import { PaymentTable } from "../payment-table";
import type { CustomerPartProps } from "./customer-details";

const shown = 20;

/** What the customer paid, or tried to. */
export async function CustomerPayments({ viewer, customer }: CustomerPartProps) {
  const { rows, older } = await listPayments(viewer, {
    filters: { customerIds: [customer.id] },
    page: { direction: "older", from: null, size: shown },
  });
  const t = translator(viewer.locale, "customers");
  return (
    <Section
      title={t("payments")}
      aside={older && <a href={paths.paymentsOf(viewer, customer.id)}>{t("allPayments")}</a>}
    >
      {rows.length === 0 ? (
        <p className="text-soft">{t("noPayments")}</p>
      ) : (
        <PaymentTable viewer={viewer} payments={rows} />
      )}
    </Section>
  );
}
