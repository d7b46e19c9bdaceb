/** An emoji, of one sign or of several that are shown as one. */
export const anyEmoji = /\p{RGI_Emoji}/gv;

/**
 * An emoji as it was typed before there were any, since whoever reads a letter knows these in every language: `:-)`.
 * Flags are the letters of their country; of what was never typed it is said that it was an emoji.
 */
export function typedEmoji(emoji: string): string {
  const signs = [...emoji].filter((sign) => !steering.test(sign));
  const flag = signs.map(letterOf);
  if (flag.every((letter) => letter !== null)) return flag.join("");
  const [first = ""] = signs;
  return keys.test(first) ? first : (typed.get(first) ?? "[emoji]");
}

/** What only says how another sign is to look: its colour, its skin, a key around it. */
const steering = /[\u200D\uFE0F\u20E3\u{1F3FB}-\u{1F3FF}]/u;
const keys = /^[\d#*]$/;
const firstLetter = 0x1_f1_e6;

function letterOf(sign: string): string | null {
  const at = (sign.codePointAt(0) ?? 0) - firstLetter;
  return at >= 0 && at < 26 ? String.fromCodePoint(65 + at) : null;
}

const typed = new Map(
  Object.entries({
    ":-)": "🙂😊☺😌😇🥰🤗",
    ":-D": "😀😃😄😁😆😅😂🤣",
    ";-)": "😉",
    ":-*": "😗😙😚😘",
    ":-P": "😛😜😝😋",
    ":-|": "😐😑😶",
    ":-/": "😕🫤🤔",
    ":-(": "🙁☹😞😔😟😣😖😩😫",
    ":'-(": "😢😭😥",
    ":-O": "😮😯😲😱",
    ">:-(": "😠😡🤬",
    "<3": "❤🧡💛💚💙💜🖤🤍🤎💕💖💗💓💞",
    "</3": "💔",
    "(+1)": "👍",
    "(-1)": "👎",
    "(ok)": "👌🆗✅",
    "(x)": "❌",
  }).flatMap(([written, emojis]) => [...emojis].map((emoji) => [emoji, written] as const)),
);
