CREATE TABLE `activations` (
	`account_id` text PRIMARY KEY NOT NULL,
	`updated_at` integer NOT NULL,
	`sealed` text NOT NULL,
	`submitted_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_cuts` (
	`chain` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`seal` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `closed_at` integer;