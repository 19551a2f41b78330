import './polyfills.ts';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import './styles/base.css';
import App from './App.vue';
import { onSignedOut } from './api/client.ts';
import { router } from './router.ts';
import { useSession } from './stores/session.ts';
import { restoreTextSize } from './ui/text-size.ts';

restoreTextSize();
const app = createApp(App).use(createPinia()).use(router);
onSignedOut(() => useSession().signInAgain());
app.mount('#app');
