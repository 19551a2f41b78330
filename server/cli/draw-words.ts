import type { Obstacle } from '../../shared/panels/recorded-draw/outcome.ts';
import type { DrawDifference } from '../../shared/panels/recorded-draw/verify.ts';

/** Why a draw cannot be held, and what to do. */
export function obstacleWords(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'not_revealed':
      return `第 ${obstacle.part + 1} 份尚未公开；不肯公开的，这一轮作废，按事先公布的办法重抽。`;
    case 'broken_commitment':
      return `第 ${obstacle.part + 1} 份与事先提交的承诺不符；请核对空格和标点，仍不符的，这一轮作废。`;
    case 'too_few': {
      const { group, count } = obstacle.seats;
      const pool = group === null ? '其余可抽的' : `“${group}”一组`;
      return `${pool}只有 ${obstacle.there} 位，不够抽 ${count} 位；请补充名单或减少名额。`;
    }
  }
}

/** What a file says that the draw done again does not give. */
export function differenceWords(difference: DrawDifference): string {
  switch (difference.at) {
    case 'seed':
      return 'seed 不是由 revealed 各份算出的种子。';
    case 'order':
      return `order 从第 ${difference.place + 1} 位起与重抽的不同。`;
    case 'seats':
      return `drawn 第 ${difference.line + 1} 行与重抽的不同。`;
  }
}
