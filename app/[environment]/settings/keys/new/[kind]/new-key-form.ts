import { z } from "zod";
import { resources } from "#lib/api/registry";
import { catalogues, type Messages } from "#lib/messages/catalogues";
import { several } from "../../../../../_server/form-values";

type Explained = keyof Messages["settings"]["permission"];

const asked = new Set(resources.flatMap(({ endpoints }) => endpoints.map(({ permission }) => permission)));

/** What restricted keys can be given: the permissions that calls of the API ask for. */
export const offeredPermissions = [...asked].filter(isExplained).sort();

const name = z.string().trim().min(1, "required").max(100, "too_long");
const permission = z.string().refine((text) => offeredPermissions.some((offered) => offered === text));

export const newKeyForm = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("secret"), name }),
  z.strictObject({ kind: z.literal("publishable"), name }),
  z.strictObject({
    kind: z.literal("restricted"),
    name,
    permissions: several(permission).refine((list) => list.length > 0, "permissions_required"),
  }),
]);

function isExplained(text: string): text is Explained {
  return Object.hasOwn(catalogues.en.settings.permission, text);
}
