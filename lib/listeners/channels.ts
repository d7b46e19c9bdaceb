import type { WebSocket } from "ws";
import { shared } from "#db/shared";

/** What came of handing a delivery to a listener. */
export type Handover = "taken" | "timeout" | "gone";

/** A listener that is connected to this process. */
export interface Channel {
  /** Where the listener is. */
  address: string | null;
  /** Sends a delivery's messages and waits until one of them is acknowledged. `timeout`: milliseconds. */
  hand(deliveryId: string, messages: readonly object[], timeout: number): Promise<Handover>;
  acknowledge(deliveryId: string): void;
  /** Milliseconds since a delivery was handed over, told once; null when that is no longer known. */
  since(deliveryId: string): number | null;
  close(): void;
}

const channels = shared("listeners.channels", () => new Map<string, Channel>());

/** Of so many deliveries it is remembered when they were handed over: to those that are only shown no answer comes. */
const remembered = 1000;

/** The connection of a listener by its endpoint's id, if it has one now. */
export function channelOf(endpointId: string): Channel | undefined {
  return channels.get(endpointId);
}

/** Makes a socket the connection of a listener; one that it had before is closed. */
export function openChannel(endpointId: string, socket: WebSocket, address: string | null): Channel {
  channels.get(endpointId)?.close();
  const sentAt = new Map<string, number>();
  const waiting = new Map<string, (handover: Handover) => void>();
  const channel: Channel = {
    address,
    hand(deliveryId, messages, timeout) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(deliveryId, "timeout"), timeout);
        waiting.set(deliveryId, (handover) => {
          clearTimeout(timer);
          resolve(handover);
        });
        remember(deliveryId);
        for (const message of messages) socket.send(JSON.stringify(message));
        if (socket.readyState !== socket.OPEN) settle(deliveryId, "gone");
      });
    },
    acknowledge: (deliveryId) => settle(deliveryId, "taken"),
    since(deliveryId) {
      const at = sentAt.get(deliveryId);
      sentAt.delete(deliveryId);
      return at === undefined ? null : Math.round(performance.now() - at);
    },
    close: () => socket.close(1008),
  };

  function remember(deliveryId: string): void {
    sentAt.delete(deliveryId);
    sentAt.set(deliveryId, performance.now());
    const [oldest] = sentAt.keys();
    if (sentAt.size > remembered && oldest) sentAt.delete(oldest);
  }

  function settle(deliveryId: string, handover: Handover): void {
    waiting.get(deliveryId)?.(handover);
    waiting.delete(deliveryId);
  }

  socket.once("close", () => {
    if (channels.get(endpointId) === channel) channels.delete(endpointId);
    for (const deliveryId of [...waiting.keys()]) settle(deliveryId, "gone");
  });
  channels.set(endpointId, channel);
  return channel;
}
