import { crc32, createDeflateRaw, type DeflateRaw } from "node:zlib";

export interface ZipEntry {
  name: string;
  /** Each must stand until the next but one is asked for. */
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>;
}

interface Written {
  name: Buffer;
  offset: number;
  crc: number;
  size: number;
  compressed: number;
}

/** UTF-8 names; sizes and sums follow what they are about, as they are not known before. */
const flags = 0x0808;
/** Sizes and places are 32 bits wide: what does not fit there is refused rather than written wrongly. */
const widest = 0xffff_ffff;

/** A ZIP archive, written as its entries come, in memory that does not grow with them. */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, pieces } of entries) {
    const entry = { name: Buffer.from(name), offset, crc: 0, size: 0, compressed: 0 };
    const head = localHeader(entry.name);
    offset += head.length;
    yield head;
    for await (const piece of deflated(entry, pieces)) {
      entry.compressed += piece.length;
      yield piece;
    }
    offset += entry.compressed;
    if (Math.max(entry.size, offset) > widest)
      throw new RangeError("The file has become too large for a ZIP archive");
    const descriptor = descriptorOf(entry);
    offset += descriptor.length;
    written.push(entry);
    yield descriptor;
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield Buffer.concat([directory, endOfDirectory(written.length, directory.length, offset)]);
}

/**
 * Fast rather than well: the threads that do so are the payments' too. Whenever a chunk is full, the other thread waits
 * until this one has read its batch: several batches fit into one.
 */
const fast = { level: 1, memLevel: 9, chunkSize: 2 * 1024 * 1024 };

/** Each piece is compressed in another thread, while the next one is made. */
async function* deflated(entry: Written, pieces: ZipEntry["pieces"]): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw(fast);
  feed(deflate, entry, pieces).catch((error: Error) => deflate.destroy(error));
  for await (const piece of deflate) yield piece;
}

async function feed(deflate: DeflateRaw, entry: Written, pieces: ZipEntry["pieces"]): Promise<void> {
  let taken = Promise.resolve();
  for await (const piece of pieces) {
    await taken;
    entry.crc = crc32(piece, entry.crc);
    entry.size += piece.length;
    taken = new Promise((resolve, reject) => {
      deflate.write(piece, (error) => (error ? reject(error) : resolve()));
    });
    // It is awaited when the next piece is there; until then it only must not go unheard.
    taken.catch(() => undefined);
  }
  await taken;
  deflate.end();
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(earliestDay, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptorOf({ crc, size, compressed }: Written): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x0807_4b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(compressed, 8);
  descriptor.writeUInt32LE(size, 12);
  return descriptor;
}

function directoryEntry({ name, offset, crc, size, compressed }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt16LE(earliestDay, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(compressed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

function endOfDirectory(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** 1 January 1980, where the calendar of ZIP begins: the file tells by itself when it was made. */
const earliestDay = 0x21;
