/** How pages look: "system" follows the machine. */
export const themes = ["light", "dark", "system"] as const;

export type Theme = (typeof themes)[number];

/** Whether `text` names a theme. */
export function isTheme(text: unknown): text is Theme {
  return themes.some((theme) => theme === text);
}
