/** An email address as it is looked for: people write the same one in small and in capital letters. */
export function emailKey(email: string): string;
export function emailKey(email: string | null | undefined): string | null;
export function emailKey(email: string | null | undefined): string | null {
  return email?.toLowerCase() ?? null;
}
