import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { isAllowed } from "#lib/payments/status";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { DescriptionList } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";

export function MetadataSection({ viewer, payment }: { viewer: Viewer; payment: PaymentIntentRow }) {
  const t = translator(viewer.locale, "payment");
  const facts = Object.entries(payment.metadata);
  const editable = may(viewer, "payments:write") && isAllowed("update", payment.status);
  return (
    <Section
      title={t("metadata.title")}
      aside={editable && <a href={paths.paymentMetadata(viewer, payment.id)}>{t("metadata.edit")}</a>}
    >
      {facts.length === 0 ? (
        <p className="text-soft">{t("metadata.none")}</p>
      ) : (
        <DescriptionList items={facts.map(([term, value]) => ({ term, value }))} />
      )}
    </Section>
  );
}
