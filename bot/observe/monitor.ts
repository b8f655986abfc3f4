import type { Logger } from 'pino';

/** Not in package.json: 158 MB that only an Azure deployment needs. The container image brings it. */
const PACKAGE: string = '@azure/monitor-opentelemetry';

type Monitor = { useAzureMonitor(options: unknown): void; shutdownAzureMonitor(): Promise<void> };

type Destination = {
  readonly connectionString: string;
  /** The client id of the managed identity that may write there; without one, whoever knows the string may. */
  readonly identity?: string | undefined;
};

/** Sends spans and metrics to Azure Monitor. @returns how to end it, with everything sent */
export async function startMonitor(
  { connectionString, identity }: Destination,
  log: Pick<Logger, 'error'>,
): Promise<() => Promise<void>> {
  try {
    const monitor = (await import(PACKAGE)) as Monitor;
    const credential = identity === undefined ? {} : { credential: await credentialOf(identity) };
    monitor.useAzureMonitor({
      // What cannot be sent is dropped: nothing may be written outside the store.
      azureMonitorExporterOptions: { connectionString, ...credential, disableOfflineStorage: true },
      enableLiveMetrics: false,
      // The bodies and addresses of requests are nobody's business there.
      instrumentationOptions: { http: { enabled: false }, azureSdk: { enabled: false } },
    });
    return () => monitor.shutdownAzureMonitor();
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'Azure Monitor could not be loaded');
    return async () => undefined;
  }
}

async function credentialOf(clientId: string) {
  const { ManagedIdentityCredential } = await import('@azure/identity');
  return new ManagedIdentityCredential({ clientId });
}
