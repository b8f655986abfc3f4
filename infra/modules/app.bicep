param location string
param name string
param tags object
param platformId string
param image string
param registry string
param identityId string
param clientId string
param publicUrl string
param cosmosEndpoint string
param database string
param vaultUri string

@description('LINE WORKS の、秘密でない設定。LINE_WORKS_BOT_ID が空なら使いません。')
param lineWorks object
param minReplicas int
param maxReplicas int
param tickCron string
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

var secrets = [
  for setting in secretSettings: {
    name: setting.secret
    keyVaultUrl: '${vaultUri}secrets/${setting.secret}'
    identity: identityId
  }
]

var secretEnv = [
  for setting in secretSettings: {
    name: setting.name
    secretRef: setting.secret
  }
]

var lineWorksEnv = [
  for setting in items(hasLineWorks ? lineWorks : {}): {
    name: setting.key
    value: setting.value
  }
]

var plainEnv = [
  { name: 'HOST', value: '0.0.0.0' }
  { name: 'PORT', value: string(port) }
  { name: 'LOG_LEVEL', value: 'info' }
  { name: 'PUBLIC_URL', value: publicUrl }
  { name: 'STORE', value: 'cosmos' }
  { name: 'COSMOS_ENDPOINT', value: cosmosEndpoint }
  { name: 'COSMOS_DATABASE', value: database }
  { name: 'MicrosoftAppId', value: clientId }
  { name: 'MicrosoftAppType', value: 'UserAssignedMsi' }
  { name: 'MicrosoftAppTenantId', value: subscription().tenantId }
]

var env = concat(plainEnv, lineWorksEnv, secretEnv)

var identity = {
  type: 'UserAssigned'
  userAssignedIdentities: {
    '${identityId}': {}
  }
}

var registries = [
  {
    server: registry
    identity: identityId
  }
]

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  tags: tags
  identity: identity
  properties: {
    environmentId: platformId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      registries: registries
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

// Heals what the app's own clock has missed; beside it, it is as safe as a second instance.
resource tick 'Microsoft.App/jobs@2024-03-01' = {
  name: '${name}-tick'
  location: location
  tags: tags
  identity: identity
  properties: {
    environmentId: platformId
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Schedule'
      scheduleTriggerConfig: {
        cronExpression: tickCron
        parallelism: 1
        replicaCompletionCount: 1
      }
      replicaTimeout: 600
      replicaRetryLimit: 0
      registries: registries
      secrets: secrets
    }
    template: {
      containers: [
        {
          name: 'tick'
          image: image
          command: ['bansou']
          args: ['tick', '--json']
          env: env
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
        }
      ]
    }
  }
}

// Started by hand once the workbook lies in the share as import.xlsx.
resource importing 'Microsoft.App/jobs@2024-03-01' = {
  name: '${name}-import'
  location: location
  tags: tags
  identity: identity
  properties: {
    environmentId: platformId
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Manual'
      manualTriggerConfig: {
        parallelism: 1
        replicaCompletionCount: 1
      }
      replicaTimeout: 600
      replicaRetryLimit: 0
      registries: registries
      secrets: secrets
    }
    template: {
      containers: [
        {
          name: 'import'
          image: image
          command: ['bansou']
          args: ['import', '/files/import.xlsx']
          env: env
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          volumeMounts: [
            {
              volumeName: 'files'
              mountPath: '/files'
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'files'
          storageType: 'AzureFile'
          storageName: filesStorage
          // The image's user, or it could not read what the operator has put there.
          mountOptions: 'uid=10001,gid=10001'
        }
      ]
    }
  }
}
