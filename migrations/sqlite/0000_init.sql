CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`approval_hash` text,
	`approval_tries` integer NOT NULL,
	`sign_in_tries` integer NOT NULL,
	`locked_until` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_login` ON `account` (`kind`,`login`);--> statement-breakpoint
CREATE TABLE `applicant` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`account` text,
	`phone` text NOT NULL,
	`revision` integer NOT NULL,
	`profile` text,
	`entered_by_clerk` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `applicant_competition` ON `applicant` (`competition`);--> statement-breakpoint
CREATE UNIQUE INDEX `applicant_account` ON `applicant` (`competition`,`account`);--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`proposal` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`type` text NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`proposal`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachment_proposal` ON `attachment` (`proposal`);--> statement-breakpoint
CREATE TABLE `competition` (
	`id` text PRIMARY KEY NOT NULL,
	`stage` text NOT NULL,
	`revision` integer NOT NULL,
	`settings` text NOT NULL,
	`rules_version` integer NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`last_number` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `decision` (
	`competition` text NOT NULL,
	`version` integer NOT NULL,
	`result_version` integer NOT NULL,
	`body` text NOT NULL,
	`fingerprint` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`confirmed_at` integer,
	`confirmed_by` text,
	PRIMARY KEY(`competition`, `version`),
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `defense` (
	`competition` text NOT NULL,
	`proposal` text PRIMARY KEY NOT NULL,
	`order` integer NOT NULL,
	`session` text NOT NULL,
	`title` text NOT NULL,
	`applicant_name` text NOT NULL,
	`community` text,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`started_at` integer,
	FOREIGN KEY (`proposal`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `defense_order` ON `defense` (`competition`,`order`);--> statement-breakpoint
CREATE TABLE `device` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`token_hash` text NOT NULL,
	`seat` integer,
	`label` text NOT NULL,
	`enrolled_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_token` ON `device` (`token_hash`);--> statement-breakpoint
CREATE INDEX `device_competition` ON `device` (`competition`);--> statement-breakpoint
CREATE TABLE `export_set` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`ledger_size` integer NOT NULL,
	`ledger_head` text NOT NULL,
	`files` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `export_set_competition` ON `export_set` (`competition`);--> statement-breakpoint
CREATE TABLE `fact` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`seat` integer,
	`label` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `judge` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`revision` integer NOT NULL,
	`profile` text NOT NULL,
	`code` text NOT NULL,
	`code_salt` text NOT NULL,
	`code_tries` integer NOT NULL,
	`removed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `judge_competition` ON `judge` (`competition`);--> statement-breakpoint
CREATE TABLE `ledger` (
	`scope` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`data` text NOT NULL,
	`sealed` text NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`scope`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `member` (
	`competition` text NOT NULL,
	`account` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`competition`, `account`, `role`),
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_account` ON `member` (`account`);--> statement-breakpoint
CREATE TABLE `opening` (
	`scope` text NOT NULL,
	`seq` integer NOT NULL,
	`field` text NOT NULL,
	`salt` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`scope`, `seq`, `field`)
);
--> statement-breakpoint
CREATE TABLE `operation` (
	`scope` text NOT NULL,
	`id` text NOT NULL,
	`actor` text NOT NULL,
	`body_hash` text NOT NULL,
	`reply` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`scope`, `id`)
);
--> statement-breakpoint
CREATE TABLE `proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`applicant` text NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`submitted_revision` integer NOT NULL,
	`number` text NOT NULL,
	`submitted_at` integer,
	`content` text NOT NULL,
	`check` text,
	`entered_by_clerk` integer NOT NULL,
	`created_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`applicant`) REFERENCES `applicant`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposal_competition` ON `proposal` (`competition`,`saved_at`);--> statement-breakpoint
CREATE INDEX `proposal_applicant` ON `proposal` (`applicant`);--> statement-breakpoint
CREATE TABLE `proposal_version` (
	`proposal` text NOT NULL,
	`revision` integer NOT NULL,
	`content` text NOT NULL,
	`attachments` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`submitted_by` text NOT NULL,
	PRIMARY KEY(`proposal`, `revision`),
	FOREIGN KEY (`proposal`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `recusal` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`judge` text NOT NULL,
	`proposal` text NOT NULL,
	`kind` text NOT NULL,
	`grounds` text NOT NULL,
	`source` text NOT NULL,
	`detail` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`judge`) REFERENCES `judge`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recusal_competition` ON `recusal` (`competition`);--> statement-breakpoint
CREATE UNIQUE INDEX `recusal_pair` ON `recusal` (`judge`,`proposal`,`kind`);--> statement-breakpoint
CREATE TABLE `result` (
	`competition` text NOT NULL,
	`version` integer NOT NULL,
	`rules_version` integer NOT NULL,
	`scorebook` text NOT NULL,
	`result` text NOT NULL,
	`checksum` text NOT NULL,
	`ledger_size` integer NOT NULL,
	`ledger_head` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`competition`, `version`),
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `seated` (
	`device` text NOT NULL,
	`judge` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`device`, `judge`),
	FOREIGN KEY (`device`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`judge`) REFERENCES `judge`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seated_judge` ON `seated` (`judge`);--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_account` ON `session` (`account`);--> statement-breakpoint
CREATE TABLE `session_lock` (
	`competition` text NOT NULL,
	`session` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`competition`, `session`),
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sheet` (
	`competition` text NOT NULL,
	`judge` text NOT NULL,
	`proposal` text NOT NULL,
	`revision` integer NOT NULL,
	`status` text NOT NULL,
	`marks` text NOT NULL,
	`comment` text NOT NULL,
	`absent` text NOT NULL,
	`saved_at` integer NOT NULL,
	`ledger_seq` integer NOT NULL,
	PRIMARY KEY(`judge`, `proposal`),
	FOREIGN KEY (`judge`) REFERENCES `judge`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sheet_competition` ON `sheet` (`competition`,`proposal`);--> statement-breakpoint
CREATE TABLE `sheet_revision` (
	`judge` text NOT NULL,
	`proposal` text NOT NULL,
	`revision` integer NOT NULL,
	`competition` text NOT NULL,
	`action` text NOT NULL,
	`marks` text NOT NULL,
	`comment` text NOT NULL,
	`operation` text NOT NULL,
	`device` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`judge`, `proposal`, `revision`),
	FOREIGN KEY (`judge`) REFERENCES `judge`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `stage` (
	`competition` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`revision` integer NOT NULL,
	`proposal` text,
	`phase` text NOT NULL,
	`ends_at` integer,
	`remaining` integer,
	`phase_length` integer NOT NULL,
	`hall` text NOT NULL,
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tie_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`order` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`approved_by` text NOT NULL,
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tie_decision_competition` ON `tie_decision` (`competition`);