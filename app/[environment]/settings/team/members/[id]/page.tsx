import { may } from "#lib/auth/permissions";
import { secondFactorSince } from "#lib/auth/second-factor";
import type { Viewer } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format-date";
import { translator } from "#lib/i18n/translator";
import type { TeamMember } from "#lib/people/members";
import { paths } from "#lib/paths";
import { standingsOf } from "#lib/team/explain-roles";
import { whyNotChangeable } from "#lib/team/protected-members";
import { Button, ButtonLink } from "../../../../../_ui/button";
import { DateTime } from "../../../../../_ui/date-time";
import { DescriptionList } from "../../../../../_ui/description-list";
import { Page, PageHeader } from "../../../../../_ui/page-header";
import { Section } from "../../../../../_ui/section";
import { PermissionList } from "../../permission-list";
import { roleNames } from "../../role-names";
import { MemberLimits } from "./member-limits";
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
  const isAdmin = may(viewer, "members:write");
  const secondStep = isAdmin ? await secondFactorSince(member.personId) : null;
  const crumbs = [{ label: t("title"), href: paths.team(viewer) }];
  return (
    <Page>
      <PageHeader
        title={member.name}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
        actions={isAdmin && why === null && <Acts viewer={viewer} member={member} secondStep={secondStep} />}
      />
      {isAdmin && why && <p className="text-soft">{t(`protected.${why}`)}</p>}
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
            {
              term: t("twoStep.own"),
              value: isAdmin ? secondStepWords(viewer, secondStep) : null,
            },
          ]}
        />
      </Section>
      <MemberLimits viewer={viewer} member={member} />
      <p className="text-soft">{t("mayAndWhy")}</p>
      <PermissionList viewer={viewer} standings={standingsOf(member)} why="told" />
    </Page>
  );
}

function secondStepWords({ locale, timeZone }: Viewer, since: number | null): string {
  const t = translator(locale, "team");
  return since === null
    ? t("twoStep.none")
    : t("twoStep.since", { date: formatDate(since, { locale, timeZone }) });
}

type ActsProps = { viewer: Viewer; member: TeamMember; secondStep: number | null };

function Acts({ viewer, member: { personId }, secondStep }: ActsProps) {
  const t = translator(viewer.locale, "team");
  return (
    <>
      {secondStep === null ? (
        <Button disabledReason={t("twoStep.isOff")}>{t("twoStep.reset")}</Button>
      ) : (
        <ButtonLink href={paths.resetTwoStep(viewer, personId)}>{t("twoStep.reset")}</ButtonLink>
      )}
      <ButtonLink href={paths.signOutMember(viewer, personId)}>{t("signOut.short")}</ButtonLink>
      <ButtonLink href={paths.removeMember(viewer, personId)}>{t("remove")}</ButtonLink>
      <ButtonLink href={paths.memberRoles(viewer, personId)} tone="primary">
        {t("changeRoles")}
      </ButtonLink>
    </>
  );
}
