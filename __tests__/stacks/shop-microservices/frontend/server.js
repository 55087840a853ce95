import('node:http').then(({ createServer }) =>
  createServer((request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    if (request.url === '/metrics') return response.end('frontend_requests_total 1\n');
    response.end('shop');
  }).listen(Number(process.env.PORT)),
);
