import { readFileSync } from 'node:fs';
import { world } from '../support/world-access.js';

describe('the file that the engine runs', () => {
  const code = (): string => readFileSync(world().bundle ?? '', 'utf8');

  test('reads the rules once for all cases, and nothing else', () => {
    const [preloaded = ''] = code().match(/exports\.preloadModules = function[^}]*/) ?? [];
    const names = [...preloaded.matchAll(/"\.\/([^"]+)"\)/g)].map(([, name]) => name);
    expect(names).toContain('domain/case/decide.ts');
    expect(names.filter((name) => !name?.startsWith('domain/'))).toEqual(['workflows/without-stacks.ts']);
    expect(names[0]).toBe('workflows/without-stacks.ts');
  });

  test('is written for the Node that runs it: no object is spread by a call', () => {
    expect(
      [...code().matchAll(/function (_object_spread|_define_property)/g)].map(([, name]) => name),
    ).toEqual([]);
  });
});
