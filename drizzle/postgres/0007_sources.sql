ALTER TABLE "payment_methods" ADD COLUMN "source_object" text;--> statement-breakpoint
ALTER TABLE "payment_methods" ADD COLUMN "source_status" text;--> statement-breakpoint
ALTER TABLE "payment_methods" ADD COLUMN "source_facts" json;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "source" json;