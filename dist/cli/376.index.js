// ed854c8aa5ab03c7
(() => {
'use strict';
const id = 376;
const ids = [376];
const modules = {

/***/ 7376:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  progressOf: () => (/* binding */ progressOf)
});

// EXTERNAL MODULE: ./src/model/columns.ts
var model_columns = __webpack_require__(946);
// EXTERNAL MODULE: ./src/model/harmless.ts
var harmless = __webpack_require__(5106);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/adapters/live-frame.ts



const STYLES = { ready: 'green', failed: 'red', waiting: 'yellow', unstarted: 'dim' };
const MARKS = {
    ready: ['\u2714', '+'],
    failed: ['\u2716', 'x'],
    waiting: ['\u25cf', '*'],
    unstarted: ['\u00b7', '.'],
};
/** Where there is no room for all, the first of these stay. */
const URGENCY = ['failed', 'waiting', 'unstarted', 'ready'];
const LONGEST_NAME = 28;
/** One line for each service, cut to the room that there is. Pure. */
function frameOf(title, services, { columns, rows }, style) {
    if (services.length === 0)
        return { plain: [], painted: [] };
    // A line that fills the last column may wrap, and the cursor needs a line of its own.
    const width = Math.max(columns - 1, 1);
    const shown = mostUrgent(services, Math.max(rows - 3, 1));
    const left = services.filter((one) => !shown.includes(one));
    const name = Math.min(LONGEST_NAME, Math.max(...shown.map(({ service }) => (0,model_columns/* columnsOf */.PL)(service))));
    const state = Math.max(...shown.map((one) => (0,model_columns/* columnsOf */.PL)(one.state)));
    const ready = services.filter(({ phase }) => phase === 'ready').length;
    const lines = [
        [['dim', `${title}: ${String(ready)} of ${String(services.length)} services are ready`]],
        ...shown.map((one) => serviceLine(one, { name, state }, style)),
        ...(left.length > 0 ? [[['dim', `  and ${counted(left)}`]]] : []),
    ];
    const cut = lines.map((pieces) => fit(pieces, width));
    return {
        plain: cut.map((pieces) => pieces.map(([, text]) => text).join('')),
        painted: cut.map((pieces) => pieces.map((piece) => paint(piece, style.color)).join('')),
    };
}
function mostUrgent(services, most) {
    if (services.length <= most)
        return services;
    const rank = ({ phase }) => URGENCY.indexOf(phase);
    const chosen = new Set([...services].sort((a, b) => rank(a) - rank(b)).slice(0, most));
    return services.filter((one) => chosen.has(one));
}
function counted(services) {
    const words = {
        failed: 'failed',
        waiting: 'waiting',
        unstarted: 'not started',
        ready: 'ready',
    };
    return URGENCY.flatMap((phase) => {
        const count = services.filter((one) => one.phase === phase).length;
        return count > 0 ? [`${String(count)} more ${words[phase]}`] : [];
    }).join(', ');
}
function serviceLine({ service, phase, state, waitedMs, reason }, widths, { unicode }) {
    const waited = waitedMs === undefined ? '' : `${(waitedMs / 1000).toFixed(phase === 'ready' ? 1 : 0)} s`;
    const why = reason === '' ? '' : phase === 'failed' ? (0,harmless/* oneLine */.TN)(reason) : `waits for ${(0,harmless/* oneLine */.TN)(reason)}`;
    return [
        [STYLES[phase], `${MARKS[phase][unicode ? 0 : 1]} `],
        [phase === 'unstarted' ? 'dim' : undefined, (0,model_columns/* padToColumns */.UG)((0,model_columns/* cutToColumns */.b9)((0,harmless/* oneLine */.TN)(service), widths.name), widths.name)],
        [STYLES[phase], `  ${(0,model_columns/* padToColumns */.UG)(state, widths.state)}`],
        ['dim', `  ${waited.padStart(7)}${why === '' ? '' : `  ${why}`}`],
    ];
}
/** The pieces as far as there is room. */
function fit(pieces, width) {
    let left = width;
    return pieces.flatMap(([style, text]) => {
        if (left <= 0)
            return [];
        const cut = (0,model_columns/* cutToColumns */.b9)(text, left);
        left -= (0,model_columns/* columnsOf */.PL)(cut) + (cut === text ? 0 : left);
        return [[style, cut]];
    });
}
function paint([style, text], color) {
    return color && style !== undefined ? (0,external_node_util_.styleText)(style, text, { validateStream: false }) : text;
}

// EXTERNAL MODULE: ./src/model/moment.ts
var moment = __webpack_require__(9741);
// EXTERNAL MODULE: ./src/adapters/system-clock.ts
var system_clock = __webpack_require__(9180);
;// CONCATENATED MODULE: ./src/adapters/plain-progress.ts



/** After so long without a word it says what it waits for. */
const SILENCE_MS = 10_000;
/** More services than this make no line that anybody reads. */
const MOST_NAMED = 4;
/** Progress as plain lines with the time since the start. No line can begin with what others wrote. */
class PlainProgress {
    write;
    clock;
    #startedMs;
    #saidMs;
    constructor(write, clock = system_clock/* systemClock */.m) {
        this.write = write;
        this.clock = clock;
        this.#startedMs = clock.now();
        this.#saidMs = this.#startedMs;
    }
    stageStarted(_name) {
        // The notes of a stage show that it began.
    }
    stageEnded(name, outcome, durationMs) {
        this.#line(outcomeOf(name, outcome, durationMs));
    }
    note(line) {
        this.#line(`  ${(0,harmless/* oneLine */.TN)(line)}`);
    }
    follow(look) {
        const stop = new AbortController();
        void this.#breakSilence(look, stop.signal);
        return () => {
            stop.abort();
        };
    }
    async #breakSilence(look, signal) {
        for (;;) {
            await this.clock.sleep(this.#saidMs + SILENCE_MS - this.clock.now(), signal);
            if (signal.aborted)
                return;
            if (this.clock.now() - this.#saidMs < SILENCE_MS)
                continue;
            const waiting = look().filter(({ phase }) => phase === 'waiting' || phase === 'unstarted');
            // Then it waits for Prometheus, which says so itself.
            if (waiting.length === 0)
                this.#saidMs = this.clock.now();
            else
                this.note(`waiting for ${told(waiting)}`);
        }
    }
    #line(text) {
        this.#saidMs = this.clock.now();
        this.write(`${sinceStart(this.#saidMs - this.#startedMs)} ${text}\n`);
    }
}
/** `wait: passed in 3.2 s`. */
function outcomeOf(name, outcome, durationMs) {
    return `${(0,harmless/* oneLine */.TN)(name)}: ${outcome === 'skipped' ? 'skipped' : `${outcome} in ${(durationMs / 1000).toFixed(1)} s`}`;
}
/** The time since the start of the run, as every line begins with it. */
function sinceStart(ms) {
    return `${(ms / 1000).toFixed(1).padStart(6)}s`;
}
function told(waiting) {
    const named = waiting.slice(0, MOST_NAMED).map(({ service, reason, waitedMs }) => {
        const since = waitedMs === undefined ? '' : `, ${(0,moment/* lasting */.nS)(waitedMs)}`;
        return `${service} (${reason}${since})`;
    });
    const more = waiting.length - named.length;
    return named.join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}

;// CONCATENATED MODULE: ./src/adapters/live-progress.ts




/** Between two looks; what is drawn is at most as often. */
const PAUSE_MS = 200;
const ERASE_LINE = '\u001b[K';
const ERASE_BELOW = '\u001b[J';
/**
 * Progress on a terminal: what happened as plain lines, and below them a line for each service, drawn anew in its place. The cursor
 * is never hidden and no mode is set, so that a run that is ended in whatever way leaves a terminal as it should be.
 */
class LiveProgress {
    terminal;
    clock;
    #startedMs;
    #stage = '';
    #stageMs = 0;
    #look;
    /** The lines that stand on the terminal now, without their colours. */
    #drawn = [];
    #drawnText = '';
    #drawnMs = -Infinity;
    constructor(terminal, clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.#startedMs = clock.now();
    }
    stageStarted(name) {
        this.#stage = (0,harmless/* oneLine */.TN)(name);
        this.#stageMs = this.clock.now();
    }
    stageEnded(name, outcome, durationMs) {
        this.#say(outcomeOf(name, outcome, durationMs));
    }
    note(line) {
        this.#say(`  ${(0,harmless/* oneLine */.TN)(line)}`);
    }
    follow(look) {
        this.#look = look;
        const stop = new AbortController();
        void this.#keepDrawing(stop.signal);
        return () => {
            stop.abort();
            this.#look = undefined;
            this.terminal.write(this.#erase());
        };
    }
    async #keepDrawing(signal) {
        while (!signal.aborted) {
            const text = this.#draw();
            if (text !== '')
                this.terminal.write(text);
            await this.clock.sleep(PAUSE_MS, signal);
        }
    }
    /** A line that stays, above the services. In a burst of them the services are drawn once, a little later. */
    #say(line) {
        const nowMs = this.clock.now();
        const erased = this.#erase();
        const soon = nowMs - this.#drawnMs < PAUSE_MS;
        const said = `${sinceStart(nowMs - this.#startedMs)} ${line}\n`;
        this.terminal.write(erased + said + (soon ? '' : this.#draw()));
    }
    /** What takes the cursor to the first line of the services and removes them. */
    #erase() {
        if (this.#drawn.length === 0)
            return '';
        const up = this.#up();
        this.#drawn = [];
        this.#drawnText = '';
        return `${up}${ERASE_BELOW}`;
    }
    /** A terminal that became narrower has wrapped the lines that stand there. */
    #up() {
        const { columns } = this.terminal.size();
        const rows = this.#drawn.map((line) => Math.max(1, Math.ceil((0,model_columns/* columnsOf */.PL)(line) / Math.max(1, columns))));
        return `\r\u001b[${String(rows.reduce((sum, one) => sum + one, 0))}A`;
    }
    /** The services as they are now, in the place of those that stand there; nothing when nothing has changed. */
    #draw() {
        if (!this.#look)
            return '';
        const nowMs = this.clock.now();
        const title = `${this.#stage}, ${String(Math.floor((nowMs - this.#stageMs) / 1000))} s`;
        const { plain, painted } = frameOf(title, this.#look(), this.terminal.size(), this.terminal);
        const text = painted.map((line) => `${line}${ERASE_LINE}\n`).join('');
        if (text === this.#drawnText)
            return '';
        const up = this.#drawn.length === 0 ? '' : this.#up();
        this.#drawn = plain;
        this.#drawnText = text;
        this.#drawnMs = nowMs;
        return `${up}${text}${ERASE_BELOW}`;
    }
}

;// CONCATENATED MODULE: ./src/adapters/workflow-progress.ts



/**
 * Progress in the log of a GitHub workflow: a group a stage, and after it a line with its outcome and time. Every other line begins
 * with the time, so that none of them is taken for a command.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#grouping-log-lines
 */
class WorkflowProgress {
    write;
    #plain;
    constructor(write, clock = system_clock/* systemClock */.m) {
        this.write = write;
        this.#plain = new PlainProgress(write, clock);
    }
    stageStarted(name) {
        this.write(`::group::${(0,harmless/* oneLine */.TN)(name).replaceAll('%', '%25')}\n`);
    }
    stageEnded(name, outcome, durationMs) {
        if (outcome !== 'skipped')
            this.write('::endgroup::\n');
        this.#plain.stageEnded(name, outcome, durationMs);
    }
    note(line) {
        this.#plain.note(line);
    }
    follow(look) {
        return this.#plain.follow(look);
    }
}

// EXTERNAL MODULE: ./src/entry/in-workflow.ts
var in_workflow = __webpack_require__(1291);
;// CONCATENATED MODULE: ./src/entry/progress.ts





const USUAL_SIZE = { columns: 80, rows: 24 };
/**
 * How the command line says what it is doing, on standard error, so that standard output has nothing but the result: live lines on a
 * terminal, groups in a workflow's log, plain lines elsewhere.
 */
function progressOf({ color }) {
    const { env, stderr } = process;
    const write = (text) => {
        stderr.write(text);
    };
    if ((0,in_workflow/* inWorkflow */.F)())
        return new WorkflowProgress(write);
    // Terminals of build servers are recorded as text.
    if (!stderr.isTTY || env['CI'] || env['TERM'] === 'dumb')
        return new PlainProgress(write);
    const size = () => ({
        columns: stderr.columns || USUAL_SIZE.columns,
        rows: stderr.rows || USUAL_SIZE.rows,
    });
    return new LiveProgress({ write, size, color, unicode: hasUnicode(env) }, system_clock/* systemClock */.m);
}
/** By the first of the variables that decide on the encoding; other systems than Unix have it. */
function hasUnicode(env) {
    if (process.platform === 'win32')
        return true;
    return /utf-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '');
}


/***/ }),

/***/ 9741:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   nS: () => (/* binding */ lasting),
/* harmony export */   qo: () => (/* binding */ clockTime)
/* harmony export */ });
/** `6.5 s`, `1 min 20 s`, `250 ms`: a length of time for a person. */
function lasting(ms) {
    if (ms < 1000)
        return `${String(Math.max(0, Math.round(ms)))} ms`;
    if (ms < 60_000)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}
/** The time of day, in UTC as logs of workflows have it: `18:09:41.300 UTC`. */
function clockTime(ms) {
    return `${new Date(ms).toISOString().slice(11, 23)} UTC`;
}
/** A moment by the clock, and how long after the run began when that is known. An engine elsewhere may have another clock. */
function moment(ms, runStartedMs) {
    const after = runStartedMs === undefined ? -1 : ms - runStartedMs;
    return after < 0 ? clockTime(ms) : `${clockTime(ms)}, ${lasting(after)} after the run began`;
}


/***/ })

};

return { id, ids, modules };
})()
