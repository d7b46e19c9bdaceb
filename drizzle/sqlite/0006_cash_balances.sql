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
ALTER TABLE `customers` ADD `reconciliation_mode` text;--> statement-breakpoint
ALTER TABLE `payment_intents` ADD `cash_applied` integer DEFAULT 0 NOT NULL;