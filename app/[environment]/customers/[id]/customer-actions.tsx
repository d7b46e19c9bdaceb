import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../_ui/button";
import { Menu, MenuLink } from "../../../_ui/menu";
import type { CustomerPartProps } from "./customer-details";

/** What can be done to the customer as a whole, by who may. */
export function CustomerActions({ viewer, customer }: CustomerPartProps) {
  const t = translator(viewer.locale, "customers");
  const writes = may(viewer, "customers:write");
  const deletes = may(viewer, "customers:delete");
  return (
    <>
      {(writes || deletes) && (
        <Menu opener={{ words: t("more") }}>
          {writes && <MenuLink href={paths.mergeCustomer(viewer, customer.id)}>{t("merge.action")}</MenuLink>}
          {deletes && (
            <MenuLink href={paths.eraseCustomer(viewer, customer.id)}>{t("erase.action")}</MenuLink>
          )}
          {deletes && (
            <MenuLink href={paths.deleteCustomer(viewer, customer.id)}>{t("delete.action")}</MenuLink>
          )}
        </Menu>
      )}
      {may(viewer, "payments:write") && (
        <ButtonLink href={paths.newPayment(viewer, customer.id)}>
          {translator(viewer.locale, "transactions")("newPayment")}
        </ButtonLink>
      )}
      {writes && (
        <ButtonLink href={paths.editCustomer(viewer, customer.id)} tone="primary">
          {t("edit")}
        </ButtonLink>
      )}
    </>
  );
}
