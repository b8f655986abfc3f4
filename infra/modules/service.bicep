// The service and its jobs, and what they are told, by the names of .env.example.
param location string
param name string
param tags object
param platformId string
param image string
param registry string
param clientId string
param operatorsClientId string
param publicUrl string
param cosmosEndpoint string
param database string
param vaultUri string
param identityId string

@description('監査の記録も消せる ID。')
param operatorsId string

@description('空なら Application Insights へ送りません。')
param connectionString string

@description('Teams を使う組織。空ならボットと同じテナントだけ。')
param teamsTenants string

@description('LINE WORKS の、秘密でない設定。LINE_WORKS_BOT_ID が空なら使いません。')
param lineWorks object

@description('ほかの設定。')
param more object
param minReplicas int
param maxReplicas int
param tickCron string

@description('erase に渡す言葉。空なら erase のジョブを作りません。')
param erasing string[]
param filesStorage string

var port = 3978

var hasLineWorks = !empty(lineWorks.LINE_WORKS_BOT_ID)

var secretSettings = hasLineWorks
  ? [
      { name: 'LINE_WORKS_BOT_SECRET', secret: 'line-works-bot-secret' }
      { name: 'LINE_WORKS_CLIENT_SECRET', secret: 'line-works-client-secret' }
      { name: 'LINE_WORKS_PRIVATE_KEY', secret: 'line-works-private-key' }
    ]
  : []

var secretEnv = [
  for setting in secretSettings: {
    name: setting.name
    secretRef: setting.secret
  }
]

var givenEnv = [
  for setting in items(hasLineWorks ? lineWorks : {}): {
    name: setting.key
    value: setting.value
  }
]

var moreEnv = [
  for setting in items(more): {
    name: setting.key
    value: setting.value
  }
]

var tracesEnv = empty(connectionString)
  ? []
  : [
      { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: connectionString }
    ]

var storeEnv = [
  { name: 'LOG_LEVEL', value: 'info' }
  { name: 'STORE', value: 'cosmos' }
  { name: 'COSMOS_ENDPOINT', value: cosmosEndpoint }
  { name: 'COSMOS_DATABASE', value: database }
  { name: 'MicrosoftAppType', value: 'UserAssignedMsi' }
  { name: 'MicrosoftAppTenantId', value: subscription().tenantId }
]

var serviceEnv = [
  { name: 'HOST', value: '0.0.0.0' }
  { name: 'PORT', value: string(port) }
  { name: 'PUBLIC_URL', value: publicUrl }
  { name: 'MicrosoftAppId', value: clientId }
]

var tenantsEnv = empty(teamsTenants)
  ? []
  : [
      { name: 'TEAMS_TENANTS', value: teamsTenants }
    ]

// Whose identity opens the store is said by the same setting; these jobs talk to nobody in a chat.
var operatorsIdentity = [
  { name: 'MicrosoftAppId', value: operatorsClientId }
]

var secrets = [
  for setting in secretSettings: {
    name: setting.secret
    keyVaultUrl: '${vaultUri}secrets/${setting.secret}'
    identity: identityId
  }
]

var env = concat(storeEnv, serviceEnv, tenantsEnv, tracesEnv, moreEnv, givenEnv, secretEnv)

module app 'app.bicep' = {
  name: 'app'
  params: {
    location: location
    name: name
    tags: tags
    platformId: platformId
    image: image
    registry: registry
    identityId: identityId
    port: port
    env: env
    secrets: secrets
    minReplicas: minReplicas
    maxReplicas: maxReplicas
  }
}

module jobs 'jobs.bicep' = {
  name: 'jobs'
  params: {
    location: location
    name: name
    tags: tags
    platformId: platformId
    image: image
    registry: registry
    identityId: identityId
    operatorsId: operatorsId
    env: env
    operatorsEnv: concat(storeEnv, operatorsIdentity, moreEnv)
    secrets: secrets
    tickCron: tickCron
    erasing: erasing
    filesStorage: filesStorage
  }
}
