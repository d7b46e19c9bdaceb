/** An id as an address has it, which may be its owner's choice: "25-off", "v1.2", "été 2026". Null for what is none. */
export function idIn(text: string): string | null {
  return /^\P{Cc}{1,255}$/u.test(text) ? text : null;
}
