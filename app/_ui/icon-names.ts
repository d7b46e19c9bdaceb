/** The icons in `icons.svg`. To add one: its lucide name here, then `node bin/icons.ts`. */
// prettier-ignore
export const iconNames = [
  "arrow-left", "arrow-left-right", "arrow-right", "ban", "box", "braces", "building", "calendar",
  "chart-no-axes-column", "check", "chevron-down", "chevron-left", "chevron-right", "chevron-up", "chevrons-up-down",
  "circle-exclamation-point", "circle-check", "circle-question-mark", "clock", "code", "copy", "credit-card", "download",
  "ellipsis", "external-link", "eye", "file-text", "funnel", "globe", "hash", "rotate-ccw-clock", "house", "inbox",
  "info", "key-round", "landmark", "languages", "link", "list", "lock", "log-out", "mail", "menu", "minus",
  "monitor", "moon", "package", "pencil", "phone", "pin", "plus", "receipt-text", "refresh-cw", "scale",
  "search", "settings", "shield-exclamation-point", "shield-check", "square-terminal", "sun", "trash", "triangle-exclamation-point",
  "undo-2", "user-round", "users", "wallet", "webhook", "x",
] as const;

export type IconName = (typeof iconNames)[number];
