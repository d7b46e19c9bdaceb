import type { Locale } from "#lib/i18n/locale";

import * as en from "./en/index.ts";
import * as fr from "./fr/index.ts";

/** Every message, by namespace; the English catalogue says which exist. */
export type Messages = typeof en;

export const catalogues: Record<Locale, Messages> = { en, fr };
