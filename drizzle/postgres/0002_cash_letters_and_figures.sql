CREATE TABLE "block_entries" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"list" text NOT NULL,
	"value" text NOT NULL,
	"brand" text,
	"last4" text,
	"payment_intent_id" text,
	"created_by" json NOT NULL,
	CONSTRAINT "block_entries_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "cash_balances" (
	"environment_id" bigint NOT NULL,
	"customer_id" text NOT NULL,
	"currency" text NOT NULL,
	"balance" bigint NOT NULL,
	CONSTRAINT "cash_balances_environment_id_customer_id_currency_pk" PRIMARY KEY("environment_id","customer_id","currency")
);
--> statement-breakpoint
CREATE TABLE "cash_transactions" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"customer_id" text NOT NULL,
	"type" text NOT NULL,
	"net_amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"ending_balance" bigint NOT NULL,
	"payment_intent_id" text,
	"refund_id" text,
	"transfer" json,
	CONSTRAINT "cash_transactions_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "figure_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figure_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"environment_id" bigint NOT NULL,
	"cells" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_templates" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" json NOT NULL,
	"name" text NOT NULL,
	"reason" text,
	"body" text NOT NULL,
	CONSTRAINT "letter_templates_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "deposit_verifications" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"subject_id" text NOT NULL,
	"payment_method_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"arrives_at" bigint NOT NULL,
	"token" text NOT NULL,
	"failures" bigint NOT NULL,
	"mandate_id" text,
	CONSTRAINT "deposit_verifications_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "bulk_rows" ADD COLUMN "fee" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "reconciliation_mode" text;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "product_kind" text;--> statement-breakpoint
ALTER TABLE "figure_states" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD COLUMN "cash_applied" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "block_entries" ADD CONSTRAINT "block_entries_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_balances" ADD CONSTRAINT "cash_balances_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_transactions" ADD CONSTRAINT "cash_transactions_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_templates" ADD CONSTRAINT "letter_templates_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposit_verifications" ADD CONSTRAINT "deposit_verifications_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "block_entries_value" ON "block_entries" USING btree ("environment_id","list","value");--> statement-breakpoint
CREATE INDEX "block_entries_created" ON "block_entries" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "block_entries_list" ON "block_entries" USING btree ("environment_id","list","created_at","id");--> statement-breakpoint
CREATE INDEX "cash_transactions_customer" ON "cash_transactions" USING btree ("environment_id","customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "letter_templates_created" ON "letter_templates" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "deposit_verifications_subject" ON "deposit_verifications" USING btree ("environment_id","subject_id","created_at","id");--> statement-breakpoint
CREATE INDEX "deposit_verifications_method" ON "deposit_verifications" USING btree ("environment_id","payment_method_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_amount" ON "payouts" USING btree ("environment_id","currency","amount","id");