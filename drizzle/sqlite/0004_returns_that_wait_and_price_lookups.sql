ALTER TABLE `cash_returns` ADD `failure_reason` text;--> statement-breakpoint
ALTER TABLE `cash_returns` ADD `instructions_email` text;--> statement-breakpoint
ALTER TABLE `cash_returns` ADD `asked` text;--> statement-breakpoint
CREATE INDEX `cash_returns_status` ON `cash_returns` (`environment_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `cash_returns_currency_amount` ON `cash_returns` (`environment_id`,`currency`,`amount`,`id`);--> statement-breakpoint
CREATE INDEX `cash_returns_customer` ON `cash_returns` (`environment_id`,`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `prices_product_amount` ON `prices` (`environment_id`,`product_id`,`currency`,`unit_amount`);