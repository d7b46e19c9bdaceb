import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { InvitationState } from "#lib/team/invitations";
import { Status } from "../../../_ui/status";

/** Whether an invitation can still be accepted. */
export function InvitationStatus({ state, locale }: { state: InvitationState; locale: Locale }) {
  return (
    <Status tone={state === "open" ? "wait" : "plain"} mark={state === "open" ? "ring" : "filled"}>
      {translator(locale, "team")(`invitationState.${state}`)}
    </Status>
  );
}
