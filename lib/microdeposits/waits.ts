/** Whether a payment or setup waits for its payer to read what was deposited. */
export function waitsForDeposits(intent: { status: string; nextAction: { type?: unknown } | null }): boolean {
  return intent.status === "requires_action" && intent.nextAction?.type === "verify_with_microdeposits";
}
