import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { TeamMember } from "#lib/people/members";
import { paths } from "#lib/paths";
import { standingsOf } from "#lib/team/explain-roles";
import { whyNotChangeable } from "#lib/team/protected-members";
import { ButtonLink } from "../../../../../_ui/button";
import { DateTime } from "../../../../../_ui/date-time";
import { DescriptionList } from "../../../../../_ui/description-list";
import { Page, PageHeader } from "../../../../../_ui/page-header";
import { Section } from "../../../../../_ui/section";
import { PermissionList } from "../../permission-list";
import { roleNames } from "../../role-names";
import { memberOf, type MemberPageProps } from "./member-page";

export async function generateMetadata(props: MemberPageProps) {
  return { title: (await memberOf(props)).member.name };
}

/** One of the team. */
export default async function MemberPage(props: MemberPageProps) {
  const { viewer, member } = await memberOf(props);
  const { locale, timeZone } = viewer;
  const t = translator(locale, "team");
  const why = whyNotChangeable(viewer, member);
  const crumbs = [{ label: t("title"), href: paths.team(viewer) }];
  return (
    <Page>
      <PageHeader
        title={member.name}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
        actions={may(viewer, "members:write") && why === null && <Acts viewer={viewer} member={member} />}
      />
      {may(viewer, "members:write") && why && <p className="text-soft">{t(`protected.${why}`)}</p>}
      <Section title={t("membership")}>
        <DescriptionList
          items={[
            { term: t("email"), value: member.email },
            { term: t("phone"), value: member.phone },
            { term: t("roles"), value: roleNames(member, locale) },
            {
              term: t("since"),
              value: <DateTime at={member.createdAt} view={{ locale, timeZone }} as="date" />,
            },
          ]}
        />
      </Section>
      <h2>{t("mayAndWhy")}</h2>
      <PermissionList viewer={viewer} standings={standingsOf(member)} why="told" />
    </Page>
  );
}

function Acts({ viewer, member: { personId } }: { viewer: Viewer; member: TeamMember }) {
  const t = translator(viewer.locale, "team");
  return (
    <>
      <ButtonLink href={paths.resetTwoStep(viewer, personId)}>{t("twoStep.reset")}</ButtonLink>
      <ButtonLink href={paths.signOutMember(viewer, personId)}>{t("signOut.short")}</ButtonLink>
      <ButtonLink href={paths.removeMember(viewer, personId)}>{t("remove")}</ButtonLink>
      <ButtonLink href={paths.memberRoles(viewer, personId)} tone="primary">
        {t("changeRoles")}
      </ButtonLink>
    </>
  );
}
