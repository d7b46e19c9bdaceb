import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";

/** A publishable key opens one payment at a time: the one whose client secret it knows. */
export function assertSecret(viewer: Viewer, secret: string, given: string | undefined): void {
  if (!viewer.publishable && given === undefined) return;
  if (given === undefined) {
    throw invalid("Missing required param: client_secret.", {
      code: "parameter_missing",
      param: "client_secret",
    });
  }
  if (given !== secret) {
    throw invalid(
      "The client_secret provided does not match the client_secret associated with this PaymentIntent.",
      {
        code: "payment_intent_invalid_parameter",
        param: "client_secret",
      },
    );
  }
}
