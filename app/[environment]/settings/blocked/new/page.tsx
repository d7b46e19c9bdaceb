import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { effects, subjects } from "#lib/value-lists/default-lists";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { FormRadioField, FormTextField } from "../../../../_forms/fields";
import { FreshOnReturn } from "../../../../_forms/fresh-on-return";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { withWords } from "../../../../_lists/list-place";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { DialogPage } from "../../../../_ui/dialog-page";
import { type ListQuery, valueIn } from "../../../developers/list-query";
import { add } from "../actions";

type PageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

export const generateMetadata = pageTitle((locale) => translator(locale, "blocked")("add"));

/** Blocks somebody by hand, or lets them pass. */
export default async function AddBlockedPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const { key, ...address } = await searchParams;
  const proposed = proposedBy(address);
  const formKey = await pageFormKey(viewer, {
    asked: key,
    here: withWords(paths.newBlocked(viewer), new URLSearchParams(proposed)),
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
          defaultValue={proposed.effect ?? "block"}
          options={effects.map((value) => ({ value, label: t(`does.${value}`) }))}
        />
        <FormRadioField
          name="subject"
          label={t("what")}
          defaultValue={proposed.subject ?? "email"}
          options={subjects.map((value) => ({ value, label: t(`one.${value}`) }))}
        />
        <FormTextField
          name="value"
          label={t("value")}
          hint={t("valueHint")}
          attributes={{
            required: true,
            autoComplete: "off",
            spellCheck: false,
            defaultValue: proposed.value,
          }}
        />
        <FormEnd locale={viewer.locale} submit={t("submit")} back={paths.blocked(viewer)} />
      </ActionForm>
    </DialogPage>
  );
}

/** What the address fills the form with, such as the card of a payment that was blocked wrongly. */
function proposedBy(address: ListQuery) {
  const effect = effects.find((each) => each === valueIn(address, "effect"));
  const subject = subjects.find((each) => each === valueIn(address, "subject"));
  const value = valueIn(address, "value");
  return { ...(effect && { effect }), ...(subject && { subject }), ...(value && { value }) };
}
