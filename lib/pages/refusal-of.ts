/** Why no page can answer: its address is no text, its form cannot be read, or another site sent the form. */
export type Refusal = "address" | "form" | "origin";

/**
 * What is wrong with a request before any page looks at it; null where nothing is. Reads the body of a multipart
 * form. `publicUrl`: where browsers find this server; whoever stands in front may have renamed the host.
 */
export async function refusalOf(request: Request, publicUrl: string): Promise<Refusal | null> {
  if (!isText(new URL(request.url).pathname)) return "address";
  if (request.method !== "POST") return null;
  if (!isOwnOrigin(request.headers, publicUrl)) return "origin";
  return (await isReadable(request)) ? null : "form";
}

/** A form says which site sent it; the few clients that do not are no browsers on somebody else's page. */
function isOwnOrigin(headers: Headers, publicUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin === null || origin === new URL(publicUrl).origin) return true;
  const host = headers.get("x-forwarded-host")?.split(",", 1)[0]?.trim() ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function isReadable(request: Request): Promise<boolean> {
  if (!request.headers.get("content-type")?.trim().toLowerCase().startsWith("multipart/")) return true;
  return request.formData().then(
    () => true,
    () => false,
  );
}

function isText(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
