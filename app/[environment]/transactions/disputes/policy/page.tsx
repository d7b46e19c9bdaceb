import { getRefundPolicy } from "#lib/disputes/refund-policy";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { FormTextArea } from "../../../../_forms/fields";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { save } from "./actions";
import { mostDisclosure, mostPolicy } from "./policy-typed";

export const generateMetadata = pageTitle((locale) => translator(locale, "disputes")("policy.title"));

/** When and how the business gives money back, as answers to disputes begin with it. */
export default async function RefundPolicyPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { text, disclosure } = await getRefundPolicy(viewer);
  const t = translator(viewer.locale, "disputes");
  return (
    <Page>
      <PageHeader
        title={t("policy.title")}
        breadcrumb={{
          label: translator(viewer.locale, "common")("breadcrumb"),
          crumbs: [{ label: t("title"), href: paths.disputes(viewer) }],
        }}
      />
      <p>{t("policy.intro")}</p>
      <ActionForm
        action={save}
        formKey={newFormKey()}
        labels={{ text: t("policy.text"), disclosure: t("policy.disclosure") }}
      >
        <FormTextArea
          name="text"
          label={t("policy.text")}
          hint={t("policy.textHint")}
          attributes={{ defaultValue: text, maxLength: mostPolicy, rows: 10 }}
        />
        <FormTextArea
          name="disclosure"
          label={t("policy.disclosure")}
          hint={t("policy.disclosureHint")}
          attributes={{ defaultValue: disclosure, maxLength: mostDisclosure, rows: 4 }}
        />
        <FormEnd locale={viewer.locale} submit={t("policy.save")} back={paths.disputes(viewer)} />
      </ActionForm>
    </Page>
  );
}
