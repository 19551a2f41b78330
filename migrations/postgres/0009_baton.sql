ALTER TABLE "stage" ADD COLUMN "holder" text;--> statement-breakpoint
ALTER TABLE "stage" ADD COLUMN "holder_by" text;