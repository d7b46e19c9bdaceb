import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { methodName } from "#lib/payment-methods/method-name";
import { listPaymentMethods } from "#lib/payment-methods/queries";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { DateTime } from "../../../_ui/date-time";
import { Section } from "../../../_ui/section";
import { Badge } from "../../../_ui/small";
import { type Column, Table } from "../../../_ui/table";
import type { CustomerPartProps } from "./customer-details";

const shown = 20;

/** What the customer can pay with. */
export async function CustomerMethods({ viewer, customer }: CustomerPartProps) {
  const page = await listPaymentMethods(viewer, { limit: shown }, { customerId: customer.id });
  const t = translator(viewer.locale, "customers");
  return (
    <Section title={t("methods")}>
      {page.rows.length === 0 ? (
        <p className="text-soft">{t("noMethods")}</p>
      ) : (
        <Table
          caption={t("methodsCaption")}
          columns={columnsFor(viewer, customer.defaultPaymentMethodId)}
          rows={page.rows}
          rowKey={({ id }) => id}
        />
      )}
      {page.hasMore && <p className="pt-2 text-soft">{t("moreMethods", { count: shown })}</p>}
    </Section>
  );
}

function columnsFor(viewer: Viewer, defaultId: string | null): Column<PaymentMethodRow>[] {
  const t = translator(viewer.locale, "customers");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    {
      key: "method",
      label: t("method"),
      card: "title",
      cell: (method) => (
        <>
          {methodName(method, viewer.locale)} {method.id === defaultId && <Badge>{t("default")}</Badge>}
        </>
      ),
    },
    {
      key: "expiry",
      label: t("expiry"),
      tone: "quiet",
      cell: expiryOf,
    },
    {
      key: "added",
      label: t("added"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}

function expiryOf({ instrument }: PaymentMethodRow): string | null {
  if (instrument.type !== "card") return null;
  const { expMonth, expYear } = instrument.card;
  return `${String(expMonth).padStart(2, "0")}/${expYear}`;
}
