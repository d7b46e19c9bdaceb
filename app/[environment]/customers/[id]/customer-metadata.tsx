import { translator } from "#lib/i18n/translator";
import { DescriptionList } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";
import type { CustomerPartProps } from "./customer-details";

/** What the merchant's own programs noted of the customer. */
export function CustomerMetadata({ viewer, customer }: CustomerPartProps) {
  const entries = Object.entries(customer.metadata);
  if (entries.length === 0) return null;
  return (
    <Section title={translator(viewer.locale, "customers")("metadata")}>
      <DescriptionList items={entries.map(([term, value]) => ({ term, value }))} />
    </Section>
  );
}
