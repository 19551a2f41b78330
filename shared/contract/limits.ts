/** Every limit a person or a program can meet, stated once: schemas, screens and messages read it from here. */
export const limits = {
  /** Characters. */
  name: 60,
  title: 40,
  shortText: 200,
  longText: 1500,
  comment: 200,
  reason: 500,
  username: 32,
  password: { min: 10, max: 128 },
  approvalSecret: { min: 6, max: 12 },
  /** Digits. */
  applicantCode: 8,
  judgeCode: 4,
  /** Rows. */
  goals: 12,
  activities: 20,
  team: 20,
  risks: 10,
  budgetLines: 40,
  criteria: 30,
  criterionGroups: 20,
  tracks: 12,
  communities: 60,
  parties: 20,
  judges: 60,
  sessions: 40,
  proposals: 2000,
  /** Of one project; more is surely a slip. */
  votes: 100_000_000,
  fundingLimits: 40,
  attachmentsPerProposal: 12,
  /** Bytes. */
  attachmentBytes: 20 * 1024 * 1024,
  bodyBytes: 512 * 1024,
  /** Fen: ten million yuan, above which a figure is surely a slip. */
  money: 1_000_000_000,
  quantity: 1_000_000,
  /** Wrong codes before a judge or approver is locked. */
  tries: 5,
  /** Minutes an enrolment QR stays good. */
  enrolmentMinutes: 12 * 60,
  /** Minutes an approval holds for exactly the previewed change. */
  approvalMinutes: 10,
  /** Minutes a judge has to correct a sheet that was returned. */
  returnMinutes: 10,
  /** Days a session of an officer or applicant lasts without use. */
  sessionDays: 14,
  /** Days an enrolled tablet or phone stays signed in. */
  deviceDays: 180,
  /** Requests a minute: per account or device, per address (a hall is one address). */
  rate: { actor: 1200, address: 12_000, signIn: 20 },
} as const;
