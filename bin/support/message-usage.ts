/** The messages a source file asks for: whole keys, and prefixes ending in a dot whose rest is computed. */
export interface Usage {
  keys: string[];
  prefixes: string[];
}

const bound =
  /\b(\w+)\s*(?:=\s*(?:await\s+)?\w*[tT]ranslat\w*\([^;]*?["'](\w+)["']\s*\)|\??:\s*Translate<["'](\w+)["']>)/g;
const direct =
  /\b\w*[tT]ranslator\([^()]*(?:\([^()]*\))?[^()]*["'](\w+)["']\s*\)\s*(?:\.\w+)?\(\s*["'`]([^"'`$]+)(\$\{)?/g;
const declared = /\/\/ messages: ([\w.]+?)(\.\*)?\s*$/gm;

/**
 * Finds `t("key")`, `t.rich("key")` and `` t(`prefix.${x}`) `` for every `t` bound to a namespace by
 * `translator(locale, "namespace")` or typed `Translate<"namespace">`, and `// messages: namespace.prefix.*` comments.
 */
export function messageUsage(source: string): Usage {
  const usage: Usage = { keys: [], prefixes: [] };
  const note = (path: string, open: boolean) => (open ? usage.prefixes : usage.keys).push(path);

  const namespaces = new Map<string, Set<string>>();
  for (const [, name = "", made, typed] of source.matchAll(bound)) {
    const known = namespaces.get(name) ?? new Set();
    namespaces.set(name, known.add(made ?? typed ?? ""));
  }
  for (const [name, spaces] of namespaces) {
    for (const [, quote, text = ""] of source.matchAll(calls(name))) {
      const open = quote === "`" && text.includes("${");
      for (const namespace of spaces)
        note(`${namespace}.${open ? text.slice(0, text.indexOf("${")) : text}`, open);
    }
  }
  for (const [, namespace, text, open] of source.matchAll(direct))
    note(`${namespace}.${text}`, open !== undefined);
  for (const [, path = "", star] of source.matchAll(declared))
    note(star ? `${path}.` : path, star !== undefined);
  return usage;
}

function calls(name: string): RegExp {
  return new RegExp(
    `(?<![\\w.])${name}(?:\\.(?:rich|markup|raw|has))?\\(\\s*(["'\`])((?:(?!\\1).)*)\\1`,
    "g",
  );
}
