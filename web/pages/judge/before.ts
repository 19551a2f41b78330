/**
 * What a judge can do without only while there is a network, or does before the day: a piece of its own beside the
 * pages of the day, which it takes its parts from.
 */
import './pages.ts';

export { default as BeforeArea } from '../../features/preparing/BeforeArea.vue';
export { default as BeforeDay } from '../../features/preparing/BeforeDay.vue';
export { default as NotesButton } from '../../features/preparing/NotesButton.vue';
export { default as CallHelp } from '../../features/preparing/CallHelp.vue';
export { checkDevice } from '../../features/preparing/device-check.ts';
