import { missingSql, writeMigration } from '../prisma/make-migration.js';

/** `npm run migration -- <name>`: writes the next migration; `-- --check` only says whether one is missing. */
async function main(name: string | undefined): Promise<number> {
  const sql = await missingSql();
  if (name === '--check') {
    if (sql)
      console.error(
        `schema.prisma is ahead of prisma/migrations; run \`npm run migration -- <name>\`:\n${sql}`,
      );
    return sql ? 1 : 0;
  }
  if (!name) {
    console.error('Say what the migration does: npm run migration -- <name>');
    return 2;
  }
  const folder = writeMigration(name, sql ?? '-- Written by hand: what Prisma cannot express.\n', new Date());
  console.log(`prisma/migrations/${folder}/migration.sql${sql ? '' : ' (empty: write it by hand)'}`);
  return 0;
}

void main(process.argv[2]).then((code) => {
  process.exitCode = code;
});
