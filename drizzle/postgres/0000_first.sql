CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" bigint NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"default_currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"locale" text NOT NULL,
	"settings" json NOT NULL,
	"two_step_since" bigint
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"environment_id" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"shown" text NOT NULL,
	"permissions" json,
	"allowed_addresses" json,
	"replaced_by" text,
	"created_by" text,
	"last_used_at" bigint,
	"expires_at" bigint,
	"revoked_at" bigint,
	"demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_lines" (
	"chain" text NOT NULL,
	"sequence" bigint NOT NULL,
	"at" bigint NOT NULL,
	"environment_id" bigint,
	"action" text NOT NULL,
	"actor" json NOT NULL,
	"subject" text,
	"before" json,
	"after" json,
	"address" text,
	"user_agent" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_lines_chain_sequence_pk" PRIMARY KEY("chain","sequence")
);
--> statement-breakpoint
CREATE TABLE "backup_codes" (
	"person_id" text NOT NULL,
	"hash" text NOT NULL,
	"used_at" bigint,
	CONSTRAINT "backup_codes_person_id_hash_pk" PRIMARY KEY("person_id","hash")
);
--> statement-breakpoint
CREATE TABLE "environments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "environments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"locked" boolean NOT NULL,
	"clock_offset" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"email" text NOT NULL,
	"roles" json NOT NULL,
	"message" text,
	"invited_by" text NOT NULL,
	"hash" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"open_key" text,
	"accepted_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"environment_id" bigint,
	"clock_id" text,
	"kind" text NOT NULL,
	"payload" json NOT NULL,
	"run_at" bigint NOT NULL,
	"state" text NOT NULL,
	"lease_until" bigint,
	"attempts" bigint NOT NULL,
	"last_error" text,
	"unique_key" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "members" (
	"account_id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"roles" json NOT NULL,
	"owner" boolean NOT NULL,
	CONSTRAINT "members_account_id_person_id_pk" PRIMARY KEY("account_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "owner_offers" (
	"account_id" text PRIMARY KEY NOT NULL,
	"from_person_id" text NOT NULL,
	"to_person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" bigint NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text,
	"time_zone" text,
	"demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint,
	"address" text,
	"user_agent" text,
	"waits_for" text,
	"proved_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" bigint NOT NULL,
	"first_at" bigint NOT NULL,
	"blocked_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "totp_secrets" (
	"person_id" text PRIMARY KEY NOT NULL,
	"created_at" bigint NOT NULL,
	"sealed" text NOT NULL,
	"confirmed_at" bigint,
	"last_step" bigint
);
--> statement-breakpoint
CREATE TABLE "coupons" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"amount_off" bigint,
	"currency" text,
	"currency_options" json NOT NULL,
	"percent_off" text,
	"product_ids" json,
	"duration" text NOT NULL,
	"duration_in_months" bigint,
	"max_redemptions" bigint,
	"times_redeemed" bigint NOT NULL,
	"redeem_by" bigint,
	"metadata" json NOT NULL,
	"name" text,
	"deleted_at" bigint,
	CONSTRAINT "coupons_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "features" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"active" boolean NOT NULL,
	"lookup_key" text NOT NULL,
	"metadata" json NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "features_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "prices" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"active" boolean NOT NULL,
	"product_id" text NOT NULL,
	"currency" text NOT NULL,
	"billing_scheme" text NOT NULL,
	"unit_amount" text,
	"custom_unit_amount" json,
	"tiers" json,
	"tiers_mode" text,
	"transform_quantity" json,
	"currency_options" json NOT NULL,
	"tax_behavior" text NOT NULL,
	"type" text NOT NULL,
	"interval" text,
	"interval_count" bigint,
	"trial_period_days" bigint,
	"usage_type" text,
	"meter_id" text,
	"lookup_key" text,
	"nickname" text,
	"metadata" json NOT NULL,
	CONSTRAINT "prices_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "product_features" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"product_id" text NOT NULL,
	"feature_id" text NOT NULL,
	CONSTRAINT "product_features_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"active" boolean NOT NULL,
	"default_price_id" text,
	"description" text,
	"images" json NOT NULL,
	"marketing_features" json NOT NULL,
	"metadata" json NOT NULL,
	"name" text NOT NULL,
	"package_dimensions" json,
	"performance_location" text,
	"shippable" boolean,
	"statement_descriptor" text,
	"tax_code" text,
	"type" text NOT NULL,
	"unit_label" text,
	"url" text,
	CONSTRAINT "products_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "promotion_codes" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"active" boolean NOT NULL,
	"code" text NOT NULL,
	"coupon_id" text NOT NULL,
	"customer_id" text,
	"expires_at" bigint,
	"max_redemptions" bigint,
	"times_redeemed" bigint NOT NULL,
	"first_time_transaction" boolean NOT NULL,
	"minimum_amount" bigint,
	"minimum_amount_currency" text,
	"currency_options" json NOT NULL,
	"metadata" json NOT NULL,
	CONSTRAINT "promotion_codes_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "shipping_rates" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"active" boolean NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"currency_options" json NOT NULL,
	"delivery_estimate" json,
	"display_name" text NOT NULL,
	"metadata" json NOT NULL,
	"tax_behavior" text NOT NULL,
	"tax_code" text,
	CONSTRAINT "shipping_rates_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "tax_rates" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"active" boolean NOT NULL,
	"country" text,
	"description" text,
	"display_name" text NOT NULL,
	"inclusive" boolean NOT NULL,
	"jurisdiction" text,
	"metadata" json NOT NULL,
	"percentage" text NOT NULL,
	"state" text,
	"tax_type" text,
	CONSTRAINT "tax_rates_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"name" text,
	"business_name" text,
	"individual_name" text,
	"email" text,
	"email_key" text,
	"phone" text,
	"description" text,
	"address" json,
	"shipping" json,
	"metadata" json NOT NULL,
	"currency" text,
	"balance" bigint NOT NULL,
	"invoice_prefix" text NOT NULL,
	"next_invoice_sequence" bigint NOT NULL,
	"invoice_settings" json NOT NULL,
	"preferred_locales" json NOT NULL,
	"tax_exempt" text NOT NULL,
	"default_payment_method_id" text,
	"default_source_id" text,
	"delinquent" boolean NOT NULL,
	"discount" json,
	"test_clock_id" text,
	"deleted_at" bigint,
	CONSTRAINT "customers_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "payment_methods" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"type" text NOT NULL,
	"customer_id" text,
	"billing_details" json NOT NULL,
	"instrument" json NOT NULL,
	"fingerprint" text NOT NULL,
	"last4" text NOT NULL,
	"brand" text,
	"metadata" json NOT NULL,
	"allow_redisplay" text NOT NULL,
	"checks" json NOT NULL,
	"source_object" text,
	"source_status" text,
	"source_facts" json,
	"off_session_since" bigint,
	"retired_at" bigint,
	CONSTRAINT "payment_methods_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"type" text NOT NULL,
	"instrument" json,
	"details" json NOT NULL,
	"client_ip" text,
	"used_at" bigint,
	CONSTRAINT "tokens_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"charge_id" text NOT NULL,
	"payment_intent_id" text NOT NULL,
	"standalone" boolean NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"network" text,
	"network_reason_code" text,
	"case_type" text,
	"enhanced" text,
	"evidence" json NOT NULL,
	"due_by" bigint,
	"past_due" boolean NOT NULL,
	"submission_count" bigint NOT NULL,
	"submitted_at" bigint,
	"answered_by" json,
	"submission_method" text,
	"withdrawn_at" bigint,
	"closed_at" bigint,
	"closed_by" text,
	"withdrawal_id" text,
	"reinstatement_id" text,
	"active_operation_id" text,
	"metadata" json NOT NULL,
	CONSTRAINT "disputes_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "early_fraud_warnings" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"charge_id" text NOT NULL,
	"payment_intent_id" text NOT NULL,
	"standalone" boolean NOT NULL,
	"fraud_type" text NOT NULL,
	"actionable" boolean NOT NULL,
	CONSTRAINT "early_fraud_warnings_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"charge_id" text NOT NULL,
	"payment_intent_id" text NOT NULL,
	"standalone" boolean NOT NULL,
	"billing_zip" text,
	"open" boolean NOT NULL,
	"opened_reason" text NOT NULL,
	"closed_reason" text,
	"closed_at" bigint,
	CONSTRAINT "reviews_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"type" text NOT NULL,
	"object_id" text NOT NULL,
	"payment_intent_id" text,
	"request_id" text,
	"idempotency_key" text,
	"data" json,
	"previous_attributes" json,
	CONSTRAINT "events_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"environment_id" bigint NOT NULL,
	"door" text NOT NULL,
	"key" text NOT NULL,
	"created_at" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	"state" text NOT NULL,
	"operation_id" text,
	"lease_until" bigint NOT NULL,
	"status" bigint,
	"answer" json,
	"request_id" text,
	CONSTRAINT "idempotency_keys_environment_id_door_key_pk" PRIMARY KEY("environment_id","door","key")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"state" text NOT NULL,
	"language" text,
	"person_id" text,
	"sealed_link" text,
	"link_readers" text,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"last_error" text,
	"sent_at" bigint,
	"subject_id" text,
	"payment_intent_id" text,
	CONSTRAINT "mails_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "file_links" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"file_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" bigint,
	"metadata" json NOT NULL,
	CONSTRAINT "file_links_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"purpose" text NOT NULL,
	"kind" text NOT NULL,
	"filename" text NOT NULL,
	"size" bigint NOT NULL,
	"stored_as" text NOT NULL,
	"expires_at" bigint,
	CONSTRAINT "files_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "balance_transactions" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"available_on" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"fee" bigint NOT NULL,
	"net" bigint NOT NULL,
	"currency" text NOT NULL,
	"type" text NOT NULL,
	"reporting_category" text NOT NULL,
	"status" text NOT NULL,
	"source_id" text NOT NULL,
	"description" text,
	"exchange_rate" text,
	"fee_details" json NOT NULL,
	"payout_id" text,
	CONSTRAINT "balance_transactions_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "ledger_balances" (
	"environment_id" bigint NOT NULL,
	"account" text NOT NULL,
	"currency" text NOT NULL,
	"balance" bigint NOT NULL,
	CONSTRAINT "ledger_balances_environment_id_account_currency_pk" PRIMARY KEY("environment_id","account","currency")
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"source_id" text NOT NULL,
	"balance_transaction_id" text,
	CONSTRAINT "postings_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "method_configurations" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"name" text NOT NULL,
	"active" boolean NOT NULL,
	"is_default" boolean NOT NULL,
	"preferences" json NOT NULL,
	CONSTRAINT "method_configurations_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "method_domains" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"domain_name" text NOT NULL,
	"enabled" boolean NOT NULL,
	CONSTRAINT "method_domains_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"state" text NOT NULL,
	"lease_until" bigint NOT NULL,
	"request" json NOT NULL,
	"failure" json,
	CONSTRAINT "operations_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "simulator_answers" (
	"environment_id" bigint NOT NULL,
	"operation_id" text NOT NULL,
	"kind" text NOT NULL,
	"answer" json NOT NULL,
	CONSTRAINT "simulator_answers_environment_id_operation_id_pk" PRIMARY KEY("environment_id","operation_id")
);
--> statement-breakpoint
CREATE TABLE "charges" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"payment_intent_id" text NOT NULL,
	"standalone" boolean NOT NULL,
	"amount" bigint NOT NULL,
	"amount_captured" bigint NOT NULL,
	"amount_refunded" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"captured" boolean NOT NULL,
	"captured_at" bigint,
	"capture_before" bigint,
	"paid" boolean NOT NULL,
	"refunded" boolean NOT NULL,
	"disputed" boolean NOT NULL,
	"dispute_state" text,
	"review_id" text,
	"customer_id" text,
	"payment_method_id" text,
	"processor_reference" text NOT NULL,
	"payment_method_details" json NOT NULL,
	"billing_details" json NOT NULL,
	"outcome" json,
	"failure_code" text,
	"failure_message" text,
	"decline_code" text,
	"balance_transaction_id" text,
	"failure_balance_transaction_id" text,
	"description" text,
	"statement_descriptor" text,
	"statement_descriptor_suffix" text,
	"calculated_statement_descriptor" text,
	"receipt_email" text,
	"receipt_number" text,
	"receipt_token" text NOT NULL,
	"metadata" json NOT NULL,
	"shipping" json,
	"source" json,
	"fraud_details" json NOT NULL,
	"transfer_group" text,
	"authorization_code" text,
	"future_dispute" text,
	"canceled_at" bigint,
	"hold_steps" json,
	CONSTRAINT "charges_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "payment_intents" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"amount_received" bigint NOT NULL,
	"amount_capturable" bigint NOT NULL,
	"amount_refunded" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"payment_status" text NOT NULL,
	"capture_method" text NOT NULL,
	"confirmation_method" text NOT NULL,
	"customer_id" text,
	"payment_method_id" text,
	"method_type" text,
	"brand" text,
	"last4" text,
	"fingerprint" text,
	"description" text,
	"statement_descriptor" text,
	"statement_descriptor_suffix" text,
	"receipt_email" text,
	"payer_email" text,
	"metadata" json NOT NULL,
	"shipping" json,
	"setup_future_usage" text,
	"payment_method_types" json NOT NULL,
	"method_configuration_id" text,
	"automatic_payment_methods" json,
	"payment_method_options" json NOT NULL,
	"allowed_payment_method_types" json,
	"excluded_payment_method_types" json,
	"amount_details" json,
	"payment_details" json,
	"transfer_group" text,
	"client_secret" text NOT NULL,
	"next_action" json,
	"last_payment_error" json,
	"latest_charge_id" text,
	"review_id" text,
	"active_operation_id" text,
	"standalone" boolean NOT NULL,
	"canceled_at" bigint,
	"cancellation_reason" text,
	"cancellation_note" text,
	"created_by" json NOT NULL,
	"canceled_by" json,
	CONSTRAINT "payment_intents_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"charge_id" text NOT NULL,
	"payment_intent_id" text NOT NULL,
	"standalone" boolean NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"note" text,
	"failure_reason" text,
	"pending_reason" text,
	"balance_transaction_id" text,
	"failure_balance_transaction_id" text,
	"receipt_number" text,
	"destination" json,
	"metadata" json NOT NULL,
	"created_by" json NOT NULL,
	CONSTRAINT "refunds_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "balance_settings" (
	"environment_id" bigint NOT NULL,
	"interval" text NOT NULL,
	"weekdays" json NOT NULL,
	"month_days" json NOT NULL,
	"minimum_balances" json NOT NULL,
	"debit_negative_balances" boolean NOT NULL,
	"payouts_enabled" boolean NOT NULL,
	"statement_descriptor" text,
	"delay_days" bigint,
	"start_of_day" json,
	CONSTRAINT "balance_settings_environment_id_pk" PRIMARY KEY("environment_id")
);
--> statement-breakpoint
CREATE TABLE "external_accounts" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"type" text NOT NULL,
	"currency" text NOT NULL,
	"country" text NOT NULL,
	"reference" text NOT NULL,
	"fingerprint" text NOT NULL,
	"last4" text NOT NULL,
	"holder_name" text,
	"holder_type" text,
	"account_type" text,
	"bank_name" text,
	"routing_number" text,
	"card" json,
	"address" json,
	"instant" boolean NOT NULL,
	"default_for_currency" boolean NOT NULL,
	"status" text NOT NULL,
	"metadata" json NOT NULL,
	"deleted_at" bigint,
	CONSTRAINT "external_accounts_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"arrival_date" bigint NOT NULL,
	"automatic" boolean NOT NULL,
	"status" text NOT NULL,
	"method" text NOT NULL,
	"type" text NOT NULL,
	"destination_id" text NOT NULL,
	"balance_transaction_id" text,
	"failure_balance_transaction_id" text,
	"failure_code" text,
	"description" text,
	"statement_descriptor" text,
	"trace_id" text,
	"original_payout_id" text,
	"reversed_by_id" text,
	"metadata" json NOT NULL,
	"created_by" json NOT NULL,
	CONSTRAINT "payouts_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "topups" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"expected_availability_date" bigint,
	"failure_code" text,
	"balance_transaction_id" text,
	"reference" text,
	"payment_method_id" text,
	"bank_reference" text NOT NULL,
	"description" text,
	"statement_descriptor" text,
	"transfer_group" text,
	"metadata" json NOT NULL,
	"created_by" json NOT NULL,
	CONSTRAINT "topups_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"position" bigint PRIMARY KEY NOT NULL,
	"environment_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_state" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_touches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_touches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"environment_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "confirmation_tokens" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"payment_method_id" text NOT NULL,
	"payment_method_options" json,
	"acceptance" json,
	"return_url" text,
	"setup_future_usage" text,
	"shipping" json,
	"payment_intent_id" text,
	"setup_intent_id" text,
	CONSTRAINT "confirmation_tokens_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_balance_transactions" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"customer_id" text NOT NULL,
	"type" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"ending_balance" bigint NOT NULL,
	"description" text,
	"metadata" json NOT NULL,
	CONSTRAINT "customer_balance_transactions_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"status" text NOT NULL,
	"payment_method_id" text NOT NULL,
	"acceptance" json NOT NULL,
	"single_use" json,
	"reference" text NOT NULL,
	CONSTRAINT "mandates_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "setup_attempts" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"setup_intent_id" text NOT NULL,
	"status" text NOT NULL,
	"usage" text NOT NULL,
	"customer_id" text,
	"payment_method_id" text NOT NULL,
	"attach_to_self" boolean,
	"flow_directions" json,
	"payment_method_details" json NOT NULL,
	"setup_error" json,
	CONSTRAINT "setup_attempts_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "setup_intents" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"status" text NOT NULL,
	"usage" text NOT NULL,
	"customer_id" text,
	"payment_method_id" text,
	"description" text,
	"metadata" json NOT NULL,
	"attach_to_self" boolean,
	"flow_directions" json,
	"payment_method_types" json NOT NULL,
	"method_configuration_id" text,
	"automatic_payment_methods" json,
	"allowed_payment_method_types" json,
	"excluded_payment_method_types" json,
	"payment_method_options" json NOT NULL,
	"single_use" json,
	"acceptance" json,
	"mandate_id" text,
	"single_use_mandate_id" text,
	"latest_attempt_id" text,
	"client_secret" text NOT NULL,
	"next_action" json,
	"last_setup_error" json,
	"active_operation_id" text,
	"cancellation_reason" text,
	CONSTRAINT "setup_intents_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "tax_ids" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"customer_id" text,
	"type" text NOT NULL,
	"value" text NOT NULL,
	"country" text,
	"verification_status" text,
	"verified_name" text,
	"verified_address" text,
	CONSTRAINT "tax_ids_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "test_clocks" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"name" text,
	"frozen_time" bigint NOT NULL,
	"status" text NOT NULL,
	"target_time" bigint,
	"deletes_after" bigint NOT NULL,
	CONSTRAINT "test_clocks_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"delivery_id" text NOT NULL,
	"status" bigint,
	"error" text,
	"duration" bigint NOT NULL,
	"response" text,
	CONSTRAINT "webhook_attempts_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"endpoint_id" text NOT NULL,
	"event_id" text NOT NULL,
	"event_type" text NOT NULL,
	"state" text NOT NULL,
	"replay" boolean NOT NULL,
	"started_at" bigint NOT NULL,
	"tries" bigint NOT NULL,
	"next_try_at" bigint,
	"lease_until" bigint,
	"last_try_at" bigint,
	"last_status" bigint,
	"last_error" text,
	CONSTRAINT "webhook_deliveries_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"url" text NOT NULL,
	"description" text,
	"enabled_events" json NOT NULL,
	"api_version" text,
	"metadata" json NOT NULL,
	"status" text NOT NULL,
	"sealed_secret" text,
	"sealed_old_secret" text,
	"old_secret_until" bigint,
	"deleted_at" bigint,
	"listener_key_id" text,
	CONSTRAINT "webhook_endpoints_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backup_codes" ADD CONSTRAINT "backup_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "environments" ADD CONSTRAINT "environments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_tokens" ADD CONSTRAINT "link_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_offers" ADD CONSTRAINT "owner_offers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_offers" ADD CONSTRAINT "owner_offers_from_person_id_people_id_fk" FOREIGN KEY ("from_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_offers" ADD CONSTRAINT "owner_offers_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp_secrets" ADD CONSTRAINT "totp_secrets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "features" ADD CONSTRAINT "features_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_product_fk" FOREIGN KEY ("environment_id","product_id") REFERENCES "public"."products"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_features" ADD CONSTRAINT "product_features_product_fk" FOREIGN KEY ("environment_id","product_id") REFERENCES "public"."products"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_features" ADD CONSTRAINT "product_features_feature_fk" FOREIGN KEY ("environment_id","feature_id") REFERENCES "public"."features"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_codes" ADD CONSTRAINT "promotion_codes_coupon_fk" FOREIGN KEY ("environment_id","coupon_id") REFERENCES "public"."coupons"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipping_rates" ADD CONSTRAINT "shipping_rates_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_methods" ADD CONSTRAINT "payment_methods_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_charge_fk" FOREIGN KEY ("environment_id","charge_id") REFERENCES "public"."charges"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "early_fraud_warnings" ADD CONSTRAINT "early_fraud_warnings_charge_fk" FOREIGN KEY ("environment_id","charge_id") REFERENCES "public"."charges"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_charge_fk" FOREIGN KEY ("environment_id","charge_id") REFERENCES "public"."charges"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_links" ADD CONSTRAINT "file_links_environment_id_file_id_files_environment_id_id_fk" FOREIGN KEY ("environment_id","file_id") REFERENCES "public"."files"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_transactions" ADD CONSTRAINT "balance_transactions_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_balances" ADD CONSTRAINT "ledger_balances_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "method_configurations" ADD CONSTRAINT "method_configurations_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "method_domains" ADD CONSTRAINT "method_domains_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_payment_intent_fk" FOREIGN KEY ("environment_id","payment_intent_id") REFERENCES "public"."payment_intents"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD CONSTRAINT "payment_intents_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD CONSTRAINT "payment_intents_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_charge_fk" FOREIGN KEY ("environment_id","charge_id") REFERENCES "public"."charges"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_settings" ADD CONSTRAINT "balance_settings_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_accounts" ADD CONSTRAINT "external_accounts_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_destination_fk" FOREIGN KEY ("environment_id","destination_id") REFERENCES "public"."external_accounts"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topups" ADD CONSTRAINT "topups_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation_tokens" ADD CONSTRAINT "confirmation_tokens_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_balance_transactions" ADD CONSTRAINT "customer_balance_transactions_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setup_attempts" ADD CONSTRAINT "setup_attempts_setup_intent_fk" FOREIGN KEY ("environment_id","setup_intent_id") REFERENCES "public"."setup_intents"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setup_intents" ADD CONSTRAINT "setup_intents_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setup_intents" ADD CONSTRAINT "setup_intents_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_ids" ADD CONSTRAINT "tax_ids_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_ids" ADD CONSTRAINT "tax_ids_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_clocks" ADD CONSTRAINT "test_clocks_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_environment_id_endpoint_id_webhook_endpoints_environment_id_id_fk" FOREIGN KEY ("environment_id","endpoint_id") REFERENCES "public"."webhook_endpoints"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_keys_environment" ON "api_keys" USING btree ("environment_id");--> statement-breakpoint
CREATE INDEX "audit_lines_at" ON "audit_lines" USING btree ("chain","at");--> statement-breakpoint
CREATE INDEX "audit_lines_subject" ON "audit_lines" USING btree ("chain","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "environments_slug" ON "environments" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "environments_account" ON "environments" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_hash" ON "invitations" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open" ON "invitations" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "invitations_account" ON "invitations" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("state","environment_id","run_at");--> statement-breakpoint
CREATE INDEX "jobs_on_clock" ON "jobs" USING btree ("environment_id","clock_id","run_at") WHERE clock_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_unique" ON "jobs" USING btree ("unique_key");--> statement-breakpoint
CREATE INDEX "link_tokens_person" ON "link_tokens" USING btree ("person_id","purpose");--> statement-breakpoint
CREATE INDEX "members_person" ON "members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "coupons_created" ON "coupons" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "features_created" ON "features" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "features_lookup_key" ON "features" USING btree ("environment_id","lookup_key");--> statement-breakpoint
CREATE INDEX "prices_created" ON "prices" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "prices_product" ON "prices" USING btree ("environment_id","product_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "prices_lookup_key" ON "prices" USING btree ("environment_id","lookup_key");--> statement-breakpoint
CREATE INDEX "product_features_created" ON "product_features" USING btree ("environment_id","product_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_features_once" ON "product_features" USING btree ("environment_id","product_id","feature_id");--> statement-breakpoint
CREATE INDEX "products_created" ON "products" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "promotion_codes_created" ON "promotion_codes" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "promotion_codes_code" ON "promotion_codes" USING btree ("environment_id","code","created_at","id");--> statement-breakpoint
CREATE INDEX "promotion_codes_coupon" ON "promotion_codes" USING btree ("environment_id","coupon_id","created_at","id");--> statement-breakpoint
CREATE INDEX "shipping_rates_created" ON "shipping_rates" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "tax_rates_created" ON "tax_rates" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_test_clock" ON "customers" USING btree ("environment_id","test_clock_id","created_at","id") WHERE test_clock_id is not null;--> statement-breakpoint
CREATE INDEX "customers_created" ON "customers" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_email" ON "customers" USING btree ("environment_id","email","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_email_key" ON "customers" USING btree ("environment_id","email_key","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_invoice_prefix" ON "customers" USING btree ("environment_id","invoice_prefix");--> statement-breakpoint
CREATE INDEX "payment_methods_customer" ON "payment_methods" USING btree ("environment_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_methods_created" ON "payment_methods" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_created" ON "disputes" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_charge" ON "disputes" USING btree ("environment_id","charge_id","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_payment_intent" ON "disputes" USING btree ("environment_id","payment_intent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_status" ON "disputes" USING btree ("environment_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_due" ON "disputes" USING btree ("environment_id","status","due_by","id");--> statement-breakpoint
CREATE INDEX "early_fraud_warnings_created" ON "early_fraud_warnings" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "early_fraud_warnings_charge" ON "early_fraud_warnings" USING btree ("environment_id","charge_id","created_at","id");--> statement-breakpoint
CREATE INDEX "early_fraud_warnings_payment_intent" ON "early_fraud_warnings" USING btree ("environment_id","payment_intent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "reviews_open" ON "reviews" USING btree ("environment_id","open","created_at","id");--> statement-breakpoint
CREATE INDEX "reviews_payment_intent" ON "reviews" USING btree ("environment_id","payment_intent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "events_created" ON "events" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("environment_id","type","created_at","id");--> statement-breakpoint
CREATE INDEX "events_object" ON "events" USING btree ("environment_id","object_id","created_at","id");--> statement-breakpoint
CREATE INDEX "events_payment" ON "events" USING btree ("environment_id","payment_intent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("environment_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "mails_payment" ON "mails" USING btree ("environment_id","payment_intent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "file_links_created" ON "file_links" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "file_links_file" ON "file_links" USING btree ("environment_id","file_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "file_links_token" ON "file_links" USING btree ("environment_id","token");--> statement-breakpoint
CREATE INDEX "files_created" ON "files" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "files_purpose" ON "files" USING btree ("environment_id","purpose","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "files_stored_as" ON "files" USING btree ("environment_id","stored_as");--> statement-breakpoint
CREATE INDEX "balance_transactions_created" ON "balance_transactions" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "balance_transactions_source" ON "balance_transactions" USING btree ("environment_id","source_id");--> statement-breakpoint
CREATE INDEX "balance_transactions_currency" ON "balance_transactions" USING btree ("environment_id","currency","created_at","id");--> statement-breakpoint
CREATE INDEX "balance_transactions_type" ON "balance_transactions" USING btree ("environment_id","type","created_at","id");--> statement-breakpoint
CREATE INDEX "balance_transactions_payout" ON "balance_transactions" USING btree ("environment_id","payout_id","created_at","id");--> statement-breakpoint
CREATE INDEX "balance_transactions_status" ON "balance_transactions" USING btree ("environment_id","status","currency","available_on");--> statement-breakpoint
CREATE INDEX "postings_source" ON "postings" USING btree ("environment_id","source_id");--> statement-breakpoint
CREATE INDEX "method_configurations_created" ON "method_configurations" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "method_configurations_default" ON "method_configurations" USING btree ("environment_id","is_default");--> statement-breakpoint
CREATE INDEX "method_domains_created" ON "method_domains" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "method_domains_name" ON "method_domains" USING btree ("environment_id","domain_name");--> statement-breakpoint
CREATE INDEX "operations_state" ON "operations" USING btree ("environment_id","state","lease_until");--> statement-breakpoint
CREATE INDEX "charges_created" ON "charges" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "charges_payment_intent" ON "charges" USING btree ("environment_id","payment_intent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "charges_customer" ON "charges" USING btree ("environment_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "charges_transfer_group" ON "charges" USING btree ("environment_id","transfer_group","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "charges_receipt" ON "charges" USING btree ("environment_id","receipt_token");--> statement-breakpoint
CREATE UNIQUE INDEX "charges_receipt_number" ON "charges" USING btree ("environment_id","receipt_number");--> statement-breakpoint
CREATE INDEX "payment_intents_created" ON "payment_intents" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_intents_status" ON "payment_intents" USING btree ("environment_id","payment_status","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_intents_customer" ON "payment_intents" USING btree ("environment_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_intents_payer_email" ON "payment_intents" USING btree ("environment_id","payer_email","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_intents_last4" ON "payment_intents" USING btree ("environment_id","last4","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_intents_method" ON "payment_intents" USING btree ("environment_id","method_type","brand","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_intents_currency" ON "payment_intents" USING btree ("environment_id","currency","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_intents_amount" ON "payment_intents" USING btree ("environment_id","amount","created_at","id");--> statement-breakpoint
CREATE INDEX "refunds_created" ON "refunds" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "refunds_charge" ON "refunds" USING btree ("environment_id","charge_id","created_at","id");--> statement-breakpoint
CREATE INDEX "refunds_payment_intent" ON "refunds" USING btree ("environment_id","payment_intent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "refunds_status" ON "refunds" USING btree ("environment_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "external_accounts_created" ON "external_accounts" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "external_accounts_currency" ON "external_accounts" USING btree ("environment_id","currency","created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_created" ON "payouts" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_status" ON "payouts" USING btree ("environment_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_destination" ON "payouts" USING btree ("environment_id","destination_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_arrival" ON "payouts" USING btree ("environment_id","arrival_date","created_at","id");--> statement-breakpoint
CREATE INDEX "topups_created" ON "topups" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "topups_status" ON "topups" USING btree ("environment_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "customer_balance_transactions_customer" ON "customer_balance_transactions" USING btree ("environment_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "mandates_payment_method" ON "mandates" USING btree ("environment_id","payment_method_id","created_at","id");--> statement-breakpoint
CREATE INDEX "setup_attempts_setup_intent" ON "setup_attempts" USING btree ("environment_id","setup_intent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "setup_intents_created" ON "setup_intents" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "setup_intents_customer" ON "setup_intents" USING btree ("environment_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "setup_intents_payment_method" ON "setup_intents" USING btree ("environment_id","payment_method_id","created_at","id");--> statement-breakpoint
CREATE INDEX "tax_ids_customer" ON "tax_ids" USING btree ("environment_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "test_clocks_created" ON "test_clocks" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_attempts_delivery" ON "webhook_attempts" USING btree ("environment_id","delivery_id","created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("environment_id","endpoint_id","next_try_at","id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_event" ON "webhook_deliveries" USING btree ("environment_id","state","event_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_created" ON "webhook_deliveries" USING btree ("environment_id","endpoint_id","created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_state" ON "webhook_deliveries" USING btree ("environment_id","endpoint_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_endpoints_created" ON "webhook_endpoints" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_endpoints_status" ON "webhook_endpoints" USING btree ("environment_id","status");