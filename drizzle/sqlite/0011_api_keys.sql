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
ALTER TABLE `api_keys` ADD `allowed_addresses` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `replaced_by` text;--> statement-breakpoint
ALTER TABLE `jobs` ADD `clock_id` text;--> statement-breakpoint
CREATE INDEX `jobs_on_clock` ON `jobs` (`environment_id`,`clock_id`,`run_at`) WHERE clock_id is not null;--> statement-breakpoint
ALTER TABLE `customers` ADD `test_clock_id` text;--> statement-breakpoint
CREATE INDEX `customers_test_clock` ON `customers` (`environment_id`,`test_clock_id`,`created_at`,`id`) WHERE test_clock_id is not null;