import { actionGroups } from "#lib/audit/actions";
import type { Viewer } from "#lib/auth/viewer";
import { startOfDay } from "#lib/calendar";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Button } from "../../../_ui/button";
import { SelectField } from "../../../_ui/choice-field";
import { ChipLink, FilterChip, FilterChips } from "../../../_ui/filter-chip";
import { TextField } from "../../../_ui/text-field";
import type { TypedChoice } from "./history-choice";

type FiltersProps = { viewer: Viewer; choice: TypedChoice };

/** By what the history can be narrowed. */
export function HistoryFilters({ viewer, choice }: FiltersProps) {
  const t = translator(viewer.locale, "history");
  const common = translator(viewer.locale, "common");
  const here = paths.securityHistory(viewer);
  const submit = <Button tone="primary">{common("apply")}</Button>;
  return (
    <FilterChips>
      <FilterChip label={t("kind")} value={choice.group ? t(`group.${choice.group}`) : null}>
        <form className="grid gap-3" action={here}>
          <Kept choice={choice} without={["group"]} />
          <SelectField
            name="group"
            label={t("kind")}
            placeholder={t("anyKind")}
            defaultValue={choice.group}
            options={actionGroups.map((value) => ({ value, label: t(`group.${value}`) }))}
          />
          {submit}
        </form>
      </FilterChip>
      <FilterChip label={t("who")} value={choice.q}>
        <form className="grid gap-3" action={here}>
          <Kept choice={choice} without={["q"]} />
          <TextField
            name="q"
            label={t("who")}
            hint={t("whoHint")}
            attributes={{ defaultValue: choice.q, autoComplete: "off", maxLength: 100 }}
          />
          {submit}
        </form>
      </FilterChip>
      <FilterChip label={t("at")} value={daysInWords(viewer, choice)}>
        <form className="grid gap-3" action={here}>
          <Kept choice={choice} without={["from", "until"]} />
          <TextField name="from" label={t("from")} attributes={{ type: "date", defaultValue: choice.from }} />
          <TextField
            name="until"
            label={t("until")}
            attributes={{ type: "date", defaultValue: choice.until }}
          />
          {submit}
        </form>
      </FilterChip>
      {Object.values(choice).some(Boolean) && <ChipLink href={here}>{common("clear")}</ChipLink>}
    </FilterChips>
  );
}

/** The other filters stay when one is changed. */
function Kept({ choice, without }: { choice: TypedChoice; without: (keyof TypedChoice)[] }) {
  const names = (["group", "q", "from", "until"] as const).filter((name) => !without.includes(name));
  return names.map(
    (name) => choice[name] && <input key={name} type="hidden" name={name} value={choice[name]} />,
  );
}

function daysInWords({ locale, timeZone }: Viewer, { from, until }: TypedChoice): string | null {
  const t = translator(locale, "lists");
  const day = (text: string) => formatDate(startOfDay(text, timeZone), { locale, timeZone });
  if (from && until) return t("filter.between", { from: day(from), to: day(until) });
  if (from) return t("filter.dayFrom", { day: day(from) });
  return until ? t("filter.dayTo", { day: day(until) }) : null;
}
