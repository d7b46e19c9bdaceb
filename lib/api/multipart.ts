import { invalid } from "#lib/errors";

/** One part of a multipart body. Its content is read before the next part is asked for. */
export interface Part {
  name: string;
  /** Null for a plain field. */
  filename: string | null;
  content: AsyncIterable<Buffer>;
}

const longestHead = 16 * 1024;
const lineEnd = Buffer.from("\r\n");
const headEnd = Buffer.from("\r\n\r\n");

/** The boundary that a content type names; null when it is no multipart form. */
export function boundaryOf(contentType: string | undefined): string | null {
  const [, quoted, plain] = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(
    contentType ?? "",
  ) ?? [null];
  return quoted ?? plain ?? null;
}

/** Takes a multipart body apart as it comes in, without holding more of it than a piece. Source: RFC 7578. */
export async function* partsOf(source: AsyncIterator<Buffer>, boundary: string): AsyncGenerator<Part> {
  const delimiter = Buffer.from(`\r\n--${boundary}`, "latin1");
  const input = createInput(source);
  for await (const _preamble of input.until(delimiter));
  while ((await input.line()) === "") {
    const head = await input.text(headEnd, longestHead);
    const content = input.until(delimiter);
    yield { ...namesIn(head), content };
    for await (const _unread of content);
  }
}

interface Input {
  /** What comes before a mark, in pieces; the mark itself is taken too. */
  until(mark: Buffer): AsyncGenerator<Buffer>;
  /** What is left of this line. */
  line(): Promise<string>;
  text(mark: Buffer, longest: number): Promise<string>;
}

function createInput(source: AsyncIterator<Buffer>): Input {
  // The first delimiter is one more line, too.
  let held: Buffer = lineEnd;

  async function* until(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = held.indexOf(mark);
      const sure = at < 0 ? held.length - mark.length + 1 : at;
      const piece = held.subarray(0, Math.max(0, sure));
      held = held.subarray(at < 0 ? piece.length : at + mark.length);
      if (piece.length > 0) yield piece;
      if (at >= 0) return;
      const next = await source.next();
      if (next.done) throw malformed();
      held = Buffer.concat([held, next.value]);
    }
  }

  async function text(mark: Buffer, longest: number): Promise<string> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of until(mark)) {
      length += piece.length;
      if (length > longest) throw malformed();
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString();
  }

  /** The delimiter that closes the body, `--boundary--`, may be its very end. */
  async function line(): Promise<string> {
    while (held.length < 2) {
      const next = await source.next();
      if (next.done) throw malformed();
      held = Buffer.concat([held, next.value]);
    }
    if (held.subarray(0, 2).toString() === "--") return "--";
    return (await text(lineEnd, longestHead)).trim();
  }

  return { until, line, text };
}

function namesIn(head: string): Pick<Part, "name" | "filename"> {
  const [, disposition = ""] = /^content-disposition:\s*form-data\s*(;.*)$/im.exec(head) ?? [];
  const name = valueOf(disposition, "name");
  if (name === null) throw malformed();
  return { name, filename: encodedFilename(disposition) ?? valueOf(disposition, "filename") };
}

/** Quotes are sent percent-encoded, or with a backslash before them. */
function valueOf(disposition: string, name: string): string | null {
  const pattern = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]*))`, "i");
  const [, quoted, plain] = pattern.exec(disposition) ?? [];
  return quoted?.replaceAll('\\"', '"').replaceAll("%22", '"') ?? plain ?? null;
}

function encodedFilename(disposition: string): string | null {
  const [, encoded] = /;\s*filename\*=utf-8''([^\s;]*)/i.exec(disposition) ?? [];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw malformed();
  }
}

function malformed() {
  return invalid("Invalid request: the multipart/form-data body cannot be read. It may be incomplete.");
}
