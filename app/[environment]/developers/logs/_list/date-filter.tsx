import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { periods } from "#lib/lists/days";
import { MenuLink } from "../../../../_ui/menu";
import { TextField } from "../../../../_ui/text-field";
import { FilterForm, type FilterProps } from "./filter-form";
import { logAddress } from "./log-address";

const anyDay = { period: null, from: null, to: null };

/** When calls were made: a period that moves with the calendar, or days. */
export function DateFilter({ viewer, query }: FilterProps) {
  const t = translator(viewer.locale, "logs");
  const words = translator(viewer.locale, "lists");
  return (
    <FilterForm
      viewer={viewer}
      query={query}
      label={t("filter.date")}
      value={daysInWords({ viewer, query })}
      without={anyDay}
      choices={
        <nav aria-label={t("filter.periods")}>
          {periods.map((period) => (
            <MenuLink
              key={period}
              href={logAddress(viewer, { ...query, ...anyDay, period })}
              current={query.period === period}
            >
              {words(`period.${period}`)}
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

function daysInWords({ viewer, query: { period, from, to } }: FilterProps): string | null {
  const t = translator(viewer.locale, "logs");
  if (period) return translator(viewer.locale, "lists")(`period.${period}`);
  const view = { locale: viewer.locale, timeZone: "UTC", now: viewer.now() };
  const inWords = (day: string) => formatDate(Date.parse(`${day}T12:00:00Z`), view);
  if (from && to)
    return from === to ? inWords(from) : t("filter.between", { from: inWords(from), to: inWords(to) });
  if (from) return t("filter.dayFrom", { day: inWords(from) });
  return to && t("filter.dayTo", { day: inWords(to) });
}
