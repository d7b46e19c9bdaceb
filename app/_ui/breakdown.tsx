import type { ReactNode } from "react";

export type BreakdownRow = {
  key: string;
  label: ReactNode;
  note?: ReactNode;
  amount: ReactNode;
  tone?: "quiet";
};

type BreakdownProps = {
  caption: string;
  rows: BreakdownRow[];
  /** What the rows come to, over a double rule. */
  total: { label: ReactNode; amount: ReactNode };
};

/** How an amount comes about, line by line, as in a ledger. */
export function Breakdown({ caption, rows, total }: BreakdownProps) {
  return (
    <table className="ui-breakdown">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {rows.map(({ key, label, note, amount, tone }) => (
          <tr key={key} data-tone={tone}>
            <th scope="row">
              {label} {note && <small>{note}</small>}
            </th>
            <td>{amount}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{total.label}</th>
          <td>{total.amount}</td>
        </tr>
      </tfoot>
    </table>
  );
}
