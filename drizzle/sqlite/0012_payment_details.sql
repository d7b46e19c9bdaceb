ALTER TABLE `payment_intents` ADD `allowed_payment_method_types` text;--> statement-breakpoint
ALTER TABLE `payment_intents` ADD `excluded_payment_method_types` text;--> statement-breakpoint
ALTER TABLE `payment_intents` ADD `amount_details` text;--> statement-breakpoint
ALTER TABLE `payment_intents` ADD `payment_details` text;