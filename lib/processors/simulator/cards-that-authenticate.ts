import { type AuthenticationBehaviour, type TestCard, visaCard } from "./test-card.ts";

const authenticating = (
  name: string,
  number: string,
  authentication: AuthenticationBehaviour,
  spellings?: readonly string[],
): TestCard => visaCard(name, number, { authentication }, spellings);

const from = (country: string, card: TestCard): TestCard => ({ ...card, country });

/** Typed in a person's presence; online they are ordinary cards. */
const inPerson = (name: string, number: string, country: string): TestCard =>
  from(country, { ...visaCard(name, number, {}, []), otherIds: [name] });

/** Cards that show what 3-D Secure can do. */
export const cardsThatAuthenticate: readonly TestCard[] = [
  from("FR", authenticating("authenticationRequiredOnSetup", "4000002500003155", "required_unless_set_up")),
  from("DE", authenticating("authenticationRequired", "4000002760003184", "required")),
  from(
    "IT",
    authenticating("authenticationRequiredSetupForOffSession", "4000003800000446", "required_on_session"),
  ),
  from(
    "GB",
    visaCard("authenticationRequiredChargeDeclinedInsufficientFunds", "4000008260003178", {
      authentication: "required_on_session",
      decline: "insufficient_funds",
      declinesLater: true,
    }),
  ),
  from("IE", authenticating("threeDSecure2Required", "4000000000003220", "required")),
  authenticating("threeDSecureRequired", "4000000000003063", "required"),
  authenticating("threeDSecure2Required_us", "4000008400000027", "required", []),
  visaCard("threeDSecureRequiredChargeDeclined", "4000008400001629", {
    authentication: "required",
    decline: "generic_decline",
    declinesLater: true,
  }),
  authenticating("threeDSecureRequiredProcessingError", "4000008400001280", "required_lookup_fails"),
  authenticating("threeDSecureOptional", "4000000000003055", "optional"),
  authenticating("threeDSecureOptionalProcessingError", "4000000000003097", "optional_lookup_fails"),
  authenticating("threeDSecureFrictionless", "4000000032200000", "frictionless", []),
  authenticating("challenge_out_of_band", "4000582600000094", "required", []),
  authenticating("challenge_one_time_passcode", "4000582600000045", "required", []),
  authenticating("challenge_single_select", "4000582600000102", "required", []),
  authenticating("challenge_multi_select", "4000582600000110", "required", []),
  inPerson("offline_pin_cvm", "4001007020000002", "SG"),
  inPerson("offline_pin_sca_retry", "4000008260000075", "GB"),
  inPerson("online_pin_cvm", "4001000360000005", "AU"),
  inPerson("online_pin_sca_retry", "4000002760000008", "DE"),
];
