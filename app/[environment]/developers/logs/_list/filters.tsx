import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { requestMethods, statusClasses } from "#lib/request-log/list-requests";
import { requestQueryParams } from "#lib/request-log/request-query";
import { RadioField } from "../../../../_ui/choice-field";
import { ChipLink, FilterChips } from "../../../../_ui/filter-chip";
import { DateFilter } from "./date-filter";
import type { FilterProps } from "./filter-form";
import { FilterForm } from "./filter-form";
import { TextFilter } from "./text-filter";

/** The filters of the log, each of which keeps the others. */
export function Filters({ viewer, query }: FilterProps) {
  const t = translator(viewer.locale, "logs");
  const isFiltering = requestQueryParams(query).size > 0;
  return (
    <FilterChips>
      <DateFilter viewer={viewer} query={query} />
      <StatusFilter viewer={viewer} query={query} />
      <MethodFilter viewer={viewer} query={query} />
      <TextFilter
        viewer={viewer}
        query={query}
        name="path"
        label={t("path")}
        hint={t("filter.pathHint")}
        example="/v1/refunds"
      />
      <TextFilter viewer={viewer} query={query} name="id" label={t("id")} hint={t("filter.idHint")} />
      {isFiltering && <ChipLink href={paths.requestLogs(viewer)}>{t("filter.clear")}</ChipLink>}
    </FilterChips>
  );
}

function StatusFilter({ viewer, query }: FilterProps) {
  const t = translator(viewer.locale, "logs");
  return (
    <FilterForm
      viewer={viewer}
      query={query}
      label={t("status")}
      value={query.status && t(`class.${query.status}`)}
      without={{ status: null }}
    >
      <RadioField
        name="status"
        label={t("status")}
        options={statusClasses.map((value) => ({ value, label: t(`class.${value}`) }))}
        defaultValue={query.status ?? undefined}
      />
    </FilterForm>
  );
}

function MethodFilter({ viewer, query }: FilterProps) {
  const t = translator(viewer.locale, "logs");
  return (
    <FilterForm
      viewer={viewer}
      query={query}
      label={t("method")}
      value={query.method}
      without={{ method: null }}
    >
      <RadioField
        name="method"
        label={t("method")}
        options={requestMethods.map((value) => ({ value, label: value }))}
        defaultValue={query.method ?? undefined}
      />
    </FilterForm>
  );
}
