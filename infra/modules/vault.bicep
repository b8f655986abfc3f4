param location string
param name string
param tags object
param isPublic bool

@description('公開しないとき、端点を置く所と、名前を引く網。')
param subnetId string
param networkId string
param principalId string
param workspaceId string
param actionGroupId string

@secure()
param botSecret string
@secure()
param clientSecret string
@secure()
param privateKey string
param expireAt int

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPublic ? 'Allow' : 'Deny'
    }
  }
}

var attributes = expireAt > 0 ? { enabled: true, exp: expireAt } : { enabled: true }

// What is not given stays as it is in the vault.
resource botSecretValue 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(botSecret)) {
  parent: vault
  name: 'line-works-bot-secret'
  properties: {
    value: botSecret
    attributes: attributes
  }
  dependsOn: [
    expiry
  ]
}

resource clientSecretValue 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(clientSecret)) {
  parent: vault
  name: 'line-works-client-secret'
  properties: {
    value: clientSecret
    attributes: attributes
  }
  dependsOn: [
    expiry
  ]
}

resource privateKeyValue 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(privateKey)) {
  parent: vault
  name: 'line-works-private-key'
  properties: {
    value: privateKey
    attributes: attributes
  }
  dependsOn: [
    expiry
  ]
}

// Key Vault Secrets User.
var secretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

resource events 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: '${name}-events'
  location: location
  tags: tags
  properties: {
    source: vault.id
    topicType: 'Microsoft.KeyVault.vaults'
  }
}

// Only secrets that are written after this subscription exists are told of, hence their dependsOn.
resource expiry 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: events
  name: 'credential-expiry'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    filter: {
      includedEventTypes: [
        'Microsoft.KeyVault.SecretNearExpiry'
        'Microsoft.KeyVault.SecretExpired'
      ]
    }
    destination: {
      endpointType: 'MonitorAlert'
      properties: {
        severity: 'Sev1'
        description: '秘密の値の期限が30日以内です（または切れました）。infra/README.md の「秘密の値を取り替える」を行ってください。'
        actionGroups: [actionGroupId]
      }
    }
  }
}

module endpoint 'private-endpoint.bicep' = if (!isPublic) {
  name: '${name}-endpoint'
  params: {
    location: location
    name: name
    tags: tags
    subnetId: subnetId
    networkId: networkId
    targetId: vault.id
    group: 'vault'
    zone: 'privatelink.vaultcore.azure.net'
  }
}

output uri string = vault.properties.vaultUri
