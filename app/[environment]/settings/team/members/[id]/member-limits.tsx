import { type ExplainedLimits, explainLimits, mayReadLimits } from "#lib/approvals/explain-limits";
import { limitColumns, limitId, limitNames } from "#lib/approvals/limits";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { isDiscreet } from "#lib/discretion/masked-roles";
import { translator } from "#lib/i18n/translator";
import type { TeamMember } from "#lib/people/members";
import { paths } from "#lib/paths";
import { type Description, DescriptionList } from "../../../../../_ui/description-list";
import { Section } from "../../../../../_ui/section";
import { moneyOf } from "../../../../../_words/money-of";
import { roleNames } from "../../role-names";

type MemberLimitsProps = { viewer: Viewer; member: TeamMember };

/** What bounds a member where roles alone would let them: limits of refunds, and what is hidden from them. */
export async function MemberLimits({ viewer, member }: MemberLimitsProps) {
  if (!mayReadLimits(viewer, member)) return null;
  const explained = await explainLimits(viewer, member);
  const discreet = await isDiscreet(viewer, member);
  if (!explained && !discreet) return null;
  const t = translator(viewer.locale, "approvals");
  const { personId, name } = member;
  return (
    <Section
      title={t("rules.ofMember")}
      aside={
        explained &&
        may(viewer, "limits:write") && (
          <a href={paths.refundLimit(viewer, limitId({ kind: "person", id: personId }))}>
            {t("rules.edit", { name })}
          </a>
        )
      }
    >
      <DescriptionList
        items={[
          ...(explained ? refundItems(viewer, explained) : []),
          ...(discreet ? [hiddenItem(viewer, member)] : []),
        ]}
      />
    </Section>
  );
}

function refundItems(viewer: Viewer, { limits, by, roles, ...approval }: ExplainedLimits): Description[] {
  const t = translator(viewer.locale, "approvals");
  const answer = t(approval.approves ? "rules.yes" : "rules.no");
  return [
    ...limitNames.map((name) => {
      const limit = limits[limitColumns[name]];
      return {
        term: t(`rules.${name}`),
        value: limit === null ? t("rules.unlimited") : moneyOf(viewer, limit, viewer.environment.currency),
      };
    }),
    {
      term: t("rules.decidedBy"),
      value: t(`rules.by.${by}`, { roles: roleNames({ roles, owner: false }, viewer.locale) }),
    },
    {
      term: t("rules.approvesRefunds"),
      value: approval.isApprovalRuled ? t("rules.asRuled", { answer }) : answer,
    },
  ];
}

function hiddenItem({ locale }: Viewer, member: TeamMember): Description {
  const t = translator(locale, "discretion");
  return { term: t("ofMember"), value: t("hiddenBy", { roles: roleNames(member, locale) }) };
}
