import type { Viewer } from "#lib/auth/viewer";
import { bankDetails } from "#lib/cash/bank-details";
import { translator } from "#lib/i18n/translator";
import { DescriptionList } from "../../../_ui/description-list";
import { Disclosure } from "../../../_ui/disclosure";

type CashDetailsProps = { viewer: Viewer; customerId: string; currency: string };

const told = [
  "account_holder_name",
  "iban",
  "bic",
  "account_number",
  "routing_number",
  "swift_code",
  "sort_code",
  "clabe",
  "bank_name",
  "bank_code",
  "branch_code",
  "branch_name",
] as const;

/** The account number of their own that a customer sends money of a currency to. */
export function CashDetails({ viewer, customerId, currency }: CashDetailsProps) {
  const t = translator(viewer.locale, "cash");
  const { environment } = viewer;
  const facts = new Map(
    bankDetails({ environment, customerId, currency }).flatMap((address) =>
      Object.values(address).flatMap((value) => (isHash(value) ? Object.entries(value) : [])),
    ),
  );
  const items = told.map((name) => {
    const value = facts.get(name);
    return { term: t(`details.${name}`), value: typeof value === "string" ? value : null };
  });
  return (
    <Disclosure summary={t("details.title", { currency: currency.toUpperCase() })}>
      <DescriptionList items={items} />
      {environment.kind === "test" && <p className="text-soft">{t("details.test")}</p>}
    </Disclosure>
  );
}

function isHash(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
