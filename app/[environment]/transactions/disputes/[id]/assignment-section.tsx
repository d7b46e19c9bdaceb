import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { assignees } from "#lib/disputes/assign-dispute";
import type { DisputeRow } from "#lib/disputes/wire";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../_forms/action-form";
import { FormSelectField } from "../../../../_forms/fields";
import { newFormKey } from "../../../../_server/form-key";
import { Button } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { Section } from "../../../../_ui/section";
import { assign } from "./actions";

/** Who takes care of the dispute, and who could. */
export async function AssignmentSection({ viewer, dispute }: { viewer: Viewer; dispute: DisputeRow }) {
  const t = translator(viewer.locale, "disputes");
  const people = await assignees(viewer);
  const current = people.find(({ personId }) => personId === dispute.assigneeId)?.name ?? t("nobody");
  return (
    <Section title={t("assignee")}>
      {may(viewer, "disputes:write") ? (
        <ActionForm action={assign} formKey={newFormKey()} label={t("assignee")}>
          <input type="hidden" name="dispute" value={dispute.id} />
          <FormSelectField
            name="assignee"
            label={t("colleague")}
            placeholder={t("nobody")}
            defaultValue={dispute.assigneeId ?? ""}
            options={people.map(({ personId, name }) => ({
              value: personId,
              label: personId === viewer.actor.id ? t("me", { name }) : name,
            }))}
          />
          <FormActions>
            <Button>{t("assign")}</Button>
          </FormActions>
        </ActionForm>
      ) : (
        <p>{current}</p>
      )}
    </Section>
  );
}
