metadata description = '伴走ボットを1つのリソースグループに置きます。くり返し実行しても同じ結果になります。'

@description('すべてのデータを置く地域。')
@allowed([
  'japaneast'
  'japanwest'
])
param location string = 'japaneast'

@description('名前の頭に付ける語。')
@minLength(3)
@maxLength(10)
param name string = 'bansou'

@description('コンテナーのイメージ。空なら土台だけを作り、アプリは置きません（初回の1段目）。')
param image string = ''

@description('Cosmos DB の課金のしかた。')
@allowed([
  'serverless'
  'autoscale'
])
param cosmosCapacity string = 'serverless'

@description('autoscale のときの上限（RU/秒）。')
@minValue(1000)
param cosmosMaxThroughput int = 1000

@description('Cosmos DB を元に戻せる期間。')
@allowed([
  'Continuous7Days'
  'Continuous30Days'
])
param backupTier string = 'Continuous7Days'

@description('Cosmos DB・Key Vault・ファイル共有をプライベートエンドポイントの後ろに置くか。後から変えるとアプリの環境を作り直します。')
param privateNetwork bool = false

@description('privateNetwork のときの仮想ネットワークの範囲（/16）。')
param addressSpace string = '10.40.0.0/16'

@description('privateNetwork のとき、取込表を置くためにファイル共有へ届いてよい端末の IP アドレス。')
param operatorAddresses string[] = []

@minValue(1)
param minReplicas int = 1

@minValue(1)
param maxReplicas int = 3

@description('tick のジョブを動かす時刻（cron、UTC）。アプリ自身の時計が止まったときの備えです。')
param tickCron string = '*/5 * * * *'

@description('Bot Service の料金の段階。')
@allowed([
  'F0'
  'S1'
])
param botSku string = 'F0'

@description('ほかの設定（.env.example の名前と値）。')
param settings object = {}

@description('会話と送信の経路・時間を Application Insights に送るか。')
param traces bool = false

@description('erase に渡す言葉。空なら erase のジョブを作りません。')
param erasing string[] = []

@description('ログを残す日数。')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('知らせを受け取るメールアドレス。')
@minLength(1)
param alertEmails string[]

@description('Teams を使う組織のテナント ID（カンマ区切り）。空ならボットと同じテナントだけ。')
param teamsTenants string = ''

@description('LINE WORKS のボット ID。空なら LINE WORKS は使いません。')
param lineWorksBotId string = ''
param lineWorksClientId string = ''
param lineWorksServiceAccount string = ''
param lineWorksDomainId string = ''

@description('LINE WORKS の秘密の値。空なら Key Vault にあるものを変えません。')
@secure()
param lineWorksBotSecret string = ''
@secure()
param lineWorksClientSecret string = ''
@secure()
param lineWorksPrivateKey string = ''

@description('新しく入れる秘密の値を取り替える期限（UNIX 秒）。30日前に知らせます。')
param secretsExpireAt int = 0

var suffix = uniqueString(resourceGroup().id)
var database = 'bansou'
var tags = {
  product: 'bansou'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
  tags: tags
}

// May remove what the service itself may not.
resource operators 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-operators-identity'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    location: location
    name: name
    tags: tags
    retentionDays: logRetentionDays
    emails: alertEmails
  }
}

module tracing 'modules/traces.bicep' = if (traces) {
  name: 'traces'
  params: {
    location: location
    name: name
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    principalId: identity.properties.principalId
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: {
    location: location
    name: name
    tags: tags
    addressSpace: addressSpace
  }
}

// Empty where there is no network.
var subnetId = privateNetwork ? network!.outputs.endpointsSubnetId : ''
var networkId = privateNetwork ? network!.outputs.networkId : ''

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    location: location
    name: '${name}${suffix}'
    tags: tags
    pullers: [identity.properties.principalId, operators.properties.principalId]
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    location: location
    name: '${name}-${suffix}'
    tags: tags
    database: database
    capacity: cosmosCapacity
    maxThroughput: cosmosMaxThroughput
    backupTier: backupTier
    isPublic: !privateNetwork
    subnetId: subnetId
    networkId: networkId
    principalId: identity.properties.principalId
    operatorsPrincipalId: operators.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    location: location
    name: '${name}-${take(suffix, 8)}'
    tags: tags
    isPublic: !privateNetwork
    subnetId: subnetId
    networkId: networkId
    principalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
    actionGroupId: monitoring.outputs.actionGroupId
    botSecret: lineWorksBotSecret
    clientSecret: lineWorksClientSecret
    privateKey: lineWorksPrivateKey
    expireAt: secretsExpireAt
  }
}

module files 'modules/files.bicep' = {
  name: 'files'
  params: {
    location: location
    name: '${name}${take(suffix, 10)}'
    tags: tags
    isPublic: !privateNetwork
    subnetId: subnetId
    networkId: networkId
    operatorAddresses: operatorAddresses
  }
}

module platform 'modules/platform.bicep' = {
  name: 'platform'
  params: {
    location: location
    name: '${name}-apps'
    tags: tags
    subnetId: privateNetwork ? network!.outputs.appsSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
    filesAccount: files.outputs.name
    filesShare: files.outputs.share
  }
}

var publicUrl = 'https://${name}.${platform.outputs.domain}'

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-${suffix}'
    tags: tags
    sku: botSku
    endpoint: '${publicUrl}/api/messages'
    identityId: identity.id
    clientId: identity.properties.clientId
  }
}

module service 'modules/service.bicep' = if (!empty(image)) {
  name: 'service'
  params: {
    location: location
    name: name
    tags: tags
    platformId: platform.outputs.id
    image: image
    registry: registry.outputs.server
    identityId: identity.id
    operatorsId: operators.id
    clientId: identity.properties.clientId
    operatorsClientId: operators.properties.clientId
    publicUrl: publicUrl
    cosmosEndpoint: cosmos.outputs.endpoint
    database: database
    vaultUri: vault.outputs.uri
    connectionString: traces ? tracing!.outputs.connectionString : ''
    lineWorks: {
      LINE_WORKS_BOT_ID: lineWorksBotId
      LINE_WORKS_CLIENT_ID: lineWorksClientId
      LINE_WORKS_SERVICE_ACCOUNT: lineWorksServiceAccount
      LINE_WORKS_DOMAIN_ID: lineWorksDomainId
    }
    teamsTenants: teamsTenants
    more: settings
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    tickCron: tickCron
    erasing: erasing
    filesStorage: platform.outputs.filesStorage
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(image)) {
  name: 'alerts'
  params: {
    location: location
    name: name
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    actionGroupId: monitoring.outputs.actionGroupId
  }
  dependsOn: [
    service
  ]
}

output publicUrl string = publicUrl
output botId string = identity.properties.clientId
output registryName string = registry.outputs.name
output filesAccount string = files.outputs.name
output filesShare string = files.outputs.share
