import { z } from "zod";
import { locales } from "#lib/i18n/locale";
import { isRegion } from "#lib/i18n/regions";
import { descriptorPrefixProblem, descriptorProblem } from "./statement-descriptor.ts";
import { isTimeZone } from "./time-zones.ts";

/** A telephone number that may be left empty, as null. */
export const optionalPhone = orNull(z.string().regex(/^\+?[0-9 ().-]{5,25}$/, "phone_invalid"));

/** The address of a website. */
export const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, message: "url_invalid" })
  .max(2000, "too_long");

/** What an account says of itself. An empty optional field is null; messages are codes of the `errors` catalogue. */
export const accountDetails = z.strictObject({
  name: z.string().trim().min(1, "required").max(100, "too_long"),
  supportEmail: orNull(z.email("email_invalid").max(254, "too_long")),
  supportPhone: optionalPhone,
  website: optionalUrl(),
  supportUrl: optionalUrl(),
  supportLine1: optionalText(200),
  supportLine2: optionalText(200),
  supportPostalCode: optionalText(20),
  supportCity: optionalText(100),
  supportState: optionalText(100),
  supportCountry: orNull(z.string().refine(isRegion, "country_unknown")),
  termsUrl: optionalUrl(),
  privacyUrl: optionalUrl(),
  statementDescriptor: z.string().trim().superRefine(refuse(descriptorProblem, "descriptor")),
  statementDescriptorPrefix: orNull(z.string().superRefine(refuse(descriptorPrefixProblem, "prefix"))),
  timeZone: z.string().refine(isTimeZone, "time_zone_unknown"),
  locale: z.enum(locales, "language_unknown"),
});

export type AccountDetails = z.infer<typeof accountDetails>;

function optionalUrl() {
  return orNull(webAddress);
}

function optionalText(longest: number) {
  return orNull(z.string().max(longest, "too_long"));
}

function orNull<T extends z.ZodType<string, string>>(schema: T) {
  return z
    .string()
    .trim()
    .transform((text) => text || null)
    .pipe(schema.nullable());
}

function refuse(problemOf: (text: string) => string | null, field: string) {
  return (text: string, context: z.RefinementCtx) => {
    const problem = problemOf(text);
    if (problem) context.addIssue({ code: "custom", message: `${field}_${problem}` });
  };
}
