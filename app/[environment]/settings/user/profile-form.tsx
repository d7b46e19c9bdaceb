import { timeZones } from "#lib/accounts/time-zones";
import type { Viewer } from "#lib/auth/viewer";
import { timeZoneCity } from "#lib/i18n/format";
import { locales } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { Person } from "#lib/people/people";
import { ActionForm } from "../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { DescriptionList } from "../../../_ui/description-list";
import { FormActions } from "../../../_ui/form";
import { Section } from "../../../_ui/section";
import { saveProfile } from "./actions";

export function ProfileForm({ viewer, person }: { viewer: Viewer; person: Person }) {
  const t = translator(viewer.locale, "settings");
  const common = translator(viewer.locale, "common");
  return (
    <Section title={t("user.profile")}>
      <ActionForm
        action={saveProfile}
        formKey={newFormKey()}
        done={t("saved")}
        label={t("user.profile")}
        labels={{ name: t("user.name"), locale: t("user.language"), timeZone: t("user.timeZone") }}
      >
        <DescriptionList items={[{ term: t("user.email"), value: person.email }]} />
        <FormTextField
          name="name"
          label={t("user.name")}
          attributes={{ defaultValue: person.name, required: true, maxLength: 100, autoComplete: "name" }}
        />
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
