import { type Contact, contactOf } from "#lib/accounts/wire-contact";
import type { Account } from "#lib/accounts/queries";
import { timeZones } from "#lib/accounts/time-zones";
import type { Viewer } from "#lib/auth/viewer";
import { locales } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { FormActions } from "../../../_ui/form";
import { Section, Stack } from "../../../_ui/section";
import { AddressFields } from "../../customers/address-fields";
import { saveAccount } from "./actions";

type AccountFormProps = { viewer: Viewer; account: Account };

export function AccountForm({ viewer, account }: AccountFormProps) {
  const t = translator(viewer.locale, "settings");
  const common = translator(viewer.locale, "common");
  return (
    <ActionForm action={saveAccount} formKey={newFormKey()} done={t("saved")} labels={labelsFor(viewer)}>
      <Stack>
        <PublicFields viewer={viewer} account={account} />
        <AddressAndPolicies viewer={viewer} account={account} />
        <RegionalFields viewer={viewer} account={account} />
      </Stack>
      <FormActions>
        <Button tone="primary">{common("save")}</Button>
      </FormActions>
    </ActionForm>
  );
}

function labelsFor({ locale }: Viewer): Record<string, string> {
  const t = translator(locale, "settings");
  return {
    name: t("details.name"),
    supportEmail: t("details.supportEmail"),
    supportPhone: t("details.supportPhone"),
    website: t("details.website"),
    supportUrl: t("details.supportUrl"),
    termsUrl: t("details.terms"),
    privacyUrl: t("details.privacy"),
    statementDescriptor: t("details.statementDescriptor"),
    statementDescriptorPrefix: t("details.prefix"),
    timeZone: t("details.timeZone"),
    locale: t("details.language"),
  };
}

function PublicFields({ viewer, account: { name, settings } }: AccountFormProps) {
  const t = translator(viewer.locale, "settings");
  const note = translator(viewer.locale, "common")("optional");
  return (
    <Section title={t("details.public")}>
      <div className="ui-form">
        <FormTextField
          name="name"
          label={t("details.name")}
          attributes={{ defaultValue: name, required: true, maxLength: 100 }}
        />
        <FormTextField
          name="supportEmail"
          label={t("details.supportEmail")}
          hint={t("details.supportEmailHint")}
          note={note}
          attributes={{ type: "email", defaultValue: settings.supportEmail ?? "" }}
        />
        <FormTextField
          name="supportPhone"
          label={t("details.supportPhone")}
          note={note}
          attributes={{ type: "tel", defaultValue: settings.supportPhone ?? "" }}
        />
        <FormTextField
          name="website"
          label={t("details.website")}
          note={note}
          attributes={{ type: "url", defaultValue: settings.website ?? "" }}
        />
        <FormTextField
          name="supportUrl"
          label={t("details.supportUrl")}
          note={note}
          attributes={{ type: "url", defaultValue: settings.supportUrl ?? "" }}
        />
        <FormTextField
          name="statementDescriptor"
          label={t("details.statementDescriptor")}
          hint={t("details.statementDescriptorHint")}
          attributes={{ defaultValue: settings.statementDescriptor, required: true, maxLength: 22 }}
        />
        <FormTextField
          name="statementDescriptorPrefix"
          label={t("details.prefix")}
          hint={t("details.prefixHint")}
          note={note}
          attributes={{ defaultValue: settings.statementDescriptorPrefix ?? "", maxLength: 10 }}
        />
      </div>
    </Section>
  );
}

function AddressAndPolicies({ viewer, account: { settings } }: AccountFormProps) {
  const t = translator(viewer.locale, "settings");
  const note = translator(viewer.locale, "common")("optional");
  const contact = contactOf(settings);
  const policies = { termsUrl: t("details.terms"), privacyUrl: t("details.privacy") };
  return (
    <>
      <Section title={t("details.address")}>
        <div className="ui-form">
          <p className="text-soft">{t("details.addressHint")}</p>
          <AddressFields viewer={viewer} kind="support" typed={given(contact)} />
        </div>
      </Section>
      <Section title={t("details.policies")}>
        <div className="ui-form">
          <p className="text-soft">{t("details.policiesHint")}</p>
          {(["termsUrl", "privacyUrl"] as const).map((name) => (
            <FormTextField
              key={name}
              name={name}
              label={policies[name]}
              note={note}
              attributes={{ type: "url", defaultValue: contact[name] ?? "" }}
            />
          ))}
        </div>
      </Section>
    </>
  );
}

/** What was told, as fields take it. */
function given(contact: Contact): Partial<Record<keyof Contact, string>> {
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== null));
}

function RegionalFields({ viewer, account }: AccountFormProps) {
  const t = translator(viewer.locale, "settings");
  return (
    <Section title={t("details.regional")}>
      <div className="ui-form">
        <FormSelectField
          name="timeZone"
          label={t("details.timeZone")}
          hint={t("details.timeZoneHint")}
          defaultValue={account.timeZone}
          options={timeZones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
        <FormSelectField
          name="locale"
          label={t("details.language")}
          defaultValue={account.locale}
          options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </div>
    </Section>
  );
}
