import { caseOverlay, loadOverlay, plainOverlay } from '../../../api/picture/overlay.js';
import { pictureOf } from '../../../api/picture/picture.js';
import { layoutOf, type Rectangle } from '../../../api/picture/layout.js';
import { element, words } from '../../../api/picture/svg.js';
import { linesOf, widthOf } from '../../../api/picture/text-lines.js';
import { procedureView } from '../../../api/read/procedure-view.js';
import { procedures } from '../../../domain/procedure/catalogue.js';
import { vn2025 } from '../../../domain/procedure/vn-2025/index.js';
import type { Procedure } from '../../../domain/procedure/procedure.js';

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const plain = (procedure: Procedure, language: 'vi' | 'en'): string => {
  const view = procedureView(procedure, language);
  return pictureOf({ procedure, view, overlay: plainOverlay(view, language), language });
};

/** Every upright and level piece of the lines of a picture. */
function pieces(svg: string): readonly Rectangle[] {
  return [...svg.matchAll(/<path d="(M[\d. -]+(?:[HV][\d.-]+)+)"/g)].flatMap(([, d = '']) => {
    const [start = '', ...moves] = d.slice(1).split(/(?=[HV])/);
    let [x = 0, y = 0] = start.split(' ').map(Number);
    return moves.map((move) => {
      const to = Number(move.slice(1));
      const from = { x, y };
      if (move.startsWith('H')) x = to;
      else y = to;
      return {
        x: Math.min(from.x, x),
        y: Math.min(from.y, y),
        width: Math.abs(x - from.x),
        height: Math.abs(y - from.y),
      };
    });
  });
}

describe.each(procedures)('the picture of $id', (procedure) => {
  const { steps, bands, width, height } = layoutOf(procedure);

  test('has every step once, in the band of its phase', () => {
    expect(steps.map(({ step }) => step.id).sort()).toEqual(Object.keys(procedure.steps).sort());
    for (const placed of steps) {
      const band = bands.find(({ phase }) => phase === placed.step.phase);
      expect([placed.step.id, band !== undefined && contains(band, placed)]).toEqual([placed.step.id, true]);
    }
    expect(bands).toHaveLength(8);
  });

  test('has no box on another, and nothing outside', () => {
    const boxes = steps.map((each) => each);
    const clashes = boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [[one.step.id, other.step.id]] : [])),
    );
    expect(clashes).toEqual([]);
    expect(boxes.filter((each) => !contains({ x: 0, y: 0, width, height }, each))).toEqual([]);
  });

  test('has no line through a box', () => {
    const lines = pieces(plain(procedure, 'vi'));
    expect(lines.length).toBeGreaterThan(60);
    const crossed = lines.flatMap((line) => {
      const inner = { ...line, width: Math.max(line.width, 0.1), height: Math.max(line.height, 0.1) };
      return steps.filter((each) => overlap(inner, each)).map(({ step }) => ({ step: step.id, line }));
    });
    expect(crossed).toEqual([]);
  });

  test('shows what follows to the right of what it follows, inside a track', () => {
    const place = new Map(steps.map((each) => [each.step.id, each]));
    const backwards = layoutOf(procedure).flow.filter(({ from, to, again }) => {
      const [one, other] = [place.get(from), place.get(to)];
      if (one === undefined || other === undefined || again) return false;
      const together = one.step.phase === other.step.phase && one.step.track === other.step.track;
      return together && one.x >= other.x;
    });
    expect(backwards).toEqual([]);
  });

  test.each(['vi', 'en'] as const)(
    'is the same letters each time, well formed and without script (%s)',
    (language) => {
      const svg = plain(procedure, language);
      expect(plain(procedure, language)).toBe(svg);
      expect(svg).not.toMatch(
        /<script|<style|<foreignObject|<image|\son\w+=|href|style=|javascript:|undefined|NaN/i,
      );
      const open: string[] = [];
      for (const [tag, end, name = '', alone] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)) {
        if (end === '/') expect([tag, open.pop()]).toEqual([tag, name]);
        else if (alone !== '/') open.push(name);
      }
      expect(open).toEqual([]);
      expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title id="loive-picture-title">[^<]+<\/title><desc /);
      expect(svg).toContain(words(procedure.title[language]).markup);
    },
  );
});

const procedure = vn2025;

describe('what a picture says of a case', () => {
  const first = Object.keys(procedure.steps)[0] ?? '';
  const drawn = (isWhole: boolean): string =>
    pictureOf({
      procedure,
      view: procedureView(procedure, 'vi'),
      language: 'vi',
      overlay: caseOverlay(
        {
          case: { id: '0190c3f2-0000-4000-8000-000000000001', code: 'HN-2026-000042', phase: 'verification' },
          isWhole,
          items: Object.keys(procedure.steps).map((stepId) =>
            stepId === first
              ? { stepId, standing: 'open', due: 'overdue' }
              : { stepId, standing: isWhole ? 'ahead' : 'unseen' },
          ),
        },
        'vi',
      ),
    });
  const count = (svg: string, text: string): number => svg.split(text).length - 1;

  test('each state is told by words and by its outline or sign, not by colour alone', () => {
    const svg = drawn(true);
    expect(count(svg, '>Đang làm, quá hạn<')).toBe(2); // the box and the legend
    expect(count(svg, '>Chưa đến<')).toBe(Object.keys(procedure.steps).length);
    expect(svg).toContain('2. Xác minh: giai đoạn hiện tại');
    expect(svg).toContain('HN-2026-000042');
  });
  test('of steps that are not theirs to see a reader is told nothing, and why', () => {
    const svg = drawn(false);
    expect(count(svg, 'Chưa đến')).toBe(0);
    expect(count(svg, 'Không thực hiện')).toBe(1); // the legend of their own tasks
    expect(svg).toContain('Chỉ hiện nhiệm vụ của cơ quan bạn.');
  });
});

test('a picture of load tells the counts in words and by how full the bar is', () => {
  const [one = '', two = ''] = Object.keys(procedure.steps);
  const svg = pictureOf({
    procedure,
    view: procedureView(procedure, 'en'),
    language: 'en',
    overlay: loadOverlay(
      [
        { stepId: one, open: 12, soon: 2, overdue: 3 },
        { stepId: two, open: 1, soon: 0, overdue: 0 },
      ],
      'en',
    ),
  });
  expect(svg).toContain('>12 open<');
  expect(svg).toContain('>3 overdue · 2 due soon<');
  expect(svg.split('>None<')).toHaveLength(Object.keys(procedure.steps).length - 1);
  expect(svg).toContain('>1 open<');
});

describe('what is written in a picture', () => {
  test('cannot become an element or leave its attribute', () => {
    const { markup } = element('text', { x: '"><script>' }, words(`<b> & ' \u0000\u0008"`));
    expect(markup).toBe('<text x="&quot;&gt;&lt;script&gt;">&lt;b&gt; &amp; &#39; &quot;</text>');
  });
  test('stays in its room, to the letter', () => {
    const room = { width: 168, lines: 3, fontSize: 12.5, isBold: true };
    for (const each of procedures) {
      for (const { title } of Object.values(each.steps)) {
        for (const line of linesOf(title.vi, room)) expect(widthOf(line, room)).toBeLessThanOrEqual(168);
      }
    }
    expect(linesOf('Một hai ba', { ...room, lines: 1, width: 60 })).toEqual([
      expect.stringMatching(/^Một.*…$/),
    ]);
    expect(linesOf('Ngắn', room)).toEqual(['Ngắn']);
  });
});
