CREATE TABLE "counted_payments" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"customer_id" text,
	"card" text,
	"email" text,
	"phone" text,
	"paid_at" bigint NOT NULL,
	"currency" text NOT NULL,
	"captured" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	"lost" bigint NOT NULL,
	"spend" bigint NOT NULL,
	"refund_count" bigint NOT NULL,
	"dispute_count" bigint NOT NULL,
	CONSTRAINT "counted_payments_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "fillings" (
	"name" text PRIMARY KEY NOT NULL,
	"environment_id" bigint NOT NULL,
	"last_id" text,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "guests" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"name" text,
	"email" text,
	"phone" text,
	"brand" text,
	"last4" text,
	"spend" bigint DEFAULT 0 NOT NULL,
	"payment_count" bigint DEFAULT 0 NOT NULL,
	"refund_count" bigint DEFAULT 0 NOT NULL,
	"dispute_count" bigint DEFAULT 0 NOT NULL,
	"first_payment_at" bigint DEFAULT 0 NOT NULL,
	"last_payment_at" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "guests_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_keys" (
	"environment_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"object_id" text NOT NULL,
	CONSTRAINT "import_keys_environment_id_kind_name_value_pk" PRIMARY KEY("environment_id","kind","name","value")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"filename" text NOT NULL,
	"size" bigint NOT NULL,
	"stored_as" text,
	"header" json NOT NULL,
	"columns" json NOT NULL,
	"key" text,
	"state" text NOT NULL,
	"offset" bigint NOT NULL,
	"rows" bigint NOT NULL,
	"created" bigint NOT NULL,
	"updated" bigint NOT NULL,
	"unchanged" bigint NOT NULL,
	"refused" bigint NOT NULL,
	"keys_after" text,
	"started_at" bigint,
	"finished_at" bigint,
	"created_by" json NOT NULL,
	CONSTRAINT "imports_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "refused_rows" (
	"environment_id" bigint NOT NULL,
	"import_id" text NOT NULL,
	"row" bigint NOT NULL,
	"cells" json NOT NULL,
	"problems" json NOT NULL,
	CONSTRAINT "refused_rows_environment_id_import_id_row_pk" PRIMARY KEY("environment_id","import_id","row")
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merged_into_id" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "erased_at" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "spend" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "payment_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "refund_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "dispute_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "first_payment_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "last_payment_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "present" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "counted_payments" ADD CONSTRAINT "counted_payments_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_keys" ADD CONSTRAINT "import_keys_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_rows" ADD CONSTRAINT "refused_rows_import_fk" FOREIGN KEY ("environment_id","import_id") REFERENCES "public"."imports"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counted_payments_customer" ON "counted_payments" USING btree ("environment_id","customer_id","paid_at","id");--> statement-breakpoint
CREATE INDEX "counted_payments_card" ON "counted_payments" USING btree ("environment_id","card","paid_at","id");--> statement-breakpoint
CREATE INDEX "counted_payments_email" ON "counted_payments" USING btree ("environment_id","email","paid_at","id");--> statement-breakpoint
CREATE INDEX "counted_payments_phone" ON "counted_payments" USING btree ("environment_id","phone","paid_at","id");--> statement-breakpoint
CREATE INDEX "guests_created" ON "guests" USING btree ("environment_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "guests_spend" ON "guests" USING btree ("environment_id","kind","spend","id");--> statement-breakpoint
CREATE INDEX "imports_kind" ON "imports" USING btree ("environment_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_present" ON "customers" USING btree ("environment_id","present","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_spend" ON "customers" USING btree ("environment_id","present","spend","id");--> statement-breakpoint
CREATE INDEX "customers_payments" ON "customers" USING btree ("environment_id","present","payment_count","id");--> statement-breakpoint
CREATE INDEX "customers_last_payment" ON "customers" USING btree ("environment_id","present","last_payment_at","id");--> statement-breakpoint
CREATE INDEX "customers_merged" ON "customers" USING btree ("environment_id","merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX "customers_country" ON "customers" USING btree ("environment_id","country","created_at","id");