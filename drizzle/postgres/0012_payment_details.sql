ALTER TABLE "payment_intents" ADD COLUMN "allowed_payment_method_types" json;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD COLUMN "excluded_payment_method_types" json;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD COLUMN "amount_details" json;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD COLUMN "payment_details" json;