export const id = 111;
export const ids = [111];
export const modules = {

/***/ 7119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OC: () => (/* binding */ listeningSockets),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   z2: () => (/* binding */ isWildcard)
/* harmony export */ });
/** The state TCP_LISTEN of include/net/tcp_states.h. */
const LISTEN = '0A';
/**
 * The sockets that wait for connections in a text of `/proc/net/tcp` or `/proc/net/tcp6`. Addresses are 32-bit words in hexadecimal,
 * each in the byte order of the machine; every machine that Docker runs on in practice is little-endian.
 * https://docs.kernel.org/networking/proc_net_tcp.html
 */
function listeningSockets(text) {
    const found = new Map();
    for (const line of text.split('\n')) {
        const [, local, , state] = line.trim().split(/\s+/);
        if (state !== LISTEN || local === undefined)
            continue;
        const socket = parseLocal(local);
        if (socket)
            found.set(`${socket.address} ${String(socket.port)}`, socket);
    }
    return [...found.values()];
}
function parseLocal(local) {
    const [, hex = '', port = ''] = /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/i.exec(local) ?? [];
    if (hex === '')
        return undefined;
    const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => [6, 4, 2, 0].map((at) => Number.parseInt(word.slice(at, at + 2), 16)));
    const isMapped = bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255;
    const family = bytes.length === 4 || isMapped ? 4 : 6;
    const address = family === 4 ? bytes.slice(-4).join('.') : ipv6(bytes);
    return { family, address, port: Number.parseInt(port, 16) };
}
/** The short form of RFC 5952: the longest run of zero groups becomes `::`. */
function ipv6(bytes) {
    const groups = Array.from({ length: 8 }, (_, at) => (bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0));
    let best = { start: -1, length: 1 };
    for (let start = 0; start < 8; start++) {
        let length = 0;
        while (start + length < 8 && groups[start + length] === 0)
            length++;
        if (length > best.length)
            best = { start, length };
    }
    const hex = groups.map((group) => group.toString(16));
    if (best.start < 0)
        return hex.join(':');
    return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`;
}
/** Whether only the container itself can reach an address. */
function isLoopback(address) {
    return address === '::1' || address.startsWith('127.');
}
/** Whether a socket accepts what is sent to any address of its family. */
function isWildcard(address) {
    return address === '0.0.0.0' || address === '::';
}


/***/ }),

/***/ 111:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gateIt: () => (/* binding */ gateIt)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/model/stack.ts
var model_stack = __webpack_require__(6681);
;// CONCATENATED MODULE: ./src/model/scrape-error.ts
/** Prometheus' words in `lastError`, most telling first. Seen on 2.53 and 3.5; sources: scrape/scrape.go, net/http, net. */
const CAUSES = [
    [/blank Content-Type|unsupported Content-Type ""/i, 'content-type-missing'],
    [/unsupported Content-Type "[^"]*json|while parsing: "\s*[{[]|valid start token, got "[{[]/i, 'not-exposition-json'],
    [/unsupported Content-Type|while parsing: "\s*<|valid start token, got "</i, 'not-exposition'],
    [/HTTP status 401/i, 'unauthorized'],
    [/HTTP status 403/i, 'forbidden'],
    [/HTTP status 404/i, 'not-found'],
    [/HTTP status 5\d\d/i, 'server-error'],
    [/HTTP status 3\d\d|stopped after \d+ redirects/i, 'redirected'],
    [/HTTP status \d+/i, 'http-status'],
    [/no such host|server misbehaving|Temporary failure in name resolution/i, 'name-does-not-resolve'],
    [/connection refused/i, 'connection-refused'],
    [/no route to host|network is unreachable/i, 'no-route'],
    [/x509: .*unknown authority/i, 'certificate-authority'],
    [/x509: certificate has expired or is not yet valid/i, 'certificate-expired'],
    [/x509: .*(?:certificate is valid for|IP SANs|not valid for any names|Common Name)/i, 'certificate-name'],
    [/x509|certificate/i, 'certificate'],
    [/server gave HTTP response to HTTPS client/i, 'server-speaks-plain-http'],
    [/tls:|first record does not look like a TLS|malformed HTTP response/i, 'tls-mismatch'],
    [/deadline exceeded|timeout|timed out/i, 'timeout'],
    [/gzip: |flate: /i, 'bad-encoding'],
    [/unexpected EOF/i, 'truncated-body'],
    [/\bEOF$|connection reset|broken pipe/i, 'connection-closed'],
    [/limit exceeded|exceeds? (?:the )?limit|body size limit/i, 'limit-exceeded'],
    [
        /expected|invalid|unexpected|duplicate|while parsing|label name|metric name|data does not end/i,
        'malformed-exposition',
    ],
];
/** The cause behind a scrape's `lastError`. */
function causeOfScrapeError(lastError) {
    return CAUSES.find(([words]) => words.test(lastError))?.[1] ?? 'unexplained';
}
/** Causes that another scrape cannot cure, since the answer shows a server that is up and set up otherwise. */
const PERMANENT = new Set([
    'not-exposition-json',
    'not-exposition',
    'malformed-exposition',
    'content-type-missing',
    'unauthorized',
    'forbidden',
    'redirected',
    'bad-encoding',
    'tls-mismatch',
    'server-speaks-plain-http',
    'certificate',
    'certificate-authority',
    'certificate-name',
    'certificate-expired',
    'limit-exceeded',
]);
/** Whether one failed scrape is enough to know; other causes may be a service that has only just started. */
function isPermanent(cause) {
    return PERMANENT.has(cause);
}

;// CONCATENATED MODULE: ./src/tempo/depends-on-tempo.ts

/** Causes that are the same at any tempo: the answer, or the lack of a name, shows a set-up that no later scrape finds otherwise. */
const AT_ANY_TEMPO = new Set([
    'not-exposition-json',
    'not-exposition',
    'malformed-exposition',
    'unauthorized',
    'tls-mismatch',
    'certificate',
    'limit-exceeded',
    'name-does-not-resolve',
]);
/**
 * Whether a target might be up at the configured tempo: a tightened timeout cuts a slow answer off, and two scrapes in two seconds may both
 * fall into the start of a service that is up well before two scrapes at the configured interval are over. A target that Prometheus does not
 * list is missing at any tempo, since discovery has intervals of its own. Nor do states of services depend on it: exits, crash loops and
 * missing images do by nature not, and a tightened healthcheck is never unhealthy sooner (health-tempo.ts).
 */
function dependsOnTempo({ health, lastError = '' }) {
    return health === 'down' && !AT_ANY_TEMPO.has(causeOfScrapeError(lastError));
}

;// CONCATENATED MODULE: ./src/stages/backoff.ts
/** No poll comes sooner than this, whatever chance says. */
const SHORTEST_PAUSE_MS = 100;
/**
 * Exponential backoff with full jitter: a pause is any time up to the step, so that many gates on one engine spread out.
 * See https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/.
 */
class Backoff {
    bounds;
    clock;
    #stepMs;
    constructor(bounds, clock) {
        this.bounds = bounds;
        this.clock = clock;
        this.#stepMs = bounds.firstMs;
    }
    /** The next pause; each one doubles the step up to the bound. */
    nextMs() {
        const step = this.#stepMs;
        this.#stepMs = Math.min(step * 2, this.bounds.mostMs);
        return Math.max(SHORTEST_PAUSE_MS, Math.round(step * this.clock.random()));
    }
    /** Something moved: look closely again. */
    reset() {
        this.#stepMs = this.bounds.firstMs;
    }
}

// EXTERNAL MODULE: ./src/model/yaml-node.ts
var yaml_node = __webpack_require__(2699);
// EXTERNAL MODULE: ./src/discovery/relabel.ts
var relabel = __webpack_require__(9819);
;// CONCATENATED MODULE: ./src/discovery/dropping-step.ts


/** Follows the relabelling of the jobs of a configuration. */
function droppingSteps({ config }) {
    const known = new Map();
    return (job, labels) => {
        let steps = known.get(job);
        if (!steps) {
            const found = config?.jobs.find(({ name }) => name.value === job);
            known.set(job, (steps = (0,relabel/* relabelSteps */.vJ)((0,yaml_node/* child */.jf)(found?.node, 'relabel_configs'))));
        }
        try {
            const after = (0,relabel/* relabel */.i7)(new Map(Object.entries(labels)), steps);
            return (0,relabel/* isKept */.t8)(after) ? undefined : after.node.at;
        }
        catch {
            // A pattern that does not compile has its own finding.
            return undefined;
        }
    };
}

// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
;// CONCATENATED MODULE: ./src/stages/look-plan.ts
/** A list of targets up to here costs no more than counting them: about forty targets. */
const SMALL_BYTES = 48_000;
const BYTES_A_TARGET = 1000;
/** A list costs Prometheus and us; it may take this share of the time at most. */
const SHARE = 0.1;
const LEAST_GAP_MS = 1000;
/** More pools than this are asked about all at once: each is a question of its own. */
const MOST_POOLS = 5;
/**
 * Decides when the targets themselves are looked at. A small list is read each time. A large one would be a hundred megabytes a
 * question: it is read when the counts say that all may be up, when they changed or a decision is due, and then seldom enough.
 */
class LookPlan {
    targets;
    #bytes = 0;
    #lookedMs;
    #costMs = 0;
    #counts;
    #poolsWork = true;
    /** @param targets how many are expected */
    constructor(targets) {
        this.targets = targets;
    }
    /** Whether every target is read with every question. A short list may be one that Prometheus has not filled yet. */
    get isSmall() {
        return Math.max(this.#bytes, this.targets * BYTES_A_TARGET) <= SMALL_BYTES;
    }
    decide({ nowMs, counts, wanted, undecidedPools, dueMs }) {
        if (this.isSmall)
            return 'all';
        const changed = counts === undefined || counts.up !== this.#counts?.up || counts.all !== this.#counts.all;
        const mayBeUp = changed && counts !== undefined && counts.up >= wanted;
        if (!mayBeUp) {
            const gapMs = Math.max(LEAST_GAP_MS, this.#costMs / SHARE);
            const isDue = dueMs !== undefined && dueMs <= nowMs;
            if (this.#lookedMs === undefined ? !isDue : nowMs - this.#lookedMs < gapMs || !(changed || isDue))
                return 'counts';
        }
        const some = undecidedPools.size > 0 && undecidedPools.size <= MOST_POOLS;
        return this.#lookedMs !== undefined && this.#poolsWork && some ? undecidedPools : 'all';
    }
    /** A list was read. */
    looked(at, was) {
        this.#lookedMs = was.nowMs;
        this.#counts = was.counts;
        if (at === 'all') {
            this.#bytes = was.bytes;
            this.#costMs = was.costMs;
        }
        else {
            this.#costMs = Math.max(was.costMs, this.#costMs / 2);
            // Prometheus before 2.42 answers with every target for each pool.
            if (was.bytes > this.#bytes * 0.9 * at.size)
                this.#poolsWork = false;
        }
    }
}

;// CONCATENATED MODULE: ./src/stages/prometheus-reach.ts
/** The process starts with its container; the engine notes the time a little later. */
const START_TOLERANCE_MS = 5000;
/** The way to the Prometheus of this run, which may not be there yet, be another one, or move. */
class PrometheusReach {
    context;
    #api;
    /** The way that was ready, and ours. */
    #accepted;
    #others = new Set();
    /** Since when it is ready. */
    readyMs;
    /** When anything answered last; at first when asking began. */
    answeredMs;
    lastError;
    refusal;
    constructor(context) {
        this.context = context;
        this.answeredMs = context.clock.now();
    }
    get url() {
        return this.#api?.url;
    }
    /** The API of a Prometheus that is ready and of this run; undefined with `lastError` when there is none yet. */
    async api() {
        const api = await this.#open();
        if (!api || api === this.#accepted)
            return api;
        const { clock, signal, progress } = this.context;
        const ready = await api.ready(signal);
        this.answeredMs = clock.now();
        if (!ready) {
            this.lastError = `${api.url}/-/ready says that it is not ready`;
            return undefined;
        }
        if (!(await this.#isOurs(api)))
            return undefined;
        this.refusal = undefined;
        this.readyMs ??= clock.now();
        this.#accepted = api;
        progress.note(`asking Prometheus at ${api.url}`);
        return api;
    }
    /** Closes the way; the next question looks for another one. */
    async leave() {
        const api = this.#api;
        this.#api = this.#accepted = undefined;
        await api?.close();
    }
    async #open() {
        if (this.#api)
            return this.#api;
        const { door, instance, watch, signal } = this.context;
        const container = watch.of(instance.service.name)[0];
        if (!container)
            return undefined;
        const { api, tried } = await door.open(instance, container, signal, this.#others);
        // That another one answers says more than that no other way does.
        if (!api && (this.refusal === undefined || this.lastError === undefined))
            this.lastError = tried.join('; ');
        this.#api = api;
        return api;
    }
    /** What listens on a published port may be another process, when the engine is on another machine or the port was taken. */
    async #isOurs(api) {
        const { watch, instance, signal } = this.context;
        const startedMs = await api.startedMs(signal);
        const { name } = instance.service;
        const container = watch.of(name)[0];
        if (startedMs === undefined || !container || startedMs >= container.startedAtMs - START_TOLERANCE_MS)
            return true;
        this.#others.add(api.url);
        await this.leave();
        this.refusal = 'another-prometheus';
        const [theirs, ours] = [startedMs, container.startedAtMs].map((ms) => new Date(ms).toISOString());
        this.lastError = `what answers at ${api.url} is another Prometheus: it started at ${theirs ?? ''}, before the container of service "${name}" did at ${ours ?? ''}`;
        return false;
    }
}

;// CONCATENATED MODULE: ./src/stages/seen-targets.ts
/** What is kept of very long lists, for the record: what is not up is evidence, what is up is one like the other. */
const MOST_UP = 500;
const MOST_NOT_UP = 2000;
const MOST_DROPPED = 500;
/** The targets as they were last seen, each scrape pool in its last answer. */
class SeenTargets {
    #active = new Map();
    #dropped = [];
    #up = 0;
    #notUp = 0;
    #omitted = 0;
    /** A new answer begins, about these scrape pools or about all. */
    begin(pools) {
        for (const pool of pools ?? [...this.#active.keys()]) {
            for (const { health } of this.#active.get(pool) ?? []) {
                if (health === 'up')
                    this.#up--;
                else
                    this.#notUp--;
            }
            this.#active.delete(pool);
        }
        if (!pools)
            this.#omitted = 0;
    }
    see(target) {
        const isUp = target.health === 'up';
        if (isUp ? this.#up >= MOST_UP : this.#notUp >= MOST_NOT_UP) {
            this.#omitted++;
            return;
        }
        if (isUp)
            this.#up++;
        else
            this.#notUp++;
        const list = this.#active.get(target.scrapePool);
        if (list)
            list.push(target);
        else
            this.#active.set(target.scrapePool, [target]);
    }
    beginDropped() {
        this.#dropped = [];
    }
    seeDropped({ scrapePool, address }) {
        if (this.#dropped.length < MOST_DROPPED)
            this.#dropped.push({ scrapePool, address });
    }
    get list() {
        const active = [...this.#active.values()].flat();
        return { active, dropped: this.#dropped, ...(this.#omitted > 0 ? { omitted: this.#omitted } : {}) };
    }
}

// EXTERNAL MODULE: ./src/model/duration.ts
var duration = __webpack_require__(7953);
;// CONCATENATED MODULE: ./src/discovery/timing.ts


/**
 * Prometheus hands new targets on in two steps of 5 s each, one in its discovery manager and one in its scrape manager
 * (https://github.com/prometheus/prometheus/blob/main/discovery/manager.go, scrape/manager.go); the rest is for a busy machine.
 */
const HAND_ON_MS = 15_000;
/** What `refresh_interval` is when it is not written; https://prometheus.io/docs/prometheus/latest/configuration/configuration/. */
const REFRESH_MS = {
    // Read when Prometheus starts, and watched from then on.
    file_sd_configs: 0,
    // Told by the server as soon as something changes.
    kubernetes_sd_configs: 0,
    nerve_sd_configs: 0,
    serverset_sd_configs: 0,
    dns_sd_configs: 30_000,
    consul_sd_configs: 30_000,
    eureka_sd_configs: 30_000,
    kuma_sd_configs: 30_000,
    marathon_sd_configs: 30_000,
    azure_sd_configs: 300_000,
};
const OTHERS_MS = 60_000;
/** How often one entry of a discovery looks again, milliseconds. */
function refreshMs(discovery, entry) {
    if (REFRESH_MS[discovery] === 0)
        return 0;
    const written = (0,duration/* prometheusDurationMs */.h)((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(entry, 'refresh_interval')) ?? '');
    return written !== undefined && written > 0 ? written : (REFRESH_MS[discovery] ?? OTHERS_MS);
}
/** The timing of targets of a job. */
function timingOf(job, refresh = 0) {
    return { intervalMs: job.scrapeIntervalMs, timeoutMs: job.scrapeTimeoutMs, refreshMs: refresh };
}
/** How long after Prometheus is ready a target may be unlisted before it is missing. */
function listedWithinMs({ refreshMs: refresh }) {
    return HAND_ON_MS + refresh;
}
/**
 * How long after a target is listed its first scrape may take: it comes at an offset within the interval that spreads the load
 * (scrape/target.go), and its answer at most a time-out later. The rest is for a busy machine.
 */
function scrapedWithinMs({ intervalMs, timeoutMs }) {
    return intervalMs + timeoutMs + Math.max(5000, intervalMs / 4);
}

;// CONCATENATED MODULE: ./src/stages/target-sight.ts
/** The parts that are kept. Where a target that is listed is scraped, while it is up, nobody asks. */
function sightOf(target, isListed) {
    const { health, lastError, lastScrapeMs, scrapeDurationMs, intervalMs, timeoutMs } = target;
    const scrapeUrl = isListed && health === 'up' ? undefined : target.scrapeUrl;
    return { health, scrapeUrl, lastError, lastScrapeMs, scrapeDurationMs, intervalMs, timeoutMs };
}
const RANK = { down: 0, unknown: 1, up: 2 };
/** Whether a target says less for what it belongs to than another: one that is down tells more than one that is up. */
function isWorse(target, than) {
    return RANK[target.health] < RANK[than.health];
}
/** `Date` has whole seconds, and an answer takes its time. */
const CLOCK_TOLERANCE_MS = 3000;
const LATE_MS = 10_000;
/** Where neither the configuration nor Prometheus tells: the defaults of Prometheus. */
const UNTIMED = { intervalMs: 60_000, timeoutMs: 10_000, refreshMs: 0 };
/** Since when a scrape counts that failed, on the clock of Prometheus: when the services were ready. */
function countFromMs({ nowMs, serverMs, servicesReadyMs }) {
    const skewMs = serverMs === undefined ? 0 : serverMs - nowMs;
    return servicesReadyMs + (Math.abs(skewMs) > CLOCK_TOLERANCE_MS ? skewMs : 0);
}
/** Why scrapes are no proof although they succeeded, when they are none. All of it is on the clock of Prometheus. */
function doubtOf(oldestMs, newestMs, { intervalMs, timeoutMs }, { serverMs }) {
    if (serverMs === undefined || oldestMs === 0)
        return undefined;
    const aheadMs = newestMs - serverMs;
    if (aheadMs > CLOCK_TOLERANCE_MS)
        return `its last scrape lies ${seconds(aheadMs)} in the future of Prometheus' own clock`;
    const ageMs = serverMs - oldestMs;
    if (ageMs <= intervalMs + timeoutMs + LATE_MS + intervalMs / 4)
        return undefined;
    return `its last scrape is ${seconds(ageMs)} old, though scrape_interval is ${seconds(intervalMs)}`;
}
function seconds(ms) {
    return `${String(Math.round(ms / 1000))} s`;
}

;// CONCATENATED MODULE: ./src/stages/target-evidence.ts



/** Failed scrapes that prove a cause which a service that has just started would show too. */
const FAILURES_THAT_PROVE = 2;
/** A target that was up and went down has to convince again. */
const SCRAPES_AFTER_FLAP = 3;
const MOST_FLAPS = 3;
/** What is known of one expected target, from answer to answer. */
class TargetEvidence {
    expected;
    demand;
    health = 'unknown';
    /** Known to be up, or known not to be: more answers change nothing. */
    decided = false;
    /** What this answer has shown until now. */
    #found = 0;
    #worst;
    #oldestScrapeMs = Infinity;
    #newestScrapeMs = 0;
    /** What the last complete answer has shown. */
    #shown;
    #shownCount = 0;
    /** What all answers have shown. */
    #listedMs;
    #firstUpMs;
    #successes = 0;
    #failures = 0;
    #countedScrapeMs = -1;
    #distrustedScrapeMs;
    #flaps = 0;
    #droppedBy;
    #dropped = false;
    #doubt;
    constructor(expected, demand) {
        this.expected = expected;
        this.demand = demand;
        this.decided = this.#isExcused;
    }
    /** A new answer begins. */
    begin() {
        this.#found = 0;
        this.#worst = undefined;
        this.#oldestScrapeMs = Infinity;
        this.#newestScrapeMs = 0;
    }
    see(target) {
        this.#found++;
        if (!this.#worst || isWorse(target, this.#worst))
            this.#worst = sightOf(target, this.expected.found === undefined);
        this.#oldestScrapeMs = Math.min(this.#oldestScrapeMs, target.lastScrapeMs);
        this.#newestScrapeMs = Math.max(this.#newestScrapeMs, target.lastScrapeMs);
    }
    /** Prometheus lists it among what relabelling drops; `by` is the step, where it is known. */
    seeDropped(by) {
        this.#dropped = true;
        this.#droppedBy ??= by;
    }
    /** The clock of Prometheus jumped: only a later scrape counts. */
    distrust() {
        this.#distrustedScrapeMs = this.#countedScrapeMs;
        this.#successes = 0;
        this.#failures = 0;
        this.decided = this.#isExcused;
    }
    /** Whether Prometheus does not list it though it is to. */
    get isUnlisted() {
        return !this.#shown && this.expected.droppedBy === undefined;
    }
    /** The answer is complete. */
    end(moment) {
        const target = (this.#shown = this.#worst);
        this.#shownCount = this.#found;
        this.#doubt = undefined;
        if (!target)
            this.#judgeUnlisted(moment);
        else {
            this.#listedMs ??= moment.nowMs;
            if (target.health === 'down')
                this.#judgeDown(target, moment);
            else if (target.health === 'up')
                this.#judgeUp(moment);
            else
                this.#judgeUnknown(moment);
        }
        if (!this.#isExcused)
            return;
        if (this.health !== 'up')
            this.health = 'external';
        this.decided = true;
    }
    /** Whether its first sight or first scrape may come at any time. */
    get isRestless() {
        return !this.decided && (this.#shown?.health ?? 'unknown') === 'unknown';
    }
    /** When its next scrape, or the end of a patience, is due on the clock of this machine; infinite when nothing is awaited. */
    dueMs({ nowMs, serverMs, readyMs, servicesReadyMs }) {
        if (this.decided)
            return Infinity;
        const { intervalMs, refreshMs } = this.#timing;
        const sinceMs = this.expected.found ? Math.max(readyMs, servicesReadyMs) : readyMs;
        if (!this.#shown)
            return sinceMs + listedWithinMs({ refreshMs }) + 1;
        if (this.#shown.health === 'unknown')
            return (this.#listedMs ?? nowMs) + scrapedWithinMs(this.#timing) + 1;
        return this.#shown.lastScrapeMs + intervalMs + (nowMs - (serverMs ?? nowMs));
    }
    result() {
        const target = this.#shown;
        const { expected } = this;
        const droppedBy = expected.droppedBy ?? this.#droppedBy;
        return {
            expected,
            health: this.health,
            ...(target?.scrapeUrl === undefined ? {} : { scrapeUrl: target.scrapeUrl }),
            ...(target && target.lastError !== '' ? { lastError: target.lastError } : {}),
            ...(target && target.health !== 'unknown' ? { scrapeDurationMs: target.scrapeDurationMs } : {}),
            ...(this.#firstUpMs === undefined ? {} : { firstUpAfterMs: this.#firstUpMs - this.demand.startedMs }),
            ...(this.health === 'dropped' && droppedBy ? { droppedBy } : {}),
            ...(this.#flaps > 0 ? { flaps: this.#flaps } : {}),
            ...(this.health === 'missing' && this.#shownCount > 0 ? { foundOnly: this.#shownCount } : {}),
            ...(this.#doubt === undefined ? {} : { doubt: this.#doubt }),
        };
    }
    get #isExcused() {
        return this.expected.external === true && this.demand.externalTargets === 'ignore';
    }
    /** The running Prometheus knows best. */
    get #timing() {
        const timing = this.expected.timing ?? UNTIMED;
        const { intervalMs = timing.intervalMs, timeoutMs = timing.timeoutMs } = this.#shown ?? {};
        return { intervalMs, timeoutMs, refreshMs: timing.refreshMs };
    }
    #judgeUnlisted(moment) {
        const late = this.#isLate(moment);
        const { found, droppedBy } = this.expected;
        // What a discovery has found until now may be dropped, and what it finds later not.
        const dropped = droppedBy !== undefined || (this.#dropped && (found === undefined || late));
        this.health = dropped ? 'dropped' : late ? 'missing' : 'unknown';
        this.decided = dropped || late;
    }
    /** Whether Prometheus had the time to list it. A discovery may have asked before the service was there. */
    #isLate({ nowMs, readyMs, servicesReadyMs }) {
        const sinceMs = this.expected.found ? Math.max(readyMs, servicesReadyMs) : readyMs;
        return nowMs - sinceMs > listedWithinMs(this.expected.timing ?? UNTIMED);
    }
    #judgeUnknown({ nowMs }) {
        this.health = 'unknown';
        this.decided = nowMs - (this.#listedMs ?? nowMs) > scrapedWithinMs(this.#timing);
    }
    #judgeUp(moment) {
        this.#doubt =
            this.#oldestScrapeMs === this.#distrustedScrapeMs
                ? 'the clock of Prometheus jumped, and there was no scrape since'
                : doubtOf(this.#oldestScrapeMs, this.#newestScrapeMs, this.#timing, moment);
        if (this.#doubt !== undefined) {
            this.#judgeUnknown(moment);
            return;
        }
        this.#distrustedScrapeMs = undefined;
        if (this.#oldestScrapeMs !== this.#countedScrapeMs || this.#successes === 0)
            this.#successes++;
        this.#countedScrapeMs = this.#oldestScrapeMs;
        this.#failures = 0;
        if (this.#found < (this.expected.atLeast ?? 1)) {
            const late = this.#isLate(moment);
            this.health = late ? 'missing' : 'unknown';
            this.decided = late;
            return;
        }
        this.health = 'up';
        this.#firstUpMs ??= moment.nowMs;
        const needed = this.#flaps > 0 ? Math.max(this.demand.stableScrapes, SCRAPES_AFTER_FLAP) : this.demand.stableScrapes;
        this.decided = this.#successes >= needed;
    }
    #judgeDown(target, moment) {
        if (this.health === 'up') {
            this.#flaps++;
            this.#failures = 0;
        }
        this.health = 'down';
        this.#successes = 0;
        if (target.lastScrapeMs < countFromMs(moment)) {
            this.decided = false;
            return;
        }
        if (target.lastScrapeMs !== this.#countedScrapeMs)
            this.#failures++;
        this.#countedScrapeMs = target.lastScrapeMs;
        this.decided =
            isPermanent(causeOfScrapeError(target.lastError)) ||
                this.#failures >= FAILURES_THAT_PROVE ||
                this.#flaps >= MOST_FLAPS;
    }
}

// EXTERNAL MODULE: ./src/model/target.ts
var model_target = __webpack_require__(5936);
;// CONCATENATED MODULE: ./src/stages/target-summary.ts

/** Sums up in one go. */
function summarise(all, moment) {
    let [up, notFine, dueMs, isRestless] = [0, 0, Infinity, false];
    const undecidedPools = new Set();
    const unlistedPools = new Set();
    for (const evidence of all) {
        if (evidence.health === 'up')
            up++;
        else if (!(0,model_target/* isFine */.z)(evidence))
            notFine++;
        if (evidence.decided)
            continue;
        undecidedPools.add(evidence.expected.job);
        if (evidence.isUnlisted)
            unlistedPools.add(evidence.expected.job);
        isRestless ||= evidence.isRestless;
        if (moment)
            dueMs = Math.min(dueMs, evidence.dueMs(moment));
    }
    return { up, notFine, undecidedPools, unlistedPools, dueMs: moment ? dueMs : undefined, isRestless };
}

;// CONCATENATED MODULE: ./src/stages/target-tracker.ts


/** By how much a clock may run away from another between two answers before it jumped, milliseconds. */
const JUMP_MS = 5000;
/** Follows the expected targets through the answers of Prometheus, until each one is known to be up or not. */
class TargetTracker {
    demand;
    context;
    #all;
    #listed = new Map();
    #discovered = new Map();
    /** Targets of a discovery that nobody promised, each by itself. */
    #extra = new Map();
    /** The scrape pools that the current answer is about; undefined for all. */
    #pools;
    #skewMs;
    #moment;
    #summary;
    clockJumpMs;
    constructor(expected, demand, context = {}) {
        this.demand = demand;
        this.context = context;
        this.#all = expected.map((target) => this.#add(target));
    }
    /** A new answer begins, about these scrape pools or about all. */
    begin(pools) {
        this.#pools = pools;
        for (const evidence of this.#asked())
            evidence.begin();
    }
    /** An answer about dropped targets begins, which takes nothing back. */
    beginDropped(pools) {
        this.#pools = pools;
    }
    see(target) {
        if (this.#pools && !this.#pools.has(target.scrapePool))
            return;
        const listed = this.#listed.get(target.scrapePool)?.get(target.address);
        for (const evidence of listed ?? this.#discoveredLike(target))
            evidence.see(target);
    }
    seeDropped({ scrapePool, address, labels }) {
        if (this.#pools && !this.#pools.has(scrapePool))
            return;
        const listed = this.#listed.get(scrapePool)?.get(address);
        const source = { dnsName: labels?.['__meta_dns_name'], containerId: labels?.['__meta_docker_container_id'] };
        const seen = listed ?? (this.#isForeign(source) ? [] : this.#candidates(scrapePool, source));
        const by = labels && seen.length > 0 ? this.context.droppingStep?.(scrapePool, labels) : undefined;
        for (const evidence of seen)
            evidence.seeDropped(by);
    }
    /** The answer is complete. */
    end(moment) {
        this.#moment = moment;
        this.#summary = undefined;
        const skew = moment.serverMs === undefined ? undefined : moment.serverMs - moment.nowMs;
        if (skew !== undefined && this.#skewMs !== undefined && Math.abs(skew - this.#skewMs) > JUMP_MS) {
            this.clockJumpMs = skew - this.#skewMs;
            for (const evidence of this.#every())
                evidence.distrust();
        }
        this.#skewMs = skew ?? this.#skewMs;
        for (const evidence of this.#asked())
            evidence.end(moment);
    }
    /** Whether every target is known to be up, or known not to be. */
    get decided() {
        return this.summary.undecidedPools.size === 0;
    }
    get results() {
        return Array.from(this.#every(), (evidence) => evidence.result());
    }
    /** What is known of all targets together; worked out once an answer, since there may be very many. */
    get summary() {
        return (this.#summary ??= summarise(this.#every(), this.#moment));
    }
    *#every() {
        yield* this.#all;
        yield* this.#extra.values();
    }
    *#asked() {
        for (const evidence of this.#every())
            if (!this.#pools || this.#pools.has(evidence.expected.job))
                yield evidence;
    }
    #add(expected) {
        const evidence = new TargetEvidence(expected, this.demand);
        const { job, address } = expected;
        if (address === undefined)
            append(this.#discovered, job, evidence);
        else {
            let byAddress = this.#listed.get(job);
            if (!byAddress)
                this.#listed.set(job, (byAddress = new Map()));
            append(byAddress, address, evidence);
        }
        return evidence;
    }
    /** What a discovery was to find and this is. */
    #discoveredLike(target) {
        const [first] = this.#discovered.get(target.scrapePool) ?? [];
        if (!first || this.#isForeign(target))
            return [];
        const like = this.#candidates(target.scrapePool, target);
        return like.length > 0 ? like : [this.#unpromised(target, first.expected, this.#serviceOf(target))];
    }
    #candidates(pool, source) {
        const service = this.#serviceOf(source);
        return (this.#discovered.get(pool) ?? []).filter(({ expected: { found } }) => {
            if (found?.dnsName !== undefined)
                return found.dnsName === source.dnsName;
            return found?.containersOf === undefined || found.containersOf === service;
        });
    }
    #serviceOf({ containerId }) {
        return containerId === undefined ? undefined : this.context.serviceOf?.(containerId);
    }
    /** A container of another project, which Docker's discovery finds as well, is none of ours. */
    #isForeign(source) {
        return source.containerId !== undefined && this.#serviceOf(source) === undefined;
    }
    #unpromised(target, like, service) {
        const key = JSON.stringify([target.scrapePool, target.address]);
        let evidence = this.#extra.get(key);
        if (!evidence) {
            const { job, at, found, timing } = like;
            evidence = new TargetEvidence({ job, at, found, timing, service }, this.demand);
            this.#extra.set(key, evidence);
        }
        return evidence;
    }
}
function append(lists, key, value) {
    const list = lists.get(key);
    if (list)
        list.push(value);
    else
        lists.set(key, [value]);
}

;// CONCATENATED MODULE: ./src/stages/conversation.ts






/** A Prometheus that Docker says is running, and that is silent for so long, will not speak. */
const SILENT_MS = 30_000;
/** It may be reading its write-ahead log meanwhile. */
const NOT_READY_MS = 120_000;
/** Another one was found, and for so long no way to ours. */
const ANOTHER_MS = 5000;
/** Errors in a row after which another way to it is looked for: its container may have another address now. */
const ERRORS_TO_REOPEN = 3;
/** Before that even a Prometheus without anything to drop lists nothing. */
const DROPPED_AFTER_MS = 6000;
/** One conversation with a Prometheus that may not be there yet. */
class Conversation {
    context;
    tracker;
    #reach;
    #beganMs;
    /** Whether the last question was answered. */
    #answered = false;
    #errors = 0;
    /** Whether the last list was of some scrape pools alone. */
    #partly = false;
    #droppedGapMs = DROPPED_AFTER_MS;
    #droppedMs;
    #seen = new SeenTargets();
    #plan;
    #wanted;
    constructor(context) {
        this.context = context;
        const { expected, clock, demand, watch, instance, startedMs } = context;
        this.tracker = new TargetTracker(expected, { startedMs, ...demand }, {
            serviceOf: (id) => watch.containers().find((one) => one.id === id)?.service,
            droppingStep: droppingSteps(instance),
        });
        this.#reach = new PrometheusReach(context);
        this.#wanted = wantedTargets(expected, demand);
        this.#plan = new LookPlan(expected.length);
        this.#beganMs = clock.now();
    }
    /** True when all is known, or no asking helps. */
    async ask() {
        // What the end of the run cuts off says nothing about Prometheus.
        if (this.#isOver())
            return false;
        const before = this.#answered;
        this.#answered = false;
        try {
            const api = await this.#reach.api();
            if (!api)
                return this.#givesUp();
            await this.#look(api);
            const settled = await this.#isSettled(api);
            this.#reach.answeredMs = this.context.clock.now();
            this.#errors = 0;
            this.#answered = true;
            return settled;
        }
        catch (error) {
            if (this.#isOver()) {
                this.#answered = before;
                return false;
            }
            this.#reach.lastError = error instanceof Error ? error.message : String(error);
            if (error instanceof errors/* CredentialsNeeded */.eA) {
                this.#reach.refusal = 'credentials';
                return true;
            }
            if (++this.#errors % ERRORS_TO_REOPEN === 0)
                await this.#reach.leave();
            return this.#givesUp();
        }
    }
    /** What is worth recording of Prometheus itself, and of its targets. */
    observation() {
        const { readyMs, url, lastError = 'it was not asked', refusal } = this.#reach;
        const { clockJumpMs } = this.tracker;
        return {
            list: readyMs === undefined ? undefined : this.#seen.list,
            prometheus: {
                url,
                ready: this.#answered,
                ...(this.#answered ? {} : { lastError, ...(refusal === undefined ? {} : { refusal }) }),
                ...(clockJumpMs === undefined ? {} : { clockJumpMs }),
            },
        };
    }
    get results() {
        return this.tracker.results;
    }
    close() {
        return this.#reach.leave();
    }
    async #look(api) {
        const { clock, signal } = this.context;
        const counts = this.#plan.isSmall ? undefined : await api.upCounts(signal);
        const { undecidedPools, dueMs } = this.tracker.summary;
        const firstDueMs = (this.#reach.readyMs ?? 0) + DROPPED_AFTER_MS * 2;
        const state = { nowMs: clock.now(), counts, wanted: this.#wanted, undecidedPools, dueMs: dueMs ?? firstDueMs };
        const at = this.#plan.decide(state);
        if (at !== 'counts')
            await this.#read(api, at, counts);
    }
    async #read(api, at, counts) {
        const { clock, signal, servicesReadyMs } = this.context;
        const pools = at === 'all' ? undefined : at;
        const beganMs = clock.now();
        await this.#readDropped(api, beganMs);
        this.tracker.begin(pools);
        this.#seen.begin(pools);
        let [bytes, serverMs] = [0, undefined];
        for (const pool of pools ?? [undefined]) {
            const look = await api.active(pool, (target) => {
                if (pool !== undefined && target.scrapePool !== pool)
                    return;
                this.tracker.see(target);
                this.#seen.see(target);
            }, signal);
            bytes += look.bytes;
            serverMs = look.serverMs;
        }
        const nowMs = clock.now();
        const moment = { nowMs, serverMs, readyMs: this.#reach.readyMs ?? nowMs, servicesReadyMs };
        this.tracker.end(moment);
        this.#partly = pools !== undefined;
        this.#plan.looked(at, { nowMs, costMs: nowMs - beganMs, bytes, counts });
    }
    /** Why a target is not listed is told by the list of those that are dropped, which may be long: it is read ever more seldom. */
    async #readDropped(api, nowMs) {
        if (nowMs - (this.#droppedMs ?? this.#reach.readyMs ?? nowMs) < this.#droppedGapMs)
            return;
        const { unlistedPools: pools, dueMs } = this.tracker.summary;
        // Before the first answer nothing is known to be absent.
        if (pools.size === 0 || dueMs === undefined)
            return;
        this.tracker.beginDropped(pools);
        this.#seen.beginDropped();
        await api.dropped(pools.size === 1 ? [...pools][0] : undefined, (target) => {
            this.tracker.seeDropped(target);
            this.#seen.seeDropped(target);
        }, this.context.signal);
        this.#droppedMs = nowMs;
        this.#droppedGapMs *= 2;
    }
    /** What was seen pool by pool may have changed since: the counts tell, and then all are read once more. */
    async #isSettled(api) {
        if (!this.tracker.decided)
            return false;
        if (!this.#partly)
            return true;
        const counts = await api.upCounts(this.context.signal);
        if (counts !== undefined && counts.all - counts.up <= this.tracker.summary.notFine)
            return true;
        await this.#read(api, 'all', counts);
        return this.tracker.decided;
    }
    #isOver() {
        return this.context.signal.aborted;
    }
    #givesUp() {
        const nowMs = this.context.clock.now();
        const { answeredMs, readyMs, refusal } = this.#reach;
        const asksForMs = nowMs - this.#beganMs;
        if (refusal === 'another-prometheus' && asksForMs > ANOTHER_MS)
            return true;
        return nowMs - answeredMs > SILENT_MS || (readyMs === undefined && asksForMs > NOT_READY_MS);
    }
}
/** How many series of `up` there are when everything that has to be is up. */
function wantedTargets(expected, { externalTargets }) {
    const awaited = expected.filter(({ droppedBy, external }) => !droppedBy && !(external === true && externalTargets === 'ignore'));
    return awaited.reduce((sum, { atLeast = 1 }) => sum + atLeast, 0);
}

;// CONCATENATED MODULE: ./src/stages/verify.ts


/** Between two questions: no faster than the first, and slow enough only that a verdict comes within a second of its proof. */
const POLL = { firstMs: 200, mostMs: 600 };
/** Longest sleep while the next scrape is known to be far: a service may fail meanwhile. */
const MOST_MS = 1000;
/** A scrape takes a moment after it is due. */
const SCRAPE_MS = 50;
/** Asks Prometheus until every expected target is known to be up or not; stops when a service fails meanwhile. */
async function verifyTargets(context) {
    const { clock, signal, watch } = context;
    const conversation = new Conversation(context);
    const pace = new Pace(context, conversation);
    try {
        for (;;) {
            const complete = await conversation.ask();
            const pauseMs = pace.nextMs();
            if (complete || signal.aborted || watch.hopeless() !== undefined)
                return { targets: conversation.results, ...conversation.observation(), complete };
            await clock.sleep(pauseMs, AbortSignal.any([signal, watch.failed]));
        }
    }
    finally {
        await conversation.close();
    }
}
/** How long until the next question: short after a change and when a scrape is due, longer while nothing moves. */
class Pace {
    context;
    conversation;
    #told = '';
    #backoff;
    constructor(context, conversation) {
        this.context = context;
        this.conversation = conversation;
        this.#backoff = new Backoff(POLL, context.clock);
    }
    nextMs() {
        const { tracker } = this.conversation;
        const { clock, progress, expected } = this.context;
        const { up, notFine, dueMs, isRestless } = tracker.summary;
        const told = `${String(up)} ${String(notFine)}`;
        if (told !== this.#told) {
            if (up > 0 || this.#told !== '')
                progress.note(`${String(up)} of ${String(expected.length)} targets are up`);
            this.#told = told;
            this.#backoff.reset();
        }
        const untilMs = (dueMs ?? 0) + SCRAPE_MS - clock.now();
        const nextMs = this.#backoff.nextMs();
        return isRestless || untilMs < nextMs ? Math.max(nextMs, 100) : Math.min(untilMs, MOST_MS);
    }
}

;// CONCATENATED MODULE: ./src/stages/confirm.ts


const LOOK_MS = 200;
/**
 * A reload takes some 50 ms, but targets keep the interval and timeout that they were found with until discovery is looked at again, every
 * 5 s (scrape/scrape.go, Target.intervalAndTimeout). A program before Prometheus that keeps the signal to itself is given up on after this.
 */
const RELOAD_MS = 8000;
/** The failures of a verification under the fast tempo that do not count before they are confirmed. */
function unconfirmed({ complete, targets }) {
    return complete ? targets.filter((target) => dependsOnTempo(target)) : [];
}
/** Puts the configuration of Prometheus back as it was and verifies again; only scrapes from then on count against a target. */
async function confirm_confirm(context, failures, restorer) {
    for (const { expected, lastError = '' } of failures)
        context.progress.note(`${nameOf(expected)} fails (${lastError}): scraping it again at the configured tempo`);
    const servicesReadyMs = await restore(context, restorer);
    const verification = await verifyTargets({ ...context, servicesReadyMs });
    const confirmations = failures.map((failure) => {
        const now = verification.targets.find(({ expected }) => expected === failure.expected);
        return {
            job: failure.expected.job,
            target: failure.expected.address ?? failure.scrapeUrl ?? '(discovered)',
            failure: failure.lastError ?? '',
            confirmed: verification.complete && now?.health !== 'up',
        };
    });
    return { verification, confirmations };
}
function nameOf({ job, address }) {
    return `${job}/${address ?? 'discovered'}`;
}
/** Lets a Prometheus that is left running scrape as configured, without waiting until it does. */
async function putBack({ watch, signal }, { driver, original }, service) {
    driver.write(original.name, original.text);
    for (const { id } of watch.of(service))
        await driver.hangUp(id, signal);
}
/** Resolves to the time since which Prometheus scrapes as configured. */
async function restore(context, { driver, original }) {
    const { door, instance, watch, clock, signal } = context;
    driver.write(original.name, original.text);
    const container = watch.of(instance.service.name)[0];
    if (!container)
        return clock.now();
    const { api } = await door.open(instance, container, signal);
    try {
        const before = await api?.scrapeSettings?.(signal).catch(() => undefined);
        const told = await driver.hangUp(container.id, signal);
        if (told && api && before !== undefined && (await changes(api, before, context)))
            return clock.now();
    }
    finally {
        await api?.close();
    }
    // It reads its configuration for certain when it starts.
    if (!signal.aborted)
        await driver.restart(container.id, signal);
    return clock.now();
}
/** Whether targets soon have other intervals and timeouts than before, and each of them has. */
async function changes(api, before, { clock, signal }) {
    const untilMs = clock.now() + RELOAD_MS;
    let last = before;
    while (clock.now() < untilMs && !signal.aborted) {
        await clock.sleep(LOOK_MS, signal);
        const now = await api.scrapeSettings?.(signal).catch(() => before);
        // Scrape pools follow one after the other: what is the same twice is the end of it.
        if (now !== undefined && now !== before && now === last)
            return true;
        last = now ?? before;
    }
    return false;
}

;// CONCATENATED MODULE: ./src/stages/consult.ts
/** Programs that say whether a file is right, by the kind of file. Each is in the image of the server that reads it. */
const PROGRAMS = {
    prometheus: { program: 'promtool', args: (path) => ['check', 'config', path] },
    alertmanager: { program: 'amtool', args: (path) => ['check-config', path] },
};
/**
 * Asks the programs that have the last word: `docker compose config`, and promtool and amtool out of the stack's own images, on the
 * real files. Programs and images that are not there are left out; nothing is pulled for it.
 */
async function consult(stack, findings, runtime, signal) {
    const asked = questionsOf(stack).map(async ({ consultation, about, files }) => {
        const result = await runtime.consult(consultation, signal).catch(() => undefined);
        if (!result || signal.aborted)
            return [];
        const ours = findings.filter(({ severity, location }) => severity === 'error' && files.has(location?.file ?? ''));
        const answer = {
            program: consultation.program,
            about,
            accepted: result.exitCode === 0,
            said: result.output.trim(),
        };
        return [{ ...answer, ours: ours.map(({ code, message }) => `${code}: ${message}`) }];
    });
    return (await Promise.all(asked)).flat();
}
function questionsOf(stack) {
    const composeFiles = stack.files.filter(({ kind }) => kind === 'compose').map(({ path }) => path);
    const compose = {
        consultation: { program: 'docker compose config' },
        about: composeFiles.join(', '),
        files: new Set(composeFiles),
    };
    return [compose, ...stack.documents.flatMap((document) => questionAbout(document, stack))];
}
function questionAbout(document, stack) {
    const known = PROGRAMS[document.kind];
    const service = stack.project.services.find(({ name }) => name === document.place.service);
    if (!known || service?.image === undefined || !isVisible(document, service, stack))
        return [];
    const mounts = service.mounts.flatMap(({ kind, source, target }) => (kind === 'bind' ? [{ source, target }] : []));
    const { program, args } = known;
    return [
        {
            consultation: { program, image: service.image.value, mounts, args: args(document.place.containerPath) },
            about: document.file.path,
            files: new Set([document, ...partsOf(document, stack)].map(({ file }) => file.path)),
        },
    ];
}
/** Whatever the document names is judged with it. */
function partsOf({ place, kind }, { documents }) {
    return kind === 'prometheus' ? documents.filter((other) => other.place.service === place.service) : [];
}
/** Only what is mounted from this machine can be shown to the program the way the server sees it. */
function isVisible({ file, references }, { mounts }, { files }) {
    return files.includes(file) && mounts.length > 0 && references.every(({ state }) => state !== 'elsewhere');
}

// EXTERNAL MODULE: ./src/model/address.ts + 2 modules
var model_address = __webpack_require__(568);
;// CONCATENATED MODULE: ./src/discovery/partial-relabel.ts

/**
 * Follows relabelling as far as the labels are known: a step that looks at an unknown one makes its own target unknown, and may
 * keep or drop the target, so that nothing certain can be said any more.
 * @param mayHave whether a label that is not among the known ones may still have a value
 */
function relabelPartly(known, steps, mayHave) {
    let labels = known;
    let certain = true;
    const unknown = new Set();
    let renamed = false;
    const isUnknown = (label) => unknown.has(label) || (!labels.has(label) && (renamed || mayHave(label)));
    for (const step of steps) {
        if (!readsUnknown(step, isUnknown)) {
            const after = (0,relabel/* relabel */.i7)(labels, [step]);
            if (!(0,relabel/* isKept */.t8)(after))
                return certain ? after : 'unknown';
            labels = after;
            unknown.delete(step.target);
            // Labels that nobody knows may have been copied too, to any name.
            renamed ||= step.action === 'labelmap';
        }
        else if (DECIDES.has(step.action))
            certain = false;
        else if (step.target !== '')
            unknown.add(step.target);
    }
    return certain ? 'kept' : 'unknown';
}
const DECIDES = new Set(['keep', 'drop', 'keepequal', 'dropequal']);
const COMPARES = new Set(['keepequal', 'dropequal']);
function readsUnknown(step, isUnknown) {
    if (COMPARES.has(step.action) && isUnknown(step.target))
        return true;
    return step.sources.some(isUnknown);
}

;// CONCATENATED MODULE: ./src/discovery/dns-targets.ts





const KEY = 'dns_sd_configs';
/**
 * What each name of `dns_sd_configs` has to give. Docker's resolver answers A with the address of every replica, so each one is
 * counted; AAAA only on networks that have IPv6, SRV, MX and NS never, so those promise no number.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#dns_sd_config
 */
function dnsTargets(stack, from, job) {
    return (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(job.node, KEY)).flatMap((entry) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(entry, 'names')).flatMap((node) => targetsOfName(stack, from, job, entry, node)));
}
function targetsOfName(stack, from, job, entry, node) {
    const name = (0,yaml_node/* text */.Qq)(node);
    if (name === undefined)
        return [];
    const type = ((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(entry, 'type')) ?? 'SRV').toUpperCase();
    const addresses = type === 'A' || type === 'AAAA';
    const meaning = (0,model_address/* meaningOfHost */.ni)(stack, from, name);
    const service = 'service' in meaning ? meaning.service : undefined;
    const replicas = type === 'A' && meaning.kind === 'service' ? replicasOf(meaning.service) : 1;
    const after = outcome(job, name);
    return [
        {
            job: job.name.value,
            at: node.at,
            found: { discovery: KEY, dnsName: name },
            timing: timingOf(job, refreshMs(KEY, entry)),
            ...(service ? { service: service.name } : {}),
            ...(replicas > 1 ? { atLeast: replicas } : {}),
            ...(addresses && meaning.kind === 'outside' ? { external: true } : {}),
            ...(typeof after === 'string' ? {} : { droppedBy: after.node.at }),
        },
    ];
}
/** The addresses are known to the resolver alone; what else relabelling may look at is in the configuration. */
function outcome(job, name) {
    const known = new Map([
        ['job', job.name.value],
        ['__scheme__', job.scheme],
        ['__metrics_path__', job.metricsPath.value],
        ['__meta_dns_name', name],
    ]);
    const mayHave = (label) => label.startsWith('__');
    try {
        return relabelPartly(known, (0,relabel/* relabelSteps */.vJ)((0,yaml_node/* child */.jf)(job.node, 'relabel_configs')), mayHave);
    }
    catch {
        return 'unknown';
    }
}
/** How many containers Compose makes of a service; `scale` and `deploy.replicas` say the same. */
function replicasOf({ node }) {
    const written = Number((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, 'deploy', 'replicas') ?? (0,yaml_node/* child */.jf)(node, 'scale')) ?? 1);
    return Number.isInteger(written) && written >= 0 ? written : 1;
}

;// CONCATENATED MODULE: ./src/discovery/docker-targets.ts





const docker_targets_KEY = 'docker_sd_configs';
const LABEL = '__meta_docker_container_label_';
/**
 * The services whose containers `docker_sd_configs` certainly finds and relabelling certainly keeps. What an image adds (labels,
 * ports) and what the run chooses (names of containers and networks) nobody can tell from the files; where all depends on that,
 * the list is empty. https://prometheus.io/docs/prometheus/latest/configuration/configuration/#docker_sd_config
 */
function dockerTargets(services, job) {
    return (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(job.node, docker_targets_KEY)).flatMap((entry) => services
        .filter((service) => isFound(service, entry) && isKeptFor(service, job))
        .map((service) => ({
        job: job.name.value,
        at: entry.at,
        service: service.name,
        found: { discovery: docker_targets_KEY, containersOf: service.name },
        timing: timingOf(job, refreshMs(docker_targets_KEY, entry)),
        ...(replicasOf(service) > 1 ? { atLeast: replicasOf(service) } : {}),
    })));
}
/** Whether every filter certainly lets the containers through; values of one filter are alternatives, of `label` all needed. */
function isFound(service, entry) {
    if (replicasOf(service) === 0)
        return false;
    return (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(entry, 'filters')).every((filter) => {
        const values = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(filter, 'values')).flatMap((value) => (0,yaml_node/* text */.Qq)(value) ?? []);
        switch ((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(filter, 'name'))) {
            case 'label':
                return values.every((value) => hasLabel(service, value));
            case 'status':
                return values.includes('running');
            case 'name':
                return values.some((value) => service.containerName?.value.includes(value) === true);
            case undefined:
            default:
                return false;
        }
    });
}
function hasLabel(service, filter) {
    const equals = filter.indexOf('=');
    const value = labelsOf(service).get(equals < 0 ? filter : filter.slice(0, equals));
    return value !== undefined && (equals < 0 || value === filter.slice(equals + 1));
}
/** The labels that the files give, those of Compose included. */
function labelsOf(service) {
    const own = [...service.labels].map(([name, value]) => [name, value?.value ?? '']);
    return new Map([
        ...own,
        ['com.docker.compose.service', service.name],
        ['com.docker.compose.oneoff', 'False'],
        ['com.docker.compose.container-number', '1'],
    ]);
}
function isKeptFor(service, job) {
    const known = new Map([
        ['job', job.name.value],
        ['__scheme__', job.scheme],
        ['__metrics_path__', job.metricsPath.value],
        ...[...labelsOf(service)].map(([name, value]) => [`${LABEL}${name.replaceAll(/\W/g, '_')}`, value]),
        ...(service.containerName ? [['__meta_docker_container_name', `/${service.containerName.value}`]] : []),
    ]);
    try {
        const steps = (0,relabel/* relabelSteps */.vJ)((0,yaml_node/* child */.jf)(job.node, 'relabel_configs'));
        return relabelPartly(known, steps, (label) => label.startsWith('__')) === 'kept';
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./src/discovery/scrape-targets.ts
var scrape_targets = __webpack_require__(5531);
// EXTERNAL MODULE: ./src/rules/one-shot.ts
var one_shot = __webpack_require__(2856);
;// CONCATENATED MODULE: ./src/stages/expected-targets.ts







/**
 * The targets that the configuration promises, as Prometheus makes them: each one that is listed, in `static_configs` or in a file,
 * after relabelling; each name of DNS with its replicas; each service whose containers Docker's discovery finds; at least one for any
 * other discovery. Pure.
 */
function expectedTargets(stack) {
    const { prometheus } = stack;
    if (!prometheus?.config)
        return [];
    const byJob = new Map();
    for (const target of (0,scrape_targets/* scrapeTargets */.p)(stack)) {
        const list = byJob.get(target.job);
        if (list)
            list.push(target);
        else
            byJob.set(target.job, [target]);
    }
    const serviceAt = servicesByAddress(stack, prometheus);
    return prometheus.config.jobs.flatMap((job) => {
        const listed = byJob.get(job) ?? [];
        const timing = timingOf(job);
        return [
            ...listed.map((target) => listedTarget(target, timing, serviceAt)),
            ...(listed.length === 0 ? notFollowed(job, timing) : []),
            ...job.discoveries.flatMap((key) => discovered(stack, prometheus.service, job, key, listed)),
        ];
    });
}
function listedTarget(target, timing, whereIs) {
    const { job, written, address, droppedBy } = target;
    return {
        job: job.name.value,
        address: written.value,
        at: written.at,
        timing,
        ...(droppedBy ? { droppedBy } : whereIs(address)),
    };
}
/** Relabelling with a broken pattern cannot be followed; what is listed is expected as it stands. */
function notFollowed(job, timing) {
    return job.staticTargets.map(({ value, at }) => ({ job: job.name.value, address: value, at, timing }));
}
/** The service that answers at an address, as the container of Prometheus sees it, or that there is none in the stack. */
function servicesByAddress(stack, { service: prometheus }) {
    const meaningOf = (0,model_address/* hostMeanings */.XM)(stack, prometheus);
    return (address) => {
        const parts = (0,model_address/* splitAddress */.lS)(address);
        if (!parts)
            return {};
        const meaning = meaningOf(parts.host);
        if (meaning.kind === 'localhost')
            return { service: prometheus.name };
        if (meaning.kind === 'machine' || meaning.kind === 'no-gateway')
            return onMachine(stack, parts.port);
        if ('service' in meaning)
            return { service: meaning.service.name };
        return meaning.kind === 'outside' ? { external: true } : {};
    };
}
/** What listens on a port of the machine: a service that publishes it, or perhaps one on the host's network. */
function onMachine({ project }, port) {
    const publisher = project.services.find(({ ports }) => ports.some(({ hostPort }) => hostPort === port));
    if (publisher)
        return { service: publisher.name };
    return project.services.some(({ networkMode }) => networkMode?.value === 'host') ? {} : { external: true };
}
function discovered(stack, from, job, key, listed) {
    if (key === 'dns_sd_configs')
        return orAny(dnsTargets(stack, from, job), job, key);
    if (key === 'docker_sd_configs')
        return orAny(dockerTargets(serversOf(stack), job), job, key);
    if (key === 'file_sd_configs')
        return filesWithout(stack, job, key, listed);
    return any(job, key);
}
/** At least one target, whatever it is. */
function any(job, key) {
    const [first] = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(job.node, key));
    const at = (0,yaml_node/* keyRange */.xA)(job.node, key) ?? job.name.at;
    return [{ job: job.name.value, at, found: { discovery: key }, timing: timingOf(job, refreshMs(key, first)) }];
}
function orAny(targets, job, key) {
    return targets.length > 0 ? targets : any(job, key);
}
/** Something writes the files while the stack runs: one target for an entry whose files are not here, or list none. */
function filesWithout(stack, job, key, listed) {
    const discoveries = (0,yaml_node/* child */.jf)(job.node, key);
    const documents = stack.documents.filter(({ kind }) => kind === 'target-groups');
    const here = new Set((0,scrape_targets/* filesOfTargets */.J)(discoveries, documents).map(({ file }) => file));
    return listed.some(({ written }) => here.has(written.at.file)) ? [] : any(job, key);
}
/** Services that stay: what has done its work and ended is found by no discovery. */
function serversOf({ project }) {
    const awaited = new Set(project.services.flatMap(({ dependsOn }) => dependsOn.flatMap((one) => (one.condition === 'service_completed_successfully' ? [one.service] : []))));
    return project.services.filter((service) => !awaited.has(service.name) && (0,one_shot/* oneShot */.n)(service) !== 'certainly');
}

// EXTERNAL MODULE: ./src/model/go-duration.ts
var go_duration = __webpack_require__(9648);
;// CONCATENATED MODULE: ./src/tempo/health-tempo.ts


/** How often a healthcheck runs under the fast tempo while its service starts. Each run costs a process in the container. */
const START_INTERVAL_MS = 500;
/** Docker's defaults, container/health.go: https://docs.docker.com/reference/dockerfile/#healthcheck. */
const DEFAULTS = { intervalMs: 30_000, timeoutMs: 30_000, startPeriodMs: 0, startIntervalMs: 5000 };
/**
 * How a service's healthcheck runs sooner without failing it sooner; undefined when there is nothing to gain or not enough known.
 *
 * Docker counts failures of probes that begin after the start period, and until a probe passes it waits for `start_interval` within the
 * period and for `interval` after it (monitor and handleProbeResult in daemon/health.go). So the period is made long enough that the first
 * probe that counts begins no sooner than it would have: without a period that is one interval after the start. With one, probes at the
 * start interval may have ended just before its end or, when they take their whole timeout, just after it, and then a whole interval follows.
 * From there on interval and retries are the user's own. What never becomes healthy is known to be unhealthy at most one interval and one
 * probe later than under a configuration without a start period.
 *
 * @param image what the engine has of the image; undefined when it does not have it (yet)
 */
function tightenHealth(service, image) {
    const effective = effectiveHealth(service, image);
    if (!effective)
        return undefined;
    const { intervalMs, timeoutMs, startPeriodMs, startIntervalMs } = effective;
    const isQuick = startPeriodMs > 0 ? startIntervalMs <= START_INTERVAL_MS : intervalMs <= START_INTERVAL_MS;
    if (isQuick)
        return undefined;
    const periodMs = startPeriodMs > 0 ? startPeriodMs + Math.max(startIntervalMs, intervalMs + timeoutMs) : intervalMs;
    const healthcheck = { start_interval: goDuration(START_INTERVAL_MS), start_period: goDuration(periodMs) };
    const change = (key) => ({
        service: service.name,
        what: `healthcheck.${key}`,
        from: writtenFrom(effective, key),
        to: healthcheck[key],
    });
    return { healthcheck, changes: [change('start_interval'), change('start_period')] };
}
function writtenFrom({ written, startIntervalMs, startPeriodMs }, key) {
    if (!written[key])
        return 'not set';
    return goDuration(key === 'start_interval' ? startIntervalMs : startPeriodMs);
}
/** The compose file's values, else the image's, else Docker's defaults; a zero means not set to Docker. */
function effectiveHealth(service, image) {
    if (service.healthcheck?.disabled === true)
        return undefined;
    const baked = image?.healthcheck;
    const hasTest = (service.healthcheck?.test.length ?? 0) > 0;
    if (!hasTest && (baked === undefined || baked.test[0] === 'NONE' || baked.test.length === 0))
        return undefined;
    const node = (0,yaml_node/* child */.jf)(service.node, 'healthcheck');
    const keys = {
        intervalMs: 'interval',
        timeoutMs: 'timeout',
        startPeriodMs: 'start_period',
        startIntervalMs: 'start_interval',
    };
    const given = Object.entries(keys).map(([name, key]) => [name, milliseconds((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, key)))]);
    const written = Object.fromEntries(given);
    // What the file leaves open is the image's, which nobody knows before it is here.
    if (image === undefined && Object.values(written).some((value) => value === undefined))
        return undefined;
    if (Object.values(written).some(Number.isNaN))
        return undefined;
    const value = (name) => written[name] || baked?.[name] || DEFAULTS[name];
    return {
        intervalMs: value('intervalMs'),
        timeoutMs: value('timeoutMs'),
        startPeriodMs: value('startPeriodMs'),
        startIntervalMs: value('startIntervalMs'),
        written: {
            start_interval: Boolean(written.startIntervalMs || baked?.startIntervalMs),
            start_period: Boolean(written.startPeriodMs || baked?.startPeriodMs),
        },
    };
}
/** Undefined for what is not written, NaN for what Compose refuses. */
function milliseconds(written) {
    if (written === undefined)
        return undefined;
    return ((0,go_duration/* goDurationNs */.A)(written) ?? NaN) / 1e6;
}
/** As Compose reads it: whole milliseconds. */
function goDuration(ms) {
    const whole = Math.ceil(ms);
    return whole % 1000 === 0 ? `${String(whole / 1000)}s` : `${String(whole)}ms`;
}

;// CONCATENATED MODULE: ./src/tempo/health-witness.ts

/** Containers whose healthcheck can be run by us right now: those that run and that Docker has no verdict of. */
function containersToAsk(containers, readyWhen, busy) {
    return containers.filter(({ id, service, state, health, watched }) => readyWhen.has(service) &&
        state === 'running' &&
        health === 'starting' &&
        watched?.removedAtMs === undefined &&
        !busy.has(id));
}
/** One run of a container; after a restart nothing that was seen before counts. */
function runOf({ id, startedAtMs }) {
    return `${id} ${String(startedAtMs)}`;
}
/** How the report tells that a service's healthcheck was run by us as well; undefined where Docker runs it as often by itself. */
function witnessChange(service, { intervalMs }) {
    if (intervalMs <= START_INTERVAL_MS)
        return undefined;
    return {
        service,
        what: 'healthcheck',
        from: `every ${goDuration(intervalMs)} by Docker`,
        to: `every ${goDuration(START_INTERVAL_MS)} by exec until it first passes`,
    };
}

;// CONCATENATED MODULE: ./src/stages/health-witness.ts


/**
 * Runs the healthchecks of services that start more often than Docker does, where it knows no `start_interval`. The first one that passes
 * is a witness that the service is healthy, as it is to Docker; one that fails says nothing: failures are Docker's to count.
 */
class HealthWitness {
    context;
    #changes = new Map();
    #probes = new Map();
    /** Containers in which a healthcheck of ours runs. */
    #busy = new Set();
    /** Runs of containers that are not asked again: the healthcheck hung, and every exec would leave one more process there. */
    #hung = new Set();
    #stop = new AbortController();
    #work = Promise.resolve();
    constructor(context) {
        this.context = context;
    }
    /** What was done to the healthchecks of services, in the order in which they were first asked. */
    get changes() {
        return [...this.#changes.values()];
    }
    /** Does nothing where Docker itself can be told. */
    start() {
        if (!this.context.driver.obeysStartInterval)
            this.#work = this.#askAgainAndAgain();
    }
    async close() {
        this.#stop.abort();
        await this.#work;
    }
    async #askAgainAndAgain() {
        const { clock, plan } = this.context;
        const { signal } = this.#stop;
        const asked = new Set();
        while (!signal.aborted) {
            for (const container of containersToAsk(this.#containers(), plan.readyWhen, this.#busy)) {
                if (this.#hung.has(runOf(container)))
                    continue;
                const one = this.#ask(container).finally(() => asked.delete(one));
                asked.add(one);
            }
            await clock.sleep(START_INTERVAL_MS, signal);
        }
        await Promise.all(asked);
    }
    /** None when the engine is gone: whoever waits meets the same and says so. */
    #containers() {
        try {
            return this.context.watch.containers();
        }
        catch {
            return [];
        }
    }
    async #ask(container) {
        const { driver, watch, clock } = this.context;
        const { signal } = this.#stop;
        this.#busy.add(container.id);
        try {
            const probe = await this.#probe(container.id);
            const change = probe && witnessChange(container.service, probe);
            if (!probe || !change)
                return;
            if (!this.#changes.has(container.service))
                this.#changes.set(container.service, change);
            const result = await driver.runHealthcheck(container.id, probe, signal);
            if (result === 'passed')
                watch.witness(container, clock.now());
            if (result === 'hung')
                this.#hung.add(runOf(container));
        }
        catch {
            // The container ended meanwhile, or the engine is gone: no witness.
        }
        finally {
            this.#busy.delete(container.id);
        }
    }
    /** A container's configuration stays as it is, so one look is enough. */
    #probe(id) {
        const known = this.#probes.get(id);
        if (known)
            return known;
        const probe = this.context.driver.healthcheck(id);
        this.#probes.set(id, probe);
        probe.catch(() => this.#probes.delete(id));
        return probe;
    }
}

;// CONCATENATED MODULE: ./src/rules/stored-samples.ts
/** Between the start of a scrape and what the clock of a query says of its samples. */
const SLACK_MS = 1000;
/**
 * Whether Prometheus scrapes and keeps nothing. A scrape counts as succeeded before its samples are written, so a target is up also when
 * the storage takes none of them. Undefined when samples are stored, and when that is not known, as in agent mode. Pure.
 * Source: https://github.com/prometheus/prometheus/blob/v3.5.0/scrape/scrape.go, scrapeAndReport
 */
function nothingStored({ targets, server }) {
    const scraped = (targets?.active ?? []).filter(({ health, lastScrapeMs }) => health === 'up' && lastScrapeMs > 0);
    if (!server?.storedUp || scraped.length === 0)
        return undefined;
    const { newestMs } = server.storedUp;
    const last = scraped.reduce((one, other) => (other.lastScrapeMs > one.lastScrapeMs ? other : one));
    const startedMs = Date.parse(String(server.runtime?.['startTime']));
    const isOld = newestMs === undefined || newestMs < startedMs || newestMs + intervalOf(last) < last.lastScrapeMs;
    return isOld ? { scrapedMs: last.lastScrapeMs, newestMs } : undefined;
}
/** A sample that is older than this is not of the last scrape. Without the word of Prometheus only its start is what counts. */
function intervalOf({ intervalMs = Infinity }) {
    return intervalMs + SLACK_MS;
}

;// CONCATENATED MODULE: ./src/stages/look-closer.ts

/** What a closer look must not exceed: the verdict waits for it. */
const look_closer_MOST_MS = 3_000;
/** Prometheus hands on what its discovery finds in steps of 5 s, so for so long an empty list of Alertmanagers is no answer. */
const DISCOVERY_MS = 10_000;
const AGAIN_MS = 500;
/** The samples of a scrape are written after it counts as succeeded, which takes a moment on a busy machine. */
const WRITING_MS = 2_000;
/** Adds to an observation what containers, the kernel and Prometheus itself tell beyond what the run had to know. Never throws. */
async function lookCloser({ observation, inspection, door, instance, clock }) {
    // Not by the deadline of the run: what is seen after it is over says why it was.
    const bounded = AbortSignal.timeout(look_closer_MOST_MS);
    const [containers, server] = await Promise.all([
        Promise.all(observation.containers.map((container) => withFacts(container, inspection, bounded))),
        observation.prometheus.ready ? askServer(observation, instance, door, clock) : undefined,
    ]);
    return { ...observation, containers, ...(server ? { server } : {}) };
}
async function withFacts(container, inspection, signal) {
    const facts = await inspection?.facts(container, signal).catch(() => undefined);
    return { ...container, ...facts };
}
async function askServer({ containers, targets }, instance, door, clock) {
    const container = containers.find(({ service }) => service === instance?.service.name);
    if (!instance || !container)
        return undefined;
    const signal = AbortSignal.timeout(look_closer_MOST_MS);
    try {
        const { api } = await door.open(instance, container, signal);
        let facts = await api?.facts?.(signal);
        const unfinished = [
            [DISCOVERY_MS, (now) => awaitsAlertmanagers(now, clock.now())],
            [WRITING_MS, (now) => nothingStored({ targets, server: now }) !== undefined],
        ];
        for (const [ms, isUnfinished] of unfinished) {
            const untilMs = clock.now() + ms;
            while (facts && isUnfinished(facts) && clock.now() < untilMs) {
                await clock.sleep(AGAIN_MS);
                facts = { ...facts, ...(await api?.facts?.(AbortSignal.timeout(look_closer_MOST_MS))) };
            }
        }
        await api?.close();
        return facts;
    }
    catch {
        return undefined;
    }
}
/** Alertmanagers are configured, none is known, and Prometheus has not run for long. */
function awaitsAlertmanagers({ activeConfig = '', alertmanagers, runtime }, nowMs) {
    if (!alertmanagers || alertmanagers.active.length + alertmanagers.dropped.length > 0)
        return false;
    const startedMs = Date.parse(String(runtime?.['startTime']));
    return /^ *alertmanagers:/m.test(activeConfig) && nowMs - startedMs < DISCOVERY_MS;
}

;// CONCATENATED MODULE: ./src/rules/crash-loop.ts
/**
 * A run this long is no part of a loop. Docker's own restart manager thinks so too: it starts its back-off again after it
 * (restartmanager.go, https://github.com/moby/moby/blob/master/daemon/internal/restartmanager/restart_manager.go).
 */
const LONG_RUN_MS = 10_000;
/** How long a container without a healthcheck has to run before it counts as ready. */
const STABLE_AFTER_MS = 1500;
/** How long a service may go on dying while others that it may wait for are on their way. */
const LOOP_PATIENCE_MS = 30_000;
/** Restarts that prove a loop where nobody watched the runs. */
const RESTARTS_THAT_PROVE = 3;
/** The latest runs that all ended soon, oldest first. */
function quickRuns({ watched }) {
    const runs = watched?.endedRuns ?? [];
    const long = runs.findLastIndex(({ startedAtMs, endedAtMs }) => endedAtMs - startedAtMs >= LONG_RUN_MS);
    return runs.slice(long + 1);
}
/** How long a container has to run to count as stable: longer than any of the runs that failed before this one. */
function stableAfterMs(container) {
    const longest = Math.max(0, ...quickRuns(container).map(({ startedAtMs, endedAtMs }) => endedAtMs - startedAtMs));
    return longest === 0 ? STABLE_AFTER_MS : Math.min(LONG_RUN_MS, Math.max(STABLE_AFTER_MS, 2 * longest));
}
/**
 * Whether a container restarts over and over. It may only be waiting for another service by dying, as many do: so two quick ends
 * prove a loop when the last of these runs began after every service that it may wait for was ready, and half a minute of
 * them in any company.
 * @returns how long until time alone proves it, 0 when it is proved, undefined when it does not loop
 */
function loopProvedInMs(container, nowMs) {
    const { watched, restarts, state, startedAtMs } = container;
    if (state === 'running' && nowMs - startedAtMs >= stableAfterMs(container))
        return undefined;
    if (!watched)
        return restarts >= RESTARTS_THAT_PROVE ? 0 : undefined;
    const runs = quickRuns(container);
    const [first] = runs;
    const last = runs.at(-1);
    if (!first || !last || runs.length < 2)
        return undefined;
    if (watched.companionsReadyAtMs !== undefined && last.startedAtMs >= watched.companionsReadyAtMs)
        return 0;
    return Math.max(0, first.endedAtMs + LOOP_PATIENCE_MS - nowMs);
}

;// CONCATENATED MODULE: ./src/rules/start-error.ts
/** Docker's words for a container that it could not start, first match decides. */
const WORDS = [
    [/port is already allocated|address already in use|failed to bind host port/i, 'port-in-use'],
    [/exec format error|permission denied/i, 'command-not-executable'],
    [/executable file not found|no such file or directory/i, 'command-not-found'],
];
/** Why Docker could not start a container, by its own words. */
function startErrorCause(words) {
    return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'bring-up-failed';
}

;// CONCATENATED MODULE: ./src/rules/readiness.ts


/** How long somebody else may take to start again what they stopped, paused or removed: `docker restart` does both. */
const FOREIGN_GRACE_MS = 10_000;
/** Judges a service of a plan by those of all containers that are its own. */
function readinessOf(service, all, { readyWhen, replicas }, nowMs) {
    const own = all.filter((container) => container.service === service);
    return judgeService(own, readyWhen.get(service) ?? 'healthy-or-running', nowMs, replicas.get(service));
}
/** Judges a service by all of its containers: one that is hopeless decides, else every replica has to be ready. */
function judgeService(containers, readyWhen, nowMs, replicas = 1) {
    if (replicas === 0)
        return { kind: 'ready', as: 'running' };
    const there = containers.filter(({ watched }) => watched?.removedAtMs === undefined);
    // One that was replaced by another is not missed.
    const missed = there.length < replicas ? containers.filter((container) => !there.includes(container)) : [];
    const verdicts = [...there, ...missed].map((container) => judgeContainer(container, readyWhen, nowMs));
    return (verdicts.find(({ kind }) => kind === 'hopeless') ??
        soonest(verdicts) ??
        (there.length < replicas ? { kind: 'waiting', reason: missing(replicas, there.length) } : verdicts[0]) ?? {
        kind: 'waiting',
        reason: 'its container',
    });
}
function missing(replicas, there) {
    return replicas === 1 ? 'its container' : `${String(replicas - there)} of its ${String(replicas)} containers`;
}
/** The first reason to wait, with the first instant at which any of them may be gone. */
function soonest(verdicts) {
    const waiting = verdicts.filter((verdict) => verdict.kind === 'waiting');
    const [first] = waiting;
    const recheckMs = Math.min(...waiting.map((verdict) => verdict.recheckMs ?? Infinity));
    return first && (recheckMs === Infinity ? first : { ...first, recheckMs });
}
function judgeContainer(container, readyWhen, nowMs) {
    const { state, watched, startError } = container;
    if (watched?.removedAtMs !== undefined)
        return foreign(watched.removedAtMs, nowMs, 'was removed', 'its replacement');
    switch (state) {
        case 'running':
            return judgeRunning(container, readyWhen, nowMs);
        case 'exited':
            return judgeExited(container, nowMs);
        case 'restarting':
            return judgeFailed(container, nowMs) ?? { kind: 'waiting', reason: 'its restart' };
        case 'dead':
            return { kind: 'hopeless', cause: 'container-exited', reason: 'is dead: Docker could not remove what it left' };
        case 'paused':
            return foreign(watched?.pausedAtMs, nowMs, 'is paused', 'being unpaused');
        case 'created':
            if (startError === '')
                return { kind: 'waiting', reason: 'its start' };
            return { kind: 'hopeless', cause: startErrorCause(startError), reason: 'could not be started' };
        case 'removing':
            return { kind: 'waiting', reason: 'its removal' };
    }
}
function judgeRunning(container, readyWhen, nowMs) {
    const { health, startedAtMs, watched } = container;
    const failed = judgeFailed(container, nowMs);
    if (failed?.kind === 'hopeless' && (health !== 'healthy' || failed.cause === 'out-of-memory'))
        return failed;
    if (health === 'unhealthy') {
        const cause = probeCannotStart(container) ? 'healthcheck-binary-missing' : 'healthcheck-fails';
        return { kind: 'hopeless', cause, reason: 'its healthcheck fails' };
    }
    if (readyWhen === 'completed')
        return { kind: 'waiting', reason: 'its completion' };
    if (health === 'healthy')
        return { kind: 'ready', as: 'healthy' };
    if (health === 'starting')
        return failed ?? { kind: 'waiting', reason: 'its healthcheck' };
    const left = startedAtMs + stableAfterMs(container) - nowMs;
    if (left <= 0)
        return { kind: 'ready', as: 'running' };
    return { kind: 'waiting', reason: watched?.endedRuns.length ? 'a run that lasts' : 'a stable run', recheckMs: left };
}
/** What the runs that ended say of a container that Docker restarts; undefined when they say nothing. */
function judgeFailed(container, nowMs) {
    const { state, oomKilled, watched, restarts, exitCode } = container;
    const outOfMemory = watched?.endedRuns.some((run) => run.oomKilled) ?? false;
    // A process that outlives the end of one of its children was not killed itself.
    if (outOfMemory || (oomKilled && state === 'restarting')) {
        return { kind: 'hopeless', cause: 'out-of-memory', reason: 'was killed' };
    }
    const provedInMs = loopProvedInMs(container, nowMs);
    if (provedInMs === undefined)
        return undefined;
    const ends = Math.max(restarts, quickRuns(container).length);
    const last = quickRuns(container).at(-1)?.exitCode ?? exitCode;
    const reason = `ended ${String(ends)} times, last with exit code ${String(last)}`;
    if (provedInMs === 0)
        return { kind: 'hopeless', cause: 'crash-loop', reason };
    return { kind: 'waiting', reason: `a run that lasts: it ${reason}`, recheckMs: provedInMs };
}
/**
 * Docker sets this state only when it will not start the container again, whatever the restart policy: it is `restarting` else, from the
 * same instant on (daemon/monitor.go of moby, handleContainerExit).
 */
function judgeExited(container, nowMs) {
    const { exitCode, restartPolicy, watched, oomKilled } = container;
    const keptUp = restartPolicy === 'always' || restartPolicy === 'unless-stopped';
    if (watched?.stoppedAtMs !== undefined)
        return foreign(watched.stoppedAtMs, nowMs, 'was stopped', 'being started again');
    if (exitCode === 0 && !oomKilled) {
        if (!keptUp)
            return { kind: 'ready', as: 'completed' };
        return { kind: 'hopeless', cause: 'stopped-from-outside', reason: 'was stopped: Docker does not restart it' };
    }
    return { kind: 'hopeless', cause: exitCause(container), reason: `exited with code ${String(exitCode)}` };
}
/** What somebody else did may be undone by them in a moment. */
function forever(reason) {
    return { kind: 'hopeless', cause: 'stopped-from-outside', reason: `${reason} by somebody else` };
}
function foreign(sinceMs, nowMs, what, undone) {
    if (sinceMs === undefined)
        return { kind: 'waiting', reason: undone };
    const left = sinceMs + FOREIGN_GRACE_MS - nowMs;
    return left <= 0 ? forever(what) : { kind: 'waiting', reason: undone, recheckMs: left };
}
/** Why a container exited, by what Docker and the shell's conventions say. */
function exitCause({ oomKilled, exitCode }) {
    if (oomKilled)
        return 'out-of-memory';
    if (exitCode === 126)
        return 'command-not-executable';
    if (exitCode === 127)
        return 'command-not-found';
    return 'container-exited';
}
/** Docker's words, or the shell's exit codes 126 and 127, for a probe that could not even start. */
function probeCannotStart({ probes }) {
    const last = probes.at(-1);
    if (!last)
        return false;
    return (last.exitCode === 126 ||
        last.exitCode === 127 ||
        /OCI runtime exec failed|executable file not found/.test(last.output));
}
/** Whether a dependency's condition holds; every container of the service has to meet it. */
function conditionMet(condition, containers, replicas = 1) {
    const there = containers.filter(({ watched }) => watched?.removedAtMs === undefined);
    if (there.length < Math.max(1, replicas))
        return false;
    return there.every(({ state, health, exitCode, startedAtMs }) => {
        if (condition === 'service_completed_successfully')
            return state === 'exited' && exitCode === 0;
        if (condition === 'service_healthy')
            return state === 'running' && health === 'healthy';
        return startedAtMs > 0;
    });
}

;// CONCATENATED MODULE: ./src/stages/observe.ts

const LOG_LINES = 25;
/** Some programs print all their options behind the line that says what is wrong, and Go the stack of everything that ran. */
const READ_LINES = 2000;
/** Records the end of a run as one value, with the last log lines of whatever is not well. */
async function observe(context, seen) {
    const { plan, watch, clock } = context;
    const containers = watch.containers();
    const atMs = clock.now();
    // One that was only created waits for others; one that Docker could not start has its words.
    const tried = containers.filter(({ state, startError }) => state !== 'created' || startError !== '');
    const started = new Set(tried.map(({ service }) => service));
    const unwell = [...plan.readyWhen.keys()].filter((service) => started.has(service) && readinessOf(service, containers, plan, atMs).kind !== 'ready');
    return {
        atMs,
        runStartedMs: seen.runStartedMs,
        containers,
        targets: seen.verification?.list,
        prometheus: seen.verification?.prometheus ?? { ready: false },
        logs: Object.fromEntries(await Promise.all(unwell.map((service) => lastLines(service, context)))),
        bringUpFailure: seen.bringUpFailure,
        host: seen.host,
        neverStarted: [...plan.readyWhen.keys()].filter((service) => !started.has(service)),
        interrupted: seen.interrupted,
        ...(seen.confirmations && seen.confirmations.length > 0 ? { confirmations: seen.confirmations } : {}),
    };
}
/** The observation with the last log lines of a service that Docker has nothing against. */
async function withLog(observation, service, context) {
    const [name, lines] = await lastLines(service, context);
    return { ...observation, logs: { ...observation.logs, [name]: lines } };
}
async function lastLines(service, { watch, runtime }) {
    const containers = watch.of(service);
    const container = containers.find(({ state }) => state !== 'running') ?? containers[0];
    const gone = container === undefined || container.watched?.removedAtMs !== undefined;
    return [service, gone ? [] : telling(await runtime.logs(container.id, READ_LINES))];
}
/** The last lines, and before them the first one that speaks of an error when it stands further up. */
function telling(lines) {
    if (lines.length <= LOG_LINES)
        return lines;
    const last = lines.slice(-LOG_LINES);
    const first = lines.slice(0, -LOG_LINES).find((line) => /\berror\b|fatal|panic/i.test(line));
    return first === undefined ? last : [first, ...last.slice(1)];
}

;// CONCATENATED MODULE: ./src/model/resolve-name.ts
/**
 * Resolves a host name as the container `from` would, from what Docker tells of networks and names, without asking anybody. `outside`
 * is a name that only the world may know. https://docs.docker.com/engine/network/#dns-services
 */
function resolveName(host, from, containers) {
    const name = host.toLowerCase().replace(/(.)\.$/, '$1');
    if (isAddress(name)) {
        const owners = containers.filter((container) => addressesOf(container).includes(name));
        return isLoopbackName(name) ? own(from) : { kind: 'literal', addresses: [name], containers: owners };
    }
    if (isLoopbackName(name))
        return own(from);
    const found = (from.networks ?? []).flatMap((network) => containers.flatMap((container) => {
        const there = container.networks?.find((one) => one.name === network.name);
        if (!there || !hasName(there.names, name, network.name))
            return [];
        const addresses = [there.address, there.address6].filter((address) => address !== '');
        return addresses.map((address) => ({ address, container }));
    }));
    if (found.length > 0)
        return {
            kind: 'networks',
            addresses: [...new Set(found.map(({ address }) => address))],
            containers: [...new Set(found.map(({ container }) => container))],
        };
    return { kind: name.includes('.') || isOnHost(from) ? 'outside' : 'none', addresses: [], containers: [] };
}
/** Containers that have the name on any network of theirs, also one that the asker is not on. */
function containersNamed(host, containers) {
    const name = host.toLowerCase();
    return containers.filter(({ networks = [], service }) => networks.length > 0 ? networks.some((network) => hasName(network.names, name, network.name)) : service === name);
}
function hasName(names, name, network) {
    return names.some((one) => one.toLowerCase() === name || `${one}.${network}`.toLowerCase() === name);
}
function own(from) {
    return { kind: 'own', addresses: isOnHost(from) ? ['127.0.0.1'] : addressesOf(from), containers: [from] };
}
function addressesOf({ networks = [] }) {
    return networks.flatMap(({ address, address6 }) => [address, address6]).filter((address) => address !== '');
}
function isOnHost({ networkMode }) {
    return networkMode === 'host';
}
function isAddress(name) {
    return /^\d+(?:\.\d+){3}$/.test(name) || name.includes(':');
}
function isLoopbackName(name) {
    return name === 'localhost' || name === '::1' || /^127\.[\d.]+$/.test(name);
}

// EXTERNAL MODULE: ./src/rules/grafana-datasources.ts
var grafana_datasources = __webpack_require__(456);
// EXTERNAL MODULE: ./src/rules/grafana-settings.ts
var grafana_settings = __webpack_require__(6729);
;// CONCATENATED MODULE: ./src/stages/grafana-look.ts



const grafana_look_MOST_MS = 2_000;
/** What Grafana's own test of a Prometheus data source asks. */
const QUERY = '/api/v1/query?query=1%2B1';
/** Asks each Grafana that runs how it is, and its Prometheus data sources in two ways: by Grafana itself, and from its position. */
function askGrafanas(stack, { containers }, ask) {
    return (0,grafana_datasources/* grafanasOf */.hg)(stack).flatMap(({ service, sources }) => {
        const running = containers.find((one) => one.service === service.name && one.state === 'running');
        if (!running)
            return [];
        const grafana = new Grafana(stack, service, running, ask);
        return [grafana.health(), ...sources.filter(isAsked).map((source) => grafana.source(source))];
    });
}
/** Data sources of other kinds have no question that needs nothing; of direct ones the browser asks. */
function isAsked({ type, node }) {
    return type === 'prometheus' && (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, 'access')) !== 'direct';
}
class Grafana {
    stack;
    service;
    ask;
    #base;
    constructor(stack, service, container, ask) {
        this.stack = stack;
        this.service = service;
        this.ask = ask;
        const scheme = this.#setting('server', 'protocol') === 'https' ? 'https' : 'http';
        const root = this.#setting('server', 'root_url') ?? '';
        const path = this.#isSet('server', 'serve_from_sub_path') ? /^\w+:\/\/[^/]*(\/.*?)\/?$/.exec(root)?.[1] : undefined;
        const port = this.#setting('server', 'http_port') ?? '3000';
        const host = container.networkMode === 'host' ? 'localhost' : '127.0.0.1';
        this.#base = `${scheme}://${host}:${port}${path ?? ''}`;
    }
    async health() {
        return [{ of: 'grafana', name: this.service.name, ...(await this.#get(`${this.#base}/api/health`)) }];
    }
    async source(source) {
        const url = (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(source.node, 'url'));
        if (url === undefined || (0,grafana_datasources/* isVariable */.DZ)(url) || !/^https?:\/\//.test(url))
            return [];
        const [asked, tested] = await Promise.all([
            this.#get(`${url.replace(/\/$/, '')}${QUERY}`, basicOf(source)),
            this.#test(source),
        ]);
        return [{ of: 'datasource', name: source.name, ...asked, ...(tested ? { tested } : {}) }];
    }
    /** What Grafana says of it: 200 or 400 with a status of its own; anything else is no answer to the question. */
    async #test(source) {
        const credentials = this.#credentials();
        if (!credentials)
            return undefined;
        const url = `${this.#base}/api/datasources/uid/${encodeURIComponent((0,grafana_datasources/* uidOf */.kz)(source))}/health`;
        const { answer } = await this.#get(url, credentials);
        try {
            const { status, message = '' } = JSON.parse(answer?.bodyStart ?? '');
            if (answer?.status === undefined || status === undefined)
                return undefined;
            return { status: answer.status, word: status, message: message.slice(0, 300) };
        }
        catch {
            return undefined;
        }
    }
    #get(url, headers = {}) {
        // A name that is not in the certificate is Grafana's own matter.
        const tls = url.startsWith('https:') ? { insecure: true } : undefined;
        return this.ask({ from: this.service.name, request: { url, headers, timeoutMs: grafana_look_MOST_MS, tls } });
    }
    /** Those of the compose file, or Grafana's own default where nothing else can have set them; nobody's where all may look. */
    #credentials() {
        if (this.#isSet('auth.anonymous', 'enabled'))
            return {};
        const [user, password] = ['admin_user', 'admin_password'].map((key) => (0,grafana_settings/* grafanaSetting */.Dz)(this.stack, this.service, 'security', key));
        if (user?.kind === 'elsewhere' || password?.kind === 'elsewhere')
            return undefined;
        return basic(user?.kind === 'value' ? user.value : 'admin', password?.kind === 'value' ? password.value : 'admin');
    }
    #setting(section, key) {
        const setting = (0,grafana_settings/* grafanaSetting */.Dz)(this.stack, this.service, section, key);
        return setting.kind === 'value' ? setting.value : undefined;
    }
    #isSet(section, key) {
        return /^(?:1|t|true)$/i.test(this.#setting(section, key) ?? '');
    }
}
function basicOf({ node }) {
    const password = (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, 'secureJsonData', 'basicAuthPassword')) ?? '';
    return (0,grafana_datasources/* isOn */.Mp)((0,yaml_node/* child */.jf)(node, 'basicAuth')) ? basic((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, 'basicAuthUser')) ?? '', password) : {};
}
function basic(user, password) {
    return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

;// CONCATENATED MODULE: ./src/stages/probe-request.ts


/** The Accept header by the major version, seen on 2.53 and 3.5; source: scrape/scrape.go, acceptHeader. */
const ACCEPT = {
    2: 'application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2',
    3: 'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1',
};
/**
 * The request that Prometheus makes for a target of a job, from its configuration. Undefined when it cannot be made here: through a
 * proxy, with OAuth2 or a cloud's signature, or when credentials are where only the container sees them.
 */
function scrapeRequest(stack, job, target, credential) {
    const { node } = job;
    if (['proxy_url', 'proxy_from_environment', 'oauth2', 'sigv4'].some((key) => (0,yaml_node/* child */.jf)(node, key) !== undefined))
        return undefined;
    const files = new ReferencedFiles(stack, credential);
    const authorization = authorizationOf(node, files);
    const tls = tlsOf((0,yaml_node/* child */.jf)(node, 'tls_config'), files);
    if (authorization === UNKNOWN || tls === 'unknown')
        return undefined;
    return {
        url: target.scrapeUrl ?? urlOf(job, target.address),
        headers: {
            ...plainHeaders(job, stack.prometheus?.version),
            ...customHeaders(node),
            ...(authorization === undefined ? {} : { Authorization: authorization }),
        },
        timeoutMs: job.scrapeTimeoutMs,
        tls,
    };
}
/** The address gets the scheme's port when it has none, as in Prometheus 2; 3 leaves it out, which means the same. */
function urlOf({ scheme, metricsPath, node }, address) {
    const query = (0,yaml_node/* entries */.jO)((0,yaml_node/* child */.jf)(node, 'params')).flatMap(([name, { value }]) => (0,yaml_node/* items */.ld)(value).map((item) => `${encodeURIComponent(name)}=${encodeURIComponent((0,yaml_node/* text */.Qq)(item) ?? '')}`));
    const path = metricsPath.value.startsWith('/') ? metricsPath.value : `/${metricsPath.value}`;
    return `${scheme}://${address}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
function plainHeaders(job, version) {
    const major = version?.major === 2 ? 2 : 3;
    const minor = version?.minor === undefined ? '' : `.${String(version.minor)}.0`;
    return {
        Accept: ACCEPT[major],
        ...((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(job.node, 'enable_compression')) === 'false' ? {} : { 'Accept-Encoding': 'gzip' }),
        'User-Agent': `Prometheus/${String(major)}${minor}`,
        'X-Prometheus-Scrape-Timeout-Seconds': String(job.scrapeTimeoutMs / 1000),
    };
}
function customHeaders(node) {
    return Object.fromEntries((0,yaml_node/* entries */.jO)((0,yaml_node/* child */.jf)(node, 'http_headers')).flatMap(([name, { value }]) => {
        const values = [...(0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(value, 'values')), ...(0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(value, 'secrets'))].flatMap((item) => (0,yaml_node/* text */.Qq)(item) ?? []);
        return values.length > 0 ? [[name, values.join(', ')]] : [];
    }));
}
/** Files that the configuration of Prometheus names, as they are on this machine. */
class ReferencedFiles {
    stack;
    credential;
    constructor(stack, credential) {
        this.stack = stack;
        this.credential = credential;
    }
    pathOf(node) {
        const references = this.stack.documents.flatMap((document) => document.references);
        return references.find((reference) => reference.node === node)?.matches[0];
    }
    /** The value of `KEY` or of the file that `KEY_file` names; `unknown` when that cannot be read here. */
    value(node, key) {
        const file = (0,yaml_node/* child */.jf)(node, `${key}_file`);
        if (file === undefined)
            return (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, key));
        const path = this.pathOf(file);
        return (path === undefined ? undefined : this.credential(path)) ?? UNKNOWN;
    }
}
const UNKNOWN = '\u0000unknown';
function authorizationOf(job, files) {
    const basic = (0,yaml_node/* child */.jf)(job, 'basic_auth');
    const general = (0,yaml_node/* child */.jf)(job, 'authorization');
    const bearer = files.value(job, 'bearer_token');
    const parts = basic
        ? [files.value(basic, 'username') ?? '', files.value(basic, 'password') ?? '']
        : [general ? files.value(general, 'credentials') : bearer];
    if (parts.includes(UNKNOWN))
        return UNKNOWN;
    if (basic)
        return `Basic ${btoa(parts.join(':'))}`;
    if (parts[0] === undefined)
        return undefined;
    return `${(0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(general, 'type')) ?? 'Bearer'} ${parts[0]}`;
}
function tlsOf(config, files) {
    if (config === undefined)
        return undefined;
    const named = ['ca_file', 'cert_file', 'key_file'].map((key) => (0,yaml_node/* child */.jf)(config, key));
    const [caFile, certFile, keyFile] = named.map((node) => node && files.pathOf(node));
    if (named.some((node, index) => node !== undefined && [caFile, certFile, keyFile][index] === undefined))
        return 'unknown';
    return {
        caFile,
        ca: (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(config, 'ca')),
        certFile,
        keyFile,
        serverName: (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(config, 'server_name')),
        insecure: (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(config, 'insecure_skip_verify')) === 'true',
    };
}
/** Host and port of a URL or an address of a target, with the scheme's port when none is written. */
function hostAndPort(url) {
    const [, scheme = '', authority = ''] = /^(https?):\/\/([^/?#]+)/.exec(url) ?? [];
    const address = (0,model_address/* splitAddress */.lS)(authority);
    if (!address)
        return undefined;
    return { host: address.host, port: address.port ?? (scheme === 'https' ? 443 : 80) };
}

;// CONCATENATED MODULE: ./src/stages/pipeline-look.ts




/** What it may take: the verdict waits for it. */
const pipeline_look_MOST_MS = 2_000;
/** Something that has only just been started may not listen yet. */
const pipeline_look_AGAIN_MS = 250;
/** Characters of a body. */
const KEPT = 300;
/** Where Prometheus sends alerts, below the prefix of the Alertmanager. */
const ALERTS = '/api/v2/alerts';
/** Asks what is behind Prometheus and before it: Alertmanagers, Grafana, its data sources. Never throws. */
async function lookAtPipeline(look) {
    const { stack, observation, inspection, clock } = look;
    if (!inspection || !observation.prometheus.ready)
        return undefined;
    const signal = AbortSignal.timeout(pipeline_look_MOST_MS);
    const ask = asker(observation, inspection, clock, signal);
    const answers = await Promise.all([
        ...alertmanagers(look, inspection).map(async ({ name, ...question }) => {
            return { of: 'alertmanager', name, ...(await ask(question)) };
        }),
        ...askGrafanas(stack, observation, ask),
    ]);
    return answers.flat().map((one) => withoutBody(one));
}
function asker(observation, inspection, clock, signal) {
    return async ({ from, request }) => {
        const asking = observation.containers.find(({ service }) => service === from);
        const host = hostAndPort(request.url)?.host;
        const base = { from, url: request.url };
        if (!asking || host === undefined)
            return { ...base, resolution: 'outside' };
        const { kind: resolution, addresses } = resolveName(host, asking, observation.containers);
        const [address] = resolution === 'literal' ? [] : addresses;
        if (address === undefined)
            return { ...base, resolution };
        let answer;
        const until = clock.now() + pipeline_look_MOST_MS - pipeline_look_AGAIN_MS;
        do {
            if (answer)
                await clock.sleep(pipeline_look_AGAIN_MS, signal);
            answer = await inspection.get({ ...request, address, from, timeoutMs: pipeline_look_MOST_MS }, signal).catch(() => undefined);
        } while (answer?.errorCode === 'ECONNREFUSED' && clock.now() < until && !signal.aborted);
        return { ...base, resolution, answer };
    };
}
/** The Alertmanagers that Prometheus has found, each asked with the credentials of the entry that names it. */
function alertmanagers({ stack, observation }, inspection) {
    const { service, config } = stack.prometheus ?? {};
    if (!service || !config)
        return [];
    const listed = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(config.root, 'alerting', 'alertmanagers'));
    return (observation.server?.alertmanagers?.active ?? []).flatMap((name) => {
        const authority = /^https?:\/\/([^/]+)/.exec(name)?.[1];
        const named = listed.filter((one) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(one, 'static_configs')).some((group) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(group, 'targets')).some((target) => (0,yaml_node/* text */.Qq)(target) === authority)));
        const [entry] = named.length > 0 ? named : listed;
        if (entry?.kind !== 'mapping' || !name.endsWith(ALERTS))
            return [];
        const url = `${name.slice(0, -ALERTS.length)}/api/v2/status`;
        const job = {
            name: { value: '', at: entry.at },
            node: entry,
            metricsPath: { value: '', at: entry.at },
            scheme: (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(entry, 'scheme')) ?? 'http',
            scrapeIntervalMs: pipeline_look_MOST_MS,
            scrapeTimeoutMs: pipeline_look_MOST_MS,
            staticTargets: [],
            discoveries: [],
            relabels: false,
        };
        const asked = scrapeRequest(stack, job, { address: authority ?? '', scrapeUrl: url }, (path) => inspection.credential(path));
        const request = asked && { ...asked, headers: withoutScraping(asked.headers) };
        return request ? [{ name, from: service.name, request }] : [];
    });
}
function withoutScraping(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:Accept|X-Prometheus-)/.test(name)));
}
/** A status holds a whole configuration; of an answer that is no good its first words say why. */
function withoutBody(one) {
    const bodyStart = one.answer?.bodyStart;
    if (!one.answer || bodyStart === undefined)
        return one;
    const isGood = one.of === 'alertmanager' && one.answer.status === 200;
    return { ...one, answer: { ...one.answer, bodyStart: isGood ? '' : bodyStart.slice(0, KEPT) } };
}

;// CONCATENATED MODULE: ./src/stages/look-around.ts




/** What containers, Prometheus and what it works with say of themselves. */
async function lookAround(stack, { inspection, door, clock }, context, { up, proof, host, startedMs, interrupted }) {
    const observation = await observe(context, {
        bringUpFailure: up.failure,
        host,
        verification: proof?.verification,
        interrupted,
        runStartedMs: startedMs,
        confirmations: proof?.confirmations,
    });
    const seen = await lookCloser({ observation, inspection, door, instance: stack.prometheus, clock });
    const mute = nothingStored(seen) ? stack.prometheus?.service.name : undefined;
    const closer = mute === undefined ? seen : await withLog(seen, mute, context);
    return { ...closer, pipeline: await lookAtPipeline({ stack, observation: closer, inspection, clock }) };
}

;// CONCATENATED MODULE: ./src/stages/prove.ts




const DEMAND = { stableScrapes: 1, externalTargets: 'require' };
/** Asks Prometheus until it has proved every target; what fails under a tempo that is not the configured one counts when it fails again. */
async function prove(stack, context, stages, { door, tempo, startedMs, demand = DEMAND, quick }) {
    const instance = stack.prometheus;
    if (!instance)
        throw new Error('a stack without Prometheus passed the check');
    const servicesReadyMs = Math.max(startedMs, ...context.watch.readyAt.values());
    const request = { ...context, instance, door, expected: expectedTargets(stack), demand, startedMs, servicesReadyMs };
    const allUp = ({ complete, targets }) => complete && targets.some((target) => (0,model_target/* isEvidence */.e)(target)) && targets.every((target) => (0,model_target/* isFine */.z)(target));
    const verification = await stages.run('verify', () => verifyTargets(request), allUp);
    const open = unconfirmed(verification);
    if (!tempo || !quick?.original || open.length === 0 || context.signal.aborted)
        return { verification };
    const restorer = { driver: tempo, original: quick.original };
    return stages.run('confirm', () => confirm_confirm(request, open, restorer), (again) => allUp(again.verification));
}

;// CONCATENATED MODULE: ./src/stages/bring-up.ts

const RECHECK_MS = 1000;
/** Builds what the compose file says to build, so that no stale image is judged. */
async function buildImages({ plan, runtime, signal }) {
    if (plan.builds.length === 0)
        return { ok: true };
    const result = await runtime.build(plan.builds, signal);
    if (signal.aborted)
        return { ok: false };
    return result.exitCode === 0 ? { ok: true } : { ok: false, failure: failureOf(plan.builds, result) };
}
/**
 * Starts every service as soon as its conditions hold, not when all before it is ready. Docker Compose creates the containers in two
 * calls, that of Prometheus first; the engine then starts each one by itself, since a call of Compose costs half a second and more.
 */
async function bringUp(context) {
    const ascent = new Ascent(context);
    return ascent.run();
}
/** One bring-up. */
class Ascent {
    context;
    #left;
    #created = new Set();
    #creating = Promise.resolve();
    #failure;
    /** Nothing that is started after a service has failed helps the run. */
    #signal;
    constructor(context) {
        this.context = context;
        this.#signal = AbortSignal.any([context.signal, context.watch.failed]);
        this.#left = new Set(context.plan.stages.flatMap(({ services }) => services));
    }
    async run() {
        const { plan, watch } = this.context;
        const lead = [...this.#left].filter((name) => plan.lead.has(name));
        if (lead.length > 0)
            await this.#create(lead);
        // Beside the start of the first ones.
        this.#creating = this.#create([...this.#left].filter((name) => !plan.lead.has(name)));
        while (this.#left.size > 0 && !this.#failure && !this.#signal.aborted) {
            // Judged by the one who reads the observation; here it only ends the work at once.
            if (watch.hopeless())
                break;
            const free = [...this.#left].filter((name) => this.#created.has(name) && this.#mayStart(name));
            if (free.length > 0)
                await this.#start(free);
            else if (!(await this.#moreTime()))
                break;
        }
        await this.#creating;
        return this.#failure
            ? { ok: false, failure: this.#failure }
            : { ok: this.#left.size === 0 && !this.#signal.aborted };
    }
    /** Waits for a change; false at once when some service can never start. */
    async #moreTime() {
        const { watch } = this.context;
        const allCreated = [...this.#left].every((name) => this.#created.has(name));
        if (allCreated && [...this.#left].some((name) => this.#isHopeless(name)))
            return false;
        const change = watch.change(Math.min(RECHECK_MS, watch.recheckMs()), this.#signal);
        await (allCreated ? change : Promise.race([change, this.#creating]));
        return true;
    }
    /** What Compose has to start itself it also creates. */
    async #create(services) {
        const { plan, runtime, watch } = this.context;
        const names = services.filter((name) => !plan.byCompose.has(name));
        if (names.length > 0) {
            const result = await runtime.create(names, this.#signal);
            if (this.#signal.aborted)
                return;
            await watch.refresh();
            this.#failure ??= result.exitCode === 0 ? this.#tooFew(names, result) : failureOf(names, result);
        }
        for (const name of services)
            this.#created.add(name);
    }
    /** Every replica counts: what the plan expects has to be there. */
    #tooFew(services, { command }) {
        const { plan, watch } = this.context;
        const short = services.find((name) => watch.of(name).length < (plan.replicas.get(name) ?? 1));
        if (short === undefined)
            return undefined;
        const [there, expected] = [watch.of(short).length, plan.replicas.get(short) ?? 1];
        const output = `service ${short} has ${String(there)} of ${String(expected)} containers after docker compose created them`;
        return { services: [short], command, exitCode: 0, output };
    }
    async #start(free) {
        const { plan, runtime, watch, progress } = this.context;
        progress.note(`starting ${free.join(', ')}`);
        const byCompose = free.filter((name) => plan.byCompose.has(name));
        const containers = free.filter((name) => !plan.byCompose.has(name)).flatMap((name) => watch.of(name));
        const started = containers.map(async ({ id, service }) => {
            this.#note([service], await runtime.start(id, this.#signal));
        });
        const together = async () => {
            if (byCompose.length > 0)
                this.#note(byCompose, await runtime.up(byCompose, this.#signal));
        };
        await Promise.all([...started, together()]);
        for (const name of free)
            this.#left.delete(name);
        if (!this.#signal.aborted)
            await watch.refresh();
    }
    #note(services, result) {
        if (result.exitCode !== 0 && !this.#signal.aborted)
            this.#failure ??= failureOf(services, result);
    }
    /** Whether all that a service depends on is as it wants it, and every stage above its own is ready. */
    #mayStart(name) {
        const { watch } = this.context;
        return (this.#awaited(name).every(({ service, condition }) => this.#holds(service, condition)) &&
            this.#above(name).every((service) => watch.readyAt.has(service)));
    }
    /** What is ready and still not as it is wanted never will be: no healthcheck, or completed instead of healthy. */
    #isHopeless(name) {
        const { plan, watch, clock } = this.context;
        const kindOf = (service) => readinessOf(service, watch.containers(), plan, clock.now()).kind;
        return (this.#awaited(name).some(({ service, condition }) => !this.#holds(service, condition) && kindOf(service) !== 'waiting') || this.#above(name).some((service) => kindOf(service) === 'hopeless'));
    }
    #holds(service, condition) {
        const { plan, watch } = this.context;
        return conditionMet(condition, watch.of(service), plan.replicas.get(service));
    }
    #awaited(name) {
        const { plan } = this.context;
        return (plan.dependencies.get(name) ?? []).filter(({ service, required }) => required && plan.readyWhen.has(service));
    }
    /** The services of the stages that the settings put above that of this one. */
    #above(name) {
        const { stages } = this.context.plan;
        const own = stages.findIndex(({ services, waits }) => waits === true && services.includes(name));
        return stages.slice(0, Math.max(own, 0)).flatMap(({ services }) => services);
    }
}
function failureOf(services, { command, exitCode, output }) {
    return { services, command, exitCode, output };
}

;// CONCATENATED MODULE: ./src/rules/pull-failure.ts
/**
 * What Docker says of a pull that failed, telling words first. `docker compose pull` hands on the engine's words, and those are the
 * registry's; words of the registry API: https://distribution.github.io/distribution/spec/api/#errors-2
 */
const pull_failure_WORDS = [
    // A limit lasts for minutes or hours, and each new question counts.
    [
        /toomanyrequests|too many requests|(?:unauthenticated )?pull rate limit|\b429\b/i,
        'permanent',
        'image-rate-limited',
        'the registry limits the rate of pulls',
    ],
    [/no space left on device/i, 'permanent', 'disk-full', 'the disk of the engine is full'],
    [
        /no matching manifest for \S+|no match for platform in manifest|does not match the (?:specified|detected) (?:host )?platform|does not provide the specified platform/i,
        'permanent',
        'wrong-architecture',
        'the image is not made for this machine',
    ],
    // Docker Hub tells nobody whether an image exists that they may not see.
    [
        /repository (?:\S+ )?(?:does not exist|not found)|(?:manifest|name|repository name)(?: \S+)? (?:unknown|not known)|manifest for \S+ not found|invalid reference format|repository name must be|no such image|:? ?404 not found|(?:\/v2\/\S+|\bresolve reference "[^"]+"): not found|\S+:\S+: not found/i,
        'permanent',
        'image-unavailable',
        'the registry has no such image, or does not show it',
    ],
    [
        /\bdenied\b|unauthorized|authentication required|no basic auth credentials|incorrect username or password|insufficient[ _]scope|\b40[13] (?:forbidden|unauthorized)|forbidden/i,
        'permanent',
        'image-denied',
        'the registry does not let this machine pull it',
    ],
    // The certificate will be the same next time; so will a registry that speaks no TLS.
    [
        /x509:|certificate (?:signed by unknown|has expired|is valid for)|server gave HTTP response to HTTPS client|first record does not look like a TLS handshake/i,
        'permanent',
        'registry-unavailable',
        'there is no secure connection to the registry',
    ],
    [/TLS handshake timeout/i, 'transient', 'registry-unavailable', 'the TLS handshake with the registry timed out'],
    [
        /timeout exceeded while awaiting headers|i\/o timeout|deadline exceeded|timed out|request canceled while waiting|no progress for [\d.]+ s/i,
        'transient',
        'registry-unavailable',
        'the registry did not answer in time',
    ],
    [
        /connection refused|connection reset|broken pipe|no route to host|network is unreachable|connection (?:was )?closed|use of closed network connection|server misbehaving|temporary failure in name resolution|stream error|GOAWAY/i,
        'transient',
        'registry-unavailable',
        'the registry cannot be reached',
    ],
    [
        /(?:status(?: code)?:?|unexpected HTTP status:?|status code \S+:) ?5\d\d|\b50[0234] (?:internal|not implemented|bad|service|gateway)|internal server error|bad gateway|service unavailable|gateway time-?out/i,
        'transient',
        'registry-unavailable',
        'the registry answers with a server error',
    ],
    [/\bunexpected EOF\b|: EOF\b|\bEOF$/m, 'transient', 'registry-unavailable', 'the registry closed the connection'],
    [/no such host/i, 'permanent', 'registry-unavailable', 'the name of the registry does not resolve'],
    [
        /filesystem layer verification failed|failed to register layer: .*(?:unexpected|corrupt)/i,
        'transient',
        'registry-unavailable',
        'a layer came damaged',
    ],
];
/** Judges what Docker printed. What is not known is not tried again: it would hide what is wrong. Pure. */
function classifyPull(output) {
    const said = errorsOf(output);
    const row = pull_failure_WORDS.find(([words]) => words.test(said));
    return row && { kind: row[1], cause: row[2], why: row[3] };
}
/** Without lines of progress, in which names of images and layers could look like words of an error. */
function errorsOf(output) {
    const lines = output.split('\n').map((line) => line.trim());
    const errors = lines.filter((line) => /^(?:Error response from daemon|failed to|Error:|error )|\bError\b/i.test(line));
    return (errors.length > 0 ? errors : lines).join('\n');
}

;// CONCATENATED MODULE: ./src/stages/pull.ts


/** Registries come back within seconds, or not for long. */
const RETRY = { firstMs: 1000, mostMs: 8000 };
/** In all: some 10 s of waiting, so that a red verdict does not take minutes. */
const MOST_ATTEMPTS = 5;
/** As many pulls at once as the engine's own default of downloads: more only share the line. */
const AT_ONCE = 3;
/** Pulls what is not here and may be pulled. One image that cannot be had ends the others: nothing can start without it. */
async function pullImages(context) {
    const { plan, runtime, progress } = context;
    if (plan.images.length === 0)
        return { ok: true };
    const absent = await runtime.absentImages(plan.images);
    const forbidden = absent.find(({ pull }) => pull === 'never');
    if (forbidden)
        return { ok: false, failure: mayNotPull(forbidden) };
    const wanted = plan.images.filter((image) => image.pull === 'always' || absent.includes(image));
    if (wanted.length > 0)
        progress.note(`pulling ${wanted.map(({ image }) => image).join(', ')}`);
    const giveUp = new AbortController();
    const signal = AbortSignal.any([context.signal, giveUp.signal]);
    const queue = wanted.values();
    let failure;
    const worker = async () => {
        for (const image of queue) {
            const failed = await pullOne(image, { ...context, signal });
            if (!failed || signal.aborted)
                continue;
            failure = failed;
            giveUp.abort();
        }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, wanted.length) }, worker));
    return { ok: failure === undefined && !context.signal.aborted, failure };
}
/** Asks again, later and later, while the failure is one that passes. */
async function pullOne({ image, services }, { runtime, progress, clock, signal }) {
    const [service = ''] = services;
    const backoff = new Backoff(RETRY, clock);
    for (let attempt = 1;; attempt++) {
        if (signal.aborted)
            return undefined;
        const result = await runtime.pull(service, signal);
        if (result.exitCode === 0) {
            if (attempt > 1)
                progress.note(`pulled ${image} at attempt ${String(attempt)}`);
            return undefined;
        }
        const failed = classifyPull(result.output);
        if (failed?.kind !== 'transient' || attempt === MOST_ATTEMPTS)
            return asFailure(services, result, attempt);
        const pauseMs = backoff.nextMs();
        progress.note(againNote(image, attempt, failed.why, pauseMs));
        await clock.sleep(pauseMs, signal);
    }
}
function againNote(image, attempt, why, pauseMs) {
    const seconds = (pauseMs / 1000).toFixed(1);
    return `pull of ${image} failed, attempt ${String(attempt)} of ${String(MOST_ATTEMPTS)}: ${why}; again in ${seconds} s`;
}
function asFailure(services, { command, exitCode, output }, attempts) {
    return { services, command, exitCode, output, ...(attempts > 1 ? { attempts } : {}) };
}
function mayNotPull({ image, services }) {
    const output = `No such image: ${image}, and pull_policy "never" forbids to pull it`;
    return { services, command: `docker image inspect ${image}`, exitCode: 1, output };
}

;// CONCATENATED MODULE: ./src/stages/raise.ts


/** Pulls, builds, shortens the waits where that is wanted, and starts; what fails leaves the rest out. */
async function raise(context, stages, quicker) {
    const step = (name, work) => stages.run(name, async () => {
        const done = await work(context);
        // The verdict is certain by now: whoever waits for it need not wait for what is looked at afterwards.
        if (done.failure)
            context.progress.note(lastWords(done.failure));
        return done;
    }, ({ ok }) => ok);
    const pulled = await step('pull', pullImages);
    if (!pulled.ok) {
        stages.skipAll(['build', 'up'], 'not every image was pulled');
        return { up: pulled, begun: false };
    }
    const built = await step('build', buildImages);
    if (!built.ok) {
        stages.skip('up', 'not every image was built');
        return { up: built, begun: false };
    }
    // By now the images are there, whose own healthchecks count as well.
    const quick = await quicker();
    return { up: await step('up', bringUp), begun: true, quick };
}
/** What a command that failed said in the end, which is why. */
function lastWords({ command, exitCode, output }) {
    const words = output.trim().split('\n').at(-1) || `exit code ${String(exitCode)}, without a word`;
    return `${command} failed: ${words}`;
}

;// CONCATENATED MODULE: ./src/stages/service-progress.ts

const UNTIL = {
    service_started: 'to start',
    service_healthy: 'to be healthy',
    service_completed_successfully: 'to complete',
};
/** Has the progress follow the services of a run until the returned function is called. */
function followServices({ plan, watch, clock, progress }) {
    const readyMs = new Map();
    const look = () => {
        const nowMs = clock.now();
        const all = serviceProgress(plan, containersOf(), nowMs);
        return all.map((one) => {
            if (one.phase !== 'ready')
                readyMs.delete(one.service);
            else if (!readyMs.has(one.service))
                readyMs.set(one.service, nowMs);
            const since = nowMs - (readyMs.get(one.service) ?? nowMs);
            return one.waitedMs === undefined ? one : { ...one, waitedMs: Math.max(0, one.waitedMs - since) };
        });
    };
    return progress.follow?.(look) ?? (() => undefined);
    function containersOf() {
        try {
            return watch.containers();
        }
        catch {
            // Whoever waits meets the same error and ends the run by it.
            return [];
        }
    }
}
/** How far each service of the plan is, in the order in which they start. Pure. */
function serviceProgress(plan, containers, nowMs) {
    const byService = new Map();
    for (const container of containers) {
        const own = byService.get(container.service);
        if (own)
            own.push(container);
        else
            byService.set(container.service, [container]);
    }
    const of = (service) => byService.get(service) ?? [];
    return plan.stages.flatMap(({ services }) => services).map((service) => progressOf(service, plan, of, nowMs));
}
function progressOf(service, plan, of, nowMs) {
    const own = of(service);
    if (own.length === 0)
        return { service, phase: 'unstarted', state: 'not started', reason: openConditions() };
    const readiness = judgeService(own, plan.readyWhen.get(service) ?? 'healthy-or-running', nowMs);
    const sinceMs = Math.min(...own.map(({ createdAtMs, startedAtMs }) => createdAtMs ?? (startedAtMs || nowMs)));
    const seen = { service, state: stateOf(own), waitedMs: Math.max(0, nowMs - sinceMs) };
    if (readiness.kind === 'ready')
        return { ...seen, phase: 'ready', state: readiness.as, reason: '' };
    if (readiness.kind === 'hopeless')
        return { ...seen, phase: 'failed', reason: readiness.reason };
    return { ...seen, phase: 'waiting', reason: readiness.reason + lastProbe(own) };
    function openConditions() {
        const open = (plan.dependencies.get(service) ?? []).filter((dependency) => dependency.required &&
            plan.readyWhen.has(dependency.service) &&
            !conditionMet(dependency.condition, of(dependency.service)));
        const named = open.map((dependency) => `${dependency.service} ${UNTIL[dependency.condition]}`);
        return named.length === 0 ? 'its turn' : named.join(', ');
    }
}
/** The state of the container that is furthest from ready; a healthcheck says more than that it runs. */
function stateOf(containers) {
    const words = containers.map(({ state, health }) => (state === 'running' && health !== 'none' ? health : state));
    return words.find((word) => word !== 'healthy' && word !== 'running') ?? words[0] ?? 'not started';
}
/** What the last probe that failed said, for whoever waits for a healthcheck. */
function lastProbe(containers) {
    const last = containers.find(({ health }) => health === 'starting')?.probes.at(-1);
    if (!last || last.exitCode === 0)
        return '';
    const [line = ''] = last.output.trim().split('\n', 1);
    return `; last probe: ${line === '' ? `exit code ${String(last.exitCode)}` : line}`;
}

;// CONCATENATED MODULE: ./src/stages/companions.ts

/** Knows since when a service has nothing left to wait for: what still fails from then on fails by itself. */
class Companions {
    plan;
    #readySinceMs = new Map();
    constructor(plan) {
        this.plan = plan;
    }
    sinceMs(service) {
        return this.#readySinceMs.get(service);
    }
    update(readiness, containers, nowMs) {
        const coming = [...readiness].flatMap(([service, { kind }]) => kind === 'waiting' && !containers.get(service)?.some(isDying) ? [service] : []);
        for (const service of readiness.keys()) {
            const awaited = coming.some((other) => other !== service && (containers.has(other) || !this.#waitsFor(other, service)));
            if (awaited)
                this.#readySinceMs.delete(service);
            else if (!this.#readySinceMs.has(service))
                this.#readySinceMs.set(service, nowMs);
        }
    }
    /** Whether a service that is not started yet is held back by another one, by whatever way. */
    #waitsFor(service, other) {
        const held = new Set([service]);
        for (const name of held)
            for (const next of this.plan.dependencies.get(name) ?? [])
                held.add(next.service);
        return held.has(other);
    }
}
/** Two services that each die while they wait for the other one are on no way. */
function isDying(container) {
    return quickRuns(container).length >= 2;
}

;// CONCATENATED MODULE: ./src/stages/container-history.ts
/** What events told of each container: an inspect shows only how it is now. */
class ContainerHistory {
    #pasts = new Map();
    /** Takes one event; they come in order. */
    take(event) {
        const past = this.#pasts.get(event.containerId) ?? { asked: false, outOfMemory: false, endedRuns: [] };
        this.#pasts.set(event.containerId, past);
        switch (event.action) {
            case 'start':
                Object.assign(past, { startedAtMs: event.atMs, asked: false, outOfMemory: false, stoppedAtMs: undefined });
                break;
            case 'kill':
                past.asked = true;
                break;
            case 'oom':
                past.outOfMemory = true;
                break;
            case 'die':
                end(past, event);
                break;
            case 'pause':
                past.pausedAtMs = event.atMs;
                break;
            case 'unpause':
                past.pausedAtMs = undefined;
                break;
            case 'destroy':
                past.removedAtMs = event.atMs;
                break;
            case 'create':
            case 'stop':
            case 'restart':
            case 'health_status':
                break;
        }
    }
    /** One that the engine does not list any more, though no event told of it. */
    missed(containerId, atMs) {
        const past = this.#pasts.get(containerId) ?? { asked: false, outOfMemory: false, endedRuns: [] };
        past.removedAtMs ??= atMs;
        this.#pasts.set(containerId, past);
    }
    /** Undefined when nothing happened to it since somebody watches. */
    of(containerId) {
        const past = this.#pasts.get(containerId);
        if (!past)
            return undefined;
        const { endedRuns, pausedAtMs, stoppedAtMs, removedAtMs } = past;
        return {
            endedRuns: [...endedRuns],
            ...(pausedAtMs === undefined ? {} : { pausedAtMs }),
            ...(stoppedAtMs === undefined ? {} : { stoppedAtMs }),
            ...(removedAtMs === undefined ? {} : { removedAtMs }),
        };
    }
}
function end(past, { atMs, exitCode = 0 }) {
    if (past.asked)
        past.stoppedAtMs = atMs;
    else {
        const startedAtMs = past.startedAtMs ?? atMs;
        past.endedRuns.push({ startedAtMs, endedAtMs: atMs, exitCode, oomKilled: past.outOfMemory });
    }
    Object.assign(past, { asked: false, outOfMemory: false, pausedAtMs: undefined });
}

;// CONCATENATED MODULE: ./src/stages/container-table.ts

/** What is known of each container of the project: how it was when it was last inspected, and what events told of it. */
class ContainerTable {
    #snapshots = new Map();
    #history = new ContainerHistory();
    /** Containers that something happened to since they were last inspected. */
    #changed = new Set();
    /** All of them in the order in which they were first seen, also those that were removed. */
    containers() {
        return [...this.#snapshots.values()].map((snapshot) => {
            const watched = this.#history.of(snapshot.id);
            return watched ? { ...snapshot, watched } : snapshot;
        });
    }
    get changed() {
        return this.#changed.size > 0;
    }
    event(event) {
        this.#history.take(event);
        if (event.action === 'destroy')
            this.#changed.delete(event.containerId);
        else
            this.#changed.add(event.containerId);
    }
    /** A list of all of them shows which ones changed; whether any did of which no event told. */
    listed(list, nowMs) {
        const there = new Set(list.map(({ id }) => id));
        const gone = [...this.#snapshots.keys()].filter((id) => !there.has(id) && !this.#isRemoved(id));
        for (const id of gone)
            this.#history.missed(id, nowMs);
        const changed = list.filter((one) => differs(one, this.#snapshots.get(one.id)) && !this.#changed.has(one.id));
        for (const { id } of changed)
            this.#changed.add(id);
        return gone.length + changed.length > 0;
    }
    /** Every container has to be looked at again: events may have been lost. */
    doubtAll() {
        for (const id of this.#snapshots.keys())
            if (!this.#isRemoved(id))
                this.#changed.add(id);
    }
    /** The ids to inspect now; what changes from here on is for the next time. */
    takeChanged() {
        const ids = [...this.#changed];
        this.#changed.clear();
        return ids;
    }
    inspected(snapshots) {
        for (const snapshot of snapshots)
            this.#snapshots.set(snapshot.id, snapshot);
    }
    /** What was taken could not be inspected. */
    putBack(ids) {
        for (const id of ids)
            if (!this.#isRemoved(id))
                this.#changed.add(id);
    }
    #isRemoved(id) {
        return this.#history.of(id)?.removedAtMs !== undefined;
    }
}
function differs({ state, health }, known) {
    if (!known)
        return true;
    // A list tells the health of running containers alone.
    return state !== known.state || (state === 'running' && health !== known.health);
}

;// CONCATENATED MODULE: ./src/stages/container-look.ts


/** Events come in bursts; one look after the burst is enough. */
const SETTLE_MS = 25;
/** No look sooner than this after the one before it, however many events come. */
const APART_MS = 100;
/** The safety net when an event is lost: a list of all containers. */
const container_look_POLL = { firstMs: 500, mostMs: 15_000 };
/** Pause before the event stream is opened again after it ended. */
const REOPEN_MS = 500;
/** Looks in a row that fail before the engine counts as gone. */
const MOST_FAILURES = 2;
/**
 * Keeps the containers of the project up to date: events name the ones to inspect, and an exponential backoff lists all of them anyway
 * in case an event was lost, and inspects those that changed.
 */
class ContainerLook {
    runtime;
    clock;
    onLook;
    #table = new ContainerTable();
    #failures = 0;
    #failure;
    #listNext = true;
    /** When the safety net looks, whatever happens until then. */
    #listAtMs = 0;
    #backoff;
    #lastLookMs = -Infinity;
    #waiters = [];
    #wakeUp;
    #stop = new AbortController();
    #work;
    /** @param onLook called after each look that the engine answered */
    constructor(runtime, clock, onLook) {
        this.runtime = runtime;
        this.clock = clock;
        this.onLook = onLook;
        this.#backoff = new Backoff(container_look_POLL, clock);
        this.#work = Promise.all([this.#listen(), this.#lookAgainAndAgain()]);
    }
    /** As they were last seen, those that were removed too. Throws what the engine threw when it is gone. */
    containers() {
        if (this.#failure !== undefined)
            throw this.#failure;
        return this.#table.containers();
    }
    /** Resolves after the next look, after `atMostMs`, or with the signal, whichever is first. */
    async change(atMostMs, signal) {
        const either = new AbortController();
        await Promise.race([this.#nextLook(), this.clock.sleep(atMostMs, AbortSignal.any([signal, either.signal]))]);
        either.abort();
    }
    /** Looks at once, whatever the events say. */
    async refresh() {
        this.#listNext = true;
        this.#lastLookMs = -Infinity;
        const looked = this.#nextLook();
        this.#wakeUp?.();
        await looked;
    }
    /** Whoever waits for a change looks again; nothing is asked of the engine. */
    wake() {
        for (const resolve of this.#waiters.splice(0))
            resolve();
    }
    async close() {
        this.#stop.abort();
        await this.#work;
    }
    #nextLook() {
        return new Promise((resolve) => this.#waiters.push(resolve));
    }
    async #listen() {
        const { signal } = this.#stop;
        while (!signal.aborted) {
            try {
                for await (const event of this.runtime.events(signal)) {
                    this.#table.event(event);
                    this.#wakeUp?.();
                }
            }
            catch {
                // The look below meets the same engine and says what is wrong with it.
            }
            this.#doubt();
            await this.clock.sleep(REOPEN_MS, signal);
            // What happened while nobody listened.
            this.#doubt();
        }
    }
    #doubt() {
        this.#table.doubtAll();
        this.#listNext = true;
        this.#wakeUp?.();
    }
    async #lookAgainAndAgain() {
        while (!this.#stop.signal.aborted) {
            // Whoever asks from now on wants a look that begins after the question.
            const asked = this.#waiters.splice(0);
            await this.#look();
            for (const resolve of asked)
                resolve();
            // Events do not put the next list off: one that is lost among many is lost too.
            await this.#pause();
        }
        for (const resolve of this.#waiters.splice(0))
            resolve();
    }
    async #look() {
        this.#lastLookMs = this.clock.now();
        const listed = this.#listNext;
        this.#listNext = false;
        let ids = [];
        try {
            if (listed)
                await this.#list();
            ids = this.#table.takeChanged();
            if (ids.length > 0)
                this.#table.inspected(await this.runtime.inspect(ids));
            this.#failures = 0;
            this.#failure = undefined;
            this.onLook();
        }
        catch (error) {
            this.#table.putBack(ids);
            this.#listNext = true;
            if (++this.#failures >= MOST_FAILURES)
                this.#failure = error;
        }
    }
    async #list() {
        // Something that no event told: look closely again.
        if (this.#table.listed(await this.runtime.list(), this.clock.now()))
            this.#backoff.reset();
        this.#listAtMs = this.clock.now() + this.#backoff.nextMs();
    }
    /** Until there is a reason to look: an event, a question, or that it is time to list all of them. */
    async #pause() {
        const { signal } = this.#stop;
        const hasReason = () => this.#table.changed || this.#listNext || signal.aborted;
        const sinceMs = () => this.clock.now() - this.#lastLookMs;
        if (!hasReason())
            await this.#sleepUntilWoken(Math.max(0, this.#listAtMs - this.clock.now()));
        if (!hasReason())
            this.#listNext = true;
        else if (sinceMs() >= APART_MS && sinceMs() < Infinity)
            await this.clock.sleep(SETTLE_MS, signal);
        // Events wake it in between; only who wants a look at once makes it short.
        while (sinceMs() < APART_MS && !signal.aborted)
            await this.#sleepUntilWoken(APART_MS - sinceMs());
    }
    async #sleepUntilWoken(ms) {
        const woken = new AbortController();
        this.#wakeUp = () => {
            woken.abort();
        };
        await this.clock.sleep(ms, AbortSignal.any([woken.signal, this.#stop.signal]));
        this.#wakeUp = undefined;
    }
}

;// CONCATENATED MODULE: ./src/stages/service-watch.ts




/** Judges the services of a plan at any time, by containers that a `ContainerLook` keeps up to date. */
class ServiceWatch {
    clock;
    plan;
    onReady;
    #look;
    #companions;
    #readyAt = new Map();
    /** By runs of containers: when a healthcheck of ours passed in it. */
    #witnessedAt = new Map();
    #failed = new AbortController();
    /** @param onReady called once each time a service becomes ready */
    constructor(runtime, clock, plan, onReady) {
        this.clock = clock;
        this.plan = plan;
        this.onReady = onReady;
        this.#companions = new Companions(plan);
        this.#look = new ContainerLook(runtime, clock, () => {
            this.#judgeAll();
        });
    }
    /** The containers as they were last seen. Throws what the engine threw when it is gone. */
    containers() {
        return this.#look.containers().map((seen) => {
            const container = this.#witnessed(seen);
            const companionsReadyAtMs = this.#companions.sinceMs(container.service);
            if (!container.watched || companionsReadyAtMs === undefined)
                return container;
            return { ...container, watched: { ...container.watched, companionsReadyAtMs } };
        });
    }
    /** Its healthcheck passed in this run of the container. Docker's own verdict comes later and has the last word. */
    witness(container, atMs) {
        this.#witnessedAt.set(runOf(container), atMs);
        this.#judgeAll();
        this.#look.wake();
    }
    of(service) {
        return this.containers().filter((container) => container.service === service);
    }
    /** When each service that is ready now became so, milliseconds since the epoch. */
    get readyAt() {
        this.#judgeAll();
        return this.#readyAt;
    }
    /** Aborts as soon as a service is seen that no waiting helps: for whatever else would go on meanwhile. */
    get failed() {
        return this.#failed.signal;
    }
    /** The first service that no waiting helps, if there is one. */
    hopeless(readiness = this.#readiness()) {
        for (const [service, one] of readiness) {
            if (one.kind !== 'hopeless')
                continue;
            this.#failed.abort();
            return { service, reason: one.reason };
        }
        return undefined;
    }
    /** How long until time alone, without an event, may change what is thought of a service. */
    recheckMs() {
        const all = [...this.#readiness().values()];
        return Math.min(...all.map((one) => (one.kind === 'waiting' ? (one.recheckMs ?? Infinity) : Infinity)));
    }
    /** Resolves after the next look, after `atMostMs`, or with the signal, whichever is first. */
    change(atMostMs, signal) {
        return this.#look.change(atMostMs, signal);
    }
    /** Looks at once, whatever the events say. */
    refresh() {
        return this.#look.refresh();
    }
    close() {
        return this.#look.close();
    }
    #witnessed(container) {
        const witnessedAtMs = this.#witnessedAt.get(runOf(container));
        if (witnessedAtMs === undefined || container.health !== 'starting')
            return container;
        return { ...container, health: 'healthy', watched: { endedRuns: [], ...container.watched, witnessedAtMs } };
    }
    #readiness(byService = this.#byService()) {
        const { readyWhen, replicas } = this.plan;
        const now = this.clock.now();
        return new Map([...readyWhen].map(([service, when]) => [
            service,
            judgeService(byService.get(service) ?? [], when, now, replicas.get(service)),
        ]));
    }
    #byService() {
        const byService = new Map();
        for (const container of this.containers()) {
            const own = byService.get(container.service) ?? [];
            byService.set(container.service, [...own, container]);
        }
        return byService;
    }
    #judgeAll() {
        const byService = this.#byService();
        const readiness = this.#readiness(byService);
        const now = this.clock.now();
        this.#companions.update(readiness, byService, now);
        this.hopeless(readiness);
        for (const [service, one] of readiness) {
            if (one.kind !== 'ready')
                this.#readyAt.delete(service);
            else if (!this.#readyAt.has(service)) {
                this.#readyAt.set(service, now);
                this.onReady(service, one.as);
            }
        }
    }
}

;// CONCATENATED MODULE: ./src/model/empty-answer.ts
/** Whether an answer is whole and has no sample: nothing at all, or comments only. What is longer than what was kept is not judged. */
function isEmptyAnswer({ status, step, bodyStart = '', bodyBytes = 0 }) {
    if (status !== 200 || step !== 'done')
        return false;
    if (bodyBytes === 0)
        return true;
    if (new TextEncoder().encode(bodyStart).length < bodyBytes)
        return false;
    return bodyStart.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}

// EXTERNAL MODULE: ./src/exposition/content-type.ts
var content_type = __webpack_require__(1392);
// EXTERNAL MODULE: ./src/exposition/loaded-parser.ts
var loaded_parser = __webpack_require__(8181);
;// CONCATENATED MODULE: ./src/stages/body-reader.ts


/** Reads answers as the Prometheus of a stack does, and says where it stops; a Content-Type that it does not take is not read. */
async function bodyReader(version) {
    await (0,loaded_parser/* loadParser */.q)();
    const reader = version?.major === 2 ? 'prometheus2' : 'prometheus';
    return (body, contentType) => {
        const format = (0,content_type/* formatOfContentType */.uy)(contentType);
        if (format === undefined)
            return undefined;
        const { problems } = (0,loaded_parser/* loadedParser */.p)()(body, { format });
        const first = problems.find(({ refusedBy }) => refusedBy.includes(reader));
        return first && { line: first.line, column: first.column, text: first.text, message: first.message };
    };
}

;// CONCATENATED MODULE: ./src/stages/probe-choices.ts

const ELSEWHERE_MS = 2_000;
/** Where metrics usually are: client libraries, Spring, Quarkus and MicroProfile, Vault, Consul and Nomad, Traefik's and Envoy's. */
const USUAL_PATHS = [
    '/metrics',
    '/metrics/',
    '/actuator/prometheus',
    '/q/metrics',
    '/prometheus',
    '/prometheus/metrics',
    '/stats/prometheus',
    '/federate',
];
/** Where metrics, or an answer at all, are to be had when the first answer was none; nothing when there is no need to ask. */
async function elsewhereThan(answer, get, address, asked) {
    if (!answer || address === undefined)
        return [];
    const { origin, pathname, href } = new URL(asked);
    const more = { address, timeoutMs: ELSEWHERE_MS, read: undefined };
    if (wantsTls(answer, asked)) {
        const answered = await get({ ...more, url: href.replace(/^http:/, 'https:'), tls: { insecure: true } });
        return answered?.status === undefined ? [] : [answered];
    }
    if (!wantsOtherPath(answer))
        return [];
    const paths = USUAL_PATHS.filter((path) => path !== pathname);
    const answers = await Promise.all(paths.map((path) => get({ ...more, url: `${origin}${path}` })));
    return answers.filter((one) => one?.status === 200).filter((one) => one !== undefined);
}
/** What is wrong with an answer, in a few words; undefined when nothing is to be seen. */
function faultOf(answer, resolved) {
    if (resolved.length === 0)
        return 'has a name that does not resolve for Prometheus';
    if (!answer || answer.errorCode === 'TIMEOUT')
        return undefined;
    if (answer.status === undefined)
        return `does not answer (${answer.errorCode ?? answer.error ?? answer.step})`;
    return answer.status === 200 ? undefined : `answers ${String(answer.status)} at ${new URL(answer.url).pathname}`;
}
/** Metrics may be at another path when this one has none. */
function wantsOtherPath(answer) {
    if (answer.status === undefined || answer.status === 401 || answer.status === 403)
        return false;
    if (answer.status !== 200)
        return answer.status < 500 && answer.status !== 400;
    return /^\s*[<{[]/.test(answer.bodyStart ?? '') || (answer.bodyBytes === 0 && answer.step === 'done');
}
/** A TLS server closes a connection on which plain HTTP comes, or answers with an alert; one of Go says so. */
function wantsTls({ step, errorCode, status }, asked) {
    if (!asked.startsWith('http:'))
        return false;
    return status === 400 || (step === 'request' && errorCode !== 'TIMEOUT');
}
/** The request that a redirect asks for. Another host gets no credentials, as in Go's client. */
function redirected(answer, job, request) {
    const location = answer?.headers?.['location'];
    if (!answer || location === undefined || ![301, 302, 303, 307, 308].includes(answer.status ?? 0))
        return undefined;
    if ((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(job.node, 'follow_redirects')) === 'false')
        return undefined;
    const url = parseUrl(location, answer.url);
    if (!url)
        return undefined;
    const { Authorization: _, ...bare } = request.headers;
    const sameHost = url.host === new URL(answer.url).host;
    return { url: url.href, headers: sameHost ? request.headers : bare };
}
function parseUrl(location, base) {
    try {
        return new URL(location, base);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/stages/target-probing.ts





/** A stack with more targets has the cause of one in another; Prometheus itself asks all of them. */
const MOST_TARGETS = 200;
const target_probing_AT_ONCE = 8;
const MOST_REDIRECTS = 5;
/** How long a slow target is waited for, so that its answer can be measured against scrape_timeout. */
const PATIENCE_MS = 20_000;
/** The last look is in the way of the verdict. */
const LAST_LOOK_MS = 5_000;
/** Asks targets as Prometheus does, from where Prometheus is, and remembers the last answer of each. */
class TargetProbing {
    context;
    /** By job and address: a confirmation expects the same targets anew. */
    #found = new Map();
    #stop = new AbortController();
    #first;
    constructor(context) {
        this.context = context;
    }
    /** Asks each target once, beside whatever else happens. */
    start(expected, signal) {
        const either = AbortSignal.any([signal, this.#stop.signal]);
        const first = expected.slice(0, MOST_TARGETS);
        this.#first = this.#each(first, (target) => this.#probe(target, { patienceMs: PATIENCE_MS }, either));
    }
    /** Asks again those that are not up, and where Prometheus says that it looks for them. Never rejects. */
    async finish(results, signal) {
        this.#stop.abort();
        await this.#first;
        const again = results.filter((result) => this.#isOpen(result)).slice(0, MOST_TARGETS);
        // A target that is up can be read.
        const read = again.length === 0 ? undefined : await bodyReader(this.context.stack.prometheus?.version);
        await this.#each(again, ({ expected, scrapeUrl }) => this.#probe(expected, { scrapeUrl, patienceMs: LAST_LOOK_MS, read }, signal));
        return [...this.#found.values()];
    }
    /** Not up, or empty at first sight, which may have been before there was anything. What was slow once has been measured. */
    #isOpen({ health, expected }) {
        const last = this.#found.get(keyOf(expected))?.answers.at(-1);
        if (health === 'up')
            return last !== undefined && isEmptyAnswer(last);
        return (health === 'down' || health === 'unknown') && !isSlow(last);
    }
    async #each(all, work) {
        const left = [...all];
        const worker = async () => {
            for (let one = left.shift(); one !== undefined; one = left.shift())
                await work(one);
        };
        await Promise.all(Array.from({ length: target_probing_AT_ONCE }, worker));
    }
    async #probe(expected, { scrapeUrl, patienceMs, read }, signal) {
        const { stack, inspection, clock } = this.context;
        const { job: name, address } = expected;
        const job = stack.prometheus?.config?.jobs.find((candidate) => candidate.name.value === name);
        if (!inspection || !job || address === undefined || (job.relabels && scrapeUrl === undefined))
            return;
        const request = scrapeRequest(stack, job, { address, scrapeUrl }, (path) => inspection.credential(path));
        const resolved = request && this.#resolve(request.url);
        if (!request || !resolved || signal.aborted)
            return;
        const atMs = clock.now();
        const base = { ...request, timeoutMs: patienceMs, from: stack.prometheus?.service.name ?? '', read };
        const get = (more) => inspection.get({ ...base, ...more }, signal);
        const answers = await this.#answers(get, resolved, job, request);
        // Where nobody can ask, nothing is known.
        if (answers.length === 0 && resolved.length > 0)
            return;
        const elsewhere = await elsewhereThan(answers.at(-1), get, resolved[0], request.url);
        const fault = faultOf(answers.at(-1), resolved);
        if (fault !== undefined && !this.#found.has(keyOf(expected)))
            this.context.say?.(`${address} ${fault}`);
        const by = inspection.reachesContainers ? 'host' : 'exec';
        this.#found.set(keyOf(expected), { job: name, address, atMs, by, resolved, answers, elsewhere });
    }
    /** Undefined when nobody here can tell, or when asking from here would not be what Prometheus does. */
    #resolve(url) {
        const { stack, containers } = this.context;
        const host = hostAndPort(url)?.host;
        const from = containers().find(({ service }) => service === stack.prometheus?.service.name);
        if (host === undefined || !from)
            return undefined;
        const { kind, addresses } = resolveName(host, from, containers());
        return kind === 'networks' || kind === 'none' ? addresses : undefined;
    }
    /** Each address in turn until one can be connected to, as Go's dialler does; then along redirects. */
    async #answers(get, resolved, job, request) {
        const tried = [];
        for (const address of resolved) {
            const answer = await get({ address });
            if (answer)
                tried.push(answer);
            if (answer?.step !== 'connect')
                break;
        }
        for (let hops = 0; hops < MOST_REDIRECTS; hops++) {
            const next = redirected(tried.at(-1), job, request);
            const address = next && this.#resolve(next.url)?.[0];
            if (!next || address === undefined)
                break;
            const answer = await get({ ...next, address });
            if (!answer)
                break;
            tried.push(answer);
        }
        return tried;
    }
}
function keyOf({ job, address = '' }) {
    return `${job} ${address}`;
}
function isSlow(answer) {
    return answer !== undefined && (answer.errorCode === 'TIMEOUT' || answer.totalMs > LAST_LOOK_MS);
}

// EXTERNAL MODULE: ./src/model/mounted-path.ts
var mounted_path = __webpack_require__(8637);
;// CONCATENATED MODULE: ./src/tempo/override.ts

const CONFIG = 'scrapegate-prometheus';
/** The compose file that is read after the user's: tightened healthchecks, and another prometheus.yml at the same path. JSON is YAML. */
function renderOverride(health, over) {
    const services = new Map();
    for (const [name, healthcheck] of health)
        services.set(name, { healthcheck });
    if (!over)
        return `${JSON.stringify({ services: Object.fromEntries(services) }, undefined, 2)}\n`;
    const { service } = over;
    // Compose fills variables in here too.
    const [source, target] = [over.source, over.target].map((path) => path.replaceAll('$', '$$$$'));
    const isConfig = (0,mounted_path/* mountFor */.t)(service.mounts, over.target)?.mount.origin === 'configs';
    // Compose merges volumes by their target, and configs likewise; one of each at the same target is refused.
    const shown = isConfig
        ? { configs: [{ source: CONFIG, target }] }
        : { volumes: [{ type: 'bind', source, target, read_only: true, bind: { create_host_path: false, selinux: 'z' } }] };
    services.set(service.name, { ...services.get(service.name), ...shown });
    const top = isConfig ? { configs: { [CONFIG]: { file: source } } } : {};
    return `${JSON.stringify({ services: Object.fromEntries(services), ...top }, undefined, 2)}\n`;
}

// EXTERNAL MODULE: ./src/model/source.ts
var source = __webpack_require__(5180);
// EXTERNAL MODULE: ./src/yaml/parse.ts + 2 modules
var parse = __webpack_require__(7784);
;// CONCATENATED MODULE: ./src/fix/edit-list.ts
/** Edits of one text in the order of their places. No two of them overlap, so that their order cannot matter. */
class EditList {
    #edits = [];
    get edits() {
        return this.#edits;
    }
    /** `same`: this very edit is there already, as when two findings are mended by one. */
    state(edit) {
        const index = this.#indexOf(edit);
        const near = [this.#edits[index - 1], this.#edits[index]];
        if (near.some((other) => other && isSame(edit, other)))
            return 'same';
        return near.some((other) => other && overlap(edit, other)) ? 'taken' : 'free';
    }
    /** Takes an edit that is free. */
    add(edit) {
        this.#edits.splice(this.#indexOf(edit), 0, edit);
    }
    /** The first edit that does not start before this one. */
    #indexOf({ start }) {
        let low = 0;
        let high = this.#edits.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((this.#edits[middle]?.start ?? 0) < start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
/** What becomes of a text. The edits are in order and do not overlap. */
function applyEdits(text, edits) {
    let from = 0;
    let result = '';
    for (const edit of edits) {
        result += text.slice(from, edit.start) + edit.text;
        from = edit.end;
    }
    return result + text.slice(from);
}
/** An insertion that touches another edit overlaps it: which of them comes first would be chance. */
function overlap(a, b) {
    const insertion = a.start === a.end || b.start === b.end;
    return insertion ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}
function isSame(a, b) {
    return a.start === b.start && a.end === b.end && a.text === b.text;
}

;// CONCATENATED MODULE: ./src/tempo/differs-only-in.ts
/** Whether two documents mean the same but for what stands at the paths that may differ, which may also be new. Order of keys is no meaning. */
function differsOnlyIn(a, b, mayDiffer) {
    return same(a, b, []);
    function same(one, other, path) {
        if (mayDiffer(path))
            return true;
        if (one === undefined || other === undefined) {
            // A mapping that is new may hold only what may differ.
            const there = one ?? other;
            return there?.kind === 'mapping' && [...there.entries.keys()].every((key) => mayDiffer([...path, key]));
        }
        if (one.kind === 'scalar' && other.kind === 'scalar')
            return one.value === other.value && one.text === other.text;
        if (one.kind === 'sequence' && other.kind === 'sequence') {
            return (one.items.length === other.items.length &&
                one.items.every((item, index) => same(item, other.items[index], [...path, index])));
        }
        if (one.kind !== 'mapping' || other.kind !== 'mapping')
            return false;
        const keys = new Set([...one.entries.keys(), ...other.entries.keys()]);
        return [...keys].every((key) => same(one.entries.get(key)?.value, other.entries.get(key)?.value, [...path, key]));
    }
}

;// CONCATENATED MODULE: ./src/tempo/scrape-tempo.ts






/** How often targets are scraped under the fast tempo, and how long a scrape may take at most: Prometheus wants no more than the interval. */
const SCRAPE_INTERVAL_MS = 1000;
const FAST = '1s';
const KEYS = ['scrape_interval', 'scrape_timeout'];
/**
 * prometheus.yml as it is for this run: every scrape interval over a second becomes one, and timeouts over it too; every other byte stays.
 * Undefined when there is nothing to tighten, or when the result would mean anything else than that.
 * @param included roots of the files of scrape_config_files, which inherit the global interval and are not written anew; undefined when
 * there are some that cannot be read
 */
function tightenScrapes(written, included) {
    const before = scrape_tempo_parse(written);
    // What Prometheus refuses as it is written is not to be made acceptable by this.
    if (before === undefined || !isValid(before))
        return undefined;
    const global = (0,yaml_node/* child */.jf)(before, 'global');
    const jobs = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(before, 'scrape_configs')).filter((job) => job.kind === 'mapping');
    const edits = new Map();
    const changes = [];
    const replace = (owner, of) => {
        for (const key of KEYS) {
            const value = (0,yaml_node/* child */.jf)(owner, key);
            const from = (0,yaml_node/* text */.Qq)(value);
            if (value === undefined || from === undefined || !(((0,duration/* prometheusDurationMs */.h)(from) ?? 0) > SCRAPE_INTERVAL_MS))
                continue;
            edits.set(value.at.start, { start: value.at.start, end: value.at.end, text: FAST });
            changes.push({ what: `${key}${of}`, from, to: FAST });
        }
    };
    if (included && mayTightenGlobal(included)) {
        replace(global, '');
        if ((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(global, 'scrape_interval')) === undefined) {
            const insertion = globalInterval(before, written);
            if (!insertion)
                return undefined;
            edits.set(insertion.start, insertion);
            changes.unshift({ what: 'scrape_interval', from: 'not set, which is 1m', to: FAST });
        }
    }
    for (const job of jobs)
        replace(job, ` of job "${(0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(job, 'job_name')) ?? ''}"`);
    if (changes.length === 0)
        return undefined;
    const result = applyEdits(written, [...edits.values()].sort((a, b) => a.start - b.start));
    const after = scrape_tempo_parse(result);
    if (after === undefined || !differsOnlyIn(before, after, isTempo) || !isValid(after))
        return undefined;
    return { text: result, changes };
}
/** A job of another file with a timeout of its own and no interval would have a timeout above the interval, which Prometheus refuses. */
function mayTightenGlobal(included) {
    return included
        .flatMap((root) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(root, 'scrape_configs')))
        .every((job) => {
        const timeout = (0,duration/* prometheusDurationMs */.h)((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(job, 'scrape_timeout')) ?? '0') ?? 0;
        return timeout <= SCRAPE_INTERVAL_MS || (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(job, 'scrape_interval')) !== undefined;
    });
}
/** Where a global interval goes when there is none: into a `global` in block style, or a new one before everything else. */
function globalInterval(root, written) {
    const first = (0,yaml_node/* entries */.jO)(root)[0]?.[1].key.at.start;
    if (first === undefined || root.kind !== 'mapping' || written[root.at.start] === '{')
        return undefined;
    const global = root.entries.get('global');
    if (global === undefined)
        return { start: first, end: first, text: `global:\n  scrape_interval: ${FAST}\n` };
    const { value } = global;
    if (value.kind !== 'mapping')
        return undefined;
    const inner = ownFirstKey(value);
    if (inner === undefined)
        return undefined;
    if (written[value.at.start] === '{')
        return { start: inner, end: inner, text: `scrape_interval: ${FAST}, ` };
    const indent = inner - (written.lastIndexOf('\n', inner - 1) + 1);
    return { start: inner, end: inner, text: `scrape_interval: ${FAST}\n${' '.repeat(indent)}` };
}
function ownFirstKey(node) {
    const starts = (0,yaml_node/* entries */.jO)(node).map(([, { key }]) => key.at.start);
    // What a merge key or an alias brings stands elsewhere.
    return starts.length > 0 && starts.every((start) => start >= node.at.start && start < node.at.end)
        ? Math.min(...starts)
        : undefined;
}
function isTempo(path) {
    const key = path.at(-1);
    if (key !== 'scrape_interval' && key !== 'scrape_timeout')
        return false;
    return (path.length === 2 && path[0] === 'global') || (path.length === 3 && path[0] === 'scrape_configs');
}
/** Prometheus refuses a timeout above the interval of the same job. */
function isValid(root) {
    const of = (owner, key) => {
        const written = (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(owner, key));
        return written === undefined ? undefined : (0,duration/* prometheusDurationMs */.h)(written);
    };
    const interval = of((0,yaml_node/* child */.jf)(root, 'global'), 'scrape_interval') ?? 60_000;
    const timeout = of((0,yaml_node/* child */.jf)(root, 'global'), 'scrape_timeout') ?? Math.min(10_000, interval);
    if (timeout > interval)
        return false;
    return (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(root, 'scrape_configs')).every((job) => {
        const own = of(job, 'scrape_interval') ?? interval;
        return (of(job, 'scrape_timeout') ?? Math.min(timeout, own)) <= own;
    });
}
function scrape_tempo_parse(written) {
    const { roots, problems } = (0,parse/* parseYaml */.h)(new source/* SourceFile */.s('prometheus.yml', 'prometheus', written), 'v2');
    return problems.length === 0 ? roots[0] : undefined;
}

;// CONCATENATED MODULE: ./src/stages/tempo.ts





const OVERRIDE = 'compose.override.yml';
const tempo_CONFIG = 'prometheus.yml';
const READ_BY_ALL = 0o444;
/** Tightens healthchecks and scrape intervals for this run, in files of its own. What cannot be known for certain stays as it is. */
async function quicken(stack, plan, driver, signal) {
    const { project, prometheus } = stack;
    const services = project.services.filter(({ name }) => plan.readyWhen.has(name));
    const images = driver.obeysStartInterval
        ? await driver.images(services.map(({ name, image }) => ({ name, image: image?.value })), signal)
        : new Map();
    const health = new Map();
    const changes = [];
    for (const service of driver.obeysStartInterval ? services : []) {
        const tightened = tightenHealth(service, images.get(service.name));
        if (!tightened)
            continue;
        health.set(service.name, tightened.healthcheck);
        changes.push(...tightened.changes);
    }
    const text = driver.mountsFiles && prometheus ? await originalText(stack, prometheus, driver, signal) : undefined;
    const scrapes = text === undefined ? undefined : tightenScrapes(text, includedJobs(stack));
    let over;
    if (prometheus && scrapes) {
        const source = driver.write(tempo_CONFIG, scrapes.text);
        over = { service: prometheus.service, source, target: prometheus.configPath.value };
        changes.push(...scrapes.changes.map((change) => ({ service: prometheus.service.name, ...change })));
    }
    if (changes.length > 0)
        driver.useOverride(driver.write(OVERRIDE, renderOverride(health, over)));
    return { changes, original: scrapes && text !== undefined ? { name: tempo_CONFIG, text } : undefined };
}
/** The files of scrape_config_files; undefined when not each of them can be read. */
function includedJobs({ documents, prometheus }) {
    const main = documents.find(({ kind, file }) => kind === 'prometheus' && file === prometheus?.config?.file);
    const named = new Set((0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(prometheus?.config?.root, 'scrape_config_files')));
    const references = (main?.references ?? []).filter(({ node }) => named.has(node));
    if (named.size > 0 && !(main && references.every(({ state }) => state === 'found')))
        return undefined;
    const roots = (main?.included ?? []).filter(({ kind }) => kind === 'scrape-configs').map(({ root }) => root);
    return roots.filter((root) => root !== undefined);
}
/**
 * The configuration as the container sees it, or undefined where another file in its place might not do: a program before Prometheus that
 * writes to it, a volume whose content nobody knows, and a file that not everybody may read, which a copy would hide from view.
 */
async function originalText({ hostEntries }, { service, configPath, config }, driver, signal) {
    if (!configPath.value.startsWith('/'))
        return undefined;
    const { mount, hostPath = '' } = (0,mounted_path/* mountFor */.t)(service.mounts, configPath.value) ?? {};
    if (mount === undefined || mount.origin === 'image')
        return driver.fileInImage(service.name, service.image?.value, configPath.value, signal);
    const mode = hostEntries.get(hostPath)?.access?.mode;
    if (mode !== undefined && (mode & READ_BY_ALL) !== READ_BY_ALL)
        return undefined;
    if (!mount.readOnly && service.entrypoint.length > 0)
        return undefined;
    return mount.kind === 'bind' || mount.kind === 'content' ? config?.file.text : undefined;
}

;// CONCATENATED MODULE: ./src/stages/wait.ts
const wait_RECHECK_MS = 1000;
/** Waits until every service is ready; false at once when one never will be, and with the signal. */
async function waitUntilReady({ plan, watch, progress, signal }) {
    for (;;) {
        const failed = watch.hopeless();
        if (failed) {
            progress.note(`${failed.service}: ${failed.reason}`);
            return false;
        }
        if (watch.readyAt.size === plan.readyWhen.size)
            return true;
        if (signal.aborted)
            return false;
        await watch.change(Math.min(wait_RECHECK_MS, watch.recheckMs()), signal);
    }
}

;// CONCATENATED MODULE: ./src/boot.ts












/** The stages that do something to the project. */
const UP_TO_VERIFY = ['pull', 'build', 'up', 'wait', 'verify'];
/** What is in the way is found before anything of the project exists. */
function unstarted(stack, plan, stages, host, atMs) {
    stages.skipAll(UP_TO_VERIFY, 'a port of the host is taken');
    const neverStarted = [...plan.readyWhen.keys()];
    const observation = { atMs, containers: [], prometheus: { ready: false }, logs: {}, neverStarted, host };
    const tempo = { mode: 'faithful', changes: [], confirmations: [] };
    return { observation, targets: unknownTargets(stack), readyAt: new Map(), tempo };
}
/** Brings the stack up, waits, proves its targets, and looks at what there is to see. */
async function boot(stack, plan, stages, ports, deadline, before) {
    const { runtime, clock, progress, tempo } = ports;
    const { signal } = deadline;
    const say = (service, as) => {
        progress.note(`${service} is ${as}`);
    };
    const watch = new ServiceWatch(runtime, clock, plan, say);
    const context = { plan, runtime, watch, clock, progress, signal };
    const unfollow = followServices(context);
    const witness = tempo && new HealthWitness({ plan, watch, driver: tempo, clock });
    try {
        witness?.start();
        const raised = await raise(context, stages, () => hurry(stack, plan, ports, signal));
        // By now the images are there; it goes on beside the wait, which has nothing to do but wait. What was not begun needs no second opinion.
        const asked = raised.begun ? consult(stack, before.found, runtime, signal) : [];
        const probing = probingOf(stack, ports, watch);
        const proof = await waitAndProve({ stack, context, stages, ports, before, raised, probing });
        await watch.refresh();
        // What becomes ready while logs are read is not in the observation either.
        const readyAt = new Map(watch.readyAt);
        const ended = { ...before, up: raised.up, proof, interrupted: deadline.interrupted };
        const targetProbes = await probing.finish(proof?.verification.targets ?? [], signal);
        const around = await lookAround(stack, ports, context, ended);
        const observation = { ...around, targetProbes, authorities: await asked };
        if (before.leavesRunning)
            await leaveAsConfigured(stack, context, tempo, raised.quick);
        const targets = proof?.verification.targets ?? unknownTargets(stack);
        return { observation, targets, readyAt, tempo: tempoOf(tempo, witness, raised.quick, proof) };
    }
    finally {
        unfollow();
        await witness?.close();
        await watch.close();
    }
}
/** Resolves to nothing when not every service became ready. */
async function waitAndProve({ stack, context, stages, ports: { door, tempo }, before: { startedMs, demand }, raised: { up, quick }, probing, }) {
    if (!up.ok)
        stages.skip('wait', 'not everything was started');
    const ready = up.ok && (await stages.run('wait', () => waitUntilReady(context), Boolean));
    if (!ready) {
        stages.skip('verify', 'not every service is ready');
        return undefined;
    }
    probing.start(expectedTargets(stack), context.signal);
    return prove(stack, context, stages, { door, tempo, startedMs, demand, quick });
}
/** Most failures are named before the first scrape, and what was seen explains those that Prometheus sees. */
function probingOf(stack, { inspection, clock, progress }, watch) {
    const say = (line) => {
        progress.note(line);
    };
    return new TargetProbing({ stack, inspection, clock, containers: () => watch.containers(), say });
}
/** Whoever uses the stack from here on finds it as it is configured. */
async function leaveAsConfigured({ prometheus }, context, driver, quick) {
    if (!quick?.original || !driver || !prometheus)
        return;
    await putBack(context, { driver, original: quick.original }, prometheus.service.name);
}
function tempoOf(driver, witness, quick, proof) {
    return {
        mode: driver ? 'fast' : 'faithful',
        changes: [...(witness?.changes ?? []), ...(quick?.changes ?? [])],
        confirmations: proof?.confirmations ?? [],
    };
}
function unknownTargets(stack) {
    return expectedTargets(stack).map((expected) => ({ expected, health: 'unknown' }));
}
/** Shortens the waits of this run, when it may. */
async function hurry(stack, plan, { tempo, progress }, signal) {
    if (!tempo)
        return undefined;
    const quick = await quicken(stack, plan, tempo, signal);
    progress.note(`${String(quick.changes.length)} settings are tightened for this run`);
    return quick;
}

// EXTERNAL MODULE: ./src/stages/check.ts
var check = __webpack_require__(159);
;// CONCATENATED MODULE: ./src/stages/deadline.ts
/** One deadline for the whole run, merged with the caller's signal; knows which of the two ended it. */
class Deadline {
    cancel;
    #passed = new AbortController();
    #cleared = new AbortController();
    signal;
    constructor(ms, clock, cancel) {
        this.cancel = cancel;
        this.signal = AbortSignal.any([cancel, this.#passed.signal]);
        void clock.sleep(ms, this.#cleared.signal).then(() => {
            if (!this.#cleared.signal.aborted)
                this.#passed.abort();
        });
    }
    get interrupted() {
        return this.cancel.aborted ? 'cancelled' : this.#passed.signal.aborted ? 'deadline' : undefined;
    }
    clear() {
        this.#cleared.abort();
    }
}

;// CONCATENATED MODULE: ./src/rules/active-config.ts





/**
 * What the active configuration has otherwise than the file, by meaning: Prometheus writes it anew with every default, without
 * secrets, and another tempo changes its intervals. So jobs, their targets, paths and schemes, files of rules and Alertmanagers count.
 */
function configDifferences({ stack, observation }) {
    const config = stack.prometheus?.config;
    const active = observation.server?.activeConfig;
    if (!config || active === undefined)
        return [];
    const [root] = (0,parse/* parseYaml */.h)(new source/* SourceFile */.s('active configuration', 'prometheus', active), 'v2').roots;
    if (!root || (0,yaml_node/* child */.jf)(root, 'global') === undefined)
        return [];
    const directory = external_node_path_.posix.dirname(stack.prometheus.configPath.value);
    return [
        ...ofJobs(config.root, root),
        ...ofRules(config.root, root, directory),
        ...ofAlertmanagers(config.root, root),
    ];
}
/** What brings the configuration into the container: an entry point that may rewrite it, its mount, the flag that names it, or the service. */
function configOrigin({ stack }) {
    const { service, configPath } = stack.prometheus ?? {};
    if (!service || !configPath)
        return undefined;
    const [program] = service.entrypoint;
    if (program && !/(?:^|\/)prometheus$/.test(program.value))
        return program.at;
    return (0,mounted_path/* mountFor */.t)(service.mounts, configPath.value)?.mount.at ?? configPath.at;
}
function ofJobs(disk, active) {
    const running = new Map((0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(active, 'scrape_configs')).map((job) => [(0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(job, 'job_name')), job]));
    const written = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(disk, 'scrape_configs'));
    const differences = written.flatMap((job) => {
        const node = (0,yaml_node/* child */.jf)(job, 'job_name');
        const name = (0,yaml_node/* text */.Qq)(node);
        if (node === undefined || name === undefined)
            return [];
        const other = running.get(name);
        running.delete(name);
        const says = other ? difference(name, job, other) : `it has no scrape job "${name}"`;
        return says === undefined ? [] : [{ says, at: node.at, of: 'jobs' }];
    });
    const at = (0,yaml_node/* keyRange */.xA)(disk, 'scrape_configs') ?? disk.at;
    const more = [...running.keys()].map((name) => ({
        says: `it has scrape job "${name ?? ''}", which the file does not have`,
        at,
        of: 'jobs',
    }));
    return [...differences, ...more];
}
function difference(name, disk, active) {
    const [written, running] = [disk, active].map(targetsOf);
    if (written !== running)
        return `scrape job "${name}" has targets ${running ?? ''} in place of ${written ?? ''}`;
    for (const [key, usual] of [
        ['metrics_path', '/metrics'],
        ['scheme', 'http'],
    ]) {
        const [on, off] = [disk, active].map((job) => (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(job, key)) ?? usual);
        if (on !== off)
            return `scrape job "${name}" has ${key} "${off ?? ''}" in place of "${on ?? ''}"`;
    }
    return undefined;
}
/** The targets of the static_configs of a job or of an entry of `alertmanagers`, in one order. */
function targetsOf(node) {
    const all = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(node, 'static_configs')).flatMap((group) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(group, 'targets')).flatMap((target) => (0,yaml_node/* text */.Qq)(target) ?? []));
    return all.length === 0
        ? 'none'
        : all
            .map((one) => `"${one}"`)
            .sort()
            .join(', ');
}
function ofRules(disk, active, directory) {
    const [written, running] = [disk, active].map((root) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(root, 'rule_files'))
        .flatMap((one) => (0,yaml_node/* text */.Qq)(one) ?? [])
        .map((path) => external_node_path_.posix.resolve(directory, path))
        .sort());
    if (written?.join('\n') === running?.join('\n'))
        return [];
    const said = running?.length ? running.map((path) => `"${path}"`).join(', ') : 'none';
    return [{ says: `its rule_files are ${said}`, at: (0,yaml_node/* keyRange */.xA)(disk, 'rule_files') ?? disk.at, of: 'rules' }];
}
function ofAlertmanagers(disk, active) {
    const [written, running] = [disk, active].map((root) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(root, 'alerting', 'alertmanagers'))
        .map(targetsOf)
        .sort()
        .join(', '));
    if (written === running)
        return [];
    const said = running === '' ? 'none' : running;
    return [
        { says: `its Alertmanagers are ${said ?? ''}`, at: (0,yaml_node/* keyRange */.xA)(disk, 'alerting') ?? disk.at, of: 'alertmanagers' },
    ];
}

;// CONCATENATED MODULE: ./src/rules/waiting-chain.ts
/** More chains than this explain nothing more. */
const MOST_CHAINS = 8;
const waiting_chain_UNTIL = {
    service_started: 'started',
    service_healthy: 'healthy',
    service_completed_successfully: 'completed',
};
/** Services that were never started and wait for this one, in the order of the compose file. */
function heldDirectly({ stack, observation }, name) {
    return stack.project.services.flatMap((service) => {
        const dependency = service.dependsOn.find((one) => one.service === name && one.required);
        return dependency && observation.neverStarted.includes(service.name) ? [{ name: service.name, dependency }] : [];
    });
}
/** All services that a failed one holds back, also by way of others: nearest first, each once. */
function heldBack(run, name) {
    const seen = new Set([name]);
    const held = [];
    for (const next of seen) {
        for (const one of heldDirectly(run, next)) {
            if (seen.has(one.name))
                continue;
            seen.add(one.name);
            held.push(one);
        }
    }
    return held;
}
/**
 * Who waits for a failed service and for what, a line a chain: `agent (until redis is healthy) \u2190 web (until agent is started)`.
 * A service that two chains reach stands in the first one.
 */
function waitingChains(run, name) {
    const seen = new Set([name]);
    const chains = [];
    const follow = (service, before) => {
        const next = heldDirectly(run, service).filter((held) => !seen.has(held.name));
        for (const held of next)
            seen.add(held.name);
        if (next.length === 0 && before.length > 0)
            chains.push([...before]);
        for (const held of next)
            follow(held.name, [...before, `${held.name} (until ${service} is ${waiting_chain_UNTIL[held.dependency.condition]})`]);
    };
    follow(name, []);
    const lines = chains.slice(0, MOST_CHAINS).map((chain) => chain.join(' \u2190 '));
    const more = chains.length - lines.length;
    return more > 0 ? [...lines, `and ${String(more)} more`] : lines;
}

;// CONCATENATED MODULE: ./src/rules/failed-services.ts


/** The services that no waiting helps, in the order of the compose file. */
function failedServices({ stack, plan, observation }) {
    return stack.project.services.flatMap((service) => {
        const containers = observation.containers.filter((container) => container.service === service.name);
        const readyWhen = plan.readyWhen.get(service.name) ?? 'healthy-or-running';
        // What somebody else did and has not undone when the run is over counts, though a wait would give them longer.
        const atMs = observation.atMs + (containers.some(isHeld) ? FOREIGN_GRACE_MS : 0);
        const verdict = judgeService(containers, readyWhen, atMs, plan.replicas.get(service.name));
        const [first] = containers;
        if (verdict.kind !== 'hopeless' || !first)
            return [];
        const container = containers.find((c) => judgeService([c], readyWhen, atMs).kind === 'hopeless') ?? first;
        return [{ service, container, cause: verdict.cause, reason: verdict.reason }];
    });
}
/** Stopped, paused or removed by somebody else. */
function isHeld({ watched }) {
    return [watched?.stoppedAtMs, watched?.pausedAtMs, watched?.removedAtMs].some((at) => at !== undefined);
}
/** What failed because of a service: targets on it and services that waited for it, folded under its finding. */
function consequences(run, service) {
    const waiting = heldBack(run, service);
    const held = new Set([service, ...waiting.map(({ name }) => name)]);
    const related = waiting.map(({ name, dependency }) => ({
        message: `service "${name}" was never started: it waits for "${dependency.service}"`,
        at: dependency.at,
    }));
    for (const { expected, health } of run.targets) {
        if (expected.service === undefined || !held.has(expected.service) || health === 'up')
            continue;
        related.push({
            message: `target "${expected.address ?? ''}" of scrape job "${expected.job}" is ${health} because of it`,
            at: expected.at,
        });
    }
    return related;
}
/** Services whose failure has a finding of its own, and those held back by them: their targets need no second one. */
function explainedServices(run) {
    const failed = failedServices(run).map(({ service }) => service.name);
    return new Set([...failed, ...run.observation.neverStarted, ...(run.observation.bringUpFailure?.services ?? [])]);
}

;// CONCATENATED MODULE: ./src/rules/pipeline-answer.ts
const LONGEST = 120;
const SYSTEM = {
    ECONNREFUSED: 'refuses connections',
    EHOSTUNREACH: 'cannot be reached: no route to the host',
    ENETUNREACH: 'cannot be reached: no route to the network',
    TIMEOUT: 'does not answer within 2 s',
    ECONNRESET: 'closes the connection without an answer',
};
/** Why an answer is none that one can work with, as a part of a sentence whose subject is the host and port; undefined when it is good, or nothing is known. */
function pipeline_answer_failureOf({ resolution, url, answer }) {
    if (resolution === 'none')
        return 'is a name that does not resolve';
    if (!answer)
        return undefined;
    const { status, step, errorCode = '', error = '' } = answer;
    if (/wrong version number/.test(error))
        return 'does not speak TLS, and is asked by HTTPS';
    if (status === undefined)
        return SYSTEM[errorCode] ?? `does not answer (${step}: ${(error || errorCode).replaceAll(/\s+/g, ' ').trim()})`;
    if (status >= 200 && status < 300)
        return undefined;
    const path = pathOf(url);
    if (status === 401 || status === 403)
        return `answers ${String(status)} at ${path}: it wants other credentials`;
    if (status === 400 && /HTTP request to an HTTPS server/.test(answer.bodyStart ?? ''))
        return 'speaks TLS, and is asked by plain HTTP';
    const line = firstLine(answer);
    return `answers ${String(status)} at ${path}${line === undefined ? '' : ` ("${line}")`}`;
}
/** Host and port of a URL. */
function authorityOf(url) {
    return /^\w+:\/\/(?:[^/@]*@)?([^/?#]+)/.exec(url)?.[1] ?? url;
}
/** What was asked and what came of it, as evidence. */
function told({ from, url, answer, resolution }) {
    const asked = `asked as service "${from}" would, ${url}`;
    if (!answer)
        return [`${asked}: the name is found by "${resolution}"`];
    const { status, address, step, errorCode = '', error = '', bodyStart = '' } = answer;
    const came = status === undefined ? `${step}: ${errorCode} ${error}`.trim() : `${String(status)} ${bodyStart.slice(0, LONGEST)}`;
    return [`${asked} (${address ?? ''}): ${came.replaceAll(/\s+/g, ' ').trim()}`];
}
function pathOf(url) {
    return url.replace(/^\w+:\/\/[^/]*/, '').replace(/\?.*$/s, '');
}
function firstLine({ bodyStart = '', headers }) {
    if (/html/i.test(headers?.['content-type'] ?? ''))
        return undefined;
    const line = bodyStart.trim().split('\n')[0] ?? '';
    return line === '' ? undefined : line.slice(0, LONGEST);
}

// EXTERNAL MODULE: ./src/rules/prometheus-endpoints.ts
var prometheus_endpoints = __webpack_require__(8588);
;// CONCATENATED MODULE: ./src/rules/runtime/alertmanager-unreachable.ts





/** Prometheus hands on what its discovery finds in steps of 5 s. */
const alertmanager_unreachable_DISCOVERY_MS = 9_000;
/** Alerts that go nowhere though an Alertmanager is named. */
const rule = {
    scope: 'runtime',
    code: 'runtime/alertmanager-unreachable',
    severity: 'error',
    stage: 'verify',
    summary: 'Prometheus has no Alertmanager though one is configured, or cannot reach it',
    why: 'Prometheus evaluates alerts and drops them when nobody takes them, without a word on its pages: the first to learn of it is who was not called.',
    remedy: 'name the host and port at which the Alertmanager listens, with its scheme, path_prefix and credentials',
    judge(run) {
        // Another configuration explains it.
        if (configDifferences(run).some(({ of }) => of === 'alertmanagers'))
            return [];
        return [...notFound(run), ...notReached(run)];
    },
};
function notFound({ stack, observation }) {
    const known = observation.server?.alertmanagers;
    const root = stack.prometheus?.config?.root;
    const listed = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(root, 'alerting', 'alertmanagers'));
    const [first] = listed.filter((one) => (0,yaml_node/* entries */.jO)(one).some(([key]) => /^static_configs$|_sd_configs$/.test(key)));
    if (!known || !first || known.active.length > 0)
        return [];
    const startedMs = Date.parse(String(observation.server.runtime?.['startTime']));
    const isYoung = !(observation.atMs - startedMs >= alertmanager_unreachable_DISCOVERY_MS);
    if (known.dropped.length === 0 && isYoung)
        return [];
    const steps = listed.flatMap((one) => (0,yaml_node/* keyRange */.xA)(one, 'relabel_configs') ?? []);
    const [dropped] = known.dropped;
    const said = dropped === undefined
        ? 'its discovery found none'
        : `relabelling drops ${known.dropped.length > 1 ? `all ${String(known.dropped.length)} that it found` : `the only one that it found, ${authorityOf(dropped)}`}`;
    return [
        {
            message: `Prometheus has no Alertmanager to send alerts to: ${said}`,
            cause: 'alertmanager-missing',
            at: (dropped === undefined ? undefined : steps[0]) ?? (0,yaml_node/* keyRange */.xA)(root, 'alerting') ?? first.at,
            help: 'mend the discovery or the relabel_configs in `alerting`',
            evidence: [`Alertmanagers by the API: 0 active, ${String(known.dropped.length)} dropped`],
        },
    ];
}
function notReached(run) {
    const explained = explainedServices(run);
    return (run.observation.pipeline ?? []).flatMap((answer) => {
        const failure = answer.of === 'alertmanager' ? pipeline_answer_failureOf(answer) : undefined;
        if (failure === undefined)
            return [];
        const authority = authorityOf(answer.name);
        const service = serviceOf(run.stack, authority);
        if (service !== undefined && explained.has(service))
            return [];
        // The same server is a target too, and its finding says more.
        if (run.targets.some(({ health, expected }) => health === 'down' && expected.address === authority))
            return [];
        const errors = run.observation.server?.notificationErrors?.[answer.name];
        return [
            {
                message: `alertmanager "${authority}" ${failure}, so that alerts go nowhere`,
                cause: 'alertmanager-unreachable',
                at: placeOf(run.stack, authority, answer),
                ...(service === undefined ? {} : { subject: { service } }),
                evidence: [
                    ...told(answer),
                    ...(errors === undefined ? [] : [`alerts that Prometheus could not hand over: ${String(errors)}`]),
                ],
            },
        ];
    });
}
function serviceOf(stack, authority) {
    const host = authority.replace(/:\d+$/, '');
    return stack.project.services.find(({ name, containerName }) => name === host || containerName?.value === host)?.name;
}
/** The target; the prefix of its path when it is the path that is wrong. */
function placeOf({ prometheus, ...rest }, authority, { answer, url }) {
    const root = prometheus?.config?.root;
    for (const entry of (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(root, 'alerting', 'alertmanagers'))) {
        const endpoint = (0,prometheus_endpoints/* alertmanagersOf */.W6)({ prometheus, ...rest }, entry).find(({ host, port }) => authority === `${host}:${String(port)}` || authority === host);
        if (!endpoint)
            continue;
        const [prefix, scheme] = [(0,yaml_node/* child */.jf)(entry, 'path_prefix'), (0,yaml_node/* child */.jf)(entry, 'scheme')];
        const isPath = answer?.status !== undefined && answer.status === 404 && !isTop(prefix);
        const isScheme = url.startsWith('https:') && answer?.step === 'tls';
        return (isPath ? prefix : isScheme ? scheme : undefined)?.at ?? endpoint.at;
    }
    return (0,yaml_node/* keyRange */.xA)(root, 'alerting');
}
function isTop(prefix) {
    return ((0,yaml_node/* text */.Qq)(prefix) ?? '/') === '/';
}

;// CONCATENATED MODULE: ./src/rules/runtime/authority-disagrees.ts
/** The first words of a program that say what is wrong. */
const authority_disagrees_LONGEST = 300;
/** A program with the last word judges a file otherwise than Scrapegate. */
const authority_disagrees_rule = {
    scope: 'runtime',
    code: 'runtime/authority-disagrees',
    severity: 'warning',
    stage: 'check',
    summary: 'promtool, amtool or docker compose judges a file otherwise than Scrapegate does',
    why: 'Scrapegate reads configuration files by itself. Where Docker is there, the gate also asks the programs of the stack, which have the last word. When they disagree, one of the two is wrong, and usually that is Scrapegate.',
    remedy: 'trust the program, and report the difference with the file, or the part of it that matters, at https://github.com/scrapegate/scrapegate/issues',
    judge: ({ observation }) => differences(observation.authorities ?? []),
};
/** One problem for each answer that is not our own. */
function differences(answers) {
    return answers.flatMap((answer) => (answer.accepted === (answer.ours.length === 0) ? [] : [problem(answer)]));
}
function problem({ program, about, accepted, said, ours }) {
    const [first = ''] = ours;
    const reason = said
        .split('\n')
        .filter((line) => /error|fail|invalid|not |must|unexpected/i.test(line))
        .join(' ') || said;
    return {
        message: accepted
            ? `${program} accepts ${about}, in which Scrapegate finds a fault (${first})`
            : `${program} refuses ${about}, in which Scrapegate finds no fault: ${reason.replaceAll(/\s+/g, ' ').slice(0, authority_disagrees_LONGEST)}`,
        evidence: [said, ...ours].filter((line) => line !== ''),
    };
}

// EXTERNAL MODULE: ./src/model/cause.ts + 3 modules
var model_cause = __webpack_require__(1714);
;// CONCATENATED MODULE: ./src/rules/start-failure-place.ts

/** The line of the compose file that has to change for a service to start; the service's own name when none is known. */
function placeOfFailure(stack, service, failure, output) {
    return (ofProject(stack, failure, output) ?? (service && (PLACES[failure.cause]?.(service, failure, output) ?? service.at)));
}
/** Networks and volumes belong to no service alone. */
function ofProject({ project: { root } }, { cause }, output) {
    const defined = (kind) => (0,yaml_node/* entries */.jO)((0,yaml_node/* child */.jf)(root, kind)).map(([name, { key }]) => [name, key.at]);
    if (cause === 'networks-exhausted')
        return defined('networks').find(([name]) => new RegExp(`_${name}[ :]`).test(output))?.[1];
    if (cause === 'mount-failed')
        return defined('volumes').find(([name]) => output.includes(`_${name}/_data'`))?.[1];
    return undefined;
}
const ofImage = ({ image, node }) => image?.at ?? (0,yaml_node/* keyRange */.xA)(node, 'build');
/** Where each cause is written, when a service writes it. */
const PLACES = {
    'port-in-use': ({ ports, udpPorts }, _, output) => [...ports, ...udpPorts].find(({ hostPort }) => new RegExp(`[:.]${String(hostPort)}\\b`).test(output))?.at,
    'wrong-architecture': (service, ...rest) => (0,yaml_node/* child */.jf)(service.node, 'platform')?.at ?? ofImage(service, ...rest),
    'image-unavailable': ofImage,
    'image-denied': ofImage,
    'image-rate-limited': ofImage,
    'registry-unavailable': ofImage,
    'name-in-use': ({ containerName }) => containerName?.at,
    'device-missing': ({ node }, { thing }) => deviceOf(node, thing),
    'mount-failed': (service, { thing }, output) => mountOf(service, thing, output),
    'command-not-found': (service, { thing }) => commandOf(service, thing),
    'command-not-executable': (service, { thing }) => commandOf(service, thing),
    'user-missing': ({ user }) => user?.at,
    'bring-up-failed': ({ node }, _, output) => /Cannot mkdir|chdir to cwd|current working directory/i.test(output) ? (0,yaml_node/* child */.jf)(node, 'working_dir')?.at : undefined,
};
function deviceOf(node, device) {
    const written = (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(node, 'devices')).find((item) => device !== undefined && ((0,yaml_node/* text */.Qq)(item) ?? (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(item, 'source')) ?? '').startsWith(device));
    return written?.at ?? (0,yaml_node/* child */.jf)(node, 'deploy', 'resources', 'reservations', 'devices')?.at ?? (0,yaml_node/* keyRange */.xA)(node, 'gpus');
}
/** By the source that Docker names, else by the target in its words. */
function mountOf({ mounts, node }, source, output) {
    // One source may be mounted at several places.
    const isTarget = ({ target }) => output.includes(`"${target}"`);
    const ofSource = mounts.filter((one) => one.source === source);
    const mount = ofSource.find(isTarget) ?? ofSource[0] ?? mounts.find(isTarget);
    if (mount)
        return mount.sourceAt ?? mount.at;
    return (0,yaml_node/* keyRange */.xA)(node, 'tmpfs') ?? (0,yaml_node/* keyRange */.xA)(node, 'secrets') ?? (0,yaml_node/* keyRange */.xA)(node, 'configs');
}
/** The program is the first word of the entry point, or of the command when there is none. */
function commandOf({ entrypoint, command, node }, program) {
    const words = [...entrypoint, ...command];
    return (words.find(({ value }) => value === program) ?? words[0])?.at ?? (0,yaml_node/* keyRange */.xA)(node, 'image');
}

;// CONCATENATED MODULE: ./src/rules/start-failure.ts

/** Telling words first; a group is the thing they are about. Words of Engine 20.10 to 29 with runc. */
const start_failure_WORDS = [
    [/port is already allocated|address already in use|failed to bind host port/i, 'port-in-use'],
    [
        /non-overlapping IPv4 address pool|address pools have been fully subnetted|Pool overlaps with other one/i,
        'networks-exhausted',
    ],
    [/container name "\/?([^"]+)" is already in use/i, 'name-in-use'],
    [/no space left on device/i, 'disk-full'],
    [/unable to find (?:user|group) ([^\s:]+)|no matching entries in (?:passwd|group) file/i, 'user-missing'],
    [/adding custom device "([^"]+)"|select device driver "([^"]*)"|nvidia-container-cli|CDI device/i, 'device-missing'],
    [
        /bind source path does not exist: (\S+)|mounting "([^"]+)" to rootfs|mount(?:ing|ed) a? ?directory onto a file|failed to mount local volume: mount ([^\s:,]+)|error while creating mount source path '([^']+)'|creating mountpoints?/i,
        'mount-failed',
    ],
    [/exec format error|does not match the detected host platform/i, 'wrong-architecture'],
    [
        /exec: "([^"]+)": (?:executable file not found|stat \S+: no such file or directory)|exec (\S+): no such file or directory|executable file not found|no such file or directory: unknown/i,
        'command-not-found',
    ],
    [/exec: "([^"]+)": (?:permission denied|is a directory)|permission denied: unknown/i, 'command-not-executable'],
];
/** What can only be said of images. */
const OF_IMAGES = /unable to get image|failed to solve|no such image/i;
/** Words that stand before each failure of a start. */
const WRAPPING = /^(?:error(?: response)? from daemon|failed to create task for container|failed to create shim task|OCI runtime create failed|runc create failed|unable to start container process|error during container init|failed to set up container networking|\w+_linux\.go:\d+|(?:starting container process|container init) caused): /i;
/** Judges what docker compose, or the engine, said of a container that could not be made or started. Pure. */
function classifyStart(output) {
    const words = tellingLine(output);
    for (const [pattern, cause] of start_failure_WORDS) {
        const match = pattern.exec(output);
        if (match)
            return { cause, thing: match.slice(1).find(Boolean), words };
    }
    const pulled = classifyPull(output);
    if (pulled)
        return { cause: pulled.cause, words };
    return { cause: OF_IMAGES.test(output) ? 'image-unavailable' : 'bring-up-failed', words };
}
/** The line that says what is wrong, without what Docker wraps around it. */
function tellingLine(output) {
    const lines = output
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    let telling = lines.findLast((line) => /error|failed|denied|not found|in use/i.test(line)) ?? lines.at(-1);
    if (telling === undefined)
        return 'docker compose said nothing';
    for (let shorter = telling.replace(WRAPPING, ''); shorter !== telling; shorter = telling.replace(WRAPPING, ''))
        telling = shorter;
    return telling.replace(/: unknown$/, '');
}

;// CONCATENATED MODULE: ./src/rules/runtime/bring-up-failed.ts




/** Docker refused to build, create or start a service. */
const bring_up_failed_rule = {
    scope: 'runtime',
    code: 'runtime/bring-up-failed',
    severity: 'error',
    stage: 'up',
    summary: 'docker compose could not build, create or start a service',
    why: 'The container never ran, so nothing after it could be judged.',
    remedy: "follow Docker's own words, which are quoted",
    judge: ({ stack, observation }) => (observation.bringUpFailure ? [bring_up_failed_problem(stack, observation.bringUpFailure)] : []),
};
function bring_up_failed_problem(stack, failure) {
    const { output, attempts } = failure;
    const found = classifyStart(output);
    const service = culprit(stack, failure);
    const tried = attempts === undefined ? '' : `, also at attempt ${String(attempts)}`;
    return {
        message: `${subjectOf(service, failure)} could not be started: ${bring_up_failed_told(service, found, output)}${tried}`,
        cause: found.cause,
        at: placeOfFailure(stack, service, found, output),
        ...(found.cause === 'bring-up-failed' ? {} : { help: model_cause/* CAUSES */.h[found.cause].remedy }),
        ...(service === undefined ? {} : { subject: { service: service.name } }),
        evidence: [
            `${failure.command} (exit code ${String(failure.exitCode)})`,
            ...output
                .split('\n')
                .filter((line) => line.trim() !== '')
                .slice(-8),
        ],
    };
}
function subjectOf(service, { services }) {
    const names = service ? [service.name] : services;
    return `${names.length === 1 ? 'service' : 'services'} ${names.map((name) => `"${name}"`).join(', ')}`;
}
/** Docker's words, with the image before those that speak of none. */
function bring_up_failed_told(service, { cause, words }, output) {
    if (cause === 'port-in-use')
        return portInUse(output) ?? words;
    const image = service?.image?.value;
    if (image === undefined || !ABOUT_IMAGES.has(cause))
        return words;
    const why = classifyPull(output)?.why;
    return `image "${image}" cannot be had: ${why === undefined ? '' : `${why}: `}${words}`;
}
const ABOUT_IMAGES = new Set([
    'image-unavailable',
    'image-denied',
    'image-rate-limited',
    'registry-unavailable',
    'wrong-architecture',
]);
/** Docker buries the port in the middle of a long line. */
function portInUse(output) {
    // Engine 28 names both ends, the host's first: `bind host port 127.0.0.1:16379:172.18.0.3:6379/tcp`.
    const both = /bind host port (?:for )?[0-9a-f.[\]:]*?:(\d+):[0-9a-f.[\]:]+:\d+\/(?:tcp|udp)/i.exec(output);
    const port = (both ?? /(?:Bind for |listen tcp4? )?[0-9.[\]:]*:(\d+)[^\n]*(?:allocated|in use)/i.exec(output))?.[1];
    return port === undefined ? undefined : `port ${port} of the host is already in use`;
}
/** The service that Docker's words name: by container, image or port; the only one of the stage otherwise. */
function culprit(stack, { services, output }) {
    if (/^failed to create network/m.test(output))
        return undefined;
    const candidates = stack.project.services.filter(({ name }) => services.includes(name));
    // The container whose network could not be made; others only stand in the lines of progress.
    const endpoint = /connectivity on endpoint (\S+)/.exec(output)?.[1];
    const reported = candidates.find(({ name }) => endpoint !== undefined && endpoint.replace(/-\d+$/, '').endsWith(`-${name}`));
    if (reported)
        return reported;
    const taken = candidates.find(({ containerName }) => containerName && output.includes(`"/${containerName.value}"`));
    if (taken)
        return taken;
    const named = candidates.find(({ name, image, ports }) => new RegExp(`[-_]${name}[-_]\\d+\\b|(?:service|container|target|image) "?${name}"?(?![\\w-])`, 'i').test(output) ||
        (image !== undefined && output.includes(image.value)) ||
        // Compose's own progress line, when a registry's answer names no image.
        new RegExp(`^\\s*${name} Error\\b`, 'm').test(output) ||
        ports.some(({ hostPort }) => hostPort !== undefined && new RegExp(`[:.]${String(hostPort)}\\b.*(?:allocated|in use)`).test(output)));
    return named ?? (candidates.length === 1 ? candidates[0] : undefined);
}

;// CONCATENATED MODULE: ./src/rules/runtime/config-not-on-disk.ts

const MOST_RELATED = 5;
/** Prometheus runs something else than the file that was judged. */
const config_not_on_disk_rule = {
    scope: 'runtime',
    code: 'runtime/config-not-on-disk',
    severity: 'error',
    stage: 'verify',
    summary: 'the running Prometheus has another configuration than the file on disk',
    why: 'What is proved of the running Prometheus says nothing of the file that is to be deployed.',
    remedy: 'mount the directory of the configuration in place of the single file, build the image again, and let nothing rewrite the file',
    judge(run) {
        const { prometheus } = run.stack;
        const file = prometheus?.config?.file.path ?? '';
        if (!prometheus)
            return [];
        const base = { at: configOrigin(run), subject: { service: prometheus.service.name } };
        const problems = [];
        const [first, ...others] = configDifferences(run);
        if (first)
            problems.push({
                ...base,
                message: `Prometheus runs another configuration than ${file}: ${first.says}${others.length > 0 ? ` (and ${String(others.length)} more)` : ''}`,
                cause: 'config-not-on-disk',
                related: [first, ...others].slice(0, MOST_RELATED).map(({ says, at }) => ({ message: says, at })),
            });
        if (run.observation.server?.runtime?.['reloadConfigSuccess'] === false)
            problems.push({
                ...base,
                message: `Prometheus could not load ${file} again and goes on with what it had`,
                cause: 'config-reload-failed',
                help: `see what "promtool check config" says of it in service "${prometheus.service.name}", and the log of Prometheus`,
            });
        return problems;
    },
};

// EXTERNAL MODULE: ./src/rules/endpoint.ts
var endpoint = __webpack_require__(6093);
;// CONCATENATED MODULE: ./src/rules/runtime/datasource-broken.ts





/** A data source that answers no query, as Grafana asks it. */
const datasource_broken_rule = {
    scope: 'runtime',
    code: 'runtime/datasource-broken',
    severity: 'error',
    stage: 'verify',
    summary: 'a Prometheus data source of Grafana answers no query',
    why: 'Grafana is up and shows its dashboards, and every panel on this data source is empty.',
    remedy: 'write the service and the port at which the server listens, with its path and credentials',
    judge(run) {
        const { observation } = run;
        const unhealthy = new Set(observation.pipeline?.filter((one) => one.of === 'grafana' && pipeline_answer_failureOf(one)).map(({ name }) => name));
        return (observation.pipeline ?? []).flatMap((answer) => answer.of === 'datasource' && !unhealthy.has(answer.from) ? datasource_broken_problem(run, answer) : []);
    },
};
function datasource_broken_problem(run, answer) {
    const { stack } = run;
    const grafana = (0,grafana_datasources/* grafanasOf */.hg)(stack).find(({ service }) => service.name === answer.from);
    const source = grafana?.sources.find(({ name }) => name === answer.name);
    const failure = failing(answer);
    if (!grafana || !source || failure === undefined)
        return [];
    const authority = authorityOf(answer.url);
    const host = (0,model_address/* splitAddress */.lS)(authority)?.host ?? authority;
    const meaning = (0,model_address/* meaningOfHost */.ni)(stack, grafana.service, host);
    // What is outside of the stack may be there where it is deployed.
    if (meaning.kind === 'outside')
        return [];
    if (meaning.kind === 'service' && explainedServices(run).has(meaning.service.name))
        return [];
    const url = (0,endpoint/* publicPart */.J)(answer.url.replace(/\/api\/v1\/query\?.*$/s, ''));
    return [
        {
            message: `data source "${source.name}" of Grafana is broken: url "${url}": ${failure}`,
            cause: 'grafana-datasource-broken',
            at: (0,grafana_datasources/* valueAt */.fK)(source.node, 'url').at,
            subject: { service: grafana.service.name },
            evidence: [
                ...told(answer),
                ...(answer.tested ? [`Grafana's own test: ${answer.tested.word}: ${answer.tested.message}`] : []),
            ],
        },
    ];
}
/** Grafana's own word counts; where it was not to be had, what was asked from its position. */
function failing(answer) {
    const { tested, url } = answer;
    const seen = pipeline_answer_failureOf(answer);
    const said = seen === undefined ? undefined : `${authorityOf(url)} ${seen}`;
    if (!tested)
        return said;
    if (!/^error$/i.test(tested.word))
        return undefined;
    return said ?? `Grafana says "${tested.message.replaceAll(/\s+/g, ' ')}"`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/dependency-unmet.ts



/** A condition of depends_on that the service it names can never meet. */
const dependency_unmet_rule = {
    scope: 'runtime',
    code: 'runtime/dependency-unmet',
    severity: 'error',
    stage: 'up',
    summary: 'a service waits for a state that its dependency can never reach',
    why: 'A service without a healthcheck is never healthy, and one that completed is not running: whatever waits for that is never started.',
    remedy: 'give the dependency a healthcheck, or wait for another condition',
    judge: (run) => {
        const { stack, plan, observation } = run;
        return stack.project.services
            .filter(({ name }) => observation.neverStarted.includes(name))
            .flatMap((service) => service.dependsOn.flatMap((dependency) => {
            const containers = observation.containers.filter((container) => container.service === dependency.service);
            const readyWhen = plan.readyWhen.get(dependency.service) ?? 'healthy-or-running';
            const readiness = judgeService(containers, readyWhen, observation.atMs);
            if (readiness.kind !== 'ready' || conditionMet(dependency.condition, containers))
                return [];
            return [
                {
                    message: `service "${service.name}" was never started: it waits for "${dependency.service}" to be healthy, ${why(dependency, containers)}`,
                    cause: 'dependency-unmet',
                    at: dependency.at,
                    subject: { service: service.name },
                    related: consequences(run, service.name),
                    evidence: [
                        `state: "${dependency.service}" is ${states(containers)}`,
                        ...waitingChains(run, dependency.service).map((chain) => `waiting for it: ${chain}`),
                    ],
                },
            ];
        }));
    },
};
function states(containers) {
    const all = containers.map(({ state, health, exitCode }) => state === 'exited' ? `exited with code ${String(exitCode)}` : `${state}, health ${health}`);
    return [...new Set(all)].join('; ');
}
function why({ service }, containers) {
    return containers.some(({ state }) => state === 'exited')
        ? `but "${service}" completed`
        : `but "${service}" has no healthcheck`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/grafana-unhealthy.ts


/** Grafana runs, and its health endpoint says that it does not work. */
const grafana_unhealthy_rule = {
    scope: 'runtime',
    code: 'runtime/grafana-unhealthy',
    severity: 'error',
    stage: 'verify',
    summary: 'the health endpoint of Grafana does not answer, or says that its database fails',
    why: 'A container that runs is no Grafana that answers: without its database nobody can log in, and no dashboard is shown.',
    remedy: "look at the log of Grafana's service",
    judge(run) {
        const explained = explainedServices(run);
        return (run.observation.pipeline ?? []).flatMap((answer) => {
            const { of, name: service, url } = answer;
            if (of !== 'grafana' || explained.has(service))
                return [];
            const isDown = run.targets.some(({ health, expected }) => health === 'down' && expected.service === service);
            const failure = pipeline_answer_failureOf(answer) ?? databaseOf(answer.answer?.bodyStart);
            if (failure === undefined || isDown)
                return [];
            const port = /:(\d+)$/.exec(authorityOf(url))?.[1] ?? '';
            return [
                {
                    message: `Grafana in service "${service}" is not healthy: port ${port} ${failure}`,
                    cause: 'grafana-unhealthy',
                    at: run.stack.project.services.find(({ name }) => name === service)?.at,
                    help: `look at the log of service "${service}"`,
                    subject: { service },
                    evidence: told(answer),
                },
            ];
        });
    },
};
/** `{"database": "failing", \u2026}` comes with 503, of some versions with 200. */
function databaseOf(body = '') {
    const [, state] = /"database"\s*:\s*"(\w+)"/.exec(body) ?? [];
    return state === undefined || state === 'ok' ? undefined : `says that its database is "${state}"`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/interrupted.ts

/** A run that a signal ended, or that ran out of time before everything was started. */
const interrupted_rule = {
    scope: 'runtime',
    code: 'runtime/interrupted',
    severity: 'error',
    stage: 'up',
    summary: 'the run was cancelled, or its time was over before everything was started',
    why: 'A workflow, a person or the deadline ended the run before it had a verdict; the report has what was known until then.',
    remedy: 'run it again, with a longer --timeout if images have to be pulled or built first',
    judge(run) {
        if (run.observation.interrupted === 'cancelled') {
            return [{ message: 'the run was cancelled before the stack was proved', cause: 'cancelled' }];
        }
        return run.observation.interrupted === 'deadline' ? outOfTime(run) : [];
    },
};
/** Services that were started and are not ready have a finding of their own, which explains why others were not. */
function outOfTime({ stack, plan, observation }) {
    const { neverStarted, containers, atMs } = observation;
    const [first] = stack.project.services.filter(({ name }) => neverStarted.includes(name));
    const someNotReady = stack.project.services.some(({ name }) => {
        const own = containers.filter(({ service }) => service === name);
        // A container that waits for its start tells nothing.
        if (neverStarted.includes(name))
            return false;
        return own.length > 0 && judgeService(own, plan.readyWhen.get(name) ?? 'healthy-or-running', atMs).kind !== 'ready';
    });
    if (!first || someNotReady)
        return [];
    return [
        {
            message: `the time was over before ${neverStarted.map((name) => `"${name}"`).join(', ')} could be started`,
            cause: 'deadline-passed',
            at: first.at,
        },
    ];
}

// EXTERNAL MODULE: ./src/model/nearest.ts
var nearest = __webpack_require__(9179);
// EXTERNAL MODULE: ./src/rules/asked-selectors.ts
var asked_selectors = __webpack_require__(3436);
// EXTERNAL MODULE: ./src/rules/sample-sources.ts
var sample_sources = __webpack_require__(9974);
// EXTERNAL MODULE: ./src/rules/stack-rules.ts
var stack_rules = __webpack_require__(4661);
;// CONCATENATED MODULE: ./src/rules/runtime/metric-not-exposed.ts







/** What Prometheus makes by itself, for each target and each alert. */
const OWN = /^(?:up|ALERTS|ALERTS_FOR_STATE|scrape_\w+)$/;
/** What a family has more names for than its own. */
const SUFFIXES = /_(?:bucket|count|sum|total|created|info)$/;
/** Functions whose business is that there may be nothing. */
const OF_ABSENCE = new Set(['absent', 'absent_over_time']);
/** Metrics that expressions ask for and nobody has. */
const metric_not_exposed_rule = {
    scope: 'runtime',
    code: 'runtime/metric-not-exposed',
    severity: 'notice',
    stage: 'verify',
    summary: 'a rule or a panel asks for a metric that nothing in the running stack exposes',
    why: 'Prometheus takes the name of a metric that does not exist for an empty result: the alert never fires and the panel stays empty, without an error.',
    remedy: 'correct the name, or expose the metric; some appear only when something happens for the first time',
    judge(run) {
        const names = namesOf(run);
        if (!names || nothingStored(run.observation))
            return [];
        const found = new Map();
        for (const asked of (0,asked_selectors/* askedExpressions */.i)(run.stack))
            for (const { metric, start, call } of asked.selectors) {
                if (metric === undefined || isKnown(metric, names, run) || OF_ABSENCE.has(call ?? ''))
                    continue;
                const at = (0,asked_selectors/* writtenAt */.n)(asked, start, start + metric.length);
                if (!at)
                    continue;
                const known = found.get(metric);
                if (known) {
                    found.set(metric, { ...known, related: [...(known.related ?? []), { message: asked.owner(), at }] });
                    continue;
                }
                const close = (0,nearest/* nearest */.p)(metric, names);
                found.set(metric, {
                    message: `${asked.owner()} asks for ${metric}, which no target exposes${close === undefined ? '' : `; there is ${close}`}`,
                    cause: 'metric-not-exposed',
                    at,
                    help: close === undefined ? undefined : `write ${close}, if that is what is meant`,
                });
            }
        return [...found.values()];
    },
};
/** Every name that there is; undefined when something may be missing yet, or comes from elsewhere. */
function namesOf(run) {
    const { stack, targets, observation } = run;
    const names = observation.server?.metricNames;
    if (!names || targets.length === 0 || !targets.every((one) => (0,model_target/* isFine */.z)(one) && one.health === 'up'))
        return undefined;
    if ((0,sample_sources/* takesOtherSamples */.WR)(stack) || configDifferences(run).length > 0)
        return undefined;
    return new Set(names);
}
function isKnown(metric, names, { stack }) {
    if (OWN.test(metric) || names.has(metric) || (0,stack_rules/* recordedMetrics */.Kj)(stack).has(metric))
        return true;
    return names.has(metric.replace(SUFFIXES, ''));
}

;// CONCATENATED MODULE: ./src/rules/runtime/no-evidence.ts

/** A run that saw no target at all. */
const no_evidence_rule = {
    scope: 'runtime',
    code: 'runtime/no-evidence',
    severity: 'error',
    stage: 'verify',
    summary: 'no target was expected, so nothing was proved',
    why: 'A gate that passes on zero evidence is no gate.',
    remedy: 'mount a prometheus.yml with scrape jobs for the services',
    judge({ stack, targets, observation }) {
        if (!observation.prometheus.ready || targets.some((target) => (0,model_target/* isEvidence */.e)(target)))
            return [];
        const config = stack.prometheus?.config;
        return [
            {
                message: targets.length === 0
                    ? 'the configuration of Prometheus names no target that could be verified'
                    : targets.some(({ health }) => health === 'external')
                        ? 'no target of the stack was seen: those that the configuration names are outside of it, or are dropped'
                        : 'relabelling drops every target that the configuration names',
                cause: 'no-evidence',
                at: config?.root.at ?? stack.prometheus?.service.at,
                related: no_evidence_droppingSteps(targets),
            },
        ];
    },
};
/** Each step that drops something, once. */
function no_evidence_droppingSteps(targets) {
    const steps = new Map();
    for (const { droppedBy } of targets)
        if (droppedBy)
            steps.set(`${droppedBy.file.path}:${String(droppedBy.start)}`, droppedBy);
    return [...steps.values()].map((at) => ({ message: 'this step drops targets', at }));
}

;// CONCATENATED MODULE: ./src/rules/published-ports.ts

/** The ports that a stack takes of its machine for sure; where Docker picks one, none is. */
function publishedPorts({ project }) {
    return project.services.flatMap((service) => {
        // Without a network of its own nothing is published.
        if (service.networkMode && !['bridge', 'default'].includes(service.networkMode.value))
            return [];
        const copies = (0,yaml_node/* child */.jf)(service.node, 'deploy', 'replicas') ?? (0,yaml_node/* child */.jf)(service.node, 'scale');
        if ((0,yaml_node/* text */.Qq)(copies) === '0')
            return [];
        return ['tcp', 'udp'].flatMap((protocol) => (protocol === 'tcp' ? service.ports : service.udpPorts).flatMap((mapping) => {
            const { hostPort } = mapping;
            return hostPort === undefined || hostPort === 0 ? [] : [{ service, protocol, mapping, port: hostPort }];
        }));
    });
}

;// CONCATENATED MODULE: ./src/rules/runtime/port-in-use.ts

/** A port that is to be published and that somebody else has, seen before anything was started. */
const port_in_use_rule = {
    scope: 'runtime',
    code: 'runtime/port-in-use',
    severity: 'error',
    stage: 'prepare',
    summary: 'a port of the host that a service publishes is taken already',
    why: 'A port of the host leads to one program. Docker would start what comes before and then refuse the service: "port is already allocated".',
    remedy: 'stop what has the port, or publish another one',
    judge({ stack, observation }) {
        const holders = observation.host?.portsInUse ?? [];
        const clashes = publishedPorts(stack).flatMap((published) => {
            const holder = holders.find((one) => isFor(one, published));
            return holder ? [{ published, holder }] : [];
        });
        // One holder is one thing to do, however many ports it has.
        const groups = [...new Set(clashes.map(({ holder }) => groupOf(holder)))];
        return groups.map((group) => problemOf(stack, clashes.filter(({ holder }) => groupOf(holder) === group)));
    },
};
function isFor(holder, { protocol, port, mapping }) {
    return holder.protocol === protocol && holder.port === port && holder.wantedAddress === mapping.hostAddress;
}
function groupOf({ container, process, protocol, port }) {
    if (container)
        return `project ${container.project ?? container.name}`;
    return process ? `process ${String(process.pid)}` : `${protocol} ${String(port)}`;
}
function problemOf(stack, [first, ...others]) {
    if (!first)
        throw new Error('a group without a clash');
    const { published, holder } = first;
    return {
        message: `service "${published.service.name}" cannot publish ${named(published)} of the host: it is taken by ${who(stack, holder)}`,
        cause: 'port-in-use',
        at: published.mapping.at,
        help: remedy(stack, first),
        subject: { service: published.service.name },
        related: others.map(({ published: other, holder: its }) => ({
            message: `${named(other)} of service "${other.service.name}" is taken by ${who(stack, its)}`,
            at: other.mapping.at,
        })),
    };
}
function named({ protocol, port }) {
    return `${protocol === 'udp' ? 'UDP port' : 'port'} ${String(port)}`;
}
function who(stack, { container, process, address }) {
    if (process)
        return `process "${process.name}" (pid ${String(process.pid)})`;
    if (!container)
        return `a program${address === '' ? '' : ` that listens on ${address}`}`;
    const { name, project, service } = container;
    if (project === undefined || service === undefined)
        return `container "${name}"`;
    if (isOwnStack(stack, container))
        return `service "${service}" of this same compose file, which runs as project "${project}"`;
    return `container "${name}", service "${service}" of project "${project}"`;
}
/** The usual case on the machine of a developer: the stack runs already. */
function isOwnStack({ project }, { composeFiles }) {
    return composeFiles.some((path) => project.composeFiles.includes(path));
}
function remedy(stack, { published, holder }) {
    const variable = variableOf(published);
    const other = variable === undefined ? 'publish another port here' : `set ${variable} to a port that is free for this run`;
    const { container, process } = holder;
    if (container?.project !== undefined) {
        const stop = `\`docker compose -p ${container.project} down\``;
        return isOwnStack(stack, container)
            ? `stop the stack that runs with ${stop}, or ${other}`
            : `stop the other project with ${stop}, or ${other}`;
    }
    if (container)
        return `stop the container with \`docker stop ${container.name}\`, or ${other}`;
    return process ? `stop the process, or ${other}` : `find it with \`ss -ltnup\` as root, stop it, or ${other}`;
}
/** The variable of the entry that gives the port of the host. */
function variableOf({ mapping: { at } }) {
    const written = at.file.text.slice(at.start, at.end);
    const names = [...written.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
    return names.find((name) => /port/i.test(name)) ?? (names.length === 1 ? names[0] : undefined);
}

;// CONCATENATED MODULE: ./src/rules/runtime/prometheus-unreachable.ts


/** Prometheus runs, but its API gives no answer. */
const prometheus_unreachable_rule = {
    scope: 'runtime',
    code: 'runtime/prometheus-unreachable',
    severity: 'error',
    stage: 'verify',
    summary: 'the HTTP API of Prometheus does not answer',
    why: 'What cannot be asked cannot be proved: without the API no target is known to be scraped.',
    remedy: 'publish its port, and check --web.listen-address, --web.external-url and --web.config.file',
    judge(run) {
        const { stack, observation } = run;
        const prometheus = stack.prometheus;
        const { ready, lastError, refusal } = observation.prometheus;
        if (!prometheus || ready || lastError === undefined || explainedServices(run).has(prometheus.service.name))
            return [];
        return [
            {
                ...prometheus_unreachable_told(prometheus, lastError, refusal),
                at: at(prometheus, refusal),
                subject: { service: prometheus.service.name },
                evidence: observation.logs[prometheus.service.name] ?? [],
            },
        ];
    },
};
/** What is to be said of a Prometheus that answers, and not to us. */
function prometheus_unreachable_told({ service }, lastError, refusal) {
    const name = `Prometheus in service "${service.name}"`;
    if (refusal === undefined)
        return { message: `${name} does not answer: ${lastError}`, cause: 'prometheus-unreachable' };
    const cause = refusal === 'credentials' ? 'prometheus-behind-authentication' : refusal;
    const help = model_cause/* CAUSES */.h[cause].remedy;
    if (refusal === 'credentials')
        return { message: `${name} wants credentials: ${lastError}`, cause, help };
    return { message: `${name} was not reached: ${lastError}`, cause, help };
}
/** The flag that names the file which asks for credentials, or the service. */
function at({ service }, refusal) {
    const flag = service.command.find(({ value }) => value.startsWith('--web.config.file'));
    return refusal === 'credentials' && flag ? flag.at : service.at;
}

;// CONCATENATED MODULE: ./src/rules/loaded-rules.ts


/** Every group of the files of rules that Prometheus reads; none when it did not say what it has. */
function loadedGroups({ stack, observation }) {
    const rules = observation.server?.rules;
    const { service, configPath } = stack.prometheus ?? {};
    if (!rules || !service || !configPath)
        return [];
    const directory = external_node_path_.posix.dirname(configPath.value);
    const byGroup = new Map();
    for (const rule of rules) {
        const key = `${external_node_path_.posix.resolve(directory, rule.file)}\n${rule.group}`;
        byGroup.set(key, [...(byGroup.get(key) ?? []), rule]);
    }
    return stack.documents
        .filter(({ kind, place }) => kind === 'rules' && place.service === service.name)
        .flatMap((document) => (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(document.root, 'groups')).map((node) => {
        const name = (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, 'name')) ?? '';
        const loaded = byGroup.get(`${loaded_rules_pathOf(document)}\n${name}`) ?? [];
        return { document, node, name, rules: (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(node, 'rules')), loaded };
    }));
}
/** Path in the container of a file that a pattern of rule_files matched, of which the document knows the directory. */
function loaded_rules_pathOf({ place, file }) {
    return external_node_path_.posix.join(external_node_path_.posix.dirname(place.containerPath), external_node_path_.posix.basename(file.path));
}

;// CONCATENATED MODULE: ./src/rules/runtime/rule-failing.ts


const rule_failing_LONGEST = 200;
/** Rules that cannot be evaluated on the data that is there. */
const rule_failing_rule = {
    scope: 'runtime',
    code: 'runtime/rule-failing',
    severity: 'error',
    stage: 'verify',
    summary: 'a rule fails when Prometheus evaluates it',
    why: 'A rule that fails gives nothing: its alert never fires, its series is never recorded, and the log of Prometheus is the only place that tells.',
    remedy: 'match with `on(\u2026)` and `group_left`, or aggregate one side with `sum by (\u2026)`',
    judge: (run) => loadedGroups(run).flatMap(({ rules, loaded, name }) => {
        // Otherwise nobody knows which is which.
        if (loaded.length !== rules.length)
            return [];
        return rules.flatMap((node, index) => {
            const one = loaded[index];
            const error = one && errorOf(one);
            return one && error !== undefined ? [rule_failing_problem(node, one, name, error)] : [];
        });
    }),
};
/** What Prometheus says of the last evaluation; when that had no data yet, what a query answered after it. */
function errorOf({ health, lastError, queryError }) {
    return health === 'err' ? lastError : queryError;
}
function rule_failing_problem(node, { name, kind }, group, error) {
    const what = kind === 'alerting' ? `alert "${name}"` : `recording rule "${name}"`;
    const expression = (0,yaml_node/* child */.jf)(node, 'expr');
    const said = error.replaceAll(/\s+/g, ' ');
    return {
        message: `${what} of group "${group}" fails when it is evaluated: ${said.length > rule_failing_LONGEST ? `${said.slice(0, rule_failing_LONGEST)}\u2026` : said}`,
        cause: 'rule-fails',
        at: (expression ?? node).at,
        help: helpFor(error),
        subject: { rule: name },
        evidence: [`expression: ${((0,yaml_node/* text */.Qq)(expression) ?? '').replaceAll(/\s+/g, ' ').trim()}`, `Prometheus: ${error}`],
    };
}
function helpFor(error) {
    if (/many-to-many|must be explicit|duplicate series/.test(error))
        return 'name the labels that match in `on(\u2026)` with `group_left` or `group_right`, or aggregate one side with `sum by (\u2026)`';
    if (/same labelset/.test(error))
        return 'keep a label that tells the results apart, or aggregate them with `sum by (\u2026)`';
    return undefined;
}

;// CONCATENATED MODULE: ./src/rules/runtime/rules-not-loaded.ts



/** Rules that are on disk and not in Prometheus. */
const rules_not_loaded_rule = {
    scope: 'runtime',
    code: 'runtime/rules-not-loaded',
    severity: 'error',
    stage: 'verify',
    summary: 'the running Prometheus lacks rules of a file that its configuration names',
    why: 'An alert that is not loaded never fires, and nothing else tells.',
    remedy: 'mount the file where rule_files looks for it, and build images with copies of it again',
    judge(run) {
        // Another configuration explains it.
        if (configDifferences(run).some(({ of }) => of === 'rules'))
            return [];
        const missing = new Map();
        for (const group of loadedGroups(run))
            if (group.loaded.length !== group.rules.length)
                missing.set(group.document, [...(missing.get(group.document) ?? []), group]);
        const all = run.observation.server?.rules?.length ?? 0;
        return [...missing].map(([document, groups]) => {
            const [first] = groups;
            const loaded = groups.reduce((sum, group) => sum + group.loaded.length, 0);
            const written = groups.reduce((sum, group) => sum + group.rules.length, 0);
            const named = document.namedBy?.[0] ?? (0,yaml_node/* child */.jf)(run.stack.prometheus?.config?.root, 'rule_files');
            return {
                message: `Prometheus has loaded ${String(loaded)} of ${String(written)} rules of ${document.file.path} (group "${first?.name ?? ''}"${groups.length > 1 ? ` and ${String(groups.length - 1)} more` : ''})`,
                cause: 'rules-not-loaded',
                at: named?.at ?? document.root?.at,
                help: `see that "${loaded_rules_pathOf(document)}" in the container is the file ${document.file.path}`,
                related: groups.map(({ name, node }) => ({ message: `group "${name}"`, at: ((0,yaml_node/* child */.jf)(node, 'name') ?? node).at })),
                evidence: [`Prometheus has loaded ${String(all)} rules in all`],
            };
        });
    },
};

// EXTERNAL MODULE: ./src/model/evidence.ts
var evidence = __webpack_require__(6860);
// EXTERNAL MODULE: ./src/model/moment.ts
var moment = __webpack_require__(9741);
// EXTERNAL MODULE: ./src/rules/mount-facts.ts
var mount_facts = __webpack_require__(9428);
;// CONCATENATED MODULE: ./src/rules/rejected-config.ts

/** What Prometheus says of a configuration that it does not accept, led back to the line of the file. Pure. */
function rejectedConfig(words, service, { prometheus }) {
    const config = prometheus?.service.name === service.name ? prometheus.config : undefined;
    // A file that cannot be opened was not read.
    if (!config || /permission denied|no such file/i.test(words))
        return undefined;
    const job = /job name \\?"([^"\\]+)/.exec(words)?.[1];
    const line = /\bline (\d+)/.exec(words)?.[1];
    const at = ofJob(config.jobs, job, words) ?? (line === undefined ? undefined : lineRange(config.file, Number(line)));
    return at && { cause: 'config-rejected', at };
}
/** The key that the words speak of, else the name of the job. */
function ofJob(jobs, name, words) {
    const job = jobs.find((one) => one.name.value === name);
    if (!job)
        return undefined;
    const key = ['scrape_timeout', 'scrape_interval'].find((one) => words.includes(one.replace('_', ' ')) && (0,yaml_node/* child */.jf)(job.node, one));
    return (key === undefined ? undefined : (0,yaml_node/* keyRange */.xA)(job.node, key)) ?? job.name.at;
}
/** A whole line without its indentation. */
function lineRange(file, line) {
    const lines = file.text.split('\n');
    const text = lines[line - 1];
    if (text === undefined)
        return undefined;
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    return { file, start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length };
}

;// CONCATENATED MODULE: ./src/rules/exit-words.ts




/** Telling words first. Go, Node.js, Python, C and runc write a path and the system's word for the error in one line. */
const READINGS = [
    // runc says this in the container's log since the start itself succeeds: libcontainer, finalizeNamespace and execve.
    [/^exec (\/\S+): exec format error/, ([, path = ''], service) => notExecutable(path, service)],
    [/no space left on device|ENOSPC/i, (_, service) => full(service)],
    [
        /(?:unknown (?:long|short) flag|unknown flag|flag provided but not defined|unexpected argument|invalid value .*?flag)[^-'"]*['"]?(-{0,2}[\w.-]+)/i,
        ([, flag = ''], service) => rejectedFlag(service, flag),
    ],
    [/parsing command line arguments: .*"([^"]+)"/i, ([, value = ''], service) => rejectedValue(service, value)],
    [
        /parsing YAML file|error loading config|unmarshal errors/i,
        ({ input }, service, stack) => rejectedConfig(input, service, stack),
    ],
    [/(\/[^\s"',:]+)["']?: permission denied|permission denied[^/]{0,20}['"]?(\/[^\s"',:]+)/i, denied],
    [/(\/[^\s"',:]+)["']?: read-only file system|read-only file system[^/]{0,20}['"]?(\/[^\s"',:]+)/i, denied],
];
/** Judges the last log lines of a service whose container ended; undefined when they say nothing that is known. Pure. */
function exitWords(logs, service, stack) {
    const lines = logs.map((line) => line.trim()).reverse();
    for (const [pattern, read] of READINGS) {
        for (const line of lines) {
            const match = pattern.exec(line);
            const found = match && read(match, service, stack);
            if (found)
                return { ...found, line };
        }
    }
    return undefined;
}
/** A text of the project has no first line that names its interpreter; a program of an image is for another processor. */
function notExecutable(path, service) {
    const words = [...service.entrypoint, ...service.command];
    const at = (words.find(({ value }) => value === path) ?? words[0])?.at;
    if ((0,mounted_path/* mountFor */.t)(service.mounts, path))
        return { cause: 'command-not-executable', at: at ?? service.at };
    return {
        cause: 'wrong-architecture',
        at: (0,yaml_node/* child */.jf)(service.node, 'platform')?.at ?? service.image?.at ?? at ?? service.at,
    };
}
function denied([words, one, other], service) {
    const path = one ?? other ?? '';
    const mount = (0,mounted_path/* mountFor */.t)(service.mounts, path)?.mount;
    const readOnly = /read-only/i.test(words);
    if (!readOnly && mount && (0,mount_facts/* looksLikeFile */.QM)(path))
        return { cause: 'config-not-readable', at: (0,mount_facts/* sourceOf */.vz)(mount) };
    const root = mount ? undefined : (0,yaml_node/* child */.jf)(service.node, 'read_only')?.at;
    const at = mount?.at ?? (readOnly ? root : (service.user?.at ?? root));
    return at && { cause: 'storage-not-writable', at };
}
/** The mount that limits its own size, or the only one that can be written. */
function full(service) {
    const writable = service.mounts.filter(({ readOnly }) => !readOnly);
    const at = (0,yaml_node/* keyRange */.xA)(service.node, 'tmpfs') ?? (writable.length === 1 ? writable[0]?.at : undefined);
    return { cause: 'storage-full', at: at ?? service.at };
}
function rejectedFlag({ command, entrypoint }, flag) {
    const name = flag.replace(/^-+/, '').replace(/=.*/, '');
    const written = [...command, ...entrypoint].find(({ value }) => value.startsWith('-') && value.replace(/^-+/, '').split('=', 1)[0] === name);
    return written && { cause: 'flag-rejected', at: written.at };
}
/** Only the value is said. */
function rejectedValue({ command, entrypoint }, value) {
    const written = [...command, ...entrypoint].find((word) => word.value === value || word.value.endsWith(`=${value}`));
    return written && { cause: 'flag-rejected', at: written.at };
}

;// CONCATENATED MODULE: ./src/rules/runtime/samples-not-stored.ts





/** What is quoted of the log of Prometheus. */
const LINES = 5;
/** Lines that speak of what cannot be written. */
const TELLING = /commit failed|append failed|\bwrite\b|no space|read-only|WAL|TSDB|storage/i;
/** Targets are up, and Prometheus keeps nothing of what it scrapes. */
const samples_not_stored_rule = {
    scope: 'runtime',
    code: 'runtime/samples-not-stored',
    severity: 'error',
    stage: 'verify',
    summary: 'Prometheus scrapes its targets and stores no sample of them',
    why: 'A target is up as soon as its metrics were read. When the storage is full or broken they are then thrown away: every list of targets is green, and no alert, rule or panel has data.',
    remedy: 'give the storage of Prometheus room, and look at its log for "Scrape commit failed"',
    judge(run) {
        const { stack, observation } = run;
        const nothing = nothingStored(observation);
        if (!nothing || !stack.prometheus)
            return [];
        const { service } = stack.prometheus;
        const log = observation.logs[service.name] ?? [];
        const words = exitWords(log, service, stack);
        const up = observation.targets?.active.filter(({ health }) => health === 'up').length ?? 0;
        const newest = nothing.newestMs === undefined ? 'there is none' : `the newest is of ${(0,moment/* clockTime */.qo)(nothing.newestMs)}`;
        return [
            {
                message: `Prometheus calls ${String(up)} ${up === 1 ? 'target' : 'targets'} up and stores no sample of them${words ? `: ${reasonIn(words.line)}` : ''}`,
                cause: words?.cause ?? 'samples-not-stored',
                at: words?.at ?? (0,mounted_path/* mountFor */.t)(service.mounts, '/prometheus')?.mount.at ?? service.at,
                subject: { service: service.name },
                evidence: [
                    `last scraped at ${(0,moment/* clockTime */.qo)(nothing.scrapedMs)}; of the samples of "up" that a query finds ${newest}`,
                    ...(log.length > 0 ? [evidence/* LOG_HEADING */.sN, ...samples_not_stored_told(log).map(evidence/* evidenceLine */.OF)] : []),
                ],
            },
        ];
    },
};
/** A line of Prometheus is `time=\u2026 level=\u2026 msg=\u2026 err="\u2026"`. */
function reasonIn(line) {
    return /\berr="((?:[^"\\]|\\.)+)"/.exec(line)?.[1] ?? line;
}
function samples_not_stored_told(log) {
    const telling = log.filter((line) => TELLING.test(line));
    return (telling.length > 0 ? telling : log).slice(-LINES);
}

// EXTERNAL MODULE: ./src/model/size.ts
var size = __webpack_require__(4856);
;// CONCATENATED MODULE: ./src/rules/runtime/scarce-resources.ts


const MIB = 1024 ** 2;
/** Less than this lasts for neither an image nor the first blocks of Prometheus. */
const LITTLE_DISK = 1024 * MIB;
/** Not even the log of a container and the lock of a database can be written. */
const NO_DISK = MIB;
/** A machine that has less than the stack will need. */
const scarce_resources_rule = {
    scope: 'runtime',
    code: 'runtime/scarce-resources',
    severity: 'warning',
    stage: 'prepare',
    summary: 'the machine has little disk or memory left for the stack',
    why: 'A full disk and a lack of memory show themselves in many ways: databases that stop, containers that are killed, healthchecks that are late.',
    remedy: 'make room, or give the stack a larger machine',
    judge({ stack, observation: { host } }) {
        return host ? [...disk(host), ...memory(stack, host)] : [];
    },
};
function disk({ disk: store }) {
    if (!store || store.freeBytes >= LITTLE_DISK)
        return [];
    const full = store.freeBytes < NO_DISK;
    return [
        {
            message: `the disk of Docker at ${store.path} has ${shown(store.freeBytes)} free of ${shown(store.totalBytes)}, expected 1 GiB at least`,
            cause: 'disk-full',
            help: '`docker system df` shows what takes the room, `docker system prune` removes what nobody uses',
            severity: full ? 'error' : 'warning',
        },
    ];
}
/** What is reserved has to be there; a limit is only what a service may take. */
function memory(stack, { memory: had }) {
    if (!had)
        return [];
    const services = stack.project.services;
    const reserved = services.flatMap((service) => share(service, ['mem_reservation'], 'reservations'));
    const limits = services.flatMap((service) => share(service, ['mem_limit'], 'limits'));
    const free = had.availableBytes ?? had.totalBytes;
    return [
        ...overdrawn('memory reservations', reserved, free, had.availableBytes === undefined ? '' : ' free', 'warning'),
        ...overdrawn('memory limits', limits, had.totalBytes, '', 'notice'),
    ];
}
function overdrawn(what, shares, most, kind, severity) {
    const sum = shares.reduce((total, { bytes }) => total + bytes, 0);
    const [largest, ...others] = [...shares].sort((a, b) => b.bytes - a.bytes);
    if (!largest || sum <= most)
        return [];
    return [
        {
            message: `the ${what} of all services are ${shown(sum)} together, the machine of the engine has ${shown(most)}${kind}`,
            at: largest.node.at,
            help: 'lower them, or stop what else takes memory there',
            related: others.map(({ service, node, bytes }) => ({
                message: `service "${service.name}" adds ${shown(bytes)}`,
                at: node.at,
            })),
            severity,
        },
    ];
}
function share(service, short, kind) {
    const node = (0,yaml_node/* child */.jf)(service.node, ...short) ?? (0,yaml_node/* child */.jf)(service.node, 'deploy', 'resources', kind, 'memory');
    const bytes = (0,size/* sizeInBytes */.W)((0,yaml_node/* text */.Qq)(node) ?? '');
    const copies = Number((0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(service.node, 'deploy', 'replicas') ?? (0,yaml_node/* child */.jf)(service.node, 'scale')) ?? 1);
    return node && bytes !== undefined && copies > 0 ? [{ service, node, bytes: bytes * copies }] : [];
}
function shown(bytes) {
    return bytes >= 1024 * MIB ? `${(bytes / 1024 / MIB).toFixed(1)} GiB` : `${String(Math.floor(bytes / MIB))} MiB`;
}

;// CONCATENATED MODULE: ./src/model/exit-code.ts
/** Signals by number on Linux, for all architectures that images come in but MIPS. https://man7.org/linux/man-pages/man7/signal.7.html */
const SIGNALS = {
    1: ['SIGHUP', 'its terminal or parent went away'],
    2: ['SIGINT', 'somebody interrupted it, as Ctrl-C does'],
    3: ['SIGQUIT', 'somebody asked it to quit with a core dump'],
    4: ['SIGILL', 'it ran an instruction that this processor does not have: the image may be for another one'],
    5: ['SIGTRAP', 'it ran into a breakpoint or an assertion of its runtime'],
    6: ['SIGABRT', 'it gave up by itself: a failed assertion, an uncaught exception or a corrupted heap'],
    7: ['SIGBUS', 'it read memory that is not there, often a mapped file that was cut or a full /dev/shm'],
    8: ['SIGFPE', 'it divided by zero or overflowed'],
    9: ['SIGKILL', 'killed from outside'],
    10: ['SIGUSR1', 'a signal that it does not handle'],
    11: ['SIGSEGV', 'it used memory that is not its own: a bug in the program or a native library'],
    12: ['SIGUSR2', 'a signal that it does not handle'],
    13: ['SIGPIPE', 'it wrote to a pipe or connection that nobody reads any more'],
    14: ['SIGALRM', 'its own timer ended it'],
    15: ['SIGTERM', 'somebody asked it to stop'],
    24: ['SIGXCPU', 'it used up its processor time (ulimits)'],
    25: ['SIGXFSZ', 'it wrote a file larger than allowed (ulimits)'],
    31: ['SIGSYS', 'it made a system call that the seccomp profile forbids'],
};
/**
 * Codes with a meaning of their own: Docker's (https://docs.docker.com/engine/containers/run/#exit-status), the shell's
 * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02), sysexits.h.
 */
const MEANINGS = {
    0: 'the process ended by itself and reported success',
    1: 'the process reported a failure; what it was stands in its log, if anywhere',
    2: 'the process reported a failure; by convention wrong usage, such as an unknown option',
    64: 'wrong usage, by the convention of sysexits.h',
    65: 'bad input data, by the convention of sysexits.h',
    66: 'an input file that is missing or unreadable, by the convention of sysexits.h',
    69: 'a service that it needs is unavailable, by the convention of sysexits.h',
    70: 'an internal error, by the convention of sysexits.h',
    71: 'an error of the operating system, by the convention of sysexits.h',
    74: 'an error of input or output, by the convention of sysexits.h',
    75: 'a temporary failure, by the convention of sysexits.h',
    77: 'a permission that it does not have, by the convention of sysexits.h',
    78: 'something wrong with its configuration, by the convention of sysexits.h',
    124: 'the program "timeout" ended it because its time was over',
    125: 'the program that was to start it (docker, env, timeout) failed itself',
    126: 'the command is there but cannot be executed: no execute permission, a directory, or made for another machine',
    127: 'the command was not found: no such program in the image or in PATH, or no such interpreter or library loader',
    128: 'an invalid exit status, or a start that failed inside Docker',
    255: 'the process reported -1 or a status out of range',
};
/** SIGKILL is the one signal that Docker itself sends when a stop takes too long, and that the kernel sends when memory is short. */
const KILLED = 'killed from outside by SIGKILL; Docker saw no memory limit exceeded, so by `docker kill`, by a stop that took too long, or by a host that ran out of memory';
const OUT_OF_MEMORY = 'SIGKILL by the kernel: the container went over its memory limit';
const FIRST_SIGNAL = 128;
/** Name of the signal that ended a process with this exit code, such as `SIGSEGV` for 139. */
function signalOf(exitCode) {
    return SIGNALS[exitCode - FIRST_SIGNAL]?.[0];
}
/** What an exit code of a container's main process means, in words; undefined for a code that only the program can explain. */
function explainExitCode(exitCode, { oomKilled = false } = {}) {
    if (exitCode === FIRST_SIGNAL + 9)
        return oomKilled ? OUT_OF_MEMORY : KILLED;
    const [name, meaning] = SIGNALS[exitCode - FIRST_SIGNAL] ?? [];
    const words = name === undefined ? MEANINGS[exitCode] : `ended by ${name}: ${meaning ?? ''}`;
    if (!oomKilled)
        return words;
    // The main process may outlive a child that the kernel killed, and then end with a code of its own.
    const killed = 'the kernel killed a process of the container for its memory';
    return words === undefined ? killed : `${killed}; ${words}`;
}

;// CONCATENATED MODULE: ./src/rules/failure-evidence.ts




/** Runs of the probe that are quoted, and lines of each one's output. */
const PROBES = 3;
const PROBE_LINES = 12;
/**
 * All that explains why a service is not as it should be: since when, its exit code in words, the runs of its probe, who waits for
 * it, and its last log lines. For `evidence` of a finding, see `model/evidence.ts`.
 */
function failureEvidence(run, service, container) {
    const log = run.observation.logs[service.name] ?? [];
    return [
        ...since(container, run.observation.runStartedMs),
        ...exit(container),
        ...(container.startError === '' ? [] : [`Docker says: ${container.startError}`]),
        ...probes(service, container),
        ...waitingChains(run, service.name).map((chain) => `waiting for it: ${chain}`),
        ...(log.length > 0 ? [evidence/* LOG_HEADING */.sN, ...log.map(evidence/* evidenceLine */.OF)] : ['log: it logged nothing']),
    ];
}
/** When it came to be as it is, by the clock and since the run began. */
function since(container, runStartedMs) {
    const { state, startedAtMs, finishedAtMs, restarts } = container;
    const at = (ms) => (0,moment/* moment */.n$)(ms, runStartedMs);
    if (state === 'running') {
        const [bad, all] = failingProbes(container);
        if (bad)
            return [`since: its probe fails${all ? ' at least' : ''} since ${at(Date.parse(bad.at))}`, ...looping()];
        return [...(startedAtMs > 0 ? [`since: it runs since ${at(startedAtMs)}`] : []), ...looping()];
    }
    if (finishedAtMs <= 0)
        return looping();
    const ran = startedAtMs > 0 && finishedAtMs >= startedAtMs ? `; it ran for ${(0,moment/* lasting */.nS)(finishedAtMs - startedAtMs)}` : '';
    return [`since: it exited at ${at(finishedAtMs)}${ran}`, ...looping()];
    function looping() {
        const { restartPolicy, createdAtMs = Infinity } = container;
        const within = finishedAtMs > createdAtMs ? ` in ${(0,moment/* lasting */.nS)(finishedAtMs - createdAtMs)}` : '';
        return restarts > 0 ? [`restarts: ${String(restarts)}${within} by its restart policy "${restartPolicy}"`] : [];
    }
}
/** The first of the failures that its last probes were, and whether more of them may lie before what Docker keeps. */
function failingProbes({ probes: kept }) {
    const lastGood = kept.findLastIndex(({ exitCode }) => exitCode === 0);
    return [kept[lastGood + 1], lastGood < 0 && kept.length >= 5];
}
function exit({ state, exitCode, oomKilled, restarts }) {
    // Docker keeps the code of the run before only while the container does not run.
    if (state === 'running' || state === 'created' || state === 'paused') {
        return oomKilled || restarts === 0 || exitCode === 0 ? [] : explained();
    }
    return explained();
    function explained() {
        const words = explainExitCode(exitCode, { oomKilled }) ?? 'a code of its own; what it means only the program says';
        return [`exit code ${String(exitCode)}: ${words}`];
    }
}
function probes({ healthcheck }, { probes: kept, failingStreak = 0 }) {
    if (kept.length === 0)
        return [];
    const command = healthcheck && healthcheck.test.length > 0 ? healthcheck.test.join(' ') : "the image's own HEALTHCHECK";
    const streak = failingStreak > 1 ? ` (failed ${String(failingStreak)} times in a row)` : '';
    return [
        `probe: ${command}${streak}`,
        ...kept.slice(-PROBES).map((probe, index, all) => probeRun(probe, all[index - 1])),
    ];
}
function probeRun(probe, before) {
    const startedMs = Date.parse(probe.at);
    const endedMs = Date.parse(probe.endedAt ?? '');
    const took = endedMs >= startedMs ? `, took ${(0,moment/* lasting */.nS)(endedMs - startedMs)}` : '';
    const time = Number.isNaN(startedMs) ? probe.at : (0,moment/* clockTime */.qo)(startedMs);
    const output = probe.output.trim();
    const said = output !== '' && output === before?.output.trim() ? 'the same output' : outputOf(output);
    return `probe run: ${time}${took}, exit code ${String(probe.exitCode)}, ${said}`;
}
/** Lines after the first one are indented, so that they stay a part of this piece of evidence. */
function outputOf(output) {
    const lines = output.split('\n');
    const shown = lines.slice(0, PROBE_LINES).map(evidence/* evidenceLine */.OF);
    const cut = lines.length > shown.length ? [`\u2026 ${String(lines.length - shown.length)} more lines`] : [];
    return [...shown, ...cut].join('\n  ') || 'no output';
}

;// CONCATENATED MODULE: ./src/rules/runtime/service-failed.ts






const HEALTHCHECK = new Set(['healthcheck-fails', 'healthcheck-binary-missing']);
/** A container that exited, restarts over and over, or ran out of memory. */
const service_failed_rule = {
    scope: 'runtime',
    code: 'runtime/service-failed',
    severity: 'error',
    stage: 'wait',
    summary: 'a container exited, restarts over and over, or was killed for its memory',
    why: 'Its main process does not stay up, so no waiting helps.',
    remedy: 'read its last log lines, which are quoted',
    judge: (run) => failedServices(run)
        .filter(({ cause }) => !HEALTHCHECK.has(cause))
        .map((failed) => service_failed_problem(run, failed)),
};
/** The log line that most likely says why: the last one that speaks of a failure, or the last one. */
function service_failed_lastWords(logs) {
    const lines = logs.map((line) => line.trim()).filter((line) => line !== '');
    const telling = lines.findLast((line) => /error|exception|fatal|panic|cannot|failed|denied|not found/i.test(line)) ?? lines.at(-1);
    return quoted(telling);
}
function quoted(telling) {
    if (telling === undefined)
        return undefined;
    // Of logfmt, as Prometheus writes it, the two that matter.
    const message = /\bmsg="([^"]+)"/.exec(telling)?.[1];
    const error = /\berr="((?:[^"\\]|\\.)+)"/.exec(telling)?.[1]?.replaceAll('\\"', '"');
    const words = message !== undefined && error !== undefined ? `${message}: ${error}` : telling;
    return shortened(words);
}
function shortened(telling) {
    return `it logged "${telling.length > 160 ? `${telling.slice(0, 157)}\u2026` : telling}"`;
}
/** Only of these more may be told by what the program said. */
const OPEN = new Set(['container-exited', 'crash-loop']);
function service_failed_problem(run, { service, container, cause: known, reason }) {
    const logs = run.observation.logs[service.name] ?? [];
    const told = OPEN.has(known) ? exitWords(logs, service, run.stack) : undefined;
    const cause = told?.cause ?? known;
    const words = quoted(told?.line) ?? service_failed_lastWords(logs);
    const signal = signalOf(container.exitCode);
    const plain = cause === 'container-exited' || cause === 'stopped-from-outside';
    const what = plain ? (signal === undefined ? '' : ` (${signal})`) : `: ${model_cause/* CAUSES */.h[cause].title}`;
    const said = words === undefined ? (cause === 'container-exited' ? ' and logged nothing' : '') : `; ${words}`;
    return {
        message: `service "${service.name}" ${reason}${what}${said}`,
        cause,
        at: told?.at ?? place(service, cause),
        help: model_cause/* CAUSES */.h[cause].remedy,
        subject: { service: service.name },
        related: consequences(run, service.name),
        evidence: failureEvidence(run, service, container),
    };
}
/** The line that has to change: the command that is not there, the limit that is too low. */
function place(service, cause) {
    if (cause.startsWith('command-'))
        return programPlace(service);
    if (cause !== 'out-of-memory')
        return service.at;
    const limit = (0,yaml_node/* child */.jf)(service.node, 'mem_limit') ?? (0,yaml_node/* child */.jf)(service.node, 'deploy', 'resources', 'limits', 'memory') ?? service;
    return limit.at;
}
/** The program that the command names: in a shell's script, whose first words are there, the script. */
function programPlace({ command, entrypoint, at }) {
    const words = command.length > 0 ? command : entrypoint;
    const script = /(?:^|\/)(?:ba|da|a|z)?sh$/.test(words[0]?.value ?? '') && words[1]?.value.includes('c') ? words[2] : undefined;
    return script?.at ?? words[0]?.at ?? at;
}

;// CONCATENATED MODULE: ./src/rules/runtime/service-not-ready.ts



/** A service that was still on its way when the time was over. */
const service_not_ready_rule = {
    scope: 'runtime',
    code: 'runtime/service-not-ready',
    severity: 'error',
    stage: 'wait',
    summary: 'a service was not ready when the time was over',
    why: 'The service neither failed nor became ready before the deadline of the run.',
    remedy: 'raise --timeout, or find out what the service waits for',
    judge(run) {
        const { stack, plan, observation } = run;
        if (observation.interrupted !== 'deadline')
            return [];
        const explained = explainedServices(run);
        return stack.project.services.flatMap((service) => {
            const containers = observation.containers.filter((container) => container.service === service.name);
            const readiness = readinessOf(service.name, containers, plan, observation.atMs);
            if (readiness.kind !== 'waiting' || explained.has(service.name))
                return [];
            const [first] = containers;
            return [
                {
                    message: `service "${service.name}" was not ready in time: still waiting for ${readiness.reason}`,
                    cause: first?.health === 'starting' ? 'healthcheck-slow' : 'deadline-passed',
                    at: service.healthcheck?.at ?? service.at,
                    subject: { service: service.name },
                    related: consequences(run, service.name),
                    ...(first ? { evidence: failureEvidence(run, service, first) } : {}),
                },
            ];
        });
    },
};

// EXTERNAL MODULE: ./src/rules/healthcheck-command.ts
var healthcheck_command = __webpack_require__(6041);
// EXTERNAL MODULE: ./src/rules/own-addresses.ts
var own_addresses = __webpack_require__(2030);
;// CONCATENATED MODULE: ./src/rules/probe-diagnosis.ts



/** Docker's embedded DNS server listens in every container, and serves none of its clients. */
const DOCKER_DNS = '127.0.0.11';
/**
 * Compares what the probe of a service asks and said with the sockets that its container listens on. Undefined when that tells nothing:
 * then the service is ill by its own words. Pure.
 */
function probeDiagnosis(stack, service, container) {
    const output = container.probes.at(-1)?.output ?? '';
    const { healthcheck } = service;
    if (!healthcheck)
        return undefined;
    if (/^Health check exceeded timeout/.test(output))
        return { cause: 'healthcheck-timeout', at: (0,yaml_node/* child */.jf)(service.node, 'healthcheck', 'timeout')?.at ?? healthcheck.at };
    const missing = missingProgram(service, output);
    if (missing)
        return missing;
    const asked = (0,own_addresses/* selfChecks */.uX)(stack).find((check) => check.service === service)?.asked ?? [];
    if (/\b404\b/.test(output)) {
        const [first] = asked;
        return first && { cause: 'healthcheck-wrong-path', at: first.pathAt ?? first.at };
    }
    if (container.listening === undefined || !container.pid)
        return undefined;
    const sockets = container.listening.filter(({ address }) => address !== DOCKER_DNS);
    return asked.flatMap((address) => againstSockets(address, sockets) ?? []).at(0);
}
/** A shell says 127 to whoever hides it behind `|| exit 1`, and names the program. */
function missingProgram(service, output) {
    const said = /^\S*sh: (?:(?:line )?\d+: )?([^\s:]+): (?:command )?not found/m.exec(output)?.[1];
    const engine = /exec: "([^"]+)": (?:executable file not found|stat )/.exec(output)?.[1];
    const name = said ?? engine;
    const command = name === undefined ? undefined : (0,healthcheck_command/* healthcheckCommand */._P)(service);
    if (!command)
        return undefined;
    const [program] = (0,healthcheck_command/* commandsOf */.Kf)(command).find(([first]) => first.value === name) ?? [];
    return { cause: 'healthcheck-binary-missing', at: program?.at ?? command.at };
}
function againstSockets(asked, sockets) {
    const { host, port, hostAt, portAt, at } = asked;
    const onPort = sockets.filter((socket) => socket.port === port);
    if (onPort.length === 0) {
        if (sockets.length === 0)
            return undefined;
        const ports = [...new Set(sockets.map((socket) => String(socket.port)))].join(', ');
        const because = `nothing listens on port ${String(port)}; the container listens on ${ports}`;
        return { cause: 'healthcheck-wrong-port', at: portAt ?? at, because };
    }
    if (onPort.some((socket) => reaches(socket, host)))
        return undefined;
    const addresses = [...new Set(onPort.map(({ address }) => address))].join(', ');
    return {
        cause: 'healthcheck-wrong-address',
        at: hostAt,
        because: `it asks ${host}, and port ${String(port)} is open on ${addresses} only`,
    };
}
/** A socket on `::` takes IPv4 as well, unless it says otherwise, which the kernel does not list. */
function reaches({ address, family }, host) {
    if (address === '::')
        return true;
    const six = host.includes(':');
    if (!six && !/^[\d.]+$/.test(host) && host !== 'localhost')
        return true;
    if (host === 'localhost')
        return address === '0.0.0.0' || address.startsWith('127.') || address === '::1';
    if (six)
        return family === 6 && address === host;
    return address === '0.0.0.0' || address === host || (host === '0.0.0.0' && address.startsWith('127.'));
}

;// CONCATENATED MODULE: ./src/rules/runtime/service-unhealthy.ts




/** A container whose healthcheck keeps failing. */
const service_unhealthy_rule = {
    scope: 'runtime',
    code: 'runtime/service-unhealthy',
    severity: 'error',
    stage: 'wait',
    summary: 'the healthcheck of a service fails',
    why: 'Docker gave the probe all its retries, and it never passed: either the service is ill or the probe is wrong.',
    remedy: "read the probe's own output, which is quoted",
    judge: (run) => failedServices(run)
        .filter(({ cause }) => cause === 'healthcheck-fails' || cause === 'healthcheck-binary-missing')
        .map((failed) => service_unhealthy_problem(run, failed)),
};
function service_unhealthy_problem(run, { service, container, cause: known }) {
    const told = probeDiagnosis(run.stack, service, container);
    const cause = told?.cause ?? known;
    const because = told?.because === undefined ? '' : `; ${told.because}`;
    return {
        message: `service "${service.name}" is unhealthy: ${said(container.probes.at(-1))}${because}`,
        cause,
        at: told?.at ?? service.healthcheck?.at ?? service.at,
        help: model_cause/* CAUSES */.h[cause].remedy,
        subject: { service: service.name },
        related: consequences(run, service.name),
        evidence: failureEvidence(run, service, container),
    };
}
/** What the last run of the probe says, in words. Docker gives -1 to a probe that it could not start or that took too long. */
function said(last) {
    const output = (last?.output ?? '').trim();
    const timeout = /^Health check exceeded timeout \(([^)]+)\)/.exec(output)?.[1];
    if (timeout !== undefined)
        return `its probe takes longer than its timeout of ${timeout}`;
    if (last?.exitCode === -1 && output !== '')
        return `its probe cannot be started: "${service_unhealthy_firstLine(output)}"`;
    const prints = output === '' ? 'and prints nothing' : `and prints "${service_unhealthy_firstLine(output)}"`;
    return `its probe exits with code ${String(last?.exitCode ?? 'unknown')} ${prints}`;
}
function service_unhealthy_firstLine(output) {
    // What runc could not do stands behind what it was doing.
    const line = (output.split('\n', 1)[0] ?? '').replace(/^OCI runtime exec failed: exec failed: (?:unable to start container process: )?/, '');
    return line.length > 120 ? `${line.slice(0, 117)}\u2026` : line;
}

;// CONCATENATED MODULE: ./src/rules/target-places.ts

/** The line of a scrape job that sets one of the keys, the first that is there; the job itself when none is. */
function jobLine(job, ...keys) {
    for (const key of keys) {
        const at = lineOf(job?.node, key);
        if (at)
            return at;
    }
    return job?.name.at;
}
/** The same for keys that `global` may set for all jobs. */
function settingLine(stack, job, key) {
    const root = stack.prometheus?.config?.root;
    return lineOf(job?.node, key) ?? lineOf((0,yaml_node/* child */.jf)(root, 'global'), key) ?? job?.name.at;
}
/** Keys and values of one line are shown whole; of a mapping only the key. */
function lineOf(node, key) {
    const value = (0,yaml_node/* child */.jf)(node, key);
    return value?.kind === 'scalar' ? value.at : (0,yaml_node/* keyRange */.xA)(node, key);
}
/** A variable that tells a server where to listen. */
const BIND_NAME = /(?:^|_)(?:host|hostname|bind|addr|address|listen|interface|ip)(?:_|$)/i;
const BIND_FLAG = /^--?(?:[\w.-]*[.-])?(?:host|bind|addr|address|listen(?:-?addr(?:ess)?)?|listen|interface|ip)(?:[.-][\w.-]*)?(?:=|$)/i;
/**
 * Where a service is told to bind an address that `isBound` recognises: a word of its command or entry point, or a variable. Undefined
 * when its files do not say, as when it is the default of the program.
 */
function bindLine(service, isBound) {
    const words = [...service.entrypoint, ...service.command];
    const found = [];
    for (const [index, { value, at }] of words.entries()) {
        const previous = words[index - 1]?.value ?? '';
        const [, flagged] = /^-[^=]*=(.*)$/.exec(value) ?? [];
        const isFlag = BIND_FLAG.test(value) || BIND_FLAG.test(previous);
        if (hostsIn(flagged ?? value).some(isBound))
            found.push({ at, written: value, sure: isFlag });
    }
    for (const [name, located] of service.environment)
        if (located && hostsIn(located.value).some(isBound))
            found.push({ at: located.at, written: `${name}: ${located.value}`, sure: BIND_NAME.test(name) });
    return found.find(({ sure }) => sure) ?? (found.length === 1 ? found[0] : undefined);
}
/** Addresses that a value consists of: itself, or before its port. A URL names another server. */
function hostsIn(value) {
    if (value.includes('://'))
        return [];
    return value.split(/[\s,]+/).flatMap((word) => {
        const [, v6, plain] = /^(?:\[([0-9a-f:]+)\](?::\d+)?|([\w.-]+):\d+|.*)$/i.exec(word) ?? [];
        return [v6 ?? plain ?? word];
    });
}

;// CONCATENATED MODULE: ./src/rules/target-answer.ts


/** Keys of a job that give credentials. */
const CREDENTIALS = ['basic_auth', 'authorization', 'bearer_token', 'bearer_token_file', 'oauth2', 'sigv4'];
const LOGIN = /login|log-in|signin|sign-in|sso|oauth|auth|saml|session/i;
const target_answer_LONGEST = 120;
/** An error of Prometheus quotes what it could not read, and says behind it why. */
const LONGEST_ERROR = 200;
/** 401 and 403. */
function unauthorized({ job, answer, lastError }) {
    const status = statusOf(lastError) ?? answer?.status ?? 401;
    const given = CREDENTIALS.find((key) => (0,yaml_node/* child */.jf)(job?.node, key) !== undefined);
    const wanted = answer?.headers?.['www-authenticate'];
    const scheme = wanted === undefined ? '' : ` (${wanted.slice(0, target_answer_LONGEST)})`;
    const at = jobLine(job, ...CREDENTIALS);
    const says = given === undefined
        ? `it answers ${String(status)}${scheme}, and the job sends no credentials`
        : `it answers ${String(status)}${scheme} to the ${given} of the job`;
    if (status === 403)
        return { cause: 'forbidden', says, at };
    const help = given === undefined
        ? `give job "${job?.name.value ?? ''}" basic_auth or authorization`
        : `mend ${given} of the job`;
    return { cause: 'unauthorized', says, at, help };
}
/** 404, and where the metrics are when that was found out. */
function target_answer_notFound({ job, probe, answer, lastError }) {
    const status = statusOf(lastError) ?? answer?.status ?? 404;
    const path = job?.metricsPath.value ?? '/metrics';
    const [found] = metricsElsewhere(probe?.elsewhere ?? []);
    const other = found && new URL(found.url).pathname;
    return {
        cause: status === 404 ? 'not-found' : 'http-status',
        says: `${path} answers ${String(status)}${other === undefined ? '' : `; metrics are at ${other}`}`,
        at: jobLine(job, 'metrics_path'),
        help: other === undefined ? undefined : `write \`metrics_path: ${other}\``,
    };
}
/** 5xx, with what the body says first. */
function serverError({ target, answer, lastError, service }) {
    const status = statusOf(lastError) ?? answer?.status ?? 500;
    const line = answer?.status === status ? target_answer_firstLine(answer) : undefined;
    return {
        cause: 'server-error',
        says: `it answers ${String(status)}${line === undefined ? '' : `: ${line}`}`,
        at: target.expected.at,
        ...(service ? { help: `look at the log of service "${service.name}" for the request` } : {}),
    };
}
/** Where a redirect leads; undefined when the path does not redirect. */
function redirect({ job, probe, answer }) {
    const location = answer?.headers?.['location'];
    if (answer?.status === undefined || location === undefined || answer.status < 300 || answer.status >= 400)
        return undefined;
    const path = job?.metricsPath.value ?? '/metrics';
    const hops = probe?.answers.filter(({ status = 0 }) => status >= 300 && status < 400) ?? [];
    const urls = hops.map(({ url }) => url);
    const inCircle = new Set(urls).size < urls.length;
    const last = probe?.answers.at(-1);
    const end = last && last !== answer && !inCircle ? `, which is ${described(last)}` : '';
    const isLogin = LOGIN.test(location);
    return {
        cause: 'redirected',
        says: inCircle
            ? `${path} redirects to "${target_answer_shown(location)}" in a circle`
            : `${path} redirects to "${target_answer_shown(location)}"${end}`,
        at: jobLine(job, 'metrics_path'),
        help: isLogin
            ? `give job "${job?.name.value ?? ''}" credentials, or exempt ${path} from the login`
            : 'write the path that serves metrics as metrics_path',
    };
}
function described({ status, headers, step }) {
    if (status === undefined)
        return `an address that does not answer (${step})`;
    const type = headers?.['content-type'];
    return type === undefined || status !== 200 ? `a ${String(status)}` : `"${type}"`;
}
/** JSON, a web page, or no content type at all. */
function wrongContent(evidence, cause) {
    const { run, job, target, answer, probe, lastError } = evidence;
    const { address } = target.expected;
    const path = job?.metricsPath.value ?? '/metrics';
    if (/blank Content-Type|unsupported Content-Type ""/.test(lastError))
        return {
            cause: 'content-type-missing',
            says: `${path} answers without a Content-Type, which Prometheus 3 needs`,
            at: jobLine(job, 'fallback_scrape_protocol'),
            help: 'have it send `Content-Type: text/plain; version=0.0.4`, or write `fallback_scrape_protocol: PrometheusText0.0.4` in the job',
        };
    const what = cause === 'not-exposition-json' ? 'JSON' : kindOf(lastError, answer);
    const other = run.targets.find(({ expected, health }) => health === 'up' && expected.address === address && expected.job !== job?.name.value);
    if (other && job && cause === 'not-exposition-json')
        return {
            cause,
            at: job.name.at,
            help: `remove job "${job.name.value}": job "${other.expected.job}" already scrapes the metrics of this target; watch ${path} with a healthcheck or the blackbox exporter`,
            related: [{ message: `reads ${path}`, at: job.metricsPath.at }],
        };
    const [found] = metricsElsewhere(probe?.elsewhere ?? []);
    const there = found && new URL(found.url).pathname;
    return {
        cause,
        says: `${path} answers ${what}, not metrics${there === undefined ? '' : `; metrics are at ${there}`}`,
        at: jobLine(job, 'metrics_path'),
        help: there === undefined ? undefined : `write \`metrics_path: ${there}\``,
    };
}
/** Text that Prometheus cannot parse: at which place, when the answer was read here too, else in Prometheus' own words. */
function malformed({ lastError, probe, job }) {
    const cause = 'malformed-exposition';
    const fault = probe?.answers.at(-1)?.fault;
    if (!fault)
        return {
            cause,
            says: `its metrics cannot be parsed: ${target_answer_shown(lastError.replaceAll(/\s*\n\s*/g, ' '), LONGEST_ERROR)}`,
        };
    const place = `line ${String(fault.line)}, column ${String(fault.column)}`;
    return {
        cause,
        says: `its metrics cannot be parsed at ${place} of ${job?.metricsPath.value ?? '/metrics'}: ${fault.message}`,
        help: `mend ${place} of what the service writes there, with a client library of Prometheus or \`promtool check metrics\``,
    };
}
function kindOf(lastError, answer) {
    const type = /unsupported Content-Type "([^"]+)"/.exec(lastError)?.[1] ?? answer?.headers?.['content-type'];
    if (/html/i.test(type ?? '') || /^\s*<(?:!doctype|html)/i.test(answer?.bodyStart ?? ''))
        return 'a web page';
    return type === undefined ? 'something else' : `"${type}"`;
}
/** Answers that are metrics by their first line; a server of web pages answers 200 to everything. */
function metricsElsewhere(answers) {
    return answers.filter(({ status, bodyStart = '', headers }) => status === 200 &&
        !/json|html/i.test(headers?.['content-type'] ?? '') &&
        /^(?:# (?:HELP|TYPE|UNIT) |[a-zA-Z_:][\w:]*(?:\{[^}\n]*\})? [-+0-9NI.])/m.test(bodyStart));
}
/** The status in `server returned HTTP status 404 Not Found`. */
function statusOf(lastError) {
    const [, status] = /HTTP status (\d{3})/.exec(lastError) ?? [];
    return status === undefined ? undefined : Number(status);
}
function target_answer_firstLine({ bodyStart = '', headers }) {
    if (/html/i.test(headers?.['content-type'] ?? ''))
        return /<title>([^<]*)/i.exec(bodyStart)?.[1]?.trim();
    const line = bodyStart.split('\n').find((one) => one.trim() !== '');
    return line === undefined ? undefined : target_answer_shown(line.trim());
}
function target_answer_shown(text, most = target_answer_LONGEST) {
    return text.length > most ? `${text.slice(0, most)}\u2026` : text;
}

;// CONCATENATED MODULE: ./src/rules/target-evidence.ts


/** Gathers what the observation has of a target. */
function evidenceOf(run, target) {
    const { stack, observation } = run;
    const { expected, lastError = '', scrapeUrl } = target;
    const job = stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
    const { host, port } = asked(scrapeUrl ?? `${job?.scheme ?? 'http'}://${expected.address ?? ''}/`);
    const prometheus = observation.containers.find(({ service }) => service === stack.prometheus?.service.name);
    const containers = containersOf(host, lastError, prometheus, observation.containers);
    const named = containers[0]?.service ?? expected.service;
    const probe = observation.targetProbes?.find((one) => one.job === expected.job && one.address === expected.address);
    return {
        run,
        target,
        lastError,
        job,
        host,
        port,
        prometheus,
        containers,
        service: stack.project.services.find(({ name }) => name === named),
        probe,
        // Addresses that could not be connected to come before the one that could.
        answer: probe?.answers.find(({ step }) => step !== 'connect') ?? probe?.answers[0],
    };
}
function asked(url) {
    const [, scheme = '', authority = ''] = /^(\w+):\/\/([^/?#]*)/.exec(url) ?? [];
    const address = (0,model_address/* splitAddress */.lS)(authority);
    return { host: address?.host ?? '', port: address?.port ?? (scheme === 'https' ? 443 : 80) };
}
/** By the address that Prometheus' own words name, else by the name as Docker resolves it. */
function containersOf(host, lastError, prometheus, all) {
    const dialled = dialledAddress(lastError);
    const owners = all.filter(({ addresses, networks = [] }) => [...addresses, ...networks.map(({ address6 }) => address6)].includes(dialled ?? '-'));
    if (owners.length === 1)
        return owners;
    const found = prometheus ? resolveName(host, prometheus, all).containers : [];
    return found.length > 0 ? found : containersNamed(host, all);
}
/** The address in `dial tcp 172.18.0.3:8000: connect: \u2026`. */
function dialledAddress(lastError) {
    const [, v6, v4] = /dial tcp (?:\[([0-9a-f:.]+)\]|([\d.]+)):\d+/.exec(lastError) ?? [];
    return v6 ?? v4;
}

// EXTERNAL MODULE: ./src/model/kernel-sockets.ts
var kernel_sockets = __webpack_require__(7119);
;// CONCATENATED MODULE: ./src/rules/target-network.ts





/** Docker's DNS server, which listens in the network of each container. */
const target_network_DOCKER_DNS = '127.0.0.11';
const MOST_SOCKETS = 6;
/** A name without an address: of nobody, or of a service that Prometheus shares no network with. */
function unresolved(evidence) {
    const { host, prometheus, run, target } = evidence;
    const all = run.observation.containers;
    const [named] = containersNamed(host, all);
    if (!named || !prometheus || resolveName(host, prometheus, all).kind === 'networks')
        return { cause: 'name-does-not-resolve', says: `the name "${host}" does not resolve`, at: target.expected.at };
    const service = run.stack.project.services.find(({ name }) => name === named.service);
    const own = run.stack.prometheus?.service;
    const over = ended(named, service?.at ?? target.expected.at);
    if (over)
        return over;
    const [theirs, ours] = [networksOf(named), networksOf(prometheus)];
    return {
        cause: 'no-shared-network',
        says: `service "${named.service}" is on network ${theirs} and Prometheus on ${ours}, so its name does not resolve there`,
        at: (0,yaml_node/* keyRange */.xA)(service?.node, 'networks') ?? (0,yaml_node/* keyRange */.xA)(own?.node, 'networks') ?? service?.at ?? target.expected.at,
        help: `put "${named.service}" and "${prometheus.service}" on one network`,
        related: [{ message: `the target is "${host}"`, at: target.expected.at }],
    };
}
/** A container that ended has no name any more, also when it ended well: what is scraped has to stay. */
function ended({ state, exitCode, service }, at) {
    if (state !== 'exited')
        return undefined;
    return {
        cause: 'container-exited',
        says: `the container of service "${service}" ended with exit code ${String(exitCode)}, so its name does not resolve any more`,
        at,
        help: 'a service that is scraped has to run until it is stopped: see its command',
    };
}
/** Names as the compose file has them: without the project before them. */
function networksOf({ networks = [], networkMode, name, service }) {
    if (networkMode === 'host' || networkMode === 'none')
        return `"${networkMode}"`;
    const project = name.includes(`-${service}-`) ? name.slice(0, name.indexOf(`-${service}-`)) : '';
    return networks.map((one) => `"${one.name.replace(`${project}_`, '')}"`).join(', ') || 'none';
}
/** A refused connection: what the container listens on says why. */
function refused(evidence) {
    const { target, containers, port, service, lastError } = evidence;
    const { at } = target.expected;
    const container = containers.find(({ listening }) => listening !== undefined);
    if (!container)
        return { cause: 'connection-refused', at };
    const name = service ? `service "${service.name}"` : `container "${container.name}"`;
    const sockets = (container.listening ?? []).filter(({ address }) => address !== target_network_DOCKER_DNS);
    const seen = [`${name} listens on ${sockets.map(written).join(', ') || 'no port'}`];
    const onPort = sockets.filter((socket) => socket.port === port);
    if (onPort.length > 0)
        return { ...bound(evidence, name, onPort), evidence: seen };
    const others = sockets.filter(({ address }) => !(0,kernel_sockets/* isLoopback */.U9)(address));
    if (sockets.length === 0)
        return {
            cause: 'nothing-listens',
            says: `nothing in ${name} listens on any port, so ${dialled(lastError, port)} refuses connections`,
            at: service?.at ?? at,
            related: [{ message: 'the target', at }],
            evidence: seen,
        };
    const listed = (others.length > 0 ? others : sockets).slice(0, MOST_SOCKETS);
    return {
        cause: 'listens-on-another-port',
        says: `nothing listens on port ${String(port)} of ${name}, it listens on ${ports(listed)}`,
        at,
        help: suggestion(evidence, others),
        evidence: seen,
    };
}
/** Something listens on the port, but not where Prometheus asks; or only since. */
function bound({ service, target, lastError, port }, name, on) {
    const address = dialledAddress(lastError);
    const v6 = address?.includes(':') ?? false;
    const reached = on.some((socket) => (0,kernel_sockets/* isWildcard */.z2)(socket.address) ? socket.family === (v6 ? 6 : 4) : socket.address === address);
    const where = on.map(written).join(' and ');
    const asked = dialled(lastError, port);
    if (reached || address === undefined)
        return {
            cause: 'connection-refused',
            says: `${name} listens on ${where} now, but refused the connection when Prometheus asked`,
            at: target.expected.at,
            help: 'give the service a healthcheck on the port, so that the gate waits until it listens',
        };
    const onLoopback = on.every((socket) => (0,kernel_sockets/* isLoopback */.U9)(socket.address));
    const told = service && bindLine(service, (host) => on.some((socket) => names(host, socket.address)));
    const instead = on.every(({ family }) => family === 6) && !onLoopback ? '0.0.0.0 or both IP versions' : '0.0.0.0';
    return {
        cause: onLoopback ? 'listens-on-loopback' : 'listens-on-other-address',
        says: onLoopback
            ? `${name} listens on ${where} only, which no other container reaches; bind ${instead}`
            : `${name} listens on ${where} only, and Prometheus asks ${asked}; bind ${instead}`,
        at: told?.at ?? service?.at ?? target.expected.at,
        help: told
            ? `bind ${instead} in place of what "${told.written}" says`
            : `have the server in ${name} bind ${instead}: see its option or variable for the address to listen on`,
        related: [{ message: 'the target', at: target.expected.at }],
    };
}
function names(host, address) {
    const lower = host.toLowerCase();
    return lower === address || (lower === 'localhost' && (0,kernel_sockets/* isLoopback */.U9)(address));
}
function suggestion({ host }, [first, ...more]) {
    if (!first)
        return 'have the server listen on 0.0.0.0 and on the port that the target names';
    if (more.some(({ port }) => port !== first.port))
        return 'name the port that serves metrics, or have the process listen on the one that the target names';
    return `scrape "${host}:${String(first.port)}", or have the process listen on the port that the target names`;
}
function dialled(lastError, port) {
    const address = dialledAddress(lastError);
    return address === undefined
        ? `port ${String(port)}`
        : written({ address, port, family: address.includes(':') ? 6 : 4 });
}
function ports(sockets) {
    const all = sockets.map(({ address, port }) => (0,kernel_sockets/* isLoopback */.U9)(address) ? `${String(port)} (on loopback only)` : String(port));
    return [...new Set(all)].join(', ');
}
function written({ address, port, family }) {
    return family === 6 ? `[${address}]:${String(port)}` : `${address}:${String(port)}`;
}

;// CONCATENATED MODULE: ./src/rules/target-transport.ts

/** A scrape that took longer than scrape_timeout, against what was measured here. */
function timedOut({ run, job, answer, target, service }) {
    const limitMs = job?.scrapeTimeoutMs ?? 10_000;
    const limit = target_transport_seconds(limitMs);
    const at = settingLine(run.stack, job, 'scrape_timeout');
    if (answer?.step === 'connect')
        return {
            cause: 'timeout',
            says: `no connection within scrape_timeout ${limit}: packets to it are dropped on the way`,
            at: target.expected.at,
            help: 'look at firewalls and at the networks of both containers',
        };
    const { firstByteMs, totalMs = 0, step } = answer ?? {};
    const took = step === 'done' && totalMs > limitMs ? totalMs : undefined;
    const name = service ? `"${service.name}"` : 'the target';
    const measured = took !== undefined
        ? `, ${name} takes ${target_transport_seconds(took)}`
        : step !== undefined && totalMs > limitMs
            ? `, ${name} had not answered after ${target_transport_seconds(totalMs)}`
            : '';
    const slowly = firstByteMs !== undefined && took !== undefined && firstByteMs < limitMs ? ' to send all of it' : '';
    const interval = job?.scrapeIntervalMs ?? 0;
    const raise = took === undefined
        ? undefined
        : took < interval
            ? `make the endpoint faster, or raise scrape_timeout above ${target_transport_seconds(took)}`
            : `make the endpoint faster, or raise scrape_timeout above ${target_transport_seconds(took)} and scrape_interval, now ${target_transport_seconds(interval)}, with it`;
    return {
        cause: 'timeout',
        says: `no answer within scrape_timeout ${limit}${measured}${slowly}`,
        at,
        help: raise,
        related: [{ message: 'the target', at: target.expected.at }],
    };
}
function target_transport_seconds(ms) {
    return ms < 1000 ? `${String(Math.round(ms))}ms` : `${String(Math.round(ms / 100) / 10)}s`;
}
/** Plain HTTP against TLS and back. */
function tlsMismatch({ job, answer, lastError, probe, target }) {
    if (/server gave HTTP response to HTTPS client/.test(lastError))
        return {
            cause: 'server-speaks-plain-http',
            says: 'the job says `scheme: https`, and the server speaks plain HTTP',
            at: jobLine(job, 'scheme'),
            help: 'remove `scheme: https` from the job, or have the server speak TLS',
        };
    const speaksTls = probe?.elsewhere.some(({ url, status }) => url.startsWith('https:') && status !== undefined);
    const saysSo = /to an HTTPS server|plain HTTP request was sent to HTTPS/i.test(answer?.bodyStart ?? '');
    const looksLikeTls = /malformed HTTP response "\\x15\\x03/.test(lastError);
    if (job?.scheme !== 'https' && (speaksTls === true || saysSo || looksLikeTls))
        return {
            cause: 'server-wants-tls',
            says: 'the server speaks TLS, and the job asks it in plain HTTP',
            at: jobLine(job, 'scheme'),
            help: 'write `scheme: https` in the job, with the ca_file of its certificate in tls_config',
        };
    if (!/tls:|first record does not look like/.test(lastError))
        return undefined;
    return {
        cause: 'tls-mismatch',
        says: lastError.replace(/^.*?(tls: )/, '$1'),
        at: jobLine(job, 'tls_config', 'scheme') ?? target.expected.at,
    };
}
/** Why the certificate is not accepted, in the words of Go's crypto/x509. */
function certificate({ job, lastError, target, service }) {
    const words = /x509: (.*)$/.exec(lastError)?.[1] ?? /tls: (.*)$/.exec(lastError)?.[1] ?? lastError;
    if (/has expired or is not yet valid/.test(words)) {
        const expired = /current time \S+ is after (\S+)/.exec(words)?.[1];
        return {
            cause: 'certificate-expired',
            says: expired === undefined ? 'its certificate is not valid yet' : `its certificate expired at ${expired}`,
            at: target.expected.at,
            ...(service ? { help: `renew the certificate of service "${service.name}"` } : {}),
        };
    }
    const [, valid, asked] = /certificate is valid for (.*), not (\S+)/.exec(words) ?? [];
    if (asked !== undefined ||
        /doesn't contain any IP SANs|relies on legacy Common Name|not valid for any names/.test(words))
        return {
            cause: 'certificate-name',
            says: asked === undefined
                ? `its certificate names nobody: ${words}`
                : `its certificate is for ${valid ?? ''}, not for ${asked}`,
            at: jobLine(job, 'tls_config', 'scheme'),
            help: asked === undefined
                ? undefined
                : `write \`server_name: ${valid?.split(', ')[0] ?? ''}\` in tls_config, or have the certificate made for "${asked}"`,
        };
    if (/unknown authority/.test(words))
        return {
            cause: 'certificate-authority',
            says: 'its certificate is of an authority that Prometheus does not know',
            at: jobLine(job, 'tls_config', 'scheme'),
        };
    return { cause: 'certificate', says: words, at: jobLine(job, 'tls_config', 'scheme') };
}
/** The connection ended before the answer did. */
function target_transport_closed({ target, answer, lastError, service }) {
    const at = target.expected.at;
    const whose = service ? `service "${service.name}"` : 'the server';
    if (/gzip|flate/.test(lastError))
        return { cause: 'bad-encoding', says: 'its answer says Content-Encoding: gzip, and is not', at };
    const { status, headers, bodyBytes = 0 } = answer ?? {};
    const promised = headers?.['content-length'];
    if (status === 200 || /unexpected EOF/.test(lastError))
        return {
            cause: 'truncated-body',
            says: promised === undefined
                ? 'its answer ends in the middle'
                : `its answer ends after ${String(bodyBytes)} of ${promised} bytes`,
            at,
        };
    return { cause: 'connection-closed', says: `${whose} closes the connection without an answer`, at };
}
/** Which limit of the job was passed, and by how much. */
function overLimit({ run, job, lastError, answer }) {
    const known = [
        ['sample_limit', /sample.?limit exceeded/],
        ['body_size_limit', /body.?size.?limit|body size/],
        ['target_limit', /target.?limit exceeded/],
        ['label_name_length_limit', /label.?name.?length.?limit/],
        ['label_value_length_limit', /label.?value.?length.?limit/],
        ['label_limit', /label.?limit exceeded/],
    ];
    const key = known.find(([, words]) => words.test(lastError))?.[0];
    if (key === undefined)
        return { cause: 'limit-exceeded', says: lastError, at: job?.name.at };
    const details = /\(([^)]*)\)/.exec(lastError)?.[1];
    const size = key === 'body_size_limit' && answer?.bodyBytes !== undefined
        ? `the body has ${String(answer.bodyBytes)} bytes`
        : undefined;
    const more = details ?? size;
    return {
        cause: 'limit-exceeded',
        says: `it is over ${key}${more === undefined ? '' : ` (${more})`}`,
        at: settingLine(run.stack, job, key),
        help: `raise ${key}, or expose less`,
    };
}

;// CONCATENATED MODULE: ./src/rules/target-diagnosis.ts





/** The longest part of a body or an error that a finding quotes. */
const target_diagnosis_LONGEST = 200;
/**
 * Why a target is down: Prometheus' own words tell the kind of failure, and what containers listen on, how names resolve and what the
 * target answers here tell why. Pure.
 */
function diagnoseTarget(run, target) {
    const evidence = evidenceOf(run, target);
    const cause = causeOfScrapeError(evidence.lastError);
    const diagnosis = DIAGNOSES[cause]?.(evidence, cause) ?? { cause };
    return {
        ...diagnosis,
        at: diagnosis.at ?? target.expected.at,
        evidence: [...target_diagnosis_said(evidence), ...(diagnosis.evidence ?? []), ...answerSeen(evidence)],
        service: evidence.service?.name,
    };
}
const ofStatus = (evidence) => badRequest(evidence) ?? redirect(evidence) ?? target_answer_notFound(evidence);
const ofCredentials = (evidence) => redirect(evidence) ?? unauthorized(evidence);
const ofTls = (evidence, cause) => tlsMismatch(evidence) ?? { cause };
const ofEnd = (evidence) => tlsMismatch(evidence) ?? target_transport_closed(evidence);
const ofContent = (evidence, cause) => redirect(evidence) ?? wrongContent(evidence, cause === 'not-exposition-json' ? cause : 'not-exposition');
/** By what Prometheus' words alone tell. */
const DIAGNOSES = {
    'name-does-not-resolve': unresolved,
    'connection-refused': refused,
    timeout: timedOut,
    unauthorized: ofCredentials,
    forbidden: ofCredentials,
    'not-found': ofStatus,
    'http-status': ofStatus,
    redirected: ofStatus,
    'server-error': serverError,
    'server-speaks-plain-http': ofTls,
    'tls-mismatch': ofTls,
    certificate: certificate,
    'certificate-authority': certificate,
    'certificate-name': certificate,
    'certificate-expired': certificate,
    'connection-closed': ofEnd,
    'truncated-body': ofEnd,
    'bad-encoding': ofEnd,
    'not-exposition': ofContent,
    'not-exposition-json': ofContent,
    'content-type-missing': ofContent,
    'malformed-exposition': malformed,
    'limit-exceeded': overLimit,
};
/** A TLS server of Go answers 400 to plain HTTP. */
function badRequest(evidence) {
    return evidence.lastError.includes('HTTP status 400') ? tlsMismatch(evidence) : undefined;
}
function target_diagnosis_said({ lastError, target }) {
    return [
        `Prometheus says: ${lastError || 'nothing'}`,
        ...(target.scrapeUrl ? [`it scrapes ${target.scrapeUrl}`] : []),
    ];
}
/** What was seen when the target was asked as Prometheus asks; nothing when it was not. */
function answerSeen({ probe, answer }) {
    if (!probe || !answer)
        return [];
    const { status, headers, bodyStart = '', bodyBytes, error, errorCode, totalMs, url, address } = answer;
    const where = `${url}${address === undefined ? '' : ` at ${address}`}`;
    if (status === undefined)
        return [`asked here, ${where}: ${errorCode || error || 'no answer'} after ${String(totalMs)} ms`];
    const type = headers?.['content-type'] ?? 'no content type';
    const [line] = bodyStart.split('\n').filter((one) => one.trim() !== '');
    return [
        `asked here, ${where}: ${String(status)}, ${type}, ${String(bodyBytes ?? 0)} bytes after ${String(totalMs)} ms`,
        ...(line === undefined ? [] : [`it begins with: ${target_diagnosis_short(line)}`]),
    ];
}
function target_diagnosis_short(text) {
    const line = text.replaceAll(/\s*\n\s*/g, ' ');
    return line.length > target_diagnosis_LONGEST ? `${line.slice(0, target_diagnosis_LONGEST)}\u2026` : line;
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-down.ts



/** Causes that lie in the service as a whole: one explains all of its targets. */
const OF_THE_SERVICE = new Set([
    'no-shared-network',
    'nothing-listens',
    'listens-on-loopback',
    'listens-on-other-address',
]);
const OUTSIDE = 'the target is outside of the stack: have it up during the run, or let such targets be down with external-targets: ignore';
/** As many as a person reads; the report lists all targets anyway. */
const MOST_FOLDED = 20;
/** Targets that Prometheus tries to scrape in vain. */
const target_down_rule = {
    scope: 'runtime',
    code: 'runtime/target-down',
    severity: 'error',
    stage: 'verify',
    summary: 'Prometheus fails to scrape a target',
    why: 'Prometheus knows the target and tries, but every scrape fails, so there are no metrics and no alert can fire.',
    remedy: 'mend what the cause names',
    judge(run) {
        const explained = explainedServices(run);
        const down = run.targets
            .filter(({ health, expected, flaps }) => health === 'down' && !flaps && !explained.has(expected.service ?? ''))
            .map((target) => ({ target, diagnosis: diagnoseTarget(run, target) }));
        return rootsFirst(down).map((one) => target_down_problem(run, one));
    },
};
/**
 * What keeps all of a service from being scraped comes first. Targets that one line has to change for are one finding, be they two or a
 * thousand; those that are to be mended at their own lines stay apart.
 */
function rootsFirst(down) {
    const found = new Map();
    for (const one of down) {
        const { cause, at } = one.diagnosis;
        const key = `${cause} ${at?.file.path ?? ''} ${String(at?.start)}`;
        const first = found.get(key);
        found.set(key, first ? { ...first, folded: [...(first.folded ?? []), one.target] } : one);
    }
    const all = [...found.values()];
    const isRoot = ({ diagnosis }) => OF_THE_SERVICE.has(diagnosis.cause);
    return [...all.filter(isRoot), ...all.filter((one) => !isRoot(one))];
}
function target_down_problem(run, { target: { expected, scrapeUrl }, diagnosis, folded = [] }) {
    const { cause, says, at, help, related = [], evidence, service } = diagnosis;
    const target = expected.address ?? scrapeUrl ?? 'discovered';
    const own = service ?? expected.service;
    return {
        message: `target "${target}" of scrape job "${expected.job}" is down: ${says ?? model_cause/* CAUSES */.h[cause].title}${others(folded)}`,
        cause,
        at,
        help: expected.external ? OUTSIDE : (help ?? model_cause/* CAUSES */.h[cause].remedy),
        subject: { job: expected.job, target, ...(own === undefined ? {} : { service: own }) },
        related: [
            ...related.filter((one) => one.at.start !== at?.start || one.at.file !== at.file),
            ...folded.slice(0, MOST_FOLDED).map((other) => ({
                message: `target "${other.expected.address ?? ''}" of scrape job "${other.expected.job}" is down because of it`,
                at: other.expected.at,
            })),
        ],
        evidence: [
            ...evidence,
            ...(isConfirmed(run, expected.job, target) ? ['it was down again at the configured tempo'] : []),
        ],
    };
}
function isConfirmed({ observation }, job, target) {
    return (observation.confirmations ?? []).some((one) => one.confirmed && one.job === job && one.target === target);
}
function others({ length }) {
    if (length === 0)
        return '';
    return ` (and so ${length === 1 ? 'is another target' : `are ${String(length)} other targets`})`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-dropped.ts


/** Discoveries that find targets, all of which relabelling drops. */
const target_dropped_rule = {
    scope: 'runtime',
    code: 'runtime/target-dropped',
    severity: 'error',
    stage: 'verify',
    summary: 'relabelling drops every target that a service discovery finds',
    why: 'A discovery promises at least one target. A filter that matches nothing leaves a job without any, and no query, no alert tells the difference.',
    remedy: 'mend the step of relabel_configs, or what the discovery looks for',
    judge(run) {
        const explained = explainedServices(run);
        // Where nothing else was seen either, that is said once, with every step.
        if (!run.targets.some((target) => (0,model_target/* isEvidence */.e)(target)))
            return [];
        return run.targets
            .filter(({ health, expected }) => health === 'dropped' && expected.found && !expected.droppedBy)
            .filter(({ expected }) => !explained.has(expected.service ?? ''))
            .map(({ expected: { job, found, at, service }, droppedBy }) => ({
            message: `relabelling drops every target that ${found?.discovery ?? ''} of scrape job "${job}" finds${found?.dnsName === undefined ? '' : ` for the name "${found.dnsName}"`}`,
            cause: 'target-dropped',
            at: droppedBy ?? at,
            subject: { job, ...(service ? { service } : {}) },
            related: droppedBy ? [{ message: 'the discovery', at }] : [],
        }));
    },
};

;// CONCATENATED MODULE: ./src/rules/runtime/target-empty.ts



/** Targets that are up and expose nothing. */
const target_empty_rule = {
    scope: 'runtime',
    code: 'runtime/target-empty',
    severity: 'error',
    stage: 'verify',
    summary: 'a target that Prometheus counts as up exposes no metric',
    why: 'Prometheus takes an empty answer for a good one, so the target is up and there is no data of it: no dashboard shows it, no alert fires.',
    remedy: model_cause/* CAUSES */.h['empty-body'].remedy,
    judge: (run) => run.targets.flatMap((target) => {
        if (target.health !== 'up')
            return [];
        const { expected, scrapeUrl } = target;
        const { probe, service } = evidenceOf(run, target);
        const answer = probe?.answers.at(-1);
        if (!answer || !isEmptyAnswer(answer))
            return [];
        const address = expected.address ?? scrapeUrl ?? 'discovered';
        const what = answer.bodyBytes === 0 ? 'nothing' : 'comments and no sample';
        return [
            {
                message: `target "${address}" of scrape job "${expected.job}" is up, but answers ${what}`,
                cause: 'empty-body',
                at: expected.at,
                subject: { job: expected.job, target: address, ...(service ? { service: service.name } : {}) },
                evidence: [`asked here, ${answer.url}: 200, ${String(answer.bodyBytes ?? 0)} bytes`],
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./src/rules/runtime/target-flapping.ts

/** Targets that were up, went down, and perhaps came back. */
const target_flapping_rule = {
    scope: 'runtime',
    code: 'runtime/target-flapping',
    severity: 'error',
    stage: 'verify',
    summary: 'a target was up and then failed a scrape',
    why: 'One successful scrape proves little about a target that fails the next one: gaps in its metrics, alerts that come and go. It has to be up in three scrapes in a row to count again.',
    remedy: "look into the service's log at the time of the failed scrapes",
    judge(run) {
        const explained = explainedServices(run);
        return run.targets
            .filter(({ flaps = 0, health }) => flaps > 0 && health !== 'external')
            .filter(({ expected }) => !explained.has(expected.service ?? ''))
            .map(target_flapping_problem);
    },
};
function target_flapping_problem({ expected, flaps = 0, health, lastError, scrapeUrl }) {
    const target = expected.address ?? scrapeUrl ?? 'discovered';
    const times = flaps === 1 ? 'once' : `${String(flaps)} times`;
    const end = health === 'up' ? 'it is up now' : `it is ${health} now`;
    return {
        message: `target "${target}" of scrape job "${expected.job}" went down ${times} after it had been up; ${end}`,
        cause: 'target-flapping',
        // It convinced again, so that the run need not fail for it.
        ...(health === 'up' ? { severity: 'warning' } : {}),
        at: expected.at,
        subject: { job: expected.job, target, ...(expected.service ? { service: expected.service } : {}) },
        evidence: [
            ...(lastError === undefined ? [] : [`Prometheus says: ${lastError}`]),
            ...(scrapeUrl === undefined ? [] : [`it scrapes ${scrapeUrl}`]),
        ],
    };
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-missing.ts


/** Targets that the configuration names and Prometheus does not know. */
const target_missing_rule = {
    scope: 'runtime',
    code: 'runtime/target-missing',
    severity: 'error',
    stage: 'verify',
    summary: 'Prometheus does not know a target that the configuration names',
    why: 'The running Prometheus has another configuration than the file on disk, or a discovery found nothing.',
    remedy: 'make sure that this file is the one that Prometheus runs; for a discovery, see that it finds something',
    judge(run) {
        const explained = explainedServices(run);
        // Another configuration has other targets, and a finding of its own.
        if (configDifferences(run).some(({ of }) => of === 'jobs'))
            return [];
        return run.targets
            .filter(({ health, expected }) => health === 'missing' && !explained.has(expected.service ?? ''))
            .map(({ expected, foundOnly }) => ({
            message: expected.address === undefined
                ? foundTooFew(expected, foundOnly)
                : `target "${expected.address}" of scrape job "${expected.job}" is unknown to the running Prometheus`,
            cause: 'target-missing',
            at: expected.at,
            subject: { job: expected.job, ...(expected.address ? { target: expected.address } : {}) },
        }));
    },
};
/** What a discovery was to find, in its own terms. */
function foundTooFew({ job, found, atLeast = 1 }, foundOnly = 0) {
    if (foundOnly > 0)
        return `scrape job "${job}" has ${String(foundOnly)} of ${String(atLeast)} targets${sought(found)}: its service discovery found no more`;
    return `scrape job "${job}" has no target${sought(found)}: its service discovery found none`;
}
function sought(found) {
    if (found?.dnsName !== undefined)
        return ` for the name "${found.dnsName}"`;
    return found?.containersOf === undefined ? '' : ` for service "${found.containersOf}"`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-not-scraped.ts



/** Targets whose first scrape did not happen in time: neither up nor down. */
const target_not_scraped_rule = {
    scope: 'runtime',
    code: 'runtime/target-not-scraped',
    severity: 'error',
    stage: 'verify',
    summary: 'a target was not scraped before the time was over',
    why: 'Until the first scrape a target is neither up nor down, and the first scrape may take a whole scrape_interval. What is not proved does not pass.',
    remedy: 'raise --timeout above the scrape_interval, or lower scrape_interval',
    judge(run) {
        const explained = explainedServices(run);
        // When Prometheus or a service is the trouble, targets that nobody could look at are no finding of their own.
        if (explained.size > 0 || !run.observation.prometheus.ready)
            return [];
        return run.targets
            .filter(({ health }) => health === 'unknown')
            .map((seen) => {
            const { expected, doubt } = seen;
            const job = run.stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
            const interval = job ? `; scrape_interval is ${String(job.scrapeIntervalMs / 1000)}s` : '';
            const target = `target "${expected.address ?? 'discovered'}" of scrape job "${expected.job}"`;
            return {
                ...(doubt === undefined
                    ? {
                        message: `${target} was not scraped before the time was over${interval}`,
                        cause: 'never-scraped',
                    }
                    : { message: `${target} is not proved: ${doubt}`, cause: causeOfDoubt(run) }),
                at: expected.at,
                subject: { job: expected.job, ...(expected.address ? { target: expected.address } : {}) },
                evidence: answerSeen(evidenceOf(run, seen)),
            };
        });
    },
};
/** A scrape that cannot be dated: by a clock that jumped, or one that stands still. */
function causeOfDoubt({ observation }) {
    return observation.prometheus.clockJumpMs === undefined ? 'never-scraped' : 'clock-jumped';
}

;// CONCATENATED MODULE: ./src/rules/runtime/unexplained.ts

/** Something is not proved, and no other rule says why. Asked last, and only then. */
const unexplained_rule = {
    scope: 'runtime',
    code: 'runtime/unexplained',
    severity: 'error',
    stage: 'verify',
    summary: 'the stack is not proved, and the evidence fits no known cause',
    why: 'A gate that fails without a word helps nobody, and one that passes without proof is none.',
    remedy: 'read the evidence, and please open an issue with report.json',
    judge({ stack, targets, observation }) {
        const unproved = targets.filter((target) => !(0,model_target/* isFine */.z)(target));
        if (unproved.length === 0 && observation.prometheus.ready)
            return [];
        return [
            {
                message: `${String(unproved.length)} of ${String(targets.length)} expected targets are not proved, and no known cause fits`,
                cause: 'unexplained',
                at: stack.prometheus?.service.at,
                evidence: [
                    `Prometheus: ${observation.prometheus.ready ? 'ready' : (observation.prometheus.lastError ?? 'never asked')}`,
                    ...observation.containers.map(({ service, state, health }) => `service ${service}: ${state}, health ${health}`),
                    ...unproved.map(({ expected, health }) => `target ${expected.address ?? '*'} of job ${expected.job}: ${health}`),
                ],
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/generated/runtime-rules.ts


























/** Every rule over a recorded run. */
const runtimeRules = [
    rule,
    authority_disagrees_rule,
    bring_up_failed_rule,
    config_not_on_disk_rule,
    datasource_broken_rule,
    dependency_unmet_rule,
    grafana_unhealthy_rule,
    interrupted_rule,
    metric_not_exposed_rule,
    no_evidence_rule,
    port_in_use_rule,
    prometheus_unreachable_rule,
    rule_failing_rule,
    rules_not_loaded_rule,
    samples_not_stored_rule,
    scarce_resources_rule,
    service_failed_rule,
    service_not_ready_rule,
    service_unhealthy_rule,
    target_down_rule,
    target_dropped_rule,
    target_empty_rule,
    target_flapping_rule,
    target_missing_rule,
    target_not_scraped_rule,
    unexplained_rule,
];

// EXTERNAL MODULE: ./src/rules/rule.ts
var rules_rule = __webpack_require__(281);
;// CONCATENATED MODULE: ./src/stages/judge.ts



/** Root causes first: what keeps a service down also keeps its targets down. */
const ORDER = [
    'runtime/port-in-use',
    'runtime/bring-up-failed',
    'runtime/service-failed',
    'runtime/service-unhealthy',
    'runtime/dependency-unmet',
    'runtime/service-not-ready',
    'runtime/prometheus-unreachable',
    'runtime/config-not-on-disk',
    'runtime/samples-not-stored',
];
/** What works without proof that it is told: after all that keeps Prometheus from scraping. */
const LATER = [
    'runtime/rules-not-loaded',
    'runtime/rule-failing',
    'runtime/alertmanager-unreachable',
    'runtime/grafana-unhealthy',
    'runtime/datasource-broken',
    'runtime/metric-not-exposed',
];
/** Speaks of Scrapegate itself, so that it explains nothing. */
const ABOUT_US = 'runtime/authority-disagrees';
/** Speaks only when no other rule does. */
const LAST_RESORT = 'runtime/unexplained';
/** The findings of a recorded run: whatever is not proved has at least one. Pure. */
function judge(run) {
    const rank = (code) => ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length + 1 + LATER.indexOf(code);
    const sorted = [...runtimeRules].sort((a, b) => rank(a.code) - rank(b.code));
    const findingsOf = (rules) => rules.flatMap((rule) => rule.judge(run).map((problem) => (0,rules_rule/* toFinding */.N)(rule, problem)));
    const explained = findingsOf(sorted.filter(({ code }) => code !== LAST_RESORT && code !== ABOUT_US));
    // A warning explains no failure.
    const found = explained.some(({ severity }) => severity === 'error')
        ? explained
        : [...findingsOf(sorted.filter(({ code }) => code === LAST_RESORT)), ...explained];
    return [...found, ...judgeAuthorities(run.observation)];
}
/** What is to be said of answers that differ from our own. Pure. */
function judgeAuthorities({ authorities = [] }) {
    return differences(authorities).map((problem) => (0,rules_rule/* toFinding */.N)(authority_disagrees_rule, problem));
}

;// CONCATENATED MODULE: ./src/stages/plan-images.ts

/** Values of pull_policy with which an image that is here is used as it is. */
const NO_BUILD = new Set(['never', 'missing', 'if_not_present', 'always']);
/** An image that exists from an earlier run is stale, so what the file says to build is built. */
function mustBuild(service) {
    return service.hasBuild && !NO_BUILD.has(service.pullPolicy ?? 'build');
}
/**
 * The images that have to be here, each once. A service that could build its image when it cannot be pulled is left to Compose,
 * which knows the order of the two.
 */
function plannedImages(services) {
    const images = new Map();
    for (const service of services) {
        const { image, hasBuild, name, pullPolicy } = service;
        if (!image || (hasBuild && pullPolicy !== 'always'))
            continue;
        const platform = (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(service.node, 'platform'));
        const key = `${image.value} ${platform ?? ''}`;
        const known = images.get(key);
        const pull = strictest(pullOf(pullPolicy), known?.pull);
        images.set(key, { image: image.value, platform, services: [...(known?.services ?? []), name], pull });
    }
    return [...images.values()];
}
/** `daily`, `weekly` and `every_\u2026` ask a registry again only when the image is old: then it is here. */
function pullOf(policy) {
    if (policy === 'always' || policy === 'never')
        return policy;
    return 'missing';
}
/** One service that may pull is enough for all that share the image. */
function strictest(a, b = a) {
    if (a === 'always' || b === 'always')
        return 'always';
    return a === 'never' && b === 'never' ? 'never' : 'missing';
}

;// CONCATENATED MODULE: ./src/stages/started-by-compose.ts

/** Keys whose work at the start of a container only Compose does. */
const started_by_compose_KEYS = ['post_start', 'provider', 'models', 'use_api_socket'];
/** Their contents Compose copies into the container before it starts it, unless they are files, which are mounted. */
const INJECTED = ['configs', 'secrets'];
const SHARED = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'];
/** Services that an engine alone would start without what belongs to their start, and those that share something with one of them. */
function startedByCompose({ root }, services) {
    const injected = INJECTED.filter((key) => hasContents(root, key));
    const found = new Set(services.filter(({ node }) => [...started_by_compose_KEYS, ...injected].some((key) => (0,yaml_node/* child */.jf)(node, key))).map(({ name }) => name));
    // A container that shares a namespace can only be created when the other one is there.
    for (const name of found)
        for (const service of services)
            if (sharesWith(service, name))
                found.add(service.name);
    return found;
}
function hasContents(root, key) {
    const defined = (0,yaml_node/* child */.jf)(root, key);
    if (defined?.kind !== 'mapping')
        return false;
    return (0,yaml_node/* entries */.jO)(defined).some(([, { value }]) => (0,yaml_node/* child */.jf)(value, 'content') ?? (0,yaml_node/* child */.jf)(value, 'environment'));
}
function sharesWith({ node }, name) {
    return (SHARED.some((key) => (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, key)) === `service:${name}`) ||
        (0,yaml_node/* items */.ld)((0,yaml_node/* child */.jf)(node, 'volumes_from')).some((item) => (0,yaml_node/* text */.Qq)(item)?.split(':')[0] === name));
}

;// CONCATENATED MODULE: ./src/stages/plan.ts




/**
 * In which order the stack comes up: Prometheus first, after what it depends on, since its target discovery takes 5 s
 * which then pass while the rest starts; the others as early as depends_on allows, and not before the stages that the
 * settings put above theirs.
 */
function planBringUp(stack, named = []) {
    const all = stack.project.services;
    const active = all.filter((service) => plan_replicasOf(service) > 0);
    const services = new Map(active.map((service) => [service.name, service]));
    const prometheus = stack.prometheus && services.get(stack.prometheus.service.name);
    const before = prometheus ? withDependencies(prometheus, services) : new Set();
    return {
        stages: named.length > 0 ? asNamed(named, services) : stagesOf(services, prometheus, before),
        readyWhen: new Map(active.map((service) => [service.name, readyWhen(service, all)])),
        dependencies: new Map(active.map(({ name, dependsOn }) => [name, dependsOn])),
        builds: active.filter((service) => mustBuild(service)).map(({ name }) => name),
        images: plannedImages(active),
        replicas: new Map(active.map((service) => [service.name, plan_replicasOf(service)])),
        // Where the settings have the say, nothing is known to be first.
        lead: named.length > 0 ? new Set() : before,
        byCompose: startedByCompose(stack.project, active),
    };
}
function stagesOf(services, prometheus, before) {
    const stages = [];
    const planned = new Set();
    const add = (name, names) => {
        stages.push({ name, services: names });
        for (const service of names)
            planned.add(service);
    };
    if (prometheus) {
        const others = new Set([...before].filter((name) => name !== prometheus.name));
        for (const level of levels(others, services, planned))
            add(`before prometheus ${String(stages.length + 1)}`, level);
        add('prometheus', [prometheus.name]);
    }
    const rest = new Set([...services.keys()].filter((name) => !planned.has(name)));
    for (const [index, level] of levels(rest, services, planned).entries())
        add(`stage ${String(index + 1)}`, level);
    return stages;
}
/** The stages of the settings, then what no stage names: that starts as soon as its dependencies allow. */
function asNamed(named, services) {
    const placed = new Set(named.flatMap((stage) => stage.services));
    const free = [...services.keys()].filter((name) => !placed.has(name));
    const stages = named.map(({ name, services: names }) => ({
        name,
        services: names.filter((service) => services.has(service)),
        waits: true,
    }));
    return [...stages, ...(free.length > 0 ? [{ name: 'any time', services: free }] : [])];
}
/** How many containers Compose makes of a service. `deploy.replicas` and `scale` are the same; Compose refuses two numbers. */
function plan_replicasOf({ node }) {
    const written = (0,yaml_node/* text */.Qq)((0,yaml_node/* child */.jf)(node, 'deploy', 'replicas') ?? (0,yaml_node/* child */.jf)(node, 'scale'));
    const count = Number(written ?? 1);
    return Number.isInteger(count) && count >= 0 ? count : 1;
}
function withDependencies(service, all) {
    const found = new Set([service.name]);
    for (const name of found)
        for (const { service: next } of all.get(name)?.dependsOn ?? [])
            if (all.has(next))
                found.add(next);
    return found;
}
/** Groups such that all that a service depends on stands in an earlier group. A circle, which check reports, ends up in the last. */
function levels(names, all, planned) {
    const left = new Set(names);
    const placed = new Set(planned);
    const result = [];
    while (left.size > 0) {
        const free = [...left].filter((name) => (all.get(name)?.dependsOn ?? []).every(({ service }) => placed.has(service) || !all.has(service)));
        const level = free.length > 0 ? free : [...left];
        for (const name of level) {
            left.delete(name);
            placed.add(name);
        }
        result.push(level);
    }
    return result;
}
/** A service that another one awaits as completed is a one-shot, and so is one whose command is known to end. */
function readyWhen(service, services) {
    const awaited = services.some(({ dependsOn }) => dependsOn.some((one) => one.service === service.name && one.condition === 'service_completed_successfully'));
    const ends = (0,one_shot/* oneShot */.n)(service) === 'certainly' && !(0,one_shot/* isAlwaysRestarted */.C)(service);
    return awaited || ends ? 'completed' : 'healthy-or-running';
}

;// CONCATENATED MODULE: ./src/stages/prepare.ts

/** The project has containers already; the caller knows its name. */
class ProjectInUse extends Error {
    containers;
    name = 'ProjectInUse';
    constructor(containers) {
        super(`the compose project already has ${String(containers)} containers`);
        this.containers = containers;
    }
}
/** Nothing is started before it is known that everything can be, and that the project is ours alone. */
async function prepare(stack, { runtime, host, progress, announce }, signal) {
    const wanted = publishedPorts(stack).map(({ protocol, port, mapping }) => ({
        protocol,
        port,
        address: mapping.hostAddress,
    }));
    // All at once; that the engine does not answer is said by the first, with what to do.
    const [footprint, look] = [runtime.footprint(), host.look(wanted, signal)];
    footprint.catch(() => undefined);
    progress.note(await runtime.require(signal));
    const before = await footprint;
    if (before.containers.length > 0)
        throw new ProjectInUse(before.containers.length);
    announce(before);
    const seen = await look;
    return { host: seen, obstructed: seen.portsInUse.length > 0 };
}

;// CONCATENATED MODULE: ./src/stages/stage-log.ts
/** Times the stages of a run and remembers how each one ended. */
class StageLog {
    clock;
    progress;
    #reports = [];
    constructor(clock, progress) {
        this.clock = clock;
        this.progress = progress;
    }
    get reports() {
        return this.#reports;
    }
    /** Runs one stage; `passed` tells from its result whether it did. A stage that throws has failed. */
    async run(name, work, passed) {
        const startedMs = this.clock.now();
        this.progress.stageStarted(name);
        let ok = false;
        try {
            const result = await work();
            ok = passed(result);
            return result;
        }
        finally {
            const duration = this.clock.now() - startedMs;
            const status = ok ? 'passed' : 'failed';
            this.#reports.push({ name, status, started_at: new Date(startedMs).toISOString(), duration_ms: duration });
            this.progress.stageEnded(name, status, duration);
        }
    }
    skipAll(names, because) {
        for (const name of names)
            this.skip(name, because);
    }
    skip(name, because) {
        this.#reports.push({ name, status: 'skipped', skipped_because: because });
        this.progress.stageEnded(name, 'skipped', 0);
    }
}

// EXTERNAL MODULE: ./src/model/footprint.ts
var footprint = __webpack_require__(1722);
;// CONCATENATED MODULE: ./src/stages/tear-down.ts

/** Removes what the run made, once, however the run ends. What was there before is the user's and stays. */
class TearDown {
    context;
    stages;
    /** Set when the project is known to be ours: from then on something of it may exist. */
    #keep;
    constructor(context, stages) {
        this.context = context;
        this.stages = stages;
    }
    /** From now on the project is ours, but for what there is of it. */
    own(before) {
        this.#keep = before;
    }
    async run() {
        const { projectName, tearDown, runtime, progress, hurry } = this.context;
        const keep = this.#keep;
        if (keep === undefined)
            return;
        this.#keep = undefined;
        if (tearDown === 'later') {
            this.stages.skip('down', 'the stack is left running');
            return;
        }
        const left = await this.stages.run('down', () => runtime.down({ keep, hurry }), footprint/* isGone */.ST);
        const line = (0,footprint/* leftBehind */.aU)(left, projectName);
        if (line !== undefined)
            progress.note(line);
    }
}

;// CONCATENATED MODULE: ./src/gate.ts










/** How long the authorities may take when the check has failed already. */
const CONSULT_MS = 20_000;
/** check \u2192 bring up in stages \u2192 wait \u2192 verify \u2192 judge \u2192 tear down. Throws UsageError and EnvironmentError after clean-up. */
async function gate(stack, options, ports, cancel) {
    const { clock, progress } = ports;
    const startedMs = clock.now();
    const stages = new StageLog(clock, progress);
    const stops = (findings) => (options.remaining?.(findings) ?? findings).some(isError);
    const found = await stages.run('check', () => (0,check/* check */.z)(stack), (findings) => !stops(findings));
    const rest = stops(found)
        ? await refuse(stack, found, stages, ports, cancel)
        : await tryOut({ stack, options, ports, cancel, stages, startedMs, found });
    return {
        command: 'gate',
        startedMs,
        endedMs: clock.now(),
        stack,
        files: stack.files,
        inline: (0,model_stack/* inlineOf */.l)(stack),
        stages: stages.reports,
        targets: [],
        readyAt: new Map(),
        ...rest,
    };
}
/** Nothing is started with errors in the files. */
async function refuse(stack, found, stages, { runtime }, cancel) {
    stages.skipAll(['prepare', ...UP_TO_VERIFY, 'down'], 'check found errors');
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(CONSULT_MS)]);
    return { findings: [...found, ...(await disagreements(stack, found, runtime, signal))] };
}
async function tryOut(trial) {
    const { stack, options, ports, cancel, stages, found } = trial;
    const plan = planBringUp(stack, options.stages);
    const deadline = new Deadline(options.timeoutMs, ports.clock, cancel);
    const tearDown = new TearDown({ ...ports, ...options }, stages);
    const announce = (before) => {
        tearDown.own(before);
        ports.announce(before);
    };
    try {
        const { host, obstructed } = await stages.run('prepare', () => prepare(stack, { ...ports, announce }, deadline.signal), (prepared) => !prepared.obstructed);
        const run = obstructed
            ? unstarted(stack, plan, stages, host, ports.clock.now())
            : await boot(stack, plan, stages, ports, deadline, beforehand(trial, host));
        const judged = judge({ stack, plan, targets: run.targets, observation: run.observation });
        await tearDown.run();
        return { plan, ...run, findings: [...judged, ...found] };
    }
    catch (error) {
        await tearDown.run();
        throw error;
    }
    finally {
        deadline.clear();
    }
}
function beforehand({ startedMs, found, options }, host) {
    return { startedMs, found, host, demand: options.demand, leavesRunning: options.tearDown === 'later' };
}
function isError({ severity }) {
    return severity === 'error';
}
/** What authorities say against the findings of a check that stops the gate. */
async function disagreements(stack, found, runtime, signal) {
    const authorities = await consult(stack, found, runtime, signal);
    return judgeAuthorities({ authorities });
}

;// CONCATENATED MODULE: ./src/report/kept-stack.ts

const EVERYWHERE = new Set(['0.0.0.0', '::', '']);
/** Where a kept stack is reached and how it is removed, for the person who kept it. */
function keptStackLines({ project, remains, keep, containers, directory }) {
    const places = containers.flatMap(({ service, publishedPorts }) => [...new Set(publishedPorts.map(kept_stack_placeOf))].map((place) => `  ${service}: ${place}`));
    const files = directory === undefined ? '' : ` && rm -r ${directory}`;
    return [
        `the stack is left running as project ${project}${places.length > 0 ? ':' : ''}`,
        ...places.sort(),
        `remove it with: ${(0,footprint/* removalCommand */.Mz)(project, remains, keep)}${files}`,
    ];
}
/** An address of this machine that reaches the port; which protocol it speaks is not known. */
function kept_stack_placeOf({ hostAddress, hostPort, containerPort }) {
    const host = EVERYWHERE.has(hostAddress) ? '127.0.0.1' : hostAddress;
    const address = host.includes(':') ? `[${host}]` : host;
    return `${address}:${String(hostPort)}${hostPort === containerPort ? '' : ` (its port ${String(containerPort)})`}`;
}

// EXTERNAL MODULE: ./src/settings/stage-list.ts
var stage_list = __webpack_require__(4420);
;// CONCATENATED MODULE: ./src/run-gate.ts







/** A gate in the world that it was given, told by the settings. It is loaded only when something is to be started. Throws UsageError. */
async function gateIt(stack, settings, ports, cancel, sieve) {
    const named = (0,stage_list/* namedStages */.h)(settings.stages, stack);
    const projectName = settings.projectName ?? ports.newProjectName((0,external_node_path_.basename)(stack.directory));
    const handle = await ports.openRuntime(stack, projectName);
    let before;
    try {
        const read = { stack, files: stack.files, inline: (0,model_stack/* inlineOf */.l)(stack) };
        const remaining = (findings) => sieve.remaining(findings, read);
        const tearDown = settings.keep ? 'later' : ports.tearDown;
        const { timeoutMs, externalTargets, stableScrapes } = settings;
        const demand = { externalTargets, stableScrapes };
        const options = { projectName, timeoutMs, tearDown, remaining, stages: named, demand };
        const announce = (keep) => {
            handle.claim?.(keep);
            ports.announceProject(projectName, keep);
            before = keep;
        };
        const tempo = settings.tempo === 'fast' ? handle.tempo : undefined;
        return await gate(stack, options, { ...ports, ...handle, tempo, announce }, cancel);
    }
    catch (error) {
        if (!(error instanceof ProjectInUse))
            throw error;
        throw new errors/* UsageError */.eb(`project "${projectName}" already has ${String(error.containers)} container${error.containers === 1 ? '' : 's'}: choose another --project-name, or remove them with \`docker compose -p ${projectName} down\``);
    }
    finally {
        if (settings.keep && before !== undefined)
            ports.onKept(await keptLines(projectName, before, handle));
        await handle.close();
    }
}
/** A look of its own, since the run may have ended early. */
async function keptLines(project, keep, { runtime, runDirectory: directory }) {
    const [remains, containers] = await Promise.all([
        runtime.footprint().catch(() => keep),
        runtime.containers().catch(() => []),
    ]);
    return keptStackLines({ project, remains, keep, containers, directory });
}


/***/ })

};
