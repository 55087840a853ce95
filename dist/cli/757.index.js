// e3ea445c1a910a08
(() => {
'use strict';
const id = 757;
const ids = [757];
const modules = {

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
