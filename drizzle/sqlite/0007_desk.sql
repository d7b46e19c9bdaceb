CREATE TABLE `refund_approval_lines` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`approval_id` text NOT NULL,
	`charge_id` text NOT NULL,
	`payment_intent_id` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`refund_id` text,
	`obstacle` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`,`approval_id`) REFERENCES `refund_approvals`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`environment_id`,`charge_id`) REFERENCES `charges`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `refund_approval_lines_approval` ON `refund_approval_lines` (`environment_id`,`approval_id`,`id`);--> statement-breakpoint
CREATE INDEX `refund_approval_lines_charge` ON `refund_approval_lines` (`environment_id`,`charge_id`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `refund_approvals` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`state` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_by_id` text NOT NULL,
	`reason` text,
	`note` text,
	`customer_message` text,
	`exceeded` text NOT NULL,
	`line_count` integer NOT NULL,
	`estimate` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	PRIMARY KEY(`environment_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `refund_approvals_created` ON `refund_approvals` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `refund_approvals_state` ON `refund_approvals` (`environment_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `refund_approvals_asker` ON `refund_approvals` (`environment_id`,`asked_by_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `refund_limits` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`per_refund` integer,
	`per_day` integer,
	`per_customer` integer,
	`approves` integer,
	PRIMARY KEY(`environment_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `masked_roles` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `reveals` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`person_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `reveals_subject` ON `reveals` (`environment_id`,`person_id`,`subject_id`,`until`);--> statement-breakpoint
ALTER TABLE `disputes` ADD `assignee_id` text;--> statement-breakpoint
CREATE INDEX `disputes_assignee` ON `disputes` (`environment_id`,`assignee_id`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `charges` ADD `amount_reserved` integer;--> statement-breakpoint
ALTER TABLE `refunds` ADD `customer_message` text;--> statement-breakpoint
ALTER TABLE `refunds` ADD `approval_id` text;