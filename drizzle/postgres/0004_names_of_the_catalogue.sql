DROP INDEX "promotion_codes_code";--> statement-breakpoint
CREATE INDEX "coupons_name" ON "coupons" USING btree ("environment_id","name","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "products_name" ON "products" USING btree ("environment_id","name","created_at","id");--> statement-breakpoint
CREATE INDEX "promotion_codes_spelling" ON "promotion_codes" USING btree ("environment_id",lower(code),"active","created_at","id");--> statement-breakpoint
CREATE INDEX "shipping_rates_name" ON "shipping_rates" USING btree ("environment_id","display_name","currency","amount","created_at","id");--> statement-breakpoint
CREATE INDEX "tax_rates_name" ON "tax_rates" USING btree ("environment_id","display_name","percentage","created_at","id");