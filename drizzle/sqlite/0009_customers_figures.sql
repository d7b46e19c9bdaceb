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
CREATE INDEX `customers_country` ON `customers` (`environment_id`,`country`,`created_at`,`id`);