import type { Logger } from 'pino';

/** Not in package.json: 175 MB that only an Azure deployment needs. The container image brings it. */
const PACKAGE: string = '@azure/monitor-opentelemetry';

type Monitor = { useAzureMonitor(options: unknown): void; shutdownAzureMonitor(): Promise<void> };

/** Sends spans and metrics to Azure Monitor. @returns how to end it, with everything sent */
export async function startMonitor(connectionString: string, log: Pick<Logger, 'error'>): Promise<() => Promise<void>> {
  try {
    const monitor = (await import(PACKAGE)) as Monitor;
    monitor.useAzureMonitor({
      azureMonitorExporterOptions: { connectionString },
      // The bodies and addresses of requests are nobody's business there.
      instrumentationOptions: { http: { enabled: false }, azureSdk: { enabled: false } },
    });
    return () => monitor.shutdownAzureMonitor();
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'Azure Monitor could not be loaded');
    return async () => undefined;
  }
}
