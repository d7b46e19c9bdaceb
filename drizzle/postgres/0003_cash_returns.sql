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
ALTER TABLE "cash_returns" ADD CONSTRAINT "cash_returns_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cash_returns_created" ON "cash_returns" USING btree ("environment_id","created_at","id");