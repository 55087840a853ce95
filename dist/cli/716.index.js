// 54f1cd4dc97300b9
(() => {
'use strict';
const id = 716;
const ids = [716,149,757];
const modules = {

/***/ 9716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeFile: () => (/* binding */ judgeFile)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/check-paths.ts + 44 modules
var check_paths = __webpack_require__(2777);
// EXTERNAL MODULE: ./src/model/stack.ts
var model_stack = __webpack_require__(6681);
// EXTERNAL MODULE: ./src/recording/recorded-files.ts
var recorded_files = __webpack_require__(8149);
// EXTERNAL MODULE: ./src/recording/recording.ts + 2 modules
var recording_recording = __webpack_require__(1757);
// EXTERNAL MODULE: ./src/run.ts + 14 modules
var run = __webpack_require__(2787);
// EXTERNAL MODULE: ./src/settings/settings-file.ts
var settings_file = __webpack_require__(679);
// EXTERNAL MODULE: ./src/stages/judge.ts + 45 modules
var judge = __webpack_require__(3002);
// EXTERNAL MODULE: ./src/stages/plan.ts + 2 modules
var stages_plan = __webpack_require__(9796);
;// CONCATENATED MODULE: ./src/judge-recording.ts









/**
 * Judges a recorded run again, offline: the same rules on the same evidence, so the same report and exit code. Throws UsageError for
 * a recording that does not have what it needs.
 */
async function judgeRecording(recording, version) {
    const files = new recorded_files.RecordedFiles(recording.files);
    const workingDirectory = recording.working_directory;
    const settings = settingsOf(recording);
    const displayPath = (absolute) => (0,external_node_path_.relative)(workingDirectory, absolute) || absolute;
    const ports = { files, workingDirectory, environment: recording.environment, displayPath, version };
    const stack = (0,check_paths/* loadOneStack */.dA)(settings.paths[0] ?? '.', settings, ports);
    await (0,check_paths/* loadJudges */.DT)([stack]);
    const { startedMs, endedMs, stages, observation, findings, readyAt } = recording.run;
    const read = { stack, files: stack.files, inline: (0,model_stack/* inlineOf */.l)(stack) };
    const targets = (0,recording_recording/* recordedTargets */.D)(recording, read);
    const plan = (0,stages_plan/* planBringUp */.T)(stack);
    const record = {
        ...read,
        command: 'gate',
        startedMs,
        endedMs,
        stages,
        targets,
        readyAt: new Map(Object.entries(readyAt)),
        ...(observation ? { plan, observation } : {}),
        findings: observation ? [...(0,judge/* judge */.S)({ stack, plan, targets, observation }), ...findings] : findings,
    };
    return (0,run/* conclude */.Ep)(record, (0,run/* sieveOf */.kl)(settings, ports), settings, ports);
}
/** The settings of the run; what is about printing is the business of whoever prints. */
function settingsOf({ settings: recorded }) {
    const { settingsFile, ...rest } = recorded;
    const ignores = settingsFile ? ignoresOf(settingsFile) : [];
    return {
        command: 'gate',
        timeoutMs: 0,
        // The recorded targets say already what was asked of them.
        externalTargets: 'require',
        stableScrapes: 1,
        tempo: 'fast',
        format: 'text',
        keep: false,
        reportDir: '',
        quiet: false,
        color: false,
        writeBaseline: false,
        notices: false,
        ...rest,
        ignores,
    };
}
function ignoresOf({ path, text }) {
    const read = { [path]: { ok: true, text } };
    const files = new recorded_files.RecordedFiles({ read, kind: {}, access: {}, directories: {}, list: {} });
    return (0,settings_file/* readSettingsFile */.u)(path, path, false, files).ignores;
}

// EXTERNAL MODULE: ./src/settings/resolve-settings.ts
var resolve_settings = __webpack_require__(4895);
// EXTERNAL MODULE: ./src/entry/render.ts + 6 modules
var render = __webpack_require__(5576);
;// CONCATENATED MODULE: ./src/entry/judge-command.ts






/** Options about printing; all others come from the run that was recorded. */
const ABOUT_PRINTING = ['format', 'notices', 'color', 'quiet'];
/** Judges a recording and renders the report. Throws UsageError for a bad option or a file that is no recording. */
async function judgeFile(paths, flags, { files, version, color }) {
    const [path, extra] = paths;
    if (path === undefined)
        throw new errors/* UsageError */.eb('judge needs the recording of a run: gate --record FILE writes one');
    if (extra !== undefined)
        throw new errors/* UsageError */.eb(`unexpected argument "${extra}": judge takes one recording`);
    const options = flags;
    const other = Object.keys(flags).find((name) => !ABOUT_PRINTING.includes(name));
    if (other !== undefined)
        throw new errors/* UsageError */.eb(`--${other} is not for judge, which has it from the recording; it takes ${shown(ABOUT_PRINTING)}`);
    const settings = (0,resolve_settings/* resolveSettings */.M)('gate', [path], [{ label: (name) => `--${name}`, options }], { color });
    const read = files.read((0,external_node_path_.resolve)(path));
    if (!read.ok)
        throw new errors/* UsageError */.eb(`the recording "${path}" cannot be read: ${read.reason.replaceAll('-', ' ')}`);
    const result = await judged((0,recording_recording/* parseRecording */.f)(read.text, path), path, version);
    return { text: (0,render.render)(result, settings), exitCode: result.exitCode };
}
/** What is missing in a file that somebody has edited shows wherever it is needed first. */
async function judged(recording, path, version) {
    try {
        return await judgeRecording(recording, version);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new errors/* UsageError */.eb(`"${path}" is no whole recording (${why}): gate --record FILE writes one`);
    }
}
function shown(names) {
    return names.map((name) => `--${name}`).join(', ');
}


/***/ }),

/***/ 8149:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RecordedFiles: () => (/* binding */ RecordedFiles),
/* harmony export */   RecordingFiles: () => (/* binding */ RecordingFiles)
/* harmony export */ });
/** Remembers what was asked of the file system and what it answered, so that the same can be answered again elsewhere. */
class RecordingFiles {
    files;
    answers = {
        read: {},
        kind: {},
        access: {},
        directories: {},
        list: {},
    };
    constructor(files) {
        this.files = files;
    }
    read(path) {
        return (this.answers.read[path] ??= this.files.read(path));
    }
    kind(path) {
        return (this.answers.kind[path] ??= this.files.kind(path));
    }
    access(path) {
        const known = this.answers.access[path];
        const access = known === undefined ? (this.files.access(path) ?? null) : known;
        this.answers.access[path] = access;
        return access ?? undefined;
    }
    directories(path) {
        return (this.answers.directories[path] ??= this.files.directories(path));
    }
    list(path) {
        return (this.answers.list[path] ??= this.files.list(path));
    }
}
/** Answers from a record; what nobody asked then is missing. */
class RecordedFiles {
    answers;
    constructor(answers) {
        this.answers = answers;
    }
    read(path) {
        return this.answers.read[path] ?? { ok: false, reason: 'missing' };
    }
    kind(path) {
        return this.answers.kind[path] ?? (this.answers.read[path]?.ok ? 'file' : 'missing');
    }
    access(path) {
        return this.answers.access[path] ?? undefined;
    }
    directories(path) {
        return this.answers.directories[path] ?? [];
    }
    list(path) {
        return this.answers.list[path] ?? [];
    }
}


/***/ }),

/***/ 1757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ parseRecording),
  D: () => (/* binding */ recordedTargets),
  renderRecording: () => (/* binding */ renderRecording)
});

// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
;// CONCATENATED MODULE: ./src/recording/packed-ranges.ts
/** Ranges of a value become names of files, deep inside of it. */
function pack(value, inline) {
    if (Array.isArray(value))
        return value.map((one) => pack(one, inline));
    if (typeof value !== 'object' || value === null)
        return value;
    if (isRange(value)) {
        const index = inline.indexOf(value.file);
        const { start, end } = value;
        return { $file: value.file.path, ...(index < 0 ? {} : { inline: index }), start, end };
    }
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pack(one, inline)]));
}
/** The opposite, with the files of a stack that was loaded again. Throws when one of them is not there. */
function unpack(value, files, inline) {
    if (Array.isArray(value))
        return value.map((one) => unpack(one, files, inline));
    if (typeof value !== 'object' || value === null)
        return value;
    if ('$file' in value) {
        const { $file, inline: index, start, end } = value;
        const file = index === undefined ? files.find(({ path }) => path === $file) : inline[index];
        if (!file)
            throw new Error(`the recording has no file "${$file}"`);
        return { file, start, end };
    }
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpack(one, files, inline)]));
}
function isRange(value) {
    return 'file' in value && typeof value.file === 'object' && 'start' in value && 'end' in value;
}

// EXTERNAL MODULE: ./src/model/yaml-node.ts
var yaml_node = __webpack_require__(2699);
// EXTERNAL MODULE: ./src/rules/secret-words.ts
var secret_words = __webpack_require__(5087);
// EXTERNAL MODULE: ./src/schema/values.ts
var values = __webpack_require__(1245);
;// CONCATENATED MODULE: ./src/recording/redaction.ts



/** Shorter values stand in too many other words. */
const SHORTEST = 6;
const KEY_BLOCK = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)([\s\S]*?)(-----END|$)/g;
const IN_URL = /([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@?#"']{0,200}:)([^\s/?#"']{1,500})(@)/gi;
const IN_FLAG = /(--?[\w.-]{0,40}(?:pass|passwd|password|secret|token|api-?key)[\w.-]{0,40}(?:=|\s+|["'],\s*["']?))([^\s"',\]-][^\s"',\]]*)()/gi;
const IN_HEADER = /((?:Authorization["']?\s*[:=]\s*["']?)?\b(?:Bearer|Basic)\s+)([\w.~+/=-]{8,})()/g;
const IN_ASSIGNMENT = /(^|[\s"'])([\w.-]+)(\s*[=:]\s*["']?)([^\s"',]+)/g;
/**
 * Takes credentials out of texts, each replaced by as many `x` so that every place in a file stays where it was: what the schemas
 * call a secret, values of variables, keys and flags whose names say so, passwords in URLs, private keys, and wherever else in the
 * texts of a run such a value turns up again.
 */
class Redaction {
    #values = new Set();
    constructor(stack, environment) {
        for (const [name, value] of Object.entries(environment))
            this.#learnPair(name, value);
        if (!stack)
            return;
        for (const document of stack.documents)
            for (const kind of ['secret', 'secret-url'])
                for (const { node } of (0,values/* valuesOf */.sm)(document, kind))
                    this.#learn((0,yaml_node/* text */.Qq)(node) ?? '');
        for (const root of [...stack.documents.map((document) => document.root), ...stack.project.stages])
            if (root)
                this.#walk('', root);
        for (const { environment: variables, labels } of stack.project.services)
            for (const [name, located] of [...variables, ...labels])
                if (located)
                    this.#learnPair(name, located.value);
    }
    /** The text of a file: secrets at their places, also those that are common words. */
    file(written) {
        const named = written.replaceAll(IN_ASSIGNMENT, (whole, before, name, sign, value) => (0,secret_words/* holdsSecret */.hK)(name, value) ? `${before}${name}${sign}${redaction_hidden(value)}` : whole);
        return this.text(named);
    }
    /** Any other text. */
    text(written) {
        let result = written;
        for (const pattern of [KEY_BLOCK, IN_URL, IN_FLAG, IN_HEADER])
            result = result.replaceAll(pattern, (_, before, secret, after) => `${before}${redaction_hidden(secret)}${after}`);
        for (const value of this.#values)
            if (result.includes(value))
                result = result.replaceAll(value, redaction_hidden(value));
        return result;
    }
    /** All texts in a value. */
    deep(value) {
        return this.#deep(value);
    }
    #deep(value) {
        if (typeof value === 'string')
            return this.text(value);
        if (Array.isArray(value))
            return value.map((one) => this.#deep(one));
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#deep(one)]));
    }
    #walk(key, node) {
        for (const [name, { value }] of (0,yaml_node/* entries */.jO)(node))
            this.#walk(name, value);
        for (const item of (0,yaml_node/* items */.ld)(node))
            this.#walk(key, item);
        const value = (0,yaml_node/* text */.Qq)(node);
        if (value === undefined)
            return;
        this.#learnPair(key, value);
        const [, name, assigned] = /^([\w.-]+)=(.*)$/s.exec(value) ?? [];
        if (name !== undefined && assigned !== undefined)
            this.#learnPair(name, assigned);
    }
    #learnPair(name, value) {
        if ((0,secret_words/* holdsSecret */.hK)(name, value))
            this.#learn(value);
    }
    #learn(value) {
        // What everybody tries first is a word that stands everywhere; at its own place it is hidden all the same.
        if (value.length >= SHORTEST && (0,secret_words/* judgeSecret */.Oq)(value) === 'secret')
            this.#values.add(value);
    }
}
function redaction_hidden(secret) {
    return secret.replaceAll(/\S/g, 'x');
}

;// CONCATENATED MODULE: ./src/recording/recording.ts



/** The text of a recording. Pure. */
function renderRecording({ record, settings, files, environment, workingDirectory, version }) {
    const used = usedVariables(files, environment);
    const redaction = new Redaction(record.stack, used);
    const { startedMs, endedMs, stages, readyAt, observation } = record;
    const { read, ...rest } = files;
    const recording = {
        schema_version: 1,
        tool: { name: 'scrapegate', version },
        working_directory: workingDirectory,
        settings,
        environment: Object.fromEntries(Object.entries(used).map(([name, value]) => [name, redaction.file(`${name}=${value}`).slice(name.length + 1)])),
        files: {
            ...rest,
            read: Object.fromEntries(Object.entries(read).map(([path, one]) => [path, one.ok ? { ...one, text: redaction.file(one.text) } : one])),
        },
        run: redaction.deep({
            startedMs,
            endedMs,
            stages,
            readyAt: Object.fromEntries(readyAt),
            targets: pack(record.targets, record.inline),
            observation,
            findings: observation ? record.findings.filter(({ stage, code }) => isStatic(code, stage)) : record.findings,
        }),
    };
    return `${JSON.stringify(recording, undefined, 1)}\n`;
}
function isStatic(code, stage) {
    return !code.startsWith('runtime/') && ['settings', 'load', 'check'].includes(stage);
}
/** Only what the files name, so that secrets of the machine stay where they are. */
function usedVariables({ read }, environment) {
    const texts = Object.values(read).flatMap((one) => (one.ok ? [one.text] : []));
    const named = new Set(['HOME']);
    for (const one of texts)
        for (const [, name = ''] of one.matchAll(/\$\{?([A-Za-z_]\w*)/g))
            named.add(name);
    return Object.fromEntries(Object.entries(environment).filter(([name]) => named.has(name) || name.startsWith('COMPOSE_')));
}
/** Reads a recording. Throws UsageError when it is none, or of a later version. */
function parseRecording(text, shown) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new errors/* UsageError */.eb(`"${shown}" is no recording: it is not JSON; gate --record FILE writes one`);
    }
    const { schema_version: version, run, files } = (value ?? {});
    if (typeof version === 'number' && version > 1)
        throw new errors/* UsageError */.eb(`"${shown}" is a recording of version ${String(version)}, but this Scrapegate reads version 1`);
    if (version !== 1 || typeof run !== 'object' || typeof files !== 'object')
        throw new errors/* UsageError */.eb(`"${shown}" is no recording: gate --record FILE writes one`);
    return value;
}
/** The targets of a recording with their places in files that were loaded again. */
function recordedTargets({ run }, { files, inline }) {
    return unpack(run.targets, files, inline);
}


/***/ })

};

return { id, ids, modules };
})()
