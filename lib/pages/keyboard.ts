import { z } from "zod";
import type { Viewer } from "#lib/auth/viewer";
import { type Preference, readPreference, setPreference } from "#lib/people/preferences";

const keyboard: Preference<{ keys: "on" | "off" }> = {
  name: "keyboard",
  schema: z.object({ keys: z.enum(["on", "off"]) }),
  fallback: { keys: "on" },
};

/** Whether keys do something by themselves for this person. */
export async function keysOf(viewer: Viewer): Promise<"on" | "off"> {
  return (await readPreference(viewer, keyboard)).keys;
}

/** Turns the keys on, or off for who presses them by chance. */
export function turnKeys(viewer: Viewer, keys: "on" | "off"): Promise<void> {
  return setPreference(viewer, keyboard, { keys });
}
