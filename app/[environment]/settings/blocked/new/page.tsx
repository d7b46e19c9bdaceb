import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { effects, subjects } from "#lib/value-lists/default-lists";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { FormRadioField, FormTextField } from "../../../../_forms/fields";
import { FreshOnReturn } from "../../../../_forms/fresh-on-return";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { DialogPage } from "../../../../_ui/dialog-page";
import { add } from "../actions";

type PageProps = EnvironmentPageProps & { searchParams: Promise<{ key?: string | string[] }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "blocked")("add"));

/** Blocks somebody by hand, or lets them pass. */
export default async function AddBlockedPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: paths.newBlocked(viewer),
    after: paths.blocked(viewer),
  });
  const t = translator(viewer.locale, "blocked");
  const back = translator(viewer.locale, "common")("cancel");
  return (
    <DialogPage title={t("add")} close={{ href: paths.blocked(viewer), label: back }}>
      <FreshOnReturn />
      <ActionForm action={add} formKey={formKey} labels={{ value: t("value") }}>
        <FormRadioField
          name="effect"
          label={t("effect")}
          defaultValue="block"
          options={effects.map((value) => ({ value, label: t(`does.${value}`) }))}
        />
        <FormRadioField
          name="subject"
          label={t("what")}
          defaultValue="email"
          options={subjects.map((value) => ({ value, label: t(`one.${value}`) }))}
        />
        <FormTextField
          name="value"
          label={t("value")}
          hint={t("valueHint")}
          attributes={{ required: true, autoComplete: "off", spellCheck: false }}
        />
        <FormEnd locale={viewer.locale} submit={t("submit")} back={paths.blocked(viewer)} />
      </ActionForm>
    </DialogPage>
  );
}
