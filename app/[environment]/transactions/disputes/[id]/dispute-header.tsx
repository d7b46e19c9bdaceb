import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { daysLeft } from "#lib/disputes/days-left";
import { isAllowed, kindOf } from "#lib/disputes/status";
import type { DisputeRow } from "#lib/disputes/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../../_ui/button";
import { PageHeader } from "../../../../_ui/page-header";
import { moneyOf } from "../../../../_words/money-of";
import { DisputeState } from "../../_list/dispute-state";

type DisputeHeaderProps = { viewer: Viewer; dispute: DisputeRow };

export function DisputeHeader({ viewer, dispute }: DisputeHeaderProps) {
  const t = translator(viewer.locale, "disputes");
  const kind = kindOf(dispute);
  return (
    <PageHeader
      breadcrumb={{
        label: translator(viewer.locale, "common")("breadcrumb"),
        crumbs: [{ label: t("title"), href: paths.disputes(viewer) }, { label: t(`kind.${kind}`) }],
      }}
      title={moneyOf(viewer, dispute.amount, dispute.currency)}
      titleAside={t(`aside.${kind}`)}
      state={<DisputeState status={dispute.status} locale={viewer.locale} />}
      actions={may(viewer, "disputes:write") && <Answers viewer={viewer} dispute={dispute} />}
    />
  );
}

/** What can still be answered. */
function Answers({ viewer, dispute }: DisputeHeaderProps) {
  const t = translator(viewer.locale, "disputes");
  const days = daysLeft(dispute, { timeZone: viewer.environment.timeZone, now: viewer.now() });
  return (
    <>
      {isAllowed("accept", dispute.status) && (
        <ButtonLink href={paths.acceptDispute(viewer, dispute.id)}>
          {t(`accept.action.${kindOf(dispute)}`)}
        </ButtonLink>
      )}
      {days !== null && days >= 0 && (
        <ButtonLink href={paths.counterDispute(viewer, dispute.id)} tone="primary">
          {t(`counter.action.${kindOf(dispute)}`)}
        </ButtonLink>
      )}
    </>
  );
}
