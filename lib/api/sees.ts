import type { Viewer } from "#lib/auth/viewer";
import { forbidden, revive } from "#lib/errors";
import { scopeOf } from "#lib/keys/scopes";

/** Of what another object names, all that a browser is shown: what its payer pays with. */
const shownToBrowsers = "payment_method";

/** Whether a viewer sees objects of this kind: a key restricted to others does not. */
export function sees({ kinds }: Viewer, object: string): boolean {
  return kinds?.has(object) ?? true;
}

/** Throws where a viewer is not shown an object of this kind in the place of its id; `object` null: of no one kind. */
export function assertShown(viewer: Viewer, object: string | null): void {
  if (viewer.publishable && object !== shownToBrowsers) throw secretKeyRequired();
  if (object !== null) assertSees(viewer, object);
}

/** 403: a browser's key. */
export function secretKeyRequired() {
  return revive(
    { status: 403, type: "invalid_request_error", code: "secret_key_required" },
    "This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of " +
      "your API keys in the settings of your dashboard.",
  );
}

/** Throws where a key is restricted to other kinds of objects. */
export function assertSees(viewer: Viewer, object: string): void {
  if (!sees(viewer, object)) throw forbidden(scopeOf(object, "read"));
}
