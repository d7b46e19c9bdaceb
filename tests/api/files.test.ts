import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { filesFolder } from "#db/files-folder";
import { pruneFiles } from "#lib/files/prune";
import { day } from "#lib/clock";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { moveClock } from "#lib/environments/move-clock";
import { rawRequest } from "#tests/support/raw-request";
import { samples } from "#tests/support/samples";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

const evidence = (name = "receipt.pdf", data: Buffer = samples.pdf) =>
  stripe.files.create({ purpose: "dispute_evidence", file: { data, name, type: "application/pdf" } });

const contentsOf = (id: string, key = world.key) =>
  fetch(`${world.url}/v1/files/${id}/contents`, { headers: { Authorization: `Bearer ${key}` } });

/** What lies in the folder of files of this world's environment. */
const stored = () => {
  const folder = join(filesFolder(), String(world.environment.id));
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe("a file", () => {
  test("is kept as it came, shown, listed and had back", async () => {
    const file = await evidence("reçu “1”.pdf");
    expect({ ...file }).toEqual({
      id: expect.stringMatching(/^file_/),
      object: "file",
      created: expect.any(Number),
      expires_at: file.created + 270 * 24 * 3600,
      filename: "reçu “1”.pdf",
      links: { object: "list", data: [], has_more: false, url: `/v1/file_links?file=${file.id}` },
      purpose: "dispute_evidence",
      size: samples.pdf.length,
      title: null,
      type: "pdf",
      url: expect.stringMatching(new RegExp(`/v1/files/${file.id}/contents$`)),
    });
    expect({ ...(await stripe.files.retrieve(file.id)) }).toEqual({ ...file });
    const contents = await contentsOf(file.id);
    expect(Buffer.from(await contents.arrayBuffer())).toEqual(samples.pdf);
    expect(Object.fromEntries(contents.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; filename="re_u _1_\.pdf"/),
      "x-content-type-options": "nosniff",
    });
    const events = await stripe.events.list({ type: "file.created" });
    expect(events.data[0]?.data.object).toMatchObject({ id: file.id });
  });

  test("is filtered by purpose and time", async () => {
    const logo = await stripe.files.create({
      purpose: "business_logo",
      file: { data: samples.png, name: "logo.png", type: "image/png" },
    });
    const icons = await stripe.files.list({ purpose: "business_logo" });
    expect(icons.data.map(({ id }) => id)).toEqual([logo.id]);
    expect((await stripe.files.list({ created: { lt: logo.created - 100 } })).data).toEqual([]);
    const first = await stripe.files.list({ limit: 1 });
    expect(first).toMatchObject({ has_more: true, data: [{ id: logo.id }] });
  });

  test("is made with a link to it, or without", async () => {
    const file = { data: samples.jpg, name: "a.jpg", type: "image/jpeg" };
    const linked = await stripe.files.create({
      purpose: "business_icon",
      file,
      file_link_data: { create: true, metadata: { shown: "yes" } },
      expand: ["links.data.file"],
    });
    expect(linked.links?.data).toMatchObject([
      { object: "file_link", metadata: { shown: "yes" }, file: { id: linked.id } },
    ]);
    const bare = await stripe.files.create({
      purpose: "business_icon",
      file,
      file_link_data: { create: false },
    });
    expect(bare.links?.data).toEqual([]);
    const private_ = { purpose: "identity_document", file, file_link_data: { create: true } } as const;
    await expect(stripe.files.create(private_)).rejects.toMatchObject({ param: "file" });
  });

  test("is answered once for a key, whatever is sent with it again", async () => {
    const params = { purpose: "dispute_evidence", file: { data: samples.pdf, name: "a.pdf" } } as const;
    const before = stored().length;
    const options = { idempotencyKey: "one-file" };
    const first = await stripe.files.create(params, options);
    const again = await stripe.files.create(params, options);
    expect(again.id).toBe(first.id);
    expect(stored()).toHaveLength(before + 1);
    const other = { ...params, file: { data: samples.png, name: "a.pdf" } };
    await expect(stripe.files.create(other, options)).rejects.toMatchObject({
      type: "StripeIdempotencyError",
    });
    expect(stored()).toHaveLength(before + 1);
  });

  test("is gone when its time is over", async () => {
    const own = await anApiWorld();
    const file = await own.stripe.files.create({
      purpose: "customer_signature",
      file: { data: samples.svg, name: "me.svg" },
    });
    const get = (key: string) =>
      fetch(`${own.url}/v1/files/${file.id}/contents`, { headers: { Authorization: `Bearer ${key}` } });
    expect((await get(own.key)).headers.get("content-disposition")).toMatch(/^attachment/);
    await moveClock(own.environment.slug, Date.now() + 8 * day);
    expect((await get(own.key)).status).toBe(404);
    await pruneFiles();
    expect(await own.stripe.files.retrieve(file.id)).toMatchObject({ id: file.id });
  });
});

describe("what is refused, and leaves nothing", () => {
  test.each([
    ["nothing in it", "dispute_evidence", Buffer.alloc(0), "The file is empty"],
    ["a page", "dispute_evidence", samples.html, "application/pdf, image/jpeg, image/png"],
    ["a program", "dispute_evidence", samples.program, "application/pdf"],
    ["a picture that may hold a program", "business_logo", samples.svg, "image/gif"],
    ["a page for a signature", "customer_signature", samples.html, "image/svg+xml"],
    ["a page called text", "platform_terms_of_service", samples.html, "text/plain"],
    ["too much", "business_icon", Buffer.concat([samples.png, Buffer.alloc(600 * 1024)]), "at most 512 KB"],
  ] as const)("%s", async (_what, purpose, data, message) => {
    const before = stored();
    const file = { data, name: "innocent.png", type: "image/png" };
    await expect(stripe.files.create({ purpose, file })).rejects.toMatchObject({
      message: expect.stringContaining(message),
      param: "file",
    });
    expect(stored()).toEqual(before);
  });

  test("a purpose that is none, and a file that is not there", async () => {
    const file = { data: samples.pdf, name: "a.pdf" };
    await expect(stripe.files.create({ purpose: "evidence", file })).rejects.toMatchObject({
      param: "purpose",
    });
    const form = (fields: Record<string, string | Blob>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return fetch(`${world.url}/v1/files`, {
        method: "POST",
        headers: { Authorization: `Bearer ${world.key}` },
        body,
      }).then((answer) => answer.json());
    };
    expect(await form({ purpose: "dispute_evidence" })).toMatchObject({
      error: { code: "parameter_missing", param: "file" },
    });
    const pdf = new Blob([samples.pdf]);
    expect(await form({ purpose: "pci_document", file: pdf, colour: "red" })).toMatchObject({
      error: { code: "parameter_unknown", param: "colour" },
    });
    expect(await form({ purpose: "pci_document", picture: pdf })).toMatchObject({
      error: { code: "parameter_unknown", param: "picture" },
    });
  });

  test("a plain form, and a body that ends too early", async () => {
    const headers = { Authorization: `Bearer ${world.key}` };
    const plain = await rawRequest(world, {
      method: "POST",
      path: "/v1/files",
      headers,
      body: "purpose=pci_document",
    });
    expect([plain.status, plain.error.message]).toEqual([
      400,
      expect.stringContaining("multipart/form-data"),
    ]);
    const early = await rawRequest(world, {
      method: "POST",
      path: "/v1/files",
      headers: { ...headers, "Content-Type": "multipart/form-data; boundary=x" },
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-',
    });
    expect([early.status, early.error.type]).toEqual([400, "invalid_request_error"]);
  });
});

test.each([
  ["../../../etc/passwd.pdf", "passwd.pdf"],
  ["C:\\Users\\me\\..\\a.pdf", "a.pdf"],
  [".htaccess.pdf", "htaccess.pdf"],
  ["..", "file"],
  ['a"; filename="b.html', "a; filename=b.html"],
])("a file called %s is called %s", async (sent, kept) => {
  const file = await evidence(sent);
  expect(file.filename).toBe(kept);
  expect((await contentsOf(file.id)).status).toBe(200);
});

describe("who may", () => {
  test("a browser uploads, and sees no more than that it did", async () => {
    const browser = aClient(world, await aKey(world, "publishable"));
    const upload = { purpose: "dispute_evidence", file: { data: samples.pdf, name: "a.pdf" } } as const;
    const file = await browser.files.create(upload);
    expect(file).toMatchObject({ url: null, links: null });
    await expect(browser.files.retrieve(file.id)).rejects.toMatchObject({ statusCode: 403 });
    const linked = { ...upload, file_link_data: { create: true } };
    await expect(browser.files.create(linked)).rejects.toMatchObject({ statusCode: 403 });
  });

  test("a restricted key may what it was given", async () => {
    const reader = aClient(world, await aKey(world, "restricted", ["files:read"]));
    const file = await evidence();
    expect((await reader.files.retrieve(file.id)).id).toBe(file.id);
    const params = { purpose: "dispute_evidence", file: { data: samples.pdf, name: "a.pdf" } } as const;
    await expect(reader.files.create(params)).rejects.toMatchObject({ statusCode: 403 });
    await expect(reader.fileLinks.create({ file: file.id })).rejects.toMatchObject({ statusCode: 403 });
  });

  test("another business has no such file", async () => {
    const file = await evidence();
    const other = await anApiWorld();
    await expect(other.stripe.files.retrieve(file.id)).rejects.toMatchObject({ statusCode: 404 });
    expect((await contentsOf(file.id, other.key)).status).toBe(404);
    await expect(other.stripe.fileLinks.create({ file: file.id })).rejects.toMatchObject({ param: "file" });
  });

  test("nobody has back what was only to be checked", async () => {
    const file = await stripe.files.create({
      purpose: "identity_document",
      file: { data: samples.jpg, name: "passport.jpg" },
    });
    expect(file.url).toBeNull();
    expect((await contentsOf(file.id)).status).toBe(400);
  });
});
