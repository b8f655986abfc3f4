param location string
param name string
param tags object
param platformId string
param image string
param registry string
param identityId string
param port int

@description('service.bicep の env と secrets。')
param env array
param secrets array
param minReplicas int
param maxReplicas int

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: platformId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      registries: [
        {
          server: registry
          identity: identityId
        }
      ]
      secrets: secrets
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
    }
    template: {
      // Longer than the service takes at the most: 2 s until the balancer has noticed, 10 s for turns, and what is being sent.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'bansou'
          image: image
          env: concat(env, [{ name: 'CLOCK', value: 'on' }])
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 2
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 15
              timeoutSeconds: 5
              failureThreshold: 4
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 5
              timeoutSeconds: 6
              failureThreshold: 2
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'turns'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
}
