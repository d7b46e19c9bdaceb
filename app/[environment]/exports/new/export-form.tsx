import { timeZones } from "#lib/accounts/time-zones";
import type { Viewer } from "#lib/auth/viewer";
import { exportFormats } from "#lib/exports/choices";
import type { DatasetName } from "#lib/exports/datasets/all";
import { translator } from "#lib/i18n/translator";
import { fromWords } from "#lib/lists/words";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { FormCheckboxesField, FormRadioField, FormSelectField, FormTextField } from "../../../_forms/fields";
import { FormEnd } from "../../../_forms/form-end";
import { Disclosure } from "../../../_ui/disclosure";
import { order } from "../actions";
import { FiltersOf } from "../filters-of";
import { formatWords } from "../words";

type ExportFormProps = {
  viewer: Viewer;
  of: DatasetName;
  /** What the list is filtered to; empty: nothing. */
  words: string;
  /** Rows chosen one by one: the selection and how many; null: none were. */
  selected: { id: string; count: number } | null;
  columns: string[];
  chosen: string[];
  /** Whether the person chose other columns than the usual ones the last time. */
  remembered: boolean;
  /** Names of facts among the metadata. */
  names: string[];
  chosenNames: string[];
  formKey: string;
};

export function ExportForm({ formKey, ...props }: ExportFormProps) {
  const { viewer, of, words, selected } = props;
  const t = translator(viewer.locale, "exports");
  return (
    <ActionForm
      action={order}
      formKey={formKey}
      labels={{ columns: t("columns"), from: t("from"), to: t("to") }}
    >
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="words" value={words} />
      {selected && (
        <>
          <input type="hidden" name="selection" value={selected.id} />
          <p>{t("selected", { count: selected.count })}</p>
        </>
      )}
      {words !== "" && (
        <>
          <FormRadioField
            name="scope"
            label={t("scope")}
            defaultValue="list"
            options={(["list", "everything"] as const).map((value) => ({
              value,
              label: t(`scopes.${value}`),
            }))}
          />
          <FiltersOf viewer={viewer} dataset={of} address={fromWords(words)} />
        </>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <FormTextField name="from" label={t("from")} attributes={{ type: "date" }} />
        <FormTextField name="to" label={t("to")} attributes={{ type: "date" }} />
      </div>
      <ColumnFields {...props} />
      <FormSelectField
        name="time_zone"
        label={t("timeZone")}
        hint={t("timeZoneHint")}
        defaultValue={viewer.environment.timeZone}
        options={timeZones().map((zone) => ({ value: zone, label: zone }))}
      />
      <FormRadioField
        name="format"
        label={t("format")}
        defaultValue="csv"
        options={exportFormats.map((value) => ({ value, label: formatWords(viewer, value) }))}
      />
      <FormEnd locale={viewer.locale} submit={t("submit")} back={paths.exports(viewer)} />
    </ActionForm>
  );
}

type ColumnFieldsProps = Omit<ExportFormProps, "formKey" | "words" | "of" | "selected">;

function ColumnFields({ viewer, columns, chosen, remembered, names, chosenNames }: ColumnFieldsProps) {
  const t = translator(viewer.locale, "exports");
  const option = (value: string) => ({ value, label: value });
  return (
    <>
      <FormRadioField
        name="which"
        label={t("columns")}
        defaultValue={remembered ? "chosen" : "usual"}
        options={(["usual", "all", "chosen"] as const).map((value) => ({
          value,
          label: t(`which.${value}`),
        }))}
      />
      <Disclosure summary={t("choose")}>
        <FormCheckboxesField
          name="columns"
          label={t("chosen")}
          defaultValues={chosen}
          options={columns.map(option)}
        />
      </Disclosure>
      {names.length > 0 && (
        <Disclosure summary={t("metadata")}>
          <FormCheckboxesField
            name="metadata"
            label={t("metadataHint")}
            defaultValues={chosenNames}
            options={names.map(option)}
          />
        </Disclosure>
      )}
    </>
  );
}
