# The customer moves to another Node without editing: --build-arg NODE_IMAGE=…
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY infra/build.mjs infra/build.mjs
COPY programme programme
COPY cards cards
COPY storage storage
COPY documents documents
COPY bot bot
RUN npm run build

FROM ${NODE_IMAGE} AS packages
# The version of what sends spans and metrics to Azure Monitor; none without it.
ARG AZURE_MONITOR=
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
RUN [ -z "$AZURE_MONITOR" ] || npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund \
    "@azure/monitor-opentelemetry@$AZURE_MONITOR"
# Source maps and type declarations of packages serve nobody at run time.
RUN find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM ${NODE_IMAGE}
# The last two keep Azure Monitor's own figures about itself from leaving for places outside Japan.
ENV NODE_ENV=production \
    TZ=Asia/Tokyo \
    HOST=0.0.0.0 \
    PORT=3978 \
    EMBEDDED_FILE=/data/bansou.sqlite \
    OTEL_SERVICE_NAME=bansou \
    APPLICATION_INSIGHTS_NO_STATSBEAT=true \
    APPLICATIONINSIGHTS_SDKSTATS_DISABLED=true
WORKDIR /app
# All of it belongs to root, so that the service can change nothing but /data.
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --chmod=0755 infra/container/bansou /usr/local/bin/bansou
RUN mkdir /data && chown 10001:10001 /data && chmod 0700 /data
USER 10001:10001
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without a shell between, SIGTERM reaches the service: it drains and then exits.
CMD ["node", "--disable-warning=ExperimentalWarning", "dist/bot/main.js"]
