CREATE TABLE `adjustment_list` (
	`competition` text NOT NULL,
	`version` integer NOT NULL,
	`rows` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`approved_by` text NOT NULL,
	PRIMARY KEY(`competition`, `version`),
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vote_list` (
	`competition` text NOT NULL,
	`version` integer NOT NULL,
	`rows` text NOT NULL,
	`source` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`approved_by` text NOT NULL,
	PRIMARY KEY(`competition`, `version`),
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
