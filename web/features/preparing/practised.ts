import { ref } from 'vue';

/** Whether the practice sheet was finished on this page; that alone, nothing of what it held. */
export const practised = ref(false);
