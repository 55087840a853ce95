// d91ca7f34c5e7288
(() => {
'use strict';
const id = 906;
const ids = [906];
const modules = {

/***/ 9906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listenForInterrupts: () => (/* binding */ listenForInterrupts)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6093);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);

/** Ctrl-C, the end of a job, the end of a terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * From here on nothing ends the process before it has cleaned up but SIGKILL. A stream that nobody reads any more is no reason either:
 * the terminal is gone after SIGHUP, and so is the other end of a pipe to `head`.
 */
function listenForInterrupts(on = process, streams = [process.stdout, process.stderr]) {
    // One signal ends everything: each wait of each service listens to it, which Node takes for a leak from the eleventh on.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0);
    const cancel = new AbortController();
    const hurry = new AbortController();
    let crash;
    for (const signal of SIGNALS) {
        on.on(signal, () => {
            if (cancel.signal.aborted)
                hurry.abort();
            cancel.abort();
        });
    }
    for (const event of ['uncaughtException', 'unhandledRejection']) {
        on.on(event, (error) => {
            crash ??= error;
            cancel.abort();
        });
    }
    for (const stream of streams)
        stream.on('error', () => undefined);
    return { cancel: cancel.signal, hurry: hurry.signal, crash: () => crash };
}


/***/ })

};

return { id, ids, modules };
})()
