param location string
param name string
param tags object

@description('空なら仮想ネットワークに入れません。')
param subnetId string
param workspaceId string
param filesAccount string
param filesShare string

resource platform 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    // Not internal: the connectors of Teams and LINE WORKS call in.
    vnetConfiguration: empty(subnetId)
      ? null
      : {
          infrastructureSubnetId: subnetId
          internal: false
        }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: platform
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: filesAccount
}

resource storage 'Microsoft.App/managedEnvironments/storages@2024-03-01' = {
  parent: platform
  name: 'files'
  properties: {
    azureFile: {
      accountName: filesAccount
      accountKey: account.listKeys().keys[0].value
      shareName: filesShare
      accessMode: 'ReadWrite'
    }
  }
}

output id string = platform.id
output domain string = platform.properties.defaultDomain
output filesStorage string = storage.name
