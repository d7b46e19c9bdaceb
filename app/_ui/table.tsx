import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  label: string;
  /** Instead of the label in the heading. */
  heading?: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "end";
  tone?: "quiet";
  /** Where its heading leads to order the rows by it, and how they are ordered by it now. */
  sort?: { href: string; now?: "ascending" | "descending" };
  /** Its heading is only for those who cannot see the table. */
  isLabelHidden?: true;
  /**
   * Its place on a phone, where a row is a card: title and state above, detail and moment below, "none" left out.
   * A row is selected at its beginning, "select", and what is done with it stands at its end, "menu". Without a place it becomes a line of its own, with its label.
   */
  card?: "title" | "state" | "detail" | "moment" | "select" | "menu" | "none";
};

type TableProps<Row> = {
  /** What the table lists, for those who cannot see it. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Makes the whole row a link, carried by the `title` column (else the first). */
  rowHref?: (row: Row) => string | undefined;
};

/** Rows under headings; cards on a phone. */
export function Table<Row>({ caption, columns, rows, rowKey, rowHref }: TableProps<Row>) {
  const link = columns.find(({ card }) => card === "title") ?? columns[0];
  return (
    <table className="ui-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell
                key={column.key}
                column={column}
                row={row}
                href={column === link ? rowHref?.(row) : undefined}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading<Row>({ column }: { column: Column<Row> }) {
  const { label, heading, align, sort, card, isLabelHidden } = column;
  return (
    <th scope="col" data-align={align} data-card={card} aria-sort={sort?.now}>
      {isLabelHidden && <span className="sr-only">{label}</span>}
      {sort && (
        <a className="ui-sort" href={sort.href} data-now={sort.now}>
          {label}
        </a>
      )}
      {heading}
      {!isLabelHidden && !sort && !heading && label}
    </th>
  );
}

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href?: string }) {
  const content = column.cell(row);
  const isEmpty = content === null || content === undefined || content === false || content === "";
  return (
    <td
      data-align={column.align}
      data-tone={column.tone}
      data-card={column.card}
      data-empty={isEmpty ? "" : undefined}
    >
      {!column.card && <span className="ui-table-label">{column.label}</span>}
      {href ? (
        <a className="ui-row-link" href={href}>
          {content}
        </a>
      ) : (
        content
      )}
    </td>
  );
}
