import "./_ui/styles/fonts.css";
import "./globals.css";

import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

import { requestLocale, requestTheme } from "./_ui/request-preferences";
import { barColours } from "./_ui/theme";

export const metadata: Metadata = {
  title: { default: "Comptoir", template: "%s · Comptoir" },
  robots: { index: false, follow: false },
  // A phone would make links of what looks like a number to call, inside what the page's scripts look after.
  formatDetection: { telephone: false, date: false, address: false, email: false, url: false },
};

export async function generateViewport(): Promise<Viewport> {
  return { themeColor: barColours(await requestTheme()) };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await requestTheme();
  return (
    <html lang={await requestLocale()} data-theme={theme === "system" ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
}
