import { nameOf } from "#lib/customers/name-of";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { methodName } from "#lib/payment-methods/method-name";
import { getCustomersPaymentMethod } from "#lib/payment-methods/queries";
import { ActionForm } from "../../../../../../_forms/action-form";
import { FormEnd } from "../../../../../../_forms/form-end";
import { found } from "../../../../../../_server/found";
import { newFormKey } from "../../../../../../_server/form-key";
import { pageTitle } from "../../../../../../_server/page-title";
import { customerOf, type CustomerPageProps } from "../../../../customer-page";
import { CustomerQuestion } from "../../../../customer-question";
import { removeMethod } from "../../../../method-actions";

type PageProps = { params: Promise<Awaited<CustomerPageProps["params"]> & { method: string }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("removesMethod.title"));

/** Says what removing a payment method means, then does it. */
export default async function RemoveMethodPage({ params }: PageProps) {
  const { viewer, customer } = await customerOf({ params });
  const { method: id } = await params;
  const method = await found(getCustomersPaymentMethod(viewer, { customerId: customer.id, id }));
  const { locale } = viewer;
  const t = translator(locale, "customers");
  const name = methodName(method, locale);
  return (
    <CustomerQuestion viewer={viewer} id={customer.id} title={t("removesMethod.title")}>
      <p className="break-words">{t("removesMethod.text", { method: name, customer: nameOf(customer) })}</p>
      {method.id === customer.defaultPaymentMethodId && <p>{t("removesMethod.default")}</p>}
      <ActionForm action={removeMethod} formKey={newFormKey()}>
        <input type="hidden" name="customer" value={customer.id} />
        <input type="hidden" name="method" value={method.id} />
        <FormEnd
          locale={locale}
          submit={t("removeMethodOf", { name })}
          back={paths.customer(viewer, customer.id)}
          tone="danger"
        />
      </ActionForm>
    </CustomerQuestion>
  );
}
