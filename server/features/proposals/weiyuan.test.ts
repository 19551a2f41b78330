import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { requestedAmount, lineSubtotal } from '../../../shared/proposals/budget.ts';
import { sections, submissionFaults } from '../../../shared/proposals/completeness.ts';
import { creditCodeFault, organizationCheckHolds } from '../../../shared/proposals/credit-code.ts';
import { profileFaults } from '../../../shared/proposals/profile.ts';
import { staffShare } from '../../../shared/proposals/staff-share.ts';
import { modelContent, modelProfile } from '../../demo/content.ts';
import { readModel } from '../../demo/model.ts';
import { modelSettings } from '../../demo/settings.ts';

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/weiyuan/${name}.json`, import.meta.url), 'utf8')) as T;
interface CodeCheck {
  format: boolean;
  organisation_check: boolean;
  checksum: boolean;
}
/** Codes of applicants and hosts with what the data says of each. */
const { applicants, hosts } =
  fixture<Record<'applicants' | 'hosts', { uscc: string | null; uscc_check: CodeCheck }[]>>('applicants');
const codes = [...applicants, ...hosts].flatMap(({ uscc, uscc_check }) =>
  uscc === null ? [] : [[uscc, uscc_check] as const],
);
const { proposals } = fixture<{
  proposals: { id: string; budget: { lines: { subtotal: number }[] }; requested: number }[];
}>('proposals');

const model = readModel();
const settings = modelSettings(model, (iso) => Date.parse(iso));
const profileOf = (id: string) => {
  const applicant = model.applicants.find((one) => one.id === id);
  if (!applicant) throw new Error(`no applicant ${id}`);
  return modelProfile(model, applicant);
};

describe('the Weiyuan model', () => {
  test.each(codes)('code %s → as the data says', (code, { format, organisation_check, checksum }) => {
    const fault = creditCodeFault(code);
    expect(fault?.kind !== 'format').toBe(format);
    expect(fault === null).toBe(checksum);
    expect(organizationCheckHolds(code)).toBe(organisation_check);
  });

  test.each(model.applicants.map(({ id }) => id))('applicant %s → complete', (id) => {
    expect(profileFaults(profileOf(id), settings)).toEqual([]);
  });

  test.each(model.proposals.map((one) => [one.id, one] as const))(
    'proposal %s → may be submitted; its sums are those of the data',
    (id, proposal) => {
      const content = modelContent(proposal);
      const list = sections(content, profileOf(proposal.applicant), [], settings);
      expect(submissionFaults(list)).toEqual([]);
      const data = proposals.find((one) => one.id === id);
      expect(content.budget.map(lineSubtotal)).toEqual(
        data?.budget.lines.map(({ subtotal }) => subtotal * 100),
      );
      expect(requestedAmount(content.budget)).toBe((data?.requested ?? 0) * 100);
    },
  );

  test('the proposals that its README calls heavy on staff → have the hint', () => {
    const hinted = model.proposals.filter((one) => staffShare(modelContent(one).budget).hint !== null);
    expect(hinted.map(({ id }) => id)).toEqual(expect.arrayContaining(['p02', 'p32']));
  });
});
