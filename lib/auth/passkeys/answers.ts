import { z } from "zod";

const bytes = z.base64url().max(8000);

const common = {
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional().catch(undefined),
  clientExtensionResults: z.object({}),
};

const registration = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});

const assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});

export type RegistrationAnswer = z.infer<typeof registration>;
export type AssertionAnswer = z.infer<typeof assertion>;

/** What a browser answers when a passkey is made, as a form sends it. */
export const registrationAnswer = fromJson(registration);

/** What a browser answers when a passkey is used, as a form sends it. */
export const assertionAnswer = fromJson(assertion);

function fromJson<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .max(20_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "passkey_unreadable" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
