import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Health(BaseHTTPRequestHandler):
    body, kind = b'{"status": "ok"}', "application/json"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", self.kind)
        self.end_headers()
        self.wfile.write(self.body)

    do_POST = do_GET


class Metrics(Health):
    body, kind = b"agent_sessions_active 0\nagent_turn_seconds_sum 0\nagent_turn_seconds_count 0\n", "text/plain; version=0.0.4"


Thread(target=ThreadingHTTPServer(("", int(os.environ["METRICS_PORT"])), Metrics).serve_forever, daemon=True).start()
ThreadingHTTPServer(("", 8081), Health).serve_forever()
