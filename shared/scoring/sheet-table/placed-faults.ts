import type { Fault } from '../scorebook/faults.ts';
import { childPath } from '../scorebook/path.ts';
import type { ScorebookFile } from '../scorebook/types.ts';
import type { CellFault } from './faults.ts';
import { cellFault } from './faults.ts';
import type { CellPlace } from './grid.ts';
import type { Parts } from './parts.ts';

/** What to do about a fault that the check of the scorebook found, where its own words do not say it. */
const REMEDIES: Partial<Record<Fault['code'], string>> = {
  mark_below_min: '。请改正这一格',
  mark_above_max: '。请改正这一格；满分写错的，改“指标”或“规则”里的满分',
  mark_off_step: '。请改正这一格；间隔写错的，改“指标”或“规则”里的间隔',
  not_applicable: '。请清空这一格，或改正项目的类别',
  min_above_max: '。请改正其中一个',
  not_positive: '。请改正',
  trim_takes_all: '。请改“去掉最高分”“去掉最低分”或“去分起算人数”',
  within_needs_parties: '。请写各来源的权重，或把“去分范围”改成全体评委',
  unknown_reference: '。请在“规则”里写这个来源的权重，或改正来源',
  no_criteria: '。请在“指标”里加上适用于它的指标',
};

/** Faults of the scorebook that a workbook means, at the cells it was read from. */
export function placedFaults(faults: readonly Fault[], parts: Parts, file: ScorebookFile): CellFault[] {
  const places = placesOf(parts, file);
  return faults.map(({ path, code, zh }) => {
    const place = nearest(places, path);
    return cellFault(place ?? '文件', 'checked', { text: zh, remedy: REMEDIES[code] ?? '' });
  });
}

/** The place of the longest known path that the given one begins with. */
function nearest(places: ReadonlyMap<string, CellPlace>, path: string): CellPlace | undefined {
  for (let end = path.length; end > 0; end -= 1) {
    const place = places.get(path.slice(0, end));
    if (place !== undefined) return place;
  }
  return undefined;
}

function placesOf(
  { criteria, scores, judges, rules, adjustments }: Parts,
  file: ScorebookFile,
): Map<string, CellPlace> {
  const places = new Map(rules.places);
  criteria.forEach((placed, i) => {
    for (const [part, place] of Object.entries(placed.places)) places.set(`criteria[${i}].${part}`, place);
    if (placed.places.id) places.set(`criteria[${i}]`, placed.places.id);
  });
  [...scores.judges].forEach(([id, place], i) => {
    places.set(`judges[${i}]`, place);
    const party = judges?.get(id)?.place;
    if (party) places.set(`judges[${i}].party`, party);
  });
  [...scores.projects.byId.values()].forEach(({ place }, i) => places.set(`entries[${i}]`, place));
  scores.sheets.forEach(({ place, marks }, i) => {
    places.set(`sheets[${i}]`, place);
    for (const [id, at] of marks) places.set(childPath(`sheets[${i}].marks`, id), at);
  });
  adjustments.forEach(({ place }, i) => places.set(`adjustments[${i}]`, place));
  file.rules.ties?.forEach((_, i) => {
    const line = rules.ties[i];
    if (line) places.set(`rules.ties[${i}]`, line.place);
  });
  return places;
}
