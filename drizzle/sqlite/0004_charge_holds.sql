ALTER TABLE `charges` ADD `hold_steps` text;--> statement-breakpoint
CREATE INDEX `charges_transfer_group` ON `charges` (`environment_id`,`transfer_group`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `balance_transactions_currency` ON `balance_transactions` (`environment_id`,`currency`,`created_at`,`id`);