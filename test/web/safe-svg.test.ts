import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../scripts/browser/chromium.js';

/** A page in which the function stands: what it reads with is there in a browser only. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  const source = readFileSync(join(__dirname, '../../web/procedure/safe-svg.ts'), 'utf8');
  const { code } = transformSync(source, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  await page.evaluate(
    `globalThis.safeSvg = (() => { ${code.replace('export function', 'return function')} })()`,
  );
}, 60_000);
afterAll(() => browser.close());

const shown = (inside: string, attributes = ''): Promise<boolean> =>
  page.evaluate<boolean>(
    `safeSvg(${JSON.stringify(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`)}) !== undefined`,
  );

describe('a picture from the server', () => {
  it('is shown while it only draws and tells', async () => {
    expect(await shown('<title>Sơ đồ</title><g role="list"><rect class="step" x="1" y="2"/></g>')).toBe(true);
  });

  it.each([
    '<script>alert(1)</script>',
    '<style>* { background: url(//elsewhere) }</style>',
    '<foreignObject><p>words</p></foreignObject>',
    '<image href="//elsewhere/x.png"/>',
    '<use href="#other"/>',
    '<a href="//elsewhere"><text>words</text></a>',
    '<rect><animate attributeName="x"/></rect>',
    '<rect><set attributeName="x"/></rect>',
    '<rect onclick="alert(1)"/>',
    '<rect ONLOAD="alert(1)"/>',
    '<text xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="//elsewhere">words</text>',
    '<rect style="fill: url(//elsewhere)"/>',
    '<g><g><g><script/></g></g></g>',
  ])('is not shown when it holds %s', async (inside) => {
    expect(await shown(inside)).toBe(false);
  });

  it('is not shown when the drawing itself would run something', async () => {
    expect(await shown('', ' onload="alert(1)"')).toBe(false);
  });

  it.each([
    '',
    'words',
    '<p xmlns="http://www.w3.org/1999/xhtml">words</p>',
    '<svg xmlns="http://www.w3.org/2000/svg">',
  ])('is not shown when it is no drawing: %j', async (text) => {
    expect(await page.evaluate(`safeSvg(${JSON.stringify(text)}) === undefined`)).toBe(true);
  });
});
