import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { waitingPayments } from "#lib/cash/waiting";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../_forms/action-form";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { moneyOf } from "../../../_words/money-of";
import { applyCash } from "../cash-actions";

/** The payments that wait for the customer's transfers, each to be paid from what is there. */
export async function CashWaiting({ viewer, customerId }: { viewer: Viewer; customerId: string }) {
  const waiting = await waitingPayments(viewer, customerId);
  if (waiting.length === 0) return null;
  const t = translator(viewer.locale, "cash");
  return (
    <ul className="py-2">
      {waiting.map(({ payment: { id, currency }, lacks, there }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <a href={paths.payment(viewer, id)}>
            {t("waiting.line", { amount: moneyOf(viewer, lacks, currency) })}
          </a>
          {there > 0 && may(viewer, "payments:write") && (
            <ActionForm action={applyCash} formKey={newFormKey()}>
              <input type="hidden" name="payment" value={id} />
              <Button tone="quiet">{t("waiting.apply", { amount: moneyOf(viewer, there, currency) })}</Button>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
