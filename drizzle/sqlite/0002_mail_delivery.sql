ALTER TABLE `mails` ADD `language` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `sealed_link` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `link_readers` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `mails` ADD `last_error` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `sent_at` integer;