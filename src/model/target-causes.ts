/** Causes of a target that is down while its container runs, told apart by what containers, the kernel and the target itself say. */
export const TARGET_CAUSES = {
  'no-shared-network': {
    title: 'Prometheus and the service share no network',
    explanation:
      'The name is that of a service, but Docker answers names on shared networks only, and Prometheus and the service are on none together.',
    remedy: 'put both on one network: add it to `networks` of the service, or of Prometheus',
  },
  'nothing-listens': {
    title: 'the process listens on no port',
    explanation:
      'The container runs, but nothing in it waits for TCP connections: the server was not started, still starts, or failed without ending the process.',
    remedy:
      "read the service's log for why its server does not listen; a healthcheck on the port makes the gate wait for it",
  },
  'listens-on-another-port': {
    title: 'the process listens on another port',
    explanation:
      'Nothing listens on the port that the target names. The container listens on other ports, which the finding lists.',
    remedy: 'name the port that the process listens on, or have it listen on the one that the target names',
  },
  'listens-on-loopback': {
    title: 'the process listens on loopback only',
    explanation:
      'The server is bound to 127.0.0.1 or ::1, the loopback address of its own container, so that no other container reaches it. A healthcheck inside the container passes all the same.',
    remedy: 'bind 0.0.0.0 in place of the loopback address',
  },
  'listens-on-other-address': {
    title: 'the process listens on an address that Prometheus does not ask',
    explanation:
      'The server is bound to one address or one IP version only, and the name of the target leads Prometheus to another: IPv6 on a network that has only IPv4, or the address on another network.',
    remedy: 'bind 0.0.0.0, or all addresses of both IP versions',
  },
  forbidden: {
    title: 'the target refuses to serve Prometheus',
    explanation: 'The endpoint answered 403: it knows who asks, or from where, and does not allow it.',
    remedy: 'allow the metrics path for the network or the account that Prometheus has',
  },
  redirected: {
    title: 'the endpoint redirects to something that is not metrics',
    explanation: 'The path answers with a redirect, often to a login page, or in a circle.',
    remedy:
      'scrape the path that serves metrics itself; behind a login give the job credentials, or exempt the path from it',
  },
  'server-wants-tls': {
    title: 'the server speaks TLS, Prometheus plain HTTP',
    explanation: 'The port is that of a TLS server, and the job asks it without TLS.',
    remedy: 'set `scheme: https` of the scrape job, and tls_config with the ca_file of its certificate',
  },
  'server-speaks-plain-http': {
    title: 'the server speaks plain HTTP, Prometheus TLS',
    explanation: 'The job has `scheme: https`, and the server answered without TLS.',
    remedy: 'remove `scheme: https` from the scrape job, or have the server speak TLS',
  },
  'certificate-authority': {
    title: 'the certificate is of an authority that Prometheus does not know',
    explanation:
      'The certificate is self-signed or of an authority of your own, which the image of Prometheus does not trust.',
    remedy: 'mount the certificate of the authority and name it in `ca_file` of tls_config',
  },
  'certificate-name': {
    title: 'the certificate is for another name',
    explanation: 'The certificate does not list the name by which the job asks for it.',
    remedy:
      'set `server_name` of tls_config to a name of the certificate, or have a certificate made for the name of the service',
  },
  'certificate-expired': {
    title: 'the certificate is not valid now',
    explanation: 'The certificate has expired, or is not valid yet by the clock of Prometheus.',
    remedy: 'renew the certificate of the service',
  },
  'content-type-missing': {
    title: 'the answer has no content type',
    explanation:
      'Prometheus 3 refuses an answer whose Content-Type is missing or unknown, unless the job has a fallback_scrape_protocol; Prometheus 2 took it for text.',
    remedy:
      'send `Content-Type: text/plain; version=0.0.4`, or set `fallback_scrape_protocol: PrometheusText0.0.4` of the job',
  },
  'truncated-body': {
    title: 'the answer ends too early',
    explanation: 'The connection was closed before the announced length, or within the metrics.',
    remedy: "read the service's log: it fails while it writes its metrics, or something between cuts them off",
  },
  'bad-encoding': {
    title: 'the answer is not compressed as it says',
    explanation: 'The header says gzip, the body is not.',
    remedy: 'have the service, or the proxy before it, send the Content-Encoding that the body has',
  },
  'connection-closed': {
    title: 'the server closes the connection without an answer',
    explanation:
      'The connection was accepted and then closed: the process crashes at the request, speaks another protocol, or refuses the client.',
    remedy: "read the service's log for the request, and make sure that the port is the one that serves HTTP",
  },
  'empty-body': {
    title: 'the answer has no metric',
    explanation:
      'The endpoint answers 200 with nothing in it. Prometheus counts the target as up, and has no data of it.',
    remedy: 'register the metrics with what the endpoint serves, or scrape the path that has them',
  },
} as const;
