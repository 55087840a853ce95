export const id = 777;
export const ids = [777];
export const modules = {

/***/ 5777:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PrometheusWays: () => (/* binding */ PrometheusWays),
  candidateUrls: () => (/* binding */ candidateUrls)
});

;// CONCATENATED MODULE: ./src/adapters/prometheus/api.ts
/** The HTTP API over any transport. https://prometheus.io/docs/prometheus/latest/querying/api/#targets */
class HttpPrometheus {
    url;
    get;
    onClose;
    constructor(url, get, onClose = () => Promise.resolve()) {
        this.url = url;
        this.get = get;
        this.onClose = onClose;
    }
    async ready(signal) {
        const { status } = await this.get('/-/ready', signal);
        if (status === 401 || status === 403)
            throw new Error(`${this.url} wants credentials (status ${String(status)})`);
        if (status === 404)
            throw new Error(`${this.url}/-/ready does not exist: --web.external-url may have a path`);
        return status === 200;
    }
    async targets(signal) {
        const { status, body } = await this.get('/api/v1/targets?state=any', signal);
        if (status !== 200)
            throw new Error(`${this.url}/api/v1/targets answered ${String(status)}: ${body.slice(0, 200)}`);
        return parseTargets(body);
    }
    close() {
        return this.onClose();
    }
}
/** Reads an answer of `/api/v1/targets`. */
function parseTargets(body) {
    const { data } = JSON.parse(body);
    return {
        active: (data.activeTargets ?? []).map(active),
        dropped: (data.droppedTargets ?? []).map(({ discoveredLabels = {}, scrapePool }) => ({
            // Before 2.44 a dropped target names its job only among its labels.
            scrapePool: scrapePool ?? discoveredLabels['job'] ?? '',
            address: discoveredLabels['__address__'] ?? '',
        })),
    };
}
function active(target) {
    const scraped = target.lastScrape === undefined || target.lastScrape.startsWith('0001-') ? 0 : Date.parse(target.lastScrape);
    return {
        scrapePool: target.scrapePool ?? '',
        address: target.discoveredLabels?.['__address__'] ?? '',
        scrapeUrl: target.scrapeUrl ?? '',
        health: target.health === 'up' || target.health === 'down' ? target.health : 'unknown',
        lastError: target.lastError ?? '',
        lastScrapeMs: scraped,
        scrapeDurationMs: Math.round((target.lastScrapeDuration ?? 0) * 1e6) / 1000,
    };
}

;// CONCATENATED MODULE: ./src/adapters/prometheus/door.ts

const ANSWER_MS = 5000;
const CONNECT_MS = 1000;
/** Tries the published port, then the address on the bridge network, then a program inside the container. */
class PrometheusWays {
    runtime;
    constructor(runtime) {
        this.runtime = runtime;
    }
    async open(instance, container, signal) {
        const tried = [];
        for (const way of this.#ways(instance, container)) {
            try {
                const { status } = await way.get('/-/healthy', signal);
                if (status < 500)
                    return { api: new HttpPrometheus(way.url, way.get, way.close), tried };
                tried.push(`${way.url} answered ${String(status)}`);
            }
            catch (error) {
                tried.push(`${way.url}: ${error instanceof Error ? error.message : String(error)}`);
            }
            await way.close?.();
        }
        return { tried };
    }
    *#ways(instance, container) {
        for (const url of candidateUrls(instance, container))
            yield httpWay(url);
        yield this.#execWay(instance);
    }
    /** Through `docker compose exec` and the image's own wget, for an engine on another machine. */
    #execWay({ service, port, routePrefix }) {
        const inside = `http://127.0.0.1:${String(port)}${routePrefix}`;
        return {
            url: `${inside} in the container of service "${service.name}"`,
            get: async (path, signal) => {
                const argv = ['wget', '-q', '-O', '-', '-T', '5', `${inside}${path}`];
                const { exitCode, stdout, output } = await this.runtime.exec(service.name, argv, signal);
                if (exitCode !== 0)
                    throw new Error(`wget in the container: ${output.trim() || `exit code ${String(exitCode)}`}`);
                return { status: 200, body: stdout };
            },
        };
    }
}
/** Where the API may be reached over the network, nearest first. Pure. */
function candidateUrls({ port, routePrefix }, container) {
    const published = container.publishedPorts
        .filter(({ containerPort }) => containerPort === port)
        .map(({ hostAddress, hostPort }) => `${reachable(hostAddress)}:${String(hostPort)}`);
    const direct = container.addresses.map((address) => `${address.includes(':') ? `[${address}]` : address}:${String(port)}`);
    const host = container.addresses.length === 0 && published.length === 0 ? [`127.0.0.1:${String(port)}`] : [];
    return [...new Set([...published, ...direct, ...host])].map((address) => `http://${address}${routePrefix}`);
}
/** A port that is published on all addresses is asked on loopback. */
function reachable(hostAddress) {
    if (hostAddress === '' || hostAddress === '0.0.0.0')
        return '127.0.0.1';
    if (hostAddress === '::')
        return '[::1]';
    return hostAddress.includes(':') ? `[${hostAddress}]` : hostAddress;
}
function httpWay(url) {
    // Loaded only when there is something to ask: it is a third of the start-up time.
    const client = Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19)).then(({ Agent, request }) => ({
        request,
        agent: new Agent({ connect: { timeout: CONNECT_MS }, headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS }),
    }));
    return {
        url,
        get: async (path, signal) => {
            const { request, agent } = await client;
            const { statusCode, body } = await request(`${url}${path}`, { dispatcher: agent, signal });
            return { status: statusCode, body: await body.text() };
        },
        close: async () => (await client).agent.destroy(),
    };
}


/***/ })

};
