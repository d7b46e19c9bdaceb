import { expect, test } from "vitest";
import { countPages } from "#lib/files/pdf-pages";
import { runsOf } from "#lib/pdf/fonts";
import { directionOf, inVisualOrder } from "#lib/pdf/visual-order";
import { drawnRuns, textPdf } from "#lib/pdf/text-pdf";
import { lettersOf, withoutAccents } from "#tests/support/pdf-letters";

const body = (text: string) => ({ style: "body" as const, text });

test("names are written as people write them, in the letters of many languages", async () => {
  const names =
    "Łukasz Świętosławski, Ωμέγα Παπαδόπουλος, Вячеслав Їжакевич, Nguyễn Thị Hương, 山田太郎, カタカナ, 김민준, 박지우, דוד כהן, محمد الزهراء, گلچین";
  const pdf = await textPdf("Names", [{ style: "title", text: names }, body(`${names}: 64,50 €`)]);
  const written = lettersOf(pdf);
  const lost = [...withoutAccents(names.replaceAll(" ", ""))].filter((letter) => !written.has(letter));
  expect(lost).toEqual([]);
  expect(pdf.length).toBeLessThan(200_000);
});

test("an emoji that no font has is written as it is typed, another sign by its number, and what only steers other signs is left out", () => {
  const wordsOf = (text: string) => runsOf(text, "regular").map((run) => run.text);
  expect(wordsOf("Ana 😀\u200d\ufe0f\u0007!")).toEqual(["Ana :-D!"]);
  expect(wordsOf("Thanks 👍🏽 ❤️‍🔥 🇫🇷 1️⃣ 👩‍👩‍👧 ©️")).toEqual(["Thanks (+1) <3 FR 1 [emoji] ©"]);
  expect(wordsOf("ก")).toEqual(["[U+0E01]"]);
  expect(wordsOf("Z\u030c 山")).toEqual(["Ž ", "山"]);
  expect(wordsOf("می\u200cخواهم").join("")).toBe("می\u200cخواهم");
});

test("Hebrew is written from right to left, with numbers and names from left to right within it", () => {
  const order = (line: string) => inVisualOrder(line, directionOf(line)).map(({ text }) => text);
  expect(directionOf("דוד כהן")).toBe("rtl");
  expect(directionOf("Paid by דוד כהן")).toBe("ltr");
  expect(order("Paid by דוד כהן (Tel Aviv)")).toEqual(["Paid by ", "דוד כהן", " (Tel Aviv)"]);
  expect(order("דוד (64,50) Ana")).toEqual(["Ana", "( ", "64,50", "דוד )"]);
});

test("the pieces of a line from right to left are drawn from left to right, in their fonts, with brackets turned", () => {
  const [latin, hebrew] = ["NotoSans-Regular", "NotoSansHebrew-Regular"];
  const drawn = drawnRuns("דוד (Ana), כהן!", "rtl", "regular").map(({ face, text }) => [face.name, text]);
  expect(drawn).toEqual([
    [latin, "!"],
    [hebrew, "כהן"],
    [latin, " ,("],
    [latin, "Ana"],
    [latin, ") "],
    [hebrew, "דוד"],
  ]);
  const arabic = "NotoNaskhArabic-Regular";
  const paid = drawnRuns("دفع ١٢٣ €", "rtl", "regular").map(({ face, text }) => [face.name, text]);
  // Its font turns a number around, which has to be read from left to right.
  expect(paid).toEqual([
    [latin, "€ "],
    [arabic, "٣٢١"],
    [latin, " "],
    [arabic, "دفع"],
  ]);
});

test("long texts are broken into lines and pages, with or without spaces between words", async () => {
  const pagesOf = async (text: string) => countPages(await textPdf("Long", [body(text)]));
  expect(await pagesOf("word ".repeat(4000))).toBeGreaterThan(3);
  expect(await pagesOf("w".repeat(400))).toBe(1);
  expect(await pagesOf("山".repeat(3000))).toBe(2);
  expect(countPages(await textPdf("Empty", []))).toBe(1);
});
