# For teams without Node:
#   docker build -t scim-check .
#   docker run --rm -e SCIM_CHECK_TOKEN scim-check run --target https://example.com/scim/v2
FROM node:22-alpine AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && npm prune --omit=dev --ignore-scripts

FROM node:22-alpine
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
COPY --from=build /app/scenarios ./scenarios
COPY --from=build /app/schemas ./schemas
COPY --from=build /app/fixtures/mappings ./fixtures/mappings
# Reports and the ledger are written to the folder that is mounted here.
RUN mkdir /work && chown node /work
USER node
WORKDIR /work
ENTRYPOINT ["node", "/app/bin/scim-check.js"]
CMD ["--help"]
