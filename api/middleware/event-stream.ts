import type { Response } from 'express';
import type { EventSink } from '../live/stream.js';

/** Hands the response over to a stream of events; nothing on the way may keep, change or gather it. */
export function sendEventStream(start: (sink: EventSink) => void, response: Response): void {
  if (response.destroyed) return;
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  start({
    write: (text) => {
      response.write(text);
    },
    end: () => {
      response.end();
    },
    onClose: (done) => {
      response.once('close', done);
    },
    backlog: () => response.writableLength,
  });
}
