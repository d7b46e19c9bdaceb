import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { KeyKind } from "#lib/keys/key-text";
import { type Level, scopeOf } from "#lib/keys/scopes";
import { FormSelectField, FormTextArea, FormTextField } from "../../../_forms/fields";
import { offeredKinds, scopePrefix } from "./key-forms";

interface KeyFieldsProps {
  viewer: Viewer;
  kind: KeyKind;
  /** What a key that is there already has. */
  apiKey?: { name: string; permissions: string[] | null; allowedAddresses: string[] | null };
}

/** What a key is called, what it may do and from where. */
export function KeyFields({ viewer, kind, apiKey }: KeyFieldsProps) {
  const t = translator(viewer.locale, "settings");
  return (
    <>
      <FormTextField
        name="name"
        label={t("keys.name")}
        hint={t("keys.nameHint")}
        attributes={{ required: true, maxLength: 100, autoComplete: "off", defaultValue: apiKey?.name }}
      />
      {kind !== "publishable" && (
        <FormTextArea
          name="addresses"
          label={t("keys.addresses")}
          hint={t("keys.addressesHint")}
          attributes={{ rows: 3, defaultValue: apiKey?.allowedAddresses?.join("\n") }}
        />
      )}
      {kind === "restricted" && <ScopeFields viewer={viewer} given={apiKey?.permissions ?? []} />}
    </>
  );
}

/** One choice for each kind of object the API has; to write is to read too. */
function ScopeFields({ viewer, given }: { viewer: Viewer; given: readonly string[] }) {
  const t = translator(viewer.locale, "settings");
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{t("keys.permissions")}</legend>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {offeredKinds.map(({ object, levels }) => (
          <FormSelectField
            key={object}
            name={`${scopePrefix}${object}`}
            label={object}
            defaultValue={levels.findLast((level) => given.includes(scopeOf(object, level))) ?? "none"}
            options={(["none", ...levels] satisfies ("none" | Level)[]).map((value) => ({
              value,
              label: t(`keys.levels.${value}`),
            }))}
          />
        ))}
      </div>
    </fieldset>
  );
}
