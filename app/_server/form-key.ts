import { randomText } from "#lib/ids";

const length = 24;

/** The one-time key of a form, made anew each time a page is rendered. */
export function newFormKey(): string {
  return randomText(length);
}

/** The key a form was sent with; one of its own when somebody has tampered with it. */
export function sentKey(data: FormData): string {
  const key = data.get("one_time_key");
  return typeof key === "string" && /^[0-9A-Za-z]{24}$/.test(key) ? key : newFormKey();
}
