param location string
param name string
param tags object
param subnetId string
param networkId string
param targetId string

@description('相手の種類（Sql・vault・file）。')
param group string

@description('名前を引く DNS ゾーン。これがないと、端点があっても公開の住所へ行きます。')
param zone string

resource endpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  name: '${name}-endpoint'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: group
        properties: {
          privateLinkServiceId: targetId
          groupIds: [group]
        }
      }
    ]
  }
}

resource dns 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: zone
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: name
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
}

resource zoneGroup 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2023-11-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: group
        properties: {
          privateDnsZoneId: dns.id
        }
      }
    ]
  }
}
