ALTER TABLE "competition" ADD COLUMN "closed_at" bigint;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "submit_at_deadline" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "automatic" boolean DEFAULT false NOT NULL;