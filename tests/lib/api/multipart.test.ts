import fc from "fast-check";
import { expect, test } from "vitest";
import { boundaryOf, partsOf } from "#lib/api/multipart";

test("a form comes apart into its parts, however it is cut on the way", async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const field = fc.record({ name: fc.stringMatching(/^[a-z[\]]{1,12}$/), content: bytes });
  await fc.assert(
    fc.asyncProperty(
      fc.array(field, { maxLength: 4 }),
      fc.integer({ min: 1, max: 40 }),
      async (fields, size) => {
        const body = bodyOf(fields.map(({ name, content }) => ({ name, content: Buffer.from(content) })));
        const read = await allOf(cut(body, size), "b0undary");
        expect(read).toEqual(
          fields.map(({ name, content }) => ({ name, filename: "f", content: Buffer.from(content) })),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test("contents that look like the boundary are contents", async () => {
  const content = Buffer.from("\r\n--b0undar\r\n--\r\n--b0undary-ish but for the line it is on");
  const body = bodyOf([{ name: "a", content: content.subarray(0, 16) }]);
  expect(await allOf(cut(body, 3), "b0undary")).toEqual([
    { name: "a", filename: "f", content: content.subarray(0, 16) },
  ]);
});

test.each([
  ["", null],
  ["application/json", null],
  ["multipart/form-data", null],
  ["multipart/form-data; boundary=x1", "x1"],
  ['multipart/form-data; charset=utf-8; boundary="x 1"', "x 1"],
])("%j has the boundary %j", (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});

test.each([
  ["nothing", ""],
  ["no end", '--b0undary\r\nContent-Disposition: form-data; name="a"\r\n\r\nabc'],
  ["no name", "--b0undary\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--b0undary--\r\n"],
  ["a head without end", `--b0undary\r\n${"x".repeat(20_000)}`],
])("a body with %s is refused", async (_what, body) => {
  await expect(allOf(cut(Buffer.from(body), 1000), "b0undary")).rejects.toThrow("cannot be read");
});

function bodyOf(fields: { name: string; content: Buffer }[]): Buffer {
  const parts = fields.flatMap(({ name, content }) => [
    Buffer.from(`--b0undary\r\nContent-Disposition: form-data; name="${name}"; filename="f"\r\n\r\n`),
    content,
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...parts, Buffer.from("--b0undary--")]);
}

async function* cut(body: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

async function allOf(source: AsyncIterator<Buffer>, boundary: string) {
  const parts = [];
  for await (const { name, filename, content } of partsOf(source, boundary)) {
    const pieces: Buffer[] = [];
    for await (const piece of content) pieces.push(piece);
    parts.push({ name, filename, content: Buffer.concat(pieces) });
  }
  return parts;
}
