import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../_ui/button";
import type { CustomerPartProps } from "./customer-details";

/** What can be done to the customer as a whole, by who may. */
export function CustomerActions({ viewer, customer }: CustomerPartProps) {
  const t = translator(viewer.locale, "customers");
  return (
    <>
      {may(viewer, "customers:delete") && (
        <ButtonLink href={paths.deleteCustomer(viewer, customer.id)}>{t("delete.action")}</ButtonLink>
      )}
      {may(viewer, "customers:write") && (
        <ButtonLink href={paths.editCustomer(viewer, customer.id)} tone="primary">
          {t("edit")}
        </ButtonLink>
      )}
    </>
  );
}
