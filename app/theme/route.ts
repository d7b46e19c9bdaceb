import { cookies } from "next/headers";
import { localPath } from "../_server/local-path";
import { seeOther } from "../_server/see-other";
import { isTheme } from "../_ui/theme";

const year = 365 * 24 * 3600;

/** Remembers in this browser how pages should look, then shows the page the form stood on again. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const theme = form.get("theme");
  if (isTheme(theme)) {
    (await cookies()).set("theme", theme, { maxAge: year, sameSite: "lax", path: "/" });
  }
  return seeOther(localPath(form.get("return_to")));
}
