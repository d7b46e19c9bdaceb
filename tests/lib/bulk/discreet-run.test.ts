import { expect, test } from "vitest";
import { startRun } from "#lib/bulk/change-run";
import { createRun } from "#lib/bulk/create-run";
import { getRun } from "#lib/bulk/queries";
import { createCustomer } from "#lib/customers/create-customer";
import { updateCustomer } from "#lib/customers/update-customer";
import { maskRoles } from "#lib/discretion/masked-roles";
import { runDueJobs } from "#lib/jobs/run-due";
import { selectRows } from "#lib/lists/selections/select-rows";
import { listMails } from "#lib/mail/queries";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld } from "#tests/support/world";

const paid = { paymentMethodId: "pm_card_bypassPending" };

test("a run in the name of who is to be discreet, sends receipts where the payments themselves say", async () => {
  const own = await aWorld();
  await maskRoles(own.viewer, { roles: ["support_associate"] });
  const { viewer: discreet } = await aMember(own, ["support_associate"]);
  const customer = await createCustomer(own.viewer, { name: "Inès Moreau", email: "ines@lavande.example" });
  const redirected = await aPayment(own.viewer, { ...paid, customerId: customer.id });
  const known = await aPayment(own.viewer, { ...paid, receiptEmail: "lea@lavande.example" });
  await updateCustomer(discreet, { id: customer.id, email: "agent@elsewhere.example" });
  const { id: selection } = await selectRows(discreet, {
    list: "payments",
    ids: [redirected.id, known.id],
    seen: [],
    earlier: null,
    matching: null,
  });
  const { id } = await createRun(discreet, { selection, act: { act: "receipt" } });
  await runDueJobs(own.environment, Date.now());
  await startRun(discreet, id);
  await runDueJobs(own.environment, Date.now());
  const { run, troubles } = await getRun(own.viewer, id);
  expect(run).toMatchObject({ state: "finished", done: 1, failed: 1 });
  expect(troubles).toMatchObject([{ objectId: redirected.id, code: "receipt_elsewhere" }]);
  const { rows } = await listMails({ ...own.viewer, door: "operator" }, { limit: 10 });
  expect(rows.filter(({ kind }) => kind === "receipt").map(({ to }) => to)).toEqual(["lea@lavande.example"]);
});
