/** The words of an address, "status=failed&from=2026-11-01", as a list reads them. */
export function fromWords(words: string | URLSearchParams): Record<string, string[]> {
  const params = new URLSearchParams(words);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}
