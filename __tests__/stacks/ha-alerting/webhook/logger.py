from http.server import BaseHTTPRequestHandler, HTTPServer


class Logger(BaseHTTPRequestHandler):
    def do_POST(self):
        print(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(204)
        self.end_headers()


HTTPServer(("", 5001), Logger).serve_forever()
