import type { Viewer } from "#lib/auth/viewer";
import { lastDay, type OverviewQuery } from "#lib/figures/overview-query";
import { comparisons, periodNames, stepsFor } from "#lib/figures/period";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { addressOf, type ListPlace } from "../../_lists/list-place";
import { Button } from "../../_ui/button";
import { FilterChip, FilterChips } from "../../_ui/filter-chip";
import { MenuLink } from "../../_ui/menu";
import { TextField } from "../../_ui/text-field";

type PickerProps = { viewer: Viewer; place: ListPlace<OverviewQuery>; query: OverviewQuery };

/** Which days are looked at, in which steps, and what they are compared with. */
export function PeriodPicker({ viewer, place, query }: PickerProps) {
  const t = translator(viewer.locale, "home");
  const to = (changed: Partial<OverviewQuery>) => addressOf(place, { ...query, ...changed });
  return (
    <FilterChips>
      <DaysChip viewer={viewer} place={place} query={query} />
      <FilterChip label={t("step")} value={t(`steps.${query.step}`)}>
        <nav className="-mx-2.5" aria-label={t("step")}>
          {stepsFor(query.period).map((step) => (
            <MenuLink key={step} href={to({ step })} current={query.step === step}>
              {t(`steps.${step}`)}
            </MenuLink>
          ))}
        </nav>
      </FilterChip>
      <FilterChip label={t("comparison")} value={t(`comparisons.${query.comparison}`)}>
        <nav className="-mx-2.5" aria-label={t("comparison")}>
          {comparisons.map((comparison) => (
            <MenuLink key={comparison} href={to({ comparison })} current={query.comparison === comparison}>
              {t(`comparisons.${comparison}`)}
            </MenuLink>
          ))}
        </nav>
      </FilterChip>
    </FilterChips>
  );
}

/** Which days alone, where nothing is drawn of them. */
export function DaysPicker(props: PickerProps) {
  return (
    <FilterChips>
      <DaysChip {...props} />
    </FilterChips>
  );
}

function DaysChip({ viewer, place, query }: PickerProps) {
  const t = translator(viewer.locale, "home");
  return (
    <FilterChip label={t("period")} value={periodInWords(viewer, query)}>
      <nav className="-mx-2.5" aria-label={t("period")}>
        {periodNames
          .filter((name) => name !== "custom")
          .map((name) => (
            <MenuLink key={name} href={namedAddress(place.path, name, query)} current={query.name === name}>
              {t(`periods.${name}`)}
            </MenuLink>
          ))}
      </nav>
      <OtherDays viewer={viewer} place={place} query={query} />
    </FilterChip>
  );
}

function OtherDays({ viewer, place, query }: PickerProps) {
  const t = translator(viewer.locale, "home");
  const { period, comparison } = query;
  return (
    <form className="ui-form" action={place.path}>
      <input type="hidden" name="period" value="custom" />
      {comparison !== "previous" && <input type="hidden" name="compare" value={comparison} />}
      <TextField
        name="from"
        label={t("from")}
        attributes={{ type: "date", defaultValue: period.from, required: true }}
      />
      <TextField
        name="to"
        label={t("to")}
        attributes={{ type: "date", defaultValue: lastDay(period), required: true }}
      />
      <Button>{t("show")}</Button>
    </form>
  );
}

/** Each period begins in the steps that it is usually shown in. */
function namedAddress(path: string, name: OverviewQuery["name"], { comparison }: OverviewQuery): string {
  const params = new URLSearchParams({ period: name });
  if (comparison !== "previous") params.set("compare", comparison);
  return `${path}?${params}`;
}

/** "Last 4 weeks", or "3 May – 9 Jun 2026". */
export function periodInWords({ locale, now }: Viewer, query: OverviewQuery): string {
  const t = translator(locale, "home");
  if (query.name !== "custom") return t(`periods.${query.name}`);
  const day = (text: string) =>
    formatDate(Date.parse(`${text}T12:00:00Z`), { locale, timeZone: "UTC", now: now() });
  return t("days", { from: day(query.period.from), to: day(lastDay(query.period)) });
}
