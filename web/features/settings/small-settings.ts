import type { Settings } from '../../../shared/contract/settings.ts';

const at = (text: string) => Date.parse(`${text}:00+08:00`);

/** Settings without any contradiction, as small as they can be; tests change one thing at a time. */
export function smallSettings(): Settings {
  return {
    name: '示例县公益创投大赛',
    shortName: '公益创投',
    mark: '',
    region: { county: '示例县', town: '' },
    sponsors: [{ name: '示例县民政部门', note: '' }],
    operator: { name: '示例枢纽', note: '' },
    contact: { office: '', phone: '示例电话', hours: '' },
    tracks: [{ id: 'k1', name: '便民服务', description: '' }],
    communities: [{ id: 'c1', name: '东桥社区', level: 'community', task: '' }],
    parties: [{ id: 'expert', name: '实务专家', seats: 7 }],
    money: { pool: 60_000_000, ceiling: 5_000_000, floor: 800_000, source: '专项资金', perApplicant: 2 },
    timeline: {
      callOpens: at('2026-08-24T09:00'),
      deadline: at('2026-09-18T18:00'),
      correctionFrom: at('2026-09-23T09:00'),
      correctionTo: at('2026-09-24T18:00'),
      drawAt: at('2026-10-15T15:00'),
      defenseDay: '2026-10-16',
      place: '文化中心',
      presentMinutes: 5,
      questionMinutes: 5,
      changeMinutes: 1,
      sessions: [
        {
          id: 'am',
          name: '上午场',
          start: at('2026-10-16T09:00'),
          end: at('2026-10-16T12:00'),
          from: 1,
          to: 16,
        },
      ],
      noticeFrom: '2026-10-22',
      noticeTo: '2026-10-28',
      projectFrom: '2026-11',
      projectTo: '2027-08',
    },
    rubric: {
      criteria: [
        { id: 'need', name: '需求', min: '0', max: '60', step: '0.5', guidance: [], levels: [] },
        { id: 'effect', name: '成效', min: '0', max: '40', step: '0.5', guidance: [], levels: [] },
      ],
    },
    scoring: {
      unit: 'sheet',
      combine: 'mean',
      trim: { high: 1, low: 1, min_valid: 5 },
      quorum: 3,
      line: '60',
      round: [{ at: 'mean', dp: 2, mode: 'half_up' }],
      ties: [{ criterion: 'need' }],
    },
    funding: { rule: 'stop', trimLast: true, count: null },
    budgetGuidance: [],
  };
}
