import { createServer } from 'node:http';
createServer((_, response) => response.end('api_requests_total 1\n')).listen(8080);
