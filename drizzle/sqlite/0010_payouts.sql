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
ALTER TABLE `balance_transactions` ADD `payout_id` text;--> statement-breakpoint
CREATE INDEX `balance_transactions_payout` ON `balance_transactions` (`environment_id`,`payout_id`,`created_at`,`id`);