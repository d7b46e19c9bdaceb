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
CREATE INDEX `value_lists_created` ON `value_lists` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `cash_returns` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`customer_id` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`reference` text,
	`metadata` text NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`customer_id`) REFERENCES `customers`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cash_returns_created` ON `cash_returns` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
DROP INDEX `promotion_codes_code`;--> statement-breakpoint
CREATE INDEX `promotion_codes_spelling` ON `promotion_codes` (`environment_id`,lower(code),`active`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `link_tokens` ADD `email` text;--> statement-breakpoint
ALTER TABLE `people` ADD `phone` text;--> statement-breakpoint
CREATE INDEX `coupons_name` ON `coupons` (`environment_id`,`name`,`created_at`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `products_name` ON `products` (`environment_id`,`name`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `shipping_rates_name` ON `shipping_rates` (`environment_id`,`display_name`,`currency`,`amount`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tax_rates_name` ON `tax_rates` (`environment_id`,`display_name`,`percentage`,`created_at`,`id`);