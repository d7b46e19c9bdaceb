CREATE TABLE `notification_choices` (
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`wanted` integer NOT NULL,
	PRIMARY KEY(`account_id`, `kind`, `person_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mails_subject` ON `mails` (`environment_id`,`subject_id`,`created_at`);