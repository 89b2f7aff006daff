import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'prisma/config';

// `prisma generate` looks for a schema engine binary and would download one. It never runs it, so any existing file
// will do; migrations are diffed and applied by the WebAssembly engine (prisma/schema-engine.ts).
const anyFile = join(process.cwd(), 'package.json');
if (existsSync(anyFile)) process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= anyFile;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
