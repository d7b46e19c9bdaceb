export type StatusLook = {
  tone: "good" | "wait" | "hurt" | "plain";
  /** Filled is final; a ring waits, or has come back. */
  mark: "filled" | "ring";
};

/** A state: a word with a mark, never colour alone. */
export function Status({ tone, mark, children }: StatusLook & { children: string }) {
  return (
    <span className="ui-status" data-tone={tone} data-mark={mark}>
      {children}
    </span>
  );
}
