import { createServer, type Server, type Socket } from "node:net";

export interface Received {
  from: string;
  to: string;
  /** Headers and body as they came. */
  data: string;
}

export interface SmtpServer {
  url: string;
  received: Received[];
  /** What it says to the next recipients instead of taking them; null takes them. */
  refusal: string | null;
  stop(): Promise<void>;
}

/** A mail server of this machine that takes mail and keeps it. */
export async function anSmtpServer(): Promise<SmtpServer> {
  const sockets = new Set<Socket>();
  const facts = { received: [] as Received[], refusal: null as string | null };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    converse(socket, facts);
  });
  const port = await listening(server);
  return Object.assign(facts, {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

function converse(socket: Socket, server: Pick<SmtpServer, "received" | "refusal">): void {
  let buffer = "";
  let data: string[] | null = null;
  const envelope = { from: "", to: "" };
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (data) {
      if (line !== ".") return void data.push(line.replace(/^\./, ""));
      server.received.push({ ...envelope, data: data.join("\n") });
      data = null;
      return say("250 taken");
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "MAIL") envelope.from = inBrackets(line);
    if (verb === "RCPT") {
      if (server.refusal) return say(server.refusal);
      envelope.to = inBrackets(line);
    }
    if (verb === "DATA") data = [];
    say(verb === "DATA" ? "354 go on" : verb === "QUIT" ? "221 bye" : "250 fine");
  };
  say("220 test");
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    buffer += chunk.toString("utf8");
    const lines = buffer.split("\r\n");
    buffer = lines.pop() ?? "";
    lines.forEach(hear);
  });
}

function inBrackets(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? "";
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}
