from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Api(BaseHTTPRequestHandler):
    def do_GET(self):
        metrics = self.path == "/metrics"
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4" if metrics else "application/json")
        self.end_headers()
        self.wfile.write(b"api_transcriptions_total 0\n" if metrics else b"{}")


ThreadingHTTPServer(("", 8000), Api).serve_forever()
