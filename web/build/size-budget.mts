import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** KiB, gzip. First load: all that is needed before the first page of a signed-in person shows, in one language. */
const budget = { firstLoad: 190, laterRoute: 70 };

type Bundle = Rolldown.OutputBundle;

/** Fails the build when the screens grow too heavy for a weak connection, and says by how much. */
export const sizeBudget = (): Plugin => ({
  name: 'size-budget',
  apply: 'build',
  generateBundle(_options, bundle) {
    const entry = chunks(bundle).find((chunk) => chunk.isEntry);
    if (entry === undefined) return this.error('size budget: there is no entry');
    const first = closure(entry.fileName, bundle);
    const words = chunks(bundle).filter((chunk) => chunk.name.startsWith('web.'));
    const firstLoad =
      weight(first, bundle) + Math.max(...words.map((chunk) => weight([chunk.fileName], bundle)));
    const routes = entry.dynamicImports
      .filter((file) => !words.some((chunk) => chunk.fileName === file))
      .map(
        (file) =>
          [
            file,
            weight(
              closure(file, bundle).filter((each) => !first.includes(each)),
              bundle,
            ),
          ] as const,
      );
    const none: readonly [string, number] = ['none', 0];
    const heaviest = routes.reduce((most, route) => (route[1] > most[1] ? route : most), none);
    this.info(
      `first load ${kib(firstLoad)} of ${String(budget.firstLoad)} KiB gzip, heaviest later route ${kib(heaviest[1])} of ${String(budget.laterRoute)} (${heaviest[0]})`,
    );
    if (firstLoad > budget.firstLoad * 1024) this.error(`size budget: first load is ${kib(firstLoad)} KiB`);
    if (heaviest[1] > budget.laterRoute * 1024)
      this.error(`size budget: ${heaviest[0]} is ${kib(heaviest[1])} KiB`);
  },
});

const chunks = (bundle: Bundle): Rolldown.OutputChunk[] =>
  Object.values(bundle).filter((output) => output.type === 'chunk');

/** A chunk, all that it cannot run without, and their styles. */
function closure(file: string, bundle: Bundle, seen: string[] = []): string[] {
  if (seen.includes(file)) return seen;
  seen.push(file);
  const output = bundle[file];
  if (output?.type !== 'chunk') return seen;
  seen.push(...[...(output.viteMetadata?.importedCss ?? [])].filter((css) => !seen.includes(css)));
  for (const needed of output.imports) closure(needed, bundle, seen);
  return seen;
}

function weight(files: readonly string[], bundle: Bundle): number {
  return files.reduce((sum, file) => {
    const output = bundle[file];
    if (output === undefined) return sum;
    return sum + gzipSync(output.type === 'chunk' ? output.code : output.source, { level: 9 }).length;
  }, 0);
}

const kib = (bytes: number): string => (bytes / 1024).toFixed(1);
