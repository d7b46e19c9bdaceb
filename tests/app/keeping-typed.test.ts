import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { untouched } from "../../app/_forms/form-state";
import { keepingTyped } from "../../app/_forms/keeping-typed";

const sent = new FormData();
for (const [name, value] of [
  ["one_time_key", "fk_1"],
  ["amount", "12.50"],
  ["card_number", "4242424242424242"],
] as const)
  sent.append(name, value);

beforeEach(() => vi.stubGlobal("document", { documentElement: { lang: "fr" } }));
afterEach(() => vi.unstubAllGlobals());

test("where no answer comes, a form keeps what was typed and its key, and says so", async () => {
  const send = keepingTyped(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(await send(untouched, sent)).toEqual({
    ...untouched,
    key: "fk_1",
    values: { amount: ["12.50"] },
    problem: expect.stringContaining("Aucune réponse"),
  });
});

test("an answer is what it is, and what leads elsewhere does", async () => {
  const answer = { ...untouched, problem: "No" };
  expect(await keepingTyped(() => Promise.resolve(answer))(untouched, sent)).toBe(answer);
  const elsewhere = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;/a;303;" });
  await expect(keepingTyped(() => Promise.reject(elsewhere))(untouched, sent)).rejects.toBe(elsewhere);
});
