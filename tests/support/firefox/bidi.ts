import { once } from "node:events";
import { WebSocket } from "ws";

/** A connection by which a browser is told what to do: WebDriver BiDi, the protocol that all of them share. */
export interface Bidi {
  /** What a command comes to; fails in the browser's words. */
  send<Result>(method: string, params?: object): Promise<Result>;
  /** Hears an event from now on, if the session subscribed to it. */
  on<Event>(method: string, hear: (event: Event) => void): void;
  close(): void;
}

interface Message {
  id?: number;
  type: "success" | "error" | "event";
  method?: string;
  params?: object;
  result?: object;
  error?: string;
  message?: string;
}

/** Connects to the browser that listens at an address. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address);
  await once(socket, "open");
  const asked = new Map<number, (message: Message) => void>();
  const heard = new Map<string, (event: never) => void>();
  socket.on("message", (text) => {
    const message: Message = JSON.parse(String(text));
    if (message.type === "event") heard.get(message.method ?? "")?.(message.params as never);
    else asked.get(message.id ?? 0)?.(message);
  });
  socket.on("close", () => {
    for (const answer of asked.values()) answer({ type: "error", error: "the browser is gone" });
  });
  let last = 0;
  return {
    send: (method, params = {}) => {
      const id = ++last;
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise((resolve, reject) => {
        asked.set(id, ({ type, result, error, message }) => {
          asked.delete(id);
          if (type === "success") resolve(result as never);
          else reject(new Error(`${method}: ${error} ${message ?? ""}`));
        });
      });
    },
    on: (method, hear) => heard.set(method, hear),
    close: () => socket.close(),
  };
}
