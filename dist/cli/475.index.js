// be332e684080f6aa
(() => {
'use strict';
const id = 475;
const ids = [475];
const modules = {

/***/ 9392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ EditList),
/* harmony export */   c: () => (/* binding */ applyEdits)
/* harmony export */ });
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


/***/ }),

/***/ 1722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   Mz: () => (/* binding */ removalCommand),
/* harmony export */   P5: () => (/* binding */ thingsOf),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   aU: () => (/* binding */ leftBehind),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   tj: () => (/* binding */ areSame)
/* harmony export */ });
const KINDS = ['containers', 'networks', 'volumes', 'images'];
const NOTHING = { containers: [], networks: [], volumes: [], images: [] };
const ID_LENGTH = 12;
function thingsOf(footprint, kind) {
    return footprint[kind] ?? [];
}
/** What is there and is not to stay. */
function without(found, keep) {
    const of = (kind) => thingsOf(found, kind).filter((id) => !thingsOf(keep, kind).includes(id));
    return { containers: of('containers'), networks: of('networks'), volumes: of('volumes'), images: of('images') };
}
function isEmpty(footprint) {
    return KINDS.every((kind) => thingsOf(footprint, kind).length === 0);
}
function areSame(a, b) {
    return KINDS.every((kind) => thingsOf(a, kind).join() === thingsOf(b, kind).join());
}
/** Whether nothing is left, and it is known. */
function isGone(left) {
    return left.problems.length === 0 && isEmpty(left);
}
/** One line about what stayed although it was to go, with the reasons and what to do; undefined when nothing did. */
function leftBehind(left, project) {
    if (isGone(left))
        return undefined;
    const what = isEmpty(left) ? '' : `: ${describe(left)}`;
    const why = left.problems.length > 0 ? ` (${left.problems.join('; ')})` : '';
    return `project ${project} could not be removed whole${what}${why}; remove it with \`${removalCommand(project, left)}\``;
}
/** The things by sort and name: "container 3f50432baca1, volume shop_data". */
function describe(footprint) {
    const hexadecimal = /^[0-9a-f]{64}$/;
    return KINDS.flatMap((kind) => thingsOf(footprint, kind).map((id) => `${kind.slice(0, -1)} ${hexadecimal.test(id) ? id.slice(0, ID_LENGTH) : id}`)).join(', ');
}
/**
 * What to type to remove a project. Compose removes every volume that has the project's label, so it is not asked to
 * where some of them were there before the run.
 */
function removalCommand(project, remains, keep = NOTHING) {
    const commands = isEmpty(keep)
        ? // Without a time-out of its own it waits as long as the file says, which may be minutes.
            [`docker compose -p ${project} down --volumes --timeout 5`]
        : [
            `docker compose -p ${project} rm --stop --force --volumes`,
            ...commandFor('docker network rm', without(remains, keep).networks.map((id) => id.slice(0, ID_LENGTH))),
            ...commandFor('docker volume rm', without(remains, keep).volumes),
        ];
    return [...commands, ...commandFor('docker image rm', thingsOf(without(remains, keep), 'images'))].join(' && ');
}
function commandFor(command, names) {
    return names.length === 0 ? [] : [`${command} ${names.join(' ')}`];
}


/***/ }),

/***/ 5713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gateIt: () => (/* binding */ gateIt)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/model/stack.ts
var model_stack = __webpack_require__(6681);
// EXTERNAL MODULE: ./src/model/scrape-error.ts
var scrape_error = __webpack_require__(6726);
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
    return health === 'down' && !AT_ANY_TEMPO.has((0,scrape_error/* causeOfScrapeError */.v)(lastError));
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
            (0,scrape_error/* isPermanent */.l)((0,scrape_error/* causeOfScrapeError */.v)(target.lastError)) ||
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

// EXTERNAL MODULE: ./src/rules/stored-samples.ts
var stored_samples = __webpack_require__(1278);
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
            [WRITING_MS, (now) => (0,stored_samples/* nothingStored */.V)({ targets, server: now }) !== undefined],
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

// EXTERNAL MODULE: ./src/rules/readiness.ts + 1 modules
var rules_readiness = __webpack_require__(1843);
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
    const unwell = [...plan.readyWhen.keys()].filter((service) => started.has(service) && (0,rules_readiness/* readinessOf */.co)(service, containers, plan, atMs).kind !== 'ready');
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

// EXTERNAL MODULE: ./src/model/resolve-name.ts
var resolve_name = __webpack_require__(2857);
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
        const { kind: resolution, addresses } = (0,resolve_name/* resolveName */.q)(host, asking, observation.containers);
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
    const mute = (0,stored_samples/* nothingStored */.V)(seen) ? stack.prometheus?.service.name : undefined;
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
        const kindOf = (service) => (0,rules_readiness/* readinessOf */.co)(service, watch.containers(), plan, clock.now()).kind;
        return (this.#awaited(name).some(({ service, condition }) => !this.#holds(service, condition) && kindOf(service) !== 'waiting') || this.#above(name).some((service) => kindOf(service) === 'hopeless'));
    }
    #holds(service, condition) {
        const { plan, watch } = this.context;
        return (0,rules_readiness/* conditionMet */.A5)(condition, watch.of(service), plan.replicas.get(service));
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

// EXTERNAL MODULE: ./src/rules/pull-failure.ts
var pull_failure = __webpack_require__(4603);
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
        const failed = (0,pull_failure/* classifyPull */.S)(result.output);
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
    const readiness = (0,rules_readiness/* judgeService */.xf)(own, plan.readyWhen.get(service) ?? 'healthy-or-running', nowMs);
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
            !(0,rules_readiness/* conditionMet */.A5)(dependency.condition, of(dependency.service)));
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

// EXTERNAL MODULE: ./src/rules/crash-loop.ts
var crash_loop = __webpack_require__(5691);
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
    return (0,crash_loop/* quickRuns */.oQ)(container).length >= 2;
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
            (0,rules_readiness/* judgeService */.xf)(byService.get(service) ?? [], when, now, replicas.get(service)),
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

// EXTERNAL MODULE: ./src/model/empty-answer.ts
var empty_answer = __webpack_require__(335);
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
            return last !== undefined && (0,empty_answer/* isEmptyAnswer */.w)(last);
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
        const { kind, addresses } = (0,resolve_name/* resolveName */.q)(host, from, containers());
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
// EXTERNAL MODULE: ./src/fix/edit-list.ts
var edit_list = __webpack_require__(9392);
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
    const result = (0,edit_list/* applyEdits */.c)(written, [...edits.values()].sort((a, b) => a.start - b.start));
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

// EXTERNAL MODULE: ./src/stages/judge.ts + 45 modules
var judge = __webpack_require__(3002);
// EXTERNAL MODULE: ./src/stages/plan.ts + 2 modules
var stages_plan = __webpack_require__(9796);
// EXTERNAL MODULE: ./src/rules/published-ports.ts
var published_ports = __webpack_require__(9916);
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
    const wanted = (0,published_ports/* publishedPorts */.L)(stack).map(({ protocol, port, mapping }) => ({
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
    const plan = (0,stages_plan/* planBringUp */.T)(stack, options.stages);
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
        const judged = (0,judge/* judge */.S)({ stack, plan, targets: run.targets, observation: run.observation });
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
    return (0,judge/* judgeAuthorities */.L)({ authorities });
}

;// CONCATENATED MODULE: ./src/report/kept-stack.ts

const EVERYWHERE = new Set(['0.0.0.0', '::', '']);
/** Where a kept stack is reached and how it is removed, for the person who kept it. */
function keptStackLines({ project, remains, keep, containers, directory }) {
    const places = containers.flatMap(({ service, publishedPorts }) => [...new Set(publishedPorts.map(placeOf))].map((place) => `  ${service}: ${place}`));
    const files = directory === undefined ? '' : ` && rm -r ${directory}`;
    return [
        `the stack is left running as project ${project}${places.length > 0 ? ':' : ''}`,
        ...places.sort(),
        `remove it with: ${(0,footprint/* removalCommand */.Mz)(project, remains, keep)}${files}`,
    ];
}
/** An address of this machine that reaches the port; which protocol it speaks is not known. */
function placeOf({ hostAddress, hostPort, containerPort }) {
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

return { id, ids, modules };
})()
