import type { CaseEvent } from '../../domain/case/events.js';
import { message, type MessageKey } from '../../messages/message.js';
import type { EventView } from '../contract/event.js';
import { seesText, type Sight } from './sight.js';

/** The sealed texts that an event points to beside the answers of a form, as far as this viewer may open them. */
export const textsOf = (event: CaseEvent, sight: Sight): EventView['texts'] =>
  pointers(event)
    .filter(({ textId }) => seesText(sight, textId, [event]))
    .map(({ textId, key }) => ({ textId, title: message(sight.language, key) }));

interface Pointer {
  readonly textId: string;
  readonly key: MessageKey;
}

function pointers({ data, onBehalfOf }: CaseEvent): readonly Pointer[] {
  return [
    ...('textId' in data ? pointer(data.textId, 'text.note') : []),
    ...('informedOf' in data ? pointer(data.informedOf, 'text.informed-of') : []),
    ...('evidenceTextId' in data ? pointer(data.evidenceTextId, 'text.evidence') : []),
    ...('ground' in data ? pointer(data.ground?.textId, 'text.ground') : []),
    ...pointer(onBehalfOf?.referenceTextId, 'text.reference'),
  ];
}

const pointer = (textId: string | undefined, key: MessageKey): readonly Pointer[] =>
  textId === undefined ? [] : [{ textId, key }];
