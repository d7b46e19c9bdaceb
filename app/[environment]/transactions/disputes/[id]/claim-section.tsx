import type { Viewer } from "#lib/auth/viewer";
import { daysLeft } from "#lib/disputes/days-left";
import type { DisputeRow } from "#lib/disputes/wire";
import { formatDateTime, timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { Notice } from "../../../../_ui/notice";
import { Section } from "../../../../_ui/section";
import { isKeyOf } from "../../../../_words/is-key-of";

type ClaimSectionProps = { viewer: Viewer; dispute: DisputeRow };

/** What the customer's bank says, and until when it can be answered. */
export function ClaimSection({ viewer, dispute }: ClaimSectionProps) {
  return (
    <Section title={translator(viewer.locale, "disputes")("claim")}>
      <Claim viewer={viewer} dispute={dispute} />
    </Section>
  );
}

/** The same in a few lines, under whichever heading. */
export function Claim({ viewer, dispute }: ClaimSectionProps) {
  const t = translator(viewer.locale, "disputes");
  const reason = isKeyOf(catalogues.en.disputes.claims, dispute.reason) ? dispute.reason : "general";
  const code = dispute.networkReasonCode;
  return (
    <div className="grid gap-3">
      <p>{t(`claims.${reason}`)}</p>
      {code !== null && <p className="text-soft">{t("networkCode", { code })}</p>}
      <Deadline viewer={viewer} dispute={dispute} />
    </div>
  );
}

function Deadline({ viewer, dispute }: ClaimSectionProps) {
  const t = translator(viewer.locale, "disputes");
  const { timeZone } = viewer.environment;
  const now = viewer.now();
  const days = daysLeft(dispute, { timeZone, now });
  if (days === null || dispute.dueBy === null) return null;
  if (days < 0) return <Notice tone="hurt" title={t("deadline.over")} />;
  const date = formatDateTime(dispute.dueBy, { locale: viewer.locale, timeZone, now });
  return (
    <Notice tone="wait" title={t("deadline.left", { days })}>
      {t("deadline.until", { date, city: timeZoneCity(timeZone) })}
    </Notice>
  );
}
