/** Holds what says that this browser gave the right email address for an old receipt. */
export const proofCookie = "receipt";
