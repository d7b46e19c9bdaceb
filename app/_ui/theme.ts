/** How pages look: "system" follows the machine. */
export const themes = ["light", "dark", "system"] as const;

export type Theme = (typeof themes)[number];

/** Whether `text` names a theme. */
export function isTheme(text: unknown): text is Theme {
  return themes.some((theme) => theme === text);
}

/** As `--paper` in the style sheets. */
const paper = { light: "#faf9f5", dark: "#161511" };

/** What a phone's own bars around the page are coloured: as the page is. */
export function barColours(theme: Theme): string | { media: string; color: string }[] {
  if (theme !== "system") return paper[theme];
  return (["light", "dark"] as const).map((scheme) => ({
    media: `(prefers-color-scheme: ${scheme})`,
    color: paper[scheme],
  }));
}
