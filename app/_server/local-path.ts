/** A path of this server that somebody may be sent to; `/` for anything that leads elsewhere. */
export function localPath(path: unknown): string {
  if (typeof path !== "string" || !/^\/(?![/\\])/.test(path)) return "/";
  try {
    const url = new URL(path, "http://here.invalid");
    // "/..//elsewhere" is a path of ours until it is tidied up.
    return url.host === "here.invalid" && !url.pathname.startsWith("//") ? url.pathname + url.search : "/";
  } catch {
    return "/";
  }
}

/** The page of the second step, which leads on to `path`. */
export function twoStepPath(path: string): string {
  return `/two-step?${new URLSearchParams({ next: path }).toString()}`;
}

/** The sign-in page that leads back to `path`. */
export function signInPath(path: string): string {
  return path === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next: path }).toString()}`;
}
