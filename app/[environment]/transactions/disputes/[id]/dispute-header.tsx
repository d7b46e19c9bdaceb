import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { isAllowed, isInquiry } from "#lib/disputes/status";
import type { DisputeRow } from "#lib/disputes/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../../_ui/button";
import { PageHeader } from "../../../../_ui/page-header";
import { moneyOf } from "../../[id]/words";
import { DisputeState } from "../../_list/dispute-state";

export function DisputeHeader({ viewer, dispute }: { viewer: Viewer; dispute: DisputeRow }) {
  const t = translator(viewer.locale, "disputes");
  const kind = isInquiry(dispute.status) ? "inquiry" : "dispute";
  return (
    <PageHeader
      breadcrumb={{
        label: translator(viewer.locale, "common")("breadcrumb"),
        crumbs: [{ label: t("title"), href: paths.disputes(viewer) }, { label: t(`kind.${kind}`) }],
      }}
      title={moneyOf(viewer, dispute.amount, dispute.currency)}
      titleAside={t(`aside.${kind}`)}
      state={<DisputeState status={dispute.status} locale={viewer.locale} />}
      actions={
        may(viewer, "disputes:write") &&
        isAllowed("accept", dispute.status) && (
          <ButtonLink href={paths.acceptDispute(viewer, dispute.id)}>{t("accept.action")}</ButtonLink>
        )
      }
    />
  );
}
