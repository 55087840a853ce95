import { createServer } from 'node:http';
import { createClient } from 'redis';
import { redisUp, registry, responseTime, sessions, turns } from './metrics.js';

const port = Number(process.env.PORT ?? 8000);
const redis = createClient({
  url: process.env.REDIS_URL ?? 'redis://redis:6379',
  socket: { connectTimeout: 2000, reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 2000) },
  disableOfflineQueue: true,
});
redis.on('error', (error) => console.error(`redis: ${error.message}`));

/** One turn of a conversation: what was said goes to Redis, the answer comes back. */
async function takeTurn(session, heard) {
  const stopTimer = responseTime.startTimer();
  try {
    await redis.rPush(`session:${session}`, heard);
    sessions.set(await redis.dbSize());
    turns.inc({ outcome: 'answered' });
    return [200, { session, answer: `you said: ${heard}` }];
  } catch (error) {
    turns.inc({ outcome: 'failed' });
    return [503, { error: error.message }];
  } finally {
    stopTimer();
  }
}

/** A health endpoint answers in time, whatever it asks. */
function withinASecond(promise) {
  return Promise.race([
    promise,
    new Promise((_, reject) => setTimeout(reject, 1000, new Error('no answer within a second'))),
  ]);
}

async function health() {
  const up = await withinASecond(redis.ping()).then(
    () => true,
    () => false,
  );
  redisUp.set(up ? 1 : 0);
  return [up ? 200 : 503, { status: up ? 'healthy' : 'degraded', redis: up ? 'up' : 'down' }];
}

function json(response, [status, body]) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://agent');
  if (pathname === '/health') return json(response, await health());
  if (pathname === '/metrics') {
    response.setHeader('Content-Type', registry.contentType);
    return response.end(await registry.metrics());
  }
  if (pathname === '/turn')
    return json(response, await takeTurn(searchParams.get('session') ?? 'demo', searchParams.get('heard') ?? ''));
  return json(response, [404, { error: `nothing at ${pathname}` }]);
});

server.listen(port, '0.0.0.0', () => console.log(`voice-ai-agent listens on port ${port}`));
redis.connect().catch((error) => console.error(`redis: ${error.message}`));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    redis.destroy();
    server.close(() => process.exit(0));
  });
}
