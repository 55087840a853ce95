// 6699fc7093d85009
(() => {
'use strict';
const id = 22;
const ids = [22];
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

/***/ 9022:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fix: () => (/* binding */ fix)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/adapters/overlay-files.ts
/** A file system in which some files have another text, as if they had been written. */
class OverlayFiles {
    files;
    textOf;
    constructor(files, 
    /** The other text of a file by its absolute path; undefined for a file that is as it is. */
    textOf) {
        this.files = files;
        this.textOf = textOf;
    }
    read(path) {
        const text = this.textOf(path);
        return text === undefined ? this.files.read(path) : { ok: true, text };
    }
    kind(path) {
        return this.files.kind(path);
    }
    access(path) {
        return this.files.access(path);
    }
    directories(path) {
        return this.files.directories(path);
    }
    list(path) {
        return this.files.list(path);
    }
}

// EXTERNAL MODULE: ./src/adapters/repository-root.ts
var repository_root = __webpack_require__(4875);
// EXTERNAL MODULE: ./src/adapters/write-atomically.ts
var write_atomically = __webpack_require__(9187);
// EXTERNAL MODULE: ./src/fix/edit-list.ts
var edit_list = __webpack_require__(9392);
;// CONCATENATED MODULE: ./src/fix/line-origins.ts

/** The lines of a text with their ends; the last one has none when the text ends without. */
function splitLines(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
/** For each line of the text that edits make, the index of the old line that it is, or -1 for a new one. */
function lineOrigins(before, edits) {
    const lines = splitLines(before);
    const origins = [];
    let next = 0;
    const copyTo = (end) => {
        while (next < end)
            origins.push(next++);
    };
    for (const { first, last, start, end, inside } of blocksOf(lines, edits)) {
        copyTo(first);
        const old = lines.slice(first, last + 1);
        const shifted = inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
        const fresh = splitLines((0,edit_list/* applyEdits */.c)(before.slice(start, end), shifted));
        const { head, tail } = commonEnds(old, fresh);
        copyTo(first + head);
        for (let count = fresh.length - head - tail; count > 0; count--)
            origins.push(-1);
        next = first + old.length - tail;
        copyTo(first + old.length);
    }
    copyTo(lines.length);
    return origins;
}
/** Where the lines come from that a second change made of what a first one had made. */
function composeOrigins(first, second) {
    return second.map((line) => (line < 0 ? -1 : (first[line] ?? -1)));
}
/** How many lines two lists have in common at their start and, of the rest, at their end. */
function commonEnds(a, b) {
    const shorter = Math.min(a.length, b.length);
    let head = 0;
    while (head < shorter && a[head] === b[head])
        head++;
    let tail = 0;
    while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
        tail++;
    return { head, tail };
}
function blocksOf(lines, edits) {
    const blocks = [];
    let line = 0;
    let start = 0;
    const endOf = () => start + (lines[line]?.length ?? 0);
    // Behind the last line break there is a line too: something may be added there.
    const goTo = (offset) => {
        while (endOf() <= offset && lines[line]?.endsWith('\n')) {
            start = endOf();
            line++;
        }
    };
    for (const edit of edits) {
        goTo(edit.start);
        const open = blocks.at(-1);
        const block = open && line <= open.last ? open : { first: line, last: line, start, end: 0, inside: [] };
        if (block !== open)
            blocks.push(block);
        goTo(edit.end);
        block.last = line;
        block.end = endOf();
        block.inside.push(edit);
    }
    return blocks;
}

;// CONCATENATED MODULE: ./src/fix/unified-diff.ts

const CONTEXT = 3;
/** One file's change in the form that `patch` and `git apply` read; empty when nothing changes. */
function unifiedDiff(path, before, after, origins) {
    const old = splitLines(before);
    const fresh = splitLines(after);
    const hunks = together(changesOf(old, fresh, origins)).map((changes) => hunk(changes, old, fresh));
    return hunks.length === 0 ? '' : `--- ${unified_diff_name('a', path)}\n+++ ${unified_diff_name('b', path)}\n${hunks.join('')}`;
}
function changesOf(old, fresh, origins) {
    const changes = [];
    let from = 0;
    let newFrom = 0;
    for (let line = 0; line <= origins.length; line++) {
        const origin = line === origins.length ? old.length : (origins[line] ?? -1);
        if (origin < 0)
            continue;
        // What a later fix changed back is no change.
        const { head, tail } = commonEnds(old.slice(from, origin), fresh.slice(newFrom, line));
        const change = { from: from + head, to: origin - tail, newFrom: newFrom + head, newTo: line - tail };
        if (change.to > change.from || change.newTo > change.newFrom)
            changes.push(change);
        from = origin + 1;
        newFrom = line + 1;
    }
    return changes;
}
/** Changes whose lines around them meet are one hunk. */
function together(changes) {
    const groups = [];
    for (const change of changes) {
        const last = groups.at(-1);
        if (last && change.from - (last.at(-1)?.to ?? 0) <= 2 * CONTEXT)
            last.push(change);
        else
            groups.push([change]);
    }
    return groups;
}
function hunk(changes, old, fresh) {
    const [first = { from: 0, newFrom: 0 }] = changes;
    const last = changes.at(-1) ?? { to: 0 };
    const from = Math.max(0, first.from - CONTEXT);
    const to = Math.min(old.length, last.to + CONTEXT);
    const newFrom = first.newFrom - (first.from - from);
    const lines = [];
    let at = from;
    for (const change of changes) {
        for (; at < change.from; at++)
            lines.push(mark(' ', old[at]));
        for (; at < change.to; at++)
            lines.push(mark('-', old[at]));
        for (const line of fresh.slice(change.newFrom, change.newTo))
            lines.push(mark('+', line));
    }
    for (; at < to; at++)
        lines.push(mark(' ', old[at]));
    const grown = changes.reduce((sum, change) => sum + (change.newTo - change.newFrom) - (change.to - change.from), 0);
    return `@@ -${range(from, to - from)} +${range(newFrom, to - from + grown)} @@\n${lines.join('')}`;
}
/** An empty range is named by the line before it. */
function range(from, count) {
    return `${String(count === 0 ? from : from + 1)},${String(count)}`;
}
function mark(sign, line = '') {
    return line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
}
/** A name with a space ends with a tab, and one that could end the line is quoted, as git does. */
function unified_diff_name(side, path) {
    const whole = `${side}/${path.replaceAll('\\', '/')}`;
    if (/[\u0000-\u001f\u007f"]/.test(whole))
        return JSON.stringify(whole).replaceAll(/\\u00(..)/g, octal);
    return whole.includes(' ') ? `${whole}\t` : whole;
}
function octal(_, hex) {
    return `\\${Number.parseInt(hex, 16).toString(8).padStart(3, '0')}`;
}

// EXTERNAL MODULE: ./src/model/finding.ts
var model_finding = __webpack_require__(1300);
// EXTERNAL MODULE: ./src/model/text-offsets.ts
var text_offsets = __webpack_require__(8215);
;// CONCATENATED MODULE: ./src/fix/apply-fixes.ts



/** Applies the fixes of findings to texts, the worst finding first, each fix as a whole or not at all. Pure. */
function applyFixes(findings, texts, options) {
    const drafts = new Drafts(texts, options.nameOf ?? ((path) => path));
    const applied = [];
    const skipped = [];
    for (const finding of [...findings].sort(model_finding/* bySeverityThenPlace */.v)) {
        if (!finding.fix)
            continue;
        const wanted = finding.fix.safety === 'safe' || options.suggestions;
        const why = wanted ? drafts.take(finding.fix) : 'suggested';
        if (why === undefined)
            applied.push(finding);
        else
            skipped.push({ finding, why });
    }
    return { changes: drafts.changes(), applied, skipped };
}
class Drafts {
    texts;
    nameOf;
    #drafts = new Map();
    constructor(texts, nameOf) {
        this.texts = texts;
        this.nameOf = nameOf;
    }
    /** Takes all edits of a fix, or none and says why. */
    take({ edits }) {
        const placed = [];
        for (const edit of edits) {
            const draft = this.#draft(edit.location.file);
            if (!draft)
                return 'no-file';
            const one = place(edit, draft);
            if (!one)
                return 'changed';
            placed.push([draft, one]);
        }
        if (edits.every(({ replaces, text }) => replaces === text))
            return 'no-effect';
        const fresh = placed.filter(([{ list }, edit]) => list.state(edit) !== 'same');
        if (fresh.some(([{ list }, edit]) => list.state(edit) === 'taken') || overlapAmong(fresh))
            return 'overlap';
        for (const [{ list }, edit] of fresh)
            list.add(edit);
        return undefined;
    }
    changes() {
        return [...this.#drafts.values()]
            .filter(({ list }) => list.edits.length > 0)
            .map(({ path, before, list: { edits } }) => ({ path, before, after: (0,edit_list/* applyEdits */.c)(before, edits), edits }))
            .sort((a, b) => (a.path < b.path ? -1 : 1));
    }
    #draft(path) {
        const name = this.nameOf(path);
        const before = this.texts.get(name ?? path);
        if (name === undefined || before === undefined)
            return undefined;
        const known = this.#drafts.get(name);
        if (known)
            return known;
        const draft = { path: name, before, offsetOf: (0,text_offsets/* offsetsOf */.w)(before), list: new edit_list/* EditList */.V() };
        this.#drafts.set(name, draft);
        return draft;
    }
}
/** A fix whose own edits overlap says two things at once. */
function overlapAmong(placed) {
    const lists = new Map();
    return placed.some(([draft, edit]) => {
        const list = lists.get(draft) ?? new edit_list/* EditList */.V();
        lists.set(draft, list);
        if (list.state(edit) !== 'free')
            return true;
        list.add(edit);
        return false;
    });
}
function place(edit, { before, offsetOf }) {
    const at = (0,text_offsets/* placeEdit */.C)(edit, before, offsetOf);
    return at && { ...at, text: withBreaksOf(before, at.start, edit.text) };
}
/** New lines end as the line does that they stand on, or as the first one does. */
function withBreaksOf(before, start, text) {
    if (!text.includes('\n'))
        return text;
    const own = before.indexOf('\n', start);
    const end = own < 0 ? before.indexOf('\n') : own;
    return end > 0 && before[end - 1] === '\r' ? text.replaceAll(/\r?\n/g, '\r\n') : text;
}

;// CONCATENATED MODULE: ./src/mend.ts


/** One fix may uncover another, as when a file is found that was not before. More rounds than this nobody has seen a need for. */
const MOST_ROUNDS = 3;
/**
 * Applies fixes and checks again, until nothing is left to apply or three rounds have passed.
 * @param check the check of the files, some of which have another text; by their path in messages
 */
async function mend(check, options) {
    const before = await check(new Map());
    const files = new Map();
    const fixed = [];
    let after = before;
    let step = fixesOf(before, options);
    for (let round = 0; round < MOST_ROUNDS && step.applied.length > 0; round++) {
        fixed.push(...step.applied);
        for (const change of step.changes) {
            const known = files.get(change.path);
            const origins = lineOrigins(change.before, change.edits);
            files.set(change.path, {
                path: change.path,
                before: known?.before ?? change.before,
                after: change.after,
                origins: known ? composeOrigins(known.origins, origins) : origins,
            });
        }
        after = await check(new Map([...files].map(([path, file]) => [path, file.after])));
        refuseBroken(before, after, files);
        step = fixesOf(after, options);
    }
    const left = step.skipped.filter(({ why }) => why !== 'suggested');
    return {
        before,
        after,
        files: [...files.values()].filter((file) => file.before !== file.after),
        fixed,
        skipped: left,
        suggestions: step.skipped.length - left.length,
        unfinished: step.applied.length > 0,
    };
}
/** A command that could not judge has nothing to mend. */
function fixesOf({ report, sources, exitCode }, options) {
    return applyFixes(exitCode > 1 ? [] : report.findings, sources, options);
}
/** A fix after which a file cannot be read any more is a fault of ours, and is never written. */
function refuseBroken(before, after, files) {
    const key = ({ code, location }) => `${code} ${location?.file ?? ''}`;
    const known = new Set(before.report.findings.map(key));
    const broken = after.report.findings.find((finding) => finding.stage === 'load' &&
        finding.severity === 'error' &&
        files.has(finding.location?.file ?? '') &&
        !known.has(key(finding)));
    if (after.exitCode > 1 || broken)
        throw new Error(`internal error: the fixes would break ${broken ? `"${broken.location?.file ?? ''}" (${broken.message})` : `the check (${after.report.error ?? ''})`}, so nothing was written; please report it`);
}

// EXTERNAL MODULE: ./src/model/harmless.ts
var harmless = __webpack_require__(5106);
;// CONCATENATED MODULE: ./src/report/mended.ts

/** More lines than this nobody reads. */
const MOST_LINES = 100;
/** In words what kept a fix from being applied. */
const REASONS = {
    overlap: 'another fix changes the same place',
    changed: 'the text in the file is not the one that the fix is for',
    'no-file': 'the file is read-only, outside of the repository, or none',
    'no-effect': 'it would change nothing',
};
/** What was mended, what was not and why, and how to go on; one line each. */
function renderMended({ dryRun, files, fixed, skipped, suggestions, unfinished }) {
    const done = dryRun ? 'would fix' : 'fixed';
    const lines = [
        ...fixed.map((finding) => `${done} ${about(finding)}`),
        ...skipped.map(({ finding, why }) => `not fixed ${about(finding)}: ${REASONS[why] ?? why}`),
    ];
    const more = lines.length > MOST_LINES ? [`${String(lines.length - MOST_LINES)} more`] : [];
    const counts = fixed.length === 0
        ? 'nothing to fix'
        : `${done} ${counted(fixed.length, 'finding')} in ${counted(files.length, 'file')}`;
    const rest = suggestions === 0 ? '' : `; ${counted(suggestions, 'suggestion')} with --suggestions`;
    const again = unfinished ? '; the last fixes uncovered more: run it again' : '';
    return `${[...lines.slice(0, MOST_LINES), ...more, `${counts}${rest}${again}`].join('\n')}\n`;
}
function about({ code, location, fix }) {
    const place = location ? `${location.file}:${String(location.start.line)}:${String(location.start.column)} ` : '';
    return (0,harmless/* oneLine */.TN)(`${place}${code}: ${fix?.title ?? ''}`);
}
function counted(count, what) {
    return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./src/report/paint.ts
var report_paint = __webpack_require__(9066);
;// CONCATENATED MODULE: ./src/entry/fix-command.ts










/** Mends files and checks them again; a dry run writes nothing. Throws EnvironmentError when a file cannot be written. */
async function fix(settings, { dryRun, suggestions }, ports, run) {
    const { workingDirectory } = ports;
    const never = new AbortController().signal;
    const check = (texts) => {
        // By what links lead to: a file that is read by two names is one file.
        const real = new Map([...texts].map(([path, text]) => [(0,external_node_fs_.realpathSync)((0,external_node_path_.resolve)(workingDirectory, path)), text]));
        const textOf = (path) => real.get((0,write_atomically/* behindLinks */.Kp)(path));
        return run(settings, { ...ports, files: new OverlayFiles(ports.files, textOf) }, never);
    };
    const mended = await mend(check, { suggestions, nameOf: namesOfWritable(settings.paths, workingDirectory) });
    const told = renderMended({ ...mended, dryRun });
    if (dryRun)
        return { result: mended.before, diff: diffOf(mended, settings.color), told };
    if (mended.files.length === 0)
        return { result: mended.before, told };
    (0,write_atomically/* replaceTogether */.Dz)(mended.files.map((file) => ({ ...file, path: (0,external_node_path_.resolve)(workingDirectory, file.path) })));
    return { result: await check(new Map()), told };
}
/** For a terminal it is coloured and cannot control it; a program gets it byte by byte. */
function diffOf({ files }, color) {
    const diff = files.map(({ path, before, after, origins }) => unifiedDiff(path, before, after, origins)).join('');
    if (!color)
        return diff;
    const paint = (0,report_paint/* painter */.C)(true);
    const lines = diff.split('\n').map((line) => {
        const text = (0,harmless/* harmless */.Is)(line);
        if (/^(?:---|\+\+\+) /.test(line))
            return paint('bold', text);
        const style = { '+': 'green', '-': 'red', '@': 'cyan' };
        return /^[-+@]/.test(line) ? paint(style[line.charAt(0)], text) : text;
    });
    return lines.join('\n');
}
/**
 * Gives a file the name by which it was first met, whatever links lead to it, and none to what is not to be written: other things
 * than files, read-only ones, and those outside of the repositories that were named.
 */
function namesOfWritable(paths, workingDirectory) {
    const roots = ['.', ...paths].map((path) => (0,write_atomically/* behindLinks */.Kp)((0,repository_root/* repositoryRoot */.H)((0,external_node_path_.resolve)(workingDirectory, path))));
    const names = new Map();
    const seen = new Map();
    const nameOf = (path) => {
        try {
            const real = (0,external_node_fs_.realpathSync)((0,external_node_path_.resolve)(workingDirectory, path));
            (0,external_node_fs_.accessSync)(real, external_node_fs_.constants.W_OK);
            if (!(0,external_node_fs_.statSync)(real).isFile() || !roots.some((root) => isInside(real, root)))
                return undefined;
            const name = names.get(real) ?? path;
            names.set(real, name);
            return name;
        }
        catch {
            return undefined;
        }
    };
    return (path) => {
        if (!seen.has(path))
            seen.set(path, nameOf(path));
        return seen.get(path);
    };
}
function isInside(path, root) {
    const [first] = (0,external_node_path_.relative)(root, path).split(external_node_path_.sep);
    return first !== '..';
}


/***/ }),

/***/ 9392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ EditList),
/* harmony export */   c: () => (/* binding */ applyEdits)
/* harmony export */ });
/** Edits of one text in the order of their places. No two of them overlap, so that their order cannot matter. */
class EditList {
    #edits = [];
    get edits() {
        return this.#edits;
    }
    /** `same`: this very edit is there already, as when two findings are mended by one. */
    state(edit) {
        const index = this.#indexOf(edit);
        const near = [this.#edits[index - 1], this.#edits[index]];
        if (near.some((other) => other && isSame(edit, other)))
            return 'same';
        return near.some((other) => other && overlap(edit, other)) ? 'taken' : 'free';
    }
    /** Takes an edit that is free. */
    add(edit) {
        this.#edits.splice(this.#indexOf(edit), 0, edit);
    }
    /** The first edit that does not start before this one. */
    #indexOf({ start }) {
        let low = 0;
        let high = this.#edits.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((this.#edits[middle]?.start ?? 0) < start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
/** What becomes of a text. The edits are in order and do not overlap. */
function applyEdits(text, edits) {
    let from = 0;
    let result = '';
    for (const edit of edits) {
        result += text.slice(from, edit.start) + edit.text;
        from = edit.end;
    }
    return result + text.slice(from);
}
/** An insertion that touches another edit overlaps it: which of them comes first would be chance. */
function overlap(a, b) {
    const insertion = a.start === a.end || b.start === b.end;
    return insertion ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}
function isSame(a, b) {
    return a.start === b.start && a.end === b.end && a.text === b.text;
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


/***/ })

};

return { id, ids, modules };
})()
