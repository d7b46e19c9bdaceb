"use server";

import { z } from "zod";
import { chooseNotifications, notificationKind } from "#lib/notifications/choices";
import { formAction } from "../../../../_server/form-action";
import { several } from "../../../../_server/form-values";

export const choose = formAction(z.strictObject({ wanted: several(notificationKind) }), chooseNotifications);
