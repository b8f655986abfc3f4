import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { ConnectorClient } from 'botframework-connector';

/** Under the 10–15 s in which Teams gives up on a turn. */
const TIMEOUT_MS = 8_000;
/**
 * A connection that has been idle so long is not used again: servers close theirs after 5 s or more, and a message that
 * meets the closing has perhaps arrived, which nobody could tell.
 */
const IDLE_MS = 4_000;
/** The channel service has a handful of regional addresses. */
const MAX_CLIENTS = 16;

/**
 * Retries are ours (`deliver.ts`): the SDK's repeat a message whose connection broke after it was written.
 * Redirects would carry our token to another host. The rest is weight.
 */
const UNWANTED = [
  'defaultRetryPolicy',
  'redirectPolicy',
  'tracingPolicy',
  'logPolicy',
  'formDataPolicy',
  'multipartPolicy',
];
const SIGNING = 'ServiceClientContext_Credentials_SignRequest';

type SentRequest = {
  abortSignal?: AbortSignal;
  agent?: Agent;
  body?: unknown;
  readonly headers: { set(name: string, value: string): void };
};
type Policy = {
  readonly name: string;
  sendRequest(request: SentRequest, next: (request: SentRequest) => Promise<unknown>): Promise<unknown>;
};
type Pipeline = { addPolicy(policy: Policy): void; removePolicy(which: { name: string }): readonly unknown[] };

/** One client per address of the channel service and audience, for all turns. */
export class Connectors {
  readonly #clients = new Map<string, ConnectorClient>();
  readonly #tokenFor: (audience: string) => Promise<string | undefined>;
  readonly #defaultAudience: string;

  constructor(tokenFor: (audience: string) => Promise<string | undefined>, defaultAudience: string) {
    this.#tokenFor = tokenFor;
    this.#defaultAudience = defaultAudience;
  }

  client(serviceUrl: string, audience = this.#defaultAudience): ConnectorClient {
    const key = `${serviceUrl}|${audience}`;
    const client = this.#clients.get(key) ?? leanClient(serviceUrl, () => this.#tokenFor(audience));
    this.#clients.set(key, client);
    const [oldest] = this.#clients.keys();
    if (this.#clients.size > MAX_CLIENTS && oldest !== undefined) this.#clients.delete(oldest);
    return client;
  }
}

function leanClient(serviceUrl: string, token: () => Promise<string | undefined>): ConnectorClient {
  const kept = { keepAlive: true, timeout: IDLE_MS };
  const agent = serviceUrl.startsWith('https:') ? new SecureAgent(kept) : new Agent(kept);
  const client = new ConnectorClient({ signRequest: async (request) => request }, { baseUri: serviceUrl });
  const pipeline = pipelineOf(client);
  for (const name of [...UNWANTED, SIGNING]) pipeline.removePolicy({ name });
  pipeline.addPolicy({
    name: 'bansou-sign',
    async sendRequest(request, next) {
      const bearer = await token();
      if (bearer !== undefined) request.headers.set('authorization', `Bearer ${bearer}`);
      // The pipeline would encode a text twice: for its length, and for the socket.
      if (typeof request.body === 'string') request.body = Buffer.from(request.body);
      request.agent = agent;
      // Not the pipeline's own time-out: where a request fails, that leaves its timer running.
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), TIMEOUT_MS);
      request.abortSignal = late.signal;
      return next(request).finally(() => clearTimeout(timer));
    },
  });
  return client;
}

/** The SDK hides its pipeline. It is its last version; should another differ, the bot does not start quietly. */
function pipelineOf(client: ConnectorClient): Pipeline {
  const pipeline: unknown = Reflect.get(Reflect.get(client, 'client') ?? {}, 'pipeline');
  if (!isPipeline(pipeline)) throw new Error('botframework-connector has no pipeline where 4.23.3 has it');
  return pipeline;
}

const isPipeline = (value: unknown): value is Pipeline =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'addPolicy') === 'function' &&
  typeof Reflect.get(value, 'removePolicy') === 'function';
