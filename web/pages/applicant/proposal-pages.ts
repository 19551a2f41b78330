/** Every page of one proposal; see the routes for why they come together. */
export { default as ProposalLayout } from './ProposalLayout.vue';
export { default as TasksPage } from './TasksPage.vue';
export { default as BasicsPage } from './BasicsPage.vue';
export { default as NeedPage } from './NeedPage.vue';
export { default as PlanPage } from './PlanPage.vue';
export { default as TeamPage } from './TeamPage.vue';
export { default as GoalsPage } from './GoalsPage.vue';
export { default as BudgetPage } from './BudgetPage.vue';
export { default as AttachmentsPage } from './AttachmentsPage.vue';
export { default as SealPage } from './SealPage.vue';
export { default as CheckPage } from './CheckPage.vue';
export { default as ReceiptPage } from './ReceiptPage.vue';
