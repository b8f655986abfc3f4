// The way in for the programme workbook: Container Apps can mount nothing but a file share, and that by key.
param location string
param name string
param tags object
param isPublic bool

@description('公開しないとき、端点を置く所と、名前を引く網。')
param subnetId string
param networkId string
param operatorAddresses string[]

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    publicNetworkAccess: isPublic || !empty(operatorAddresses) ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPublic ? 'Allow' : 'Deny'
      ipRules: [
        for address in operatorAddresses: {
          action: 'Allow'
          value: address
        }
      ]
    }
  }

  resource service 'fileServices' = {
    name: 'default'
    properties: {
      shareDeleteRetentionPolicy: {
        enabled: true
        days: 7
      }
    }

    resource share 'shares' = {
      name: 'files'
      properties: {
        shareQuota: 5
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
    targetId: account.id
    group: 'file'
    zone: 'privatelink.file.${environment().suffixes.storage}'
  }
}

output name string = account.name
output share string = account::service::share.name
