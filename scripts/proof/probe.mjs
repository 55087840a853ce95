// Runs in the network of a container and says how requests go, one JSON object a line.
import { connect } from 'node:net';

const TIMEOUT_MS = 3000;

/** `host:port` is only connected to; of an URL with a scheme that is not HTTP's, so is its host. */
function dial(url) {
  const { hostname, port } = new URL(url.includes('://') ? url : `tcp://${url}`);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: TIMEOUT_MS });
    const end = (answer) => {
      socket.destroy();
      done({ url, ...answer });
    };
    socket.on('connect', () => end({ status: 200 }));
    socket.on('timeout', () => end({ error: 'timeout' }));
    socket.on('error', ({ message }) => end({ error: message }));
  });
}

/** `fetch` takes no account in an URL. */
function withoutAccount(url) {
  const bare = new URL(url);
  const { username, password } = bare;
  bare.username = bare.password = '';
  const account = Buffer.from(`${username}:${password}`).toString('base64');
  return [bare, username === '' ? {} : { authorization: `Basic ${account}` }];
}

async function request(url) {
  try {
    const [bare, headers] = withoutAccount(url);
    const response = await fetch(bare, { headers, signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' });
    return { url, status: response.status, body: await response.text() };
  } catch (error) {
    return { url, error: error.cause?.message || error.cause?.code || error.message };
  }
}

const answers = await Promise.all(
  JSON.parse(process.argv[1]).map((url) => (/^https?:/.test(url) ? request(url) : dial(url))),
);
// An early exit would cut what a pipe has not taken yet.
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
