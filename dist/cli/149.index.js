// 4964e8d7ed0a6c09
(() => {
'use strict';
const id = 149;
const ids = [149];
const modules = {

/***/ 8149:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RecordedFiles: () => (/* binding */ RecordedFiles),
/* harmony export */   RecordingFiles: () => (/* binding */ RecordingFiles)
/* harmony export */ });
/** Remembers what was asked of the file system and what it answered, so that the same can be answered again elsewhere. */
class RecordingFiles {
    files;
    answers = {
        read: {},
        kind: {},
        access: {},
        directories: {},
        list: {},
    };
    constructor(files) {
        this.files = files;
    }
    read(path) {
        return (this.answers.read[path] ??= this.files.read(path));
    }
    kind(path) {
        return (this.answers.kind[path] ??= this.files.kind(path));
    }
    access(path) {
        const known = this.answers.access[path];
        const access = known === undefined ? (this.files.access(path) ?? null) : known;
        this.answers.access[path] = access;
        return access ?? undefined;
    }
    directories(path) {
        return (this.answers.directories[path] ??= this.files.directories(path));
    }
    list(path) {
        return (this.answers.list[path] ??= this.files.list(path));
    }
}
/** Answers from a record; what nobody asked then is missing. */
class RecordedFiles {
    answers;
    constructor(answers) {
        this.answers = answers;
    }
    read(path) {
        return this.answers.read[path] ?? { ok: false, reason: 'missing' };
    }
    kind(path) {
        return this.answers.kind[path] ?? (this.answers.read[path]?.ok ? 'file' : 'missing');
    }
    access(path) {
        return this.answers.access[path] ?? undefined;
    }
    directories(path) {
        return this.answers.directories[path] ?? [];
    }
    list(path) {
        return this.answers.list[path] ?? [];
    }
}


/***/ })

};

return { id, ids, modules };
})()
