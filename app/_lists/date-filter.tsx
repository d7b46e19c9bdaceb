import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { type Days, periods } from "#lib/lists/days";
import { MenuLink } from "../_ui/menu";
import { TextField } from "../_ui/text-field";
import { FilterForm, type FilterProps } from "./filter-form";
import { addressOf } from "./list-place";

const anyDay: Days = { period: null, from: null, to: null };

/** When it was made: a period that moves with the calendar, or days. */
export function DateFilter<Query extends Days>({ viewer, place, query }: FilterProps<Query>) {
  const t = translator(viewer.locale, "lists");
  return (
    <FilterForm
      viewer={viewer}
      place={place}
      label={t("filter.date")}
      value={daysInWords({ viewer, query })}
      others={{ ...query, ...anyDay }}
      choices={
        <nav className="-mx-2.5" aria-label={t("filter.periods")}>
          {periods.map((period) => (
            <MenuLink
              key={period}
              href={addressOf(place, { ...query, ...anyDay, period })}
              current={query.period === period}
            >
              {t(`period.${period}`)}
            </MenuLink>
          ))}
        </nav>
      }
    >
      <DayField name="from" label={t("filter.from")} day={query.from} />
      <DayField name="to" label={t("filter.to")} day={query.to} />
    </FilterForm>
  );
}

function DayField({ name, label, day }: { name: string; label: string; day: string | null }) {
  return (
    <TextField name={name} label={label} attributes={{ type: "date", defaultValue: day ?? undefined }} />
  );
}

function daysInWords({ viewer, query }: Pick<FilterProps<Days>, "viewer" | "query">): string | null {
  const t = translator(viewer.locale, "lists");
  const { period, from, to } = query;
  if (period) return t(`period.${period}`);
  const view = { locale: viewer.locale, timeZone: "UTC", now: viewer.now() };
  const inWords = (day: string) => formatDate(Date.parse(`${day}T12:00:00Z`), view);
  if (from && from === to) return inWords(from);
  if (from && to) return t("filter.between", { from: inWords(from), to: inWords(to) });
  if (from) return t("filter.dayFrom", { day: inWords(from) });
  return to && t("filter.dayTo", { day: inWords(to) });
}
