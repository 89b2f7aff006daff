import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseJsonConfigFileContent, readConfigFile, sys } from 'typescript';

const project = join(__dirname, '..', '..');
const pages = join(project, 'api', 'agency-page');

/** The file itself and all that it imports of our own. */
function reached(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)\.js'/g)) {
    const path = resolve(dirname(file), name);
    for (const source of [`${path}.ts`, `${path}.tsx`]) if (existsSync(source)) reached(source, known);
  }
  return known;
}

const rendered = readdirSync(pages).reduce((known, name) => {
  if (/\.tsx?$/.test(name)) reached(join(pages, name), known);
  return known;
}, new Set<string>());

// Whatever tsconfig.json leaves out is run as if it wrote JSX the old way: every page with it in it would fail.
test('every component that the server renders is one of the project that it runs', () => {
  const config: unknown = readConfigFile(join(project, 'tsconfig.json'), (path) => sys.readFile(path)).config;
  const included = new Set(parseJsonConfigFileContent(config, sys, project).fileNames);
  const components = [...rendered].filter((file) => file.endsWith('.tsx'));
  expect(components.map((file) => relative(project, file))).toContain('web/time/deadline-label.tsx');
  expect(components.filter((file) => !included.has(file))).toEqual([]);
});

test('a component of the screens is rendered by the server as it is run', () => {
  const run = `
    const { createElement } = require('react');
    const { Icon } = require('./web/shell/icon.tsx');
    console.log(require('react-dom/server').renderToStaticMarkup(createElement(Icon, { name: 'clock' })));`;
  const said = execFileSync(process.execPath, ['--import', 'tsx', '--eval', run], { cwd: project });
  expect(said.toString()).toMatch(/^<svg/);
});
