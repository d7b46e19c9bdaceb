import { z } from "zod";
import { supportedCurrencies } from "#lib/money";

export const payoutForm = z.strictObject({
  currency: z.enum(supportedCurrencies, "currency_unknown"),
  amount: z.string(),
  method: z.enum(["standard", "instant"], "required"),
  destination: z.string().min(1, "required"),
  description: z.string().trim().max(200, "too_long"),
});

export const topupForm = z.strictObject({
  currency: z.enum(supportedCurrencies, "currency_unknown"),
  amount: z.string(),
  way: z.enum(["transfer", "debit"], "required"),
  description: z.string().trim().max(200, "too_long"),
});

export const bankAccountForm = z.strictObject({
  country: z.string(),
  currency: z.enum(supportedCurrencies, "currency_unknown"),
  holder: z.string().trim().min(1, "required").max(200, "too_long"),
  number: z.string().trim().min(1, "required").max(64, "too_long"),
  routing: z.string().trim().max(32, "too_long"),
  use: z.literal("default").optional(),
});

export const topupIdForm = z.strictObject({ topup: z.string() });
export const payoutIdForm = z.strictObject({ payout: z.string() });
export const accountIdForm = z.strictObject({ account: z.string() });

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

/** One, or several with commas between them. */
const separated = (sent: unknown) => String(sent).split(",");

/** Who keeps nothing behind may well write a zero. */
const nothingAsNone = (typed: string) => (/^0+([.,]0*)?$/.test(typed) ? "" : typed);

export const scheduleForm = z
  .strictObject({
    interval: z.enum(["daily", "weekly", "monthly", "manual"], "required"),
    weekday: z.preprocess(separated, z.array(z.enum(weekdays))),
    monthDay: z.preprocess(separated, z.array(z.coerce.number().int().min(1).max(31))),
    minimum: z.string().trim().transform(nothingAsNone),
  })
  .transform(({ interval, weekday, monthDay, minimum }) => ({
    interval,
    weekdays: interval === "weekly" ? weekday : [],
    monthDays: interval === "monthly" ? monthDay : [],
    minimum,
  }));
