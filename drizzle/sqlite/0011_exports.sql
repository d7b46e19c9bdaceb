CREATE TABLE `exports` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`person_id` text NOT NULL,
	`dataset` text NOT NULL,
	`format` text NOT NULL,
	`choices` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`rows_done` integer NOT NULL,
	`rows_total` integer,
	`tended_at` integer,
	`size` integer,
	`finished_at` integer,
	`expires_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exports_person` ON `exports` (`environment_id`,`person_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `exports_state` ON `exports` (`environment_id`,`state`,`created_at`,`id`);