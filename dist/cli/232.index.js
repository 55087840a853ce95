export const id = 232;
export const ids = [232];
export const modules = {

/***/ 3232:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/model/builtin.ts
/**
 * Parts of Node that are loaded when they are first used: each costs a short run some milliseconds, and most runs need none.
 * https://nodejs.org/api/process.html#processgetbuiltinmoduleid
 */
const builtin = {
    crypto: () => process.getBuiltinModule('node:crypto'),
    net: () => process.getBuiltinModule('node:net'),
    v8: () => process.getBuiltinModule('node:v8'),
};

;// CONCATENATED MODULE: ./src/adapters/node-files.ts


const LARGEST_BYTES = 16 * 1024 * 1024;
/** From here on the heap is told what to expect. */
const MUCH_BYTES = 400 * 1024;
/** The real file system. */
class NodeFiles {
    #bytes = 0;
    /**
     * What is made of a large configuration lives to the end of the run, so that more room for young objects only costs memory: a
     * third of the whole, measured with 1,000 services.
     */
    #account(bytes) {
        if (this.#bytes <= MUCH_BYTES && this.#bytes + bytes > MUCH_BYTES)
            builtin.v8().setFlagsFromString('--semi-space-growth-factor=1');
        this.#bytes += bytes;
    }
    read(path) {
        try {
            const stat = (0,external_node_fs_.statSync)(path);
            if (stat.isDirectory())
                return { ok: false, reason: 'directory' };
            // A pipe or a device would block or never end.
            if (!stat.isFile())
                return { ok: false, reason: 'unreadable' };
            if (stat.size > LARGEST_BYTES)
                return { ok: false, reason: 'too-large' };
            this.#account(stat.size);
            const text = new TextDecoder('utf-8', { fatal: true }).decode((0,external_node_fs_.readFileSync)(path));
            return { ok: true, text };
        }
        catch (error) {
            return { ok: false, reason: reasonOf(error) };
        }
    }
    kind(path) {
        try {
            const stat = (0,external_node_fs_.statSync)(path);
            return stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
        }
        catch (error) {
            // A loop of links or a directory that may not be entered is something, though nothing of use.
            return reasonOf(error) === 'missing' ? 'missing' : 'other';
        }
    }
    directories(path) {
        try {
            const entries = (0,external_node_fs_.readdirSync)(path, { withFileTypes: true });
            return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
        }
        catch {
            return [];
        }
    }
    list(path) {
        try {
            return (0,external_node_fs_.readdirSync)(path).sort();
        }
        catch {
            return [];
        }
    }
}
function reasonOf(error) {
    if (error instanceof TypeError)
        return 'not-utf8';
    const code = error.code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return 'missing';
    if (code === 'EISDIR')
        return 'directory';
    return code === 'ELOOP' ? 'symlink-loop' : 'unreadable';
}

;// CONCATENATED MODULE: ./src/adapters/plain-progress.ts
/** Progress as plain lines with the time since the start, for a terminal and for logs. */
class PlainProgress {
    write;
    #startedMs = Date.now();
    constructor(write) {
        this.write = write;
    }
    stageStarted(_name) {
        // The notes of a stage show that it began.
    }
    stageEnded(name, outcome, durationMs) {
        const took = outcome === 'skipped' ? 'skipped' : `${outcome} in ${(durationMs / 1000).toFixed(1)} s`;
        this.#line(`${name}: ${took}`);
    }
    note(line) {
        this.#line(`  ${line}`);
    }
    #line(text) {
        const seconds = ((Date.now() - this.#startedMs) / 1000).toFixed(1).padStart(6);
        this.write(`${seconds}s ${text}\n`);
    }
}
/** Says nothing. */
const silentProgress = {
    stageStarted: () => undefined,
    stageEnded: () => undefined,
    note: () => undefined,
};

;// CONCATENATED MODULE: ./src/adapters/system-clock.ts
/** The machine's time. */
const systemClock = {
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: (ms, signal) => new Promise((resolve) => {
        if (signal?.aborted) {
            resolve();
            return;
        }
        const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done, { once: true });
    }),
};

;// CONCATENATED MODULE: ./src/adapters/standard-output.ts

/** Whether standard output is a terminal, or another device; asking Node's tty would load its sockets. */
function isTerminal() {
    return (0,external_node_fs_.fstatSync)(1).isCharacterDevice();
}
/**
 * Writes a whole text to standard output at once. `process.stdout` would cost a tenth of a short run, since it loads Node's
 * streams and sockets first; it takes over where the other end does not keep up.
 */
function writeToStdout(text) {
    const bytes = Buffer.from(text);
    let at = 0;
    try {
        while (at < bytes.length)
            at += (0,external_node_fs_.writeSync)(1, bytes, at);
    }
    catch (error) {
        const { code } = error;
        if (code === 'EAGAIN')
            process.stdout.write(bytes.subarray(at));
        // Nobody reads any more, as after `| head`.
        else if (code !== 'EPIPE')
            throw error;
    }
}

// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
;// CONCATENATED MODULE: ./src/adapters/write-atomically.ts




/** Writes a whole file or leaves the old one as it is: a reader never sees half of it. Throws EnvironmentError. */
function writeAtomically(path, text) {
    const target = behindLinks(path);
    const temporary = `${target}.${builtin.crypto().randomBytes(4).toString('hex')}.tmp`;
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
        (0,external_node_fs_.writeFileSync)(temporary, text, { flag: 'wx' });
        (0,external_node_fs_.renameSync)(temporary, target);
    }
    catch (error) {
        discard(temporary);
        const why = error instanceof Error ? error.message : String(error);
        throw new errors/* EnvironmentError */.e(`"${path}" cannot be written (${why})`);
    }
}
/** Whatever keeps the file from being written may keep it from being removed: only the first reason is told. */
function discard(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { force: true });
    }
    catch {
        // Nothing was written there.
    }
}
/** A link stays one: what it points at is replaced. */
function behindLinks(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./src/model/nearest.ts
/** The one candidate that is close to a misspelt name, within a third of its length; undefined when none or several are. */
function nearest(name, candidates) {
    const limit = Math.max(1, Math.floor(name.length / 3));
    let best;
    let bestDistance = limit + 1;
    let tied = false;
    for (const candidate of candidates) {
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        if (distance === bestDistance)
            tied = true;
        if (distance < bestDistance)
            [best, bestDistance, tied] = [candidate, distance, false];
    }
    return tied ? undefined : best;
}
/** Insertions, deletions, substitutions and swaps of neighbours between two words. */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const substitution = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
            let distance = Math.min(substitution, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
            }
            current.push(distance);
        }
        [beforeLast, last] = [last, current];
    }
    return last[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./src/model/finding.ts
/** All severities, worst first. */
const SEVERITIES = ['error', 'warning', 'notice'];
/** Worst first, then by file and line; findings that compare equal keep the order in which rules found them. */
function bySeverityThenPlace(a, b) {
    const severity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
    if (severity !== 0)
        return severity;
    const file = (a.location?.file ?? '').localeCompare(b.location?.file ?? '');
    if (file !== 0)
        return file;
    return (a.location?.start.line ?? 0) - (b.location?.start.line ?? 0);
}

;// CONCATENATED MODULE: ./src/model/stack.ts
/** The configurations of a stack that are written inside its compose files. */
function inlineOf({ files, documents }) {
    return documents.flatMap(({ file }) => (files.includes(file) ? [] : [file]));
}

;// CONCATENATED MODULE: ./src/promql/go-regex.ts
let engine;
/** Loads the regular expressions of Go, which are large and seldom needed. */
async function loadGoRegex() {
    engine ??= (await __webpack_require__.e(/* import() */ 856).then(__webpack_require__.bind(__webpack_require__, 2856))).RE2JS;
}
/** Patterns without anything that could be wrong, or that Go and others read differently. */
const PLAIN = /^(?:[A-Za-z0-9_:/;,=@ -]|\.[*+]?|\([A-Za-z0-9_.|-]+\)|\|)*$/;
/** Parts of keys whose values are patterns: of Alertmanager's old routes, of probes. */
const PATTERN_KEYS = ['_re:', 'regexp', 'expect:', 'prober:'];
/** Whether a text has patterns that only the engine can judge. It errs on the side of yes, and looks at long texts quickly. */
function mayNeedGoRegex(text) {
    if (PATTERN_KEYS.some((key) => text.includes(key)))
        return true;
    for (let at = text.indexOf('regex'); at >= 0; at = text.indexOf('regex', at + 1)) {
        const [, , value] = /^regex:[ \t]*(["']?)([^"'\n]*)\1[ \t]*(?:\n|$)/.exec(text.slice(at, at + 200)) ?? [];
        if (value === undefined || value === '' || !PLAIN.test(value))
            return true;
    }
    if (!text.includes('=~') && !text.includes('!~'))
        return false;
    const matchers = text.matchAll(/[=!]~[ \t\r\n]*\\?["'`]?([^"'`\\\n]*)/g);
    return [...matchers].some(([, pattern]) => !PLAIN.test(pattern ?? ''));
}
/** What Go's regexp package refuses in a pattern, in its own terms; undefined when it compiles. */
function regexFault(pattern) {
    if (PLAIN.test(pattern))
        return undefined;
    if (!engine)
        throw new Error('the regular expressions of Go are not loaded');
    try {
        engine.compile(pattern);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
    }
}
/** The same for a pattern that Prometheus compiles as `^(?s:PATTERN)$`; the words are about the pattern as it is written. */
function goRegexProblem(pattern) {
    if (PLAIN.test(pattern))
        return undefined;
    const fault = regexFault(`^(?s:${pattern})$`);
    return fault === undefined ? undefined : (regexFault(pattern) ?? fault);
}
/** The same for a pattern that Alertmanager compiles as `^(?:PATTERN)$`. */
function anchoredRegexFault(pattern) {
    if (PLAIN.test(pattern))
        return undefined;
    const fault = regexFault(`^(?:${pattern})$`);
    return fault === undefined ? undefined : (regexFault(pattern) ?? fault);
}

// EXTERNAL MODULE: ./src/generated/validators/target-groups.schema.cjs
var target_groups_schema = __webpack_require__(5373);
var target_groups_schema_default = /*#__PURE__*/__webpack_require__.n(target_groups_schema);
// EXTERNAL MODULE: ./src/generated/validators/rules.schema.cjs
var rules_schema = __webpack_require__(3006);
var rules_schema_default = /*#__PURE__*/__webpack_require__.n(rules_schema);
// EXTERNAL MODULE: ./src/generated/validators/rule-tests.schema.cjs
var rule_tests_schema = __webpack_require__(5971);
var rule_tests_schema_default = /*#__PURE__*/__webpack_require__.n(rule_tests_schema);
// EXTERNAL MODULE: ./src/generated/validators/grafana-datasources.schema.cjs
var grafana_datasources_schema = __webpack_require__(8366);
var grafana_datasources_schema_default = /*#__PURE__*/__webpack_require__.n(grafana_datasources_schema);
// EXTERNAL MODULE: ./src/generated/validators/grafana-dashboards.schema.cjs
var grafana_dashboards_schema = __webpack_require__(9491);
var grafana_dashboards_schema_default = /*#__PURE__*/__webpack_require__.n(grafana_dashboards_schema);
// EXTERNAL MODULE: ./src/generated/validators/dashboard.schema.cjs
var dashboard_schema = __webpack_require__(2101);
var dashboard_schema_default = /*#__PURE__*/__webpack_require__.n(dashboard_schema);
// EXTERNAL MODULE: ./src/generated/validators/web.schema.cjs
var web_schema = __webpack_require__(3651);
var web_schema_default = /*#__PURE__*/__webpack_require__.n(web_schema);
// EXTERNAL MODULE: ./src/generated/validators/blackbox.schema.cjs
var blackbox_schema = __webpack_require__(829);
var blackbox_schema_default = /*#__PURE__*/__webpack_require__.n(blackbox_schema);
// EXTERNAL MODULE: ./src/generated/validators/settings.schema.cjs
var settings_schema = __webpack_require__(1468);
var settings_schema_default = /*#__PURE__*/__webpack_require__.n(settings_schema);
;// CONCATENATED MODULE: ./src/generated/validators/index.ts









/** Loads the schema of a kind of file. */
const validators_schemas = {
    'prometheus': () => __webpack_require__.e(/* import() */ 321).then(__webpack_require__.t.bind(__webpack_require__, 7321, 23)),
    'target-groups': () => Promise.resolve({ default: (target_groups_schema_default()) }),
    'rules': () => Promise.resolve({ default: (rules_schema_default()) }),
    'rule-tests': () => Promise.resolve({ default: (rule_tests_schema_default()) }),
    'grafana-datasources': () => Promise.resolve({ default: (grafana_datasources_schema_default()) }),
    'grafana-dashboards': () => Promise.resolve({ default: (grafana_dashboards_schema_default()) }),
    'dashboard': () => Promise.resolve({ default: (dashboard_schema_default()) }),
    'alertmanager': () => __webpack_require__.e(/* import() */ 684).then(__webpack_require__.t.bind(__webpack_require__, 9684, 23)),
    'web': () => Promise.resolve({ default: (web_schema_default()) }),
    'blackbox': () => Promise.resolve({ default: (blackbox_schema_default()) }),
    'settings': () => Promise.resolve({ default: (settings_schema_default()) }),
    'compose': () => __webpack_require__.e(/* import() */ 613).then(__webpack_require__.t.bind(__webpack_require__, 1613, 23)),
};
/** Loads the same, compiled. */
const validators_compiledSchemas = {
    'prometheus': () => __webpack_require__.e(/* import() */ 882).then(__webpack_require__.t.bind(__webpack_require__, 882, 19)),
    'target-groups': () => __webpack_require__.e(/* import() */ 454).then(__webpack_require__.t.bind(__webpack_require__, 4454, 19)),
    'rules': () => __webpack_require__.e(/* import() */ 39).then(__webpack_require__.t.bind(__webpack_require__, 3039, 19)),
    'rule-tests': () => __webpack_require__.e(/* import() */ 364).then(__webpack_require__.t.bind(__webpack_require__, 5364, 19)),
    'grafana-datasources': () => __webpack_require__.e(/* import() */ 431).then(__webpack_require__.t.bind(__webpack_require__, 6431, 19)),
    'grafana-dashboards': () => __webpack_require__.e(/* import() */ 964).then(__webpack_require__.t.bind(__webpack_require__, 4964, 19)),
    'dashboard': () => __webpack_require__.e(/* import() */ 774).then(__webpack_require__.t.bind(__webpack_require__, 9774, 19)),
    'alertmanager': () => __webpack_require__.e(/* import() */ 949).then(__webpack_require__.t.bind(__webpack_require__, 949, 19)),
    'web': () => __webpack_require__.e(/* import() */ 532).then(__webpack_require__.t.bind(__webpack_require__, 4532, 19)),
    'blackbox': () => __webpack_require__.e(/* import() */ 982).then(__webpack_require__.t.bind(__webpack_require__, 2982, 19)),
    'settings': () => Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6573, 19)),
    'compose': () => __webpack_require__.e(/* import() */ 230).then(__webpack_require__.t.bind(__webpack_require__, 230, 19)),
};

;// CONCATENATED MODULE: ./src/schema/conforms.ts
/** Keywords that say nothing about a value, or that the compiled schemas do not judge either. */
const NOTES = new Set([
    '$schema',
    '$id',
    'id',
    '$comment',
    'title',
    'description',
    'default',
    'examples',
    'deprecated',
    'format',
    'definitions',
    'x-kind',
    'x-since',
]);
/** Thrown where only the compiled schema can tell. */
class Unknown extends Error {
}
/**
 * Whether a tree is what its schema asks for. Most files are right, and to see that takes much less than the compiled schemas,
 * which are large because they can say everything that is wrong. False also where a keyword is not known here: then those have
 * the word.
 */
function conforms(node, schema) {
    try {
        return new Walk(schema).fits(node, schema);
    }
    catch (error) {
        if (error instanceof Unknown)
            return false;
        throw error;
    }
}
const patterns = new Map();
function matches(pattern, text) {
    let compiled = patterns.get(pattern);
    if (!compiled)
        patterns.set(pattern, (compiled = new RegExp(pattern, 'u')));
    return compiled.test(text);
}
/** One tree, one schema. */
class Walk {
    root;
    constructor(root) {
        this.root = root;
    }
    fits(node, schema) {
        if (typeof schema === 'boolean')
            return schema;
        const known = schema;
        for (const keyword in known) {
            if (NOTES.has(keyword))
                continue;
            if (!this.#keyword(node, keyword, known[keyword], known))
                return false;
        }
        return true;
    }
    #keyword(node, keyword, value, schema) {
        switch (keyword) {
            case '$ref':
                return this.fits(node, this.#resolve(String(value)));
            case 'type':
                return Array.isArray(value) ? value.some((type) => isOf(node, String(type))) : isOf(node, String(value));
            case 'enum':
                return value.some((one) => equals(node, one));
            case 'const':
                return equals(node, value);
            case 'anyOf':
                return value.some((one) => this.fits(node, one));
            case 'allOf':
                return value.every((one) => this.fits(node, one));
            case 'oneOf':
                return value.filter((one) => this.fits(node, one)).length === 1;
            case 'not':
                return !this.fits(node, value);
            case 'if': {
                const branch = this.fits(node, value) ? schema['then'] : schema['else'];
                return branch === undefined || this.fits(node, branch);
            }
            case 'then':
            case 'else':
                return true;
        }
        if (node.kind === 'mapping')
            return this.#ofMapping(node, keyword, value, schema);
        return node.kind === 'sequence' ? this.#ofSequence(node, keyword, value) : ofScalar(node, keyword, value);
    }
    #resolve(reference) {
        if (!reference.startsWith('#/'))
            throw new Unknown();
        let found = this.root;
        for (const part of reference.slice(2).split('/'))
            found = found?.[part];
        if (found === undefined)
            throw new Unknown();
        return found;
    }
    #ofMapping({ entries }, keyword, value, schema) {
        if (keyword === 'required')
            return value.every((name) => entries.has(name));
        if (keyword === 'minProperties')
            return entries.size >= Number(value);
        if (keyword === 'maxProperties')
            return entries.size <= Number(value);
        if (keyword === 'properties') {
            const properties = value;
            for (const [name, entry] of entries)
                if (Object.hasOwn(properties, name) && !this.fits(entry.value, properties[name]))
                    return false;
            return true;
        }
        if (keyword === 'patternProperties') {
            const all = Object.entries(value);
            for (const [name, entry] of entries)
                for (const [pattern, one] of all)
                    if (matches(pattern, name) && !this.fits(entry.value, one))
                        return false;
            return true;
        }
        if (keyword === 'additionalProperties') {
            const properties = (schema['properties'] ?? {});
            const others = Object.keys(schema['patternProperties'] ?? {});
            for (const [name, entry] of entries) {
                if (Object.hasOwn(properties, name) || others.some((pattern) => matches(pattern, name)))
                    continue;
                if (!this.fits(entry.value, value))
                    return false;
            }
            return true;
        }
        return isForOthers(keyword);
    }
    #ofSequence({ items }, keyword, value) {
        if (keyword === 'items') {
            if (Array.isArray(value))
                throw new Unknown();
            for (const item of items)
                if (!this.fits(item, value))
                    return false;
            return true;
        }
        if (keyword === 'minItems')
            return items.length >= Number(value);
        if (keyword === 'maxItems')
            return items.length <= Number(value);
        if (keyword === 'uniqueItems') {
            if (value !== true)
                return true;
            if (items.some((item) => item.kind !== 'scalar'))
                throw new Unknown();
            return new Set(items.map((item) => (item.kind === 'scalar' ? item.value : undefined))).size === items.length;
        }
        return isForOthers(keyword);
    }
}
function isOf(node, type) {
    if (type === 'object')
        return node.kind === 'mapping';
    if (type === 'array')
        return node.kind === 'sequence';
    if (node.kind !== 'scalar')
        return false;
    const { value } = node;
    if (type === 'null')
        return value === null;
    if (type === 'integer')
        return Number.isInteger(value);
    if (type === 'number')
        return Number.isFinite(value);
    return typeof value === type;
}
function equals(node, wanted) {
    if (typeof wanted === 'object' && wanted !== null)
        throw new Unknown();
    return node.kind === 'scalar' && node.value === wanted;
}
function ofScalar({ value }, keyword, wanted) {
    if (typeof value === 'string') {
        if (keyword === 'pattern')
            return matches(String(wanted), value);
        if (keyword === 'minLength')
            return Number(wanted) > 1 ? conforms_length(value) >= Number(wanted) : value.length >= Number(wanted);
        if (keyword === 'maxLength')
            return conforms_length(value) <= Number(wanted);
    }
    if (typeof value === 'number') {
        if (keyword === 'minimum')
            return value >= Number(wanted);
        if (keyword === 'maximum')
            return value <= Number(wanted);
        if (keyword === 'exclusiveMinimum')
            return value > Number(wanted);
        if (keyword === 'exclusiveMaximum')
            return value < Number(wanted);
    }
    return isForOthers(keyword);
}
/** Characters, as JSON schemas count them. */
function conforms_length(text) {
    return Array.from(text).length;
}
/** Keywords that speak of values of another type. */
const OF_TYPES = new Set([
    'required',
    'minProperties',
    'maxProperties',
    'properties',
    'patternProperties',
    'additionalProperties',
    'items',
    'minItems',
    'maxItems',
    'uniqueItems',
    'pattern',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
]);
function isForOthers(keyword) {
    if (!OF_TYPES.has(keyword))
        throw new Unknown();
    return true;
}

;// CONCATENATED MODULE: ./src/schema/compiled-schemas.ts


/** Kinds that are judged by the schema of another. */
const SAME = { 'scrape-configs': 'prometheus' };
const plain = new Map();
const compiled = new Map();
const right = new WeakMap();
/**
 * Loads what these trees are judged by, each schema once. The compiled ones, which can say all that is wrong, are large: they
 * are loaded only for kinds of which a tree is not right.
 */
async function loadSchemas(trees) {
    await load(plain, validators_schemas, trees);
    await load(compiled, validators_compiledSchemas, trees.filter(({ kind, root }) => (SAME[kind] ?? kind) in validators_schemas && !isRight(root, kind)));
}
async function load(into, from, wanted) {
    const kinds = new Set(wanted.map(({ kind }) => SAME[kind] ?? kind));
    await Promise.all([...kinds].map(async (kind) => {
        const one = from[kind];
        if (one && !into.has(kind))
            into.set(kind, (await one()).default);
    }));
}
/** Loads everything, for those who judge many files. */
async function loadAllSchemas() {
    const all = KINDS_WITH_SCHEMA.map((kind) => ({ kind }));
    await Promise.all([load(plain, schemas, all), load(compiled, compiledSchemas, all)]);
}
/** Whether a tree is as its schema asks; a tree is asked about once. */
function isRight(root, kind) {
    let known = right.get(root);
    if (known === undefined) {
        known = conforms(root, schemaOf(kind));
        right.set(root, known);
    }
    return known;
}
/** The schema of a kind of file, which has to be loaded before. */
function schemaOf(kind) {
    return loadedFrom(plain, kind);
}
/** The same, compiled. */
function compiledSchemaOf(kind) {
    return loadedFrom(compiled, kind);
}
function loadedFrom(from, kind) {
    const found = from.get(SAME[kind] ?? kind);
    if (found === undefined)
        throw new Error(`the schema of ${kind} files is not loaded`);
    return found;
}
/** All kinds that have a schema. */
const KINDS_WITH_SCHEMA = Object.keys(validators_schemas);

;// CONCATENATED MODULE: ./src/stack/compose/find-files.ts

/** In the order in which Compose looks. https://docs.docker.com/compose/intro/compose-application-model/ */
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDES = [
    'compose.override.yml',
    'compose.override.yaml',
    'docker-compose.override.yml',
    'docker-compose.override.yaml',
];
/**
 * The compose files of a directory, absolute, in merge order: the named ones, those of `COMPOSE_FILE`, or the first found and
 * its override. https://docs.docker.com/compose/how-tos/environment-variables/envvars/
 */
function findComposeFiles(directory, named, variables, files) {
    if (named.length > 0)
        return named.map((file) => (0,external_node_path_.resolve)(directory, file));
    const listed = variables['COMPOSE_FILE'] ?? '';
    if (listed !== '')
        return listed.split(variables['COMPOSE_PATH_SEPARATOR'] ?? ':').map((file) => (0,external_node_path_.resolve)(directory, file));
    const first = (names) => names
        .map((name) => (0,external_node_path_.join)(directory, name))
        .filter((path) => files.kind(path) !== 'missing')
        .slice(0, 1);
    const base = first(NAMES);
    return base.length === 0 ? [] : [...base, ...first(OVERRIDES)];
}

;// CONCATENATED MODULE: ./src/stack/find-stacks.ts


/** Directories with other people's files. */
const SKIPPED = new Set(['node_modules', 'vendor']);
/** Deeper than any repository keeps its stacks. */
const DEEPEST = 8;
/** Directories at and below one that have a compose file of their own, the nearest first. Hidden ones are left out. */
function findStacks(directory, files) {
    const found = [];
    let level = [directory];
    for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
        found.push(...level.filter((path) => findComposeFiles(path, [], {}, files).length > 0));
        level = level.flatMap((path) => files
            .directories(path)
            .filter((name) => !name.startsWith('.') && !SKIPPED.has(name))
            .map((name) => (0,external_node_path_.join)(path, name)));
    }
    return found;
}

;// CONCATENATED MODULE: ./src/model/yaml-node.ts
/** The value of a key, or undefined when the node is no mapping or lacks the key. */
function child(node, ...path) {
    let current = node;
    for (const key of path) {
        if (current?.kind !== 'mapping')
            return undefined;
        current = current.entries.get(key)?.value;
    }
    return current;
}
/** The range of a key's own text, for findings about the key rather than its value. */
function keyRange(node, key) {
    return node?.kind === 'mapping' ? node.entries.get(key)?.key.at : undefined;
}
/** The items of a sequence, none for anything else. */
function items(node) {
    return node?.kind === 'sequence' ? node.items : [];
}
/** The entries of a mapping, none for anything else. */
function entries(node) {
    return node?.kind === 'mapping' ? [...node.entries] : [];
}
/** The text of a scalar that is not null. */
function yaml_node_text(node) {
    return node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
}

;// CONCATENATED MODULE: ./src/generated/shapes.ts
/** The shapes of each kind of document; the first one is the document's own. */
const shapes = JSON.parse("{\"prometheus\":[{\"properties\":{\"global\":1,\"runtime\":12,\"rule_files\":14,\"scrape_config_files\":16,\"scrape_configs\":17,\"alerting\":116,\"remote_write\":124,\"remote_read\":138,\"storage\":140,\"tracing\":146,\"otlp\":147}},{\"kinds\":[\"global\"],\"properties\":{\"scrape_interval\":2,\"scrape_timeout\":2,\"scrape_protocols\":3,\"evaluation_interval\":2,\"rule_query_offset\":4,\"external_labels\":5,\"query_log_file\":6,\"scrape_failure_log_file\":6,\"body_size_limit\":7,\"sample_limit\":8,\"target_limit\":8,\"label_limit\":8,\"label_name_length_limit\":8,\"label_value_length_limit\":8,\"keep_dropped_targets\":8,\"scrape_native_histograms\":9,\"convert_classic_histograms_to_nhcb\":10,\"always_scrape_classic_histograms\":10,\"extra_scrape_metrics\":11}},{\"kinds\":[\"duration\"]},{\"kinds\":[\"unique-list\",\"since 2.49\"]},{\"kinds\":[\"since 2.53\",\"duration\"]},{\"kinds\":[\"labels\"]},{\"kinds\":[\"file\"]},{\"kinds\":[\"size\"]},{\"kinds\":[\"integer\"]},{\"kinds\":[\"since 3.8\"]},{\"kinds\":[\"since 3.0\"]},{\"kinds\":[\"since 3.9\"]},{\"kinds\":[\"runtime\"],\"properties\":{\"gogc\":13}},{\"kinds\":[\"integer\"]},{\"items\":15},{\"kinds\":[\"filename-glob\"]},{\"kinds\":[\"since 2.43\"],\"items\":15},{\"items\":18},{\"kinds\":[\"scrape_config\",\"http-client\"],\"properties\":{\"job_name\":19,\"scrape_interval\":2,\"scrape_timeout\":2,\"scrape_protocols\":3,\"fallback_scrape_protocol\":20,\"params\":21,\"scrape_failure_log_file\":6,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30,\"static_configs\":32,\"aws_sd_configs\":36,\"azure_sd_configs\":38,\"consul_sd_configs\":40,\"digitalocean_sd_configs\":44,\"dns_sd_configs\":47,\"docker_sd_configs\":49,\"dockerswarm_sd_configs\":51,\"ec2_sd_configs\":53,\"eureka_sd_configs\":55,\"file_sd_configs\":58,\"gce_sd_configs\":62,\"hetzner_sd_configs\":64,\"http_sd_configs\":66,\"ionos_sd_configs\":68,\"kubernetes_sd_configs\":70,\"kuma_sd_configs\":75,\"lightsail_sd_configs\":77,\"linode_sd_configs\":79,\"marathon_sd_configs\":81,\"nerve_sd_configs\":83,\"nomad_sd_configs\":85,\"oci_sd_configs\":87,\"openstack_sd_configs\":89,\"outscale_sd_configs\":91,\"ovhcloud_sd_configs\":94,\"puppetdb_sd_configs\":96,\"scaleway_sd_configs\":98,\"serverset_sd_configs\":100,\"stackit_sd_configs\":102,\"triton_sd_configs\":104,\"uyuni_sd_configs\":106,\"vultr_sd_configs\":108,\"relabel_configs\":110,\"metric_relabel_configs\":114,\"body_size_limit\":7,\"sample_limit\":8,\"target_limit\":8,\"label_limit\":8,\"label_name_length_limit\":8,\"label_value_length_limit\":8,\"keep_dropped_targets\":8,\"native_histogram_bucket_limit\":8,\"scrape_native_histograms\":9,\"convert_classic_histograms_to_nhcb\":10,\"always_scrape_classic_histograms\":10,\"extra_scrape_metrics\":11,\"scrape_classic_histograms\":115}},{\"kinds\":[\"job-name\"]},{\"kinds\":[\"since 3.0\"]},{\"kinds\":[\"params\"]},{\"kinds\":[\"authorization\"],\"properties\":{\"credentials\":23,\"credentials_file\":6}},{\"kinds\":[\"secret\"]},{\"kinds\":[\"basic_auth\"],\"properties\":{\"username_file\":6,\"password\":23,\"password_file\":6}},{\"kinds\":[\"oauth2\"],\"properties\":{\"client_secret\":23,\"client_secret_file\":6,\"client_certificate_key\":23,\"client_certificate_key_file\":6,\"token_url\":26,\"endpoint_params\":27,\"tls_config\":28,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"url\"]},{\"kinds\":[\"endpoint_params\"]},{\"kinds\":[\"tls_config\"],\"properties\":{\"ca_file\":6,\"cert_file\":6,\"key\":23,\"key_file\":6}},{\"kinds\":[\"url\"]},{\"kinds\":[\"proxy_connect_header\"]},{\"kinds\":[\"since 2.55\",\"http_headers\"]},{\"items\":33},{\"kinds\":[\"static_config\"],\"properties\":{\"targets\":34,\"labels\":5}},{\"items\":35},{\"kinds\":[\"target\"]},{\"items\":37},{\"kinds\":[\"aws_sd\",\"http-client\"],\"properties\":{\"secret_key\":23,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":39},{\"kinds\":[\"azure_sd\",\"http-client\"],\"properties\":{\"client_secret\":23,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":41},{\"kinds\":[\"consul_sd\",\"http-client\"],\"properties\":{\"token\":23,\"password\":23,\"health_filter\":42,\"node_meta\":43,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"since 3.12\"]},{\"kinds\":[\"node_meta\"]},{\"items\":45},{\"kinds\":[\"digitalocean_sd\",\"http-client\"],\"properties\":{\"role\":46,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"since 3.6\"]},{\"items\":48},{\"kinds\":[\"dns_sd\"],\"properties\":{\"port\":13,\"refresh_interval\":2}},{\"items\":50},{\"kinds\":[\"docker_sd\",\"http-client\"],\"properties\":{\"port\":13,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":52},{\"kinds\":[\"dockerswarm_sd\",\"http-client\"],\"properties\":{\"port\":13,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":54},{\"kinds\":[\"ec2_sd\",\"http-client\"],\"properties\":{\"secret_key\":23,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":56},{\"kinds\":[\"eureka_sd\",\"http-client\"],\"properties\":{\"server\":57,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"url\"]},{\"items\":59},{\"kinds\":[\"file_sd\"],\"properties\":{\"files\":60,\"refresh_interval\":2}},{\"items\":61},{\"kinds\":[\"filename-glob\"]},{\"items\":63},{\"kinds\":[\"gce_sd\"],\"properties\":{\"refresh_interval\":2,\"port\":13}},{\"items\":65},{\"kinds\":[\"hetzner_sd\",\"http-client\"],\"properties\":{\"port\":13,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":67},{\"kinds\":[\"http_sd\",\"http-client\"],\"properties\":{\"url\":57,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":69},{\"kinds\":[\"ionos_sd\",\"http-client\"],\"properties\":{\"port\":13,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":71},{\"kinds\":[\"kubernetes_sd\",\"http-client\"],\"properties\":{\"api_server\":29,\"kubeconfig_file\":6,\"namespaces\":72,\"attach_metadata\":73,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"namespaces\"]},{\"kinds\":[\"attach_metadata\"],\"properties\":{\"namespace\":74}},{\"kinds\":[\"since 3.6\"]},{\"items\":76},{\"kinds\":[\"kuma_sd\",\"http-client\"],\"properties\":{\"server\":57,\"refresh_interval\":2,\"fetch_timeout\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":78},{\"kinds\":[\"lightsail_sd\",\"http-client\"],\"properties\":{\"secret_key\":23,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":80},{\"kinds\":[\"linode_sd\",\"http-client\"],\"properties\":{\"port\":13,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":82},{\"kinds\":[\"marathon_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":2,\"auth_token\":23,\"auth_token_file\":6,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":84},{\"kinds\":[\"nerve_sd\"],\"properties\":{\"timeout\":2}},{\"items\":86},{\"kinds\":[\"nomad_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":88},{\"kinds\":[\"oci_sd\",\"http-client\"],\"properties\":{\"key_file\":6,\"key_passphrase\":23,\"key_passphrase_file\":6,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":90},{\"kinds\":[\"openstack_sd\"],\"properties\":{\"identity_endpoint\":29,\"password\":23,\"application_credential_secret\":23,\"refresh_interval\":2,\"port\":13,\"tls_config\":28}},{\"items\":92},{\"kinds\":[\"outscale_sd\",\"http-client\"],\"properties\":{\"secret_key\":93,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"secret\"]},{\"items\":95},{\"kinds\":[\"ovhcloud_sd\"],\"properties\":{\"application_secret\":93,\"consumer_key\":93,\"refresh_interval\":2}},{\"items\":97},{\"kinds\":[\"puppetdb_sd\",\"http-client\"],\"properties\":{\"url\":57,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":99},{\"kinds\":[\"scaleway_sd\",\"http-client\"],\"properties\":{\"secret_key\":23,\"secret_key_file\":6,\"api_url\":26,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":101},{\"kinds\":[\"serverset_sd\"],\"properties\":{\"timeout\":2}},{\"items\":103},{\"kinds\":[\"stackit_sd\",\"http-client\"],\"properties\":{\"endpoint\":29,\"private_key\":23,\"private_key_path\":6,\"service_account_key\":23,\"service_account_key_path\":6,\"credentials_file_path\":6,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":105},{\"kinds\":[\"triton_sd\"],\"properties\":{\"refresh_interval\":2,\"port\":13,\"version\":13,\"tls_config\":28}},{\"items\":107},{\"kinds\":[\"uyuni_sd\",\"http-client\"],\"properties\":{\"password\":93,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":109},{\"kinds\":[\"vultr_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":111},{\"kinds\":[\"relabel_config\"],\"properties\":{\"target_label\":112,\"regex\":113,\"modulus\":8}},{\"kinds\":[\"label-name\"]},{\"kinds\":[\"regex\"]},{\"items\":111},{\"kinds\":[\"removed-in-3\"]},{\"kinds\":[\"alerting\"],\"properties\":{\"alert_relabel_configs\":117,\"alertmanagers\":118}},{\"items\":111},{\"items\":119},{\"kinds\":[\"alertmanager_config\",\"http-client\"],\"properties\":{\"timeout\":2,\"api_version\":120,\"sigv4\":121,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30,\"static_configs\":32,\"aws_sd_configs\":36,\"azure_sd_configs\":38,\"consul_sd_configs\":40,\"digitalocean_sd_configs\":44,\"dns_sd_configs\":47,\"docker_sd_configs\":49,\"dockerswarm_sd_configs\":51,\"ec2_sd_configs\":53,\"eureka_sd_configs\":55,\"file_sd_configs\":58,\"gce_sd_configs\":62,\"hetzner_sd_configs\":64,\"http_sd_configs\":66,\"ionos_sd_configs\":68,\"kubernetes_sd_configs\":70,\"kuma_sd_configs\":75,\"lightsail_sd_configs\":77,\"linode_sd_configs\":79,\"marathon_sd_configs\":81,\"nerve_sd_configs\":83,\"nomad_sd_configs\":85,\"oci_sd_configs\":87,\"openstack_sd_configs\":89,\"outscale_sd_configs\":91,\"ovhcloud_sd_configs\":94,\"puppetdb_sd_configs\":96,\"scaleway_sd_configs\":98,\"serverset_sd_configs\":100,\"stackit_sd_configs\":102,\"triton_sd_configs\":104,\"uyuni_sd_configs\":106,\"vultr_sd_configs\":108,\"relabel_configs\":122,\"alert_relabel_configs\":123}},{\"kinds\":[\"api-version\"]},{\"kinds\":[\"sigv4\"],\"properties\":{\"secret_key\":23}},{\"items\":111},{\"kinds\":[\"since 2.51\"],\"items\":111},{\"items\":125},{\"kinds\":[\"remote_write\",\"http-client\"],\"properties\":{\"url\":126,\"remote_timeout\":2,\"headers\":127,\"write_relabel_configs\":128,\"round_robin_dns\":129,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30,\"sigv4\":121,\"azuread\":130,\"google_iam\":135,\"queue_config\":136,\"metadata_config\":137}},{\"kinds\":[\"url\"]},{\"kinds\":[\"headers\"]},{\"items\":111},{\"kinds\":[\"since 3.1\"]},{\"kinds\":[\"azuread\"],\"properties\":{\"managed_identity\":131,\"workload_identity\":132,\"oauth\":133,\"sdk\":134}},{\"kinds\":[\"managed_identity\"]},{\"kinds\":[\"workload_identity\"],\"properties\":{\"token_file_path\":6}},{\"kinds\":[\"oauth\"],\"properties\":{\"client_secret\":23}},{\"kinds\":[\"sdk\"]},{\"kinds\":[\"since 3.6\",\"google_iam\"],\"properties\":{\"credentials_file\":6}},{\"kinds\":[\"queue_config\"],\"properties\":{\"capacity\":13,\"max_shards\":13,\"min_shards\":13,\"max_samples_per_send\":13,\"batch_send_deadline\":2,\"min_backoff\":2,\"max_backoff\":2,\"sample_age_limit\":2}},{\"kinds\":[\"metadata_config\"],\"properties\":{\"send_interval\":2,\"max_samples_per_send\":13}},{\"items\":139},{\"kinds\":[\"remote_read\",\"http-client\"],\"properties\":{\"url\":126,\"required_matchers\":5,\"remote_timeout\":2,\"headers\":127,\"chunked_read_limit\":8,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"storage\"],\"properties\":{\"tsdb\":141,\"exemplars\":145}},{\"kinds\":[\"tsdb\"],\"properties\":{\"out_of_order_time_window\":2,\"retention\":142,\"chunk_encoding\":143,\"stale_series_compaction_threshold\":144}},{\"kinds\":[\"since 3.9\",\"retention\"],\"properties\":{\"time\":2,\"size\":7}},{\"kinds\":[\"since 3.6\"]},{\"kinds\":[\"since 3.6\"]},{\"kinds\":[\"exemplars\"],\"properties\":{\"max_exemplars\":13}},{\"kinds\":[\"tracing\"],\"properties\":{\"headers\":127,\"timeout\":2,\"tls_config\":28}},{\"kinds\":[\"otlp\"],\"properties\":{\"promote_resource_attributes\":148,\"ignore_resource_attributes\":148,\"translation_strategy\":149,\"promote_scope_metadata\":74,\"label_name_underscore_sanitization\":74,\"label_name_preserve_multiple_underscores\":74}},{\"kinds\":[\"unique-list\"]},{\"kinds\":[\"translation-strategy\"]}],\"scrape-configs\":[{\"properties\":{\"scrape_configs\":1}},{\"items\":2},{\"kinds\":[\"scrape_config\",\"http-client\"],\"properties\":{\"job_name\":3,\"scrape_interval\":4,\"scrape_timeout\":4,\"scrape_protocols\":5,\"fallback_scrape_protocol\":6,\"params\":7,\"scrape_failure_log_file\":8,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17,\"static_configs\":19,\"aws_sd_configs\":24,\"azure_sd_configs\":27,\"consul_sd_configs\":29,\"digitalocean_sd_configs\":33,\"dns_sd_configs\":36,\"docker_sd_configs\":38,\"dockerswarm_sd_configs\":40,\"ec2_sd_configs\":42,\"eureka_sd_configs\":44,\"file_sd_configs\":47,\"gce_sd_configs\":51,\"hetzner_sd_configs\":53,\"http_sd_configs\":55,\"ionos_sd_configs\":57,\"kubernetes_sd_configs\":59,\"kuma_sd_configs\":64,\"lightsail_sd_configs\":66,\"linode_sd_configs\":68,\"marathon_sd_configs\":70,\"nerve_sd_configs\":72,\"nomad_sd_configs\":74,\"oci_sd_configs\":76,\"openstack_sd_configs\":78,\"outscale_sd_configs\":80,\"ovhcloud_sd_configs\":83,\"puppetdb_sd_configs\":85,\"scaleway_sd_configs\":87,\"serverset_sd_configs\":89,\"stackit_sd_configs\":91,\"triton_sd_configs\":93,\"uyuni_sd_configs\":95,\"vultr_sd_configs\":97,\"relabel_configs\":99,\"metric_relabel_configs\":104,\"body_size_limit\":105,\"sample_limit\":103,\"target_limit\":103,\"label_limit\":103,\"label_name_length_limit\":103,\"label_value_length_limit\":103,\"keep_dropped_targets\":103,\"native_histogram_bucket_limit\":103,\"scrape_native_histograms\":106,\"convert_classic_histograms_to_nhcb\":107,\"always_scrape_classic_histograms\":107,\"extra_scrape_metrics\":108,\"scrape_classic_histograms\":109}},{\"kinds\":[\"job-name\"]},{\"kinds\":[\"duration\"]},{\"kinds\":[\"unique-list\",\"since 2.49\"]},{\"kinds\":[\"since 3.0\"]},{\"kinds\":[\"params\"]},{\"kinds\":[\"file\"]},{\"kinds\":[\"authorization\"],\"properties\":{\"credentials\":10,\"credentials_file\":8}},{\"kinds\":[\"secret\"]},{\"kinds\":[\"basic_auth\"],\"properties\":{\"username_file\":8,\"password\":10,\"password_file\":8}},{\"kinds\":[\"oauth2\"],\"properties\":{\"client_secret\":10,\"client_secret_file\":8,\"client_certificate_key\":10,\"client_certificate_key_file\":8,\"token_url\":13,\"endpoint_params\":14,\"tls_config\":15,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"url\"]},{\"kinds\":[\"endpoint_params\"]},{\"kinds\":[\"tls_config\"],\"properties\":{\"ca_file\":8,\"cert_file\":8,\"key\":10,\"key_file\":8}},{\"kinds\":[\"url\"]},{\"kinds\":[\"proxy_connect_header\"]},{\"kinds\":[\"since 2.55\",\"http_headers\"]},{\"items\":20},{\"kinds\":[\"static_config\"],\"properties\":{\"targets\":21,\"labels\":23}},{\"items\":22},{\"kinds\":[\"target\"]},{\"kinds\":[\"labels\"]},{\"items\":25},{\"kinds\":[\"aws_sd\",\"http-client\"],\"properties\":{\"secret_key\":10,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"integer\"]},{\"items\":28},{\"kinds\":[\"azure_sd\",\"http-client\"],\"properties\":{\"client_secret\":10,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":30},{\"kinds\":[\"consul_sd\",\"http-client\"],\"properties\":{\"token\":10,\"password\":10,\"health_filter\":31,\"node_meta\":32,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"since 3.12\"]},{\"kinds\":[\"node_meta\"]},{\"items\":34},{\"kinds\":[\"digitalocean_sd\",\"http-client\"],\"properties\":{\"role\":35,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"since 3.6\"]},{\"items\":37},{\"kinds\":[\"dns_sd\"],\"properties\":{\"port\":26,\"refresh_interval\":4}},{\"items\":39},{\"kinds\":[\"docker_sd\",\"http-client\"],\"properties\":{\"port\":26,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":41},{\"kinds\":[\"dockerswarm_sd\",\"http-client\"],\"properties\":{\"port\":26,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":43},{\"kinds\":[\"ec2_sd\",\"http-client\"],\"properties\":{\"secret_key\":10,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":45},{\"kinds\":[\"eureka_sd\",\"http-client\"],\"properties\":{\"server\":46,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"url\"]},{\"items\":48},{\"kinds\":[\"file_sd\"],\"properties\":{\"files\":49,\"refresh_interval\":4}},{\"items\":50},{\"kinds\":[\"filename-glob\"]},{\"items\":52},{\"kinds\":[\"gce_sd\"],\"properties\":{\"refresh_interval\":4,\"port\":26}},{\"items\":54},{\"kinds\":[\"hetzner_sd\",\"http-client\"],\"properties\":{\"port\":26,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":56},{\"kinds\":[\"http_sd\",\"http-client\"],\"properties\":{\"url\":46,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":58},{\"kinds\":[\"ionos_sd\",\"http-client\"],\"properties\":{\"port\":26,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":60},{\"kinds\":[\"kubernetes_sd\",\"http-client\"],\"properties\":{\"api_server\":16,\"kubeconfig_file\":8,\"namespaces\":61,\"attach_metadata\":62,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"namespaces\"]},{\"kinds\":[\"attach_metadata\"],\"properties\":{\"namespace\":63}},{\"kinds\":[\"since 3.6\"]},{\"items\":65},{\"kinds\":[\"kuma_sd\",\"http-client\"],\"properties\":{\"server\":46,\"refresh_interval\":4,\"fetch_timeout\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":67},{\"kinds\":[\"lightsail_sd\",\"http-client\"],\"properties\":{\"secret_key\":10,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":69},{\"kinds\":[\"linode_sd\",\"http-client\"],\"properties\":{\"port\":26,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":71},{\"kinds\":[\"marathon_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":4,\"auth_token\":10,\"auth_token_file\":8,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":73},{\"kinds\":[\"nerve_sd\"],\"properties\":{\"timeout\":4}},{\"items\":75},{\"kinds\":[\"nomad_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":77},{\"kinds\":[\"oci_sd\",\"http-client\"],\"properties\":{\"key_file\":8,\"key_passphrase\":10,\"key_passphrase_file\":8,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":79},{\"kinds\":[\"openstack_sd\"],\"properties\":{\"identity_endpoint\":16,\"password\":10,\"application_credential_secret\":10,\"refresh_interval\":4,\"port\":26,\"tls_config\":15}},{\"items\":81},{\"kinds\":[\"outscale_sd\",\"http-client\"],\"properties\":{\"secret_key\":82,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"secret\"]},{\"items\":84},{\"kinds\":[\"ovhcloud_sd\"],\"properties\":{\"application_secret\":82,\"consumer_key\":82,\"refresh_interval\":4}},{\"items\":86},{\"kinds\":[\"puppetdb_sd\",\"http-client\"],\"properties\":{\"url\":46,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":88},{\"kinds\":[\"scaleway_sd\",\"http-client\"],\"properties\":{\"secret_key\":10,\"secret_key_file\":8,\"api_url\":13,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":90},{\"kinds\":[\"serverset_sd\"],\"properties\":{\"timeout\":4}},{\"items\":92},{\"kinds\":[\"stackit_sd\",\"http-client\"],\"properties\":{\"endpoint\":16,\"private_key\":10,\"private_key_path\":8,\"service_account_key\":10,\"service_account_key_path\":8,\"credentials_file_path\":8,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":94},{\"kinds\":[\"triton_sd\"],\"properties\":{\"refresh_interval\":4,\"port\":26,\"version\":26,\"tls_config\":15}},{\"items\":96},{\"kinds\":[\"uyuni_sd\",\"http-client\"],\"properties\":{\"password\":82,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":98},{\"kinds\":[\"vultr_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":100},{\"kinds\":[\"relabel_config\"],\"properties\":{\"target_label\":101,\"regex\":102,\"modulus\":103}},{\"kinds\":[\"label-name\"]},{\"kinds\":[\"regex\"]},{\"kinds\":[\"integer\"]},{\"items\":100},{\"kinds\":[\"size\"]},{\"kinds\":[\"since 3.8\"]},{\"kinds\":[\"since 3.0\"]},{\"kinds\":[\"since 3.9\"]},{\"kinds\":[\"removed-in-3\"]}],\"target-groups\":[{\"items\":1},{\"kinds\":[\"target_group\"],\"properties\":{\"targets\":2,\"labels\":4}},{\"items\":3},{\"kinds\":[\"target\"]},{\"kinds\":[\"labels\"]}],\"rules\":[{\"properties\":{\"groups\":1}},{\"items\":2},{\"kinds\":[\"group\"],\"properties\":{\"interval\":3,\"query_offset\":4,\"limit\":5,\"labels\":6,\"rules\":7}},{\"kinds\":[\"duration\"]},{\"kinds\":[\"since 2.53\",\"duration\"]},{\"kinds\":[\"integer\"]},{\"kinds\":[\"since 3.0\",\"labels\"]},{\"items\":8},{\"kinds\":[\"rule\"],\"properties\":{\"record\":9,\"expr\":10,\"for\":3,\"keep_firing_for\":11,\"labels\":12,\"annotations\":12}},{\"kinds\":[\"metric-name\"]},{\"kinds\":[\"promql\"]},{\"kinds\":[\"since 2.42\",\"duration\"]},{\"kinds\":[\"labels\"]}],\"rule-tests\":[{\"properties\":{\"rule_files\":1,\"evaluation_interval\":3,\"fuzzy_compare\":4,\"tests\":5}},{\"items\":2},{\"kinds\":[\"filename-glob\"]},{\"kinds\":[\"duration\"]},{\"kinds\":[\"since 3.0\"]},{\"items\":6},{\"kinds\":[\"test\"],\"properties\":{\"interval\":3,\"external_labels\":7,\"alert_rule_test\":8,\"promql_expr_test\":12}},{\"kinds\":[\"labels\"]},{\"items\":9},{\"properties\":{\"eval_time\":3,\"exp_alerts\":10}},{\"items\":11},{\"properties\":{\"exp_labels\":7,\"exp_annotations\":7}},{\"items\":13},{\"properties\":{\"expr\":14,\"eval_time\":3}},{\"kinds\":[\"promql\"]}],\"grafana-datasources\":[{\"properties\":{\"datasources\":1,\"deleteDatasources\":6}},{\"items\":2},{\"kinds\":[\"datasource\"],\"properties\":{\"type\":3,\"access\":4,\"url\":5}},{\"kinds\":[\"plugin\"]},{\"kinds\":[\"access\"]},{\"kinds\":[\"url\"]},{\"items\":7},{\"kinds\":[\"deletion\"]}],\"grafana-dashboards\":[{\"properties\":{\"providers\":1}},{\"items\":2},{\"kinds\":[\"provider\"],\"properties\":{\"options\":3}},{\"kinds\":[\"options\"],\"properties\":{\"path\":4}},{\"kinds\":[\"dashboard-path\"]}],\"dashboard\":[{\"properties\":{\"panels\":1,\"rows\":6,\"templating\":8,\"annotations\":11,\"__inputs\":14}},{\"items\":2},{\"kinds\":[\"panel\"],\"properties\":{\"datasource\":3,\"panels\":1,\"targets\":4}},{\"kinds\":[\"datasource\"]},{\"items\":5},{\"kinds\":[\"query\"],\"properties\":{\"datasource\":3}},{\"items\":7},{\"kinds\":[\"row\"],\"properties\":{\"panels\":1}},{\"kinds\":[\"templating\"],\"properties\":{\"list\":9}},{\"items\":10},{\"kinds\":[\"variable\"],\"properties\":{\"datasource\":3}},{\"kinds\":[\"annotations\"],\"properties\":{\"list\":12}},{\"items\":13},{\"kinds\":[\"annotation\"],\"properties\":{\"datasource\":3,\"target\":5}},{\"items\":15},{\"kinds\":[\"input\"]}],\"alertmanager\":[{\"properties\":{\"global\":1,\"route\":19,\"receivers\":30,\"inhibit_rules\":100,\"templates\":102,\"time_intervals\":104,\"mute_time_intervals\":110,\"tracing\":111,\"event_recorder\":112}},{\"kinds\":[\"global\"],\"properties\":{\"resolve_timeout\":2,\"http_config\":3,\"smtp_smarthost\":16,\"smtp_auth_password\":6,\"smtp_auth_password_file\":5,\"smtp_auth_secret\":6,\"smtp_auth_secret_file\":5,\"smtp_tls_config\":10,\"slack_api_url\":17,\"slack_api_url_file\":5,\"slack_app_token\":6,\"slack_app_token_file\":5,\"slack_app_url\":18,\"pagerduty_url\":18,\"opsgenie_api_url\":18,\"opsgenie_api_key\":6,\"opsgenie_api_key_file\":5,\"victorops_api_url\":18,\"victorops_api_key\":6,\"victorops_api_key_file\":5,\"wechat_api_url\":18,\"wechat_api_secret\":6,\"wechat_api_secret_file\":5,\"telegram_api_url\":18,\"telegram_bot_token\":6,\"telegram_bot_token_file\":5,\"webex_api_url\":18,\"jira_api_url\":18,\"rocketchat_api_url\":18,\"rocketchat_token\":6,\"rocketchat_token_file\":5,\"rocketchat_token_id\":6,\"rocketchat_token_id_file\":5,\"mattermost_webhook_url\":17,\"mattermost_webhook_url_file\":5}},{\"kinds\":[\"duration\"]},{\"kinds\":[\"http_config\",\"http-client\"],\"properties\":{\"basic_auth\":4,\"authorization\":7,\"oauth2\":8,\"bearer_token\":6,\"bearer_token_file\":5,\"tls_config\":10,\"http_headers\":13,\"proxy_url\":11,\"proxy_connect_header\":12}},{\"kinds\":[\"basic_auth\"],\"properties\":{\"username_file\":5,\"password\":6,\"password_file\":5}},{\"kinds\":[\"file\"]},{\"kinds\":[\"secret\"]},{\"kinds\":[\"authorization\"],\"properties\":{\"credentials\":6,\"credentials_file\":5}},{\"kinds\":[\"oauth2\"],\"properties\":{\"client_secret\":6,\"client_secret_file\":5,\"client_certificate_key\":6,\"client_certificate_key_file\":5,\"endpoint_params\":9,\"tls_config\":10,\"proxy_url\":11,\"proxy_connect_header\":12}},{\"kinds\":[\"text_map\"]},{\"kinds\":[\"tls_config\"],\"properties\":{\"ca_file\":5,\"cert_file\":5,\"key\":6,\"key_file\":5}},{\"kinds\":[\"url\"]},{\"kinds\":[\"proxy_connect_header\"]},{\"kinds\":[\"http_headers\"],\"additional\":14},{\"properties\":{\"files\":15}},{\"items\":5},{\"kinds\":[\"host-port\"]},{\"kinds\":[\"secret-url\"]},{\"kinds\":[\"http-url\"]},{\"kinds\":[\"root_route\"],\"properties\":{\"match\":20,\"match_re\":21,\"matchers\":23,\"routes\":25,\"group_wait\":2,\"group_interval\":2,\"repeat_interval\":2,\"mute_time_intervals\":27,\"active_time_intervals\":29}},{\"kinds\":[\"match\"]},{\"kinds\":[\"match\",\"match_re\"],\"additional\":22},{\"kinds\":[\"regex\"]},{\"items\":24},{\"kinds\":[\"matcher\"]},{\"items\":26},{\"kinds\":[\"route\"],\"properties\":{\"match\":20,\"match_re\":21,\"matchers\":23,\"routes\":25,\"group_wait\":2,\"group_interval\":2,\"repeat_interval\":2,\"mute_time_intervals\":27,\"active_time_intervals\":29}},{\"items\":28},{\"kinds\":[\"time-interval-name\"]},{\"items\":28},{\"items\":31},{\"kinds\":[\"receiver\"],\"properties\":{\"labels\":9,\"discord_configs\":32,\"email_configs\":35,\"incidentio_configs\":39,\"jira_configs\":42,\"mattermost_configs\":46,\"msteams_configs\":55,\"msteamsv2_configs\":57,\"opsgenie_configs\":59,\"pagerduty_configs\":64,\"pushover_configs\":70,\"rocketchat_configs\":73,\"slack_configs\":79,\"sns_configs\":86,\"telegram_configs\":89,\"victorops_configs\":91,\"webex_configs\":93,\"webhook_configs\":95,\"wechat_configs\":98}},{\"items\":33},{\"kinds\":[\"discord_config\"],\"properties\":{\"http_config\":3,\"webhook_url\":17,\"webhook_url_file\":5,\"content\":34,\"title\":34,\"message\":34}},{\"kinds\":[\"template\"]},{\"items\":36},{\"kinds\":[\"email_config\"],\"properties\":{\"to\":34,\"from\":34,\"smarthost\":16,\"auth_password\":6,\"auth_password_file\":5,\"auth_secret\":6,\"auth_secret_file\":5,\"tls_config\":10,\"html\":34,\"text\":34,\"headers\":37,\"threading\":38}},{\"kinds\":[\"template_map\"],\"additional\":34},{\"kinds\":[\"email_threading\"]},{\"items\":40},{\"kinds\":[\"incidentio_config\"],\"properties\":{\"http_config\":3,\"url\":18,\"url_file\":5,\"alert_source_token\":6,\"alert_source_token_file\":5,\"timeout\":41}},{\"kinds\":[\"go-duration\"]},{\"items\":43},{\"kinds\":[\"jira_config\"],\"properties\":{\"http_config\":3,\"api_url\":18,\"project\":34,\"summary\":44,\"description\":44,\"labels\":45,\"priority\":34,\"issue_type\":34,\"reopen_transition\":34,\"resolve_transition\":34,\"reopen_duration\":2}},{\"properties\":{\"template\":34}},{\"items\":34},{\"items\":47},{\"kinds\":[\"mattermost_config\"],\"properties\":{\"http_config\":3,\"webhook_url\":17,\"webhook_url_file\":5,\"channel\":34,\"username\":34,\"icon_url\":34,\"icon_emoji\":34,\"fallback\":34,\"color\":34,\"pretext\":34,\"author_name\":34,\"author_link\":34,\"author_icon\":34,\"title\":34,\"title_link\":34,\"text\":34,\"thumb_url\":34,\"footer\":34,\"footer_icon\":34,\"image_url\":34,\"fields\":48,\"attachments\":51,\"props\":53,\"priority\":54}},{\"items\":49},{\"kinds\":[\"mattermost_field\"],\"properties\":{\"title\":50,\"value\":50}},{\"kinds\":[\"template\"]},{\"items\":52},{\"kinds\":[\"mattermost_attachment\"],\"properties\":{\"fallback\":34,\"color\":34,\"pretext\":34,\"author_name\":34,\"author_link\":34,\"author_icon\":34,\"title\":34,\"title_link\":34,\"text\":34,\"thumb_url\":34,\"footer\":34,\"footer_icon\":34,\"image_url\":34,\"fields\":48}},{\"kinds\":[\"mattermost_props\"],\"properties\":{\"card\":34}},{\"kinds\":[\"mattermost_priority\"],\"properties\":{\"priority\":34}},{\"items\":56},{\"kinds\":[\"msteams_config\"],\"properties\":{\"http_config\":3,\"webhook_url\":17,\"webhook_url_file\":5,\"title\":34,\"summary\":34,\"text\":34}},{\"items\":58},{\"kinds\":[\"msteamsv2_config\"],\"properties\":{\"http_config\":3,\"webhook_url\":17,\"webhook_url_file\":5,\"title\":34,\"text\":34}},{\"items\":60},{\"kinds\":[\"opsgenie_config\"],\"properties\":{\"http_config\":3,\"api_key\":6,\"api_key_file\":5,\"api_url\":18,\"message\":34,\"description\":34,\"source\":34,\"details\":37,\"responders\":61,\"tags\":34,\"note\":34,\"priority\":34,\"entity\":34,\"actions\":34}},{\"items\":62},{\"kinds\":[\"opsgenie_responder\"],\"properties\":{\"id\":34,\"name\":34,\"username\":34,\"type\":63}},{\"kinds\":[\"go-template\"]},{\"items\":65},{\"kinds\":[\"pagerduty_config\"],\"properties\":{\"http_config\":3,\"service_key\":6,\"service_key_file\":5,\"routing_key\":6,\"routing_key_file\":5,\"url\":18,\"client\":34,\"client_url\":34,\"description\":34,\"severity\":34,\"source\":34,\"images\":66,\"links\":68,\"component\":34,\"group\":34,\"class\":34,\"timeout\":41}},{\"items\":67},{\"kinds\":[\"pagerduty_image\"],\"properties\":{\"src\":34,\"alt\":34,\"href\":34}},{\"items\":69},{\"kinds\":[\"pagerduty_link\"],\"properties\":{\"href\":34,\"text\":34}},{\"items\":71},{\"kinds\":[\"pushover_config\"],\"properties\":{\"http_config\":3,\"user_key\":6,\"user_key_file\":5,\"token\":6,\"token_file\":5,\"title\":34,\"message\":34,\"url\":34,\"url_title\":34,\"device\":34,\"sound\":34,\"priority\":34,\"retry\":72,\"expire\":72,\"ttl\":72}},{\"kinds\":[\"go-duration-text\"]},{\"items\":74},{\"kinds\":[\"rocketchat_config\"],\"properties\":{\"http_config\":3,\"api_url\":18,\"channel\":34,\"token\":6,\"token_file\":5,\"token_id\":6,\"token_id_file\":5,\"color\":34,\"emoji\":34,\"icon_url\":34,\"text\":34,\"title\":34,\"title_link\":34,\"fields\":75,\"image_url\":34,\"thumb_url\":34,\"actions\":77}},{\"items\":76},{\"kinds\":[\"rocketchat_field\"],\"properties\":{\"title\":34,\"value\":34}},{\"items\":78},{\"kinds\":[\"rocketchat_action\"],\"properties\":{\"text\":34,\"url\":34}},{\"items\":80},{\"kinds\":[\"slack_config\"],\"properties\":{\"http_config\":3,\"api_url\":17,\"api_url_file\":5,\"app_token\":6,\"app_token_file\":5,\"app_url\":18,\"channel\":34,\"username\":34,\"color\":34,\"title\":34,\"title_link\":34,\"pretext\":34,\"text\":34,\"message_text\":34,\"fields\":81,\"footer\":34,\"fallback\":34,\"callback_id\":34,\"icon_emoji\":34,\"icon_url\":34,\"image_url\":34,\"thumb_url\":34,\"actions\":83,\"timeout\":41}},{\"items\":82},{\"kinds\":[\"slack_field\"],\"properties\":{\"title\":50,\"value\":50}},{\"items\":84},{\"kinds\":[\"slack_action\"],\"properties\":{\"url\":34,\"style\":34,\"name\":34,\"value\":34,\"confirm\":85}},{\"kinds\":[\"slack_confirm\"],\"properties\":{\"title\":34,\"ok_text\":34,\"dismiss_text\":34}},{\"items\":87},{\"kinds\":[\"sns_config\"],\"properties\":{\"http_config\":3,\"api_url\":34,\"sigv4\":88,\"topic_arn\":34,\"phone_number\":34,\"target_arn\":34,\"subject\":34,\"message\":34,\"attributes\":37}},{\"kinds\":[\"sigv4\"],\"properties\":{\"secret_key\":6}},{\"items\":90},{\"kinds\":[\"telegram_config\"],\"properties\":{\"http_config\":3,\"api_url\":18,\"bot_token\":6,\"bot_token_file\":5,\"chat_id_file\":5,\"message\":34}},{\"items\":92},{\"kinds\":[\"victorops_config\"],\"properties\":{\"http_config\":3,\"api_key\":6,\"api_key_file\":5,\"api_url\":18,\"routing_key\":34,\"message_type\":34,\"entity_display_name\":34,\"state_message\":34,\"monitoring_tool\":34,\"custom_fields\":37}},{\"items\":94},{\"kinds\":[\"webex_config\"],\"properties\":{\"http_config\":3,\"api_url\":18,\"room_id\":34,\"message\":34}},{\"items\":96},{\"kinds\":[\"webhook_config\"],\"properties\":{\"http_config\":3,\"url\":97,\"url_file\":5,\"timeout\":41}},{\"kinds\":[\"template-url\"]},{\"items\":99},{\"kinds\":[\"wechat_config\"],\"properties\":{\"http_config\":3,\"api_secret\":6,\"api_secret_file\":5,\"api_url\":18,\"message\":34,\"agent_id\":34,\"to_user\":34,\"to_party\":34,\"to_tag\":34}},{\"items\":101},{\"kinds\":[\"inhibit_rule\"],\"properties\":{\"source_match\":20,\"source_match_re\":21,\"source_matchers\":23,\"target_match\":20,\"target_match_re\":21,\"target_matchers\":23}},{\"items\":103},{\"kinds\":[\"filename-glob\"]},{\"items\":105},{\"kinds\":[\"named_time_interval\"],\"properties\":{\"time_intervals\":106}},{\"items\":107},{\"kinds\":[\"time_interval\"],\"properties\":{\"times\":108}},{\"items\":109},{\"kinds\":[\"time_range\"]},{\"items\":105},{\"kinds\":[\"tracing\"],\"properties\":{\"headers\":13,\"timeout\":2,\"tls_config\":10}},{\"kinds\":[\"event_recorder\"],\"properties\":{\"webhook_outputs\":113,\"kafka_outputs\":116}},{\"items\":114},{\"properties\":{\"url\":115,\"http_config\":3,\"timeout\":2,\"retry_backoff\":2}},{\"kinds\":[\"http-url\"]},{\"items\":117},{\"properties\":{\"tls_config\":10}}],\"web\":[{\"properties\":{\"tls_server_config\":1,\"http_server_config\":4,\"basic_auth_users\":6,\"rate_limit\":8}},{\"kinds\":[\"tls_server_config\"],\"properties\":{\"cert_file\":2,\"key\":3,\"key_file\":2,\"client_ca_file\":2}},{\"kinds\":[\"file\"]},{\"kinds\":[\"secret\"]},{\"kinds\":[\"http_server_config\"],\"properties\":{\"headers\":5}},{\"kinds\":[\"response-headers\",\"response_headers\"]},{\"kinds\":[\"basic_auth_users\"],\"additional\":7},{\"kinds\":[\"password-hash\"]},{\"kinds\":[\"rate_limit\"],\"properties\":{\"interval\":9}},{\"kinds\":[\"go-duration\"]}],\"blackbox\":[{\"properties\":{\"modules\":1}},{\"kinds\":[\"modules\"],\"additional\":2},{\"kinds\":[\"module\"],\"properties\":{\"timeout\":3,\"http\":4,\"tcp\":29,\"dns\":34,\"icmp\":41,\"grpc\":42,\"unix\":44}},{\"kinds\":[\"go-duration\"]},{\"kinds\":[\"http\",\"http-client\"],\"properties\":{\"valid_status_codes\":5,\"preferred_ip_protocol\":7,\"headers\":8,\"fail_if_body_matches_regexp\":9,\"fail_if_body_not_matches_regexp\":9,\"fail_if_body_json_matches_cel\":11,\"fail_if_body_json_not_matches_cel\":11,\"fail_if_header_matches\":12,\"fail_if_header_not_matches\":15,\"body_file\":16,\"body_size_limit\":17,\"basic_auth\":18,\"authorization\":20,\"oauth2\":21,\"bearer_token\":19,\"bearer_token_file\":16,\"tls_config\":23,\"http_headers\":26,\"proxy_url\":24,\"proxy_connect_header\":25}},{\"items\":6},{\"kinds\":[\"status-code\"]},{\"kinds\":[\"ip-protocol\"]},{\"kinds\":[\"headers\"]},{\"items\":10},{\"kinds\":[\"regex\"]},{\"kinds\":[\"cel\"]},{\"items\":13},{\"kinds\":[\"header_match\"],\"properties\":{\"regexp\":14}},{\"kinds\":[\"regex\"]},{\"items\":13},{\"kinds\":[\"file\"]},{\"kinds\":[\"body-size\"]},{\"kinds\":[\"basic_auth\"],\"properties\":{\"username_file\":16,\"password\":19,\"password_file\":16}},{\"kinds\":[\"secret\"]},{\"kinds\":[\"authorization\"],\"properties\":{\"credentials\":19,\"credentials_file\":16}},{\"kinds\":[\"oauth2\"],\"properties\":{\"client_secret\":19,\"client_secret_file\":16,\"client_certificate_key\":19,\"client_certificate_key_file\":16,\"endpoint_params\":22,\"tls_config\":23,\"proxy_url\":24,\"proxy_connect_header\":25}},{\"kinds\":[\"text_map\"]},{\"kinds\":[\"tls_config\"],\"properties\":{\"ca_file\":16,\"cert_file\":16,\"key\":19,\"key_file\":16}},{\"kinds\":[\"url\"]},{\"kinds\":[\"proxy_connect_header\"]},{\"kinds\":[\"http_headers\"],\"additional\":27},{\"properties\":{\"files\":28}},{\"items\":16},{\"kinds\":[\"tcp\"],\"properties\":{\"preferred_ip_protocol\":7,\"query_response\":30,\"tls_config\":23}},{\"items\":31},{\"kinds\":[\"query_response\"],\"properties\":{\"expect\":10,\"labels\":32}},{\"items\":33},{\"kinds\":[\"label\"]},{\"kinds\":[\"dns\"],\"properties\":{\"preferred_ip_protocol\":7,\"tls_config\":23,\"transport_protocol\":35,\"valid_rcodes\":36,\"validate_answer_rrs\":38,\"validate_authority_rrs\":38,\"validate_additional_rrs\":38}},{\"kinds\":[\"transport-protocol\"]},{\"items\":37},{\"kinds\":[\"rcode\"]},{\"kinds\":[\"rr_validator\"],\"properties\":{\"fail_if_matches_regexp\":39,\"fail_if_all_match_regexp\":39,\"fail_if_not_matches_regexp\":39,\"fail_if_none_matches_regexp\":39}},{\"items\":40},{\"kinds\":[\"regex-at-probe\"]},{\"kinds\":[\"icmp\"],\"properties\":{\"preferred_ip_protocol\":7}},{\"kinds\":[\"grpc\"],\"properties\":{\"tls_config\":23,\"preferred_ip_protocol\":7,\"metadata\":43}},{\"kinds\":[\"metadata\"]},{\"kinds\":[\"unix\"],\"properties\":{\"query_response\":30,\"tls_config\":23}}]}");

;// CONCATENATED MODULE: ./src/schema/values.ts


const walked = new WeakMap();
/** Every value of a kind, in the order of the text. */
function valuesOf(document, kind) {
    return kindsIn(document).get(kind) ?? [];
}
/** All values that have a kind, by their kinds. A document is walked once. */
function kindsIn(document) {
    let known = walked.get(document);
    if (!known) {
        known = walk(document);
        walked.set(document, known);
    }
    return known;
}
/** Like `valuesOf`, for kinds that are mappings; what is written in the place of one is left to the schema. */
function mappingsOf(document, kind) {
    return valuesOf(document, kind).filter((value) => value.node.kind === 'mapping');
}
function walk({ kind, root }) {
    const all = shapes[kind] ?? [];
    const found = new Map();
    const visit = (node, shape, key, inside) => {
        if (!shape)
            return;
        for (const one of shape.kinds ?? []) {
            const list = found.get(one);
            if (list)
                list.push({ node, key, inside });
            else
                found.set(one, [{ node, key, inside }]);
        }
        if (node.kind === 'sequence' && shape.items !== undefined)
            for (const item of node.items)
                visit(item, all[shape.items], key, inside);
        if (node.kind !== 'mapping' || (shape.properties === undefined && shape.additional === undefined))
            return;
        const here = { node, key, inside };
        for (const [name, { value }] of node.entries) {
            const next = shape.properties?.[name] ?? shape.additional;
            if (next !== undefined)
                visit(value, all[next], name, here);
        }
    };
    if (root)
        visit(root, all[0], '', undefined);
    return found;
}
const values_NAMES = {
    job_name: 'scrape job',
    alert: 'alert',
    record: 'recording rule',
    name: '',
};
/** What a value belongs to, for messages: `scrape job "agent"`, `remote_write`, `global`; empty at the top. */
function ownerOf({ inside }) {
    for (let way = inside; way; way = way.inside) {
        for (const [key, label] of Object.entries(values_NAMES)) {
            const name = yaml_node_text(child(way.node, key));
            if (name !== undefined)
                return `${label === '' ? singular(way.key) : label} "${name}"`;
        }
        if (way.inside?.key === 'modules')
            return `module "${way.key}"`;
        if (way.inside && !way.inside.inside)
            return singular(way.key);
    }
    return '';
}
/** The name of the scrape job that a value belongs to. */
function jobOf({ inside }) {
    for (let way = inside; way; way = way.inside) {
        const name = yaml_node_text(child(way.node, 'job_name'));
        if (name !== undefined)
            return name;
    }
    return undefined;
}
/** What one entry of a list is called. */
const SINGULARS = {
    receivers: 'receiver',
    groups: 'group',
    time_intervals: 'time interval',
    mute_time_intervals: 'time interval',
    responders: 'responder',
};
function singular(key) {
    return SINGULARS[key] ?? key;
}
/** `KEY of OWNER`, or the key alone at the top. */
function nameOf(value) {
    const owner = ownerOf(value);
    return owner === '' ? value.key : `${value.key} of ${owner}`;
}

;// CONCATENATED MODULE: ./src/stack/glob.ts

const SPECIAL = /[*?[\\]/;
/** The files that an absolute pattern names, by the rules of Go's filepath.Glob: `*` and `?` do not match a separator. */
function glob(pattern, files) {
    const { root } = (0,external_node_path_.parse)(pattern);
    let paths = [root];
    for (const part of pattern.slice(root.length).split(external_node_path_.sep)) {
        if (part === '')
            continue;
        paths = paths.flatMap((path) => matchesIn(path, part, files));
    }
    return paths.filter((path) => ['file', 'other'].includes(files.kind(path)));
}
function matchesIn(directory, part, files) {
    if (!SPECIAL.test(part))
        return [(0,external_node_path_.join)(directory, part)].filter((path) => files.kind(path) !== 'missing');
    const expression = toRegExp(part);
    return files.list(directory).flatMap((name) => (expression.test(name) ? [(0,external_node_path_.join)(directory, name)] : []));
}
function toRegExp(part) {
    const source = part.replaceAll(/\\(.)|(\*)|(\?)|\[(\^?)([^\]]*)\]|([.+^${}()|\]\\[])/g, (all, ...groups) => {
        const [escaped, star, question, negation, characters, special] = groups;
        if (escaped !== undefined)
            return `\\${escaped}`;
        if (star)
            return '.*';
        if (question)
            return '.';
        if (characters !== undefined)
            return `[${negation ?? ''}${characters.replaceAll('\\', '\\\\')}]`;
        return special === undefined ? all : `\\${special}`;
    });
    return new RegExp(`^${source}$`, 's');
}

;// CONCATENATED MODULE: ./src/model/volume-syntax.ts
/** `[SOURCE:]TARGET[:OPTIONS]`; the colon after one letter belongs to a Windows drive, not to the syntax. */
function splitVolume(written) {
    if (written === '')
        return { source: '', target: '', options: [], problem: 'empty' };
    if (written.length <= 2)
        return { source: '', target: written, options: [] };
    const parts = split(written);
    const problem = parts.includes('') ? 'empty part' : parts.length > 3 ? 'too many colons' : undefined;
    const [first = '', second, third] = parts;
    if (second === undefined)
        return { source: '', target: first, options: [], problem };
    return { source: first, target: second, options: third?.split(',') ?? [], problem };
}
function split(written) {
    const parts = [''];
    for (const letter of written) {
        const last = parts.at(-1) ?? '';
        if (letter === ':' && !/^\p{L}$/u.test(last))
            parts.push('');
        else
            parts[parts.length - 1] = last + letter;
    }
    return parts;
}
/** Whether the source of a volume in short syntax is a path and not a volume's name. */
function isPath(source) {
    return /^(?:[./~]|\\\\|\p{L}:)/u.test(source);
}

;// CONCATENATED MODULE: ./src/stack/mounts.ts



/** All that a service sees of the project's files: volumes, configs and secrets. */
function mountsOf(service, root, around) {
    return [
        ...items(child(service, 'volumes')).flatMap((item) => volumeMount(item, around)),
        ...items(child(service, 'configs')).flatMap((item) => definedMount(item, root, 'configs', '/', around)),
        ...items(child(service, 'secrets')).flatMap((item) => definedMount(item, root, 'secrets', '/run/secrets/', around)),
    ];
}
function volumeMount(item, around) {
    if (item.kind === 'mapping')
        return longVolume(item, around);
    const { source, target } = splitVolume(yaml_node_text(item) ?? '');
    if (target === '')
        return [];
    if (!isPath(source))
        return [{ kind: 'volume', source, target: normal(target), at: item.at }];
    return [{ kind: 'bind', source: hostPath(source, around), target: normal(target), at: item.at }];
}
/** A path on this machine: relative ones start at the project, `~` is the home directory. */
function hostPath(written, { directory, home }) {
    if (home !== undefined && /^~(?:\/|$)/.test(written))
        return (0,external_node_path_.resolve)(home, written.slice(2));
    return (0,external_node_path_.resolve)(directory, written);
}
function longVolume(item, around) {
    const target = yaml_node_text(child(item, 'target'));
    if (target === undefined)
        return [];
    const source = yaml_node_text(child(item, 'source')) ?? '';
    const type = yaml_node_text(child(item, 'type'));
    if (type === 'bind')
        return [{ kind: 'bind', source: hostPath(source, around), target: normal(target), at: item.at }];
    return [{ kind: type === 'volume' ? 'volume' : 'other', source, target: normal(target), at: item.at }];
}
/** A service's use of a top-level config or secret: `NAME` or `{source, target}`. */
function definedMount(item, root, section, defaultDirectory, around) {
    const definition = item.kind === 'mapping' ? yaml_node_text(child(item, 'source')) : yaml_node_text(item);
    if (definition === undefined)
        return [];
    const settings = child(root, section, definition);
    const written = item.kind === 'mapping' ? yaml_node_text(child(item, 'target')) : undefined;
    const target = external_node_path_.posix.resolve(defaultDirectory, written ?? definition);
    const file = yaml_node_text(child(settings, 'file'));
    if (file !== undefined)
        return [{ kind: 'bind', source: hostPath(file, around), target, at: item.at, definition }];
    const content = child(settings, 'content');
    if (content?.kind === 'scalar')
        return [{ kind: 'content', source: content.text, target, at: item.at, definition, contentAt: content.at }];
    return [{ kind: 'other', source: '', target, at: item.at, definition }];
}
function normal(target) {
    return external_node_path_.posix.normalize(target).replace(/(?<=.)\/$/, '');
}
/** The mount that shows `containerPath` in the container; the longest target wins, the later of two equal ones. */
function mountFor(mounts, containerPath) {
    let best;
    for (const mount of mounts) {
        const covers = containerPath === mount.target || containerPath.startsWith(mount.target === '/' ? '/' : `${mount.target}/`);
        if (covers && mount.target.length >= (best?.target.length ?? 0))
            best = mount;
    }
    if (!best)
        return undefined;
    const rest = containerPath.slice(best.target.length);
    return { mount: best, hostPath: best.kind === 'bind' ? (0,external_node_path_.join)(best.source, rest) : undefined };
}

;// CONCATENATED MODULE: ./src/stack/references.ts





/** Annotations of the schemas whose values are paths. */
const PATH_KINDS = ['file', 'filename-glob'];
/** Every file that a document names, resolved in its container and back to this machine. */
function referencesOf(document, files) {
    return PATH_KINDS.flatMap((kind) => valuesOf(document, kind).flatMap(({ node }) => resolveReference(node, document.place, files) ?? []));
}
/** What one path leads to; relative paths start at the directory of the file that names them, as in Prometheus. */
function resolveReference(node, place, files) {
    const written = yaml_node_text(node);
    if (written === undefined || written === '')
        return undefined;
    const containerPath = external_node_path_.posix.resolve(external_node_path_.posix.dirname(place.containerPath), written);
    const mounted = mountFor(place.mounts, containerPath);
    const base = { node, written, containerPath };
    if (!mounted)
        return { ...base, matches: [], state: 'unmounted' };
    if (mounted.hostPath === undefined)
        return { ...base, matches: [], state: 'elsewhere' };
    const matches = glob(mounted.hostPath, files);
    return { ...base, matches, state: matches.length > 0 ? 'found' : 'missing' };
}

;// CONCATENATED MODULE: ./src/stack/documents.ts


/** How each kind of file is decoded. Source: the imports of the programs that read it. */
const DIALECTS = {
    prometheus: 'v2',
    'scrape-configs': 'v2',
    'target-groups': 'v2',
    rules: 'v3',
    'rule-tests': 'v2',
    alertmanager: 'v2',
    // A template is no YAML and never decoded.
    template: 'v2',
    web: 'v2',
    blackbox: 'v3',
    'grafana-datasources': 'v3',
    'grafana-dashboards': 'v3',
    dashboard: 'v3',
};
/** What the newest Prometheus reads. */
const NEWEST = { major: 3 };
/** Makes a document of a parsed file, its references resolved. */
function toDocument(kind, { file, root, whole }, place, version, reader) {
    const bare = { kind, file, root, whole, version, place, references: [], included: [] };
    const references = referencesOf(bare, reader.files);
    return { ...bare, references };
}
/** prometheus.yml with all that it names: rule files, files of targets, files of scrape jobs. Each file once. */
function prometheusDocuments(parsed, place, version, reader) {
    const main = toDocument('prometheus', parsed, place, version, reader);
    const jobs = read('scrape-configs', named(main, ['scrape_config_files']), main, reader);
    const rules = read('rules', named(main, ['rule_files']), main, reader);
    const all = [{ ...main, included: [...jobs, ...rules] }, ...jobs];
    const targets = all.flatMap((document) => read('target-groups', targetFiles(document), document, reader));
    return [...all, ...rules, ...targets];
}
/** alertmanager.yml with the files of templates that it names. */
function alertmanagerDocuments(parsed, place, reader) {
    const main = toDocument('alertmanager', parsed, place, NEWEST, reader);
    const templates = named(main, ['templates']).flatMap(({ matches, node, containerPath }) => matches.flatMap((path) => {
        const file = reader.text(path, 'template', node.at);
        if (!file)
            return [];
        return [
            toDocument('template', { file, root: undefined, whole: true }, { ...place, containerPath }, NEWEST, reader),
        ];
    }));
    return [main, ...templates];
}
/** References of the values in a list at the top. */
function named({ root, references }, path) {
    const nodes = new Set(items(child(root, ...path)));
    return references.filter(({ node }) => nodes.has(node));
}
/** Files of `file_sd_configs`, wherever they stand. */
function targetFiles({ root, references }) {
    const owners = [...items(child(root, 'scrape_configs')), ...items(child(root, 'alerting', 'alertmanagers'))];
    const nodes = new Set(owners.flatMap((owner) => items(child(owner, 'file_sd_configs')).flatMap((discovery) => items(child(discovery, 'files')))));
    return references.filter(({ node }) => nodes.has(node));
}
function read(kind, references, from, reader) {
    const seen = new Map();
    for (const { matches, containerPath } of references)
        for (const match of matches)
            if (!seen.has(match))
                seen.set(match, containerPath);
    return [...seen].flatMap(([path, containerPath]) => {
        const parsed = reader.yaml(path, kind, DIALECTS[kind]);
        if (!parsed)
            return [];
        // A pattern's directory is the file's own, which is all that relative paths need.
        return toDocument(kind, parsed, { ...from.place, containerPath }, from.version, reader);
    });
}

;// CONCATENATED MODULE: ./src/stack/document-kind.ts
/** Keys that only one kind of file has at its top; the first kind that has one of them is taken. */
const TELLING = [
    ['rule-tests', ['tests', 'evaluation_interval']],
    ['grafana-datasources', ['datasources', 'deleteDatasources']],
    ['grafana-dashboards', ['providers']],
    ['dashboard', ['panels', 'schemaVersion', 'templating', 'rows', '__inputs']],
    ['rules', ['groups']],
    ['blackbox', ['modules']],
    ['alertmanager', ['route', 'receivers', 'inhibit_rules', 'templates', 'time_intervals', 'mute_time_intervals']],
    ['web', ['tls_server_config', 'http_server_config', 'basic_auth_users', 'rate_limit']],
    ['compose', ['services', 'include']],
    [
        'prometheus',
        ['scrape_configs', 'rule_files', 'alerting', 'remote_write', 'remote_read', 'global', 'storage', 'otlp', 'tracing'],
    ],
];
/** The kind of a file by its content; undefined when nothing in it tells. */
function kindOf(root) {
    if (root?.kind === 'sequence') {
        const [first] = root.items;
        return first?.kind === 'mapping' && first.entries.has('targets') ? 'target-groups' : undefined;
    }
    if (root?.kind !== 'mapping')
        return undefined;
    return TELLING.find(([, keys]) => keys.some((key) => root.entries.has(key)))?.[0];
}

;// CONCATENATED MODULE: ./src/model/source.ts
/** A text that was read, and the means to turn its offsets into lines and columns. */
class SourceFile {
    path;
    kind;
    text;
    origin;
    #lineStarts = [];
    /**
     * @param path relative to the working directory, as messages print it
     * @param text the whole content, without a byte order mark
     * @param origin where the first character stands when the text is a block scalar inside the file at `path`
     */
    constructor(path, kind, text, origin = { line: 1, column: 1 }) {
        this.path = path;
        this.kind = kind;
        this.text = text;
        this.origin = origin;
    }
    /** The position of an offset; binary search over line starts, which are found on first use. */
    position(offset) {
        if (this.#lineStarts.length === 0)
            this.#findLines();
        let low = 0;
        let high = this.#lineStarts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#lineStarts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + this.origin.line, column: offset - (this.#lineStarts[low] ?? 0) + this.origin.column };
    }
    #findLines() {
        this.#lineStarts.push(0);
        for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1))
            this.#lineStarts.push(at + 1);
    }
}
/** The location a finding prints for a range. */
function locate(range) {
    return { file: range.file.path, start: range.file.position(range.start), end: range.file.position(range.end) };
}

;// CONCATENATED MODULE: ./src/yaml/json-fault.ts
/** The fault of a text that is no JSON; undefined when it is. YAML is laxer, so what parses as YAML may still have one. */
function jsonFault(text) {
    const scanner = new Scanner(text);
    try {
        scanner.document();
        return undefined;
    }
    catch (error) {
        if (error instanceof Fault)
            return { message: error.message, offset: Math.min(error.offset, text.length) };
        throw error;
    }
}
class Fault extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
const BLANKS = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
// Of the control characters JSON forbids only the first 32.
const json_fault_PLAIN = /[^"\\\0-\x1f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** Deeper than any program reads. */
const MAXIMUM_DEPTH = 500;
/** Walks over a JSON text by its grammar; https://www.rfc-editor.org/rfc/rfc8259 */
class Scanner {
    text;
    #at = 0;
    constructor(text) {
        this.text = text;
    }
    document() {
        this.#value(0);
        if (this.#at < this.text.length)
            throw this.#fault('expected the end of the file');
    }
    #fault(message) {
        const found = this.text[this.#at];
        const what = found === undefined ? 'the file ends here' : `found ${JSON.stringify(found)}`;
        return new Fault(`${message}, ${what}`, this.#at);
    }
    #take(pattern) {
        pattern.lastIndex = this.#at;
        if (!pattern.test(this.text))
            return false;
        this.#at = pattern.lastIndex;
        return true;
    }
    #takes(character) {
        if (this.text[this.#at] !== character)
            return false;
        this.#at++;
        this.#take(BLANKS);
        return true;
    }
    #value(depth) {
        this.#take(BLANKS);
        if (depth > MAXIMUM_DEPTH)
            throw this.#fault('expected less nesting');
        if (this.#takes('{'))
            this.#members('}', depth, true);
        else if (this.#takes('['))
            this.#members(']', depth, false);
        else if (this.text[this.#at] === '"')
            this.#string();
        else if (!this.#take(WORD) && !this.#take(NUMBER))
            throw this.#fault('expected a value');
        this.#take(BLANKS);
    }
    #members(end, depth, named) {
        if (this.#takes(end))
            return;
        do {
            // A comma before the end is the usual slip, so it is named.
            if (this.text[this.#at] === end)
                throw this.#fault('expected no comma before the end of the list');
            if (named)
                this.#name();
            this.#value(depth + 1);
        } while (this.#takes(','));
        if (!this.#takes(end))
            throw this.#fault(`expected "," or "${end}"`);
    }
    #name() {
        if (this.text[this.#at] !== '"')
            throw this.#fault('expected a name in double quotes');
        this.#string();
        this.#take(BLANKS);
        if (!this.#takes(':'))
            throw this.#fault('expected ":" after a name');
    }
    #string() {
        this.#at++;
        for (;;) {
            this.#take(json_fault_PLAIN);
            if (this.text[this.#at] === '"')
                break;
            if (!this.#take(ESCAPE))
                throw this.#fault('expected the end of a text');
        }
        this.#at++;
    }
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./src/yaml/alias-limit.ts
/**
 * Go's guard against documents that grow through aliases: the larger the document, the smaller the share of it that may
 * come from aliases. Source: decode.go of https://github.com/yaml/go-yaml (`allowedAliasRatio`).
 */
function excessiveAliasing(aliases, aliasedNodes, nodes) {
    return aliases > 0 && nodes > 1000 && aliasedNodes > 100 && aliasedNodes / nodes > allowedRatio(nodes);
}
const SMALL = 400_000;
const LARGE = 4_000_000;
function allowedRatio(nodes) {
    if (nodes <= SMALL)
        return 0.99;
    if (nodes >= LARGE)
        return 0.1;
    return 0.99 - 0.89 * ((nodes - SMALL) / (LARGE - SMALL));
}

;// CONCATENATED MODULE: ./src/yaml/go-scalar.ts
const TRUE = new Set(['true', 'True', 'TRUE']);
const FALSE = new Set(['false', 'False', 'FALSE']);
const TRUE_V2 = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const FALSE_V2 = new Set(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
/** Beginnings of all that is not just text: numbers, and words of five letters at most. */
const go_scalar_TELLING = /^(?:[-+.0-9]|[~nNtTfFyYoO]?[A-Za-z]{0,4}$)/;
const INTEGER = /^([-+]?)(?:0b([01]+)|0o([0-7]+)|0x([0-9a-fA-F]+)|0([0-7]*)|([1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** The value of a plain scalar; its text when it is no null, boolean or number. */
function resolvePlain(text, dialect) {
    if (!go_scalar_TELLING.test(text))
        return text;
    if (NULL.has(text))
        return null;
    if (TRUE.has(text) || (dialect === 'v2' && TRUE_V2.has(text)))
        return true;
    if (FALSE.has(text) || (dialect === 'v2' && FALSE_V2.has(text)))
        return false;
    return integer(text) ?? go_scalar_float(text) ?? text;
}
function integer(text) {
    const match = INTEGER.exec(text.replaceAll('_', ''));
    if (!match)
        return undefined;
    const [, sign, binary, octal, hex, oldOctal, decimal] = match;
    const size = binary !== undefined
        ? parseInt(binary, 2)
        : octal !== undefined
            ? parseInt(octal, 8)
            : hex !== undefined
                ? parseInt(hex, 16)
                : decimal !== undefined
                    ? Number(decimal)
                    : parseInt(oldOctal === '' || oldOctal === undefined ? '0' : oldOctal, 8);
    return sign === '-' ? -size : size;
}
function go_scalar_float(text) {
    const plain = text.replaceAll('_', '');
    if (FLOAT.test(plain))
        return Number(plain);
    if (/^[-+]?\.(?:inf|Inf|INF)$/.test(plain))
        return plain.startsWith('-') ? -Infinity : Infinity;
    return /^\.(?:nan|NaN|NAN)$/.test(plain) ? NaN : undefined;
}

;// CONCATENATED MODULE: ./src/yaml/parse.ts



/** Nesting that no configuration has; deeper input is refused before it can exhaust the stack. */
const parse_MAXIMUM_DEPTH = 200;
/** Parses a file into nodes that know where they are written. Never throws on bad input: what is wrong is in `problems`. */
function parseYaml(file, dialect) {
    const builder = new TreeBuilder(file, dialect);
    try {
        return builder.build((0,js_yaml/* parseEvents */.PH)(file.text, { filename: file.path, maxDepth: parse_MAXIMUM_DEPTH }));
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        return { roots: [], problems: [...builder.problems, syntaxProblem(error, file)] };
    }
}
function syntaxProblem(error, file) {
    const offset = Math.min(error.mark?.position ?? 0, file.text.length);
    return { message: error.reason, at: { file, start: offset, end: Math.min(offset + 1, file.text.length) } };
}
/** Few scalars have a tag, so most do without the key, and without a copy for its sake. */
function tagged(node, tag) {
    return tag === undefined ? node : { ...node, tag };
}
/** What may stand between the last value of a collection in flow style and its bracket. */
const CLOSING = /(?:[ \t\r\n,:?]|#[^\n]*)*/y;
/** Turns the parser's flat events into a tree; one pass, no JavaScript values in between. */
class TreeBuilder {
    file;
    dialect;
    problems = [];
    #next = 0;
    #events = [];
    #anchors = new Map();
    #aliases = 0;
    /** The offset behind the last thing that was read. */
    #consumed = 0;
    #aliasedNodes = 0;
    #nodes = 0;
    #sizes = new WeakMap();
    constructor(file, dialect) {
        this.file = file;
        this.dialect = dialect;
    }
    build(events) {
        this.#events = events;
        const roots = [];
        while (this.#next < events.length) {
            this.#next++; // DOCUMENT
            this.#anchors = new Map();
            const empty = events[this.#next]?.type === js_yaml/* EVENT_ID */.hy.POP;
            roots.push(empty ? undefined : this.#node(0));
            this.#next++; // POP
        }
        if (excessiveAliasing(this.#aliases, this.#aliasedNodes, this.#nodes)) {
            this.#problem('the document expands through its aliases to more than any configuration needs', 0, 1);
            return { roots: [], problems: this.problems };
        }
        return { roots, problems: this.problems };
    }
    #problem(message, start, end) {
        this.problems.push({ message, at: this.#range(start, end) });
    }
    #range(start, end) {
        return { file: this.file, start, end };
    }
    /** @param emptyAt where a value that is not written would stand: right after its key */
    #node(emptyAt) {
        const event = this.#events[this.#next++];
        if (event === undefined)
            throw new Error('the YAML event stream ended early');
        if (event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
            return this.#alias(event.anchorStart, event.anchorEnd);
        if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR)
            return this.#remember(event, this.#scalar(event, emptyAt));
        if (event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE)
            return this.#remember(event, this.#sequence(event.start, this.#tag(event)));
        if (event.type === js_yaml/* EVENT_ID */.hy.MAPPING)
            return this.#remember(event, this.#mapping(event.start, this.#tag(event)));
        throw new Error(`unexpected YAML event ${String(event.type)}`);
    }
    #tag(event) {
        return event.tagStart < 0 ? undefined : this.file.text.slice(event.tagStart, event.tagEnd);
    }
    #remember(event, node) {
        this.#nodes++;
        if (event.anchorStart >= 0)
            this.#anchors.set(this.file.text.slice(event.anchorStart, event.anchorEnd), node);
        return node;
    }
    #alias(start, end) {
        this.#consumed = Math.max(this.#consumed, end);
        const name = this.file.text.slice(start, end);
        const target = this.#anchors.get(name);
        if (target) {
            const size = this.#size(target);
            this.#aliases++;
            this.#nodes += size;
            this.#aliasedNodes += size;
            return target;
        }
        this.#problem(`alias "*${name}" names no anchor that is complete before it`, start - 1, end);
        return { kind: 'scalar', value: null, text: '', style: 'plain', at: this.#range(start - 1, end) };
    }
    /** Nodes under `node`, aliases expanded; every node is measured once. */
    #size(node) {
        const known = this.#sizes.get(node);
        if (known !== undefined)
            return known;
        let size = 1;
        if (node.kind === 'sequence')
            for (const item of node.items)
                size += this.#size(item);
        if (node.kind === 'mapping')
            for (const { value } of node.entries.values())
                size += 1 + this.#size(value);
        this.#sizes.set(node, size);
        return size;
    }
    #scalar(event, emptyAt) {
        const tag = this.#tag(event);
        if (event.valueStart < 0) {
            const value = tag === '!!str' ? '' : null;
            return tagged({ kind: 'scalar', value, text: '', style: 'plain', at: this.#range(emptyAt, emptyAt) }, tag);
        }
        const text = (0,js_yaml/* getScalarValue */.KE)(this.file.text, event);
        const quoted = event.style === js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED || event.style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED;
        const plain = event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN;
        const at = quoted
            ? this.#range(event.valueStart - 1, event.valueEnd + 1)
            : this.#range(event.valueStart, event.valueEnd);
        this.#consumed = Math.max(this.#consumed, at.end);
        const value = plain && tag !== '!!str' ? resolvePlain(text, this.dialect) : text;
        return tagged({ kind: 'scalar', value, text, style: plain ? 'plain' : quoted ? 'quoted' : 'block', at }, tag);
    }
    #sequence(start, tag) {
        const items = [];
        while (this.#events[this.#next]?.type !== js_yaml/* EVENT_ID */.hy.POP)
            items.push(this.#node(start));
        this.#next++;
        return {
            kind: 'sequence',
            items,
            at: this.#range(start, this.#closed(start, this.#endOf(items.at(-1), start))),
            tag,
        };
    }
    #mapping(start, tag) {
        const own = new Map();
        const merged = [];
        let end = start;
        while (this.#events[this.#next]?.type !== js_yaml/* EVENT_ID */.hy.POP) {
            const key = this.#key(start);
            const value = this.#node(key.at.end);
            end = Math.max(key.at.end, this.#endOf(value, start));
            if (key.text === '<<' && key.style === 'plain')
                merged.push(...(value.kind === 'sequence' ? value.items : [value]));
            else
                this.#addEntry(own, { key, value });
        }
        this.#next++;
        for (const source of merged)
            this.#merge(own, source);
        return { kind: 'mapping', entries: own, at: this.#range(start, this.#closed(start, end)), tag };
    }
    /** A complex key is reported and stands in as its own text, so that the rest of the file is still judged. */
    #key(start) {
        const node = this.#node(start);
        if (node.kind === 'scalar')
            return node;
        this.#problem('a mapping key must be a scalar', node.at.start, node.at.end);
        const text = this.file.text.slice(node.at.start, node.at.end);
        return { kind: 'scalar', value: text, text, style: 'quoted', at: node.at };
    }
    #addEntry(own, entry) {
        const first = own.get(entry.key.text);
        if (first) {
            const { line } = this.file.position(first.key.at.start);
            this.#problem(`key "${entry.key.text}" is already set on line ${String(line)}`, entry.key.at.start, entry.key.at.end);
            return;
        }
        own.set(entry.key.text, entry);
    }
    #merge(own, source) {
        if (source.kind !== 'mapping') {
            this.#problem('the merge key "<<" needs a mapping or a list of mappings', source.at.start, source.at.end);
            return;
        }
        for (const [name, entry] of source.entries)
            if (!own.has(name))
                own.set(name, entry);
    }
    /** A collection in flow style ends behind its bracket; the last value is followed only by white space, commas and comments. */
    #closed(start, end) {
        const { text } = this.file;
        const bracket = { '[': ']', '{': '}' }[text.charAt(start)];
        if (bracket === undefined)
            return end;
        CLOSING.lastIndex = Math.max(this.#consumed, start + 1);
        CLOSING.exec(text);
        const at = CLOSING.lastIndex;
        if (text.charAt(at) !== bracket)
            return end;
        this.#consumed = at + 1;
        return at + 1;
    }
    /** An alias ends a collection where its anchor's text is, which may be far above: such an end is not taken. */
    #endOf(node, start) {
        return node && node.at.end >= start ? node.at.end : start;
    }
}

;// CONCATENATED MODULE: ./src/stack/syntax-finding.ts

/** The finding about a file whose YAML cannot be read. */
function syntaxFinding({ message, at }) {
    return {
        code: 'yaml/syntax',
        severity: 'error',
        stage: 'load',
        message: `the YAML cannot be read: ${message}`,
        location: locate(at),
        related: [],
        help: 'mend the YAML at this place; tabs for indentation and a missing space after a colon are the usual slips',
    };
}

;// CONCATENATED MODULE: ./src/stack/unreadable.ts

const WHY = {
    missing: ['does not exist', 'create it, or mend the path that names it'],
    directory: [
        'is a directory, but a file is expected',
        'name the file; Docker makes a directory where a bind source is missing',
    ],
    unreadable: ['cannot be read', 'give the user who runs scrapegate permission to read it'],
    'too-large': ['is larger than 16 MiB', 'a configuration file is never this large; mend the path that names it'],
    'not-utf8': ['is not UTF-8 text', 'save it as UTF-8; YAML for Go programs has no other encoding'],
    'symlink-loop': ['is a loop of symbolic links', 'point the link at the file itself'],
};
/** The finding about a file that a stack needs and that cannot be read. `namedAt`: what names it, when something does. */
function unreadable(path, reason, namedAt) {
    const [why, help] = WHY[reason];
    return {
        code: 'file/unreadable',
        severity: 'error',
        stage: 'load',
        message: `the file "${path}" ${why}`,
        location: namedAt ? locate(namedAt) : { file: path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
        related: [],
        help,
    };
}

;// CONCATENATED MODULE: ./src/stack/file-reader.ts





/** Compose takes such a file; the build of the image is what fails. */
const NO_DOCKERFILE = { code: 'file/no-dockerfile' };
/** Reads and parses the files of one load, each once, and keeps what was read and what was wrong. */
class FileReader {
    files;
    displayPath;
    sources = [];
    problems = [];
    #read = new Map();
    #parsed = new Map();
    constructor(files, displayPath) {
        this.files = files;
        this.displayPath = displayPath;
    }
    /** @param namedAt what names the file: where a missing one is reported */
    yaml(path, kind, dialect, namedAt) {
        if (this.#parsed.has(path))
            return this.#parsed.get(path);
        const file = this.text(path, kind, namedAt);
        const parsed = file && this.parse(file, dialect);
        this.#parsed.set(path, parsed);
        return parsed;
    }
    /** Like `yaml`, for files whose reader takes JSON only. */
    json(path, kind) {
        if (this.#parsed.has(path))
            return this.#parsed.get(path);
        const file = this.text(path, kind);
        const parsed = file && this.parseJson(file);
        this.#parsed.set(path, parsed);
        return parsed;
    }
    /** Broken JSON has no root, and no finding here: the rule that knows what the file is for says what it means. */
    parseJson(file) {
        if (jsonFault(file.text))
            return { file, root: undefined, whole: false };
        const { roots, problems } = parseYaml(file, 'v3');
        return { file, root: roots[0], whole: problems.length === 0 };
    }
    /** A file that is not YAML, or not to be parsed as such. */
    text(path, kind, namedAt) {
        if (this.#read.has(path))
            return this.#read.get(path);
        const read = this.files.read(path);
        const shown = this.displayPath(path);
        const file = read.ok ? new SourceFile(shown, kind, read.text) : undefined;
        if (file)
            this.sources.push(file);
        if (!read.ok)
            this.problems.push({
                ...unreadable(shown, read.reason, namedAt),
                ...(kind === 'dockerfile' ? NO_DOCKERFILE : {}),
            });
        this.#read.set(path, file);
        return file;
    }
    /** Parses a text; an inline config is no source of its own, since its compose file is one already. */
    parse(file, dialect) {
        const { roots, problems } = parseYaml(file, dialect);
        this.problems.push(...problems.map(syntaxFinding));
        return { file, root: roots[0], whole: problems.length === 0 };
    }
}

;// CONCATENATED MODULE: ./src/stack/load-file.ts



/**
 * Loads one configuration file as the program that it is for would find it on this machine. The kind is told by its content
 * unless it is given. A compose file has no documents here: it is loaded as a stack.
 */
function loadFile(path, as, files, displayPath, version = NEWEST) {
    const reader = new FileReader(files, displayPath);
    const first = reader.yaml(path, as ?? 'prometheus', DIALECTS[as ?? 'prometheus']);
    const kind = as ?? kindOf(first?.root);
    if (!first || kind === undefined || kind === 'compose')
        return { kind, documents: [], files: reader.sources, problems: reader.problems };
    // Another kind may have another dialect of YAML, so it is read again.
    const again = new FileReader(files, displayPath);
    const parsed = kind === 'dashboard' ? again.json(path, kind) : again.yaml(path, kind, DIALECTS[kind]);
    const documents = parsed ? documentsOf(kind, parsed, placeOf(path, first.file), version, again) : [];
    return { kind, documents, files: again.sources, problems: again.problems };
}
function documentsOf(kind, parsed, place, version, reader) {
    if (kind === 'prometheus')
        return prometheusDocuments(parsed, place, version, reader);
    if (kind === 'alertmanager')
        return alertmanagerDocuments(parsed, place, reader);
    return [toDocument(kind, parsed, place, version, reader)];
}
/** Alone, a file sees this machine as it is. */
function placeOf(path, file) {
    const machine = { kind: 'bind', source: '/', target: '/', at: { file, start: 0, end: 0 } };
    return { containerPath: path, mounts: [machine] };
}

;// CONCATENATED MODULE: ./src/stack/compose/interpolate.ts
const NAME = /^[_a-zA-Z][_a-zA-Z0-9]*/;
/**
 * Replaces `$NAME`, `${NAME}` and its forms with a default (`-`, `:-`), an error (`?`, `:?`) or a replacement (`+`, `:+`);
 * `$$` is a dollar. https://docs.docker.com/reference/compose-file/interpolation/
 */
function interpolate(text, variables) {
    const problems = [];
    return { text: expand(text, 0, variables, problems), problems };
}
/** @param base offset of `text` in the whole, for the places of problems */
function expand(text, base, variables, problems) {
    let result = '';
    for (let at = 0; at < text.length;) {
        const dollar = text.indexOf('$', at);
        if (dollar < 0)
            return result + text.slice(at);
        result += text.slice(at, dollar);
        const next = text[dollar + 1];
        if (next === '$') {
            result += '$';
            at = dollar + 2;
            continue;
        }
        const end = next === '{' ? closingBrace(text, dollar + 2) : dollar + 1 + (NAME.exec(text.slice(dollar + 1))?.[0].length ?? 0);
        if (end === dollar + 1) {
            // A dollar before anything else is a dollar.
            result += '$';
            at = end;
            continue;
        }
        if (end === undefined) {
            problems.push(syntax(text.slice(dollar), base + dollar, base + text.length));
            return result + text.slice(dollar);
        }
        const place = { start: base + dollar, end: base + end };
        const inner = next === '{' ? text.slice(dollar + 2, end - 1) : text.slice(dollar + 1, end);
        result += substitute(inner, base + dollar + (next === '{' ? 2 : 1), place, variables, problems);
        at = end;
    }
    return result;
}
/** The offset after the brace that closes one opened before `from`; braces of nested expressions are skipped. */
function closingBrace(text, from) {
    let depth = 1;
    for (let at = from; at < text.length; at++) {
        if (text[at] === '$' && text[at + 1] === '{')
            depth++;
        if (text[at] === '}' && --depth === 0)
            return at + 1;
    }
    return undefined;
}
function substitute(inner, base, place, variables, problems) {
    const name = NAME.exec(inner)?.[0];
    const [operator] = /^:?[-?+]/.exec(inner.slice(name?.length ?? 0)) ?? [''];
    const rest = inner.slice((name?.length ?? 0) + operator.length);
    if (name === undefined || (operator === '' && rest !== '')) {
        problems.push(syntax(`\${${inner}}`, place.start, place.end));
        return '';
    }
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const given = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
    // The word is always looked at: a variable that it requires is required also where the word is not used.
    const used = given === operator.endsWith('+');
    const inWord = [];
    const word = operator === '' ? '' : expand(rest, base + name.length + operator.length, variables, inWord);
    problems.push(...inWord.filter(({ kind }) => used || kind !== 'unset'));
    if (operator.endsWith('-'))
        return given ? (value ?? '') : word;
    if (operator.endsWith('+'))
        return given ? word : '';
    if (operator.endsWith('?') && !given) {
        const message = `the variable "${name}" is required and not set${word === '' ? '' : `: ${word}`}`;
        problems.push({ kind: 'required', message, ...place });
    }
    else if (operator === '' && value === undefined) {
        const message = `the variable "${name}" is not set and reads as empty; set it, or write a default: \${${name}:-default}`;
        problems.push({ kind: 'unset', message, ...place });
    }
    return value ?? '';
}
function syntax(text, start, end) {
    const shown = text.length > 40 ? `${text.slice(0, 37)}…` : text;
    const message = `"${shown}" is no valid interpolation; write \${NAME} for a variable, or $$ for a dollar sign`;
    return { kind: 'syntax', message, start, end };
}

;// CONCATENATED MODULE: ./src/stack/compose/dotenv.ts

const BLANK = /[ \t\v\f\r]*/y;
const UNTIL_STATEMENT = /(?:\s|#[^\n]*(?:\n|$))*/y;
const KEY = /(?:export[ \t]+)?([^=:\n]*)([=:\n]|$)/y;
const ESCAPES = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$$' };
/**
 * Reads an env file. Single quotes keep the text as it is; elsewhere variables are filled in, known ones first and then those
 * of the file above. https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
function readEnvFile(text, known) {
    return new Reader(text, { ...known }, known).read();
}
/** The variables of an env file by name; those that only have a name are taken from `known`. */
function parseDotenv(text, known) {
    const named = readEnvFile(text, known).variables.map(({ name, value }) => [name, value ?? known[name]]);
    return Object.fromEntries(named.filter((entry) => entry[1] !== undefined));
}
/** The `raw` format: everything after `=` is the value. */
function readRawEnvFile(text) {
    const variables = [...text.matchAll(/^[ \t]*(?!#)([^=\s]+)(?:=(.*?))?\r?$/gm)].map(({ 0: line, 1: name = '', 2: value, index }) => ({
        name,
        value,
        start: index,
        end: index + line.length,
    }));
    return { variables };
}
class Reader {
    text;
    scope;
    known;
    #at = 0;
    #variables = [];
    #problem;
    /** @param scope what references see: `known` and, below it, the variables so far */
    constructor(text, scope, known) {
        this.text = text;
        this.scope = scope;
        this.known = known;
    }
    read() {
        for (this.#skip(UNTIL_STATEMENT); this.#at < this.text.length && !this.#problem; this.#skip(UNTIL_STATEMENT))
            this.#statement();
        return { variables: this.#variables, problem: this.#problem };
    }
    #skip(pattern) {
        pattern.lastIndex = this.#at;
        const match = pattern.exec(this.text);
        if (match)
            this.#at += match[0].length;
        return match;
    }
    #statement() {
        const start = this.#at;
        const [, written = '', separator = ''] = this.#skip(KEY) ?? [];
        const name = written.trim();
        const odd = /[^\p{L}\p{N}_.\-[\]\s]/u.exec(name)?.[0];
        if (odd !== undefined)
            this.#fail(`the name "${name}" has a "${odd}"; a line must read NAME=VALUE`, start, start + written.length);
        else if (/\s/.test(name))
            this.#fail(`the name "${name}" has a space; a line must read NAME=VALUE`, start, start + written.length);
        else if (separator === '=' || separator === ':')
            this.#value(name);
        else
            this.#variables.push({ name, value: undefined, start, end: start + written.length });
    }
    #value(name) {
        this.#skip(BLANK);
        const quote = this.text[this.#at];
        if (quote === "'" || quote === '"')
            this.#quoted(name, quote);
        else
            this.#plain(name);
    }
    #plain(name) {
        const start = this.#at;
        const newline = this.text.indexOf('\n', start);
        const line = this.text.slice(start, newline < 0 ? undefined : newline);
        this.#at = start + line.length;
        this.#add(name, this.#expand(line.replace(/\s#.*$/s, '').trimEnd(), start), start, this.#at);
    }
    #quoted(name, quote) {
        const start = this.#at;
        const pattern = quote === "'" ? /'((?:[^'\\]|\\[^])*)'/y : /"((?:[^"\\]|\\[^])*)"/y;
        const [, inner] = this.#skip(pattern) ?? [];
        if (inner === undefined) {
            this.#fail(`the value of "${name}" opens a ${quote} that nothing closes`, start, start + 1);
            return;
        }
        if (quote === "'")
            this.#add(name, inner.replaceAll("\\'", "'"), start, this.#at);
        else {
            const unescaped = inner.replaceAll(/\\([^])/g, (pair, letter) => ESCAPES[letter] ?? pair);
            this.#add(name, this.#expand(unescaped, start), start, this.#at);
        }
    }
    #expand(text, start) {
        if (!text.includes('$'))
            return text;
        const result = interpolate(text, this.scope);
        const fatal = result.problems.find(({ kind }) => kind !== 'unset');
        if (fatal)
            this.#fail(fatal.message, start, this.#at);
        return result.text;
    }
    #add(name, value, start, end) {
        this.#variables.push({ name, value, start, end });
        if (!Object.hasOwn(this.known, name))
            this.scope[name] = value;
    }
    #fail(message, start, end) {
        this.#problem ??= { message, start, end };
    }
}

;// CONCATENATED MODULE: ./src/stack/compose/git-ignored.ts

/**
 * Whether git leaves a file out: by the `.gitignore` of its directory or one above it, up to the repository's own. Names, paths
 * and `*` are understood, and `!`, which takes an earlier pattern back. https://git-scm.com/docs/gitignore
 */
function isGitIgnored(path, files) {
    const directories = repositoryDirectories((0,external_node_path_.dirname)(path), files);
    let ignored = false;
    // The nearest file has the last word.
    for (const directory of directories) {
        const read = files.read((0,external_node_path_.join)(directory, '.gitignore'));
        for (const pattern of read.ok ? patternsOf(read.text) : []) {
            if (pattern.matches((0,external_node_path_.relative)(directory, path)))
                ignored = !pattern.negated;
        }
    }
    return ignored;
}
/** From the repository's directory down to `directory`; none outside of a repository. */
function repositoryDirectories(directory, files) {
    const found = [];
    for (let at = directory;; at = (0,external_node_path_.dirname)(at)) {
        found.unshift(at);
        if (files.kind((0,external_node_path_.join)(at, '.git')) !== 'missing')
            return found;
        if ((0,external_node_path_.dirname)(at) === at)
            return [];
    }
}
function patternsOf(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map(pattern);
}
function pattern(line) {
    const negated = line.startsWith('!');
    const written = (negated ? line.slice(1) : line).replace(/\/$/, '');
    const anchored = written.includes('/');
    const body = written
        .replace(/^\//, '')
        .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll(/\*\*\/?|\*|\?/g, (star) => (star.startsWith('**') ? '.*' : star === '*' ? '[^/]*' : '[^/]'));
    // What is inside of an ignored directory is ignored as well.
    const expression = new RegExp(`^${anchored ? '' : '(?:.*/)?'}${body}(?:/.*)?$`);
    return { negated, matches: (path) => expression.test(path) };
}

;// CONCATENATED MODULE: ./src/stack/compose/long-form.ts
/** One text or a list of them as a list. */
function listOf(node) {
    if (node.kind === 'sequence')
        return node;
    return { kind: 'sequence', items: node.kind === 'scalar' && node.value === null ? [] : [node], at: node.at };
}
/** A list of names as a mapping of names to nothing. */
function nameMapping(node) {
    return asMapping(node, (item) => [item.text, { key: item, value: { ...item, value: null, text: '' } }]);
}
/** A list of `KEY=VALUE`, or of `KEY` alone, as a mapping. */
function pairMapping(node) {
    return asMapping(node, pair);
}
/** A list of services as a mapping in which each is waited for until it is started. */
function dependencyMapping(node) {
    return asMapping(node, (item) => {
        const scalar = (value) => ({ kind: 'scalar', value, text: value, style: 'plain', at: item.at });
        const condition = { key: scalar('condition'), value: scalar('service_started') };
        return [
            item.text,
            { key: item, value: { kind: 'mapping', entries: new Map([['condition', condition]]), at: item.at } },
        ];
    });
}
/** `extra_hosts` as a list of `NAME=ADDRESS`; in a mapping a name may have one address or a list of them. */
function hostList(node) {
    if (node.kind !== 'mapping')
        return listOf(node);
    const items = [...node.entries].flatMap(([name, { value }]) => listOf(value).items.map((item) => {
        if (item.kind !== 'scalar')
            return item;
        const text = `${name}=${item.text}`;
        return { ...item, text, value: text };
    }));
    return { kind: 'sequence', items, at: node.at };
}
function asMapping(node, entryOf) {
    if (node.kind === 'mapping')
        return node;
    const scalars = node.kind === 'sequence' ? node.items.filter((item) => item.kind === 'scalar') : [];
    return { kind: 'mapping', entries: new Map(scalars.map(entryOf)), at: node.at };
}
function pair(item) {
    const [, name = item.text, value] = /^([^=]*)=(.*)$/s.exec(item.text) ?? [];
    const valueNode = { ...item, text: value ?? '', value: value ?? null };
    return [name, { key: { ...item, text: name, value: name }, value: valueNode }];
}

;// CONCATENATED MODULE: ./src/stack/compose/env-files.ts







/** The variables of services, and what was read and wrong on the way; a file is told of once, however many services name it. */
class ServiceEnvironments {
    context;
    problems = [];
    sources = [];
    #missing = new Set();
    #read = new Map();
    constructor(context) {
        this.context = context;
    }
    /** The variables of one service: those of its env files in order, then its own. Undefined ones are set nowhere. */
    of(service) {
        return this.#pairs(child(service.node, 'env_file'), child(service.node, 'environment'), this.context.variables);
    }
    /** The labels of one service: those of its label files in order, then its own. */
    labelsOf(service) {
        return this.#pairs(child(service.node, 'label_file'), child(service.node, 'labels'), {});
    }
    /** @param bare what a name without a value stands for */
    #pairs(listed, own, bare) {
        const all = new Map();
        for (const file of envFilesOf(listed))
            this.#addFile(file, all);
        for (const [name, { key, value }] of own ? entries(pairMapping(own)) : []) {
            const shell = Object.hasOwn(bare, name) ? bare[name] : undefined;
            const written = value.kind === 'scalar' && value.value !== null ? printed(value.value, value.text) : shell;
            all.set(name, written === undefined
                ? undefined
                : { value: written, at: value.kind === 'scalar' && value.text !== '' ? value.at : key.at });
        }
        return all;
    }
    #addFile({ path, required, raw, at }, all) {
        const absolute = (0,external_node_path_.resolve)(this.context.directory, path);
        const file = this.#source(absolute, required, at);
        if (!file)
            return;
        const earlier = [...all].flatMap(([name, variable]) => (variable ? [[name, variable.value]] : []));
        const known = { ...Object.fromEntries(earlier), ...this.context.variables };
        const { variables, problem } = raw ? readRawEnvFile(file.text) : readEnvFile(file.text, known);
        if (problem && !this.#missing.has(absolute)) {
            this.problems.push(envFinding(problem.message, { file, start: problem.start, end: problem.end }));
            this.#missing.add(absolute);
        }
        for (const variable of variables)
            this.#add(variable, file, all);
    }
    #add({ name, value, start, end }, file, all) {
        const found = value ?? (Object.hasOwn(this.context.variables, name) ? this.context.variables[name] : undefined);
        if (found !== undefined)
            all.set(name, { value: found, at: { file, start, end } });
    }
    #source(absolute, required, at) {
        const known = this.#read.get(absolute);
        if (known || this.#missing.has(absolute))
            return known;
        const { files, displayPath } = this.context;
        const read = files.read(absolute);
        if (read.ok) {
            const file = new SourceFile(displayPath(absolute), 'env', read.text);
            this.#read.set(absolute, file);
            this.sources.push(file);
            return file;
        }
        if (read.reason !== 'missing')
            this.problems.push(unreadable(displayPath(absolute), read.reason, at));
        else if (required)
            this.problems.push(missingFinding(absolute, at, this.context));
        if (required || read.reason !== 'missing')
            this.#missing.add(absolute);
        return undefined;
    }
}
/** Compose prints a number as Go does: a float of `1.10` is 1.1, everything else is its text. */
function printed(value, written) {
    return typeof value === 'number' && Number.isFinite(value)
        ? String(value)
        : typeof value === 'boolean'
            ? String(value)
            : written;
}
function envFilesOf(node) {
    const list = node?.kind === 'scalar' ? [node] : items(node);
    return list.flatMap((item) => {
        const path = item.kind === 'scalar' ? item : child(item, 'path');
        const written = yaml_node_text(path);
        if (!path || written === undefined)
            return [];
        const required = yaml_node_text(child(item, 'required')) !== 'false';
        return [{ path: written, required, raw: yaml_node_text(child(item, 'format')) === 'raw', at: path.at }];
    });
}
/** Files with secrets are rightly kept out of a repository: where one is missing that `.gitignore` names, nothing is wrong yet. */
function missingFinding(absolute, at, { files, displayPath }) {
    const shown = displayPath(absolute);
    if (!isGitIgnored(absolute, files))
        return unreadable(shown, 'missing', at);
    return {
        code: 'compose/env-file-ignored',
        severity: 'notice',
        stage: 'load',
        message: `the env file "${shown}" is missing here; ".gitignore" keeps it out of the repository, so its variables are not known`,
        location: locate(at),
        related: [],
        help: 'write the file before the stack is started, or set "required: false" if the stack runs without it',
    };
}
/** The finding about a line of an env file. */
function envFinding(message, at) {
    return {
        code: 'compose/env-file',
        severity: 'error',
        stage: 'load',
        message: `the env file cannot be read: ${message}`,
        location: locate(at),
        related: [],
        help: 'write one NAME=VALUE a line; put a value with special letters in single quotes',
    };
}

;// CONCATENATED MODULE: ./src/stack/container-files.ts


/** More than this no directory of configuration has; a mount of a whole disk must not stall the check. */
const MOST_FILES = 5000;
const container_files_DEEPEST = 12;
/** Every file of the project at or below a directory of a container, through all mounts that show there, sorted. */
function filesBelow(mounts, directory, files) {
    const above = mountFor(mounts, directory);
    const below = mounts.filter(({ target }) => target.startsWith(directory === '/' ? '/' : `${directory}/`));
    const starts = [
        ...(above ? [{ mount: above.mount, containerPath: directory, hostPath: above.hostPath }] : []),
        ...below.map((mount) => ({
            mount,
            containerPath: mount.target,
            hostPath: mount.kind === 'bind' ? mount.source : undefined,
        })),
    ];
    const found = starts.flatMap((start) => (isReadable(start) ? container_files_walk(start, files) : []));
    // What another mount hides is not there.
    return found
        .filter(({ containerPath, mount }) => mountFor(mounts, containerPath)?.mount === mount)
        .sort((a, b) => (a.containerPath < b.containerPath ? -1 : 1));
}
function isReadable({ mount, containerPath, hostPath }) {
    return hostPath !== undefined || (mount.kind === 'content' && mount.target === containerPath);
}
function container_files_walk(start, files) {
    const found = [];
    const visit = (at, depth) => {
        const { hostPath, containerPath, mount } = at;
        if (hostPath === undefined || files.kind(hostPath) === 'file')
            found.push(at);
        if (hostPath === undefined || depth > container_files_DEEPEST)
            return;
        for (const name of files.list(hostPath)) {
            if (found.length >= MOST_FILES)
                return;
            // Hidden directories are the traces of tools, such as those of version control.
            if (!name.startsWith('.'))
                visit({ mount, hostPath: (0,external_node_path_.join)(hostPath, name), containerPath: external_node_path_.posix.join(containerPath, name) }, depth + 1);
        }
    };
    visit(start, 0);
    return found;
}

;// CONCATENATED MODULE: ./src/stack/dockerfile-variables.ts
const VARIABLE = /\\(.)|\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^}]*))?\})/g;
/** Replaces `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}`; a name without a value is empty. */
function dockerfile_variables_expand(text, variables) {
    return text.replaceAll(VARIABLE, (_, ...groups) => {
        const [escaped, bare, braced, operator, other = ''] = groups;
        if (escaped !== undefined)
            return escaped;
        const value = variables.get(bare ?? braced ?? '');
        const present = value !== undefined && (value !== '' || operator?.startsWith(':') !== true);
        if (operator?.endsWith('+'))
            return present ? other : '';
        if (operator?.endsWith('-'))
            return present ? value : dockerfile_variables_expand(other, variables);
        return value ?? '';
    });
}

;// CONCATENATED MODULE: ./src/stack/dockerfile-copy.ts





/** Directories of the official images: a file that is copied to one goes into it. */
const DIRECTORIES = new Set(['/', '/etc', '/etc/prometheus', '/etc/alertmanager', '/etc/blackbox_exporter']);
const GRAFANA_DIRECTORY = /^\/(?:etc|var\/lib)\/grafana(?:\/provisioning(?:\/[a-z]+)?|\/dashboards)?$/;
/** The mounts of a stage after one more COPY or ADD. */
function copied({ words, flags, heredocs }, context) {
    const sources = words.slice(0, -1);
    const target = words.at(-1);
    // With --parents the target of a file depends on its directory in the context.
    if (!target || sources.length === 0 || flags.has('parents'))
        return context.mounts;
    const written = dockerfile_variables_expand(target.value, context.variables);
    const path = external_node_path_.posix.resolve(context.directory, written);
    const intoDirectory = sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(written) || isDirectory(path, context);
    let mounts = context.mounts;
    for (const source of sources) {
        const heredoc = heredocs.find(({ word }) => word === source);
        const made = heredoc
            ? [heredocMount(heredoc, intoDirectory ? external_node_path_.posix.join(path, heredoc.name) : path)]
            : sourceMounts(source, path, intoDirectory, flags.get('from'), context);
        for (const mount of made)
            mounts = overlaid(mounts, mount, context.files);
    }
    return mounts;
}
function sourceMounts(source, path, intoDirectory, from, context) {
    const found = foundFor(dockerfile_variables_expand(source.value, context.variables), from, context);
    if (found.length === 0)
        return [{ kind: 'other', source: '', target: path, at: source.at }];
    return found.map(({ path: host, directory }) => {
        const into = !directory && (intoDirectory || found.length > 1);
        return { kind: 'bind', source: host, target: into ? external_node_path_.posix.join(path, (0,external_node_path_.basename)(host)) : path, at: source.at };
    });
}
function heredocMount({ value, at, expands }, target) {
    // Where variables are replaced, the text is not what it will be.
    if (expands && value.includes('$'))
        return { kind: 'other', source: '', target, at };
    return { kind: 'content', source: value, target, at, contentAt: at };
}
/** Whether a path is a directory of the image already, so that a file copied to it goes into it. */
function isDirectory(path, { directory, mounts }) {
    if (path === directory || DIRECTORIES.has(path) || GRAFANA_DIRECTORY.test(path))
        return true;
    return mounts.some(({ target }) => target.startsWith(`${path}/`));
}
/** What a source names on this machine; nothing for what is fetched, made in a stage, or comes from an image. */
function foundFor(source, from, context) {
    const absolute = external_node_path_.posix.resolve('/', source);
    if (from === undefined) {
        if (/^[a-z+]+:\/\/|^git@/.test(source))
            return [];
        return onMachine(absolute === '/' ? context.context : (0,external_node_path_.join)(context.context, absolute), context.files);
    }
    const mounts = context.mountsOf(dockerfile_variables_expand(from, context.variables));
    const mounted = mounts && mountFor(mounts, absolute);
    return mounted?.hostPath === undefined ? [] : onMachine(mounted.hostPath, context.files);
}
function onMachine(path, files) {
    const kind = files.kind(path);
    if (kind === 'file' || kind === 'directory')
        return [{ path, directory: kind === 'directory' }];
    return /[*?[]/.test(path) ? glob(path, files).map((one) => ({ path: one, directory: false })) : [];
}
/**
 * A copied directory joins what is there, where a mount hides it: files that were there before and are not in the
 * directory stay, each as a mount of its own.
 */
function overlaid(before, next, files) {
    if (next.kind !== 'bind' || files.kind(next.source) !== 'directory')
        return [...before, next];
    const there = filesBelow(before, next.target, files);
    const kept = there.filter(({ containerPath }) => files.kind((0,external_node_path_.join)(next.source, external_node_path_.posix.relative(next.target, containerPath))) !== 'file');
    const isBelow = ({ target }) => target === next.target || target.startsWith(`${next.target}/`);
    return [
        ...before.filter((mount) => !isBelow(mount)),
        next,
        ...kept.map(({ containerPath, hostPath, mount }) => hostPath === undefined ? mount : { ...mount, source: hostPath, target: containerPath }),
    ];
}

;// CONCATENATED MODULE: ./src/stack/dockerfile-parse.ts
/** Instructions that have flags; of all others a word with dashes is a word. */
const FLAGGED = new Set(['FROM', 'COPY', 'ADD', 'RUN', 'HEALTHCHECK']);
const WITH_HEREDOCS = new Set(['COPY', 'ADD', 'RUN']);
/**
 * Reads the instructions of a Dockerfile; what is no instruction is left to the builder, which says it better.
 * https://docs.docker.com/reference/dockerfile/
 */
function parseDockerfile(file) {
    const lines = new Lines(file.text);
    const instructions = [];
    for (let line = lines.next(); line; line = lines.next()) {
        const match = /^\s*([A-Za-z]+)(?:\s+|$)/.exec(line.text);
        if (!match)
            continue;
        const keyword = (match[1] ?? '').toUpperCase();
        const start = match[0].length - match[0].trimStart().length;
        const at = rangeOf(file, line, start, start + keyword.length);
        const { flags, from } = FLAGGED.has(keyword)
            ? flagsOf(line.text, match[0].length)
            : { flags: new Map(), from: match[0].length };
        const words = jsonWords(file, line, from) ?? shellWords(file, line, from);
        const heredocs = WITH_HEREDOCS.has(keyword) ? words.flatMap((word) => lines.heredoc(word, file) ?? []) : [];
        instructions.push({ keyword, at, flags, words, heredocs });
    }
    return instructions;
}
/** The lines of a Dockerfile, continued ones joined, comments and empty ones left out. */
class Lines {
    source;
    #at = 0;
    #escape;
    constructor(source) {
        this.source = source;
        this.#escape = /^(?:\s*#.*\n)*?\s*#\s*escape\s*=\s*`/i.test(source) ? '`' : '\\';
    }
    next() {
        let text = '';
        const offsets = [];
        for (let started = false;;) {
            const line = this.#physical();
            if (!line)
                return started ? { text, offsets } : undefined;
            const blank = line.text.trim() === '' || line.text.trimStart().startsWith('#');
            if (blank)
                continue;
            started = true;
            const trimmed = line.text.trimEnd();
            const continued = trimmed.endsWith(this.#escape);
            const kept = continued ? trimmed.slice(0, -1) : line.text;
            text += kept;
            for (let index = 0; index < kept.length; index++)
                offsets.push(line.start + index);
            if (!continued)
                return { text, offsets };
        }
    }
    /** The text that a word such as `<<EOF` announces; it is read from here on. */
    heredoc(word, file) {
        const match = /^<<(-?)(["']?)([^"'\s<]+)\2$/.exec(file.text.slice(word.at.start, word.at.end));
        if (!match)
            return undefined;
        const start = this.#at;
        for (let end = start;; end = this.#at) {
            const line = this.#physical();
            const own = match[1] === '-' ? line?.text.replace(/^\t+/, '') : line?.text;
            if (line && own !== match[3])
                continue;
            return {
                name: match[3] ?? '',
                value: this.source.slice(start, end),
                at: { file, start, end },
                word,
                expands: match[2] === '',
            };
        }
    }
    #physical() {
        const start = this.#at;
        if (start >= this.source.length)
            return undefined;
        const found = this.source.indexOf('\n', start);
        const end = found < 0 ? this.source.length : found;
        this.#at = end + 1;
        return { text: this.source.slice(start, end).replace(/\r$/, ''), start };
    }
}
function rangeOf(file, { offsets }, start, end) {
    const first = offsets[start] ?? file.text.length;
    return { file, start: first, end: (offsets[end - 1] ?? first - 1) + 1 };
}
function flagsOf(text, start) {
    const flags = new Map();
    const flag = /--([a-z-]+)(?:=(\S*))?(?:\s+|$)/y;
    let from = start;
    for (flag.lastIndex = start;; from = flag.lastIndex) {
        const match = flag.exec(text);
        if (!match)
            return { flags, from };
        flags.set(match[1] ?? '', match[2] ?? '');
    }
}
/** The words of `["a", "b"]`; undefined when it is no list of texts, which is then read as a command line. */
function jsonWords(file, line, from) {
    const rest = line.text.slice(from);
    if (!rest.startsWith('['))
        return undefined;
    try {
        const parsed = JSON.parse(rest);
        if (!Array.isArray(parsed))
            return undefined;
    }
    catch {
        return undefined;
    }
    return [...rest.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(({ 0: written, index }) => ({
        value: String(JSON.parse(written)),
        at: rangeOf(file, line, from + index, from + index + written.length),
    }));
}
const PART = /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|(\s+)|([^\s"'\\]+|["'\\])/gs;
/** Words as a shell splits them: quotes and backslashes taken away, each with its own place. */
function shellWords(file, line, from) {
    const words = [];
    let word;
    const finish = () => {
        if (word)
            words.push({ value: word.value, at: rangeOf(file, line, word.start, word.end) });
        word = undefined;
    };
    for (const match of line.text.slice(from).matchAll(PART)) {
        const [all, double, single, escaped, space, plain] = match;
        if (space !== undefined) {
            finish();
            continue;
        }
        const start = from + match.index;
        const value = double?.replaceAll(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? plain ?? '';
        word = { value: (word?.value ?? '') + value, start: word?.start ?? start, end: start + all.length };
    }
    finish();
    return words;
}

;// CONCATENATED MODULE: ./src/stack/dockerfile.ts




/** Directories that the official images start in. */
const START = {
    prometheus: '/prometheus',
    alertmanager: '/alertmanager',
    grafana: '/usr/share/grafana',
};
/** The image that the final stage makes; undefined when there is no such stage. */
function readDockerfile(file, request) {
    const stages = [];
    let globals = new Map();
    for (const instruction of parseDockerfile(file)) {
        const stage = stages.at(-1);
        if (instruction.keyword === 'FROM')
            stages.push(startStage(instruction, stages, globals));
        else if (stage)
            stages[stages.length - 1] = applied(stage, instruction, { request, stages, globals });
        else if (instruction.keyword === 'ARG')
            globals = withArguments(globals, instruction, request.args, globals);
    }
    return request.target === undefined ? stages.at(-1) : stageNamed(stages, request.target);
}
function stageNamed(stages, name) {
    const found = stages.find((stage) => stage.name?.toLowerCase() === name.toLowerCase());
    return found ?? (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
}
function startStage({ words }, stages, globals) {
    const [from, as, name] = words;
    const image = dockerfile_variables_expand(from?.value ?? '', globals);
    const own = {
        name: as?.value.toLowerCase() === 'as' ? name?.value : undefined,
        arguments: new Map(),
        ownCommand: false,
    };
    const parent = stages.find((stage) => stage.name?.toLowerCase() === image.toLowerCase());
    if (parent)
        return { ...parent, ...own };
    const known = from !== undefined && image !== 'scratch' && /^[^:@/]/.test(image);
    const nameOnly = image.replace(/[@:][^/]*$/, '').replace(/^.*\//, '');
    return {
        ...own,
        base: known ? { value: image, at: from.at } : undefined,
        mounts: [],
        entrypoint: [],
        command: [],
        exposed: [],
        directory: START[nameOnly] ?? '/',
        environment: new Map(),
    };
}
/** The stage after one more instruction. */
function applied(stage, instruction, context) {
    const { keyword, words } = instruction;
    const variables = new Map([...stage.arguments, ...stage.environment]);
    if (keyword === 'COPY' || keyword === 'ADD')
        return { ...stage, mounts: copied(instruction, copyContext(stage, variables, context)) };
    if (keyword === 'WORKDIR')
        return { ...stage, directory: external_node_path_.posix.resolve(stage.directory, dockerfile_variables_expand(words[0]?.value ?? '', variables)) };
    // An entry point takes away the command of the image below it.
    if (keyword === 'ENTRYPOINT')
        return { ...stage, entrypoint: words, command: stage.ownCommand ? stage.command : [] };
    if (keyword === 'CMD')
        return { ...stage, command: words, ownCommand: true };
    if (keyword === 'ARG') {
        const known = withArguments(stage.arguments, instruction, context.request.args, context.globals);
        return { ...stage, arguments: known };
    }
    if (keyword === 'ENV')
        return { ...stage, environment: withEnvironment(stage, words, variables) };
    if (keyword === 'EXPOSE')
        return { ...stage, exposed: [...stage.exposed, ...exposedBy(words, variables)] };
    return stage;
}
/** ARG takes its value from the build, else its own default, else what stands before the first FROM. */
function withArguments(known, { words }, given, globals) {
    const result = new Map(known);
    for (const { value: word } of words) {
        const [name = '', ...rest] = word.split('=');
        const written = rest.length > 0 ? dockerfile_variables_expand(rest.join('='), result) : undefined;
        const value = given.get(name) ?? written ?? globals.get(name);
        if (value !== undefined)
            result.set(name, value);
    }
    return result;
}
/** `ENV A=1 B=2`, or the old `ENV A value`. */
function withEnvironment(stage, words, variables) {
    const result = new Map(stage.environment);
    const [first, ...others] = words;
    if (first && !first.value.includes('='))
        return result.set(first.value, dockerfile_variables_expand(others.map(({ value }) => value).join(' '), variables));
    for (const { value: word } of words) {
        const [name = '', ...rest] = word.split('=');
        result.set(name, dockerfile_variables_expand(rest.join('='), variables));
    }
    return result;
}
function exposedBy(words, variables) {
    return words.flatMap(({ value, at }) => {
        const [, first, last] = /^(\d+)(?:-(\d+))?(?:\/tcp)?$/i.exec(dockerfile_variables_expand(value, variables)) ?? [];
        if (first === undefined)
            return [];
        const count = Math.min(Math.max(Number(last ?? first) - Number(first), 0), 100) + 1;
        return Array.from({ length: count }, (_, index) => ({ value: Number(first) + index, at }));
    });
}
function copyContext(stage, variables, { request, stages }) {
    const { directory, mounts } = stage;
    const mountsOf = (name) => stageNamed(stages.slice(0, -1), name)?.mounts;
    return { directory, mounts, variables, context: request.context, files: request.files, mountsOf };
}

;// CONCATENATED MODULE: ./src/stack/inline-source.ts

/** A text that stands inside another file as a source whose positions are those of that file. */
function inlineSource(kind, content, { file, start }) {
    // A block scalar's range begins with its first line; its own indentation is no part of its text.
    const blanks = /^ */.exec(file.text.slice(start))?.[0].length ?? 0;
    const own = /^ */.exec(content)?.[0].length ?? 0;
    const { line, column } = file.position(start);
    return new SourceFile(file.path, kind, content, { line, column: column + Math.max(0, blanks - own) });
}

;// CONCATENATED MODULE: ./src/stack/built-service.ts




/**
 * A service with what its Dockerfile puts into its image: files, base image, entry point, command, ports. What the compose
 * file says wins, as it does when the container is made.
 */
function withBuiltImage(service, directory, reader) {
    const build = child(service.node, 'build');
    const keyAt = keyRange(service.node, 'build') ?? service.at;
    const image = build && builtImage(build, keyAt, directory, reader);
    if (!image)
        return service;
    const commandIsImages = service.entrypoint.length === 0 && service.command.length === 0;
    return {
        ...service,
        builtFrom: image.base,
        entrypoint: service.node.entries.has('entrypoint') ? service.entrypoint : image.entrypoint,
        // An entry point of the compose file takes away the image's command.
        command: commandIsImages && !service.node.entries.has('entrypoint') ? image.command : service.command,
        expose: [...service.expose, ...image.exposed],
        mounts: [...visible(image.mounts, service.mounts), ...service.mounts],
    };
}
function builtImage(build, keyAt, directory, reader) {
    const context = (build.kind === 'scalar' ? yaml_node_text(build) : yaml_node_text(child(build, 'context'))) ?? '.';
    // A context in a repository elsewhere cannot be seen.
    if (/^[a-z+]+:\/\/|^git@|\.git(?:#.*)?$|^github\.com\//.test(context))
        return undefined;
    const root = (0,external_node_path_.resolve)(directory, context);
    const file = dockerfileOf(build, keyAt, root, reader);
    if (!file)
        return undefined;
    const target = yaml_node_text(child(build, 'target'));
    return readDockerfile(file, { context: root, target, args: argumentsOf(child(build, 'args')), files: reader.files });
}
function dockerfileOf(build, keyAt, context, reader) {
    const inline = child(build, 'dockerfile_inline');
    if (inline?.kind === 'scalar')
        return inlineSource('dockerfile', inline.text, inline.at);
    const named = child(build, 'dockerfile');
    const name = yaml_node_text(named) ?? 'Dockerfile';
    const path = (0,external_node_path_.isAbsolute)(name) ? name : (0,external_node_path_.resolve)(context, name);
    return reader.text(path, 'dockerfile', named?.at ?? keyAt);
}
/** `args` as a mapping or a list; those without a value come from the shell, which is not ours to know. */
function argumentsOf(node) {
    const listed = items(node).flatMap((item) => {
        const [name = '', ...value] = (yaml_node_text(item) ?? '').split('=');
        return value.length > 0 ? [[name, value.join('=')]] : [];
    });
    const mapped = entries(node).flatMap(([name, { value }]) => {
        const written = yaml_node_text(value);
        return written === undefined ? [] : [[name, written]];
    });
    return new Map([...listed, ...mapped]);
}
/** Files of the image that no mount hides. */
function visible(baked, mounts) {
    return baked.filter(({ target }) => !mounts.some((mount) => target === mount.target || target.startsWith(`${mount.target}/`)));
}

;// CONCATENATED MODULE: ./src/model/path-table.ts
/** A table of what holds at paths such as `services.*.build.args`, where `*` stands for any key; walked key by key. */
function pathTable(patterns) {
    const root = new Level();
    for (const [pattern, value] of Object.entries(patterns))
        root.add(pattern.split('.'), value);
    return root;
}
class Level {
    value;
    #named = new Map();
    #any;
    at(key) {
        return this.#named.get(key) ?? this.#any;
    }
    add([first, ...rest], value) {
        if (first === undefined) {
            this.value = value;
            return;
        }
        const known = first === '*' ? this.#any : this.#named.get(first);
        const next = known ?? new Level();
        if (first === '*')
            this.#any = next;
        else
            this.#named.set(first, next);
        next.add(rest, value);
    }
}
/** The table at a path of keys. */
function tableAt(table, path) {
    return path.reduce((level, key) => level?.at(key), table);
}

;// CONCATENATED MODULE: ./src/stack/compose/merge-rules.ts

const merge_rules_all = (rule, ...patterns) => Object.fromEntries(patterns.map((pattern) => [pattern, rule]));
const service = (...keys) => keys.map((key) => `services.*.${key}`);
/** The exceptions of the Compose specification by path. */
const MERGE_RULES = pathTable({
    ...merge_rules_all('replace', ...service('command', 'entrypoint', 'healthcheck.test')),
    ...merge_rules_all('pairs', ...service('environment', 'labels', 'annotations', 'sysctls', 'deploy.labels'), ...service('build.args', 'build.labels', 'build.additional_contexts'), ...['networks.*.labels', 'volumes.*.labels', 'configs.*.labels', 'secrets.*.labels']),
    ...merge_rules_all('hosts', ...service('extra_hosts', 'build.extra_hosts')),
    ...merge_rules_all('names', ...service('networks', 'models')),
    ...merge_rules_all('dependencies', ...service('depends_on')),
    ...merge_rules_all('texts', ...service('dns', 'dns_opt', 'dns_search', 'env_file', 'label_file', 'tmpfs')),
    ...merge_rules_all('build', ...service('build')),
    ...merge_rules_all('logging', ...service('logging')),
    ...merge_rules_all('limit', ...service('ulimits.*', 'build.ulimits.*')),
    ...merge_rules_all('subnets', 'networks.*.ipam.config'),
});

;// CONCATENATED MODULE: ./src/stack/compose/merge.ts




/**
 * Merges a later compose file into an earlier one by the rules of the Compose specification: mappings deep, lists appended,
 * with its exceptions. https://docs.docker.com/reference/compose-file/merge/
 *
 * @param path where the two stand, for the exceptions
 * @returns undefined when the later one resets the earlier
 */
function mergeNodes(base, override, report, path = []) {
    return new Merge(report).nodes(base, override, tableAt(MERGE_RULES, path), path.join('.'));
}
class Merge {
    report;
    constructor(report) {
        this.report = report;
    }
    nodes(base, override, rules, path) {
        if (override.tag === '!reset')
            return undefined;
        if (override.tag === '!override')
            return override;
        if (rules?.value)
            return this.#special(rules.value, base, override, rules, path);
        if (isNull(override))
            return base;
        if (isNull(base))
            return override;
        if (base.kind === 'mapping' && override.kind === 'mapping')
            return this.#mappings(base, override, rules, path);
        if (base.kind === 'sequence' && override.kind === 'sequence')
            return appended(base, override);
        if (base.kind !== 'scalar') {
            this.report(`"${path}" is a ${base.kind} in an earlier file and cannot become a ${override.kind}`, override.at);
        }
        return override;
    }
    #special(rule, base, override, rules, path) {
        if (rule === 'replace')
            return override;
        if (isNull(override))
            return base;
        if (rule === 'texts')
            return appended(listOf(base), listOf(override));
        if (rule === 'pairs')
            return this.#mappings(pairMapping(base), pairMapping(override), rules, path);
        if (rule === 'names')
            return this.#mappings(nameMapping(base), nameMapping(override), rules, path);
        if (rule === 'dependencies')
            return this.#mappings(dependencyMapping(base), dependencyMapping(override), rules, path);
        if (rule === 'hosts')
            return appended(hostList(base), hostList(override));
        if (rule === 'build')
            return this.#mappings(contextMapping(base), contextMapping(override), rules, path);
        if (rule === 'subnets')
            return this.#subnets(listOf(base), listOf(override), path);
        if (rule === 'logging' && !sameDriver(base, override))
            return override;
        if (base.kind !== 'mapping' || override.kind !== 'mapping') {
            if (rule === 'logging')
                this.report(`"${path}" cannot be merged: both files must write a mapping`, override.at);
            return override;
        }
        return rule === 'logging' ? this.#mappings(base, override, rules, path) : override;
    }
    #mappings(base, override, rules, path) {
        const merged = new Map(base.entries);
        for (const [name, entry] of override.entries) {
            const earlier = merged.get(name);
            if (!earlier) {
                if (entry.value.tag !== '!reset')
                    merged.set(name, entry);
                continue;
            }
            const value = name.startsWith('x-')
                ? entry.value
                : this.nodes(earlier.value, entry.value, rules?.at(name), path === '' ? name : `${path}.${name}`);
            if (value === undefined)
                merged.delete(name);
            else
                merged.set(name, { key: earlier.key, value });
        }
        return { ...base, entries: merged };
    }
    /** The address ranges of a network: those of the same subnet are one. */
    #subnets(base, override, path) {
        const merged = [...base.items];
        for (const item of override.items) {
            const subnet = textOf(child(item, 'subnet'));
            const index = merged.findIndex((earlier) => subnet !== undefined && textOf(child(earlier, 'subnet')) === subnet);
            const earlier = merged[index];
            if (earlier?.kind === 'mapping' && item.kind === 'mapping')
                merged[index] = this.#mappings(earlier, item, undefined, path);
            else
                merged.push(item);
        }
        return { ...base, items: merged };
    }
}
function isNull(node) {
    return node.kind === 'scalar' && node.value === null;
}
function textOf(node) {
    return node?.kind === 'scalar' ? node.text : undefined;
}
function appended(base, override) {
    return { ...base, items: [...base.items, ...override.items] };
}
/** The options of two log drivers do not mix; a file that names none means the other's. */
function sameDriver(base, override) {
    const drivers = [base, override].map((node) => textOf(child(node, 'driver')));
    return drivers.includes(undefined) || drivers[0] === drivers[1];
}
/** `build: DIRECTORY` is `build: {context: DIRECTORY}`. */
function contextMapping(node) {
    if (node.kind === 'mapping')
        return node;
    const key = { kind: 'scalar', value: 'context', text: 'context', style: 'plain', at: node.at };
    return { kind: 'mapping', entries: new Map([['context', { key, value: node }]]), at: node.at };
}
/** The document without what it resets itself and no earlier file has. */
function withoutResets(node) {
    if (node.kind === 'scalar')
        return node;
    if (node.kind === 'sequence') {
        const items = node.items.filter(({ tag }) => tag !== '!reset').map(withoutResets);
        return items.length === node.items.length && items.every((item, index) => item === node.items[index])
            ? node
            : { ...node, items };
    }
    let changed;
    for (const [name, entry] of node.entries) {
        const value = entry.value.tag === '!reset' ? undefined : withoutResets(entry.value);
        if (value === entry.value)
            continue;
        changed ??= new Map(node.entries);
        if (value === undefined)
            changed.delete(name);
        else
            changed.set(name, { key: entry.key, value });
    }
    return changed ? { ...node, entries: changed } : node;
}

;// CONCATENATED MODULE: ./src/stack/compose/extends.ts



/** The document with every service's `extends` merged in. https://docs.docker.com/reference/compose-file/services/#extends */
function applyExtends(file, context) {
    const { root } = file;
    const services = child(root, 'services');
    if (services?.kind !== 'mapping')
        return root;
    if (![...services.entries.values()].some(({ value }) => child(value, 'extends') !== undefined))
        return root;
    const extended = new Map([...services.entries].map(([name, entry]) => [
        name,
        { key: entry.key, value: extendService(name, entry.value, file, context, []) },
    ]));
    const value = { ...services, entries: extended };
    return {
        ...root,
        entries: new Map([...root.entries].map(([key, e]) => [key, key === 'services' ? { ...e, value } : e])),
    };
}
function extendService(name, service, file, context, chain) {
    const extension = child(service, 'extends');
    if (service.kind !== 'mapping' || extension === undefined)
        return service;
    const own = without(service, 'extends');
    const base = extension.kind === 'scalar' ? extension.text : yaml_node_text(child(extension, 'service'));
    if (base === undefined) {
        context.report(`"extends" of service "${name}" names no service`, extension.at);
        return own;
    }
    const from = baseFile(yaml_node_text(child(extension, 'file')), extension, file, context);
    if (!from)
        return own;
    const link = `${from.path} ${base}`;
    if (chain.includes(link) || (from.path === file.path && base === name && chain.length === 0)) {
        context.report(`services extend each other in a circle, by "${base}"`, extension.at);
        return own;
    }
    const found = child(from.root, 'services', base);
    if (!found) {
        const names = entries(child(from.root, 'services')).map(([candidate]) => candidate);
        const where = from === file ? 'the file' : `"${yaml_node_text(child(extension, 'file')) ?? ''}"`;
        context.report(`service "${name}" extends "${base}", which ${where} does not have; it has ${names.join(', ')}`, extension.at);
        return own;
    }
    const extended = extendService(base, found, from, context, [...chain, link]);
    return mergeNodes(extended, own, context.reportMerge, ['services', name]) ?? own;
}
/** The file that has the base; the file itself when none is named. */
function baseFile(named, extension, file, context) {
    const path = named === undefined ? file.path : (0,external_node_path_.resolve)(file.directory, named);
    if (path === file.path)
        return file;
    const root = context.loadFile(path, child(extension, 'file')?.at ?? extension.at);
    return root && { path, directory: (0,external_node_path_.dirname)(path), root };
}
function without(node, key) {
    return { ...node, entries: new Map([...node.entries].filter(([name]) => name !== key)) };
}

;// CONCATENATED MODULE: ./src/stack/compose/include.ts

/** Reads the `include` section, short and long syntax. */
function readIncludes(root) {
    return items(child(root, 'include')).map((item) => ({
        paths: item.kind === 'scalar' ? [item.text] : texts(child(item, 'path')),
        projectDirectory: yaml_node_text(child(item, 'project_directory')),
        envFiles: texts(child(item, 'env_file')),
        at: item.at,
    }));
}
function texts(node) {
    return node?.kind === 'scalar' ? [node.text] : items(node).flatMap((item) => yaml_node_text(item) ?? []);
}
const SECTIONS = ['services', 'networks', 'volumes', 'configs', 'secrets', 'models'];
/** What a document defines although a project that it includes does so too, and differently: Compose takes neither. */
function includeConflicts(document, included) {
    return SECTIONS.flatMap((section) => entries(child(document, section)).flatMap(([name, { value, key }]) => {
        const other = child(included, section, name);
        return other === undefined || sameValue(value, other)
            ? []
            : [{ section, name, at: keyRange(child(document, section), name) ?? key.at }];
    }));
}
function sameValue(one, other) {
    if (one === other)
        return true;
    if (one.kind === 'scalar')
        return other.kind === 'scalar' && one.value === other.value;
    if (one.kind === 'sequence') {
        return (other.kind === 'sequence' &&
            one.items.length === other.items.length &&
            one.items.every((item, index) => same(item, other.items[index])));
    }
    return (other.kind === 'mapping' &&
        one.entries.size === other.entries.size &&
        [...one.entries].every(([key, { value }]) => same(value, other.entries.get(key)?.value)));
}
function same(one, other) {
    return other !== undefined && sameValue(one, other);
}

;// CONCATENATED MODULE: ./src/model/compose-casts.ts

const kinds = (cast, ...patterns) => Object.fromEntries(patterns.map((pattern) => [pattern, cast]));
const compose_casts_service = (...keys) => keys.map((key) => `services.*.${key}`);
/** Where texts, also those of variables, are read as something else. A list's items are the key `[]`. */
const COMPOSE_CASTS = pathTable({
    ...kinds('integer', ...compose_casts_service('cpu_count', 'cpu_period', 'cpu_quota', 'cpu_rt_period', 'cpu_rt_runtime', 'cpu_shares', 'scale'), ...compose_casts_service('oom_score_adj', 'pids_limit', 'healthcheck.retries', 'configs.[].mode', 'secrets.[].mode'), ...compose_casts_service('deploy.replicas', 'deploy.update_config.parallelism', 'deploy.rollback_config.parallelism'), ...compose_casts_service('deploy.restart_policy.max_attempts', 'deploy.placement.max_replicas_per_node'), ...compose_casts_service('deploy.resources.limits.pids', 'deploy.resources.reservations.pids'), ...compose_casts_service('ulimits.*', 'ulimits.*.hard', 'ulimits.*.soft', 'ports.[].target')),
    ...kinds('number', ...compose_casts_service('deploy.resources.limits.cpus', 'deploy.resources.reservations.cpus'), ...compose_casts_service('cpus', 'cpu_percent', 'deploy.update_config.max_failure_ratio', 'deploy.rollback_config.max_failure_ratio')),
    ...kinds('boolean', ...compose_casts_service('attach', 'build.no_cache', 'build.pull', 'build.privileged', 'env_file.[].required'), ...compose_casts_service('init', 'oom_kill_disable', 'privileged', 'read_only', 'stdin_open', 'tty', 'healthcheck.disable'), ...compose_casts_service('volumes.[].read_only', 'volumes.[].volume.nocopy', 'volumes.[].bind.create_host_path'), ...['networks.*.external', 'networks.*.internal', 'networks.*.attachable', 'networks.*.enable_ipv4'], ...['networks.*.enable_ipv6', 'volumes.*.external', 'secrets.*.external', 'configs.*.external']),
});
const compose_casts_TRUE = new Set(['true', 'y', 'yes', 'on']);
const compose_casts_FALSE = new Set(['false', 'n', 'no', 'off']);
/** The text as the kind of value that is wanted; undefined when it is none. */
function castText(text, cast) {
    if (cast === 'integer')
        return /^[-+]?[0-9]+$/.test(text) ? Number(text) : undefined;
    if (cast === 'number')
        return /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text) ? Number(text) : undefined;
    const lower = text.toLowerCase();
    return compose_casts_TRUE.has(lower) ? true : compose_casts_FALSE.has(lower) ? false : undefined;
}

;// CONCATENATED MODULE: ./src/yaml/scalar-offsets.ts
/** A text as it is decoded, with the stretch of each code unit. */
class Trace {
    source;
    text = '';
    stretches = [];
    constructor(source) {
        this.source = source;
    }
    /** Adds source text that stands for itself. */
    copy(start, end) {
        this.text += this.source.slice(start, end);
        for (let at = start; at < end; at++)
            this.stretches.push([at, at + 1]);
    }
    /** Adds text that is written otherwise, all of it as one stretch. */
    write(text, stretch) {
        this.text += text;
        for (let count = 0; count < text.length; count++)
            this.stretches.push(stretch);
    }
}
const traces = new WeakMap();
/**
 * Where a part of a scalar's decoded text is written: escapes, folded line breaks and indentation are taken into account.
 * An empty part is the place before the character at `start`. A text that is not what the file says (an interpolated
 * value) has no places of its own: then it is the whole scalar.
 */
function rangeInScalar(node, start, end) {
    const { stretches } = tracedOnce(node);
    if (stretches.length !== node.text.length)
        return node.at;
    const first = sourceOffset(node, start);
    const last = end > start ? stretches[Math.min(end, stretches.length) - 1]?.[1] : undefined;
    return { file: node.at.file, start: first, end: Math.max(first, last ?? first) };
}
/** The offset in the file at which the character at `offset` of a scalar's decoded text is written; its end for the end. */
function sourceOffset(node, offset) {
    const { stretches } = tracedOnce(node);
    if (stretches.length !== node.text.length)
        return node.at.start;
    const at = stretches[Math.max(0, offset)];
    return at ? at[0] : (stretches.at(-1)?.[1] ?? contentRange(node)[0]);
}
function tracedOnce(node) {
    let trace = traces.get(node);
    if (!trace) {
        trace = traceOf(node);
        // The guard for texts that no longer are what the file says.
        if (trace.text !== node.text)
            trace = new Trace(trace.source);
        traces.set(node, trace);
    }
    return trace;
}
function traceOf(node) {
    const trace = new Trace(node.at.file.text);
    const [start, end] = contentRange(node);
    if (node.style === 'block')
        traceBlock(trace, node, start, end);
    else if (node.style === 'plain')
        traceFlow(trace, start, end, 'plain');
    else
        traceFlow(trace, start, end, trace.source[node.at.start] === "'" ? 'single' : 'double');
    return trace;
}
/** The range between the quotes, or the whole of what has none. */
function contentRange({ style, at }) {
    return style === 'quoted' ? [at.start + 1, at.end - 1] : [at.start, at.end];
}
const scalar_offsets_ESCAPES = {
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
};
const scalar_offsets_BLANKS = /[ \t\r\n]*/y;
const HEX_DIGITS = { x: 2, u: 4, U: 8 };
/** Plain and quoted scalars: line breaks fold with the blanks around them, quotes have their escapes. */
function traceFlow(trace, start, end, style) {
    const { source } = trace;
    for (let at = start; at < end;) {
        const character = source[at] ?? '';
        const fold = foldAt(source, at, end);
        if (style === 'single' && character === "'") {
            trace.write("'", [at, at + 2]);
            at += 2;
        }
        else if (style === 'double' && character === '\\')
            at = traceEscape(trace, at, end);
        else if (fold) {
            trace.write(fold.breaks === 1 ? ' ' : '\n'.repeat(fold.breaks - 1), [at, fold.end]);
            at = fold.end;
        }
        else
            trace.copy(at, ++at);
    }
}
/** One backslash and what it stands for; the offset after it. */
function traceEscape(trace, at, end) {
    const { source } = trace;
    const letter = source[at + 1] ?? '';
    const continued = letter === '\n' || letter === '\r' ? foldAt(source, at + 1, end) : undefined;
    if (continued)
        return continued.end;
    const digits = HEX_DIGITS[letter];
    const next = at + 2 + (digits ?? 0);
    trace.write(digits === undefined ? (scalar_offsets_ESCAPES[letter] ?? '') : character(source.slice(at + 2, next)), [at, next]);
    return next;
}
function character(hex) {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
/** Blanks, one or more line breaks and the next line's indentation, when that is what stands at `at`. */
function foldAt(source, at, end) {
    if (!' \t\r\n'.includes(source[at] ?? 'x'))
        return undefined;
    scalar_offsets_BLANKS.lastIndex = at;
    const stretch = (scalar_offsets_BLANKS.exec(source)?.[0] ?? '').slice(0, end - at);
    const breaks = stretch.match(/\r\n?|\n/g)?.length ?? 0;
    return breaks === 0 ? undefined : { end: at + stretch.length, breaks };
}
/** Literal and folded blocks; the header on the line before says which. */
function traceBlock(trace, node, start, end) {
    const { folded, chomping } = headerBefore(trace.source, start);
    const lines = linesOf(trace.source, start, end);
    const indent = indentOf(lines, node.text, trace.source);
    let started = false;
    let deeper = false;
    // Line breaks that are read and not yet written.
    let breaks = [];
    const writeBreaks = (count) => {
        for (let index = 0; index < count; index++)
            trace.write('\n', breaks[Math.min(index, breaks.length - 1)] ?? [end, end]);
    };
    for (const [from, to, next] of lines) {
        if (isBlank(trace.source, from, to, indent)) {
            breaks.push([to, next]);
            continue;
        }
        const empty = breaks.length - (started ? 1 : 0);
        const wasDeeper = deeper;
        deeper = ' \t'.includes(trace.source[from + indent] ?? 'x');
        if (!folded || deeper || wasDeeper)
            writeBreaks(breaks.length);
        else if (empty > 0)
            writeBreaks(empty);
        else if (started)
            trace.write(' ', breaks[0] ?? [from, from]);
        trace.copy(from + indent, to);
        started = true;
        breaks = [[to, next]];
    }
    if (chomping === '+')
        writeBreaks(breaks.length);
    else if (chomping !== '-' && started)
        writeBreaks(1);
}
/** `|` or `>` with its indicators, on the line that ends where the block begins. */
function headerBefore(source, start) {
    const before = source.slice(0, start).replace(/\r\n?$|\n$/, '');
    const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
    const match = /(?:^|\s)([|>])([1-9+-]{0,2})[ \t]*(?:[ \t]#.*)?$/.exec(line);
    return { folded: match?.[1] === '>', chomping: /[+-]/.exec(match?.[2] ?? '')?.[0] ?? '' };
}
const LINE_BREAK = /\r\n?|\n/g;
/** Each line's start, the end of its text and the start of the next. */
function linesOf(source, start, end) {
    const lines = [];
    for (let from = start; from < end;) {
        LINE_BREAK.lastIndex = from;
        const found = LINE_BREAK.exec(source);
        const to = Math.min(found?.index ?? end, end);
        const next = Math.min(to + (found?.[0].length ?? 0), end);
        lines.push([from, to, next]);
        from = next;
    }
    return lines;
}
/** The indentation that was taken away: what the first line with anything in it lost. */
function indentOf(lines, text, source) {
    const blanks = (line) => /^ */.exec(line)?.[0].length ?? 0;
    const first = lines.map(([from, to]) => source.slice(from, to)).find((line) => /[^ ]/.test(line));
    const decoded = text.split('\n').find((line) => /[^ ]/.test(line));
    if (first !== undefined && decoded !== undefined)
        return blanks(first) - blanks(decoded);
    // Nothing but blanks: the longest line kept those that are beyond the indentation.
    const longest = Math.max(0, ...lines.map(([from, to]) => to - from));
    return longest - Math.max(0, ...text.split('\n').map(({ length }) => length));
}
/** A line with no more than indentation; tabs are content. */
function isBlank(source, from, to, indent) {
    const line = source.slice(from, to);
    return line.length <= indent && /^ *$/.test(line);
}

;// CONCATENATED MODULE: ./src/stack/compose/interpolate-tree.ts



/** Interpolates every value of a document, not the keys; a changed scalar keeps the range it is written at. */
function interpolateTree(root, variables, problems) {
    return new TreeInterpolation(variables, problems).node(root, COMPOSE_CASTS);
}
class TreeInterpolation {
    variables;
    problems;
    /** Aliases share nodes: each is done once for every place of the table of casts, and its problems are told once. */
    #done = new Map();
    #told = new Set();
    constructor(variables, problems) {
        this.variables = variables;
        this.problems = problems;
    }
    node(node, casts) {
        if (node.kind === 'scalar')
            return this.#scalar(node, casts?.value);
        const done = this.#done.get(casts) ?? new Map();
        this.#done.set(casts, done);
        const known = done.get(node);
        if (known)
            return known;
        const result = node.kind === 'sequence' ? this.#sequence(node, casts?.at('[]')) : this.#mapping(node, casts);
        done.set(node, result);
        return result;
    }
    #sequence(node, casts) {
        const items = node.items.map((item) => this.node(item, casts));
        return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
    }
    #mapping(node, casts) {
        let changed;
        for (const [key, entry] of node.entries) {
            const value = this.node(entry.value, casts?.at(key));
            if (value === entry.value)
                continue;
            changed ??= new Map(node.entries);
            changed.set(key, { key: entry.key, value });
        }
        return changed ? { ...node, entries: changed } : node;
    }
    #scalar(node, cast) {
        const text = node.text.includes('$') ? this.#text(node) : node.text;
        if (text === node.text && (cast === undefined || typeof node.value !== 'string'))
            return node;
        const value = cast === undefined ? text : (castText(text, cast) ?? text);
        return text === node.text && value === node.value ? node : { ...node, text, value };
    }
    #text(node) {
        const { text, problems } = interpolate(node.text, this.variables);
        if (!this.#told.has(node)) {
            for (const problem of problems)
                this.problems.push({ ...problem, at: rangeInScalar(node, problem.start, problem.end) });
        }
        this.#told.add(node);
        return text;
    }
}

;// CONCATENATED MODULE: ./src/stack/compose/project-name.ts



/**
 * The name that networks, volumes and containers are called by: of the environment, of the last file that has one, of the
 * directory. https://docs.docker.com/compose/how-tos/project-name/
 */
function projectName(documents, directory, variables) {
    const given = variables['COMPOSE_PROJECT_NAME'] ?? '';
    if (given !== '')
        return { name: given };
    for (const document of documents.toReversed()) {
        const node = child(document, 'name');
        const written = interpolate(yaml_node_text(node) ?? '', variables).text;
        if (node && written !== '')
            return { name: project_name_normal(written), at: node.at };
    }
    return { name: project_name_normal((0,external_node_path_.basename)(directory)) };
}
/** Lower case, and without the letters that Docker's names do not have. */
function project_name_normal(name) {
    return name
        .toLowerCase()
        .replaceAll(/[^-_a-z0-9]/g, '')
        .replace(/^[-_]+/, '');
}

;// CONCATENATED MODULE: ./src/stack/compose/relative-paths.ts



const PATHS = pathTable({
    'services.*.build': 'context',
    'services.*.build.context': 'context',
    'services.*.build.additional_contexts': 'pair',
    'services.*.build.additional_contexts.[]': 'pair',
    'services.*.build.additional_contexts.*': 'context',
    'services.*.credential_spec.file': 'path',
    'services.*.develop.watch.[].path': 'path',
    'services.*.env_file': 'path',
    'services.*.env_file.[]': 'path',
    'services.*.env_file.[].path': 'path',
    'services.*.extends.file': 'path',
    'services.*.label_file': 'path',
    'services.*.label_file.[]': 'path',
    'services.*.volumes.[]': 'volume',
    'services.*.volumes.[].source': 'long volume',
    'configs.*.file': 'path',
    'secrets.*.file': 'path',
});
/**
 * A project of another directory with its relative paths made absolute, so that it can be merged into one that resolves them
 * elsewhere. Ranges stay. https://docs.docker.com/compose/how-tos/multiple-compose-files/include/
 */
function withAbsolutePaths(root, directory) {
    const rewritten = rewrite(root, directory, PATHS);
    return rewritten.kind === 'mapping' ? rewritten : root;
}
function rewrite(node, directory, table) {
    if (table === undefined)
        return node;
    if (node.kind === 'scalar')
        return table.value ? rewriteText(node, directory, table.value) : node;
    if (node.kind === 'sequence')
        return { ...node, items: node.items.map((item) => rewrite(item, directory, table.at('[]'))) };
    const entries = [...node.entries].map(([key, entry]) => [
        key,
        // A bind's source is a path with or without a dot; a named volume's is none.
        {
            key: entry.key,
            value: key === 'source' && !isBind(node) ? entry.value : rewrite(entry.value, directory, table.at(key)),
        },
    ]);
    return { ...node, entries: new Map(entries) };
}
function isBind(node) {
    const type = node.entries.get('type')?.value;
    return type?.kind === 'scalar' && type.text === 'bind';
}
function rewriteText(node, directory, kind) {
    if (node.value === null)
        return node;
    const text = absolute(node.text, directory, kind);
    return text === node.text ? node : { ...node, text, value: text };
}
function absolute(text, directory, kind) {
    if (kind === 'volume') {
        const { source } = splitVolume(text);
        return isPath(source) ? against(directory, source) + text.slice(source.length) : text;
    }
    if (kind === 'pair') {
        const [name = '', ...value] = text.split('=');
        return value.length === 0 ? text : `${name}=${absolute(value.join('='), directory, 'context')}`;
    }
    if (kind === 'context' && isRemote(text))
        return text;
    return against(directory, text);
}
/** A build context that no directory holds: a URL, a git address or a named image. */
function isRemote(context) {
    return /^[a-z][a-z-]*:|^git@|^github\.com\//.test(context);
}
function against(directory, path) {
    return /^(?:~|[A-Za-z]:[\\/])/.test(path) ? path : (0,external_node_path_.resolve)(directory, path);
}

;// CONCATENATED MODULE: ./src/stack/compose/unique.ts



const itself = (item) => (item.kind === 'scalar' ? item.text : undefined);
const beforeEquals = (item) => itself(item)?.split('=')[0];
const volume = (item) => 
// What has no target is like no other, and stays to be refused.
(item.kind === 'scalar' ? splitVolume(item.text).target : yaml_node_text(child(item, 'target'))) || undefined;
const fileIn = (directory) => (item) => yaml_node_text(child(item, 'target')) ?? `${directory}/${yaml_node_text(child(item, 'source')) ?? itself(item) ?? ''}`;
const device = (item) => {
    const [source, target = source] = itself(item)?.split(':') ?? [];
    return target ?? yaml_node_text(child(item, 'target'));
};
const port = (item) => {
    if (item.kind !== 'mapping')
        return itself(item);
    const [target, published, address, protocol] = ['target', 'published', 'host_ip', 'protocol'].map((key) => yaml_node_text(child(item, key)));
    // What has no target is like no other, and stays to be refused.
    return target && `${address ?? '0.0.0.0'}:${published ?? ''}:${target}/${protocol ?? 'tcp'}`;
};
const envFile = (item) => itself(item) ?? yaml_node_text(child(item, 'path'));
const unique_service = (identity, ...keys) => Object.fromEntries(keys.map((key) => [`services.*.${key}`, identity]));
const IDENTITIES = pathTable({
    ...unique_service(itself, 'cap_add', 'cap_drop', 'dns', 'dns_opt', 'dns_search', 'expose', 'links', 'profiles', 'tmpfs'),
    ...unique_service(itself, 'build.platforms', 'build.tags', 'networks.*.aliases', 'networks.*.link_local_ips'),
    ...unique_service(beforeEquals, 'environment', 'labels', 'annotations', 'sysctls', 'deploy.labels', 'build.args', 'build.labels'),
    ...unique_service(port, 'ports'),
    ...unique_service(volume, 'volumes'),
    ...unique_service(fileIn(''), 'configs'),
    ...unique_service(fileIn('/run/secrets'), 'secrets'),
    ...unique_service(device, 'devices'),
    ...unique_service(envFile, 'env_file'),
});
/** The project in which of list items that name the same thing (a mount point, a variable, …) only the last is left. */
function withUniqueItems(root) {
    return uniqueBelow(root, IDENTITIES);
}
function uniqueBelow(node, identities) {
    if (identities === undefined || node.kind === 'scalar')
        return node;
    if (node.kind === 'sequence')
        return identities.value ? withoutEarlier(node, identities.value) : node;
    let changed;
    for (const [key, entry] of node.entries) {
        const value = uniqueBelow(entry.value, identities.at(key));
        if (value === entry.value)
            continue;
        changed ??= new Map(node.entries);
        changed.set(key, { key: entry.key, value });
    }
    return changed ? { ...node, entries: changed } : node;
}
/** The last one stands where the first one stood. */
function withoutEarlier(node, identity) {
    const items = new Map();
    for (const item of node.items)
        items.set(identity(item) ?? item, item);
    return items.size === node.items.length ? node : { ...node, items: [...items.values()] };
}

;// CONCATENATED MODULE: ./src/stack/compose/resolve.ts















/** Computes what `docker compose config` does, without Docker. Undefined when there is no compose file. */
function resolveCompose(request, files) {
    const project = new Project(request, files);
    const found = { ...project.envFile(request.directory, request.envFiles), ...request.environment };
    const composeFiles = findComposeFiles(request.directory, request.composeFiles, found, files);
    const [first] = composeFiles;
    if (first === undefined)
        return undefined;
    const projectDirectory = (0,external_node_path_.dirname)(first);
    const variables = projectDirectory === request.directory
        ? found
        : { ...project.envFile(projectDirectory, request.envFiles), ...request.environment };
    const named = projectName(composeFiles.flatMap((path) => project.documents(path)), projectDirectory, variables);
    const known = { ...variables, COMPOSE_PROJECT_NAME: named.name };
    const stages = [];
    const root = project.load(composeFiles, projectDirectory, known, [], { stages });
    const profiles = (variables['COMPOSE_PROFILES'] ?? '').split(',').filter((name) => name !== '');
    const { sources, problems } = project;
    return { composeFiles, projectDirectory, root, stages, name: named, variables: known, profiles, sources, problems };
}
/** One resolution: reads files, and keeps what was read and what was wrong. */
class Project {
    request;
    files;
    sources = [];
    problems = [];
    #documents = new Map();
    #extended = new Map();
    constructor(request, files) {
        this.request = request;
        this.files = files;
    }
    /** The variables of the named env files, or of `.env`, which may be absent. */
    envFile(directory, named, namedAt) {
        const paths = named.length > 0 ? named.map((path) => (0,external_node_path_.resolve)(directory, path)) : [(0,external_node_path_.join)(directory, '.env')];
        const variables = {};
        for (const path of paths) {
            const read = this.files.read(path);
            if (read.ok)
                Object.assign(variables, this.#variablesOf(path, read.text, variables));
            else if (named.length > 0 || read.reason !== 'missing') {
                this.problems.push(unreadable(this.request.displayPath(path), read.reason, namedAt));
            }
        }
        return variables;
    }
    #variablesOf(path, text, earlier) {
        const known = { ...earlier, ...this.request.environment };
        const { problem } = readEnvFile(text, known);
        if (problem) {
            const file = new SourceFile(this.request.displayPath(path), 'env', text);
            this.problems.push(envFinding(problem.message, { file, start: problem.start, end: problem.end }));
        }
        return parseDotenv(text, known);
    }
    /**
     * Files in merge order to one project; what they include stands below them.
     * @param directory where the paths of `extends` and `include` start
     * @param chain the files on the way here
     * @param more what names the files, when a file does, and where to keep the project after each document
     */
    load(paths, directory, variables, chain, { namedAt, stages = [] }) {
        const documents = paths.flatMap((path) => this.documents(path, namedAt).map((document) => {
            const root = this.#interpolate(document, variables);
            if (root.kind !== 'mapping')
                return root;
            const extended = this.#extend({ path, directory, root }, variables);
            return this.#withIncluded(extended, directory, variables, [...chain, ...paths]);
        }));
        return this.#merge(documents, stages);
    }
    #withIncluded(root, from, variables, chain) {
        if (!root.entries.has('include'))
            return root;
        const included = this.#merge(readIncludes(withoutResets(root)).map((include) => this.#include(include, from, variables, chain)));
        for (const { section, name, at } of includeConflicts(root, included)) {
            this.#report('compose/extends', `"${section}.${name}" is defined here and in a file that is included`, at);
        }
        return this.#merge([included, root]);
    }
    #extend(file, variables) {
        return applyExtends(file, {
            report: (message, at) => {
                this.#report('compose/extends', message, at);
            },
            reportMerge: this.#reportMerge,
            loadFile: (path, at) => this.#extendedFile(path, variables, at),
        });
    }
    /** A file that services extend: read once, its own `extends` left for the services that are asked for. */
    #extendedFile(path, variables, at) {
        const known = this.#extended.get(path);
        if (known)
            return known;
        const documents = this.documents(path, at).map((document) => this.#interpolate(document, variables));
        if (documents.length === 0)
            return undefined;
        const root = withAbsolutePaths(this.#merge(documents), (0,external_node_path_.dirname)(path));
        this.#extended.set(path, root);
        return root;
    }
    #include({ paths, projectDirectory, envFiles, at }, from, variables, chain) {
        const absolute = paths.map((path) => (0,external_node_path_.resolve)(from, path));
        const again = absolute.find((path) => chain.includes(path));
        if (again !== undefined) {
            this.#report('compose/extends', `compose files include each other in a circle, by "${this.request.displayPath(again)}"`, at);
            return emptyMapping(at);
        }
        const directory = projectDirectory === undefined ? (0,external_node_path_.dirname)(absolute[0] ?? from) : (0,external_node_path_.resolve)(from, projectDirectory);
        // The including project's variables win over the included one's own.
        const own = this.envFile(directory, envFiles.map((path) => (0,external_node_path_.resolve)(from, path)), at);
        return withAbsolutePaths(this.load(absolute, directory, { ...own, ...variables }, chain, { namedAt: at }), directory);
    }
    #report(code, message, at) {
        const help = 'mend the name of the service or file';
        this.problems.push({ code, severity: 'error', stage: 'load', message, location: locate(at), related: [], help });
    }
    #reportMerge = (message, at) => {
        const help = 'write the key in both files in the same form, or replace it with "!override"';
        const location = locate(at);
        this.problems.push({
            code: 'compose/merge',
            severity: 'error',
            stage: 'load',
            message,
            location,
            related: [],
            help,
        });
    };
    /** The documents of a file, which is read and parsed once. */
    documents(path, namedAt) {
        const known = this.#documents.get(path);
        if (known)
            return known;
        const documents = this.#parse(path, namedAt);
        this.#documents.set(path, documents);
        return documents;
    }
    #parse(path, namedAt) {
        const shown = this.request.displayPath(path);
        const read = this.files.read(path);
        if (!read.ok) {
            this.problems.push(unreadable(shown, read.reason, namedAt));
            return [];
        }
        const file = new SourceFile(shown, 'compose', read.text);
        this.sources.push(file);
        const { roots, problems } = parseYaml(file, 'v3');
        this.problems.push(...problems.map(syntaxFinding));
        if (roots.length === 0 || roots.includes(undefined)) {
            // What could not be parsed has its own problem.
            const message = roots.length > 1 ? 'a document of the compose file is empty' : 'the compose file is empty';
            if (problems.length === 0)
                this.problems.push(syntaxFinding({ message, at: { file, start: 0, end: 0 } }));
        }
        return roots.filter((root) => root !== undefined);
    }
    #interpolate(document, variables) {
        const problems = [];
        const result = interpolateTree(document, variables, problems);
        this.problems.push(...problems.map(interpolationFinding));
        return result;
    }
    #merge(documents, stages = []) {
        let merged;
        for (const document of documents) {
            if (document.kind !== 'mapping') {
                this.problems.push(syntaxFinding({ message: 'a compose file must be a mapping', at: document.at }));
                continue;
            }
            const next = merged ? (mergeNodes(merged, document, this.#reportMerge) ?? merged) : document;
            // Nearly no project resets anything, and the walk through the whole tree is not free.
            const resets = this.sources.some(({ text }) => text.includes('!reset'));
            merged = withUniqueItems(resets ? withoutResets(next) : next);
            if (merged.kind === 'mapping')
                stages.push(merged);
        }
        const at = documents[0]?.at ?? { file: this.sources[0] ?? new SourceFile('', 'compose', ''), start: 0, end: 0 };
        if (stages.length === 0)
            stages.push(emptyMapping(at));
        return stages.at(-1) ?? emptyMapping(at);
    }
}
function emptyMapping(at) {
    return { kind: 'mapping', entries: new Map(), at };
}
const KINDS = {
    syntax: {
        code: 'compose/interpolation',
        severity: 'error',
        help: 'write ${NAME} for a variable, $$ for a dollar sign',
    },
    required: {
        code: 'compose/interpolation',
        severity: 'error',
        help: 'set the variable in the shell or in the .env file',
    },
    unset: {
        code: 'compose/unset-variable',
        severity: 'warning',
        help: 'set the variable in the shell or in the .env file, or write a default',
    },
};
function interpolationFinding({ kind, message, at }) {
    return { ...KINDS[kind], stage: 'load', message, location: locate(at), related: [] };
}

;// CONCATENATED MODULE: ./src/model/port-syntax.ts
const SHORT = /^(?:(?:(?<address>\[[^\]]*\]|[^[\]]*):)?(?<published>[^:[\]]*):)?(?<target>[^:/[\]]*)(?:\/(?<protocol>[^:/]*))?$/;
/** `[[ADDRESS:]PUBLISHED:]TARGET[/PROTOCOL]` in parts, which may be invalid; undefined when it has no such parts. */
function splitPort(written) {
    const { address = '', published = '', target = '', protocol = 'tcp' } = SHORT.exec(written)?.groups ?? {};
    return SHORT.test(written)
        ? { address: address.replace(/^\[(.*)\]$/, '$1'), published, target, protocol }
        : undefined;
}

;// CONCATENATED MODULE: ./src/stack/port-mappings.ts


/** More ports than this in one range is no mapping that a stack would have. */
const LARGEST_RANGE = 1000;
/** The published TCP ports, short and long syntax; equal ones are one. What is no valid port is left to the rules. */
function portMappings(node) {
    const unique = new Map();
    for (const item of items(node)) {
        const written = item.kind === 'mapping' ? longPort(item) : splitPort(yaml_node_text(item) ?? '');
        if (!written || written.protocol.toLowerCase() !== 'tcp')
            continue;
        for (const mapping of pairs(written, item.at)) {
            const host = mapping.hostPort ?? written.published;
            const key = `${written.address} ${String(host)} ${String(mapping.containerPort)}`;
            // A later one takes the place of an earlier one.
            unique.set(key, mapping);
        }
    }
    return [...unique.values()];
}
function longPort(node) {
    const key = (name) => yaml_node_text(child(node, name)) ?? '';
    return {
        address: key('host_ip'),
        published: key('published'),
        target: key('target'),
        protocol: key('protocol') || 'tcp',
    };
}
function pairs({ target, published }, at) {
    const containerPorts = portRange(target);
    const hostPorts = portRange(published);
    return containerPorts.map((containerPort, index) => ({
        containerPort,
        // A host range for one container port means "any of these": Docker picks.
        hostPort: hostPorts.length === containerPorts.length ? hostPorts[index] : undefined,
        at,
    }));
}
function portRange(written) {
    const [first, last] = written.split('-').map(Number);
    if (written === '' || first === undefined || Number.isNaN(first))
        return [];
    const count = Math.min(Math.max((last ?? first) - first + 1, 0), LARGEST_RANGE);
    return Array.from({ length: count }, (_, index) => first + index);
}
/** The container ports of `expose`, ranges expanded, TCP only. */
function exposedPorts(node) {
    return items(node).flatMap((item) => {
        const [ports, protocol] = (yaml_node_text(item) ?? '').split('/');
        if (protocol !== undefined && protocol !== 'tcp')
            return [];
        return portRange(ports ?? '').map((value) => ({ value, at: item.at }));
    });
}

;// CONCATENATED MODULE: ./src/stack/shell-words.ts

const shell_words_WORD = /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|(\s+)|([^\s"'\\]+)/gs;
/** Splits a command as Compose does for its string form: quotes and backslashes, no expansion. */
function shell_words_shellWords(command) {
    const words = [];
    let word;
    for (const [, double, single, escaped, space, plain] of command.matchAll(shell_words_WORD)) {
        if (space !== undefined) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else {
            word = (word ?? '') + (double?.replaceAll(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? plain ?? '');
        }
    }
    if (word !== undefined)
        words.push(word);
    return words;
}
/** The words of `command` or `entrypoint`, in either form; words of a string share the range of the string. */
function commandWords(node) {
    if (node?.kind === 'scalar')
        return shell_words_shellWords(node.text).map((value) => ({ value, at: node.at }));
    return items(node).flatMap((item) => (item.kind === 'scalar' ? [{ value: item.text, at: item.at }] : []));
}

;// CONCATENATED MODULE: ./src/stack/services.ts




/** Reads every service of a merged project, those of profiles that are off included. */
function readServices(root, around) {
    return entries(child(root, 'services')).flatMap(([name, { key, value }]) => value.kind === 'mapping' ? [readService(name, key.at, value, root, around)] : []);
}
function readService(name, at, node, root, around) {
    return {
        name,
        at,
        node,
        image: located(child(node, 'image')),
        hasBuild: child(node, 'build') !== undefined,
        pullPolicy: yaml_node_text(child(node, 'pull_policy')),
        containerName: located(child(node, 'container_name')),
        entrypoint: commandWords(child(node, 'entrypoint')),
        command: commandWords(child(node, 'command')),
        networkMode: located(child(node, 'network_mode')),
        networks: networksOf(node),
        ports: portMappings(child(node, 'ports')),
        expose: exposedPorts(child(node, 'expose')),
        dependsOn: withImplied(dependenciesOf(child(node, 'depends_on')), node),
        healthcheck: healthcheckOf(node),
        mounts: mountsOf(node, root, around),
        links: linksOf(child(node, 'links')),
        extraHosts: namesBeforeSeparator(child(node, 'extra_hosts')),
        restart: yaml_node_text(child(node, 'restart')) ?? 'no',
        environment: new Map(),
        labels: new Map(),
    };
}
function located(node) {
    const value = yaml_node_text(node);
    return value !== undefined && node ? { value, at: node.at } : undefined;
}
function networksOf(node) {
    const networks = child(node, 'networks');
    const named = new Map();
    for (const item of items(networks))
        named.set(yaml_node_text(item) ?? '', []);
    for (const [name, { value }] of entries(networks)) {
        named.set(name, items(child(value, 'aliases')).flatMap((alias) => yaml_node_text(alias) ?? []));
    }
    if (named.size === 0 && child(node, 'network_mode') === undefined && child(node, 'provider') === undefined)
        named.set('default', []);
    return named;
}
function dependenciesOf(node) {
    const short = items(node).map((item) => ({
        service: yaml_node_text(item) ?? '',
        condition: 'service_started',
        required: true,
        at: item.at,
    }));
    const long = entries(node).map(([service, { key, value }]) => ({
        service,
        condition: conditionOf(yaml_node_text(child(value, 'condition'))),
        required: yaml_node_text(child(value, 'required')) !== 'false',
        at: key.at,
    }));
    return [...short, ...long];
}
/** Whose namespaces, volumes or names a service uses has to be there first, as if it were in depends_on. */
function withImplied(written, node) {
    const namespaces = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'].flatMap((key) => {
        const value = child(node, key);
        const service = /^service:(.+)$/.exec(yaml_node_text(value) ?? '')?.[1];
        return value && service !== undefined ? [{ service, at: value.at }] : [];
    });
    const lists = ['links', 'volumes_from'].flatMap((key) => items(child(node, key)).flatMap((item) => {
        const [service] = (yaml_node_text(item) ?? '').split(':');
        return service && service !== 'container' ? [{ service, at: item.at }] : [];
    }));
    const implied = new Map();
    for (const one of [...namespaces, ...lists]) {
        if (!implied.has(one.service) && !written.some(({ service }) => service === one.service))
            implied.set(one.service, one);
    }
    return [
        ...written,
        ...[...implied.values()].map((one) => ({ ...one, condition: 'service_started', required: true })),
    ];
}
function conditionOf(written) {
    return written === 'service_healthy' || written === 'service_completed_successfully' ? written : 'service_started';
}
function healthcheckOf(node) {
    const healthcheck = child(node, 'healthcheck');
    if (!healthcheck)
        return undefined;
    const test = child(healthcheck, 'test');
    const words = test?.kind === 'scalar' ? ['CMD-SHELL', test.text] : items(test).flatMap((item) => yaml_node_text(item) ?? []);
    return {
        disabled: yaml_node_text(child(healthcheck, 'disable')) === 'true' || words[0] === 'NONE',
        test: words,
        at: test?.at ?? keyRange(node, 'healthcheck') ?? healthcheck.at,
    };
}
function linksOf(node) {
    return new Map(items(node).flatMap((item) => {
        const [service, alias] = (yaml_node_text(item) ?? '').split(':');
        return service ? [[alias ?? service, service]] : [];
    }));
}
/** Host names of `extra_hosts`: a list of `NAME:IP` or `NAME=IP`, or a mapping. */
function namesBeforeSeparator(node) {
    const list = items(node).flatMap((item) => (yaml_node_text(item) ?? '').split(/[:=]/, 1));
    return [...new Set([...list, ...entries(node).map(([name]) => name)])];
}
/** Whether a service takes part: it has no profile, or one of its profiles is on. `*` turns all on. */
function isActive(service, profiles) {
    const own = items(child(service.node, 'profiles')).flatMap((item) => yaml_node_text(item) ?? []);
    return own.length === 0 || profiles.includes('*') || own.some((profile) => profiles.includes(profile));
}
/** The whole command line of a service as far as the compose file writes it. */
function commandLine(service) {
    return [...service.entrypoint, ...service.command].flatMap((word) => 
    // `sh -c "prometheus --flag"` hides the flags in one word.
    word.value.includes(' ') ? shell_words_shellWords(word.value).map((value) => ({ value, at: word.at })) : [word]);
}

;// CONCATENATED MODULE: ./src/stack/service-flags.ts

/** The name of an image without registry, organisation, tag and digest. */
function imageName(image) {
    return (image.split('@')[0] ?? '').replace(/:[^/]*$/, '').replace(/^.*\//, '');
}
/** The value of `--NAME=VALUE`, `--NAME VALUE` or with one dash, and where it stands. */
function flag(service, name) {
    const words = commandLine(service);
    for (const [index, word] of words.entries()) {
        const match = new RegExp(`^--?${name.replaceAll('.', '\\.')}(?:=(.*))?$`, 's').exec(word.value);
        if (!match)
            continue;
        if (match[1] !== undefined)
            return { value: match[1], at: word.at };
        const next = words[index + 1];
        if (next)
            return next;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/stack/grafana.ts








const PROVISIONING = '/etc/grafana/provisioning';
const IMAGES = new Set(['grafana', 'grafana-oss', 'grafana-enterprise']);
/**
 * The services that are a Grafana, by image or settings; when there is none, those that have its provisioning mounted. Such a
 * mount alone may be that of a service which only prepares the files.
 */
function findGrafanas(services) {
    const named = services.filter((service) => [service.image, service.builtFrom].some((image) => IMAGES.has(imageName(image?.value ?? ''))) ||
        setting(service, 'GF_PATHS_PROVISIONING') !== undefined);
    if (named.length > 0)
        return named;
    return services.filter(({ mounts }) => mounts.some(({ target }) => target === PROVISIONING || target.startsWith(`${PROVISIONING}/`)));
}
/** What a Grafana is provisioned with: its data sources, its providers of dashboards, and their dashboards. */
function grafanaDocuments(service, reader) {
    const root = external_node_path_.posix.resolve('/', setting(service, 'GF_PATHS_PROVISIONING') ?? PROVISIONING);
    const read = (kind, directory) => filesBelow(service.mounts, external_node_path_.posix.join(root, directory), reader.files)
        .filter(({ containerPath }) => external_node_path_.posix.dirname(containerPath) === external_node_path_.posix.join(root, directory))
        .filter(({ containerPath }) => /\.ya?ml$/.test(containerPath))
        .flatMap((file) => grafana_document(kind, file, service, reader));
    const datasources = read('grafana-datasources', 'datasources');
    const providers = read('grafana-dashboards', 'dashboards').map((one) => withDashboards(one, service, reader));
    return [...datasources, ...providers.map(({ provider }) => provider), ...once(providers.flatMap((one) => one.files))];
}
/** A variable of a service's environment, in either form. */
function setting(service, name) {
    const environment = child(service.node, 'environment');
    const mapped = entries(environment).find(([key]) => key === name)?.[1].value;
    if (mapped)
        return yaml_node_text(mapped);
    const listed = items(environment).flatMap((item) => yaml_node_text(item) ?? []);
    return listed.find((item) => item.startsWith(`${name}=`))?.slice(name.length + 1);
}
function grafana_document(kind, file, service, reader) {
    const parsed = parse(kind, file, reader);
    if (!parsed)
        return [];
    const place = { containerPath: file.containerPath, mounts: service.mounts, service: service.name };
    return [toDocument(kind, parsed, place, NEWEST, reader)];
}
function parse(kind, { hostPath, mount }, reader) {
    if (hostPath !== undefined)
        return kind === 'dashboard' ? reader.json(hostPath, kind) : reader.yaml(hostPath, kind, DIALECTS[kind], mount.at);
    const { source, at, contentAt = at } = mount;
    const file = inlineSource(kind, source, contentAt);
    return kind === 'dashboard' ? reader.parseJson(file) : reader.parse(file, DIALECTS[kind]);
}
/** A file of providers with the dashboards that they lead to as its references. */
function withDashboards(provider, service, reader) {
    const found = valuesOf(provider, 'dashboard-path').flatMap(({ node }) => dashboardsAt(node, service, reader) ?? []);
    const references = [...provider.references, ...found.map(({ reference }) => reference)];
    return {
        provider: { ...provider, references },
        files: found.flatMap(({ files }) => files.flatMap((file) => grafana_document('dashboard', file, service, reader))),
    };
}
function dashboardsAt(node, service, reader) {
    const written = yaml_node_text(node);
    // Grafana fills in variables of its own environment, which is more than the compose file tells.
    if (written === undefined || written === '' || written.includes('$'))
        return undefined;
    const containerPath = external_node_path_.posix.resolve('/usr/share/grafana', written);
    const files = filesBelow(service.mounts, containerPath, reader.files).filter((file) => file.containerPath.endsWith('.json'));
    const matches = files.flatMap(({ hostPath }) => hostPath ?? []);
    const state = files.length > 0 ? 'found' : stateOf(containerPath, service);
    return { reference: { node, written, containerPath, matches, state }, files };
}
/** Why there are no dashboards in a directory, as far as the project can tell. */
function stateOf(containerPath, service) {
    const mounted = mountFor(service.mounts, containerPath);
    if (mounted)
        return mounted.hostPath === undefined ? 'elsewhere' : 'missing';
    // An image of one's own may have dashboards in it, and so may a part of Grafana's.
    const official = IMAGES.has(imageName((service.builtFrom ?? service.image)?.value ?? ''));
    return official && !containerPath.startsWith('/usr/share/grafana/public') ? 'unmounted' : 'elsewhere';
}
/** Each file once, also when two providers lead to it. */
function once(documents) {
    const seen = new Map();
    for (const one of documents)
        if (!seen.has(one.place.containerPath))
            seen.set(one.place.containerPath, one);
    return [...seen.values()];
}

;// CONCATENATED MODULE: ./src/stack/mounted-config.ts



/** A configuration file as the container sees it, from a bind mount or an inline config; undefined when it is in neither. */
function mountedConfig(service, containerPath, kind, reader) {
    const mounted = mountFor(service.mounts, containerPath);
    if (mounted?.mount.kind === 'content') {
        const { source, at, contentAt = at } = mounted.mount;
        return reader.parse(inlineSource(kind, source, contentAt), DIALECTS[kind]);
    }
    if (mounted?.hostPath === undefined)
        return undefined;
    return reader.yaml(mounted.hostPath, kind, DIALECTS[kind], mounted.mount.at);
}

;// CONCATENATED MODULE: ./src/model/duration.ts
const PROMETHEUS = /^(?:(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?|0)$/;
const UNIT_MS = [31_536_000_000, 604_800_000, 86_400_000, 3_600_000, 60_000, 1000, 1];
/**
 * Milliseconds of a Prometheus duration such as `1m30s`; undefined when it is none. Units go from large to small, each
 * once, integers only. Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/ (`<duration>`).
 */
function prometheusDurationMs(written) {
    const match = PROMETHEUS.exec(written);
    if (!match || written === '')
        return undefined;
    return UNIT_MS.reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
}

;// CONCATENATED MODULE: ./src/stack/prometheus-config.ts


const DEFAULT_INTERVAL_MS = 60_000;
const DEFAULT_TIMEOUT_MS = 10_000;
/**
 * Reads what the gate needs of a prometheus.yml and of the files of scrape jobs that it includes; values of the wrong type read
 * as their defaults, the schema reports them.
 */
function readPrometheusConfig(file, root, documents) {
    const scrapeIntervalMs = duration(child(root, 'global', 'scrape_interval')) ?? DEFAULT_INTERVAL_MS;
    const timeoutMs = duration(child(root, 'global', 'scrape_timeout')) ?? Math.min(DEFAULT_TIMEOUT_MS, scrapeIntervalMs);
    const roots = [root, ...documents.filter(({ kind }) => kind === 'scrape-configs').map((document) => document.root)];
    const jobs = roots.flatMap((one) => items(child(one, 'scrape_configs')));
    return { file, root, scrapeIntervalMs, jobs: jobs.flatMap((job) => readJob(job, scrapeIntervalMs, timeoutMs)) };
}
function duration(node) {
    const written = yaml_node_text(node);
    return written === undefined ? undefined : prometheusDurationMs(written);
}
function readJob(node, intervalMs, timeoutMs) {
    if (node.kind !== 'mapping')
        return [];
    const scrapeIntervalMs = duration(child(node, 'scrape_interval')) ?? intervalMs;
    return [
        {
            name: scalar(child(node, 'job_name'), '', node),
            node,
            metricsPath: scalar(child(node, 'metrics_path'), '/metrics', node),
            scheme: yaml_node_text(child(node, 'scheme')) ?? 'http',
            scrapeIntervalMs,
            scrapeTimeoutMs: duration(child(node, 'scrape_timeout')) ?? Math.min(timeoutMs, scrapeIntervalMs),
            staticTargets: items(child(node, 'static_configs')).flatMap((group) => items(child(group, 'targets')).flatMap((target) => {
                const value = yaml_node_text(target);
                return value === undefined ? [] : [{ value, at: target.at }];
            })),
            discoveries: entries(node).flatMap(([key]) => (key.endsWith('_sd_configs') ? [key] : [])),
            relabels: items(child(node, 'relabel_configs')).length > 0,
        },
    ];
}
function scalar(node, fallback, owner) {
    return { value: yaml_node_text(node) ?? fallback, at: node?.at ?? owner.at };
}

;// CONCATENATED MODULE: ./src/stack/prometheus-service.ts


const DEFAULT_CONFIG = '/etc/prometheus/prometheus.yml';
const DEFAULT_PORT = 9090;
/** How much a service looks like the Prometheus server, by image, command, mounts, name; 0 is not at all. */
function likeness(service) {
    let score = 0;
    if ([service.image, service.builtFrom].some((image) => imageName(image?.value ?? '') === 'prometheus'))
        score += 8;
    if (service.mounts.some((mount) => mount.target === DEFAULT_CONFIG))
        score += 8;
    if (service.mounts.some((mount) => mount.target === '/etc/prometheus'))
        score += 4;
    const words = commandLine(service).map(({ value }) => value);
    if (words.some((word) => word.startsWith('--storage.tsdb.') || word.startsWith('--web.enable-lifecycle')))
        score += 4;
    if (score > 0 && service.name === 'prometheus')
        score += 1;
    return score;
}
/** The service that is the Prometheus server: the named one, or the one that looks most like it. */
function findPrometheus(services, named) {
    if (named !== undefined)
        return services.find((service) => service.name === named);
    let best;
    for (const service of services)
        if (likeness(service) > (best ? likeness(best) : 0))
            best = service;
    return best;
}
/** What the command line says about the server; defaults are those of the official image. */
function describePrometheus(service) {
    const listen = flag(service, 'web.listen-address')?.value;
    const port = Number(/:(\d+)$/.exec(listen ?? '')?.[1] ?? DEFAULT_PORT);
    return {
        version: { ...versionOf((service.builtFrom ?? service.image)?.value ?? ''), features: features(service) },
        port,
        routePrefix: routePrefix(flag(service, 'web.route-prefix')?.value, flag(service, 'web.external-url')?.value),
        configPath: flag(service, 'config.file') ?? { value: DEFAULT_CONFIG, at: service.image?.at ?? service.at },
    };
}
/** Every value of `--enable-feature`, which may come several times and list several. */
function features(service) {
    return commandLine(service).flatMap(({ value }, index, words) => {
        const match = /^--?enable-feature(?:=(.*))?$/.exec(value);
        return match ? (match[1] ?? words[index + 1]?.value ?? '').split(',') : [];
    });
}
/** By the image's tag; a tag that does not tell means the newest. */
function versionOf(image) {
    const tag = /:(?:v|release-)?(\d+)(?:\.(\d+))?(?:[.-].*)?$/.exec(image.split('@')[0] ?? '');
    // A number such as a date or a build is no version of Prometheus.
    if (tag?.[1] !== '2' && tag?.[1] !== '3')
        return { major: 3 };
    return { major: Number(tag[1]), minor: tag[2] === undefined ? undefined : Number(tag[2]) };
}
/** The route prefix defaults to the path of the external URL. */
function routePrefix(prefix, externalUrl) {
    const path = prefix ?? (externalUrl === undefined ? '' : externalUrl.replace(/^[a-z]+:\/\/[^/]*/i, ''));
    const trimmed = path.replace(/\/+$/, '');
    return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

;// CONCATENATED MODULE: ./src/stack/server-configs.ts





const SERVERS = [
    { kind: 'alertmanager', names: ['alertmanager'], configPath: '/etc/alertmanager/alertmanager.yml' },
    {
        kind: 'blackbox',
        names: ['blackbox-exporter', 'blackbox_exporter'],
        configPath: '/etc/blackbox_exporter/config.yml',
    },
];
/** The configurations of every Alertmanager and blackbox_exporter, and the web configurations of whatever has one. */
function serverDocuments(services, reader) {
    const found = services.flatMap((service) => [
        ...SERVERS.filter((server) => looksLike(service, server)).flatMap(({ kind, configPath }) => server_configs_read(service, kind, flag(service, 'config.file')?.value ?? configPath, reader)),
        ...webConfig(service, reader),
    ]);
    return withoutRepeats(found);
}
function looksLike(service, { names, configPath }) {
    if ([service.image, service.builtFrom].some((image) => names.includes(imageName(image?.value ?? ''))))
        return true;
    if (service.mounts.some(({ target }) => target === configPath || target === external_node_path_.posix.dirname(configPath)))
        return true;
    return commandLine(service).some(({ value }) => names.includes(external_node_path_.posix.basename(value)));
}
/** `--web.config.file` is the same flag in Prometheus, Alertmanager and the exporters. */
function webConfig(service, reader) {
    const path = flag(service, 'web.config.file')?.value ?? '';
    return path === '' ? [] : server_configs_read(service, 'web', path, reader);
}
function server_configs_read(service, kind, path, reader) {
    const containerPath = external_node_path_.posix.resolve('/', path);
    const parsed = mountedConfig(service, containerPath, kind, reader);
    if (!parsed)
        return [];
    const place = { containerPath, mounts: service.mounts, service: service.name };
    if (kind === 'alertmanager')
        return alertmanagerDocuments(parsed, place, reader);
    return [toDocument(kind, parsed, place, NEWEST, reader)];
}
/** Two services may share a file, whose faults are to be told once; that of the first one stays. */
function withoutRepeats(documents) {
    const seen = new Set();
    return documents.filter(({ kind, file, root }) => {
        const { line, column } = file.position(root?.at.start ?? 0);
        const key = [kind, file.path, line, column].join('\n');
        return seen.size < seen.add(key).size;
    });
}

;// CONCATENATED MODULE: ./src/stack/load-stack.ts












/** Loads a stack from its compose files on. Undefined when the directory has no compose file; never throws on bad input. */
function loadStack(request, files) {
    const compose = resolveCompose(request, files);
    if (!compose)
        return undefined;
    const { projectDirectory: directory, variables } = compose;
    const all = readServices(compose.root, { directory, home: request.environment['HOME'] });
    const profiles = [...request.profiles, ...compose.profiles];
    const environments = new ServiceEnvironments({ directory, variables, files, displayPath: request.displayPath });
    // Only of services that take part are env files read, as Compose does.
    const active = all
        .filter((service) => isActive(service, profiles))
        .map((service) => ({ ...service, environment: environments.of(service), labels: environments.labelsOf(service) }));
    const reader = new FileReader(files, request.displayPath);
    const services = active.map((service) => withBuiltImage(service, directory, reader));
    const service = findPrometheus(services, request.prometheusService);
    const prometheus = service ? loadPrometheus(service, reader) : undefined;
    const grafana = findGrafanas(services).flatMap((one) => grafanaDocuments(one, reader));
    const servers = serverDocuments(services, reader);
    return {
        directory: compose.projectDirectory,
        files: [...compose.sources, ...environments.sources, ...reader.sources],
        project: {
            name: compose.name.name,
            nameAt: compose.name.at,
            composeFiles: compose.composeFiles,
            root: compose.root,
            stages: compose.stages,
            profiles,
            services,
            inactive: all.filter((candidate) => !isActive(candidate, profiles)),
        },
        prometheus: prometheus?.instance,
        documents: [...(prometheus?.documents ?? []), ...servers, ...grafana],
        problems: [...compose.problems, ...environments.problems, ...reader.problems],
    };
}
/** The server with its configuration, and every file that belongs to it. */
function loadPrometheus(service, reader) {
    const described = describePrometheus(service);
    const containerPath = external_node_path_.posix.resolve('/', described.configPath.value);
    const loaded = mountedConfig(service, containerPath, 'prometheus', reader);
    const place = { containerPath, mounts: service.mounts, service: service.name };
    const documents = loaded ? prometheusDocuments(loaded, place, described.version, reader) : [];
    const config = loaded && readPrometheusConfig(loaded.file, rootOf(loaded), documents);
    return { instance: { service, ...described, config }, documents };
}
/** An empty file is an empty configuration, which Prometheus accepts; one that cannot be parsed has its finding. */
function rootOf({ file, root }) {
    return root ?? { kind: 'mapping', entries: new Map(), at: { file, start: 0, end: 0 } };
}

;// CONCATENATED MODULE: ./src/rules/alerting/duplicate-group.ts


/** Two groups of one name in a rule file. */
const rule = {
    scope: 'document',
    kinds: ['rules'],
    code: 'alerting/duplicate-group',
    severity: 'error',
    summary: 'two groups of a rule file have the same name',
    why: 'Prometheus refuses a rule file in which two groups have the same name.',
    remedy: 'give each group a name of its own, or join the two',
    check({ root }) {
        const first = new Map();
        return items(child(root, 'groups')).flatMap((group) => {
            const name = child(group, 'name');
            const written = yaml_node_text(name);
            if (!name || written === undefined)
                return [];
            const earlier = first.get(written);
            if (!earlier) {
                first.set(written, name);
                return [];
            }
            return [
                {
                    message: `group "${written}" is already defined on line ${String(locate(earlier.at).start.line)}`,
                    at: name.at,
                    related: [{ message: 'first defined here', at: earlier.at }],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/alerting/duplicate-rule.ts



/** Two rules that give the same series. */
const duplicate_rule_rule = {
    scope: 'document',
    kinds: ['prometheus', 'rules'],
    code: 'alerting/duplicate-rule',
    severity: 'warning',
    summary: 'two rules have the same name and labels',
    why: 'Two rules that give the same series overwrite each other, so that what is recorded, or whether an alert fires, is a matter of chance.',
    remedy: 'remove one of the two rules, or tell them apart by a label',
    check: (document) => document.kind === 'rules'
        ? repeated([document])
        : repeated(document.included.filter(({ kind }) => kind === 'rules')).filter(({ at, related }) => related?.[0]?.at.file !== at?.file),
};
/** Each rule that came before, in the order of the files. */
function repeated(documents) {
    const first = new Map();
    return documents
        .flatMap((document) => mappingsOf(document, 'rule'))
        .flatMap(({ node }) => {
        const kind = child(node, 'alert') ? 'alert' : 'record';
        const name = yaml_node_text(child(node, kind));
        if (name === undefined)
            return [];
        const labels = entries(child(node, 'labels')).map(([key, { value }]) => [key, yaml_node_text(value) ?? '']);
        // Alerts of one name usually differ in their expression, as for two thresholds.
        const expr = kind === 'alert' ? (yaml_node_text(child(node, 'expr')) ?? '') : '';
        const key = JSON.stringify([kind, name, expr, labels.sort()]);
        const earlier = first.get(key);
        if (!earlier) {
            first.set(key, node);
            return [];
        }
        const { file, start } = locate(earlier.at);
        return [
            {
                message: `${kind === 'alert' ? 'alert' : 'recording rule'} "${name}" with the same labels is already in ${file}, line ${String(start.line)}`,
                at: child(node, kind)?.at ?? node.at,
                related: [{ message: 'first written here', at: keyRange(earlier, kind) ?? earlier.at }],
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/rules/duration-problems.ts



/** Every duration of a document that Prometheus cannot read. */
function durationProblems(document) {
    return valuesOf(document, 'duration').flatMap((value) => {
        const written = yaml_node_text(value.node);
        if (written === undefined || prometheusDurationMs(written) !== undefined)
            return [];
        return [
            {
                message: `${nameOf(value)} is "${written}", expected a duration such as 15s or 1m30s`,
                at: value.node.at,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/rules/alerting/invalid-duration.ts

/** Durations in rule files that Prometheus cannot read. */
const invalid_duration_rule = {
    scope: 'document',
    kinds: ['rules', 'rule-tests'],
    code: 'alerting/invalid-duration',
    severity: 'error',
    summary: 'a duration in a rule file that Prometheus cannot read',
    why: 'A Prometheus duration is whole numbers with units, from large to small: 1h30m, 15s, 500ms. Prometheus refuses a rule file with anything else.',
    remedy: 'write whole numbers with units from large to small, such as 5m or 1h30m',
    check: durationProblems,
};

;// CONCATENATED MODULE: ./src/promql/functions.ts
const LETTERS = {
    s: 'scalar',
    v: 'instant vector',
    m: 'range vector',
    t: 'string',
};
/**
 * `NAME ARGUMENTS RETURN`: s scalar, v instant vector, m range vector, t string; `?` behind what may be left out, `*` behind what
 * may repeat, `!` before an experimental one. Source: https://prometheus.io/docs/prometheus/latest/querying/functions/ and prometheus
 * `promql/parser/functions.go`, read on 2026-11-24.
 */
const TABLE = `
abs v v|absent v v|absent_over_time m v|acos v v|acosh v v|asin v v|asinh v v|atan v v|atanh v v|avg_over_time m v|ceil v v
changes m v|clamp vss v|clamp_max vs v|clamp_min vs v|cos v v|cosh v v|count_over_time m v|day_of_month v? v|day_of_week v? v
day_of_year v? v|days_in_month v? v|deg v v|delta m v|deriv m v|!double_exponential_smoothing mss v|exp v v|!first_over_time m v
floor v v|histogram_avg v v|histogram_count v v|histogram_fraction ssv v|histogram_quantile sv v|!histogram_quantiles vts* v|histogram_stddev v v
histogram_stdvar v v|histogram_sum v v|hour v? v|idelta m v|increase m v|!info vv? v|irate m v|label_join vttt* v
label_replace vtttt v|last_over_time m v|ln v v|log10 v v|log2 v v|!mad_over_time m v|max_over_time m v|min_over_time m v
minute v? v|month v? v|pi  s|predict_linear ms v|present_over_time m v|quantile_over_time sm v|rad v v|rate m v|resets m v
round vs? v|scalar v s|sgn v v|sin v v|sinh v v|sort v v|!sort_by_label vt* v|!sort_by_label_desc vt* v|sort_desc v v|sqrt v v
stddev_over_time m v|stdvar_over_time m v|sum_over_time m v|tan v v|tanh v v|time  s|timestamp v v|!ts_of_first_over_time m v
!ts_of_last_over_time m v|!ts_of_max_over_time m v|!ts_of_min_over_time m v|vector s v|year v? v`;
/** Every function by its name. */
const FUNCTIONS = new Map(TABLE.trim()
    .split(/[|\n]/)
    .map((row) => {
    const [name = '', signature = '', returns = ''] = row.split(' ');
    return [name.replace('!', ''), functions_read(signature, returns, name.startsWith('!'))];
}));
function functions_read(signature, returns, experimental) {
    const types = signature.replaceAll(/[?*]/g, '').split('');
    return {
        arguments: types.map((letter) => LETTERS[letter] ?? 'scalar'),
        optional: signature.endsWith('?') || signature.endsWith('*') ? 1 : 0,
        repeats: signature.endsWith('*'),
        returns: LETTERS[returns] ?? 'scalar',
        experimental,
    };
}
/** What was renamed or removed in Prometheus 3, and what to write. */
const REMOVED = new Map([['holt_winters', 'double_exponential_smoothing']]);

;// CONCATENATED MODULE: ./src/promql/lexer.ts
/** Thrown at the first place where the text stops being PromQL; the parser turns it into a problem. */
class SyntaxFault extends Error {
    start;
    end;
    constructor(message, start, end) {
        super(message);
        this.start = start;
        this.end = end;
    }
}
/** Words that are not just names. Source: the `key` table of prometheus `promql/parser/lex.go`. */
const AGGREGATORS = new Set([
    'avg',
    'bottomk',
    'count',
    'count_values',
    'group',
    'limitk',
    'limit_ratio',
    'max',
    'min',
    'quantile',
    'stddev',
    'stdvar',
    'sum',
    'topk',
]);
const KEYWORDS = new Set([
    ...AGGREGATORS,
    'and',
    'or',
    'unless',
    'atan2',
    'offset',
    'by',
    'without',
    'on',
    'ignoring',
    'group_left',
    'group_right',
    'bool',
    'start',
    'end',
]);
const SPACE = /[ \t\r\n]*/y;
const lexer_WORD = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const lexer_NUMBER = /(?:0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|(?:[0-9]+(?:_[0-9]+)*)(?:\.(?:[0-9]+(?:_[0-9]+)*)?)?(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?|\.[0-9]+(?:_[0-9]+)*(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?)(?![a-zA-Z0-9_.])/y;
const DURATION = /(?:[0-9]+(?:ms|[smhdwy]))+(?![a-zA-Z0-9_])/y;
const BROKEN_NUMBER = /[0-9.][a-zA-Z0-9_.]*/y;
const OPERATOR = /==|=~|!=|!~|<=|>=|[-+*/%^=<>(),@{}[\]:]/y;
/** Splits an expression into tokens. Inside braces words are labels, and a colon ends nothing. Throws SyntaxFault. */
function tokenize(text) {
    const tokens = [];
    let at = 0;
    let braces = false;
    let brackets = 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(text)?.[0];
    };
    const push = (kind, length, value = text.slice(at, at + length)) => {
        tokens.push({ kind, text: value, start: at, end: at + length });
        at += length;
    };
    for (;;) {
        at += match(SPACE)?.length ?? 0;
        const next = text.charAt(at);
        if (next === '')
            break;
        if (next === '#') {
            const end = text.indexOf('\n', at);
            at = end < 0 ? text.length : end;
            continue;
        }
        if (next === '"' || next === "'" || next === '`') {
            const { value, length } = stringAt(text, at);
            push('string', length, value);
            continue;
        }
        const word = match(braces || brackets > 0 ? LABEL : lexer_WORD);
        if (word !== undefined) {
            push(braces ? 'identifier' : kindOfWord(word), word.length);
            continue;
        }
        if (/[0-9.]/.test(next) && !braces) {
            const duration = match(DURATION);
            const number = match(lexer_NUMBER);
            if (duration === undefined && number === undefined)
                throw new SyntaxFault(`bad number or duration "${match(BROKEN_NUMBER) ?? next}"`, at, at + (match(BROKEN_NUMBER) ?? next).length);
            push(duration === undefined ? 'number' : 'duration', (duration ?? number ?? '').length);
            continue;
        }
        const operator = match(OPERATOR);
        if (operator === undefined)
            throw new SyntaxFault(unexpected(text, at), at, at + 1);
        if (braces && !['=', '!=', '=~', '!~', ',', '}'].includes(operator))
            throw new SyntaxFault(`unexpected "${operator}" inside braces`, at, at + operator.length);
        if (operator === '{')
            braces = true;
        if (operator === '}')
            braces = false;
        if (operator === '[')
            brackets++;
        if (operator === ']')
            brackets = Math.max(0, brackets - 1);
        if (operator === ':' && brackets === 0)
            throw new SyntaxFault('unexpected ":"', at, at + 1);
        push(operator, operator.length);
    }
    tokens.push({ kind: 'end', text: 'end of the expression', start: text.length, end: text.length });
    return tokens;
}
function kindOfWord(word) {
    const lower = word.toLowerCase();
    if (lower === 'inf' || lower === 'nan')
        return 'number';
    if (KEYWORDS.has(lower))
        return lower;
    return word.includes(':') ? 'metric' : 'identifier';
}
function unexpected(text, at) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (character === '!')
        return 'unexpected "!": expected "!=" or "!~"';
    if (character === '&' || character === '|')
        return `unexpected "${character}": PromQL has the words "and" and "or"`;
    return `unexpected character "${character}"`;
}
const lexer_ESCAPES = {
    a: '\u0007',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
    '"': '"',
    "'": "'",
};
/** A quoted text with Go's escapes; raw between backticks. */
function stringAt(text, start) {
    const quote = text.charAt(start);
    if (quote === '`') {
        const end = text.indexOf('`', start + 1);
        if (end < 0)
            throw new SyntaxFault('the raw text that starts here is not closed', start, start + 1);
        return { value: text.slice(start + 1, end), length: end + 1 - start };
    }
    let value = '';
    for (let at = start + 1; at < text.length; at++) {
        const character = text.charAt(at);
        if (character === quote)
            return { value, length: at + 1 - start };
        if (character === '\n')
            break;
        if (character !== '\\') {
            value += character;
            continue;
        }
        const { decoded, length } = escapeAt(text, at, quote);
        value += decoded;
        at += length - 1;
    }
    throw new SyntaxFault('the text that starts here is not closed', start, start + 1);
}
function escapeAt(text, at, quote) {
    const code = text.charAt(at + 1);
    const simple = lexer_ESCAPES[code];
    if (simple !== undefined && (code === quote || (code !== '"' && code !== "'")))
        return { decoded: simple, length: 2 };
    const numeric = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/.exec(text.slice(at, at + 10));
    const digits = numeric?.[1] ?? numeric?.[2] ?? numeric?.[3];
    const point = numeric?.[4] === undefined ? parseInt(digits ?? '', 16) : parseInt(numeric[4], 8);
    if (!numeric || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) || (numeric[4] !== undefined && point > 255))
        throw new SyntaxFault(`unknown escape "\\${code}" in a text`, at, Math.min(at + 2, text.length));
    return { decoded: String.fromCodePoint(point), length: numeric[0].length };
}

;// CONCATENATED MODULE: ./src/promql/parse.ts


/** Binary operators from the loosest to the tightest. */
const LEVELS = [
    ['or'],
    ['and', 'unless'],
    ['==', '!=', '<', '<=', '>', '>='],
    ['+', '-'],
    ['*', '/', '%', 'atan2'],
];
/** Deeper nesting than any query has; it would exhaust the stack. */
const parse_DEEPEST = 500;
/** Keywords that may also name a metric. */
const NOT_METRICS = new Set(['bool', 'on', 'ignoring', 'group_left', 'group_right', 'atan2', 'number']);
/** Parses an expression. Throws SyntaxFault at the first place that is not PromQL. */
function parsePromql(text) {
    return new Parser(tokenize(text)).whole();
}
class Parser {
    tokens;
    #next = 0;
    #depth = 0;
    constructor(tokens) {
        this.tokens = tokens;
    }
    whole() {
        if (this.#peek().kind === 'end')
            throw fault('the expression is empty', this.#peek());
        const expr = this.#binary(0);
        const rest = this.#peek();
        if (rest.kind !== 'end')
            throw fault(`unexpected ${shown(rest)}${rest.kind === '=' ? '; a comparison is "=="' : ''}`, rest);
        return expr;
    }
    #peek(ahead = 0) {
        const token = this.tokens[Math.min(this.#next + ahead, this.tokens.length - 1)];
        if (!token)
            throw new Error('the token list has no end');
        return token;
    }
    #take() {
        const token = this.#peek();
        this.#next++;
        return token;
    }
    #expect(kind, where) {
        const token = this.#take();
        if (token.kind !== kind)
            throw fault(`unexpected ${shown(token)} ${where}, expected "${kind}"`, token);
        return token;
    }
    #accept(kind) {
        return this.#peek().kind === kind ? this.#take() : undefined;
    }
    #binary(level) {
        const operators = LEVELS[level];
        if (!operators)
            return this.#unary();
        let left = this.#binary(level + 1);
        while (operators.includes(this.#peek().kind))
            left = this.#operation(left, () => this.#binary(level + 1));
        return left;
    }
    /** A sign binds looser than a power: `-2 ^ 2` is `-(2 ^ 2)`. */
    #unary() {
        const sign = this.#peek();
        if (sign.kind !== '-' && sign.kind !== '+')
            return this.#power();
        if (++this.#depth > parse_DEEPEST)
            throw fault('the expression is nested too deeply', sign);
        this.#take();
        const of = this.#unary();
        this.#depth--;
        return { kind: 'unary', operator: sign.kind, of, start: sign.start, end: of.end };
    }
    #power() {
        const left = this.#postfix();
        if (this.#peek().kind !== '^')
            return left;
        return this.#operation(left, () => this.#unary());
    }
    #operation(left, right) {
        if (++this.#depth > parse_DEEPEST)
            throw fault('the expression is nested too deeply', this.#peek());
        const operator = this.#take();
        const bool = this.#accept('bool') !== undefined;
        const matching = this.#matching();
        const other = right();
        this.#depth--;
        return {
            kind: 'binary',
            operator: operator.kind,
            operatorStart: operator.start,
            left,
            right: other,
            bool,
            matching,
            start: left.start,
            end: other.end,
        };
    }
    #matching() {
        const first = this.#accept('on') ?? this.#accept('ignoring');
        if (!first)
            return undefined;
        const { labels, end } = this.#labels();
        const group = this.#accept('group_left') ?? this.#accept('group_right');
        const include = group && this.#peek().kind === '(' ? this.#labels() : { labels: [], end };
        return {
            on: first.kind === 'on',
            labels,
            group: group?.kind,
            include: include.labels,
            start: first.start,
            end: Math.max(include.end, group?.end ?? 0),
        };
    }
    /** `(a, b)`; keywords are labels here. */
    #labels() {
        this.#expect('(', 'before a list of labels');
        const labels = [];
        for (;;) {
            const close = this.#accept(')');
            if (close)
                return { labels, end: close.end };
            const label = this.#take();
            const isName = label.kind === 'string' ? label.text !== '' : /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label.text);
            if (!isName || label.kind === 'end')
                throw fault(`unexpected ${shown(label)} in a list of labels, expected a label`, label);
            labels.push(label.text);
            if (this.#peek().kind !== ')')
                this.#expect(',', 'in a list of labels');
        }
    }
    #postfix() {
        let expr = this.#primary();
        for (;;) {
            const token = this.#peek();
            if (token.kind === '[')
                expr = this.#range(expr);
            else if (token.kind === 'offset' || token.kind === '@')
                expr = this.#moved(expr);
            else
                return expr;
        }
    }
    #range(of) {
        const open = this.#take();
        this.#duration('in brackets', true);
        const close = this.#accept(']');
        if (close) {
            if (of.kind === 'moved' && rangeable(of))
                throw new SyntaxFault(`no ${of.by} may stand before the range in brackets`, of.start, close.end);
            if (of.kind !== 'selector')
                throw new SyntaxFault('a range in brackets is only for a vector selector; a subquery has a colon: [5m:1m]', open.start, close.end);
            return { kind: 'range', of, start: of.start, end: close.end };
        }
        this.#expect(':', 'in brackets');
        if (this.#peek().kind !== ']')
            this.#duration('as the step of a subquery', true);
        const end = this.#expect(']', 'after a subquery');
        return { kind: 'subquery', of, start: of.start, end: end.end };
    }
    /** A duration, or since Prometheus 3 a number of seconds. */
    #duration(where, positive) {
        const token = this.#take();
        if (token.kind !== 'duration' && token.kind !== 'number')
            throw fault(`unexpected ${shown(token)} ${where}, expected a duration such as 5m`, token);
        const ms = token.kind === 'duration' ? prometheusDurationMs(token.text) : numberOf(token.text) * 1000;
        if (ms === undefined || Number.isNaN(ms))
            throw fault(`"${token.text}" ${where} is not a duration: units go from large to small, each once`, token);
        if (positive && ms <= 0)
            throw fault(`the duration ${where} must be above zero`, token);
        if (!Number.isFinite(ms))
            throw fault(`the duration ${where} is out of range`, token);
        return token;
    }
    #moved(of) {
        const word = this.#take();
        const by = word.kind === '@' ? '@' : 'offset';
        const sign = this.#accept('-') ?? this.#accept('+');
        const end = by === 'offset' ? this.#duration('after offset', false) : this.#timestamp(sign);
        if (!rangeable(of))
            throw new SyntaxFault(`"${by}" must follow a selector or a subquery`, of.start, end.end);
        for (let inner = of; inner.kind === 'moved'; inner = inner.of)
            if (inner.by === by)
                throw fault(`"${by}" may not be set twice`, word);
        return { kind: 'moved', of, by, start: of.start, end: end.end };
    }
    #timestamp(sign) {
        const token = this.#take();
        if (token.kind === 'number') {
            if (!Number.isFinite(numberOf(token.text)))
                throw fault(`the time "${token.text}" after @ is out of range`, token);
            return token;
        }
        if (sign || (token.kind !== 'start' && token.kind !== 'end' && token.text !== 'end'))
            throw fault(`unexpected ${shown(token)} after @, expected a time in seconds, start() or end()`, token);
        this.#expect('(', `after ${token.text}`);
        return this.#expect(')', `after ${token.text}`);
    }
    #primary() {
        const token = this.#peek();
        if (token.kind === 'number' || token.kind === 'duration') {
            this.#take();
            if (token.kind === 'duration' && prometheusDurationMs(token.text) === undefined)
                throw fault(`"${token.text}" is not a duration: units go from large to small, each once`, token);
            return { kind: 'number', start: token.start, end: token.end };
        }
        if (token.kind === 'string') {
            this.#take();
            return { kind: 'string', value: token.text, start: token.start, end: token.end };
        }
        if (token.kind === '(')
            return this.#paren();
        if (token.kind === '{')
            return this.#selector(undefined);
        if (AGGREGATORS.has(token.kind) && this.#startsAggregation())
            return this.#aggregate();
        if (token.kind === 'identifier' && this.#peek(1).kind === '(')
            return this.#call();
        if (/^[a-zA-Z_:]/.test(token.text) && token.kind !== 'end' && !NOT_METRICS.has(token.kind))
            return this.#selector(this.#take());
        throw fault(`unexpected ${shown(token)}${token.kind === 'end' ? '' : ', expected an expression'}`, token);
    }
    #paren() {
        const open = this.#take();
        if (++this.#depth > parse_DEEPEST)
            throw fault('the expression is nested too deeply', open);
        const of = this.#binary(0);
        this.#depth--;
        const close = this.#peek();
        if (close.kind === 'end')
            throw fault('the parenthesis that opens here is not closed', open);
        this.#expect(')', 'in parentheses');
        return { kind: 'paren', of, start: open.start, end: close.end };
    }
    #startsAggregation() {
        const { kind } = this.#peek(1);
        return kind === '(' || kind === 'by' || kind === 'without';
    }
    #aggregate() {
        const name = this.#take();
        let grouping = this.#grouping();
        const { list, end } = this.#arguments(name);
        let last = end;
        if (!grouping) {
            grouping = this.#grouping();
            last = grouping?.end ?? end;
        }
        return {
            kind: 'aggregate',
            operator: name.kind,
            nameEnd: name.end,
            arguments: list,
            grouping: grouping?.labels ?? [],
            start: name.start,
            end: last,
        };
    }
    #grouping() {
        return (this.#accept('by') ?? this.#accept('without')) ? this.#labels() : undefined;
    }
    #call() {
        const name = this.#take();
        const { list, end } = this.#arguments(name);
        return { kind: 'call', name: name.text, nameEnd: name.end, arguments: list, start: name.start, end };
    }
    #arguments(name) {
        const open = this.#expect('(', `after ${name.text}`);
        if (++this.#depth > parse_DEEPEST)
            throw fault('the expression is nested too deeply', open);
        const list = [];
        let close = this.#accept(')');
        while (!close) {
            list.push(this.#binary(0));
            close = this.#accept(')');
            if (close)
                break;
            const token = this.#take();
            if (token.kind === 'end')
                throw fault(`the parenthesis of ${name.text} is not closed`, open);
            if (token.kind !== ',')
                throw fault(`unexpected ${shown(token)} in the arguments of ${name.text}, expected "," or ")"`, token);
            if (this.#peek().kind === ')')
                throw fault(`a comma stands before the end of the arguments of ${name.text}`, token);
        }
        this.#depth--;
        return { list, end: close.end };
    }
    #selector(name) {
        if (this.#peek().kind !== '{')
            return { kind: 'selector', metric: name?.text, matchers: [], start: name?.start ?? 0, end: name?.end ?? 0 };
        const open = this.#take();
        const matchers = [];
        for (;;) {
            const close = this.#accept('}');
            if (close)
                return { kind: 'selector', metric: name?.text, matchers, start: name?.start ?? open.start, end: close.end };
            if (this.#peek().kind === 'end')
                throw fault('the brace that opens here is not closed', open);
            matchers.push(this.#matcher());
            if (this.#peek().kind !== '}') {
                const comma = this.#take();
                if (comma.kind === 'end')
                    throw fault('the brace that opens here is not closed', open);
                if (comma.kind !== ',')
                    throw fault(`unexpected ${shown(comma)} between label matchers, expected "," or "}"`, comma);
            }
        }
    }
    #matcher() {
        const label = this.#take();
        if (label.kind !== 'identifier' && label.kind !== 'string')
            throw fault(`unexpected ${shown(label)} in label matchers, expected a label`, label);
        const operator = this.#peek();
        // A quoted name alone is the metric's.
        if (label.kind === 'string' && (operator.kind === ',' || operator.kind === '}'))
            return {
                label: '__name__',
                operator: '=',
                value: label.text,
                valueStart: label.start,
                valueEnd: label.end,
                start: label.start,
                end: label.end,
            };
        this.#take();
        if (!['=', '!=', '=~', '!~'].includes(operator.kind))
            throw fault(`unexpected ${shown(operator)} after label ${label.text}, expected =, !=, =~ or !~`, operator);
        const value = this.#take();
        if (value.kind !== 'string')
            throw fault(`unexpected ${shown(value)} as the value of label ${label.text}, expected a text in quotes`, value);
        return {
            label: label.text,
            operator: operator.kind,
            value: value.text,
            valueStart: value.start,
            valueEnd: value.end,
            start: label.start,
            end: value.end,
        };
    }
}
/** What may be moved in time: a selector, a range, a subquery. */
function rangeable(of) {
    if (of.kind === 'moved')
        return rangeable(of.of);
    return of.kind === 'selector' || of.kind === 'range' || of.kind === 'subquery';
}
function numberOf(text) {
    const lower = text.toLowerCase().replaceAll('_', '');
    return lower === 'inf' ? Infinity : lower === 'nan' ? NaN : Number(lower);
}
function shown({ kind, text }) {
    if (kind === 'end')
        return 'end of the expression';
    return kind === 'string' ? `text "${text}"` : `"${text}"`;
}
function fault(message, { start, end }) {
    return new SyntaxFault(message, start, end);
}

;// CONCATENATED MODULE: ./src/promql/check.ts





/** Parses an expression and checks its types, as Prometheus does when it loads a rule. Never throws on bad input. */
function checkPromql(text, dialect) {
    try {
        const expr = parsePromql(text);
        const checker = new Checker(dialect);
        const type = checker.type(expr);
        return { expr, type, problems: checker.problems };
    }
    catch (error) {
        if (!(error instanceof SyntaxFault))
            throw error;
        const { message, start, end } = error;
        return { type: undefined, problems: [{ message, start, end }] };
    }
}
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);
const SETS = new Set(['and', 'or', 'unless']);
/** The type of an aggregation's parameter. */
const PARAMETERS = {
    topk: 'scalar',
    bottomk: 'scalar',
    quantile: 'scalar',
    limitk: 'scalar',
    limit_ratio: 'scalar',
    count_values: 'string',
};
class Checker {
    dialect;
    problems = [];
    constructor(dialect) {
        this.dialect = dialect;
    }
    #say(message, { start, end }) {
        this.problems.push({ message, start, end });
    }
    /** The type of an expression; what is wrong inside it is kept on the way. */
    type(expr) {
        switch (expr.kind) {
            case 'number':
                return 'scalar';
            case 'string':
                return 'string';
            case 'selector':
                return this.#selector(expr);
            case 'range':
                this.type(expr.of);
                return 'range vector';
            case 'subquery':
                this.#expect(expr.of, 'instant vector', 'a subquery');
                return 'range vector';
            case 'moved':
            case 'paren':
                return this.type(expr.of);
            case 'unary':
                return this.#unary(expr);
            case 'binary':
                return this.#binary(expr);
            case 'aggregate':
                return this.#aggregate(expr);
            case 'call':
                return this.#call(expr);
        }
    }
    #expect(expr, wanted, where) {
        const type = this.type(expr);
        if (type === undefined || type === wanted)
            return;
        const hint = wanted === 'range vector' && type === 'instant vector' && expr.kind === 'selector'
            ? `; write a range behind it, such as [5m]`
            : '';
        this.#say(`${where} needs ${article(wanted)}, but this is ${article(type)}${hint}`, expr);
    }
    #selector(expr) {
        for (const { operator, value, valueStart, valueEnd } of expr.matchers) {
            const problem = operator === '=~' || operator === '!~' ? goRegexProblem(value) : undefined;
            if (problem !== undefined)
                this.#say(`the regular expression "${value}" does not compile: ${problem}`, {
                    start: valueStart,
                    end: valueEnd,
                });
        }
        if (this.problems.length > 0)
            return 'instant vector';
        const names = expr.matchers.filter(({ label }) => label === '__name__');
        const twice = expr.metric === undefined ? names.filter(({ operator }) => operator === '=')[1] : names[0];
        if (twice)
            this.#say(`the metric's name is already set: it is "${expr.metric ?? names[0]?.value ?? ''}"`, twice);
        const narrows = expr.metric !== undefined || expr.matchers.some((matcher) => !matchesEmpty(matcher));
        if (!narrows)
            this.#say('the selector matches every series: it needs a metric name, or a matcher that an absent label does not meet', expr);
        return 'instant vector';
    }
    #unary(expr) {
        const type = this.type(expr.of);
        if (type === 'string' || type === 'range vector')
            this.#say(`"${expr.operator}" needs a scalar or an instant vector, but this is ${article(type)}`, expr.of);
        return type;
    }
    #binary(expr) {
        const left = this.type(expr.left);
        const right = this.type(expr.right);
        for (const [type, side] of [
            [left, expr.left],
            [right, expr.right],
        ]) {
            if (type === 'string' || type === 'range vector')
                this.#say(`"${expr.operator}" needs scalars or instant vectors, but this is ${article(type)}`, side);
        }
        const place = { start: expr.operatorStart, end: expr.operatorStart + expr.operator.length };
        if (expr.bool && !COMPARISONS.has(expr.operator))
            this.#say('"bool" is only for comparisons', place);
        if (COMPARISONS.has(expr.operator) && !expr.bool && left === 'scalar' && right === 'scalar')
            this.#say(`a comparison of two scalars needs "bool": write "${expr.operator} bool"`, place);
        if (SETS.has(expr.operator) && (left === 'scalar' || right === 'scalar'))
            this.#say(`"${expr.operator}" is only for instant vectors`, place);
        this.#matching(expr, left === 'scalar' || right === 'scalar');
        return left === 'scalar' && right === 'scalar' ? 'scalar' : 'instant vector';
    }
    #matching({ operator, matching }, scalar) {
        if (!matching)
            return;
        const word = matching.on ? 'on' : 'ignoring';
        if (scalar && matching.labels.length > 0)
            this.#say(`"${word}" is only for operations between instant vectors`, matching);
        if (SETS.has(operator) && matching.group !== undefined)
            this.#say(`"${matching.group}" is not for "${operator}"`, matching);
        const both = matching.on ? matching.include.find((label) => matching.labels.includes(label)) : undefined;
        if (both !== undefined && matching.group !== undefined)
            this.#say(`label "${both}" must not be in "on" and in "${matching.group}" at once`, matching);
    }
    #aggregate(expr) {
        const { operator, arguments: list } = expr;
        const name = { start: expr.start, end: expr.nameEnd };
        if ((operator === 'limitk' || operator === 'limit_ratio') && !this.dialect.experimental)
            this.#experimental(operator, name);
        const parameter = PARAMETERS[operator];
        const wanted = parameter === undefined ? 1 : 2;
        if (list.length !== wanted) {
            this.#say(`${operator} needs ${count(wanted)}, but has ${String(list.length)}`, name);
            for (const argument of list)
                this.type(argument);
            return 'instant vector';
        }
        const [first, second] = list;
        if (parameter !== undefined && first)
            this.#expect(first, parameter, `the parameter of ${operator}`);
        const vector = parameter === undefined ? first : second;
        if (vector)
            this.#expect(vector, 'instant vector', operator);
        return 'instant vector';
    }
    #call(expr) {
        const { name, arguments: list } = expr;
        const place = { start: expr.start, end: expr.nameEnd };
        const known = this.#function(name);
        if (!known) {
            this.#unknown(name, place);
            for (const argument of list)
                this.type(argument);
            return undefined;
        }
        if (known.experimental && !this.dialect.experimental)
            this.#experimental(name, place);
        const most = known.repeats ? Infinity : known.arguments.length;
        const least = known.arguments.length - known.optional;
        if (list.length < least || list.length > most)
            this.#say(`${name} needs ${range(least, most)}, but has ${String(list.length)}`, place);
        list.forEach((argument, index) => {
            const wanted = known.arguments[Math.min(index, known.arguments.length - 1)];
            if (wanted === undefined)
                this.type(argument);
            else
                this.#expect(argument, wanted, name);
        });
        return known.returns;
    }
    #function(name) {
        const successor = this.dialect.major < 3 ? REMOVED.get(name) : undefined;
        const known = FUNCTIONS.get(successor ?? name);
        return known && successor !== undefined ? { ...known, experimental: false } : known;
    }
    #unknown(name, place) {
        const successor = REMOVED.get(name);
        const similar = nearest(name, [...FUNCTIONS.keys()]);
        const hint = successor !== undefined ? `; Prometheus 3 calls it ${successor}` : similar ? `; did you mean ${similar}?` : '';
        this.#say(`there is no function ${name}${hint}`, place);
    }
    #experimental(name, place) {
        this.#say(`${name} is experimental: Prometheus needs --enable-feature=promql-experimental-functions for it`, place);
    }
}
function matchesEmpty({ operator, value }) {
    if (operator === '=')
        return value === '';
    if (operator === '!=')
        return value !== '';
    const matches = matchesNothing(value);
    return operator === '=~' ? matches : !matches;
}
function matchesNothing(pattern) {
    try {
        return new RegExp(`^(?:${pattern})$`, 's').test('');
    }
    catch {
        return false;
    }
}
function article(type) {
    return `${type === 'instant vector' ? 'an' : 'a'} ${type}`;
}
function count(of) {
    return of === 1 ? 'one argument' : `${String(of)} arguments`;
}
function range(least, most) {
    if (most === Infinity)
        return `at least ${count(least)}`;
    return least === most ? (least === 0 ? 'no arguments' : count(least)) : `${String(least)} to ${count(most)}`;
}
/** What is wrong with a query that is not a rule's: one that Prometheus of any version may be asked. */
function promqlProblems(text) {
    return checkPromql(text, { major: 3, experimental: true }).problems;
}

;// CONCATENATED MODULE: ./src/rules/alerting/invalid-expression.ts



/** Expressions that Prometheus cannot parse, or whose types do not fit. */
const invalid_expression_rule = {
    scope: 'document',
    kinds: ['rules', 'rule-tests'],
    code: 'alerting/invalid-expression',
    severity: 'error',
    summary: 'a PromQL expression that cannot be parsed, or whose types do not fit',
    why: 'Prometheus refuses a rule file with an expression that it cannot parse, and then does not start or keeps the old rules.',
    remedy: 'mend the expression, see https://prometheus.io/docs/prometheus/latest/querying/basics/',
    check(document) {
        const dialect = dialectOf(document);
        return valuesOf(document, 'promql').flatMap((value) => judge(value, dialect, document.kind === 'rules'));
    },
};
/** What the Prometheus of the stack understands. */
function dialectOf({ version }) {
    return {
        major: version.major,
        experimental: version.features?.includes('promql-experimental-functions') ?? false,
    };
}
function judge(value, dialect, isRule) {
    const { node } = value;
    if (node.kind !== 'scalar' || node.value === null || node.text === '')
        return [];
    const owner = ownerOf(value);
    const name = `the expression${owner === '' ? '' : ` of ${owner}`}`;
    const { problems, type } = checkPromql(node.text, dialect);
    if (isRule && problems.length === 0 && (type === 'range vector' || type === 'string'))
        return [{ message: `${name} gives a ${type}, but a rule needs an instant vector or a scalar`, at: node.at }];
    return problems.map(({ message, start, end }) => ({
        message: `${name} is wrong: ${message}`,
        at: rangeInScalar(node, start, end),
    }));
}

;// CONCATENATED MODULE: ./src/model/metric-names.ts
/** A label name before Prometheus 3, and in 3 with metric_name_validation_scheme legacy. */
function isLegacyLabelName(name) {
    return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}
/** A metric name before Prometheus 3, and in 3 with metric_name_validation_scheme legacy. */
function isLegacyMetricName(name) {
    return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
}

;// CONCATENATED MODULE: ./src/rules/label-names.ts

/**
 * Tells whether a name may be a label in a configuration. Prometheus 3 takes any text that is not empty; its
 * metric_name_validation_scheme is about what is scraped.
 */
function labelNameTest({ version }) {
    return version.major < 3 ? isLegacyLabelName : (name) => name !== '';
}

;// CONCATENATED MODULE: ./src/rules/set-keys.ts

/** Keys of Go maps, which are unset when they are empty; a section is set as soon as it is there. */
const MAPS = ['proxy_connect_header', 'http_headers', 'headers'];
/** Whether a key has a value that Go does not take for the zero of its type: not empty, `false`, `0` or null. */
function isSet(mapping, key) {
    const value = child(mapping, key);
    if (value === undefined)
        return false;
    if (value.kind === 'sequence')
        return value.items.length > 0;
    if (value.kind === 'mapping')
        return value.entries.size > 0 || !MAPS.includes(key);
    return value.value !== null && value.text !== '' && value.value !== false && value.value !== 0;
}
/** Those of the keys that are set, in the order of the text. */
function setKeys(mapping, keys) {
    return [...mapping.entries.keys()].filter((key) => keys.includes(key) && isSet(mapping, key));
}

;// CONCATENATED MODULE: ./src/rules/alerting/invalid-rule.ts





const ONLY_ALERTS = ['for', 'keep_firing_for', 'annotations'];
/** Rules whose keys or names do not go together. */
const invalid_rule_rule = {
    scope: 'document',
    kinds: ['rules'],
    code: 'alerting/invalid-rule',
    severity: 'error',
    summary: 'a rule that is neither an alert nor a recording rule, is both, or has a bad name',
    why: 'A rule either records or alerts. Prometheus refuses a rule file with a rule that does both, or that has keys or names which its kind does not take.',
    remedy: 'give the rule either "alert" or "record", and the keys that go with it',
    check: (document) => [
        ...mappingsOf(document, 'rule').flatMap(({ node }) => [
            ...invalid_rule_kindOf(node),
            ...names(document, node),
            ...labels(document, node),
        ]),
        ...mappingsOf(document, 'group').flatMap(({ node }) => labels(document, node)),
    ],
};
function invalid_rule_kindOf(node) {
    const alert = isSet(node, 'alert');
    const record = isSet(node, 'record');
    if (alert && record)
        return [
            {
                message: `a rule has both "alert" (${yaml_node_text(child(node, 'alert')) ?? ''}) and "record" (${yaml_node_text(child(node, 'record')) ?? ''})`,
                at: keyRange(node, 'record') ?? node.at,
                help: 'make two rules of it',
            },
        ];
    if (!alert && !record && (child(node, 'alert') ?? child(node, 'record')))
        return [
            {
                message: 'a rule has an empty name',
                at: (child(node, 'alert') ?? child(node, 'record') ?? node).at,
                help: 'write the name of the alert or of the metric',
            },
        ];
    if (!record)
        return [];
    const name = yaml_node_text(child(node, 'record')) ?? '';
    return ONLY_ALERTS.filter((key) => key === 'annotations' ? entries(child(node, key)).length > 0 : isSetDuration(node, key)).map((key) => ({
        message: `recording rule "${name}" has "${key}", which only an alert takes`,
        at: keyRange(node, key) ?? node.at,
        help: `remove "${key}"`,
    }));
}
/** A duration of zero is as good as none. */
function isSetDuration(node, key) {
    return isSet(node, key) && !/^0(?:ms|[smhdwy])?$/.test(yaml_node_text(child(node, key)) ?? '');
}
function names({ version }, node) {
    const record = child(node, 'record');
    const written = yaml_node_text(record) ?? '';
    if (!record || written === '')
        return [];
    if (/[{}]/.test(written))
        return [
            {
                message: `recording rule "${written}" has braces in its name`,
                at: record.at,
                help: 'a selector goes into expr, labels go into labels',
            },
        ];
    if (version.major >= 3 || isLegacyMetricName(written))
        return [];
    return [
        {
            message: `recording rule "${written}" is no metric name`,
            at: record.at,
            help: 'write letters, digits, underscores and colons',
        },
    ];
}
function labels(document, node) {
    const valid = labelNameTest(document);
    return ['labels', 'annotations'].flatMap((section) => entries(child(node, section))
        .filter(([name]) => !valid(name) || (section === 'labels' && name === '__name__'))
        .map(([name, { key }]) => ({
        message: `"${name}" in ${section} is not a valid name${name === '__name__' ? ': the metric has its name from "record"' : ''}`,
        at: key.at,
        help: 'write letters, digits and underscores, a letter or underscore first',
    })));
}

;// CONCATENATED MODULE: ./src/template/lexer.ts
/** Thrown at the first place where a template stops being one. */
class TemplateFault extends Error {
    start;
    end;
    constructor(message, start, end) {
        super(message);
        this.start = start;
        this.end = end;
    }
}
const lexer_KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const lexer_SPACE = /[ \t\r\n]+/y;
const template_lexer_WORD = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const FIELD = /\.[\p{L}\p{Nd}_]+/uy;
const lexer_VARIABLE = /\$[\p{L}\p{Nd}_]*/uy;
const template_lexer_NUMBER = /[+-]?(?:0[xX][0-9a-fA-F_]+(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?\d+)?|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)i?/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y;
const RAW = /`[^`]*`/y;
const CLOSE = /(?:[ \t\r\n]-)?\}\}/y;
const lexer_OPERATOR = /:=|[=|,()]/y;
/** Splits a template of Go's text/template into the tokens of its actions; text between actions is left out. Throws TemplateFault. */
function tokenizeTemplate(text) {
    const tokens = [];
    for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at)) {
        const comment = /^\{\{(?:-[ \t\r\n])?[ \t\r\n]*\/\*/.exec(text.slice(at, at + 8));
        at = comment && /^\{\{(?:-[ \t\r\n]+)?\/\*/.test(comment[0]) ? endOfComment(text, at) : action(text, at, tokens);
    }
    tokens.push({ kind: 'end-of-text', text: 'the end', start: text.length, end: text.length });
    return tokens;
}
function endOfComment(text, start) {
    const end = text.indexOf('*/', start);
    if (end < 0)
        throw new TemplateFault('the comment that starts here is not closed', start, start + 2);
    const close = /^(?:[ \t\r\n]+-)?\}\}/.exec(text.slice(end + 2));
    if (!close)
        throw new TemplateFault('a comment must end right before "}}"', start, end + 2);
    return end + 2 + close[0].length;
}
/** The tokens of one action; gives the offset behind it. */
function action(text, start, tokens) {
    const opening = /^\{\{(?:-(?=[ \t\r\n]))?/.exec(text.slice(start, start + 4))?.[0] ?? '{{';
    tokens.push({ kind: 'open', text: opening, start, end: start + opening.length });
    let at = start + opening.length;
    const match = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(text)?.[0];
    };
    const push = (kind, word) => {
        tokens.push({ kind, text: word, start: at, end: at + word.length });
        at += word.length;
    };
    for (;;) {
        const close = match(CLOSE);
        if (close !== undefined) {
            push('close', close);
            return at;
        }
        if (at >= text.length)
            throw new TemplateFault('the action that starts here is not closed by "}}"', start, start + 2);
        const space = match(lexer_SPACE);
        if (space !== undefined) {
            push('space', space);
            continue;
        }
        const [kind, word] = wordAt(text, at, match);
        push(kind, word);
        if (['identifier', 'keyword', 'field', 'variable', 'bool', 'nil'].includes(kind))
            mustEnd(text, at);
    }
}
/** After a name comes a space, an operator or the end of the action. */
function mustEnd(text, at) {
    if (at < text.length && !/^(?:[ \t\r\n.,|:()=]|\}\})/.test(text.slice(at, at + 2)))
        throw new TemplateFault(`unexpected character "${text.charAt(at)}" in an action`, at, at + 1);
}
function wordAt(text, at, match) {
    const next = text.charAt(at);
    if (next === '"')
        return ['string', match(STRING) ?? unclosed(at)];
    if (next === '`')
        return ['string', match(RAW) ?? unclosed(at)];
    if (next === "'")
        return ['number', match(CHARACTER) ?? unclosed(at)];
    if (next === '$')
        return ['variable', match(lexer_VARIABLE) ?? '$'];
    const number = /[0-9+\-.]/.test(next) ? match(template_lexer_NUMBER) : undefined;
    if (number !== undefined)
        return ['number', number];
    if (next === '.') {
        const field = match(FIELD);
        return field === undefined ? ['dot', '.'] : ['field', field];
    }
    const operator = match(lexer_OPERATOR);
    if (operator !== undefined)
        return [operator, operator];
    const word = match(template_lexer_WORD);
    if (word === undefined)
        throw new TemplateFault(`unexpected "${next}" in an action`, at, at + 1);
    if (word === 'true' || word === 'false')
        return ['bool', word];
    if (word === 'nil')
        return ['nil', word];
    return [lexer_KEYWORDS.has(word) ? 'keyword' : 'identifier', word];
}
function unclosed(at) {
    throw new TemplateFault('the text that starts here is not closed', at, at + 1);
}

;// CONCATENATED MODULE: ./src/template/check.ts


/** Functions that every Go template has. Source: https://pkg.go.dev/text/template#hdr-Functions */
const BUILT_IN = [
    'and',
    'call',
    'eq',
    'ge',
    'gt',
    'html',
    'index',
    'js',
    'le',
    'len',
    'lt',
    'ne',
    'not',
    'or',
    'print',
    'printf',
    'println',
    'slice',
    'urlquery',
];
/** What is wrong with a Go template, as text/template finds when it parses it: the first fault, or nothing. */
function templateProblem(text, names) {
    if (!text.includes('{{'))
        return undefined;
    try {
        new TemplateParser(tokenizeTemplate(text), names).whole();
        return undefined;
    }
    catch (error) {
        if (!(error instanceof TemplateFault))
            throw error;
        return { message: error.message, start: error.start, end: error.end };
    }
}
const OPERANDS = new Set(['bool', 'number', 'string', 'dot', 'nil', 'field', 'identifier', 'variable', '(']);
/** Operands that cannot take what a pipe hands them. */
const LITERALS = new Set(['bool', 'number', 'string', 'dot', 'nil']);
/** Follows the grammar of text/template/parse; nothing is built. */
class TemplateParser {
    tokens;
    #next = 0;
    #variables;
    #ranges = 0;
    #functions;
    constructor(tokens, { functions, variables }) {
        this.tokens = tokens;
        this.#variables = ['$', ...variables];
        this.#functions = new Set([...BUILT_IN, ...functions]);
    }
    whole() {
        const stop = this.#list(true);
        if (stop)
            throw check_fault(`unexpected {{${stop.text}}}: there is nothing for it to ${stop.text === 'end' ? 'end' : 'belong to'}`, stop);
    }
    #peek() {
        const token = this.tokens[Math.min(this.#next, this.tokens.length - 1)];
        if (!token)
            throw new Error('the token list has no end');
        return token;
    }
    #take() {
        const token = this.#peek();
        this.#next++;
        return token;
    }
    #skipSpace() {
        while (this.#peek().kind === 'space')
            this.#next++;
        return this.#peek();
    }
    /** Actions up to `{{end}}` or `{{else …}}`, whose keyword is given back, or to the end. */
    #list(top) {
        for (;;) {
            const open = this.#take();
            if (open.kind === 'end-of-text')
                return undefined;
            const first = this.#skipSpace();
            if (first.kind !== 'keyword') {
                this.#pipeline('command', 'close');
                continue;
            }
            if (first.text === 'end' || first.text === 'else') {
                this.#next++;
                return first;
            }
            this.#keyword(this.#take(), open, top);
        }
    }
    #keyword(keyword, open, top) {
        if (keyword.text === 'break' || keyword.text === 'continue') {
            if (this.#ranges === 0)
                throw check_fault(`{{${keyword.text}}} is only for the inside of {{range}}`, keyword);
            this.#close(keyword.text);
        }
        else if (keyword.text === 'template')
            this.#template();
        else if (keyword.text === 'define' || keyword.text === 'block')
            this.#definition(keyword, open, top);
        else
            this.#control(keyword, open);
    }
    #close(after) {
        const token = this.#skipSpace();
        if (token.kind !== 'close')
            throw check_fault(`unexpected "${token.text}" in {{${after}}}`, token);
        this.#next++;
    }
    #template() {
        this.#name('template');
        if (this.#skipSpace().kind === 'close')
            this.#next++;
        else
            this.#pipeline('template clause', 'close');
    }
    #name(where) {
        const name = this.#skipSpace();
        if (name.kind !== 'string')
            throw check_fault(`unexpected "${name.text}" in {{${where}}}, expected a name in quotes`, name);
        this.#next++;
    }
    #definition(keyword, open, top) {
        if (keyword.text === 'define' && !top)
            throw check_fault('{{define}} is only for the top of a template', keyword);
        this.#name(keyword.text);
        if (keyword.text === 'define')
            this.#close('define');
        else
            this.#pipeline('block clause', 'close');
        const outer = this.#variables;
        this.#variables = ['$'];
        const stop = this.#list(false);
        this.#variables = outer;
        this.#ends(stop, keyword, open);
        if (stop?.text === 'else')
            throw check_fault(`unexpected {{else}} in {{${keyword.text}}}`, stop);
        this.#close('end');
    }
    #ends(stop, keyword, open) {
        if (!stop)
            throw new TemplateFault(`{{${keyword.text}}} has no {{end}}`, open.start, keyword.end);
    }
    /** if, range and with: a pipeline, a body, perhaps else, and the end. Variables live until then. */
    #control(keyword, open) {
        const outer = [...this.#variables];
        this.#pipeline(keyword.text, 'close');
        if (keyword.text === 'range')
            this.#ranges++;
        const stop = this.#list(false);
        if (keyword.text === 'range')
            this.#ranges--;
        this.#ends(stop, keyword, open);
        if (stop?.text === 'else')
            this.#otherwise(keyword, open);
        else
            this.#close('end');
        this.#variables = outer;
    }
    #otherwise(keyword, open) {
        const next = this.#skipSpace();
        if (next.kind === 'keyword' && (next.text === 'if' || next.text === 'with') && next.text === keyword.text) {
            this.#next++;
            this.#control(next, open);
            return;
        }
        this.#close('else');
        const stop = this.#list(false);
        this.#ends(stop, keyword, open);
        if (stop?.text === 'else')
            throw check_fault(`{{${keyword.text}}} has {{else}} twice`, stop);
        this.#close('end');
    }
    #pipeline(where, end) {
        this.#skipSpace();
        this.#declarations(where);
        let commands = 0;
        for (;;) {
            const token = this.#skipSpace();
            if (token.kind === end) {
                if (commands === 0)
                    throw check_fault(`a value is missing in ${where}`, token);
                this.#next++;
                return;
            }
            if (!OPERANDS.has(token.kind))
                throw check_fault(`unexpected "${token.text}" in ${where}`, token);
            if (commands > 0 && LITERALS.has(token.kind))
                throw check_fault(`"${token.text}" is no function, so nothing can be piped into it`, token);
            this.#command();
            commands++;
        }
    }
    /** `$x := …`, `$x = …`, and in range `$i, $x := …`. */
    #declarations(where) {
        const begin = this.#next;
        const declared = [];
        for (;;) {
            const variable = this.#peek();
            if (variable.kind !== 'variable')
                break;
            this.#next++;
            declared.push(variable);
            const operator = this.#skipSpace();
            if (operator.kind === ':=' || operator.kind === '=') {
                this.#next++;
                // Go's parser takes an assignment for a declaration; that the variable is missing shows when the template runs.
                this.#variables.push(...declared.map(({ text }) => text));
                return;
            }
            if (operator.kind !== ',' || where !== 'range' || declared.length > 1)
                break;
            this.#next++;
            this.#skipSpace();
        }
        this.#next = begin;
    }
    /** Operands up to the end of the pipeline or past the next `|`; a pipe into nothing is fine with Go's parser. */
    #command() {
        while (OPERANDS.has(this.#skipSpace().kind)) {
            this.#operand();
            const token = this.#peek();
            if (!['space', 'close', ')', '|'].includes(token.kind))
                throw check_fault(`unexpected "${token.text}" after an operand; a space is missing`, token);
        }
        if (this.#peek().kind === '|')
            this.#next++;
    }
    #operand() {
        const token = this.#take();
        if (token.kind === '(')
            this.#pipeline('parentheses', ')');
        if (token.kind === 'identifier' && !this.#functions.has(token.text)) {
            const similar = nearest(token.text, [...this.#functions]);
            throw check_fault(`there is no function "${token.text}"${similar ? `; did you mean "${similar}"?` : ''}`, token);
        }
        if (token.kind === 'variable')
            this.#known(token);
        while (this.#peek().kind === 'field') {
            const field = this.#take();
            if (LITERALS.has(token.kind))
                throw check_fault(`unexpected "${field.text}" after "${token.text}"`, field);
        }
    }
    #known(variable) {
        if (this.#variables.includes(variable.text))
            return;
        const similar = nearest(variable.text, this.#variables);
        throw check_fault(`there is no variable "${variable.text}"${similar ? `; did you mean "${similar}"?` : ''}`, variable);
    }
}
function check_fault(message, { start, end }) {
    return new TemplateFault(message, start, end);
}

;// CONCATENATED MODULE: ./src/rules/alerting/invalid-template.ts




/** What Prometheus adds to Go's templates. Source: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/ */
const invalid_template_NAMES = {
    variables: ['$labels', '$externalLabels', '$externalURL', '$value'],
    functions: [
        'args',
        'externalURL',
        'first',
        'graphLink',
        'humanize',
        'humanize1024',
        'humanizeDuration',
        'humanizePercentage',
        'humanizeTimestamp',
        'label',
        'match',
        'now',
        'parseDuration',
        'pathPrefix',
        'query',
        'reReplaceAll',
        'safeHtml',
        'sortByLabel',
        'stripDomain',
        'stripPort',
        'strvalue',
        'tableLink',
        'title',
        'toDuration',
        'toLower',
        'toTime',
        'toUpper',
        'urlQueryEscape',
        'value',
    ],
};
/** Templates in labels and annotations that cannot be parsed. */
const invalid_template_rule = {
    scope: 'document',
    kinds: ['rules'],
    code: 'alerting/invalid-template',
    severity: 'error',
    summary: 'a template in a label or annotation that cannot be parsed',
    why: 'Labels and annotations of alerts are Go templates. Prometheus refuses a rule file with a template that it cannot parse.',
    remedy: 'mend the template, see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/',
    check: (document) => mappingsOf(document, 'rule').flatMap(({ node, key, inside }) => child(node, 'alert') === undefined
        ? []
        : ['labels', 'annotations'].flatMap((section) => entries(child(node, section)).flatMap(([name, { value }]) => invalid_template_judge(value, `${section === 'labels' ? 'label' : 'annotation'} "${name}" of ${ownerOf({ inside: { node, key, inside } })}`)))),
};
function invalid_template_judge(node, name) {
    if (node.kind !== 'scalar')
        return [];
    const problem = templateProblem(node.text, invalid_template_NAMES);
    if (!problem)
        return [];
    return [
        { message: `${name} is no template: ${problem.message}`, at: rangeInScalar(node, problem.start, problem.end) },
    ];
}

;// CONCATENATED MODULE: ./src/schema/schema-walk.ts
/** Every part of a schema that speaks about the value at a JSON pointer; alternatives give several. */
function schemasAt(schema, pointer) {
    let here = unfold(schema, schema);
    for (const raw of pointer.split('/').slice(1)) {
        const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
        here = here.flatMap((node) => below(node, key)).flatMap((node) => unfold(node, schema));
    }
    return here;
}
function below(node, key) {
    const property = node.properties?.[key];
    if (property !== undefined)
        return [property];
    const patterns = Object.entries(node.patternProperties ?? {}).filter(([pattern]) => new RegExp(pattern, 'u').test(key));
    const others = /^\d+$/.test(key) ? [node.items, node.additionalProperties] : [node.additionalProperties];
    return [...patterns.map(([, child]) => child), ...others].filter((child) => typeof child === 'object');
}
/** A node with what it refers to and its alternatives; each once. */
function unfold(node, root, seen = new Set()) {
    if (seen.has(node))
        return [];
    seen.add(node);
    const referred = node.$ref === undefined ? undefined : root.definitions?.[node.$ref.split('/').at(-1) ?? ''];
    const inner = [referred, ...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
    return [node, ...inner.flatMap((one) => (one === undefined ? [] : unfold(one, root, seen)))];
}

;// CONCATENATED MODULE: ./src/yaml/to-value.ts
/** The plain value of a node, for a JSON schema. Shared nodes stay shared, so aliases cost nothing. */
function toValue(node, seen = new Map()) {
    if (node === undefined)
        return null;
    if (node.kind === 'scalar')
        return node.value;
    const known = seen.get(node);
    if (known !== undefined)
        return known;
    const value = node.kind === 'sequence'
        ? node.items.map((item) => toValue(item, seen))
        : Object.fromEntries([...node.entries].map(([key, entry]) => [key, toValue(entry.value, seen)]));
    seen.set(node, value);
    return value;
}

;// CONCATENATED MODULE: ./src/rules/schema-problems.ts





const NONE = { unknownKeys: [], invalidValues: [] };
const verdicts = new WeakMap();
/** What a document is called in messages. */
const TITLES = {
    prometheus: 'prometheus.yml',
    'scrape-configs': 'the file of scrape jobs',
    'target-groups': 'the file of targets',
    rules: 'the rule file',
    'rule-tests': 'the file of rule tests',
    'grafana-datasources': 'the file of data sources',
    'grafana-dashboards': 'the file of dashboard providers',
    dashboard: 'the dashboard',
    alertmanager: 'alertmanager.yml',
    web: 'the web configuration',
    blackbox: 'the file of probe modules',
};
/** Judges a configuration file by the schema of its kind. */
function documentProblems({ kind, root }) {
    const found = schemaProblems(root, kind, TITLES[kind] ?? 'the file');
    if (kind !== 'scrape-configs' || root?.kind !== 'mapping')
        return found;
    // Its schema is that of the whole prometheus.yml.
    const told = new Set(found.unknownKeys.map(({ at }) => at?.start));
    const others = entries(root).filter(([name, { key }]) => name !== 'scrape_configs' && !told.has(key.at.start));
    const title = TITLES[kind] ?? '';
    const misplaced = others.map(([name, { key }]) => ({ message: `unknown key "${name}" in ${title}`, at: key.at }));
    return { ...found, unknownKeys: [...found.unknownKeys, ...misplaced] };
}
/** Judges a tree by the schema of a kind of file, once; each problem stands at the key or value that causes it. */
function schemaProblems(root, kind, what) {
    if (root === undefined)
        return NONE;
    const known = verdicts.get(root);
    if (known)
        return known;
    let verdict = NONE;
    if (!isRight(root, kind)) {
        const { validate } = compiledSchemaOf(kind);
        if (!validate(toValue(root)))
            verdict = sort(relevant(validate.errors ?? []), { root, what, schema: schemaOf(kind) });
    }
    verdicts.set(root, verdict);
    return verdict;
}
/**
 * Of the errors of an alternative (`anyOf`, `oneOf`) only those of the branch that got furthest help; the others say what
 * the value would have to be if it were something else.
 */
function relevant(errors) {
    const kept = errors.filter((error) => error.keyword !== 'if');
    const alternatives = kept.filter((error) => error.keyword === 'anyOf' || error.keyword === 'oneOf');
    const dropped = new Set();
    for (const alternative of alternatives) {
        const branch = kept.filter((error) => error !== alternative && error.schemaPath.startsWith(`${alternative.schemaPath}/`));
        const deeper = kept.filter((error) => error.instancePath.startsWith(`${alternative.instancePath}/`));
        const extra = kept.filter((e) => e.instancePath === alternative.instancePath && e.keyword === 'additionalProperties');
        if (deeper.length > 0 || extra.length > 0) {
            dropped.add(alternative);
            for (const error of kept) {
                if (error.instancePath === alternative.instancePath && error.keyword !== 'additionalProperties')
                    dropped.add(error);
            }
        }
        else
            for (const error of branch)
                if (error.keyword !== 'type')
                    dropped.add(error);
    }
    return kept.filter((error) => !dropped.has(error));
}
function sort(errors, judged) {
    const unknownKeys = new Map();
    const invalid = new Map();
    for (const error of errors) {
        const path = error.instancePath;
        if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
            const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
            unknownKeys.set(`${path}/${key}`, unknownKey(judged, path, key));
        }
        else
            invalid.set(path, [...(invalid.get(path) ?? []), error]);
    }
    return {
        unknownKeys: [...unknownKeys.values()],
        invalidValues: [...invalid].map(([path, list]) => invalidValue(judged, path, list)),
    };
}
function unknownKey({ root, what, schema }, path, key) {
    const { node, name } = at(root, path);
    const allowed = schemasAt(schema, path).flatMap(({ properties }) => Object.keys(properties ?? {}));
    const similar = nearest(key, allowed);
    return {
        message: `unknown key "${key}" in ${name === '' ? what : `"${name}"`}${similar ? `; did you mean "${similar}"?` : ''}`,
        at: keyRange(node, key) ?? node.at,
        ...(similar ? { help: `write "${similar}" in place of "${key}"` } : {}),
    };
}
function invalidValue({ root, schema }, path, errors) {
    const { node, name } = at(root, path);
    const missing = errors.flatMap((error) => error.keyword === 'required' ? [String(error.params['missingProperty'])] : []);
    if (missing.length > 0) {
        const [first] = missing;
        return {
            message: `${label(name)} lacks the required key "${first ?? ''}"`,
            at: node.at,
            help: `add "${first ?? ''}"`,
        };
    }
    const expected = [...new Set(errors.map((error) => expectation(error, schemasAt(schema, path))))]
        .filter((text) => text !== '')
        .join(' or ');
    return { message: `${label(name)} is ${schema_problems_shown(node)}, expected ${expected || 'another value'}`, at: node.at };
}
function label(name) {
    return name === '' ? 'the document' : `"${name}"`;
}
function schema_problems_shown(node) {
    if (node.kind !== 'scalar')
        return `a ${node.kind}`;
    if (node.value === null)
        return 'empty';
    const text = node.text.length > 60 ? `${node.text.slice(0, 57)}…` : node.text;
    return typeof node.value === 'string' ? `"${text}"` : text;
}
const TYPES = {
    object: 'a mapping',
    array: 'a list',
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    null: 'nothing',
};
function expectation({ keyword, params }, parts) {
    const list = (value) => (Array.isArray(value) ? value.map(String) : [String(value)]);
    if (keyword === 'type') {
        const types = list(params['type']).filter((type) => type !== 'null');
        return types.length === 3 && types.includes('string')
            ? 'text'
            : types.map((type) => TYPES[type] ?? type).join(' or ');
    }
    if (keyword === 'enum') {
        const named = params['allowedValues'].filter((value) => value !== null && value !== '');
        const shown = list(named);
        if (shown.length > 16)
            return `one of ${shown.slice(0, 8).join(', ')} and ${String(shown.length - 8)} more`;
        return `one of ${shown.join(', ')}`;
    }
    if (keyword === 'const')
        return `"${String(params['allowedValue'])}"`;
    if (keyword === 'anyOf' || keyword === 'oneOf')
        return '';
    if (keyword === 'pattern') {
        const described = parts.find(({ pattern }) => pattern === params['pattern'])?.description;
        return described ?? `text that matches ${String(params['pattern'])}`;
    }
    if (keyword === 'minLength' || keyword === 'minItems')
        return 'something that is not empty';
    const { comparison, limit } = params;
    if (comparison !== undefined)
        return `${String(comparison)} ${String(limit)}`;
    return keyword === 'uniqueItems' ? 'nothing twice' : 'another value';
}
/** The node at a JSON pointer and the name to call it by: the last key on the way, with its index in a list. */
function at(root, pointer) {
    let node = root;
    let name = '';
    for (const raw of pointer.split('/').slice(1)) {
        const part = raw.replaceAll('~1', '/').replaceAll('~0', '~');
        const next = node.kind === 'sequence' ? node.items[Number(part)] : mappingValue(node, part);
        if (!next)
            break;
        name = node.kind === 'sequence' ? `${name}[${part}]${schema_problems_nameOf(next)}` : part;
        node = next;
    }
    return { node, name };
}
const schema_problems_NAMES = ['job_name', 'alert', 'record', 'name'];
/** How a list's entry calls itself, since nobody counts entries. */
function schema_problems_nameOf(entry) {
    const own = schema_problems_NAMES.map((key) => yaml_node_text(child(entry, key))).find((name) => name !== undefined);
    return own === undefined ? '' : ` (${own})`;
}
function mappingValue(node, key) {
    return node.kind === 'mapping' ? node.entries.get(key)?.value : undefined;
}
/** The range of a whole document's first character, for what is missing from it. */
function documentStart(root) {
    return { file: root.at.file, start: root.at.start, end: root.at.start };
}

;// CONCATENATED MODULE: ./src/rules/alerting/invalid-value.ts

/** Values of the wrong type in a rule file, or missing ones. */
const invalid_value_rule = {
    scope: 'document',
    kinds: ['rules', 'rule-tests'],
    code: 'alerting/invalid-value',
    severity: 'error',
    summary: 'a value of the wrong type in a rule file, or a required key that is missing',
    why: 'Prometheus refuses to load a rule file whose values cannot be decoded, and then does not start.',
    remedy: 'write a value of the expected kind',
    check: (document) => documentProblems(document).invalidValues,
};

;// CONCATENATED MODULE: ./src/rules/alerting/unknown-key.ts

/** Keys that a rule file does not have. */
const unknown_key_rule = {
    scope: 'document',
    kinds: ['rules', 'rule-tests'],
    code: 'alerting/unknown-key',
    severity: 'error',
    summary: 'a key that a rule file does not have',
    why: 'Prometheus refuses to load a rule file that has a key which it does not know, and then does not start.',
    remedy: 'mend the spelling, or move the key to the section it belongs to',
    check: (document) => documentProblems(document).unknownKeys,
};

;// CONCATENATED MODULE: ./src/rules/alertmanager-integrations.ts
function either(key) {
    return [key, `${key}_file`];
}
function one(key, what, ...global) {
    return { what, own: [key], global };
}
function inlineOrFile(key, what, ...global) {
    return { what, own: either(key), global };
}
const WEBHOOK = {
    needs: [inlineOrFile('webhook_url', 'its webhook')],
    exclusive: [either('webhook_url')],
};
/**
 * By the name of the integration's mapping in the schema.
 * Source: https://prometheus.io/docs/alertmanager/latest/configuration/ and what amtool 0.33 refuses.
 */
const INTEGRATIONS = {
    discord_config: WEBHOOK,
    msteams_config: WEBHOOK,
    msteamsv2_config: WEBHOOK,
    email_config: {
        needs: [
            one('to', 'whom to write to'),
            one('smarthost', 'the mail server', 'smtp_smarthost'),
            one('from', 'the sender', 'smtp_from'),
        ],
        exclusive: [],
    },
    incidentio_config: {
        needs: [inlineOrFile('url', 'where to send to')],
        exclusive: [either('url'), either('alert_source_token')],
    },
    jira_config: {
        needs: [
            one('project', 'the project'),
            one('issue_type', 'the type of the issues'),
            one('api_url', 'the address of Jira', 'jira_api_url'),
        ],
        exclusive: [],
    },
    mattermost_config: {
        needs: [inlineOrFile('webhook_url', 'its webhook', ...either('mattermost_webhook_url'))],
        exclusive: [either('webhook_url')],
    },
    opsgenie_config: {
        needs: [inlineOrFile('api_key', 'the key of the API', ...either('opsgenie_api_key'))],
        exclusive: [either('api_key')],
    },
    pagerduty_config: {
        needs: [{ what: 'the key of the integration', own: [...either('routing_key'), ...either('service_key')] }],
        exclusive: [either('routing_key'), either('service_key')],
    },
    pushover_config: {
        needs: [inlineOrFile('user_key', 'the recipient'), inlineOrFile('token', 'the token of the application')],
        exclusive: [either('user_key'), either('token')],
    },
    rocketchat_config: {
        needs: [
            inlineOrFile('token_id', 'the id of the sender', ...either('rocketchat_token_id')),
            inlineOrFile('token', 'the token of the sender', ...either('rocketchat_token')),
        ],
        exclusive: [either('token_id'), either('token')],
    },
    slack_config: {
        needs: [
            {
                what: 'a webhook or the token of an app',
                own: [...either('api_url'), ...either('app_token')],
                global: [...either('slack_api_url'), ...either('slack_app_token')],
            },
        ],
        exclusive: [[...either('api_url'), ...either('app_token')]],
    },
    sns_config: {
        needs: [{ what: 'whom to publish to', own: ['topic_arn', 'phone_number', 'target_arn'] }],
        exclusive: [],
    },
    telegram_config: {
        needs: [
            inlineOrFile('chat_id', 'the chat'),
            inlineOrFile('bot_token', 'the token of the bot', ...either('telegram_bot_token')),
        ],
        exclusive: [either('chat_id'), either('bot_token')],
    },
    victorops_config: {
        needs: [
            one('routing_key', 'the team to tell'),
            inlineOrFile('api_key', 'the key of the API', ...either('victorops_api_key')),
        ],
        exclusive: [either('api_key')],
    },
    webex_config: { needs: [one('room_id', 'the room to post to')], exclusive: [] },
    webhook_config: { needs: [inlineOrFile('url', 'where to send to')], exclusive: [either('url')] },
    wechat_config: {
        needs: [
            inlineOrFile('api_secret', 'the secret of the API', ...either('wechat_api_secret')),
            one('corp_id', "the company's id", 'wechat_api_corp_id'),
        ],
        exclusive: [either('api_secret')],
    },
};
/** Groups of keys of the global section of which at most one may be set. */
const GLOBAL_EXCLUSIVE = [
    [...either('slack_api_url'), ...either('slack_app_token')],
    ...[
        'opsgenie_api_key',
        'victorops_api_key',
        'telegram_bot_token',
        'smtp_auth_password',
        'smtp_auth_secret',
        'rocketchat_token',
        'rocketchat_token_id',
        'wechat_api_secret',
        'mattermost_webhook_url',
    ].map(either),
];

;// CONCATENATED MODULE: ./src/rules/http-client.ts


/** A key counts as set when its value is neither null nor empty text. */
function http_client_isSet(node, key) {
    const value = child(node, key);
    return value !== undefined && (value.kind !== 'scalar' || (value.value !== null && value.text !== ''));
}
/** Of keys that exclude each other, the second one that is set, with the first as its reason. */
function exclusive(node, keys, owner) {
    const [first, second] = keys.filter((key) => http_client_isSet(node, key)).sort((a, b) => startOf(node, a) - startOf(node, b));
    if (first === undefined || second === undefined)
        return [];
    const at = keyRange(node, first);
    return [
        {
            message: `"${second}"${of(owner)} is set beside "${first}", expected at most one of ${keys.join(', ')}`,
            at: keyRange(node, second),
            help: `remove "${first}" or "${second}"`,
            related: at ? [{ message: `"${first}" is set here`, at }] : [],
        },
    ];
}
function startOf(node, key) {
    return keyRange(node, key)?.start ?? 0;
}
function of(owner) {
    return owner === '' ? '' : ` of ${owner}`;
}
/** Keys of HTTP clients and of TLS that exclude or need each other, as github.com/prometheus/common/config sees it. */
function httpClientProblems(document) {
    return [
        ...mappingsOf(document, 'http-client').flatMap(authenticationProblems),
        ...mappingsOf(document, 'http-client').flatMap(headerProblems),
        ...[...mappingsOf(document, 'http-client'), ...mappingsOf(document, 'oauth2')].flatMap(proxyProblems),
        ...mappingsOf(document, 'oauth2').flatMap((value) => exclusiveOf(value, OAUTH2)),
        ...mappingsOf(document, 'basic_auth').flatMap((value) => exclusiveOf(value, BASIC)),
        ...mappingsOf(document, 'authorization').flatMap(authorizationProblems),
        ...mappingsOf(document, 'tls_config').flatMap(tlsProblems),
    ];
}
const OAUTH2 = [['client_secret', 'client_secret_file', 'client_secret_ref']];
const BASIC = [
    ['username', 'username_file', 'username_ref'],
    ['password', 'password_file', 'password_ref'],
];
const TLS = [
    ['ca', 'ca_file', 'ca_ref'],
    ['cert', 'cert_file', 'cert_ref'],
    ['key', 'key_file', 'key_ref'],
];
function exclusiveOf(value, groups) {
    return groups.flatMap((keys) => exclusive(value.node, keys, http_client_nameOf(value)));
}
function http_client_nameOf(value) {
    const owner = ownerOf(value);
    return owner === '' || owner === value.key ? value.key : `${value.key} of ${owner}`;
}
function authenticationProblems(value) {
    const groups = [
        ['basic_auth', 'authorization', 'oauth2'],
        ['bearer_token', 'bearer_token_file'],
    ];
    const mixed = ['basic_auth', 'authorization', 'oauth2'].map((key) => [key, 'bearer_token', 'bearer_token_file']);
    const [first] = exclusiveOf(value, [...groups, ...mixed]);
    return first ? [first] : [];
}
function authorizationProblems(value) {
    const type = child(value.node, 'type');
    const basic = type && yaml_node_text(type)?.trim().toLowerCase() === 'basic'
        ? [
            {
                message: `type of ${http_client_nameOf(value)} is "${yaml_node_text(type) ?? ''}", expected Bearer or another scheme`,
                at: type.at,
                help: 'write basic_auth with username and password in place of authorization',
            },
        ]
        : [];
    return [...basic, ...exclusiveOf(value, [['credentials', 'credentials_file', 'credentials_ref']])];
}
function proxyProblems(value) {
    const { node } = value;
    const fromEnvironment = child(node, 'proxy_from_environment');
    const environment = fromEnvironment?.kind === 'scalar' && fromEnvironment.value === true;
    if (environment)
        return ['proxy_url', 'no_proxy']
            .filter((key) => http_client_isSet(node, key))
            .map((key) => ({
            message: `"${key}" of ${http_client_nameOf(value)} is set beside "proxy_from_environment", expected only one of them`,
            at: keyRange(node, key),
            help: `remove "${key}" or "proxy_from_environment"`,
        }));
    if (http_client_isSet(node, 'proxy_url'))
        return [];
    return ['no_proxy', 'proxy_connect_header']
        .filter((key) => http_client_isSet(node, key) && (key === 'no_proxy' || entries(child(node, key)).length > 0))
        .map((key) => ({
        message: `"${key}" of ${http_client_nameOf(value)} is set without "proxy_url"`,
        at: keyRange(node, key),
        help: `add "proxy_url" or remove "${key}"`,
    }));
}
/** Headers that the client sets itself. Source: reservedHeaders in config/headers.go of github.com/prometheus/common. */
const RESERVED = new Set(('authorization host content-encoding content-length content-type user-agent connection keep-alive ' +
    'proxy-authenticate proxy-authorization www-authenticate accept-encoding ' +
    'x-prometheus-remote-write-version x-prometheus-remote-read-version x-prometheus-scrape-timeout-seconds ' +
    'x-amz-date x-amz-security-token x-amz-content-sha256').split(' '));
function headerProblems(value) {
    return entries(child(value.node, 'http_headers')).flatMap(([name, { key }]) => RESERVED.has(name.toLowerCase())
        ? [
            {
                message: `http_headers of ${http_client_nameOf(value)} sets "${name}", expected a header that the client does not set itself`,
                at: key.at,
                help: `remove "${name}"; credentials go into authorization or basic_auth`,
            },
        ]
        : []);
}
function tlsProblems(value) {
    const { node } = value;
    const certificate = ['cert', 'cert_file', 'cert_ref'].find((key) => http_client_isSet(node, key));
    const privateKey = ['key', 'key_file', 'key_ref'].find((key) => http_client_isSet(node, key));
    const present = certificate ?? privateKey;
    const lone = present !== undefined && (certificate === undefined || privateKey === undefined)
        ? [
            {
                message: `"${present}" of ${http_client_nameOf(value)} is set without ${certificate ? 'its key: key_file or key' : 'its certificate: cert_file or cert'}`,
                at: keyRange(node, present),
                help: `add "${certificate ? 'key_file' : 'cert_file'}", or remove "${present}"`,
            },
        ]
        : [];
    return [...exclusiveOf(value, TLS), ...lone];
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/conflicting-keys.ts




/** Keys that exclude each other. */
const conflicting_keys_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/conflicting-keys',
    severity: 'error',
    summary: 'keys that exclude each other, such as a secret and the file with it',
    why: 'Alertmanager refuses to start when it cannot tell which of two settings counts: a secret and its file, two ways to log in, a proxy and the one of the environment, html and monospace.',
    remedy: 'keep one of the keys',
    check: (document) => [
        ...GLOBAL_EXCLUSIVE.flatMap((keys) => mappingsOf(document, 'global').flatMap(({ node }) => exclusive(node, keys, 'global'))),
        ...Object.entries(INTEGRATIONS).flatMap(([kind, integration]) => mappingsOf(document, kind).flatMap((value) => integration.exclusive.flatMap((keys) => exclusive(value.node, keys, ownerOf(value))))),
        ...mappingsOf(document, 'email_config').flatMap(emailProblems),
        ...mappingsOf(document, 'pushover_config').flatMap(pushoverProblems),
        ...mappingsOf(document, 'slack_config').flatMap((value) => slackProblems(value, child(document.root, 'global'))),
        ...mappingsOf(document, 'incidentio_config').flatMap((value) => tokenProblems(value, ['alert_source_token', 'alert_source_token_file'])),
        ...mappingsOf(document, 'victorops_config').flatMap(victoropsProblems),
        ...mappingsOf(document, 'sns_config').flatMap(snsProblems),
        ...httpClientProblems(document),
    ],
};
function emailProblems({ node, ...value }) {
    const owner = ownerOf(value);
    // Alertmanager starts with both and takes the file only when the other is empty.
    const secrets = ['auth_password', 'auth_secret'].flatMap((key) => exclusive(node, [key, `${key}_file`], owner));
    const names = new Map();
    const headers = entries(child(node, 'headers')).flatMap(([name, { key }]) => {
        const earlier = names.get(name.toLowerCase());
        names.set(name.toLowerCase(), name);
        if (earlier === undefined)
            return [];
        return [
            {
                message: `the mail header "${name}" of ${owner} is also set as "${earlier}", expected each header once in any case`,
                at: key.at,
                help: `remove "${name}" or "${earlier}"`,
            },
        ];
    });
    return [...secrets.map((problem) => ({ ...problem, severity: 'warning' })), ...headers];
}
function isTrue(node) {
    return node?.kind === 'scalar' && node.value === true;
}
function pushoverProblems(value) {
    const both = isTrue(child(value.node, 'html')) && isTrue(child(value.node, 'monospace'));
    return both ? exclusive(value.node, ['html', 'monospace'], ownerOf(value)) : [];
}
const SLACK_API = 'https://slack.com/api/chat.postMessage';
function slackProblems(value, global) {
    const { node } = value;
    const url = child(node, 'api_url');
    const update = isTrue(child(node, 'update_message')) && yaml_node_text(url) !== SLACK_API
        ? [
            {
                message: `update_message of ${ownerOf(value)} is true while api_url is ${url ? `"${yaml_node_text(url) ?? ''}"` : 'not set'}, expected "${SLACK_API}"`,
                at: keyRange(node, 'update_message'),
                help: `set "api_url" to "${SLACK_API}" or remove "update_message"`,
            },
        ]
        : [];
    return [...update, ...tokenProblems(value, ['app_token', 'app_token_file']), ...inheritedToken(value, global)];
}
/** A token is sent in the header that http_config would set as well. */
function tokenProblems(value, keys) {
    const token = keys.find((key) => http_client_isSet(value.node, key));
    const client = child(value.node, 'http_config');
    const login = ['authorization', 'bearer_token', 'bearer_token_file'].find((key) => http_client_isSet(client, key));
    if (token === undefined || login === undefined)
        return [];
    return [
        {
            message: `"${token}" of ${ownerOf(value)} is set beside "${login}" in http_config, expected only one of them`,
            at: keyRange(value.node, token),
            help: `remove "${token}" or "${login}"`,
        },
    ];
}
/** The global token of a Slack app, with the global HTTP client's authorization. */
function inheritedToken({ node, ...value }, global) {
    const client = child(node, 'http_config');
    const own = ['api_url', 'api_url_file', 'app_token', 'app_token_file'].some((key) => http_client_isSet(node, key));
    const login = ['authorization', 'bearer_token', 'bearer_token_file'].find((key) => http_client_isSet(child(global, 'http_config'), key));
    const token = ['slack_app_token', 'slack_app_token_file'].find((key) => http_client_isSet(global, key));
    if (own || login === undefined || token === undefined || http_client_isSet(node, 'http_config') || client?.kind === 'mapping')
        return [];
    return [
        {
            message: `${ownerOf(value)} takes "${token}" and "${login}" of http_config from global, expected only one of them`,
            at: node.at,
            help: `remove "${token}" or "${login}" from global`,
        },
    ];
}
const FIXED_FIELDS = new Set('routing_key message_type state_message entity_display_name monitoring_tool entity_id entity_state'.split(' '));
function victoropsProblems(value) {
    return entries(child(value.node, 'custom_fields')).flatMap(([name, { key }]) => FIXED_FIELDS.has(name)
        ? [
            {
                message: `custom_fields of ${ownerOf(value)} has "${name}", expected none of the fields that are always sent`,
                at: key.at,
                help: `rename or remove "${name}"`,
            },
        ]
        : []);
}
function snsProblems({ node, ...value }) {
    const targets = ['topic_arn', 'phone_number', 'target_arn'];
    const several = exclusive(node, targets, ownerOf(value));
    // Alertmanager's own test lets three pass, though only one of them is used.
    const all = targets.every((key) => http_client_isSet(node, key));
    return all ? several.map((problem) => ({ ...problem, severity: 'warning' })) : several;
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/duplicate-receiver.ts



/** Two receivers of one name. */
const duplicate_receiver_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/duplicate-receiver',
    severity: 'error',
    summary: 'two receivers have the same name',
    why: 'Alertmanager refuses to start when two receivers have the same name, since routes could mean either.',
    remedy: 'give each receiver a name of its own, or put the integrations into one receiver',
    check(document) {
        const first = new Map();
        return mappingsOf(document, 'receiver').flatMap(({ node }) => {
            const name = child(node, 'name');
            const written = yaml_node_text(name);
            if (!name || written === undefined)
                return [];
            const earlier = first.get(written);
            if (!earlier) {
                first.set(written, name);
                return [];
            }
            return [
                {
                    message: `receiver "${written}" is already defined on line ${String(locate(earlier.at).start.line)}, expected a name of its own`,
                    at: name.at,
                    related: [{ message: 'first defined here', at: earlier.at }],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/alertmanager/duplicate-time-interval.ts


/** Two time intervals of one name. */
const duplicate_time_interval_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/duplicate-time-interval',
    severity: 'error',
    summary: 'two time intervals have the same name',
    why: 'Alertmanager refuses to start when two time intervals have the same name, also when one is in mute_time_intervals and the other in time_intervals.',
    remedy: 'give each time interval a name of its own',
    check({ root }) {
        const first = new Map();
        const all = [...items(child(root, 'mute_time_intervals')), ...items(child(root, 'time_intervals'))];
        return all.flatMap((interval) => {
            const name = child(interval, 'name');
            const written = yaml_node_text(name);
            if (!name || written === undefined)
                return [];
            const earlier = first.get(written);
            if (!earlier) {
                first.set(written, name);
                return [];
            }
            return [
                {
                    message: `time interval "${written}" is already defined on line ${String(locate(earlier.at).start.line)}, expected a name of its own`,
                    at: name.at,
                    related: [{ message: 'first defined here', at: earlier.at }],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/missing-reference.ts
/** Directories that images bring themselves, with bundles of certificates above all. */
const OF_THE_IMAGE = /^\/(?:etc\/(?:ssl|pki|ca-certificates)|usr|lib|opt)\//;
/** Why a file that a document names is not there, in words; undefined when it is there or cannot be seen from here. */
function missingReference({ state, containerPath }) {
    if (state === 'missing')
        return 'there is none';
    if (state !== 'unmounted' || OF_THE_IMAGE.test(containerPath))
        return undefined;
    return `nothing is mounted at "${containerPath}" in the container`;
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/file-missing.ts


/** Files with secrets and certificates that are not there. */
const file_missing_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/file-missing',
    severity: 'warning',
    summary: 'a file with a secret or certificate that is not there',
    why: 'Alertmanager starts without the file, and fails when it sends a notification that needs the secret or the certificate in it.',
    remedy: 'mount the file into the container, as a secret of the compose file or a volume, or mend the path',
    check({ root, references }) {
        const templates = new Set(items(child(root, 'templates')));
        return references.flatMap((reference) => {
            const why = missingReference(reference);
            if (why === undefined || templates.has(reference.node))
                return [];
            return [
                { message: `the configuration names the file "${reference.written}", but ${why}`, at: reference.node.at },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/model/go-duration.ts
const UNITS_NS = {
    ns: 1,
    us: 1e3,
    µs: 1e3,
    μs: 1e3,
    ms: 1e6,
    s: 1e9,
    m: 6e10,
    h: 3.6e12,
};
const go_duration_PART = /([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)/y;
/**
 * Nanoseconds of a Go duration such as `1m30s` or `1.5h`, undefined when it is none. Days and longer units do not exist
 * here. Source: https://pkg.go.dev/time#ParseDuration.
 */
function goDurationNs(written) {
    const sign = written.startsWith('-') ? -1 : 1;
    const digits = written.replace(/^[-+]/, '');
    if (digits === '0')
        return 0;
    if (digits === '')
        return undefined;
    let total = 0;
    go_duration_PART.lastIndex = 0;
    while (go_duration_PART.lastIndex < digits.length) {
        const part = go_duration_PART.exec(digits);
        if (!part)
            return undefined;
        total += Number(part[1]) * (UNITS_NS[part[2] ?? ''] ?? 0);
    }
    return total < 2 ** 63 ? sign * total : undefined;
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/invalid-duration.ts




/** Durations that Alertmanager cannot read, or that it does not take. */
const alertmanager_invalid_duration_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/invalid-duration',
    severity: 'error',
    summary: 'a duration that Alertmanager cannot read or take',
    why: 'Most durations of Alertmanager are whole numbers with units from large to small, such as 1h30m. A group that is told about without a pause would flood its receiver, so group_interval and repeat_interval cannot be zero. timeout, retry, expire and ttl of receivers are durations of Go, which end at hours.',
    remedy: 'write whole numbers with units from large to small, such as 30s, 5m or 4h',
    check: (document) => [
        ...valuesOf(document, 'duration').flatMap(durationProblem),
        ...goProblems(document, 'go-duration', true),
        ...goProblems(document, 'go-duration-text', false),
    ],
};
/** The longest duration that 64 bits of nanoseconds hold. */
const MAXIMUM_MS = 2 ** 63 / 1e6;
const NEVER_ZERO = new Set(['group_interval', 'repeat_interval']);
function durationProblem(value) {
    const written = yaml_node_text(value.node);
    if (written === undefined)
        return [];
    const ms = prometheusDurationMs(written);
    const say = (expected) => [
        { message: `${nameOf(value)} is "${written}", expected ${expected}`, at: value.node.at },
    ];
    if (ms === undefined)
        return say('a duration such as 30s or 1h30m');
    if (ms === 0 && NEVER_ZERO.has(value.key))
        return say('a duration that is longer than zero');
    return ms < MAXIMUM_MS ? [] : say('a duration of at most 292y');
}
/** Durations of Go; a plain number is nanoseconds for fields that are decoded as numbers. */
function goProblems(document, kind, numbers) {
    return valuesOf(document, kind).flatMap((value) => {
        const written = yaml_node_text(value.node);
        const isNumber = value.node.kind === 'scalar' && typeof value.node.value === 'number';
        if (written === undefined || (numbers && isNumber) || goDurationNs(written) !== undefined)
            return [];
        return [
            {
                message: `${nameOf(value)} is "${written}", expected a duration such as 30s or 1h30m; days do not exist here`,
                at: value.node.at,
                help: 'write hours, minutes and seconds, such as 30s or 1h30m',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/invalid-label-name.ts


/** Label names in group_by, equal and the old forms of matchers. */
const invalid_label_name_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/invalid-label-name',
    severity: 'error',
    summary: 'a label name that is not valid, or that stands twice or beside ... in group_by',
    why: 'Alertmanager refuses to start when group_by or equal has an empty label, when group_by names a label twice or has other labels beside ..., and when match or match_re has a name with other characters than letters, digits and underscores.',
    remedy: 'name each label once; write [...] alone to group by all labels',
    check: (document) => [
        ...[...mappingsOf(document, 'root_route'), ...mappingsOf(document, 'route')].flatMap(({ node }) => groupProblems(items(child(node, 'group_by')))),
        ...mappingsOf(document, 'inhibit_rule').flatMap(({ node }) => emptyNames(items(child(node, 'equal')), 'equal')),
        ...valuesOf(document, 'match').flatMap(({ node, key }) => entries(node).flatMap(([name, entry]) => CLASSIC.test(name)
            ? []
            : [
                {
                    message: `"${name}" in ${key} is no label name, expected letters, digits and underscores, not first a digit`,
                    at: entry.key.at,
                    help: 'use matchers, which take any label name in double quotes',
                },
            ])),
    ],
};
const CLASSIC = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
function emptyNames(labels, key) {
    return labels.flatMap((label) => label.kind === 'scalar' && (yaml_node_text(label) ?? '') === ''
        ? [{ message: `a label name in ${key} is empty, expected the name of a label`, at: label.at }]
        : []);
}
function groupProblems(labels) {
    const seen = new Set();
    const all = labels.find((label) => yaml_node_text(label) === '...');
    const beside = all ? labels.find((label) => yaml_node_text(label) !== '...') : undefined;
    const mixed = all && beside
        ? [
            {
                message: `group_by has "${yaml_node_text(beside) ?? ''}" beside "...", expected "..." alone`,
                at: beside.at,
                help: 'remove "..." or the other labels',
                related: [{ message: '"..." groups by all labels', at: all.at }],
            },
        ]
        : [];
    const twice = labels.flatMap((label) => {
        const name = yaml_node_text(label) ?? '';
        const known = seen.has(name);
        seen.add(name);
        if (!known || name === '...' || name === '')
            return [];
        return [{ message: `group_by names the label "${name}" twice`, at: label.at, help: `remove the second "${name}"` }];
    });
    return [...mixed, ...emptyNames(labels, 'group_by'), ...twice];
}

;// CONCATENATED MODULE: ./src/rules/matchers.ts

/**
 * What Alertmanager says to a line of `matchers`: it asks its UTF-8 parser, and the classic one when that fails.
 * Source: https://prometheus.io/docs/alertmanager/latest/configuration/ (matchers).
 */
function matcherFault(line) {
    const utf8 = utf8Fault(line);
    if (utf8 === undefined)
        return undefined;
    const classic = classicFault(line);
    return classic === undefined ? { message: utf8, classicOnly: true } : { message: classic, classicOnly: false };
}
const TOKEN = /\s*(?:([{},])|(=~|!=|!~|=)|("(?:[^"\\]|\\.)*")|([^\s{}!=~,\\"'`]+))/suy;
/** The words of the UTF-8 grammar; undefined when a character fits none. */
function tokens(line) {
    const found = [];
    TOKEN.lastIndex = 0;
    const text = line.trimEnd();
    while (TOKEN.lastIndex < text.length) {
        const match = TOKEN.exec(text);
        if (!match)
            return undefined;
        found.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
    }
    return found;
}
function utf8Fault(line) {
    const all = tokens(line);
    if (!all)
        return 'it has a character that must be in double quotes';
    if (all[0] === '{') {
        if (all.length < 2 || all.at(-1) !== '}')
            return 'the "}" at its end is missing';
        return matchersFault(all.slice(1, -1));
    }
    return matchersFault(all);
}
/** Matchers between commas; a comma may end them. */
function matchersFault(words) {
    for (let at = 0; at < words.length; at += 4) {
        const [name = '', operator = '', value = '', comma] = words.slice(at, at + 4);
        if (!isText(name))
            return `"${name}" is no label name`;
        if (!/^(?:=~|!=|!~|=)$/.test(operator))
            return `an operator such as = or =~ is missing after "${name}"`;
        if (!isText(value))
            return `the value after "${name}${operator}" is missing`;
        if (comma !== undefined && comma !== ',')
            return `a comma is missing before "${comma}"`;
        const fault = valueFault(operator, unquoted(value) ?? '');
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}
function isText(word) {
    return word !== '' && !/^(?:[{},]|=~|!=|!~|=)$/.test(word) && unquoted(word) !== undefined;
}
const matchers_ESCAPE = /\\(?:[abfnrtv\\"]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})|([^\\\n])|([\\\n])/gu;
const CONTROLS = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
/** The text in Go's double quotes, or the word itself; undefined when an escape is none of Go's. */
function unquoted(word) {
    if (!word.startsWith('"'))
        return word;
    const inside = word.slice(1, -1);
    if ([...inside.matchAll(matchers_ESCAPE)].some(([, , wrong]) => wrong !== undefined))
        return undefined;
    return inside.replaceAll(matchers_ESCAPE, (all, plain) => {
        if (plain !== undefined)
            return all;
        const code = all.slice(1);
        if (/^[xuU]/.test(code))
            return String.fromCodePoint(Math.min(parseInt(code.slice(1), 16), 0x10ffff));
        return /^[0-7]/.test(code) ? String.fromCodePoint(parseInt(code, 8)) : (CONTROLS[code] ?? code);
    });
}
function valueFault(operator, value) {
    if (operator !== '=~' && operator !== '!~')
        return undefined;
    const fault = anchoredRegexFault(value);
    return fault === undefined ? undefined : `the regular expression "${value}" is invalid: ${fault}`;
}
const matchers_CLASSIC = /^\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(=~|=|!=|!~)\s*(.*?)\s*$/s;
function classicFault(line) {
    for (const part of classicParts(line.replace(/^\{/, '').replace(/\}$/, ''))) {
        const match = matchers_CLASSIC.exec(part);
        if (!match)
            return part.trim() === '' ? 'there is nothing between two commas' : `"${part.trim()}" is no matcher`;
        const value = classicValue(match[3] ?? '');
        if (value === undefined)
            return 'a double quote in its value is not closed or not escaped';
        const fault = valueFault(match[2] ?? '', value);
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}
/** Splits at commas outside of quotes; what is after the last comma counts only when there is something. */
function classicParts(line) {
    const parts = [];
    let part = '';
    let quoted = false;
    let escaped = false;
    for (const char of line) {
        if (char === ',' && !quoted) {
            parts.push(part);
            part = '';
            continue;
        }
        if (char === '"') {
            if (!escaped)
                quoted = !quoted;
            escaped = false;
        }
        else
            escaped = char === '\\' ? !escaped : char === ',' ? escaped : false;
        part += char;
    }
    return part === '' ? parts : [...parts, part];
}
/** The value without quotes and escapes; undefined when a quote stands where none may. */
function classicValue(written) {
    const quoted = written.startsWith('"');
    const raw = quoted ? written.slice(1) : written;
    let value = '';
    for (let at = 0; at < raw.length; at++) {
        const char = raw[at] ?? '';
        if (char === '\\' && at < raw.length - 1) {
            const next = raw[++at] ?? '';
            value += next === 'n' ? '\n' : next === '"' || next === '\\' ? next : `\\${next}`;
            continue;
        }
        if (char === '"')
            return quoted && at === raw.length - 1 ? value : undefined;
        value += char;
    }
    return quoted ? undefined : value;
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/invalid-matcher.ts




/** Matchers and regular expressions of routes and inhibit rules that Alertmanager cannot read. */
const invalid_matcher_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/invalid-matcher',
    severity: 'error',
    summary: 'a matcher that Alertmanager cannot read',
    why: 'Alertmanager refuses to start when neither of its two parsers can read a matcher, or when a regular expression is not valid by RE2.',
    remedy: 'write LABEL, an operator (=, !=, =~ or !~) and a value in double quotes, such as severity=~"warning|critical"',
    check: (document) => [
        ...valuesOf(document, 'matcher').flatMap(({ node, key }) => {
            if (node.kind !== 'scalar')
                return [];
            const written = yaml_node_text(node) ?? '';
            const fault = matcherFault(written);
            if (!fault)
                return [];
            const shown = `the matcher "${written}" in ${key}`;
            if (!fault.classicOnly)
                return [{ message: `${shown} is not valid: ${fault.message}`, at: node.at }];
            return [
                {
                    message: `${shown} is read only by the old parser, to which Alertmanager falls back: ${fault.message}`,
                    at: node.at,
                    help: 'put the value into double quotes',
                    severity: 'notice',
                },
            ];
        }),
        ...valuesOf(document, 'regex').flatMap(({ node, key }) => {
            const written = yaml_node_text(node);
            const fault = written === undefined ? undefined : anchoredRegexFault(written);
            if (fault === undefined)
                return [];
            return [
                {
                    message: `the regular expression "${written ?? ''}" for "${key}" is not valid: ${fault}`,
                    at: node.at,
                    help: 'write a regular expression of RE2, which has no look-around and no back-references',
                },
            ];
        }),
    ],
};

;// CONCATENATED MODULE: ./src/rules/alertmanager/invalid-template.ts



/** What Alertmanager adds to Go's templates. Source: https://prometheus.io/docs/alertmanager/latest/notifications/ (functions). */
const invalid_template_FUNCTIONS = 'toUpper toLower title trimSpace join match safeHtml safeUrl urlUnescape reReplaceAll stringSlice date tz since humanizeDuration toJson list dict append now'.split(' ');
/** Templates in receivers and in files that cannot be parsed. */
const alertmanager_invalid_template_rule = {
    scope: 'document',
    kinds: ['alertmanager', 'template'],
    code: 'alertmanager/invalid-template',
    severity: 'error',
    summary: 'a template of a receiver or in a file that cannot be parsed',
    why: 'Alertmanager refuses to start when a file of templates cannot be parsed. The texts of receivers it parses only when it sends a notification: one that is broken lets the start succeed and every notification fail.',
    remedy: 'close each {{ with }}, and each if, range and with by {{ end }}; call only functions that templates have',
    check(document) {
        if (document.kind === 'template')
            return fileProblem(document);
        return [
            ...valuesOf(document, 'template').flatMap((value) => problem(value, invalid_template_FUNCTIONS)),
            // These are parsed at the start as well, and there without Alertmanager's own functions.
            ...['template-url', 'go-template'].flatMap((kind) => valuesOf(document, kind).flatMap((value) => problem(value, []))),
        ];
    },
};
function fileProblem({ file }) {
    const fault = templateProblem(file.text, { functions: invalid_template_FUNCTIONS, variables: [] });
    if (!fault)
        return [];
    const { message, start, end } = fault;
    return [{ message: `the file of templates cannot be parsed: ${message}`, at: { file, start, end } }];
}
function problem(value, functions) {
    const { node } = value;
    if (node.kind !== 'scalar')
        return [];
    const fault = templateProblem(node.text, { functions, variables: [] });
    if (!fault)
        return [];
    const at = rangeInScalar(node, fault.start, fault.end);
    return [{ message: `${nameOf(value)} is no valid template: ${fault.message}`, at }];
}

;// CONCATENATED MODULE: ./src/model/time-zone.ts
/** Names of the IANA database that no JavaScript engine knows as time zones, but Go reads as files. */
const FILES = new Set(['', 'UTC', 'Local', 'Factory', 'posixrules', 'localtime']);
const REGIONS = new Set('Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico Pacific US'.split(' '));
/** Zones without a region; the engine takes them in any case, Go only as they are written here. */
const time_zone_PLAIN = new Set(('CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel ' +
    'Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey ' +
    'UCT Universal W-SU WET Zulu').split(' '));
/** Whether Go's time.LoadLocation finds a time zone, given a complete database: names are paths of files, so case counts. */
function timeZoneExists(name) {
    if (FILES.has(name) || time_zone_PLAIN.has(name))
        return true;
    const [region = '', ...rest] = name.replace(/^(?:posix|right)\//, '').split('/');
    if (rest.length === 0)
        return time_zone_PLAIN.has(region) || region === 'UTC';
    if (!REGIONS.has(region) || !rest.every((part) => /^[A-Z][A-Za-z0-9+_-]*$/.test(part)))
        return false;
    // A city in capitals is no file's name, except in Etc and for abbreviations.
    if (region !== 'Etc' && rest.some((part) => part.length > 4 && part === part.toUpperCase()))
        return false;
    try {
        new Intl.DateTimeFormat('en', { timeZone: [region, ...rest].join('/') });
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/invalid-time-interval.ts



/** Times, days, months, years and time zones that Alertmanager does not take. */
const invalid_time_interval_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/invalid-time-interval',
    severity: 'error',
    summary: 'a time interval with a time, day, month, year or time zone that does not exist',
    why: 'Alertmanager refuses to start when a part of a time interval cannot be read, or ends before it begins.',
    remedy: 'write ranges such as monday:friday or 09:00 to 17:00, the earlier part first',
    check: (document) => [
        ...mappingsOf(document, 'time_range').flatMap(({ node }) => timesProblem(node)),
        ...mappingsOf(document, 'time_interval').flatMap(({ node }) => [
            ...RANGES.flatMap((range) => items(child(node, range.key)).flatMap((item) => rangeProblem(range, item))),
            ...locationProblem(child(node, 'location')),
        ]),
    ],
};
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const RANGES = [
    {
        key: 'weekdays',
        expected: 'a day such as monday, or days such as monday:friday',
        number: (member) => (WEEKDAYS.includes(member) ? WEEKDAYS.indexOf(member) : undefined),
    },
    {
        key: 'days_of_month',
        expected: 'a day from 1 to 31 or from -31 to -1, or days such as 1:5',
        number: whole,
        fault: dayFault,
    },
    {
        key: 'months',
        expected: 'a month such as january or 1, or months such as may:august',
        number: (member) => (MONTHS.includes(member) ? MONTHS.indexOf(member) + 1 : whole(member)),
    },
    { key: 'years', expected: 'a year such as 2026, or years such as 2026:2028', number: whole },
];
function whole(member) {
    return /^[-+]?[0-9]+$/.test(member) && Math.abs(Number(member)) < 2 ** 63 ? Number(member) : undefined;
}
function dayFault(begin, end) {
    if ([begin, end].some((day) => day === 0 || Math.abs(day) > 31))
        return 'a day from 1 to 31 or from -31 to -1';
    if (begin < 0 && end > 0)
        return 'a negative last day, since the first one is negative';
    // The shortest month decides whether a day counted from the end comes before one counted from the beginning.
    const fromStart = (day) => (day < 0 ? 28 + day : day);
    return fromStart(begin) > fromStart(end) ? 'a first day that is before the last one in every month' : undefined;
}
function rangeProblem(range, item) {
    const written = yaml_node_text(item);
    if (written === undefined)
        return [];
    const say = (expected) => [
        { message: `"${written}" in ${range.key} is not valid, expected ${expected}`, at: item.at },
    ];
    const members = written
        .toLowerCase()
        .split(':')
        .map((member) => range.number(member));
    const [begin, end = begin] = members;
    if (members.length > 2 || members.includes(undefined) || begin === undefined || end === undefined)
        return say(range.expected);
    const fault = range.fault?.(begin, end);
    if (fault !== undefined)
        return say(fault);
    if (!range.fault && begin > end)
        return say('the earlier part first');
    // Alertmanager starts with such a month, which never comes.
    if (range.key === 'months' && (begin < 1 || end > 12))
        return say('a month from 1 to 12').map((problem) => ({ ...problem, severity: 'warning' }));
    return [];
}
const TIME = /^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/;
function timesProblem(range) {
    const start = child(range, 'start_time');
    const end = child(range, 'end_time');
    const [from, to] = [yaml_node_text(start) ?? '', yaml_node_text(end) ?? ''];
    if (from === '' || to === '')
        return [
            {
                message: `a range of times has no ${from === '' ? 'start_time' : 'end_time'}, expected both`,
                at: range.at,
                help: 'add start_time and end_time, such as "09:00" and "17:00"',
            },
        ];
    const wrong = [start, end].filter((time) => !TIME.test(yaml_node_text(time) ?? ''));
    if (wrong.length > 0)
        return wrong.flatMap((time) => time
            ? [{ message: `the time "${yaml_node_text(time) ?? ''}" is not valid, expected HH:MM from 00:00 to 24:00`, at: time.at }]
            : []);
    if (from < to)
        return [];
    return [
        {
            message: `start_time "${from}" is not before end_time "${to}"`,
            at: start?.at,
            help: 'split a range that passes midnight into one up to 24:00 and one from 00:00',
        },
    ];
}
function locationProblem(node) {
    const name = yaml_node_text(node);
    if (!node || name === undefined || timeZoneExists(name))
        return [];
    return [
        {
            message: `location "${name}" is no time zone, expected a name such as Europe/Berlin or UTC`,
            at: node.at,
            help: 'write a name of the IANA time zone database; upper and lower case count',
        },
    ];
}

;// CONCATENATED MODULE: ./src/model/go-url.ts
/** What is wrong with a URL by the grammar of Go's net/url, or its parts. Source: https://pkg.go.dev/net/url#Parse. */
function parseGoUrl(written) {
    if (/[\x00-\x1f\x7f]/.test(written))
        return { fault: 'it has a control character' };
    const [beforeFragment, fragment] = splitAt(written, '#');
    if (beforeFragment.startsWith(':'))
        return { fault: 'the scheme before ":" is missing' };
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(beforeFragment)?.[1] ?? '';
    const [rest] = splitAt(scheme === '' ? beforeFragment : beforeFragment.slice(scheme.length + 1), '?');
    if (!rest.startsWith('/')) {
        if (scheme !== '')
            return { scheme: scheme.toLowerCase(), host: '' };
        if ((rest.split('/')[0] ?? '').includes(':'))
            return { fault: 'what is before the first ":" is no scheme' };
    }
    const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
    const [authority, path] = hasAuthority ? splitBefore(rest.slice(2), '/') : ['', rest];
    const at = authority.lastIndexOf('@');
    const host = authority.slice(at + 1);
    const fault = (at >= 0 ? userFault(authority.slice(0, at)) : undefined) ??
        hostFault(host) ??
        escapeFault(path) ??
        escapeFault(fragment);
    return fault === undefined ? { scheme: scheme.toLowerCase(), host } : { fault };
}
function splitAt(text, separator) {
    const at = text.indexOf(separator);
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
function splitBefore(text, separator) {
    const at = text.indexOf(separator);
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
function userFault(user) {
    if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user))
        return 'user and password have a character that must be escaped';
    return escapeFault(user);
}
function hostFault(host) {
    if (host.startsWith('['))
        return bracketFault(host);
    if (host.includes('['))
        return '"[" is not at the beginning of the host';
    const colon = host.lastIndexOf(':');
    if (colon >= 0 && !/^:[0-9]*$/.test(host.slice(colon)))
        return `"${host.slice(colon)}" is no port`;
    const wrong = /[^A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\uffff]/.exec(host);
    if (wrong)
        return `"${wrong[0]}" cannot be in a host name`;
    // In a host only bytes beyond ASCII and the percent sign may be escaped.
    const escape = /%(?!25|[89A-Fa-f][0-9A-Fa-f]).{0,2}/.exec(host);
    return escape ? `"${escape[0]}" cannot be in a host name` : undefined;
}
function bracketFault(host) {
    const end = host.lastIndexOf(']');
    if (end < 0)
        return 'the "]" after the IPv6 address is missing';
    if (!/^(?::[0-9]*)?$/.test(host.slice(end + 1)))
        return `"${host.slice(end + 1)}" is no port`;
    return /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%25.+)?$/.test(host.slice(1, end))
        ? undefined
        : 'there is no IPv6 address in "[]"';
}
function escapeFault(text) {
    const wrong = /%(?![0-9A-Fa-f]{2}).{0,2}/s.exec(text);
    return wrong ? `"${wrong[0]}" is no escape such as %20` : undefined;
}
/** What is wrong with a URL by that grammar, as a few words; undefined when Go parses it. Relative references are fine too. */
function goUrlProblem(written) {
    const parsed = parseGoUrl(written);
    return 'fault' in parsed ? parsed.fault : undefined;
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/invalid-url.ts



/** URLs and addresses that Alertmanager cannot use. */
const invalid_url_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/invalid-url',
    severity: 'error',
    summary: 'a URL or an address that Alertmanager cannot use',
    why: 'Alertmanager refuses to start when the URL of a receiver is not http or https or has no host, and when a mail server has no port.',
    remedy: 'write a URL with scheme and host, such as https://chat.example.org/hook, or HOST:PORT for a mail server',
    check: (document) => [
        ...['http-url', 'secret-url', 'template-url'].flatMap((kind) => valuesOf(document, kind).flatMap((value) => urlProblem(value, kind))),
        ...valuesOf(document, 'url').flatMap((value) => anyUrlProblem(value)),
        ...valuesOf(document, 'host-port').flatMap((value) => smarthostProblem(value)),
    ],
};
function say(value, fault, expected, secret = false) {
    // The URL of a webhook is a secret, so messages, which end up in logs, do not quote it.
    const shown = secret ? 'no usable URL' : `"${yaml_node_text(value.node) ?? ''}"`;
    return [{ message: `${nameOf(value)} is ${shown}: ${fault}, expected ${expected}`, at: value.node.at }];
}
function urlProblem(value, kind) {
    const written = yaml_node_text(value.node);
    // An empty template is no URL at all, which is another rule's finding; `<secret>` is how Alertmanager itself prints a URL.
    if (written === undefined || (written === '' && kind === 'template-url'))
        return [];
    if (written === '<secret>' && kind !== 'http-url')
        return [];
    if (kind === 'template-url' && written.includes('{{'))
        return [];
    const parsed = parseGoUrl(written);
    const expected = 'http:// or https:// with a host';
    const secret = kind !== 'http-url';
    if ('fault' in parsed)
        return say(value, parsed.fault, expected, secret);
    if (parsed.scheme !== 'http' && parsed.scheme !== 'https')
        return say(value, parsed.scheme === '' ? 'it has no scheme' : `the scheme is ${parsed.scheme}`, expected, secret);
    return parsed.host === '' ? say(value, 'it has no host', expected, secret) : [];
}
/** A proxy may have any scheme. */
function anyUrlProblem(value) {
    const parsed = parseGoUrl(yaml_node_text(value.node) ?? '');
    return 'fault' in parsed ? say(value, parsed.fault, 'a URL such as http://proxy:3128') : [];
}
function smarthostProblem(value) {
    const written = yaml_node_text(value.node) ?? '';
    if (written === '' || /^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]+$/.test(written))
        return [];
    const port = written.endsWith(':') || !written.replace(/^\[.*\]/, '').includes(':');
    return say(value, port ? 'the port is missing' : 'host and port cannot be told apart', 'HOST:PORT such as mail:587');
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/invalid-value.ts

/** Values of the wrong type in alertmanager.yml, or missing ones. */
const alertmanager_invalid_value_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/invalid-value',
    severity: 'error',
    summary: 'a value of the wrong type in alertmanager.yml, or a required key that is missing',
    why: 'Alertmanager refuses to start when a value of its configuration cannot be decoded.',
    remedy: 'write a value of the expected kind',
    check: (document) => documentProblems(document).invalidValues,
};

;// CONCATENATED MODULE: ./src/rules/alertmanager/missing-setting.ts




/** Settings that an integration needs, from its own keys or from the global section. */
const missing_setting_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/missing-setting',
    severity: 'error',
    summary: 'an integration lacks a setting that neither it nor the global section has',
    why: 'Alertmanager refuses to start when an integration cannot work: a mail without a mail server, a Slack message without a webhook.',
    remedy: 'add the setting to the integration, or its default to global',
    check: (document) => [
        ...Object.entries(INTEGRATIONS).flatMap(([kind, { needs }]) => mappingsOf(document, kind).flatMap((value) => needs.flatMap((need) => missing_setting_problem(value, need, kind, document)))),
        ...mappingsOf(document, 'webex_config').flatMap(webexProblem),
        ...mappingsOf(document, 'incidentio_config').flatMap(incidentioProblem),
        ...mappingsOf(document, 'email_threading').flatMap(threadingProblem),
        ...mappingsOf(document, 'slack_action').flatMap(actionProblem),
        ...valuesOf(document, 'opsgenie_responder').flatMap(responderProblem),
        ...mappingsOf(document, 'sigv4').flatMap(sigv4Problem),
    ],
};
function missing_setting_problem(value, need, kind, { root }) {
    const { node } = value;
    const global = child(root, 'global');
    const blank = kind === 'rocketchat_config';
    if (need.own.some((key) => isGiven(node, key, blank)))
        return [];
    // A Slack app's token is not taken from global beside an authorization of the receiver's own.
    const blocked = kind === 'slack_config' && http_client_isSet(child(node, 'http_config'), 'authorization') ? /^slack_app_token/ : undefined;
    if (need.global?.some((key) => !blocked?.test(key) && isGiven(global, key, blank)))
        return [];
    const fallback = need.global?.length ? `, or ${need.global.join(' or ')} in global` : '';
    const [first = ''] = need.own;
    return [
        {
            message: `${ownerOf(value)} lacks ${need.what} in ${value.key}, expected ${need.own.join(' or ')}${fallback}`,
            at: keyRange(node, first) ?? node.at,
            help: `add "${first}"${need.global?.[0] === undefined ? '' : ` here or "${need.global[0]}" in global`}`,
        },
    ];
}
/** @param blank whether an empty text counts: the secrets of Rocket.Chat are kept apart from missing ones */
function isGiven(node, key, blank) {
    const value = child(node, key);
    // Chat 0 is none.
    if (key === 'chat_id' && value?.kind === 'scalar' && value.value === 0)
        return false;
    return http_client_isSet(node, key) || (blank && !key.endsWith('_file') && yaml_node_text(value) === '');
}
function incidentioProblem({ node, ...value }) {
    const client = child(node, 'http_config');
    const tokens = ['alert_source_token', 'alert_source_token_file'];
    if (client?.kind !== 'mapping' || tokens.some((key) => http_client_isSet(node, key)) || LOGINS.some((key) => http_client_isSet(client, key)))
        return [];
    return [
        {
            message: `${ownerOf(value)} lacks its credentials in ${value.key}, expected ${tokens.join(' or ')}, or authorization in http_config`,
            at: node.at,
            help: 'add "alert_source_token_file"',
        },
    ];
}
const LOGINS = ['authorization', 'bearer_token', 'bearer_token_file'];
function webexProblem({ node, ...value }) {
    const client = child(node, 'http_config');
    if (LOGINS.some((key) => http_client_isSet(client, key)))
        return [];
    return [
        {
            message: `${ownerOf(value)} lacks its credentials in ${value.key}, expected authorization in http_config`,
            at: client?.at ?? node.at,
            help: 'add "authorization" with "credentials" to "http_config" of the integration; that of global does not count',
        },
    ];
}
function threadingProblem({ node, ...value }) {
    const enabled = child(node, 'enabled');
    const by = child(node, 'thread_by_date');
    if (enabled?.kind !== 'scalar' || enabled.value !== true)
        return [];
    if (yaml_node_text(by) === 'none' || yaml_node_text(by) === 'daily')
        return [];
    return [
        {
            message: `thread_by_date of ${ownerOf(value)} is ${by ? `"${yaml_node_text(by) ?? ''}"` : 'not set'}, expected none or daily`,
            at: by?.at ?? enabled.at,
            help: 'add "thread_by_date: daily" or "thread_by_date: none"',
        },
    ];
}
function actionProblem({ node, ...value }) {
    if (http_client_isSet(node, 'url') || http_client_isSet(node, 'name'))
        return [];
    return [
        {
            message: `an action of ${ownerOf(value)} has neither url nor name, expected one of them`,
            at: node.at,
            help: 'add "url" for a link or "name" for a button',
        },
    ];
}
const RESPONDERS = /^(?:team|teams|user|escalation|schedule)$/i;
function responderProblem({ node, ...value }) {
    if (node.kind === 'sequence' || (node.kind === 'scalar' && node.value !== null))
        return [];
    const owner = ownerOf(value);
    if (!['id', 'name', 'username'].some((key) => http_client_isSet(node, key)))
        return [
            {
                message: `a responder of ${owner} has no id, name or username, expected one of them`,
                at: node.at,
                help: 'add "id", "name" or "username"',
            },
        ];
    const type = child(node, 'type');
    const written = yaml_node_text(type) ?? '';
    if (RESPONDERS.test(written) || written.includes('{{'))
        return [];
    return [
        {
            message: `type of a responder of ${owner} is "${written}", expected team, teams, user, escalation or schedule`,
            at: type?.at ?? node.at,
            help: 'set "type" to one of them',
        },
    ];
}
function sigv4Problem({ node, ...value }) {
    const [access, secret] = [http_client_isSet(node, 'access_key'), http_client_isSet(node, 'secret_key')];
    if (access === secret)
        return [];
    const [present, absent] = access ? ['access_key', 'secret_key'] : ['secret_key', 'access_key'];
    return [
        {
            message: `"${present}" of sigv4 of ${ownerOf(value)} is set without "${absent}", expected both or none`,
            at: keyRange(node, present),
            help: `add "${absent}" or remove "${present}"`,
        },
    ];
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/root-route.ts


/** The route at the top, which takes every alert. */
const root_route_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/root-route',
    severity: 'error',
    summary: 'a top route that is missing, has no receiver or does not take every alert',
    why: 'Every alert starts at the route at the top, and falls back to its receiver. So Alertmanager refuses to start when it is missing, has no receiver, or has matchers, time intervals or continue.',
    remedy: 'give the route at the top a receiver only, and put matchers and time intervals into its routes',
    check({ root, file, whole }) {
        // What is left of a broken file tells nothing about what is missing from it.
        if (!whole)
            return [];
        const route = child(root, 'route');
        if (!route || (route.kind === 'scalar' && route.value === null))
            return [
                {
                    message: 'the configuration has no route, expected one with a receiver',
                    at: keyRange(root, 'route') ?? (root ? documentStart(root) : { file, start: 0, end: 0 }),
                    help: 'add "route" with "receiver"',
                },
            ];
        if (route.kind !== 'mapping')
            return [];
        return [...receiverProblem(route, keyRange(root, 'route') ?? route.at), ...tooMuch(route)];
    },
};
function receiverProblem(route, at) {
    const receiver = child(route, 'receiver');
    if (receiver && (receiver.kind !== 'scalar' || (yaml_node_text(receiver) ?? '') !== ''))
        return [];
    return [
        {
            message: 'the top route has no receiver, expected the one that gets what no other route takes',
            at: receiver?.at ?? at,
            help: 'add "receiver" to the top route',
        },
    ];
}
const MUST_BE_EMPTY = ['match', 'match_re', 'matchers', 'mute_time_intervals', 'active_time_intervals'];
function tooMuch(route) {
    const filled = MUST_BE_EMPTY.filter((key) => {
        const value = child(route, key);
        // An empty matcher is none.
        return (entries(value).length > 0 || items(value).some((item) => key !== 'matchers' || (yaml_node_text(item) ?? '').trim() !== ''));
    });
    const proceed = child(route, 'continue');
    const keys = proceed?.kind === 'scalar' && proceed.value === true ? [...filled, 'continue'] : filled;
    return keys.map((key) => ({
        message: `the top route has "${key}", expected none since it takes every alert`,
        at: keyRange(route, key) ?? route.at,
        help: `move "${key}" into a route below`,
    }));
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/template-file-missing.ts


/** Template files that are not there. */
const template_file_missing_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/template-file-missing',
    severity: 'warning',
    summary: 'a template file that is not there',
    why: 'Alertmanager starts without a file of templates that it does not find, and fails when a notification uses a template from it.',
    remedy: 'mount the directory with the templates into the container, or mend the path',
    check({ root, references }) {
        const nodes = new Set(items(child(root, 'templates')));
        return references.flatMap((reference) => {
            const why = missingReference(reference);
            if (why === undefined || !nodes.has(reference.node))
                return [];
            return [{ message: `templates has "${reference.written}", but ${why}`, at: reference.node.at }];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/alertmanager/undefined-receiver.ts



/** Routes to a receiver that does not exist. */
const undefined_receiver_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/undefined-receiver',
    severity: 'error',
    summary: 'a route to a receiver that is not defined',
    why: 'Alertmanager refuses to start when a route names a receiver that is not in receivers.',
    remedy: 'name one of the receivers, or define the missing one',
    check(document) {
        const defined = mappingsOf(document, 'receiver').flatMap(({ node }) => yaml_node_text(child(node, 'name')) ?? []);
        const known = new Set(defined);
        const routes = [...mappingsOf(document, 'root_route'), ...mappingsOf(document, 'route')];
        return routes.flatMap(({ node }) => {
            const receiver = child(node, 'receiver');
            const name = yaml_node_text(receiver) ?? '';
            if (!receiver || name === '' || known.has(name))
                return [];
            const similar = nearest(name, known);
            const hint = similar ? `; did you mean "${similar}"?` : '';
            return [
                {
                    message: `the route's receiver "${name}" is not defined, expected ${listed(defined)}${hint}`,
                    at: receiver.at,
                    ...(similar ? { help: `write "${similar}" in place of "${name}"` } : {}),
                },
            ];
        });
    },
};
function listed(names) {
    if (names.length === 0)
        return 'a name from receivers, which are none';
    const some = names.slice(0, 5).map((name) => `"${name}"`);
    return `one of ${some.join(', ')}${names.length > 5 ? ', …' : ''}`;
}

;// CONCATENATED MODULE: ./src/rules/alertmanager/undefined-time-interval.ts



/** Routes that refer to a time interval that does not exist. */
const undefined_time_interval_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/undefined-time-interval',
    severity: 'error',
    summary: 'a route refers to a time interval that is not defined',
    why: 'Alertmanager refuses to start when mute_time_intervals or active_time_intervals of a route name a time interval that is not in time_intervals.',
    remedy: 'name one of the time intervals, or define the missing one',
    check(document) {
        const names = mappingsOf(document, 'named_time_interval').flatMap(({ node }) => yaml_node_text(child(node, 'name')) ?? []);
        const known = new Set(names);
        return valuesOf(document, 'time-interval-name').flatMap(({ node, key }) => {
            const name = yaml_node_text(node) ?? '';
            if (node.kind !== 'scalar' || known.has(name))
                return [];
            const similar = nearest(name, known);
            return [
                {
                    message: `the time interval "${name}" in ${key} is not defined, expected a name from time_intervals${similar ? `; did you mean "${similar}"?` : ''}`,
                    at: node.at,
                    ...(similar ? { help: `write "${similar}" in place of "${name}"` } : {}),
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/alertmanager/unknown-key.ts

/** Keys that alertmanager.yml does not have. */
const alertmanager_unknown_key_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/unknown-key',
    severity: 'error',
    summary: 'a key that alertmanager.yml does not have',
    why: 'Alertmanager refuses to start when its configuration has a key that it does not know.',
    remedy: 'mend the spelling, or move the key to the section it belongs to',
    check: (document) => documentProblems(document).unknownKeys,
};

;// CONCATENATED MODULE: ./src/rules/alertmanager/unused-receiver.ts


/** Receivers that no route leads to. */
const unused_receiver_rule = {
    scope: 'document',
    kinds: ['alertmanager'],
    code: 'alertmanager/unused-receiver',
    severity: 'notice',
    summary: 'a receiver that no route leads to',
    why: 'No alert reaches a receiver that is in no route: either a route is missing, or the receiver is a leftover.',
    remedy: 'add a route to the receiver, or remove the receiver',
    check(document) {
        const routes = [...mappingsOf(document, 'root_route'), ...mappingsOf(document, 'route')];
        const used = new Set(routes.map(({ node }) => yaml_node_text(child(node, 'receiver'))));
        // Without any route there is a worse finding than this one.
        if (routes.length === 0)
            return [];
        return mappingsOf(document, 'receiver').flatMap(({ node }) => {
            const name = child(node, 'name');
            const written = yaml_node_text(name) ?? '';
            if (!name || written === '' || used.has(written))
                return [];
            return [{ message: `no route leads to receiver "${written}"`, at: name.at }];
        });
    },
};

;// CONCATENATED MODULE: ./src/model/accept-encoding.ts
/**
 * Whether a request with this Accept-Encoding takes a response in this encoding: the entry with the highest quality that is
 * the encoding or `*` decides. Nothing said on either side accepts everything. Letters count as they are written.
 * Source: https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md (compression).
 */
function acceptsEncoding(accepted, encoding) {
    if (accepted === '' || encoding === '')
        return true;
    const choices = accepted.split(',').map((part) => {
        const at = part.lastIndexOf(';');
        if (at < 0)
            return { name: part.trim(), quality: 1 };
        const quality = Number(/^\s*q=(.*)$/.exec(part.slice(at + 1))?.[1] ?? 0);
        return { name: part.slice(0, at).trim(), quality: Number.isNaN(quality) ? 0 : quality };
    });
    choices.sort((a, b) => b.quality - a.quality);
    const decisive = choices.find(({ name }) => name === encoding || name === '*');
    return decisive !== undefined && decisive.quality > 0;
}

;// CONCATENATED MODULE: ./src/rules/blackbox/conflicting-keys.ts




/** Keys of modules that exclude each other. */
const blackbox_conflicting_keys_rule = {
    scope: 'document',
    kinds: ['blackbox'],
    code: 'blackbox/conflicting-keys',
    severity: 'error',
    summary: 'keys of a module that exclude or need each other',
    why: 'blackbox_exporter refuses to start when it cannot tell which of two settings counts: body and body_file, two ways to log in, a compression that the request does not accept.',
    remedy: 'keep one of the keys',
    check: (document) => [
        ...mappingsOf(document, 'http').flatMap(httpProblems),
        ...mappingsOf(document, 'query_response').flatMap(({ node, ...value }) => exclusive(node, ['expect', 'expect_bytes'], ownerOf(value))),
        ...httpClientProblems(document),
    ],
};
function httpProblems(value) {
    const { node } = value;
    const owner = ownerOf(value);
    const both = conflicting_keys_isTrue(child(node, 'fail_if_ssl')) && conflicting_keys_isTrue(child(node, 'fail_if_not_ssl'));
    return [
        ...exclusive(node, ['body', 'body_file'], owner),
        ...encodingProblems(node, owner),
        ...http3Problems(node, owner),
        // The exporter starts, but no probe can succeed.
        ...(both ? exclusive(node, ['fail_if_ssl', 'fail_if_not_ssl'], owner) : []).map((problem) => ({
            ...problem,
            severity: 'warning',
        })),
    ];
}
/** As yaml.v3 reads it into a boolean. */
function conflicting_keys_isTrue(node) {
    return node?.kind === 'scalar' && (node.value === true || /^(?:y|Y|yes|Yes|YES|on|On|ON)$/.test(node.text));
}
function encodingProblems(node, owner) {
    const compression = yaml_node_text(child(node, 'compression')) ?? '';
    return entries(child(node, 'headers')).flatMap(([name, { value }]) => {
        const accepted = yaml_node_text(value) ?? '';
        if (name.toLowerCase() !== 'accept-encoding' || acceptsEncoding(accepted, compression))
            return [];
        return [
            {
                message: `${name} of ${owner} is "${accepted}", which does not accept its compression "${compression}"`,
                at: value.at,
                help: `add ${compression} to "${name}" or remove the header`,
            },
        ];
    });
}
function http3Problems(node, owner) {
    const http2 = child(node, 'enable_http2');
    const off = http2?.kind === 'scalar' && (http2.value === false || /^(?:n|N|no|No|NO|off|Off|OFF)$/.test(http2.text));
    if (!conflicting_keys_isTrue(child(node, 'enable_http3')) || off)
        return [];
    return [
        {
            message: `enable_http3 of ${owner} is true while enable_http2 is ${http2 ? 'true' : 'not set, which means true'}, expected false`,
            at: keyRange(node, 'enable_http3'),
            help: 'add "enable_http2: false"',
        },
    ];
}

;// CONCATENATED MODULE: ./src/rules/blackbox/file-missing.ts

/** Files of certificates, secrets and bodies that are not there. */
const blackbox_file_missing_rule = {
    scope: 'document',
    kinds: ['blackbox'],
    code: 'blackbox/file-missing',
    severity: 'warning',
    summary: 'a file with a body, a secret or a certificate that is not there',
    why: 'blackbox_exporter starts without the file, and fails at each probe that needs it.',
    remedy: 'mount the file into the container, as a secret of the compose file or a volume, or mend the path',
    check: ({ references }) => references.flatMap((reference) => {
        const why = missingReference(reference);
        // It does not look for relative paths beside its configuration but where it was started, which is not known.
        if (why === undefined || !reference.written.startsWith('/'))
            return [];
        return [
            { message: `the configuration names the file "${reference.written}", but ${why}`, at: reference.node.at },
        ];
    }),
};

;// CONCATENATED MODULE: ./src/rules/blackbox/invalid-duration.ts



/** Timeouts that blackbox_exporter cannot read. */
const blackbox_invalid_duration_rule = {
    scope: 'document',
    kinds: ['blackbox'],
    code: 'blackbox/invalid-duration',
    severity: 'error',
    summary: 'a timeout that blackbox_exporter cannot read',
    why: 'A timeout of blackbox_exporter is a duration of Go: numbers with units, of which the longest is the hour. It refuses to start on anything else.',
    remedy: 'write a duration such as 5s or 1m30s',
    check: (document) => valuesOf(document, 'go-duration').flatMap((value) => {
        const written = yaml_node_text(value.node);
        // A plain number is another type, which the schema refuses.
        if (written === undefined || value.node.kind !== 'scalar' || typeof value.node.value !== 'string')
            return [];
        const ns = goDurationNs(written);
        const message = `${nameOf(value)} is "${written}", expected a duration such as 5s or 1m30s`;
        if (ns === undefined)
            return [{ message, at: value.node.at }];
        return ns < 0 ? [{ message, at: value.node.at, severity: 'warning' }] : [];
    }),
};

;// CONCATENATED MODULE: ./src/rules/blackbox/invalid-prober.ts



/** Modules without a prober that exists. */
const invalid_prober_rule = {
    scope: 'document',
    kinds: ['blackbox'],
    code: 'blackbox/invalid-prober',
    severity: 'warning',
    summary: 'a module whose prober does not exist',
    why: 'blackbox_exporter starts, but answers every probe with such a module by an error.',
    remedy: 'set prober to http, tcp, dns, icmp, grpc or unix',
    check: (document) => mappingsOf(document, 'module').flatMap(({ node, key }) => {
        const prober = child(node, 'prober');
        const name = yaml_node_text(prober) ?? '';
        if (prober?.kind === 'mapping' || prober?.kind === 'sequence')
            return [];
        if (PROBERS.includes(name))
            return [];
        const similar = nearest(name, PROBERS);
        return [
            {
                message: `prober of module "${key}" is ${prober ? `"${name}"` : 'not set'}, expected ${PROBERS.join(', ')}${similar ? `; did you mean "${similar}"?` : ''}`,
                at: prober?.at ?? node.at,
                ...(similar ? { help: `write "${similar}" in place of "${name}"` } : {}),
            },
        ];
    }),
};
const PROBERS = ['http', 'tcp', 'dns', 'icmp', 'grpc', 'unix'];

;// CONCATENATED MODULE: ./src/rules/blackbox/invalid-regex.ts



/** Regular expressions that RE2 does not take. */
const invalid_regex_rule = {
    scope: 'document',
    kinds: ['blackbox'],
    code: 'blackbox/invalid-regex',
    severity: 'error',
    summary: 'a regular expression that is not valid',
    why: 'blackbox_exporter refuses to start on a regular expression that RE2 does not take. Those of DNS answers it compiles only at the probe, which then fails.',
    remedy: 'write a regular expression of RE2, which has no look-around and no back-references',
    check: (document) => [
        ...valuesOf(document, 'regex').flatMap((value) => invalid_regex_problem(value)),
        ...valuesOf(document, 'regex-at-probe').flatMap((value) => invalid_regex_problem(value).map((found) => ({ ...found, severity: 'warning' }))),
    ],
};
function invalid_regex_problem(value) {
    const written = yaml_node_text(value.node);
    const fault = written === undefined ? undefined : regexFault(written);
    if (fault === undefined)
        return [];
    return [
        {
            message: `${nameOf(value)} has the regular expression "${written ?? ''}", which is not valid: ${fault}`,
            at: value.node.at,
        },
    ];
}

;// CONCATENATED MODULE: ./src/rules/blackbox/invalid-setting.ts


/** Sizes, expressions and names that blackbox_exporter or its probes do not take. */
const invalid_setting_rule = {
    scope: 'document',
    kinds: ['blackbox'],
    code: 'blackbox/invalid-setting',
    severity: 'error',
    summary: 'a size, expression, status code or name that does not exist',
    why: 'blackbox_exporter refuses to start on a size without a unit and on a CEL expression that cannot be compiled. IP protocols, DNS transports and codes and status codes that do not exist let it start, and every probe fail.',
    remedy: 'write one of the values that the message names',
    check: (document) => [
        ...valuesOf(document, 'body-size').flatMap((value) => isSize(yaml_node_text(value.node) ?? '0') ? [] : invalid_setting_say(value, 'a size with a unit, such as 10MB or 512KiB')),
        ...valuesOf(document, 'cel').flatMap((value) => {
            const fault = celFault(yaml_node_text(value.node));
            return fault === undefined ? [] : invalid_setting_say(value, `a CEL expression over body; ${fault}`);
        }),
        ...AT_PROBE.flatMap(({ kind, values, expected }) => valuesOf(document, kind).flatMap((value) => value.node.kind !== 'scalar' || values.test(yaml_node_text(value.node) ?? '')
            ? []
            : // The exporter starts.
                invalid_setting_say(value, expected).map((problem) => ({ ...problem, severity: 'warning' })))),
    ],
};
/** Source: Base2Bytes of https://pkg.go.dev/github.com/alecthomas/units. */
const SIZE = /^[-+]?(?:0|(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[KMGTPE]i?)?B)+)$/;
const POWERS = ['', 'K', 'M', 'G', 'T', 'P', 'E'];
/** Whether it is a size below 2^63 bytes; units are powers of 1024, with and without the "i". */
function isSize(written) {
    if (!SIZE.test(written))
        return false;
    const parts = [...written.matchAll(/([0-9.]+)([KMGTPE]?)i?B/g)];
    return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * 1024 ** POWERS.indexOf(unit), 0) < 2 ** 63;
}
const AT_PROBE = [
    { kind: 'ip-protocol', values: /^(?:ip[46])?$/, expected: 'ip4 or ip6' },
    { kind: 'transport-protocol', values: /^(?:udp|tcp)?$/, expected: 'udp or tcp' },
    { kind: 'status-code', values: /^(?:[1-9][0-9]{2})?$/, expected: 'a status code from 100 to 999' },
    {
        kind: 'rcode',
        values: /^(?:NOERROR|FORMERR|SERVFAIL|NXDOMAIN|NOTIMP|REFUSED|YXDOMAIN|YXRRSET|NXRRSET|NOTAUTH|NOTZONE|DSOTYPENI|BADSIG|BADVERS|BADKEY|BADTIME|BADMODE|BADNAME|BADALG|BADTRUNC|BADCOOKIE|STALE)$/,
        expected: 'the name of an answer such as NOERROR or NXDOMAIN',
    },
];
function invalid_setting_say(value, expected) {
    return [{ message: `${nameOf(value)} is "${yaml_node_text(value.node) ?? ''}", expected ${expected}`, at: value.node.at }];
}
const invalid_setting_CLOSING = { '(': ')', '[': ']', '{': '}' };
/** What surely cannot be compiled; types and names are left to blackbox_exporter. */
function celFault(expression) {
    if (expression === undefined)
        return undefined;
    const plain = expression.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '0').trim();
    if (plain === '')
        return 'it is empty';
    if (/["']/.test(plain))
        return 'a text in it is not closed';
    const open = [];
    for (const char of plain) {
        if (invalid_setting_CLOSING[char] !== undefined)
            open.push(invalid_setting_CLOSING[char]);
        else if (/[)\]}]/.test(char) && open.pop() !== char)
            return `"${char}" closes nothing`;
    }
    if (open.length > 0)
        return `"${open.at(-1) ?? ''}" is missing`;
    return /(?:[-+*/%=<>!&|?:.,]|\bin)$/.test(plain) ? 'it ends with an operator' : undefined;
}

;// CONCATENATED MODULE: ./src/rules/blackbox/invalid-url.ts



/** Proxies whose URL cannot be read. */
const blackbox_invalid_url_rule = {
    scope: 'document',
    kinds: ['blackbox'],
    code: 'blackbox/invalid-url',
    severity: 'error',
    summary: 'the URL of a proxy that cannot be read',
    why: 'blackbox_exporter refuses to start when the URL of a proxy cannot be taken apart.',
    remedy: 'write a URL such as http://proxy:3128',
    check: (document) => valuesOf(document, 'url').flatMap((value) => {
        const written = yaml_node_text(value.node) ?? '';
        const parsed = parseGoUrl(written);
        if (!('fault' in parsed))
            return [];
        return [
            {
                message: `${nameOf(value)} is "${written}": ${parsed.fault}, expected a URL such as http://proxy:3128`,
                at: value.node.at,
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./src/rules/blackbox/invalid-value.ts

/** Values of the wrong type in blackbox_exporter's configuration, or missing ones. */
const blackbox_invalid_value_rule = {
    scope: 'document',
    kinds: ['blackbox'],
    code: 'blackbox/invalid-value',
    severity: 'error',
    summary: "a value of the wrong type in blackbox_exporter's configuration, or a required key that is missing",
    why: 'blackbox_exporter refuses to start when a value cannot be decoded or is none of those that it knows.',
    remedy: 'write a value of the expected kind',
    check: (document) => documentProblems(document).invalidValues,
};

;// CONCATENATED MODULE: ./src/rules/blackbox/no-modules.ts


/** A configuration without any module. */
const no_modules_rule = {
    scope: 'document',
    kinds: ['blackbox'],
    code: 'blackbox/no-modules',
    severity: 'error',
    summary: 'a configuration that is empty or has no module',
    why: 'blackbox_exporter refuses an empty file. Without modules it starts, but has nothing to probe with.',
    remedy: 'define modules, such as http_2xx with the prober http',
    check({ root, file, whole }) {
        if (!whole)
            return [];
        if (root === undefined)
            return [{ message: 'the configuration is empty, expected modules', at: { file, start: 0, end: 0 } }];
        const modules = child(root, 'modules');
        const none = modules?.kind === 'scalar' ? modules.value === null : entries(modules).length === 0;
        if (root.kind !== 'mapping' || !none || modules?.kind === 'sequence')
            return [];
        return [
            {
                message: 'the configuration has no modules, expected at least one',
                at: modules?.at ?? documentStart(root),
                severity: 'warning',
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/rules/blackbox/unknown-key.ts

/** Keys that blackbox_exporter's configuration does not have. */
const blackbox_unknown_key_rule = {
    scope: 'document',
    kinds: ['blackbox'],
    code: 'blackbox/unknown-key',
    severity: 'error',
    summary: "a key that blackbox_exporter's configuration does not have",
    why: 'blackbox_exporter refuses to start when its configuration has a key that it does not know.',
    remedy: 'mend the spelling, or move the key to the section it belongs to',
    check: (document) => documentProblems(document).unknownKeys,
};

;// CONCATENATED MODULE: ./src/model/size.ts
const UNITS = ['b', 'k', 'm', 'g', 't', 'p'];
/** A size such as `1.5gb` in bytes, as Docker counts them; undefined when it is none. */
function sizeInBytes(written) {
    const [, number, unit = ''] = /^([0-9]+\.?[0-9]*|\.[0-9]+) ?(b|[kmgtp](?:i?b)?)?$/i.exec(written) ?? [];
    if (number === undefined)
        return undefined;
    const power = Math.max(0, UNITS.indexOf(unit.slice(0, 1).toLowerCase()));
    return Math.floor(Number(number) * 1024 ** power);
}

;// CONCATENATED MODULE: ./src/rules/compose/conflicting-keys.ts


/** Keys that say different things about the same. */
const compose_conflicting_keys_rule = {
    scope: 'stack',
    code: 'compose/conflicting-keys',
    severity: 'error',
    summary: 'two keys exclude each other or give one thing two values',
    why: 'Compose refuses a project in which two keys say different things about the same, since it cannot know which is meant.',
    remedy: 'keep one of the two keys',
    check: ({ project }) => [
        ...project.services.flatMap(serviceProblems),
        ...[...project.services, ...project.inactive].flatMap(deviceProblems),
        ...externalProblems(project.root),
    ],
};
/** Keys of a service and the keys of `deploy` that mean the same. */
const TWICE = [
    ['scale', ['deploy', 'replicas'], false],
    ['cpus', ['deploy', 'resources', 'limits', 'cpus'], false],
    ['mem_limit', ['deploy', 'resources', 'limits', 'memory'], true],
    ['mem_reservation', ['deploy', 'resources', 'reservations', 'memory'], true],
    ['pids_limit', ['deploy', 'resources', 'limits', 'pids'], false],
];
function serviceProblems({ name, node }) {
    const complaints = [...conflicting_keys_exclusive(node), ...conflicting_keys_named(node), ...TWICE.flatMap((twice) => [...different(node, twice)])];
    return complaints.map(([key, message]) => ({
        message: `service "${name}" ${message}`,
        at: keyRange(node, key) ?? node.at,
        subject: { service: name },
    }));
}
function* conflicting_keys_exclusive(node) {
    const networks = child(node, 'networks');
    const mode = yaml_node_text(child(node, 'network_mode')) ?? '';
    if (mode !== '' && items(networks).length + entries(networks).length > 0)
        yield ['network_mode', `has "network_mode: ${mode}" and "networks"; only one can hold`];
    const build = child(node, 'build');
    if (yaml_node_text(child(build, 'dockerfile')) && yaml_node_text(child(build, 'dockerfile_inline')))
        yield ['build', 'has "dockerfile" and "dockerfile_inline"; only one can be built'];
    const platforms = items(child(build, 'platforms')).map((item) => yaml_node_text(item) ?? '');
    const platform = yaml_node_text(child(node, 'platform')) ?? '';
    if (platform !== '' && platforms.length > 0 && !platforms.includes(platform))
        yield ['platform', `has "platform: ${platform}", which "build.platforms" lacks: ${platforms.join(', ')}`];
}
function* conflicting_keys_named(node) {
    const name = yaml_node_text(child(node, 'container_name'));
    const count = replicas(node);
    if (name && count > 1)
        yield [
            'container_name',
            `has "container_name: ${name}" and ${String(count)} containers, which cannot share a name`,
        ];
}
function* different(node, [key, path, size]) {
    const one = amount(child(node, key), size);
    const other = amount(child(node, ...path), size);
    const shown = `has "${key}: ${yaml_node_text(child(node, key)) ?? ''}"`;
    if (one === undefined || one === other)
        return;
    if (other !== undefined)
        yield [key, `${shown} and "${path.join('.')}: ${yaml_node_text(child(node, ...path)) ?? ''}"`];
    else if (path.length > 2 && child(node, ...path.slice(0, -1))?.kind === 'mapping') {
        // Limits that are written are all the limits: one that is left away is none.
        yield [
            key,
            `${shown}, and "${path.slice(0, -1).join('.')}" without "${path.at(-1) ?? ''}" says that there is none`,
        ];
    }
}
function replicas(node) {
    return amount(child(node, 'deploy', 'replicas'), false) ?? amount(child(node, 'scale'), false) ?? 1;
}
/** The number that a key gives; zero and an invalid one give none. */
function amount(node, size) {
    const written = yaml_node_text(node);
    if (node?.kind !== 'scalar' || written === undefined)
        return undefined;
    if (typeof node.value === 'number')
        return node.value === 0 ? undefined : node.value;
    const number = size ? sizeInBytes(written) : Number(written);
    return number === undefined || Number.isNaN(number) || number === 0 ? undefined : number;
}
function deviceProblems({ name, node }) {
    const requests = [
        ...items(child(node, 'gpus')),
        ...items(child(node, 'deploy', 'resources', 'reservations', 'devices')),
    ];
    return requests
        .filter((request) => child(request, 'count') !== undefined && child(request, 'device_ids') !== undefined)
        .map((request) => ({
        message: `a device request of service "${name}" has "count" and "device_ids"; only one can choose the devices`,
        at: keyRange(request, 'count') ?? request.at,
        subject: { service: name },
    }));
}
function externalProblems(root) {
    return ['networks', 'volumes', 'configs', 'secrets'].flatMap((section) => entries(child(root, section)).flatMap(([name, { value }]) => {
        const external = child(value, 'external');
        if (external === undefined)
            return [];
        const outer = yaml_node_text(child(external, 'name'));
        const own = yaml_node_text(child(value, 'name'));
        if (outer !== undefined && own !== undefined && outer !== own) {
            const message = `"${section}.${name}" has "name: ${own}" and "external.name: ${outer}"; write "external: true" and one name`;
            return [{ message, at: external.at }];
        }
        if (section !== 'volumes' || yaml_node_text(external) === 'false')
            return [];
        return entries(value)
            .filter(([key]) => !['external', 'name'].includes(key) && !key.startsWith('x-'))
            .map(([key, entry]) => ({
            message: `volume "${name}" is external and has "${key}", which only a volume of this project can have`,
            at: entry.key.at,
        }));
    }));
}

;// CONCATENATED MODULE: ./src/rules/compose/dependency-cycle.ts
/** Services that wait for each other. */
const dependency_cycle_rule = {
    scope: 'stack',
    code: 'compose/dependency-cycle',
    severity: 'error',
    summary: 'services depend on each other in a circle',
    why: 'None of them can start first, so Compose refuses the project.',
    remedy: 'remove one of the depends_on entries of the circle',
    check(stack) {
        const services = new Map(stack.project.services.map((service) => [service.name, service]));
        const cycle = findCycle(services);
        const [first, second] = cycle ?? [];
        if (!cycle || first === undefined || second === undefined)
            return [];
        const dependency = services.get(first)?.dependsOn.find(({ service }) => service === second);
        return [
            {
                message: `services depend on each other in a circle: ${cycle.join(' → ')}`,
                at: dependency?.at,
                subject: { service: first },
            },
        ];
    },
};
/** The names along one circle, the first one again at the end. Iterative, since a stack may be deep. */
function findCycle(services) {
    const done = new Set();
    for (const start of services.keys()) {
        const path = done.has(start) ? [] : [{ name: start, next: 0 }];
        for (let top = path.at(-1); top; top = path.at(-1)) {
            const dependency = services.get(top.name)?.dependsOn[top.next++]?.service;
            if (dependency === undefined)
                done.add(path.pop()?.name ?? '');
            else {
                const earlier = path.findIndex(({ name }) => name === dependency);
                if (earlier >= 0)
                    return [...path.slice(earlier).map(({ name }) => name), dependency];
                if (!done.has(dependency) && services.has(dependency))
                    path.push({ name: dependency, next: 0 });
            }
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/rules/compose/duplicate-container-name.ts
/** Two services with one container name. */
const duplicate_container_name_rule = {
    scope: 'stack',
    code: 'compose/duplicate-container-name',
    severity: 'error',
    summary: 'two services have the same container name',
    why: 'Docker has one container of a name, and Compose refuses a project in which two services want it.',
    remedy: 'give each service a "container_name" of its own, or leave it away',
    check({ project }) {
        const first = new Map();
        return project.services.flatMap(({ name: service, containerName }) => {
            if (!containerName)
                return [];
            const { value, at } = containerName;
            const earlier = first.get(value);
            first.set(value, earlier ?? { service, at });
            if (!earlier)
                return [];
            return [
                {
                    message: `service "${service}" has the container name "${value}" of service "${earlier.service}"`,
                    at,
                    related: [{ message: `"${value}" is taken here`, at: earlier.at }],
                    subject: { service },
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/compose/invalid-command.ts

/** Commands in which a quote is opened and not closed. */
const invalid_command_rule = {
    scope: 'stack',
    code: 'compose/invalid-command',
    severity: 'error',
    summary: 'a command or entrypoint opens a quote that nothing closes',
    why: 'Compose splits a command as a shell does, and refuses one whose quotes do not match.',
    remedy: 'close the quote, or write the command as a list of words',
    check: ({ project }) => [...project.services, ...project.inactive].flatMap(({ name, node }) => ['command', 'entrypoint'].flatMap((key) => {
        const value = child(node, key);
        if (value?.kind !== 'scalar' || typeof value.value !== 'string')
            return [];
        const quote = openQuote(value.text);
        if (quote === undefined)
            return [];
        const message = `"${key}" of service "${name}" opens a ${quote} that nothing closes: "${value.text.trim()}"`;
        return { message, at: value.at, subject: { service: name } };
    })),
};
/** The quote that is still open at the end of a command line, or a backslash that has nothing to escape. */
function openQuote(line) {
    let open;
    let escaped = false;
    for (const letter of line) {
        if (escaped)
            escaped = false;
        else if (letter === '\\' && open !== "'")
            escaped = true;
        else if (letter === open)
            open = undefined;
        else if (open === undefined && (letter === '"' || letter === "'"))
            open = letter;
    }
    return open ?? (escaped ? '\\' : undefined);
}

;// CONCATENATED MODULE: ./src/rules/compose-places.ts
/** The nodes of a tree at the paths of a table; a list's items are the key `[]`. */
function placesOf(root, table) {
    const found = [];
    collect(root, table, '', found);
    return found;
}
function collect(node, table, name, found) {
    if (table === undefined)
        return;
    if (table.value !== undefined)
        found.push({ node, value: table.value, name });
    if (node.kind === 'scalar')
        return;
    if (node.kind === 'sequence') {
        const below = table.at('[]');
        if (below)
            node.items.forEach((item, index) => {
                collect(item, below, `${name}[${String(index)}]`, found);
            });
        return;
    }
    for (const [key, { value }] of node.entries)
        collect(value, table.at(key), name === '' ? key : `${name}.${key}`, found);
}
/** What is wrong with a project or was after one of its files, each thing once. */
function problemsOfStages(stages, judge) {
    const unique = new Map();
    for (const problem of stages.flatMap(judge)) {
        const place = problem.at ? `${problem.at.file.path}:${String(problem.at.start)}` : '';
        unique.set(`${place} ${problem.message}`, problem);
    }
    return [...unique.values()];
}
/** A value as a message quotes it. */
function quoted(node) {
    if (node.kind !== 'scalar')
        return `a ${node.kind}`;
    if (node.value === null)
        return 'empty';
    return `"${node.text.length > 60 ? `${node.text.slice(0, 57)}…` : node.text}"`;
}

;// CONCATENATED MODULE: ./src/rules/compose/invalid-device.ts



const DEVICES = pathTable({
    'services.*.devices.[]': 'mapping',
    'services.*.gpus.[]': 'request',
    'services.*.deploy.resources.reservations.devices.[]': 'request',
});
/** Device mappings that cannot be split, and device requests whose number is none. */
const invalid_device_rule = {
    scope: 'stack',
    code: 'compose/invalid-device',
    severity: 'error',
    summary: 'a device mapping has too many colons, or the count of a device request is no number',
    why: 'Compose refuses a device that is not SOURCE[:TARGET[:PERMISSIONS]], and a count that is neither a number nor "all".',
    remedy: 'write the device in the long syntax, or a number or "all" for the count',
    check: ({ project }) => placesOf(project.root, DEVICES).flatMap(({ node, value, name }) => value === 'mapping' ? mappingProblem(node, name) : requestProblem(node, name)),
};
function mappingProblem(node, name) {
    if (node.kind !== 'scalar' || node.text.split(':').length <= 3)
        return [];
    return [{ message: `"${name}" is "${node.text}", expected SOURCE[:TARGET[:PERMISSIONS]]`, at: node.at }];
}
function requestProblem(node, name) {
    const count = child(node, 'count');
    if (count?.kind !== 'scalar' || typeof count.value !== 'string' || /^(?:all|[-+]?[0-9]+)$/.test(count.text))
        return [];
    return [{ message: `"${name}.count" is "${count.text}", expected a number or "all"`, at: count.at }];
}

;// CONCATENATED MODULE: ./src/rules/compose/invalid-duration.ts


const DURATIONS = pathTable(Object.fromEntries([
    ...['healthcheck.interval', 'healthcheck.timeout', 'healthcheck.start_period', 'healthcheck.start_interval'],
    ...['stop_grace_period', 'deploy.restart_policy.delay', 'deploy.restart_policy.window'],
    ...['deploy.update_config.delay', 'deploy.update_config.monitor'],
    ...['deploy.rollback_config.delay', 'deploy.rollback_config.monitor'],
].map((path) => [`services.*.${path}`, true])));
const invalid_duration_DURATION = /^[-+]?(?:0|(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h|d|w))+)$/;
/** Durations that Go cannot read. */
const compose_invalid_duration_rule = {
    scope: 'stack',
    code: 'compose/invalid-duration',
    severity: 'error',
    summary: 'a duration has no unit or is no duration',
    why: 'Compose refuses a duration such as "10" or "1 min": every number needs one of the units us, ms, s, m, h, d, w.',
    remedy: 'write a number with a unit, such as 10s or 1m30s',
    check: ({ project }) => placesOf(project.root, DURATIONS)
        // Numbers without quotes are the schema's.
        .filter(({ node }) => node.kind === 'scalar' && typeof node.value === 'string' && !invalid_duration_DURATION.test(node.text))
        .map(({ node, name }) => ({
        message: `"${name}" is ${quoted(node)}, expected a duration such as "30s" or "1m30s"`,
        at: node.at,
    })),
};

;// CONCATENATED MODULE: ./src/rules/compose/invalid-env-file.ts

/** Entries of `env_file` with a format that is not known. */
const invalid_env_file_rule = {
    scope: 'stack',
    code: 'compose/invalid-env-file',
    severity: 'error',
    summary: 'an entry of env_file has an unknown format',
    why: 'Compose knows no format of env files but the usual one and "raw", and refuses any other.',
    remedy: 'leave "format" away, or write "raw"',
    check: ({ project }) => {
        const active = new Set(project.services.map(({ name }) => name));
        return [...project.services, ...project.inactive].flatMap(({ name, node }) => items(child(node, 'env_file')).flatMap((item) => {
            if (item.kind !== 'mapping')
                return [];
            const subject = { service: name };
            const format = child(item, 'format');
            // A file that may be absent and is not there is never read.
            if (format === undefined ||
                yaml_node_text(format) === 'raw' ||
                !active.has(name) ||
                yaml_node_text(child(item, 'required')) === 'false')
                return [];
            const message = `the format of an "env_file" of service "${name}" is "${yaml_node_text(format) ?? ''}", expected "raw"`;
            return [{ message, at: format.at, subject }];
        }));
    },
};

;// CONCATENATED MODULE: ./src/rules/compose/invalid-healthcheck.ts

/** Healthcheck lists that do not say how their words are run. */
const invalid_healthcheck_rule = {
    scope: 'stack',
    code: 'compose/invalid-healthcheck',
    severity: 'error',
    summary: 'the list of a healthcheck does not start with CMD, CMD-SHELL or NONE',
    why: 'Compose refuses a test list whose first word does not say how the rest is run.',
    remedy: 'put CMD before the words, or write the test as one text for the shell',
    check: ({ project }) => [...project.services, ...project.inactive].flatMap(({ name, node }) => {
        const [first] = items(child(node, 'healthcheck', 'test'));
        const word = yaml_node_text(first);
        if (!first || word === undefined || ['CMD', 'CMD-SHELL', 'NONE'].includes(word))
            return [];
        const message = `the healthcheck of service "${name}" starts with "${word}", expected CMD, CMD-SHELL or NONE`;
        return [{ message, at: first.at, subject: { service: name } }];
    }),
};

;// CONCATENATED MODULE: ./src/rules/compose/invalid-name.ts

/** Project names of which nothing is left. */
const invalid_name_rule = {
    scope: 'stack',
    code: 'compose/invalid-name',
    severity: 'error',
    summary: 'the project has no name that Docker can use',
    why: 'Compose keeps of a project name the lower-case letters, digits, hyphens and underscores after the first letter or digit, and refuses a project of which nothing is left.',
    remedy: 'write a "name" that has a letter or a digit',
    check: ({ project }) => project.name === ''
        ? [
            {
                message: 'the project has no name: expected one that has a lower-case letter or a digit',
                at: project.nameAt ?? child(project.root, 'name')?.at ?? project.root.at,
            },
        ]
        : [],
};

;// CONCATENATED MODULE: ./src/rules/compose/invalid-pair.ts


const invalid_pair_service = (...keys) => keys.map((key) => `services.*.${key}.[]`);
const PAIRS = pathTable({
    ...Object.fromEntries([
        ...invalid_pair_service('environment', 'labels', 'annotations', 'sysctls', 'deploy.labels', 'build.args', 'build.labels'),
        ...invalid_pair_service('build.additional_contexts'),
        ...['networks.*.labels.[]', 'volumes.*.labels.[]', 'configs.*.labels.[]', 'secrets.*.labels.[]'],
    ].map((path) => [path, 'pair'])),
    ...Object.fromEntries(invalid_pair_service('extra_hosts', 'build.extra_hosts').map((path) => [path, 'host'])),
});
/** Items of lists of `KEY=VALUE` that are none. */
const invalid_pair_rule = {
    scope: 'stack',
    code: 'compose/invalid-pair',
    severity: 'error',
    summary: 'an item of a list of KEY=VALUE is a number, or an extra host has no address',
    why: 'Compose refuses list items of environment, labels and their like that are no texts, and hosts without an address.',
    remedy: 'write the item as KEY=VALUE, a host as NAME:ADDRESS',
    check: ({ project }) => placesOf(project.root, PAIRS).flatMap(({ node, value, name }) => {
        if (node.kind !== 'scalar')
            return [];
        const expected = value === 'host' ? 'NAME:ADDRESS' : 'KEY=VALUE';
        const wrong = typeof node.value !== 'string' || (value === 'host' && !hasSeparator(node));
        return wrong ? { message: `"${name}" is ${quoted(node)}, expected ${expected}`, at: node.at } : [];
    }),
};
function hasSeparator({ text }) {
    return /[:=]/.test(text);
}

;// CONCATENATED MODULE: ./src/rules/compose/invalid-port.ts



const LARGEST = 65_535;
/** Ports that Docker cannot read. */
const invalid_port_rule = {
    scope: 'stack',
    code: 'compose/invalid-port',
    severity: 'error',
    summary: 'a port is out of range, no number, or has an address that is none',
    why: 'Compose refuses a port that is not [[ADDRESS:]PUBLISHED:]TARGET[/PROTOCOL] with ports from 1 to 65535.',
    remedy: 'write the port as "8080:80" or in the long syntax with "target" and "published"',
    check: ({ project }) => [...project.services, ...project.inactive].flatMap(({ name, node }) => [
        ...items(child(node, 'expose')).flatMap((item) => item.kind === 'scalar' && typeof item.value === 'number' && !Number.isInteger(item.value)
            ? {
                message: `exposed port "${item.text}" of service "${name}" is no whole number`,
                at: item.at,
                subject: { service: name },
            }
            : []),
        ...items(child(node, 'ports')).flatMap((item) => {
            const why = item.kind === 'scalar' ? shortProblem(item) : item.kind === 'mapping' ? longProblem(item) : undefined;
            if (why === undefined)
                return [];
            const shown = item.kind === 'scalar' ? ` "${item.text}"` : '';
            return { message: `port${shown} of service "${name}" ${why}`, at: item.at, subject: { service: name } };
        }),
    ]),
};
function longProblem(item) {
    const target = child(item, 'target');
    if (target === undefined)
        return 'has no "target"; write the port of the container';
    const address = yaml_node_text(child(item, 'host_ip')) ?? '';
    return address === '' || ipVersion(address) !== 0
        ? undefined
        : `has the address "${address}", expected an IP address`;
}
function shortProblem(item) {
    if (typeof item.value === 'number' && !Number.isInteger(item.value))
        return 'is no whole number';
    const parts = splitPort(item.text);
    if (!parts)
        return 'is not [[ADDRESS:]PUBLISHED:]TARGET[/PROTOCOL]';
    const { target, published, protocol } = parts;
    if (target === '')
        return 'has no port of the container';
    const inside = invalid_port_range(target);
    if (!inside || inside[0] === 0)
        return `has the container port "${target}", expected 1 to ${String(LARGEST)}`;
    const outside = published === '' ? undefined : invalid_port_range(published);
    if (published !== '' && !outside)
        return `has the published port "${published}", expected 0 to ${String(LARGEST)}`;
    if (outside && inside[0] !== inside[1] && outside[1] - outside[0] !== inside[1] - inside[0]) {
        return `has ranges of different length: "${published}" and "${target}"`;
    }
    if (!['', 'tcp', 'udp', 'sctp'].includes(protocol.toLowerCase())) {
        return `has the protocol "${protocol}", expected tcp, udp or sctp`;
    }
    return addressProblem(item.text, parts.address);
}
/** 4, 6, or 0 for what is no address; the usual form is told without loading Node's sockets. */
function ipVersion(address) {
    const parts = address.split('.');
    const usual = parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
    return usual ? 4 : builtin.net().isIP(address);
}
/** The address of IPv6 stands in brackets, so that its colons are its own. */
function addressProblem(written, address) {
    if (address === '')
        return undefined;
    const version = ipVersion(address);
    if (version === 0)
        return `has the address "${address}", expected an IP address`;
    return version === 6 && !written.startsWith('[')
        ? `has an IPv6 address without brackets; write "[${address}]"`
        : undefined;
}
function invalid_port_range(written) {
    const [, first, last = first] = /^([0-9]+)(?:-([0-9]+))?$/.exec(written) ?? [];
    if (first === undefined)
        return undefined;
    const numbers = [Number(first), Number(last)];
    return numbers[1] <= LARGEST && numbers[0] <= numbers[1] ? numbers : undefined;
}

;// CONCATENATED MODULE: ./src/rules/compose/invalid-scalar.ts



const EXPECTED = {
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
};
const NOT_NEGATIVE = pathTable(Object.fromEntries(['scale', 'deploy.replicas', 'healthcheck.retries', 'ports.[].target'].map((path) => [`services.*.${path}`, true])));
/** Go reads such a plain scalar as a date, for which a compose file has no place. */
const DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?))?)?$/;
/** Texts where Compose wants a number or a switch, numbers below zero, and dates. */
const invalid_scalar_rule = {
    scope: 'stack',
    code: 'compose/invalid-scalar',
    severity: 'error',
    summary: 'a text cannot be read as the number or switch that is wanted, or is read as a date',
    why: 'Compose turns texts and variables into the kind of value that a key wants, and refuses the file where it cannot.',
    remedy: 'write a value of the expected kind; put what looks like a date in quotes',
    check({ project }) {
        // How many containers a service has is asked only of those that take part.
        const off = new Set(project.inactive.flatMap(({ name }) => [`services.${name}.scale`, `services.${name}.deploy.replicas`]));
        return problemsOfStages(project.stages, (root) => scalarProblems(root, off));
    },
};
function scalarProblems(root, off) {
    return [
        ...placesOf(root, COMPOSE_CASTS).flatMap(({ node, value, name }) => node.kind === 'scalar' && typeof node.value === 'string' && castText(node.text, value) === undefined
            ? { message: `"${name}" is ${quoted(node)}, expected ${EXPECTED[value]}`, at: node.at }
            : []),
        ...placesOf(root, NOT_NEGATIVE).flatMap(({ node, name }) => node.kind === 'scalar' && typeof node.value === 'number' && node.value < 0 && !off.has(name)
            ? { message: `"${name}" is ${quoted(node)}, expected zero or more`, at: node.at }
            : []),
        ...dates(root, '', new Set()),
    ];
}
function dates(node, name, seen) {
    if (node.kind === 'scalar')
        return isDate(node) ? [dateProblem(node, name)] : [];
    if (seen.has(node))
        return [];
    seen.add(node);
    if (node.kind === 'sequence')
        return node.items.flatMap((item) => dates(item, name, seen));
    const problems = [];
    for (const [key, { value }] of node.entries)
        if (!key.startsWith('x-'))
            problems.push(...dates(value, key, seen));
    return problems;
}
function isDate({ style, value, text, tag }) {
    return style === 'plain' && typeof value === 'string' && tag === undefined && DATE.test(text);
}
function dateProblem(node, name) {
    const help = `write "${node.text}" in quotes`;
    return { message: `"${name}" is ${node.text}, which YAML reads as a date; a text is expected`, at: node.at, help };
}

;// CONCATENATED MODULE: ./src/rules/compose/invalid-size.ts


const SIZES = pathTable(Object.fromEntries([
    ...['mem_limit', 'mem_reservation', 'mem_swappiness', 'memswap_limit', 'shm_size', 'build.shm_size'],
    ...['deploy.resources.limits.memory', 'deploy.resources.reservations.memory', 'volumes.[].tmpfs.size'],
    ...['blkio_config.device_read_bps.[].rate', 'blkio_config.device_write_bps.[].rate'],
    ...['blkio_config.device_read_iops.[].rate', 'blkio_config.device_write_iops.[].rate'],
].map((path) => [`services.*.${path}`, true])));
const invalid_size_SIZE = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+) ?(?:b|[kmgtp](?:i?b)?)?$/i;
/** Sizes in bytes that Docker cannot read. */
const invalid_size_rule = {
    scope: 'stack',
    code: 'compose/invalid-size',
    severity: 'error',
    summary: 'a size in bytes has an unknown unit or is no number',
    why: 'Compose refuses a size that is no number with one of the units b, k, m, g, t, p (or kb, mb, …).',
    remedy: 'write a number with a unit, such as 512m or 1g',
    check: ({ project }) => placesOf(project.root, SIZES)
        .filter(({ node }) => node.kind === 'scalar' && typeof node.value === 'string' && !invalid_size_SIZE.test(node.text))
        .map(({ node, name }) => ({
        message: `"${name}" is ${quoted(node)}, expected a size such as "512m" or "1.5g"`,
        at: node.at,
    })),
};

;// CONCATENATED MODULE: ./src/rules/compose/invalid-value.ts


/** Values of the wrong type, out of a closed list, or missing. */
const compose_invalid_value_rule = {
    scope: 'stack',
    code: 'compose/invalid-value',
    severity: 'error',
    summary: 'a value of the wrong type, out of its list, or a required key that is missing',
    why: 'Compose refuses a file whose values do not fit the Compose specification.',
    remedy: 'write a value of the expected kind',
    check: ({ project }) => problemsOfStages(project.stages, (root) => schemaProblems(root, 'compose', 'the compose file').invalidValues),
};

;// CONCATENATED MODULE: ./src/rules/compose/invalid-volume.ts


const invalid_volume_WHY = {
    empty: 'is empty',
    'empty part': 'has nothing between two colons',
    'too many colons': 'has too many colons',
};
/** Volumes that Compose cannot read, and mount points that are taken. */
const invalid_volume_rule = {
    scope: 'stack',
    code: 'compose/invalid-volume',
    severity: 'error',
    summary: 'a volume is not SOURCE:TARGET, lacks its source or target, or its target is a tmpfs already',
    why: 'Compose refuses a volume that it cannot split, a bind without a source, and two mounts at one place.',
    remedy: 'write "SOURCE:TARGET[:OPTIONS]", or the long syntax with "type", "source" and "target"',
    check: ({ project }) => [
        ...[...project.services, ...project.inactive].flatMap((service) => items(child(service.node, 'volumes')).flatMap((item) => {
            const why = item.kind === 'scalar' ? invalid_volume_shortProblem(item.text) : invalid_volume_longProblem(item);
            return why === undefined ? [] : invalid_volume_problem(service, item, why);
        })),
        ...project.services.flatMap(takenTargets),
    ],
};
function invalid_volume_shortProblem(written) {
    const { problem: found } = splitVolume(written);
    return found && `${invalid_volume_WHY[found]}; expected SOURCE:TARGET[:OPTIONS]`;
}
function invalid_volume_longProblem(item) {
    if (item.kind !== 'mapping')
        return undefined;
    if (yaml_node_text(child(item, 'target')) === undefined)
        return 'has no "target"; write the path in the container';
    const source = yaml_node_text(child(item, 'source')) ?? '';
    return yaml_node_text(child(item, 'type')) === 'bind' && source === '' ? 'is a bind without a "source"' : undefined;
}
/** The places of tmpfs are taken when the volumes come. */
function takenTargets(service) {
    const written = child(service.node, 'tmpfs');
    const tmpfs = (written?.kind === 'scalar' ? [written] : items(written)).map((item) => (yaml_node_text(item) ?? '').split(':')[0]);
    return items(child(service.node, 'volumes')).flatMap((item) => {
        const target = item.kind === 'scalar' ? splitVolume(item.text).target : yaml_node_text(child(item, 'target'));
        return tmpfs.includes(target)
            ? invalid_volume_problem(service, item, `has the target "${target ?? ''}", where "tmpfs" is already`)
            : [];
    });
}
function invalid_volume_problem({ name }, item, why) {
    const shown = item.kind === 'scalar' ? ` "${item.text}"` : '';
    return { message: `volume${shown} of service "${name}" ${why}`, at: item.at, subject: { service: name } };
}

;// CONCATENATED MODULE: ./src/rules/compose/invalid-watch.ts

/** Watched paths that say too little. */
const invalid_watch_rule = {
    scope: 'stack',
    code: 'compose/invalid-watch',
    severity: 'error',
    summary: 'an entry of develop.watch has an empty path, or copies files without a target',
    why: 'Compose refuses to watch an empty path, and every action that copies files needs a place to copy them to.',
    remedy: 'add the missing "path" or "target"',
    check: ({ project }) => project.services.flatMap(({ name, node }) => items(child(node, 'develop', 'watch')).flatMap((item) => {
        const subject = { service: name };
        const path = child(item, 'path');
        if (path !== undefined && yaml_node_text(path) === '')
            return [{ message: `a watched path of service "${name}" is empty`, at: path.at, subject }];
        const action = child(item, 'action');
        const kind = yaml_node_text(action) ?? '';
        if (!action || !kind.startsWith('sync') || child(item, 'target') !== undefined)
            return [];
        const message = `a watched path of service "${name}" has the action "${kind}" and no "target" to copy to`;
        return [{ message, at: action.at, subject }];
    })),
};

;// CONCATENATED MODULE: ./src/rules/compose/missing-source.ts

const SOURCES = { configs: ['file', 'environment', 'content'], secrets: ['file', 'environment'] };
/** Configs and secrets that come from nowhere, or from two places. */
const missing_source_rule = {
    scope: 'stack',
    code: 'compose/missing-source',
    severity: 'error',
    summary: 'a config or secret has no source, or more than one',
    why: 'Compose refuses a config or secret that is not external and does not say, exactly once, where its text comes from.',
    remedy: 'write exactly one of "file" and "environment" (a config may also have "content"), or "external: true"',
    check: ({ project: { root } }) => [...sectionProblems(root, 'configs'), ...sectionProblems(root, 'secrets')],
};
function sectionProblems(root, section) {
    const sources = SOURCES[section];
    return entries(child(root, section)).flatMap(([name, { key, value }]) => {
        if (value.kind !== 'mapping')
            return [];
        // A secret of a variable without a name has no source either.
        const given = sources.filter((source) => value.entries.has(source) &&
            !(section === 'secrets' && source === 'environment' && yaml_node_text(child(value, source)) === ''));
        const what = section === 'configs' ? 'config' : 'secret';
        if (given.length > 1) {
            return [
                {
                    message: `${what} "${name}" has ${given.map((source) => `"${source}"`).join(' and ')}; only one can be its source`,
                    at: key.at,
                },
            ];
        }
        const external = child(value, 'external');
        const declared = external !== undefined && (section === 'configs' || yaml_node_text(external) !== 'false');
        if (given.length === 1 || declared)
            return [];
        const choice = sources.map((source) => `"${source}"`).join(', ');
        return [{ message: `${what} "${name}" has no source; expected one of ${choice}, or "external: true"`, at: key.at }];
    });
}

;// CONCATENATED MODULE: ./src/rules/compose/no-image.ts
/** Services that name neither an image nor a build. */
const no_image_rule = {
    scope: 'stack',
    code: 'compose/no-image',
    severity: 'error',
    summary: 'a service has neither image nor build',
    why: 'Compose cannot create a container without an image.',
    remedy: 'add `image:` or `build:` to the service',
    check: (stack) => stack.project.services
        .filter(({ image, hasBuild, node }) => !image?.value && !hasBuild && !node.entries.has('provider'))
        .map(({ name, at }) => ({
        message: `service "${name}" has neither "image" nor "build"`,
        at,
        subject: { service: name },
    })),
};

;// CONCATENATED MODULE: ./src/rules/compose/non-text-key.ts
/** Keys that YAML reads as numbers, booleans or nothing. */
const non_text_key_rule = {
    scope: 'stack',
    code: 'compose/non-text-key',
    severity: 'error',
    summary: 'a key without quotes that YAML reads as a number, a boolean or nothing',
    why: 'Compose refuses a mapping whose keys are not all texts.',
    remedy: 'write the key in quotes',
    check: ({ project }) => keyProblems(project.root, new Set()),
};
function keyProblems(node, seen) {
    if (node.kind === 'scalar' || seen.has(node))
        return [];
    seen.add(node);
    if (node.kind === 'sequence')
        return node.items.flatMap((item) => keyProblems(item, seen));
    const problems = [];
    for (const { key, value } of node.entries.values()) {
        if (typeof key.value !== 'string') {
            const kind = key.value === null ? 'nothing' : `a ${typeof key.value}`;
            problems.push({
                message: `the key "${key.text}" is read as ${kind}, expected a text`,
                at: key.at,
                help: `write "${key.text}" in quotes`,
            });
        }
        problems.push(...keyProblems(value, seen));
    }
    return problems;
}

;// CONCATENATED MODULE: ./src/rules/compose-references.ts


/** The references that the section of the compose file does not define. `what`: the singular of the section. */
function undefinedReferences(root, section, what, references) {
    const defined = entries(child(root, section)).map(([name]) => name);
    return references
        .filter(({ name }) => !defined.includes(name))
        .map(({ service, name, at }) => {
        const similar = nearest(name, defined);
        const has = defined.length === 0 ? `there is no "${section}" section` : `"${section}" has ${defined.join(', ')}`;
        return {
            message: `service "${service}" uses the ${what} "${name}", which is not defined${similar ? `; did you mean "${similar}"?` : `: ${has}`}`,
            at,
            help: similar ? `write "${similar}"` : `add "${name}:" below "${section}:" at the top level`,
            subject: { service },
        };
    });
}

;// CONCATENATED MODULE: ./src/rules/compose/undefined-config.ts


/** Configs of services that no top-level entry defines. */
const undefined_config_rule = {
    scope: 'stack',
    code: 'compose/undefined-config',
    severity: 'error',
    summary: 'a service uses a config that the compose file does not define',
    why: 'Compose refuses a project in which a service is given a config without a top-level entry.',
    remedy: 'define the config below the top-level "configs", or mend the name',
    check({ project }) {
        const references = project.services.flatMap(({ name: service, node }) => items(child(node, 'configs')).map((item) => {
            const source = child(item, 'source');
            return { service, name: yaml_node_text(source ?? item) ?? '', at: source?.at ?? item.at };
        }));
        return undefinedReferences(project.root, 'configs', 'config', references);
    },
};

;// CONCATENATED MODULE: ./src/rules/compose/undefined-dependency.ts


/** depends_on entries that name no active service. */
const undefined_dependency_rule = {
    scope: 'stack',
    code: 'compose/undefined-dependency',
    severity: 'error',
    summary: 'depends_on names a service that does not exist or whose profile is off',
    why: 'Compose refuses a project in which a service depends on one that is not there.',
    remedy: 'mend the name, or set `required: false` if the service may be switched off',
    check({ project }) {
        const active = new Set(project.services.map(({ name }) => name));
        const inactive = new Set(project.inactive.map(({ name }) => name));
        return project.services.flatMap((service) => [...service.dependsOn, ...builtFrom(service)]
            // What is not required may be switched off by its profile, but it must be there.
            .filter(({ service: name, required }) => !active.has(name) && (required || !inactive.has(name)))
            .map(({ service: name, at }) => {
            const similar = nearest(name, [...active]);
            const why = inactive.has(name) ? 'whose profile is off' : 'which does not exist';
            return {
                message: `service "${service.name}" depends on "${name}", ${why}${similar ? `; did you mean "${similar}"?` : ''}`,
                at,
                subject: { service: service.name },
            };
        }));
    },
};
/** Services whose images a build uses. */
function builtFrom({ node }) {
    const contexts = child(node, 'build', 'additional_contexts');
    return [...items(contexts), ...entries(contexts).map(([, { value }]) => value)].flatMap((item) => {
        const service = /^(?:[^=:]*=)?service:(.*)$/.exec(yaml_node_text(item) ?? '')?.[1];
        return service === undefined ? [] : [{ service, required: true, at: item.at }];
    });
}

;// CONCATENATED MODULE: ./src/rules/compose/undefined-model.ts


/** Language models of services that no top-level entry defines. */
const undefined_model_rule = {
    scope: 'stack',
    code: 'compose/undefined-model',
    severity: 'error',
    summary: 'a service uses a language model that the compose file does not define',
    why: 'Compose refuses a project in which a service uses an entry of "models" that is not there.',
    remedy: 'define the model below the top-level "models", or mend the name',
    check({ project }) {
        const references = project.services.flatMap(({ name: service, node }) => {
            const models = child(node, 'models');
            const listed = items(models).map((item) => ({ service, name: yaml_node_text(item) ?? '', at: item.at }));
            return [...listed, ...entries(models).map(([name, { key }]) => ({ service, name, at: key.at }))];
        });
        return undefinedReferences(project.root, 'models', 'model', references);
    },
};

;// CONCATENATED MODULE: ./src/rules/compose/undefined-network.ts


/** Networks of services that no top-level entry defines. */
const undefined_network_rule = {
    scope: 'stack',
    code: 'compose/undefined-network',
    severity: 'error',
    summary: 'a service uses a network that the compose file does not define',
    why: 'Compose refuses a project in which a service joins a network without a top-level entry; only "default" needs none.',
    remedy: 'define the network below the top-level "networks", or mend the name',
    check({ project }) {
        const references = project.services.flatMap(({ name: service, node }) => {
            const networks = child(node, 'networks');
            const listed = items(networks).flatMap((item) => ({ service, name: yaml_node_text(item) ?? '', at: item.at }));
            return [...listed, ...entries(networks).map(([name, { key }]) => ({ service, name, at: key.at }))];
        });
        const used = references.filter(({ name }) => name !== 'default');
        return undefinedReferences(project.root, 'networks', 'network', used);
    },
};

;// CONCATENATED MODULE: ./src/rules/compose/undefined-secret.ts


/** Secrets of services and of their builds that no top-level entry defines. */
const undefined_secret_rule = {
    scope: 'stack',
    code: 'compose/undefined-secret',
    severity: 'error',
    summary: 'a service or its build uses a secret that the compose file does not define',
    why: 'Compose refuses a project in which a service is given a secret without a top-level entry.',
    remedy: 'define the secret below the top-level "secrets", or mend the name',
    check({ project }) {
        const references = project.services.flatMap(({ name: service, node }) => [...items(child(node, 'secrets')), ...items(child(node, 'build', 'secrets'))].map((item) => {
            const source = child(item, 'source');
            return { service, name: yaml_node_text(source ?? item) ?? '', at: source?.at ?? item.at };
        }));
        return undefinedReferences(project.root, 'secrets', 'secret', references);
    },
};

;// CONCATENATED MODULE: ./src/rules/compose/undefined-volume.ts

/** Named volumes of services that no top-level entry defines. */
const undefined_volume_rule = {
    scope: 'stack',
    code: 'compose/undefined-volume',
    severity: 'error',
    summary: 'a service uses a named volume that the compose file does not define',
    why: 'Compose refuses a project that mounts a named volume without a top-level entry. A path needs a "./" to be no name.',
    remedy: 'define the volume below the top-level "volumes", or write "./" before a path',
    check({ project }) {
        const references = project.services.flatMap(({ name: service, mounts }) => mounts
            .filter(({ kind, source }) => kind === 'volume' && source !== '')
            .map(({ source, at }) => ({ service, name: source, at })));
        return undefinedReferences(project.root, 'volumes', 'volume', references);
    },
};

;// CONCATENATED MODULE: ./src/rules/compose/unknown-key.ts


/** Keys that the compose file does not have. */
const compose_unknown_key_rule = {
    scope: 'stack',
    code: 'compose/unknown-key',
    severity: 'error',
    summary: 'a key that the compose file does not have',
    why: 'Compose refuses a file that has a key which the Compose specification does not know.',
    remedy: 'mend the spelling, or move the key to the section it belongs to',
    check: ({ project }) => problemsOfStages(project.stages, (root) => schemaProblems(root, 'compose', 'the compose file').unknownKeys),
};

;// CONCATENATED MODULE: ./src/model/address.ts
/** Splits `HOST:PORT`, `[IPV6]:PORT` or `HOST`; undefined when it is none of them. */
function splitAddress(written) {
    const match = /^(?:\[([0-9a-fA-F:.%]+)\]|([^\s/:[\]]+))(?::(\d{1,5}))?$/.exec(written);
    if (!match)
        return undefined;
    const port = match[3] === undefined ? undefined : Number(match[3]);
    if (port !== undefined && port > 65_535)
        return undefined;
    return { host: match[1] ?? match[2] ?? '', port };
}
/** What `host` means to `from`, by the names Compose publishes on its networks. */
function meaningOfHost(stack, from, host) {
    if (from.networkMode)
        return { kind: 'outside' };
    const name = host.toLowerCase();
    if (name === 'localhost' || name.startsWith('127.') || name === '::1' || name === '0.0.0.0')
        return { kind: 'localhost' };
    const { active, inactive } = namesOf(stack);
    const service = active.get(name) ?? active.get(from.links.get(host)?.toLowerCase() ?? '');
    if (service)
        return { kind: 'service', service, shared: shareNetwork(from, service) };
    const off = inactive.get(name);
    if (off)
        return { kind: 'inactive', service: off };
    if (/[.:]/.test(name) || from.extraHosts.includes(host) || isGeneratedContainerName(active, name))
        return { kind: 'outside' };
    return hasNamesFromElsewhere(stack, from) ? { kind: 'outside' } : { kind: 'unknown' };
}
const known = new WeakMap();
/** Every name that services answer to, in lower case; built once a stack, since stacks have many targets. */
function namesOf(stack) {
    let names = known.get(stack);
    if (!names) {
        names = { active: index(stack.project.services), inactive: index(stack.project.inactive) };
        known.set(stack, names);
    }
    return names;
}
/** The first service that has a name keeps it. */
function index(services) {
    const names = new Map();
    for (const service of services) {
        const aliases = [...service.networks.values()].flat();
        for (const name of [service.name, service.containerName?.value ?? service.name, ...aliases])
            if (!names.has(name.toLowerCase()))
                names.set(name.toLowerCase(), service);
    }
    return names;
}
function shareNetwork(from, to) {
    if (from.name === to.name)
        return true;
    return [...from.networks.keys()].some((network) => to.networks.has(network));
}
/** `PROJECT-SERVICE-1`, which resolves too, or its Compose v1 form with underscores. */
function isGeneratedContainerName(names, name) {
    const rest = /^(.*)[-_]\d+$/.exec(name)?.[1];
    if (rest === undefined)
        return false;
    return [...rest.matchAll(/[-_]/g)].some(({ index: at }) => names.has(rest.slice(at + 1)));
}
/** On an external network other projects publish names that these files cannot tell. */
function hasNamesFromElsewhere(stack, from) {
    const networks = stack.project.root.entries.get('networks')?.value;
    if (networks?.kind !== 'mapping')
        return false;
    return [...from.networks.keys()].some((name) => {
        const definition = networks.entries.get(name)?.value;
        const external = definition?.kind === 'mapping' ? definition.entries.get('external')?.value : undefined;
        return external !== undefined && !(external.kind === 'scalar' && external.value === false);
    });
}
/** The container ports a service is known to offer: published and exposed ones. */
function declaredPorts(service) {
    return new Set([...service.ports.map((port) => port.containerPort), ...service.expose.map((port) => port.value)]);
}

;// CONCATENATED MODULE: ./src/rules/grafana-datasources.ts


/** Every Grafana of the project that is provisioned from files. */
function grafanasOf(stack) {
    return stack.project.services.flatMap((service) => {
        const documents = stack.documents.filter(({ kind, place }) => place.service === service.name && /^(?:grafana-|dashboard$)/.test(kind));
        return documents.length > 0 ? [{ service, documents, sources: documents.flatMap(sourcesOf) }] : [];
    });
}
function sourcesOf({ kind, root }) {
    if (kind !== 'grafana-datasources')
        return [];
    return items(child(root, 'datasources')).flatMap((node) => {
        if (node.kind !== 'mapping')
            return [];
        return {
            node,
            name: yaml_node_text(child(node, 'name')) ?? '',
            uid: yaml_node_text(child(node, 'uid')),
            type: yaml_node_text(child(node, 'type')) ?? '',
            organisation: organisationOf(node),
            isDefault: isOn(child(node, 'isDefault')),
        };
    });
}
/** Number or name of the organisation that something belongs to; the first one when nothing is written. */
function organisationOf(node) {
    const id = yaml_node_text(child(node, 'orgId'));
    return id === undefined || id === '' || id === '0' ? (yaml_node_text(child(node, 'orgName')) ?? '1') : id;
}
/** Whether a switch is on; Grafana reads Go's words for true. */
function isOn(node) {
    return /^(?:1|t|true)$/i.test(yaml_node_text(node) ?? '');
}
/** Whether a dashboard that names `reference` means this data source: by uid, by name, or by the uid made of the name. */
function isCalled({ name, uid }, reference) {
    if (reference === name || reference === uid)
        return true;
    return uid === undefined && reference === generatedUid(name);
}
/** The uid of a data source that is given none: a checksum of its name, as Grafana makes it. */
function generatedUid(name) {
    return `P${builtin.crypto().createHash('sha256').update(name).digest('hex').slice(0, 16).toUpperCase()}`;
}
/** Whether a value has a variable of Grafana's environment in it, so that what it will be is not known. */
function isVariable(written) {
    return written?.includes('$') === true;
}
/** The scalar at a key and where to point when there is none. */
function valueAt(node, key) {
    const value = child(node, key);
    return value?.kind === 'scalar' ? { value, at: value.at } : { at: keyRange(node, key) ?? node.at };
}

;// CONCATENATED MODULE: ./src/rules/grafana/datasource-unreachable-url.ts




const OWN_PORT = 3000;
/** Data sources that Grafana cannot reach. */
const datasource_unreachable_url_rule = {
    scope: 'stack',
    code: 'grafana/datasource-unreachable-url',
    severity: 'error',
    summary: 'the url of a data source names no service of the project, or a port on which it does not listen',
    why: 'The server of Grafana asks its data sources from inside its container, where the names of services resolve and localhost is Grafana itself.',
    remedy: 'write the name of the service and the port it listens on inside its container',
    check: (stack) => grafanasOf(stack).flatMap(({ service, sources }) => sources.flatMap((source) => {
        const problem = problemOf(stack, service, source);
        return problem ? [{ ...problem, at: valueAt(source.node, 'url').at, subject: { service: service.name } }] : [];
    })),
};
function problemOf(stack, grafana, { node, name }) {
    const url = yaml_node_text(child(node, 'url'));
    // With direct access it is the browser that asks, from wherever it is.
    if (url === undefined || isVariable(url) || yaml_node_text(child(node, 'access')) === 'direct')
        return undefined;
    const [, scheme = 'http', authority = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/@]*@)?([^/?#]*)/i.exec(url) ?? [];
    const address = splitAddress(authority);
    if (!address)
        return undefined;
    const port = address.port ?? portOf(scheme.toLowerCase());
    const meaning = meaningOfHost(stack, grafana, address.host);
    const found = datasource_unreachable_url_judge(stack, meaning, address.host, port);
    return found && { ...found, message: `url "${url}" of data source "${name}" ${found.message}` };
}
/** The port of a scheme; a database has its own. */
function portOf(scheme) {
    return { http: 80, https: 443 }[scheme];
}
function datasource_unreachable_url_judge(stack, meaning, host, port) {
    if (meaning.kind === 'unknown')
        return unknownHost(stack, host, port);
    if (meaning.kind === 'localhost')
        return localhost(stack, port);
    if (meaning.kind === 'inactive')
        return {
            message: `names service "${host}", whose profile is off`,
            help: `turn on a profile of "${host}", or take the data source away`,
            related: [{ message: 'the service is defined here', at: meaning.service.at }],
            severity: 'warning',
        };
    if (meaning.kind !== 'service')
        return undefined;
    if (!meaning.shared)
        return {
            message: `names service "${meaning.service.name}", which is on no network with Grafana`,
            help: 'put both services on one network',
            related: [{ message: 'the service is defined here', at: meaning.service.at }],
        };
    return port === undefined ? undefined : wrongPort(stack, meaning.service, host, port);
}
function unknownHost(stack, host, port) {
    const names = stack.project.services.map(({ name }) => name);
    const similar = nearest(host, names);
    if (similar === undefined)
        return { message: `names no service; services are ${names.slice(0, 8).join(', ')}` };
    return {
        message: `names no service; did you mean "${similar}"?`,
        help: `write "${similar}${port === undefined ? '' : `:${String(port)}`}"`,
    };
}
function localhost(stack, port) {
    if (port === OWN_PORT || port === undefined)
        return undefined;
    const offering = stack.project.services.filter((service) => declaredPorts(service).has(port) ||
        service.ports.some(({ hostPort }) => hostPort === port) ||
        (service === stack.prometheus?.service && stack.prometheus.port === port));
    const [only] = offering.length === 1 ? offering : [];
    const inside = only?.ports.find(({ hostPort }) => hostPort === port)?.containerPort ?? port;
    return {
        message: `is the container of Grafana itself, where nothing listens on port ${String(port)}`,
        ...(only ? { help: `write "${only.name}:${String(inside)}"` } : {}),
    };
}
function wrongPort(stack, service, host, port) {
    const isPrometheus = service === stack.prometheus?.service;
    if (isPrometheus ? stack.prometheus.port === port : declaredPorts(service).has(port))
        return undefined;
    const published = service.ports.find(({ hostPort }) => hostPort === port);
    const right = isPrometheus ? stack.prometheus.port : published?.containerPort;
    if (right !== undefined)
        return {
            message: published
                ? `uses port ${String(port)}, which service "${service.name}" publishes on the host; inside the network it is ${String(right)}`
                : `uses port ${String(port)}; service "${service.name}" listens on ${String(right)}`,
            help: `write "${host}:${String(right)}"`,
            related: published
                ? [{ message: 'published here', at: published.at }]
                : [{ message: 'the service is defined here', at: service.at }],
        };
    const declared = [...declaredPorts(service)];
    if (declared.length === 0)
        return undefined;
    return {
        message: `uses port ${String(port)}; service "${service.name}" declares ${declared.join(', ')}`,
        help: `write one of the declared ports, or add ${String(port)} to \`expose\` of the service`,
        related: [{ message: 'the service is defined here', at: service.at }],
        severity: 'notice',
    };
}

;// CONCATENATED MODULE: ./src/rules/grafana/duplicate-dashboard.ts




/** Two dashboards of one Grafana with the same uid, or with the same title in one folder. */
const duplicate_dashboard_rule = {
    scope: 'stack',
    code: 'grafana/duplicate-dashboard',
    severity: 'error',
    summary: 'two dashboards have the same uid, or the same title in one folder',
    why: 'When two files of dashboards have the same uid, or the same title in one folder, Grafana stops writing what their provider finds, so that changes of any of its files are lost.',
    remedy: 'give each dashboard a uid of its own, and a title of its own in its folder',
    check: (stack) => grafanasOf(stack).flatMap(({ service, documents }) => {
        const providers = documents.flatMap(providersOf);
        const dashboards = documents.filter(({ kind }) => kind === 'dashboard');
        const placed = dashboards.map((document) => ({ document, ...duplicate_dashboard_placeOf(document, providers) }));
        const problems = [
            ...duplicate_dashboard_repeated('uid', placed, ({ organisation }) => organisation),
            ...duplicate_dashboard_repeated('title', placed, ({ organisation, folder }) => `${organisation}/${folder}`),
        ];
        return problems.map((problem) => ({ ...problem, subject: { service: service.name } }));
    }),
};
function providersOf({ kind, root, references }) {
    if (kind !== 'grafana-dashboards')
        return [];
    return items(child(root, 'providers')).flatMap((node) => {
        const path = child(node, 'options', 'path');
        const reference = references.find((one) => one.node === path);
        if (!reference)
            return [];
        return {
            path: reference.containerPath,
            organisation: organisationOf(node),
            folder: yaml_node_text(child(node, 'folder')) ?? '',
            byDirectory: isOn(child(node, 'options', 'foldersFromFilesStructure')),
        };
    });
}
function duplicate_dashboard_placeOf({ place }, providers) {
    const provider = providers.find(({ path }) => place.containerPath.startsWith(`${path}/`));
    if (!provider)
        return { organisation: '1', folder: '' };
    const directory = external_node_path_.posix.dirname(external_node_path_.posix.relative(provider.path, place.containerPath));
    const folder = provider.byDirectory && directory !== '.' ? directory : provider.folder;
    return { organisation: provider.organisation, folder };
}
function duplicate_dashboard_repeated(key, placed, scope) {
    const first = new Map();
    return placed.flatMap((one) => {
        const node = child(one.document.root, key);
        const written = yaml_node_text(node);
        if (!node || written === undefined || written === '')
            return [];
        const earlier = first.get(`${scope(one)} ${written}`);
        if (!earlier) {
            first.set(`${scope(one)} ${written}`, node);
            return [];
        }
        const where = key === 'uid' ? '' : one.folder === '' ? ', at the top as well' : `, in folder "${one.folder}" as well`;
        return {
            message: `the ${key} "${written}" is already that of the dashboard in ${locate(earlier.at).file}${where}`,
            at: node.at,
            related: [{ message: 'first used here', at: earlier.at }],
        };
    });
}

;// CONCATENATED MODULE: ./src/rules/grafana/duplicate-datasource.ts


/** Two data sources of one Grafana with the same name or uid. */
const duplicate_datasource_rule = {
    scope: 'stack',
    code: 'grafana/duplicate-datasource',
    severity: 'error',
    summary: 'two data sources of a Grafana have the same name or uid',
    why: 'Of two definitions with the same name the second overwrites the first; with the same uid and other names Grafana refuses the second. Which one comes first is decided by the names of the files.',
    remedy: 'give each data source a name and a uid of its own',
    check: (stack) => grafanasOf(stack).flatMap(({ service, sources }) => sources.flatMap((source, index) => {
        const before = sources.slice(0, index).filter(({ organisation }) => organisation === source.organisation);
        // A definition that was copied as a whole is one slip, not two.
        const problem = duplicate_datasource_repeated('name', source, before) ?? duplicate_datasource_repeated('uid', source, before);
        return problem ? [{ ...problem, subject: { service: service.name } }] : [];
    })),
};
function duplicate_datasource_repeated(key, source, before) {
    const written = source[key];
    if (written === undefined || written === '' || isVariable(written))
        return undefined;
    const earlier = before.find((one) => one[key] === written);
    if (!earlier)
        return undefined;
    const [at, first] = [valueAt(source.node, key).at, valueAt(earlier.node, key).at];
    const { file, start } = locate(first);
    const where = first.file === at.file ? `on line ${String(start.line)}` : `in ${file}`;
    return {
        message: `a data source with the ${key} "${written}" is already defined ${where}`,
        at,
        related: [{ message: 'first defined here', at: first }],
    };
}

;// CONCATENATED MODULE: ./src/rules/grafana/invalid-dashboard.ts



const LONGEST_UID = 40;
/** Files of dashboards that Grafana cannot load. */
const invalid_dashboard_rule = {
    scope: 'document',
    kinds: ['dashboard'],
    code: 'grafana/invalid-dashboard',
    severity: 'error',
    summary: 'a file of a dashboard is broken JSON, is no dashboard, or has a title or uid that Grafana refuses',
    why: 'Grafana writes one line to its log about a dashboard that it cannot load, and goes on without it.',
    remedy: 'export the dashboard again, or mend the file at this place',
    check(document) {
        const { file, root } = document;
        const fault = jsonFault(file.text);
        if (fault) {
            const at = { file, start: fault.offset, end: Math.min(fault.offset + 1, file.text.length) };
            return [{ message: `the dashboard is no JSON: ${fault.message}`, at, help: 'mend the JSON at this place' }];
        }
        if (!root)
            return [];
        if (root.kind !== 'mapping')
            return [
                {
                    message: `the file is a ${root.kind === 'sequence' ? 'list' : 'single value'}, expected the object of a dashboard`,
                    at: documentStart(root),
                },
            ];
        // Resources of Grafana's newer interfaces have the dashboard below `spec`, in a form of their own.
        if (root.entries.has('apiVersion') && root.entries.has('spec'))
            return [];
        return [...titleProblems(root), ...uidProblems(root), ...documentProblems(document).invalidValues.map(asWarning)];
    },
};
function titleProblems(root) {
    const title = child(root, 'title');
    if ((yaml_node_text(title) ?? '').trim() !== '')
        return [];
    if (title !== undefined && title.kind !== 'scalar')
        return [];
    if (child(root, 'dashboard')?.kind === 'mapping')
        return [
            {
                message: 'the file is an answer of Grafana\'s HTTP API: the dashboard is what stands below "dashboard"',
                at: keyRange(root, 'dashboard') ?? documentStart(root),
                help: 'keep only the object below "dashboard"',
            },
        ];
    return [
        {
            message: title === undefined ? 'the dashboard has no "title"' : 'the "title" of the dashboard is empty',
            at: title?.at ?? documentStart(root),
            help: 'add a "title"; a file that is no dashboard belongs elsewhere',
        },
    ];
}
function uidProblems(root) {
    const node = child(root, 'uid');
    const uid = yaml_node_text(node)?.trim();
    if (!node || uid === undefined)
        return [];
    if (uid.length > LONGEST_UID)
        return [
            {
                message: `uid "${uid}" has ${String(uid.length)} characters, expected at most ${String(LONGEST_UID)}`,
                at: node.at,
                help: `shorten the uid to ${String(LONGEST_UID)} characters`,
            },
        ];
    const bad = /[^\w-]/.exec(uid)?.[0];
    if (bad === undefined)
        return [];
    return [
        {
            message: `uid "${uid}" has the character "${bad}", expected letters, digits, "-" and "_"`,
            at: node.at,
            help: 'leave the character out of the uid',
        },
    ];
}
/** Grafana takes much that is not as it should be. */
function asWarning(problem) {
    return { ...problem, severity: 'warning' };
}

;// CONCATENATED MODULE: ./src/rules/dashboard-variables.ts
/** Grafana's forms of a variable: `$name`, `[[name:format]]`, `${name.field:format}`. */
const dashboard_variables_VARIABLE = /\$(?:\w+|\{\w+(?:\.[^:}]+)?(?::[^}]+)?\})|\[\[\w+(?::\w+)?\]\]/y;
const ANY_VARIABLE = new RegExp(dashboard_variables_VARIABLE.source, 'g');
const dashboard_variables_STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*/sy;
const WORD_OPERATORS = new Set(['and', 'or', 'unless', 'atan2', 'bool', 'offset']);
const LABEL_LISTS = new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right']);
/** Functions whose first argument is a number, and those whose later ones are. */
const NUMBER_FIRST = new Set([
    'topk',
    'bottomk',
    'quantile',
    'quantile_over_time',
    'limitk',
    'limit_ratio',
    'histogram_quantile',
    'vector',
]);
const NUMBER_LATER = new Set([
    'clamp',
    'clamp_min',
    'clamp_max',
    'round',
    'predict_linear',
    'holt_winters',
    'double_exponential_smoothing',
]);
/**
 * An expression with each of Grafana's variables replaced by something that may stand there, of the same length, so that
 * offsets stay. Undefined when a variable stands for a piece of syntax (an operator, a function, a matcher): then nothing
 * can be said about the whole. Inside quotes any text may stand.
 */
function withoutVariables(text) {
    let result = '';
    for (let at = 0; at < text.length;) {
        const plain = match(dashboard_variables_STRING, text, at);
        if (plain !== undefined) {
            result += plain.startsWith('#') ? plain : plain.replaceAll(ANY_VARIABLE, dashboard_variables_name);
            at += plain.length;
            continue;
        }
        const variable = match(dashboard_variables_VARIABLE, text, at);
        if (variable === undefined)
            result += text[at++] ?? '';
        else {
            const neutral = neutralFor(result, text.slice(at + variable.length), variable);
            if (neutral === undefined)
                return undefined;
            result += neutral;
            at += variable.length;
        }
    }
    return result;
}
function match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
}
/** Two variables have two names, so that labels which differ do so still; none is a word of PromQL. */
const dashboard_variables_name = (variable) => `x${variable.slice(1).replaceAll(/\W/g, '_')}`;
const digits = (length) => '1'.padStart(length, '0');
const dashboard_variables_duration = (length) => `${'1'.padStart(length - 1, '0')}s`;
/** What may stand between `before`, whose variables are replaced already, and `after`. */
function neutralFor(before, after, variable) {
    const { length } = variable;
    if (isInBrackets(before))
        return /^[a-z0-9]/.test(after) ? digits(length) : dashboard_variables_duration(length);
    const word = /[\w:]+$/.exec(before)?.[0];
    // A part of a longer word: of a name it is a part of a name, of a number it may be a unit.
    if (word !== undefined && word.trim() !== '')
        return /^\d/.test(word) ? undefined : dashboard_variables_name(variable);
    if (/\boffset\s+-?\s*$/.test(before))
        return /^[a-z0-9]/.test(after) ? digits(length) : dashboard_variables_duration(length);
    if (/@\s*$/.test(before))
        return '1'.padEnd(length);
    const next = after.trimStart();
    if (next.startsWith('(') || isOperand(next, after))
        return undefined;
    if (isAfterOperand(before))
        return undefined;
    return isInBraces(before) ? labelName(next, after, variable) : argument(before, after, variable);
}
/** Whether a range or the resolution of a subquery is being written. */
function isInBrackets(before) {
    const bare = withoutStrings(before);
    return bare.lastIndexOf('[') > bare.lastIndexOf(']');
}
function isInBraces(before) {
    const bare = withoutStrings(before);
    return bare.lastIndexOf('{') > bare.lastIndexOf('}');
}
function withoutStrings(text) {
    return text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*/gs, (all) => ' '.repeat(all.length));
}
/** What follows with only blanks in between is a value: then the variable is an operator or more. */
function isOperand(next, after) {
    if (!/^["'`\w]/.test(next) || next === after)
        return false;
    return !WORD_OPERATORS.has(/^\w+/.exec(next)?.[0]?.toLowerCase() ?? '') && !startsLabelList(next);
}
function startsLabelList(next) {
    return LABEL_LISTS.has(/^\w+/.exec(next)?.[0]?.toLowerCase() ?? '');
}
/** What stands before is a value already: then the variable is an operator or a modifier. */
function isAfterOperand(before) {
    const bare = before.trimEnd();
    if (!/["'`)\]}\w]$/.test(bare))
        return false;
    const word = /\w+$/.exec(bare)?.[0]?.toLowerCase();
    return word === undefined || !WORD_OPERATORS.has(word);
}
/** Between braces only the name of a label is known for what it is; a whole matcher may be anything. */
function labelName(next, after, variable) {
    if (/^(?:=|!)/.test(next))
        return dashboard_variables_name(variable);
    return /^\w/.test(after) ? dashboard_variables_name(variable) : undefined;
}
/** In a list of labels a name; in an argument a number where the function wants one; else a metric. */
function argument(before, after, variable) {
    const { owner, index } = openCall(before);
    if (!(index === 0 ? NUMBER_FIRST : NUMBER_LATER).has(owner))
        return dashboard_variables_name(variable);
    return /^\w/.test(after) ? digits(variable.length) : '1'.padEnd(variable.length);
}
/** The word before the parenthesis that is open, and how many commas are between. */
function openCall(before) {
    const bare = withoutStrings(before);
    let depth = 0;
    let index = 0;
    for (let at = bare.length - 1; at >= 0; at--) {
        const character = bare[at] ?? '';
        if (')]}'.includes(character))
            depth++;
        else if (character === ',' && depth === 0)
            index++;
        else if ('([{'.includes(character) && depth-- === 0)
            return { owner: /(\w+)\s*(?:(?:by|without)\s*\([^)]*\)\s*)?$/.exec(bare.slice(0, at))?.[1] ?? '', index };
    }
    return { owner: '', index };
}

;// CONCATENATED MODULE: ./src/rules/dashboard-expressions.ts


/** Plugins that take PromQL as it is. */
const dashboard_expressions_PROMETHEUS = new Set(['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource']);
/** What is wrong with a query for Prometheus; offsets into its text. Nothing for what another plugin is asked. */
function queryProblems({ node, kind, plugin }) {
    if (plugin === undefined ? !looksLikePromql(node.text, kind) : !dashboard_expressions_PROMETHEUS.has(plugin))
        return [];
    return kind === 'expression' ? expressionProblems(node.text, 0) : variableProblems(node.text);
}
/**
 * Where nothing tells the plugin. Loki's language is the other one whose queries are in the same place: it has pipes, and
 * filters of lines after a selector. Variables of other plugins may be anything but calls of Prometheus' functions.
 */
function looksLikePromql(text, kind) {
    if (kind === 'variable' && !/^\s*(?:label_values|query_result|metrics)\(/.test(text))
        return false;
    const isFilter = /\}\s*(?:!=|!~)\s*["`]/.test(text);
    return !isFilter && !text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/gs, '').includes('|');
}
function expressionProblems(text, offset) {
    const neutral = withoutVariables(text);
    if (neutral === undefined || neutral.trim() === '')
        return [];
    return promqlProblems(neutral).map(({ message, start, end }) => ({
        message: original(message, neutral, text, start, end),
        start: start + offset,
        end: end + offset,
    }));
}
/** A message that quotes what was put in place of a variable quotes the variable. */
function original(message, neutral, text, start, end) {
    const quoted = neutral.slice(start, end);
    return quoted === '' ? message : message.replace(`"${quoted}"`, `"${text.slice(start, end)}"`);
}
/** The functions that a variable's query may call, by Grafana's plugin for Prometheus; anything else is a selector. */
function variableProblems(text) {
    if (/^\s*label_names\(.*\)\s*$/s.test(text))
        return [];
    const names = /^(\s*metrics\()(.*)\)\s*$/s.exec(text);
    if (names)
        return regexProblems(names[2] ?? '', names[1]?.length ?? 0);
    const result = /^(\s*query_result\()(.*)\)\s*$/s.exec(text);
    if (result)
        return expressionProblems(result[2] ?? '', result[1]?.length ?? 0);
    const values = /^(\s*label_values\()(?:(.*),)?\s*([^\s,()]*)\s*\)\s*$/s.exec(text);
    if (values)
        return values[2] === undefined ? [] : expressionProblems(values[2], values[1]?.length ?? 0);
    return expressionProblems(text, 0);
}
function regexProblems(text, offset) {
    try {
        new RegExp(text.replaceAll(/\$(?:\w+|\{[^}]+\})|\[\[\w+(?::\w+)?\]\]/g, 'x'));
        return [];
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : '';
        return [{ message: `invalid regular expression: ${reason}`, start: offset, end: offset + text.length }];
    }
}

;// CONCATENATED MODULE: ./src/rules/dashboard-queries.ts


/** Every data source that a dashboard names, by name or by uid. */
function sourceReferences(document) {
    return valuesOf(document, 'datasource').flatMap(({ node, inside }) => {
        const named = node.kind === 'mapping' ? child(node, 'uid') : node;
        const written = yaml_node_text(named);
        if (named?.kind !== 'scalar' || written === undefined || written === '')
            return [];
        return { node: named, written, type: yaml_node_text(child(node, 'type')), owner: dashboard_queries_ownerOf(inside) };
    });
}
/** What a part of a dashboard is called in messages: its panel by title, or its variable or annotation by name. */
function dashboard_queries_ownerOf(inside) {
    for (let way = inside; way?.inside; way = way.inside) {
        const title = yaml_node_text(child(way.node, 'title'));
        if (way.key === 'panels')
            return title === undefined || title === '' ? 'a panel without a title' : `panel "${title}"`;
        const name = yaml_node_text(child(way.node, 'name'));
        if (way.key === 'list' && name !== undefined)
            return way.inside.key === 'annotations' ? `annotation "${name}"` : `variable "${name}"`;
    }
    return 'the dashboard';
}
/** Names of a dashboard's template variables. */
function variableNames(document) {
    return new Set(mappingsOf(document, 'variable').flatMap(({ node }) => yaml_node_text(child(node, 'name')) ?? []));
}
/** Every query of panels, variables and annotations that has a text. */
function queriesOf(document) {
    const types = variableTypes(document);
    const query = (node, kind, sources, way) => {
        if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.text === '')
            return [];
        return [{ node, kind, plugin: pluginOf(sources, types), owner: dashboard_queries_ownerOf(way) }];
    };
    const way = ({ node, key, inside }) => ({
        node,
        key,
        inside,
    });
    const queries = mappingsOf(document, 'query').flatMap((one) => query(child(one.node, 'expr'), 'expression', sourcesAbove(way(one)), way(one)));
    const annotations = mappingsOf(document, 'annotation').flatMap((one) => query(child(one.node, 'expr'), 'expression', sourcesAbove(way(one)), way(one)));
    const variables = mappingsOf(document, 'variable')
        .filter(({ node }) => yaml_node_text(child(node, 'type')) === 'query')
        .flatMap((one) => {
        const written = child(one.node, 'query');
        const text = written?.kind === 'mapping' ? child(written, 'query') : written;
        return query(text, 'variable', sourcesAbove(way(one)), way(one));
    });
    return [...queries, ...annotations, ...variables];
}
/** The data sources of a query and of the panels it is in, closest first. */
function sourcesAbove(way) {
    const sources = [];
    for (let at = way; at; at = at.inside)
        sources.push(child(at.node, 'datasource'));
    return sources;
}
/** Plugins of variables that choose a data source, and of what an import asks for. */
function variableTypes(document) {
    const inputs = mappingsOf(document, 'input').map(({ node }) => [yaml_node_text(child(node, 'name')), yaml_node_text(child(node, 'pluginId'))]);
    const chosen = mappingsOf(document, 'variable')
        .filter(({ node }) => yaml_node_text(child(node, 'type')) === 'datasource')
        .map(({ node }) => [yaml_node_text(child(node, 'name')), yaml_node_text(child(node, 'query'))]);
    return new Map([...inputs, ...chosen].flatMap(([name, plugin]) => name === undefined || plugin === undefined ? [] : [[name, plugin]]));
}
/** The plugin that the closest data source names; one that only says `-- Mixed --` leaves it to its queries. */
function pluginOf(sources, types) {
    for (const source of sources) {
        const written = source?.kind === 'mapping' ? yaml_node_text(child(source, 'uid')) : yaml_node_text(source);
        const type = yaml_node_text(child(source, 'type'));
        if (written === '-- Mixed --' || (written === undefined && type === undefined))
            continue;
        if (type !== undefined && type !== '' && !type.includes('$'))
            return type;
        const name = /^(?:\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)\]\])$/.exec(written ?? '');
        return types.get(name?.[1] ?? name?.[2] ?? name?.[3] ?? '');
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/rules/grafana/invalid-panel-query.ts



/** Queries of dashboards that are no PromQL. */
const invalid_panel_query_rule = {
    scope: 'document',
    kinds: ['dashboard'],
    code: 'grafana/invalid-panel-query',
    severity: 'error',
    summary: 'a query of a dashboard for Prometheus is no PromQL',
    why: 'Prometheus refuses the query, and the panel shows an error in place of its graph. The variables of Grafana are taken into account; where one stands for a piece of syntax nothing is said.',
    remedy: 'mend the expression at this place; try it on the page of Prometheus',
    check: (document) => queriesOf(document).flatMap((query) => queryProblems(query).map(({ message, start, end }) => ({
        message: `the query of ${query.owner} is no PromQL: ${message}`,
        at: rangeInScalar(query.node, start, end),
    }))),
};

;// CONCATENATED MODULE: ./src/rules/grafana/invalid-value.ts




/** Data sources that come with Grafana: a type that is close to one of them, but none of them, is a slip. */
const PLUGINS = [
    'alertmanager',
    'cloudwatch',
    'dashboard',
    'elasticsearch',
    'grafana',
    'grafana-azure-monitor-datasource',
    'grafana-postgresql-datasource',
    'grafana-pyroscope-datasource',
    'grafana-testdata-datasource',
    'graphite',
    'influxdb',
    'jaeger',
    'loki',
    'mixed',
    'mssql',
    'mysql',
    'opentsdb',
    'parca',
    'phlare',
    'postgres',
    'prometheus',
    'stackdriver',
    'tempo',
    'testdata',
    'zipkin',
];
/** Values of the wrong type, out of a closed list, or missing. */
const grafana_invalid_value_rule = {
    scope: 'document',
    kinds: ['grafana-datasources', 'grafana-dashboards'],
    code: 'grafana/invalid-value',
    severity: 'error',
    summary: 'a value of the wrong type, out of its list, or a required key that is missing',
    why: 'Grafana does not start when a provisioning file cannot be decoded. Without apiVersion it reads an old format with other keys, and without a known type a data source has no plugin.',
    remedy: 'write a value of the expected kind',
    check: (document) => [
        ...documentProblems(document).invalidValues,
        ...accessProblems(document),
        ...pluginProblems(document),
    ],
};
/** Grafana takes an access that it does not know for proxy. */
function accessProblems(document) {
    return valuesOf(document, 'access').flatMap(({ node }) => {
        const written = yaml_node_text(node);
        if (written === undefined || written.includes('$') || ['', 'proxy', 'direct'].includes(written))
            return [];
        return {
            message: `"access" is "${written}", expected proxy or direct; Grafana uses proxy in its place`,
            at: node.at,
            help: 'write proxy, so that the server of Grafana asks the data source',
            severity: 'warning',
        };
    });
}
function pluginProblems(document) {
    return valuesOf(document, 'plugin').flatMap(({ node }) => {
        const written = yaml_node_text(node);
        if (written === undefined || written.includes('$') || PLUGINS.includes(written))
            return [];
        const similar = nearest(written, PLUGINS);
        // Anything else may be a plugin that is installed.
        if (similar === undefined)
            return [];
        return {
            message: `"type" is "${written}", which is no data source that comes with Grafana; did you mean "${similar}"?`,
            at: node.at,
            help: `write "${similar}", or install the plugin "${written}"`,
            severity: written.toLowerCase() === similar ? 'error' : 'warning',
        };
    });
}

;// CONCATENATED MODULE: ./src/rules/grafana/provider-path-missing.ts

/** Providers of dashboards that lead to none. */
const provider_path_missing_rule = {
    scope: 'document',
    kinds: ['grafana-dashboards'],
    code: 'grafana/provider-path-missing',
    severity: 'warning',
    summary: 'the path of a dashboard provider is not mounted, or has no dashboards in it',
    why: 'Grafana starts without a word about a directory without dashboards; they are just not there. The path is one of the container, not of this machine.',
    remedy: 'mount the directory with the dashboards at this path, or mend the path',
    check(document) {
        const { references, place } = document;
        const paths = new Set(valuesOf(document, 'dashboard-path').map(({ node }) => node));
        return references
            .filter(({ node, state }) => paths.has(node) && (state === 'missing' || state === 'unmounted'))
            .map(({ node, written, containerPath, state }) => ({
            message: state === 'missing'
                ? `the directory "${written}" of a dashboard provider has no file that ends in .json`
                : `the directory "${written}" of a dashboard provider is not there: nothing of the project is mounted at ${containerPath} in the container of service "${place.service ?? ''}"`,
            at: node.at,
            ...(place.service === undefined ? {} : { subject: { service: place.service } }),
        }));
    },
};

;// CONCATENATED MODULE: ./src/rules/grafana/several-defaults.ts

/** Several data sources of one organisation that are the default. */
const several_defaults_rule = {
    scope: 'stack',
    code: 'grafana/several-defaults',
    severity: 'error',
    summary: 'two data sources of one organisation are the default',
    why: 'Grafana does not start when its provisioning files mark more than one data source of an organisation as the default.',
    remedy: 'leave `isDefault: true` at one data source of each organisation',
    check: (stack) => grafanasOf(stack).flatMap(({ service, sources }) => {
        const defaults = sources.filter(({ isDefault }) => isDefault);
        return defaults.flatMap((source, index) => {
            const first = defaults.find(({ organisation }) => organisation === source.organisation);
            if (!first || defaults.indexOf(first) === index)
                return [];
            return {
                message: `data source "${source.name}" is a second default of organisation ${source.organisation}, beside "${first.name}"`,
                at: valueAt(source.node, 'isDefault').at,
                subject: { service: service.name },
                related: [{ message: 'the first default', at: valueAt(first.node, 'isDefault').at }],
            };
        });
    }),
};

;// CONCATENATED MODULE: ./src/rules/grafana/undefined-datasource.ts





/** Names of what Grafana itself answers for. */
const undefined_datasource_BUILT_IN = new Set(['-- Grafana --', '-- Mixed --', '-- Dashboard --', 'grafana', 'default', '__expr__', '-100']);
const PLACEHOLDER = /^(?:\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)\]\])$/;
/** Data sources that a dashboard names and nothing provisions. */
const undefined_datasource_rule = {
    scope: 'stack',
    code: 'grafana/undefined-datasource',
    severity: 'error',
    summary: 'a dashboard names a data source that is not provisioned',
    why: 'A panel whose data source is not there shows an error in place of its graph. In a dashboard that was exported for others, placeholders such as ${DS_PROMETHEUS} are filled in by an import by hand, never when the file is provisioned.',
    remedy: 'write the uid of a data source that the project provisions',
    check: (stack) => grafanasOf(stack).flatMap(problemsOf),
};
function problemsOf(grafana) {
    const dashboards = grafana.documents.filter(({ kind }) => kind === 'dashboard');
    return dashboards.flatMap((dashboard) => {
        const variables = variableNames(dashboard);
        // One data source is named by every panel: it is reported where it is named first.
        const seen = new Set();
        return sourceReferences(dashboard).flatMap((reference) => {
            if (seen.has(reference.written) || undefined_datasource_BUILT_IN.has(reference.written))
                return [];
            seen.add(reference.written);
            const problem = isVariable(reference.written) || reference.written.startsWith('[[')
                ? placeholderProblem(reference, variables, dashboard)
                : undefinedProblem(reference, grafana);
            return problem ? [{ ...problem, at: reference.node.at, subject: { service: grafana.service.name } }] : [];
        });
    });
}
function placeholderProblem({ written, owner }, variables, dashboard) {
    const match = PLACEHOLDER.exec(written);
    const name = match?.[1] ?? match?.[2] ?? match?.[3];
    if (name === undefined || variables.has(name))
        return undefined;
    const asked = mappingsOf(dashboard, 'input').some(({ node }) => yaml_node_text(child(node, 'name')) === name);
    const why = asked ? 'only an import by hand asks for' : 'no variable of the dashboard is called';
    return {
        message: `the data source of ${owner} is "${written}", and ${why} "${name}"`,
        help: `write the uid of a data source, or add a variable "${name}" of type datasource`,
        severity: 'warning',
    };
}
function undefinedProblem({ written, type, owner }, { sources, service }) {
    // Without any provisioned data source they are made by hand, and one with a variable may be any.
    if (sources.length === 0 || sources.some(({ name, uid }) => isVariable(name) || isVariable(uid)))
        return undefined;
    if (type === 'datasource' || type === 'grafana' || type === '__expr__')
        return undefined;
    if (sources.some((source) => isCalled(source, written)))
        return undefined;
    const names = sources.flatMap(({ name, uid }) => [uid ?? '', name]).filter((one) => one !== '');
    const similar = nearest(written, names);
    const fitting = sources.filter((source) => type === undefined || source.type === type);
    const [only] = fitting.length === 1 ? fitting : [];
    const better = similar ?? only?.uid ?? only?.name;
    // What was made by hand in an earlier run is still there when Grafana's data is kept.
    const kept = service.mounts.some(({ target }) => target === '/var/lib/grafana');
    return {
        message: `the data source of ${owner} is "${written}", which is not provisioned; provisioned are ${sources.map(describe).join(', ')}`,
        ...(better === undefined ? {} : { help: `write "${better}"` }),
        ...(kept ? { severity: 'warning' } : {}),
    };
}
function describe({ name, uid }) {
    return uid === undefined || uid === name ? `"${name}"` : `"${name}" (uid "${uid}")`;
}

;// CONCATENATED MODULE: ./src/rules/grafana/unknown-key.ts

/** Keys that Grafana's provisioning files do not have. */
const grafana_unknown_key_rule = {
    scope: 'document',
    kinds: ['grafana-datasources', 'grafana-dashboards'],
    code: 'grafana/unknown-key',
    severity: 'warning',
    summary: 'a key that a provisioning file of Grafana does not have',
    why: 'Grafana ignores a key that it does not know without a word, so what it should set stays at its default.',
    remedy: 'mend the spelling, or move the key to the section it belongs to; settings of a plugin belong into jsonData',
    check: (document) => documentProblems(document).unknownKeys,
};

;// CONCATENATED MODULE: ./src/rules/prometheus/conflicting-keys.ts



const AUTHENTICATION = ['basic_auth', 'authorization', 'oauth2', 'bearer_token', 'bearer_token_file'];
/** Keys of which at most one may be set, by the kind of mapping that has them. Source: the Validate methods of prometheus/common `config/http_config.go` and prometheus `config/config.go`. */
const EXCLUSIVE = {
    'http-client': [AUTHENTICATION, ['proxy_from_environment', 'proxy_url'], ['proxy_from_environment', 'no_proxy']],
    oauth2: [
        ['client_secret', 'client_secret_file', 'client_secret_ref'],
        ['client_certificate_key', 'client_certificate_key_file', 'client_certificate_key_ref'],
        ['proxy_from_environment', 'proxy_url'],
        ['proxy_from_environment', 'no_proxy'],
    ],
    basic_auth: [
        ['username', 'username_file', 'username_ref'],
        ['password', 'password_file', 'password_ref'],
    ],
    authorization: [['credentials', 'credentials_file', 'credentials_ref']],
    tls_config: [
        ['ca', 'ca_file', 'ca_ref'],
        ['cert', 'cert_file', 'cert_ref'],
        ['key', 'key_file', 'key_ref'],
    ],
    remote_write: ['sigv4', 'azuread', 'google_iam'].map((key) => [
        ...AUTHENTICATION,
        ...['sigv4', 'azuread', 'google_iam'].filter((other) => other >= key),
    ]),
    alertmanager_config: [[...AUTHENTICATION, 'sigv4']],
    azuread: [['managed_identity', 'oauth', 'sdk', 'workload_identity']],
    kubernetes_sd: [['api_server', 'kubeconfig_file']],
    marathon_sd: [
        ['auth_token', 'auth_token_file'],
        ...AUTHENTICATION.filter((key) => key !== 'oauth2').flatMap((key) => [
            ['auth_token', key],
            ['auth_token_file', key],
        ]),
    ],
    scaleway_sd: [['secret_key', 'secret_key_file']],
    consul_sd: [
        ['username', 'basic_auth'],
        ['password', 'basic_auth'],
        ['token', 'authorization'],
        ['token', 'oauth2'],
    ],
    otlp: [['promote_all_resource_attributes', 'promote_resource_attributes']],
};
/** Two settings of which Prometheus takes only one. */
const prometheus_conflicting_keys_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/conflicting-keys',
    severity: 'error',
    summary: 'two keys are set of which only one may be',
    why: 'Prometheus refuses a configuration that says the same thing in two ways, such as two kinds of authentication or a password and a password file.',
    remedy: 'keep one of the keys and remove the others',
    check: (document) => Object.entries(EXCLUSIVE).flatMap(([kind, groups]) => conflicts(document, kind, groups)),
};
function conflicts(document, kind, groups) {
    return mappingsOf(document, kind).flatMap((value) => {
        const seen = new Set();
        return groups.flatMap((group) => {
            const [first, second] = setKeys(value.node, group);
            if (first === undefined || second === undefined || seen.has(`${first} ${second}`))
                return [];
            seen.add(`${first} ${second}`);
            return [conflicting_keys_problem(value, first, second)];
        });
    });
}
function conflicting_keys_problem(value, first, second) {
    const { node, key } = value;
    const at = keyRange(node, second) ?? node.at;
    const earlier = keyRange(node, first) ?? node.at;
    const owner = ownerOf({ inside: { node, key, inside: value.inside } });
    return {
        message: `"${second}" is set beside "${first}"${owner === '' ? '' : ` in ${owner}`}, but only one of them may be`,
        at,
        help: `remove "${first}" or "${second}"`,
        related: [{ message: `"${first}" is set here`, at: earlier }],
    };
}

;// CONCATENATED MODULE: ./src/rules/prometheus/contradicting-values.ts


/** Settings of names, formats and credentials whose values do not go together. */
const contradicting_values_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/contradicting-values',
    severity: 'error',
    summary: 'two values of the configuration contradict each other',
    why: 'Prometheus refuses values that are valid alone but not together, such as UTF-8 escaping with legacy names, or a scrape protocol that is listed twice.',
    remedy: 'change one of the two values',
    check: (document) => [
        ...mappingsOf(document, 'authorization').flatMap(basicType),
        ...valuesOf(document, 'unique-list').flatMap(contradicting_values_repeated),
        ...legacyNames(document),
    ],
};
function basicType(value) {
    const type = child(value.node, 'type');
    const written = yaml_node_text(type) ?? '';
    if (!type || written.trim().toLowerCase() !== 'basic')
        return [];
    const owner = ownerOf(value);
    return [
        {
            message: `type of authorization${owner === '' ? '' : ` of ${owner}`} is "${written}", which only basic_auth is for`,
            at: type.at,
            help: 'use basic_auth with username and password',
        },
    ];
}
function contradicting_values_repeated(value) {
    const seen = new Set();
    return items(value.node).flatMap((item) => {
        const name = yaml_node_text(item) ?? '';
        if (!seen.has(name)) {
            seen.add(name);
            return [];
        }
        return [{ message: `"${name}" stands twice in ${nameOf(value)}`, at: item.at, help: 'remove the second one' }];
    });
}
/** With legacy names nothing may ask for others. */
function legacyNames({ root, version }) {
    const global = child(root, 'global');
    const scheme = filled(child(global, 'metric_name_validation_scheme'));
    const found = items(child(root, 'scrape_configs')).flatMap((job) => {
        const own = child(job, 'metric_name_validation_scheme');
        const escaping = child(job, 'metric_name_escaping_scheme');
        const written = filled(escaping) ?? filled(child(global, 'metric_name_escaping_scheme'));
        // What is not written follows the global scheme, not the job's own.
        const asked = written ?? (scheme === 'legacy' ? 'underscores' : 'allow-utf-8');
        if ((filled(own) ?? scheme) !== 'legacy' || asked !== 'allow-utf-8')
            return [];
        const name = yaml_node_text(child(job, 'job_name')) ?? '';
        const problem = {
            message: `scrape job "${name}" has legacy names, but its metric_name_escaping_scheme is "allow-utf-8"${written === undefined ? ' by default' : ''}`,
            at: (filled(escaping) === undefined ? own : escaping)?.at ?? job.at,
            help: 'set metric_name_escaping_scheme of the job to underscores, dots or values',
        };
        // The default is a slip of Prometheus up to 3.5 that later ones may not have.
        return [written === undefined && version.minor === undefined ? { ...problem, severity: 'warning' } : problem];
    });
    return [...found, ...utf8Translation(root, scheme)];
}
function utf8Translation(root, scheme) {
    const strategy = child(root, 'otlp', 'translation_strategy');
    const written = yaml_node_text(strategy) ?? '';
    if (!strategy || scheme !== 'legacy' || !['NoUTF8EscapingWithSuffixes', 'NoTranslation'].includes(written))
        return [];
    const message = `translation_strategy of otlp is "${written}", which keeps UTF-8 names, but metric_name_validation_scheme is "legacy"`;
    return [{ message, at: strategy.at, help: 'use UnderscoreEscapingWithSuffixes' }];
}
function filled(node) {
    const written = yaml_node_text(node);
    return written === '' ? undefined : written;
}

;// CONCATENATED MODULE: ./src/rules/prometheus/duplicate-job.ts


/** Two scrape jobs of one name. */
const duplicate_job_rule = {
    scope: 'document',
    kinds: ['prometheus'],
    code: 'prometheus/duplicate-job',
    severity: 'error',
    summary: 'two scrape jobs have the same name',
    why: 'Prometheus refuses a configuration in which two scrape jobs have the same job_name, also when one of them comes from scrape_config_files.',
    remedy: 'give each scrape job a name of its own, or put the targets into one job',
    check({ root, included }) {
        const first = new Map();
        const jobs = [root, ...included.map((document) => document.root)].flatMap((one) => items(child(one, 'scrape_configs')));
        return jobs.flatMap((job) => {
            const name = child(job, 'job_name');
            const written = yaml_node_text(name);
            if (!name || written === undefined)
                return [];
            const earlier = first.get(written);
            if (!earlier) {
                first.set(written, name);
                return [];
            }
            const { file, start } = locate(earlier.at);
            const where = earlier.at.file === name.at.file ? `on line ${String(start.line)}` : `in ${file}`;
            return [
                {
                    message: `scrape job "${written}" is already defined ${where}`,
                    at: name.at,
                    subject: { job: written },
                    related: [{ message: 'first defined here', at: earlier.at }],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/prometheus/duplicate-remote.ts

/** Two entries of remote_write or of remote_read with one name. */
const duplicate_remote_rule = {
    scope: 'document',
    kinds: ['prometheus'],
    code: 'prometheus/duplicate-remote',
    severity: 'error',
    summary: 'two entries of remote_write or remote_read have the same name',
    why: 'Prometheus refuses a configuration in which two remote storages of a list have the same name.',
    remedy: 'give each entry a name of its own, or none',
    check: ({ root }) => ['remote_write', 'remote_read'].flatMap((section) => duplicates(section, child(root, section))),
};
function duplicates(section, list) {
    const first = new Map();
    return items(list).flatMap((entry) => {
        const name = child(entry, 'name');
        const written = yaml_node_text(name) ?? '';
        if (!name || written === '')
            return [];
        const earlier = first.get(written);
        if (!earlier) {
            first.set(written, name);
            return [];
        }
        return [
            {
                message: `${section} "${written}" is already defined`,
                at: name.at,
                related: [{ message: 'first defined here', at: earlier.at }],
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/rules/prometheus/file-missing.ts


/** Keys of files that Prometheus writes itself. */
const WRITTEN = ['query_log_file', 'scrape_failure_log_file'];
/** Credentials, certificates and files of targets that are not there. */
const prometheus_file_missing_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/file-missing',
    severity: 'error',
    summary: 'a file that prometheus.yml names is not there',
    why: 'Without its credentials, certificate or list of targets a job is not scraped.',
    remedy: 'create the file, mount it into the Prometheus container, or mend the path',
    check(document) {
        const { root, references, place } = document;
        // Those have a rule of their own.
        const globs = new Set([...items(child(root, 'rule_files')), ...items(child(root, 'scrape_config_files'))]);
        const names = new Map(['file', 'filename-glob'].flatMap((kind) => valuesOf(document, kind)).map((value) => [value.node, value]));
        return references.flatMap(({ node, state, containerPath }) => {
            const value = names.get(node);
            if (!value || globs.has(node) || WRITTEN.includes(value.key))
                return [];
            if (state === 'found' || state === 'elsewhere')
                return [];
            const where = place.service === undefined ? '' : ` in the container of service "${place.service}"`;
            const nothing = state === 'missing' ? 'there is no such file' : 'nothing is mounted there';
            return [
                {
                    message: `${nameOf(value)} is "${yaml_node_text(node) ?? ''}", but at ${containerPath}${where} ${nothing}`,
                    at: node.at,
                    // A pattern may match later: Prometheus watches its directory.
                    ...(state === 'unmounted' || value.key === 'files' ? { severity: 'warning' } : {}),
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/prometheus/incomplete-settings.ts



const PROXY = [
    { when: ['no_proxy'], needs: ['proxy_url'] },
    { when: ['proxy_connect_header'], needs: ['proxy_url', 'proxy_from_environment'] },
];
/** What has to come with what. Source: the Validate methods of prometheus/common `config/http_config.go`, `sigv4/sigv4_config.go`. */
const NEEDS = {
    'http-client': PROXY,
    oauth2: PROXY,
    tls_config: [
        { when: ['cert', 'cert_file', 'cert_ref'], needs: ['key', 'key_file', 'key_ref'] },
        { when: ['key', 'key_file', 'key_ref'], needs: ['cert', 'cert_file', 'cert_ref'] },
    ],
    sigv4: [
        { when: ['access_key'], needs: ['secret_key'] },
        { when: ['secret_key'], needs: ['access_key'] },
        { when: ['external_id'], needs: ['role_arn'] },
    ],
    otlp: [{ when: ['ignore_resource_attributes'], needs: ['promote_all_resource_attributes'] }],
    ec2_sd: [{ when: ['external_id'], needs: ['role_arn'] }],
};
/** A setting without the one that it needs. */
const incomplete_settings_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/incomplete-settings',
    severity: 'error',
    summary: 'a key is set without the key that it needs',
    why: 'Prometheus refuses half of a pair, such as a client certificate without its key, or a setting that means nothing without another.',
    remedy: 'add the key that is missing, or remove the one that needs it',
    check: (document) => Object.entries(NEEDS).flatMap(([kind, needs]) => mappingsOf(document, kind).flatMap((value) => needs.flatMap((need) => missing(value, need)))),
};
function missing(value, { when, needs }) {
    const { node, key, inside } = value;
    const [cause] = setKeys(node, when);
    if (cause === undefined || needs.some((name) => isSet(node, name)))
        return [];
    const owner = ownerOf({ inside: { node, key, inside } });
    return [
        {
            message: `"${cause}"${owner === '' ? '' : ` of ${owner}`} is set without ${needs.map((name) => `"${name}"`).join(' or ')}`,
            at: keyRange(node, cause) ?? node.at,
            help: `add ${needs.map((name) => `"${name}"`).join(' or ')}, or remove "${cause}"`,
        },
    ];
}

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-discovery.ts




const HTTP_OPTIONS = [
    'basic_auth',
    'authorization',
    'oauth2',
    'bearer_token',
    'bearer_token_file',
    'tls_config',
    'proxy_url',
    'no_proxy',
    'proxy_from_environment',
    'proxy_connect_header',
    'http_headers',
];
/** Roles whose resources a role of Kubernetes discovery may select. Source: `discovery/kubernetes/kubernetes.go`. */
const SELECTABLE = {
    pod: ['pod', 'node'],
    service: ['service'],
    endpoints: ['endpoints', 'pod', 'service', 'node'],
    endpointslice: ['pod', 'service', 'endpointslice', 'node'],
    node: ['node'],
    ingress: ['ingress'],
};
/** What each discovery asks for beyond its schema. Source: the UnmarshalYAML methods in prometheus `discovery/`. */
const CHECKS = {
    dns_sd: (node) => (yaml_node_text(child(node, 'type')) ?? 'SRV').toUpperCase() !== 'SRV' && !isSet(node, 'port')
        ? [
            {
                message: `dns_sd_configs of type ${yaml_node_text(child(node, 'type')) ?? ''} needs "port"`,
                help: 'add port: only SRV records tell one',
            },
        ]
        : [],
    http_sd: (node) => webAddress(node, 'http_sd_configs'),
    puppetdb_sd: (node) => webAddress(node, 'puppetdb_sd_configs'),
    kubernetes_sd: kubernetes,
    triton_sd: (node) => positive(node, 'triton_sd_configs'),
    scaleway_sd: scaleway,
};
/** Service discoveries that lack something or combine what cannot be combined. */
const invalid_discovery_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-discovery',
    severity: 'error',
    summary: 'a service discovery lacks a setting, or combines settings that exclude each other',
    why: 'Prometheus refuses a configuration whose service discovery cannot work as it is set up.',
    remedy: 'give the discovery the settings that it needs',
    check: (document) => Object.entries(CHECKS).flatMap(([kind, check]) => mappingsOf(document, kind).flatMap(({ node }) => check(node).map((problem) => ({ at: node.at, ...problem })))),
};
function scaleway(node) {
    const key = child(node, 'access_key');
    const written = yaml_node_text(key) ?? '';
    const found = [];
    if (setKeys(node, ['secret_key', 'secret_key_file']).length === 0)
        found.push({ message: 'scaleway_sd_configs needs "secret_key" or "secret_key_file"', help: 'add one of them' });
    if (written !== '' && !/^SCW[A-Z0-9]{17}$/.test(written))
        found.push({
            message: 'access_key of scaleway_sd_configs is no access key: expected SCW and 17 capital letters or digits',
            at: key?.at,
            help: 'copy the key from the console of Scaleway',
        });
    return found;
}
function webAddress(node, what) {
    const url = child(node, 'url');
    const written = yaml_node_text(url) ?? '';
    if (!url || written === '' || goUrlProblem(written) !== undefined || /^https?:\/\/[^/?#]/i.test(written))
        return [];
    return [
        {
            message: `url of ${what} is "${written}", expected http:// or https:// with a host`,
            at: url.at,
            help: 'write the whole URL',
        },
    ];
}
function positive(node, what) {
    const interval = child(node, 'refresh_interval');
    return yaml_node_text(interval) === '0' || yaml_node_text(interval) === '0s'
        ? [
            {
                message: `refresh_interval of ${what} is "${yaml_node_text(interval) ?? ''}", expected more than zero`,
                at: interval?.at,
                help: 'write a duration such as 60s',
            },
        ]
        : [];
}
function kubernetes(node) {
    const [option] = [
        ...setKeys(node, HTTP_OPTIONS).filter((key) => key !== 'tls_config' || entries(child(node, key)).length > 0),
        // A section in Go, so that it counts as soon as it is there.
        ...(child(node, 'http_headers')?.kind === 'mapping' ? ['http_headers'] : []),
        ...['follow_redirects', 'enable_http2'].filter((key) => isFalse(node, key)),
    ];
    const at = option === undefined ? undefined : keyRange(node, option);
    const found = [];
    if (option !== undefined && isSet(node, 'kubeconfig_file'))
        found.push({
            message: `kubernetes_sd_configs has "${option}" beside "kubeconfig_file", which has its own`,
            at,
            help: `remove "${option}"`,
        });
    else if (option !== undefined && !isSet(node, 'api_server'))
        found.push({
            message: `kubernetes_sd_configs has "${option}" without "api_server"`,
            at,
            help: 'add api_server: the URL that the option is for',
        });
    const own = child(node, 'namespaces', 'own_namespace');
    const [outside] = setKeys(node, ['api_server', 'kubeconfig_file']);
    if (own?.kind === 'scalar' && own.value === true && outside !== undefined)
        found.push({
            message: `own_namespace of kubernetes_sd_configs is set beside "${outside}", which is outside any namespace`,
            at: own.at,
            help: 'name the namespaces in place of it',
        });
    return [...found, ...selectors(node)];
}
/** These are on by default, so that turning one off is a choice of its own. */
function isFalse(node, key) {
    const value = child(node, key);
    return value?.kind === 'scalar' && value.value === false;
}
function selectors(node) {
    const role = yaml_node_text(child(node, 'role')) ?? '';
    const seen = new Set();
    return items(child(node, 'selectors')).flatMap((selector) => {
        const selected = child(selector, 'role');
        const name = yaml_node_text(selected) ?? '';
        const again = seen.has(name);
        seen.add(name);
        if (again)
            return [
                {
                    message: `selectors of kubernetes_sd_configs has role "${name}" twice`,
                    at: selected?.at,
                    help: 'join the two selectors',
                },
            ];
        const field = child(selector, 'field');
        const written = yaml_node_text(field) ?? '';
        if (written.split(',').some((part) => part !== '' && !part.includes('=')))
            return [
                {
                    message: `field "${written}" in selectors of kubernetes_sd_configs is no selector`,
                    at: field?.at,
                    help: 'write NAME=VALUE, such as metadata.name=agent',
                },
            ];
        if (SELECTABLE[role] === undefined || SELECTABLE[role].includes(name) || entries(selector).length === 0)
            return [];
        return [
            {
                message: `selectors of kubernetes_sd_configs has role "${name}", which role "${role}" does not have: expected ${SELECTABLE[role].join(', ')}`,
                at: selected?.at,
                help: 'remove the selector',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-duration.ts

/** Durations that Prometheus cannot read. */
const prometheus_invalid_duration_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-duration',
    severity: 'error',
    summary: 'a duration that Prometheus cannot read',
    why: 'A Prometheus duration is whole numbers with units, from large to small: 1h30m, 15s, 500ms. Prometheus refuses to start on anything else.',
    remedy: 'write whole numbers with units from large to small, such as 15s or 1m30s',
    check: durationProblems,
};

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-label-name.ts



/** Label names that Prometheus does not take. */
const prometheus_invalid_label_name_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs', 'target-groups'],
    code: 'prometheus/invalid-label-name',
    severity: 'error',
    summary: 'a label name that Prometheus does not take',
    why: 'A label name is never empty; before Prometheus 3 it is letters, digits and underscores and does not start with a digit. Prometheus refuses a configuration with another one.',
    remedy: 'write letters, digits and underscores, a letter or underscore first',
    check: (document) => [
        ...mappingsOf(document, 'labels').flatMap((value) => {
            const valid = labelNameTest(document);
            const owner = ownerOf(value);
            return entries(value.node)
                .filter(([name]) => !valid(name))
                .map(([name, { key }]) => ({
                message: `label name "${name}" in ${value.key}${owner === '' ? '' : ` of ${owner}`} is not valid`,
                at: key.at,
            }));
        }),
        ...mappingsOf(document, 'relabel_config').flatMap((value) => {
            const valid = labelNameTest(document);
            const owner = ownerOf(value);
            return items(child(value.node, 'source_labels'))
                .filter((item) => !valid(yaml_node_text(item) ?? ''))
                .map((item) => ({
                message: `source label "${yaml_node_text(item) ?? ''}"${owner === '' ? '' : ` of ${owner}`} is not a valid label name`,
                at: item.at,
            }));
        }),
    ],
};

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-regex.ts



/** Regular expressions that Go's RE2 does not take. */
const prometheus_invalid_regex_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-regex',
    severity: 'error',
    summary: 'a regular expression that Prometheus cannot compile',
    why: 'Prometheus uses RE2: it has no look-ahead, no look-behind and no back-references, and refuses a configuration with a pattern that it cannot compile.',
    remedy: 'write an RE2 expression, see https://github.com/google/re2/wiki/Syntax',
    check: (document) => valuesOf(document, 'regex').flatMap((value) => {
        const written = yaml_node_text(value.node);
        const problem = written === undefined ? undefined : goRegexProblem(written);
        if (written === undefined || problem === undefined)
            return [];
        return [{ message: `${nameOf(value)} "${written}" does not compile: ${problem}`, at: value.node.at }];
    }),
};

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-relabeling.ts




const NEED_TARGET = ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'];
const DEFAULTS = { replacement: '$1', separator: ';', modulus: '0' };
/** Relabeling steps whose keys do not fit their action. */
const invalid_relabeling_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-relabeling',
    severity: 'error',
    summary: 'a relabeling step lacks a key that its action needs, or has one that the action does not take',
    why: 'Each relabeling action has its own keys. Prometheus refuses a configuration in which a step lacks one of them or has another that is never read.',
    remedy: 'give the step the keys of its action',
    check: (document) => mappingsOf(document, 'relabel_config').flatMap((value) => invalid_relabeling_judge(document, value)),
};
function invalid_relabeling_judge(document, value) {
    const { node } = value;
    const action = (yaml_node_text(child(node, 'action')) ?? 'replace').toLowerCase();
    const owner = ownerOf(value);
    const where = `${action} step${owner === '' ? '' : ` of ${owner}`}`;
    return [
        ...missingKeys(node, action, where),
        ...unusedKeys(node, action, where),
        ...badLabels(document, value, action, where),
    ];
}
function missingKeys(node, action, where) {
    const found = [];
    const at = keyRange(node, 'action') ?? node.at;
    if (NEED_TARGET.includes(action) && !isSet(node, 'target_label'))
        found.push({ message: `the ${where} lacks "target_label"`, at, help: 'add target_label: the label to write' });
    if (action === 'hashmod' && !isSet(node, 'modulus'))
        found.push({
            message: `the ${where} needs a "modulus" above zero`,
            at,
            help: 'add modulus: the number of buckets',
        });
    return found;
}
/** Keys that an action does not take, as far as they are not at their default. */
function unusedKeys(node, action, where) {
    const refused = {
        lowercase: ['replacement'],
        uppercase: ['replacement'],
        keepequal: ['regex', 'modulus', 'separator', 'replacement'],
        dropequal: ['regex', 'modulus', 'separator', 'replacement'],
        labeldrop: ['source_labels', 'target_label', 'modulus', 'separator', 'replacement'],
        labelkeep: ['source_labels', 'target_label', 'modulus', 'separator', 'replacement'],
    };
    return (refused[action] ?? []).flatMap((key) => {
        const value = child(node, key);
        if (!value || isDefault(node, key))
            return [];
        return [
            {
                message: `the ${where} does not take "${key}"`,
                at: keyRange(node, key) ?? node.at,
                help: `remove "${key}"; the action ${action} never reads it`,
            },
        ];
    });
}
function isDefault(node, key) {
    const value = child(node, key);
    if (value?.kind === 'scalar' && value.value === null)
        return true;
    // Prometheus compares patterns by identity, so that even the default one counts as set.
    if (key === 'source_labels' || key === 'regex')
        return false;
    return (yaml_node_text(value) ?? '') === (DEFAULTS[key] ?? '');
}
function badLabels(document, { node }, action, where) {
    const valid = labelNameTest(document);
    const bad = (key, at, written) => ({
        message: `"${key}" of the ${where} is "${written}", expected a label name`,
        at,
    });
    const target = child(node, 'target_label');
    const written = yaml_node_text(target) ?? '';
    if (target && written !== '' && NEED_TARGET.includes(action)) {
        const ok = action === 'replace' && !valid('a-b') ? isTemplateOfLabel(written) : valid(written);
        if (!ok)
            return [bad('target_label', target.at, written)];
    }
    const replacement = child(node, 'replacement');
    if (action !== 'labelmap' || !replacement)
        return [];
    const mapped = yaml_node_text(replacement) ?? '';
    const ok = valid('a-b') ? mapped !== '' : isTemplateOfLabel(mapped);
    return ok ? [] : [bad('replacement', replacement.at, mapped)];
}
/** A label name in which parts may be groups of the regex: `$1`, `${name}`. Source: relabelTarget in prometheus `model/relabel`. */
function isTemplateOfLabel(written) {
    return /^(?:(?:[a-zA-Z_]|\$(?:\{\w+\}|\w+))+\w*)+$/.test(written);
}

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-size.ts


/** Source: ParseBase2Bytes of https://github.com/alecthomas/units. */
const prometheus_invalid_size_SIZE = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i?)?B)+)$/;
/** Sizes that Prometheus cannot read. */
const prometheus_invalid_size_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-size',
    severity: 'error',
    summary: 'a size that Prometheus cannot read',
    why: 'A size is a number with its unit: 512KB, 10MB, 1GB; only 0 stands alone. Prometheus refuses to start on anything else.',
    remedy: 'write a number with B, KB, MB, GB, TB, PB or EB right after it, such as 10MB',
    check: (document) => valuesOf(document, 'size').flatMap((value) => {
        const written = yaml_node_text(value.node);
        if (written === undefined || prometheus_invalid_size_SIZE.test(written))
            return [];
        return [{ message: `${nameOf(value)} is "${written}", expected a size such as 10MB`, at: value.node.at }];
    }),
};

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-target.ts



/** Static targets that are no HOST:PORT. */
const invalid_target_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs', 'target-groups'],
    code: 'prometheus/invalid-target',
    severity: 'error',
    summary: 'a static target that is not HOST:PORT',
    why: 'A target is a host and a port. Scheme and path have keys of their own: scheme and metrics_path.',
    remedy: 'write HOST:PORT; put the scheme into `scheme` and the path into `metrics_path`',
    check: (document) => valuesOf(document, 'target').flatMap((value) => {
        const written = yaml_node_text(value.node) ?? '';
        // Relabelling may make an address of anything, as with the blackbox exporter.
        if (splitAddress(written) !== undefined || relabels(value))
            return [];
        const job = jobOf(value);
        return [
            {
                message: `target "${written}"${job === undefined ? '' : ` of scrape job "${job}"`} is not HOST:PORT`,
                at: value.node.at,
                subject: { target: written, ...(job === undefined ? {} : { job }) },
                ...(suggestion(written) ?? {}),
            },
        ];
    }),
};
/** Whether the job, or whoever else has the targets, rewrites addresses; a file of targets does not tell. */
function relabels({ inside }) {
    for (let way = inside; way; way = way.inside)
        if (items(child(way.node, 'relabel_configs')).length > 0)
            return true;
    return inside?.inside === undefined;
}
function suggestion(written) {
    const match = /^(https?):\/\/([^/]+)(\/.*)?$/.exec(written);
    if (!match)
        return undefined;
    const [, scheme, address, path] = match;
    const others = [scheme === 'https' ? '`scheme: https`' : '', path && path !== '/' ? `\`metrics_path: ${path}\`` : ''];
    const beside = others.filter((part) => part !== '').join(' and ');
    return { help: `write "${address ?? ''}"${beside ? ` and set ${beside} in the job` : ''}` };
}

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-url.ts



/** URLs that cannot be parsed. */
const prometheus_invalid_url_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-url',
    severity: 'error',
    summary: 'a URL that Prometheus cannot parse',
    why: 'Prometheus refuses a configuration with a URL that cannot be parsed.',
    remedy: 'write a whole URL, such as http://host:9090/path',
    check: (document) => valuesOf(document, 'url').flatMap((value) => {
        const written = yaml_node_text(value.node);
        const problem = written === undefined ? undefined : goUrlProblem(written);
        if (written === undefined || problem === undefined)
            return [];
        return [{ message: `${nameOf(value)} is "${written}": ${problem}`, at: value.node.at }];
    }),
};

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-value.ts

/** Values of the wrong type, out of a closed list, or missing. */
const prometheus_invalid_value_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs', 'target-groups'],
    code: 'prometheus/invalid-value',
    severity: 'error',
    summary: 'a value of the wrong type, out of its list, or a required key that is missing',
    why: 'Prometheus refuses to start when a value of its configuration cannot be decoded.',
    remedy: 'write a value of the expected kind',
    check: (document) => documentProblems(document).invalidValues,
};

;// CONCATENATED MODULE: ./src/rules/prometheus/not-in-version.ts


/** Keys that the image's version of Prometheus does not have. */
const not_in_version_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs', 'rules'],
    code: 'prometheus/not-in-version',
    severity: 'error',
    summary: 'a key that the version of Prometheus in the stack does not have',
    why: 'Prometheus refuses a configuration with a key that came later than its version, or that was removed before it.',
    remedy: 'use an image of a version that has the key, or remove the key',
    check: (document) => [
        ...[...kindsIn(document)].flatMap(([kind, values]) => {
            const since = /^since (\d+)\.(\d+)$/.exec(kind);
            if (!since || !isOlder(document, Number(since[1]), Number(since[2])))
                return [];
            return values.map((value) => not_in_version_problem(document, value, `came with Prometheus ${String(since[1])}.${String(since[2])}`));
        }),
        ...(document.version.major >= 3 ? valuesOf(document, 'removed-in-3') : []).map((value) => not_in_version_problem(document, value, 'was removed in Prometheus 3.0')),
        ...values(document),
    ],
};
function isOlder({ version }, major, minor) {
    if (version.major !== major)
        return version.major < major;
    return version.minor !== undefined && version.minor < minor;
}
/** Values that came or went while their key stayed. */
function values(document) {
    const old = valuesOf(document, 'api-version').filter(({ node }) => yaml_node_text(node) === 'v1' && document.version.major >= 3);
    const young = valuesOf(document, 'translation-strategy').filter(({ node }) => yaml_node_text(node) === 'UnderscoreEscapingWithoutSuffixes' && isOlder(document, 3, 6));
    return [...old, ...young].map((value) => ({
        message: `${nameOf(value)} is "${yaml_node_text(value.node) ?? ''}", which Prometheus ${not_in_version_shown(document)} does not have`,
        at: value.node.at,
        help: value.key === 'api_version' ? 'write v2, or remove the key' : 'use another strategy, or Prometheus 3.6 or later',
    }));
}
function not_in_version_shown({ version }) {
    return `${String(version.major)}${version.minor === undefined ? '' : `.${String(version.minor)}`}`;
}
function not_in_version_problem(document, value, what) {
    const { node, key, inside } = value;
    return {
        message: `${nameOf(value)} ${what}, but this is Prometheus ${not_in_version_shown(document)}`,
        at: keyRange(inside?.node, key) ?? node.at,
    };
}

;// CONCATENATED MODULE: ./src/rules/prometheus/reserved-header.ts


/** Source: `reservedHeaders` in prometheus/common `config/headers.go`. */
const OF_EVERY_CLIENT = [
    'authorization',
    'host',
    'content-encoding',
    'content-length',
    'content-type',
    'user-agent',
    'connection',
    'keep-alive',
    'proxy-authenticate',
    'proxy-authorization',
    'www-authenticate',
    'accept-encoding',
    'x-prometheus-remote-write-version',
    'x-prometheus-remote-read-version',
    'x-prometheus-scrape-timeout-seconds',
    'x-amz-date',
    'x-amz-security-token',
    'x-amz-content-sha256',
];
/** Source: `reservedHeaders` in prometheus `config/config.go`; it has no host and no scrape time-out. */
const OF_REMOTE_STORAGE = OF_EVERY_CLIENT.filter((name) => name !== 'host' && name !== 'x-prometheus-scrape-timeout-seconds');
/** HTTP headers that Prometheus sets itself. */
const reserved_header_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/reserved-header',
    severity: 'error',
    summary: 'an HTTP header that Prometheus sets itself',
    why: 'Some headers belong to Prometheus, such as Authorization and Content-Type. It refuses a configuration that sets one of them.',
    remedy: 'remove the header; credentials go into basic_auth, authorization or oauth2',
    check: (document) => [
        ...found(document, 'http_headers', OF_EVERY_CLIENT),
        ...found(document, 'headers', OF_REMOTE_STORAGE),
    ],
};
function found(document, kind, reserved) {
    return mappingsOf(document, kind).flatMap((value) => entries(value.node)
        .filter(([name]) => reserved.includes(name.toLowerCase()))
        .map(([name, { key }]) => ({
        message: `header "${name}"${ownerOf(value) === '' ? '' : ` of ${ownerOf(value)}`} may not be set: Prometheus sets it itself`,
        at: key.at,
    })));
}

;// CONCATENATED MODULE: ./src/rules/prometheus/rule-file-missing.ts

/** Entries of rule_files that stand for no file. */
const rule_file_missing_rule = {
    scope: 'document',
    kinds: ['prometheus'],
    code: 'prometheus/rule-file-missing',
    severity: 'warning',
    summary: 'an entry of rule_files names no file that is mounted into the container',
    why: 'Prometheus starts without a word when a rule file is not there, and the alerts in it never fire.',
    remedy: 'mount the directory with the rule files into the Prometheus container, or mend the path',
    check({ root, references, place }) {
        const entries = new Set(items(child(root, 'rule_files')));
        return references
            .filter(({ node, state }) => entries.has(node) && (state === 'missing' || state === 'unmounted'))
            .map(({ node, written, containerPath }) => ({
            message: place.service === undefined
                ? `rule_files entry "${written}" names no file: nothing matches ${containerPath}`
                : `rule_files entry "${written}" names no file: nothing of the project is at ${containerPath} in the container of service "${place.service}"`,
            at: node.at,
        }));
    },
};

;// CONCATENATED MODULE: ./src/rules/prometheus/timeout-over-interval.ts


const timeout_over_interval_DEFAULT_INTERVAL_MS = 60_000;
/** A scrape_timeout that is longer than the interval; an inherited one is cut to the interval by Prometheus itself. */
const timeout_over_interval_rule = {
    scope: 'document',
    kinds: ['prometheus'],
    code: 'prometheus/timeout-over-interval',
    severity: 'error',
    summary: 'scrape_timeout is longer than scrape_interval',
    why: 'Prometheus refuses a configuration in which a scrape may take longer than the time to the next one.',
    remedy: 'make scrape_timeout at most as long as scrape_interval',
    check(document) {
        const global = child(document.root, 'global');
        const globalMs = intervalOf(global) ?? timeout_over_interval_DEFAULT_INTERVAL_MS;
        return [
            ...timeout_over_interval_problem(global, globalMs, 'global'),
            ...jobsOf(document).flatMap((job) => timeout_over_interval_problem(job, intervalOf(job) ?? globalMs, `scrape job "${yaml_node_text(child(job, 'job_name')) ?? ''}"`)),
        ];
    },
};
/** Scrape jobs of a prometheus.yml and of the files that it includes. */
function jobsOf({ root, included }) {
    return [root, ...included.map((document) => document.root)].flatMap((one) => items(child(one, 'scrape_configs')));
}
/** Zero stands for the inherited interval, as no interval does. */
function intervalOf(owner) {
    const ms = prometheusDurationMs(yaml_node_text(child(owner, 'scrape_interval')) ?? '');
    return ms === 0 ? undefined : ms;
}
function timeout_over_interval_problem(owner, intervalMs, where) {
    const timeout = child(owner, 'scrape_timeout');
    const written = yaml_node_text(timeout) ?? '';
    if (!timeout || (prometheusDurationMs(written) ?? 0) <= intervalMs)
        return [];
    const interval = `${String(intervalMs / 1000)}s`;
    return [
        {
            message: `scrape_timeout of ${where} is "${written}", longer than its scrape_interval of ${interval}`,
            at: timeout.at,
        },
    ];
}

;// CONCATENATED MODULE: ./src/rules/prometheus/unknown-key.ts

/** Keys that prometheus.yml does not have. */
const prometheus_unknown_key_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs', 'target-groups'],
    code: 'prometheus/unknown-key',
    severity: 'error',
    summary: 'a key that prometheus.yml does not have',
    why: 'Prometheus refuses to start when its configuration has a key that it does not know.',
    remedy: 'mend the spelling, or move the key to the section it belongs to',
    check: (document) => documentProblems(document).unknownKeys,
};

;// CONCATENATED MODULE: ./src/rules/stack/config-not-mounted.ts
/** A Prometheus whose configuration does not come from the project. */
const config_not_mounted_rule = {
    scope: 'stack',
    code: 'stack/config-not-mounted',
    severity: 'warning',
    summary: 'the configuration file of Prometheus is not mounted from the project',
    why: 'Prometheus then runs the default configuration of its image, or one that is baked into it; what it should scrape cannot be known, so nothing can be proved.',
    remedy: 'mount prometheus.yml at the path that --config.file names',
    check(stack) {
        const prometheus = stack.prometheus;
        if (!prometheus || prometheus.config)
            return [];
        // A file that is mounted but cannot be read or parsed has its own finding.
        if (stack.problems.some(({ severity }) => severity === 'error'))
            return [];
        return [
            {
                message: `no file of the project is mounted at "${prometheus.configPath.value}", the configuration of service "${prometheus.service.name}"`,
                at: prometheus.configPath.at,
                severity: prometheus.service.hasBuild ? 'warning' : 'error',
                subject: { service: prometheus.service.name },
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/rules/stack/no-prometheus.ts

/** A project without a Prometheus. */
const no_prometheus_rule = {
    scope: 'stack',
    code: 'stack/no-prometheus',
    severity: 'error',
    summary: 'no service of the project is a Prometheus',
    why: 'The gate proves that Prometheus scrapes the services; without a Prometheus there is nothing that could be proved.',
    remedy: 'add a Prometheus service, turn its profile on with --profile, or name the service with --prometheus-service',
    check(stack) {
        const { root, services } = stack.project;
        if (stack.prometheus || services.length === 0)
            return [];
        // What could not be read may well have it.
        if (stack.problems.some(({ severity }) => severity === 'error'))
            return [];
        return [
            {
                message: `no service is a Prometheus: none of ${no_prometheus_listed(services.map(({ name }) => name))} has its image, command or configuration mount`,
                at: keyRange(root, 'services') ?? child(root, 'services')?.at ?? root.at,
            },
        ];
    },
};
function no_prometheus_listed(names) {
    const shown = names.slice(0, 5).map((name) => `"${name}"`);
    return names.length > 5 ? `${shown.join(', ')} and ${String(names.length - 5)} more` : shown.join(', ');
}

;// CONCATENATED MODULE: ./src/rules/stack/no-services.ts

/** A project in which nothing would start. */
const no_services_rule = {
    scope: 'stack',
    code: 'stack/no-services',
    severity: 'error',
    summary: 'the project has no service that would start',
    why: 'Zero services are zero evidence, and zero evidence never passes.',
    remedy: 'define services, or turn a profile on with --profile',
    check(stack) {
        const { root, services, inactive } = stack.project;
        if (services.length > 0)
            return [];
        // What could not be read may well have it.
        if (stack.problems.some(({ severity }) => severity === 'error'))
            return [];
        const message = inactive.length > 0
            ? `every service of the project (${inactive.map(({ name }) => name).join(', ')}) belongs to a profile that is off`
            : 'the compose file defines no services';
        return [{ message, at: keyRange(root, 'services') ?? root.at }];
    },
};

;// CONCATENATED MODULE: ./src/rules/stack/nothing-to-scrape.ts


/** A prometheus.yml that names no target at all. */
const nothing_to_scrape_rule = {
    scope: 'stack',
    code: 'stack/nothing-to-scrape',
    severity: 'error',
    summary: 'prometheus.yml names no target',
    why: 'Without a target Prometheus scrapes nothing: zero evidence never passes.',
    remedy: 'add a scrape job with the services of the stack as its targets',
    check(stack) {
        const config = stack.prometheus?.config;
        // What could not be read may well have it.
        if (stack.problems.some(({ severity }) => severity === 'error'))
            return [];
        if (!config || config.jobs.some((job) => job.staticTargets.length > 0 || job.discoveries.length > 0))
            return [];
        if (child(config.root, 'scrape_config_files') !== undefined)
            return [];
        return [
            {
                message: 'no scrape job of prometheus.yml names a target',
                at: keyRange(config.root, 'scrape_configs') ?? documentStart(config.root),
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/rules/stack/scrape-of-health-endpoint.ts
const HEALTH_PATH = /^\/(?:-\/|api\/|actuator\/|v\d+\/)*(?:health|healthz|healthcheck|health-check|livez|readyz|live|ready|alive|ping|status|healthy)\/?(?:\?.*)?$/i;
/** Jobs that scrape a health endpoint. */
const scrape_of_health_endpoint_rule = {
    scope: 'stack',
    code: 'stack/scrape-of-health-endpoint',
    severity: 'warning',
    summary: 'a scrape job reads a health endpoint, which does not serve metrics',
    why: 'A health endpoint answers JSON or a word such as "ok". Prometheus reads only the exposition format, so every scrape of it fails and the target is always down.',
    remedy: 'remove the job and watch the endpoint with a healthcheck in the compose file, or probe it with the blackbox exporter; `up` of the metrics job already tells whether the service answers',
    check: (stack) => (stack.prometheus?.config?.jobs ?? [])
        .filter((job) => HEALTH_PATH.test(job.metricsPath.value))
        .map((job) => {
        const targets = job.staticTargets.map(({ value }) => value);
        const metrics = stack.prometheus?.config?.jobs.find((other) => other !== job && other.staticTargets.some(({ value }) => targets.includes(value)));
        return {
            message: `scrape job "${job.name.value}" reads the health endpoint "${job.metricsPath.value}"${targets[0] ? ` of ${targets[0]}` : ''}, which serves no metrics: the target will always be down`,
            at: job.name.at,
            subject: { job: job.name.value, ...(targets[0] ? { target: targets[0] } : {}) },
            related: [
                { message: 'this path answers with the state of the service', at: job.metricsPath.at },
                ...(metrics
                    ? [{ message: `job "${metrics.name.value}" already scrapes its metrics`, at: metrics.name.at }]
                    : []),
            ],
        };
    }),
};

;// CONCATENATED MODULE: ./src/rules/target-problems.ts

const resolved = new WeakMap();
/** The problems of each static target whose address is scraped as written. */
function eachTarget(stack, judge) {
    let targets = resolved.get(stack);
    if (!targets) {
        targets = resolve(stack);
        resolved.set(stack, targets);
    }
    return targets.flatMap((one) => {
        const problem = judge(one);
        if (!problem)
            return [];
        const { job, target } = one;
        return [{ ...problem, at: target.at, subject: { job: job.name.value, target: target.value, ...problem.subject } }];
    });
}
/** All targets, once for all rules. */
function resolve(stack) {
    const prometheus = stack.prometheus;
    if (!prometheus)
        return [];
    return (prometheus.config?.jobs ?? []).flatMap((job) => {
        // Relabelling may replace the address, so what is written proves nothing.
        if (job.relabels)
            return [];
        return job.staticTargets.flatMap((target) => {
            const address = splitAddress(target.value);
            if (!address)
                return [];
            const meaning = meaningOfHost(stack, prometheus.service, address.host);
            const port = address.port ?? (job.scheme === 'https' ? 443 : 80);
            return [{ job, target, host: address.host, port, meaning }];
        });
    });
}

;// CONCATENATED MODULE: ./src/rules/stack/target-localhost.ts

/** Targets that mean the Prometheus container itself. */
const target_localhost_rule = {
    scope: 'stack',
    code: 'stack/target-localhost',
    severity: 'error',
    summary: 'a scrape target is localhost, which inside the container is Prometheus itself',
    why: 'Inside a container localhost is the container. Only Prometheus listens there, so a target on another port of localhost can never be up.',
    remedy: 'write the name of the service in place of localhost',
    check: (stack) => eachTarget(stack, ({ job, target, port, meaning }) => {
        if (meaning.kind !== 'localhost' || port === stack.prometheus?.port)
            return undefined;
        const offering = stack.project.services.filter((service) => service.ports.some(({ containerPort, hostPort }) => hostPort === port || containerPort === port));
        const [only] = offering.length === 1 ? offering : [];
        const containerPort = only?.ports.find(({ containerPort: own, hostPort }) => hostPort === port || own === port)?.containerPort;
        return {
            message: `target "${target.value}" of scrape job "${job.name.value}" is the Prometheus container itself, where nothing listens on port ${String(port)}`,
            ...(only ? { help: `write "${only.name}:${String(containerPort ?? port)}"` } : {}),
        };
    }),
};

;// CONCATENATED MODULE: ./src/rules/stack/target-no-shared-network.ts

/** Targets that Prometheus cannot reach for want of a common network. */
const target_no_shared_network_rule = {
    scope: 'stack',
    code: 'stack/target-no-shared-network',
    severity: 'error',
    summary: 'a scrape target shares no network with Prometheus',
    why: 'Service names resolve only between containers that are attached to the same network.',
    remedy: 'attach both services to one network',
    check: (stack) => eachTarget(stack, ({ job, target, meaning }) => {
        if (meaning.kind !== 'service' || meaning.shared)
            return undefined;
        const prometheus = stack.prometheus?.service;
        const own = [...(prometheus?.networks.keys() ?? [])].join(', ');
        const theirs = meaning.service.networkMode?.value ?? [...meaning.service.networks.keys()].join(', ');
        return {
            message: `target "${target.value}" of scrape job "${job.name.value}" shares no network with Prometheus: service "${meaning.service.name}" is on ${theirs || 'none'}, "${prometheus?.name ?? ''}" on ${own || 'none'}`,
            subject: { service: meaning.service.name },
            related: [{ message: 'the service is defined here', at: meaning.service.at }],
        };
    }),
};

;// CONCATENATED MODULE: ./src/rules/stack/target-profile-off.ts

/** Targets that are services of a profile that is off. */
const target_profile_off_rule = {
    scope: 'stack',
    code: 'stack/target-profile-off',
    severity: 'error',
    summary: 'a scrape target is a service whose profile is off',
    why: 'Compose does not start a service whose profiles are all off, so nothing answers to its name.',
    remedy: 'turn the profile on with --profile, or scrape the service from a configuration of its own',
    check: (stack) => eachTarget(stack, ({ job, target, meaning }) => meaning.kind === 'inactive'
        ? {
            message: `target "${target.value}" of scrape job "${job.name.value}" is service "${meaning.service.name}", whose profile is off`,
            subject: { service: meaning.service.name },
            related: [{ message: 'the service is defined here', at: meaning.service.at }],
        }
        : undefined),
};

;// CONCATENATED MODULE: ./src/rules/stack/target-published-port.ts


/** Targets with the port of the host in place of the container's. */
const target_published_port_rule = {
    scope: 'stack',
    code: 'stack/target-published-port',
    severity: 'error',
    summary: 'a scrape target uses the published port in place of the container port',
    why: 'A published port exists on the host only. Between containers a service is reached on the port it listens on.',
    remedy: 'write the container port, the right-hand number of `ports`',
    check: (stack) => eachTarget(stack, ({ job, target, host, port, meaning }) => {
        if (meaning.kind !== 'service' || declaredPorts(meaning.service).has(port))
            return undefined;
        const mapping = meaning.service.ports.find(({ hostPort }) => hostPort === port);
        if (!mapping)
            return undefined;
        return {
            message: `target "${target.value}" of scrape job "${job.name.value}" uses port ${String(port)}, which service "${meaning.service.name}" publishes on the host; inside the network it is ${String(mapping.containerPort)}`,
            help: `write "${host}:${String(mapping.containerPort)}"`,
            subject: { service: meaning.service.name },
            related: [{ message: 'published here', at: mapping.at }],
        };
    }),
};

;// CONCATENATED MODULE: ./src/rules/stack/target-undeclared-port.ts


/** Targets with a port that the service does not mention. */
const target_undeclared_port_rule = {
    scope: 'stack',
    code: 'stack/target-undeclared-port',
    severity: 'notice',
    summary: 'a scrape target uses a port that the service neither publishes nor exposes',
    why: 'A container may listen on ports that the compose file does not mention, so this may be right; it may also be a slip.',
    remedy: 'add the port to `expose` of the service if it listens there, or mend the target',
    check: (stack) => eachTarget(stack, ({ job, target, port, meaning }) => {
        if (meaning.kind !== 'service')
            return undefined;
        const declared = declaredPorts(meaning.service);
        const published = meaning.service.ports.some(({ hostPort }) => hostPort === port);
        if (declared.size === 0 || declared.has(port) || published)
            return undefined;
        return {
            message: `target "${target.value}" of scrape job "${job.name.value}" uses port ${String(port)}; service "${meaning.service.name}" declares ${[...declared].join(', ')}`,
            subject: { service: meaning.service.name },
            related: [{ message: 'the service is defined here', at: meaning.service.at }],
        };
    }),
};

;// CONCATENATED MODULE: ./src/rules/stack/target-unknown-service.ts


/** Targets whose host is no service. */
const target_unknown_service_rule = {
    scope: 'stack',
    code: 'stack/target-unknown-service',
    severity: 'error',
    summary: 'a scrape target names a host that no service of the project has',
    why: 'Inside a container the names of services resolve, and their aliases and container names. Any other bare name does not, so the target can never be up.',
    remedy: 'write the name of a service of the compose file',
    check: (stack) => eachTarget(stack, ({ job, target, host, port, meaning }) => {
        if (meaning.kind !== 'unknown')
            return undefined;
        const names = stack.project.services.map(({ name }) => name);
        const similar = nearest(host, names);
        const message = `target "${target.value}" of scrape job "${job.name.value}" names no service`;
        if (similar)
            return { message: `${message}; did you mean "${similar}"?`, help: `write "${similar}:${String(port)}"` };
        return { message: `${message}; services are ${names.slice(0, 8).join(', ')}` };
    }),
};

;// CONCATENATED MODULE: ./src/rules/web/file-missing.ts

/** Certificates and keys that are not there. */
const web_file_missing_rule = {
    scope: 'document',
    kinds: ['web'],
    code: 'web/file-missing',
    severity: 'error',
    summary: 'a file of a certificate or key that is not there',
    why: 'A server that is to speak TLS reads its certificate and key when it starts, and refuses to start without them.',
    remedy: 'mount the file into the container, as a secret of the compose file or a volume, or mend the path',
    check: ({ references }) => references.flatMap((reference) => {
        const why = missingReference(reference);
        if (why === undefined)
            return [];
        return [
            {
                message: `the web configuration names the file "${reference.written}", but ${why}`,
                at: reference.node.at,
                // What is in the image cannot be seen.
                severity: reference.state === 'missing' ? 'error' : 'warning',
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./src/rules/web/incomplete-tls.ts



/** TLS without certificate or key, or with settings that need others. */
const incomplete_tls_rule = {
    scope: 'document',
    kinds: ['web'],
    code: 'web/incomplete-tls',
    severity: 'error',
    summary: 'TLS without its certificate or key, or a CA for clients that are asked for nothing',
    why: 'A server that is to speak TLS needs a certificate and its key, and does not start without. A CA for clients has an effect only when clients are asked for certificates.',
    remedy: 'set cert_file and key_file, and client_auth_type when client_ca_file is set',
    check: (document) => mappingsOf(document, 'tls_server_config').flatMap(({ node }) => [
        ...pairProblems(node),
        ...inlineProblems(node),
        ...clientProblems(node),
        ...versionProblems(node),
        ...['cert', 'key', 'client_ca'].flatMap((key) => exclusive(node, [key, `${key}_file`], 'tls_server_config').map((problem) => ({
            ...problem,
            // The server starts, and takes the file.
            severity: 'warning',
        }))),
    ]),
};
/** Keys that turn TLS on. */
const TURN_ON = ['cert_file', 'cert', 'key_file', 'key', 'client_ca_file', 'client_ca', 'client_auth_type'];
function pairProblems(node) {
    const first = TURN_ON.find((key) => http_client_isSet(node, key));
    if (first === undefined)
        return [];
    return ['cert', 'key']
        .filter((key) => !http_client_isSet(node, key) && !http_client_isSet(node, `${key}_file`))
        .map((key) => ({
        message: `"${first}" turns TLS on, but tls_server_config has neither ${key}_file nor ${key}`,
        at: keyRange(node, first) ?? node.at,
        help: `add "${key}_file", or remove "${first}"`,
    }));
}
/** Texts in place of files; a file comes first where both are set. */
function inlineProblems(node) {
    return [
        { key: 'cert', begin: /-----BEGIN CERTIFICATE-----/, what: '-----BEGIN CERTIFICATE-----' },
        { key: 'key', begin: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, what: '-----BEGIN PRIVATE KEY-----' },
    ].flatMap(({ key, begin, what }) => {
        const value = child(node, key);
        if (!value || !http_client_isSet(node, key) || http_client_isSet(node, `${key}_file`) || begin.test(yaml_node_text(value) ?? ''))
            return [];
        return [
            {
                message: `"${key}" of tls_server_config holds no PEM, expected a text that begins with ${what}`,
                at: value.at,
                help: `write the path of a file as "${key}_file"`,
            },
        ];
    });
}
function clientProblems(node) {
    const type = yaml_node_text(child(node, 'client_auth_type')) ?? '';
    const authority = ['client_ca_file', 'client_ca'].find((key) => http_client_isSet(node, key));
    const asked = type !== '' && type !== 'NoClientCert';
    const unused = authority !== undefined && !asked
        ? [
            {
                message: `"${authority}" is set, but client_auth_type is ${type === '' ? 'not set' : `"${type}"`}, expected one that asks clients for certificates`,
                at: keyRange(node, authority),
                help: `set "client_auth_type" to RequireAndVerifyClientCert, or remove "${authority}"`,
            },
        ]
        : [];
    if (!http_client_isSet(node, 'client_allowed_sans') || /^Require/.test(type))
        return unused;
    return [
        ...unused,
        {
            message: `"client_allowed_sans" is set, but client_auth_type is ${type === '' ? 'not set' : `"${type}"`}, expected one that requires certificates`,
            at: keyRange(node, 'client_allowed_sans'),
            help: 'set "client_auth_type" to RequireAndVerifyClientCert',
            severity: 'warning',
        },
    ];
}
function versionProblems(node) {
    const [least, most] = [child(node, 'min_version'), child(node, 'max_version')];
    const [from = 'TLS12', to = 'TLS13'] = [yaml_node_text(least), yaml_node_text(most)];
    if (!/^TLS1[0-3]$/.test(from) || !/^TLS1[0-3]$/.test(to) || from <= to)
        return [];
    return [
        {
            message: `min_version "${from}" is newer than max_version "${to}", so that no client can connect`,
            at: (most ?? least ?? node).at,
            help: 'set max_version to a newer version or remove it',
            // The server starts.
            severity: 'warning',
        },
    ];
}

;// CONCATENATED MODULE: ./src/rules/web/invalid-header.ts



/** Response headers that cannot be set. */
const invalid_header_rule = {
    scope: 'document',
    kinds: ['web'],
    code: 'web/invalid-header',
    severity: 'error',
    summary: 'a response header that cannot be set, or not to this value',
    why: 'The server sets a few security headers only, as they are written here, and refuses to start on any other.',
    remedy: 'remove the header, or set it in a proxy before the server',
    check: (document) => valuesOf(document, 'response-headers').flatMap(({ node }) => entries(node).flatMap(([name, { key, value }]) => {
        const allowed = HEADERS.get(name);
        if (!allowed) {
            const similar = nearest(name, HEADERS.keys());
            return [
                {
                    message: `the header "${name}" cannot be set, expected one of ${[...HEADERS.keys()].join(', ')}${similar ? `; did you mean "${similar}"?` : ''}`,
                    at: key.at,
                    ...(similar ? { help: `write "${similar}" in place of "${name}"` } : {}),
                },
            ];
        }
        const written = yaml_node_text(value) ?? '';
        if (value.kind !== 'scalar' || allowed.length === 0 || allowed.includes(written))
            return [];
        return [
            {
                message: `the header ${name} is "${written}", expected ${allowed.join(' or ')}`,
                at: value.at,
                help: `write ${allowed.map((one) => `"${one}"`).join(' or ')}`,
            },
        ];
    })),
};
/** The headers with their values; none means any. Source: docs/web-configuration.md of prometheus/exporter-toolkit. */
const HEADERS = new Map([
    ['Strict-Transport-Security', []],
    ['X-Content-Type-Options', ['nosniff']],
    ['X-Frame-Options', ['deny', 'sameorigin']],
    ['X-XSS-Protection', []],
    ['Content-Security-Policy', []],
]);

;// CONCATENATED MODULE: ./src/rules/web/invalid-password-hash.ts


/** Passwords of users that are no bcrypt hashes. */
const invalid_password_hash_rule = {
    scope: 'document',
    kinds: ['web'],
    code: 'web/invalid-password-hash',
    severity: 'error',
    summary: 'a password that is no bcrypt hash',
    why: 'basic_auth_users has the bcrypt hashes of passwords. The server refuses to start on anything else, also on the passwords themselves, which have no place in a file.',
    remedy: 'write what "htpasswd -nBC 10 USER" prints after the colon',
    check: (document) => valuesOf(document, 'password-hash').flatMap(({ node, key }) => {
        if (node.kind !== 'scalar')
            return [];
        const fault = hashFault(yaml_node_text(node) ?? '');
        // The value may be the password itself, so it is not quoted.
        return fault
            ? [
                {
                    message: `the password of user "${key}" is no bcrypt hash: ${fault.message}`,
                    at: node.at,
                    ...fault.severity,
                },
            ]
            : [];
    }),
};
const invalid_password_hash_EXPECTED = 'expected $2y$, a cost from 04 to 31, $ and 53 letters';
function hashFault(hash) {
    if (hash.length < 59)
        return { message: `it has ${String(hash.length)} characters, ${invalid_password_hash_EXPECTED}` };
    if (!hash.startsWith('$'))
        return { message: `it does not begin with "$", ${invalid_password_hash_EXPECTED}` };
    if ((hash[1] ?? '') > '2')
        return { message: `"${hash.slice(0, 2)}" is no version of bcrypt, ${invalid_password_hash_EXPECTED}` };
    const rest = hash.slice(hash[2] === '$' ? 3 : 4);
    const cost = /^[-+]?[0-9]+$/.test(rest.slice(0, 2)) ? Number(rest.slice(0, 2)) : NaN;
    if (!(cost >= 4 && cost <= 31))
        return { message: `its cost is not between 4 and 31, ${invalid_password_hash_EXPECTED}` };
    if (/^\$2[abxy]?\$[0-9]{2}\$[./A-Za-z0-9]{53}$/.test(hash))
        return undefined;
    return { message: `no password can match it, ${invalid_password_hash_EXPECTED}`, severity: { severity: 'warning' } };
}

;// CONCATENATED MODULE: ./src/rules/web/invalid-value.ts

/** Values of the wrong type in a web configuration, or missing ones. */
const web_invalid_value_rule = {
    scope: 'document',
    kinds: ['web'],
    code: 'web/invalid-value',
    severity: 'error',
    summary: 'a value of the wrong type in a web configuration, or a required key that is missing',
    why: 'The server refuses to start when a value cannot be decoded or is none of those that it knows.',
    remedy: 'write a value of the expected kind',
    check: (document) => documentProblems(document).invalidValues,
};

;// CONCATENATED MODULE: ./src/rules/web/rate-limit.ts



/** Rate limits that cannot be read, or that let nothing pass. */
const rate_limit_rule = {
    scope: 'document',
    kinds: ['web'],
    code: 'web/rate-limit',
    severity: 'error',
    summary: 'a rate limit that cannot be read or lets no request pass',
    why: 'The server refuses to start on an interval that is no duration of Go, which end at hours. With an interval and no burst it answers every request with 429.',
    remedy: 'write an interval such as 100ms or 1s, and a burst of at least 1',
    check: (document) => mappingsOf(document, 'rate_limit').flatMap(({ node }) => {
        const interval = child(node, 'interval');
        const burst = child(node, 'burst');
        const written = yaml_node_text(interval);
        if (!interval || interval.kind !== 'scalar' || written === undefined)
            return [];
        const ns = typeof interval.value === 'number' ? interval.value : goDurationNs(written);
        if (ns === undefined)
            return [
                {
                    message: `interval of rate_limit is "${written}", expected a duration such as 100ms or 1s`,
                    at: interval.at,
                },
            ];
        const most = burst?.kind === 'scalar' && typeof burst.value === 'number' ? burst.value : 0;
        if (ns <= 0 || most >= 1 || (burst && burst.kind !== 'scalar'))
            return [];
        return [
            {
                message: `rate_limit has the interval "${written}" and a burst of ${burst ? (yaml_node_text(burst) ?? '0') : '0'}, expected at least 1 since no request passes otherwise`,
                at: (burst ?? interval).at,
                help: 'set "burst" to how many requests may come at once',
                severity: 'warning',
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./src/rules/web/unknown-key.ts

/** Keys that a web configuration does not have. */
const web_unknown_key_rule = {
    scope: 'document',
    kinds: ['web'],
    code: 'web/unknown-key',
    severity: 'error',
    summary: 'a key that a web configuration does not have',
    why: 'The server refuses to start when the file has a key that it does not know.',
    remedy: 'mend the spelling, or move the key to the section it belongs to',
    check: (document) => documentProblems(document).unknownKeys,
};

;// CONCATENATED MODULE: ./src/rules/runtime/authority-disagrees.ts
/** The first words of a program that say what is wrong. */
const LONGEST = 300;
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
    return answers.flatMap((answer) => (answer.accepted === (answer.ours.length === 0) ? [] : [authority_disagrees_problem(answer)]));
}
function authority_disagrees_problem({ program, about, accepted, said, ours }) {
    const [first = ''] = ours;
    const reason = said
        .split('\n')
        .filter((line) => /error|fail|invalid|not |must|unexpected/i.test(line))
        .join(' ') || said;
    return {
        message: accepted
            ? `${program} accepts ${about}, in which Scrapegate finds a fault (${first})`
            : `${program} refuses ${about}, in which Scrapegate finds no fault: ${reason.replaceAll(/\s+/g, ' ').slice(0, LONGEST)}`,
        evidence: [said, ...ours].filter((line) => line !== ''),
    };
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
const CAUSES = [
    [/port is already allocated|address already in use|failed to bind host port/i, 'port-in-use'],
    [
        /pull access denied|manifest unknown|manifest for .* not found|no such image|failed to resolve (?:source|reference)|repository does not exist|failed to do request|(?:Get|Head) "https?:\/\/[^"\s]+\/v2\/|unable to get image|failed to solve/i,
        'image-unavailable',
    ],
    [/executable file not found|no such file or directory: unknown/i, 'command-not-found'],
    [/permission denied: unknown|exec format error/i, 'command-not-executable'],
];
function bring_up_failed_problem(stack, failure) {
    const cause = CAUSES.find(([words]) => words.test(failure.output))?.[1] ?? 'bring-up-failed';
    const service = culprit(stack, failure);
    const image = stack.project.services.find(({ name }) => name === service)?.image?.value;
    const prefix = cause === 'image-unavailable' && image !== undefined ? `image "${image}" cannot be had: ` : '';
    const last = cause === 'port-in-use' ? portInUse(failure.output) : prefix + lastLine(failure.output);
    return {
        message: `service "${service ?? failure.services.join(', ')}" could not be started: ${last}`,
        cause,
        at: service === undefined ? undefined : place(stack, service, cause, failure.output),
        ...(service === undefined ? {} : { subject: { service } }),
        evidence: [
            `${failure.command} (exit code ${String(failure.exitCode)})`,
            ...failure.output
                .split('\n')
                .filter((line) => line.trim() !== '')
                .slice(-8),
        ],
    };
}
/** Docker buries the port in the middle of a long line. */
function portInUse(output) {
    const port = /(?:Bind for |listen tcp4? |bind host port )?[0-9.[\]:]*:(\d+)[^\n]*(?:allocated|in use)/i.exec(output)?.[1];
    return port === undefined ? lastLine(output) : `port ${port} of the host is already in use`;
}
/** The service that Docker's words name: by container, image or port; the only one of the stage otherwise. */
function culprit(stack, { services, output }) {
    const candidates = stack.project.services.filter(({ name }) => services.includes(name));
    const named = candidates.find(({ name, image, ports }) => new RegExp(`[-_]${name}[-_]\\d+\\b|(?:service|container|target|image) "?${name}"?(?![\\w-])`, 'i').test(output) ||
        (image !== undefined && output.includes(image.value)) ||
        // Compose's own progress line, when a registry's answer names no image.
        new RegExp(`^\\s*${name} Error\\b`, 'm').test(output) ||
        ports.some(({ hostPort }) => hostPort !== undefined && new RegExp(`[:.]${String(hostPort)}\\b.*(?:allocated|in use)`).test(output)));
    return named?.name ?? (services.length === 1 ? services[0] : undefined);
}
function place(stack, name, cause, output) {
    const service = stack.project.services.find((candidate) => candidate.name === name);
    if (cause === 'port-in-use') {
        const mapping = service?.ports.find(({ hostPort }) => new RegExp(`[:.]${String(hostPort)}\\b`).test(output));
        if (mapping)
            return mapping.at;
    }
    if (cause === 'image-unavailable' && service?.image)
        return service.image.at;
    return service?.at;
}
function lastLine(output) {
    const lines = output
        .trim()
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const telling = lines.findLast((line) => /error|failed|denied|not found|in use/i.test(line)) ?? lines.at(-1);
    return telling?.replace(/^Error response from daemon: /, '') ?? 'docker compose said nothing';
}

;// CONCATENATED MODULE: ./src/rules/readiness.ts
/** How long a container without a healthcheck has to run before it counts as ready. */
const STABLE_AFTER_MS = 1500;
/** Restarts after which a container counts as looping. */
const CRASH_LOOP_RESTARTS = 3;
/** Judges a service by all of its containers: one that is hopeless decides, else all have to be ready. */
function judgeService(containers, readyWhen, nowMs) {
    if (containers.length === 0)
        return { kind: 'waiting', reason: 'its container' };
    const verdicts = containers.map((container) => judgeContainer(container, readyWhen, nowMs));
    return (verdicts.find(({ kind }) => kind === 'hopeless') ??
        verdicts.find(({ kind }) => kind === 'waiting') ??
        verdicts[0] ?? { kind: 'waiting', reason: 'its container' });
}
function judgeContainer(container, readyWhen, nowMs) {
    switch (container.state) {
        case 'running':
            return judgeRunning(container, readyWhen, nowMs);
        case 'exited':
            return judgeExited(container);
        case 'restarting':
            return container.restarts >= CRASH_LOOP_RESTARTS
                ? crashLoop(container)
                : { kind: 'waiting', reason: 'its restart' };
        case 'dead':
            return { kind: 'hopeless', cause: 'container-exited', reason: 'Docker reports the container as dead' };
        case 'paused':
            return { kind: 'waiting', reason: 'being unpaused' };
        case 'created':
            return { kind: 'waiting', reason: container.startError === '' ? 'its start' : container.startError };
        case 'removing':
            return { kind: 'waiting', reason: 'its removal' };
    }
}
function judgeRunning(container, readyWhen, nowMs) {
    if (container.restarts >= CRASH_LOOP_RESTARTS && container.health !== 'healthy')
        return crashLoop(container);
    if (container.health === 'unhealthy') {
        const cause = probeCannotStart(container) ? 'healthcheck-binary-missing' : 'healthcheck-fails';
        return { kind: 'hopeless', cause, reason: 'its healthcheck fails' };
    }
    if (readyWhen === 'completed')
        return { kind: 'waiting', reason: 'its completion' };
    if (container.health === 'healthy')
        return { kind: 'ready', as: 'healthy' };
    if (container.health === 'starting')
        return { kind: 'waiting', reason: 'its healthcheck' };
    const left = container.startedAtMs + STABLE_AFTER_MS - nowMs;
    return left <= 0 ? { kind: 'ready', as: 'running' } : { kind: 'waiting', reason: 'a stable run', recheckMs: left };
}
function judgeExited(container) {
    if (container.exitCode === 0 && !['always', 'unless-stopped'].includes(container.restartPolicy)) {
        return { kind: 'ready', as: 'completed' };
    }
    if (willRestart(container))
        return { kind: 'waiting', reason: 'its restart' };
    return { kind: 'hopeless', cause: exitCause(container), reason: `exited with code ${String(container.exitCode)}` };
}
/** Whether the restart policy starts an exited container again. */
function willRestart({ restartPolicy, maximumRetries, restarts, exitCode }) {
    if (restarts >= CRASH_LOOP_RESTARTS)
        return false;
    if (restartPolicy === 'always' || restartPolicy === 'unless-stopped')
        return true;
    return restartPolicy === 'on-failure' && exitCode !== 0 && (maximumRetries === 0 || restarts < maximumRetries);
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
function crashLoop(container) {
    const cause = container.oomKilled ? 'out-of-memory' : 'crash-loop';
    const reason = `restarted ${String(container.restarts)} times, last exit code ${String(container.exitCode)}`;
    return { kind: 'hopeless', cause, reason };
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
function conditionMet(condition, containers) {
    if (containers.length === 0)
        return false;
    return containers.every(({ state, health, exitCode, startedAtMs }) => {
        if (condition === 'service_completed_successfully')
            return state === 'exited' && exitCode === 0;
        if (condition === 'service_healthy')
            return state === 'running' && health === 'healthy';
        return startedAtMs > 0;
    });
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
    judge: ({ stack, plan, observation }) => stack.project.services
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
            },
        ];
    })),
};
function why({ service }, containers) {
    return containers.some(({ state }) => state === 'exited')
        ? `but "${service}" completed`
        : `but "${service}" has no healthcheck`;
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
        if (!observation.prometheus.ready || targets.some(({ health }) => health !== 'dropped'))
            return [];
        const config = stack.prometheus?.config;
        return [
            {
                message: targets.length > 0
                    ? 'relabelling drops every target that the configuration names'
                    : 'the configuration of Prometheus names no target that could be verified',
                cause: 'no-evidence',
                at: config?.root.at ?? stack.prometheus?.service.at,
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/rules/failed-services.ts

/** The services that no waiting helps, in the order of the compose file. */
function failedServices({ stack, plan, observation }) {
    return stack.project.services.flatMap((service) => {
        const containers = observation.containers.filter((container) => container.service === service.name);
        const readyWhen = plan.readyWhen.get(service.name) ?? 'healthy-or-running';
        const verdict = judgeService(containers, readyWhen, observation.atMs);
        const [first] = containers;
        if (verdict.kind !== 'hopeless' || !first)
            return [];
        const container = containers.find((c) => judgeService([c], readyWhen, observation.atMs).kind === 'hopeless') ?? first;
        return [{ service, container, cause: verdict.cause, reason: verdict.reason }];
    });
}
/** What failed because of a service: targets on it and services that waited for it, folded under its finding. */
function consequences(run, service) {
    const held = new Set([service]);
    const related = [];
    for (const name of held) {
        for (const other of run.stack.project.services) {
            const dependency = other.dependsOn.find((candidate) => candidate.service === name);
            if (!dependency || held.has(other.name) || !run.observation.neverStarted.includes(other.name))
                continue;
            held.add(other.name);
            related.push({ message: `service "${other.name}" was never started: it waits for "${name}"`, at: dependency.at });
        }
    }
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
        const { ready, lastError } = observation.prometheus;
        if (!prometheus || ready || lastError === undefined || explainedServices(run).has(prometheus.service.name))
            return [];
        return [
            {
                message: `Prometheus in service "${prometheus.service.name}" does not answer: ${lastError}`,
                cause: 'prometheus-unreachable',
                at: prometheus.service.at,
                subject: { service: prometheus.service.name },
                evidence: observation.logs[prometheus.service.name] ?? [],
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/model/cause.ts
/**
 * The closed list of causes a run-time failure can have. A cause says why, its page says what to do;
 * `unexplained` is the honest answer when the evidence fits none of the others.
 */
const cause_CAUSES = {
    'not-exposition-json': {
        title: 'the endpoint answers JSON, not metrics',
        explanation: 'Prometheus reads the text exposition format or OpenMetrics. A JSON body, such as a health endpoint gives, can never be scraped.',
        remedy: 'scrape the path that serves metrics (usually /metrics) and watch the health endpoint with a healthcheck or the blackbox exporter',
    },
    'not-exposition': {
        title: 'the endpoint answers something that is not metrics',
        explanation: 'The body is neither text exposition format nor OpenMetrics, often an HTML page.',
        remedy: 'set metrics_path to the path that serves metrics',
    },
    'malformed-exposition': {
        title: 'the metrics cannot be parsed',
        explanation: 'The endpoint answers with metrics, but a line of them breaks the exposition format.',
        remedy: 'fetch the endpoint, run `promtool check metrics` on the body and mend the line it names',
    },
    'name-does-not-resolve': {
        title: 'the target name does not resolve',
        explanation: 'Prometheus asked its resolver for the name and got no address. Service names resolve on shared networks only.',
        remedy: 'use the name of a running service that shares a network with Prometheus',
    },
    'no-route': {
        title: 'there is no route to the target',
        explanation: 'The address is on a network that Prometheus is not attached to.',
        remedy: 'attach Prometheus and the service to the same network',
    },
    'connection-refused': {
        title: 'nothing accepts connections on the target port',
        explanation: 'The container is there, but nothing listens on this port on an address that other containers can reach: another port, 127.0.0.1 only, or the process is not up.',
        remedy: 'scrape the port the process listens on, and have it listen on 0.0.0.0',
    },
    timeout: {
        title: 'the target answers too slowly',
        explanation: 'The scrape took longer than scrape_timeout, or packets are dropped on the way.',
        remedy: 'make the endpoint faster or raise scrape_timeout (at most scrape_interval)',
    },
    unauthorized: {
        title: 'the target wants credentials',
        explanation: 'The endpoint answered 401 or 403.',
        remedy: 'give the scrape job basic_auth or authorization, or let the monitoring network in',
    },
    'not-found': {
        title: 'the metrics path does not exist',
        explanation: 'The endpoint answered 404: the service runs, but has no metrics at this path.',
        remedy: 'set metrics_path to the path that serves metrics, or instrument the service',
    },
    'server-error': {
        title: 'the target fails while it answers',
        explanation: 'The endpoint answered with a 5xx status.',
        remedy: "look at the service's own log for the request",
    },
    'http-status': {
        title: 'the target answers with a status other than 200',
        explanation: 'Prometheus accepts only 200 OK.',
        remedy: 'have the path answer 200 with metrics, or change metrics_path',
    },
    'tls-mismatch': {
        title: 'scheme and server disagree about TLS',
        explanation: 'Prometheus spoke HTTPS to a plain HTTP server, or plain HTTP to a TLS server.',
        remedy: 'set `scheme` of the scrape job to what the server speaks',
    },
    certificate: {
        title: 'the certificate is not accepted',
        explanation: 'The TLS handshake failed on the certificate: unknown authority, wrong name or expired.',
        remedy: 'give tls_config a ca_file and, if needed, server_name',
    },
    'limit-exceeded': {
        title: 'the scrape is over a configured limit',
        explanation: 'sample_limit, label_limit, target_limit or body_size_limit of the scrape job was passed.',
        remedy: 'raise the limit or expose less',
    },
    'target-missing': {
        title: 'Prometheus has no such target',
        explanation: 'The configuration names the target, but the running Prometheus never created it.',
        remedy: 'make sure that Prometheus runs the configuration that is on disk',
    },
    'never-scraped': {
        title: 'the target was not scraped in time',
        explanation: 'Prometheus knows the target, but the first scrape had not happened when the time was over.',
        remedy: 'raise --timeout, or lower scrape_interval',
    },
    'container-exited': {
        title: 'the container exited',
        explanation: 'The main process ended with a failure and nothing restarts it.',
        remedy: 'read its last log lines',
    },
    'out-of-memory': {
        title: 'the kernel killed the container for its memory',
        explanation: 'The container went over its memory limit.',
        remedy: 'raise mem_limit or make the process use less',
    },
    'crash-loop': {
        title: 'the container restarts over and over',
        explanation: 'The process fails soon after each start and the restart policy starts it again.',
        remedy: 'read its last log lines',
    },
    'command-not-found': {
        title: 'the command does not exist in the image',
        explanation: 'Exit code 127: the entry point or command names a program that the image does not have.',
        remedy: 'mend `command` or `entrypoint`, or use an image that has the program',
    },
    'command-not-executable': {
        title: 'the command cannot be executed',
        explanation: 'Exit code 126: the file is there but is not executable, or is for another architecture.',
        remedy: 'set the executable bit in the image, or build it for this machine',
    },
    'healthcheck-fails': {
        title: 'the healthcheck fails',
        explanation: 'The container runs, but its probe keeps failing.',
        remedy: "read the probe's own output; run the probe with `docker compose exec`",
    },
    'healthcheck-binary-missing': {
        title: "the healthcheck's program is not in the image",
        explanation: 'The probe itself cannot start: the image has no such program, or no shell.',
        remedy: 'use a program that the image has, in the exec form `["CMD", …]` if it has no shell',
    },
    'healthcheck-slow': {
        title: 'the healthcheck did not pass in time',
        explanation: 'The container was still `starting` when the time was over.',
        remedy: 'raise --timeout, or give the healthcheck a shorter interval or start_interval',
    },
    'dependency-unmet': {
        title: 'a dependency can never be as depends_on wants it',
        explanation: 'The condition of depends_on names a state that the service does not have: healthy without a healthcheck.',
        remedy: 'give the dependency a healthcheck, or use another condition',
    },
    'image-unavailable': {
        title: 'the image cannot be had',
        explanation: 'The image is not on this machine and could not be pulled or built.',
        remedy: 'check the name and tag, and that this machine may pull it',
    },
    'port-in-use': {
        title: 'a host port is already in use',
        explanation: 'Another process or container listens on the published port.',
        remedy: 'stop what holds the port, or publish another one',
    },
    'bring-up-failed': {
        title: 'Docker could not start the service',
        explanation: 'docker compose up failed; its own words are in the evidence.',
        remedy: "follow Docker's own message",
    },
    'prometheus-unreachable': {
        title: 'Prometheus does not answer',
        explanation: 'The Prometheus container runs, but its HTTP API could not be reached in any way.',
        remedy: 'publish its port or check --web.listen-address and --web.external-url',
    },
    'no-evidence': {
        title: 'there is nothing to judge',
        explanation: 'No expected target was seen, so nothing proves that Prometheus scrapes anything.',
        remedy: 'add a scrape job for your services',
    },
    cancelled: {
        title: 'the run was cancelled',
        explanation: 'A signal ended the run before it had a verdict.',
        remedy: 'run it again',
    },
    'deadline-passed': {
        title: 'the time was over',
        explanation: 'The one deadline of the run passed before the stack was proved.',
        remedy: 'raise --timeout, or find what is slow in the timeline',
    },
    unexplained: {
        title: 'the cause is not known',
        explanation: 'The evidence fits none of the known causes.',
        remedy: 'read the evidence; please open an issue with it',
    },
};

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
function lastWords(logs) {
    const lines = logs.map((line) => line.trim()).filter((line) => line !== '');
    const telling = lines.findLast((line) => /error|exception|fatal|panic|cannot|failed|denied/i.test(line)) ?? lines.at(-1);
    if (telling === undefined)
        return ' and logged nothing';
    return `; it logged "${telling.length > 160 ? `${telling.slice(0, 157)}…` : telling}"`;
}
function service_failed_problem(run, { service, container, cause, reason }) {
    const logs = run.observation.logs[service.name] ?? [];
    return {
        message: `service "${service.name}" ${reason}${cause === 'container-exited' ? lastWords(logs) : `: ${cause_CAUSES[cause].title}`}`,
        cause,
        at: cause.startsWith('command-') ? (service.command[0]?.at ?? service.entrypoint[0]?.at ?? service.at) : service.at,
        help: cause_CAUSES[cause].remedy,
        subject: { service: service.name },
        related: consequences(run, service.name),
        evidence: [
            ...(container.startError === '' ? [] : [`Docker says: ${container.startError}`]),
            ...(logs.length > 0 ? ['its last log lines:', ...logs] : ['it logged nothing']),
        ],
    };
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
            const readyWhen = plan.readyWhen.get(service.name) ?? 'healthy-or-running';
            const readiness = judgeService(containers, readyWhen, observation.atMs);
            if (readiness.kind !== 'waiting' || explained.has(service.name))
                return [];
            const probe = containers[0]?.probes.at(-1);
            const logs = observation.logs[service.name] ?? [];
            return [
                {
                    message: `service "${service.name}" was not ready in time: still waiting for ${readiness.reason}`,
                    cause: containers[0]?.health === 'starting' ? 'healthcheck-slow' : 'deadline-passed',
                    at: service.healthcheck?.at ?? service.at,
                    subject: { service: service.name },
                    related: consequences(run, service.name),
                    evidence: [
                        ...(probe
                            ? [`last probe: exit code ${String(probe.exitCode)}, ${probe.output.trim() || 'no output'}`]
                            : []),
                        ...(logs.length > 0 ? ['its last log lines:', ...logs] : []),
                    ],
                },
            ];
        });
    },
};

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
function service_unhealthy_problem(run, { service, container, cause }) {
    const last = container.probes.at(-1);
    const output = (last?.output ?? '').trim();
    const said = output === '' ? 'and prints nothing' : `and prints "${firstLine(output)}"`;
    const logs = run.observation.logs[service.name] ?? [];
    return {
        message: `service "${service.name}" is unhealthy: its probe exits with code ${String(last?.exitCode ?? 'unknown')} ${said}`,
        cause,
        at: service.healthcheck?.at ?? service.at,
        help: cause_CAUSES[cause].remedy,
        subject: { service: service.name },
        related: consequences(run, service.name),
        evidence: [
            ...(service.healthcheck ? [`probe: ${service.healthcheck.test.join(' ')}`] : []),
            ...container.probes
                .slice(-3)
                .map((probe) => `probe at ${probe.at}: exit code ${String(probe.exitCode)}, ${probe.output.trim() || 'no output'}`),
            ...(logs.length > 0 ? ['its last log lines:', ...logs] : ['it logged nothing']),
        ],
    };
}
function firstLine(output) {
    const line = output.split('\n', 1)[0] ?? '';
    return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}

;// CONCATENATED MODULE: ./src/model/scrape-error.ts
/** Prometheus' words in `lastError`, most telling first. Seen on 2.53 and 3.5; sources: scrape/scrape.go, net/http, net. */
const scrape_error_CAUSES = [
    [/unsupported Content-Type "[^"]*json|while parsing: "\s*[{[]|valid start token, got "[{[]/i, 'not-exposition-json'],
    [/unsupported Content-Type|while parsing: "\s*<|valid start token, got "</i, 'not-exposition'],
    [/HTTP status 40[13]/i, 'unauthorized'],
    [/HTTP status 404/i, 'not-found'],
    [/HTTP status 5\d\d/i, 'server-error'],
    [/HTTP status \d+/i, 'http-status'],
    [/no such host|server misbehaving|Temporary failure in name resolution/i, 'name-does-not-resolve'],
    [/connection refused/i, 'connection-refused'],
    [/no route to host|network is unreachable/i, 'no-route'],
    [/x509|certificate/i, 'certificate'],
    [
        /server gave HTTP response to HTTPS client|tls:|first record does not look like a TLS|malformed HTTP response/i,
        'tls-mismatch',
    ],
    [/deadline exceeded|timeout|timed out/i, 'timeout'],
    [/limit exceeded|exceeds? (?:the )?limit|body size limit/i, 'limit-exceeded'],
    [
        /expected|invalid|unexpected|duplicate|while parsing|label name|metric name|data does not end/i,
        'malformed-exposition',
    ],
];
/** The cause behind a scrape's `lastError`. */
function causeOfScrapeError(lastError) {
    return scrape_error_CAUSES.find(([words]) => words.test(lastError))?.[1] ?? 'unexplained';
}
/** Causes that another scrape cannot cure, since the answer shows a server that is up and set up otherwise. */
const PERMANENT = new Set([
    'not-exposition-json',
    'not-exposition',
    'malformed-exposition',
    'unauthorized',
    'tls-mismatch',
    'certificate',
    'limit-exceeded',
]);
/** Whether one failed scrape is enough to know; other causes may be a service that has only just started. */
function isPermanent(cause) {
    return PERMANENT.has(cause);
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-down.ts



/** Causes that lie in which path the job reads, not in which address it names. */
const ABOUT_THE_PATH = new Set([
    'not-exposition-json',
    'not-exposition',
    'not-found',
    'http-status',
]);
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
        return run.targets
            .filter(({ health, expected }) => health === 'down' && !explained.has(expected.service ?? ''))
            .map((target) => target_down_problem(run, target));
    },
};
function target_down_problem(run, { expected, lastError = '', scrapeUrl }) {
    const cause = causeOfScrapeError(lastError);
    const job = run.stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
    const aboutPath = ABOUT_THE_PATH.has(cause) && job !== undefined;
    const target = expected.address ?? scrapeUrl ?? 'discovered';
    return {
        message: `target "${target}" of scrape job "${expected.job}" is down: ${cause_CAUSES[cause].title}`,
        cause,
        at: aboutPath ? job.name.at : expected.at,
        help: help(cause, job, run, expected.address),
        subject: { job: expected.job, target, ...(expected.service ? { service: expected.service } : {}) },
        related: aboutPath ? [{ message: `reads ${job.metricsPath.value}`, at: job.metricsPath.at }] : [],
        evidence: [`Prometheus says: ${lastError || 'nothing'}`, ...(scrapeUrl ? [`it scrapes ${scrapeUrl}`] : [])],
    };
}
/** When another job already reads the metrics of the same target, the remedy is to remove this one. */
function help(cause, job, run, address) {
    const other = run.targets.find(({ expected, health }) => health === 'up' && expected.address === address && expected.job !== job?.name.value);
    if (cause !== 'not-exposition-json' || !other || !job)
        return cause_CAUSES[cause].remedy;
    return `remove job "${job.name.value}": job "${other.expected.job}" already scrapes the metrics of this target; watch ${job.metricsPath.value} with a healthcheck or the blackbox exporter`;
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
        return run.targets
            .filter(({ health, expected }) => health === 'missing' && !explained.has(expected.service ?? ''))
            .map(({ expected }) => ({
            message: expected.address === undefined
                ? `scrape job "${expected.job}" has no target: its service discovery found none`
                : `target "${expected.address}" of scrape job "${expected.job}" is unknown to the running Prometheus`,
            cause: 'target-missing',
            at: expected.at,
            subject: { job: expected.job, ...(expected.address ? { target: expected.address } : {}) },
        }));
    },
};

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
            .map(({ expected }) => {
            const job = run.stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
            const interval = job ? `; scrape_interval is ${String(job.scrapeIntervalMs / 1000)}s` : '';
            return {
                message: `target "${expected.address ?? 'discovered'}" of scrape job "${expected.job}" was not scraped before the time was over${interval}`,
                cause: 'never-scraped',
                at: expected.at,
                subject: { job: expected.job, ...(expected.address ? { target: expected.address } : {}) },
            };
        });
    },
};

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
        const unproved = targets.filter(({ health }) => health !== 'up' && health !== 'dropped');
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

;// CONCATENATED MODULE: ./src/generated/rules.ts



























































































































/** Every rule over files. */
const staticRules = [
    rule,
    duplicate_rule_rule,
    invalid_duration_rule,
    invalid_expression_rule,
    invalid_rule_rule,
    invalid_template_rule,
    invalid_value_rule,
    unknown_key_rule,
    conflicting_keys_rule,
    duplicate_receiver_rule,
    duplicate_time_interval_rule,
    file_missing_rule,
    alertmanager_invalid_duration_rule,
    invalid_label_name_rule,
    invalid_matcher_rule,
    alertmanager_invalid_template_rule,
    invalid_time_interval_rule,
    invalid_url_rule,
    alertmanager_invalid_value_rule,
    missing_setting_rule,
    root_route_rule,
    template_file_missing_rule,
    undefined_receiver_rule,
    undefined_time_interval_rule,
    alertmanager_unknown_key_rule,
    unused_receiver_rule,
    blackbox_conflicting_keys_rule,
    blackbox_file_missing_rule,
    blackbox_invalid_duration_rule,
    invalid_prober_rule,
    invalid_regex_rule,
    invalid_setting_rule,
    blackbox_invalid_url_rule,
    blackbox_invalid_value_rule,
    no_modules_rule,
    blackbox_unknown_key_rule,
    compose_conflicting_keys_rule,
    dependency_cycle_rule,
    duplicate_container_name_rule,
    invalid_command_rule,
    invalid_device_rule,
    compose_invalid_duration_rule,
    invalid_env_file_rule,
    invalid_healthcheck_rule,
    invalid_name_rule,
    invalid_pair_rule,
    invalid_port_rule,
    invalid_scalar_rule,
    invalid_size_rule,
    compose_invalid_value_rule,
    invalid_volume_rule,
    invalid_watch_rule,
    missing_source_rule,
    no_image_rule,
    non_text_key_rule,
    undefined_config_rule,
    undefined_dependency_rule,
    undefined_model_rule,
    undefined_network_rule,
    undefined_secret_rule,
    undefined_volume_rule,
    compose_unknown_key_rule,
    datasource_unreachable_url_rule,
    duplicate_dashboard_rule,
    duplicate_datasource_rule,
    invalid_dashboard_rule,
    invalid_panel_query_rule,
    grafana_invalid_value_rule,
    provider_path_missing_rule,
    several_defaults_rule,
    undefined_datasource_rule,
    grafana_unknown_key_rule,
    prometheus_conflicting_keys_rule,
    contradicting_values_rule,
    duplicate_job_rule,
    duplicate_remote_rule,
    prometheus_file_missing_rule,
    incomplete_settings_rule,
    invalid_discovery_rule,
    prometheus_invalid_duration_rule,
    prometheus_invalid_label_name_rule,
    prometheus_invalid_regex_rule,
    invalid_relabeling_rule,
    prometheus_invalid_size_rule,
    invalid_target_rule,
    prometheus_invalid_url_rule,
    prometheus_invalid_value_rule,
    not_in_version_rule,
    reserved_header_rule,
    rule_file_missing_rule,
    timeout_over_interval_rule,
    prometheus_unknown_key_rule,
    config_not_mounted_rule,
    no_prometheus_rule,
    no_services_rule,
    nothing_to_scrape_rule,
    scrape_of_health_endpoint_rule,
    target_localhost_rule,
    target_no_shared_network_rule,
    target_profile_off_rule,
    target_published_port_rule,
    target_undeclared_port_rule,
    target_unknown_service_rule,
    web_file_missing_rule,
    incomplete_tls_rule,
    invalid_header_rule,
    invalid_password_hash_rule,
    web_invalid_value_rule,
    rate_limit_rule,
    web_unknown_key_rule,
];
/** Every rule over a recorded run. */
const runtimeRules = [
    authority_disagrees_rule,
    bring_up_failed_rule,
    dependency_unmet_rule,
    interrupted_rule,
    no_evidence_rule,
    prometheus_unreachable_rule,
    service_failed_rule,
    service_not_ready_rule,
    service_unhealthy_rule,
    target_down_rule,
    target_missing_rule,
    target_not_scraped_rule,
    unexplained_rule,
];

;// CONCATENATED MODULE: ./src/model/docs-url.ts
/** The one place that knows where the documentation is published. */
const DOCS = 'https://github.com/scrapegate/scrapegate/blob/v1/docs';
/** The address of a page of `docs/`, without its ending. */
function docsUrl(page) {
    return `${DOCS}/${page}.md`;
}

;// CONCATENATED MODULE: ./src/rules/rule.ts


/** The finding a rule's problem becomes. */
function toFinding(rule, problem) {
    return {
        code: rule.code,
        severity: problem.severity ?? rule.severity,
        stage: rule.scope === 'runtime' ? rule.stage : 'check',
        message: problem.message,
        ...(problem.cause ? { cause: problem.cause } : {}),
        ...(problem.at ? { location: locate(problem.at) } : {}),
        related: (problem.related ?? []).map(({ message, at }) => ({ message, location: locate(at) })),
        ...(problem.subject ? { subject: problem.subject } : {}),
        help: problem.help ?? rule.remedy,
        docs_url: docsUrl(`rules/${rule.code}`),
        ...(problem.evidence?.length ? { evidence: problem.evidence } : {}),
    };
}

;// CONCATENATED MODULE: ./src/stages/check.ts



/** All that can be said about a stack without running it. Pure. */
function check(stack) {
    const found = staticRules.flatMap((rule) => rule.scope === 'stack' ? rule.check(stack).map((problem) => toFinding(rule, problem)) : []);
    return check_once([...stack.problems, ...stack.documents.flatMap(check_judge), ...found]).sort(bySeverityThenPlace);
}
/** A file that two services read is judged for each of them; what is the same for both is said once. */
function check_once(findings) {
    const key = ({ code, message, location }) => JSON.stringify([code, message, location]);
    return [...new Map(findings.map((finding) => [key(finding), finding])).values()];
}
/** All that can be said about one file. */
function check_judge(document) {
    return staticRules.flatMap((rule) => rule.scope === 'document' && rule.kinds.includes(document.kind)
        ? rule.check(document).map((problem) => toFinding(rule, problem))
        : []);
}

;// CONCATENATED MODULE: ./src/check-paths.ts










/** Loads the stack of one directory or compose file. Throws UsageError when there is none. */
function loadOneStack(path, settings, ports) {
    const absolute = (0,external_node_path_.resolve)(ports.workingDirectory, path);
    const kind = ports.files.kind(absolute);
    if (kind === 'missing')
        throw new errors/* UsageError */.N(`"${path}" does not exist: name the directory that has the compose file`);
    const stack = loadStack(requestFor(absolute, kind === 'directory', settings, ports), ports.files);
    if (!stack)
        throw new errors/* UsageError */.N(`no compose file in "${path}": expected compose.yaml, compose.yml, docker-compose.yaml or docker-compose.yml, or name one with --compose-file`);
    refuseWrongService(stack, settings);
    return stack;
}
function requestFor(path, isDirectory, settings, ports) {
    const { workingDirectory, environment, displayPath } = ports;
    const explicit = settings.composeFiles.map((file) => (0,external_node_path_.resolve)(workingDirectory, file));
    return {
        directory: isDirectory ? path : (0,external_node_path_.dirname)(path),
        composeFiles: isDirectory ? explicit : [path, ...explicit],
        envFiles: settings.envFiles.map((file) => (0,external_node_path_.resolve)(workingDirectory, file)),
        environment,
        displayPath,
        profiles: settings.profiles,
        prometheusService: settings.prometheusService,
    };
}
function refuseWrongService({ prometheus, problems, project }, { prometheusService: named }) {
    if (named === undefined || prometheus !== undefined || problems.length > 0)
        return;
    const names = project.services.map(({ name }) => name).join(', ');
    throw new errors/* UsageError */.N(`--prometheus-service is "${named}", but the services of the project are ${names}`);
}
/** Loads what stacks and single documents are judged by. */
async function loadJudges(stacks, alone = []) {
    const documents = [...stacks.flatMap((stack) => stack.documents), ...alone];
    const regex = documents.some(({ file }) => mayNeedGoRegex(file.text));
    const compose = stacks.flatMap(({ project }) => project.stages.map((root) => ({ kind: 'compose', root })));
    const others = documents.flatMap(({ kind, root }) => (root ? [{ kind, root }] : []));
    await Promise.all([loadSchemas([...compose, ...others]), regex && loadGoRegex()]);
}
/** Judges every path: the stacks at and below a directory, a file alone. Throws UsageError when there is nothing to judge. */
async function checkPaths(settings, ports) {
    const parts = await Promise.all(settings.paths.map((path) => ['file', 'other'].includes(ports.files.kind((0,external_node_path_.resolve)(ports.workingDirectory, path)))
        ? checkFile(path, settings, ports)
        : checkDirectory(path, settings, ports)));
    const files = parts.flatMap((part) => part.files);
    if (parts.every(({ judged }) => !judged)) {
        throw new errors/* UsageError */.N(`nothing tells what ${settings.paths.map((path) => `"${path}"`).join(', ')} is: name it with --as prometheus, rules, alertmanager, …`);
    }
    return {
        stack: parts.find(({ stack }) => stack !== undefined)?.stack,
        files: [...new Map(files.map((file) => [file.path, file])).values()],
        inline: parts.flatMap(({ inline }) => inline),
        findings: parts.length === 1 ? (parts[0]?.findings ?? []) : check_paths_once(parts.flatMap(({ findings }) => findings)),
    };
}
async function checkDirectory(path, settings, ports) {
    const absolute = (0,external_node_path_.resolve)(ports.workingDirectory, path);
    const named = settings.composeFiles.length > 0 || (ports.environment['COMPOSE_FILE'] ?? '') !== '';
    const found = named ? [absolute] : findStacks(absolute, ports.files);
    // Nothing to judge, which is said as it is said of a gate.
    if (found.length === 0)
        loadOneStack(path, settings, ports);
    const stacks = [];
    for (const directory of found) {
        const stack = loadStack(requestFor(directory, true, settings, ports), ports.files);
        if (stack && !isPartOf(stack, stacks))
            stacks.push(stack);
    }
    const [first] = stacks;
    if (first && stacks.length === 1)
        refuseWrongService(first, settings);
    await loadJudges(stacks);
    const some = stacks.some(({ prometheus }) => prometheus !== undefined);
    const findings = stacks.flatMap((stack) => check(stack).filter(({ code }) => stacks.length === 1 || !some || code !== 'stack/no-prometheus'));
    return {
        judged: true,
        stack: stacks.find(({ prometheus }) => prometheus !== undefined) ?? first,
        files: stacks.flatMap((stack) => stack.files),
        inline: stacks.flatMap(inlineOf),
        findings: stacks.length === 1 ? findings : check_paths_once(findings),
    };
}
/** A compose file that another stack includes or extends is a part of it; one that cannot be read is not known to be. */
function isPartOf({ files }, stacks) {
    const [own] = files;
    return own !== undefined && stacks.some((stack) => stack.files.some((file) => file.path === own.path));
}
async function checkFile(path, settings, ports) {
    const absolute = (0,external_node_path_.resolve)(ports.workingDirectory, path);
    const as = settings.as === 'compose' ? undefined : settings.as;
    const { kind, documents, files, problems } = settings.as === 'compose'
        ? { kind: 'compose', documents: [], files: [], problems: [] }
        : loadFile(absolute, as, ports.files, ports.displayPath);
    if (kind === 'compose')
        return checkComposeFile(path, settings, ports);
    await loadJudges([], documents);
    const found = [...problems, ...documents.flatMap(check_judge)];
    const unknown = kind === undefined && problems.length === 0;
    return {
        judged: !unknown,
        files,
        inline: [],
        findings: (unknown ? [unknownKind(path)] : found).sort(bySeverityThenPlace),
    };
}
/** A compose file alone may be a part of a stack, so that what it lacks is no fault. */
async function checkComposeFile(path, settings, ports) {
    const stack = loadOneStack(path, settings, ports);
    await loadJudges([stack]);
    const findings = check(stack).filter(({ code }) => code !== 'stack/no-prometheus' || settings.paths.length === 1);
    return { judged: true, stack, files: stack.files, inline: inlineOf(stack), findings };
}
function unknownKind(path) {
    const start = { line: 1, column: 1 };
    return {
        code: 'file/unknown-kind',
        severity: 'notice',
        stage: 'load',
        message: `nothing in "${path}" tells what it is, so it was not checked`,
        location: { file: path, start, end: start },
        related: [],
        help: 'name its kind with --as, or leave it out',
    };
}
/** Two stacks may share a file, whose findings are said once. */
function check_paths_once(findings) {
    const seen = new Map(findings.map((finding) => [JSON.stringify([finding.code, finding.message, finding.location]), finding]));
    return [...seen.values()].sort(bySeverityThenPlace);
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
    return result.exitCode === 0 ? { ok: true } : { ok: false, failure: { services: plan.builds, ...result } };
}
/** Starts stage after stage; each one as soon as the conditions of its services hold, not when all before it is ready. */
async function bringUp(context) {
    for (const stage of context.plan.stages) {
        if (!(await conditionsHold(stage.services, context)))
            return { ok: false };
        context.progress.note(`starting ${stage.services.join(', ')}`);
        const result = await context.runtime.up(stage.services, context.signal);
        if (context.signal.aborted)
            return { ok: false };
        if (result.exitCode !== 0)
            return { ok: false, failure: { services: stage.services, ...result } };
        await context.watch.refresh();
    }
    return { ok: true };
}
/** Waits until all that these services depend on is as they want it; false when it never will be. */
async function conditionsHold(services, context) {
    const { plan, watch, clock, signal } = context;
    const awaited = services
        .flatMap((name) => plan.dependencies.get(name) ?? [])
        .filter(({ service, required }) => required && plan.readyWhen.has(service));
    for (;;) {
        if (signal.aborted)
            return false;
        const open = awaited.filter(({ service, condition }) => !conditionMet(condition, watch.of(service)));
        if (open.length === 0)
            return true;
        const hopeless = open.some(({ service }) => {
            const readyWhen = plan.readyWhen.get(service) ?? 'healthy-or-running';
            // What is ready and still not as it is wanted never will be: no healthcheck, or completed instead of healthy.
            return judgeService(watch.of(service), readyWhen, clock.now()).kind !== 'waiting';
        });
        if (hopeless)
            return false;
        await watch.change(RECHECK_MS, signal);
    }
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

;// CONCATENATED MODULE: ./src/stages/expected-targets.ts


/** Whether the configuration promises any target. */
function expectsTargets({ prometheus }) {
    const jobs = prometheus?.config?.jobs ?? [];
    return jobs.some(({ staticTargets, discoveries }) => staticTargets.length + discoveries.length > 0);
}
/** The targets that the configuration promises: each static one, and at least one for each service discovery. Pure. */
function expectedTargets(stack) {
    const prometheus = stack.prometheus;
    if (!prometheus)
        return [];
    return (prometheus.config?.jobs ?? []).flatMap((job) => {
        const fixed = job.staticTargets.map(({ value, at }) => {
            const host = splitAddress(value)?.host;
            const meaning = host === undefined ? undefined : meaningOfHost(stack, prometheus.service, host);
            const service = meaning?.kind === 'service'
                ? meaning.service.name
                : meaning?.kind === 'localhost'
                    ? prometheus.service.name
                    : undefined;
            return { job: job.name.value, address: value, at, service };
        });
        const discovered = job.discoveries.map((key) => ({
            job: job.name.value,
            at: keyRange(job.node, key) ?? job.name.at,
        }));
        return [...fixed, ...discovered];
    });
}

;// CONCATENATED MODULE: ./src/stages/judge.ts



/** Root causes first: what keeps a service down also keeps its targets down. */
const ORDER = [
    'runtime/bring-up-failed',
    'runtime/service-failed',
    'runtime/service-unhealthy',
    'runtime/dependency-unmet',
    'runtime/service-not-ready',
    'runtime/prometheus-unreachable',
];
/** Speaks of Scrapegate itself, so that it explains nothing. */
const ABOUT_US = 'runtime/authority-disagrees';
/** Speaks only when no other rule does. */
const LAST_RESORT = 'runtime/unexplained';
/** The findings of a recorded run: whatever is not proved has at least one. Pure. */
function judge_judge(run) {
    const rank = (code) => (ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length);
    const sorted = [...runtimeRules].sort((a, b) => rank(a.code) - rank(b.code));
    const findingsOf = (rules) => rules.flatMap((rule) => rule.judge(run).map((problem) => toFinding(rule, problem)));
    const explained = findingsOf(sorted.filter(({ code }) => code !== LAST_RESORT && code !== ABOUT_US));
    const found = explained.length > 0 ? explained : findingsOf(sorted.filter(({ code }) => code === LAST_RESORT));
    return [...found, ...judgeAuthorities(run.observation)];
}
/** What is to be said of answers that differ from our own. Pure. */
function judgeAuthorities({ authorities = [] }) {
    return differences(authorities).map((problem) => toFinding(authority_disagrees_rule, problem));
}

;// CONCATENATED MODULE: ./src/stages/observe.ts

const LOG_LINES = 25;
/** Records the end of a run as one value, with the last log lines of whatever is not well. */
async function observe(context, seen) {
    const { plan, watch, clock } = context;
    const containers = watch.containers();
    const atMs = clock.now();
    const started = new Set(containers.map(({ service }) => service));
    const unwell = [...plan.readyWhen].filter(([service, readyWhen]) => started.has(service) && judgeService(watch.of(service), readyWhen, atMs).kind !== 'ready');
    return {
        atMs,
        containers,
        targets: seen.verification?.list,
        prometheus: seen.verification?.prometheus ?? { ready: false },
        logs: Object.fromEntries(await Promise.all(unwell.map(([service]) => lastLines(service, context)))),
        bringUpFailure: seen.bringUpFailure,
        neverStarted: [...plan.readyWhen.keys()].filter((service) => !started.has(service)),
        interrupted: seen.interrupted,
    };
}
async function lastLines(service, { watch, runtime }) {
    const containers = watch.of(service);
    const container = containers.find(({ state }) => state !== 'running') ?? containers[0];
    return [service, container ? await runtime.logs(container.id, LOG_LINES) : []];
}

;// CONCATENATED MODULE: ./src/stages/plan.ts
/** Values of pull_policy with which an image that is here is used as it is. */
const NO_BUILD = new Set(['never', 'missing', 'if_not_present', 'always']);
/**
 * In which order the stack comes up: Prometheus first, after what it depends on, since its target discovery takes 5 s
 * which then pass while the rest starts; the others as early as depends_on allows.
 */
function planBringUp(stack) {
    const services = new Map(stack.project.services.map((service) => [service.name, service]));
    const stages = [];
    const planned = new Set();
    const add = (name, names) => {
        if (names.length === 0)
            return;
        stages.push({ name, services: names });
        for (const service of names)
            planned.add(service);
    };
    const prometheus = stack.prometheus?.service;
    if (prometheus) {
        const before = withDependencies(prometheus, services);
        before.delete(prometheus.name);
        for (const level of levels(before, services, planned))
            add(`before prometheus ${String(stages.length + 1)}`, level);
        add('prometheus', [prometheus.name]);
    }
    const rest = new Set([...services.keys()].filter((name) => !planned.has(name)));
    for (const [index, level] of levels(rest, services, planned).entries())
        add(`stage ${String(index + 1)}`, level);
    return {
        stages,
        readyWhen: new Map([...services.keys()].map((name) => [name, readyWhen(name, stack.project.services)])),
        dependencies: new Map([...services.values()].map(({ name, dependsOn }) => [name, dependsOn])),
        builds: [...services.values()].filter((service) => mustBuild(service)).map(({ name }) => name),
    };
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
/** A service that another one awaits as completed is a one-shot. */
function readyWhen(name, services) {
    const awaited = services.some(({ dependsOn }) => dependsOn.some(({ service, condition }) => service === name && condition === 'service_completed_successfully'));
    return awaited ? 'completed' : 'healthy-or-running';
}
/** An image that exists from an earlier run is stale, so what the file says to build is built. */
function mustBuild(service) {
    return service.hasBuild && !NO_BUILD.has(service.pullPolicy ?? 'build');
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
async function prepare({ runtime, progress, announce }, signal) {
    progress.note(await runtime.require(signal));
    const before = await runtime.footprint();
    if (before.containers.length > 0)
        throw new ProjectInUse(before.containers.length);
    announce(before.volumes);
    return before.volumes;
}

;// CONCATENATED MODULE: ./src/stages/backoff.ts
/**
 * Exponential backoff with full jitter, but never under a quarter of the step, so that it does not turn into a busy loop.
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
        return Math.round(step * (0.25 + 0.75 * this.clock.random()));
    }
    /** Something moved: look closely again. */
    reset() {
        this.#stepMs = this.bounds.firstMs;
    }
}

;// CONCATENATED MODULE: ./src/stages/service-watch.ts


/** Events come in bursts; one look after the burst is enough. */
const SETTLE_MS = 25;
/** The safety net when an event is lost. */
const POLL = { firstMs: 500, mostMs: 5000 };
/** Pause before the event stream is opened again after it ended. */
const REOPEN_MS = 500;
/**
 * Knows the containers of the project at any time: `docker events` wakes it, one inspect of all containers tells it, and an
 * exponential backoff looks anyway in case an event was lost.
 */
class ServiceWatch {
    runtime;
    clock;
    readyWhen;
    onReady;
    #latest = [];
    #failure;
    #waiters = [];
    #wakeUp;
    #dirty = false;
    #stop = new AbortController();
    #work;
    #readyAt = new Map();
    /** @param onReady called once each time a service becomes ready */
    constructor(runtime, clock, readyWhen, onReady) {
        this.runtime = runtime;
        this.clock = clock;
        this.readyWhen = readyWhen;
        this.onReady = onReady;
        this.#work = Promise.all([this.#listen(), this.#look()]);
    }
    /** The containers as they were last seen. Throws what the engine threw when it is gone. */
    containers() {
        if (this.#failure !== undefined)
            throw this.#failure;
        return this.#latest;
    }
    of(service) {
        return this.containers().filter((container) => container.service === service);
    }
    /** When each service that is ready now became so, milliseconds since the epoch. */
    get readyAt() {
        this.#judgeAll();
        return this.#readyAt;
    }
    /** The first service that no waiting helps, if there is one. */
    hopeless() {
        for (const [service, readiness] of this.#readiness()) {
            if (readiness.kind === 'hopeless')
                return { service, reason: readiness.reason };
        }
        return undefined;
    }
    /** How long until time alone, without an event, may change what is thought of a service. */
    recheckMs() {
        const all = this.#readiness().map(([, readiness]) => readiness);
        return Math.min(...all.map((one) => (one.kind === 'waiting' ? (one.recheckMs ?? Infinity) : Infinity)));
    }
    #readiness() {
        return [...this.readyWhen].map(([service, when]) => [
            service,
            judgeService(this.of(service), when, this.clock.now()),
        ]);
    }
    #judgeAll() {
        for (const [service, readiness] of this.#readiness()) {
            if (readiness.kind !== 'ready')
                this.#readyAt.delete(service);
            else if (!this.#readyAt.has(service)) {
                this.#readyAt.set(service, this.clock.now());
                this.onReady(service, readiness.as);
            }
        }
    }
    /** Resolves after the next look, after `atMostMs`, or with the signal, whichever is first. */
    async change(atMostMs, signal) {
        const either = new AbortController();
        const looked = new Promise((resolve) => this.#waiters.push(resolve));
        await Promise.race([looked, this.clock.sleep(atMostMs, AbortSignal.any([signal, either.signal]))]);
        either.abort();
    }
    /** Looks at once, whatever the events say. */
    async refresh() {
        const looked = new Promise((resolve) => this.#waiters.push(resolve));
        this.#wake();
        await looked;
    }
    async close() {
        this.#stop.abort();
        await this.#work;
    }
    #wake() {
        this.#dirty = true;
        this.#wakeUp?.();
    }
    async #listen() {
        while (!this.#stop.signal.aborted) {
            try {
                for await (const _ of this.runtime.events(this.#stop.signal))
                    this.#wake();
            }
            catch {
                // The look below meets the same engine and says what is wrong with it.
            }
            await this.clock.sleep(REOPEN_MS, this.#stop.signal);
        }
    }
    async #look() {
        const backoff = new Backoff(POLL, this.clock);
        while (!this.#stop.signal.aborted) {
            this.#dirty = false;
            // Whoever asks from now on wants a look that begins after the question.
            const asked = this.#waiters.splice(0);
            await this.#inspect();
            for (const resolve of asked)
                resolve();
            const woken = await this.#pause(backoff.nextMs());
            if (woken) {
                backoff.reset();
                await this.clock.sleep(SETTLE_MS, this.#stop.signal);
            }
        }
        for (const resolve of this.#waiters.splice(0))
            resolve();
    }
    async #inspect() {
        try {
            this.#latest = await this.runtime.containers();
            this.#failure = undefined;
            this.#judgeAll();
        }
        catch (error) {
            this.#failure = error;
        }
    }
    /** True when an event, false when time ended the pause. */
    async #pause(ms) {
        if (this.#dirty)
            return true;
        const woken = new AbortController();
        this.#wakeUp = () => {
            woken.abort();
        };
        await this.clock.sleep(ms, AbortSignal.any([woken.signal, this.#stop.signal]));
        this.#wakeUp = undefined;
        return woken.signal.aborted;
    }
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
    skip(name, because) {
        this.#reports.push({ name, status: 'skipped', skipped_because: because });
        this.progress.stageEnded(name, 'skipped', 0);
    }
}

;// CONCATENATED MODULE: ./src/stages/target-tracker.ts

/**
 * How long a Prometheus that is ready may still list nothing: its discovery and scrape managers each tick every 5 s
 * (discovery/manager.go, scrape/manager.go), so an empty list before that is no answer.
 */
const DISCOVERY_GRACE_MS = 15_000;
/** Service discoveries ask somebody else first, at their own refresh interval of 30 s or more. */
const REMOTE_DISCOVERY_GRACE_MS = 75_000;
/** Failed scrapes that prove a cause which a service that has just started would show too. */
const FAILURES_THAT_PROVE = 2;
/** Follows the expected targets through the answers of Prometheus, until each one is known to be up or not. */
class TargetTracker {
    expected;
    startedMs;
    #firstUpMs = new Map();
    #failedScrapes = new Map();
    #results;
    /** @param startedMs start of the run, from which `firstUpAfterMs` counts */
    constructor(expected, startedMs) {
        this.expected = expected;
        this.startedMs = startedMs;
        this.#results = expected.map((target) => ({ expected: target, health: 'unknown', decided: false }));
    }
    /**
     * Takes one answer.
     * @param readyMs since when Prometheus is ready
     * @param scrapesCountFromMs scrapes before all services were ready prove nothing
     */
    update(list, nowMs, readyMs, scrapesCountFromMs) {
        this.#results = this.expected.map((target) => {
            const found = list.active.filter((active) => target_tracker_matches(target, active));
            if (found.length > 0)
                return this.#judge(target, found, nowMs, scrapesCountFromMs);
            if (list.dropped.some((dropped) => target_tracker_matches(target, dropped)))
                return { expected: target, health: 'dropped', decided: true };
            const grace = target.address === undefined ? REMOTE_DISCOVERY_GRACE_MS : DISCOVERY_GRACE_MS;
            const missing = nowMs - readyMs > grace;
            return { expected: target, health: missing ? 'missing' : 'unknown', decided: missing };
        });
    }
    /** Whether every target is known to be up, or known not to be. */
    get decided() {
        return this.#results.every(({ decided }) => decided);
    }
    get results() {
        return this.#results;
    }
    #judge(expected, found, nowMs, countFromMs) {
        const worst = found.find(({ health }) => health === 'down') ?? found.find(({ health }) => health === 'unknown') ?? found[0];
        if (!worst)
            return { expected, health: 'unknown', decided: false };
        if (worst.health === 'up' && !this.#firstUpMs.has(expected))
            this.#firstUpMs.set(expected, nowMs);
        const firstUp = this.#firstUpMs.get(expected);
        return {
            expected,
            health: worst.health,
            decided: worst.health === 'up' || (worst.health === 'down' && this.#isProved(expected, worst, countFromMs)),
            scrapeUrl: worst.scrapeUrl,
            ...(worst.lastError === '' ? {} : { lastError: worst.lastError }),
            ...(worst.health === 'unknown' ? {} : { scrapeDurationMs: worst.scrapeDurationMs }),
            ...(firstUp === undefined ? {} : { firstUpAfterMs: firstUp - this.startedMs }),
        };
    }
    #isProved(expected, { lastError, lastScrapeMs }, countFromMs) {
        if (lastScrapeMs < countFromMs)
            return false;
        const scrapes = this.#failedScrapes.get(expected) ?? new Set();
        this.#failedScrapes.set(expected, scrapes.add(lastScrapeMs));
        return isPermanent(causeOfScrapeError(lastError)) || scrapes.size >= FAILURES_THAT_PROVE;
    }
}
function target_tracker_matches(expected, seen) {
    return seen.scrapePool === expected.job && (expected.address === undefined || seen.address === expected.address);
}

;// CONCATENATED MODULE: ./src/stages/verify.ts


const verify_POLL = { firstMs: 200, mostMs: 1500 };
/** Asks Prometheus until every expected target is known to be up or not; stops when a service fails meanwhile. */
async function verifyTargets(context) {
    const conversation = new Conversation(context);
    const backoff = new Backoff(verify_POLL, context.clock);
    try {
        for (;;) {
            const complete = await conversation.ask();
            if (complete || context.signal.aborted || context.watch.hopeless() !== undefined) {
                return conversation.result(complete);
            }
            await context.clock.sleep(backoff.nextMs(), context.signal);
        }
    }
    finally {
        await conversation.close();
    }
}
/** One conversation with a Prometheus that may not be there yet. */
class Conversation {
    context;
    #api;
    #readyMs;
    #lastError;
    #list;
    #unanswered = 0;
    #saidUp = 0;
    #tracker;
    constructor(context) {
        this.context = context;
        this.#tracker = new TargetTracker(context.expected, context.startedMs);
    }
    /** True when all is known. */
    async ask() {
        const { clock, signal, servicesReadyMs } = this.context;
        try {
            const api = await this.#open();
            if (!api || !(await this.#isReady(api)))
                return this.#givesUp();
            this.#list = await api.targets(signal);
            this.#unanswered = 0;
            const now = clock.now();
            this.#readyMs ??= now;
            this.#tracker.update(this.#list, now, this.#readyMs, servicesReadyMs);
            this.#tell();
            return this.#tracker.decided;
        }
        catch (error) {
            this.#lastError = error instanceof Error ? error.message : String(error);
            return this.#givesUp();
        }
    }
    result(complete) {
        const ready = this.#readyMs !== undefined && this.#unanswered === 0;
        return {
            targets: this.#tracker.results,
            list: this.#list,
            prometheus: {
                url: this.#api?.url,
                ready,
                ...(ready ? {} : { lastError: this.#lastError ?? 'it was not asked' }),
            },
            complete,
        };
    }
    async close() {
        await this.#api?.close();
    }
    async #open() {
        if (this.#api)
            return this.#api;
        const { door, instance, watch, signal } = this.context;
        const container = watch.of(instance.service.name)[0];
        if (!container)
            return undefined;
        const { api, tried } = await door.open(instance, container, signal);
        if (!api)
            this.#lastError = tried.join('; ');
        else
            this.context.progress.note(`asking Prometheus at ${api.url}`);
        this.#api = api;
        return api;
    }
    async #isReady(api) {
        if (this.#readyMs !== undefined)
            return true;
        if (await api.ready(this.context.signal))
            return true;
        this.#lastError = `${api.url}/-/ready says that it is not ready`;
        return false;
    }
    /** A Prometheus that is healthy to Docker and still silent after this many questions will not speak. */
    #givesUp() {
        this.#unanswered++;
        return this.#unanswered >= MOST_UNANSWERED;
    }
    #tell() {
        const up = this.#tracker.results.filter(({ health }) => health === 'up').length;
        if (up === this.#saidUp)
            return;
        this.#saidUp = up;
        this.context.progress.note(`${String(up)} of ${String(this.context.expected.length)} targets are up`);
    }
}
const MOST_UNANSWERED = 20;

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

;// CONCATENATED MODULE: ./src/gate.ts














/** How long the authorities may take when the check has failed already. */
const CONSULT_MS = 20_000;
/** check → bring up in stages → wait → verify → judge → tear down. Throws UsageError and EnvironmentError after clean-up. */
async function gate(stack, options, ports, cancel) {
    const { clock, progress, runtime } = ports;
    const startedMs = clock.now();
    const stages = new StageLog(clock, progress);
    const finish = (rest) => ({
        command: 'gate',
        startedMs,
        endedMs: clock.now(),
        stack,
        files: stack.files,
        inline: inlineOf(stack),
        stages: stages.reports,
        targets: [],
        readyAt: new Map(),
        ...rest,
    });
    const found = await stages.run('check', () => check(stack), (findings) => !stops(findings));
    if (stops(found)) {
        for (const name of ['prepare', 'build', 'up', 'wait', 'verify', 'down'])
            stages.skip(name, 'check found errors');
        const doubts = await disagreements(stack, found, runtime, AbortSignal.any([cancel, AbortSignal.timeout(CONSULT_MS)]));
        return finish({ findings: [...found, ...doubts] });
    }
    const plan = planBringUp(stack);
    const deadline = new Deadline(options.timeoutMs, clock, cancel);
    try {
        const before = await stages.run('prepare', () => prepare(ports, deadline.signal), () => true);
        try {
            const run = await boot(stack, plan, stages, ports, deadline, { startedMs, found });
            const judged = judge_judge({ stack, plan, targets: run.targets, observation: run.observation });
            return finish({ plan, ...run, findings: [...judged, ...found], ...(await down(before)) });
        }
        catch (error) {
            await down(before);
            throw error;
        }
    }
    finally {
        deadline.clear();
    }
    function stops(findings) {
        return (options.remaining?.(findings) ?? findings).some(isError);
    }
    /** Volumes that were there before the run are the user's and stay. */
    async function down(keepVolumes) {
        if (options.tearDown === 'later')
            stages.skip('down', 'the stack is left running');
        else {
            const isGone = ({ containers, networks }) => containers.length + networks.length === 0;
            const left = await stages.run('down', () => runtime.down({ keepVolumes }), isGone);
            if (!isGone(left))
                progress.note(`left behind: ${[...left.containers, ...left.networks].join(', ')}`);
        }
        return { stages: stages.reports, endedMs: clock.now() };
    }
}
function isError({ severity }) {
    return severity === 'error';
}
/** What authorities say against the findings of a check that stops the gate. */
async function disagreements(stack, found, runtime, signal) {
    const authorities = await consult(stack, found, runtime, signal);
    return judgeAuthorities({ authorities });
}
async function boot(stack, plan, stages, ports, deadline, { startedMs, found }) {
    const { runtime, clock, progress } = ports;
    const say = (service, as) => {
        progress.note(`${service} is ${as}`);
    };
    const watch = new ServiceWatch(runtime, clock, plan.readyWhen, say);
    const context = { plan, runtime, watch, clock, progress, signal: deadline.signal };
    try {
        const built = await stages.run('build', () => buildImages(context), ({ ok }) => ok);
        const up = built.ok
            ? await stages.run('up', () => bringUp(context), ({ ok }) => ok)
            : built;
        if (!built.ok)
            stages.skip('up', 'not every image was built');
        // By now the images are there; it goes on beside the wait, which has nothing to do but wait.
        const asked = consult(stack, found, runtime, deadline.signal);
        const ready = up.ok &&
            (await stages.run('wait', () => waitUntilReady(context), (ok) => ok));
        if (!up.ok)
            stages.skip('wait', 'not everything was started');
        const verification = ready ? await verify(stack, context, stages, ports.door, startedMs) : undefined;
        if (!ready)
            stages.skip('verify', 'not every service is ready');
        await watch.refresh();
        const seen = { bringUpFailure: up.failure, verification, interrupted: deadline.interrupted };
        const observation = { ...(await observe(context, seen)), authorities: await asked };
        const unknown = expectedTargets(stack).map((expected) => ({ expected, health: 'unknown' }));
        return { observation, targets: verification?.targets ?? unknown, readyAt: new Map(watch.readyAt) };
    }
    finally {
        await watch.close();
    }
}
function verify(stack, context, stages, door, startedMs) {
    const instance = stack.prometheus;
    if (!instance)
        throw new Error('a stack without Prometheus passed the check');
    const servicesReadyMs = Math.max(startedMs, ...context.watch.readyAt.values());
    const request = { ...context, instance, door, expected: expectedTargets(stack), startedMs, servicesReadyMs };
    const allUp = ({ complete, targets }) => complete && targets.length > 0 && targets.every(({ health }) => health === 'up' || health === 'dropped');
    return stages.run('verify', () => verifyTargets(request), allUp);
}

;// CONCATENATED MODULE: ./src/report/card-blocks.ts
/** `prometheus_health` of the contract: the state of Prometheus itself. */
function prometheusHealth(record, status) {
    const name = record.stack?.prometheus?.service.name;
    const containers = record.observation?.containers.filter(({ service }) => service === name) ?? [];
    const ready = record.observation?.prometheus.ready === true;
    const url = record.observation?.prometheus.url;
    return {
        status: !ready ? 'failed' : status === 'healthy' ? 'healthy' : 'degraded',
        timestamp: record.endedMs / 1000,
        service_running: containers.length > 0 && containers.every(({ state }) => state === 'running'),
        config_valid: isConfigValid(record),
        endpoints_accessible: url === undefined
            ? {}
            : { [`${url}/-/ready`]: ready, [`${url}/api/v1/targets`]: record.observation?.targets !== undefined },
        error_messages: record.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
        recovery_actions: [],
    };
}
/** `config_status` of the contract: what the files say and which of their targets answer. */
function configStatus(record) {
    const early = record.findings.filter(({ stage }) => stage === 'load' || stage === 'check');
    // What cannot be read stays so when somebody asks not to hear of it.
    const seen = [...early, ...(record.suppressed ?? []).map(({ finding }) => finding)];
    const jobs = record.stack?.prometheus?.config?.jobs ?? [];
    return {
        yaml_valid: record.files.length > 0 && !seen.some(({ code, severity }) => code === 'yaml/syntax' && severity === 'error'),
        scrape_configs: jobs.map(({ name }) => name.value),
        target_accessibility: Object.fromEntries(record.targets.map(({ expected, health }) => [`${expected.job}/${expected.address ?? '*'}`, health === 'up'])),
        validation_errors: early.filter(({ severity }) => severity === 'error').map(({ message }) => message),
        recommendations: [...new Set(record.findings.flatMap(({ help }) => help ?? []))],
    };
}
function isConfigValid({ files, findings }) {
    if (files.length === 0)
        return false;
    return !findings.some(({ severity, stage }) => severity === 'error' && (stage === 'load' || stage === 'check'));
}

;// CONCATENATED MODULE: ./src/report/build-report.ts



const LOG_TAIL = 25;
/** The report of a run. Pure: the same record gives the same report. */
function buildReport(record, verdict, status, version) {
    const targets = record.targets.map(targetReport);
    return {
        schema_version: 1,
        tool: { name: 'scrapegate', version },
        command: record.command,
        verdict,
        status,
        timestamp: record.endedMs / 1000,
        started_at: new Date(record.startedMs).toISOString(),
        duration_ms: record.endedMs - record.startedMs,
        ...(record.error === undefined ? {} : { error: record.error }),
        checks: checks(record),
        ...(record.observation?.prometheus.url ? { prometheus_url: record.observation.prometheus.url } : {}),
        prometheus_health: prometheusHealth(record, status),
        config_status: configStatus(record),
        files: record.files.map(({ path, kind }) => ({
            path,
            kind,
            errors: build_report_count(record.findings, path, 'error'),
            warnings: build_report_count(record.findings, path, 'warning'),
        })),
        stages: record.stages,
        findings: record.findings,
        suppressed: record.suppressed ?? [],
        services: services(record),
        targets,
        authorities: (record.observation?.authorities ?? []).map(({ program, about, accepted }) => ({
            program,
            about,
            accepted,
        })),
        recovery: [],
        budgets: [],
        tempo: { mode: 'faithful', changes: [] },
    };
}
function build_report_count(findings, path, severity) {
    return findings.filter((finding) => finding.severity === severity && finding.location?.file === path).length;
}
/** The three one-word answers of the contract, each with its reason when it is not `ok`. */
function checks(record) {
    const failed = (finding) => finding && `failed: ${finding.cause ? cause_CAUSES[finding.cause].title : finding.message}`;
    const errors = record.findings.filter(({ severity }) => severity === 'error');
    const configuration = errors.find(({ stage }) => stage === 'check' || stage === 'load' || stage === 'settings');
    const aboutTargets = errors.find(({ code }) => code.startsWith('runtime/target-') || code === 'runtime/no-evidence');
    // A target that is down stays so when nobody wants to hear of it.
    const hushed = (record.suppressed ?? []).find(({ finding }) => finding.code.startsWith('runtime/target-'));
    const other = errors.find((finding) => finding !== configuration && finding.stage !== 'check' && finding.stage !== 'load');
    const notAsked = record.error ?? (record.command === 'check' ? 'not started by check' : 'it was never asked');
    const ready = record.observation?.prometheus.ready === true;
    const allUp = record.targets.length > 0 && record.targets.every(({ health }) => health === 'up' || health === 'dropped');
    return {
        prometheus: ready
            ? 'ok'
            : `failed: ${record.observation?.prometheus.lastError ?? failed(other)?.slice(8) ?? notAsked}`,
        scrape_targets: allUp
            ? 'ok'
            : (failed(aboutTargets ?? hushed?.finding) ?? `failed: ${failed(other)?.slice(8) ?? notAsked}`),
        configuration: failed(configuration) ?? (record.files.length > 0 ? 'ok' : `failed: ${notAsked}`),
    };
}
function services({ stack, observation, readyAt, startedMs }) {
    if (!observation)
        return [];
    return (stack?.project.services ?? []).map((service) => {
        const containers = observation.containers.filter((container) => container.service === service.name);
        const container = containers.find(({ state }) => state !== 'running') ?? containers[0];
        const ready = readyAt.get(service.name);
        const logs = observation.logs[service.name];
        return {
            name: service.name,
            image: container?.image ?? service.image?.value ?? '',
            state: container?.state ?? 'not started',
            health: container?.health ?? 'none',
            restarts: container?.restarts ?? 0,
            ...(container?.state === 'exited' ? { exit_code: container.exitCode } : {}),
            ...(container?.oomKilled ? { oom_killed: true } : {}),
            ...(ready === undefined ? {} : { ready_after_ms: ready - startedMs }),
            depends_on: service.dependsOn.map((dependency) => dependency.service),
            ...(logs ? { logs_tail: logs.slice(-LOG_TAIL) } : {}),
        };
    });
}
function targetReport(result) {
    const { file, start } = locate(result.expected.at);
    return {
        job: result.expected.job,
        target: result.expected.address ?? result.scrapeUrl ?? '(discovered)',
        expected_from: { file, line: start.line },
        health: result.health,
        ...(result.expected.service === undefined ? {} : { service: result.expected.service }),
        ...(result.lastError === undefined ? {} : { last_error: result.lastError }),
        ...(result.scrapeDurationMs === undefined ? {} : { scrape_duration_ms: result.scrapeDurationMs }),
        ...(result.firstUpAfterMs === undefined ? {} : { first_up_after_ms: result.firstUpAfterMs }),
    };
}

;// CONCATENATED MODULE: ./src/model/load-codes.ts
/** Findings that come up while options and files are read, before any rule can look at them. */
const LOAD_CODES = {
    'settings/invalid': { severity: 'error', summary: 'an option, input or settings file is wrong; nothing was started' },
    'yaml/syntax': { severity: 'error', summary: 'the YAML of a file cannot be read' },
    'file/unreadable': {
        severity: 'error',
        summary: 'a file that the stack needs is missing, is no file, or cannot be read',
    },
    'file/no-dockerfile': {
        severity: 'error',
        summary: 'the Dockerfile of a service cannot be read, so its image cannot be built',
    },
    'file/unknown-kind': {
        severity: 'notice',
        summary: 'a file that was named is none that Scrapegate knows, so it was not checked',
    },
    'compose/interpolation': {
        severity: 'error',
        summary: 'a `${…}` of a compose file is malformed, or the variable that it requires is not set',
    },
    'compose/extends': {
        severity: 'error',
        summary: '`extends` or `include` of a compose file leads nowhere or back to itself',
    },
    'compose/merge': {
        severity: 'error',
        summary: 'two compose files give the same key values of kinds that cannot be merged',
    },
    'compose/env-file': {
        severity: 'error',
        summary: 'a line of an env file is no variable, or its value cannot be filled in',
    },
    'compose/env-file-ignored': {
        severity: 'notice',
        summary: 'an env file is missing that `.gitignore` keeps out of the repository',
    },
    'compose/unset-variable': {
        severity: 'warning',
        summary: 'a variable of a compose file is not set and reads as empty',
    },
};

;// CONCATENATED MODULE: ./src/model/suppression-codes.ts
/** Findings about suppressions and the baseline themselves. None of them can be suppressed. */
const SUPPRESSION_CODES = {
    'suppression/no-reason': {
        severity: 'error',
        summary: 'a suppression gives no reason, so it suppresses nothing',
    },
    'suppression/malformed': {
        severity: 'warning',
        summary: 'a `scrapegate-ignore` comment cannot be read or stands where it has no effect',
    },
    'suppression/unknown-code': {
        severity: 'warning',
        summary: 'a suppression names a code or a family that does not exist',
    },
    'suppression/refused': {
        severity: 'warning',
        summary: 'a suppression names what cannot be suppressed: a gate never passes without evidence',
    },
    'suppression/unused': { severity: 'notice', summary: 'a suppression suppresses nothing any more' },
    'baseline/stale': { severity: 'notice', summary: 'the baseline lists findings that are no longer there' },
};

;// CONCATENATED MODULE: ./src/known-codes.ts



/** Every code that a finding can have, with what is true of all its findings. */
const KNOWN_CODES = new Map([
    ...[...staticRules, ...runtimeRules].map((rule) => [rule.code, rule]),
    ...Object.entries({ ...LOAD_CODES, ...SUPPRESSION_CODES }),
]);

;// CONCATENATED MODULE: ./src/model/lines.ts
/** A look-up over whole texts. */
function lines_linesOf(sources) {
    const split = new Map();
    return (path, line) => {
        const lines = split.get(path) ?? sources.get(path)?.split('\n');
        if (lines)
            split.set(path, lines);
        return lines?.[line - 1]?.replace(/\r$/, '');
    };
}

;// CONCATENATED MODULE: ./src/suppress/path-glob.ts
/**
 * The paths that a glob of the settings means: `*` and `?` stay within a directory, `**` does not. A glob without a slash is
 * about the name of the file, in whatever directory.
 */
function pathGlob(pattern) {
    const plain = withSlashes(pattern).replace(/^\.\//, '');
    const source = plain.replaceAll(/\*\*\/?|\*|\?|[^*?]+/g, (part) => {
        if (part.startsWith('**'))
            return part.endsWith('/') ? '(?:.*/)?' : '.*';
        if (part === '*')
            return '[^/]*';
        return part === '?' ? '[^/]' : part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    });
    const expression = new RegExp(plain.includes('/') ? `^${source}$` : `(?:^|/)${source}$`, 's');
    return (path) => expression.test(withSlashes(path));
}
function withSlashes(path) {
    return path.replaceAll('\\', '/');
}

;// CONCATENATED MODULE: ./src/suppress/from-settings.ts

/** The entries of `ignore` in the settings file as suppressions. */
function settingsSuppressions(entries) {
    return entries.map((entry) => {
        const { code, reason, at, file } = entry;
        const isMeant = file === undefined ? undefined : pathGlob(file);
        const covers = (finding) => {
            if (isMeant && !(finding.location && isMeant(finding.location.file)))
                return false;
            return fitsSubject(entry, finding);
        };
        return { kind: 'settings', code, reason, at, scope: scopeOf(entry), covers };
    });
}
const from_settings_NAMES = ['service', 'job', 'target'];
function fitsSubject(entry, { subject }) {
    return from_settings_NAMES.every((name) => entry[name] === undefined || entry[name] === subject?.[name]);
}
function scopeOf(entry) {
    const named = from_settings_NAMES.flatMap((name) => (entry[name] === undefined ? [] : [`${name} "${entry[name]}"`]));
    const about = named.length > 0 ? ` about ${named.join(', ')}` : '';
    return entry.file === undefined ? about.trimStart() || 'in any file' : `in "${entry.file}"${about}`;
}

;// CONCATENATED MODULE: ./src/suppress/held.ts
/** Why a finding of this code always counts; undefined when it may be suppressed. */
function neverSuppressed(code) {
    if (/^(?:suppression|baseline)\//.test(code))
        return 'it is about suppressions themselves';
    if (code === 'settings/invalid')
        return 'nothing was started';
    return NO_EVIDENCE.has(code) ? 'a gate never passes without evidence' : undefined;
}
/** What says that nothing was proved, or that the proof was cut short. */
const NO_EVIDENCE = new Set(['runtime/no-evidence', 'runtime/prometheus-unreachable', 'runtime/interrupted']);
/** Why a finding counts in this run although somebody asked otherwise; undefined when it need not. */
function heldBack(finding, { command, provable, someUp }) {
    const always = neverSuppressed(finding.code);
    if (always !== undefined || command === 'check' || finding.severity !== 'error')
        return always;
    if (!provable)
        return 'there is nothing that a gate could prove without it';
    if (someUp === false && finding.code.startsWith('runtime/'))
        return 'no target is up, and a gate never passes without evidence';
    return undefined;
}

;// CONCATENATED MODULE: ./src/yaml/comments.ts

/** The comments of a file: a `#` within a scalar is none. None at all when the YAML cannot be read. */
function commentsOf(file) {
    const scalars = scalarRanges(file);
    if (!scalars)
        return [];
    const { text } = file;
    const comments = [];
    let next = 0;
    for (let start = text.indexOf('#'); start >= 0; start = text.indexOf('#', start)) {
        while ((scalars[next]?.end ?? text.length) <= start)
            next++;
        const scalar = scalars[next];
        if (scalar && scalar.start <= start) {
            start = scalar.end;
            continue;
        }
        // Within a word, such as a tag or an anchor, it is a character like any other.
        if (start > 0 && !/\s/.test(text.charAt(start - 1))) {
            start++;
            continue;
        }
        const lineEnd = text.indexOf('\n', start);
        const raw = text.slice(start, lineEnd < 0 ? text.length : lineEnd).trimEnd();
        const at = { file, start, end: start + raw.length };
        const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
        comments.push({ text: raw.replace(/^#+/, '').trim(), at, alone: before.trim() === '' });
        start = at.end;
    }
    return comments;
}
/** Where scalars are written, first to last; undefined when the YAML cannot be read. */
function scalarRanges(file) {
    try {
        const ranges = (0,js_yaml/* parseEvents */.PH)(file.text, { filename: file.path }).flatMap((event) => event.type === js_yaml/* EVENT_ID */.hy.SCALAR && event.valueStart >= 0 ? [{ start: event.valueStart, end: event.valueEnd }] : []);
        return ranges.sort((a, b) => a.start - b.start);
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/suppress/suppression.ts



const FAMILY = /\/\*$/;
/** Whether a code or family names a finding's code. */
function namesCode(pattern, code) {
    return FAMILY.test(pattern) ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}
/** Everything that may stand where a code is expected. */
function codesAndFamilies(codes) {
    const families = new Set([...codes.keys()].map((code) => code.replace(/[^/]*$/, '*')));
    return [...codes.keys(), ...families];
}
/** A finding about a suppression itself. */
function suppressionFinding(code, message, at, help) {
    return {
        code,
        severity: SUPPRESSION_CODES[code].severity,
        stage: 'check',
        message,
        location: locate(at),
        related: [],
        help,
        docs_url: docsUrl('suppressing'),
    };
}

;// CONCATENATED MODULE: ./src/suppress/inline.ts


const MARK = 'scrapegate-ignore';
/** The mark, the codes, and what follows the first colon. */
const DIRECTIVE = /^scrapegate-ignore([\w-]*)\s*([^:]*)(?::(.*))?$/s;
/** Comments, empty lines and the marks that begin a document. */
const TOP = /^(?:[^\S\n]*(?:#.*|---[^\S\n]*(?:#.*)?|%.*)?(?:\n|$))*/;
const HELP = `write "# ${MARK} CODE: REASON" on the line of the finding or above it, or "# ${MARK}-file CODE: REASON" at the top of the file`;
/** The suppressions in the comments of files, in the order in which they are written. */
function inlineSuppressions(files) {
    const read = distinct(files).map((file) => new CommentReader(file).read());
    return {
        suppressions: read.flatMap(({ suppressions }) => suppressions),
        problems: read.flatMap(({ problems }) => problems),
    };
}
/** A file may be read more than once; what it says counts once. JSON and env files have no YAML comments. */
function distinct(files) {
    const withMark = files.filter(({ path, kind, text }) => text.includes(MARK) && kind !== 'env' && !path.toLowerCase().endsWith('.json'));
    return [...new Map(withMark.map((file) => [`${file.path}:${String(file.position(0).line)}`, file])).values()];
}
class CommentReader {
    file;
    #suppressions = [];
    #problems = [];
    #comments;
    /** Offset of the first line that has more than a comment. */
    #contentStart;
    /** Lines that hold nothing but a comment. */
    #commentLines;
    constructor(file) {
        this.file = file;
        this.#comments = commentsOf(file);
        this.#contentStart = TOP.exec(file.text)?.[0].length ?? 0;
        this.#commentLines = new Set(this.#comments.filter(({ alone }) => alone).map(({ at }) => this.#lineOf(at)));
    }
    read() {
        for (const comment of this.#comments)
            if (comment.text.startsWith(MARK))
                this.#directive(comment);
        return { suppressions: this.#suppressions, problems: this.#problems };
    }
    #directive(comment) {
        const [, ending = '', list = '', reason = ''] = DIRECTIVE.exec(comment.text) ?? [];
        const names = list.split(',').map((name) => name.trim());
        const fault = this.#faultOf(comment, ending, names);
        if (fault !== undefined) {
            this.#problems.push(suppressionFinding('suppression/malformed', fault, comment.at, HELP));
            return;
        }
        // Words after a code are a reason whose colon was forgotten: without the colon it is none.
        const clear = names.every((name) => !/\s/.test(name));
        let from = comment.at.start + MARK.length;
        for (const name of names) {
            const at = this.#rangeOf(comment, name.replace(/\s.*$/s, ''), from);
            this.#add(comment, at, clear ? reason.trim() : '', ending === '-file');
            from = at.end;
        }
    }
    #faultOf(comment, ending, names) {
        if (ending !== '' && ending !== '-file')
            return `"${MARK}${ending}" is no comment that Scrapegate knows`;
        if (names.includes(''))
            return `"${comment.text}" names no code to suppress`;
        if (ending === '-file' && !this.#isAtTop(comment))
            return `"${MARK}-file" has no effect here: expected above everything else in the file`;
        return undefined;
    }
    #add(comment, at, reason, wholeFile) {
        const { path, text } = this.file;
        const line = wholeFile ? undefined : this.#lineMeant(comment);
        this.#suppressions.push({
            kind: 'inline',
            code: text.slice(at.start, at.end),
            reason,
            at,
            scope: line === undefined ? `in ${path}` : `on line ${String(line)}`,
            covers: ({ location }) => location?.file === path && (line === undefined || location.start.line === line),
        });
    }
    /** The comment's own line, or the one below the comments that it is among. */
    #lineMeant({ at, alone }) {
        let line = this.#lineOf(at);
        if (alone)
            while (this.#commentLines.has(line))
                line++;
        return line;
    }
    /** Above everything but other comments, empty lines and the marks that begin a document. */
    #isAtTop({ at, alone }) {
        // A text inside another one has no top of its own: the file does.
        return alone && this.file.position(0).line === 1 && at.start < this.#contentStart;
    }
    #rangeOf({ at }, code, from) {
        const start = this.file.text.slice(0, at.end).indexOf(code, from);
        return { file: this.file, start, end: start + code.length };
    }
    #lineOf({ start }) {
        return this.file.position(start).line;
    }
}

;// CONCATENATED MODULE: ./src/suppress/apply.ts







/**
 * Takes the findings out that comments in the files and the settings ask for, and says what is wrong with these. Pure.
 *
 * @param files every text that was read
 * @param ignores `ignore` of the settings file
 */
function applySuppressions(findings, files, ignores, { codes, evidence }) {
    const inline = inlineSuppressions(files);
    const all = [...inline.suppressions, ...settingsSuppressions(ignores)];
    const faults = all.map((suppression) => [suppression, faultOf(suppression, codes)]);
    const active = faults.flatMap(([suppression, fault]) => (fault ? [] : [suppression]));
    const kept = [];
    const suppressed = [];
    const effective = new Set();
    const refused = new Map();
    for (const finding of findings) {
        const asking = active.filter(({ code, covers }) => namesCode(code, finding.code) && covers(finding));
        const [first] = asking;
        const held = first && heldBack(finding, evidence);
        for (const one of asking) {
            effective.add(one);
            if (held !== undefined && !refused.has(one))
                refused.set(one, refusal(one, finding, held));
        }
        if (!first || held !== undefined)
            kept.push(finding);
        else
            suppressed.push({ finding, kind: first.kind, reason: first.reason, location: locate(first.at) });
    }
    const about = [
        ...inline.problems,
        ...faults.flatMap(([, fault]) => fault ?? []),
        ...refused.values(),
        // A file that cannot be read hides what would be found in it.
        ...active.filter((one) => evidence.allRead && !effective.has(one) && isJudged(one)).map(unused),
    ];
    return { findings: inOrder([...kept, ...about]), suppressed };
}
/** Run-time findings come and go: one run in which there is none does not make a suppression useless. */
function isJudged({ code }) {
    return !code.startsWith('runtime/');
}
/** What the running stack showed stays first, in its order of causes; the rest goes by severity and place. */
function inOrder(findings) {
    const ofFiles = ({ stage }) => stage === 'settings' || stage === 'load' || stage === 'check';
    return [...findings.filter((one) => !ofFiles(one)), ...findings.filter(ofFiles).sort(bySeverityThenPlace)];
}
/** No code is longer; what is would only be slow to compare. */
const LONGEST_CODE = 100;
/** Why a suppression cannot be what its writer meant. */
function faultOf({ kind, code, reason, at }, codes) {
    const known = codesAndFamilies(codes);
    if (!known.includes(code)) {
        const similar = code.length > LONGEST_CODE ? undefined : nearest(code, known);
        const shown = code.length > LONGEST_CODE ? `${code.slice(0, LONGEST_CODE)}…` : code;
        const guess = similar === undefined ? '' : `: did you mean "${similar}"?`;
        const help = similar === undefined ? 'take the code from the finding, where it stands in brackets' : `write "${similar}"`;
        return suppressionFinding('suppression/unknown-code', `"${shown}" is no code or family of findings${guess}`, at, help);
    }
    const held = neverSuppressed(code);
    if (held !== undefined) {
        const help = 'remove the suppression and mend what the finding says';
        return suppressionFinding('suppression/refused', `"${code}" cannot be suppressed: ${held}`, at, help);
    }
    if (reason !== '')
        return undefined;
    const expected = kind === 'inline' ? 'expected ": REASON" after the code' : 'expected "reason" with a text';
    const message = `the suppression of "${code}" gives no reason, so it suppresses nothing: ${expected}`;
    return suppressionFinding('suppression/no-reason', message, at, 'say why the finding may stay');
}
function refusal({ code, at }, finding, why) {
    const message = `the suppression of "${code}" has no effect on "${finding.code}": ${why}`;
    const about = suppressionFinding('suppression/refused', message, at, 'mend what the finding says');
    const { location } = finding;
    return location ? { ...about, related: [{ message: 'this finding counts', location }] } : about;
}
function unused({ code, at, scope }) {
    const message = `the suppression of "${code}" suppresses nothing: there is no such finding ${scope}`;
    return suppressionFinding('suppression/unused', message, at, 'remove it');
}

;// CONCATENATED MODULE: ./src/model/fingerprint.ts

/**
 * What makes a finding the same one in another version of the files: its code, file, message and the text of its line, but not
 * where the line stands. Findings that are alike in all of these have one fingerprint; who needs to tell them apart counts them.
 *
 * @param file how the file is named where the fingerprint is kept; the same on every machine
 * @param lineText the line that the finding points at, when it is at hand
 */
function fingerprint({ code, message }, file, lineText) {
    // A message may name another line, which moves as well.
    const words = message.replaceAll(/\bline \d+/g, 'line');
    const about = JSON.stringify([code, file, words, lineText?.trim() ?? '']);
    return builtin.crypto().createHash('sha256').update(about).digest('hex').slice(0, 32);
}

;// CONCATENATED MODULE: ./src/suppress/baseline.ts






/** The baseline of the findings of a run: sorted, so that two of them can be compared. */
function baselineOf(findings, place) {
    const entries = new Map();
    for (const finding of findings) {
        if (neverSuppressed(finding.code) !== undefined)
            continue;
        const file = fileOf(finding, place);
        const print = printOf(finding, file, place);
        const { code, message } = finding;
        const count = (entries.get(print)?.count ?? (entries.has(print) ? 1 : 0)) + 1;
        entries.set(print, { code, file, message, fingerprint: print, ...(count > 1 ? { count } : {}) });
    }
    const key = ({ file, code, message, fingerprint: print }) => [file, code, message, print].join('\n');
    const sorted = [...entries.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    return { shown: place.shown, entries: sorted };
}
/** The text of a baseline's file. */
function renderBaseline({ entries }) {
    return `${JSON.stringify({ tool: 'scrapegate', schema_version: 1, findings: entries }, undefined, 2)}\n`;
}
/** Takes the findings out that a baseline lists, as many of each as it lists, and says how many of it are gone. Pure. */
function applyBaseline(findings, { shown, entries }, place, evidence) {
    const left = new Map();
    for (const entry of entries)
        left.set(entry.fingerprint, (left.get(entry.fingerprint) ?? 0) + (entry.count ?? 1));
    const kept = [];
    const suppressed = [];
    for (const finding of findings) {
        const print = printOf(finding, fileOf(finding, place), place);
        const count = left.get(print) ?? 0;
        if (count > 0)
            left.set(print, count - 1);
        if (count === 0 || heldBack(finding, evidence) !== undefined)
            kept.push(finding);
        else
            suppressed.push({ finding, kind: 'baseline', reason: `listed in the baseline "${shown}"` });
    }
    const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
    return { findings: gone > 0 && evidence.allRead ? [...kept, stale(shown, gone)] : kept, suppressed };
}
function stale(shown, gone) {
    const many = gone === 1 ? '1 finding that is' : `${String(gone)} findings that are`;
    return {
        code: 'baseline/stale',
        severity: SUPPRESSION_CODES['baseline/stale'].severity,
        stage: 'check',
        message: `the baseline "${shown}" lists ${many} no longer there`,
        location: { file: shown, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
        related: [],
        help: `refresh it with scrapegate check --baseline ${shown} --write-baseline`,
        docs_url: docsUrl('suppressing'),
    };
}
function fileOf({ location }, { shown, workingDirectory }) {
    if (!location)
        return '';
    const directory = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(workingDirectory, shown));
    return (0,external_node_path_.relative)(directory, (0,external_node_path_.resolve)(workingDirectory, location.file)).split(external_node_path_.sep).join('/');
}
function printOf(finding, file, { lineOf }) {
    const { location } = finding;
    return fingerprint(finding, file, location && lineOf(location.file, location.start.line));
}
/** Reads the text of a baseline. Throws UsageError, one line, about the first thing that is wrong. */
function parseBaseline(text, shown) {
    const refuse = (what) => {
        throw new errors/* UsageError */.N(`the baseline "${shown}" ${what}: write it anew with scrapegate check --baseline ${shown} --write-baseline`);
    };
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        const [why = ''] = error.message.split('\n');
        return refuse(`is no JSON (${why})`);
    }
    if (!isObject(value))
        return refuse('is no JSON object');
    if (value['schema_version'] !== 1)
        return refuse(`has schema_version ${String(value['schema_version'])}, expected 1`);
    const findings = value['findings'];
    if (!Array.isArray(findings))
        return refuse('has no list "findings"');
    const wrong = findings.findIndex((entry) => !isEntry(entry));
    if (wrong >= 0)
        return refuse(`has an entry ${String(wrong + 1)} that is none, expected code, file, message, fingerprint and count`);
    return { shown, entries: findings };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isEntry(value) {
    if (!isObject(value))
        return false;
    const { code, file, message, fingerprint: print, count = 1 } = value;
    return ([code, file, message].every((one) => typeof one === 'string') &&
        typeof print === 'string' &&
        /^[0-9a-f]{32}$/.test(print) &&
        Number.isSafeInteger(count) &&
        count > 0);
}

;// CONCATENATED MODULE: ./src/sieve.ts





/** Takes out of findings what does not count: suppressed in a file, in the settings, or listed in the baseline. Pure. */
class Sieve {
    options;
    constructor(options) {
        this.options = options;
    }
    /** What counts of the findings about files, before anything is started. */
    remaining(findings, about) {
        return this.#sift(findings, about).sifted.findings;
    }
    /** A finished record with its findings sifted. */
    settle(record) {
        const { sifted, newBaseline } = this.#sift(record.findings, record);
        return { record: { ...record, ...sifted }, newBaseline };
    }
    #sift(findings, about) {
        const { ignores, baseline, newBaseline, workingDirectory } = this.options;
        const evidence = this.#evidence(findings, about);
        // Every text with comments of its own.
        const files = [...about.files, ...about.inline];
        const first = applySuppressions(findings, files, ignores, { codes: KNOWN_CODES, evidence });
        const shown = newBaseline ?? baseline?.shown;
        if (shown === undefined)
            return { sifted: first };
        const texts = new Map(about.files.map(({ path, text }) => [path, text]));
        const place = { shown, workingDirectory, lineOf: lines_linesOf(texts) };
        const wanted = baseline ?? baselineOf(first.findings, place);
        const second = applyBaseline(first.findings, wanted, place, evidence);
        return {
            sifted: { findings: second.findings, suppressed: [...first.suppressed, ...second.suppressed] },
            newBaseline: newBaseline === undefined ? undefined : renderBaseline(wanted),
        };
    }
    #evidence(findings, { stack, observation, targets = [] }) {
        const allRead = !findings.some(({ stage, severity }) => stage === 'load' && severity === 'error');
        const provable = stack !== undefined && expectsTargets(stack);
        const someUp = observation && targets.some(({ health }) => health === 'up');
        return { command: this.options.command, allRead, provable, someUp };
    }
}

;// CONCATENATED MODULE: ./src/verdict.ts

/** Findings of these codes leave the stack working in part: what else was verified still holds. */
const PARTIAL = new Set(['runtime/target-down', 'runtime/target-missing', 'runtime/target-not-scraped']);
/** State of the stack. Degraded needs proof that something works: at least one target that is up. */
function statusOf(record) {
    const errors = record.findings.filter(({ severity }) => severity === 'error');
    if (record.command === 'check')
        return errors.length > 0 ? 'unhealthy' : 'healthy';
    const someUp = record.targets.some(({ health }) => health === 'up');
    if (!someUp || record.error !== undefined)
        return 'unhealthy';
    if (!errors.every(({ code }) => PARTIAL.has(code)))
        return 'unhealthy';
    return errors.length > 0 ? 'degraded' : 'healthy';
}
/** The verdict. Zero evidence never passes, and what could not be judged is an error, not a failure. */
function verdictOf(record, { failOn, failOnSeverity }) {
    if (record.error !== undefined || record.observation?.interrupted === 'cancelled')
        return 'error';
    if (record.command === 'check')
        return record.findings.some((finding) => reaches(finding, failOnSeverity)) ? 'fail' : 'pass';
    const status = statusOf(record);
    if (status === 'unhealthy')
        return 'fail';
    return status === 'degraded' && failOn === 'degraded' ? 'fail' : 'pass';
}
function reaches({ severity }, limit) {
    return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}
/** The exit code of a verdict; a bad option never gets as far as a verdict of its own, see `entry/`. */
function exitCodeOf(verdict) {
    return verdict === 'pass' ? 0 : verdict === 'fail' ? 1 : 3;
}

;// CONCATENATED MODULE: ./src/run.ts










/** The result of a command that could not even begin: a bad option or settings file. */
function refused(command, message, { clock, version }) {
    const record = { ...emptyRecord(command, clock.now(), clock), findings: [usageFinding(message)], error: message };
    return { report: buildReport(record, 'error', statusOf(record), version), sources: new Map(), exitCode: 2 };
}
function usageFinding(message) {
    const help = 'see scrapegate --help, or the inputs in README.md';
    return { code: 'settings/invalid', severity: 'error', stage: 'settings', message, related: [], help };
}
/** Runs one command. Never throws: what goes wrong is in the report and the exit code. */
async function run(settings, ports, cancel) {
    const startedMs = ports.clock.now();
    let stack;
    try {
        const sieve = sieveOf(settings, ports);
        let found;
        if (settings.command === 'check')
            found = await checkOnly(settings, startedMs, ports, sieve);
        else {
            stack = loadOneStack(settings.paths[0] ?? '.', settings, ports);
            await loadJudges([stack]);
            found = await gateIt(stack, settings, ports, cancel, sieve);
        }
        const { record, newBaseline } = sieve.settle(found);
        const verdict = verdictOf(record, settings);
        const done = result(record, verdict, exitCodeOf(verdict), ports);
        return { ...done, sources: new Map([...settingsTexts(settings), ...done.sources]), newBaseline };
    }
    catch (error) {
        const message = explain(error);
        const files = stack?.files ?? [];
        const record = { ...emptyRecord(settings.command, startedMs, ports.clock), stack, files, error: message };
        if (!(error instanceof errors/* UsageError */.N))
            return result(record, 'error', 3, ports);
        return result({ ...record, findings: [usageFinding(message)] }, 'error', 2, ports);
    }
}
function result(record, verdict, exitCode, ports) {
    return {
        report: buildReport(record, verdict, statusOf(record), ports.version),
        sources: new Map(record.files.map(({ path, text }) => [path, text])),
        exitCode,
    };
}
/** Reads the baseline before anything else: without it nothing can be judged. */
function sieveOf({ command, ignores, baseline, writeBaseline }, ports) {
    const { workingDirectory, files } = ports;
    const options = { command, ignores, workingDirectory };
    if (baseline === undefined)
        return new Sieve(options);
    if (writeBaseline)
        return new Sieve({ ...options, newBaseline: baseline });
    const read = files.read((0,external_node_path_.resolve)(workingDirectory, baseline));
    if (read.ok)
        return new Sieve({ ...options, baseline: parseBaseline(read.text, baseline) });
    const why = read.reason.replaceAll('-', ' ');
    throw new errors/* UsageError */.N(`the baseline "${baseline}" cannot be read: ${why}; write it with scrapegate check --baseline ${baseline} --write-baseline`);
}
/** Findings about suppressions point into the settings file as well. */
function settingsTexts({ ignores }) {
    return ignores.map(({ at }) => [at.file.path, at.file.text]);
}
async function checkOnly(settings, startedMs, ports, sieve) {
    const { stack, files, inline, findings } = await checkPaths(settings, ports);
    const failed = sieve.remaining(findings, { stack, files, inline }).some(({ severity }) => severity === 'error');
    const endedMs = ports.clock.now();
    const stage = {
        name: 'check',
        status: failed ? 'failed' : 'passed',
        started_at: new Date(startedMs).toISOString(),
        duration_ms: endedMs - startedMs,
    };
    const read = { stack, files, inline, findings, stages: [stage] };
    return { command: 'check', startedMs, endedMs, ...read, targets: [], readyAt: new Map() };
}
async function gateIt(stack, settings, ports, cancel, sieve) {
    const projectName = settings.projectName ?? ports.newProjectName((0,external_node_path_.basename)(stack.directory));
    const handle = await ports.openRuntime(stack, projectName);
    try {
        const read = { stack, files: stack.files, inline: inlineOf(stack) };
        const remaining = (findings) => sieve.remaining(findings, read);
        const tearDown = settings.keep ? 'later' : ports.tearDown;
        const options = { timeoutMs: settings.timeoutMs, tearDown, remaining };
        const announce = (keepVolumes) => {
            ports.announceProject(projectName, keepVolumes);
        };
        return await gate(stack, options, { ...ports, ...handle, announce }, cancel);
    }
    catch (error) {
        if (!(error instanceof ProjectInUse))
            throw error;
        throw new errors/* UsageError */.N(`project "${projectName}" already has ${String(error.containers)} container${error.containers === 1 ? '' : 's'}: choose another --project-name, or remove them with \`docker compose -p ${projectName} down\``);
    }
    finally {
        await handle.close();
    }
}
function emptyRecord(command, startedMs, clock) {
    return {
        command,
        startedMs,
        endedMs: clock.now(),
        files: [],
        inline: [],
        findings: [],
        stages: [],
        targets: [],
        readyAt: new Map(),
    };
}
/** One line for a person; a bug of ours says so and keeps its stack for the report of it. */
function explain(error) {
    if (error instanceof errors/* UsageError */.N || error instanceof errors/* EnvironmentError */.e)
        return error.message;
    const what = error instanceof Error ? error.message : String(error);
    return `internal error: ${what}; please report it with the command and the files that led to it`;
}

// EXTERNAL MODULE: ./src/generated/validators/settings.cjs
var settings = __webpack_require__(6573);
;// CONCATENATED MODULE: ./src/settings/settings.ts
/** Options that take several values. */
const LISTS = ['compose-file', 'env-file', 'profile'];
/** Options that are on or off. */
const SWITCHES = ['keep', 'quiet', 'color', 'write-baseline'];
/** Options that take one value. */
const TEXTS = [
    'as',
    'project-name',
    'prometheus-service',
    'timeout',
    'fail-on',
    'fail-on-severity',
    'format',
    'report-dir',
    'baseline',
];

;// CONCATENATED MODULE: ./src/settings/resolve-settings.ts





const resolve_settings_NAMES = [...LISTS, ...SWITCHES, ...TEXTS];
const DEFAULT_TIMEOUT = '5m';
/** Where the report goes unless an option says otherwise. */
const DEFAULT_REPORT_DIR = '.scrapegate/report';
/**
 * Merges the sources, the first one that has an option wins, and validates the result once.
 * Throws UsageError, one line, about the first bad option.
 */
function resolveSettings(command, paths, sources, rest) {
    for (const source of sources)
        validate(source);
    const first = (name) => sources.find(({ options }) => options[name] !== undefined)?.options[name];
    const text = (name) => first(name);
    const list = (name) => first(name) ?? [];
    const flag = (name, fallback) => first(name) ?? fallback;
    const writeBaseline = flag('write-baseline', false);
    if (writeBaseline)
        checkWriting(command, text('baseline'));
    return {
        command,
        paths,
        as: text('as'),
        composeFiles: list('compose-file'),
        envFiles: list('env-file'),
        profiles: list('profile'),
        projectName: text('project-name'),
        prometheusService: text('prometheus-service'),
        timeoutMs: prometheusDurationMs(text('timeout') ?? DEFAULT_TIMEOUT) ?? 0,
        failOn: (text('fail-on') ?? 'degraded'),
        failOnSeverity: (text('fail-on-severity') ?? 'error'),
        format: (text('format') ?? 'text'),
        keep: flag('keep', false),
        reportDir: text('report-dir') ?? DEFAULT_REPORT_DIR,
        quiet: flag('quiet', false),
        color: flag('color', rest.color),
        ignores: rest.ignores ?? [],
        baseline: text('baseline'),
        writeBaseline,
    };
}
/** A gate's findings come and go, and nobody knows a place that was not named. */
function checkWriting(command, baseline) {
    if (command !== 'check')
        throw new errors/* UsageError */.N(`--write-baseline is only for check, not for ${command}`);
    if (baseline === undefined)
        throw new errors/* UsageError */.N('--write-baseline needs the file to write: name it with --baseline');
}
function validate({ label, options }) {
    const unknown = Object.keys(options).find((name) => !resolve_settings_NAMES.includes(name));
    if (unknown !== undefined) {
        const similar = nearest(unknown, resolve_settings_NAMES);
        throw new errors/* UsageError */.N(`unknown option ${label(unknown)}${similar ? `; did you mean ${label(similar)}?` : ''}`);
    }
    if (!settings.validate(options)) {
        const [error] = settings.validate.errors ?? [];
        const name = error?.instancePath.split('/')[1] ?? '';
        throw new errors/* UsageError */.N(`${label(name)} is ${resolve_settings_shown(options[name])}, expected ${expected(name, error?.params)}`);
    }
    const timeout = options['timeout'];
    if (timeout !== undefined && !((prometheusDurationMs(String(timeout)) ?? 0) > 0)) {
        throw new errors/* UsageError */.N(`${label('timeout')} is "${String(timeout)}", expected a duration above zero such as 90s or 5m`);
    }
}
function resolve_settings_shown(value) {
    return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}
function expected(name, params) {
    const allowed = params?.['allowedValues'];
    if (Array.isArray(allowed))
        return `one of ${allowed.join(', ')}`;
    if (name === 'project-name')
        return 'lower-case letters, digits, dashes and underscores, a letter or digit first';
    if (SWITCHES.includes(name))
        return 'true or false';
    if (LISTS.includes(name))
        return 'a list of texts';
    return 'a text that is not empty';
}

;// CONCATENATED MODULE: ./src/settings/ignore-list.ts



const KEYS = ['code', 'file', 'service', 'job', 'target', 'reason'];
/** The entries of `ignore` in a settings file. Throws UsageError, with the place, about what cannot be an entry. */
function readIgnores(node) {
    if (node.kind === 'sequence')
        return node.items.map(readEntry);
    if (node.kind === 'scalar' && node.value === null)
        return [];
    throw new errors/* UsageError */.N(`${ignore_list_placeOf(node.at)}: ignore must be a list of entries with code and reason`);
}
function readEntry(node) {
    if (node.kind !== 'mapping')
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(node.at)}: an entry of ignore must be a mapping with code and reason`);
    const texts = new Map(entries(node).map(([name, { key, value }]) => [ignore_list_known(name, key.at), ignore_list_textOf(name, value)]));
    const code = texts.get('code');
    if (!code)
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(node.at)}: an entry of ignore has no code: name a rule such as stack/target-localhost, or a family such as stack/*`);
    const { service, job, target, file } = Object.fromEntries(texts);
    return { code, file, service, job, target, reason: texts.get('reason') ?? '', at: codeRange(node) };
}
function ignore_list_known(name, at) {
    const key = KEYS.find((one) => one === name);
    if (key)
        return key;
    const similar = nearest(name, KEYS);
    const guess = similar === undefined ? `, expected ${KEYS.join(', ')}` : `; did you mean "${similar}"?`;
    throw new errors/* UsageError */.N(`${ignore_list_placeOf(at)}: an entry of ignore has the unknown key "${name}"${guess}`);
}
/** Only a reason may be empty here: that is a finding of its own, so that a run shows all of them at once. */
function ignore_list_textOf(name, value) {
    const text = value.kind === 'scalar' && value.value !== null ? value.text.trim() : '';
    if (value.kind !== 'scalar' || (text === '' && name !== 'reason'))
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(value.at)}: ${name} of an entry of ignore must be a text that is not empty`);
    return text;
}
function codeRange(node) {
    return node.entries.get('code')?.value.at ?? node.at;
}
/** A place as messages print it. */
function ignore_list_placeOf(at) {
    const { line, column } = at.file.position(at.start);
    return `${at.file.path}:${String(line)}:${String(column)}`;
}

;// CONCATENATED MODULE: ./src/settings/settings-file.ts





/** Reads a settings file; empty when it does not exist and was not asked for. Throws UsageError with the place. */
function readSettingsFile(path, shown, required, files) {
    const read = files.read(path);
    if (!read.ok) {
        if (read.reason === 'missing' && !required)
            return { options: {}, ignores: [] };
        throw new errors/* UsageError */.N(`the settings file "${shown}" cannot be read: ${read.reason.replaceAll('-', ' ')}`);
    }
    const { roots, problems } = parseYaml(new SourceFile(shown, 'settings', read.text), 'v3');
    const [problem] = problems;
    if (problem)
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(problem.at)}: ${problem.message}`);
    const [root] = roots;
    if (root === undefined)
        return { options: {}, ignores: [] };
    if (root.kind !== 'mapping')
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(root.at)}: settings must be a mapping of option names to values`);
    const ignores = root.entries.get('ignore')?.value;
    const options = [...root.entries].filter(([name]) => name !== 'ignore');
    return {
        options: Object.fromEntries(options.map(([name, { key, value }]) => [name, rawValue(name, key, value)])),
        ignores: ignores === undefined ? [] : readIgnores(ignores),
    };
}
/** Scalars stay text, as they are on the command line, except where the option is a switch or a list. */
function rawValue(name, key, node) {
    // Every later check would write the file anew and find nothing.
    if (name === 'write-baseline')
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(key.at)}: write-baseline is only for the command line: remove it here`);
    const isList = LISTS.includes(name);
    if (node.kind === 'sequence')
        return node.items.map((item) => (item.kind === 'scalar' ? item.text : ''));
    if (node.kind === 'mapping')
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(node.at)}: ${name} must not be a mapping`);
    if (SWITCHES.includes(name) && typeof node.value === 'boolean')
        return node.value;
    return isList ? [node.text] : node.text;
}

;// CONCATENATED MODULE: ./src/entry/help.ts
/** What `scrapegate --help` prints. */
const help_HELP = `scrapegate: no deploy until Prometheus proves that it scrapes your services

usage: scrapegate check [PATH...] [options]
       scrapegate gate [DIR] [options]

commands
  check   read the stacks of a directory, or single files, and say what will not work; needs no Docker
  gate    check, bring the stack up in stages, wait, verify every expected target, report, tear down

options
  --compose-file FILE         compose file; repeat for overrides (default: found in DIR)
  --env-file FILE             variables for the compose file; may be repeated
  --profile NAME              compose profile to turn on; may be repeated
  --project-name NAME         compose project name (default: a new one for each run)
  --prometheus-service NAME   the service that is Prometheus (default: found by image, command and mounts)
  --timeout DURATION          one deadline for the whole run (default 5m)
  --fail-on STATUS            degraded (default) or unhealthy: the weakest status that fails the gate
  --fail-on-severity LEVEL    error (default), warning or notice: the weakest finding that fails check
  --as KIND                   what the files given to check are: prometheus, rules, alertmanager, web, blackbox,
                              grafana-datasources, dashboard, compose, … (default: told by their content)
  --format FORMAT             text (default), json, sarif (code scanning), junit (test results) or github (workflow log)
  --baseline FILE             findings that FILE lists do not count (see docs/suppressing.md)
  --write-baseline            check writes FILE with all that it finds
  --report-dir DIR            where gate writes its report (default .scrapegate/report)
  --settings FILE             settings file with these options (default .scrapegate.yml)
  --keep                      leave the stack running
  --quiet                     no progress, only findings and the verdict
  --no-color                  no colour
  --version, --help

exit codes
  0 pass   1 fail   2 bad usage or settings   3 environment or internal error
`;

;// CONCATENATED MODULE: ./package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./src/entry/ports.ts





/** The version of this tool. */
const VERSION = package_namespaceObject.rE;
/** The real world for one command. */
function realPorts(settings, progress, rest) {
    const workingDirectory = process.cwd();
    return {
        files: new NodeFiles(),
        clock: systemClock,
        progress,
        workingDirectory,
        environment: Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
        version: VERSION,
        displayPath: (absolute) => (0,external_node_path_.relative)(workingDirectory, absolute) || absolute,
        openRuntime: (stack, projectName) => openRuntime(stack, projectName, settings),
        newProjectName,
        ...rest,
    };
}
/** Docker is loaded only when something is to be started, which keeps `check` quick. */
async function openRuntime(stack, projectName, settings) {
    const [{ ComposeRuntime }, { findEngine }, { PrometheusWays }] = await Promise.all([
        __webpack_require__.e(/* import() */ 743).then(__webpack_require__.bind(__webpack_require__, 1743)),
        Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(470)]).then(__webpack_require__.bind(__webpack_require__, 3470)),
        __webpack_require__.e(/* import() */ 777).then(__webpack_require__.bind(__webpack_require__, 5777)),
    ]);
    const engine = await findEngine(process.env);
    const { composeFiles, profiles } = stack.project;
    // Relative to where the user is, while compose runs where the project is.
    const envFiles = settings.envFiles.map((file) => (0,external_node_path_.resolve)(file));
    const runtime = new ComposeRuntime({ projectName, directory: stack.directory, composeFiles, envFiles, profiles }, engine);
    return { runtime, door: new PrometheusWays(runtime), close: () => engine.close() };
}
/** Compose allows lower-case letters, digits, dashes and underscores; the random part keeps runs apart. */
function newProjectName(directory) {
    const plain = directory
        .toLowerCase()
        .replaceAll(/[^a-z0-9_-]+/g, '-')
        .replaceAll(/^[-_]+|[-_]+$/g, '');
    return `scrapegate-${plain.slice(0, 30) || 'stack'}-${builtin.crypto().randomBytes(4).toString('hex')}`;
}
/** Aborts with the first SIGINT or SIGTERM. */
function cancelOnSignals() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            controller.abort();
        });
    }
    return controller.signal;
}

;// CONCATENATED MODULE: ./src/adapters/repository-root.ts


/** The top directory of the repository that a directory is in; the directory itself outside of any. */
function repositoryRoot(directory) {
    for (let current = directory;; current = (0,external_node_path_.dirname)(current)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(current, '.git')))
            return current;
        if ((0,external_node_path_.dirname)(current) === current)
            return directory;
    }
}

;// CONCATENATED MODULE: ./src/report/harmless.ts
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;
const ANSI = /\u001b\[[0-9;?]*[A-Za-z]/g;
/** Text of others without what could move a cursor, recolour a terminal, break a document or command a runner. */
function harmless(text) {
    const plain = text.replaceAll(ANSI, '').replaceAll('\r\n', '\n').replaceAll(CONTROL, '\ufffd');
    // The older form of workflow commands counts anywhere in a line.
    return plain.replaceAll('##[', '##\u200b[');
}
/** The same on one line. */
function oneLine(text) {
    return harmless(text)
        .replaceAll(/\s*\n\s*/g, ' ')
        .trim();
}
/** A text in which halves of surrogate pairs are replaced, for forms that cannot carry them. */
function wellFormed(text) {
    return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

;// CONCATENATED MODULE: ./src/report/escape-html.ts

/** Text of others in HTML, in an element or a quoted attribute. */
function escapeHtml(text) {
    return harmless(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}

;// CONCATENATED MODULE: ./src/report/escape-xml.ts


/** Text of others in XML 1.0, which has no way to write control characters, halves of surrogate pairs and two code points more. */
function escapeXml(text) {
    return escapeHtml(wellFormed(text)).replaceAll(/[\ufffe\uffff]/g, '\ufffd');
}
/** The same in a quoted attribute, where a parser would turn line breaks and tabs into spaces. */
function escapeXmlAttribute(text) {
    return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

;// CONCATENATED MODULE: ./src/report/junit.ts



/** The report as JUnit XML: a suite for each file that was read, one for what has no file, one for the expected targets. */
function renderJunit(report, options) {
    const suites = [...fileSuites(report, options), ...targetSuite(report)];
    const started = escapeXmlAttribute(report.started_at);
    const all = suites.flatMap(({ cases }) => cases);
    const head = `name="scrapegate" ${counts(all)} time="${seconds(report.duration_ms / 1000)}" timestamp="${started}"`;
    const body = suites.map(({ name, file, cases }) => {
        const attributes = [
            `name="${escapeXmlAttribute(name)}"`,
            ...(file === undefined ? [] : [`file="${escapeXmlAttribute(file)}"`]),
        ];
        const time = cases.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
        const open = `  <testsuite ${attributes.join(' ')} ${counts(cases)} time="${seconds(time)}" timestamp="${started}">`;
        return [open, ...cases.map(caseXml), '  </testsuite>'].join('\n');
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n${[`<testsuites ${head}>`, ...body, '</testsuites>'].join('\n')}\n`;
}
/** A file in which nothing was found is one case that passed, so that a reader sees that it was read. */
function fileSuites(report, options) {
    const paths = [...new Set(report.files.map(({ path }) => path))];
    const known = new Set(paths);
    const casesOf = (isHere) => [
        ...report.findings.filter(isHere).map((finding) => findingCase(finding, options)),
        ...report.suppressed.filter(({ finding }) => isHere(finding)).map(suppressedCase),
    ];
    const suites = paths.map((path) => {
        const cases = casesOf(({ location }) => location?.file === path);
        const clean = { name: 'no findings', classname: path, file: path, outcome: 'passed' };
        return { name: path, file: path, cases: cases.length > 0 ? cases : [clean] };
    });
    const rest = casesOf(({ location, message }) => !known.has(location?.file ?? '') && message !== report.error);
    const failed = report.error === undefined
        ? []
        : [{ name: report.command, classname: 'scrapegate', outcome: 'error', message: report.error }];
    return [...suites, ...(rest.length + failed.length > 0 ? [{ name: 'run', cases: [...failed, ...rest] }] : [])];
}
function findingCase(finding, { failsFrom }) {
    const fails = SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(failsFrom);
    return {
        ...junit_placeOf(finding),
        outcome: fails ? 'failure' : 'passed',
        message: finding.message,
        type: finding.code,
        details: junit_textOf(finding),
    };
}
function suppressedCase({ finding, kind, reason }) {
    return {
        ...junit_placeOf(finding),
        outcome: 'skipped',
        message: `suppressed (${kind}): ${reason}`,
        details: junit_textOf(finding),
    };
}
function junit_placeOf({ code, message, location }) {
    const line = location?.start.line;
    const name = `${code}${line === undefined ? '' : ` line ${String(line)}`}: ${message}`;
    return { name, classname: location?.file ?? 'scrapegate', file: location?.file, line };
}
function targetSuite({ targets, suppressed }) {
    if (targets.length === 0)
        return [];
    return [{ name: 'expected targets', cases: targets.map((target) => targetCase(target, suppressed)) }];
}
function targetCase(target, suppressed) {
    const { job, health, expected_from: from, last_error: error, first_up_after_ms: ms } = target;
    const by = suppressed.find(({ finding: { subject } }) => subject?.job === job && subject.target === target.target);
    const place = {
        name: `${job} ${target.target}`,
        classname: 'expected targets',
        file: from.file,
        line: from.line,
        seconds: ms === undefined ? undefined : ms / 1000,
    };
    if (health === 'up')
        return { ...place, outcome: 'passed' };
    if (health === 'dropped')
        return { ...place, outcome: 'skipped', message: 'dropped by relabelling' };
    const message = `target "${target.target}" of scrape job "${job}" is ${health}${error ? `: ${error}` : ''}`;
    if (by)
        return { ...place, outcome: 'skipped', message: `suppressed (${by.kind}): ${by.reason}`, details: message };
    return { ...place, outcome: 'failure', type: `target ${health}`, message, details: message };
}
function counts(cases) {
    const of = (wanted) => String(cases.filter(({ outcome }) => outcome === wanted).length);
    return `tests="${String(cases.length)}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}
function caseXml(one) {
    const attributes = [
        `name="${escapeXmlAttribute(oneLine(one.name))}"`,
        `classname="${escapeXmlAttribute(one.classname)}"`,
        ...(one.file === undefined ? [] : [`file="${escapeXmlAttribute(one.file)}"`]),
        ...(one.line === undefined ? [] : [`line="${String(one.line)}"`]),
        `time="${seconds(one.seconds ?? 0)}"`,
    ];
    const inside = insideOf(one);
    const open = `    <testcase ${attributes.join(' ')}`;
    return inside === undefined ? `${open}/>` : `${open}>\n      ${inside}\n    </testcase>`;
}
function insideOf({ outcome, message = '', type, details }) {
    const text = details === undefined ? '' : escapeXml(details);
    if (outcome === 'passed')
        return details === undefined ? undefined : `<system-out>${text}</system-out>`;
    const kind = type === undefined || outcome === 'skipped' ? '' : ` type="${escapeXmlAttribute(type)}"`;
    const open = `<${outcome} message="${escapeXmlAttribute(oneLine(message))}"${kind}`;
    return text === '' ? `${open}/>` : `${open}>${text}</${outcome}>`;
}
function junit_textOf({ severity, code, message, location, cause, help, evidence = [] }) {
    const place = location ? `${location.file}:${String(location.start.line)}:${String(location.start.column)}: ` : '';
    return [
        `${place}${severity}[${code}] ${message}`,
        ...(cause === undefined ? [] : [`cause: ${cause}`]),
        ...(help === undefined ? [] : [`help: ${help}`]),
        ...evidence,
    ].join('\n');
}
function seconds(value) {
    return Math.max(0, value).toFixed(3);
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./src/report/checkout.ts

/** A path as the repository names it, with slashes; undefined for a file outside of it. */
function pathInRepository(path, { root, workingDirectory }) {
    const parts = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(workingDirectory, path)).split(external_node_path_.sep);
    // Another drive of Windows stays absolute.
    return parts[0] === '..' || parts[0]?.endsWith(':') ? undefined : parts.join('/');
}

;// CONCATENATED MODULE: ./src/report/sarif.ts







/** Places of one result that GitHub keeps. */
const MOST_RELATED = 100;
const sarif_LEVELS = { error: 'error', warning: 'warning', notice: 'note' };
/** The findings as SARIF 2.1.0, in the form that GitHub's code scanning takes. */
function renderSarif(report, sources, { checkout, codes, mostResults = 5000 }) {
    const all = [
        ...[...report.findings].sort(bySeverity).map((finding) => ({ finding })),
        ...[...report.suppressed]
            .sort((a, b) => bySeverity(a.finding, b.finding))
            .map((by) => ({ finding: by.finding, by })),
    ];
    // Code scanning refuses a result without a place: what has none is put on the first file that was read.
    const fallback = report.files[0]?.path;
    const placed = all.filter(({ finding }) => (finding.location?.file ?? fallback) !== undefined);
    const shown = placed.slice(0, mostResults);
    const used = [...new Set(shown.map(({ finding }) => finding.code))];
    const writer = new ResultWriter(checkout, lines_linesOf(sources), used, fallback ?? '');
    const run = {
        tool: { driver: driver(report, shown, used, codes) },
        invocations: [invocation(report, placed.length - shown.length, fallback === undefined)],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'the top directory of the repository' } } },
        results: shown.map((entry) => writer.result(entry)),
    };
    const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
    return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}
/** Stable, so that root causes stay before what they cause. */
function bySeverity(a, b) {
    return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}
function driver({ tool }, shown, used, codes) {
    const rules = used.map((code) => {
        const first = shown.find(({ finding }) => finding.code === code)?.finding;
        const page = first?.docs_url;
        const facts = codes.get(code);
        return {
            id: code,
            shortDescription: { text: facts?.summary ?? code },
            ...(page === undefined ? {} : { helpUri: page }),
            ...(facts?.remedy === undefined ? {} : { help: { text: facts.remedy } }),
            defaultConfiguration: { level: sarif_LEVELS[facts?.severity ?? first?.severity ?? 'error'] },
            properties: { tags: [code.replace(/\/.*$/, '')] },
        };
    });
    return { name: 'Scrapegate', semanticVersion: tool.version, rules };
}
/** Carries what is no result: why the gate could not judge, findings of a run that read no file, and how many were cut. */
function invocation(report, cut, readNoFile) {
    const notes = [
        ...(report.error === undefined ? [] : [{ level: 'error', text: report.error }]),
        ...report.findings
            .filter(({ location, message }) => readNoFile && location === undefined && message !== report.error)
            .map((finding) => ({ level: sarif_LEVELS[finding.severity], text: messageOf(finding) })),
        ...(cut === 0
            ? []
            : [
                {
                    level: 'note',
                    text: `${String(cut)} more results were cut, the least severe ones; the JSON report has them`,
                },
            ]),
    ];
    return {
        executionSuccessful: report.verdict !== 'error',
        startTimeUtc: report.started_at,
        endTimeUtc: new Date(Date.parse(report.started_at) + report.duration_ms).toISOString(),
        ...(notes.length === 0
            ? {}
            : {
                toolExecutionNotifications: notes.map(({ level, text }) => ({ level, message: { text: harmless(text) } })),
            }),
    };
}
function messageOf({ message, help }) {
    const text = [oneLine(message), ...(help === undefined ? [] : [`help: ${oneLine(help)}`])].join('\n');
    // A viewer makes a link of brackets and parentheses; what others wrote must not become one.
    return text.replaceAll('](', ']\u200b(');
}
/** Writes results, and numbers those that have the same fingerprint. */
class ResultWriter {
    checkout;
    lineOf;
    codes;
    fallback;
    #seen = new Map();
    constructor(checkout, lineOf, codes, fallback) {
        this.checkout = checkout;
        this.lineOf = lineOf;
        this.codes = codes;
        this.fallback = fallback;
    }
    result({ finding, by }) {
        const { code, severity, location, related } = finding;
        return {
            ruleId: code,
            ruleIndex: this.codes.indexOf(code),
            level: sarif_LEVELS[severity],
            message: { text: messageOf(finding) },
            locations: [location ? this.#location(location) : this.#wholeFile(this.fallback)],
            ...(related.length > 0
                ? {
                    relatedLocations: related.slice(0, MOST_RELATED).map((one, index) => ({
                        id: index + 1,
                        ...this.#location(one.location),
                        message: { text: oneLine(one.message) },
                    })),
                }
                : {}),
            partialFingerprints: { 'scrapegate/v1': this.#fingerprint(finding) },
            ...(by === undefined ? {} : { suppressions: [this.#suppression(by)] }),
            ...properties(finding),
        };
    }
    #suppression({ kind, reason, location }) {
        return {
            kind: kind === 'inline' ? 'inSource' : 'external',
            status: 'accepted',
            justification: oneLine(reason),
            ...(location === undefined ? {} : { location: this.#location(location) }),
        };
    }
    #location({ file, start, end }) {
        // A range that takes its last line break with it ends on a line that may not be there.
        const whole = end.column === 1 && end.line > start.line;
        const lastLine = whole ? end.line - 1 : end.line;
        const lastColumn = whole ? Number.POSITIVE_INFINITY : end.column;
        const region = {
            startLine: start.line,
            startColumn: this.#within(file, start.line, start.column),
            endLine: lastLine,
            endColumn: this.#within(file, lastLine, lastColumn, end.column),
        };
        return { physicalLocation: { artifactLocation: this.#artifact(file), region } };
    }
    /** A column that the line has, as far as the text is at hand: in a text inside another one columns are approximate. */
    #within(file, line, column, otherwise = column) {
        const text = this.lineOf(file, line);
        return text === undefined ? otherwise : Math.min(column, text.length + 1);
    }
    #wholeFile(path) {
        return { physicalLocation: { artifactLocation: this.#artifact(path), region: { startLine: 1 } } };
    }
    #artifact(path) {
        const inside = pathInRepository(path, this.checkout);
        if (inside === undefined)
            return { uri: (0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(this.checkout.workingDirectory, path)).href };
        return { uri: inside.split('/').map(encodePart).join('/'), uriBaseId: '%SRCROOT%' };
    }
    #fingerprint(finding) {
        const { location } = finding;
        const file = location ? (pathInRepository(location.file, this.checkout) ?? location.file) : '';
        const line = location && this.lineOf(location.file, location.start.line);
        const print = fingerprint(finding, file, line);
        const count = (this.#seen.get(print) ?? 0) + 1;
        this.#seen.set(print, count);
        return `${print}:${String(count)}`;
    }
}
/** One part of a path in a relative reference; half a surrogate pair has no encoding at all. */
function encodePart(part) {
    return encodeURIComponent(wellFormed(part));
}
function properties({ cause, help, evidence }) {
    const bag = {
        ...(cause === undefined ? {} : { cause }),
        ...(help === undefined ? {} : { help: oneLine(help) }),
        ...(evidence === undefined ? {} : { evidence: evidence.map(harmless) }),
    };
    return Object.keys(bag).length === 0 ? {} : { properties: bag };
}

;// CONCATENATED MODULE: ./src/report/paint.ts

/** A painter for a terminal that has colour, or one that does nothing. */
function painter(color) {
    return color ? (style, text) => (0,external_node_util_.styleText)(style, text, { validateStream: false }) : (_, text) => text;
}

;// CONCATENATED MODULE: ./src/report/closing-line.ts


/** The verdict of a run in one line, with what was counted. */
function closingLine(report, paint = painter(false)) {
    const counted = SEVERITIES.map((severity) => [report.findings.filter((finding) => finding.severity === severity).length, severity])
        .filter(([count]) => count > 0)
        .map(([count, severity]) => `${String(count)} ${severity}${count === 1 ? '' : 's'}`);
    const findings = [
        counted.length > 0 ? counted.join(', ') : 'no findings',
        ...(report.suppressed.length > 0 ? [`${String(report.suppressed.length)} suppressed`] : []),
    ].join(', ');
    const up = report.targets.filter(({ health }) => health === 'up').length;
    const proved = report.command === 'gate' ? `, ${String(up)} of ${String(report.targets.length)} targets up` : '';
    const files = `${String(report.files.length)} file${report.files.length === 1 ? '' : 's'}`;
    const verdict = paint(report.verdict === 'pass' ? 'green' : 'red', paint('bold', report.verdict.toUpperCase()));
    const seconds = (report.duration_ms / 1000).toFixed(1);
    return `${verdict} ${report.status}: ${findings} in ${files}${proved}, ${seconds} s`;
}

;// CONCATENATED MODULE: ./src/report/frame.ts

const WIDEST = 110;
const TAB = '    ';
/** The source line of a location with a caret under the range; nothing when the text is not at hand. */
function frame_frame(location, lineOf, style, paint) {
    const line = lineOf(location.file, location.start.line);
    if (line === undefined)
        return [];
    const { start, end } = location;
    const last = end.line === start.line ? Math.max(end.column, start.column + 1) : line.length + 1;
    const before = frame_expand(line.slice(0, start.column - 1));
    const marked = frame_expand(line.slice(start.column - 1, last - 1)) || ' ';
    const after = frame_expand(line.slice(last - 1));
    // A long line is cut to the part around the range.
    const from = Math.max(0, before.length - 40);
    const shown = `${from > 0 ? '…' : ''}${before.slice(from)}${marked}${after}`;
    const cut = shown.length > WIDEST ? `${shown.slice(0, WIDEST)}…` : shown;
    const indent = ' '.repeat(before.length - from + (from > 0 ? 1 : 0));
    const carets = '^'.repeat(Math.max(1, Math.min(marked.length, WIDEST - indent.length)));
    const number = String(start.line);
    const gutter = ' '.repeat(number.length);
    return [
        `  ${paint('cyan', `${number} │`)} ${oneLineKeepingIndent(cut)}`,
        `  ${paint('cyan', `${gutter} │`)} ${indent}${paint(style, carets)}`,
    ];
}
function frame_expand(text) {
    return text.replaceAll('\t', TAB);
}
function oneLineKeepingIndent(text) {
    const indent = /^ */.exec(text)?.[0] ?? '';
    return indent + oneLine(text);
}

;// CONCATENATED MODULE: ./src/report/table.ts

/** Columns aligned by two spaces; cells may be painted. */
function table(head, rows, paint) {
    const all = [head, ...rows];
    const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
    const render = (row) => row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd();
    return [paint('dim', render(head)), ...rows.map(render)].map((line) => `${line}\n`).join('');
}
function width(cell) {
    return (0,external_node_util_.stripVTControlCharacters)(cell).length;
}

;// CONCATENATED MODULE: ./src/report/text.ts






const STYLES = { error: 'red', warning: 'yellow', notice: 'cyan' };
/** Findings as a person reads them: what, where with the line and a caret, why, and what to do. */
function renderFindings(findings, sources, { color }) {
    const paint = painter(color);
    const lineOf = lines_linesOf(sources);
    return findings.map((finding) => `${renderFinding(finding, lineOf, paint).join('\n')}\n`).join('\n');
}
function renderFinding(finding, lineOf, paint) {
    const style = STYLES[finding.severity];
    const { location } = finding;
    const lines = [
        `${paint(style, finding.severity)}${paint('dim', `[${finding.code}]`)} ${paint('bold', oneLine(finding.message))}`,
    ];
    if (location) {
        lines.push(`  ${paint('cyan', '-->')} ${text_place(location)}`);
        lines.push(...frame_frame(location, lineOf, style, paint));
    }
    for (const related of finding.related) {
        lines.push(`  ${paint('cyan', '...')} ${text_place(related.location)}: ${oneLine(related.message)}`);
        lines.push(...frame_frame(related.location, lineOf, 'cyan', paint));
    }
    if (finding.cause)
        lines.push(`  ${paint('bold', 'cause:')} ${finding.cause}`);
    if (finding.help)
        lines.push(`  ${paint('bold', 'help:')} ${oneLine(finding.help)}`);
    for (const evidence of finding.evidence ?? []) {
        // Indented and barred: what others wrote cannot start a line.
        for (const line of harmless(evidence).split('\n'))
            lines.push(`  ${paint('dim', '│')} ${line}`);
    }
    return lines;
}
function text_place({ file, start }) {
    return `${file}:${String(start.line)}:${String(start.column)}`;
}
/** More findings than this nobody reads in a terminal. */
const MOST_FINDINGS = 100;
/** A whole run: findings, services, targets, and the verdict in one line. */
function renderGateText(report, sources, options) {
    const paint = painter(options.color);
    const worth = report.findings.filter(({ severity }) => options.notices === true || severity !== 'notice');
    const parts = [renderFindings(worth.slice(0, MOST_FINDINGS), sources, options)];
    if (worth.length > MOST_FINDINGS)
        parts.push(`${String(worth.length - MOST_FINDINGS)} more findings: see --format json\n`);
    if (report.services.length > 0)
        parts.push(servicesTable(report, paint));
    if (report.targets.length > 0)
        parts.push(targetsTable(report, paint));
    parts.push(`${closingLine(report, paint)}\n`);
    return parts.filter((part) => part !== '').join('\n');
}
function servicesTable({ services }, paint) {
    const rows = services.map(({ name, state, health, ready_after_ms, restarts, image }) => [
        name,
        mark(state === 'running' && health !== 'none' ? health : state, paint),
        ready_after_ms === undefined ? '-' : text_seconds(ready_after_ms),
        restarts === 0 ? '-' : String(restarts),
        image,
    ]);
    return table(['SERVICE', 'STATE', 'READY AFTER', 'RESTARTS', 'IMAGE'], rows, paint);
}
function targetsTable({ targets }, paint) {
    const rows = targets.map(({ job, target, health, first_up_after_ms, scrape_duration_ms, expected_from }) => [
        job,
        target,
        mark(health, paint),
        first_up_after_ms === undefined ? '-' : text_seconds(first_up_after_ms),
        scrape_duration_ms === undefined ? '-' : `${scrape_duration_ms.toFixed(1)} ms`,
        `${expected_from.file}:${String(expected_from.line)}`,
    ]);
    return table(['JOB', 'TARGET', 'HEALTH', 'FIRST UP', 'SCRAPE', 'EXPECTED FROM'], rows, paint);
}
const GOOD = new Set(['up', 'healthy', 'running']);
const BAD = new Set(['down', 'missing', 'unhealthy', 'exited', 'dead', 'restarting']);
function mark(word, paint) {
    return GOOD.has(word) ? paint('green', word) : paint(BAD.has(word) ? 'red' : 'yellow', word);
}
function text_seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./src/report/annotations.ts


/** GitHub cuts a message there. */
const annotations_LONGEST = 4096;
/**
 * The findings that a step may annotate: GitHub shows 10 of each severity a step and drops the rest in silence, so the last
 * place says how many there are more. Source: the runner's `_maxCountPerIssueType`.
 */
function selectAnnotations(findings, limit = 10) {
    const cut = { error: 0, warning: 0, notice: 0 };
    const shown = SEVERITIES.flatMap((severity) => {
        const all = findings.filter((finding) => finding.severity === severity);
        if (all.length <= limit)
            return all;
        cut[severity] = all.length - (limit - 1);
        return [...all.slice(0, limit - 1), more(severity, cut[severity])];
    });
    return { shown, cut };
}
function more(severity, count) {
    const message = `${String(count)} more ${severity}s are in the job summary and in report.json`;
    return { code: 'report/more', severity, stage: 'verify', message, related: [] };
}
/** A finding as the text of an annotation, which is read out of its context. */
function annotationText({ message, cause, help }) {
    const parts = [oneLine(message), ...(cause ? [`cause: ${cause}`] : []), ...(help ? [`help: ${oneLine(help)}`] : [])];
    const text = parts.join('\n');
    return text.length > annotations_LONGEST ? `${text.slice(0, annotations_LONGEST - 1)}…` : text;
}
/** The place of a finding. GitHub takes columns only for ranges within one line. */
function annotationPlace({ code, location }) {
    if (!location)
        return { title: code };
    const { file, start, end } = location;
    const lines = { title: code, file, startLine: start.line, endLine: end.line };
    if (start.line !== end.line)
        return lines;
    return { ...lines, startColumn: start.column, endColumn: Math.max(end.column, start.column + 1) };
}

;// CONCATENATED MODULE: ./src/report/workflow-commands.ts



/** The findings as commands of a workflow's log, which GitHub shows on the lines they are about; the last line is the verdict. */
function renderWorkflowCommands(report, checkout) {
    const errors = report.error === undefined ? [] : [command('error', { title: 'scrapegate' }, report.error)];
    // Our own error takes one of the places that a step has.
    const findings = report.findings.filter(({ message }) => message !== report.error);
    const { shown } = selectAnnotations(findings, 10 - errors.length);
    const lines = [...errors, ...shown.map((finding) => annotation(finding, checkout)), closingLine(report)];
    return `${lines.join('\n')}\n`;
}
function annotation(finding, checkout) {
    const { title, file, startLine, endLine, startColumn, endColumn } = annotationPlace(finding);
    const properties = {
        file: file === undefined ? undefined : (pathInRepository(file, checkout) ?? file),
        line: startLine,
        endLine,
        col: startColumn,
        endColumn,
        title,
    };
    return command(finding.severity, properties, annotationText(finding));
}
function command(name, properties, text) {
    const given = Object.entries(properties).flatMap(([key, value]) => value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`]);
    return `::${name} ${given.join(',')}::${escapeData(text)}`;
}
/** The runner undoes exactly these; a line break would end the command. */
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** Besides, a property ends at a comma and all of them at a colon. */
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./src/entry/render.ts






/** A result in the form that was asked for, as it is printed. */
function render(result, { format, color, failOnSeverity }) {
    const { report, sources } = result;
    switch (format) {
        case 'text':
            return renderGateText(report, sources, {
                color,
                notices: report.command === 'check' && failOnSeverity === 'notice',
            });
        case 'json':
            return `${JSON.stringify(report, undefined, 2)}\n`;
        case 'sarif':
            return renderSarif(report, sources, { checkout: checkout(), codes: KNOWN_CODES });
        case 'junit':
            // Only check has a limit of its own: a gate fails by what it proved, and every error of it is a failure.
            return renderJunit(report, { failsFrom: report.command === 'check' ? failOnSeverity : 'error' });
        case 'github':
            return renderWorkflowCommands(report, checkout());
    }
}
function checkout() {
    const workingDirectory = process.cwd();
    return { root: repositoryRoot(workingDirectory), workingDirectory };
}

;// CONCATENATED MODULE: ./src/report/html-style.ts
/** The style of the HTML report: light and dark by the reader's setting, readable on a phone. */
const STYLE = `
:root { color-scheme: light dark; --bg: #ffffff; --card: #f6f8fa; --text: #1f2328; --dim: #59636e; --line: #d1d9e0; --good: #1a7f37; --bad: #cf222e; --warn: #9a6700; --info: #0969da; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #0d1117; --card: #151b23; --text: #f0f6fc; --dim: #9198a1; --line: #3d444d; --good: #3fb950; --bad: #f85149; --warn: #d29922; --info: #4493f8; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 22px; line-height: 1.35; margin: 0 0 16px; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin: 32px 0 12px; }
h3 { font-size: 15px; margin: 4px 0; overflow-wrap: anywhere; }
.badge { color: var(--bg); background: var(--bad); border-radius: 6px; padding: 2px 10px; text-transform: uppercase; font-size: 16px; }
.pass .badge { background: var(--good); }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px; margin: 0; }
dl div { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; }
dt, .meta, footer { color: var(--dim); font-size: 13px; }
dd { margin: 0; font-size: 20px; font-weight: 600; }
article { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--info); border-radius: 8px; padding: 10px 14px; margin: 10px 0; }
article.error { border-left-color: var(--bad); } article.error strong { color: var(--bad); }
article.warning { border-left-color: var(--warn); } article.warning strong { color: var(--warn); }
article p { margin: 4px 0; } .help::before { content: "→ "; color: var(--dim); }
a { color: var(--info); } ul { margin: 4px 0; padding-left: 20px; }
code, pre { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; background: var(--bg); border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px; margin: 6px 0 0; white-space: pre-wrap; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th { text-align: left; color: var(--dim); font-weight: 500; font-size: 13px; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
.long { display: inline-block; white-space: normal; min-width: 220px; }
.good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
summary { cursor: pointer; color: var(--info); } footer { text-align: center; padding: 16px; }
svg { display: block; width: 100%; height: auto; min-width: 620px; } svg text { fill: var(--text); font-size: 12px; } svg .axis { fill: var(--dim); }
`;

;// CONCATENATED MODULE: ./src/report/timeline-svg.ts

const WIDTH = 1000;
const LABELS = 250;
const ROW = 24;
const timeline_svg_TOP = 22;
/** More rows than this make no picture that anybody can read. */
const MOST_ROWS = 80;
/** Stages, services and targets over the time of the run; empty for a run that started nothing. */
function timelineSvg(report) {
    const bars = barsOf(report).slice(0, MOST_ROWS);
    if (report.command === 'check' || bars.length === 0)
        return '';
    const endMs = Math.max(report.duration_ms, ...bars.map(({ toMs }) => toMs), 1);
    const x = (ms) => LABELS + (ms / endMs) * (WIDTH - LABELS - 60);
    const height = timeline_svg_TOP + bars.length * ROW + 6;
    const rows = bars.map((bar, index) => row(bar, timeline_svg_TOP + index * ROW, x));
    return `<div class="scroll"><svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="timeline of the run">
${axis(endMs, height, x)}
${rows.join('\n')}
</svg></div>`;
}
function barsOf(report) {
    const startedMs = Date.parse(report.started_at);
    const stages = report.stages.flatMap(({ name, status, started_at, duration_ms = 0 }) => {
        if (started_at === undefined)
            return [];
        const fromMs = Date.parse(started_at) - startedMs;
        const color = status === 'failed' ? 'var(--bad)' : 'var(--info)';
        return [{ label: name, fromMs, toMs: fromMs + duration_ms, color }];
    });
    const services = report.services.flatMap(({ name, ready_after_ms }) => ready_after_ms === undefined
        ? []
        : [{ label: `${name} ready`, fromMs: 0, toMs: ready_after_ms, color: 'var(--warn)' }]);
    const targets = report.targets.flatMap(({ job, first_up_after_ms }) => first_up_after_ms === undefined
        ? []
        : [{ label: `${job} first up`, fromMs: 0, toMs: first_up_after_ms, color: 'var(--good)' }]);
    return [...stages, ...services, ...targets];
}
function row({ label, fromMs, toMs, color }, y, x) {
    const shown = label.length > 36 ? `${label.slice(0, 35)}…` : label;
    const width = Math.max(x(toMs) - x(fromMs), 2);
    return `<text x="0" y="${String(y + 15)}">${escapeHtml(shown)}</text><rect x="${x(fromMs).toFixed(1)}" y="${String(y + 4)}" width="${width.toFixed(1)}" height="14" rx="3" fill="${color}"/><text class="axis" x="${(x(toMs) + 5).toFixed(1)}" y="${String(y + 15)}">${timeline_svg_seconds(toMs - fromMs)}</text>`;
}
/** Vertical lines at round seconds, at most eight of them. */
function axis(endMs, height, x) {
    const step = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600].find((candidate) => endMs / 1000 / candidate <= 8) ?? 1800;
    const ticks = Array.from({ length: Math.floor(endMs / 1000 / step) + 1 }, (_, index) => index * step);
    return ticks
        .map((tick) => {
        const at = x(tick * 1000).toFixed(1);
        return `<line x1="${at}" x2="${at}" y1="${String(timeline_svg_TOP)}" y2="${String(height)}" stroke="var(--line)"/><text class="axis" x="${at}" y="12" text-anchor="middle">${String(tick)} s</text>`;
    })
        .join('');
}
function timeline_svg_seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./src/report/html.ts




/** The report as one page that needs nothing else: no script, no font, no network. */
function renderHtml(report) {
    const title = `Scrapegate: ${report.verdict}`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body class="${report.verdict}">
<main>
${header(report)}
${section('Findings', report.findings.map(findingCard).join('\n'))}
${section('Suppressed', suppressedTable(report))}
${section('Timeline', timelineSvg(report))}
${section('Targets', html_targetsTable(report))}
${section('Services', html_servicesTable(report))}
${section('Files', filesTable(report))}
</main>
<footer>scrapegate ${escapeHtml(report.tool.version)} · ${escapeHtml(report.started_at)}</footer>
</body>
</html>
`;
}
function section(title, content) {
    return content === '' ? '' : `<section><h2>${title}</h2>\n${content}\n</section>`;
}
function header(report) {
    const up = report.targets.filter(({ health }) => health === 'up').length;
    const healthy = report.services.filter(({ state, health }) => state === 'running' && health !== 'unhealthy').length;
    const [worst] = report.findings;
    const reason = report.error ?? (report.verdict === 'pass' ? undefined : worst?.message);
    const facts = [
        [report.status, 'stack'],
        ...(report.command === 'gate' ? [[`${String(up)} / ${String(report.targets.length)}`, 'targets up']] : []),
        ...(report.services.length > 0
            ? [[`${String(healthy)} / ${String(report.services.length)}`, 'services running']]
            : []),
        [html_seconds(report.duration_ms), 'duration'],
    ];
    const tiles = facts.map(([value = '', label = '']) => `<div><dt>${label}</dt><dd>${escapeHtml(value)}</dd></div>`);
    return `<header>
<h1><span class="badge">${report.verdict}</span> ${reason === undefined ? 'Prometheus scrapes every expected target.' : escapeHtml(reason)}</h1>
<dl>${tiles.join('')}</dl>
</header>`;
}
function findingCard({ severity, code, message, cause, location, related, help, docs_url, evidence }) {
    const place = location ? `${location.file}:${String(location.start.line)}:${String(location.start.column)}` : '';
    const name = docs_url === undefined ? escapeHtml(code) : `<a href="${escapeHtml(docs_url)}">${escapeHtml(code)}</a>`;
    const others = related.map((one) => `<li><code>${escapeHtml(`${one.location.file}:${String(one.location.start.line)}`)}</code> ${escapeHtml(one.message)}</li>`);
    return `<article class="${severity}">
<p class="meta"><strong>${severity}</strong> ${name} <code>${escapeHtml(place)}</code></p>
<h3>${escapeHtml(message)}</h3>
${html_why(message, cause)}
${help === undefined ? '' : `<p class="help">${escapeHtml(help)}</p>`}
${others.length === 0 ? '' : `<ul>${others.join('')}</ul>`}
${evidence === undefined ? '' : `<details><summary>Evidence</summary><pre>${escapeHtml(evidence.join('\n'))}</pre></details>`}
</article>`;
}
function suppressedTable({ suppressed }) {
    const rows = suppressed.map(({ finding: { code, message, location }, kind, reason }) => [
        escapeHtml(code),
        `<code>${escapeHtml(location ? `${location.file}:${String(location.start.line)}` : '')}</code>`,
        `<span class="long">${escapeHtml(message)}</span>`,
        `<span class="long">${escapeHtml(reason)}</span>`,
        kind,
    ]);
    return html_table(['code', 'place', 'finding', 'why it does not count', 'by'], rows);
}
function html_targetsTable({ targets }) {
    const someError = targets.some(({ last_error }) => last_error !== undefined);
    const rows = targets.map((target) => [
        escapeHtml(target.job),
        `<code>${escapeHtml(target.target)}</code>`,
        state(target.health, target.health === 'up'),
        target.first_up_after_ms === undefined ? '' : html_seconds(target.first_up_after_ms),
        target.scrape_duration_ms === undefined ? '' : `${target.scrape_duration_ms.toFixed(1)} ms`,
        `<code>${escapeHtml(`${target.expected_from.file}:${String(target.expected_from.line)}`)}</code>`,
        ...(someError ? [`<span class="long">${escapeHtml(target.last_error ?? '')}</span>`] : []),
    ]);
    const head = ['job', 'target', 'health', 'first up after', 'scrape', 'expected from'];
    return html_table(someError ? [...head, 'last error'] : head, rows);
}
function html_servicesTable({ services }) {
    const rows = services.map((service) => [
        escapeHtml(service.name),
        state(service.state === 'running' && service.health !== 'none' ? service.health : service.state, service.health === 'healthy' || (service.state === 'running' && service.health === 'none')),
        service.ready_after_ms === undefined ? '' : html_seconds(service.ready_after_ms),
        String(service.restarts),
        `<code>${escapeHtml(service.image)}</code>`,
        service.logs_tail?.length
            ? `<details><summary>last log lines</summary><pre>${escapeHtml(service.logs_tail.join('\n'))}</pre></details>`
            : '',
    ]);
    return html_table(['service', 'state', 'ready after', 'restarts', 'image', ''], rows);
}
function filesTable({ files }) {
    const rows = files.map(({ path, kind, errors, warnings }) => [
        `<code>${escapeHtml(path)}</code>`,
        escapeHtml(kind),
        String(errors),
        String(warnings),
    ]);
    return html_table(['file', 'kind', 'errors', 'warnings'], rows);
}
function state(word, good) {
    return `<span class="${good ? 'good' : 'bad'}">${escapeHtml(word)}</span>`;
}
function html_table(head, rows) {
    if (rows.length === 0)
        return '';
    const cells = (row, tag) => row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
    const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
    return `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead>\n<tbody>${body}</tbody></table></div>`;
}
function html_seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}
/** The cause in words, unless the message says it already. */
function html_why(message, cause) {
    const title = cause === undefined ? undefined : cause_CAUSES[cause].title;
    return title === undefined || message.includes(title) ? '' : `<p>Cause: ${escapeHtml(title)}.</p>`;
}

;// CONCATENATED MODULE: ./src/report/diagrams.ts

/** More nodes than this make no picture that anybody can read. */
const MOST_NODES = 60;
/** A Mermaid flowchart: who waits for whom (dotted), whom Prometheus scrapes (solid, marked by health). */
function topology({ services, targets }, prometheus) {
    if (services.length === 0 || services.length > MOST_NODES)
        return undefined;
    const ids = new Map(services.map(({ name }, index) => [name, `s${String(index)}`]));
    const lines = ['flowchart LR'];
    for (const service of services) {
        lines.push(`  ${ids.get(service.name) ?? ''}["${diagrams_label(service.name)}"]:::${shade(service)}`);
    }
    for (const { name, depends_on } of services) {
        for (const other of depends_on)
            if (ids.has(other))
                lines.push(`  ${ids.get(name) ?? ''} -.-> ${ids.get(other) ?? ''}`);
    }
    const from = prometheus === undefined ? undefined : ids.get(prometheus);
    let edges = 0;
    const links = [];
    for (const [index, { job, target, health, service }] of targets.entries()) {
        if (from === undefined || index >= MOST_NODES)
            break;
        const known = service === undefined ? undefined : ids.get(service);
        const to = known ?? `t${String(index)}["${diagrams_label(target)}"]`;
        lines.push(`  ${from} ==>|"${diagrams_label(`${job}: ${health}`)}"| ${to}`);
        links.push(health === 'up' ? '#1a7f37' : '#cf222e');
        edges++;
    }
    const dotted = lines.filter((line) => line.includes('-.->')).length;
    for (let edge = 0; edge < edges; edge++)
        lines.push(`  linkStyle ${String(dotted + edge)} stroke:${links[edge] ?? ''}`);
    lines.push('  classDef good stroke:#1a7f37,stroke-width:2px', '  classDef bad stroke:#cf222e,stroke-width:2px', '  classDef idle stroke-dasharray:4');
    return lines.join('\n');
}
function shade({ state, health }) {
    if (health === 'healthy' || (health === 'none' && state === 'running'))
        return 'good';
    return state === 'not started' ? 'idle' : 'bad';
}
/** Mermaid's own escapes: a quote would end the label, a hash start an entity. */
function diagrams_label(text) {
    return oneLine(text)
        .replaceAll('#', '#35;')
        .replaceAll('"', '#quot;')
        .replaceAll('<', '#lt;')
        .replaceAll('`', '#96;')
        .slice(0, 60);
}
/** A Mermaid gantt chart of the run: stages, when each service was ready, when each target was first up. */
function timeline(report) {
    const startedMs = Date.parse(report.started_at);
    const stages = report.stages.flatMap(({ name, status, started_at, duration_ms }) => started_at === undefined
        ? []
        : [bar(name, Date.parse(started_at) - startedMs, duration_ms ?? 0, status === 'failed')]);
    if (stages.length === 0 || report.command === 'check')
        return undefined;
    const services = report.services
        .slice(0, MOST_NODES)
        .flatMap(({ name, ready_after_ms }) => (ready_after_ms === undefined ? [] : [bar(name, 0, ready_after_ms, false)]));
    const targets = report.targets
        .slice(0, MOST_NODES)
        .flatMap(({ job, first_up_after_ms }) => first_up_after_ms === undefined ? [] : [bar(job, 0, first_up_after_ms, false)]);
    return [
        'gantt',
        '  dateFormat x',
        '  axisFormat %M:%S',
        '  section stages',
        ...stages,
        ...(services.length > 0 ? ['  section service ready', ...services] : []),
        ...(targets.length > 0 ? ['  section target first up', ...targets] : []),
    ].join('\n');
}
/** Gantt names end at a colon and may hold neither hash nor semicolon. */
function bar(name, fromMs, durationMs, failed) {
    const plain = oneLine(name)
        .replaceAll(/[:;#,]/g, ' ')
        .slice(0, 40);
    return `  ${plain} :${failed ? 'crit, ' : ''}${String(Math.round(fromMs))}, ${String(Math.round(fromMs + Math.max(durationMs, 1)))}`;
}

;// CONCATENATED MODULE: ./src/report/markdown.ts

/** Text of others in a table cell or a sentence: no markup of theirs has an effect, and nobody is mentioned. */
function escapeMarkdown(text) {
    return oneLine(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
        .replaceAll('@', '@\u200b')
        .replaceAll('://', ':\u200b//');
}
/** Text of others as code in a table cell. */
function code(text) {
    const plain = oneLine(text).replaceAll('|', '\\|');
    const ticks = '`'.repeat(longestRun(plain) + 1);
    const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
    return plain === '' ? '' : `${ticks}${pad}${plain}${pad}${ticks}`;
}
/** A fenced block that its content cannot close. */
function fenced(lines, language = '') {
    const body = harmless(lines.join('\n'));
    const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${fence}${language}\n${body}\n${fence}`;
}
function longestRun(text) {
    return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
/** A table of cells that are already escaped. */
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

;// CONCATENATED MODULE: ./src/report/summary.ts



/** GitHub drops a step's whole summary above 1 MiB; this stays below it. */
const LIMIT_BYTES = 1_000_000;
const SIGN = { pass: '✅', fail: '❌', error: '⚠️' };
const summary_MARK = { error: '❌ error', warning: '⚠️ warning', notice: 'ℹ️ notice' };
/** The report as a job summary in GitHub's Markdown. Sections that would pass the limit are left out, and it says so. */
function renderSummary(report, { limitBytes = LIMIT_BYTES } = {}) {
    const sections = [
        headline(report),
        findings(report),
        suppressed(report),
        summary_services(report),
        targets(report),
        diagram('Topology', topology(report, prometheusOf(report))),
        diagram('Timeline', timeline(report)),
        logs(report),
    ].filter((section) => section !== '');
    return fit(sections, limitBytes);
}
function fit(sections, limitBytes) {
    const note = '\n\n_The summary is cut at its size limit; report.json has all of it._\n';
    let text = '';
    for (const section of sections) {
        const next = text === '' ? section : `${text}\n\n${section}`;
        if (Buffer.byteLength(next) + Buffer.byteLength(note) > limitBytes)
            return text + note;
        text = next;
    }
    return `${text}\n`;
}
function headline(report) {
    const up = report.targets.filter(({ health }) => health === 'up').length;
    const proof = report.command === 'gate'
        ? `${String(up)} of ${String(report.targets.length)} expected targets are up.`
        : `${String(report.files.length)} files were checked.`;
    const [worst] = report.findings;
    const reason = report.error ?? (report.verdict === 'pass' ? undefined : worst?.message);
    return [
        `## ${SIGN[report.verdict] ?? ''} Scrapegate: ${report.verdict}, stack ${report.status}`,
        '',
        `${proof} The run took ${summary_seconds(report.duration_ms)}.${reason === undefined ? '' : ` **${escapeMarkdown(reason)}**`}`,
    ].join('\n');
}
/** More rows than this nobody reads in a summary; report.json has them. */
const summary_MOST_ROWS = 200;
function findings({ findings: all }) {
    if (all.length === 0)
        return '';
    const rows = all.slice(0, summary_MOST_ROWS).map((finding) => [summary_MARK[finding.severity], where(finding), what(finding)]);
    const more = all.length > summary_MOST_ROWS ? `\n\n_${String(all.length - summary_MOST_ROWS)} more findings are in report.json._` : '';
    return `### Findings\n\n${markdownTable(['', 'where', 'what, why and what to do'], rows)}${more}`;
}
function where({ location, code: name }) {
    const place = location ? code(`${location.file}:${String(location.start.line)}`) : '';
    return `${place}<br><sub>${escapeMarkdown(name)}</sub>`;
}
function what({ message, cause, help, docs_url }) {
    const title = cause === undefined ? undefined : cause_CAUSES[cause].title;
    const why = title === undefined || message.includes(title) ? '' : `<br>Cause: ${escapeMarkdown(title)}.`;
    const todo = help === undefined ? '' : `<br>→ ${escapeMarkdown(help)}`;
    const page = docs_url === undefined ? '' : ` ([page](${docs_url}))`;
    return `**${escapeMarkdown(message)}**${why}${todo}${page}`;
}
function suppressed({ suppressed: all }) {
    if (all.length === 0)
        return '';
    const rows = all
        .slice(0, summary_MOST_ROWS)
        .map(({ finding, kind, reason }) => [
        where(finding),
        escapeMarkdown(finding.message),
        `${escapeMarkdown(reason)}<br><sub>${kind}</sub>`,
    ]);
    const count = `${String(all.length)} suppressed finding${all.length === 1 ? '' : 's'}`;
    const table = markdownTable(['where', 'what', 'why it does not count'], rows);
    return `<details><summary>${count}</summary>\n\n${table}\n\n</details>`;
}
function summary_services({ services: all }) {
    if (all.length === 0)
        return '';
    const rows = all
        .slice(0, summary_MOST_ROWS)
        .map(({ name, state, health, ready_after_ms, restarts, exit_code, image }) => [
        escapeMarkdown(name),
        health === 'none' ? state : `${state}, ${health}`,
        ready_after_ms === undefined ? '' : summary_seconds(ready_after_ms),
        String(restarts),
        exit_code === undefined ? '' : String(exit_code),
        code(image),
    ]);
    return `### Services\n\n${markdownTable(['service', 'state', 'ready after', 'restarts', 'exit code', 'image'], rows)}`;
}
function targets({ targets: all }) {
    if (all.length === 0)
        return '';
    const rows = all
        .slice(0, summary_MOST_ROWS)
        .map((target) => [
        escapeMarkdown(target.job),
        escapeMarkdown(target.target),
        target.health === 'up' ? '✅ up' : `❌ ${target.health}`,
        target.first_up_after_ms === undefined ? '' : summary_seconds(target.first_up_after_ms),
        target.scrape_duration_ms === undefined ? '' : `${target.scrape_duration_ms.toFixed(1)} ms`,
        code(`${target.expected_from.file}:${String(target.expected_from.line)}`),
        escapeMarkdown(target.last_error ?? ''),
    ]);
    const head = ['job', 'target', 'health', 'first up after', 'scrape', 'expected from', 'last error'];
    return `### Targets\n\n${markdownTable(head, rows)}`;
}
function diagram(title, mermaid) {
    return mermaid === undefined ? '' : `### ${title}\n\n${fenced(mermaid.split('\n'), 'mermaid')}`;
}
function logs({ services: all }) {
    const parts = all.flatMap(({ name, logs_tail }) => logs_tail && logs_tail.length > 0
        ? [`<details><summary>Last log lines of ${escapeMarkdown(name)}</summary>\n\n${fenced(logs_tail)}\n\n</details>`]
        : []);
    return parts.join('\n\n');
}
/** The service that scrapes itself, or the one whose name says so: good enough for a picture. */
function prometheusOf({ services: all, targets: scraped }) {
    const itself = scraped.find(({ target }) => /^(?:localhost|127\.0\.0\.1)[:]/.test(target))?.service;
    return itself ?? all.find(({ name, image }) => /prometheus/.test(name) || /prometheus/.test(image))?.name;
}
function summary_seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./src/entry/write-report.ts






/** Writes the report in all its forms. Throws EnvironmentError when the directory cannot be written. */
function writeReport(result, directory, { failOnSeverity } = { failOnSeverity: 'error' }) {
    const { report } = result;
    const as = (format) => render(result, { format, failOnSeverity, color: false });
    const files = {
        'report.json': as('json'),
        'scrapegate.sarif': as('sarif'),
        'junit.xml': as('junit'),
        'summary.md': renderSummary(report),
        'report.html': renderHtml(report),
    };
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.resolve)(directory), { recursive: true });
        for (const [name, text] of Object.entries(files))
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.resolve)(directory, name), text);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new errors/* EnvironmentError */.e(`the report cannot be written to "${directory}" (${why}): name another place with --report-dir`);
    }
    const at = (name) => (0,external_node_path_.join)(directory, name);
    return {
        report: at('report.json'),
        summary: at('summary.md'),
        sarif: at('scrapegate.sarif'),
        junit: at('junit.xml'),
    };
}

;// CONCATENATED MODULE: ./src/entry/cli-main.ts

















const COMMANDS = ['check', 'gate'];
/** Forms that a program reads: it gets one also when there is nothing to report but the refusal. */
const MACHINE_FORMATS = ['json', 'sarif', 'junit', 'github'];
const DEFAULT_SETTINGS_FILE = '.scrapegate.yml';
/** The command line. Resolves to the exit code; never rejects. */
async function main(argv) {
    const parsed = cli_main_parse(argv);
    if (parsed.flags['help'] === true)
        return print(help_HELP);
    if (parsed.flags['version'] === true)
        return print(`scrapegate ${VERSION}\n`);
    try {
        return await execute(settingsOf(parsed));
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (!(error instanceof errors/* UsageError */.N))
            return complain(message, 3);
        return refuse(parsed, message);
    }
}
/** A bad option or settings file: said on one line, and reported like everything else when the command is known. */
function refuse({ positionals, flags }, message) {
    const command = COMMANDS.find((name) => name === positionals[0]);
    if (command) {
        const result = refused(command, message, { clock: systemClock, version: VERSION });
        const directory = flags['report-dir'];
        if (command === 'gate')
            writeReport(result, typeof directory === 'string' && directory !== '' ? directory : DEFAULT_REPORT_DIR);
        const format = MACHINE_FORMATS.find((name) => name === flags['format']);
        if (format)
            print(render(result, { format, color: false, failOnSeverity: 'error' }));
    }
    return complain(message, 2);
}
function complain(message, exitCode) {
    process.stderr.write(`scrapegate: ${message}\n`);
    return exitCode;
}
function cli_main_parse(argv) {
    const options = {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        settings: { type: 'string' },
        ...Object.fromEntries(LISTS.map((name) => [name, { type: 'string', multiple: true }])),
        ...Object.fromEntries(TEXTS.map((name) => [name, { type: 'string' }])),
        ...Object.fromEntries(SWITCHES.map((name) => [name, { type: 'boolean' }])),
    };
    const { values, positionals } = (0,external_node_util_.parseArgs)({
        args: [...argv],
        options,
        strict: false,
        allowPositionals: true,
        allowNegative: true,
    });
    return { positionals, flags: values };
}
function settingsOf({ positionals, flags }) {
    const [command, ...paths] = positionals;
    if (command === undefined)
        throw new errors/* UsageError */.N(`a command is missing, expected ${COMMANDS.join(' or ')}; see scrapegate --help`);
    const known = COMMANDS.find((name) => name === command);
    if (!known) {
        const similar = nearest(command, COMMANDS);
        throw new errors/* UsageError */.N(`unknown command "${command}", expected ${COMMANDS.join(' or ')}${similar ? `; did you mean "${similar}"?` : ''}`);
    }
    const { settings: settingsFile, ...options } = flags;
    if (settingsFile === true)
        throw new errors/* UsageError */.N('--settings needs the path of a settings file');
    const file = typeof settingsFile === 'string' ? settingsFile : DEFAULT_SETTINGS_FILE;
    const fromFile = readSettingsFile((0,external_node_path_.resolve)(file), file, settingsFile !== undefined, new NodeFiles());
    const resolved = resolveSettings(known, paths.length > 0 ? paths : ['.'], [
        { label: (name) => `--${name}`, options: options },
        { label: (name) => `"${name}" in ${file}`, options: fromFile.options },
    ], { color: isTerminal() && !process.env['NO_COLOR'], ignores: fromFile.ignores });
    // After the options, since the value of an unknown one looks like an argument.
    if (known === 'gate' && paths.length > 1)
        throw new errors/* UsageError */.N(`unexpected argument "${paths[1] ?? ''}": gate takes one directory`);
    return resolved;
}
async function execute(settings) {
    const loud = !settings.quiet && settings.command === 'gate';
    const progress = loud ? new PlainProgress((text) => process.stderr.write(text)) : silentProgress;
    let project;
    const ports = realPorts(settings, progress, {
        tearDown: 'now',
        announceProject: (name) => {
            project = name;
        },
    });
    // check has nothing to clean up: a signal may end it at once.
    const cancel = settings.command === 'gate' ? cancelOnSignals() : new AbortController().signal;
    const result = await run(settings, ports, cancel);
    const wroteBaseline = result.newBaseline !== undefined && settings.baseline !== undefined;
    if (wroteBaseline)
        writeAtomically(settings.baseline, result.newBaseline);
    const written = settings.command === 'gate' ? writeReport(result, settings.reportDir, settings) : undefined;
    const { error } = result.report;
    if (error !== undefined)
        complain(error, 3);
    if (settings.format !== 'text' || error === undefined) {
        if (loud && settings.format === 'text')
            process.stderr.write('\n');
        print(render(result, settings));
    }
    if (wroteBaseline && settings.format === 'text')
        print(`baseline: ${settings.baseline ?? ''}\n`);
    if (written && settings.format === 'text')
        print(`report: ${written.report}\n`);
    if (settings.keep && project !== undefined && settings.format === 'text') {
        print(`the stack is left running; remove it with: docker compose -p ${project} down -v\n`);
    }
    return result.exitCode;
}
function print(text) {
    writeToStdout(text);
    return 0;
}


/***/ }),

/***/ 7206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ UsageError),
/* harmony export */   e: () => (/* binding */ EnvironmentError)
/* harmony export */ });
/** A bad option, argument or settings file: exit code 2, one line, before anything starts. */
class UsageError extends Error {
    name = 'UsageError';
}
/** The environment cannot run the gate: exit code 3. The message says what to do. */
class EnvironmentError extends Error {
    name = 'EnvironmentError';
}


/***/ }),

/***/ 829:
/***/ ((module) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */
module.exports = JSON.parse("{\"$id\":\"urn:scrapegate:blackbox\",\"title\":\"configuration of blackbox_exporter up to 0.28\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"modules\":{\"description\":\"the modules, by name\",\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/module\"}}},\"definitions\":{\"module\":{\"description\":\"how to probe\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"prober\":{\"$ref\":\"#/definitions/text\",\"description\":\"http, tcp, dns, icmp, grpc or unix\"},\"timeout\":{\"$ref\":\"#/definitions/go_duration\",\"description\":\"when to give up (default: the scrape timeout)\"},\"http\":{\"$ref\":\"#/definitions/http\"},\"tcp\":{\"$ref\":\"#/definitions/tcp\"},\"dns\":{\"$ref\":\"#/definitions/dns\"},\"icmp\":{\"$ref\":\"#/definitions/icmp\"},\"grpc\":{\"$ref\":\"#/definitions/grpc\"},\"unix\":{\"$ref\":\"#/definitions/unix\"}}},\"text\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"]},\"go_duration\":{\"type\":[\"string\",\"null\"],\"x-kind\":\"go-duration\"},\"http\":{\"description\":\"probes by HTTP\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"valid_status_codes\":{\"description\":\"status codes of a success (default 2xx)\",\"type\":[\"array\",\"null\"],\"items\":{\"type\":[\"number\",\"null\"],\"x-kind\":\"status-code\"}},\"valid_http_versions\":{\"$ref\":\"#/definitions/text_list\",\"description\":\"HTTP versions of a success, such as HTTP/1.1\"},\"preferred_ip_protocol\":{\"$ref\":\"#/definitions/ip_protocol\",\"description\":\"ip4 or ip6 (default ip6)\"},\"ip_protocol_fallback\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"take the other protocol when the target lacks the preferred one (default true)\"},\"skip_resolve_phase_with_proxy\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"leave the target's name to the proxy\"},\"no_follow_redirects\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"old form of follow_redirects: false\"},\"fail_if_ssl\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"fail when the target speaks TLS\"},\"fail_if_not_ssl\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"fail when the target does not speak TLS\"},\"method\":{\"$ref\":\"#/definitions/text\",\"description\":\"HTTP method (default GET)\"},\"headers\":{\"description\":\"headers of the request\",\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/text\"}},\"fail_if_body_matches_regexp\":{\"$ref\":\"#/definitions/regex_list\",\"description\":\"fail when the body matches one of these\"},\"fail_if_body_not_matches_regexp\":{\"$ref\":\"#/definitions/regex_list\",\"description\":\"fail when the body does not match each of these\"},\"fail_if_body_json_matches_cel\":{\"$ref\":\"#/definitions/cel\",\"description\":\"fail when this CEL expression holds for the body\"},\"fail_if_body_json_not_matches_cel\":{\"$ref\":\"#/definitions/cel\",\"description\":\"fail when this CEL expression does not hold for the body\"},\"fail_if_header_matches\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/header_match\"},\"description\":\"fail when one of these headers matches\"},\"fail_if_header_not_matches\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/header_match\"},\"description\":\"fail when one of these headers does not match\"},\"body\":{\"$ref\":\"#/definitions/text\",\"description\":\"body of the request\"},\"body_file\":{\"$ref\":\"#/definitions/file\",\"description\":\"file with the body of the request\"},\"compression\":{\"$ref\":\"#/definitions/text\",\"description\":\"how the response is compressed: gzip, br, deflate or identity\"},\"body_size_limit\":{\"$ref\":\"#/definitions/body_size\",\"description\":\"longest body to read, such as 10MB\"},\"basic_auth\":{\"$ref\":\"#/definitions/basic_auth\"},\"authorization\":{\"$ref\":\"#/definitions/authorization\"},\"oauth2\":{\"$ref\":\"#/definitions/oauth2\"},\"bearer_token\":{\"$ref\":\"#/definitions/secret\",\"description\":\"old form of authorization.credentials\"},\"bearer_token_file\":{\"$ref\":\"#/definitions/file\",\"description\":\"old form of authorization.credentials_file\"},\"follow_redirects\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"follow HTTP 3xx redirects (default true)\"},\"enable_http2\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"use HTTP/2 when the server offers it\"},\"tls_config\":{\"$ref\":\"#/definitions/tls_config\"},\"http_headers\":{\"$ref\":\"#/definitions/http_headers\"},\"proxy_url\":{\"$ref\":\"#/definitions/url\",\"description\":\"proxy to send the requests through\"},\"no_proxy\":{\"$ref\":\"#/definitions/text\",\"description\":\"comma-separated hosts, addresses and networks that bypass the proxy\"},\"proxy_from_environment\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"take the proxy from HTTP_PROXY, HTTPS_PROXY and NO_PROXY\"},\"proxy_connect_header\":{\"description\":\"headers to send to the proxy when it connects\",\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/text_list\"}},\"enable_http3\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"probe by HTTP/3; enable_http2 must be false then\"}}},\"tcp\":{\"description\":\"probes by TCP\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"preferred_ip_protocol\":{\"$ref\":\"#/definitions/ip_protocol\",\"description\":\"ip4 or ip6 (default ip6)\"},\"ip_protocol_fallback\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"take the other protocol when the target lacks the preferred one (default true)\"},\"source_ip_address\":{\"$ref\":\"#/definitions/text\",\"description\":\"address to probe from\"},\"query_response\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/query_response\"},\"description\":\"the conversation, step by step\"},\"tls\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"speak TLS\"},\"tls_config\":{\"$ref\":\"#/definitions/tls_config\"}}},\"dns\":{\"description\":\"probes by DNS\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"preferred_ip_protocol\":{\"$ref\":\"#/definitions/ip_protocol\",\"description\":\"ip4 or ip6 (default ip6)\"},\"ip_protocol_fallback\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"take the other protocol when the target lacks the preferred one (default true)\"},\"source_ip_address\":{\"$ref\":\"#/definitions/text\",\"description\":\"address to probe from\"},\"dns_over_tls\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"speak DNS over TLS\"},\"tls_config\":{\"$ref\":\"#/definitions/tls_config\"},\"transport_protocol\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"transport-protocol\",\"description\":\"udp or tcp (default udp)\"},\"query_name\":{\"$ref\":\"#/definitions/filled\",\"description\":\"the name to ask for\"},\"query_type\":{\"description\":\"the type to ask for (default ANY)\",\"enum\":[\"A\",\"NS\",\"MD\",\"MF\",\"CNAME\",\"SOA\",\"MB\",\"MG\",\"MR\",\"NULL\",\"PTR\",\"HINFO\",\"MINFO\",\"MX\",\"TXT\",\"RP\",\"AFSDB\",\"X25\",\"ISDN\",\"RT\",\"NSAP-PTR\",\"SIG\",\"KEY\",\"PX\",\"GPOS\",\"AAAA\",\"LOC\",\"NXT\",\"EID\",\"NIMLOC\",\"SRV\",\"ATMA\",\"NAPTR\",\"KX\",\"CERT\",\"DNAME\",\"OPT\",\"APL\",\"DS\",\"SSHFP\",\"IPSECKEY\",\"RRSIG\",\"NSEC\",\"DNSKEY\",\"DHCID\",\"NSEC3\",\"NSEC3PARAM\",\"TLSA\",\"SMIMEA\",\"HIP\",\"NINFO\",\"RKEY\",\"TALINK\",\"CDS\",\"CDNSKEY\",\"OPENPGPKEY\",\"CSYNC\",\"ZONEMD\",\"SVCB\",\"HTTPS\",\"SPF\",\"UINFO\",\"UID\",\"GID\",\"UNSPEC\",\"NID\",\"L32\",\"L64\",\"LP\",\"EUI48\",\"EUI64\",\"NXNAME\",\"TKEY\",\"TSIG\",\"IXFR\",\"AXFR\",\"MAILB\",\"MAILA\",\"ANY\",\"URI\",\"CAA\",\"AVC\",\"AMTRELAY\",\"RESINFO\",\"TA\",\"DLV\",\"Reserved\",\"None\",\"\",null]},\"query_class\":{\"description\":\"the class to ask for (default IN)\",\"enum\":[\"IN\",\"CS\",\"CH\",\"HS\",\"NONE\",\"ANY\",\"\",null]},\"recursion_desired\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"ask the server to ask others (default true)\"},\"valid_rcodes\":{\"description\":\"answers of a success (default NOERROR)\",\"type\":[\"array\",\"null\"],\"items\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"rcode\"}},\"validate_answer_rrs\":{\"$ref\":\"#/definitions/rr_validator\",\"description\":\"what the answer must hold\"},\"validate_authority_rrs\":{\"$ref\":\"#/definitions/rr_validator\",\"description\":\"what the authority section must hold\"},\"validate_additional_rrs\":{\"$ref\":\"#/definitions/rr_validator\",\"description\":\"what the additional section must hold\"}},\"required\":[\"query_name\"]},\"icmp\":{\"description\":\"probes by ping\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"preferred_ip_protocol\":{\"$ref\":\"#/definitions/ip_protocol\",\"description\":\"ip4 or ip6 (default ip6)\"},\"ip_protocol_fallback\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"take the other protocol when the target lacks the preferred one (default true)\"},\"source_ip_address\":{\"$ref\":\"#/definitions/text\",\"description\":\"address to probe from\"},\"payload_size\":{\"$ref\":\"#/definitions/integer\",\"description\":\"bytes to send\"},\"dont_fragment\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"forbid routers to split the packet\"},\"ttl\":{\"description\":\"most hops, from 0 to 255\",\"type\":[\"number\",\"null\"],\"minimum\":0,\"maximum\":255}}},\"grpc\":{\"description\":\"probes by gRPC's health protocol\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"service\":{\"$ref\":\"#/definitions/text\",\"description\":\"service to ask the health of\"},\"tls\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"speak TLS\"},\"tls_config\":{\"$ref\":\"#/definitions/tls_config\"},\"preferred_ip_protocol\":{\"$ref\":\"#/definitions/ip_protocol\",\"description\":\"ip4 or ip6 (default ip6)\"},\"ip_protocol_fallback\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"take the other protocol when the target lacks the preferred one (default true)\"},\"metadata\":{\"description\":\"metadata of the request\",\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/text_list\"}}}},\"unix\":{\"description\":\"probes a Unix socket\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"query_response\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/query_response\"},\"description\":\"the conversation, step by step\"},\"tls\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"speak TLS\"},\"tls_config\":{\"$ref\":\"#/definitions/tls_config\"}}},\"query_response\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"expect\":{\"$ref\":\"#/definitions/regex\",\"description\":\"what the target's line must match\"},\"expect_bytes\":{\"$ref\":\"#/definitions/text\",\"description\":\"bytes the target must send\"},\"labels\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/label\"},\"description\":\"labels of probe_expect_info, from what was matched\"},\"send\":{\"$ref\":\"#/definitions/text\",\"description\":\"what to send; ${1} is what was matched\"},\"starttls\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"start TLS after this step\"}}},\"boolean\":{\"description\":\"true or false\",\"type\":[\"boolean\",\"string\",\"null\"],\"pattern\":\"^(y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$\"},\"tls_config\":{\"description\":\"TLS of the requests\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"ca\":{\"$ref\":\"#/definitions/text\",\"description\":\"CA certificate as text, in place of ca_file\"},\"ca_file\":{\"$ref\":\"#/definitions/file\",\"description\":\"CA certificate that the server's certificate must be signed by\"},\"ca_ref\":{\"$ref\":\"#/definitions/text\",\"description\":\"CA certificate, by its name in a secret manager\"},\"cert\":{\"$ref\":\"#/definitions/text\",\"description\":\"client certificate as text, in place of cert_file\"},\"cert_file\":{\"$ref\":\"#/definitions/file\",\"description\":\"client certificate\"},\"cert_ref\":{\"$ref\":\"#/definitions/text\",\"description\":\"client certificate, by its name in a secret manager\"},\"key\":{\"$ref\":\"#/definitions/secret\",\"description\":\"key of the client certificate as text, in place of key_file\"},\"key_file\":{\"$ref\":\"#/definitions/file\",\"description\":\"key of the client certificate\"},\"key_ref\":{\"$ref\":\"#/definitions/text\",\"description\":\"key of the client certificate, by its name in a secret manager\"},\"server_name\":{\"$ref\":\"#/definitions/text\",\"description\":\"name that the server's certificate must carry\"},\"insecure_skip_verify\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"accept any certificate\"},\"min_version\":{\"$ref\":\"#/definitions/tls_version\",\"description\":\"oldest TLS version to accept\"},\"max_version\":{\"$ref\":\"#/definitions/tls_version\",\"description\":\"newest TLS version to accept\"}}},\"file\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"file\"},\"secret\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"secret\"},\"tls_version\":{\"enum\":[\"TLS10\",\"TLS11\",\"TLS12\",\"TLS13\",null]},\"regex\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"regex\"},\"label\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"name\":{\"$ref\":\"#/definitions/text\"},\"value\":{\"$ref\":\"#/definitions/text\"}}},\"ip_protocol\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"ip-protocol\"},\"text_list\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/text\"}},\"integer\":{\"type\":[\"number\",\"null\"]},\"filled\":{\"type\":[\"string\",\"number\",\"boolean\"],\"minLength\":1},\"rr_validator\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"fail_if_matches_regexp\":{\"$ref\":\"#/definitions/regex_list_at_probe\",\"description\":\"fail when a record matches one of these\"},\"fail_if_all_match_regexp\":{\"$ref\":\"#/definitions/regex_list_at_probe\",\"description\":\"fail when all records match these\"},\"fail_if_not_matches_regexp\":{\"$ref\":\"#/definitions/regex_list_at_probe\",\"description\":\"fail when a record does not match each of these\"},\"fail_if_none_matches_regexp\":{\"$ref\":\"#/definitions/regex_list_at_probe\",\"description\":\"fail when no record matches one of these\"}}},\"regex_list_at_probe\":{\"type\":[\"array\",\"null\"],\"items\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"regex-at-probe\"}},\"regex_list\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/regex\"}},\"cel\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"cel\"},\"header_match\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"header\":{\"$ref\":\"#/definitions/filled\",\"description\":\"name of the header\"},\"regexp\":{\"$ref\":\"#/definitions/filled\",\"x-kind\":\"regex\",\"description\":\"what its value is matched against\"},\"allow_missing\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"take a missing header for a match\"}},\"required\":[\"header\",\"regexp\"]},\"body_size\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"body-size\"},\"basic_auth\":{\"description\":\"user name and password of the requests\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"username\":{\"$ref\":\"#/definitions/text\"},\"username_file\":{\"$ref\":\"#/definitions/file\"},\"username_ref\":{\"$ref\":\"#/definitions/text\"},\"password\":{\"$ref\":\"#/definitions/secret\"},\"password_file\":{\"$ref\":\"#/definitions/file\"},\"password_ref\":{\"$ref\":\"#/definitions/text\"}}},\"authorization\":{\"description\":\"Authorization header of the requests\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"type\":{\"$ref\":\"#/definitions/text\",\"description\":\"kind of credentials (default Bearer)\"},\"credentials\":{\"$ref\":\"#/definitions/secret\",\"description\":\"the token\"},\"credentials_file\":{\"$ref\":\"#/definitions/file\",\"description\":\"file with the token\"},\"credentials_ref\":{\"$ref\":\"#/definitions/text\"}}},\"oauth2\":{\"description\":\"token from an OAuth 2.0 server\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"client_id\":{\"$ref\":\"#/definitions/filled\"},\"client_secret\":{\"$ref\":\"#/definitions/secret\"},\"client_secret_file\":{\"$ref\":\"#/definitions/file\"},\"client_secret_ref\":{\"$ref\":\"#/definitions/text\"},\"client_certificate_key\":{\"$ref\":\"#/definitions/secret\"},\"client_certificate_key_file\":{\"$ref\":\"#/definitions/file\"},\"client_certificate_key_id\":{\"$ref\":\"#/definitions/text\"},\"client_certificate_key_ref\":{\"$ref\":\"#/definitions/text\"},\"grant_type\":{\"$ref\":\"#/definitions/text\"},\"signature_algorithm\":{\"$ref\":\"#/definitions/text\"},\"iss\":{\"$ref\":\"#/definitions/text\"},\"audience\":{\"$ref\":\"#/definitions/text\"},\"claims\":{\"type\":[\"object\",\"null\"]},\"scopes\":{\"$ref\":\"#/definitions/text_list\"},\"token_url\":{\"$ref\":\"#/definitions/filled\",\"description\":\"where to fetch the token\"},\"endpoint_params\":{\"$ref\":\"#/definitions/text_map\"},\"tls_config\":{\"$ref\":\"#/definitions/tls_config\"},\"proxy_url\":{\"$ref\":\"#/definitions/url\",\"description\":\"proxy to send the requests through\"},\"no_proxy\":{\"$ref\":\"#/definitions/text\",\"description\":\"comma-separated hosts, addresses and networks that bypass the proxy\"},\"proxy_from_environment\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"take the proxy from HTTP_PROXY, HTTPS_PROXY and NO_PROXY\"},\"proxy_connect_header\":{\"description\":\"headers to send to the proxy when it connects\",\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/text_list\"}}},\"required\":[\"client_id\",\"token_url\"]},\"http_headers\":{\"description\":\"headers to add to every request; each has values, secrets or files\",\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"values\":{\"$ref\":\"#/definitions/text_list\"},\"secrets\":{\"$ref\":\"#/definitions/text_list\"},\"files\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/file\"}}}}},\"url\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"url\"},\"text_map\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/text\"}}}}");


/***/ }),

/***/ 2101:
/***/ ((module) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */
module.exports = JSON.parse("{\"$id\":\"urn:scrapegate:dashboard\",\"title\":\"dashboard of Grafana, as far as Scrapegate looks into it\",\"type\":[\"object\",\"null\"],\"properties\":{\"title\":{\"type\":[\"string\",\"null\"],\"description\":\"name that users see\"},\"uid\":{\"type\":[\"string\",\"null\"],\"description\":\"identifier in addresses, at most 40 characters\"},\"panels\":{\"$ref\":\"#/definitions/panels\"},\"rows\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/row\"},\"description\":\"how panels were grouped before Grafana 5\"},\"templating\":{\"type\":[\"object\",\"null\"],\"properties\":{\"list\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/variable\"}}}},\"annotations\":{\"type\":[\"object\",\"null\"],\"properties\":{\"list\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/annotation\"}}}},\"__inputs\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/input\"},\"description\":\"what an import by hand asks for\"}},\"definitions\":{\"datasource\":{\"type\":[\"string\",\"object\",\"null\"],\"x-kind\":\"datasource\",\"description\":\"name or uid of a data source, or its type and uid\"},\"panels\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/panel\"}},\"row\":{\"type\":[\"object\",\"null\"],\"properties\":{\"panels\":{\"$ref\":\"#/definitions/panels\"}}},\"panel\":{\"type\":[\"object\",\"null\"],\"properties\":{\"title\":{\"type\":[\"string\",\"null\"]},\"datasource\":{\"$ref\":\"#/definitions/datasource\"},\"panels\":{\"$ref\":\"#/definitions/panels\"},\"targets\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/query\"}}}},\"query\":{\"type\":[\"object\",\"null\"],\"properties\":{\"datasource\":{\"$ref\":\"#/definitions/datasource\"},\"expr\":{\"type\":[\"string\",\"null\"]},\"refId\":{\"type\":[\"string\",\"null\"]}}},\"variable\":{\"type\":[\"object\",\"null\"],\"properties\":{\"name\":{\"type\":[\"string\",\"null\"]},\"type\":{\"type\":[\"string\",\"null\"]},\"datasource\":{\"$ref\":\"#/definitions/datasource\"}}},\"annotation\":{\"type\":[\"object\",\"null\"],\"properties\":{\"name\":{\"type\":[\"string\",\"null\"]},\"datasource\":{\"$ref\":\"#/definitions/datasource\"},\"expr\":{\"type\":[\"string\",\"null\"]},\"target\":{\"$ref\":\"#/definitions/query\"}}},\"input\":{\"type\":[\"object\",\"null\"],\"properties\":{\"name\":{\"type\":[\"string\",\"null\"]}}}}}");


/***/ }),

/***/ 9491:
/***/ ((module) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */
module.exports = JSON.parse("{\"$id\":\"urn:scrapegate:grafana-dashboards\",\"title\":\"provisioning file of dashboard providers, Grafana 8 and later\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"apiVersion\":{\"type\":\"integer\",\"minimum\":1,\"description\":\"format of this file; 1 is the only one in use\"},\"providers\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/provider\"},\"description\":\"where dashboards come from\"}},\"required\":[\"apiVersion\"],\"definitions\":{\"text\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"]},\"filled\":{\"type\":[\"string\",\"number\",\"boolean\"],\"minLength\":1},\"switch\":{\"type\":[\"boolean\",\"string\",\"null\"],\"pattern\":\"^(?:|1|t|T|true|TRUE|True|0|f|F|false|FALSE|False|.*\\\\$.*)$\",\"description\":\"true or false\"},\"whole\":{\"type\":[\"integer\",\"string\",\"null\"],\"pattern\":\"^(?:|-?[0-9]+|.*\\\\$.*)$\",\"description\":\"a whole number\"},\"provider\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"name\":{\"$ref\":\"#/definitions/filled\",\"description\":\"name of the provider, unique\"},\"type\":{\"enum\":[\"file\",\"\",null],\"description\":\"kind of provider; file is the only one\"},\"orgId\":{\"$ref\":\"#/definitions/whole\",\"description\":\"organisation of its dashboards (default 1)\"},\"orgName\":{\"$ref\":\"#/definitions/text\",\"description\":\"organisation of its dashboards, by name\"},\"folder\":{\"$ref\":\"#/definitions/text\",\"description\":\"folder of its dashboards; empty for the top\"},\"folderUid\":{\"$ref\":\"#/definitions/text\",\"description\":\"identifier of that folder\"},\"editable\":{\"$ref\":\"#/definitions/switch\",\"description\":\"no longer read: use allowUiUpdates\"},\"disableDeletion\":{\"$ref\":\"#/definitions/switch\",\"description\":\"keep dashboards whose file is gone\"},\"allowUiUpdates\":{\"$ref\":\"#/definitions/switch\",\"description\":\"let users save changes\"},\"updateIntervalSeconds\":{\"$ref\":\"#/definitions/whole\",\"description\":\"how often to look for changed files (default 10)\"},\"options\":{\"$ref\":\"#/definitions/options\",\"description\":\"settings of this kind of provider\"}},\"required\":[\"name\",\"options\"]},\"options\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"path\":{\"type\":\"string\",\"minLength\":1,\"description\":\"directory with the dashboards, in the container\",\"x-kind\":\"dashboard-path\"},\"foldersFromFilesStructure\":{\"$ref\":\"#/definitions/switch\",\"description\":\"make a folder of each directory\"}},\"required\":[\"path\"]}}}");


/***/ }),

/***/ 8366:
/***/ ((module) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */
module.exports = JSON.parse("{\"$id\":\"urn:scrapegate:grafana-datasources\",\"title\":\"provisioning file of data sources, Grafana 8 and later\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"apiVersion\":{\"type\":\"integer\",\"minimum\":1,\"description\":\"format of this file; 1 is the only one in use\"},\"prune\":{\"$ref\":\"#/definitions/switch\",\"description\":\"remove data sources that were provisioned by this file before and are gone from it\"},\"datasources\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/datasource\"},\"description\":\"data sources to add, or to change when they exist\"},\"deleteDatasources\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/deletion\"},\"description\":\"data sources to remove before those above are added\"}},\"required\":[\"apiVersion\"],\"definitions\":{\"text\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"]},\"filled\":{\"type\":[\"string\",\"number\",\"boolean\"],\"minLength\":1},\"switch\":{\"type\":[\"boolean\",\"string\",\"null\"],\"pattern\":\"^(?:|1|t|T|true|TRUE|True|0|f|F|false|FALSE|False|.*\\\\$.*)$\",\"description\":\"true or false\"},\"whole\":{\"type\":[\"integer\",\"string\",\"null\"],\"pattern\":\"^(?:|-?[0-9]+|.*\\\\$.*)$\",\"description\":\"a whole number\"},\"free\":{\"type\":[\"object\",\"null\"]},\"deletion\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"name\":{\"$ref\":\"#/definitions/filled\",\"description\":\"name of the data source to remove\"},\"orgId\":{\"$ref\":\"#/definitions/whole\",\"description\":\"organisation it is in (default 1)\"},\"orgName\":{\"$ref\":\"#/definitions/text\",\"description\":\"organisation it is in, by name\"}},\"required\":[\"name\"]},\"datasource\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"name\":{\"$ref\":\"#/definitions/filled\",\"description\":\"name that users see, unique in its organisation\"},\"type\":{\"$ref\":\"#/definitions/filled\",\"description\":\"identifier of the plugin, such as prometheus or loki\",\"x-kind\":\"plugin\"},\"uid\":{\"$ref\":\"#/definitions/text\",\"description\":\"identifier that dashboards refer to\"},\"access\":{\"$ref\":\"#/definitions/text\",\"description\":\"proxy: Grafana's server asks; direct: the browser does\",\"x-kind\":\"access\"},\"url\":{\"$ref\":\"#/definitions/text\",\"description\":\"address of the data source\",\"x-kind\":\"url\"},\"orgId\":{\"$ref\":\"#/definitions/whole\",\"description\":\"organisation that it belongs to (default 1)\"},\"orgName\":{\"$ref\":\"#/definitions/text\",\"description\":\"organisation that it belongs to, by name\"},\"user\":{\"$ref\":\"#/definitions/text\",\"description\":\"user of a database\"},\"database\":{\"$ref\":\"#/definitions/text\",\"description\":\"name of a database\"},\"password\":{\"$ref\":\"#/definitions/text\",\"description\":\"no longer read: use secureJsonData\",\"deprecated\":true},\"basicAuth\":{\"$ref\":\"#/definitions/switch\",\"description\":\"sign in with a name and a password\"},\"basicAuthUser\":{\"$ref\":\"#/definitions/text\",\"description\":\"the name to sign in with\"},\"basicAuthPassword\":{\"$ref\":\"#/definitions/text\",\"description\":\"no longer read: use secureJsonData\",\"deprecated\":true},\"withCredentials\":{\"$ref\":\"#/definitions/switch\",\"description\":\"send cookies to other origins\"},\"isDefault\":{\"$ref\":\"#/definitions/switch\",\"description\":\"use it where a panel names none; one an organisation\"},\"editable\":{\"$ref\":\"#/definitions/switch\",\"description\":\"let users change it\"},\"version\":{\"$ref\":\"#/definitions/whole\",\"description\":\"number of this definition, for changes by hand\"},\"correlations\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/free\"},\"description\":\"links from its results to those of other data sources\"},\"jsonData\":{\"$ref\":\"#/definitions/free\",\"description\":\"settings of the plugin\"},\"secureJsonData\":{\"$ref\":\"#/definitions/free\",\"description\":\"secrets of the plugin, stored encrypted\"}},\"required\":[\"name\",\"type\"]}}}");


/***/ }),

/***/ 5971:
/***/ ((module) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */
module.exports = JSON.parse("{\"$id\":\"urn:scrapegate:rule-tests\",\"title\":\"unit tests of rules, for `promtool test rules`\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"rule_files\":{\"description\":\"rule files under test, relative to this file\",\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/glob\"}},\"evaluation_interval\":{\"$ref\":\"#/definitions/duration\",\"description\":\"time between evaluations (default 1m)\"},\"group_eval_order\":{\"$ref\":\"#/definitions/text_list\",\"description\":\"order in which groups are evaluated\"},\"fuzzy_compare\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"compare floats with a small tolerance (3.0 and later)\",\"x-since\":\"3.0\"},\"tests\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/test\"}}},\"definitions\":{\"text\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"]},\"text_list\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/text\"}},\"boolean\":{\"type\":[\"boolean\",\"null\"]},\"number\":{\"type\":[\"number\",\"null\"]},\"duration\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"duration\"},\"glob\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"filename-glob\"},\"labels\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/text\"}},\"test\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"name\":{\"$ref\":\"#/definitions/text\"},\"interval\":{\"$ref\":\"#/definitions/duration\"},\"external_labels\":{\"$ref\":\"#/definitions/labels\"},\"external_url\":{\"$ref\":\"#/definitions/text\"},\"start_timestamp\":{\"type\":[\"string\",\"number\",\"null\"]},\"input_series\":{\"type\":[\"array\",\"null\"],\"items\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"series\":{\"$ref\":\"#/definitions/text\"},\"values\":{\"$ref\":\"#/definitions/text\"}}}},\"alert_rule_test\":{\"type\":[\"array\",\"null\"],\"items\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"eval_time\":{\"$ref\":\"#/definitions/duration\"},\"alertname\":{\"$ref\":\"#/definitions/text\"},\"exp_alerts\":{\"type\":[\"array\",\"null\"],\"items\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"exp_labels\":{\"$ref\":\"#/definitions/labels\"},\"exp_annotations\":{\"$ref\":\"#/definitions/labels\"}}}}}}},\"promql_expr_test\":{\"type\":[\"array\",\"null\"],\"items\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"expr\":{\"$ref\":\"#/definitions/text\",\"x-kind\":\"promql\"},\"eval_time\":{\"$ref\":\"#/definitions/duration\"},\"exp_samples\":{\"type\":[\"array\",\"null\"],\"items\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"labels\":{\"$ref\":\"#/definitions/text\"},\"value\":{\"$ref\":\"#/definitions/number\"},\"histogram\":{\"$ref\":\"#/definitions/text\"}}}}}}}}}}}");


/***/ }),

/***/ 3006:
/***/ ((module) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */
module.exports = JSON.parse("{\"$id\":\"urn:scrapegate:rules\",\"title\":\"rule file of Prometheus 2.x and 3.x\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"groups\":{\"description\":\"groups of rules, evaluated together\",\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/group\"}}},\"definitions\":{\"text\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"]},\"filled\":{\"type\":[\"string\",\"number\",\"boolean\"],\"minLength\":1},\"duration\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"duration\"},\"labels\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/text\"},\"x-kind\":\"labels\"},\"group\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"name\":{\"$ref\":\"#/definitions/filled\",\"description\":\"name of the group, unique in its file\"},\"interval\":{\"$ref\":\"#/definitions/duration\",\"description\":\"how often to evaluate the group (default: the global evaluation_interval)\"},\"query_offset\":{\"$ref\":\"#/definitions/duration\",\"description\":\"how far in the past the rules look, for data that arrives late (2.53 and later)\",\"x-since\":\"2.53\"},\"limit\":{\"description\":\"most alerts or series a rule may produce; 0 is no limit\",\"type\":[\"number\",\"null\"],\"x-kind\":\"integer\"},\"labels\":{\"$ref\":\"#/definitions/labels\",\"description\":\"labels for everything the group's rules produce (3.0 and later)\",\"x-since\":\"3.0\"},\"rules\":{\"description\":\"the rules, evaluated in this order\",\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/rule\"}}},\"required\":[\"name\"]},\"rule\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"record\":{\"$ref\":\"#/definitions/text\",\"description\":\"metric to store the result as\",\"x-kind\":\"metric-name\"},\"alert\":{\"$ref\":\"#/definitions/text\",\"description\":\"name of the alert to raise for every series of the result\"},\"expr\":{\"$ref\":\"#/definitions/filled\",\"description\":\"PromQL expression to evaluate\",\"x-kind\":\"promql\"},\"for\":{\"$ref\":\"#/definitions/duration\",\"description\":\"how long the expression must hold before the alert fires\"},\"keep_firing_for\":{\"$ref\":\"#/definitions/duration\",\"description\":\"how long the alert goes on firing afterwards (2.42 and later)\",\"x-since\":\"2.42\"},\"labels\":{\"$ref\":\"#/definitions/labels\",\"description\":\"labels to add or replace\"},\"annotations\":{\"$ref\":\"#/definitions/labels\",\"description\":\"texts for people, such as summary; templates are expanded\"}},\"required\":[\"expr\"],\"if\":{\"not\":{\"properties\":{\"record\":true},\"required\":[\"record\"]}},\"then\":{\"properties\":{\"alert\":true},\"required\":[\"alert\"]}}}}");


/***/ }),

/***/ 6573:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */
exports.validate=validate21;const schema6={$id:"urn:scrapegate:settings",title:"Scrapegate settings: .scrapegate.yml, command line options and Action inputs, which have the same names",type:"object",additionalProperties:!1,
definitions:{texts:{type:"array",items:{type:"string",minLength:1}}},properties:{"compose-file":{$ref:"#/definitions/texts",description:"compose file, in merge order; found by itself when absent"},"en\
v-file":{$ref:"#/definitions/texts",description:"file with variables for the compose file"},profile:{$ref:"#/definitions/texts",description:"compose profile to turn on"},"project-name":{type:"string",
pattern:"^[a-z0-9][a-z0-9_-]*$",description:"compose project name; one of its own for each run when absent"},"prometheus-service":{type:"string",minLength:1,description:"service that is Prometheus; fo\
und by itself when absent"},timeout:{type:"string","x-kind":"duration",description:"one deadline for the whole run, such as 90s or 5m"},"fail-on":{enum:["degraded","unhealthy"],description:"weakest st\
atus that fails the gate"},"fail-on-severity":{enum:["error","warning","notice"],description:"weakest finding that fails check"},as:{enum:["compose","prometheus","scrape-configs","target-groups","rule\
s","rule-tests","alertmanager","web","blackbox","grafana-datasources","grafana-dashboards","dashboard"],description:"what the files are that check was given by name; told by their content when absent"},
format:{enum:["text","json","sarif","junit","github"],description:"what is printed"},keep:{type:"boolean",description:"leave the stack running"},"report-dir":{type:"string",minLength:1,description:"di\
rectory for report.json and its other forms"},quiet:{type:"boolean",description:"no progress, only findings and the verdict"},color:{type:"boolean",description:"colour in text output"},baseline:{type:"\
string",minLength:1,description:"file that lists findings which do not count"},"write-baseline":{type:"boolean",description:"write the baseline with all that check finds; only on the command line"},ignore:{
type:"array",description:"findings that do not count; only in the settings file",items:{type:"object",additionalProperties:!1,required:["code","reason"],properties:{code:{type:"string",description:"a \
code such as stack/target-localhost, or a family such as stack/*"},file:{type:"string",description:"glob over paths as findings print them"},service:{type:"string",description:"name of the service tha\
t the finding is about"},job:{type:"string",description:"name of the scrape job that the finding is about"},target:{type:"string",description:"target that the finding is about, as it is written"},reason:{
type:"string",minLength:1,description:"why the finding may stay"}}}}}},func2=Object.prototype.hasOwnProperty,func3=(__webpack_require__(6214)/* ["default"] */ .A),schema7={type:"array",items:{type:"str\
ing",minLength:1}};function validate22(i,{instancePath:n="",parentData:c,parentDataProperty:h,rootData:f=i}={}){let e=null,s=0;if(Array.isArray(i)){const r=i.length;for(let t=0;t<r;t++){let a=i[t];if(typeof a==
"string"){if(func3(a)<1){const p={instancePath:n+"/"+t,schemaPath:"#/items/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),s++}}else{const p={instancePath:n+"/"+t,schemaPath:"\
#/items/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),s++}}}else{const r={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"array"}};e===null?e=[r]:e.push(r),s++}
return validate22.errors=e,s===0}const pattern0=new RegExp("^[a-z0-9][a-z0-9_-]*$","u");function validate21(i,{instancePath:n="",parentData:c,parentDataProperty:h,rootData:f=i}={}){let e=null,s=0;if(i&&
typeof i=="object"&&!Array.isArray(i)){for(const r in i)if(!func2.call(schema6.properties,r)){const t={instancePath:n,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:r}};
e===null?e=[t]:e.push(t),s++}if(i["compose-file"]!==void 0&&(validate22(i["compose-file"],{instancePath:n+"/compose-file",parentData:i,parentDataProperty:"compose-file",rootData:f})||(e=e===null?validate22.
errors:e.concat(validate22.errors),s=e.length)),i["env-file"]!==void 0&&(validate22(i["env-file"],{instancePath:n+"/env-file",parentData:i,parentDataProperty:"env-file",rootData:f})||(e=e===null?validate22.
errors:e.concat(validate22.errors),s=e.length)),i.profile!==void 0&&(validate22(i.profile,{instancePath:n+"/profile",parentData:i,parentDataProperty:"profile",rootData:f})||(e=e===null?validate22.errors:
e.concat(validate22.errors),s=e.length)),i["project-name"]!==void 0){let r=i["project-name"];if(typeof r=="string"){if(!pattern0.test(r)){const t={instancePath:n+"/project-name",schemaPath:"#/properti\
es/project-name/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9_-]*$"}};e===null?e=[t]:e.push(t),s++}}else{const t={instancePath:n+"/project-name",schemaPath:"#/properties/project-name/ty\
pe",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),s++}}if(i["prometheus-service"]!==void 0){let r=i["prometheus-service"];if(typeof r=="string"){if(func3(r)<1){const t={instancePath:n+
"/prometheus-service",schemaPath:"#/properties/prometheus-service/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[t]:e.push(t),s++}}else{const t={instancePath:n+"/prometheus-service",schemaPath:"\
#/properties/prometheus-service/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),s++}}if(i.timeout!==void 0&&typeof i.timeout!="string"){const r={instancePath:n+"/timeout",schemaPath:"\
#/properties/timeout/type",keyword:"type",params:{type:"string"}};e===null?e=[r]:e.push(r),s++}if(i["fail-on"]!==void 0){let r=i["fail-on"];if(!(r==="degraded"||r==="unhealthy")){const t={instancePath:n+
"/fail-on",schemaPath:"#/properties/fail-on/enum",keyword:"enum",params:{allowedValues:schema6.properties["fail-on"].enum}};e===null?e=[t]:e.push(t),s++}}if(i["fail-on-severity"]!==void 0){let r=i["fa\
il-on-severity"];if(!(r==="error"||r==="warning"||r==="notice")){const t={instancePath:n+"/fail-on-severity",schemaPath:"#/properties/fail-on-severity/enum",keyword:"enum",params:{allowedValues:schema6.
properties["fail-on-severity"].enum}};e===null?e=[t]:e.push(t),s++}}if(i.as!==void 0){let r=i.as;if(!(r==="compose"||r==="prometheus"||r==="scrape-configs"||r==="target-groups"||r==="rules"||r==="rule\
-tests"||r==="alertmanager"||r==="web"||r==="blackbox"||r==="grafana-datasources"||r==="grafana-dashboards"||r==="dashboard")){const t={instancePath:n+"/as",schemaPath:"#/properties/as/enum",keyword:"\
enum",params:{allowedValues:schema6.properties.as.enum}};e===null?e=[t]:e.push(t),s++}}if(i.format!==void 0){let r=i.format;if(!(r==="text"||r==="json"||r==="sarif"||r==="junit"||r==="github")){const t={
instancePath:n+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues:schema6.properties.format.enum}};e===null?e=[t]:e.push(t),s++}}if(i.keep!==void 0&&typeof i.keep!="b\
oolean"){const r={instancePath:n+"/keep",schemaPath:"#/properties/keep/type",keyword:"type",params:{type:"boolean"}};e===null?e=[r]:e.push(r),s++}if(i["report-dir"]!==void 0){let r=i["report-dir"];if(typeof r==
"string"){if(func3(r)<1){const t={instancePath:n+"/report-dir",schemaPath:"#/properties/report-dir/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[t]:e.push(t),s++}}else{const t={instancePath:n+
"/report-dir",schemaPath:"#/properties/report-dir/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),s++}}if(i.quiet!==void 0&&typeof i.quiet!="boolean"){const r={instancePath:n+"/q\
uiet",schemaPath:"#/properties/quiet/type",keyword:"type",params:{type:"boolean"}};e===null?e=[r]:e.push(r),s++}if(i.color!==void 0&&typeof i.color!="boolean"){const r={instancePath:n+"/color",schemaPath:"\
#/properties/color/type",keyword:"type",params:{type:"boolean"}};e===null?e=[r]:e.push(r),s++}if(i.baseline!==void 0){let r=i.baseline;if(typeof r=="string"){if(func3(r)<1){const t={instancePath:n+"/b\
aseline",schemaPath:"#/properties/baseline/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[t]:e.push(t),s++}}else{const t={instancePath:n+"/baseline",schemaPath:"#/properties/baseline/typ\
e",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),s++}}if(i["write-baseline"]!==void 0&&typeof i["write-baseline"]!="boolean"){const r={instancePath:n+"/write-baseline",schemaPath:"#/\
properties/write-baseline/type",keyword:"type",params:{type:"boolean"}};e===null?e=[r]:e.push(r),s++}if(i.ignore!==void 0){let r=i.ignore;if(Array.isArray(r)){const t=r.length;for(let a=0;a<t;a++){let p=r[a];
if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.code===void 0){const o={instancePath:n+"/ignore/"+a,schemaPath:"#/properties/ignore/items/required",keyword:"required",params:{missingProperty:"code"}};
e===null?e=[o]:e.push(o),s++}if(p.reason===void 0){const o={instancePath:n+"/ignore/"+a,schemaPath:"#/properties/ignore/items/required",keyword:"required",params:{missingProperty:"reason"}};e===null?e=
[o]:e.push(o),s++}for(const o in p)if(!(o==="code"||o==="file"||o==="service"||o==="job"||o==="target"||o==="reason")){const l={instancePath:n+"/ignore/"+a,schemaPath:"#/properties/ignore/items/additi\
onalProperties",keyword:"additionalProperties",params:{additionalProperty:o}};e===null?e=[l]:e.push(l),s++}if(p.code!==void 0&&typeof p.code!="string"){const o={instancePath:n+"/ignore/"+a+"/code",schemaPath:"\
#/properties/ignore/items/properties/code/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),s++}if(p.file!==void 0&&typeof p.file!="string"){const o={instancePath:n+"/ignore/"+a+"/\
file",schemaPath:"#/properties/ignore/items/properties/file/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),s++}if(p.service!==void 0&&typeof p.service!="string"){const o={instancePath:n+
"/ignore/"+a+"/service",schemaPath:"#/properties/ignore/items/properties/service/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),s++}if(p.job!==void 0&&typeof p.job!="string"){const o={
instancePath:n+"/ignore/"+a+"/job",schemaPath:"#/properties/ignore/items/properties/job/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),s++}if(p.target!==void 0&&typeof p.target!=
"string"){const o={instancePath:n+"/ignore/"+a+"/target",schemaPath:"#/properties/ignore/items/properties/target/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),s++}if(p.reason!==
void 0){let o=p.reason;if(typeof o=="string"){if(func3(o)<1){const l={instancePath:n+"/ignore/"+a+"/reason",schemaPath:"#/properties/ignore/items/properties/reason/minLength",keyword:"minLength",params:{
limit:1}};e===null?e=[l]:e.push(l),s++}}else{const l={instancePath:n+"/ignore/"+a+"/reason",schemaPath:"#/properties/ignore/items/properties/reason/type",keyword:"type",params:{type:"string"}};e===null?
e=[l]:e.push(l),s++}}}else{const o={instancePath:n+"/ignore/"+a,schemaPath:"#/properties/ignore/items/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),s++}}}else{const t={instancePath:n+
"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type:"array"}};e===null?e=[t]:e.push(t),s++}}}else{const r={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"objec\
t"}};e===null?e=[r]:e.push(r),s++}return validate21.errors=e,s===0}


/***/ }),

/***/ 1468:
/***/ ((module) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */
module.exports = JSON.parse("{\"$id\":\"urn:scrapegate:settings\",\"title\":\"Scrapegate settings: .scrapegate.yml, command line options and Action inputs, which have the same names\",\"type\":\"object\",\"additionalProperties\":false,\"definitions\":{\"texts\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1}}},\"properties\":{\"compose-file\":{\"$ref\":\"#/definitions/texts\",\"description\":\"compose file, in merge order; found by itself when absent\"},\"env-file\":{\"$ref\":\"#/definitions/texts\",\"description\":\"file with variables for the compose file\"},\"profile\":{\"$ref\":\"#/definitions/texts\",\"description\":\"compose profile to turn on\"},\"project-name\":{\"type\":\"string\",\"pattern\":\"^[a-z0-9][a-z0-9_-]*$\",\"description\":\"compose project name; one of its own for each run when absent\"},\"prometheus-service\":{\"type\":\"string\",\"minLength\":1,\"description\":\"service that is Prometheus; found by itself when absent\"},\"timeout\":{\"type\":\"string\",\"x-kind\":\"duration\",\"description\":\"one deadline for the whole run, such as 90s or 5m\"},\"fail-on\":{\"enum\":[\"degraded\",\"unhealthy\"],\"description\":\"weakest status that fails the gate\"},\"fail-on-severity\":{\"enum\":[\"error\",\"warning\",\"notice\"],\"description\":\"weakest finding that fails check\"},\"as\":{\"enum\":[\"compose\",\"prometheus\",\"scrape-configs\",\"target-groups\",\"rules\",\"rule-tests\",\"alertmanager\",\"web\",\"blackbox\",\"grafana-datasources\",\"grafana-dashboards\",\"dashboard\"],\"description\":\"what the files are that check was given by name; told by their content when absent\"},\"format\":{\"enum\":[\"text\",\"json\",\"sarif\",\"junit\",\"github\"],\"description\":\"what is printed\"},\"keep\":{\"type\":\"boolean\",\"description\":\"leave the stack running\"},\"report-dir\":{\"type\":\"string\",\"minLength\":1,\"description\":\"directory for report.json and its other forms\"},\"quiet\":{\"type\":\"boolean\",\"description\":\"no progress, only findings and the verdict\"},\"color\":{\"type\":\"boolean\",\"description\":\"colour in text output\"},\"baseline\":{\"type\":\"string\",\"minLength\":1,\"description\":\"file that lists findings which do not count\"},\"write-baseline\":{\"type\":\"boolean\",\"description\":\"write the baseline with all that check finds; only on the command line\"},\"ignore\":{\"type\":\"array\",\"description\":\"findings that do not count; only in the settings file\",\"items\":{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"code\",\"reason\"],\"properties\":{\"code\":{\"type\":\"string\",\"description\":\"a code such as stack/target-localhost, or a family such as stack/*\"},\"file\":{\"type\":\"string\",\"description\":\"glob over paths as findings print them\"},\"service\":{\"type\":\"string\",\"description\":\"name of the service that the finding is about\"},\"job\":{\"type\":\"string\",\"description\":\"name of the scrape job that the finding is about\"},\"target\":{\"type\":\"string\",\"description\":\"target that the finding is about, as it is written\"},\"reason\":{\"type\":\"string\",\"minLength\":1,\"description\":\"why the finding may stay\"}}}}}}");


/***/ }),

/***/ 5373:
/***/ ((module) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */
module.exports = JSON.parse("{\"$id\":\"urn:scrapegate:target-groups\",\"title\":\"file of targets, for file_sd_configs of Prometheus 2.x and 3.x\",\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/target_group\"},\"definitions\":{\"text\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"]},\"target_group\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"targets\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/text\",\"x-kind\":\"target\"},\"description\":\"hosts with ports, without scheme or path\"},\"labels\":{\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/text\"},\"x-kind\":\"labels\",\"description\":\"labels for all of these targets\"}},\"required\":[]}}}");


/***/ }),

/***/ 3651:
/***/ ((module) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */
module.exports = JSON.parse("{\"$id\":\"urn:scrapegate:web\",\"title\":\"web configuration file of Prometheus, Alertmanager and exporters\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"tls_server_config\":{\"$ref\":\"#/definitions/tls_server_config\"},\"http_server_config\":{\"$ref\":\"#/definitions/http_server_config\"},\"basic_auth_users\":{\"$ref\":\"#/definitions/basic_auth_users\"},\"rate_limit\":{\"$ref\":\"#/definitions/rate_limit\"}},\"definitions\":{\"tls_server_config\":{\"description\":\"TLS of the server\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"cert\":{\"$ref\":\"#/definitions/text\",\"description\":\"certificate as text, in place of cert_file\"},\"cert_file\":{\"$ref\":\"#/definitions/file\",\"description\":\"certificate of the server\"},\"key\":{\"$ref\":\"#/definitions/secret\",\"description\":\"private key as text, in place of key_file\"},\"key_file\":{\"$ref\":\"#/definitions/file\",\"description\":\"private key of the server\"},\"client_ca\":{\"$ref\":\"#/definitions/text\",\"description\":\"CA certificate of the clients as text, in place of client_ca_file\"},\"client_ca_file\":{\"$ref\":\"#/definitions/file\",\"description\":\"CA certificate that the clients' certificates must be signed by\"},\"client_auth_type\":{\"description\":\"what is asked of clients (default NoClientCert)\",\"enum\":[\"NoClientCert\",\"RequestClientCert\",\"RequireAnyClientCert\",\"RequireClientCert\",\"VerifyClientCertIfGiven\",\"RequireAndVerifyClientCert\",\"\",null]},\"client_allowed_sans\":{\"$ref\":\"#/definitions/text_list\",\"description\":\"names of which a client's certificate must carry one\"},\"min_version\":{\"$ref\":\"#/definitions/tls_version\",\"description\":\"oldest TLS version to accept (default TLS12)\"},\"max_version\":{\"$ref\":\"#/definitions/tls_version\",\"description\":\"newest TLS version to accept (default TLS13)\"},\"cipher_suites\":{\"description\":\"cipher suites of TLS 1.2 and before\",\"type\":[\"array\",\"null\"],\"items\":{\"enum\":[\"TLS_AES_128_GCM_SHA256\",\"TLS_AES_256_GCM_SHA384\",\"TLS_CHACHA20_POLY1305_SHA256\",\"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA\",\"TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA\",\"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA\",\"TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA\",\"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256\",\"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384\",\"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256\",\"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384\",\"TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256\",\"TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256\",null]}},\"prefer_server_cipher_suites\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"no longer has any effect\"},\"curve_preferences\":{\"description\":\"elliptic curves, in order of preference\",\"type\":[\"array\",\"null\"],\"items\":{\"enum\":[\"CurveP256\",\"CurveP384\",\"CurveP521\",\"X25519\",null]}}}},\"http_server_config\":{\"description\":\"HTTP of the server\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"http2\":{\"$ref\":\"#/definitions/boolean\",\"description\":\"offer HTTP/2 over TLS (default true)\"},\"headers\":{\"$ref\":\"#/definitions/response_headers\"}}},\"basic_auth_users\":{\"description\":\"users with their passwords' bcrypt hashes\",\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/password_hash\"}},\"rate_limit\":{\"description\":\"limits the requests to the server\",\"type\":[\"object\",\"null\"],\"additionalProperties\":false,\"properties\":{\"interval\":{\"$ref\":\"#/definitions/go_duration\",\"description\":\"time for one more request; 0 is no limit\"},\"burst\":{\"$ref\":\"#/definitions/integer\",\"description\":\"how many requests may come at once\"}}},\"go_duration\":{\"type\":[\"string\",\"number\",\"null\"],\"x-kind\":\"go-duration\"},\"integer\":{\"type\":[\"number\",\"null\"]},\"password_hash\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"password-hash\"},\"boolean\":{\"type\":[\"boolean\",\"null\"]},\"response_headers\":{\"description\":\"headers to add to every response\",\"type\":[\"object\",\"null\"],\"additionalProperties\":{\"$ref\":\"#/definitions/text\"},\"x-kind\":\"response-headers\"},\"text\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"]},\"file\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"file\"},\"secret\":{\"type\":[\"string\",\"number\",\"boolean\",\"null\"],\"x-kind\":\"secret\"},\"text_list\":{\"type\":[\"array\",\"null\"],\"items\":{\"$ref\":\"#/definitions/text\"}},\"tls_version\":{\"enum\":[\"TLS10\",\"TLS11\",\"TLS12\",\"TLS13\",null]}}}");


/***/ })

};
