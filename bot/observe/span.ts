import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api';

/** Costs next to nothing until somebody listens: without Azure Monitor the tracer does nothing. */
const tracer = trace.getTracer('bansou');

/** Does the work inside a span. Neither attributes nor errors carry names, ids of people or what was said. */
export function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : typeof error });
      throw error;
    } finally {
      span.end();
    }
  });
}
