import type { ApprovalCase } from "#lib/approvals/queries";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextArea } from "../../../../_forms/fields";
import { newFormKey } from "../../../../_server/form-key";
import { Button } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { Notice } from "../../../../_ui/notice";
import { Section } from "../../../../_ui/section";
import { moneyOf } from "../../../../_words/money-of";
import { actorWords } from "../../../transactions/[id]/words";
import { decide, withdraw } from "./actions";

type DecisionFormProps = { viewer: Viewer; asked: ApprovalCase };

/** What the viewer can do about it: decide, or withdraw what they asked for. */
export function DecisionForm({ viewer, asked }: DecisionFormProps) {
  const t = translator(viewer.locale, "approvals");
  const { approval, may } = asked;
  if (approval.state !== "waiting") return null;
  if (may === "look") return <Notice>{t("mayNot")}</Notice>;
  if (may === "withdraw") {
    return (
      <Notice title={t("noOneYet")}>
        <p>{t("own")}</p>
        <ActionForm action={withdraw} formKey={newFormKey()} label={t("withdraw")}>
          <input type="hidden" name="approval" value={approval.id} />
          <FormActions>
            <Button>{t("withdraw")}</Button>
          </FormActions>
        </ActionForm>
      </Notice>
    );
  }
  return (
    <Section title={t("decide")}>
      <ActionForm
        action={decide}
        formKey={newFormKey()}
        label={t("decide")}
        labels={{ reason: t("decisionReason") }}
      >
        <input type="hidden" name="approval" value={approval.id} />
        <FormTextArea
          name="reason"
          label={t("decisionReason")}
          hint={t("decisionHint", { who: actorWords(viewer, approval.askedBy) })}
          attributes={{ rows: 2, maxLength: 500, required: true }}
        />
        <FormActions>
          <Button tone="primary" name="verdict" value="approve">
            {approveWords(viewer, asked)}
          </Button>
          <Button tone="danger" name="verdict" value="decline">
            {t("decline")}
          </Button>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

function approveWords(viewer: Viewer, { approval, lines }: ApprovalCase): string {
  const t = translator(viewer.locale, "approvals");
  const [line] = lines;
  if (!line || approval.lineCount > 1) return t("approveRun");
  return t("approve", { amount: moneyOf(viewer, line.amount, line.currency) });
}
