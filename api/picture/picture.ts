import { phases, type Procedure } from '../../domain/procedure/procedure.js';
import { isMessageKey, message, type Language } from '../../messages/message.js';
import type { ProcedureView, StepView } from '../contract/procedure.js';
import { bandMarkup } from './bands.js';
import { layoutOf, margin, type Layout, type PlacedStep } from './layout.js';
import { legend } from './legend.js';
import { fromElsewhere, lineMarkup, toElsewhere } from './lines.js';
import type { Mark } from './mark.js';
import type { Overlay } from './overlay.js';
import { patterns } from './patterns.js';
import { pills, stepBox, type BoxWords } from './step-box.js';
import { element, words } from './svg.js';

export interface PictureOf {
  readonly procedure: Procedure;
  /** The same procedure in the reader's language. */
  readonly view: ProcedureView;
  readonly overlay: Overlay;
  readonly language: Language;
}

/** An SVG document without script or style, the same letters for the same input. */
export function pictureOf({ procedure, view, overlay, language }: PictureOf): string {
  const layout = layoutOf(procedure);
  const head = legend(overlay, { language, width: layout.width - 2 * margin });
  const height = layout.height + head.height;
  const drawn = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${String(layout.width)} ${String(height)}`,
      width: layout.width,
      height,
      role: 'img',
      'aria-labelledby': 'loive-picture-title loive-picture-what',
      'font-family': 'system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif',
      lang: language,
    },
    element('title', { id: 'loive-picture-title' }, words(`${overlay.title}: ${view.title}`)),
    element(
      'desc',
      { id: 'loive-picture-what' },
      words(message(language, 'picture.what', { steps: view.steps.length, phases: phases.length })),
    ),
    patterns,
    element('rect', { width: layout.width, height, fill: '#ffffff' }),
    element('g', { transform: `translate(${String(margin)} ${String(margin)})` }, ...head.markup),
    element(
      'g',
      { transform: `translate(0 ${String(head.height)})` },
      ...bandMarkup(layout, { language, phase: overlay.phase }),
      ...lineMarkup(layout),
      ...layout.steps.map((placed) => drawnStep(placed, { layout, view, overlay, language })),
      ...layout.steps.flatMap((placed) => pills(placed, endsOf(layout, placed))),
    ),
  );
  return drawn.markup;
}

function drawnStep(
  placed: PlacedStep,
  { layout, view, overlay, language }: Omit<PictureOf, 'procedure'> & { readonly layout: Layout },
) {
  const mark = overlay.mark(placed.step.id);
  const step = view.steps.find(({ id }) => id === placed.step.id);
  if (step === undefined)
    throw new Error(`the picture has a step ${placed.step.id} that its procedure lacks`);
  return stepBox(placed, mark, {
    ...textOf(step, mark, language),
    ...endsOf(layout, placed),
  });
}

const endsOf = (layout: Layout, placed: PlacedStep): Pick<BoxWords, 'from' | 'to'> => ({
  from: phasesOf(fromElsewhere(layout, placed)),
  to: phasesOf(toElsewhere(layout, placed)),
});

const phasesOf = (steps: readonly PlacedStep[]): readonly number[] =>
  [...new Set(steps.map(({ step }) => phases.indexOf(step.phase) + 1))].sort((one, other) => one - other);

function textOf(step: StepView, mark: Mark, language: Language): Omit<BoxWords, 'from' | 'to'> {
  const track = `track.${step.track}`;
  const trackWords = isMessageKey(track) ? message(language, track) : step.track;
  const side = message(language, 'picture.side-who', { track: trackWords, who: step.role.title });
  const after = step.after.map(({ title }) => title).join('; ');
  const whole = [
    step.title,
    side,
    mark.lines.join(', '),
    after === '' ? '' : message(language, 'picture.after', { steps: after }),
    step.repeats === undefined ? '' : message(language, 'picture.repeats'),
    step.source,
  ];
  return {
    title: step.title,
    who: step.track === 'main' ? step.role.title : side,
    whole: whole.filter((each) => each !== '').join('. '),
  };
}
