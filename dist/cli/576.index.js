// 1f7e7ff85c187cb1
(() => {
'use strict';
const id = 576;
const ids = [576];
const modules = {

/***/ 4875:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ repositoryRoot)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** The top directory of the repository that a directory is in; the directory itself outside of any. */
function repositoryRoot(directory) {
    for (let current = directory;; current = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(current)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(current, '.git')))
            return current;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(current) === current)
            return directory;
    }
}


/***/ }),

/***/ 5576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  render: () => (/* binding */ render)
});

// EXTERNAL MODULE: ./src/adapters/repository-root.ts
var repository_root = __webpack_require__(4875);
// EXTERNAL MODULE: ./src/known-codes.ts + 2 modules
var known_codes = __webpack_require__(8107);
// EXTERNAL MODULE: ./src/model/finding.ts
var model_finding = __webpack_require__(1300);
// EXTERNAL MODULE: ./src/report/escape-html.ts
var escape_html = __webpack_require__(4981);
// EXTERNAL MODULE: ./src/model/harmless.ts
var harmless = __webpack_require__(5106);
;// CONCATENATED MODULE: ./src/report/escape-xml.ts


/** Text of others in XML 1.0, which has no way to write control characters, halves of surrogate pairs and two code points more. */
function escapeXml(text) {
    return (0,escape_html/* escapeHtml */.Z)((0,harmless/* wellFormed */.ES)(text)).replaceAll(/[\ufffe\uffff]/g, '\ufffd');
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
    const fails = model_finding/* SEVERITIES */.o.indexOf(finding.severity) <= model_finding/* SEVERITIES */.o.indexOf(failsFrom);
    return {
        ...placeOf(finding),
        outcome: fails ? 'failure' : 'passed',
        message: finding.message,
        type: finding.code,
        details: textOf(finding),
    };
}
function suppressedCase({ finding, kind, reason }) {
    return {
        ...placeOf(finding),
        outcome: 'skipped',
        message: `suppressed (${kind}): ${reason}`,
        details: textOf(finding),
    };
}
function placeOf({ code, message, location }) {
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
    if (health === 'external')
        return { ...place, outcome: 'skipped', message: 'outside of the stack, and not up' };
    if (health === 'dropped')
        return { ...place, outcome: 'skipped', message: droppedMessage(target) };
    const message = `target "${target.target}" of scrape job "${job}" is ${health}${error ? `: ${error}` : ''}`;
    if (by)
        return { ...place, outcome: 'skipped', message: `suppressed (${by.kind}): ${by.reason}`, details: message };
    return { ...place, outcome: 'failure', type: `target ${health}`, message, details: message };
}
function droppedMessage({ dropped_by: by }) {
    return `dropped by relabelling${by ? `: ${by.file}:${String(by.line)}` : ''}`;
}
function counts(cases) {
    const of = (wanted) => String(cases.filter(({ outcome }) => outcome === wanted).length);
    return `tests="${String(cases.length)}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}
function caseXml(one) {
    const attributes = [
        `name="${escapeXmlAttribute((0,harmless/* oneLine */.TN)(one.name))}"`,
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
    const open = `<${outcome} message="${escapeXmlAttribute((0,harmless/* oneLine */.TN)(message))}"${kind}`;
    return text === '' ? `${open}/>` : `${open}>${text}</${outcome}>`;
}
function textOf({ severity, code, message, location, cause, help, evidence = [] }) {
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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/model/fingerprint.ts
var fingerprint = __webpack_require__(1109);
// EXTERNAL MODULE: ./src/model/lines.ts
var lines = __webpack_require__(4050);
// EXTERNAL MODULE: ./src/model/text-offsets.ts
var text_offsets = __webpack_require__(8215);
;// CONCATENATED MODULE: ./src/report/checkout.ts

/** A path as the repository names it, with slashes; undefined for a file outside of it. */
function pathInRepository(path, { root, workingDirectory }) {
    const parts = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(workingDirectory, path)).split(external_node_path_.sep);
    // Another drive of Windows stays absolute.
    return parts[0] === '..' || parts[0]?.endsWith(':') ? undefined : parts.join('/');
}

// EXTERNAL MODULE: ./src/report/fix-lines.ts
var fix_lines = __webpack_require__(5011);
;// CONCATENATED MODULE: ./src/report/sarif.ts









/** Places of one result that GitHub keeps. */
const MOST_RELATED = 100;
const LEVELS = { error: 'error', warning: 'warning', notice: 'note' };
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
    const writer = new ResultWriter(checkout, sources, used, fallback ?? '');
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
    return model_finding/* SEVERITIES */.o.indexOf(a.severity) - model_finding/* SEVERITIES */.o.indexOf(b.severity);
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
            defaultConfiguration: { level: LEVELS[facts?.severity ?? first?.severity ?? 'error'] },
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
            .map((finding) => ({ level: LEVELS[finding.severity], text: messageOf(finding) })),
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
                toolExecutionNotifications: notes.map(({ level, text }) => ({ level, message: { text: (0,harmless/* harmless */.Is)(text) } })),
            }),
    };
}
function messageOf({ message, help }) {
    const text = [(0,harmless/* oneLine */.TN)(message), ...(help === undefined ? [] : [`help: ${(0,harmless/* oneLine */.TN)(help)}`])].join('\n');
    return plainText(text);
}
/** A viewer makes a link of brackets and parentheses; what others wrote must not become one. */
function plainText(text) {
    return text.replaceAll('](', ']\u200b(');
}
/** Writes results, and numbers those that have the same fingerprint. */
class ResultWriter {
    checkout;
    sources;
    codes;
    fallback;
    #seen = new Map();
    #offsets = new Map();
    #lineOf;
    constructor(checkout, sources, codes, fallback) {
        this.checkout = checkout;
        this.sources = sources;
        this.codes = codes;
        this.fallback = fallback;
        this.#lineOf = (0,lines/* linesOf */.D)(sources);
    }
    result({ finding, by }) {
        const { code, severity, location, related } = finding;
        return {
            ruleId: code,
            ruleIndex: this.codes.indexOf(code),
            level: LEVELS[severity],
            message: { text: messageOf(finding) },
            locations: [location ? this.#location(location) : this.#wholeFile(this.fallback)],
            ...(related.length > 0
                ? {
                    relatedLocations: related.slice(0, MOST_RELATED).map((one, index) => ({
                        id: index + 1,
                        ...this.#location(one.location),
                        message: { text: (0,harmless/* oneLine */.TN)(one.message) },
                    })),
                }
                : {}),
            partialFingerprints: { 'scrapegate/v1': this.#fingerprint(finding) },
            ...this.#fixes(finding.fix),
            ...(by === undefined ? {} : { suppressions: [this.#suppression(by)] }),
            ...properties(finding),
        };
    }
    /** A replacement is exact or of no use: a fix of which an edit does not fit the text at hand is left out. */
    #fixes(fix) {
        if (!fix?.edits.every((edit) => this.#fits(edit)))
            return {};
        const files = [...new Set(fix.edits.map(({ location }) => location.file))];
        const artifactChanges = files.map((file) => ({
            artifactLocation: this.#artifact(file),
            replacements: fix.edits
                .filter(({ location }) => location.file === file)
                .map(({ location: { start, end }, text }) => ({
                deletedRegion: {
                    startLine: start.line,
                    startColumn: start.column,
                    endLine: end.line,
                    endColumn: end.column,
                },
                insertedContent: { text },
            })),
        }));
        const [line] = (0,fix_lines/* fixLines */.$)({ fix });
        return { fixes: [{ description: { text: plainText(line?.[1] ?? '') }, artifactChanges }] };
    }
    #fits(edit) {
        const { file } = edit.location;
        const text = this.sources.get(file);
        if (text === undefined)
            return false;
        const offsetOf = this.#offsets.get(file) ?? (0,text_offsets/* offsetsOf */.w)(text);
        this.#offsets.set(file, offsetOf);
        return (0,text_offsets/* placeEdit */.C)(edit, text, offsetOf) !== undefined;
    }
    #suppression({ kind, reason, location }) {
        return {
            kind: kind === 'inline' ? 'inSource' : 'external',
            status: 'accepted',
            justification: (0,harmless/* oneLine */.TN)(reason),
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
        const text = this.#lineOf(file, line);
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
        const line = location && this.#lineOf(location.file, location.start.line);
        const print = (0,fingerprint/* fingerprint */.R)(finding, file, line);
        const count = (this.#seen.get(print) ?? 0) + 1;
        this.#seen.set(print, count);
        return `${print}:${String(count)}`;
    }
}
/** One part of a path in a relative reference; half a surrogate pair has no encoding at all. */
function encodePart(part) {
    return encodeURIComponent((0,harmless/* wellFormed */.ES)(part));
}
function properties({ cause, help, evidence }) {
    const bag = {
        ...(cause === undefined ? {} : { cause }),
        ...(help === undefined ? {} : { help: (0,harmless/* oneLine */.TN)(help) }),
        ...(evidence === undefined ? {} : { evidence: evidence.map(harmless/* harmless */.Is) }),
    };
    return Object.keys(bag).length === 0 ? {} : { properties: bag };
}

;// CONCATENATED MODULE: ./src/report/annotations.ts



/** GitHub cuts a message there. */
const LONGEST = 4096;
/**
 * The findings that a step may annotate: GitHub shows 10 of each severity a step and drops the rest in silence, so the last
 * place says how many there are more. Source: the runner's `_maxCountPerIssueType`.
 */
function selectAnnotations(findings, limit = 10) {
    const cut = { error: 0, warning: 0, notice: 0 };
    const shown = model_finding/* SEVERITIES */.o.flatMap((severity) => {
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
function annotationText(finding) {
    const { message, cause } = finding;
    const todo = (0,fix_lines/* fixLines */.$)(finding).map(([label, text]) => `${label}: ${text}`);
    const parts = [(0,harmless/* oneLine */.TN)(message), ...(cause ? [`cause: ${cause}`] : []), ...todo];
    const text = parts.join('\n');
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}\u2026` : text;
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

// EXTERNAL MODULE: ./src/report/closing-line.ts
var closing_line = __webpack_require__(2296);
// EXTERNAL MODULE: ./src/report/paint.ts
var paint = __webpack_require__(9066);
// EXTERNAL MODULE: ./src/report/text.ts + 1 modules
var report_text = __webpack_require__(8911);
;// CONCATENATED MODULE: ./src/report/workflow-commands.ts






/** The findings as commands of a workflow's log, which GitHub shows on the lines they are about; the last line is the verdict. */
function renderWorkflowCommands(report, checkout) {
    const errors = report.error === undefined ? [] : [command('error', { title: 'scrapegate' }, report.error)];
    // Our own error takes one of the places that a step has.
    const findings = report.findings.filter(({ message }) => message !== report.error);
    const { shown } = selectAnnotations(findings, 10 - errors.length);
    const lines = [
        ...errors,
        ...shown.flatMap((finding) => [annotation(finding, checkout), ...evidence(finding)]),
        (0,closing_line/* closingLine */.o)(report),
    ];
    return `${lines.join('\n')}\n`;
}
/** What was observed, folded under its annotation. Each line is barred, so that none is a command. */
function evidence(finding) {
    const lines = (0,report_text/* evidenceLines */.p1)(finding, (0,paint/* painter */.C)(false));
    if (lines.length === 0)
        return [];
    return [command('group', {}, `evidence: ${(0,harmless/* oneLine */.TN)(finding.message)}`), ...lines, '::endgroup::'];
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
    const list = given.length > 0 ? ` ${given.join(',')}` : '';
    return `::${name}${list}::${escapeData(text)}`;
}
/** The runner undoes exactly these; a line break would end the command. */
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** Besides, a property ends at a comma and all of them at a colon. */
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// EXTERNAL MODULE: ./src/entry/render-text.ts
var render_text = __webpack_require__(8136);
;// CONCATENATED MODULE: ./src/entry/render.ts






/** A result in the form that was asked for, as it is printed. */
function render(result, how) {
    const { format, failOnSeverity } = how;
    const { report, sources } = result;
    switch (format) {
        case 'text':
            return (0,render_text/* renderText */.S)(result, how);
        case 'json':
            return `${JSON.stringify(report, undefined, 2)}\n`;
        case 'sarif':
            return renderSarif(report, sources, { checkout: checkout(), codes: known_codes/* KNOWN_CODES */.t });
        case 'junit':
            // Only check has a limit of its own: a gate fails by what it proved, and every error of it is a failure.
            return renderJunit(report, { failsFrom: report.command === 'check' ? failOnSeverity : 'error' });
        case 'github':
            return renderWorkflowCommands(report, checkout());
    }
}
function checkout() {
    const workingDirectory = process.cwd();
    return { root: (0,repository_root/* repositoryRoot */.H)(workingDirectory), workingDirectory };
}


/***/ }),

/***/ 8215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ placeEdit),
/* harmony export */   w: () => (/* binding */ offsetsOf)
/* harmony export */ });
/** The offsets of one text, in which lines end with `\n` as they do for `SourceFile`. */
function offsetsOf(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return ({ line, column }) => {
        const start = starts[line - 1];
        if (start === undefined || column < 1)
            return undefined;
        const lineEnd = (starts[line] ?? text.length + 1) - 1;
        return start + column - 1 > lineEnd ? undefined : start + column - 1;
    };
}
/** The stretch of text that an edit replaces; undefined when something else stands there. */
function placeEdit({ location, replaces }, text, offsetOf) {
    const start = offsetOf(location.start);
    const end = offsetOf(location.end);
    if (start === undefined || end === undefined || end < start || text.slice(start, end) !== replaces)
        return undefined;
    return { start, end };
}


/***/ }),

/***/ 4981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ escapeHtml)
/* harmony export */ });
/* harmony import */ var _model_harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5106);

/** Text of others in HTML, in an element or a quoted attribute. */
function escapeHtml(text) {
    return (0,_model_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .harmless */ .Is)(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}


/***/ })

};

return { id, ids, modules };
})()
