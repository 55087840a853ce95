import('node:http').then(({ createServer }) =>
  createServer((request, response) => {
    if (request.url === '/metrics') return response.end('frontend_requests_total 1\n');
    response.end('shop');
  }).listen(Number(process.env.PORT)),
);
