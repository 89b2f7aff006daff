import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/request.js';
import { Trouble } from '../shell/trouble.js';
import { Starting } from '../shell/waiting.js';
import { pictureQuery } from './procedure-queries.js';
import { safeSvg } from './safe-svg.js';

interface Props {
  readonly procedure: string;
  readonly query: Query;
}

/** Parts of the room's width that the picture takes. */
const zooms = [0.5, 0.75, 1, 1.5, 2, 3] as const;
const whole = zooms.indexOf(1);
/** On a phone the whole of it cannot be read. */
const readable = zooms.indexOf(3);

/** The picture in a region of its own, which scrolls in both directions and takes the focus. */
export function Picture({ procedure, query }: Props): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(pictureQuery(procedure, query));
  const [zoom, setZoom] = useState<number>(() =>
    window.matchMedia('(width < 760px)').matches ? readable : whole,
  );
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Starting />;
  return (
    <div className="stack">
      <div className="row no-print" role="group" aria-label={t('picture.zoom')}>
        <Zoom label={t('picture.smaller')} to={zoom - 1} onZoom={setZoom} />
        <Zoom label={t('picture.whole')} to={whole} onZoom={setZoom} />
        <Zoom label={t('picture.larger')} to={zoom + 1} onZoom={setZoom} />
        <span className="quiet" role="status">
          {t('picture.zoomed', { percent: Math.round((zooms[zoom] ?? 1) * 100) })}
        </span>
      </div>
      <div className="picture" role="region" aria-label={t('picture.region')} tabIndex={0}>
        <Svg text={data} zoom={zooms[zoom] ?? 1} />
      </div>
    </div>
  );
}

interface ZoomProps {
  readonly label: string;
  readonly to: number;
  readonly onZoom: (to: number) => void;
}

const Zoom = ({ label, to, onZoom }: ZoomProps): ReactNode => (
  <button
    type="button"
    className="tab"
    disabled={zooms[to] === undefined}
    onClick={() => {
      onZoom(to);
    }}
  >
    {label}
  </button>
);

function Svg({ text, zoom }: { readonly text: string; readonly zoom: number }): ReactNode {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [isSafe, setSafe] = useState(true);
  useLayoutEffect(() => {
    const svg = safeSvg(text);
    setSafe(svg !== undefined);
    place.current?.replaceChildren(...(svg === undefined ? [] : [svg]));
  }, [text]);
  return (
    <>
      {!isSafe && <p role="alert">{t('picture.broken')}</p>}
      <div ref={place} style={{ width: `${String(zoom * 100)}%` }} />
    </>
  );
}
