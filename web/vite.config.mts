import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.mjs';
import { sizeBudget } from './build/size-budget.mjs';
import { themeVariables } from './build/theme-variables.mjs';

/** `npm run dev` serves the screens and hands everything else to the running system, found by the same PORT. */
const system = process.env['LOIVE_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

/** The API, the agency page behind a link, and the API's documents. */
const ofSystem = ['/api/v1', '^/a/', '^/docs(/|$)', '/openapi.json'];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [themeVariables(), sizeBudget(), precompress()],
  server: {
    port: 5173,
    // Of the API only its own base: modules of the screens stand under /api too. Host and origin are passed on as the browser sent them: the system refuses changes from other origins.
    proxy: Object.fromEntries(ofSystem.map((path) => [path, { target: system, changeOrigin: false }])),
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700, // its own measure is before compression; ours is size-budget
    rolldownOptions: {
      // Libraries mark their files for another kind of bundler; nothing here depends on it.
      onLog: (level, log, print) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
      },
    },
  },
});
