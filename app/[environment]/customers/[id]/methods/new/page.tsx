import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../../../_forms/fields";
import { FormEnd } from "../../../../../_forms/form-end";
import { pageFormKey } from "../../../../../_server/page-form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { newFormKey } from "../../../../../_server/form-key";
import { Button } from "../../../../../_ui/button";
import { FormActions } from "../../../../../_ui/form";
import { Section } from "../../../../../_ui/section";
import { customerOf, type CustomerPageProps } from "../../../customer-page";
import { CustomerQuestion } from "../../../customer-question";
import { addCard, addTestMethod } from "../../../method-actions";
import { testMethods } from "../../../method-forms";

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("addMethod.title"));

/** Keeps a card for a customer: typed, or one of the simulator's. */
export default async function NewMethodPage(props: CustomerPageProps) {
  const { viewer, customer } = await customerOf(props);
  const t = translator(viewer.locale, "customers");
  const formKey = await pageFormKey(viewer, {
    asked: (await props.searchParams).key,
    here: paths.newCustomerMethod(viewer, customer.id),
    after: paths.customer(viewer, customer.id),
  });
  return (
    <CustomerQuestion viewer={viewer} id={customer.id} title={t("addMethod.title")}>
      <p>{t("addMethod.text")}</p>
      <CardForm viewer={viewer} customerId={customer.id} formKey={formKey} />
      {viewer.environment.kind === "test" && (
        <Section title={t("addMethod.test")}>
          <TestMethodForm viewer={viewer} customerId={customer.id} formKey={newFormKey()} />
        </Section>
      )}
    </CustomerQuestion>
  );
}

type MethodFormProps = { viewer: Viewer; customerId: string; formKey: string };

function CardForm({ viewer, customerId, formKey }: MethodFormProps) {
  const t = translator(viewer.locale, "customers");
  const digits = { inputMode: "numeric", autoComplete: "off", required: true } as const;
  const labels = {
    cardNumber: t("addMethod.number"),
    cardExpiry: t("expiry"),
    cardCvc: t("addMethod.cvc"),
    holder: t("addMethod.holder"),
    postalCode: t("form.postalCode"),
  };
  return (
    <ActionForm action={addCard} formKey={formKey} labels={labels} label={t("addMethod.title")}>
      <input type="hidden" name="customer" value={customerId} />
      <FormTextField
        name="cardNumber"
        label={labels.cardNumber}
        attributes={{ ...digits, maxLength: 30, placeholder: "4242 4242 4242 4242" }}
      />
      <div className="grid grid-cols-2 gap-3">
        <FormTextField
          name="cardExpiry"
          label={labels.cardExpiry}
          attributes={{ ...digits, maxLength: 9, placeholder: "12/34" }}
        />
        <FormTextField name="cardCvc" label={labels.cardCvc} attributes={{ ...digits, maxLength: 4 }} />
      </div>
      <FormTextField
        name="holder"
        label={labels.holder}
        attributes={{ autoComplete: "off", maxLength: 256 }}
      />
      <FormTextField
        name="postalCode"
        label={labels.postalCode}
        attributes={{ autoComplete: "off", maxLength: 50 }}
      />
      <UseField viewer={viewer} id="use-card" />
      <FormEnd
        locale={viewer.locale}
        submit={t("addMethod.submit")}
        back={paths.customer(viewer, customerId)}
      />
    </ActionForm>
  );
}

function TestMethodForm({ viewer, customerId, formKey }: MethodFormProps) {
  const t = translator(viewer.locale, "customers");
  return (
    <ActionForm action={addTestMethod} formKey={formKey} label={t("addMethod.test")}>
      <input type="hidden" name="customer" value={customerId} />
      <FormSelectField
        name="testMethod"
        label={t("addMethod.testMethod")}
        options={Object.entries(testMethods).map(([value, word]) => ({
          value,
          label: t(`addMethod.cards.${word}`),
        }))}
      />
      <UseField viewer={viewer} id="use-test" />
      <FormActions>
        <Button>{t("addMethod.submitTest")}</Button>
      </FormActions>
    </ActionForm>
  );
}

function UseField({ viewer, id }: { viewer: Viewer; id: string }) {
  const t = translator(viewer.locale, "customers");
  return (
    <FormSelectField
      name="use"
      id={id}
      label={t("addMethod.use")}
      defaultValue="by_default"
      options={[
        { value: "by_default", label: t("addMethod.byDefault") },
        { value: "when_chosen", label: t("addMethod.whenChosen") },
      ]}
    />
  );
}
