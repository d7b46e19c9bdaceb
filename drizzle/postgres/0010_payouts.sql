CREATE TABLE "balance_settings" (
	"environment_id" bigint NOT NULL,
	"interval" text NOT NULL,
	"weekdays" json NOT NULL,
	"month_days" json NOT NULL,
	"minimum_balances" json NOT NULL,
	"debit_negative_balances" boolean NOT NULL,
	"payouts_enabled" boolean NOT NULL,
	"statement_descriptor" text,
	"delay_days" bigint,
	"start_of_day" json,
	CONSTRAINT "balance_settings_environment_id_pk" PRIMARY KEY("environment_id")
);
--> statement-breakpoint
CREATE TABLE "external_accounts" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"type" text NOT NULL,
	"currency" text NOT NULL,
	"country" text NOT NULL,
	"reference" text NOT NULL,
	"fingerprint" text NOT NULL,
	"last4" text NOT NULL,
	"holder_name" text,
	"holder_type" text,
	"account_type" text,
	"bank_name" text,
	"routing_number" text,
	"card" json,
	"address" json,
	"instant" boolean NOT NULL,
	"default_for_currency" boolean NOT NULL,
	"status" text NOT NULL,
	"metadata" json NOT NULL,
	"deleted_at" bigint,
	CONSTRAINT "external_accounts_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"arrival_date" bigint NOT NULL,
	"automatic" boolean NOT NULL,
	"status" text NOT NULL,
	"method" text NOT NULL,
	"type" text NOT NULL,
	"destination_id" text NOT NULL,
	"balance_transaction_id" text,
	"failure_balance_transaction_id" text,
	"failure_code" text,
	"description" text,
	"statement_descriptor" text,
	"trace_id" text,
	"original_payout_id" text,
	"reversed_by_id" text,
	"metadata" json NOT NULL,
	"created_by" json NOT NULL,
	CONSTRAINT "payouts_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "topups" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"expected_availability_date" bigint,
	"failure_code" text,
	"balance_transaction_id" text,
	"reference" text,
	"payment_method_id" text,
	"bank_reference" text NOT NULL,
	"description" text,
	"statement_descriptor" text,
	"transfer_group" text,
	"metadata" json NOT NULL,
	"created_by" json NOT NULL,
	CONSTRAINT "topups_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "balance_transactions" ADD COLUMN "payout_id" text;--> statement-breakpoint
ALTER TABLE "balance_settings" ADD CONSTRAINT "balance_settings_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_accounts" ADD CONSTRAINT "external_accounts_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_destination_fk" FOREIGN KEY ("environment_id","destination_id") REFERENCES "public"."external_accounts"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topups" ADD CONSTRAINT "topups_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "external_accounts_created" ON "external_accounts" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "external_accounts_currency" ON "external_accounts" USING btree ("environment_id","currency","created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_created" ON "payouts" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_status" ON "payouts" USING btree ("environment_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_destination" ON "payouts" USING btree ("environment_id","destination_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_arrival" ON "payouts" USING btree ("environment_id","arrival_date","created_at","id");--> statement-breakpoint
CREATE INDEX "topups_created" ON "topups" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "topups_status" ON "topups" USING btree ("environment_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "balance_transactions_payout" ON "balance_transactions" USING btree ("environment_id","payout_id","created_at","id");