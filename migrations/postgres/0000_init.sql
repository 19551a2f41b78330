CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"approval_hash" text,
	"approval_tries" bigint NOT NULL,
	"sign_in_tries" bigint NOT NULL,
	"locked_until" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "applicant" (
	"id" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"account" text,
	"phone" text NOT NULL,
	"revision" bigint NOT NULL,
	"profile" json,
	"entered_by_clerk" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"proposal" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"type" text NOT NULL,
	"sha256" text NOT NULL,
	"at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "competition" (
	"id" text PRIMARY KEY NOT NULL,
	"stage" text NOT NULL,
	"revision" bigint NOT NULL,
	"settings" json NOT NULL,
	"rules_version" bigint NOT NULL,
	"published_at" bigint,
	"created_at" bigint NOT NULL,
	"last_number" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"competition" text NOT NULL,
	"version" bigint NOT NULL,
	"result_version" bigint NOT NULL,
	"body" json NOT NULL,
	"fingerprint" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	"confirmed_at" bigint,
	"confirmed_by" text,
	CONSTRAINT "decision_competition_version_pk" PRIMARY KEY("competition","version")
);
--> statement-breakpoint
CREATE TABLE "defense" (
	"competition" text NOT NULL,
	"proposal" text NOT NULL,
	"order" bigint NOT NULL,
	"session" text NOT NULL,
	"title" text NOT NULL,
	"applicant_name" text NOT NULL,
	"community" text,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"started_at" bigint,
	CONSTRAINT "defense_proposal_pk" PRIMARY KEY("proposal")
);
--> statement-breakpoint
CREATE TABLE "device" (
	"id" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"token_hash" text NOT NULL,
	"seat" bigint,
	"label" text NOT NULL,
	"enrolled_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "export_set" (
	"id" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"ledger_size" bigint NOT NULL,
	"ledger_head" text NOT NULL,
	"files" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact" (
	"name" text PRIMARY KEY NOT NULL,
	"value" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"seat" bigint,
	"label" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "judge" (
	"id" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"revision" bigint NOT NULL,
	"profile" json NOT NULL,
	"code" text NOT NULL,
	"code_salt" text NOT NULL,
	"code_tries" bigint NOT NULL,
	"removed_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"scope" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"data" json NOT NULL,
	"sealed" json NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "ledger_scope_seq_pk" PRIMARY KEY("scope","seq")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"competition" text NOT NULL,
	"account" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "member_competition_account_role_pk" PRIMARY KEY("competition","account","role")
);
--> statement-breakpoint
CREATE TABLE "opening" (
	"scope" text NOT NULL,
	"seq" bigint NOT NULL,
	"field" text NOT NULL,
	"salt" text NOT NULL,
	"value" json NOT NULL,
	CONSTRAINT "opening_scope_seq_field_pk" PRIMARY KEY("scope","seq","field")
);
--> statement-breakpoint
CREATE TABLE "operation" (
	"scope" text NOT NULL,
	"id" text NOT NULL,
	"actor" text NOT NULL,
	"body_hash" text NOT NULL,
	"reply" json NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "operation_scope_id_pk" PRIMARY KEY("scope","id")
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"applicant" text NOT NULL,
	"status" text NOT NULL,
	"revision" bigint NOT NULL,
	"submitted_revision" bigint NOT NULL,
	"number" text NOT NULL,
	"submitted_at" bigint,
	"content" json NOT NULL,
	"check" json,
	"entered_by_clerk" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"saved_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_version" (
	"proposal" text NOT NULL,
	"revision" bigint NOT NULL,
	"content" json NOT NULL,
	"attachments" json NOT NULL,
	"submitted_at" bigint NOT NULL,
	"submitted_by" text NOT NULL,
	CONSTRAINT "proposal_version_proposal_revision_pk" PRIMARY KEY("proposal","revision")
);
--> statement-breakpoint
CREATE TABLE "recusal" (
	"id" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"judge" text NOT NULL,
	"proposal" text NOT NULL,
	"kind" text NOT NULL,
	"grounds" json NOT NULL,
	"source" text NOT NULL,
	"detail" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "result" (
	"competition" text NOT NULL,
	"version" bigint NOT NULL,
	"rules_version" bigint NOT NULL,
	"scorebook" json NOT NULL,
	"result" json NOT NULL,
	"checksum" text NOT NULL,
	"ledger_size" bigint NOT NULL,
	"ledger_head" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "result_competition_version_pk" PRIMARY KEY("competition","version")
);
--> statement-breakpoint
CREATE TABLE "seated" (
	"device" text NOT NULL,
	"judge" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "seated_device_judge_pk" PRIMARY KEY("device","judge")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_lock" (
	"competition" text NOT NULL,
	"session" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "session_lock_competition_session_pk" PRIMARY KEY("competition","session")
);
--> statement-breakpoint
CREATE TABLE "sheet" (
	"competition" text NOT NULL,
	"judge" text NOT NULL,
	"proposal" text NOT NULL,
	"revision" bigint NOT NULL,
	"status" text NOT NULL,
	"marks" json NOT NULL,
	"comment" text NOT NULL,
	"absent" text NOT NULL,
	"saved_at" bigint NOT NULL,
	"ledger_seq" bigint NOT NULL,
	CONSTRAINT "sheet_judge_proposal_pk" PRIMARY KEY("judge","proposal")
);
--> statement-breakpoint
CREATE TABLE "sheet_revision" (
	"judge" text NOT NULL,
	"proposal" text NOT NULL,
	"revision" bigint NOT NULL,
	"competition" text NOT NULL,
	"action" text NOT NULL,
	"marks" json NOT NULL,
	"comment" text NOT NULL,
	"operation" text NOT NULL,
	"device" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "sheet_revision_judge_proposal_revision_pk" PRIMARY KEY("judge","proposal","revision")
);
--> statement-breakpoint
CREATE TABLE "stage" (
	"competition" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"proposal" text,
	"phase" text NOT NULL,
	"ends_at" bigint,
	"remaining" bigint,
	"phase_length" bigint NOT NULL,
	"hall" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tie_decision" (
	"id" text PRIMARY KEY NOT NULL,
	"competition" text NOT NULL,
	"order" json NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"approved_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "applicant" ADD CONSTRAINT "applicant_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicant" ADD CONSTRAINT "applicant_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_proposal_proposal_id_fk" FOREIGN KEY ("proposal") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defense" ADD CONSTRAINT "defense_proposal_proposal_id_fk" FOREIGN KEY ("proposal") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge" ADD CONSTRAINT "judge_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_applicant_applicant_id_fk" FOREIGN KEY ("applicant") REFERENCES "public"."applicant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_version" ADD CONSTRAINT "proposal_version_proposal_proposal_id_fk" FOREIGN KEY ("proposal") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_judge_judge_id_fk" FOREIGN KEY ("judge") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_proposal_proposal_id_fk" FOREIGN KEY ("proposal") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result" ADD CONSTRAINT "result_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seated" ADD CONSTRAINT "seated_device_device_id_fk" FOREIGN KEY ("device") REFERENCES "public"."device"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seated" ADD CONSTRAINT "seated_judge_judge_id_fk" FOREIGN KEY ("judge") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_lock" ADD CONSTRAINT "session_lock_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet" ADD CONSTRAINT "sheet_judge_judge_id_fk" FOREIGN KEY ("judge") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet" ADD CONSTRAINT "sheet_proposal_proposal_id_fk" FOREIGN KEY ("proposal") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_revision" ADD CONSTRAINT "sheet_revision_judge_judge_id_fk" FOREIGN KEY ("judge") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_revision" ADD CONSTRAINT "sheet_revision_proposal_proposal_id_fk" FOREIGN KEY ("proposal") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage" ADD CONSTRAINT "stage_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_decision" ADD CONSTRAINT "tie_decision_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_login" ON "account" USING btree ("kind","login");--> statement-breakpoint
CREATE INDEX "applicant_competition" ON "applicant" USING btree ("competition");--> statement-breakpoint
CREATE UNIQUE INDEX "applicant_account" ON "applicant" USING btree ("competition","account");--> statement-breakpoint
CREATE INDEX "attachment_proposal" ON "attachment" USING btree ("proposal");--> statement-breakpoint
CREATE UNIQUE INDEX "defense_order" ON "defense" USING btree ("competition","order");--> statement-breakpoint
CREATE UNIQUE INDEX "device_token" ON "device" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "device_competition" ON "device" USING btree ("competition");--> statement-breakpoint
CREATE INDEX "export_set_competition" ON "export_set" USING btree ("competition");--> statement-breakpoint
CREATE INDEX "judge_competition" ON "judge" USING btree ("competition");--> statement-breakpoint
CREATE INDEX "member_account" ON "member" USING btree ("account");--> statement-breakpoint
CREATE INDEX "proposal_competition" ON "proposal" USING btree ("competition","saved_at");--> statement-breakpoint
CREATE INDEX "proposal_applicant" ON "proposal" USING btree ("applicant");--> statement-breakpoint
CREATE INDEX "recusal_competition" ON "recusal" USING btree ("competition");--> statement-breakpoint
CREATE UNIQUE INDEX "recusal_pair" ON "recusal" USING btree ("judge","proposal","kind");--> statement-breakpoint
CREATE INDEX "seated_judge" ON "seated" USING btree ("judge");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account");--> statement-breakpoint
CREATE INDEX "sheet_competition" ON "sheet" USING btree ("competition","proposal");--> statement-breakpoint
CREATE INDEX "tie_decision_competition" ON "tie_decision" USING btree ("competition");