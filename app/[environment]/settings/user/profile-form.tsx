import { timeZones } from "#lib/accounts/time-zones";
import { hasProved } from "#lib/auth/proof";
import type { Viewer } from "#lib/auth/viewer";
import { timeZoneCity } from "#lib/i18n/format";
import { locales } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { Person } from "#lib/people/people";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { proofPath } from "../../../_server/require-proof";
import { Button } from "../../../_ui/button";
import { DescriptionList } from "../../../_ui/description-list";
import { FormActions } from "../../../_ui/form";
import { Section } from "../../../_ui/section";
import { saveProfile } from "./actions";

type ProfileFormProps = { viewer: Viewer; person: Person };

export function ProfileForm({ viewer, person }: ProfileFormProps) {
  const t = translator(viewer.locale, "settings");
  const common = translator(viewer.locale, "common");
  const mayChangePhone = hasProved(viewer);
  return (
    <Section title={t("user.profile")}>
      <ActionForm
        action={saveProfile}
        formKey={newFormKey()}
        done={t("saved")}
        label={t("user.profile")}
        labels={{
          name: t("user.name"),
          phone: t("user.phone"),
          locale: t("user.language"),
          timeZone: t("user.timeZone"),
        }}
      >
        <DescriptionList
          items={[
            { term: t("user.email"), value: <Email viewer={viewer} person={person} /> },
            ...(mayChangePhone
              ? []
              : [{ term: t("user.phone"), value: <KeptPhone viewer={viewer} person={person} /> }]),
          ]}
        />
        <FormTextField
          name="name"
          label={t("user.name")}
          attributes={{ defaultValue: person.name, required: true, maxLength: 100, autoComplete: "name" }}
        />
        {mayChangePhone && (
          <FormTextField
            name="phone"
            label={t("user.phone")}
            hint={t("user.phoneHint")}
            note={common("optional")}
            attributes={{ type: "tel", defaultValue: person.phone ?? "", autoComplete: "tel" }}
          />
        )}
        <FormSelectField
          name="locale"
          label={t("user.language")}
          placeholder={t("user.asBrowser")}
          defaultValue={person.locale ?? ""}
          options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        <FormSelectField
          name="timeZone"
          label={t("user.timeZone")}
          placeholder={t("user.asAccount", { zone: timeZoneCity(viewer.environment.timeZone) })}
          defaultValue={person.timeZone ?? ""}
          options={timeZones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
        <FormActions>
          <Button tone="primary">{common("save")}</Button>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

function Email({ viewer, person: { email } }: ProfileFormProps) {
  const t = translator(viewer.locale, "settings");
  return (
    <>
      {email} <a href={paths.changeEmail(viewer)}>{t("user.changeEmail.change")}</a>
    </>
  );
}

/** Goes along as it is, until its person proves who they are. */
function KeptPhone({ viewer, person: { phone } }: ProfileFormProps) {
  const t = translator(viewer.locale, "settings");
  return (
    <>
      {phone} <a href={proofPath(viewer, paths.personalSettings(viewer))}>{t("user.changePhone")}</a>
      <input type="hidden" name="phone" value={phone ?? ""} />
    </>
  );
}
