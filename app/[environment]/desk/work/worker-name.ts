import type { Viewer } from "#lib/auth/viewer";
import type { Worker } from "#lib/desk/agents-work";
import { translator } from "#lib/i18n/translator";

/** A colleague or a key by name; the business's machines by theirs. */
export function workerName({ locale }: Pick<Viewer, "locale">, { name }: Worker): string {
  return name ?? translator(locale, "desk")("machines");
}
