import type { Viewer } from "#lib/auth/viewer";
import { forbidden } from "#lib/errors";
import { scopeOf } from "#lib/keys/scopes";

/** Whether a viewer sees objects of this kind: a key restricted to others does not. */
export function sees({ kinds }: Viewer, object: string): boolean {
  return kinds?.has(object) ?? true;
}

/** Throws where a key is restricted to other kinds of objects. */
export function assertSees(viewer: Viewer, object: string): void {
  if (!sees(viewer, object)) throw forbidden(scopeOf(object, "read"));
}
