import type { WebSocket } from "ws";
import { z } from "zod";
import type { Viewer } from "#lib/auth/viewer";
import { log } from "#lib/log";
import { noteAnswer } from "#lib/webhooks/listener-delivery";
import type { Channel } from "./channels.ts";

const message = z.discriminatedUnion("type", [
  z.object({ type: z.literal("event_ack"), webhook_conversation_id: z.string() }),
  z.object({
    type: z.literal("webhook_response"),
    webhook_conversation_id: z.string(),
    status: z.number().int().min(100).max(999),
    body: z.string(),
  }),
]);

/** Hears what a listener says of what it was sent: that it has it, and what the program behind it answered. */
export function takeAnswers(socket: WebSocket, viewer: Viewer, endpointId: string, channel: Channel): void {
  socket.on("message", (data) => {
    const said = message.safeParse(parsed(String(data)));
    if (!said.success) return;
    const { webhook_conversation_id: deliveryId, ...rest } = said.data;
    if (rest.type === "event_ack") return channel.acknowledge(deliveryId);
    const { status, body } = rest;
    const duration = channel.since(deliveryId) ?? 0;
    noteAnswer(viewer, { endpointId, deliveryId, status, body, duration }).catch((error: unknown) =>
      log.error({ delivery: deliveryId, err: error }, "a listener's answer could not be noted"),
    );
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
