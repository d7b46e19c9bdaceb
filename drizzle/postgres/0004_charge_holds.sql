ALTER TABLE "charges" ADD COLUMN "hold_steps" json;--> statement-breakpoint
CREATE INDEX "balance_transactions_currency" ON "balance_transactions" USING btree ("environment_id","currency","created_at","id");--> statement-breakpoint
CREATE INDEX "charges_transfer_group" ON "charges" USING btree ("environment_id","transfer_group","created_at","id");