export const id = 277;
export const ids = [277];
export const modules = {

/***/ 8277:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseExposition: () => (/* binding */ parseExposition)
});

;// CONCATENATED MODULE: ./src/exposition/decode.ts
/** Decodes a body; bytes that are no UTF-8 keep their places, so that they can be found. */
function decodeBody(bytes) {
    try {
        return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), broken: false };
    }
    catch {
        return { text: decodeBroken(bytes), broken: true };
    }
}
function decodeBroken(bytes) {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const parts = [];
    let plain = 0;
    for (let i = 0; i < bytes.length;) {
        const length = sequenceLength(bytes, i, decoder);
        if (length > 0) {
            i += length;
            continue;
        }
        parts.push(decoder.decode(bytes.subarray(plain, i)), String.fromCharCode(0xdc00 + (bytes[i] ?? 0)));
        plain = ++i;
    }
    parts.push(decoder.decode(bytes.subarray(plain)));
    return parts.join('');
}
/** Bytes of the character at a place; 0 when there is none. */
function sequenceLength(bytes, at, decoder) {
    const first = bytes[at] ?? 0;
    if (first < 0x80)
        return 1;
    const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    try {
        decoder.decode(bytes.subarray(at, at + length));
        return at + length <= bytes.length ? length : 0;
    }
    catch {
        return 0;
    }
}
/** The offset of the first byte that is no UTF-8 in a slice of a broken body; -1 when all are. */
function firstBrokenByte(text, start, end) {
    for (let i = start; i < end; i++) {
        const c = text.charCodeAt(i);
        if (c >= 0xdc80 && c <= 0xdcff && !isHighSurrogate(text.charCodeAt(i - 1)))
            return i;
    }
    return -1;
}
function isHighSurrogate(c) {
    return c >= 0xd800 && c <= 0xdbff;
}

;// CONCATENATED MODULE: ./src/exposition/families.ts
/** The type of a family that has samples and no TYPE. */
const UNDECLARED = '';
/** What a sample's name may end with, by the type of its family. */
const SUFFIXES = {
    text: { summary: ['_count', '_sum'], histogram: ['_count', '_sum', '_bucket'] },
    openmetrics: {
        counter: ['_total', '_created'],
        summary: ['_count', '_sum', '_created'],
        histogram: ['_bucket', '_count', '_sum', '_created'],
        gaugehistogram: ['_bucket', '_gcount', '_gsum'],
        info: ['_info'],
    },
};
/** The families of one exposition, by name. */
class Families {
    #byName = new Map();
    #types;
    constructor(format) {
        this.#types = Object.entries(SUFFIXES[format]);
    }
    get all() {
        return [...this.#byName.values()];
    }
    get size() {
        return this.#byName.size;
    }
    /** The family of a name: its own, the one whose part it is by its ending, or a new one. */
    of(name, at) {
        const known = this.#byName.get(name) ?? this.#partOf(name);
        if (known)
            return known;
        const family = {
            name,
            at,
            type: undefined,
            unit: undefined,
            hasHelp: false,
            samples: 0,
            left: false,
            returned: false,
        };
        this.#byName.set(name, family);
        return family;
    }
    #partOf(name) {
        for (const [type, suffixes] of this.#types)
            for (const suffix of suffixes) {
                if (!name.endsWith(suffix))
                    continue;
                const family = this.#byName.get(name.slice(0, -suffix.length));
                if (family?.type === type)
                    return family;
            }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/exposition/characters.ts
const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const COMMA = 44;
const EQUAL = 61;
const BACKSLASH = 92;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;
const COLON = 58;
/** Letters and the underscore: what starts a label name. */
function startsLabelName(c) {
    return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
}
function startsMetricName(c) {
    return startsLabelName(c) || c === COLON;
}
function isDigit(c) {
    return c >= 48 && c <= 57;
}
/** Where a metric name ends that starts at `at`; `at` itself when none does. Past the end of the text there is NaN. */
function metricNameEnd(text, at) {
    if (!startsMetricName(text.charCodeAt(at)))
        return at;
    let i = at + 1;
    for (let c = text.charCodeAt(i); startsMetricName(c) || isDigit(c); c = text.charCodeAt(i))
        i++;
    return i;
}
/** The same for a label name, which has no colons. */
function labelNameEnd(text, at) {
    if (!startsLabelName(text.charCodeAt(at)))
        return at;
    let i = at + 1;
    for (let c = text.charCodeAt(i); startsLabelName(c) || isDigit(c); c = text.charCodeAt(i))
        i++;
    return i;
}
function skipBlanks(text, at) {
    let i = at;
    for (let c = text.charCodeAt(i); c === SPACE || c === TAB; c = text.charCodeAt(i))
        i++;
    return i;
}
/** Where the word ends that starts at `at`: before a blank, a line break or the end. */
function characters_wordEnd(text, at) {
    let i = at;
    for (let c = text.charCodeAt(i); c === c && c !== SPACE && c !== TAB && c !== NEWLINE; c = text.charCodeAt(i))
        i++;
    return i;
}
/** The offset of the line break that ends the line, or of the end of the text. */
function lineEnd(text, at) {
    const found = text.indexOf('\n', at);
    return found < 0 ? text.length : found;
}
/** A quoted text without its escapes, of which there are `\\`, `\"` and `\n`; others are what they look like. */
function unescaped(text) {
    return text.includes('\\') ? text.replaceAll(/\\([\\"n])/g, (_, one) => (one === 'n' ? '\n' : one)) : text;
}

;// CONCATENATED MODULE: ./src/exposition/number.ts

/** A number with fewer digits than this and no exponent is in the range of a double. */
const SURELY_IN_RANGE = 300;
/**
 * Whether the slice is a number to Prometheus: what Go's strconv.ParseFloat takes, without hexadecimal numbers and underscores.
 * Out of range is no number; too small is zero. Source: https://pkg.go.dev/strconv#ParseFloat
 */
function isNumber(text, start, end) {
    let i = start;
    const first = text.charCodeAt(i);
    if (first === 43 || first === 45)
        i++;
    let digits = 0;
    while (i < end && isDigit(text.charCodeAt(i))) {
        i++;
        digits++;
    }
    if (i < end && text.charCodeAt(i) === 46) {
        i++;
        while (i < end && isDigit(text.charCodeAt(i))) {
            i++;
            digits++;
        }
    }
    if (digits === 0)
        return isWord(text.slice(start, end));
    if (i === end)
        return digits < SURELY_IN_RANGE || isFiniteNumber(text, start, end);
    if ((text.charCodeAt(i) | 32) !== 101)
        return false;
    i++;
    const sign = text.charCodeAt(i);
    if (sign === 43 || sign === 45)
        i++;
    if (i >= end)
        return false;
    while (i < end && isDigit(text.charCodeAt(i)))
        i++;
    return i === end && isFiniteNumber(text, start, end);
}
function isFiniteNumber(text, start, end) {
    return Number.isFinite(Number(text.slice(start, end)));
}
/** NaN has no sign, infinity may have one; both in letters of any case. */
function isWord(word) {
    return word.length >= 3 && word.length <= 9 && /^(?:nan|[+-]?inf(?:inity)?)$/i.test(word);
}
/** The value of a slice that is a number. */
function numberOf(text) {
    const value = Number(text);
    if (!Number.isNaN(value))
        return value;
    if (/nan/i.test(text))
        return Number.NaN;
    return text.startsWith('-') ? -Infinity : Infinity;
}

;// CONCATENATED MODULE: ./src/exposition/series-table.ts

const FIRST_SIZE = 1 << 10;
/**
 * Which series were seen: a table of hashes with the offset of each series' first sample. A hash that is found again is no proof:
 * `isSame` compares the texts. 8 bytes a slot, at most half of them used.
 */
class SeriesTable {
    #hashes = new Int32Array(FIRST_SIZE);
    /** Offset of the sample, plus 1; 0 for a free slot. */
    #places = new Uint32Array(FIRST_SIZE);
    size = 0;
    /** Adds a series. Returns the offset of the first sample that is the same one, or -1. */
    add(hash, place, isSame) {
        const mask = this.#hashes.length - 1;
        let slot = hash & mask;
        for (let at = this.#places[slot] ?? 0; at !== 0; at = this.#places[slot] ?? 0) {
            if (this.#hashes[slot] === hash && isSame(at - 1))
                return at - 1;
            slot = (slot + 1) & mask;
        }
        this.#hashes[slot] = hash;
        this.#places[slot] = place + 1;
        this.size++;
        if (this.size * 2 > this.#hashes.length)
            this.#grow();
        return -1;
    }
    #grow() {
        const [hashes, places] = [this.#hashes, this.#places];
        this.#hashes = new Int32Array(hashes.length * 2);
        this.#places = new Uint32Array(hashes.length * 2);
        const mask = this.#hashes.length - 1;
        for (let i = 0; i < places.length; i++) {
            const place = places[i] ?? 0;
            if (place === 0)
                continue;
            let slot = (hashes[i] ?? 0) & mask;
            while (this.#places[slot] !== 0)
                slot = (slot + 1) & mask;
            this.#hashes[slot] = hashes[i] ?? 0;
            this.#places[slot] = place;
        }
    }
}
function mixed(hash) {
    let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return h ^ (h >>> 16);
}
/** A hash of what the slice says: an escape is what it stands for. */
function hashOf(text, start, end, seed) {
    let h = seed;
    for (let i = start; i < end; i++) {
        let c = text.charCodeAt(i);
        if (c === BACKSLASH) {
            const next = text.charCodeAt(i + 1);
            if (next === 110)
                c = 10;
            else if (next === BACKSLASH || next === 34)
                c = next;
            if (c !== BACKSLASH || next === BACKSLASH)
                i++;
        }
        h = Math.imul(h ^ c, 0x01000193);
    }
    return h;
}
/** A hash of the series of a sample in which the order of labels does not matter; labels without a value are none. */
function seriesHash(sample, without = -1) {
    const { text, labels } = sample;
    let hash = mixed(hashOf(text, sample.nameStart, sample.nameEnd, 0x811c9dc5));
    for (let label = 0; label < labels; label++) {
        const valueStart = sample.offset(label, 2);
        const valueEnd = sample.offset(label, 3);
        if (label === without || valueStart === valueEnd)
            continue;
        const name = hashOf(text, sample.offset(label, 0), sample.offset(label, 1), 0x811c9dc5);
        hash = (hash + mixed(hashOf(text, valueStart, valueEnd, name ^ 0x3d))) | 0;
    }
    return hash;
}
/** The series of a sample as one text that only the same series has. */
function seriesKey(sample) {
    const labels = [];
    for (let label = 0; label < sample.labels; label++) {
        const value = sample.labelValue(label);
        if (value !== '')
            labels.push(JSON.stringify([sample.labelName(label), value]));
    }
    return `${JSON.stringify(sample.name())}${labels.sort().join('')}`;
}

;// CONCATENATED MODULE: ./src/exposition/histograms.ts


const BUCKETS = { code: 'histogram-buckets', severity: 'warning', refusedBy: [] };
/** Looks at the buckets of the histogram family that is being read; only that family's are kept. */
class Histograms {
    problems;
    #family;
    #buckets = new Map();
    #last;
    #lastHash = 0;
    constructor(problems) {
        this.problems = problems;
    }
    /** @param le which label is the bound */
    bucket(sample, family, le) {
        if (family !== this.#family) {
            this.finish();
            this.#family = family;
        }
        const buckets = this.#bucketsOf(sample, seriesHash(sample, le));
        const bound = numberOf(sample.labelValue(le));
        const count = numberOf(sample.text.slice(sample.valueStart, sample.valueEnd));
        if (bound === Infinity)
            buckets.infinite = true;
        if (bound >= buckets.bound && count < buckets.count) {
            const than = String(buckets.count);
            this.problems.add(BUCKETS, sample.valueStart, sample.valueEnd, (it) => `the bucket le="${sample.labelValue(le)}" of ${family.name} has ${it}, less than the bucket before it (${than}): buckets count all that is smaller`);
        }
        buckets.bound = bound;
        buckets.count = count;
    }
    #bucketsOf(sample, hash) {
        if (this.#last && hash === this.#lastHash)
            return this.#last;
        let known = this.#buckets.get(hash);
        if (!known) {
            known = { start: sample.nameStart, end: sample.nameEnd, bound: -Infinity, count: 0, infinite: false };
            this.#buckets.set(hash, known);
        }
        this.#last = known;
        this.#lastHash = hash;
        return known;
    }
    /** Says what is missing of the family that was read last. */
    finish() {
        const name = this.#family?.name ?? '';
        for (const { start, end, infinite } of this.#buckets.values())
            if (!infinite)
                this.problems.add(BUCKETS, start, end, () => `the histogram ${name} has no bucket le="+Inf" for these labels, which histogram_quantile needs`);
        this.#buckets.clear();
        this.#last = undefined;
        this.#family = undefined;
    }
}

;// CONCATENATED MODULE: ./src/exposition/hygiene.ts

const SPLIT = { code: 'split-family', severity: 'notice', refusedBy: [] };
const NO_TOTAL = { code: 'counter-without-total', severity: 'notice', refusedBy: [] };
const NO_METADATA = { code: 'no-metadata', severity: 'notice', refusedBy: [] };
const BASE_UNIT = { code: 'base-unit', severity: 'notice', refusedBy: [] };
/** Words of a name that say another unit than the base one. Source: https://prometheus.io/docs/practices/naming/#base-units */
const BASE_UNITS = {
    milliseconds: 'seconds',
    ms: 'seconds',
    microseconds: 'seconds',
    nanoseconds: 'seconds',
    minutes: 'seconds',
    hours: 'seconds',
    days: 'seconds',
    kilobytes: 'bytes',
    megabytes: 'bytes',
    gigabytes: 'bytes',
    kb: 'bytes',
    mb: 'bytes',
    gb: 'bytes',
    kibibytes: 'bytes',
    mebibytes: 'bytes',
    percent: 'ratio',
    fahrenheit: 'celsius',
    millivolts: 'volts',
    milliamperes: 'amperes',
};
/** What the first sample of a family tells. */
function firstSampleHygiene(sample, family, problems, format) {
    if (family.type !== 'counter')
        return;
    const { nameStart, nameEnd } = sample;
    const name = sample.name();
    if (format === 'text') {
        if (!name.endsWith('_total'))
            problems.add(NO_TOTAL, nameStart, nameEnd, (it) => `the counter ${it} does not end in _total, as counters do by convention`);
    }
    else if (name !== `${family.name}_total` && name !== `${family.name}_created`)
        problems.add({ ...NO_TOTAL, severity: 'error' }, nameStart, nameEnd, (it) => `${it} is a sample of the counter ${family.name}, expected ${family.name}_total: OpenMetrics asks for it`);
}
/** A family whose samples are not all together. */
function returnedHygiene(sample, family, problems) {
    family.returned = true;
    problems.add(SPLIT, sample.nameStart, sample.nameEnd, () => `samples of ${family.name} stand apart from those above, expected the lines of a family together`);
}
/** What is known of a family at the end. */
function familyHygiene({ name, at, hasHelp, type, samples }, problems) {
    if (samples === 0)
        return;
    const missing = [...(hasHelp ? [] : ['HELP']), ...(type === undefined || type === UNDECLARED ? ['TYPE'] : [])];
    if (missing.length > 0)
        problems.add(NO_METADATA, at, at + name.length, () => `the metric family ${name} has no ${missing.join(' and no ')}`);
    for (const word of name.split('_')) {
        const base = Object.hasOwn(BASE_UNITS, word) ? BASE_UNITS[word] : undefined;
        if (base !== undefined)
            problems.add(BASE_UNIT, at, at + name.length, () => `the metric family ${name} is in ${word}, expected the base unit ${base}`);
    }
}

;// CONCATENATED MODULE: ./src/exposition/label-names.ts
/** From here on a set is faster than comparing each with each. */
const MANY = 16;
/** The first label whose name another one has already; -1 when there is none. */
function duplicateLabel(sample) {
    if (sample.labels > MANY)
        return duplicateOfMany(sample);
    const { text } = sample;
    for (let label = 1; label < sample.labels; label++) {
        const start = sample.offset(label, 0);
        const length = sample.offset(label, 1) - start;
        for (let other = 0; other < label; other++) {
            const from = sample.offset(other, 0);
            if (sample.offset(other, 1) - from === length && sameSlice(text, start, from, length))
                return label;
        }
    }
    return -1;
}
function sameSlice(text, one, other, length) {
    for (let i = 0; i < length; i++)
        if (text.charCodeAt(one + i) !== text.charCodeAt(other + i))
            return false;
    return true;
}
function duplicateOfMany(sample) {
    const seen = new Set();
    for (let label = 0; label < sample.labels; label++) {
        const name = sample.labelName(label);
        if (seen.has(name))
            return label;
        seen.add(name);
    }
    return -1;
}

;// CONCATENATED MODULE: ./src/exposition/problem-list.ts
/** Enough to show; a broken exporter repeats itself. */
const MOST_OF_A_CODE = 20;
const LONGEST_EXCERPT = 60;
/** Everybody who reads the text format refuses it. */
const BROKEN = {
    code: 'syntax',
    severity: 'error',
    refusedBy: ['prometheus', 'prometheus2', 'promtool'],
};
/** Prometheus refuses it, promtool does not. */
const NOT_SCRAPED = { code: 'syntax', severity: 'error', refusedBy: ['prometheus', 'prometheus2'] };
/** Prometheus takes it, promtool does not. */
const STRICT = { code: 'strict-reader', severity: 'warning', refusedBy: ['promtool'] };
/** Keeps problems, a bounded number of each code, and counts all of them. */
class ProblemList {
    text;
    most;
    kept = [];
    counts = {};
    accepted = { prometheus: true, prometheus2: true, promtool: true };
    /** Where the line that is being read starts, and its number. */
    lineStart = 0;
    line = 0;
    constructor(text, most = MOST_OF_A_CODE) {
        this.text = text;
        this.most = most;
    }
    add({ code, severity, refusedBy }, start, end, message) {
        for (const reader of refusedBy)
            this.accepted[reader] = false;
        const count = (this.counts[code] ?? 0) + 1;
        this.counts[code] = count;
        if (count > this.most)
            return;
        const { line, column } = this.#position(start);
        const raw = this.text.slice(start, Math.min(end, start + LONGEST_EXCERPT));
        const text = end - start > LONGEST_EXCERPT ? `${raw}\u2026` : raw;
        this.kept.push({ code, severity, refusedBy, message: message(quoted(text)), line, column, text, start, end });
    }
    /** A problem is mostly on the line that is being read, or on a later line of the same entry. */
    #position(offset) {
        let [line, start] = [this.line, this.lineStart];
        if (offset < start) {
            line = 1;
            start = 0;
        }
        for (let at = this.text.indexOf('\n', start); at >= 0 && at < offset; at = this.text.indexOf('\n', at + 1)) {
            line++;
            start = at + 1;
        }
        return { line, column: offset - start + 1 };
    }
}
/** As JSON writes it, so that control characters show. */
function quoted(text) {
    return JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

;// CONCATENATED MODULE: ./src/exposition/timestamps.ts
const FAR = { code: 'timestamp-far-off', severity: 'warning', refusedBy: [] };
/** Prometheus drops samples that are further ahead. Source: maxAheadTime in its scrape package. */
const MOST_AHEAD_MS = 10 * 60_000;
/** What is older may be outside of the head block, and is not seen by a query for the present. */
const MOST_BEHIND_MS = 60 * 60_000;
/** 1973 in milliseconds, 5138 in seconds: a number on the wrong side is of the other unit. */
const UNIT_BORDER = 1e11;
/** A timestamp of the wrong unit, or far from now where that is known. */
function judgeTimestamp(sample, problems, { format, nowMs }) {
    const { timestampStart: start, timestampEnd: end } = sample;
    if (start < 0)
        return;
    const written = Number(sample.text.slice(start, end));
    const inSeconds = format === 'openmetrics';
    if (written !== 0 && written < UNIT_BORDER !== inSeconds) {
        const [wrong, right] = inSeconds ? ['milliseconds', 'seconds'] : ['seconds', 'milliseconds'];
        problems.add(FAR, start, end, (it) => `the timestamp ${it} seems to be in ${wrong}, expected ${right}: Prometheus drops the sample`);
        return;
    }
    if (nowMs === undefined)
        return;
    const ahead = (inSeconds ? written * 1000 : written) - nowMs;
    if (ahead > MOST_AHEAD_MS)
        problems.add(FAR, start, end, (it) => `the timestamp ${it} is ${span(ahead)} in the future: Prometheus drops samples more than 10 minutes ahead`);
    else if (-ahead > MOST_BEHIND_MS)
        problems.add(FAR, start, end, (it) => `the timestamp ${it} is ${span(-ahead)} in the past: Prometheus may drop the sample, and queries of the present do not see it`);
}
function span(ms) {
    const hours = ms / 3_600_000;
    if (hours < 1)
        return `${String(Math.round(ms / 60_000))} minutes`;
    return hours < 48 ? `${String(Math.round(hours))} hours` : `${String(Math.round(hours / 24))} days`;
}

;// CONCATENATED MODULE: ./src/exposition/ledger.ts










const UTF8_NAME = { code: 'utf8-name', severity: 'notice', refusedBy: ['prometheus2', 'promtool'] };
const DUPLICATE = { code: 'duplicate-series', severity: 'warning', refusedBy: [] };
/** What is known of all samples so far, and what is wrong between them. */
class Ledger {
    text;
    problems;
    options;
    broken;
    readAt;
    samples = 0;
    mostLabels = 0;
    longestLabelName = 0;
    longestLabelValue = 0;
    families;
    table = new SeriesTable();
    #histograms;
    #lastName = '';
    #lastFamily;
    #current;
    /**
     * @param broken whether bytes that are no UTF-8 stand in the text
     * @param samePlace reads the labels of the sample at an offset anew, to compare it
     */
    constructor(text, problems, options, broken, readAt) {
        this.text = text;
        this.problems = problems;
        this.options = options;
        this.broken = broken;
        this.readAt = readAt;
        this.families = new Families(options.format);
        this.#histograms = new Histograms(problems);
    }
    get format() {
        return this.options.format;
    }
    /** Whether any line named a family: promtool then takes a sample without a name for one of the last. */
    get anyFamily() {
        return this.families.size > 0;
    }
    /** The family that HELP, TYPE or UNIT is about. */
    declare(name, at) {
        this.#lastFamily = undefined;
        return this.families.of(name, at);
    }
    /** Takes a sample that was read. */
    sample(sample) {
        this.samples++;
        if (sample.labels + 1 > this.mostLabels)
            this.mostLabels = sample.labels + 1;
        if (!this.#namesAreRight(sample))
            return;
        const family = this.#familyOf(sample);
        this.#bounds(sample, family);
        judgeTimestamp(sample, this.problems, this.options);
        this.#refuseDuplicate(sample);
    }
    finish() {
        this.#histograms.finish();
        for (const family of this.families.all)
            familyHygiene(family, this.problems);
    }
    #familyOf(sample) {
        const { nameStart, nameEnd } = sample;
        let family = this.#lastFamily;
        if (!family || nameEnd - nameStart !== this.#lastName.length || !this.text.startsWith(this.#lastName, nameStart)) {
            this.#lastName = this.text.slice(nameStart, nameEnd);
            family = this.families.of(sample.name(), nameStart);
            this.#lastFamily = family;
        }
        if (family.samples++ === 0)
            firstSampleHygiene(sample, family, this.problems, this.format);
        family.type ??= UNDECLARED;
        if (family !== this.#current) {
            if (this.#current)
                this.#current.left = true;
            if (family.left && !family.returned)
                returnedHygiene(sample, family, this.problems);
            this.#current = family;
        }
        return family;
    }
    #bounds(sample, family) {
        const bound = family.type === 'histogram' || family.type === 'gaugehistogram'
            ? 'le'
            : family.type === 'summary'
                ? 'quantile'
                : undefined;
        if (bound === undefined)
            return;
        for (let label = 0; label < sample.labels; label++) {
            if (!sample.isNamed(label, bound))
                continue;
            const [start, end] = [sample.offset(label, 2), sample.offset(label, 3)];
            if (!isNumber(this.text, start, end))
                this.problems.add(STRICT, start, end, (it) => `${bound} of ${family.name} is ${it}, expected a number`);
            else if (family.type === 'histogram')
                this.#histograms.bucket(sample, family, label);
        }
    }
    #namesAreRight(sample) {
        const { problems, text } = this;
        let right = true;
        const refuse = (start, end, message) => {
            right = false;
            problems.add(BROKEN, start, end, message);
        };
        if (sample.nameQuoted && sample.nameStart === sample.nameEnd)
            refuse(sample.nameStart - 1, sample.nameEnd + 1, () => 'the metric name is empty');
        if (sample.nameNeedsQuotes())
            problems.add(UTF8_NAME, sample.nameStart, sample.nameEnd, utf8Name('metric'));
        for (let label = 0; label < sample.labels; label++) {
            const [start, end] = [sample.offset(label, 0), sample.offset(label, 1)];
            const value = sample.offset(label, 3) - sample.offset(label, 2);
            if (end - start > this.longestLabelName)
                this.longestLabelName = end - start;
            if (value > this.longestLabelValue)
                this.longestLabelValue = value;
            if (start === end)
                refuse(start - 1, end + 1, () => 'a label name is empty');
            else if (sample.isNamed(label, '__name__'))
                refuse(start, end, () => 'the label "__name__" is the metric name itself, which stands before the braces');
            if (sample.labelNeedsQuotes(label))
                problems.add(UTF8_NAME, start, end, utf8Name('label'));
        }
        const again = duplicateLabel(sample);
        if (again >= 0)
            refuse(sample.offset(again, 0), sample.offset(again, 1), (it) => `the label ${it} is there twice, expected each label once`);
        if (this.broken) {
            const end = sample.labels > 0 ? sample.offset(sample.labels - 1, 3) : sample.nameEnd;
            const at = firstBrokenByte(text, Math.min(sample.nameStart, sample.labels > 0 ? sample.offset(0, 0) : sample.nameStart), Math.max(end, sample.nameEnd));
            if (at >= 0)
                refuse(at, at + 1, () => 'a name or label value has bytes that are not UTF-8');
        }
        return right;
    }
    #refuseDuplicate(sample) {
        let hash = seriesHash(sample);
        const time = sample.timestampStart < 0 ? '' : this.text.slice(sample.timestampStart, sample.timestampEnd);
        for (let i = 0; i < time.length; i++)
            hash = (Math.imul(hash, 31) + time.charCodeAt(i)) | 0;
        let own;
        const place = this.problems.lineStart;
        const first = this.table.add(hash, place, (other) => {
            own ??= seriesKey(sample) + time;
            const twin = this.readAt(other);
            const twinTime = twin.timestampStart < 0 ? '' : this.text.slice(twin.timestampStart, twin.timestampEnd);
            return seriesKey(twin) + twinTime === own;
        });
        if (first < 0)
            return;
        const end = sample.valueStart;
        this.problems.add(DUPLICATE, place, end, (it) => `the series ${it.replace(/\s+"$/, '"')} is there twice: Prometheus keeps one of the samples`);
    }
}
function utf8Name(of) {
    return (it) => `the ${of} name ${it} needs quotes: Prometheus 2 and promtool refuse it, and so do queries without quotes`;
}

;// CONCATENATED MODULE: ./src/exposition/label-scanner.ts


/**
 * Reads what stands in braces. The text format allows blanks everywhere and, to Prometheus, no comma at all between two labels;
 * OpenMetrics allows neither. Source: model/textparse of Prometheus, and `promtool check metrics` asked.
 */
class LabelScanner {
    text;
    sample;
    problems;
    #blanks;
    /** The first value of the braces that goes over several lines, which is mostly one that is not closed. */
    #lines;
    constructor(text, sample, problems, format) {
        this.text = text;
        this.sample = sample;
        this.problems = problems;
        this.#blanks = format === 'text';
    }
    /** @param open the offset after the brace. Returns the offset after the closing brace; -1 when a problem was said. */
    scan(open, inExemplar) {
        const { text } = this;
        this.#lines = undefined;
        let i = this.#skip(open);
        for (;;) {
            let c = text.charCodeAt(i);
            if (c === BRACE_CLOSE)
                return this.#closed(i + 1);
            const quoted = c === QUOTE;
            const end = quoted ? this.#quotedEnd(i) : labelNameEnd(text, i);
            if (end < 0)
                return -1;
            if (end === i)
                return this.#expected(i, 'a label name or "}"');
            const [start, stop] = quoted ? [i + 1, end - 1] : [i, end];
            i = this.#skip(end);
            c = text.charCodeAt(i);
            if (quoted && !inExemplar && (c === COMMA || c === BRACE_CLOSE)) {
                if (!this.#setName(start, stop))
                    return -1;
            }
            else {
                i = this.#value(i, start, stop, inExemplar);
                if (i < 0)
                    return -1;
                c = text.charCodeAt(i);
            }
            if (c === COMMA)
                i = this.#skip(i + 1);
            else if (c !== BRACE_CLOSE && !this.#goesOnWithoutComma(i))
                return -1;
        }
    }
    /** From the equals sign to what follows the value. */
    #value(at, nameStart, nameEnd, inExemplar) {
        if (this.text.charCodeAt(at) !== EQUAL)
            return this.#expected(at, '"=" after the label name');
        const quote = this.#skip(at + 1);
        if (this.text.charCodeAt(quote) !== QUOTE)
            return this.#expected(quote, 'the label value in double quotes');
        const end = this.#valueEnd(quote);
        if (end < 0)
            return -1;
        if (!inExemplar)
            this.sample.addLabel(nameStart, nameEnd, quote + 1, end - 1);
        return this.#skip(end);
    }
    #setName(start, end) {
        const { sample, problems } = this;
        if (sample.nameStart >= 0) {
            problems.add(BROKEN, start - 1, end + 1, (it) => `${it} is a second metric name, expected name="value"`);
            return false;
        }
        [sample.nameStart, sample.nameEnd, sample.nameQuoted] = [start, end, true];
        return true;
    }
    #goesOnWithoutComma(at) {
        const c = this.text.charCodeAt(at);
        if (!this.#blanks || !(c === QUOTE || startsLabelName(c))) {
            this.#expected(at, '"," or "}" after the label');
            return false;
        }
        this.problems.add(STRICT, at, characters_wordEnd(this.text, at), (it) => `${it} follows a label without a comma between them`);
        return true;
    }
    /** A name in quotes: the offset after it, -1 when it does not end on its line. */
    #quotedEnd(open) {
        for (let i = open + 1;; i++) {
            const c = this.text.charCodeAt(i);
            if (c === QUOTE)
                return i + 1;
            if (c === BACKSLASH)
                i++;
            if (c !== c || c === NEWLINE)
                return this.#fail(BROKEN, open, i, (it) => `${it} is not closed: a double quote is missing`);
        }
    }
    /** A value in quotes: the offset after it. Prometheus takes line breaks and unknown escapes in it, promtool does not. */
    #valueEnd(open) {
        const { text, problems } = this;
        let broken = -1;
        for (let i = open + 1;; i++) {
            const c = text.charCodeAt(i);
            if (c === QUOTE) {
                if (broken >= 0)
                    this.#lines ??= { open, broken, end: i + 1 };
                return i + 1;
            }
            if (c === BACKSLASH) {
                const next = text.charCodeAt(++i);
                if (next === BACKSLASH || next === QUOTE || next === 110)
                    continue;
                if (next === NEWLINE || next !== next)
                    return this.#unclosed(open, broken < 0 ? i : broken);
                if (this.#blanks)
                    problems.add(STRICT, i - 1, i + 1, (it) => `${it} is no escape, expected \\\\, \\" or \\n`);
            }
            else if (c === NEWLINE) {
                if (!this.#blanks)
                    return this.#unclosed(open, i);
                if (broken < 0)
                    broken = i;
            }
            else if (c !== c)
                return this.#unclosed(open, broken < 0 ? i : broken);
        }
    }
    #unclosed(open, end) {
        return this.#fail(BROKEN, open, end, (it) => `the label value ${it} is not closed: a double quote is missing`);
    }
    #skip(at) {
        return this.#blanks ? skipBlanks(this.text, at) : at;
    }
    #expected(at, what) {
        const end = Math.max(characters_wordEnd(this.text, at), Math.min(at + 1, lineEnd(this.text, at)));
        return this.#fail(BROKEN, at, end, (it) => at === end ? `the line ends, expected ${what}` : `found ${it}, expected ${what}`);
    }
    #closed(end) {
        if (this.#lines)
            this.problems.add(STRICT, this.#lines.open, this.#lines.end, (it) => `a label value goes over several lines: ${it}, expected \\n for a line break`);
        return end;
    }
    #fail(fault, start, end, message) {
        const lines = this.#lines;
        this.#lines = undefined;
        if (lines)
            return this.#unclosed(lines.open, lines.broken);
        this.problems.add(fault, start, end, message);
        return -1;
    }
}
/** A sample whose labels stand in braces, but whose name is nowhere. */
function refuseNameless({ nameStart }, problems, start, end, lenient) {
    if (nameStart >= 0)
        return false;
    problems.add(lenient ? NOT_SCRAPED : BROKEN, start, end, (it) => `${it} has no metric name, expected name{\u2026} or {"name",\u2026}`);
    return true;
}

;// CONCATENATED MODULE: ./src/exposition/text-metadata.ts



const TYPES = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];
/** Prometheus 2 does not judge names in metadata. */
const QUOTED = { code: 'utf8-name', severity: 'notice', refusedBy: ['promtool'] };
const LATE = { code: 'late-metadata', severity: 'warning', refusedBy: ['promtool'] };
/**
 * A comment of the text format. Prometheus reads HELP and TYPE only after `#` and a blank and takes their rest literally; promtool
 * reads them without the blank too, skips more blanks and judges escapes.
 */
function readTextMetadata(text, hash, end, problems, ledger) {
    const word = skipBlanks(text, hash + 1);
    const scraped = word > hash + 1;
    const wordEnd = characters_wordEnd(text, word);
    const keyword = wordEnd - word === 4 ? text.slice(word, wordEnd) : '';
    if ((keyword !== 'HELP' && keyword !== 'TYPE') || wordEnd === end)
        return;
    const start = skipBlanks(text, wordEnd);
    const nameEnd = text.charCodeAt(start) === QUOTE ? quotedNameEnd(text, start, end) : metricNameEnd(text, start);
    if (nameEnd <= start) {
        const fault = !scraped ? STRICT : start === end ? NOT_SCRAPED : BROKEN;
        if (scraped || start !== end)
            problems.add(fault, start, end, (it) => `${it} follows ${keyword}, expected the name of a metric family`);
        return;
    }
    const after = text.charCodeAt(nameEnd);
    const blank = after === SPACE || after === TAB;
    if (nameEnd < end && !blank)
        problems.add(STRICT, start, end, (it) => `${keyword} is of ${it}, expected a blank after the name of the metric family`);
    const name = text.charCodeAt(start) === QUOTE ? text.slice(start + 1, nameEnd - 1) : text.slice(start, nameEnd);
    if (name !== '' && metricNameEnd(name, 0) !== name.length)
        problems.add(QUOTED, start, nameEnd, (it) => `${keyword} is of ${it}, a name in quotes: promtool refuses it`);
    const says = { text, start, end, rest: nameEnd, name, scraped, blank, problems, ledger };
    if (keyword === 'TYPE')
        readType(says);
    else
        readHelp(says);
}
function readType({ text, start, end, rest, name, scraped, blank, problems, ledger }) {
    const written = skipBlanks(text, rest);
    const type = text.slice(written, end);
    const taken = TYPES.includes(text.slice(rest + 1, end));
    const lenient = TYPES.includes(type.toLowerCase()) || /^gauge_?histogram$/i.test(type);
    const takenByPromtool = written === end || lenient;
    const expected = `expected one of ${TYPES.join(', ')}`;
    if (scraped && !taken)
        problems.add(takenByPromtool ? NOT_SCRAPED : BROKEN, Math.min(rest + 1, end), end, (it) => `the type of ${name} is ${it}, ${expected} after one blank`);
    else if (!scraped && !takenByPromtool)
        problems.add(STRICT, written, end, (it) => `the type of ${name} is ${it}, ${expected}`);
    const family = blank ? ledger.declare(name, start) : undefined;
    if (!family || written === end)
        return;
    if (family.type !== undefined) {
        const why = family.samples > 0 ? 'follows samples of the family' : 'says the type a second time';
        problems.add(LATE, start, end, () => `TYPE of ${name} ${why}, expected it once and before them`);
    }
    else
        family.type = lenient ? type.toLowerCase() : 'untyped';
}
function readHelp({ text, start, end, rest, name, scraped, blank, problems, ledger }) {
    const help = skipBlanks(text, rest);
    const broken = ledger.broken ? firstBrokenByte(text, rest, end) : -1;
    if (broken >= 0 && scraped)
        problems.add(NOT_SCRAPED, broken, broken + 1, () => `the help of ${name} is not UTF-8`);
    const family = blank ? ledger.declare(name, start) : undefined;
    if (!family || help === end)
        return;
    for (let at = text.indexOf('\\', help); at >= 0 && at < end; at = text.indexOf('\\', at + 2)) {
        if (at + 1 < end && '\\n"'.includes(text.charAt(at + 1)))
            continue;
        problems.add(STRICT, at, Math.min(at + 2, end), (it) => `${it} in the help of ${name} is no escape, expected \\\\ or \\n`);
    }
    if (family.hasHelp)
        problems.add(LATE, start, end, () => `HELP of ${name} is said a second time, expected it once`);
    family.hasHelp = true;
}
/** Where a name in quotes ends; -1 when its line ends before. */
function quotedNameEnd(text, open, lineEnd) {
    for (let i = open + 1; i < lineEnd; i++) {
        const c = text.charCodeAt(i);
        if (c === QUOTE)
            return i + 1;
        if (c === BACKSLASH)
            i++;
    }
    return -1;
}

;// CONCATENATED MODULE: ./src/exposition/openmetrics-metadata.ts




const openmetrics_metadata_TYPES = ['counter', 'gauge', 'histogram', 'gaugehistogram', 'summary', 'info', 'stateset', 'unknown'];
const openmetrics_metadata_LATE = { code: 'late-metadata', severity: 'warning', refusedBy: [] };
/** A line that starts with `#` in OpenMetrics: HELP, TYPE or UNIT with one blank between its parts, and nothing else. */
function readOpenMetricsMetadata(text, at, end, problems, ledger) {
    const head = headOf(text, at, end);
    if ('message' in head) {
        problems.add(BROKEN, head.from, end, head.message);
        return;
    }
    const { keyword, name, nameStart, valueStart } = head;
    const family = ledger.declare(name, nameStart);
    refuseLate(keyword, family, { at, end, problems });
    const value = { text, start: valueStart, end, problems };
    if (keyword === 'TYPE')
        openmetrics_metadata_readType(family, value);
    else if (keyword === 'UNIT')
        readUnit(family, value);
    else
        openmetrics_metadata_readHelp(family, value, ledger.broken);
}
/** The parts before the value. */
function headOf(text, at, end) {
    const keyword = text.slice(at + 2, at + 6);
    const isMetadata = text.startsWith('# ', at) && ['HELP', 'TYPE', 'UNIT'].includes(keyword) && text.charCodeAt(at + 6) === SPACE;
    if (!isMetadata) {
        const message = (it) => `found ${it}, expected # HELP, # TYPE, # UNIT or # EOF: OpenMetrics has no other comments`;
        return { from: at, message };
    }
    const start = at + 7;
    const quoted = text.charCodeAt(start) === QUOTE;
    const nameEnd = quoted ? quotedNameEnd(text, start, end) : metricNameEnd(text, start);
    if (nameEnd <= start) {
        const message = (it) => `${it} follows ${keyword}, expected the name of a metric family after one blank`;
        return { from: start, message };
    }
    const nameStart = quoted ? start + 1 : start;
    const name = text.slice(nameStart, quoted ? nameEnd - 1 : nameEnd);
    if (text.charCodeAt(nameEnd) === SPACE && end !== text.length)
        return { keyword, name, nameStart, valueStart: nameEnd + 1 };
    const message = (it) => `${it} follows the name in ${keyword} of ${name}, expected one blank and a whole line`;
    return { from: nameEnd, message };
}
function refuseLate(keyword, family, { at, end, problems }) {
    const again = keyword === 'TYPE' ? family.type : keyword === 'UNIT' ? family.unit : family.hasHelp || undefined;
    if (again === undefined && family.samples === 0)
        return;
    const why = family.samples > 0 ? 'follows samples of the family' : 'is said a second time';
    problems.add(openmetrics_metadata_LATE, at, end, () => `${keyword} of ${family.name} ${why}, expected it once and before them`);
}
function openmetrics_metadata_readType(family, { text, start, end, problems }) {
    const type = text.slice(start, end);
    if (openmetrics_metadata_TYPES.includes(type))
        family.type ??= type;
    else
        problems.add(BROKEN, start, end, (it) => `the type of ${family.name} is ${it}, expected one of ${openmetrics_metadata_TYPES.join(', ')}`);
}
function readUnit(family, { text, start, end, problems }) {
    const unit = text.slice(start, end);
    if (unit !== '' && !family.name.endsWith(`_${unit}`))
        problems.add(BROKEN, start, end, (it) => `the unit of ${family.name} is ${it}, expected the name to end in it after an underscore`);
    family.unit ??= unit;
}
function openmetrics_metadata_readHelp(family, { text, start, end, problems }, isBroken) {
    family.hasHelp = true;
    const broken = isBroken ? firstBrokenByte(text, start, end) : -1;
    if (broken >= 0)
        problems.add(BROKEN, broken, broken + 1, () => `the help of ${family.name} is not UTF-8`);
}

;// CONCATENATED MODULE: ./src/exposition/openmetrics-format.ts





const NO_EOF = { code: 'no-eof', severity: 'error', refusedBy: ['prometheus', 'prometheus2'] };
/** An answer without a body is no scrape to Prometheus 3, and no failure. */
const EMPTY = { code: 'no-eof', severity: 'error', refusedBy: ['prometheus2'] };
const UTF8_EXEMPLAR = { code: 'utf8-name', severity: 'notice', refusedBy: ['prometheus2'] };
/**
 * Reads OpenMetrics 1.0 line by line, as the scrape parser of Prometheus does: exactly one blank between the parts, no other comments.
 * Source: https://prometheus.io/docs/specs/om/open_metrics_spec/ and model/textparse of Prometheus.
 */
class OpenMetricsFormat {
    text;
    sample;
    problems;
    ledger;
    #labels;
    constructor(text, sample, problems, ledger) {
        this.text = text;
        this.sample = sample;
        this.problems = problems;
        this.ledger = ledger;
        this.#labels = new LabelScanner(text, sample, problems, 'openmetrics');
    }
    read() {
        const { text, problems } = this;
        for (let at = 0, next = 0; at < text.length; at = next) {
            problems.line++;
            problems.lineStart = at;
            const end = lineEnd(text, at);
            next = end + 1;
            if (text.charCodeAt(at) !== HASH)
                this.#sample(at, end);
            else if (text.startsWith('# EOF', at) && (end === at + 5 || /^# EOF\s*$/.test(text.slice(at, at + 40)))) {
                this.#afterEof(at + 5, end);
                return;
            }
            else
                readOpenMetricsMetadata(text, at, end, problems, this.ledger);
        }
        problems.line = Math.max(problems.line, 1);
        problems.add(text === '' ? EMPTY : NO_EOF, text.length, text.length, () => 'the exposition does not end with "# EOF": it may be cut off');
    }
    again(at) {
        this.#sample(at, lineEnd(this.text, at), false);
    }
    #afterEof(at, end) {
        if (at === end && end + 1 >= this.text.length)
            return;
        this.problems.add(NO_EOF, at, this.text.length, (it) => `${it} follows "# EOF", expected nothing but one line break`);
    }
    #sample(at, end, isNew = true) {
        const { text, sample, problems } = this;
        if (at === end) {
            this.#fail(at, end, () => 'the line is empty, expected a sample, a # HELP, # TYPE or # UNIT line, or "# EOF"');
            return;
        }
        sample.reset();
        const nameEnd = metricNameEnd(text, at);
        if (nameEnd > at)
            [sample.nameStart, sample.nameEnd] = [at, nameEnd];
        else if (text.charCodeAt(at) !== BRACE_OPEN) {
            this.#fail(at, end, (it) => `found ${it}, expected a metric name or a # HELP, # TYPE or # UNIT line`);
            return;
        }
        let next = nameEnd;
        if (text.charCodeAt(next) === BRACE_OPEN) {
            next = this.#labels.scan(next + 1, false);
            if (next < 0 || refuseNameless(sample, problems, at, next, false))
                return;
        }
        next = this.#number(next, end, 'the value');
        if (next < 0)
            return;
        [sample.valueStart, sample.valueEnd] = [this.#wordStart, next];
        if (this.#rest(next, end) && isNew)
            this.ledger.sample(sample);
    }
    #wordStart = 0;
    /** A number after exactly one blank. Returns where it ends; -1 when a problem was said. */
    #number(at, end, what) {
        const { text } = this;
        if (at >= end)
            return this.#fail(at, end, () => `the line ends, expected ${what} after one blank`);
        const stop = spaceOrEnd(text, at + 1, end);
        if (text.charCodeAt(at) !== SPACE || stop === at + 1)
            return this.#fail(at, Math.max(stop, at + 1), (it) => `found ${it}, expected exactly one blank and ${what}`);
        this.#wordStart = at + 1;
        if (isNumber(text, at + 1, stop))
            return stop;
        return this.#fail(at + 1, stop, (it) => `${what} is ${it}, expected a number`);
    }
    /** The timestamp and the exemplar, both optional. */
    #rest(at, end) {
        const { text, sample } = this;
        let next = at;
        if (next < end && !text.startsWith(' # {', next)) {
            next = this.#seconds(next, end, 'the timestamp');
            if (next < 0)
                return false;
            [sample.timestampStart, sample.timestampEnd] = [this.#wordStart, next];
        }
        if (next === end)
            return true;
        if (text.startsWith(' # {', next))
            return this.#exemplar(next, end);
        this.#fail(next, end, (it) => `${it} follows the timestamp, expected the end of the line or an exemplar: # {\u2026} value`);
        return false;
    }
    #exemplar(at, end) {
        const { text } = this;
        this.sample.exemplarStart = at + 3;
        let next = this.#labels.scan(at + 4, true);
        if (next < 0)
            return false;
        if (text.slice(at + 4, next).startsWith('"'))
            this.problems.add(UTF8_EXEMPLAR, at + 4, next, (it) => `a label name of the exemplar stands in quotes: ${it}, which Prometheus 2 refuses`);
        next = this.#number(next, end, 'the value of the exemplar');
        if (next >= 0 && next < end)
            next = this.#seconds(next, end, 'the timestamp of the exemplar');
        if (next < 0)
            return false;
        if (next === end)
            return true;
        this.#fail(next, end, (it) => `${it} follows the exemplar, expected the end of the line`);
        return false;
    }
    #seconds(at, end, what) {
        const next = this.#number(at, end, what);
        if (next < 0 || Number.isFinite(numberOf(this.text.slice(this.#wordStart, next))))
            return next;
        return this.#fail(this.#wordStart, next, (it) => `${what} is ${it}, expected seconds since 1970`);
    }
    #fail(start, end, message) {
        this.problems.add(BROKEN, start, end, message);
        return -1;
    }
}
/** Tabs are no blanks in OpenMetrics. */
function spaceOrEnd(text, at, end) {
    let i = at;
    while (i < end && text.charCodeAt(i) !== SPACE)
        i++;
    return i;
}

;// CONCATENATED MODULE: ./src/exposition/sample.ts

/** Where the parts of one sample stand; reused for every sample, since millions of them are read. */
class Sample {
    text;
    nameStart = -1;
    nameEnd = -1;
    /** Whether the name stands in quotes inside the braces. */
    nameQuoted = false;
    labels = 0;
    valueStart = 0;
    valueEnd = 0;
    /** -1 without a timestamp. */
    timestampStart = -1;
    timestampEnd = -1;
    exemplarStart = -1;
    /** Four offsets a label: name start and end, value start and end, all without their quotes. */
    #offsets = new Int32Array(64);
    constructor(text) {
        this.text = text;
    }
    reset() {
        this.nameStart = this.nameEnd = this.timestampStart = this.exemplarStart = -1;
        this.nameQuoted = false;
        this.labels = 0;
    }
    addLabel(nameStart, nameEnd, valueStart, valueEnd) {
        const at = this.labels * 4;
        if (at + 4 > this.#offsets.length) {
            const more = new Int32Array(this.#offsets.length * 2);
            more.set(this.#offsets);
            this.#offsets = more;
        }
        this.#offsets[at] = nameStart;
        this.#offsets[at + 1] = nameEnd;
        this.#offsets[at + 2] = valueStart;
        this.#offsets[at + 3] = valueEnd;
        this.labels++;
    }
    /** @param part 0 and 1: start and end of the name, 2 and 3: of the value */
    offset(label, part) {
        return this.#offsets[label * 4 + part] ?? 0;
    }
    name() {
        return unescaped(this.text.slice(this.nameStart, this.nameEnd));
    }
    labelName(label) {
        return unescaped(this.text.slice(this.offset(label, 0), this.offset(label, 1)));
    }
    labelValue(label) {
        return unescaped(this.text.slice(this.offset(label, 2), this.offset(label, 3)));
    }
    /** Whether the label has this name, which has no escapes. */
    isNamed(label, name) {
        const start = this.offset(label, 0);
        return this.offset(label, 1) - start === name.length && this.text.startsWith(name, start);
    }
    /** A name that stands in quotes may be one that needs them. */
    nameNeedsQuotes() {
        return this.nameQuoted && metricNameEnd(this.text, this.nameStart) !== this.nameEnd;
    }
    labelNeedsQuotes(label) {
        const start = this.offset(label, 0);
        return this.text.charCodeAt(start - 1) === 34 && labelNameEnd(this.text, start) !== this.offset(label, 1);
    }
}

;// CONCATENATED MODULE: ./src/exposition/text-format.ts





/** Prometheus 3 keeps the blanks as a part of the name, Prometheus 2 refuses such a name. */
const BLANKS_BEFORE_NAME = { code: 'syntax', severity: 'error', refusedBy: ['prometheus2'] };
/** What follows is not read. */
const NUL = { code: 'syntax', severity: 'error', refusedBy: ['promtool'] };
const HIGHEST_TIMESTAMP = 9223372036854775807n;
/**
 * Reads the text format 0.0.4 line by line, as the scrape parser of Prometheus does.
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/ and model/textparse of Prometheus.
 */
class TextFormat {
    text;
    sample;
    problems;
    ledger;
    #labels;
    constructor(text, sample, problems, ledger) {
        this.text = text;
        this.sample = sample;
        this.problems = problems;
        this.ledger = ledger;
        this.#labels = new LabelScanner(text, sample, problems, 'text');
    }
    read() {
        const { text, problems } = this;
        let at = 0;
        for (let next = 0; at < text.length; at = next) {
            problems.line++;
            problems.lineStart = at;
            const start = skipBlanks(text, at);
            const c = text.charCodeAt(start);
            if (c === 0) {
                problems.add(NUL, start, start + 1, () => 'a NUL byte starts the line: Prometheus reads nothing from here on');
                return;
            }
            next = lineEnd(text, start) + 1;
            if (c === HASH)
                readTextMetadata(text, start, next - 1, problems, this.ledger);
            else if (c === c && c !== NEWLINE)
                next = this.#sample(at, start, next);
        }
        const last = text.lastIndexOf('\n') + 1;
        if (skipBlanks(text, last) < text.length)
            problems.add(STRICT, last, text.length, (it) => `the last line ${it} does not end with a line break`);
    }
    again(at) {
        this.#sample(at, skipBlanks(this.text, at), lineEnd(this.text, at) + 1, false);
    }
    /** Returns where the next line starts: a label value may have line breaks. */
    #sample(line, start, next, isNew = true) {
        const { text, sample, problems } = this;
        sample.reset();
        const nameEnd = metricNameEnd(text, start);
        let at = start;
        if (nameEnd > start) {
            [sample.nameStart, sample.nameEnd] = [start, nameEnd];
            at = skipBlanks(text, nameEnd);
        }
        else if (text.charCodeAt(start) !== BRACE_OPEN) {
            problems.add(BROKEN, start, next - 1, (it) => `found ${it}, expected a metric name, a comment or an empty line`);
            return next;
        }
        if (text.charCodeAt(at) === BRACE_OPEN) {
            const after = this.#labels.scan(at + 1, false);
            if (after < 0 || refuseNameless(sample, problems, start, after, this.ledger.anyFamily))
                return next;
            at = skipBlanks(text, after);
        }
        const end = this.#valueAndTime(at);
        if (end < 0)
            return next;
        if (start > line && nameEnd > start)
            problems.add(BLANKS_BEFORE_NAME, line, nameEnd, (it) => `blanks stand before the metric name in ${it}: they become a part of it`);
        if (isNew)
            this.ledger.sample(sample);
        if (end >= next)
            problems.line += countLines(text, next, end);
        return end + 1;
    }
    /** Returns the offset of the line break, or of the end; -1 when a problem was said. */
    #valueAndTime(at) {
        const { text, sample, problems } = this;
        const end = characters_wordEnd(text, at);
        if (end === at)
            return this.#fail(BROKEN, at, at, () => `the line ends, expected a value after the metric name`);
        if (!isNumber(text, at, end))
            return this.#fail(BROKEN, at, end, (it) => `the value is ${it}, expected a number`);
        [sample.valueStart, sample.valueEnd] = [at, end];
        const time = skipBlanks(text, end);
        const c = text.charCodeAt(time);
        if (c === NEWLINE || c !== c) {
            if (time > end)
                problems.add(STRICT, end, time, (it) => `${it} stands after the value, expected the end of the line`);
            return time;
        }
        return this.#timestamp(time);
    }
    #timestamp(at) {
        const { text, sample, problems } = this;
        const end = characters_wordEnd(text, at);
        const word = text.slice(at, Math.min(end, at + 64));
        if (!/^[+-]?\d+$/.test(word) || !inRange(word))
            return this.#fail(BROKEN, at, end, (it) => `the timestamp is ${it}, expected whole milliseconds since 1970`);
        if (!isDigit(word.charCodeAt(0)))
            return this.#fail(NOT_SCRAPED, at, end, (it) => `the timestamp is ${it}, expected digits without a sign`);
        [sample.timestampStart, sample.timestampEnd] = [at, end];
        const rest = skipBlanks(text, end);
        const c = text.charCodeAt(rest);
        if (c === c && c !== NEWLINE)
            return this.#fail(BROKEN, rest, lineEnd(text, rest), (it) => `${it} follows the timestamp, expected the end of the line`);
        if (rest > end)
            problems.add(STRICT, end, rest, (it) => `${it} stands after the timestamp, expected the end of the line`);
        return rest;
    }
    #fail(fault, start, end, message) {
        this.problems.add(fault, start, end, message);
        return -1;
    }
}
function inRange(digits) {
    if (digits.length < 19)
        return true;
    const value = BigInt(digits.replace('+', ''));
    return value <= HIGHEST_TIMESTAMP && value >= -HIGHEST_TIMESTAMP - 1n;
}
function countLines(text, from, to) {
    let count = 0;
    for (let at = text.indexOf('\n', from - 1); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
        count++;
    return count;
}

;// CONCATENATED MODULE: ./src/exposition/parse.ts







/**
 * Reads an exposition to its end and says what is wrong with it, for Prometheus and for stricter readers. Never throws. Memory beside
 * the text: 8 to 32 bytes a series, one entry a family and a bounded number of problems.
 */
function parseExposition(body, options) {
    const { text, broken } = typeof body === 'string' ? { text: body, broken: false } : decodeBody(body);
    const problems = new ProblemList(text, options.limits?.problems);
    const ledger = new Ledger(text, problems, options, broken, (place) => {
        reader.again(place);
        return twin;
    });
    const twin = new Sample(text);
    const reader = readerOf(text, twin, new ProblemList(text), ledger, options);
    readerOf(text, new Sample(text), problems, ledger, options).read();
    ledger.finish();
    const { samples, mostLabels, longestLabelName, longestLabelValue } = ledger;
    return {
        format: options.format,
        samples,
        series: ledger.table.size,
        families: ledger.families.all.map(summary),
        mostLabels,
        longestLabelName,
        longestLabelValue,
        accepted: problems.accepted,
        problems: [...problems.kept].sort((a, b) => a.start - b.start),
        counts: problems.counts,
    };
}
function readerOf(text, sample, problems, ledger, { format }) {
    const Format = format === 'text' ? TextFormat : OpenMetricsFormat;
    return new Format(text, sample, problems, ledger);
}
function summary({ name, type, unit, hasHelp, samples }) {
    return { name, type: type === UNDECLARED ? undefined : type, unit, hasHelp, samples };
}


/***/ })

};
