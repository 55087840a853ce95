import { createServer } from 'node:http';
createServer((_, response) => response.end('http_requests_total{path="/"} 1\n')).listen(8080);
