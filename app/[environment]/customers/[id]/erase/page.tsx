import { previewErasure } from "#lib/customers/erase/preview-erasure";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextField } from "../../../../_forms/fields";
import { FormEnd } from "../../../../_forms/form-end";
import { found } from "../../../../_server/found";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { Notice } from "../../../../_ui/notice";
import type { CustomerPageProps } from "../../customer-page";
import { CustomerQuestion } from "../../customer-question";
import { erase } from "../../erase-actions";
import { nameOf } from "#lib/customers/name-of";

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("erase.title"));

/** Says what is erased and what stays of a person who asked for it, then does it. */
export default async function EraseCustomerPage({ params }: CustomerPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  requireProof(viewer, paths.eraseCustomer(viewer, id));
  const { customer, obstacle, payments } = await found(previewErasure(viewer, id));
  const t = translator(viewer.locale, "customers");
  return (
    <CustomerQuestion viewer={viewer} id={customer.id} title={t("erase.title")}>
      <p className="break-words">{t("erase.text", { name: nameOf(customer) })}</p>
      {obstacle ? (
        <Notice tone="wait" title={t(`erase.obstacle.${obstacle}`)} />
      ) : (
        <>
          <Notice title={t("erase.goes")}>
            <ul>
              <li>{t("erase.person")}</li>
              <li>{t("erase.payments", { count: payments })}</li>
              <li>{t("erase.traces")}</li>
            </ul>
          </Notice>
          <Notice title={t("erase.stays")}>
            <ul>
              <li>{t("erase.books")}</li>
              <li>{t("erase.audit")}</li>
              <li>{t("erase.elsewhere")}</li>
            </ul>
          </Notice>
          <ActionForm action={erase} formKey={newFormKey()} labels={{ typed: t("erase.type") }}>
            <input type="hidden" name="id" value={customer.id} />
            <FormTextField
              name="typed"
              label={t("erase.type")}
              hint={<code>{customer.id}</code>}
              attributes={{ required: true, autoComplete: "off", spellCheck: false }}
            />
            <FormEnd
              locale={viewer.locale}
              submit={t("erase.submit")}
              back={paths.customer(viewer, customer.id)}
              tone="danger"
            />
          </ActionForm>
        </>
      )}
    </CustomerQuestion>
  );
}
