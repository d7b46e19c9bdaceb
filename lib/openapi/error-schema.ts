/** The API's error. */
export const errorSchema = {
  type: "object",
  properties: {
    error: {
      type: "object",
      properties: {
        type: {
          enum: ["api_error", "card_error", "idempotency_error", "invalid_request_error", "rate_limit_error"],
        },
        message: { type: "string" },
        code: { type: "string" },
        decline_code: { type: "string" },
        param: { type: "string" },
        doc_url: { type: "string" },
        request_log_url: { type: "string" },
        charge: { type: "string" },
        payment_intent: { $ref: "#/components/schemas/payment_intent" },
        payment_method: { $ref: "#/components/schemas/payment_method" },
        setup_intent: { $ref: "#/components/schemas/setup_intent" },
      },
      required: ["type", "message"],
    },
  },
  required: ["error"],
};
