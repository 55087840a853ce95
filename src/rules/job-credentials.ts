import type { ScrapeJob } from '../model/stack.js';

const KEYS = ['authorization', 'bearer_token', 'bearer_token_file', 'basic_auth', 'oauth2', 'http_headers'];

/** Whether a job says who asks, by a password, a token or a header of its own. */
export function hasCredentials({ node }: ScrapeJob): boolean {
  return KEYS.some((key) => node.entries.has(key));
}
