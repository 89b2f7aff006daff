import { procedures } from '../domain/procedure/catalogue.js';
import { checkProcedure } from '../domain/procedure/check-procedure.js';
import { refOf } from '../domain/procedure/procedure.js';
import { walkFindings } from './check-procedures/walk.js';

const cases = 400;

const findings = procedures.flatMap((procedure) => {
  const found = [...checkProcedure(procedure), ...walkFindings(procedure, cases)];
  const size = `${String(Object.keys(procedure.steps).length)} steps, ${String(cases)} synthetic cases`;
  console.log(`${refOf(procedure)}: ${size}, ${String(found.length)} findings`);
  return found.map((each) => ({ ...each, procedure: refOf(procedure) }));
});

for (const { procedure, check, about, detail } of findings)
  console.log(`  ${procedure} ${check}: ${about} – ${detail}`);
process.exitCode = findings.length === 0 ? 0 : 1;
