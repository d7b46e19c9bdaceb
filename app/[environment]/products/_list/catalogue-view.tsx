import type { ReactNode } from "react";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { ListSource, Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import type { Text } from "#lib/lists/filters/text-filter";
import type { Days } from "#lib/lists/days";
import { DateFilter } from "../../../_lists/date-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListColumn, ListView } from "../../../_lists/list-view";
import { TextFilter } from "../../../_lists/text-filter";
import { ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";

type Place = (viewer: Viewer, id: string) => string;

interface CatalogueView<Row extends Listed, Query extends Sorted> {
  source: ListSource<Row, Query>;
  /** Under which its words stand in the catalogue of messages. */
  words: "coupons" | "features" | "shippingRates" | "taxRates";
  columns(viewer: Viewer): ListColumn<Row>[];
  one: Place;
  edit: Place;
  add(viewer: Viewer): string;
  /** The chips of its own, behind those that every list of the catalogue has. */
  filters?(props: FilterProps<Query>): ReactNode;
}

/** One list of the catalogue as people see it: those of coupons, features and rates are of one shape. */
export function catalogueView<Row extends Listed, Query extends Sorted & Text & Days>({
  source,
  words,
  columns,
  one,
  edit,
  add,
  filters,
}: CatalogueView<Row, Query>): ListView<Row, Query> {
  return {
    source,
    caption: ({ locale }) => translator(locale, "products")(`list.${words}`),
    shown: ({ locale }, count) => translator(locale, "products")(`of.${words}.shown`, { count }),
    columns: (viewer) => [...columns(viewer), ...createdColumns(viewer)],
    href: (viewer, { id }) => one(viewer, id),
    menu: (viewer, { id }) =>
      may(viewer, "products:write")
        ? [{ href: edit(viewer, id), label: translator(viewer.locale, "products")("edit"), icon: "pencil" }]
        : [],
    filters: (props) => (
      <>
        <NameFilter {...props} />
        <DateFilter {...props} />
        {filters?.(props)}
      </>
    ),
    empty(viewer) {
      const t = translator(viewer.locale, "products");
      return (
        <EmptyState
          title={t(`of.${words}.emptyTitle`)}
          action={<AddLink viewer={viewer} words={words} href={add(viewer)} />}
        >
          {t(`of.${words}.empty`)}
        </EmptyState>
      );
    },
  };
}

/** Where something is added to the list, for those who may. */
export function AddLink({
  viewer,
  words,
  href,
}: {
  viewer: Viewer;
  words: CatalogueView<Listed, Sorted>["words"];
  href: string;
}) {
  if (!may(viewer, "products:write")) return null;
  return (
    <ButtonLink href={href} tone="primary" shortcut="n">
      {translator(viewer.locale, "products")(`of.${words}.add`)}
    </ButtonLink>
  );
}

/** What an object of the catalogue is called. */
export function NameFilter<Query extends Text>({ viewer, place, query }: FilterProps<Query>) {
  const t = translator(viewer.locale, "products");
  return (
    <TextFilter
      {...{ viewer, place }}
      name="q"
      label={t("name")}
      hint={t("textHint")}
      value={query.text}
      others={{ ...query, text: null }}
    />
  );
}

function createdColumns<Row extends Listed>(viewer: Viewer): ListColumn<Row>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "products");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    { key: "id", label: t("id"), card: "none", extra: true, cell: ({ id }) => <code>{id}</code> },
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}
