import { expect, test } from 'vitest';
import type { Grant, Role } from '../../../shared/contract/roles.ts';
import { sectionOf, sectionsFor } from './sections.ts';

const may = (role: Role) => (route: { allow: readonly Grant[] }) => route.allow.includes(role);
const pagesOf = (role: Role) => sectionsFor(may(role)).flatMap(({ pages }) => pages.map(({ name }) => name));

test('host → the console, no results and no decision', () => {
  expect(pagesOf('host')).toContain('console');
  expect(pagesOf('host')).not.toContain('results');
  expect(pagesOf('host')).not.toContain('decision');
});

test('nobody signed in → no section at all', () => {
  expect(sectionsFor(may('public'))).toEqual([]);
});

test('path of a page inside a section → the section and the page', () => {
  const found = sectionOf('/o/demo/proposals/p01');
  expect(found?.section.name).toBe('apply');
  expect(found?.page).toBe('proposals');
});

test('path outside a competition → no section', () => {
  expect(sectionOf('/o/new')).toBeNull();
});
