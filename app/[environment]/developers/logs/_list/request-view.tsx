import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type ListedRequest, requestMethods, statusClasses } from "#lib/request-log/list-requests";
import { requestList, type RequestQuery } from "#lib/request-log/request-list";
import { DateFilter } from "../../../../_lists/date-filter";
import type { FilterProps } from "../../../../_lists/filter-form";
import type { ListView } from "../../../../_lists/list-view";
import { RadioFilter } from "../../../../_lists/radio-filter";
import { TextFilter } from "../../../../_lists/text-filter";
import { ButtonLink } from "../../../../_ui/button";
import { EmptyState } from "../../../../_ui/empty-state";
import { requestColumns } from "./request-columns";

/** Calls of the API as people see them. */
export const requestView: ListView<ListedRequest, RequestQuery> = {
  source: requestList,
  caption: ({ locale }) => translator(locale, "logs")("caption"),
  shown: ({ locale }, count) => translator(locale, "logs")("shown", { count }),
  columns: requestColumns,
  href: (viewer, { id }) => paths.requestLog(viewer, id),
  filters: (props) => <RequestFilters {...props} />,
  empty(viewer) {
    const t = translator(viewer.locale, "logs");
    const keys = may(viewer, "keys:write") && (
      <ButtonLink href={paths.keys(viewer)} tone="primary">
        {t("emptyKeys")}
      </ButtonLink>
    );
    return (
      <EmptyState title={t("emptyTitle")} action={keys}>
        {t("empty")}
      </EmptyState>
    );
  },
};

function RequestFilters(filter: FilterProps<RequestQuery>) {
  const { viewer, place, query } = filter;
  const t = translator(viewer.locale, "logs");
  return (
    <>
      <DateFilter {...filter} />
      <RadioFilter
        {...{ viewer, place }}
        name="status"
        label={t("status")}
        options={statusClasses.map((value) => ({ value, label: t(`class.${value}`) }))}
        chosen={query.status}
        others={{ ...query, status: null }}
      />
      <RadioFilter
        {...{ viewer, place }}
        name="method"
        label={t("method")}
        options={requestMethods.map((value) => ({ value, label: value }))}
        chosen={query.method}
        others={{ ...query, method: null }}
      />
      <TypedFilters {...filter} />
    </>
  );
}

function TypedFilters({ viewer, place, query }: FilterProps<RequestQuery>) {
  const t = translator(viewer.locale, "logs");
  return (
    <>
      <TextFilter
        {...{ viewer, place }}
        name="path"
        label={t("path")}
        hint={t("filter.pathHint")}
        example="/v1/refunds"
        value={query.path}
        others={{ ...query, path: null }}
      />
      <TextFilter
        {...{ viewer, place }}
        name="error"
        label={t("error")}
        hint={t("filter.errorHint")}
        example="resource_missing"
        value={query.error}
        others={{ ...query, error: null }}
      />
      <TextFilter
        {...{ viewer, place }}
        name="object"
        label={t("object")}
        hint={t("filter.objectHint")}
        value={query.object}
        others={{ ...query, object: null }}
      />
      <TextFilter
        {...{ viewer, place }}
        name="key"
        label={t("key")}
        hint={t("filter.keyHint")}
        example="mk_…"
        value={query.key}
        others={{ ...query, key: null }}
      />
      <TextFilter
        {...{ viewer, place }}
        name="idempotency"
        label={t("idempotencyKey")}
        hint={t("filter.idempotencyHint")}
        value={query.idempotency}
        others={{ ...query, idempotency: null }}
      />
      <TextFilter
        {...{ viewer, place }}
        name="id"
        label={t("id")}
        hint={t("filter.idHint")}
        value={query.id}
        others={{ ...query, id: null }}
      />
    </>
  );
}
