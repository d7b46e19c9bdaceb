CREATE TABLE `figure_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`environment_id` integer NOT NULL,
	`cells` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `figure_states` ADD `version` integer DEFAULT 1 NOT NULL;