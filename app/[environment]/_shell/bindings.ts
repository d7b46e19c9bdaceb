import type { Viewer } from "#lib/auth/viewer";
import { placesFor } from "#lib/pages/destinations";
import { keysOf } from "#lib/pages/keyboard";
import { paths } from "#lib/paths";
import type { KeyBindings } from "../../_ui/key-bindings";

/** What keys do for this person: where they lead, unless they were turned off. */
export async function keyBindings(viewer: Viewer): Promise<KeyBindings> {
  const goTo = placesFor(viewer).flatMap(({ keys, href }) => {
    const [first, second] = keys?.split(" ") ?? [];
    return first === "g" && second ? [[second, href] as const] : [];
  });
  return {
    state: await keysOf(viewer),
    goTo: Object.fromEntries(goTo),
    keyboard: paths.keyboard(viewer),
    commands: paths.commands(viewer),
  };
}
