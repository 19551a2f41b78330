import { fileURLToPath } from 'node:url';

/** Arguments of node that run one of the product's own programs: compiled it stands here too, the source needs tsx. */
export function programArguments(
  name: 'main' | 'cli/main' | 'features/quality/analysis-process' | 'features/schedule/plan-process',
): string[] {
  const isSource = import.meta.url.endsWith('.ts');
  const path = fileURLToPath(new URL(`./${name}.${isSource ? 'ts' : 'js'}`, import.meta.url));
  return isSource ? ['--import', 'tsx', path] : [path];
}
