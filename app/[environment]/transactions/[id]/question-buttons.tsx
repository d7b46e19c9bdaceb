"use client";

import { formatMoney } from "#lib/i18n/format-money";
import type { Locale } from "#lib/i18n/locale";
import { type Currency, parseDecimal } from "#lib/money";

import { useFormField } from "../../../_forms/action-form";
import { Button, ButtonLink } from "../../../_ui/button";
import { FormActions } from "../../../_ui/form";
import { useScripts } from "../../../_ui/use-scripts";
import { useTyped } from "./typed-amount";

type QuestionButtonsProps = {
  /** What the main button says without an amount, and with one in the place of `{amount}`. */
  submit: string;
  submitAmount: string;
  cancel: { href: string; label: string };
  amount: { currency: Currency; locale: Locale; fallback: string };
  tone?: "primary" | "danger";
};

/** The buttons of a form about money: where scripts run, the main one names the amount as it is typed. */
export function QuestionButtons({
  submit,
  submitAmount,
  cancel,
  amount,
  tone = "primary",
}: QuestionButtonsProps) {
  const { value } = useFormField("amount", amount.fallback);
  const typed = useTyped() ?? value ?? "";
  const live = useScripts();
  const read = parseDecimal(typed, amount.currency, amount.locale);
  const named = live && read.ok && read.amount > 0;
  return (
    <FormActions>
      <Button tone={tone}>
        {named
          ? submitAmount.replace("{amount}", formatMoney(read.amount, amount.currency, amount.locale))
          : submit}
      </Button>
      <ButtonLink href={cancel.href}>{cancel.label}</ButtonLink>
    </FormActions>
  );
}
