import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { listExternalAccounts } from "#lib/external-accounts/queries";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../_forms/action-form";
import { newFormKey } from "../../_server/form-key";
import { Button } from "../../_ui/button";
import { Section } from "../../_ui/section";
import { Status } from "../../_ui/status";
import { Table } from "../../_ui/table";
import { resume } from "./actions";
import { destinationWords } from "./words";

/** A business has few: they are all here. */
const size = 100;

/** Where payouts go, by currency; those whose payouts are stopped can be set going again. */
export async function BankAccounts({ viewer }: { viewer: Viewer }) {
  const { rows } = await listExternalAccounts(viewer, { limit: size });
  const t = translator(viewer.locale, "balances");
  return (
    <Section
      title={t("bankAccounts")}
      aside={may(viewer, "bank_accounts:write") && <a href={paths.newBankAccount(viewer)}>{t("bank.add")}</a>}
    >
      {rows.length === 0 ? (
        <p>{t("noBankAccounts")}</p>
      ) : (
        <Table
          caption={t("bankAccountsCaption")}
          columns={[
            {
              key: "name",
              label: t("account"),
              card: "title",
              cell: (account) => destinationWords(viewer, account),
            },
            { key: "currency", label: t("currency"), cell: ({ currency }) => currency.toUpperCase() },
            {
              key: "use",
              label: t("use"),
              cell: ({ defaultForCurrency }) => (defaultForCurrency ? t("default") : null),
            },
            {
              key: "state",
              label: t("status"),
              card: "state",
              cell: (account) => <AccountState viewer={viewer} account={account} />,
            },
            {
              key: "resume",
              label: t("payouts"),
              cell: (account) =>
                account.status === "errored" &&
                may(viewer, "bank_accounts:write") && <ResumeForm viewer={viewer} account={account} />,
            },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.bankAccount(viewer, id)}
        />
      )}
    </Section>
  );
}

function AccountState({ viewer, account }: { viewer: Viewer; account: ExternalAccountRow }) {
  const t = translator(viewer.locale, "balances");
  if (account.status !== "errored") {
    return (
      <Status tone="good" mark="filled">
        {t("works")}
      </Status>
    );
  }
  return (
    <Status tone="hurt" mark="filled">
      {t("stopped")}
    </Status>
  );
}

/** Says that an account is right again. */
export function ResumeForm({ viewer, account }: { viewer: Viewer; account: ExternalAccountRow }) {
  const t = translator(viewer.locale, "balances");
  return (
    <ActionForm
      action={resume}
      formKey={newFormKey()}
      label={t("resumeFor", { account: destinationWords(viewer, account) })}
    >
      <input type="hidden" name="account" value={account.id} />
      <Button>{t("resume")}</Button>
    </ActionForm>
  );
}
