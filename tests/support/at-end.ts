import { afterAll } from "vitest";

const ends: (() => unknown)[] = [];

// Where the file is loaded, not where `atEnd` is called: a hook added inside another hook is never run.
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

/** Has something done when the test file ends, the last asked for first. */
export function atEnd(end: () => unknown): void {
  ends.push(end);
}
