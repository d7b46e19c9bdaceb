import { change } from "#db/rows";
import { disputes } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { type Colleague, colleagues } from "#lib/approvals/approvers";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { permissionsOf } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { notify } from "#lib/notifications/notify";
import { paths } from "#lib/paths";
import { findDispute } from "./find-dispute.ts";
import type { DisputeRow } from "./wire.ts";

/** Gives a dispute to a colleague who may answer it, or to nobody; whoever gets it is told. Needs disputes:write. */
export function assignDispute(
  viewer: Viewer,
  { disputeId, personId }: { disputeId: string; personId: string | null },
): Promise<DisputeRow> {
  authorize(viewer, "disputes:write");
  return transaction(viewer, async (tx) => {
    const dispute = await findDispute(tx, disputeId);
    if (dispute.assigneeId === personId) return dispute;
    if (personId !== null && !(await assignees(viewer)).some((each) => each.personId === personId)) {
      throw notFound("person", personId, "assignee");
    }
    const { assigneeId: before } = dispute;
    await audit(tx, "dispute.assigned", {
      subject: disputeId,
      before: { to: before },
      after: { to: personId },
    });
    const { amount, currency, dueBy } = dispute;
    if (personId !== null) {
      await notify(tx, "dispute_assigned", {
        subjectId: disputeId,
        path: paths.dispute(viewer, disputeId),
        permission: "disputes:write",
        facts: [
          { fact: "amount", amount, currency },
          ...(dueBy === null ? [] : [{ fact: "due" as const, at: dueBy }]),
        ],
        to: [personId],
      });
    }
    return change(tx, disputes, dispute, { assigneeId: personId });
  });
}

/** The colleagues who may answer disputes, by name. Needs disputes:read. */
export async function assignees(viewer: Viewer): Promise<Colleague[]> {
  authorize(viewer, "disputes:read");
  const { accountId, kind } = viewer.environment;
  const team = await colleagues(await reader(viewer), accountId);
  return team.filter((member) => permissionsOf(member, kind).has("disputes:write"));
}
