import type { Authentication, AuthorizeRequest, Declined } from "../processor.ts";
import { authenticationFailed, declined } from "./declines.ts";
import type { AuthenticationBehaviour, TestCard } from "./test-card.ts";

export type AuthenticationStep =
  /** The customer has to pass the authentication page first. */
  | { next: "challenge" }
  | { next: "stop"; decline: Declined; authentication: Authentication | null }
  | { next: "proceed"; authentication: Authentication | null };

type Asked = Pick<
  AuthorizeRequest,
  "offSession" | "setUpForOffSession" | "authentication" | "requestThreeDSecure"
>;

/** What 3-D Secure has to say before a card is charged. */
export function authenticate(card: TestCard, asked: Asked): AuthenticationStep {
  if (asked.authentication === "succeeded") return proceed(authenticated(card, "challenge"));
  if (asked.authentication === "failed") return stop(authenticationFailed, result("failed", "rejected"));

  const behaviour = card.behaviour.authentication ?? "not_enrolled";
  if (behaviour === "frictionless") return proceed(authenticated(card, "frictionless"));
  if (isRequired(behaviour, asked)) return required(behaviour, asked);
  return asked.requestThreeDSecure === "automatic" || asked.offSession ? proceed(null) : requested(behaviour);
}

function isRequired(behaviour: AuthenticationBehaviour, { offSession, setUpForOffSession }: Asked): boolean {
  switch (behaviour) {
    case "required":
    case "required_lookup_fails":
      return true;
    case "required_unless_set_up":
      return !offSession || !setUpForOffSession;
    case "required_on_session":
      return !offSession;
    default:
      return false;
  }
}

function required(behaviour: AuthenticationBehaviour, { offSession }: Asked): AuthenticationStep {
  if (behaviour === "required_lookup_fails") {
    return stop(declined("generic_decline"), result("processing_error", null));
  }
  if (offSession) return stop(declined("authentication_required"), null);
  return { next: "challenge" };
}

function requested(behaviour: AuthenticationBehaviour): AuthenticationStep {
  switch (behaviour) {
    case "not_supported":
      return proceed(result("not_supported", "card_not_enrolled"));
    case "not_enrolled":
      return proceed(result("attempt_acknowledged", "card_not_enrolled"));
    case "optional_lookup_fails":
      return proceed(result("processing_error", "network_not_supported"));
    default:
      return { next: "challenge" };
  }
}

function authenticated(card: TestCard, flow: "challenge" | "frictionless"): Authentication {
  const eci = card.brand === "mastercard" ? "02" : "05";
  return { result: "authenticated", flow, version: "2.2.0", eci, resultReason: null };
}

function result(result: Authentication["result"], resultReason: string | null): Authentication {
  return { result, flow: null, version: "2.2.0", eci: null, resultReason };
}

function proceed(authentication: Authentication | null): AuthenticationStep {
  return { next: "proceed", authentication };
}

function stop(decline: Declined, authentication: Authentication | null): AuthenticationStep {
  return { next: "stop", decline, authentication };
}
