import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { modelNameOf } from "#lib/prices/price-in";
import { Copyable } from "../../../../../_ui/copyable";
import { DateTime } from "../../../../../_ui/date-time";
import { DescriptionList } from "../../../../../_ui/description-list";
import { Section } from "../../../../../_ui/section";
import { everyInWords } from "../../../price-words";
import type { PricePartProps } from "./price-actions";

/** What was said of a price beside its amounts. */
export function PriceDetails({ viewer, product, price }: PricePartProps) {
  const { locale } = viewer;
  const t = translator(locale, "prices");
  const common = translator(locale, "common");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  const isDefault = product.defaultPriceId === price.id;
  return (
    <Section title={t("details")}>
      <DescriptionList
        items={[
          {
            term: t("id"),
            value: <Copyable value={price.id} copy={common("copy")} copied={common("copied")} />,
          },
          { term: t("product"), value: <a href={paths.product(viewer, product.id)}>{product.name}</a> },
          { term: t("default"), value: isDefault ? t("isDefault") : null },
          { term: t("form.model"), value: t(`model.${modelNameOf(price)}`) },
          { term: t("form.timing"), value: everyInWords(price, locale) ?? t("type.one_time") },
          { term: t("taxBehavior"), value: t(`tax.${price.taxBehavior}`) },
          {
            term: t("trial"),
            value: price.trialPeriodDays && t("trialDays", { count: price.trialPeriodDays }),
          },
          { term: t("nickname"), value: price.nickname },
          {
            term: t("lookupKey"),
            value: price.lookupKey && <code className="break-all">{price.lookupKey}</code>,
          },
          { term: t("created"), value: <DateTime at={price.createdAt} view={view} as="date" /> },
        ]}
      />
    </Section>
  );
}
