/**
 * The settled amount of a part of a payment: in proportion, rounded half up; the last part takes what is left, so
 * that the parts of a fully returned payment add up to it. All in minor units, `taken` what earlier parts took.
 */
export function settledShare(part: {
  settled: number;
  whole: number;
  amount: number;
  left: number;
  taken: number;
}): number {
  if (part.amount >= part.left) return part.settled - part.taken;
  const whole = BigInt(part.whole);
  const share = (BigInt(part.settled) * BigInt(part.amount) * 2n + whole) / (whole * 2n);
  // Rounded shares of many small parts may run ahead of the whole: never take more than there is.
  return Math.min(Number(share), part.settled - part.taken);
}
