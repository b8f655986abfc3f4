param location string
param name string
param tags object
param platformId string
param image string
param registry string
param identityId string

@description('監査の記録も消せる ID。retention と erase だけが使います。')
param operatorsId string

@description('service.bicep の env・operatorsEnv・secrets。')
param env array
param operatorsEnv array
param secrets array
param tickCron string

@description('erase に渡す言葉。空なら erase のジョブを作りません。')
param erasing string[]
param filesStorage string

// A start cannot bring words of its own without losing settings and volumes, so every way to call is a job.
var byHand = [
  { name: 'import', args: ['import', '/files/import.xlsx'], isOperators: false }
  { name: 'export', args: ['export', '/files/export'], isOperators: false }
  { name: 'retention', args: ['retention'], isOperators: true }
  { name: 'retention-apply', args: ['retention', '--apply'], isOperators: true }
]

var erase = empty(erasing)
  ? []
  : [
      { name: 'erase', args: concat(['erase', '--out', '/files/erase'], erasing), isOperators: true }
    ]

resource job 'Microsoft.App/jobs@2024-03-01' = [
  for each in concat(byHand, erase): {
    name: '${name}-${each.name}'
    location: location
    tags: tags
    identity: {
      type: 'UserAssigned'
      userAssignedIdentities: {
        '${each.isOperators ? operatorsId : identityId}': {}
      }
    }
    properties: {
      environmentId: platformId
      workloadProfileName: 'Consumption'
      configuration: {
        triggerType: 'Manual'
        manualTriggerConfig: {
          parallelism: 1
          replicaCompletionCount: 1
        }
        replicaTimeout: 1800
        replicaRetryLimit: 0
        registries: [
          {
            server: registry
            identity: each.isOperators ? operatorsId : identityId
          }
        ]
        secrets: each.isOperators ? [] : secrets
      }
      template: {
        containers: [
          {
            name: each.name
            image: image
            command: ['bansou']
            args: each.args
            env: each.isOperators ? operatorsEnv : env
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
            // The image's user, or it could neither read what the operator has put there nor write.
            mountOptions: 'uid=10001,gid=10001'
          }
        ]
      }
    }
  }
]

// Heals what the app's own clock has missed; beside it, it is as safe as a second instance.
resource tick 'Microsoft.App/jobs@2024-03-01' = {
  name: '${name}-tick'
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
      triggerType: 'Schedule'
      scheduleTriggerConfig: {
        cronExpression: tickCron
        parallelism: 1
        replicaCompletionCount: 1
      }
      replicaTimeout: 600
      replicaRetryLimit: 0
      registries: [
        {
          server: registry
          identity: identityId
        }
      ]
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
