CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`default_currency` text NOT NULL,
	`time_zone` text NOT NULL,
	`locale` text NOT NULL,
	`settings` text NOT NULL,
	`two_step_since` integer
);
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`shown` text NOT NULL,
	`permissions` text,
	`allowed_addresses` text,
	`replaced_by` text,
	`created_by` text,
	`last_used_at` integer,
	`expires_at` integer,
	`revoked_at` integer,
	`demo` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_environment` ON `api_keys` (`environment_id`);--> statement-breakpoint
CREATE TABLE `audit_lines` (
	`chain` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` integer NOT NULL,
	`environment_id` integer,
	`action` text NOT NULL,
	`actor` text NOT NULL,
	`subject` text,
	`before` text,
	`after` text,
	`address` text,
	`user_agent` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`chain`, `sequence`)
);
--> statement-breakpoint
CREATE INDEX `audit_lines_at` ON `audit_lines` (`chain`,`at`);--> statement-breakpoint
CREATE INDEX `audit_lines_subject` ON `audit_lines` (`chain`,`subject`);--> statement-breakpoint
CREATE TABLE `backup_codes` (
	`person_id` text NOT NULL,
	`hash` text NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`person_id`, `hash`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `environments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`locked` integer NOT NULL,
	`clock_offset` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `environments_slug` ON `environments` (`slug`);--> statement-breakpoint
CREATE INDEX `environments_account` ON `environments` (`account_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`email` text NOT NULL,
	`roles` text NOT NULL,
	`message` text,
	`invited_by` text NOT NULL,
	`hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`open_key` text,
	`accepted_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_hash` ON `invitations` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_open` ON `invitations` (`open_key`);--> statement-breakpoint
CREATE INDEX `invitations_account` ON `invitations` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` integer,
	`clock_id` text,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`state` text NOT NULL,
	`lease_until` integer,
	`attempts` integer NOT NULL,
	`last_error` text,
	`unique_key` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`environment_id`,`run_at`);--> statement-breakpoint
CREATE INDEX `jobs_on_clock` ON `jobs` (`environment_id`,`clock_id`,`run_at`) WHERE clock_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_unique` ON `jobs` (`unique_key`);--> statement-breakpoint
CREATE TABLE `link_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `link_tokens_person` ON `link_tokens` (`person_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `members` (
	`account_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`roles` text NOT NULL,
	`owner` integer NOT NULL,
	PRIMARY KEY(`account_id`, `person_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `members_person` ON `members` (`person_id`);--> statement-breakpoint
CREATE TABLE `owner_offers` (
	`account_id` text PRIMARY KEY NOT NULL,
	`from_person_id` text NOT NULL,
	`to_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`locale` text,
	`time_zone` text,
	`demo` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`address` text,
	`user_agent` text,
	`waits_for` text,
	`proved_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`first_at` integer NOT NULL,
	`blocked_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `totp_secrets` (
	`person_id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`sealed` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `coupons` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`amount_off` integer,
	`currency` text,
	`currency_options` text NOT NULL,
	`percent_off` text,
	`product_ids` text,
	`duration` text NOT NULL,
	`duration_in_months` integer,
	`max_redemptions` integer,
	`times_redeemed` integer NOT NULL,
	`redeem_by` integer,
	`metadata` text NOT NULL,
	`name` text,
	`deleted_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coupons_created` ON `coupons` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `features` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`active` integer NOT NULL,
	`lookup_key` text NOT NULL,
	`metadata` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `features_created` ON `features` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `features_lookup_key` ON `features` (`environment_id`,`lookup_key`);--> statement-breakpoint
CREATE TABLE `prices` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`active` integer NOT NULL,
	`product_id` text NOT NULL,
	`currency` text NOT NULL,
	`billing_scheme` text NOT NULL,
	`unit_amount` text,
	`custom_unit_amount` text,
	`tiers` text,
	`tiers_mode` text,
	`transform_quantity` text,
	`currency_options` text NOT NULL,
	`tax_behavior` text NOT NULL,
	`type` text NOT NULL,
	`interval` text,
	`interval_count` integer,
	`trial_period_days` integer,
	`usage_type` text,
	`meter_id` text,
	`lookup_key` text,
	`nickname` text,
	`metadata` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`product_id`) REFERENCES `products`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `prices_created` ON `prices` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `prices_product` ON `prices` (`environment_id`,`product_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `prices_lookup_key` ON `prices` (`environment_id`,`lookup_key`);--> statement-breakpoint
CREATE TABLE `product_features` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`product_id` text NOT NULL,
	`feature_id` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`product_id`) REFERENCES `products`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`environment_id`,`feature_id`) REFERENCES `features`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `product_features_created` ON `product_features` (`environment_id`,`product_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `product_features_once` ON `product_features` (`environment_id`,`product_id`,`feature_id`);--> statement-breakpoint
CREATE TABLE `products` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`active` integer NOT NULL,
	`default_price_id` text,
	`description` text,
	`images` text NOT NULL,
	`marketing_features` text NOT NULL,
	`metadata` text NOT NULL,
	`name` text NOT NULL,
	`package_dimensions` text,
	`performance_location` text,
	`shippable` integer,
	`statement_descriptor` text,
	`tax_code` text,
	`type` text NOT NULL,
	`unit_label` text,
	`url` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `products_created` ON `products` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `promotion_codes` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`active` integer NOT NULL,
	`code` text NOT NULL,
	`coupon_id` text NOT NULL,
	`customer_id` text,
	`expires_at` integer,
	`max_redemptions` integer,
	`times_redeemed` integer NOT NULL,
	`first_time_transaction` integer NOT NULL,
	`minimum_amount` integer,
	`minimum_amount_currency` text,
	`currency_options` text NOT NULL,
	`metadata` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`coupon_id`) REFERENCES `coupons`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `promotion_codes_created` ON `promotion_codes` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `promotion_codes_code` ON `promotion_codes` (`environment_id`,`code`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `promotion_codes_coupon` ON `promotion_codes` (`environment_id`,`coupon_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `shipping_rates` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`active` integer NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`currency_options` text NOT NULL,
	`delivery_estimate` text,
	`display_name` text NOT NULL,
	`metadata` text NOT NULL,
	`tax_behavior` text NOT NULL,
	`tax_code` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shipping_rates_created` ON `shipping_rates` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `tax_rates` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`active` integer NOT NULL,
	`country` text,
	`description` text,
	`display_name` text NOT NULL,
	`inclusive` integer NOT NULL,
	`jurisdiction` text,
	`metadata` text NOT NULL,
	`percentage` text NOT NULL,
	`state` text,
	`tax_type` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tax_rates_created` ON `tax_rates` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text,
	`business_name` text,
	`individual_name` text,
	`email` text,
	`email_key` text,
	`phone` text,
	`description` text,
	`address` text,
	`shipping` text,
	`metadata` text NOT NULL,
	`currency` text,
	`balance` integer NOT NULL,
	`invoice_prefix` text NOT NULL,
	`next_invoice_sequence` integer NOT NULL,
	`invoice_settings` text NOT NULL,
	`preferred_locales` text NOT NULL,
	`tax_exempt` text NOT NULL,
	`default_payment_method_id` text,
	`default_source_id` text,
	`delinquent` integer NOT NULL,
	`discount` text,
	`test_clock_id` text,
	`deleted_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `customers_test_clock` ON `customers` (`environment_id`,`test_clock_id`,`created_at`,`id`) WHERE test_clock_id is not null;--> statement-breakpoint
CREATE INDEX `customers_created` ON `customers` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_email` ON `customers` (`environment_id`,`email`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_email_key` ON `customers` (`environment_id`,`email_key`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_invoice_prefix` ON `customers` (`environment_id`,`invoice_prefix`);--> statement-breakpoint
CREATE TABLE `payment_methods` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`type` text NOT NULL,
	`customer_id` text,
	`billing_details` text NOT NULL,
	`instrument` text NOT NULL,
	`fingerprint` text NOT NULL,
	`last4` text NOT NULL,
	`brand` text,
	`metadata` text NOT NULL,
	`allow_redisplay` text NOT NULL,
	`checks` text NOT NULL,
	`source_object` text,
	`source_status` text,
	`source_facts` text,
	`off_session_since` integer,
	`retired_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`customer_id`) REFERENCES `customers`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payment_methods_customer` ON `payment_methods` (`environment_id`,`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payment_methods_created` ON `payment_methods` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`type` text NOT NULL,
	`instrument` text,
	`details` text NOT NULL,
	`client_ip` text,
	`used_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `disputes` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`charge_id` text NOT NULL,
	`payment_intent_id` text NOT NULL,
	`standalone` integer NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`network` text,
	`network_reason_code` text,
	`case_type` text,
	`enhanced` text,
	`evidence` text NOT NULL,
	`due_by` integer,
	`past_due` integer NOT NULL,
	`submission_count` integer NOT NULL,
	`submitted_at` integer,
	`answered_by` text,
	`submission_method` text,
	`withdrawn_at` integer,
	`closed_at` integer,
	`closed_by` text,
	`withdrawal_id` text,
	`reinstatement_id` text,
	`active_operation_id` text,
	`metadata` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`charge_id`) REFERENCES `charges`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `disputes_created` ON `disputes` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_charge` ON `disputes` (`environment_id`,`charge_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_payment_intent` ON `disputes` (`environment_id`,`payment_intent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_status` ON `disputes` (`environment_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_due` ON `disputes` (`environment_id`,`status`,`due_by`,`id`);--> statement-breakpoint
CREATE TABLE `early_fraud_warnings` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`charge_id` text NOT NULL,
	`payment_intent_id` text NOT NULL,
	`standalone` integer NOT NULL,
	`fraud_type` text NOT NULL,
	`actionable` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`charge_id`) REFERENCES `charges`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `early_fraud_warnings_created` ON `early_fraud_warnings` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `early_fraud_warnings_charge` ON `early_fraud_warnings` (`environment_id`,`charge_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `early_fraud_warnings_payment_intent` ON `early_fraud_warnings` (`environment_id`,`payment_intent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`charge_id` text NOT NULL,
	`payment_intent_id` text NOT NULL,
	`standalone` integer NOT NULL,
	`billing_zip` text,
	`open` integer NOT NULL,
	`opened_reason` text NOT NULL,
	`closed_reason` text,
	`closed_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`charge_id`) REFERENCES `charges`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviews_open` ON `reviews` (`environment_id`,`open`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_payment_intent` ON `reviews` (`environment_id`,`payment_intent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `events` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`type` text NOT NULL,
	`object_id` text NOT NULL,
	`payment_intent_id` text,
	`request_id` text,
	`idempotency_key` text,
	`data` text,
	`previous_attributes` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_created` ON `events` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_type` ON `events` (`environment_id`,`type`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_object` ON `events` (`environment_id`,`object_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_payment` ON `events` (`environment_id`,`payment_intent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`environment_id` integer NOT NULL,
	`door` text NOT NULL,
	`key` text NOT NULL,
	`created_at` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`state` text NOT NULL,
	`operation_id` text,
	`lease_until` integer NOT NULL,
	`status` integer,
	`answer` text,
	`request_id` text,
	PRIMARY KEY(`environment_id`, `door`, `key`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`environment_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `mails` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`kind` text NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`state` text NOT NULL,
	`language` text,
	`person_id` text,
	`sealed_link` text,
	`link_readers` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`sent_at` integer,
	`subject_id` text,
	`payment_intent_id` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mails_created` ON `mails` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mails_payment` ON `mails` (`environment_id`,`payment_intent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `file_links` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`file_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer,
	`metadata` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`file_id`) REFERENCES `files`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `file_links_created` ON `file_links` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `file_links_file` ON `file_links` (`environment_id`,`file_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `file_links_token` ON `file_links` (`environment_id`,`token`);--> statement-breakpoint
CREATE TABLE `files` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`purpose` text NOT NULL,
	`kind` text NOT NULL,
	`filename` text NOT NULL,
	`size` integer NOT NULL,
	`stored_as` text NOT NULL,
	`expires_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_created` ON `files` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `files_purpose` ON `files` (`environment_id`,`purpose`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `files_stored_as` ON `files` (`environment_id`,`stored_as`);--> statement-breakpoint
CREATE TABLE `balance_transactions` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`available_on` integer NOT NULL,
	`amount` integer NOT NULL,
	`fee` integer NOT NULL,
	`net` integer NOT NULL,
	`currency` text NOT NULL,
	`type` text NOT NULL,
	`reporting_category` text NOT NULL,
	`status` text NOT NULL,
	`source_id` text NOT NULL,
	`description` text,
	`exchange_rate` text,
	`fee_details` text NOT NULL,
	`payout_id` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `balance_transactions_created` ON `balance_transactions` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `balance_transactions_source` ON `balance_transactions` (`environment_id`,`source_id`);--> statement-breakpoint
CREATE INDEX `balance_transactions_currency` ON `balance_transactions` (`environment_id`,`currency`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `balance_transactions_type` ON `balance_transactions` (`environment_id`,`type`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `balance_transactions_payout` ON `balance_transactions` (`environment_id`,`payout_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `balance_transactions_status` ON `balance_transactions` (`environment_id`,`status`,`currency`,`available_on`);--> statement-breakpoint
CREATE TABLE `ledger_balances` (
	`environment_id` integer NOT NULL,
	`account` text NOT NULL,
	`currency` text NOT NULL,
	`balance` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `account`, `currency`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `postings` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`source_id` text NOT NULL,
	`balance_transaction_id` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `postings_source` ON `postings` (`environment_id`,`source_id`);--> statement-breakpoint
CREATE TABLE `method_configurations` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`active` integer NOT NULL,
	`is_default` integer NOT NULL,
	`preferences` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `method_configurations_created` ON `method_configurations` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `method_configurations_default` ON `method_configurations` (`environment_id`,`is_default`);--> statement-breakpoint
CREATE TABLE `method_domains` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`domain_name` text NOT NULL,
	`enabled` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `method_domains_created` ON `method_domains` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `method_domains_name` ON `method_domains` (`environment_id`,`domain_name`);--> statement-breakpoint
CREATE TABLE `operations` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`state` text NOT NULL,
	`lease_until` integer NOT NULL,
	`request` text NOT NULL,
	`failure` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `operations_state` ON `operations` (`environment_id`,`state`,`lease_until`);--> statement-breakpoint
CREATE TABLE `simulator_answers` (
	`environment_id` integer NOT NULL,
	`operation_id` text NOT NULL,
	`kind` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`environment_id`, `operation_id`)
);
--> statement-breakpoint
CREATE TABLE `charges` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`payment_intent_id` text NOT NULL,
	`standalone` integer NOT NULL,
	`amount` integer NOT NULL,
	`amount_captured` integer NOT NULL,
	`amount_refunded` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`captured` integer NOT NULL,
	`captured_at` integer,
	`capture_before` integer,
	`paid` integer NOT NULL,
	`refunded` integer NOT NULL,
	`disputed` integer NOT NULL,
	`dispute_state` text,
	`review_id` text,
	`customer_id` text,
	`payment_method_id` text,
	`processor_reference` text NOT NULL,
	`payment_method_details` text NOT NULL,
	`billing_details` text NOT NULL,
	`outcome` text,
	`failure_code` text,
	`failure_message` text,
	`decline_code` text,
	`balance_transaction_id` text,
	`failure_balance_transaction_id` text,
	`description` text,
	`statement_descriptor` text,
	`statement_descriptor_suffix` text,
	`calculated_statement_descriptor` text,
	`receipt_email` text,
	`receipt_number` text,
	`receipt_token` text NOT NULL,
	`metadata` text NOT NULL,
	`shipping` text,
	`source` text,
	`fraud_details` text NOT NULL,
	`transfer_group` text,
	`authorization_code` text,
	`future_dispute` text,
	`canceled_at` integer,
	`hold_steps` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`payment_intent_id`) REFERENCES `payment_intents`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `charges_created` ON `charges` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `charges_payment_intent` ON `charges` (`environment_id`,`payment_intent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `charges_customer` ON `charges` (`environment_id`,`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `charges_transfer_group` ON `charges` (`environment_id`,`transfer_group`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `charges_receipt` ON `charges` (`environment_id`,`receipt_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `charges_receipt_number` ON `charges` (`environment_id`,`receipt_number`);--> statement-breakpoint
CREATE TABLE `payment_intents` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`amount` integer NOT NULL,
	`amount_received` integer NOT NULL,
	`amount_capturable` integer NOT NULL,
	`amount_refunded` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`payment_status` text NOT NULL,
	`capture_method` text NOT NULL,
	`confirmation_method` text NOT NULL,
	`customer_id` text,
	`payment_method_id` text,
	`method_type` text,
	`brand` text,
	`last4` text,
	`fingerprint` text,
	`description` text,
	`statement_descriptor` text,
	`statement_descriptor_suffix` text,
	`receipt_email` text,
	`payer_email` text,
	`metadata` text NOT NULL,
	`shipping` text,
	`setup_future_usage` text,
	`payment_method_types` text NOT NULL,
	`method_configuration_id` text,
	`automatic_payment_methods` text,
	`payment_method_options` text NOT NULL,
	`allowed_payment_method_types` text,
	`excluded_payment_method_types` text,
	`amount_details` text,
	`payment_details` text,
	`transfer_group` text,
	`client_secret` text NOT NULL,
	`next_action` text,
	`last_payment_error` text,
	`latest_charge_id` text,
	`review_id` text,
	`active_operation_id` text,
	`standalone` integer NOT NULL,
	`canceled_at` integer,
	`cancellation_reason` text,
	`cancellation_note` text,
	`created_by` text NOT NULL,
	`canceled_by` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`environment_id`,`customer_id`) REFERENCES `customers`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payment_intents_created` ON `payment_intents` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payment_intents_status` ON `payment_intents` (`environment_id`,`payment_status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payment_intents_customer` ON `payment_intents` (`environment_id`,`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payment_intents_payer_email` ON `payment_intents` (`environment_id`,`payer_email`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payment_intents_last4` ON `payment_intents` (`environment_id`,`last4`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payment_intents_method` ON `payment_intents` (`environment_id`,`method_type`,`brand`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payment_intents_currency` ON `payment_intents` (`environment_id`,`currency`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payment_intents_amount` ON `payment_intents` (`environment_id`,`amount`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`charge_id` text NOT NULL,
	`payment_intent_id` text NOT NULL,
	`standalone` integer NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`note` text,
	`failure_reason` text,
	`pending_reason` text,
	`balance_transaction_id` text,
	`failure_balance_transaction_id` text,
	`receipt_number` text,
	`destination` text,
	`metadata` text NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`charge_id`) REFERENCES `charges`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `refunds_created` ON `refunds` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `refunds_charge` ON `refunds` (`environment_id`,`charge_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `refunds_payment_intent` ON `refunds` (`environment_id`,`payment_intent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `refunds_status` ON `refunds` (`environment_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `balance_settings` (
	`environment_id` integer PRIMARY KEY NOT NULL,
	`interval` text NOT NULL,
	`weekdays` text NOT NULL,
	`month_days` text NOT NULL,
	`minimum_balances` text NOT NULL,
	`debit_negative_balances` integer NOT NULL,
	`payouts_enabled` integer NOT NULL,
	`statement_descriptor` text,
	`delay_days` integer,
	`start_of_day` text,
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `external_accounts` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`type` text NOT NULL,
	`currency` text NOT NULL,
	`country` text NOT NULL,
	`reference` text NOT NULL,
	`fingerprint` text NOT NULL,
	`last4` text NOT NULL,
	`holder_name` text,
	`holder_type` text,
	`account_type` text,
	`bank_name` text,
	`routing_number` text,
	`card` text,
	`address` text,
	`instant` integer NOT NULL,
	`default_for_currency` integer NOT NULL,
	`status` text NOT NULL,
	`metadata` text NOT NULL,
	`deleted_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `external_accounts_created` ON `external_accounts` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `external_accounts_currency` ON `external_accounts` (`environment_id`,`currency`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `payouts` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`arrival_date` integer NOT NULL,
	`automatic` integer NOT NULL,
	`status` text NOT NULL,
	`method` text NOT NULL,
	`type` text NOT NULL,
	`destination_id` text NOT NULL,
	`balance_transaction_id` text,
	`failure_balance_transaction_id` text,
	`failure_code` text,
	`description` text,
	`statement_descriptor` text,
	`trace_id` text,
	`original_payout_id` text,
	`reversed_by_id` text,
	`metadata` text NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`destination_id`) REFERENCES `external_accounts`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payouts_created` ON `payouts` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payouts_status` ON `payouts` (`environment_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payouts_destination` ON `payouts` (`environment_id`,`destination_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payouts_arrival` ON `payouts` (`environment_id`,`arrival_date`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `topups` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`expected_availability_date` integer,
	`failure_code` text,
	`balance_transaction_id` text,
	`reference` text,
	`payment_method_id` text,
	`bank_reference` text NOT NULL,
	`description` text,
	`statement_descriptor` text,
	`transfer_group` text,
	`metadata` text NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `topups_created` ON `topups` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `topups_status` ON `topups` (`environment_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `search_documents` (
	`position` integer PRIMARY KEY NOT NULL,
	`environment_id` integer NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_state` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_touches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`environment_id` integer NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `confirmation_tokens` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`payment_method_id` text NOT NULL,
	`payment_method_options` text,
	`acceptance` text,
	`return_url` text,
	`setup_future_usage` text,
	`shipping` text,
	`payment_intent_id` text,
	`setup_intent_id` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `customer_balance_transactions` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`customer_id` text NOT NULL,
	`type` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`ending_balance` integer NOT NULL,
	`description` text,
	`metadata` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`customer_id`) REFERENCES `customers`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `customer_balance_transactions_customer` ON `customer_balance_transactions` (`environment_id`,`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `mandates` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`status` text NOT NULL,
	`payment_method_id` text NOT NULL,
	`acceptance` text NOT NULL,
	`single_use` text,
	`reference` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mandates_payment_method` ON `mandates` (`environment_id`,`payment_method_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `setup_attempts` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`setup_intent_id` text NOT NULL,
	`status` text NOT NULL,
	`usage` text NOT NULL,
	`customer_id` text,
	`payment_method_id` text NOT NULL,
	`attach_to_self` integer,
	`flow_directions` text,
	`payment_method_details` text NOT NULL,
	`setup_error` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`setup_intent_id`) REFERENCES `setup_intents`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `setup_attempts_setup_intent` ON `setup_attempts` (`environment_id`,`setup_intent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `setup_intents` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`status` text NOT NULL,
	`usage` text NOT NULL,
	`customer_id` text,
	`payment_method_id` text,
	`description` text,
	`metadata` text NOT NULL,
	`attach_to_self` integer,
	`flow_directions` text,
	`payment_method_types` text NOT NULL,
	`method_configuration_id` text,
	`automatic_payment_methods` text,
	`allowed_payment_method_types` text,
	`excluded_payment_method_types` text,
	`payment_method_options` text NOT NULL,
	`single_use` text,
	`acceptance` text,
	`mandate_id` text,
	`single_use_mandate_id` text,
	`latest_attempt_id` text,
	`client_secret` text NOT NULL,
	`next_action` text,
	`last_setup_error` text,
	`active_operation_id` text,
	`cancellation_reason` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`environment_id`,`customer_id`) REFERENCES `customers`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `setup_intents_created` ON `setup_intents` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `setup_intents_customer` ON `setup_intents` (`environment_id`,`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `setup_intents_payment_method` ON `setup_intents` (`environment_id`,`payment_method_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `tax_ids` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`customer_id` text,
	`type` text NOT NULL,
	`value` text NOT NULL,
	`country` text,
	`verification_status` text,
	`verified_name` text,
	`verified_address` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`environment_id`,`customer_id`) REFERENCES `customers`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tax_ids_customer` ON `tax_ids` (`environment_id`,`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `test_clocks` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text,
	`frozen_time` integer NOT NULL,
	`status` text NOT NULL,
	`target_time` integer,
	`deletes_after` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `test_clocks_created` ON `test_clocks` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `webhook_attempts` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`delivery_id` text NOT NULL,
	`status` integer,
	`error` text,
	`duration` integer NOT NULL,
	`response` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `webhook_attempts_delivery` ON `webhook_attempts` (`environment_id`,`delivery_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`endpoint_id` text NOT NULL,
	`event_id` text NOT NULL,
	`event_type` text NOT NULL,
	`state` text NOT NULL,
	`replay` integer NOT NULL,
	`started_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`next_try_at` integer,
	`lease_until` integer,
	`last_try_at` integer,
	`last_status` integer,
	`last_error` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`environment_id`,`endpoint_id`) REFERENCES `webhook_endpoints`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`environment_id`,`endpoint_id`,`next_try_at`,`id`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `webhook_deliveries_event` ON `webhook_deliveries` (`environment_id`,`state`,`event_id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_created` ON `webhook_deliveries` (`environment_id`,`endpoint_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_state` ON `webhook_deliveries` (`environment_id`,`endpoint_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`url` text NOT NULL,
	`description` text,
	`enabled_events` text NOT NULL,
	`api_version` text,
	`metadata` text NOT NULL,
	`status` text NOT NULL,
	`sealed_secret` text,
	`sealed_old_secret` text,
	`old_secret_until` integer,
	`deleted_at` integer,
	`listener_key_id` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `webhook_endpoints_created` ON `webhook_endpoints` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_endpoints_status` ON `webhook_endpoints` (`environment_id`,`status`);