CREATE TABLE "activations" (
	"account_id" text PRIMARY KEY NOT NULL,
	"updated_at" bigint NOT NULL,
	"sealed" text NOT NULL,
	"submitted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "audit_cuts" (
	"chain" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	"seal" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "closed_at" bigint;--> statement-breakpoint
ALTER TABLE "activations" ADD CONSTRAINT "activations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;