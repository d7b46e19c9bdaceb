CREATE TABLE `search_documents` (
	`position` integer PRIMARY KEY NOT NULL,
	`environment_id` integer NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_state` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_touches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`environment_id` integer NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL
);
