import type { Metadata } from "next";
import type { Locale } from "#lib/i18n/locale";
import { type EnvironmentPageProps, pageViewer } from "./page-viewer";

/** A page's title in the viewer's language: its `generateMetadata`. */
export function pageTitle(title: (locale: Locale) => string) {
  return async ({ params }: EnvironmentPageProps): Promise<Metadata> => {
    const { locale } = await pageViewer((await params).environment);
    return { title: title(locale) };
  };
}
