import { z } from "zod";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Preference, readPreference, setPreference } from "#lib/people/preferences";
import { setupGuide, type StepOfGuide } from "./setup-guide.ts";

export const guidePlaces = ["shown", "hidden"] as const;
export type GuidePlace = (typeof guidePlaces)[number];

const preference: Preference<{ home: GuidePlace }> = {
  name: "guide",
  schema: z.object({ home: z.enum(guidePlaces) }),
  fallback: { home: "shown" },
};

/** Whether the viewer wants Home to lead to the guide, while something is left to do. */
export async function guidePlaceOf(viewer: Viewer): Promise<GuidePlace> {
  return (await readPreference(viewer, preference)).home;
}

/** Has Home lead to the guide for this viewer, or no longer. */
export function placeGuide(viewer: Viewer, { home }: { home: GuidePlace }): Promise<void> {
  return setPreference(viewer, preference, { home });
}

/** The guide as Home tells of it: to who sets the account up, while something is left to do. Null otherwise. */
export async function guideForHome(viewer: Viewer): Promise<StepOfGuide[] | null> {
  if (!may(viewer, "account:write") || (await guidePlaceOf(viewer)) === "hidden") return null;
  const steps = await setupGuide(viewer);
  return steps.some(({ done }) => !done) ? steps : null;
}
