"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";

import { isTheme } from "./theme";

const year = 365 * 24 * 3600;

/** Remembers in this browser how pages should look, then shows the page the form stood on again. */
export async function setTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  if (isTheme(theme)) {
    (await cookies()).set("theme", theme, { maxAge: year, sameSite: "lax", path: "/" });
  }
  redirect(localPath(form.get("return_to")));
}

/** Only a path of ours: "//elsewhere" and "/\elsewhere" leave the site. */
function localPath(path: FormDataEntryValue | null): string {
  return typeof path === "string" && /^\/(?![/\\])/.test(path) ? path : "/";
}
