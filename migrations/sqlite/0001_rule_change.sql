CREATE TABLE `rule_change` (
	`competition` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`ranks` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`approved_by` text,
	PRIMARY KEY(`competition`, `version`),
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `defense` ADD `track` text;