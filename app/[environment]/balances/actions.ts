"use server";

import { updateBalanceSettings } from "#lib/balance-settings/update-balance-settings";
import { paths } from "#lib/paths";
import { cancelPayout } from "#lib/payouts/cancel-payout";
import { createPayout } from "#lib/payouts/create-payout";
import { createExternalAccount } from "#lib/external-accounts/create-external-account";
import { deleteExternalAccount } from "#lib/external-accounts/delete-external-account";
import { updateExternalAccount } from "#lib/external-accounts/update-external-account";
import { resumePayouts } from "#lib/payouts/resume-payouts";
import { reversePayout } from "#lib/payouts/reverse-payout";
import { cancelTopup } from "#lib/topups/cancel-topup";
import { createTopup } from "#lib/topups/create-topup";
import { authorize } from "#lib/auth/permissions";
import { formAction, operationFormAction } from "../../_server/form-action";
import { inWordsOf } from "../../_server/in-words-of";
import { amountTyped } from "../transactions/[id]/amount-typed";
import {
  accountIdForm,
  bankAccountForm,
  payoutForm,
  payoutIdForm,
  scheduleForm,
  topupForm,
  topupIdForm,
} from "./forms";
import { bankAccountRefusals, payoutRefusals, topupRefusals } from "./refusals";

export const payOut = formAction(
  payoutForm,
  async (viewer, { currency, amount, method, destination: destinationId, description }) => {
    authorize(viewer, "payouts:write");
    return inWordsOf(payoutRefusals, () =>
      createPayout(viewer, {
        amount: amountTyped(amount, currency, viewer.locale),
        currency,
        method,
        destinationId,
        description: description || undefined,
      }),
    );
  },
  { next: (viewer, { id }) => paths.payout(viewer, id) },
);

export const addToBalance = operationFormAction(
  topupForm,
  async (viewer, { currency, amount, way, description }) => {
    authorize(viewer, "topups:write");
    return createTopup(viewer, {
      amount: amountTyped(amount, currency, viewer.locale),
      currency,
      way,
      description: description || undefined,
    });
  },
  { next: (viewer, { id }) => paths.topup(viewer, id) },
);

export const cancelTopUp = formAction(
  topupIdForm,
  (viewer, { topup }) => inWordsOf(topupRefusals, () => cancelTopup(viewer, topup)),
  { next: (viewer, { id }) => paths.topup(viewer, id) },
);

export const cancel = formAction(
  payoutIdForm,
  (viewer, { payout }) => inWordsOf(payoutRefusals, () => cancelPayout(viewer, payout)),
  { next: (viewer, { id }) => paths.payout(viewer, id) },
);

export const addBankAccount = operationFormAction(
  bankAccountForm,
  (viewer, { number, routing, holder, use, ...where }) =>
    inWordsOf(bankAccountRefusals, () =>
      createExternalAccount(viewer, {
        bankAccount: {
          ...where,
          accountNumber: number,
          routingNumber: routing || undefined,
          holderName: holder,
        },
        byDefault: use === "default",
      }),
    ),
  { next: (viewer) => paths.balances(viewer) },
);

export const makeDefault = formAction(
  accountIdForm,
  (viewer, { account }) => updateExternalAccount(viewer, account, { byDefault: true }),
  { next: (viewer) => paths.balances(viewer) },
);

export const removeAccount = formAction(
  accountIdForm,
  (viewer, { account }) => deleteExternalAccount(viewer, account),
  { next: (viewer) => paths.balances(viewer) },
);

export const reverse = formAction(
  payoutIdForm,
  (viewer, { payout }) => inWordsOf(payoutRefusals, () => reversePayout(viewer, payout, undefined)),
  { next: (viewer, { id }) => paths.payout(viewer, id) },
);

export const resume = formAction(accountIdForm, (viewer, { account }) => resumePayouts(viewer, account), {
  next: (viewer) => paths.balances(viewer),
});

export const changeSchedule = formAction(
  scheduleForm,
  async (viewer, { minimum, ...schedule }) => {
    authorize(viewer, "payout_schedule:write");
    const { currency } = viewer.environment;
    const kept = minimum === "" ? null : amountTyped(minimum, currency, viewer.locale, "minimum");
    return updateBalanceSettings(viewer, { ...schedule, minimumBalances: { [currency]: kept } });
  },
  { next: (viewer) => paths.balances(viewer) },
);
