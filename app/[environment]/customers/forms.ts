import { z } from "zod";
import { customerFields, readTyped } from "#lib/customers/typed-customer";
import { metadataRows } from "../../_metadata/metadata-rows";

/** What a form showed before anybody typed: a JSON text of names and values. */
const shownBefore = z
  .string()
  .transform((text) => z.record(z.string(), z.string()).catch({}).parse(parsed(text)))
  .default({});

const sent = z.object({ id: z.string().optional(), shown: shownBefore }).catchall(z.string());

/** What is typed of a customer: what differs from what was shown is what changes. */
const typed = sent.transform(({ id, shown, ...fields }, context) => {
  const known = Object.fromEntries(Object.entries(fields).filter(([name]) => isField(name)));
  const read = readTyped(known, shown);
  if ("input" in read) return { id, fields, input: read.input };
  for (const { path, message } of read.issues) {
    context.addIssue({ code: "custom", path: [...path], message });
  }
  return z.NEVER;
});

export const newCustomerForm = typed.transform(({ fields, input }, context) => {
  const problem = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (!input.name && !input.email) problem("name", "name_or_email_required");
  const { taxType = "", taxValue = "" } = fields;
  if (taxType && !taxValue) problem("taxValue", "required");
  if (taxValue && !taxType) problem("taxType", "required");
  const metadata = metadataRows(fields, problem);
  return {
    ...input,
    metadata: Object.fromEntries(metadata),
    taxIds: taxValue ? [{ type: taxType, value: taxValue.trim() }] : [],
  };
});

export const editCustomerForm = typed.transform(({ id, input }) => ({ ...input, id: id ?? "" }));

export const customerForm = z.strictObject({ id: z.string() });

function isField(name: string): boolean {
  return customerFields.some((field) => field === name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
