"use server";

import { createKey } from "#lib/keys/create-key";
import { formAction } from "../../../../../_server/form-action";
import { newKeyForm } from "./new-key-form";

export const makeKey = formAction(newKeyForm, createKey, { shown: ({ text }) => ({ text }) });
