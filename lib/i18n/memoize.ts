/** Keeps what `make` returns for each arguments: an Intl formatter costs some 50 µs to make, nothing to keep. */
export function memoize<A extends string[], R>(make: (...keys: A) => R): (...keys: A) => R {
  const made = new Map<string, R>();
  return (...keys) => {
    const key = keys.join("|");
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(...keys);
    made.set(key, fresh);
    return fresh;
  };
}
