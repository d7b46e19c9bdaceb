"use server";

import { z } from "zod";
import { guidePlaces, placeGuide } from "#lib/accounts/guide-on-home";
import { paths } from "#lib/paths";
import { formAction } from "../../../_server/form-action";

const chosen = z.strictObject({ home: z.enum(guidePlaces) });

/** Has Home lead to the guide, or no longer; it goes on to Home, where that is seen. */
export const place = formAction(chosen, placeGuide, { next: (viewer) => paths.home(viewer) });
