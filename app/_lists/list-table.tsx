import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { Menu, MenuLink } from "../_ui/menu";
import { type Column, Table } from "../_ui/table";
import { bulkActs } from "./bulk-acts";
import { addressOf } from "./list-place";
import type { ListColumn, ListView } from "./list-view";
import type { OpenList } from "./open-list";
import { SelectPage } from "./select-page";
import { selectionFormId } from "./selection-form-id";

type ListTableProps<Row extends Listed, Query extends Sorted> = { list: OpenList<Row, Query> };

/** The rows, in the columns that the viewer chose, each with its menu. */
export function ListTable<Row extends Listed, Query extends Sorted>({ list }: ListTableProps<Row, Query>) {
  const { view, viewer, page } = list;
  const columns = shownColumns(view.columns(viewer), list.columns).map((column) => toColumn(list, column));
  return (
    <Table
      caption={view.caption(viewer)}
      columns={[...selectColumn(list), ...columns, ...menuColumn(viewer, view)]}
      rows={page.rows}
      rowKey={({ id }) => id}
      rowHref={(row) => view.href(viewer, row)}
    />
  );
}

/** Those of the columns that are chosen, in their order; without a choice the usual ones. */
export function shownColumns<Row>(columns: ListColumn<Row>[], chosen: string[] | null): ListColumn<Row>[] {
  const wanted = (chosen ?? []).flatMap((key) => columns.filter((column) => column.key === key));
  return wanted.length > 0 ? wanted : columns.filter(({ extra }) => !extra);
}

/** A list's usual columns for a table that is shown elsewhere, in one order only. */
export function plainColumns<Row>(columns: ListColumn<Row>[]): Column<Row>[] {
  return columns.filter(({ extra }) => !extra).map(({ extra: _, sorts: __, ...column }) => column);
}

function toColumn<Row extends Listed, Query extends Sorted>(
  { place, query }: OpenList<Row, Query>,
  { sorts, extra: _, ...column }: ListColumn<Row>,
): Column<Row> {
  if (!sorts) return column;
  const [first, second] = sorts;
  const now = sorts.find((sort) => sort === query.sort);
  const href = addressOf(place, { ...query, sort: now === first ? second : first });
  return { ...column, sort: { href, now: now === undefined ? undefined : orderOf(now) } };
}

function selectColumn<Row extends Listed, Query extends Sorted>({
  view,
  viewer,
  selection,
}: OpenList<Row, Query>): Column<Row>[] {
  if (bulkActs(viewer, view.source.name).length === 0) return [];
  const t = translator(viewer.locale, "lists");
  const label = t("selection.row");
  const kept = selection?.ids ?? [];
  return [
    {
      key: "select",
      label,
      card: "select",
      heading: <SelectPage label={t("selection.page")} />,
      cell: ({ id }) => (
        <label className="ui-row-check">
          <input
            type="checkbox"
            form={selectionFormId}
            name="id"
            value={id}
            aria-label={`${label} ${id}`}
            defaultChecked={kept.includes(id)}
          />
        </label>
      ),
    },
  ];
}

const downwards: ReadonlySet<string> = new Set([
  "newest",
  "largest",
  "payments_most",
  "paid_lately",
  "name_down",
]);

/** The way in which the values of a column go. */
function orderOf(sort: string): "ascending" | "descending" {
  return downwards.has(sort) ? "descending" : "ascending";
}

function menuColumn<Row extends Listed, Query extends Sorted>(
  viewer: Viewer,
  { menu }: ListView<Row, Query>,
): Column<Row>[] {
  if (!menu) return [];
  const label = translator(viewer.locale, "lists")("rowMenu");
  const cell = (row: Row) => {
    const acts = menu(viewer, row);
    if (acts.length === 0) return null;
    return (
      <Menu opener={{ icon: "ellipsis", label }}>
        {acts.map((act) => (
          <MenuLink key={act.href} href={act.href} icon={act.icon}>
            {act.label}
          </MenuLink>
        ))}
      </Menu>
    );
  };
  return [{ key: "menu", label, isLabelHidden: true, card: "menu", align: "end", cell }];
}
