// 863781d00a8ace4d
(() => {
'use strict';
const id = 55;
const ids = [55];
const modules = {

/***/ 9055:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explained: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_docs_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2102);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7206);
/* harmony import */ var _model_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9179);




/** What explain prints. Throws UsageError when the options are wrong or nothing has that name. */
function explained(names, flags, knowledge) {
    const json = formatOf(flags) === 'json';
    const all = everything(knowledge);
    const [name, more] = names;
    if (more !== undefined)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`unexpected argument "${more}": explain takes one code`);
    if (name === undefined)
        return json ? jsonOf(all) : listOf(all);
    const found = all.find(({ code }) => code === name);
    if (!found)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`unknown code "${name}"${suggestion(name, all)}`);
    return json ? jsonOf(found) : (pageOf(found, knowledge) ?? ownWords(found));
}
function formatOf(flags) {
    const other = Object.keys(flags).find((name) => name !== 'format' && name !== 'color');
    if (other !== undefined)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`explain has no option --${other}, only --format text or json`);
    const { format = 'text' } = flags;
    if (format === 'text' || format === 'json')
        return format;
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`--format is ${JSON.stringify(format)}, explain prints text or json`);
}
function everything(knowledge) {
    const codes = [...knowledge.codes].map(([code, { severity, summary, why, remedy }]) => {
        const known = { code, kind: 'finding', severity, summary, ...(remedy === undefined ? {} : { remedy }) };
        // Only rules say why, and only rules have pages.
        return why === undefined ? known : { ...known, why, docs_url: (0,_model_docs_url_js__WEBPACK_IMPORTED_MODULE_2__/* .docsUrl */ .f)(`rules/${code}`) };
    });
    const causes = Object.entries(knowledge.causes).map(([code, { title, explanation, remedy }]) => {
        return { code, kind: 'cause', summary: title, why: explanation, remedy, docs_url: (0,_model_docs_url_js__WEBPACK_IMPORTED_MODULE_2__/* .docsUrl */ .f)(`causes/${code}`) };
    });
    return [...codes, ...causes];
}
/** The nearest name; the part behind the slash alone will do when it is the only one. */
function suggestion(name, all) {
    const inFamilies = all.filter(({ code }) => code.endsWith(`/${name}`));
    const similar = inFamilies.length === 1
        ? inFamilies[0]?.code
        : (0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(name, all.map(({ code }) => code));
    return similar === undefined ? '; scrapegate explain lists all codes' : `; did you mean "${similar}"?`;
}
/** The page of the documentation, which has an example; undefined when it is not beside the program. */
function pageOf({ code, kind, docs_url }, { files, docs }) {
    if (docs_url === undefined)
        return undefined;
    const read = files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(docs, kind === 'finding' ? 'rules' : 'causes', `${code}.md`));
    return read.ok ? read.text : undefined;
}
function ownWords({ code, severity, summary, why, remedy, docs_url }) {
    const parts = [
        `# ${code}`,
        severity === undefined ? `**${capital(summary)}.**` : `**${severity}**: ${summary}`,
        ...(why === undefined ? [] : [why]),
        ...(remedy === undefined ? [] : [`## What to do\n\n${capital(remedy)}.`]),
        ...(docs_url === undefined ? [] : [docs_url]),
    ];
    return `${parts.join('\n\n')}\n`;
}
function listOf(all) {
    const width = Math.max(...all.map(({ code }) => code.length));
    const lines = (kind) => all
        .filter((one) => one.kind === kind)
        .map(({ code, severity, summary }) => {
        const level = severity === undefined ? '' : `${severity.padEnd('warning'.length)}  `;
        return `  ${code.padEnd(width)}  ${level}${summary}\n`;
    })
        .join('');
    return `findings\n${lines('finding')}\ncauses of failures\n${lines('cause')}`;
}
function jsonOf(value) {
    return `${JSON.stringify(value, undefined, 2)}\n`;
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ })

};

return { id, ids, modules };
})()
