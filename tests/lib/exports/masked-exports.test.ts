import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { exportHistory } from "#lib/audit/export-history";
import type { Viewer } from "#lib/auth/viewer";
import { fundCash } from "#lib/cash/fund-cash";
import { returnCash } from "#lib/cash/return-cash";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { updateCustomer } from "#lib/customers/update-customer";
import { concealRows } from "#lib/discretion/conceal-rows";
import type { ExportChoices } from "#lib/exports/choices";
import { columnsFor } from "#lib/exports/columns";
import { type DatasetName, datasetNames } from "#lib/exports/datasets/all";
import { writeFile } from "#lib/exports/write-file";
import { createPayment } from "#lib/payments/create-payment";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { refundPayment } from "#lib/refunds/refund-payment";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld } from "#tests/support/world";

const name = "Zoë Ølund";
const email = "zoe.olund@example.com";
const phone = "+33 612345678";
const address = {
  ...{ line1: "7 rue des Lilas", line2: null, city: "Annonay", postal_code: "07100", state: null },
  country: "FR",
};
const metadata = { contact: `Ms Ølund, ${phone}` };
const clear = /zoë|zoe|Ølund|olund|612345678|lilas|annonay|07100|4242/iu;

let viewer: Viewer;
beforeAll(async () => {
  ({ viewer } = await aMember(await aWorld(), ["super_admin"]));
  const shipping = { name, phone, address };
  const { id: customerId } = await createCustomer(viewer, {
    ...{ name, email, phone, address, shipping, metadata, description: `${name}, regular` },
  });
  const told = { description: `Lamp for ${name}`, metadata, receiptEmail: email, shipping };
  const payment = await aPayment(viewer, { customerId, ...told });
  await refundPayment(viewer, { paymentId: payment.id, amount: 900, note: `${name} rang`, metadata });
  await sendReceipt(viewer, { paymentIntentId: payment.id, to: [email] });
  const billingDetails = { name, email, phone, address };
  const card = { token: "tok_createDispute" };
  const paymentMethodData = { type: "card", card, billingDetails } as const;
  await createPayment(viewer, { amount: 5000, currency: "eur", ...told, paymentMethodData }, {});
  await fundCash(viewer, { customerId, amount: 900, currency: "eur", reference: `Thanks, ${name}` });
  await returnCash(viewer, { customerId, amount: 400, currency: "eur" });
  await updateCustomer(viewer, { id: customerId, name: "Ada Berg" });
  const gone = await createCustomer(viewer, { name, email });
  await deleteCustomer(viewer, gone.id);
});

async function fileOf(dataset: DatasetName, as: Viewer): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "comptoir-export-")), "file");
  const columns = columnsFor(viewer, dataset);
  const timeZone = "Europe/Paris";
  const all = { address: {}, from: null, until: null, timeZone, readIn: timeZone };
  const choices: ExportChoices = { dataset, columns, format: "csv", metadata: ["contact"], ...all };
  await writeFile(as, choices, { path, tell: () => {} });
  return readFileSync(path).toString();
}

async function historyOf(as: Viewer): Promise<string> {
  const parts: string[] = [];
  for await (const part of exportHistory(as, {})) parts.push(part);
  return parts.join("");
}

const telling: DatasetName[] = [
  ...([
    "payments",
    "refunds",
    "cash_returns",
    "disputes",
    "customers",
    "guests",
    "activity",
    "mails",
  ] as const),
];

test.each(datasetNames)(
  "the file of %s holds nothing of a customer for who is to be discreet",
  async (dataset) => {
    if (telling.includes(dataset)) expect(await fileOf(dataset, viewer)).toMatch(clear);
    const hidden = await fileOf(dataset, { ...viewer, conceal: concealRows });
    expect(hidden.split("\n").filter((line) => clear.test(line))).toEqual([]);
  },
);

test("nor does that of the security history", async () => {
  const hidden = await historyOf({ ...viewer, conceal: concealRows });
  expect(hidden.split("\n").filter((line) => clear.test(line))).toEqual([]);
});
