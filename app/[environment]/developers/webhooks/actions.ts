"use server";

import { authorize } from "#lib/auth/permissions";
import { paths } from "#lib/paths";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { deleteEndpoint } from "#lib/webhooks/delete-endpoint";
import { replayEvents } from "#lib/webhooks/replay-events";
import { resendDelivery } from "#lib/webhooks/resend-delivery";
import { rollSecret } from "#lib/webhooks/roll-secret";
import { updateEndpoint } from "#lib/webhooks/update-endpoint";
import { formAction } from "../../../_server/form-action";
import {
  editEndpointForm,
  idForm,
  momentsOf,
  newEndpointForm,
  replayForm,
  rollForm,
  statusForm,
} from "./forms";

export const addEndpoint = formAction(newEndpointForm, createEndpoint, {
  shown: ({ secret }) => ({ secret }),
});

export const editEndpoint = formAction(editEndpointForm, updateEndpoint, {
  next: (viewer, { id }) => paths.webhook(viewer, id),
});

export const setStatus = formAction(statusForm, updateEndpoint, {
  next: (viewer, { id }) => paths.webhook(viewer, id),
});

export const removeEndpoint = formAction(idForm, (viewer, { id }) => deleteEndpoint(viewer, id), {
  next: (viewer) => paths.webhooks(viewer),
});

export const roll = formAction(rollForm, rollSecret, { shown: ({ secret }) => ({ secret }) });

export const replay = formAction(
  replayForm,
  async (viewer, { id, ...days }) => {
    authorize(viewer, "webhooks:write");
    await replayEvents(viewer, { endpointId: id, ...momentsOf(days, viewer.timeZone) });
    return id;
  },
  { next: (viewer, id) => paths.webhook(viewer, id) },
);

export const resend = formAction(idForm, (viewer, { id }) => resendDelivery(viewer, id), {
  next: (viewer, { id, endpointId }) => paths.webhookDelivery(viewer, endpointId, id),
});
