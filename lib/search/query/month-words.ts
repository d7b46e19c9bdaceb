/** How each month is written, in both languages, without accents. */
const names = [
  ["january", "jan", "janvier", "janv"],
  ["february", "feb", "fevrier", "fevr", "fev"],
  ["march", "mar", "mars"],
  ["april", "apr", "avril", "avr"],
  ["may", "mai"],
  ["june", "jun", "juin"],
  ["july", "jul", "juillet", "juil"],
  ["august", "aug", "aout"],
  ["september", "sep", "sept", "septembre"],
  ["october", "oct", "octobre"],
  ["november", "nov", "novembre"],
  ["december", "dec", "decembre"],
];

/** A day, or a month, as far as it is said. */
export interface MonthWords {
  month: number;
  day: number | null;
  year: number | null;
}

/** A pattern of what is given without accents, that lets it have them. */
export const accented = (name: string) => name.replaceAll("e", "[eéè]").replaceAll("u", "[uû]");

const longestFirst = names.flat().sort((a, b) => b.length - a.length);
const month = String.raw`(?<month>${longestFirst.map(accented).join("|")})(?!\p{L})(?:\.(?!\.))?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er)?(?!\d|[.,]\d)`;
const year = String.raw`(?<year>(?:19[7-9]\d|20\d\d))(?!\d|[.,]\d)`;
const gap = String.raw`[\s_,-]*`;
const inside = String.raw`[\s_.-]*(?:(?:of|de)[\s_]+)?`;

/** What says most comes first: in "20 nov 25, 2025" the twenty is an amount. */
const forms = [
  String.raw`${month}${gap}${day}${gap}${year}`,
  String.raw`${day}${inside}${month}(?:${gap}${year})?`,
  String.raw`${month}${gap}${day}`,
  String.raw`${month}${gap}${year}`,
];

const whole = forms.map((form) => new RegExp(`^${form}[.,;]?$`, "iu"));
const amongOthers = forms.map(
  (form) => new RegExp(String.raw`(?<![\p{L}\d_]|[\p{L}\d][.,/-])${form}(?![\p{L}\d_])`, "giu"),
);

/** "25 nov", "1er décembre 2025", "Nov 25, 2025", "November 2025": null for what is none of them. */
export function monthWordsOf(text: string): MonthWords | null {
  const said = whole.map((form) => form.exec(text.trim().normalize())?.groups).find(Boolean);
  if (!said) return null;
  const name = withoutAccents(said["month"] ?? "");
  const { day: onDay, year: inYear } = said;
  return {
    month: names.findIndex((each) => each.includes(name)) + 1,
    day: onDay === undefined ? null : Number(onDay),
    year: inYear === undefined ? null : Number(inYear),
  };
}

/** A month's name by itself, which is of no year. */
export function isMonthAlone(text: string): boolean {
  return names.flat().includes(withoutAccents(text.replace(/\.$/, "")));
}

function withoutAccents(name: string): string {
  return name.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
}

/** A text in which such words stand together, with no space between them, where `isMeant` says so. */
export function withMonthsTogether(text: string, isMeant: (words: string) => boolean): string {
  return amongOthers.reduce(
    (kept, form) =>
      kept.replaceAll(form, (words) => (isMeant(words) ? words.replaceAll(/[\s,]+/g, "_") : words)),
    text.normalize(),
  );
}
