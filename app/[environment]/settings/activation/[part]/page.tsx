import { notFound } from "next/navigation";
import { getActivation } from "#lib/activation/activation";
import { type ActivationFacts, type ActivationPart, activationPartNames } from "#lib/activation/parts";
import { may } from "#lib/auth/permissions";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { Button } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { FormActions } from "../../../../_ui/form";
import { saveBank, saveBusiness, saveProduct, saveRepresentative } from "../actions";
import { BankFields, BusinessFields, labelsOf, ProductFields, RepresentativeFields } from "./fields";

export const generateMetadata = pageTitle((locale) => translator(locale, "activation")("title"));

type PartPageProps = EnvironmentPageProps & { params: Promise<{ part: string }> };

const actions = {
  business: saveBusiness,
  product: saveProduct,
  representative: saveRepresentative,
  bank: saveBank,
};

/** One part of the application for live payments. */
export default async function ActivationPartPage({ params }: PartPageProps) {
  const { environment, part: asked } = await params;
  const viewer = await pageViewer(environment);
  const part = activationPartNames.find((name) => name === asked) ?? notFound();
  const mayWrite = part !== "bank" || may(viewer, "bank_accounts:write");
  if (part === "bank" && mayWrite) requireProof(viewer, paths.activationPart(viewer, part));
  const { facts } = await getActivation(viewer);
  const { locale } = viewer;
  const t = translator(locale, "activation");
  return (
    <DialogPage title={t(`parts.${part}`)} close={{ href: paths.activation(viewer), label: t("back") }}>
      <p>{t(`explained.${part}`)}</p>
      {mayWrite ? <PartForm locale={locale} part={part} facts={facts} /> : <p>{t("adminsOnly")}</p>}
    </DialogPage>
  );
}

type PartFormProps = { locale: Locale; part: ActivationPart; facts: ActivationFacts };

function PartForm({ locale, part, facts }: PartFormProps) {
  return (
    <ActionForm action={actions[part]} formKey={newFormKey()} labels={labelsOf(locale)}>
      {part === "business" && <BusinessFields locale={locale} facts={facts.business} />}
      {part === "product" && <ProductFields locale={locale} facts={facts.product} />}
      {part === "representative" && <RepresentativeFields locale={locale} facts={facts.representative} />}
      {part === "bank" && <BankFields locale={locale} facts={facts.bank} />}
      <FormActions>
        <Button tone="primary">{translator(locale, "common")("save")}</Button>
      </FormActions>
    </ActionForm>
  );
}
