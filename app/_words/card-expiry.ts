/** Until when a card is good, as "04/2031"; null where that is not known, or hidden from who is to be discreet. */
export function cardExpiry(month: number | null | undefined, year: number | null | undefined): string | null {
  return month && year ? `${String(month).padStart(2, "0")}/${year}` : null;
}
