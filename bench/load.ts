import { connect as open, type Socket } from "node:net";

export interface Answer {
  status: number;
  body: string;
}

/** One connection that is kept and used for one request at a time, with as little work around it as possible. */
export interface Line {
  ask(method: "GET" | "POST", path: string, headers: string, body?: string): Promise<Answer>;
  close(): void;
}

/** Connects to 127.0.0.1. */
export function connect(port: number): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = open({ host: "127.0.0.1", port, noDelay: true });
    socket.once("error", reject);
    socket.once("connect", () => resolve(lineOf(socket)));
  });
}

function lineOf(socket: Socket): Line {
  let received = "";
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    received += chunk;
    const answer = parse(received);
    if (!answer) return;
    received = "";
    waiting?.resolve(answer);
  });
  socket.on("close", () => waiting?.reject(new Error("The server closed the connection")));
  return {
    ask(method, path, headers, body = "") {
      const length =
        method === "POST"
          ? `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n`
          : "";
      return new Promise<Answer>((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(`${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}${length}\r\n${body}`);
      });
    },
    close: () => void socket.destroy(),
  };
}

/** Undefined until the answer is whole. */
function parse(received: string): Answer | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = received.slice(0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer without a length: ${head.slice(0, 200)}`);
  const body = received.slice(end + 4);
  if (body.length < Number(length)) return undefined;
  return { status: Number(head.slice(9, 12)), body };
}
