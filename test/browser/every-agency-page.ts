import { actForms } from '../../api/agency-page/act-form.js';
import { taskPage } from '../../api/agency-page/task-page.js';
import type { IssuedLink } from '../../api/contract/task-link.js';
import { partsOn } from '../../api/parts-on-database.js';
import { linkReads, type LinkSight } from '../../api/read/link-reads.js';
import { readTask } from '../../api/read/task-rows.js';
import { taskView } from '../../api/read/task-view.js';
import { createVault } from '../../api/records/vault.js';
import { procedures } from '../../domain/procedure/catalogue.js';
import { refOf } from '../../domain/procedure/procedure.js';
import { instant } from '../../domain/time/instant.js';
import { testKey, type ApiWorld } from '../api/api-world.js';

/** A task and a link to it, after which all others are made up. */
interface OneLink {
  readonly taskId: string;
  readonly link: IssuedLink;
}

/** The page of every step of both procedures, as it is when its task has just been handed over. */
export async function everyAgencyPage(
  { database, world: cases }: ApiWorld,
  one: OneLink,
): Promise<readonly { readonly step: string; readonly html: string }[]> {
  const reads = linkReads(database);
  const link = await reads.one(one.link.id);
  const row = await readTask(database, one.taskId);
  if (link === undefined || row === undefined) throw new Error('the link was issued');
  const parts = partsOn({ database, vault: createVault([testKey]), gateway: cases.gateway });
  const now = instant(new Date().toISOString());
  const seen = await parts.read.links.sight(link, { language: 'vi', now });
  const held = seen?.kind === 'here' ? seen.sight.state.tasks[one.taskId] : undefined;
  if (seen?.kind !== 'here' || held === undefined) throw new Error('the link shows its task');
  const moment = { now, calendar: await parts.calendar() };
  const address = {
    token: 'x'.repeat(40),
    pass: '',
    language: 'vi' as const,
    now,
    origin: 'https://loive.example',
  };
  const visit = { parts, link, ...address };
  const authority = { nameVi: 'Sở Y tế thành phố Hà Nội', nameEn: '', masked: false };
  const place = { level: 'province', sector: 'health', superiorId: null };
  const names = {
    agency: () => ({ ...authority, ...place, id: link.agencyId }),
    account: () => undefined,
    place: () => undefined,
  };
  return procedures.flatMap((procedure) =>
    Object.values(procedure.steps).map((step) => {
      const facts = Object.fromEntries(
        step.needs.facts.map((fact) => [fact, { value: true, at: now, toldVersion: 1 }]),
      );
      const task = taskView(
        { ...row, procedure: refOf(procedure), step_id: step.id, kind: step.kind },
        { ...seen.sight, names, facts },
      );
      const tasks = { [task.id]: { ...held, stepId: step.id, kind: step.kind } };
      const state = { ...seen.sight.state, procedure: refOf(procedure), tasks };
      const at: LinkSight = { ...seen, task, sight: { ...seen.sight, state } };
      const html = taskPage({
        visit,
        seen: at,
        moment,
        forms: actForms(at, moment),
        keyOf: () => one.taskId,
      });
      return { step: step.id, html };
    }),
  );
}
