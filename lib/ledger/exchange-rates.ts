import { exponent, isCurrency, type Currency } from "#lib/currencies";
import { multiplyRate } from "#lib/money";
import { divide, shift } from "./decimal.ts";

/**
 * `amount` (minor units) in another currency, and the rate it was converted at: major units of `to` for one of
 * `from`, an exact decimal. The rates are fixed, so that the same payment always settles for the same amount.
 * Throws RangeError for a currency that cannot be charged.
 */
export function convert(amount: number, from: string, to: string): { amount: number; rate: string } {
  const [source, target] = [supported(from), supported(to)];
  const rate = exchangeRate(source, target);
  return { amount: multiplyRate(amount, shift(rate, exponent(target) - exponent(source))), rate };
}

/** Enough for six figures of the smallest rate there is. */
const rateDecimals = 12;

/** Major units of `to` for one of `from`, an exact decimal. */
export function exchangeRate(from: Currency, to: Currency): string {
  if (from === to) return "1";
  return divide(perEuro[to], perEuro[from], rateDecimals);
}

function supported(currency: string): Currency {
  if (!isCurrency(currency)) throw new RangeError(`Not a currency that can be charged: ${currency}`);
  return currency;
}

/** What one euro is worth, in major units: round figures of mid-2025, fixed for good. */
// prettier-ignore
const perEuro: Record<Currency, string> = {
  usd: "1.16", aed: "4.26", afn: "80.5", all: "97.6", amd: "445", ang: "2.08", aoa: "1060", ars: "1500",
  aud: "1.78", awg: "2.09", azn: "1.97", bam: "1.95583", bbd: "2.32", bdt: "141", bgn: "1.95583", bhd: "0.437",
  bif: "3450", bmd: "1.16", bnd: "1.49", bob: "8.02", brl: "6.4", bsd: "1.16", bwp: "15.6", byn: "3.8", bzd: "2.33",
  cad: "1.6", cdf: "3350", chf: "0.94", clp: "1110", cny: "8.32", cop: "4700", crc: "586", cve: "110.265",
  czk: "24.6", djf: "206", dkk: "7.46", dop: "71", dzd: "151", egp: "56.5", etb: "165", eur: "1",
  fjd: "2.62", fkp: "0.865", gbp: "0.865", gel: "3.14", gip: "0.865", gmd: "83", gnf: "10050", gtq: "8.9",
  gyd: "243", hkd: "9.1", hnl: "30.4", htg: "152", huf: "398", idr: "18950", ils: "3.95", inr: "101",
  isk: "143", jmd: "186", jod: "0.822", jpy: "171", kes: "150", kgs: "101.5", khr: "4650", kmf: "491.96775",
  krw: "1610", kwd: "0.354", kyd: "0.966", kzt: "625", lak: "25100", lbp: "103800", lkr: "350", lrd: "232",
  lsl: "20.6", mad: "10.5", mdl: "19.6", mga: "5150", mkd: "61.5", mmk: "2435", mnt: "4160", mop: "9.38",
  mur: "53", mvr: "17.9", mwk: "2012", mxn: "21.8", myr: "4.91", mzn: "74.1", nad: "20.6", ngn: "1780",
  nio: "42.7", nok: "11.8", npr: "161.6", nzd: "1.96", omr: "0.446", pab: "1.16", pen: "4.12", pgk: "4.8",
  php: "66.3", pkr: "329", pln: "4.26", pyg: "8700", qar: "4.22", ron: "5.07", rsd: "117.2", rub: "93",
  rwf: "1675", sar: "4.35", sbd: "9.6", scr: "16.4", sek: "11.1", sgd: "1.49", shp: "0.865", sle: "26.4",
  sos: "663", srd: "43.5", std: "24500", szl: "20.6", thb: "37.7", tjs: "11", tnd: "3.39", top: "2.77",
  try: "47.3", ttd: "7.86", twd: "34.7", tzs: "2900", uah: "48.3", ugx: "4150", uyu: "46.6", uzs: "14500",
  vnd: "30450", vuv: "138", wst: "3.15", xaf: "655.957", xcd: "3.13", xcg: "2.08", xof: "655.957",
  xpf: "119.332", yer: "279", zar: "20.6", zmw: "27",
};
