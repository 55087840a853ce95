// 2144b46221323b9d
(() => {
'use strict';
const id = 701;
const ids = [701];
const modules = {

/***/ 8732:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7206);


/** Output beyond this is not kept; a command that prints more is stuck in a loop. */
const MOST_OUTPUT = 4 * 1024 * 1024;
const KILL_AFTER_MS = 3000;
/** What a killed command started may hold its output open; it is not waited for longer. */
const GIVE_UP_MS = 1000;
/**
 * Runs a command by its argv, never through a shell, and takes its output. An abort ends it, and the plug-ins that it started, with SIGTERM,
 * then SIGKILL. It has a process group of its own, so that Ctrl-C in a terminal reaches only us, who end it in order.
 * Throws EnvironmentError only when the program is not there.
 */
function runCommand(program, args, options = {}) {
    const command = [program, ...args].join(' ');
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
            cwd: options.cwd,
            env: { ...process.env, ...options.env },
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: true,
        });
        const stdout = collect(child.stdout);
        const stderr = collect(child.stderr);
        const bounds = boundsOf(child, options);
        child.once('error', (error) => {
            bounds.lift();
            reject(error.code === 'ENOENT' ? missing(program) : error);
        });
        child.once('close', (code, signal) => {
            bounds.lift();
            const output = (stderr().trim() === '' ? stdout() : stderr()) + bounds.said();
            resolve({ command, exitCode: code ?? (signal === null ? 1 : 143), stdout: stdout(), output });
        });
    });
}
function boundsOf(child, { signal, idleMs }) {
    let said = '';
    let killer;
    const abort = () => {
        signalGroup(child, 'SIGTERM');
        killer = setTimeout(() => {
            signalGroup(child, 'SIGKILL');
            killer = setTimeout(() => child.emit('close', null, 'SIGKILL'), GIVE_UP_MS);
        }, KILL_AFTER_MS);
    };
    const stopWatching = idleMs === undefined
        ? undefined
        : watchSilence(child, idleMs, () => {
            said = `\nError: no progress for ${String(idleMs / 1000)} s\n`;
            abort();
        });
    if (signal?.aborted)
        abort();
    else
        signal?.addEventListener('abort', abort, { once: true });
    return {
        said: () => said,
        lift: () => {
            clearTimeout(killer);
            stopWatching?.();
            signal?.removeEventListener('abort', abort);
        },
    };
}
/** Calls when nothing was printed for so long, until the function that it returns is called. */
function watchSilence({ stdout, stderr }, silenceMs, onSilence) {
    const timer = setTimeout(onSilence, silenceMs);
    for (const stream of [stdout, stderr])
        stream.on('data', () => timer.refresh());
    return () => {
        clearTimeout(timer);
    };
}
function signalGroup(child, signal) {
    try {
        if (child.pid !== undefined)
            process.kill(-child.pid, signal);
    }
    catch {
        // Ended meanwhile, or a system without process groups.
        child.kill(signal);
    }
}
function missing(program) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvironmentError */ .eG(`"${program}" is not installed or not in PATH: install Docker Engine with the Compose plugin, see https://docs.docker.com/engine/install/`);
}
function collect(stream) {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
        if (text.length < MOST_OUTPUT)
            text += chunk;
    });
    return () => text;
}


/***/ }),

/***/ 6240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ composeVersion)
/* harmony export */ });
/* unused harmony export acceptedVersion */
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7206);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8732);


const OLDEST_MINOR = 20;
/**
 * Two programs in Go that end at once: to collect their garbage and to share them out over the processors takes a fifth of their time.
 * https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
const SHORT_LIVED = { GOGC: 'off', GOMAXPROCS: '1' };
let asked;
/**
 * The version of the Compose plugin, asked once a process: whoever asks at its beginning has the answer when it is needed.
 * Throws EnvironmentError when there is none, or one that is too old.
 */
function composeVersion() {
    asked ??= ask();
    return asked;
}
async function ask() {
    return acceptedVersion(await (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommand */ .d)('docker', ['compose', 'version', '--short'], { env: SHORT_LIVED }));
}
/** The version out of what the plugin said. Throws EnvironmentError as `composeVersion` does. */
function acceptedVersion({ exitCode, stdout }) {
    if (exitCode !== 0) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EnvironmentError */ .eG('docker has no "compose" command: install the Compose plugin, see https://docs.docker.com/compose/install/linux/');
    }
    const version = stdout.trim().replace(/^v/, '');
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major < 2 || (major === 2 && minor < OLDEST_MINOR)) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EnvironmentError */ .eG(`Docker Compose is ${version}, 2.${String(OLDEST_MINOR)} or newer is needed: update the Compose plugin`);
    }
    return version;
}


/***/ }),

/***/ 3701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askAhead: () => (/* binding */ askAhead)
/* harmony export */ });
/* harmony import */ var _adapters_docker_compose_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6240);

/**
 * Asks what a gate will need and what depends on nothing, so that the answer is there when it is needed: docker takes as long to name the
 * version of its plugin as it takes to read and judge a stack.
 */
function askAhead() {
    // Whoever needs it gets the same answer; a stack that does not pass the check needs none.
    (0,_adapters_docker_compose_version_js__WEBPACK_IMPORTED_MODULE_0__/* .composeVersion */ .J)().catch(() => undefined);
}


/***/ }),

/***/ 7206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eA: () => (/* binding */ CredentialsNeeded),
/* harmony export */   eG: () => (/* binding */ EnvironmentError),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
/** A bad option, argument or settings file: exit code 2, one line, before anything starts. */
class UsageError extends Error {
    at;
    name = 'UsageError';
    /** @param at the place in the settings file, when it is about one */
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}
/** The environment cannot run the gate: exit code 3. The message says what to do. */
class EnvironmentError extends Error {
    name = 'EnvironmentError';
}
/** Prometheus answers, and wants to know who asks. */
class CredentialsNeeded extends Error {
    name = 'CredentialsNeeded';
}


/***/ })

};

return { id, ids, modules };
})()
