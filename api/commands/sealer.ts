import { derivedUuid } from '../../domain/ids.js';
import type { Ground } from '../../domain/case/events.js';
import type { PlaceKind } from '../../domain/procedure/procedure.js';
import type { GroundInput } from '../contract/ground.js';
import type { SealedValue } from '../contract/text.js';
import type { PlaceToKeep } from '../records/case-places.js';
import type { TextToKeep } from '../records/sealed-texts.js';

/**
 * Takes the texts and places out of a request and gives ids for them. The ids follow from the command's id and the
 * field, so that the same request, sent again, has the same ones.
 */
export class Sealer {
  readonly texts: TextToKeep[] = [];
  readonly places: (PlaceToKeep & { readonly pointer: string })[] = [];

  constructor(private readonly commandId: string) {}

  text(pointer: string, value: SealedValue): string {
    const id = derivedUuid(`${this.commandId}:${pointer}`);
    this.texts.push({ id, kind: kindOf(pointer), value });
    return id;
  }

  place(
    pointer: string,
    { kind, placeCode }: { readonly kind: PlaceKind; readonly placeCode: string },
  ): string {
    const revision = derivedUuid(`${this.commandId}:${pointer}`);
    this.places.push({ revision, kind, placeCode, pointer });
    return revision;
  }

  ground(pointer: string, { code, text }: GroundInput): Ground {
    return { code, ...(text === undefined ? {} : { textId: this.text(`${pointer}/text`, text) }) };
  }

  optional(pointer: string, value: SealedValue | undefined): { textId?: string } {
    return value === undefined ? {} : { textId: this.text(pointer, value) };
  }
}

/** `/ground/text` is of kind `ground.text`. */
const kindOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');
