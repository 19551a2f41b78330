ALTER TABLE "sheet" ADD COLUMN "returned" json;--> statement-breakpoint
ALTER TABLE "stage" ADD COLUMN "books" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stage" ADD COLUMN "key_twice" boolean DEFAULT false NOT NULL;