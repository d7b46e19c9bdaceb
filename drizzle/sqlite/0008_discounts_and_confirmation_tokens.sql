CREATE TABLE `confirmation_tokens` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`payment_method_id` text NOT NULL,
	`payment_method_options` text,
	`acceptance` text,
	`return_url` text,
	`setup_future_usage` text,
	`shipping` text,
	`payment_intent_id` text,
	`setup_intent_id` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `customers` ADD `discount` text;