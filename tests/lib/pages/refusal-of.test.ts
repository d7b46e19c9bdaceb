import { expect, test } from "vitest";
import { refusalOf } from "#lib/pages/refusal-of";

const publicUrl = "https://pay.example.com";
const address = "http://10.0.0.5:3000/sign-in";

function asked(headers: Record<string, string> = {}, body?: BodyInit): Promise<string | null> {
  const request = new Request(address, {
    method: "POST",
    headers: { host: "10.0.0.5:3000", ...headers },
    body,
  });
  return refusalOf(request, publicUrl);
}

function aForm(): FormData {
  const form = new FormData();
  form.set("email", "ada@example.com");
  return form;
}

test.each(["/receipts/%ff", "/receipts/%", "/%c3%28", "/receipts/%zz"])("%s is no address", async (path) => {
  expect(await refusalOf(new Request(`http://localhost${path}`), publicUrl)).toBe("address");
});

test.each(["/", "/receipts/%C3%A9", "/a%2fb", "/sign-in?next=%ff"])("%s is an address", async (path) => {
  expect(await refusalOf(new Request(`http://localhost${path}`), publicUrl)).toBeNull();
});

test.each(["http://evil.test", "null", "https://pay.example.com.evil.test", "http://10.0.0.5:3001", ""])(
  "a form from %s is another site's",
  async (origin) => {
    expect(await asked({ origin }, aForm())).toBe("origin");
    expect(await asked({ origin }, new URLSearchParams("a=b"))).toBe("origin");
  },
);

test.each(["https://pay.example.com", "http://10.0.0.5:3000"])("a form from %s is ours", async (origin) => {
  expect(await asked({ origin }, aForm())).toBeNull();
});

test("a form is ours by the host that a trusted proxy was asked for", async () => {
  const headers = { origin: "https://books.example.com", "x-forwarded-host": "books.example.com, 10.0.0.5" };
  expect(await asked(headers, aForm())).toBeNull();
});

test("who only reads may come from anywhere", async () => {
  const request = new Request(address, { headers: { origin: "http://evil.test" } });
  expect(await refusalOf(request, publicUrl)).toBeNull();
});

test.each([
  ["multipart/form-data", "x"],
  ["multipart/form-data; boundary=", "x"],
  ["multipart/form-data; boundary=abc", "x"],
  ["Multipart/Form-Data; boundary=abc", "--abc\r\nContent-Disposition: nonsense\r\n\r\n"],
  ["multipart/form-data; boundary=abc", ""],
])("%s with the body %j is no form", async (type, body) => {
  expect(await asked({ "content-type": type }, body)).toBe("form");
});

test("a whole form is read, and other bodies are left to the page", async () => {
  expect(await asked({}, aForm())).toBeNull();
  expect(await asked({}, new FormData())).toBeNull();
  expect(await asked({ "content-type": "text/plain" }, "anything")).toBeNull();
  expect(await asked()).toBeNull();
});
