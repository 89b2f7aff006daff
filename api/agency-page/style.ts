import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const web = join(__dirname, '..', '..', 'web');

/** The page's own sheet after those that it shares with the screens; small enough to travel inside the page. */
const sheets = [
  join(__dirname, 'page.css'),
  join(web, 'time', 'deadline.css'),
  join(web, 'forms', 'forms.css'),
  join(web, 'paper', 'paper.css'),
];

export const style = sheets
  .map((file) => readFileSync(file, 'utf8'))
  .join('')
  .replaceAll(/\/\*.*?\*\//gs, '')
  .replaceAll(/\s+/g, ' ')
  .replaceAll(/ ?([{};,>]) ?/g, '$1')
  .replaceAll(';}', '}')
  .trim();

const hash = createHash('sha256').update(style).digest('base64');

/** No script of anybody, our one style sheet by its hash, forms to ourselves, nothing else. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'none'",
  `style-src 'sha256-${hash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
