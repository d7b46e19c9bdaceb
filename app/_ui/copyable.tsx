import { CopyButton } from "./copy-button";

type CopyableProps = {
  value: string;
  /** What the button says before and after: "Copy", "Copied". */
  copy: string;
  copied: string;
};

/** An id or a key: one click selects it whole, the button copies it where scripts run. */
export function Copyable({ value, copy, copied }: CopyableProps) {
  return (
    <span className="ui-copyable">
      <code>{value}</code>
      <CopyButton value={value} copy={copy} copied={copied} />
    </span>
  );
}
