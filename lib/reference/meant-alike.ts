/** Names that mean as a field what they mean as a parameter. */
export const meantAlike: ReadonlySet<string> = new Set(
  (
    "account_holder_name account_holder_type account_type active address address_line2 allow_redisplay " +
    "allowed_payment_method_types amount_decimal amount_details amount_off api_version applies_to " +
    "attach_to_self automatic_payment_methods billing_details billing_scheme business_name " +
    "cancellation_reason capture_method charge code confirmation_method country currency_options " +
    "custom_unit_amount default_price default_source display_name duration duration_in_months email " +
    "enabled_events evidence excluded_payment_method_types expires_at flow_directions fraud_details " +
    "frozen_time images inclusive individual_name instructions_email intended_submission_method " +
    "invoice_prefix invoice_settings jurisdiction lookup_key mandate marketing_features max_redemptions " +
    "method name next_invoice_sequence nickname on_behalf_of package_dimensions payment_details " +
    "payment_intent payment_method_options payment_method_types payments percent_off percentage phone " +
    "preferred_locales product promotion purpose radar_options reason receipt_email recurring redeem_by " +
    "restrictions settings setup_future_usage shippable shipping source_type state statement_descriptor " +
    "statement_descriptor_suffix tax_behavior tax_code tax_details tax_exempt tax_type test_clock tiers " +
    "tiers_mode transfer_group transform_quantity type unit_amount unit_amount_decimal unit_label usage " +
    "value_list"
  ).split(" "),
);
