import { type AddressInfo, createServer, type Socket } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import { atEnd } from "#tests/support/at-end";

/** Authentication succeeded, and ready for queries. */
const welcome = Buffer.from("520000000800000000" + "5a0000000549", "hex");
const noTls = Buffer.from("N");
const tlsRequest = 80_877_103;

/** A Postgres of its own, for programs that only know one by its address, until the test file ends. */
export async function aPostgres(): Promise<string> {
  const database = await PGlite.create();
  const sockets = new Set<Socket>();
  // It has one session: what one connection asks is answered in full before the next one's is heard.
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer((socket) => {
    sockets.add(socket);
    hear(socket, (question) => {
      turn = turn.then(async () => socket.write(await database.execProtocolRaw(question)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await turn;
    await database.close();
  });
  return `postgres://postgres@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`;
}

/** Greets, then hands on what comes in up to each message that wants an answer. */
function hear(socket: Socket, ask: (question: Buffer) => void): void {
  let greeted = false;
  let incoming = Buffer.alloc(0);
  let question: Buffer[] = [];
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: Buffer) => {
    incoming = Buffer.concat([incoming, chunk]);
    for (let length = lengthOf(incoming, greeted); length <= incoming.length;) {
      const message = incoming.subarray(0, length);
      incoming = incoming.subarray(length);
      if (greeted) take(message);
      else {
        greeted = message.readUInt32BE(4) !== tlsRequest;
        socket.write(greeted ? welcome : noTls);
      }
      length = lengthOf(incoming, greeted);
    }
  });

  function take(message: Buffer): void {
    const kind = message.toString("latin1", 0, 1);
    if (kind === "X") return void socket.end();
    question.push(message);
    if (kind !== "Q" && kind !== "S") return;
    ask(Buffer.concat(question));
    question = [];
  }
}

/** Of the first message in what came in: endless while even that is not there. Only the greeting has no kind. */
function lengthOf(incoming: Buffer, greeted: boolean): number {
  const kind = greeted ? 1 : 0;
  return incoming.length < kind + 4 ? Infinity : kind + incoming.readUInt32BE(kind);
}
