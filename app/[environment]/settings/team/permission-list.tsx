import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { explainStandings, type Standing } from "#lib/team/explain-roles";
import { DescriptionList } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";
import { standingName } from "./standing-name";

type PermissionListProps = { viewer: Viewer; standings: Standing[]; why?: "told" };

/** What these standings allow together here, by group; `why`: by which of them. */
export function PermissionList({ viewer, standings, why }: PermissionListProps) {
  const { locale } = viewer;
  const t = translator(locale, "permissions");
  return explainStandings(standings, viewer.environment.kind).map(({ group, permissions }) => {
    const held = permissions.filter(({ by }) => by.length > 0);
    if (held.length === 0) return null;
    return (
      <Section key={group} title={t(`group.${group}`)}>
        {why ? (
          <DescriptionList
            values="text"
            terms="even"
            items={held.map(({ permission, by }) => ({
              term: t(`may.${permission}`),
              value: by.map((standing) => standingName(standing, locale)).join(", "),
            }))}
          />
        ) : (
          <ul className="list-disc pl-5">
            {held.map(({ permission }) => (
              <li key={permission}>{t(`may.${permission}`)}</li>
            ))}
          </ul>
        )}
      </Section>
    );
  });
}
