import type { RouteRecordRaw } from 'vue-router';

/** Children of `/o/:competition`: paths are relative, the organizer's bar is drawn by the parent. */
export const routes: RouteRecordRaw[] = [];
