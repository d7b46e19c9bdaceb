import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { languageName } from "#lib/customers/languages";
import type { CustomerRow } from "#lib/customers/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Copyable } from "../../../_ui/copyable";
import { DateTime } from "../../../_ui/date-time";
import { DescriptionList } from "../../../_ui/description-list";
import { PostalAddress } from "../../../_ui/postal-address";
import { Section } from "../../../_ui/section";
import { CustomerDiscount } from "./customer-discount";

export type CustomerPartProps = { viewer: Viewer; customer: CustomerRow };

/** Who the customer is and how to reach them. */
export function CustomerDetails({ viewer, customer }: CustomerPartProps) {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "customers");
  const common = translator(locale, "common");
  const { email, phone, businessName, individualName, description, address, shipping, preferredLocales } =
    customer;
  const { discount } = customer;
  return (
    <Section
      title={t("details")}
      aside={
        may(viewer, "customers:write") && <a href={paths.editCustomer(viewer, customer.id)}>{t("edit")}</a>
      }
    >
      <DescriptionList
        items={[
          {
            term: t("id"),
            value: <Copyable value={customer.id} copy={common("copy")} copied={common("copied")} />,
          },
          { term: t("created"), value: <DateTime at={customer.createdAt} view={{ locale, timeZone }} /> },
          { term: t("email"), value: email },
          { term: t("phone"), value: phone },
          { term: t("individualName"), value: individualName },
          { term: t("businessName"), value: businessName },
          { term: t("description"), value: description },
          { term: t("address"), value: address && <PostalAddress address={address} locale={locale} /> },
          {
            term: t("shipping"),
            value: shipping && <PostalAddress {...shipping} locale={locale} />,
          },
          {
            term: t("language"),
            value: preferredLocales[0] ? languageName(preferredLocales[0], locale) : null,
          },
          { term: t("taxExempt"), value: t(`taxStatus.${customer.taxExempt}`) },
          {
            term: t("discount"),
            value: discount && <CustomerDiscount viewer={viewer} discount={discount} />,
          },
        ]}
      />
    </Section>
  );
}
