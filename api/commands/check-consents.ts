import type { PlainDate } from '../../domain/time/plain-date.js';
import type { ConsentInput } from '../contract/consent.js';
import { fieldProblem, pointer, type Finding } from '../problem.js';
import type { DirectoryReads } from '../read/directory-reads.js';
import { dayWords } from '../read/day-words.js';

/** A consent of a request, and the pointer at which it stands there. */
interface Told {
  readonly consent: ConsentInput;
  readonly where: string;
}

interface Desk {
  readonly directory: DirectoryReads;
  /** The day on which it was given; unknown where only the engine knows how far a rehearsal's clock has run. */
  readonly givenOn: PlainDate | undefined;
  /** The agency that may not write down a consent in its own favour; undefined for the coordinator. */
  readonly besides: string | null | undefined;
}

/** What is wrong with a consent, said at the field that is wrong, before anything is stored or sent on. */
export async function checkConsents(told: readonly Told[], desk: Desk): Promise<void> {
  const found = await Promise.all(
    told.map(async (each) => [...dayFindings(each, desk), ...(await recipientFindings(each, desk))]),
  );
  if (found.flat().length > 0) throw fieldProblem(...found.flat());
}

function dayFindings({ consent: { expiresOn }, where }: Told, { givenOn }: Desk): readonly Finding[] {
  if (expiresOn === undefined || givenOn === undefined || expiresOn >= givenOn) return [];
  return [{ pointer: `${where}/expiresOn`, code: 'day-from', values: { from: dayWords(givenOn) } }];
}

async function recipientFindings(
  { consent: { recipients, purpose }, where }: Told,
  { directory, besides }: Desk,
): Promise<readonly Finding[]> {
  const found = await Promise.all(
    recipients.map(async ({ agencyId, relative }, index): Promise<readonly Finding[]> => {
      const at = `${where}${pointer('recipients', index)}`;
      if ((relative !== undefined) !== (purpose === 'family-contact'))
        return [{ pointer: at, code: 'recipient-purpose' }];
      if (agencyId === undefined) return [];
      if (agencyId === besides) return [{ pointer: `${at}/agencyId`, code: 'recipient-own' }];
      return (await directory.hasAgency(agencyId))
        ? []
        : [{ pointer: `${at}/agencyId`, code: 'agency-unknown' }];
    }),
  );
  return found.flat();
}
