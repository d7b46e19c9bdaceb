import { limitNames, type LimitSubject, roleApproves } from "#lib/approvals/limits";
import { isRole } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Button, ButtonLink } from "../../../../_ui/button";
import { SelectField } from "../../../../_ui/choice-field";
import { FormActions } from "../../../../_ui/form";
import { MoneyField } from "../../../../_ui/text-field";

/** A rule in the words of its form: amounts as they are typed. */
export type RuleTexts = Record<(typeof limitNames)[number] | "approves", string>;

type RuleFormProps = { viewer: Viewer; subject: LimitSubject; texts: RuleTexts; action: string };

/** Asks for the limits, and leads to what they would mean: nothing is saved yet. */
export function RuleForm({ viewer, subject, texts, action }: RuleFormProps) {
  const { currency, kind } = viewer.environment;
  const t = translator(viewer.locale, "approvals");
  const hints = { per_refund: null, per_day: t("rules.dayHint"), per_customer: t("rules.customerHint") };
  const made = isRole(subject.id) && roleApproves(new Map(), subject.id, kind);
  return (
    <form className="ui-form" action={action}>
      <p>{t("rules.leaveEmpty", { currency: currency.toUpperCase() })}</p>
      {limitNames.map((name) => (
        <MoneyField
          key={name}
          name={name}
          label={t(`rules.${name}`)}
          hint={hints[name]}
          currency={currency}
          attributes={{ defaultValue: texts[name] }}
        />
      ))}
      {subject.kind === "role" && (
        <SelectField
          name="approves"
          label={t("rules.approves")}
          options={[
            { value: "", label: t("rules.asMade", { answer: made ? t("rules.yes") : t("rules.no") }) },
            { value: "yes", label: t("rules.yes") },
            { value: "no", label: t("rules.no") },
          ]}
          defaultValue={texts.approves}
        />
      )}
      <FormActions>
        <Button tone="secondary">{t("rules.preview")}</Button>
        <ButtonLink href={paths.refundLimits(viewer)}>{t("rules.back")}</ButtonLink>
      </FormActions>
    </form>
  );
}
