import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { PromotionCode } from "#lib/promotion-codes/wire";
import { Copyable } from "../../../../../../_ui/copyable";
import { DateTime } from "../../../../../../_ui/date-time";
import { DescriptionList } from "../../../../../../_ui/description-list";
import { Section } from "../../../../../../_ui/section";
import { moneyInWords } from "../../../../_parts/money-words";
import { redeemedInWords } from "../../../coupon-words";

/** Who may redeem a code, how often, until when and from how much on. */
export function CodeDetails({ viewer, code: { row } }: { viewer: Viewer; code: PromotionCode }) {
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  const common = translator(locale, "common");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  const others = Object.entries(row.currencyOptions).map(([currency, amount]) =>
    moneyInWords(amount, currency, locale),
  );
  const minimum = moneyInWords(row.minimumAmount, row.minimumAmountCurrency, locale);
  return (
    <Section title={t("details")}>
      <DescriptionList
        items={[
          {
            term: t("id"),
            value: <Copyable value={row.id} copy={common("copy")} copied={common("copied")} />,
          },
          { term: t("redeemed"), value: redeemedInWords(row, locale) },
          { term: t("who"), value: row.firstTimeTransaction ? t("firstTime") : null },
          { term: t("customer"), value: row.customerId && customerLink(viewer, row.customerId) },
          {
            term: t("minimum"),
            value: row.minimumAmount === null ? null : [minimum, ...others].join(", "),
          },
          {
            term: t("expiresAt"),
            value: row.expiresAt && <DateTime at={row.expiresAt - 1} view={view} as="date" />,
          },
          { term: t("created"), value: <DateTime at={row.createdAt} view={view} as="date" /> },
        ]}
      />
    </Section>
  );
}

function customerLink(viewer: Viewer, id: string) {
  const code = <code>{id}</code>;
  return may(viewer, "customers:read") ? <a href={paths.customer(viewer, id)}>{code}</a> : code;
}
