// 138788e0462364cd
(() => {
'use strict';
const id = 167;
const ids = [167];
const modules = {

/***/ 3167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  httpProbe: () => (/* binding */ httpProbe)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./src/adapters/http-probe-options.ts


/** How node is to make a request. Throws when a file of certificates cannot be read. */
function optionsOf(url, asked) {
    return { ...plainOptions(url, asked), ...(url.protocol === 'https:' ? tlsOptions(url, asked.tls) : {}) };
}
function plainOptions(url, { address, headers }) {
    const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
    return {
        host: address,
        port,
        method: 'GET',
        path: `${url.pathname}${url.search}`,
        headers: { Host: url.host, ...headers },
        agent: false,
        family: (0,external_node_net_.isIP)(address),
    };
}
function tlsOptions(url, tls) {
    const name = tls?.serverName ?? url.hostname.replaceAll(/^\[|\]$/g, '');
    const authority = tls?.ca ?? (tls?.caFile === undefined ? undefined : (0,external_node_fs_.readFileSync)(tls.caFile));
    return {
        // An address has no place in the extension, but is what the certificate is compared with.
        ...((0,external_node_net_.isIP)(name) ? {} : { servername: name }),
        rejectUnauthorized: tls?.insecure !== true,
        ...(authority === undefined ? {} : { ca: authority }),
        ...(tls?.certFile === undefined ? {} : { cert: (0,external_node_fs_.readFileSync)(tls.certFile) }),
        ...(tls?.keyFile === undefined ? {} : { key: (0,external_node_fs_.readFileSync)(tls.keyFile) }),
    };
}

;// CONCATENATED MODULE: ./src/adapters/http-probe.ts




/** What is shown of a body, what is kept of one that is to be read, and up to where bytes are counted at all. */
const SHOWN_BYTES = 4096;
const READ_BYTES = 8 * 1024 * 1024;
const MOST_BYTES = 32 * 1024 * 1024;
/** Headers that say something about a scrape; cookies and the like are nobody's business. */
const TELLING = [
    'content-type',
    'content-encoding',
    'content-length',
    'transfer-encoding',
    'location',
    'server',
    'www-authenticate',
    'retry-after',
];
/** Makes one GET to an address that is known, and says how far it came. Follows no redirect. Never rejects. */
function httpProbe(asked, signal) {
    return new Promise((resolve) => {
        new Attempt(asked, signal, resolve).start();
    });
}
/** One attempt, from the first packet to the end of the body. */
class Attempt {
    asked;
    signal;
    done;
    #startedMs = performance.now();
    #seen = {};
    #step = 'connect';
    #bytes = 0;
    #kept = [];
    #request;
    #timer;
    #ended = false;
    constructor(asked, signal, done) {
        this.asked = asked;
        this.signal = signal;
        this.done = done;
    }
    start() {
        try {
            const url = new URL(this.asked.url);
            const isTls = url.protocol === 'https:';
            const options = optionsOf(url, this.asked);
            this.#timer = setTimeout(this.#giveUp, this.asked.timeoutMs);
            this.signal.addEventListener('abort', this.#giveUp, { once: true });
            this.#request = (isTls ? external_node_https_.request : external_node_http_.request)(options, (response) => {
                this.#read(response);
            });
            this.#request.once('socket', (socket) => {
                this.#watch(socket, isTls);
            });
            this.#request.once('error', (error) => {
                this.#end(error);
            });
            this.#request.end();
        }
        catch (error) {
            this.#end(error);
        }
    }
    #giveUp = () => {
        const waited = Math.round(performance.now() - this.#startedMs);
        this.#end(Object.assign(new Error(`no end within ${String(waited)} ms`), { code: 'TIMEOUT' }));
        this.#request?.destroy();
    };
    #watch(socket, isTls) {
        socket.once('connect', () => {
            this.#seen.connectMs = this.#elapsed();
            this.#step = isTls ? 'tls' : 'request';
        });
        socket.once('secureConnect', () => {
            this.#step = 'request';
        });
    }
    #read(response) {
        this.#step = 'body';
        this.#seen.firstByteMs = this.#elapsed();
        this.#seen.status = response.statusCode ?? 0;
        this.#seen.headers = Object.fromEntries(TELLING.flatMap((name) => {
            const value = response.headers[name];
            return value === undefined ? [] : [[name, String(value)]];
        }));
        const body = decoded(response);
        body.on('data', (chunk) => {
            this.#take(chunk);
        });
        body.once('end', () => {
            this.#step = 'done';
            this.#end();
        });
        for (const stream of new Set([body, response]))
            stream.once('error', (error) => {
                this.#end(error);
            });
    }
    #take(chunk) {
        if (this.#bytes < (this.asked.read ? READ_BYTES : SHOWN_BYTES))
            this.#kept.push(chunk);
        this.#bytes += chunk.length;
        if (this.#bytes <= MOST_BYTES)
            return;
        // Enough to know that it is large.
        this.#step = 'done';
        this.#end();
        this.#request?.destroy();
    }
    #end(error) {
        if (this.#ended)
            return;
        this.#ended = true;
        clearTimeout(this.#timer);
        this.signal.removeEventListener('abort', this.#giveUp);
        const totalMs = this.#elapsed();
        const { code = '', message = '' } = (error ?? {});
        this.done({
            url: this.asked.url,
            address: this.asked.address,
            ...this.#seen,
            step: this.#step,
            ...(error === undefined ? {} : { errorCode: code, error: message.slice(0, 300) }),
            ...(this.#seen.status === undefined ? {} : this.#body()),
            totalMs,
        });
    }
    #body() {
        const body = Buffer.concat(this.#kept);
        const { status, headers } = this.#seen;
        // What was cut off may be wrong where it was cut.
        const isWhole = this.#step === 'done' && body.length === this.#bytes;
        const fault = status === 200 && isWhole ? this.asked.read?.(body, headers?.['content-type']) : undefined;
        return {
            bodyStart: body.subarray(0, SHOWN_BYTES).toString('utf8'),
            bodyBytes: this.#bytes,
            ...(fault && { fault }),
        };
    }
    #elapsed() {
        return Math.round(performance.now() - this.#startedMs);
    }
}
function decoded(response) {
    // Prometheus asks for gzip only, and reads anything else as it is.
    return response.headers['content-encoding'] === 'gzip' ? response.pipe((0,external_node_zlib_.createGunzip)()) : response;
}


/***/ })

};

return { id, ids, modules };
})()
