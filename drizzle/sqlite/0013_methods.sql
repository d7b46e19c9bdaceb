CREATE TABLE `method_configurations` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`active` integer NOT NULL,
	`is_default` integer NOT NULL,
	`preferences` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `method_configurations_created` ON `method_configurations` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `method_configurations_default` ON `method_configurations` (`environment_id`,`is_default`);--> statement-breakpoint
CREATE TABLE `method_domains` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`domain_name` text NOT NULL,
	`enabled` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `method_domains_created` ON `method_domains` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `method_domains_name` ON `method_domains` (`environment_id`,`domain_name`);--> statement-breakpoint
ALTER TABLE `payment_intents` ADD `method_configuration_id` text;--> statement-breakpoint
ALTER TABLE `setup_intents` ADD `method_configuration_id` text;