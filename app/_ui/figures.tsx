import type { ReactNode } from "react";

export type Figure = {
  key: string;
  label: string;
  value: ReactNode;
  note?: ReactNode;
  tone?: "good" | "hurt";
};

/** A few large figures side by side. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <div className="ui-figures">
      {figures.map(({ key, label, value, note, tone }) => (
        <dl className="ui-figure" key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {note && (
            <dd className="ui-figure-note" data-tone={tone}>
              {note}
            </dd>
          )}
        </dl>
      ))}
    </div>
  );
}
