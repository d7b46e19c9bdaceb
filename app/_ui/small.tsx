import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="ui-kbd">{children}</kbd>;
}

/** Keys to press one after the other: "g t". */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="ui-keys">
      {keys.split(" ").map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}

/** A word set apart: a kind, a count, an environment. Never a state: that is a `Status`. */
export function Badge({ children, tone }: { children: ReactNode; tone?: "wait" | "hurt" | "act" }) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {children}
    </span>
  );
}

/** Comptoir's mark. */
export function Logo() {
  return (
    <span className="ui-logo" aria-hidden="true">
      C
    </span>
  );
}

/** A person's initials in a ring. */
export function Avatar({ name }: { name: string }) {
  const initials = name.split(/\s+/, 2).map((word) => [...word][0]?.toLocaleUpperCase() ?? "");
  return (
    <span className="ui-avatar" aria-hidden="true">
      {initials.join("")}
    </span>
  );
}
