export const id = 122;
export const ids = [122];
export const modules = {

/***/ 4122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PrometheusWays: () => (/* binding */ PrometheusWays),
  candidateUrls: () => (/* binding */ candidateUrls)
});

// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/model/young-space.ts
var young_space = __webpack_require__(8690);
;// CONCATENATED MODULE: ./src/adapters/prometheus/object-splitter.ts
const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
/** `{"data": {"activeTargets": [` is three deep, and what stands in the list is the fourth. */
const LIST_DEPTH = 3;
/**
 * Takes apart an answer such as `{"status": \u2026, "data": {"activeTargets": [{\u2026}, {\u2026}]}}` while it arrives: each object of a list in
 * `data` is told alone, so that the memory needed is that of one object, not of a hundred megabytes.
 */
class ObjectSplitter {
    onObject;
    #depth = 0;
    #inText = false;
    #escaped = false;
    /** Whether what is open three deep is a list. */
    #inList = false;
    /** The key before the value that is two deep. */
    #key = '';
    #carried = [];
    /** Whether the end of what was fed stands within an object, or within a key. */
    #open;
    /** @param onObject called with the key of the list and the text of the object */
    constructor(onObject) {
        this.onObject = onObject;
    }
    /** Takes the next bytes. Most of them stand in texts or in objects, so that those are gone through without looking anything up. */
    feed(chunk) {
        let [depth, inText, escaped, start] = [this.#depth, this.#inText, this.#escaped, 0];
        for (let at = 0; at < chunk.length; at++) {
            const byte = chunk[at];
            if (inText) {
                if (escaped)
                    escaped = false;
                else if (byte === BACKSLASH)
                    escaped = true;
                else if (byte === QUOTE) {
                    inText = false;
                    if (this.#open === 'key')
                        this.#key = this.#take(chunk, start, at);
                }
            }
            else if (byte === QUOTE) {
                inText = true;
                if (depth === 2) {
                    this.#open = 'key';
                    start = at + 1;
                }
            }
            else if (byte === OPEN || byte === OPEN_LIST) {
                depth++;
                if (depth === LIST_DEPTH)
                    this.#inList = byte === OPEN_LIST;
                else if (depth === LIST_DEPTH + 1 && this.#inList) {
                    this.#open = 'object';
                    start = at;
                }
            }
            else if (byte === CLOSE || byte === CLOSE_LIST) {
                if (depth === LIST_DEPTH + 1 && this.#open === 'object')
                    this.onObject(this.#key, this.#take(chunk, start, at + 1));
                depth--;
            }
        }
        [this.#depth, this.#inText, this.#escaped] = [depth, inText, escaped];
        // Buffers of a connection may be used again.
        if (this.#open !== undefined)
            this.#carried.push(Uint8Array.prototype.slice.call(chunk, start));
    }
    /** Throws when the answer ended within a value. */
    end() {
        if (this.#depth !== 0 || this.#inText)
            throw new Error('the answer ends too early');
    }
    #take(chunk, start, end) {
        const last = Buffer.from(chunk.buffer, chunk.byteOffset + start, end - start);
        const bytes = this.#carried.length === 0 ? last : Buffer.concat([...this.#carried, last]);
        this.#carried = [];
        this.#open = undefined;
        return bytes.toString('utf8');
    }
}

// EXTERNAL MODULE: ./src/model/duration.ts
var duration = __webpack_require__(7953);
;// CONCATENATED MODULE: ./src/adapters/prometheus/raw-target.ts

/** An active target; what an older Prometheus does not tell is absent. */
function activeTarget(target) {
    const discovered = target.discoveredLabels ?? {};
    const scraped = target.lastScrape === undefined || target.lastScrape.startsWith('0001-') ? 0 : Date.parse(target.lastScrape);
    const intervalMs = (0,duration/* prometheusDurationMs */.h)(target.scrapeInterval ?? '');
    const timeoutMs = (0,duration/* prometheusDurationMs */.h)(target.scrapeTimeout ?? '');
    const dnsName = discovered['__meta_dns_name'];
    const containerId = discovered['__meta_docker_container_id'];
    return {
        scrapePool: target.scrapePool ?? discovered['job'] ?? '',
        address: discovered['__address__'] ?? '',
        scrapeUrl: target.scrapeUrl ?? '',
        health: target.health === 'up' || target.health === 'down' ? target.health : 'unknown',
        lastError: target.lastError ?? '',
        lastScrapeMs: Number.isNaN(scraped) ? 0 : scraped,
        scrapeDurationMs: Math.round((target.lastScrapeDuration ?? 0) * 1e6) / 1000,
        ...(intervalMs === undefined ? {} : { intervalMs }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(dnsName === undefined ? {} : { dnsName }),
        ...(containerId === undefined ? {} : { containerId }),
    };
}
/** A dropped target. Prometheus 2 names its job only among its labels. */
function droppedTarget({ discoveredLabels = {}, scrapePool }) {
    return {
        scrapePool: scrapePool ?? discoveredLabels['job'] ?? '',
        address: discoveredLabels['__address__'] ?? '',
        labels: discoveredLabels,
    };
}

;// CONCATENATED MODULE: ./src/adapters/prometheus/transport.ts
/** What is read of an answer that is not a list of targets. */
const MOST_BYTES = 1 << 20;
/** The body of a short answer; what is over a mebibyte is cut off. */
async function bodyText({ chunks }) {
    const parts = [];
    let bytes = 0;
    for await (const chunk of chunks) {
        parts.push(chunk);
        bytes += chunk.length;
        if (bytes >= MOST_BYTES)
            break;
    }
    return Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8');
}
/** One question; undefined when there is no answer, or none in JSON. */
async function ask(get, path, signal) {
    try {
        const answer = await get(path, signal);
        return { status: answer.status, json: JSON.parse(await bodyText(answer)) };
    }
    catch {
        return undefined;
    }
}
/** The value of the Authorization header. https://www.rfc-editor.org/rfc/rfc7617 */
function authorization({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

;// CONCATENATED MODULE: ./src/adapters/prometheus/pipeline-facts.ts

/** More names are not worth their bytes in a recording. */
const MOST_NAMES = 5000;
/** A stack that has more rules has most of them evaluated by the time it is looked at. */
const MOST_QUERIES = 100;
const AT_ONCE = 4;
/** The names of all series, and of families that have none yet; undefined when they are not told or too many. */
async function metricNames(get, signal) {
    const [series, families] = await Promise.all([
        ask(get, '/api/v1/label/__name__/values', signal),
        ask(get, '/api/v1/metadata?limit_per_metric=1', signal),
    ]);
    const names = series?.json?.data;
    const metadata = families?.json?.data;
    if (!Array.isArray(names) || typeof metadata !== 'object' || metadata === null)
        return undefined;
    const all = new Set([...names, ...Object.keys(metadata)]);
    return all.size > MOST_NAMES ? undefined : [...all].sort();
}
/**
 * Rules are evaluated for the first time at a moment of their interval that Prometheus picks: before there is any data, when nothing
 * fails, or a minute later. A query with the expression tells now whether it can be evaluated on the data that is there.
 */
async function withQueryErrors(get, rules, signal) {
    const results = rules.map(({ query: _, ...rule }) => rule);
    const left = rules.flatMap((rule, index) => (rule.health !== 'err' && rule.query !== '' ? [index] : []));
    left.splice(MOST_QUERIES);
    const worker = async () => {
        for (let index = left.shift(); index !== undefined; index = left.shift()) {
            const [rule, result] = [rules[index], results[index]];
            if (!rule || !result)
                continue;
            const error = await queryError(get, rule.query, signal);
            if (error !== undefined)
                results[index] = { ...result, queryError: error };
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return results;
}
/** 422 is an expression that fails on the data; time-outs are 503 and say nothing of it. https://prometheus.io/docs/prometheus/latest/querying/api/ */
async function queryError(get, query, signal) {
    const answered = await ask(get, `/api/v1/query?timeout=2s&query=${encodeURIComponent(query)}`, signal);
    const { errorType, error } = (answered?.json ?? {});
    return answered?.status === 422 && errorType === 'execution' ? error : undefined;
}
/** By the URL of each Alertmanager, how many alerts could not be handed over. */
async function notificationErrors(get, signal) {
    try {
        const text = await bodyText(await get('/metrics', signal));
        const lines = text.matchAll(/^prometheus_notifications_errors_total\{alertmanager="([^"]*)"\} (\S+)$/gm);
        const errors = [...lines].map(([, url = '', count]) => [url, Number(count)]);
        return errors.length > 0 ? Object.fromEntries(errors) : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/adapters/prometheus/stored-up.ts

/** One number, however many targets there are. */
const NEWEST = `/api/v1/query?query=${encodeURIComponent('max(timestamp(up))')}`;
/** When the newest sample of `up` is of. Undefined when queries are not served, as in agent mode. */
async function storedUp(get, signal) {
    const answered = await ask(get, NEWEST, signal);
    const { data } = (answered?.json ?? {});
    if (answered?.status !== 200 || !data?.result)
        return undefined;
    const seconds = data.result[0]?.value?.[1];
    return seconds === undefined ? {} : { newestMs: Math.round(Number(seconds) * 1000) };
}

;// CONCATENATED MODULE: ./src/adapters/prometheus/server-facts.ts



/** Asks Prometheus about itself. What an old version does not know, or does not answer, is left out. */
async function serverFacts(get, signal) {
    const ask = async (path) => {
        try {
            const answer = await get(path, signal);
            const body = await bodyText(answer);
            return answer.status === 200 ? JSON.parse(body).data : undefined;
        }
        catch {
            return undefined;
        }
    };
    const ofPipeline = Promise.all([metricNames(get, signal), notificationErrors(get, signal), storedUp(get, signal)]);
    const [build, runtime, tsdb, config, rules, alertmanagers, pools] = await Promise.all([
        '/api/v1/status/buildinfo',
        '/api/v1/status/runtimeinfo',
        // The lists of top series are as long as one asks for.
        '/api/v1/status/tsdb?limit=1',
        '/api/v1/status/config',
        '/api/v1/rules?exclude_alerts=true',
        '/api/v1/alertmanagers',
        '/api/v1/scrape_pools',
    ].map(ask));
    const loaded = rules?.groups?.flatMap(rulesOf);
    const [names, errors, stored] = await ofPipeline;
    const text = (value) => (typeof value === 'string' ? value : undefined);
    return defined({
        version: text(build?.['version']),
        runtime: runtime,
        tsdb: tsdb?.['headStats'],
        activeConfig: text(config?.['yaml']),
        rules: loaded && (await withQueryErrors(get, loaded, signal)),
        alertmanagers: alertmanagers === undefined ? undefined : urlsOf(alertmanagers),
        scrapePools: pools?.scrapePools,
        metricNames: names,
        storedUp: stored,
        notificationErrors: errors,
    });
}
function rulesOf({ name: group = '', file = '', rules = [] }) {
    return rules.map(({ name = '', query = '', type, health = 'unknown', lastError = '' }) => {
        const kind = type === 'recording' ? 'recording' : 'alerting';
        return { group, file, name, query, kind, health, lastError };
    });
}
function urlsOf({ activeAlertmanagers = [], droppedAlertmanagers = [] }) {
    const urls = (all) => all.map(({ url }) => url);
    return { active: urls(activeAlertmanagers), dropped: urls(droppedAlertmanagers) };
}
function defined(facts) {
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./src/adapters/prometheus/api.ts






/** One series for each value of `up`, with the number of targets that have it. */
const COUNTS = `/api/v1/query?query=${encodeURIComponent('count_values("v", up)')}`;
/** A list of about a thousand targets. */
const LONG_BYTES = 1 << 20;
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
        const answer = await this.#get('/-/ready', signal);
        await bodyText(answer);
        if (answer.status === 404)
            throw new Error(`${this.url}/-/ready does not exist: --web.external-url may have a path`);
        return answer.status === 200;
    }
    async startedMs(signal) {
        const answer = await this.#get('/api/v1/status/runtimeinfo', signal);
        const body = await bodyText(answer);
        if (answer.status !== 200)
            return undefined;
        const { data } = parsed(body);
        const started = typeof data?.startTime === 'string' ? Date.parse(data.startTime) : NaN;
        return Number.isNaN(started) ? undefined : started;
    }
    async upCounts(signal) {
        const answer = await this.#get(COUNTS, signal);
        const body = await bodyText(answer);
        if (answer.status >= 500)
            throw new Error(`${this.url} answered ${String(answer.status)}: ${body.slice(0, 200)}`);
        return answer.status === 200 ? countsOf(parsed(body)) : undefined;
    }
    active(pool, visit, signal) {
        return this.#each('active', pool, (raw) => {
            visit(activeTarget(raw));
        }, signal);
    }
    dropped(pool, visit, signal) {
        return this.#each('dropped', pool, (raw) => {
            visit(droppedTarget(raw));
        }, signal);
    }
    async targets(signal) {
        const active = [];
        const dropped = [];
        await this.active(undefined, (target) => active.push(target), signal);
        await this.dropped(undefined, ({ scrapePool, address }) => dropped.push({ scrapePool, address }), signal);
        return { active, dropped };
    }
    facts(signal) {
        return serverFacts(this.get, signal);
    }
    async scrapeSettings(signal) {
        const lines = [];
        const note = ({ scrapePool, scrapeUrl, scrapeInterval, scrapeTimeout }) => {
            if (scrapeInterval !== undefined)
                lines.push([scrapePool, scrapeUrl, scrapeInterval, scrapeTimeout].join(' '));
        };
        await this.#each('active', undefined, note, signal);
        return lines.sort().join('\n');
    }
    close() {
        return this.onClose();
    }
    /** Prometheus before 2.42 does not know `scrapePool` and shows all: whoever visits looks at the pool. */
    async #each(state, pool, visit, signal) {
        const path = `/api/v1/targets?state=${state}${pool === undefined ? '' : `&scrapePool=${encodeURIComponent(pool)}`}`;
        const answer = await this.#get(path, signal);
        if (answer.status !== 200) {
            const said = (await bodyText(answer)).slice(0, 200);
            throw new Error(`${this.url}/api/v1/targets answered ${String(answer.status)}: ${said}`);
        }
        const list = `${state}Targets`;
        const splitter = new ObjectSplitter((key, json) => {
            if (key === list)
                visit(parsed(json));
        });
        let bytes = 0;
        for await (const chunk of answer.chunks) {
            bytes += chunk.length;
            if (bytes > LONG_BYTES)
                (0,young_space/* keepRoomForYoung */.Cf)();
            splitter.feed(chunk);
        }
        splitter.end();
        return { bytes, serverMs: answer.dateMs };
    }
    async #get(path, signal) {
        const answer = await this.get(path, signal);
        if (answer.status !== 401 && answer.status !== 403)
            return answer;
        await bodyText(answer);
        throw new errors/* CredentialsNeeded */.eA(`${this.url} wants credentials (status ${String(answer.status)})`);
    }
}
/** Throws in words that say whose answer it was. */
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        throw new Error(`the answer is not JSON: ${json.slice(0, 100)}`);
    }
}
/** Each result is `{metric: {v: VALUE}, value: [TIME, COUNT]}`; a value other than 0 and 1 is no `up` of Prometheus. */
function countsOf(answer) {
    const { data } = answer;
    if (!data?.result)
        return undefined;
    let [up, all] = [0, 0];
    for (const { metric, value } of data.result) {
        const count = Number(value?.[1] ?? 0);
        all += count;
        if (metric?.v === '1')
            up += count;
    }
    return { up, all };
}

;// CONCATENATED MODULE: ./src/adapters/prometheus/http-way.ts

/** No byte for so long, and nothing will come. A list of a hundred thousand targets takes Prometheus a second to begin. */
const ANSWER_MS = 10_000;
const CONNECT_MS = 1000;
const TLS_WANTED = 'HTTP request to an HTTPS server';
/**
 * Over the network. Where the server speaks TLS its certificate is for the name that others use, not for a loopback address, so it is
 * not judged here: that it is the Prometheus of this run is told by when it started.
 */
function httpWay(url, credentials) {
    // Loaded only when there is something to ask: it is a third of the start-up time.
    const client = Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19)).then(({ Agent, request }) => ({
        request,
        agent: new Agent({
            connect: { timeout: CONNECT_MS, rejectUnauthorized: false },
            headersTimeout: ANSWER_MS,
            bodyTimeout: ANSWER_MS,
        }),
    }));
    const headers = credentials ? { authorization: authorization(credentials) } : {};
    return {
        url,
        get: async (path, signal) => {
            const { request, agent } = await client;
            const { statusCode, headers: told, body, } = await request(`${url}${path}`, { dispatcher: agent, signal, headers });
            const date = typeof told['date'] === 'string' ? Date.parse(told['date']) : NaN;
            return { status: statusCode, chunks: body, ...(Number.isNaN(date) ? {} : { dateMs: date }) };
        },
        close: async () => (await client).agent.destroy(),
    };
}
/** What Go's server says to plain HTTP on a port with TLS. https://pkg.go.dev/net/http */
function wantsTls(status, body) {
    return status === 400 && body.includes(TLS_WANTED);
}

;// CONCATENATED MODULE: ./src/adapters/prometheus/door.ts



/** Tries the published port, then the address on the bridge network, then a program inside the container. */
class PrometheusWays {
    runtime;
    credentials;
    /** @param credentials for a Prometheus whose --web.config.file asks for them */
    constructor(runtime, credentials) {
        this.runtime = runtime;
        this.credentials = credentials;
    }
    async open(instance, container, signal, except = new Set()) {
        const tried = [];
        for (const way of this.#ways(instance, container)) {
            if (except.has(way.url))
                continue;
            const answered = await tryWay(way, signal, this.credentials);
            if (typeof answered !== 'string') {
                // With TLS it is another URL, at which something else may have answered before.
                if (!except.has(answered.url))
                    return { api: new HttpPrometheus(answered.url, answered.get, answered.close), tried };
                await answered.close?.();
            }
            else
                tried.push(answered);
        }
        return { tried };
    }
    *#ways(instance, container) {
        for (const url of candidateUrls(instance, container))
            yield httpWay(url, this.credentials);
        yield this.#execWay(instance);
    }
    /** Through `docker compose exec` and the image's own wget, for an engine on another machine. */
    #execWay({ service, port, routePrefix }) {
        const inside = `http://127.0.0.1:${String(port)}${routePrefix}`;
        const headers = this.credentials ? [`--header=Authorization: ${authorization(this.credentials)}`] : [];
        return {
            url: `${inside} in the container of service "${service.name}"`,
            get: async (path, signal) => {
                const argv = ['wget', '-q', '-O', '-', '-T', '5', ...headers, `${inside}${path}`];
                const { exitCode, stdout, output } = await this.runtime.exec(service.name, argv, signal);
                if (exitCode === 0)
                    return { status: 200, chunks: [Buffer.from(stdout)] };
                if (/\b401\b/.test(output))
                    return { status: 401, chunks: [] };
                throw new Error(`wget in the container: ${output.trim() || `exit code ${String(exitCode)}`}`);
            },
        };
    }
}
/** The way that leads to something, over TLS where that is asked for, or what came of trying it. */
async function tryWay(way, signal, credentials) {
    let said;
    try {
        const answer = await way.get('/-/healthy', signal);
        const body = await bodyText(answer);
        if (wantsTls(answer.status, body)) {
            await way.close?.();
            return await tryWay(httpWay(way.url.replace(/^http:/, 'https:'), credentials), signal, credentials);
        }
        if (answer.status < 500)
            return way;
        said = `${way.url} answered ${String(answer.status)}`;
    }
    catch (error) {
        said = `${way.url}: ${error instanceof Error ? error.message : String(error)}`;
    }
    await way.close?.();
    return said;
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


/***/ })

};
