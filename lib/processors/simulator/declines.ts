import type { Declined } from "../processor.ts";

export type DeclineReason =
  | "generic_decline"
  | "insufficient_funds"
  | "lost_card"
  | "stolen_card"
  | "expired_card"
  | "incorrect_cvc"
  | "processing_error"
  | "card_velocity_exceeded"
  | "authentication_required";

/** A card decline as clients are told it. The messages are interface: existing clients show and match them. */
export function declined(reason: DeclineReason): Declined {
  return { result: "declined", code: "card_declined", declineCode: reason, param: null, ...details[reason] };
}

type Details = Pick<Declined, "message" | "advice" | "networkDeclineCode"> &
  Partial<Pick<Declined, "code" | "param">>;

const details: Record<DeclineReason, Details> = {
  generic_decline: {
    message: "Your card was declined.",
    advice: "try_again_later",
    networkDeclineCode: "01",
  },
  insufficient_funds: {
    message: "Your card has insufficient funds.",
    advice: "try_again_later",
    networkDeclineCode: "51",
  },
  lost_card: { message: "Your card was declined.", advice: "do_not_try_again", networkDeclineCode: "41" },
  stolen_card: { message: "Your card was declined.", advice: "do_not_try_again", networkDeclineCode: "43" },
  expired_card: {
    code: "expired_card",
    param: "exp_month",
    message: "Your card has expired.",
    advice: "confirm_card_data",
    networkDeclineCode: "54",
  },
  incorrect_cvc: {
    code: "incorrect_cvc",
    param: "cvc",
    message: "Your card's security code is incorrect.",
    advice: "confirm_card_data",
    networkDeclineCode: "N7",
  },
  processing_error: {
    code: "processing_error",
    message: "An error occurred while processing your card. Try again in a little bit.",
    advice: "try_again_later",
    networkDeclineCode: "96",
  },
  card_velocity_exceeded: {
    message:
      "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
    advice: "try_again_later",
    networkDeclineCode: "65",
  },
  authentication_required: {
    code: "authentication_required",
    message: "Your card was declined. This transaction requires authentication.",
    advice: null,
    networkDeclineCode: "1A",
  },
};

/** The customer did not pass the authentication page; no bank was asked. */
export const authenticationFailed: Declined = {
  result: "declined",
  code: "payment_intent_authentication_failure",
  declineCode: null,
  param: null,
  message:
    "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
  advice: null,
  networkDeclineCode: null,
};
