CREATE TABLE `saved_views` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`owner_id` text NOT NULL,
	`owner_name` text,
	`shared` integer NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_views_list` ON `saved_views` (`environment_id`,`list`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_currency_amount` ON `disputes` (`environment_id`,`currency`,`amount`,`id`);--> statement-breakpoint
CREATE INDEX `payment_intents_currency_amount` ON `payment_intents` (`environment_id`,`currency`,`amount`,`id`);--> statement-breakpoint
CREATE INDEX `refunds_currency_amount` ON `refunds` (`environment_id`,`currency`,`amount`,`id`);