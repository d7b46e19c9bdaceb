import { allRoles, type Role, whyNotAssignable } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { mayGrant } from "#lib/team/grants";
import type { Option } from "../../../_ui/choice-field";

type Explained = Exclude<
  Role,
  "cardholder" | "connect_risk_analyst" | "issuing_support_agent" | "opal_view_only" | "support_only"
>;

/** Whether it is published what a role may do. */
export function isExplained(role: Role): role is Explained {
  return whyNotAssignable(role) !== "unpublished";
}

/** The roles to choose from; those the viewer may not give stand there too, unless held already, and say why. */
export function roleOptions(viewer: Viewer, held: readonly string[] = []): Option[] {
  const t = translator(viewer.locale, "roles");
  const team = translator(viewer.locale, "team");
  return allRoles
    .filter(isExplained)
    .filter((role) => whyNotAssignable(role) === null)
    .map((role) => {
      const closed = !mayGrant(viewer, role) && !held.includes(role);
      const hint = closed ? `${t(`explained.${role}`)} ${team("notYours")}` : t(`explained.${role}`);
      return { value: role, label: t(`name.${role}`), hint, disabled: closed };
    });
}
