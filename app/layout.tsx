import "./_ui/styles/fonts.css";
import "./globals.css";

import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

import { requestLocale, requestTheme } from "./_ui/request-preferences";

export const metadata: Metadata = {
  title: { default: "Comptoir", template: "%s · Comptoir" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#161511" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await requestTheme();
  return (
    <html lang={await requestLocale()} data-theme={theme === "system" ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
}
