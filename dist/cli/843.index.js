// 6eb0a219c7142047
(() => {
'use strict';
const id = 843;
const ids = [843];
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


/***/ })

};

return { id, ids, modules };
})()
