import type { Adjustment, VoteCount } from '../../shared/contract/additions.ts';
import type { DecisionBody } from '../../shared/contract/results.ts';
import type { ScorebookFile, ScoreResult } from '../../shared/scoring/index.ts';
import type { Kit } from './kit.ts';
import type { CoreTables } from './schema-core.ts';

/** Tables of what follows the day: what is added to scores, results, decisions and files. */
export const resultTables = (k: Kit, { competition }: CoreTables) => {
  const result = k.table(
    'result',
    {
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      version: k.int().notNull(),
      rulesVersion: k.int().notNull(),
      scorebook: k.json<ScorebookFile>().notNull(),
      result: k.json<ScoreResult>().notNull(),
      checksum: k.text().notNull(),
      ledgerSize: k.int().notNull(),
      ledgerHead: k.text().notNull(),
      at: k.int().notNull(),
      by: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.competition, t.version] })],
  );

  const tieDecision = k.table(
    'tie_decision',
    {
      id: k.text().primaryKey(),
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      order: k.json<string[]>().notNull(),
      reason: k.text().notNull(),
      at: k.int().notNull(),
      by: k.text().notNull(),
      approvedBy: k.text().notNull(),
    },
    (t) => [k.index('tie_decision_competition').on(t.competition)],
  );

  /** 加减分, the whole list a version; rows are only added. */
  const adjustmentList = k.table(
    'adjustment_list',
    {
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      version: k.int().notNull(),
      rows: k.json<Adjustment[]>().notNull(),
      at: k.int().notNull(),
      by: k.text().notNull(),
      approvedBy: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.competition, t.version] })],
  );

  /** Counted public votes, every project a version; rows are only added. */
  const voteList = k.table(
    'vote_list',
    {
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      version: k.int().notNull(),
      rows: k.json<VoteCount[]>().notNull(),
      source: k.text().notNull(),
      at: k.int().notNull(),
      by: k.text().notNull(),
      approvedBy: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.competition, t.version] })],
  );

  const decision = k.table(
    'decision',
    {
      competition: k
        .text()
        .notNull()
        .references(() => competition.id),
      version: k.int().notNull(),
      resultVersion: k.int().notNull(),
      body: k.json<DecisionBody>().notNull(),
      fingerprint: k.text().notNull(),
      reason: k.text().notNull(),
      recordedAt: k.int().notNull(),
      recordedBy: k.text().notNull(),
      confirmedAt: k.int(),
      confirmedBy: k.text(),
    },
    (t) => [k.primaryKey({ columns: [t.competition, t.version] })],
  );

  const exportSet = k.table(
    'export_set',
    {
      id: k.text().primaryKey(),
      competition: k.text().notNull(),
      at: k.int().notNull(),
      by: k.text().notNull(),
      ledgerSize: k.int().notNull(),
      ledgerHead: k.text().notNull(),
      files: k.json<{ name: string; bytes: number; sha256: string }[]>().notNull(),
    },
    (t) => [k.index('export_set_competition').on(t.competition)],
  );

  return {
    result,
    tieDecision,
    adjustmentList,
    voteList,
    decision,
    exportSet,
  };
};
