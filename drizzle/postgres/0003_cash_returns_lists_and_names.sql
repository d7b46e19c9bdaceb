CREATE TABLE "value_lists" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"alias" text NOT NULL,
	"name" text NOT NULL,
	"item_type" text NOT NULL,
	"metadata" json NOT NULL,
	"created_by" json NOT NULL,
	CONSTRAINT "value_lists_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "cash_returns" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"customer_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"reference" text,
	"metadata" json NOT NULL,
	"created_by" json NOT NULL,
	CONSTRAINT "cash_returns_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
DROP INDEX "promotion_codes_code";--> statement-breakpoint
ALTER TABLE "link_tokens" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "value_lists" ADD CONSTRAINT "value_lists_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_returns" ADD CONSTRAINT "cash_returns_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "value_lists_alias" ON "value_lists" USING btree ("environment_id","alias");--> statement-breakpoint
CREATE INDEX "value_lists_created" ON "value_lists" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "cash_returns_created" ON "cash_returns" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "coupons_name" ON "coupons" USING btree ("environment_id","name","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_name" ON "products" USING btree ("environment_id","name","created_at","id");--> statement-breakpoint
CREATE INDEX "promotion_codes_spelling" ON "promotion_codes" USING btree ("environment_id",lower(code),"active","created_at","id");--> statement-breakpoint
CREATE INDEX "shipping_rates_name" ON "shipping_rates" USING btree ("environment_id","display_name","currency","amount","created_at","id");--> statement-breakpoint
CREATE INDEX "tax_rates_name" ON "tax_rates" USING btree ("environment_id","display_name","percentage","created_at","id");