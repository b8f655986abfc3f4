#!/usr/bin/env bash
# 何もない所から動くまで。くり返し実行しても同じ結果になります。
#   infra/deploy.sh pilot|production リソースグループ名 [--what-if]
# 値は環境変数か、infra/pilot.env・infra/production.env に書いておきます（見本は infra/deploy.env.example）。
set -euo pipefail
umask 077
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

stage=${1:-}
group=${2:-}
mode=${3:-}
if [[ ! $stage =~ ^(pilot|production)$ || -z $group ]]; then
  fail '使い方: infra/deploy.sh pilot|production リソースグループ名 [--what-if]'
fi
[[ -z $mode || $mode == --what-if ]] || fail "知らない指定です: $mode"
if [[ -e infra/$stage.env ]]; then
  set -a
  # shellcheck disable=SC1090 # the operator's own file
  . "infra/$stage.env"
  set +a
fi
[[ -n ${ALERT_EMAILS:-} ]] || fail 'ALERT_EMAILS に、知らせを受け取るメールアドレスを入れてください。'
for tool in az node git curl; do
  command -v "$tool" >/dev/null || fail "$tool が見つかりません。Azure Cloud Shell（Bash）で実行すると、すべて入っています。"
done
az account show --output none 2>/dev/null || fail '先に az login を実行してください。'

location=${LOCATION:-japaneast}
traces=$(node -p "JSON.parse(fs.readFileSync('infra/$stage.parameters.json')).parameters.traces?.value === true")
suffix=''
[[ $traces == false ]] || suffix=-traces
tag=${IMAGE_TAG:-$(git rev-parse --short HEAD)$suffix}
given=$(mktemp)
trap 'rm -f "$given"' EXIT

deploy() {
  # In a file only this user can read: the arguments of a command are seen by everybody.
  IMAGE=$1 LOCATION=$location node infra/given-parameters.mjs >"$given"
  az deployment group "$2" --resource-group "$group" --name "bansou-$stage" \
    --template-file infra/main.bicep \
    --parameters "@infra/$stage.parameters.json" --parameters "@$given" "${@:3}"
}

output() {
  az deployment group show --resource-group "$group" --name "bansou-$stage" \
    --query "properties.outputs.$1.value" --output tsv
}

registry=''
if [[ $(az group exists --name "$group") == true ]]; then
  registry=$(az acr list --resource-group "$group" --query '[0].name' --output tsv)
fi

if [[ -n $registry && -z ${LINE_WORKS_BOT_ID:-} ]]; then
  used=$(az containerapp show --resource-group "$group" --name bansou --output tsv \
    --query "properties.template.containers[0].env[?name=='LINE_WORKS_BOT_ID'].value | [0]" 2>/dev/null || true)
  [[ -z $used ]] ||
    fail "いまは LINE WORKS も使っています。このままでは外れるので、LINE_WORKS_BOT_ID などを infra/$stage.env に入れてください。"
fi

if [[ $mode == --what-if ]]; then
  say 'これから変わること（何も変えません）'
  deploy "${registry:+$registry.azurecr.io/bansou:$tag}" what-if
  exit 0
fi

say "リソースグループ $group（$location）"
for provider in App BotService ContainerRegistry DocumentDB EventGrid Insights KeyVault ManagedIdentity Network \
  OperationalInsights Storage; do
  az provider register --namespace "Microsoft.$provider" --wait --output none
done
az group create --name "$group" --location "$location" --output none

if [[ -z $registry ]]; then
  say '1段目: 土台（イメージの置き場・データベース・秘密の置き場・ボット）'
  deploy '' create --output none
  registry=$(output registryName)
fi

say "イメージ bansou:$tag"
if az acr repository show --name "$registry" --image "bansou:$tag" --output none 2>/dev/null; then
  echo 'この版はもうあります。'
else
  build=(--registry "$registry" --image "bansou:$tag" --file Dockerfile)
  [[ $traces == false ]] || build+=(--build-arg "AZURE_MONITOR=${AZURE_MONITOR:-1.18.2}")
  [[ -z ${NODE_IMAGE:-} ]] || build+=(--build-arg "NODE_IMAGE=$NODE_IMAGE")
  az acr build "${build[@]}" .
fi

say '2段目: アプリ・ジョブ・知らせ'
deploy "$registry.azurecr.io/bansou:$tag" create --output none

url=$(output publicUrl)
say "$url が応えるまで待ちます（最大5分）"
for _ in $(seq 60); do
  if curl --silent --fail --max-time 10 "$url/readyz" >/dev/null; then
    say '動いています'
    cat <<END
  アドレス         $url
  ボットの ID      $(output botId)
  取込表の置き場   $(output filesAccount) の $(output filesShare)

次にすること（infra/README.md の4から）:
  MicrosoftAppId=$(output botId) PUBLIC_URL=$url npm run package -- …
END
    exit 0
  fi
  sleep 5
done
fail "まだ使えません。$url/readyz の notReady と、infra/README.md の「うまくいかないとき」を見てください。"
