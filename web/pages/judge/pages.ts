/** Every page of a judge; loaded together. */
export { default as CheckPage } from './CheckPage.vue';
export { default as JudgeArea } from './JudgeArea.vue';
export { default as ScorePage } from './ScorePage.vue';
export { default as SeatPage } from './SeatPage.vue';
export { default as SheetsPage } from './SheetsPage.vue';
export { default as WaitingPage } from './WaitingPage.vue';
