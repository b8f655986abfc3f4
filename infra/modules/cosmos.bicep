param location string
param name string
param tags object
param database string

@allowed([
  'serverless'
  'autoscale'
])
param capacity string
param maxThroughput int

@allowed([
  'Continuous7Days'
  'Continuous30Days'
])
param backupTier string

@description('インターネットから届くか。届いても、認証はマネージド ID だけです。')
param isPublic bool

@description('公開しないとき、端点を置く所と、名前を引く網。')
param subnetId string
param networkId string
param principalId string

@description('retention と erase だけが使う ID（principalId）。')
param operatorsPrincipalId string
param workspaceId string

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: false
      }
    ]
    // One region to write in: with several, two writers of one etag could both win.
    enableMultipleWriteLocations: false
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    capabilities: capacity == 'serverless' ? [{ name: 'EnableServerless' }] : []
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: backupTier
      }
    }
  }
}

resource bansou 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-05-15' = {
  parent: account
  name: database
  properties: {
    resource: {
      id: database
    }
    options: capacity == 'autoscale' ? { autoscaleSettings: { maxThroughput: maxThroughput } } : {}
  }
}

// The service makes none of this itself: its roles do not reach so far.
var containers = [
  'state'
  'jobs'
  'audit'
]

resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-05-15' = [
  for id in containers: {
    parent: bansou
    name: id
    properties: {
      resource: {
        id: id
        partitionKey: {
          kind: 'Hash'
          paths: ['/pk']
        }
        defaultTtl: -1
        indexingPolicy: {
          indexingMode: 'consistent'
          includedPaths: [
            { path: '/pk/?' }
            { path: '/type/?' }
            { path: '/hasEffects/?' }
          ]
          excludedPaths: [
            { path: '/*' }
          ]
        }
      }
    }
  }
]

resource appendOnly 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2024-05-15' = {
  parent: account
  name: guid(account.id, 'append-only')
  properties: {
    roleName: 'Bansou append only'
    type: 'CustomRole'
    assignableScopes: [account.id]
    permissions: [
      {
        dataActions: [
          'Microsoft.DocumentDB/databaseAccounts/readMetadata'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/create'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/read'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeQuery'
        ]
      }
    ]
  }
}

// Entries that are old enough may go; none is ever written anew.
resource removing 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2024-05-15' = {
  parent: account
  name: guid(account.id, 'append-and-remove')
  properties: {
    roleName: 'Bansou append and remove'
    type: 'CustomRole'
    assignableScopes: [account.id]
    permissions: [
      {
        dataActions: [
          'Microsoft.DocumentDB/databaseAccounts/readMetadata'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/create'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/read'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/delete'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeQuery'
        ]
      }
    ]
  }
}

// The built-in contributor of the data plane.
var contributor = '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'

resource grants 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = [
  for id in containers: {
    parent: account
    name: guid(account.id, principalId, id)
    properties: {
      principalId: principalId
      roleDefinitionId: id == 'audit' ? appendOnly.id : contributor
      scope: '${account.id}/dbs/${database}/colls/${id}'
    }
    dependsOn: [
      container
    ]
  }
]

resource operatorsGrants 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = [
  for id in containers: {
    parent: account
    name: guid(account.id, operatorsPrincipalId, id)
    properties: {
      principalId: operatorsPrincipalId
      roleDefinitionId: id == 'audit' ? removing.id : contributor
      scope: '${account.id}/dbs/${database}/colls/${id}'
    }
    dependsOn: [
      container
    ]
  }
]

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ControlPlaneRequests'
        enabled: true
      }
    ]
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
    targetId: account.id
    group: 'Sql'
    zone: 'privatelink.documents.azure.com'
  }
}

output endpoint string = account.properties.documentEndpoint
