# syntax=docker/dockerfile:1

# One image per plane, from one build. Node 24 is the long-term line; 20.20 is the oldest that works. The version is exact, so that a
# build of today is the build of tomorrow: raise it with each security release of Node.
FROM node:24.11.1-bookworm-slim AS base
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /srv/holos

FROM base AS packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev

FROM packages AS build
COPY . .
RUN npm run build

FROM base AS runtime-packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

# The private plane: admin, REST, the holos commands.
FROM base AS studio
COPY --from=runtime-packages /srv/holos/node_modules node_modules
COPY --from=build /srv/holos/.next .next
COPY package.json package-lock.json tsconfig.json next.config.mjs payload.config.ts ./
COPY src src
COPY collections collections
COPY media media
RUN mkdir -p data media/files .next/cache && chown -R node:node data media/files .next/cache
USER node
ENV STUDIO_HOST=0.0.0.0
EXPOSE 3000
CMD ["node", "node_modules/next/dist/bin/next", "start", "--port", "3000", "--hostname", "0.0.0.0"]

# The public plane: one bundle and its packages. It needs nothing that can be written.
FROM base AS delivery
COPY --from=runtime-packages /srv/holos/node_modules node_modules
COPY --from=build /srv/holos/.holos/delivery*.mjs /srv/holos/.holos/delivery*.mjs.map .holos/
COPY --from=build /srv/holos/.holos/explorer .holos/explorer
COPY package.json ./
# A volume takes the owner of the folder that it covers first: the studio's user writes the pictures, this one reads them.
RUN mkdir -p media/files && chown -R node:node media/files && useradd --uid 1001 --no-create-home delivery
USER delivery
ENV DELIVERY_HOST=0.0.0.0
EXPOSE 4000
CMD ["node", "--enable-source-maps", ".holos/delivery.mjs"]
