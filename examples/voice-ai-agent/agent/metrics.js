import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const sessions = new Gauge({
  name: 'voice_agent_active_sessions',
  help: 'Conversations that are open now.',
  registers: [registry],
});

export const turns = new Counter({
  name: 'voice_agent_turns_total',
  help: 'Turns that the agent answered, by outcome.',
  labelNames: ['outcome'],
  registers: [registry],
});

export const responseTime = new Histogram({
  name: 'voice_agent_response_seconds',
  help: 'Time from the end of speech to the first sound of the answer.',
  buckets: [0.1, 0.2, 0.4, 0.8, 1.6, 3.2],
  registers: [registry],
});

export const redisUp = new Gauge({
  name: 'voice_agent_redis_up',
  help: 'Whether Redis answered the last time it was asked.',
  registers: [registry],
});
