import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../_ui/button";
import { PageHeader } from "../../../_ui/page-header";
import { Tabs } from "../../../_ui/tabs";

type TransactionsHeaderProps = {
  viewer: Viewer;
  current: "payments" | "refunds" | "cashReturns" | "disputes" | "fees" | "activity";
};

/** The title of the section and the lists it has. */
export function TransactionsHeader({ viewer, current }: TransactionsHeaderProps) {
  const t = translator(viewer.locale, "transactions");
  const payments = [
    { href: paths.transactions(viewer), label: t("payments"), current: current === "payments" },
    { href: paths.refunds(viewer), label: t("refunds"), current: current === "refunds" },
  ];
  const cashReturns = {
    href: paths.cashReturns(viewer),
    label: t("cashReturns"),
    current: current === "cashReturns",
  };
  const disputes = {
    href: paths.disputes(viewer),
    label: translator(viewer.locale, "disputes")("title"),
    current: current === "disputes",
  };
  const balance = [
    { href: paths.fees(viewer), label: t("fees"), current: current === "fees" },
    { href: paths.activity(viewer), label: t("activity"), current: current === "activity" },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          may(viewer, "payments:write") && (
            <ButtonLink href={paths.newPayment(viewer)} tone="primary" shortcut="n" icon="plus">
              {t("newPayment")}
            </ButtonLink>
          )
        }
      />
      <Tabs
        label={t("lists")}
        tabs={[
          ...(may(viewer, "payments:read") ? payments : []),
          ...(may(viewer, "customers:read") ? [cashReturns] : []),
          ...(may(viewer, "disputes:read") ? [disputes] : []),
          ...(may(viewer, "balance:read") ? balance : []),
        ]}
      />
    </>
  );
}
