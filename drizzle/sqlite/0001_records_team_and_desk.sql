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
CREATE TABLE `bulk_rows` (
	`environment_id` integer NOT NULL,
	`run_id` text NOT NULL,
	`object_id` text NOT NULL,
	`place` integer NOT NULL,
	`state` text NOT NULL,
	`amount` integer,
	`currency` text,
	`operation_id` text,
	`result_id` text,
	`code` text,
	`message` text,
	`at` integer,
	PRIMARY KEY(`environment_id`, `run_id`, `object_id`),
	FOREIGN KEY (`environment_id`,`run_id`) REFERENCES `bulk_runs`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_rows_state` ON `bulk_rows` (`environment_id`,`run_id`,`state`,`place`);--> statement-breakpoint
CREATE TABLE `bulk_runs` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`list` text NOT NULL,
	`act` text NOT NULL,
	`state` text NOT NULL,
	`ids` text,
	`words` text,
	`time_zone` text NOT NULL,
	`gathered_until` text,
	`total` integer NOT NULL,
	`done` integer NOT NULL,
	`failed` integer NOT NULL,
	`left_out` integer NOT NULL,
	`amounts` text NOT NULL,
	`created_by` text NOT NULL,
	`started_at` integer,
	`approval_id` text,
	`ended_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_runs_created` ON `bulk_runs` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `counted_payments` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`customer_id` text,
	`card` text,
	`email` text,
	`phone` text,
	`paid_at` integer NOT NULL,
	`currency` text NOT NULL,
	`captured` integer NOT NULL,
	`refunded` integer NOT NULL,
	`lost` integer NOT NULL,
	`spend` integer NOT NULL,
	`refund_count` integer NOT NULL,
	`dispute_count` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `counted_payments_customer` ON `counted_payments` (`environment_id`,`customer_id`,`paid_at`,`id`);--> statement-breakpoint
CREATE INDEX `counted_payments_card` ON `counted_payments` (`environment_id`,`card`,`paid_at`,`id`);--> statement-breakpoint
CREATE INDEX `counted_payments_email` ON `counted_payments` (`environment_id`,`email`,`paid_at`,`id`);--> statement-breakpoint
CREATE INDEX `counted_payments_phone` ON `counted_payments` (`environment_id`,`phone`,`paid_at`,`id`);--> statement-breakpoint
CREATE TABLE `fillings` (
	`name` text PRIMARY KEY NOT NULL,
	`environment_id` integer NOT NULL,
	`last_id` text,
	`done_at` integer
);
--> statement-breakpoint
CREATE TABLE `guests` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`name` text,
	`email` text,
	`phone` text,
	`brand` text,
	`last4` text,
	`spend` integer DEFAULT 0 NOT NULL,
	`payment_count` integer DEFAULT 0 NOT NULL,
	`refund_count` integer DEFAULT 0 NOT NULL,
	`dispute_count` integer DEFAULT 0 NOT NULL,
	`first_payment_at` integer DEFAULT 0 NOT NULL,
	`last_payment_at` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `guests_created` ON `guests` (`environment_id`,`kind`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `guests_spend` ON `guests` (`environment_id`,`kind`,`spend`,`id`);--> statement-breakpoint
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
CREATE TABLE `exports` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`person_id` text NOT NULL,
	`dataset` text NOT NULL,
	`format` text NOT NULL,
	`choices` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`rows_done` integer NOT NULL,
	`rows_total` integer,
	`tended_at` integer,
	`size` integer,
	`finished_at` integer,
	`expires_at` integer,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exports_person` ON `exports` (`environment_id`,`person_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `exports_state` ON `exports` (`environment_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `figure_states` (
	`environment_id` integer PRIMARY KEY NOT NULL,
	`time_zone` text,
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `figures` (
	`environment_id` integer NOT NULL,
	`grain` text NOT NULL,
	`bucket` integer NOT NULL,
	`currency` text NOT NULL,
	`country` text NOT NULL,
	`method` text NOT NULL,
	`brand` text NOT NULL,
	`reason` text NOT NULL,
	`until` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`accepted` integer DEFAULT 0 NOT NULL,
	`tried` integer DEFAULT 0 NOT NULL,
	`paid_of_tried` integer DEFAULT 0 NOT NULL,
	`payments` integer DEFAULT 0 NOT NULL,
	`gross` integer DEFAULT 0 NOT NULL,
	`gross_own` integer DEFAULT 0 NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`refunds` integer DEFAULT 0 NOT NULL,
	`refunded` integer DEFAULT 0 NOT NULL,
	`refunded_own` integer DEFAULT 0 NOT NULL,
	`disputes` integer DEFAULT 0 NOT NULL,
	`disputed` integer DEFAULT 0 NOT NULL,
	`disputed_own` integer DEFAULT 0 NOT NULL,
	`net` integer DEFAULT 0 NOT NULL,
	`net_own` integer DEFAULT 0 NOT NULL,
	`fees` integer DEFAULT 0 NOT NULL,
	`fees_own` integer DEFAULT 0 NOT NULL,
	`customers` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`environment_id`, `grain`, `bucket`, `currency`, `country`, `method`, `brand`, `reason`, `until`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_keys` (
	`environment_id` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`object_id` text NOT NULL,
	PRIMARY KEY(`environment_id`, `kind`, `name`, `value`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`kind` text NOT NULL,
	`filename` text NOT NULL,
	`size` integer NOT NULL,
	`stored_as` text,
	`header` text NOT NULL,
	`columns` text NOT NULL,
	`key` text,
	`state` text NOT NULL,
	`offset` integer NOT NULL,
	`rows` integer NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`refused` integer NOT NULL,
	`keys_after` text,
	`started_at` integer,
	`finished_at` integer,
	`created_by` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_kind` ON `imports` (`environment_id`,`kind`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `refused_rows` (
	`environment_id` integer NOT NULL,
	`import_id` text NOT NULL,
	`row` integer NOT NULL,
	`cells` text NOT NULL,
	`problems` text NOT NULL,
	PRIMARY KEY(`environment_id`, `import_id`, `row`),
	FOREIGN KEY (`environment_id`,`import_id`) REFERENCES `imports`(`environment_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`owner_id` text NOT NULL,
	`owner_name` text,
	`shared` integer NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_views_list` ON `saved_views` (`environment_id`,`list`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `selections` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`list` text NOT NULL,
	`person_id` text NOT NULL,
	`ids` text,
	`words` text,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `selections_created` ON `selections` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`environment_id` integer NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`author_id` text NOT NULL,
	`author_name` text NOT NULL,
	`text` text NOT NULL,
	`mentions` text NOT NULL,
	PRIMARY KEY(`environment_id`, `id`),
	FOREIGN KEY (`environment_id`) REFERENCES `environments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notes_subject` ON `notes` (`environment_id`,`subject_kind`,`subject_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `person_preferences` (
	`account_id` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `person_id`, `name`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `activations` (
	`account_id` text PRIMARY KEY NOT NULL,
	`updated_at` integer NOT NULL,
	`sealed` text NOT NULL,
	`submitted_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answered_challenges` (
	`challenge` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_cuts` (
	`chain` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`seal` text NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_person` ON `passkeys` (`person_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `merged_into_id` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `spend` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `payment_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `refund_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `dispute_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `first_payment_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `last_payment_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `country` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `present` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `customers_present` ON `customers` (`environment_id`,`present`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_spend` ON `customers` (`environment_id`,`present`,`spend`,`id`);--> statement-breakpoint
CREATE INDEX `customers_payments` ON `customers` (`environment_id`,`present`,`payment_count`,`id`);--> statement-breakpoint
CREATE INDEX `customers_last_payment` ON `customers` (`environment_id`,`present`,`last_payment_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_merged` ON `customers` (`environment_id`,`merged_into_id`) WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX `customers_country` ON `customers` (`environment_id`,`country`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `disputes` ADD `assignee_id` text;--> statement-breakpoint
CREATE INDEX `disputes_assignee` ON `disputes` (`environment_id`,`assignee_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_currency_amount` ON `disputes` (`environment_id`,`currency`,`amount`,`id`);--> statement-breakpoint
ALTER TABLE `charges` ADD `amount_reserved` integer;--> statement-breakpoint
ALTER TABLE `refunds` ADD `customer_message` text;--> statement-breakpoint
ALTER TABLE `refunds` ADD `approval_id` text;--> statement-breakpoint
CREATE INDEX `refunds_currency_amount` ON `refunds` (`environment_id`,`currency`,`amount`,`id`);--> statement-breakpoint
CREATE INDEX `mails_subject` ON `mails` (`environment_id`,`subject_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `payment_intents_currency_amount` ON `payment_intents` (`environment_id`,`currency`,`amount`,`id`,`amount_received`,`payment_status`,`created_at`);