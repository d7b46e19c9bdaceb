import { may } from "#lib/auth/permissions";
import { cashMovements } from "#lib/cash/movements";
import { getCash } from "#lib/cash/queries";
import { cashCurrencies } from "#lib/cash/sent-ahead";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";
import { moneyOf } from "../../../_words/money-of";
import { cashColumns } from "./cash-columns";
import { CashDetails } from "./cash-details";
import { CashMode } from "./cash-mode";
import { CashWaiting } from "./cash-waiting";
import type { CustomerPartProps } from "./customer-details";

const shown = 100;

/** What the customer sent ahead by bank transfer, how it came and went, and where more of it is to be sent. */
export async function CustomerCash({ viewer, customer }: CustomerPartProps) {
  const { available } = await getCash(viewer, customer.id);
  const currencies = Object.keys(available ?? { [viewer.environment.currency]: 0 }).filter(canBeSent);
  if (currencies.length === 0) return null;
  const page = await cashMovements(viewer, { limit: shown }, customer.id);
  const t = translator(viewer.locale, "cash");
  const unspent = Object.entries(available ?? {}).filter(([, balance]) => balance > 0);
  const sendBack = unspent.length > 0 && may(viewer, "refunds:write") && (
    <a href={paths.returnCustomerCash(viewer, customer.id)}>{t("sendBack")}</a>
  );
  return (
    <Section title={t("title")} aside={sendBack} id="cash">
      {unspent.length === 0 && <p className="text-soft">{available === null ? t("none") : t("spent")}</p>}
      {unspent.map(([currency, balance]) => (
        <p key={currency}>{t("unspent", { amount: moneyOf(viewer, balance, currency) })}</p>
      ))}
      {may(viewer, "payments:read") && <CashWaiting viewer={viewer} customerId={customer.id} />}
      <CashMode viewer={viewer} customer={customer} />
      {currencies.map((currency) => (
        <CashDetails key={currency} viewer={viewer} customerId={customer.id} currency={currency} />
      ))}
      {page.rows.length > 0 && (
        <Table
          caption={t("caption")}
          columns={cashColumns(viewer)}
          rows={page.rows}
          rowKey={({ id }) => id}
        />
      )}
      {page.hasMore && <p className="pt-2 text-soft">{t("more", { count: shown })}</p>}
    </Section>
  );
}

function canBeSent(currency: string): boolean {
  return cashCurrencies.includes(currency);
}
