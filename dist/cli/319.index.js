// 8bd63d06b7308d3e
(() => {
'use strict';
const id = 319;
const ids = [319];
const modules = {

/***/ 319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeReport: () => (/* binding */ writeReport)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/adapters/make-directory.ts
var make_directory = __webpack_require__(350);
// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/model/cause.ts + 3 modules
var model_cause = __webpack_require__(1714);
// EXTERNAL MODULE: ./src/model/lines.ts
var lines = __webpack_require__(4050);
// EXTERNAL MODULE: ./src/model/evidence.ts
var model_evidence = __webpack_require__(6860);
// EXTERNAL MODULE: ./src/report/escape-html.ts
var escape_html = __webpack_require__(4981);
// EXTERNAL MODULE: ./src/report/frame.ts
var report_frame = __webpack_require__(431);
// EXTERNAL MODULE: ./src/report/paint.ts
var paint = __webpack_require__(9066);
;// CONCATENATED MODULE: ./src/report/shown-lines.ts
/**
 * Whether the line that a finding is about may stand in a report, which is often kept and handed on. What security rules complain of
 * may be the secret itself.
 */
function isShown(code) {
    return !code.startsWith('security/');
}

;// CONCATENATED MODULE: ./src/report/evidence-html.ts





/** What was observed, and the last log lines; errors show it at once. */
function evidenceHtml(finding) {
    const { facts, log } = (0,model_evidence/* splitEvidence */.aN)(finding.evidence);
    const list = facts.length === 0 ? '' : `<table class="facts">${facts.map(factRow).join('')}</table>`;
    const lines = log.length === 0 ? '' : `<p class="meta">last log lines</p><pre>${(0,escape_html/* escapeHtml */.Z)(log.join('\n'))}</pre>`;
    const open = finding.severity === 'error' ? ' open' : '';
    const seen = list + lines;
    return seen === '' ? '' : `<details${open}><summary>Evidence</summary>${seen}</details>`;
}
function factRow(fact) {
    const [label, text] = (0,model_evidence/* labelOf */.Wy)(fact);
    const shown = `<code>${(0,escape_html/* escapeHtml */.Z)(text).replaceAll('\n', '<br>')}</code>`;
    return label === ''
        ? `<tr><td colspan="2">${shown}</td></tr>`
        : `<tr><th>${(0,escape_html/* escapeHtml */.Z)(label)}</th><td>${shown}</td></tr>`;
}
/** The line of the configuration that has to change. */
function sourceLineHtml({ code, location }, lineOf) {
    if (!location || !isShown(code))
        return '';
    const lines = (0,report_frame/* frame */.G)(location, lineOf, 'red', (0,paint/* painter */.C)(false)).map((line) => line.slice(2));
    return lines.length === 0 ? '' : `<pre class="frame">${(0,escape_html/* escapeHtml */.Z)(lines.join('\n'))}</pre>`;
}

// EXTERNAL MODULE: ./src/report/fix-lines.ts
var fix_lines = __webpack_require__(5011);
;// CONCATENATED MODULE: ./src/report/html-style.ts
/** The style of the HTML report: light and dark by the reader's setting, readable on a phone. */
const STYLE = `
:root { color-scheme: light dark; --bg: #ffffff; --card: #f6f8fa; --text: #1f2328; --dim: #59636e; --line: #d1d9e0; --good: #1a7f37; --bad: #cf222e; --warn: #9a6700; --info: #0969da; --idle: #afb8c1; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #0d1117; --card: #151b23; --text: #f0f6fc; --dim: #9198a1; --line: #3d444d; --good: #3fb950; --bad: #f85149; --warn: #d29922; --info: #4493f8; --idle: #57606a; }
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
article p { margin: 4px 0; } .help::before { content: "\u2192 "; color: var(--dim); }
a { color: var(--info); } ul { margin: 4px 0; padding-left: 20px; }
code, pre { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; background: var(--bg); border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px; margin: 6px 0 0; white-space: pre-wrap; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th { text-align: left; color: var(--dim); font-weight: 500; font-size: 13px; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
.long { display: inline-block; white-space: normal; min-width: 220px; }
.good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; } .idle { color: var(--dim); font-weight: 600; }
article details { margin-top: 8px; } summary { cursor: pointer; color: var(--info); } footer { text-align: center; padding: 16px; }
.frame { white-space: pre; color: var(--dim); }
.facts { margin: 6px 0; } .facts th, .facts td { border: 0; padding: 2px 12px 2px 0; white-space: normal; } .facts th { white-space: nowrap; width: 1%; }
.legend { color: var(--dim); font-size: 13px; display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 6px 0 0; }
.legend i { display: inline-block; width: 14px; height: 10px; border-radius: 2px; margin-right: 6px; } .legend b { color: var(--bad); margin-right: 6px; }
.legend .scrape { width: 8px; height: 8px; border-radius: 0; transform: rotate(45deg); background: var(--bg); border: 2px solid var(--text); }
svg .failed { stroke: var(--bad); stroke-width: 2.5; fill: none; } svg .first-scrape { fill: var(--bg); stroke: var(--text); stroke-width: 1.5; }
svg { display: block; width: 100%; height: auto; min-width: 620px; } svg text { fill: var(--text); font-size: 12px; } svg .axis { fill: var(--dim); paint-order: stroke; stroke: var(--bg); stroke-width: 3px; }
`;

// EXTERNAL MODULE: ./src/report/seconds.ts
var seconds = __webpack_require__(8771);
;// CONCATENATED MODULE: ./src/report/html-tables.ts


/** Findings that do not count, and why. */
function suppressedTable({ suppressed }) {
    const rows = suppressed.map(({ finding: { code, message, location }, kind, reason }) => [
        (0,escape_html/* escapeHtml */.Z)(code),
        `<code>${(0,escape_html/* escapeHtml */.Z)(location ? `${location.file}:${String(location.start.line)}` : '')}</code>`,
        `<span class="long">${(0,escape_html/* escapeHtml */.Z)(message)}</span>`,
        `<span class="long">${(0,escape_html/* escapeHtml */.Z)(reason)}</span>`,
        kind,
    ]);
    return table(['code', 'place', 'finding', 'why it does not count', 'by'], rows);
}
/** Expected targets and what became of them. */
function targetsTable({ targets }) {
    const someError = targets.some(({ last_error }) => last_error !== undefined);
    const rows = targets.map((target) => [
        (0,escape_html/* escapeHtml */.Z)(target.job),
        `<code>${(0,escape_html/* escapeHtml */.Z)(target.target)}</code>`,
        state(target.health, target.health === 'up'),
        target.first_up_after_ms === undefined ? '' : (0,seconds/* seconds */.Y)(target.first_up_after_ms),
        target.scrape_duration_ms === undefined ? '' : `${target.scrape_duration_ms.toFixed(1)} ms`,
        `<code>${(0,escape_html/* escapeHtml */.Z)(`${target.expected_from.file}:${String(target.expected_from.line)}`)}</code>`,
        ...(someError ? [`<span class="long">${(0,escape_html/* escapeHtml */.Z)(target.last_error ?? '')}</span>`] : []),
    ]);
    const head = ['job', 'target', 'health', 'first up after', 'scrape', 'expected from'];
    return table(someError ? [...head, 'last error'] : head, rows);
}
/** Services as they were last seen. */
function servicesTable({ services }) {
    const rows = services.map((service) => [
        (0,escape_html/* escapeHtml */.Z)(service.name),
        state(service.state === 'running' && service.health !== 'none' ? service.health : service.state, service.health === 'healthy' || (service.state === 'running' && service.health === 'none')),
        service.ready_after_ms === undefined ? '' : (0,seconds/* seconds */.Y)(service.ready_after_ms),
        String(service.restarts),
        `<code>${(0,escape_html/* escapeHtml */.Z)(service.image)}</code>`,
        service.logs_tail?.length
            ? `<details><summary>last log lines</summary><pre>${(0,escape_html/* escapeHtml */.Z)(service.logs_tail.join('\n'))}</pre></details>`
            : '',
    ]);
    return table(['service', 'state', 'ready after', 'restarts', 'image', ''], rows);
}
/** Files that were read. */
function filesTable({ files }) {
    const rows = files.map(({ path, kind, errors, warnings }) => [
        `<code>${(0,escape_html/* escapeHtml */.Z)(path)}</code>`,
        (0,escape_html/* escapeHtml */.Z)(kind),
        String(errors),
        String(warnings),
    ]);
    return table(['file', 'kind', 'errors', 'warnings'], rows);
}
/** States that are neither good nor bad yet. */
const UNDECIDED = new Set(['not started', 'starting', 'created', 'unknown', 'dropped']);
function state(word, good) {
    const color = good ? 'good' : UNDECIDED.has(word) ? 'idle' : 'bad';
    return `<span class="${color}">${(0,escape_html/* escapeHtml */.Z)(word)}</span>`;
}
function table(head, rows) {
    if (rows.length === 0)
        return '';
    const cells = (row, tag) => row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
    const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
    return `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead>\n<tbody>${body}</tbody></table></div>`;
}

;// CONCATENATED MODULE: ./src/report/timeline.ts

/** More services than this make no picture that anybody can read. */
const MOST_SERVICES = 60;
/** When stages ran and services were created, started, ready and first scraped; undefined for a run that started nothing. Pure. */
function timelineOf(report) {
    const startedMs = Date.parse(report.started_at);
    const stages = report.stages.flatMap(({ name, status, started_at, duration_ms = 0 }) => {
        if (started_at === undefined)
            return [];
        const fromMs = Date.parse(started_at) - startedMs;
        const toMs = fromMs + duration_ms;
        const failed = status === 'failed';
        const spans = [{ kind: failed ? 'stage-failed' : 'stage', fromMs, toMs }];
        const note = `${(0,seconds/* seconds */.Y)(duration_ms)}${failed ? ', failed' : ''}`;
        return [{ group: 'stages', label: name, spans, marks: failed ? [{ kind: 'failed', atMs: toMs }] : [], note }];
    });
    if (report.command === 'check' || stages.length === 0)
        return undefined;
    const down = stages.find(({ label }) => label === 'down')?.spans[0]?.fromMs;
    const failed = new Set(report.findings.flatMap(({ severity, subject, code }) => severity === 'error' && subject?.service !== undefined && /^runtime\/(?:service|bring)-/.test(code)
        ? [subject.service]
        : []));
    const untilMs = down ?? report.duration_ms;
    const services = report.services
        .slice(0, MOST_SERVICES)
        .map((service) => serviceRow(service, untilMs, failed.has(service.name)));
    const rows = [...stages, ...services];
    const endMs = Math.max(1, report.duration_ms, ...rows.flatMap(({ spans }) => spans.map(({ toMs }) => toMs)));
    return { rows, endMs, more: report.services.length - services.length };
}
function serviceRow(service, untilMs, isFailed) {
    const { created_after_ms: created, ready_after_ms: ready, exited_after_ms: exited, first_scrape_after_ms: scraped, } = service;
    const started = service.started_after_ms ?? created;
    const row = { group: 'services', label: service.name };
    if (created === undefined && ready === undefined)
        return { ...row, spans: [], marks: [], note: service.state };
    const goneMs = exited ?? untilMs;
    const failedNow = isFailed && ready === undefined;
    const spans = [
        span('created', created, started),
        span(failedNow ? 'failed' : 'starting', started ?? 0, ready ?? goneMs),
        ...(ready === undefined ? [] : [span('ready', ready, untilMs)]),
    ].flat();
    const marks = [
        ...(scraped === undefined ? [] : [{ kind: 'first-scrape', atMs: scraped }]),
        ...(isFailed ? [{ kind: 'failed', atMs: goneMs }] : []),
    ];
    const note = [
        ...(ready === undefined ? [] : [`ready ${(0,seconds/* seconds */.Y)(ready)}`]),
        ...(scraped === undefined ? [] : [`scraped ${(0,seconds/* seconds */.Y)(scraped)}`]),
        ...(isFailed || ready === undefined ? [stateOf(service)] : []),
    ].join(', ');
    return { ...row, spans, marks, note };
}
/** Ready before it was started is another clock; what lasts no time is no span. */
function span(kind, fromMs, toMs) {
    return fromMs === undefined || toMs === undefined || toMs < fromMs ? [] : [{ kind, fromMs, toMs }];
}
function stateOf({ state, health, exit_code, exited_after_ms, restarts }) {
    if (restarts > 0)
        return `restarted ${String(restarts)} times`;
    const at = exited_after_ms === undefined ? '' : ` ${(0,seconds/* seconds */.Y)(exited_after_ms)}`;
    if (exit_code !== undefined)
        return `exited${at} (code ${String(exit_code)})`;
    return state === 'running' && health !== 'none' ? health : state;
}
/** Round seconds for an axis, at most eight of them. */
function ticksOf(endMs) {
    const step = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600].find((candidate) => endMs / 1000 / candidate <= 8) ?? 1800;
    return Array.from({ length: Math.floor(endMs / 1000 / step) + 1 }, (_, index) => index * step);
}

;// CONCATENATED MODULE: ./src/report/timeline-svg.ts



const WIDTH = 1000;
const LABELS = 190;
/** Room for the words behind the bars. */
const NOTES = 230;
const ROW = 22;
const TOP = 24;
const GAP = 10;
const FILL = {
    stage: 'var(--info)',
    'stage-failed': 'var(--bad)',
    created: 'var(--idle)',
    starting: 'var(--warn)',
    ready: 'var(--good)',
    failed: 'var(--bad)',
};
const WORDS = {
    stage: 'passed',
    'stage-failed': 'failed',
    created: 'created, not started',
    starting: 'starting',
    ready: 'ready',
    failed: 'never ready',
};
/** Stages and services over the time of the run; empty for a run that started nothing. */
function timelineSvg(report) {
    const timeline = timelineOf(report);
    if (!timeline)
        return '';
    const { rows, endMs, more } = timeline;
    const x = (ms) => LABELS + (Math.min(ms, endMs) / endMs) * (WIDTH - LABELS - NOTES);
    let y = TOP;
    const drawn = rows.map((row, index) => {
        if (index > 0 && row.group !== rows[index - 1]?.group)
            y += GAP;
        const text = rowSvg(row, y, x);
        y += ROW;
        return text;
    });
    const height = y + 4;
    return `<div class="scroll"><svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="timeline of the run">
${axis(endMs, height, x)}
${drawn.join('\n')}
</svg></div>
${more > 0 ? `<p class="meta">and ${String(more)} more services</p>` : ''}${LEGEND}`;
}
const LEGEND = `<p class="legend">${['created', 'starting', 'ready', 'failed']
    .map((kind) => `<span><i style="background:${FILL[kind]}"></i>${WORDS[kind]}</span>`)
    .join('')}<span><i class="scrape"></i>first scrape</span><span><b>\u2715</b>failed</span></p>`;
function rowSvg({ label, spans, marks, note }, y, x) {
    const shown = label.length > 27 ? `${label.slice(0, 26)}\u2026` : label;
    const end = Math.max(LABELS, ...spans.map(({ toMs }) => x(toMs)), ...marks.map(({ atMs }) => x(atMs) + 6));
    return `<text x="0" y="${String(y + 15)}"><title>${(0,escape_html/* escapeHtml */.Z)(label)}</title>${(0,escape_html/* escapeHtml */.Z)(shown)}</text>${spans
        .map((span) => bar(span, y, x))
        .join('')}${marks.map((mark) => sign(mark, y, x)).join('')}<text class="axis" x="${(end + 8).toFixed(1)}" y="${String(y + 15)}">${(0,escape_html/* escapeHtml */.Z)(note)}</text>`;
}
function bar({ kind, fromMs, toMs }, y, x) {
    const width = Math.max(x(toMs) - x(fromMs), 2);
    const title = `${WORDS[kind]}: ${(0,seconds/* seconds */.Y)(fromMs)} to ${(0,seconds/* seconds */.Y)(toMs)}`;
    return `<rect x="${x(fromMs).toFixed(1)}" y="${String(y + 5)}" width="${width.toFixed(1)}" height="12" rx="2" fill="${FILL[kind]}"><title>${title}</title></rect>`;
}
function sign({ kind, atMs }, y, x) {
    const [left, middle] = [x(atMs), y + 11];
    const path = kind === 'failed'
        ? `M${at(left - 4, middle - 4)} L${at(left + 4, middle + 4)} M${at(left - 4, middle + 4)} L${at(left + 4, middle - 4)}`
        : `M${at(left, middle - 6)} L${at(left + 6, middle)} L${at(left, middle + 6)} L${at(left - 6, middle)} Z`;
    const words = kind === 'failed' ? 'failed' : 'first scrape';
    return `<path class="${kind}" d="${path}"><title>${words}: ${(0,seconds/* seconds */.Y)(atMs)}</title></path>`;
}
function at(x, y) {
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
/** Vertical lines at round seconds. */
function axis(endMs, height, x) {
    return ticksOf(endMs)
        .map((tick) => {
        const left = x(tick * 1000).toFixed(1);
        return `<line x1="${left}" x2="${left}" y1="${String(TOP - 6)}" y2="${String(height)}" stroke="var(--line)"/><text class="axis" x="${left}" y="12" text-anchor="middle">${String(tick)} s</text>`;
    })
        .join('');
}

;// CONCATENATED MODULE: ./src/report/html.ts









/** The report as one page that needs nothing else: no script, no font, no network. */
function renderHtml(report, sources = new Map()) {
    const lineOf = (0,lines/* linesOf */.D)(sources);
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
${section('Findings', report.findings.map((finding) => findingCard(finding, lineOf)).join('\n'))}
${section('Suppressed', suppressedTable(report))}
${section('Timeline', timelineSvg(report))}
${section('Targets', targetsTable(report))}
${section('Services', servicesTable(report))}
${section('Files', filesTable(report))}
</main>
<footer>scrapegate ${(0,escape_html/* escapeHtml */.Z)(report.tool.version)} \u00b7 ${(0,escape_html/* escapeHtml */.Z)(report.started_at)}</footer>
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
        [(0,seconds/* seconds */.Y)(report.duration_ms), 'duration'],
    ];
    const tiles = facts.map(([value = '', label = '']) => `<div><dt>${label}</dt><dd>${(0,escape_html/* escapeHtml */.Z)(value)}</dd></div>`);
    return `<header>
<h1><span class="badge">${report.verdict}</span> ${reason === undefined ? 'Prometheus scrapes every expected target.' : (0,escape_html/* escapeHtml */.Z)(reason)}</h1>
<dl>${tiles.join('')}</dl>
</header>`;
}
function findingCard(finding, lineOf) {
    const { severity, code, message, cause, location, related, docs_url } = finding;
    const place = location ? `${location.file}:${String(location.start.line)}:${String(location.start.column)}` : '';
    const name = docs_url === undefined ? (0,escape_html/* escapeHtml */.Z)(code) : `<a href="${(0,escape_html/* escapeHtml */.Z)(docs_url)}">${(0,escape_html/* escapeHtml */.Z)(code)}</a>`;
    const others = related.map((one) => `<li><code>${(0,escape_html/* escapeHtml */.Z)(`${one.location.file}:${String(one.location.start.line)}`)}</code> ${(0,escape_html/* escapeHtml */.Z)(one.message)}</li>`);
    return `<article class="${severity}">
<p class="meta"><strong>${severity}</strong> ${name} <code>${(0,escape_html/* escapeHtml */.Z)(place)}</code></p>
<h3>${(0,escape_html/* escapeHtml */.Z)(message)}</h3>
${sourceLineHtml(finding, lineOf)}
${why(message, cause)}
${(0,fix_lines/* fixLines */.$)(finding)
        .map(([label, text]) => `<p class="help">${label === 'help' ? '' : `${label}: `}${withCode(text)}</p>`)
        .join('')}
${others.length === 0 ? '' : `<ul>${others.join('')}</ul>`}
${evidenceHtml(finding)}
</article>`;
}
/** What stands between backticks is code. */
function withCode(text) {
    return (0,escape_html/* escapeHtml */.Z)(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
/** The cause in words, unless the message says it already. */
function why(message, cause) {
    const title = cause === undefined ? undefined : model_cause/* CAUSES */.h[cause].title;
    return title === undefined || message.includes(title) ? '' : `<p>Cause: ${(0,escape_html/* escapeHtml */.Z)(title)}.</p>`;
}

// EXTERNAL MODULE: ./src/model/harmless.ts
var harmless = __webpack_require__(5106);
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
        lines.push(`  ${ids.get(service.name) ?? ''}["${label(service.name)}"]:::${shade(service)}`);
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
        const to = known ?? `t${String(index)}["${label(target)}"]`;
        lines.push(`  ${from} ==>|"${label(`${job}: ${health}`)}"| ${to}`);
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
    return state === 'not started' || (state === 'running' && health === 'starting') ? 'idle' : 'bad';
}
/** Mermaid's own escapes: a quote would end the label, a hash start an entity. */
function label(text) {
    return (0,harmless/* oneLine */.TN)(text)
        .replaceAll('#', '#35;')
        .replaceAll('"', '#quot;')
        .replaceAll('<', '#lt;')
        .replaceAll('`', '#96;')
        .slice(0, 60);
}

;// CONCATENATED MODULE: ./src/report/markdown.ts

/** Text of others in a table cell or a sentence: no markup of theirs has an effect, and nobody is mentioned. */
function escapeMarkdown(text) {
    return (0,harmless/* oneLine */.TN)(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
        .replaceAll('@', '@\u200b')
        .replaceAll('://', ':\u200b//');
}
/** Text of others as code in a table cell. */
function code(text) {
    const plain = (0,harmless/* oneLine */.TN)(text).replaceAll('|', '\\|');
    const ticks = '`'.repeat(longestRun(plain) + 1);
    const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
    return plain === '' ? '' : `${ticks}${pad}${plain}${pad}${ticks}`;
}
/** A fenced block that its content cannot close. */
function fenced(lines, language = '') {
    const body = (0,harmless/* harmless */.Is)(lines.join('\n'));
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

;// CONCATENATED MODULE: ./src/report/evidence-markdown.ts





/** More findings than this nobody unfolds; report.json has the evidence of all. */
const MOST = 20;
/** What was observed, a fold a finding: the configuration line, facts and log lines. The first one is open. */
function evidenceMarkdown(findings, lineOf) {
    const parts = findings
        .filter(({ evidence }) => evidence !== undefined && evidence.length > 0)
        .slice(0, MOST)
        .map((finding, index) => fold(finding, lineOf, index === 0));
    return parts.length === 0 ? '' : `### What was seen\n\n${parts.join('\n\n')}`;
}
function fold(finding, lineOf, open) {
    const { facts, log } = (0,model_evidence/* splitEvidence */.aN)(finding.evidence);
    const parts = [
        sourceLine(finding, lineOf),
        facts.map(item).join('\n'),
        log.length === 0 ? '' : `Last log lines:\n\n${fenced(log)}`,
    ].filter((part) => part !== '');
    const head = `<details${open ? ' open' : ''}><summary>${escapeMarkdown(finding.message)}</summary>`;
    return `${head}\n\n${parts.join('\n\n')}\n\n</details>`;
}
function item(fact) {
    const [label, text] = (0,model_evidence/* labelOf */.Wy)(fact);
    const shown = text.split('\n').map(escapeMarkdown).join('<br>');
    return label === '' ? `- ${shown}` : `- **${escapeMarkdown(label)}**: ${shown}`;
}
function sourceLine({ code, location }, lineOf) {
    if (!location || !isShown(code))
        return '';
    const lines = (0,report_frame/* frame */.G)(location, lineOf, 'red', (0,paint/* painter */.C)(false)).map((line) => line.slice(2));
    return lines.length === 0
        ? ''
        : `${escapeMarkdown(`${location.file}:${String(location.start.line)}`)}\n\n${fenced(lines)}`;
}

;// CONCATENATED MODULE: ./src/report/summary-tables.ts


/** More rows than this nobody reads in a summary; report.json has them. */
const MOST_ROWS = 200;
/** Services as they were last seen, and when they came to be so. */
function servicesSection({ services: all }) {
    if (all.length === 0)
        return '';
    const rows = all
        .slice(0, MOST_ROWS)
        .map(({ name, state, health, restarts, exit_code, image, ...times }) => [
        escapeMarkdown(name),
        health === 'none' || state !== 'running' ? state : `${state}, ${health}`,
        after(times.created_after_ms),
        after(times.started_after_ms),
        after(times.ready_after_ms),
        after(times.first_scrape_after_ms),
        String(restarts),
        exit_code === undefined ? '' : String(exit_code),
        code(image),
    ]);
    const times = ['created after', 'started after', 'ready after', 'first scrape after'];
    return `### Services\n\n${markdownTable(['service', 'state', ...times, 'restarts', 'exit code', 'image'], rows)}`;
}
function after(ms) {
    return ms === undefined ? '' : (0,seconds/* seconds */.Y)(ms);
}
/** Expected targets and what became of them. */
function targetsSection({ targets: all }) {
    if (all.length === 0)
        return '';
    const rows = all
        .slice(0, MOST_ROWS)
        .map((target) => [
        escapeMarkdown(target.job),
        escapeMarkdown(target.target),
        target.health === 'up' ? '\u2705 up' : `\u274c ${target.health}`,
        target.first_up_after_ms === undefined ? '' : (0,seconds/* seconds */.Y)(target.first_up_after_ms),
        target.scrape_duration_ms === undefined ? '' : `${target.scrape_duration_ms.toFixed(1)} ms`,
        code(`${target.expected_from.file}:${String(target.expected_from.line)}`),
        escapeMarkdown(target.last_error ?? ''),
    ]);
    const head = ['job', 'target', 'health', 'first up after', 'scrape', 'expected from', 'last error'];
    return `### Targets\n\n${markdownTable(head, rows)}`;
}

// EXTERNAL MODULE: ./src/model/columns.ts
var columns = __webpack_require__(946);
;// CONCATENATED MODULE: ./src/report/timeline-text.ts



const CELLS = 60;
const LONGEST_LABEL = 26;
const timeline_text_FILL = {
    stage: '\u2501',
    'stage-failed': '\u2501',
    created: '\u00b7',
    starting: '\u2591',
    failed: '\u2591',
    ready: '\u2588',
};
const SIGN = { 'first-scrape': '\u25c6', failed: '\u2716' };
const timeline_text_LEGEND = '\u00b7 created   \u2591 starting   \u2588 ready   \u25c6 first scrape   \u2716 failed';
/** The timeline of a run as lines of text of the same width for each character; empty for a run that started nothing. */
function timelineText(report) {
    const timeline = timelineOf(report);
    if (!timeline)
        return [];
    const { rows, endMs, more } = timeline;
    const cell = (ms) => Math.min(CELLS - 1, Math.max(0, Math.floor((ms / endMs) * CELLS)));
    const labels = rows.map(({ label }) => (0,columns/* cutToColumns */.b9)((0,harmless/* oneLine */.TN)(label), LONGEST_LABEL));
    const width = Math.max(...labels.map(columns/* columnsOf */.PL));
    const line = (label, chart, note = '') => `${(0,columns/* padToColumns */.UG)(label, width)}  ${chart}  ${note}`.trimEnd();
    const lines = rows.flatMap((row, index) => {
        const first = index > 0 && row.group !== rows[index - 1]?.group ? [''] : [];
        return [...first, line(labels[index] ?? '', chartOf(row, cell), row.note)];
    });
    return [
        line('', timeline_text_axis(endMs)),
        ...lines,
        ...(more > 0 ? [`and ${String(more)} more services`] : []),
        '',
        line('', timeline_text_LEGEND),
    ];
}
function chartOf({ spans, marks }, cell) {
    const cells = Array(CELLS).fill(' ');
    // What is shorter than a cell still takes one, so that a check of 20 ms is seen.
    for (const { kind, fromMs, toMs } of spans)
        cells.fill(timeline_text_FILL[kind], cell(fromMs), cell(toMs) + 1);
    for (const { kind, atMs } of marks)
        cells[cell(atMs)] = SIGN[kind];
    return cells.join('');
}
function timeline_text_axis(endMs) {
    let text = '';
    for (const tick of ticksOf(endMs)) {
        const label = `${String(tick)} s`;
        const at = Math.floor(((tick * 1000) / endMs) * CELLS);
        if (at >= text.length)
            text = text.padEnd(at) + label;
    }
    return text.padEnd(CELLS);
}

;// CONCATENATED MODULE: ./src/report/summary.ts










/** GitHub drops a step's whole summary above 1 MiB; this stays below it. */
const LIMIT_BYTES = 1_000_000;
const summary_SIGN = { pass: '\u2705', fail: '\u274c', error: '\u26a0\ufe0f' };
const MARK = { error: '\u274c error', warning: '\u26a0\ufe0f warning', notice: '\u2139\ufe0f notice' };
/** The report as a job summary in GitHub's Markdown. Sections that would pass the limit are left out, and it says so. */
function renderSummary(report, { limitBytes = LIMIT_BYTES, sources = new Map(), } = {}) {
    const sections = [
        headline(report),
        findings(report),
        evidenceMarkdown(report.findings, (0,lines/* linesOf */.D)(sources)),
        suppressed(report),
        servicesSection(report),
        targetsSection(report),
        timeline(report),
        diagram('Topology', topology(report, prometheusOf(report))),
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
        `## ${summary_SIGN[report.verdict] ?? ''} Scrapegate: ${report.verdict}, stack ${report.status}`,
        '',
        `${proof} The run took ${(0,seconds/* seconds */.Y)(report.duration_ms)}.${reason === undefined ? '' : ` **${escapeMarkdown(reason)}**`}`,
    ].join('\n');
}
function findings({ findings: all }) {
    if (all.length === 0)
        return '';
    const rows = all.slice(0, MOST_ROWS).map((finding) => [MARK[finding.severity], where(finding), what(finding)]);
    const more = all.length > MOST_ROWS ? `\n\n_${String(all.length - MOST_ROWS)} more findings are in report.json._` : '';
    return `### Findings\n\n${markdownTable(['', 'where', 'what, why and what to do'], rows)}${more}`;
}
function where({ location, code: name }) {
    const place = location ? code(`${location.file}:${String(location.start.line)}`) : '';
    return `${place}<br><sub>${escapeMarkdown(name)}</sub>`;
}
function what(finding) {
    const { message, cause, docs_url } = finding;
    const title = cause === undefined ? undefined : model_cause/* CAUSES */.h[cause].title;
    const why = title === undefined || message.includes(title) ? '' : `<br>Cause: ${escapeMarkdown(title)}.`;
    const todo = (0,fix_lines/* fixLines */.$)(finding)
        .map(([label, text]) => `<br>\u2192 ${label === 'help' ? '' : `${label}: `}${escapeMarkdown(text)}`)
        .join('');
    const page = docs_url === undefined ? '' : ` ([page](${docs_url}))`;
    return `**${escapeMarkdown(message)}**${why}${todo}${page}`;
}
function suppressed({ suppressed: all }) {
    if (all.length === 0)
        return '';
    const rows = all
        .slice(0, MOST_ROWS)
        .map(({ finding, kind, reason }) => [
        where(finding),
        escapeMarkdown(finding.message),
        `${escapeMarkdown(reason)}<br><sub>${kind}</sub>`,
    ]);
    const count = `${String(all.length)} suppressed finding${all.length === 1 ? '' : 's'}`;
    const table = markdownTable(['where', 'what', 'why it does not count'], rows);
    return `<details><summary>${count}</summary>\n\n${table}\n\n</details>`;
}
function timeline(report) {
    const lines = timelineText(report);
    return lines.length === 0 ? '' : `### Timeline\n\n${fenced(lines)}`;
}
function diagram(title, mermaid) {
    return mermaid === undefined ? '' : `### ${title}\n\n${fenced(mermaid.split('\n'), 'mermaid')}`;
}
/** Of services whose log is not quoted as evidence already. */
function logs({ services: all, findings: found }) {
    const quoted = found.flatMap(({ subject, evidence }) => (evidence?.includes(model_evidence/* LOG_HEADING */.sN) ? [subject?.service] : []));
    const parts = all.flatMap(({ name, logs_tail }) => logs_tail && logs_tail.length > 0 && !quoted.includes(name)
        ? [`<details><summary>Last log lines of ${escapeMarkdown(name)}</summary>\n\n${fenced(logs_tail)}\n\n</details>`]
        : []);
    return parts.join('\n\n');
}
/** The service that scrapes itself, or the one whose name says so: good enough for a picture. */
function prometheusOf({ services: all, targets: scraped }) {
    const itself = scraped.find(({ target }) => /^(?:localhost|127\.0\.0\.1)[:]/.test(target))?.service;
    return itself ?? all.find(({ name, image }) => /prometheus/.test(name) || /prometheus/.test(image))?.name;
}

// EXTERNAL MODULE: ./src/entry/render.ts + 6 modules
var render = __webpack_require__(5576);
;// CONCATENATED MODULE: ./src/entry/write-report.ts







/** Writes the report in all its forms. Throws EnvironmentError when the directory cannot be written. */
function writeReport(result, directory, { failOnSeverity } = { failOnSeverity: 'error' }) {
    const { report } = result;
    const as = (format) => (0,render.render)(result, { format, failOnSeverity, color: false });
    const files = {
        'report.json': as('json'),
        'scrapegate.sarif': as('sarif'),
        'junit.xml': as('junit'),
        'summary.md': renderSummary(report, { sources: result.sources }),
        'report.html': renderHtml(report, result.sources),
    };
    try {
        (0,make_directory/* makeDirectory */.O)(directory);
        for (const [name, text] of Object.entries(files))
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.resolve)(directory, name), text);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new errors/* EnvironmentError */.eG(`the report cannot be written to "${directory}" (${why}): name another place with --report-dir`);
    }
    const at = (name) => (0,external_node_path_.join)(directory, name);
    return {
        report: at('report.json'),
        summary: at('summary.md'),
        sarif: at('scrapegate.sarif'),
        junit: at('junit.xml'),
    };
}


/***/ })

};

return { id, ids, modules };
})()
