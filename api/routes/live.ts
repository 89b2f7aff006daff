import { Problem } from '../problem.js';
import { eventStream, noBody, nothing, ok, route } from './route.js';

export const liveRoutes = [
  route({
    method: 'get',
    path: '/events',
    summary:
      'Server-sent events: which cases that I may know of have changed. Ids only; keeps no session alive',
    permission: 'signed-in',
    audit: 'none',
    params: nothing,
    query: nothing,
    body: noBody,
    answer: eventStream,
    handler: ({ parts, viewer, session }) => {
      if (!parts.live.admits(viewer.userId)) throw new Problem('too-many', { retryAfterSeconds: 60 });
      const again = async () =>
        (await session.isAlive(viewer.userId, parts.now()))
          ? (await parts.read.accounts.signedIn(viewer.userId))?.viewer
          : undefined;
      session.leaveAsItIs();
      return Promise.resolve(ok((sink) => parts.live.open({ viewer, again }, sink)));
    },
  }),
];
