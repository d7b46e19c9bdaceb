import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { DescriptionList } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";
import type { CustomerPartProps } from "./customer-details";

/** What the merchant's own programs noted of the customer. */
export function CustomerMetadata({ viewer, customer }: CustomerPartProps) {
  const entries = Object.entries(customer.metadata);
  const editable = may(viewer, "customers:write");
  if (entries.length === 0 && !editable) return null;
  const t = translator(viewer.locale, "customers");
  return (
    <Section
      title={t("metadata")}
      aside={editable && <a href={paths.customerMetadata(viewer, customer.id)}>{t("edit")}</a>}
    >
      {entries.length === 0 ? (
        <p className="text-soft">{t("noMetadata")}</p>
      ) : (
        <DescriptionList items={entries.map(([term, value]) => ({ term, value }))} />
      )}
    </Section>
  );
}
