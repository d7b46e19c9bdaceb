import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listTaxIds } from "#lib/tax-ids/queries";
import type { TaxIdRow } from "#lib/tax-ids/wire";
import { ActionForm } from "../../../_forms/action-form";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { Section } from "../../../_ui/section";
import { Status, type StatusLook } from "../../../_ui/status";
import { type Column, Table } from "../../../_ui/table";
import { removeTaxId } from "../tax-actions";
import { taxTypeName } from "../tax-types";
import type { CustomerPartProps } from "./customer-details";

const shown = 20;

const looks: Record<NonNullable<TaxIdRow["verificationStatus"]>, StatusLook> = {
  pending: { tone: "wait", mark: "ring" },
  verified: { tone: "good", mark: "filled" },
  unverified: { tone: "hurt", mark: "filled" },
  unavailable: { tone: "plain", mark: "ring" },
};

/** The customer's tax numbers, and whether an authority knows them. */
export async function CustomerTaxIds({ viewer, customer }: CustomerPartProps) {
  const { rows } = await listTaxIds(viewer, { limit: shown }, customer.id);
  const editable = may(viewer, "customers:write");
  if (rows.length === 0 && !editable) return null;
  const t = translator(viewer.locale, "customers");
  return (
    <Section
      title={t("taxIds.title")}
      aside={editable && <a href={paths.newCustomerTaxId(viewer, customer.id)}>{t("taxIds.add")}</a>}
    >
      {rows.length === 0 ? (
        <p className="text-soft">{t("taxIds.none")}</p>
      ) : (
        <Table
          caption={t("taxIds.title")}
          columns={columnsFor({ viewer, customer })}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
    </Section>
  );
}

function columnsFor({ viewer, customer }: CustomerPartProps): Column<TaxIdRow>[] {
  const t = translator(viewer.locale, "customers");
  const columns: Column<TaxIdRow>[] = [
    { key: "value", label: t("taxIds.value"), card: "title", cell: ({ value }) => value },
    {
      key: "type",
      label: t("taxIds.type"),
      card: "detail",
      tone: "quiet",
      cell: ({ type }) => taxTypeName(type, viewer.locale),
    },
    {
      key: "status",
      label: t("taxIds.status"),
      card: "state",
      cell: ({ verificationStatus: status }) =>
        status && <Status {...looks[status]}>{t(`taxIds.statuses.${status}`)}</Status>,
    },
  ];
  if (!may(viewer, "customers:write")) return columns;
  const remove = ({ id, value }: TaxIdRow) => (
    <ActionForm action={removeTaxId} formKey={newFormKey()} about={t("taxIds.removeOf", { value })}>
      <input type="hidden" name="customer" value={customer.id} />
      <input type="hidden" name="taxId" value={id} />
      <Button tone="quiet">{t("taxIds.remove")}</Button>
    </ActionForm>
  );
  return [...columns, { key: "acts", label: t("methodActs"), align: "end", cell: remove }];
}
