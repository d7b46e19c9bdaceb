import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { DescriptionList } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";

/** What the merchant's own programs noted of something. */
export function MetadataSection({ locale, metadata }: { locale: Locale; metadata: Record<string, string> }) {
  const entries = Object.entries(metadata);
  if (entries.length === 0) return null;
  return (
    <Section title={translator(locale, "products")("metadata")}>
      <DescriptionList
        items={entries.map(([term, value]) => ({
          term,
          value: <span className="break-words">{value}</span>,
        }))}
      />
    </Section>
  );
}
