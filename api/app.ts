import express, { Router, type Express } from 'express';
import type { Store } from 'express-session';
import type { Logger } from 'pino';
import { agencyPage } from './agency-page/agency-page.js';
import { basePath } from './contract/page.js';
import { linkPath } from './contract/task-link.js';
import { setUpBody } from './middleware/body.js';
import { measureRequests } from './measures/measure-requests.js';
import { measuresPage, type MeasuresSettings } from './measures/measures-page.js';
import { lastResort, unmatched } from './middleware/last-resort.js';
import { mount } from './middleware/mount.js';
import { setUpRateLimit } from './middleware/rate-limit.js';
import { setUpRequestLog } from './middleware/request-log.js';
import { setUpScope } from './middleware/request-scope.js';
import { sameOrigin } from './middleware/same-origin.js';
import { noStore, setUpSecurityHeaders } from './middleware/security-headers.js';
import { setUpSession } from './middleware/session.js';
import type { Parts } from './parts.js';
import { apiRoutes, outsideRoutes } from './routes/all.js';
import { documentPages } from './routes/document-pages.js';

export interface AppSettings {
  readonly parts: Parts;
  readonly logger: Logger;
  readonly sessions: { readonly store: Store; readonly secret: string; readonly idleMinutes: number };
  readonly requestsPerMinute: number;
  /** Pages and files of the web application, served where nothing else answers. */
  readonly web?: express.RequestHandler;
  /** Absent: nothing is measured. */
  readonly metrics?: MeasuresSettings;
}

/** The request's table of contents: what happens to it, in this order. */
export function createApp({
  parts,
  logger,
  sessions,
  requestsPerMinute,
  web,
  metrics,
}: AppSettings): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('etag', false); // an ETag is a case's version, or nothing

  app.use(setUpScope(parts.now));
  app.use(setUpRequestLog(logger));
  if (metrics !== undefined) app.use(measureRequests(metrics.measures));
  app.use(...setUpSecurityHeaders());

  app.use(routerOf(outsideRoutes, parts));
  if (metrics !== undefined) app.use(measuresPage(metrics));
  app.use(documentPages());

  app.use(linkPath, agencyPage({ parts, logger, requestsPerMinute: Math.ceil(requestsPerMinute / 10) }));

  const api = Router();
  api.use(noStore);
  api.use(sameOrigin);
  api.use(setUpSession(sessions));
  api.use(setUpRateLimit({ perMinute: requestsPerMinute }));
  api.use(...setUpBody());
  mount(api, apiRoutes, parts);
  api.use(unmatched);
  app.use(basePath, api);

  if (web !== undefined) app.use(web);
  app.use(unmatched);
  app.use(lastResort(logger));
  return app;
}

function routerOf(routes: typeof outsideRoutes, parts: Parts): Router {
  const router = Router();
  mount(router, routes, parts);
  return router;
}
