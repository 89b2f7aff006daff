import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { serveWeb } from '../../api/middleware/serve-web.js';

// Below a folder whose name begins with a dot, as a checkout may be.
const folder = join(mkdtempSync(join(tmpdir(), '.loive-web-')), 'web');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Lối Về</title>');
writeFileSync(join(folder, 'assets', 'a-1.js'), 'plain');
writeFileSync(join(folder, 'assets', 'a-1.js.br'), brotliCompressSync('compressed before'));
const app = express().use(serveWeb(folder));
afterAll(() => {
  rmSync(join(folder, '..'), { recursive: true });
});

describe('the built screens', () => {
  it.each(['/', '/work', '/cases/0a5e2102-f3b5-8a61-bb92-aff3c4459020'])(
    '%s gives the start page',
    async (path) => {
      const response = await request(app).get(path);
      expect(response.status).toBe(200);
      expect(response.text).toContain('Lối Về');
      expect(response.headers['cache-control']).toBe('no-cache');
    },
  );

  it('admit no inline script, no inline style sheet, no other host and no frame', async () => {
    const { headers } = await request(app).get('/');
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('keep files for a year, compressed as the browser takes them', async () => {
    const compressed = await request(app).get('/assets/a-1.js').set('accept-encoding', 'br');
    expect(compressed.text).toBe('compressed before');
    expect(compressed.headers['content-encoding']).toBe('br');
    expect(compressed.headers['content-type']).toContain('text/javascript');
    expect(compressed.headers['cache-control']).toContain('immutable');
    const plain = await request(app).get('/assets/a-1.js').set('accept-encoding', 'identity');
    expect(plain.text).toBe('plain');
  });

  it.each(['/api/v1/nope', '/assets/nope.js', '/docs', '/healthz', '/nope.php', '/assets/a-1.js.br'])(
    'leave %s to others',
    async (path) => {
      expect((await request(app).get(path)).status).toBe(404);
    },
  );

  it('leave changes to others', async () => {
    expect((await request(app).post('/work')).status).toBe(404);
  });

  it('are passed over where they were not built', async () => {
    const without = express().use(serveWeb(join(folder, 'nowhere')));
    expect((await request(without).get('/')).status).toBe(404);
  });
});
