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
CREATE INDEX `letter_templates_created` ON `letter_templates` (`environment_id`,`created_at`,`id`);