CREATE TABLE `file_links` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`file_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer,
	`metadata` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`file_id`) REFERENCES `files`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `file_links_created` ON `file_links` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `file_links_file` ON `file_links` (`environment_id`,`file_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `file_links_token` ON `file_links` (`environment_id`,`token`);--> statement-breakpoint
CREATE TABLE `files` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`purpose` text NOT NULL,
	`kind` text NOT NULL,
	`filename` text NOT NULL,
	`size` integer NOT NULL,
	`stored_as` text NOT NULL,
	`expires_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_created` ON `files` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `files_purpose` ON `files` (`environment_id`,`purpose`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `files_stored_as` ON `files` (`environment_id`,`stored_as`);