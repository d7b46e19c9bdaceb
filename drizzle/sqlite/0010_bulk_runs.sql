CREATE TABLE `bulk_rows` (
	`environment_id` integer NOT NULL,
	`run_id` text NOT NULL,
	`object_id` text NOT NULL,
	`place` integer NOT NULL,
	`state` text NOT NULL,
	`amount` integer,
	`currency` text,
	`operation_id` text,
	`result_id` text,
	`code` text,
	`message` text,
	`at` integer,
	PRIMARY KEY(`environment_id`, `run_id`, `object_id`),
	FOREIGN KEY (`environment_id`,`run_id`) REFERENCES `bulk_runs`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_rows_state` ON `bulk_rows` (`environment_id`,`run_id`,`state`,`place`);--> statement-breakpoint
CREATE TABLE `bulk_runs` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`list` text NOT NULL,
	`act` text NOT NULL,
	`state` text NOT NULL,
	`ids` text,
	`words` text,
	`time_zone` text NOT NULL,
	`gathered_until` text,
	`total` integer NOT NULL,
	`done` integer NOT NULL,
	`failed` integer NOT NULL,
	`left_out` integer NOT NULL,
	`amounts` text NOT NULL,
	`created_by` text NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_runs_created` ON `bulk_runs` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `selections` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`list` text NOT NULL,
	`person_id` text NOT NULL,
	`ids` text,
	`words` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `selections_created` ON `selections` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
DROP INDEX `payment_intents_currency_amount`;--> statement-breakpoint
CREATE INDEX `payment_intents_currency_amount` ON `payment_intents` (`environment_id`,`currency`,`amount`,`id`,`amount_received`,`payment_status`,`created_at`);