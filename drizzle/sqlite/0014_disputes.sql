CREATE TABLE `disputes` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`charge_id` text NOT NULL,
	`payment_intent_id` text NOT NULL,
	`standalone` integer NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`network` text,
	`network_reason_code` text,
	`case_type` text,
	`enhanced` text,
	`evidence` text NOT NULL,
	`due_by` integer,
	`past_due` integer NOT NULL,
	`submission_count` integer NOT NULL,
	`submitted_at` integer,
	`answered_by` text,
	`submission_method` text,
	`withdrawn_at` integer,
	`closed_at` integer,
	`closed_by` text,
	`withdrawal_id` text,
	`reinstatement_id` text,
	`active_operation_id` text,
	`metadata` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`charge_id`) REFERENCES `charges`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `disputes_created` ON `disputes` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_charge` ON `disputes` (`environment_id`,`charge_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_payment_intent` ON `disputes` (`environment_id`,`payment_intent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_status` ON `disputes` (`environment_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_due` ON `disputes` (`environment_id`,`status`,`due_by`,`id`);--> statement-breakpoint
CREATE TABLE `early_fraud_warnings` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`charge_id` text NOT NULL,
	`payment_intent_id` text NOT NULL,
	`standalone` integer NOT NULL,
	`fraud_type` text NOT NULL,
	`actionable` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`charge_id`) REFERENCES `charges`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `early_fraud_warnings_created` ON `early_fraud_warnings` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `early_fraud_warnings_charge` ON `early_fraud_warnings` (`environment_id`,`charge_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `early_fraud_warnings_payment_intent` ON `early_fraud_warnings` (`environment_id`,`payment_intent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`charge_id` text NOT NULL,
	`payment_intent_id` text NOT NULL,
	`standalone` integer NOT NULL,
	`billing_zip` text,
	`open` integer NOT NULL,
	`opened_reason` text NOT NULL,
	`closed_reason` text,
	`closed_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`charge_id`) REFERENCES `charges`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviews_open` ON `reviews` (`environment_id`,`open`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_payment_intent` ON `reviews` (`environment_id`,`payment_intent_id`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `charges` ADD `dispute_state` text;--> statement-breakpoint
ALTER TABLE `charges` ADD `review_id` text;--> statement-breakpoint
ALTER TABLE `payment_intents` ADD `review_id` text;