import { Notice } from "./notice";

/** Said where scripts do not run, of what a browser can only do with them. */
export function NeedsScript({ text }: { text: string }) {
  return (
    <noscript>
      <Notice tone="wait">{text}</Notice>
    </noscript>
  );
}
