import { Router } from 'express';
import { join } from 'node:path';
import packageFile from '../../package.json';
import { scopeOf } from '../middleware/request-scope.js';
import { openApiDocument } from './document.js';

const swaggerFiles = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'] as const;

/** `/openapi.json`, and `/docs` to browse it: our own files only, nothing inline, nothing from elsewhere. */
export function documentPages(): Router {
  const router = Router();
  const document = openApiDocument(packageFile.version);
  const folder = join(require.resolve('swagger-ui-dist/package.json'), '..');
  router.get('/openapi.json', (_request, response) => {
    scopeOf(response).route = '/openapi.json';
    response.json(document);
  });
  router.get('/docs', (_request, response) => {
    scopeOf(response).route = '/docs';
    response.type('html').send(page);
  });
  router.get('/docs/start.js', (_request, response) => {
    scopeOf(response).route = '/docs/start.js';
    response.type('text/javascript').send(startScript);
  });
  for (const file of swaggerFiles) {
    router.get(`/docs/${file}`, (_request, response) => {
      scopeOf(response).route = `/docs/${file}`;
      response.sendFile(file, { root: folder, maxAge: '1h' });
    });
  }
  return router;
}

const page = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lối Về: API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const startScript = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });
`;
