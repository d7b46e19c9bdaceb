CREATE TABLE `deposit_verifications` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`subject_id` text NOT NULL,
	`payment_method_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`arrives_at` integer NOT NULL,
	`token` text NOT NULL,
	`failures` integer NOT NULL,
	`mandate_id` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deposit_verifications_subject` ON `deposit_verifications` (`environment_id`,`subject_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `deposit_verifications_method` ON `deposit_verifications` (`environment_id`,`payment_method_id`,`created_at`,`id`);