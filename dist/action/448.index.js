export const id = 448;
export const ids = [448];
export const modules = {

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


/***/ })

};
