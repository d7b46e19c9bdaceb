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

/** A page that says what was just done, which its address names. */
export function afterDone(path: string, done: string): string {
  return `${path}?done=${done}`;
}

/** Which of these a page's address says was just done; undefined for none. */
export function doneOf<const Done extends string>(all: readonly Done[], text: unknown): Done | undefined {
  return all.find((each) => each === text);
}

/** What somebody has just done by a link from a mail, after which they sign in anew. */
const signInOccasions = ["password", "email", "two_step"] as const;
type SignInOccasion = (typeof signInOccasions)[number];

/** The sign-in page that says what was done. */
export function signInAfter(occasion: SignInOccasion): string {
  return afterDone("/sign-in", occasion);
}

/** What the sign-in page is to say was done; undefined for nothing. */
export function signInOccasion(text: unknown): SignInOccasion | undefined {
  return doneOf(signInOccasions, text);
}

/** The sign-in page that leads back to `path`. */
export function signInPath(path: string): string {
  return path === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next: path }).toString()}`;
}
