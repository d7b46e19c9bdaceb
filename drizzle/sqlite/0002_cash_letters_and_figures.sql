CREATE TABLE `block_entries` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`list` text NOT NULL,
	`value` text NOT NULL,
	`brand` text,
	`last4` text,
	`payment_intent_id` text,
	`created_by` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `block_entries_value` ON `block_entries` (`environment_id`,`list`,`value`);--> statement-breakpoint
CREATE INDEX `block_entries_created` ON `block_entries` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `block_entries_list` ON `block_entries` (`environment_id`,`list`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `cash_balances` (
	`environment_id` integer NOT NULL,
	`customer_id` text NOT NULL,
	`currency` text NOT NULL,
	`balance` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `customer_id`, `currency`),
	FOREIGN KEY (`environment_id`,`customer_id`) REFERENCES `customers`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cash_transactions` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`customer_id` text NOT NULL,
	`type` text NOT NULL,
	`net_amount` integer NOT NULL,
	`currency` text NOT NULL,
	`ending_balance` integer NOT NULL,
	`payment_intent_id` text,
	`refund_id` text,
	`transfer` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`customer_id`) REFERENCES `customers`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cash_transactions_customer` ON `cash_transactions` (`environment_id`,`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `figure_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`environment_id` integer NOT NULL,
	`cells` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `letter_templates` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`name` text NOT NULL,
	`reason` text,
	`body` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letter_templates_created` ON `letter_templates` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `deposit_verifications` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`subject_id` text NOT NULL,
	`payment_method_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`arrives_at` integer NOT NULL,
	`token` text NOT NULL,
	`failures` integer NOT NULL,
	`mandate_id` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deposit_verifications_subject` ON `deposit_verifications` (`environment_id`,`subject_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `deposit_verifications_method` ON `deposit_verifications` (`environment_id`,`payment_method_id`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `bulk_rows` ADD `fee` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `reconciliation_mode` text;--> statement-breakpoint
ALTER TABLE `disputes` ADD `product_kind` text;--> statement-breakpoint
ALTER TABLE `figure_states` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `payment_intents` ADD `cash_applied` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `payouts_amount` ON `payouts` (`environment_id`,`currency`,`amount`,`id`);