"use server";

import { z } from "zod";
import { setApiVersion } from "#lib/accounts/set-api-version";
import { createKey } from "#lib/keys/create-key";
import { revokeKey } from "#lib/keys/revoke-key";
import { rollKey } from "#lib/keys/roll-key";
import { updateKey } from "#lib/keys/update-key";
import { paths } from "#lib/paths";
import { formAction } from "../../../_server/form-action";
import { editKeyForm, newKeyForm, rollKeyForm, versionForm } from "./key-forms";

export const makeKey = formAction(
  newKeyForm,
  (viewer, { lifetime, ...input }) =>
    createKey(viewer, { ...input, expiresAt: lifetime && viewer.now() + lifetime }),
  { shown: ({ text }) => ({ text }) },
);

export const roll = formAction(rollKeyForm, rollKey, { shown: ({ text }) => ({ text }) });

export const editKey = formAction(editKeyForm, updateKey, {
  next: (viewer, { id }) => paths.key(viewer, id),
});

export const revoke = formAction(
  z.strictObject({ id: z.string() }),
  (viewer, { id }) => revokeKey(viewer, id),
  { next: (viewer) => paths.keys(viewer) },
);

export const chooseVersion = formAction(
  versionForm,
  (viewer, { version }) => setApiVersion(viewer, version),
  { next: (viewer) => paths.keys(viewer) },
);
