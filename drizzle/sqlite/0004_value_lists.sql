CREATE TABLE `value_lists` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`alias` text NOT NULL,
	`name` text NOT NULL,
	`item_type` text NOT NULL,
	`metadata` text NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `value_lists_alias` ON `value_lists` (`environment_id`,`alias`);--> statement-breakpoint
CREATE INDEX `value_lists_created` ON `value_lists` (`environment_id`,`created_at`,`id`);