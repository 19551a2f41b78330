import type { ScorePadText } from '../../ui/score/score-pad-text.ts';

/** The words of the pad. @param unfinished whether a criterion still waits for its mark */
export const padText = (t: (key: string) => string, unfinished: boolean): ScorePadText => ({
  keys: t('judge.score.keys.label'),
  clear: t('judge.score.keys.clear'),
  back: t('judge.score.keys.back'),
  next: t(unfinished ? 'judge.score.keys.next' : 'judge.score.keys.look'),
  half: t('judge.score.keys.half'),
  chooseFirst: t('judge.score.keys.chooseFirst'),
  aboveMax: t('judge.score.keys.aboveMax'),
  offScale: t('judge.score.keys.offScale'),
  point: t('judge.score.keys.point'),
  erase: t('judge.score.keys.erase'),
});
