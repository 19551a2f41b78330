import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Imports go one way: shared ← server, shared ← web; in the server, features use the store and never each other. */
const forbid = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: patterns.map(([group, message]) => ({ group, message })) }],
});

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'migrations/', 'data/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  prettier,
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      ...forbid(
        [['**/server/**', '**/web/**'], 'shared/ knows neither server nor browser.'],
        [['node:*', 'fs', 'path', 'crypto'], 'shared/ is pure: pass hashes, time and files in as arguments.'],
      ),
      'no-restricted-globals': ['error', 'Date', 'fetch', 'setTimeout', 'window', 'document', 'process'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
  {
    files: ['shared/**/*.test.ts'],
    rules: { 'no-restricted-imports': 'off', 'no-restricted-globals': 'off' },
  },
  {
    files: ['server/**/*.ts'],
    languageOptions: { globals: globals.node },
    rules: forbid([['**/web/**'], 'The server never imports the web application.']),
  },
  {
    files: ['server/features/**/*.ts'],
    rules: forbid(
      [['**/web/**'], 'The server never imports the web application.'],
      [
        ['../!(*.ts)/routes.ts', '../!(*.ts)/queries.ts'],
        'A feature reaches another feature only through a named command.',
      ],
    ),
  },
  {
    files: ['web/**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser },
    rules: forbid([['**/server/**'], 'The web application never imports the server.']),
  },
  {
    // Browser tests start the real server and look at it from both sides.
    files: ['web/e2e/**/*.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: ['server/{cli,demo,bench}/**/*.ts', 'server/main.ts'], rules: { 'no-console': 'off' } },
);
