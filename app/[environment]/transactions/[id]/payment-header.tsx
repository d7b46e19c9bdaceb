import type { CustomerRow } from "#lib/customers/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type OfferedAction, offeredActions } from "#lib/payments/offered-actions";
import { paidAmount } from "#lib/payments/paid-amount";
import type { PaymentIntentRow } from "#lib/payments/wire";
import type { Viewer } from "#lib/auth/viewer";
import { paymentLooks } from "../../../_payments/payment-state";
import { Button, ButtonLink } from "../../../_ui/button";
import { PageHeader } from "../../../_ui/page-header";
import { Status } from "../../../_ui/status";
import { moneyOf } from "../../../_words/money-of";
import type { PaymentFacts } from "./payment-facts";
import { stateWords } from "./words";

type PaymentHeaderProps = PaymentFacts & { customer: CustomerRow | null };

export function PaymentHeader({ viewer, payment, charge, method, customer }: PaymentHeaderProps) {
  const t = translator(viewer.locale, "payment");
  const billing = charge?.billingDetails;
  const name = customer?.name ?? billing?.name ?? customer?.email ?? billing?.email;
  const offered = offeredActions(viewer, payment, charge);
  return (
    <PageHeader
      breadcrumb={{
        label: translator(viewer.locale, "common")("breadcrumb"),
        crumbs: [
          {
            label: translator(viewer.locale, "navigation")("transactions"),
            href: paths.transactions(viewer),
          },
          { label: t("payment") },
        ],
      }}
      title={moneyOf(viewer, paidAmount(payment), payment.currency)}
      titleAside={name && t("from", { name })}
      state={
        <Status {...paymentLooks[payment.paymentStatus]}>
          {stateWords(viewer, payment, charge, method)}
        </Status>
      }
      actions={
        offered.length > 0 &&
        offered.map((action, index) => (
          <Action
            key={action.action}
            viewer={viewer}
            payment={payment}
            offered={action}
            place={index === offered.length - 1 ? "main" : "beside"}
          />
        ))
      }
    />
  );
}

const pages = {
  receipt: paths.sendReceipt,
  cancel: paths.cancelPayment,
  capture: paths.capturePayment,
  refund: paths.refundPayment,
  collect: paths.collectPayment,
} satisfies Record<OfferedAction["action"], unknown>;

type ActionProps = {
  viewer: Viewer;
  payment: PaymentIntentRow;
  offered: OfferedAction;
  place: "main" | "beside";
};

function Action({ viewer, payment, offered: { action, obstacle }, place }: ActionProps) {
  const t = translator(viewer.locale, "payment");
  const label = t(`action.${action}`);
  if (obstacle !== null) return <Button disabledReason={t(`obstacle.${obstacle}`)}>{label}</Button>;
  const main = place === "main" && action !== "receipt" && action !== "cancel";
  return (
    <ButtonLink
      href={pages[action](viewer, payment.id)}
      tone={main ? "primary" : "secondary"}
      shortcut={action === "refund" ? "r" : undefined}
    >
      {label}
    </ButtonLink>
  );
}
