import { limitId, type LimitSubject, refunds, roleApproves } from "#lib/approvals/limits";
import { limitsOverview } from "#lib/approvals/preview-limits";
import { allRoles, whyNotAssignable } from "#lib/auth/roles";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { SettingsHeader } from "../settings-header";
import { LimitsTable, type Limited } from "./limits-table";

export const generateMetadata = pageTitle((locale) => translator(locale, "approvals")("rules.title"));

/** What may be refunded without asking: by role, by person, by key. */
export default async function RefundLimitsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { rules, team, keys } = await limitsOverview(viewer);
  const { kind } = viewer.environment;
  const t = translator(viewer.locale, "approvals");
  const roleName = translator(viewer.locale, "roles");
  const limited = (subject: LimitSubject, name: string): Limited => {
    const id = limitId(subject);
    return { id, name, limits: rules.get(id) ?? null };
  };
  const roles = allRoles.filter((role) => whyNotAssignable(role) === null && refunds(role, kind));
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("rules.title")} href={paths.settings(viewer)} />
      <p>
        {t("rules.intro")} {t(`rules.here.${kind}`)}
      </p>
      <Section title={t("rules.roles")}>
        <p className="text-soft">{t("rules.rolesText")}</p>
        <LimitsTable
          viewer={viewer}
          caption={t("rules.roles")}
          nothing={t("rules.unlimited")}
          rows={roles.map((role) => ({
            ...limited({ kind: "role", id: role }, roleName(`name.${role}`)),
            approves: roleApproves(rules, role, kind),
          }))}
        />
      </Section>
      <Section title={t("rules.people")}>
        <p className="text-soft">{t("rules.peopleText")}</p>
        <LimitsTable
          viewer={viewer}
          caption={t("rules.people")}
          nothing={t("rules.asRoles")}
          rows={team.map(({ personId, name }) => limited({ kind: "person", id: personId }, name))}
        />
      </Section>
      <Section title={t("rules.keys")}>
        <p className="text-soft">{t("rules.keysText")}</p>
        <LimitsTable
          viewer={viewer}
          caption={t("rules.keys")}
          nothing={t("rules.asMaker")}
          rows={keys.map(({ id, name }) => limited({ kind: "key", id }, name))}
        />
      </Section>
    </Page>
  );
}
