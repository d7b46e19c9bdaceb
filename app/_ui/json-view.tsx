import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|true|false|null)/g;

/** An object as JSON, indented; its keys, texts and figures told apart. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  return <CodeView label={label}>{painted(JSON.stringify(value, null, 2) ?? "")}</CodeView>;
}

type CodeViewProps = {
  children: ReactNode;
  label: string;
  /** `wrap`: long lines go on below, as those of a mail; else they scroll. */
  lines?: "wrap";
};

/** Text as it is, scrolling inside its own box. */
export function CodeView({ children, label, lines }: CodeViewProps) {
  return (
    <pre className="ui-code" data-lines={lines} tabIndex={0} role="region" aria-label={label}>
      <code>{children}</code>
    </pre>
  );
}

type CopyableJsonProps = { value: unknown; label: string; copy: string; copied: string };

/** An object as JSON with a button that copies all of it, where scripts run. */
export function CopyableJson({ value, label, copy, copied }: CopyableJsonProps) {
  return (
    <div className="ui-copyable-code">
      <JsonView value={value} label={label} />
      <CopyButton value={JSON.stringify(value, null, 2)} copy={copy} copied={copied} />
    </div>
  );
}

type CopyableCodeProps = { text: string; label: string; copy: string; copied: string };

/** The same with a button that copies all of it, where scripts run. */
export function CopyableCode({ text, label, copy, copied }: CopyableCodeProps) {
  return (
    <div className="ui-copyable-code">
      <CodeView label={label}>{text}</CodeView>
      <CopyButton value={text} copy={copy} copied={copied} />
    </div>
  );
}

function painted(json: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of json.matchAll(token)) {
    const [whole, text, colon] = match;
    const kind = colon ? "key" : text ? "string" : "number";
    const shown = text ?? whole;
    parts.push(
      json.slice(end, match.index),
      <span key={match.index} data-kind={kind}>
        {shown}
      </span>,
    );
    end = match.index + shown.length;
  }
  return [...parts, json.slice(end)];
}
