import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The Weiyuan model competition as it lies in `fixtures/weiyuan`; only the members the story needs. */
export interface Model {
  competition: ModelCompetition;
  parties: { id: string; name: string; seats: number }[];
  applicants: ModelApplicant[];
  hosts: { id: string; name: string; kind: 'residents_committee' | 'federation'; uscc: string }[];
  proposals: ModelProposal[];
  judges: ModelJudge[];
  panelHead: string;
  recusals: ModelRecusal[];
  disclosures: { judge: string; project: string | null; text: string }[];
  absences: { judge: string; absent: 'left' | 'abstained'; projects: string[]; reason: string }[];
  withdrawal: { project: string; reason: string };
  draws: { project: string; order: number }[];
  sheets: {
    judge: string;
    project: string;
    order: number;
    marks: Record<string, string>;
    comment: string | null;
  }[];
  tie: { result: string[]; reason: string };
}

interface ModelLevel {
  word: string;
  from: string;
  to: string;
  description: string;
}

export interface ModelCompetition {
  name: string;
  short_name: string;
  mark: string;
  region: { county: string; town: string };
  sponsors: { name: string; role: string }[];
  operator: { name: string };
  people: {
    id: string;
    role: 'sponsor' | 'operator' | 'tally_clerk' | 'host' | 'supervisor';
    name: string;
  }[];
  places: { id: string; name: string; level: 'town' | 'community'; task_type: string }[];
  categories: { id: string; name: string; description: string }[];
  money: {
    pool: number;
    ceiling_per_project: number;
    floor_per_project: number;
    source: string;
    max_proposals_per_applicant: number;
  };
  budget_guidance: string[];
  project_period: { from: string; to: string };
  timeline: ({ id: string } & Record<string, unknown>)[];
  rubric: {
    criteria: {
      id: string;
      name: string;
      min: string;
      max: string;
      step: string;
      guidance: string[];
      levels: ModelLevel[];
    }[];
  };
  rules: {
    scorebook: {
      unit: 'sheet';
      combine: 'mean';
      trim: { high: number; low: number; min_valid: number };
      quorum: number;
      line: string;
      round: { at: 'mean'; dp: number; mode: 'half_up' }[];
      ties: { criterion: string }[];
    };
    funding: { rule: 'stop'; last_may_be_trimmed: boolean };
  };
}

export interface ModelApplicant {
  id: string;
  kind: 'organization' | 'group';
  name: string;
  form: string;
  uscc: string | null;
  uscc_check?: { reason: string | null };
  host?: string;
  community?: string;
  members?: number;
  full_time_staff?: number;
  profile: string;
  experience: string;
}

export interface ModelProposal {
  id: string;
  title: string;
  applicant: string;
  category: string;
  community: string | null;
  period: { from: string; to: string };
  summary: string;
  needs: string;
  overall_goal: string;
  goals: { kind: '数量'; text: string; number: string; unit: string; proof: string }[];
  activities: { from: string; to: string; title: string; detail: string }[];
  beneficiaries: { direct: number; indirect: number; description: string };
  innovation: string;
  risks: { risk: string; response: string }[];
  sustainability: string;
  team: { role: string; count: number; duty: string; qualification: string }[];
  budget: {
    lines: {
      subject: string;
      item: string;
      purpose: string;
      unit_price: number;
      quantity: number;
      unit: string;
      source: '申请' | '自筹' | '配套';
    }[];
  };
  requested: number;
  minimum_viable: number;
  submitted_at: string;
  entered_by: 'applicant' | 'community_worker' | 'clerk';
  form_review: { result: 'passed' | 'corrected'; flagged: string[] };
}

export interface ModelJudge {
  id: string;
  seat: number;
  name: string;
  party: string;
  community: string | null;
  expertise: string[];
}

export interface ModelRecusal {
  judge: string;
  project: string;
  grounds: (
    'landing_community' | 'host_organization_office' | 'mentored_project' | 'cooperation' | 'relative'
  )[];
  source: 'computed' | 'mentoring_record' | 'declared';
  detail: string;
}

/** Reads the model from the fixtures, whether run from the sources or compiled. */
export function readModel(): Model {
  const folder = fixturesFolder();
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;
  const judges = read<{ judges: ModelJudge[]; panel_head: string }>('judges');
  const applicants = read<{ applicants: ModelApplicant[]; hosts: Model['hosts'] }>('applicants');
  const recusals = read<{ recusals: ModelRecusal[]; disclosures: Model['disclosures'] }>('recusals');
  return {
    competition: read('competition'),
    parties: read<{ parties: Model['parties'] }>('parties').parties,
    applicants: applicants.applicants,
    hosts: applicants.hosts,
    proposals: read<{ proposals: ModelProposal[] }>('proposals').proposals,
    judges: judges.judges,
    panelHead: judges.panel_head,
    recusals: recusals.recusals,
    disclosures: recusals.disclosures,
    absences: read<{ absences: Model['absences'] }>('absences').absences,
    withdrawal: read('withdrawal'),
    draws: read<{ draws: Model['draws'] }>('order').draws,
    sheets: read<{ sheets: Model['sheets'] }>('marks').sheets,
    tie: read('tie-decision'),
  };
}

function fixturesFolder(): string {
  const here = fileURLToPath(import.meta.url);
  for (let at = dirname(here); at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'fixtures', 'weiyuan', 'competition.json');
    try {
      readFileSync(folder);
      return dirname(folder);
    } catch {
      // Not here; the fixtures stand beside package.json, further up.
    }
  }
  throw new Error('fixtures/weiyuan not found');
}
