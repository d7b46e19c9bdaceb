ALTER TABLE `link_tokens` ADD `email` text;--> statement-breakpoint
ALTER TABLE `people` ADD `phone` text;