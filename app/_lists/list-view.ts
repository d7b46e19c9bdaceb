import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import type { ListSource, Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import type { IconName } from "../_ui/icon-names";
import type { Column } from "../_ui/table";
import type { FilterProps } from "./filter-form";

/** A column that people may show, hide and move. */
export type ListColumn<Row> = Omit<Column<Row>, "sort"> & {
  /** Hidden until somebody chooses it. */
  extra?: true;
  /** Two of the list's orders: the one that its heading asks for first, and the other way round. */
  sorts?: readonly [first: string, second: string];
};

/** Something that can be done with a row: a page that asks for the rest. */
export type RowAct = { href: string; label: string; icon: IconName };

/** A list as people see it: all that differs from one list to another. */
export type ListView<Row extends Listed, Query extends Sorted> = {
  source: ListSource<Row, Query>;
  /** What the table lists, for those who cannot see it. */
  caption(viewer: Viewer): string;
  /** How many rows are on this page, in words. */
  shown(viewer: Viewer, count: number): string;
  /** Those that the viewer may see, in their usual order. */
  columns(viewer: Viewer): ListColumn<Row>[];
  href(viewer: Viewer, row: Row): string;
  /** What this viewer may do with this row now. */
  menu?(viewer: Viewer, row: Row): RowAct[];
  /** The chips, each a `FilterForm`. */
  filters(props: FilterProps<Query>, rows: Row[]): ReactNode | Promise<ReactNode>;
  /** Before there is anything to list. */
  empty(viewer: Viewer): ReactNode;
};
