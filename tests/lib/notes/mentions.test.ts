import fc from "fast-check";
import { expect, test } from "vitest";
import { type Mentionable, mentionsIn, partsOf } from "#lib/notes/mentions";

const team: Mentionable[] = [
  { personId: "per_1", name: "Ana Lima", email: "ana@shop.test" },
  { personId: "per_2", name: "Ana Lima Costa", email: "costa@shop.test" },
  { personId: "per_3", name: "Zoë Ølund", email: "zoe@shop.test" },
  { personId: "per_4", name: "Sam", email: "sam@shop.test" },
  { personId: "per_5", name: "Sam", email: "sam2@shop.test" },
];
const mentioned = (text: string) => mentionsIn(text, team).map(({ personId }) => personId);

test.each([
  ["@Ana Lima please look", ["per_1"]],
  ["the longest name counts: @Ana Lima Costa, thanks", ["per_2"]],
  ["capitals do not matter: @zoë ølund", ["per_3"]],
  ["by address: @sam2@shop.test.", ["per_5"]],
  ["by first name, where nobody shares it: @Zoë?", ["per_3"]],
  ["a shared first name is nobody's: @Ana", []],
  ["a shared name is everybody's: @Sam", ["per_4", "per_5"]],
  ["twice @Zoë and @Zoë Ølund", ["per_3"]],
  ["an email address mentions nobody: x@Sam", []],
  ["a longer word is another: @Sammy", []],
  ["@nobody", []],
  ["two: (@Zoë, @Ana Lima)", ["per_3", "per_1"]],
])("%s", (text, people) => {
  expect(mentioned(text)).toEqual(people);
});

test("a note is shown as it was written, whatever it mentions", () => {
  const word = fc.constantFrom("@", "Ana Lima", "Zoë", " ", "Sam", "İ", "@Sam ", "<b>", "\n", "x@Sam");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const text = words.join("");
      const parts = partsOf(text, mentionsIn(text, team));
      expect(parts.map((part) => part.text).join("")).toBe(text);
    }),
  );
});

test("what is mentioned is set apart", () => {
  const text = "Ask @Zoë Ølund, @Zoë again";
  const parts = partsOf(text, mentionsIn(text, team)).filter(({ mention }) => mention);
  expect(parts.map((part) => part.text)).toEqual(["@Zoë Ølund"]);
});
