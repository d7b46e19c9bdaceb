import type { LimitSubject } from "#lib/approvals/limits";
import { previewLimits, type Standing, type Touched } from "#lib/approvals/preview-limits";
import type { LimitRule } from "#lib/approvals/set-limits";
import type { Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../_forms/action-form";
import { sentenceOf } from "../../../../_server/explain-error";
import { newFormKey } from "../../../../_server/form-key";
import { Button } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { Notice } from "../../../../_ui/notice";
import { Section } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";
import { moneyOf } from "../../../../_words/money-of";
import { ruleForm, ruleTyped } from "../rule-typed";
import { saveRule } from "./actions";
import type { RuleTexts } from "./rule-form";

type RulePreviewProps = { viewer: Viewer; subject: LimitSubject; texts: RuleTexts };

/** Whom the rule would touch, and the button that saves it. */
export async function RulePreview({ viewer, subject, texts }: RulePreviewProps) {
  const t = translator(viewer.locale, "approvals");
  const read = understand(viewer, texts);
  if ("problem" in read) return <Notice tone="hurt" title={read.problem} />;
  const touched = await previewLimits(viewer, subject, read.rule);
  return (
    <Section title={t("rules.touches")}>
      {touched.length === 0 ? (
        <p>{t("rules.nobody")}</p>
      ) : (
        <Table<Touched>
          caption={t("rules.touches")}
          rows={touched}
          rowKey={({ id }) => id}
          columns={[
            { key: "who", label: t("rules.who"), card: "title", cell: ({ name }) => name },
            { key: "kind", label: t("rules.kind"), card: "state", cell: ({ kind }) => t(`rules.${kind}`) },
            {
              key: "before",
              label: t("rules.before"),
              tone: "quiet",
              cell: ({ before }) => standingWords(viewer, before),
            },
            { key: "after", label: t("rules.after"), cell: ({ after }) => standingWords(viewer, after) },
          ]}
        />
      )}
      <ActionForm action={saveRule} formKey={newFormKey()} label={t("rules.save")}>
        <input type="hidden" name="subject" value={`${subject.kind}:${subject.id}`} />
        {Object.entries(texts).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FormActions>
          <Button tone="primary">{t("rules.save")}</Button>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

function understand(viewer: Viewer, texts: RuleTexts): { rule: LimitRule } | { problem: string } {
  try {
    return { rule: ruleTyped(viewer, ruleForm.omit({ subject: true }).parse(texts)) };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { problem: sentenceOf(error.facts, error.message, viewer.locale) };
  }
}

function standingWords(viewer: Viewer, { perRefund, perDay, perCustomer, approves }: Standing): string {
  const t = translator(viewer.locale, "approvals");
  const words = (limit: number | null) =>
    limit === null ? t("rules.without") : moneyOf(viewer, limit, viewer.environment.currency);
  const limits = t("rules.limitsWords", {
    refund: words(perRefund),
    day: words(perDay),
    customer: words(perCustomer),
  });
  return approves ? limits + t("rules.andApproves") : limits;
}
