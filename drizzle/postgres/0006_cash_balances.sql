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
ALTER TABLE "customers" ADD COLUMN "reconciliation_mode" text;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD COLUMN "cash_applied" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cash_balances" ADD CONSTRAINT "cash_balances_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_transactions" ADD CONSTRAINT "cash_transactions_customer_fk" FOREIGN KEY ("environment_id","customer_id") REFERENCES "public"."customers"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cash_transactions_customer" ON "cash_transactions" USING btree ("environment_id","customer_id","created_at","id");