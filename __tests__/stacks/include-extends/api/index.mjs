import { createServer } from 'node:http';
createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end('api_requests_total 1\n');
}).listen(8080);
