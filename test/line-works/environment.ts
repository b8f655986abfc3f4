import type { FakeLineWorks } from '../fakes/line-works/fake-line-works.ts';

/** The LINE WORKS settings, as an operator would write them. */
export function lineWorksEnvironment({ config }: FakeLineWorks) {
  return {
    LINE_WORKS_BOT_ID: config.botId,
    LINE_WORKS_BOT_SECRET: config.botSecrets.join(','),
    LINE_WORKS_CLIENT_ID: config.clientId,
    LINE_WORKS_CLIENT_SECRET: config.clientSecret,
    LINE_WORKS_SERVICE_ACCOUNT: config.serviceAccount,
    LINE_WORKS_PRIVATE_KEY: config.privateKey,
    LINE_WORKS_DOMAIN_ID: config.domainIds.join(','),
    LINE_WORKS_AUTH_URL: config.authUrl,
    LINE_WORKS_API_URL: config.apiUrl,
  };
}
