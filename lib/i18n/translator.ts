import { _createCache, _createIntlFormatters, createTranslator, type _Translator } from "use-intl/core";

import type { Locale } from "#lib/i18n/locale";
import { type Messages, catalogues } from "#lib/messages/catalogues";

export type Namespace = keyof Messages;

/** Says a message by its key; `t.rich` puts elements into it. A key that is not in the English catalogue does not compile. */
export type Translate<N extends Namespace> = _Translator<Messages[N]>;

type Translators = { [N in Namespace]?: Translate<N> };

const cache = _createCache();
const formatters = _createIntlFormatters(cache);
const known: Record<Locale, Translators> = { en: {}, fr: {} };

/** The messages of one namespace in one language. Made once, so that asking again costs next to nothing. */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translate<N> {
  const translators: { [K in N]?: Translate<K> } = known[locale];
  return (translators[namespace] ??= create(locale, namespace));
}

function create<N extends Namespace>(locale: Locale, namespace: N): Translate<N> {
  const messages: Messages[N] = catalogues[locale][namespace];
  return createTranslator({
    locale,
    messages,
    timeZone: "UTC",
    onError,
    _cache: cache,
    _formatters: formatters,
  });
}

/** A message that cannot be said is a mistake of ours: loud while developing, its bare key when it reaches people. */
function onError(error: Error): void {
  if (process.env.NODE_ENV !== "production") throw error;
}
