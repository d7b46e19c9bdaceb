CREATE TABLE `figure_states` (
	`environment_id` integer PRIMARY KEY NOT NULL,
	`time_zone` text,
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `figures` (
	`environment_id` integer NOT NULL,
	`grain` text NOT NULL,
	`bucket` integer NOT NULL,
	`currency` text NOT NULL,
	`country` text NOT NULL,
	`method` text NOT NULL,
	`brand` text NOT NULL,
	`reason` text NOT NULL,
	`until` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`accepted` integer DEFAULT 0 NOT NULL,
	`tried` integer DEFAULT 0 NOT NULL,
	`paid_of_tried` integer DEFAULT 0 NOT NULL,
	`payments` integer DEFAULT 0 NOT NULL,
	`gross` integer DEFAULT 0 NOT NULL,
	`gross_own` integer DEFAULT 0 NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`refunds` integer DEFAULT 0 NOT NULL,
	`refunded` integer DEFAULT 0 NOT NULL,
	`refunded_own` integer DEFAULT 0 NOT NULL,
	`disputes` integer DEFAULT 0 NOT NULL,
	`disputed` integer DEFAULT 0 NOT NULL,
	`disputed_own` integer DEFAULT 0 NOT NULL,
	`net` integer DEFAULT 0 NOT NULL,
	`net_own` integer DEFAULT 0 NOT NULL,
	`fees` integer DEFAULT 0 NOT NULL,
	`fees_own` integer DEFAULT 0 NOT NULL,
	`customers` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`environment_id`, `grain`, `bucket`, `currency`, `country`, `method`, `brand`, `reason`, `until`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
