import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { methodName } from "#lib/payment-methods/method-name";
import { listPaymentMethods } from "#lib/payment-methods/queries";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { ActionForm } from "../../../_forms/action-form";
import { newFormKey } from "../../../_server/form-key";
import { Button, ButtonLink } from "../../../_ui/button";
import { Section } from "../../../_ui/section";
import { Badge } from "../../../_ui/small";
import { type Column, Table } from "../../../_ui/table";
import { cardExpiry } from "../../../_words/card-expiry";
import { dayColumn } from "../../../_words/day-column";
import { makeDefault } from "../method-actions";
import type { CustomerPartProps } from "./customer-details";

const shown = 20;

/** What the customer can pay with. */
export async function CustomerMethods({ viewer, customer }: CustomerPartProps) {
  const page = await listPaymentMethods(viewer, { limit: shown }, { customerId: customer.id });
  const t = translator(viewer.locale, "customers");
  const add = may(viewer, "customers:write") && (
    <a href={paths.newCustomerMethod(viewer, customer.id)}>{t("addMethod.action")}</a>
  );
  return (
    <Section title={t("methods")} aside={add}>
      {page.rows.length === 0 ? (
        <p className="text-soft">{t("noMethods")}</p>
      ) : (
        <Table
          caption={t("methodsCaption")}
          columns={columnsFor({ viewer, customer })}
          rows={page.rows}
          rowKey={({ id }) => id}
        />
      )}
      {page.hasMore && <p className="pt-2 text-soft">{t("moreMethods", { count: shown })}</p>}
    </Section>
  );
}

function columnsFor(facts: CustomerPartProps): Column<PaymentMethodRow>[] {
  const { viewer, customer } = facts;
  const t = translator(viewer.locale, "customers");
  const columns: Column<PaymentMethodRow>[] = [
    {
      key: "method",
      label: t("method"),
      card: "title",
      cell: (method) => (
        <>
          {methodName(method, viewer.locale)}{" "}
          {method.id === customer.defaultPaymentMethodId && <Badge>{t("default")}</Badge>}
        </>
      ),
    },
    { key: "expiry", label: t("expiry"), tone: "quiet", cell: expiryOf },
    dayColumn(viewer, t("added")),
  ];
  if (!may(viewer, "customers:write")) return columns;
  const acts = (method: PaymentMethodRow) => <MethodActs {...facts} method={method} />;
  return [...columns, { key: "acts", label: t("methodActs"), align: "end", cell: acts }];
}

/** An older kind of source is the API's alone to change. */
function MethodActs({ viewer, customer, method }: CustomerPartProps & { method: PaymentMethodRow }) {
  if (method.sourceObject !== null) return null;
  const t = translator(viewer.locale, "customers");
  const name = methodName(method, viewer.locale);
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {method.id !== customer.defaultPaymentMethodId && (
        <ActionForm action={makeDefault} formKey={newFormKey()} about={t("makeDefaultOf", { name })}>
          <input type="hidden" name="customer" value={customer.id} />
          <input type="hidden" name="method" value={method.id} />
          <Button tone="quiet">{t("makeDefault")}</Button>
        </ActionForm>
      )}
      <div className="contents" role="group" aria-label={t("removeMethodOf", { name })}>
        <ButtonLink href={paths.removeCustomerMethod(viewer, customer.id, method.id)} tone="quiet">
          {t("removeMethod")}
        </ButtonLink>
      </div>
    </div>
  );
}

function expiryOf({ instrument }: PaymentMethodRow): string | null {
  if (instrument.type !== "card") return null;
  return cardExpiry(instrument.card.expMonth, instrument.card.expYear);
}
