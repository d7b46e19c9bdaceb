import type { Viewer } from "#lib/auth/viewer";
import { startOfDay } from "#lib/calendar";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Button } from "../../../_ui/button";
import { ChipLink, FilterChip, FilterChips } from "../../../_ui/filter-chip";
import { TextField } from "../../../_ui/text-field";
import type { EventChoice } from "./event-filter";

type FiltersProps = { viewer: Viewer; choice: EventChoice };

/** By what the events can be narrowed. */
export function Filters({ viewer, choice }: FiltersProps) {
  const t = translator(viewer.locale, "events");
  const common = translator(viewer.locale, "common");
  const here = paths.events(viewer);
  const chosen = Object.values(choice).some(Boolean);
  return (
    <FilterChips>
      <FilterChip label={t("type")} value={choice.type}>
        <form className="grid gap-3" action={here}>
          <Kept choice={choice} without={["type"]} />
          <TextField name="type" label={t("type")} hint={t("typeHint")} attributes={text(choice.type)} />
          <Button tone="primary">{common("apply")}</Button>
        </form>
      </FilterChip>
      <FilterChip label={t("date")} value={daysInWords(viewer, choice)}>
        <form className="grid gap-3" action={here}>
          <Kept choice={choice} without={["from", "until"]} />
          <TextField name="from" label={t("from")} attributes={{ type: "date", defaultValue: choice.from }} />
          <TextField
            name="until"
            label={t("until")}
            attributes={{ type: "date", defaultValue: choice.until }}
          />
          <Button tone="primary">{common("apply")}</Button>
        </form>
      </FilterChip>
      <FilterChip label={t("object")} value={choice.object}>
        <form className="grid gap-3" action={here}>
          <Kept choice={choice} without={["object"]} />
          <TextField
            name="object"
            label={t("object")}
            hint={t("objectHint")}
            attributes={text(choice.object)}
          />
          <Button tone="primary">{common("apply")}</Button>
        </form>
      </FilterChip>
      {chosen && <ChipLink href={here}>{common("clear")}</ChipLink>}
    </FilterChips>
  );
}

function text(defaultValue: string | undefined) {
  return { defaultValue, autoComplete: "off", spellCheck: false, maxLength: 100 };
}

/** The other filters stay when one is changed. */
function Kept({ choice, without }: { choice: EventChoice; without: (keyof EventChoice)[] }) {
  const names = (["type", "object", "from", "until"] as const).filter((name) => !without.includes(name));
  return names.map(
    (name) => choice[name] && <input key={name} type="hidden" name={name} value={choice[name]} />,
  );
}

function daysInWords({ locale, timeZone }: Viewer, { from, until }: EventChoice): string | null {
  const t = translator(locale, "events");
  const day = (text: string) => formatDate(startOfDay(text, timeZone), { locale, timeZone });
  if (from && until) return t("between", { from: day(from), until: day(until) });
  if (from) return t("since", { from: day(from) });
  return until ? t("upTo", { until: day(until) }) : null;
}
