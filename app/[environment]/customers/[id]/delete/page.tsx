import { previewDeletion } from "#lib/customers/preview-deletion";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { found } from "../../../../_server/found";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Notice } from "../../../../_ui/notice";
import { balanceInWords } from "../../balance-words";
import { removeCustomer } from "../../actions";
import type { CustomerPageProps } from "../../customer-page";
import { CustomerQuestion } from "../../customer-question";
import { nameOf } from "#lib/customers/name-of";

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("delete.title"));

/** Says what goes and what remains of a customer, then deletes them. */
export default async function DeleteCustomerPage({ params }: CustomerPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const { customer, methods, taxIds } = await found(previewDeletion(viewer, id));
  const t = translator(viewer.locale, "customers");
  const balance = balanceInWords(customer, viewer.locale);
  return (
    <CustomerQuestion viewer={viewer} id={customer.id} title={t("delete.title")}>
      <p className="break-words">{t("delete.text", { name: nameOf(customer) })}</p>
      <Notice title={t("delete.goes")}>
        <ul>
          <li>{t("delete.details")}</li>
          {methods > 0 && <li>{t("delete.methods", { count: methods })}</li>}
          {taxIds > 0 && <li>{t("delete.taxIds", { count: taxIds })}</li>}
          {balance && <li>{t("delete.balance", { balance })}</li>}
        </ul>
      </Notice>
      <Notice title={t("delete.stays")}>
        <ul>
          <li>{t("delete.payments")}</li>
          <li>{t("delete.history")}</li>
        </ul>
      </Notice>
      <ActionForm action={removeCustomer} formKey={newFormKey()}>
        <input type="hidden" name="id" value={customer.id} />
        <FormEnd
          locale={viewer.locale}
          submit={t("delete.submit")}
          back={paths.customer(viewer, customer.id)}
          tone="danger"
        />
      </ActionForm>
    </CustomerQuestion>
  );
}
