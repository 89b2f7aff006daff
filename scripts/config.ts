import { ConfigProblems, describeSettings, readStartConfig } from '../config.js';

/** `npm run config` checks the settings of this environment; `-- --docs` prints the table of all settings. */
function main(argument: string | undefined): number {
  if (argument === '--docs') {
    console.log(
      ['| setting | default | meaning |', '|---|---|---|', ...describeSettings().map(row)].join('\n'),
    );
    return 0;
  }
  try {
    readStartConfig(process.env);
    console.log('The settings are complete.');
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    console.error(error.message);
    return 78;
  }
}

function row({ names, fallback, meaning }: ReturnType<typeof describeSettings>[number]): string {
  return `| ${names.map((name) => `\`${name}\``).join(', ')} | ${fallback && `\`${fallback}\``} | ${meaning} |`;
}

process.exitCode = main(process.argv[2]);
