CREATE TABLE "device_check" (
	"device" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"facts" json NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hall_tick" (
	"competition" text NOT NULL,
	"item" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "hall_tick_competition_item_pk" PRIMARY KEY("competition","item")
);
--> statement-breakpoint
CREATE TABLE "help_call" (
	"id" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"device" text NOT NULL,
	"judge" text,
	"seat" bigint,
	"about" text NOT NULL,
	"at" bigint NOT NULL,
	"answered_at" bigint,
	"answered_by" text
);
--> statement-breakpoint
CREATE TABLE "judge_note" (
	"judge" text NOT NULL,
	"proposal" text NOT NULL,
	"competition" text NOT NULL,
	"revision" bigint NOT NULL,
	"text" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "judge_note_judge_proposal_pk" PRIMARY KEY("judge","proposal")
);
--> statement-breakpoint
CREATE TABLE "undertaking" (
	"judge" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"text" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "device_check" ADD CONSTRAINT "device_check_device_device_id_fk" FOREIGN KEY ("device") REFERENCES "public"."device"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_call" ADD CONSTRAINT "help_call_device_device_id_fk" FOREIGN KEY ("device") REFERENCES "public"."device"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge_note" ADD CONSTRAINT "judge_note_judge_judge_id_fk" FOREIGN KEY ("judge") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge_note" ADD CONSTRAINT "judge_note_proposal_proposal_id_fk" FOREIGN KEY ("proposal") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undertaking" ADD CONSTRAINT "undertaking_judge_judge_id_fk" FOREIGN KEY ("judge") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "device_check_competition" ON "device_check" USING btree ("competition");--> statement-breakpoint
CREATE INDEX "help_call_competition" ON "help_call" USING btree ("competition","answered_at");--> statement-breakpoint
CREATE INDEX "undertaking_competition" ON "undertaking" USING btree ("competition");