import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day } from "#lib/clock";
import { handleFileLink } from "#lib/file-links/open-link";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { moveClock } from "#lib/environments/move-clock";
import { samples } from "#tests/support/samples";

let world: ApiWorld;
let stripe: Stripe;
let door: string;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
  const server = createServer((request, response) => void handleFileLink(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => server.close());
  door = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

const aFile = async (data = samples.png, name = "logo.png") =>
  stripe.files.create({
    purpose: data === samples.svg ? "customer_signature" : "dispute_evidence",
    file: { data, name },
  });
const open = ({ url }: Stripe.FileLink, init?: RequestInit) =>
  fetch(door + new URL(url ?? "").pathname, init);
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

describe("a link to a file", () => {
  test("opens it for anybody until it expires", async () => {
    const file = await aFile();
    const expires_at = inAnHour();
    const link = await stripe.fileLinks.create({ file: file.id, expires_at, metadata: { for: "Zoë" } });
    expect({ ...link }).toEqual({
      id: expect.stringMatching(/^link_/),
      object: "file_link",
      created: expect.any(Number),
      expired: false,
      expires_at,
      file: file.id,
      livemode: false,
      metadata: { for: "Zoë" },
      url: expect.stringMatching(/\/links\/\d+-\w{24}$/),
    });
    const answer = await open(link);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(samples.png);
    expect(await stripe.fileLinks.retrieve(link.id, { expand: ["file"] })).toMatchObject({
      file: { id: file.id },
    });
    expect((await stripe.files.retrieve(file.id)).links?.data.map(({ id }) => id)).toEqual([link.id]);
  });

  test("ends at once when told to, and is not begun again", async () => {
    const link = await stripe.fileLinks.create({ file: (await aFile()).id, expires_at: inAnHour() });
    const later = inAnHour() + 3600;
    const longer = await stripe.fileLinks.update(link.id, { expires_at: later, metadata: { a: "1" } });
    expect(longer).toMatchObject({ expires_at: later, metadata: { a: "1" } });
    expect(await stripe.fileLinks.update(link.id, { expires_at: "" })).toMatchObject({ expires_at: null });
    const ended = await stripe.fileLinks.update(link.id, { expires_at: "now" });
    expect(ended).toMatchObject({ expired: true, metadata: { a: "1" } });
    expect((await open(ended)).status).toBe(404);
    await expect(stripe.fileLinks.update(link.id, { expires_at: later })).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  test("is not made for the past, for what is private, or for nothing", async () => {
    const file = await aFile();
    await expect(stripe.fileLinks.create({ file: file.id, expires_at: 1000 })).rejects.toMatchObject({
      param: "expires_at",
    });
    await expect(stripe.fileLinks.create({ file: "file_none" })).rejects.toMatchObject({
      code: "resource_missing",
      param: "file",
    });
    const passport = await stripe.files.create({
      purpose: "identity_document",
      file: { data: samples.jpg, name: "p.jpg" },
    });
    await expect(stripe.fileLinks.create({ file: passport.id })).rejects.toMatchObject({ param: "file" });
  });

  test("is listed by its file and by whether it is over", async () => {
    const own = await anApiWorld();
    const { files, fileLinks } = own.stripe;
    const upload = { purpose: "pci_document", file: { data: samples.pdf, name: "a.pdf" } } as const;
    const [one, two] = [await files.create(upload), await files.create(upload)];
    const first = await fileLinks.create({ file: one.id, expires_at: inAnHour() });
    const second = await fileLinks.create({ file: one.id });
    const third = await fileLinks.create({ file: two.id });
    const ids = async (params: Stripe.FileLinkListParams) =>
      (await fileLinks.list(params)).data.map(({ id }) => id);
    expect(await ids({})).toEqual([third.id, second.id, first.id]);
    expect(await ids({ file: one.id })).toEqual([second.id, first.id]);
    await moveClock(own.environment.slug, Date.now() + day);
    expect(await ids({ expired: true })).toEqual([first.id]);
    expect(await ids({ expired: false, limit: 1, starting_after: third.id })).toEqual([second.id]);
    expect(await ids({ created: { gt: third.created } })).toEqual([]);
  });

  test("shows a browser nothing that could run", async () => {
    const link = await stripe.fileLinks.create({ file: (await aFile(samples.svg, "me.svg")).id });
    const { headers } = await open(link);
    expect(headers.get("content-disposition")).toMatch(/^attachment/);
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("is nothing else", async () => {
    for (const path of ["/links/", "/links/1-aaaaaaaaaaaaaaaaaaaaaaaa", "/links/../v1/files", "/links/%00"]) {
      expect((await fetch(door + path)).status).toBe(404);
    }
    const link = await stripe.fileLinks.create({ file: (await aFile()).id });
    expect((await open(link, { method: "POST" })).status).toBe(404);
    expect((await open(link, { method: "HEAD" })).headers.get("content-length")).toBe(
      String(samples.png.length),
    );
    const french = await fetch(`${door}/links/x`, { headers: { "Accept-Language": "fr" } });
    expect(await french.text()).toContain("Il n’y a pas de fichier");
  });
});
