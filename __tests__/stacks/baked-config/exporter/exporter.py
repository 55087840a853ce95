from http.server import BaseHTTPRequestHandler, HTTPServer


class Exporter(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.end_headers()
        self.wfile.write(b"app_up 1\n")


HTTPServer(("", 9877), Exporter).serve_forever()
