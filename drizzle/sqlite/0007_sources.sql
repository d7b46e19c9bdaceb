ALTER TABLE `payment_methods` ADD `source_object` text;--> statement-breakpoint
ALTER TABLE `payment_methods` ADD `source_status` text;--> statement-breakpoint
ALTER TABLE `payment_methods` ADD `source_facts` text;--> statement-breakpoint
ALTER TABLE `charges` ADD `source` text;