// 5cded6fcbd0d5d51
(() => {
'use strict';
const id = 812;
const ids = [812,843,448];
const modules = {

/***/ 8843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RUN_DIRECTORY_PREFIX: () => (/* binding */ RUN_DIRECTORY_PREFIX),
/* harmony export */   RunDirectory: () => (/* binding */ RunDirectory),
/* harmony export */   removeDirectory: () => (/* binding */ removeDirectory),
/* harmony export */   runDirectoryOf: () => (/* binding */ runDirectoryOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7206);
/* harmony import */ var _make_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(350);





/** What the names of all of them begin with; the project's name follows. */
const RUN_DIRECTORY_PREFIX = 'scrapegate-run-';
/** Compose takes no other names. https://docs.docker.com/reference/compose-file/version-and-name/#name-top-level-element */
const PROJECT_NAME = /^[a-z0-9][a-z0-9_-]*$/;
/** Where the temporary files of a project's run are, if it has any: known by its name alone, so that post finds it after a kill. */
function runDirectoryOf(projectName, parent = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()) {
    if (!PROJECT_NAME.test(projectName))
        throw new Error(`"${projectName}" is no name of a compose project`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, `${RUN_DIRECTORY_PREFIX}${projectName}`);
}
/** The directory that everything temporary of one run is in. It is made when the first file is written. */
class RunDirectory {
    path;
    constructor(projectName, parent) {
        this.path = runDirectoryOf(projectName, parent);
    }
    /** Writes a file that other users cannot reach on this machine, and containers can read. Returns its path. Throws EnvironmentError. */
    write(name, text) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, name);
        try {
            (0,_make_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .makeDirectory */ .O)(this.path, 0o700);
            this.#mustBeOurs();
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, text, { mode: 0o644 });
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EnvironmentError */ .eG(`the temporary file "${file}" cannot be written (${why}): set TMPDIR to a directory of yours`);
        }
        return file;
    }
    /** The environment for a program whose temporary files are to be in it; empty where it has not been made. */
    get environment() {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(this.path) ? { TMPDIR: this.path } : {};
    }
    /** Removes it with all that is in it; nothing happens where there is none. Never throws: returns whether it is gone. */
    remove() {
        return removeDirectory(this.path);
    }
    /** The name can be guessed, so in a directory that all users write to another one may have made it first. */
    #mustBeOurs() {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(this.path);
        const ownedByOther = process.getuid !== undefined && found.uid !== process.getuid();
        if (!found.isDirectory() || ownedByOther || (process.getuid && (found.mode & 0o077) !== 0))
            throw new Error('somebody else made its directory');
    }
}
/** Removes what `path` names, not what it links to. Returns whether nothing is there any more. */
function removeDirectory(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true, maxRetries: 2 });
    }
    catch {
        // Of another user, or in use: told by what is returned.
    }
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) === undefined;
}


/***/ }),

/***/ 7448:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   abandonedRuns: () => (/* binding */ abandonedRuns),
/* harmony export */   leaveMarker: () => (/* binding */ leaveMarker)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _run_directory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8843);




const FILE = 'run.json';
/** Leaves word of a run, so that the next one can tell what is left of it if it is killed. */
function leaveMarker(directory, marker) {
    directory.write(FILE, JSON.stringify({ ...marker, ownerStarted: startOf(marker.owner) }));
}
/** Runs of this user whose process has ended without removing what it made. */
function abandonedRuns(engine, parent = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(parent)
        .filter((name) => name.startsWith(_run_directory_js__WEBPACK_IMPORTED_MODULE_3__.RUN_DIRECTORY_PREFIX))
        .flatMap((name) => read((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, name)) ?? [])
        .filter((marker) => marker.engine === engine && !marker.kept && !isAlive(marker));
}
/** A directory of another user, whose word is not taken, or without a marker, is none of ours. */
function read(directory) {
    try {
        if (process.getuid && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(directory).uid !== process.getuid())
            return undefined;
        const marker = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, FILE), 'utf8'));
        return directory.endsWith(`${_run_directory_js__WEBPACK_IMPORTED_MODULE_3__.RUN_DIRECTORY_PREFIX}${marker.project}`) ? marker : undefined;
    }
    catch {
        return undefined;
    }
}
function isAlive({ owner, ownerStarted }) {
    try {
        process.kill(owner, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
    return ownerStarted === undefined || startOf(owner) === ownerStarted;
}
/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the twentieth field after the name in brackets. */
function startOf(pid) {
    const file = `/proc/${String(pid)}/stat`;
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return undefined;
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}


/***/ }),

/***/ 7812:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tellAbandoned: () => (/* binding */ tellAbandoned)
/* harmony export */ });
/* harmony import */ var _adapters_run_directory_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8843);
/* harmony import */ var _adapters_run_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7448);
/* harmony import */ var _model_footprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1722);



/**
 * Says what earlier runs left that were killed, and how to remove it. Only what a run of this user has left word of is named, so nothing
 * foreign is; and only a directory of which nothing else is left is removed here.
 */
async function tellAbandoned(engine, progress) {
    try {
        for (const { project, keep } of (0,_adapters_run_marker_js__WEBPACK_IMPORTED_MODULE_1__.abandonedRuns)(engine.address)) {
            const remains = await engine.footprint(project);
            const made = (0,_model_footprint_js__WEBPACK_IMPORTED_MODULE_2__/* .without */ .FF)(remains, keep);
            const directory = new _adapters_run_directory_js__WEBPACK_IMPORTED_MODULE_0__.RunDirectory(project);
            if ((0,_model_footprint_js__WEBPACK_IMPORTED_MODULE_2__/* .isEmpty */ .Im)(made))
                directory.remove();
            else
                progress.note(`an earlier run was killed and left project ${project} (${(0,_model_footprint_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(made)}): remove it with \`${(0,_model_footprint_js__WEBPACK_IMPORTED_MODULE_2__/* .removalCommand */ .Mz)(project, remains, keep)} && rm -r ${directory.path}\``);
        }
    }
    catch {
        // An engine that does not answer is said by the check of requirements.
    }
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


/***/ })

};

return { id, ids, modules };
})()
