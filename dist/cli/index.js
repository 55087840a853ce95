#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6214:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = ({ value: true });
// https://mathiasbynens.be/notes/javascript-encoding
// https://github.com/bestiejs/punycode.js - punycode.ucs2.decode
function ucs2length(str) {
    const len = str.length;
    let length = 0;
    let pos = 0;
    let value;
    while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 0xd800 && value <= 0xdbff && pos < len) {
            // high surrogate, and there is a next character
            value = str.charCodeAt(pos);
            if ((value & 0xfc00) === 0xdc00)
                pos++; // low surrogate
        }
    }
    return length;
}
exports.A = ucs2length;
ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
//# sourceMappingURL=ucs2length.js.map

/***/ }),

/***/ 2315:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./src/adapters/node-files.ts

const LARGEST_BYTES = 64 * 1024 * 1024;
/** The real file system. */
class NodeFiles {
    read(path) {
        try {
            const stat = (0,external_node_fs_namespaceObject.statSync)(path);
            if (stat.isDirectory())
                return { ok: false, reason: 'directory' };
            // A pipe or a device would block or never end.
            if (!stat.isFile())
                return { ok: false, reason: 'unreadable' };
            if (stat.size > LARGEST_BYTES)
                return { ok: false, reason: 'too-large' };
            const text = new TextDecoder('utf-8', { fatal: true }).decode((0,external_node_fs_namespaceObject.readFileSync)(path));
            return { ok: true, text };
        }
        catch (error) {
            return { ok: false, reason: reasonOf(error) };
        }
    }
    kind(path) {
        try {
            const stat = (0,external_node_fs_namespaceObject.statSync)(path);
            return stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
        }
        catch (error) {
            // A loop of links or a directory that may not be entered is something, though nothing of use.
            return reasonOf(error) === 'missing' ? 'missing' : 'other';
        }
    }
    directories(path) {
        try {
            const entries = (0,external_node_fs_namespaceObject.readdirSync)(path, { withFileTypes: true });
            return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
        }
        catch {
            return [];
        }
    }
    list(path) {
        try {
            return (0,external_node_fs_namespaceObject.readdirSync)(path).sort();
        }
        catch {
            return [];
        }
    }
}
function reasonOf(error) {
    if (error instanceof TypeError)
        return 'not-utf8';
    const code = error.code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return 'missing';
    if (code === 'EISDIR')
        return 'directory';
    return code === 'ELOOP' ? 'symlink-loop' : 'unreadable';
}

;// CONCATENATED MODULE: ./src/adapters/plain-progress.ts
/** Progress as plain lines with the time since the start, for a terminal and for logs. */
class PlainProgress {
    write;
    #startedMs = Date.now();
    constructor(write) {
        this.write = write;
    }
    stageStarted(_name) {
        // The notes of a stage show that it began.
    }
    stageEnded(name, outcome, durationMs) {
        const took = outcome === 'skipped' ? 'skipped' : `${outcome} in ${(durationMs / 1000).toFixed(1)} s`;
        this.#line(`${name}: ${took}`);
    }
    note(line) {
        this.#line(`  ${line}`);
    }
    #line(text) {
        const seconds = ((Date.now() - this.#startedMs) / 1000).toFixed(1).padStart(6);
        this.write(`${seconds}s ${text}\n`);
    }
}
/** Says nothing. */
const silentProgress = {
    stageStarted: () => undefined,
    stageEnded: () => undefined,
    note: () => undefined,
};

;// CONCATENATED MODULE: ./src/adapters/system-clock.ts
/** The machine's time. */
const systemClock = {
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: (ms, signal) => new Promise((resolve) => {
        if (signal?.aborted) {
            resolve();
            return;
        }
        const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done, { once: true });
    }),
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __nccwpck_require__(7206);
;// CONCATENATED MODULE: ./src/adapters/write-atomically.ts




/** Writes a whole file or leaves the old one as it is: a reader never sees half of it. Throws EnvironmentError. */
function writeAtomically(path, text) {
    const target = behindLinks(path);
    const temporary = `${target}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.tmp`;
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
        (0,external_node_fs_namespaceObject.writeFileSync)(temporary, text, { flag: 'wx' });
        (0,external_node_fs_namespaceObject.renameSync)(temporary, target);
    }
    catch (error) {
        discard(temporary);
        const why = error instanceof Error ? error.message : String(error);
        throw new errors/* EnvironmentError */.e(`"${path}" cannot be written (${why})`);
    }
}
/** Whatever keeps the file from being written may keep it from being removed: only the first reason is told. */
function discard(path) {
    try {
        (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
    }
    catch {
        // Nothing was written there.
    }
}
/** A link stays one: what it points at is replaced. */
function behindLinks(path) {
    try {
        return (0,external_node_fs_namespaceObject.realpathSync)(path);
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./src/model/nearest.ts
/** The one candidate that is close to a misspelt name, within a third of its length; undefined when none or several are. */
function nearest(name, candidates) {
    const limit = Math.max(1, Math.floor(name.length / 3));
    let best;
    let bestDistance = limit + 1;
    let tied = false;
    for (const candidate of candidates) {
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        if (distance === bestDistance)
            tied = true;
        if (distance < bestDistance)
            [best, bestDistance, tied] = [candidate, distance, false];
    }
    return tied ? undefined : best;
}
/** Insertions, deletions, substitutions and swaps of neighbours between two words. */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const substitution = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
            let distance = Math.min(substitution, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
            }
            current.push(distance);
        }
        [beforeLast, last] = [last, current];
    }
    return last[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./src/model/finding.ts
/** All severities, worst first. */
const SEVERITIES = ['error', 'warning', 'notice'];
/** Worst first, then by file and line; findings that compare equal keep the order in which rules found them. */
function bySeverityThenPlace(a, b) {
    const severity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
    if (severity !== 0)
        return severity;
    const file = (a.location?.file ?? '').localeCompare(b.location?.file ?? '');
    if (file !== 0)
        return file;
    return (a.location?.start.line ?? 0) - (b.location?.start.line ?? 0);
}

;// CONCATENATED MODULE: ./src/model/stack.ts
/** The configurations of a stack that are written inside its compose files. */
function inlineOf({ files, documents }) {
    return documents.flatMap(({ file }) => (files.includes(file) ? [] : [file]));
}

;// CONCATENATED MODULE: ./src/generated/validators/index.ts
/** Loads the compiled schema of a kind of file. */
const compiledSchemas = {
    'prometheus': () => __nccwpck_require__.e(/* import() */ 882).then(__nccwpck_require__.t.bind(__nccwpck_require__, 882, 19)),
    'target-groups': () => __nccwpck_require__.e(/* import() */ 454).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4454, 19)),
    'rules': () => __nccwpck_require__.e(/* import() */ 39).then(__nccwpck_require__.t.bind(__nccwpck_require__, 3039, 19)),
    'rule-tests': () => __nccwpck_require__.e(/* import() */ 364).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5364, 19)),
    'settings': () => Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6573, 19)),
    'compose': () => __nccwpck_require__.e(/* import() */ 230).then(__nccwpck_require__.t.bind(__nccwpck_require__, 230, 19)),
};

;// CONCATENATED MODULE: ./src/schema/compiled-schemas.ts

/** Kinds that are judged by the schema of another. */
const SAME = { 'scrape-configs': 'prometheus' };
const loaded = new Map();
/** Loads the schemas of these kinds of file, each once: they are large, and most runs need few of them. */
async function loadSchemas(kinds) {
    const wanted = new Set([...kinds].map((kind) => SAME[kind] ?? kind));
    await Promise.all([...wanted].map(async (kind) => {
        const load = compiledSchemas[kind];
        if (load && !loaded.has(kind))
            loaded.set(kind, (await load()).default);
    }));
}
/** The schema of a kind of file, which has to be loaded before. */
function schemaOf(kind) {
    const schema = loaded.get(SAME[kind] ?? kind);
    if (!schema)
        throw new Error(`the schema of ${kind} files is not loaded`);
    return schema;
}
/** All kinds that have a schema. */
const KINDS_WITH_SCHEMA = Object.keys(compiledSchemas);

;// CONCATENATED MODULE: ./src/stack/compose/find-files.ts

/** In the order in which Compose looks. https://docs.docker.com/compose/intro/compose-application-model/ */
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDES = [
    'compose.override.yml',
    'compose.override.yaml',
    'docker-compose.override.yml',
    'docker-compose.override.yaml',
];
/**
 * The compose files of a directory, absolute, in merge order: the named ones, those of `COMPOSE_FILE`, or the first found and
 * its override. https://docs.docker.com/compose/how-tos/environment-variables/envvars/
 */
function findComposeFiles(directory, named, variables, files) {
    if (named.length > 0)
        return named.map((file) => (0,external_node_path_.resolve)(directory, file));
    const listed = variables['COMPOSE_FILE'] ?? '';
    if (listed !== '')
        return listed.split(variables['COMPOSE_PATH_SEPARATOR'] ?? ':').map((file) => (0,external_node_path_.resolve)(directory, file));
    const first = (names) => names
        .map((name) => (0,external_node_path_.join)(directory, name))
        .filter((path) => files.kind(path) !== 'missing')
        .slice(0, 1);
    const base = first(NAMES);
    return base.length === 0 ? [] : [...base, ...first(OVERRIDES)];
}

;// CONCATENATED MODULE: ./src/stack/find-stacks.ts


/** Directories with other people's files. */
const SKIPPED = new Set(['node_modules', 'vendor']);
/** Deeper than any repository keeps its stacks. */
const DEEPEST = 8;
/** Directories at and below one that have a compose file of their own, the nearest first. Hidden ones are left out. */
function findStacks(directory, files) {
    const found = [];
    let level = [directory];
    for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
        found.push(...level.filter((path) => findComposeFiles(path, [], {}, files).length > 0));
        level = level.flatMap((path) => files
            .directories(path)
            .filter((name) => !name.startsWith('.') && !SKIPPED.has(name))
            .map((name) => (0,external_node_path_.join)(path, name)));
    }
    return found;
}

;// CONCATENATED MODULE: ./src/model/yaml-node.ts
/** The value of a key, or undefined when the node is no mapping or lacks the key. */
function child(node, ...path) {
    let current = node;
    for (const key of path) {
        if (current?.kind !== 'mapping')
            return undefined;
        current = current.entries.get(key)?.value;
    }
    return current;
}
/** The range of a key's own text, for findings about the key rather than its value. */
function keyRange(node, key) {
    return node?.kind === 'mapping' ? node.entries.get(key)?.key.at : undefined;
}
/** The items of a sequence, none for anything else. */
function items(node) {
    return node?.kind === 'sequence' ? node.items : [];
}
/** The entries of a mapping, none for anything else. */
function entries(node) {
    return node?.kind === 'mapping' ? [...node.entries] : [];
}
/** The text of a scalar that is not null. */
function yaml_node_text(node) {
    return node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
}

;// CONCATENATED MODULE: ./src/generated/shapes.ts
/** The shapes of each kind of document; the first one is the document's own. */
const shapes = JSON.parse("{\"prometheus\":[{\"properties\":{\"global\":1,\"runtime\":12,\"rule_files\":14,\"scrape_config_files\":16,\"scrape_configs\":17,\"alerting\":116,\"remote_write\":124,\"remote_read\":138,\"storage\":140,\"tracing\":146,\"otlp\":147}},{\"kinds\":[\"global\"],\"properties\":{\"scrape_interval\":2,\"scrape_timeout\":2,\"scrape_protocols\":3,\"evaluation_interval\":2,\"rule_query_offset\":4,\"external_labels\":5,\"query_log_file\":6,\"scrape_failure_log_file\":6,\"body_size_limit\":7,\"sample_limit\":8,\"target_limit\":8,\"label_limit\":8,\"label_name_length_limit\":8,\"label_value_length_limit\":8,\"keep_dropped_targets\":8,\"scrape_native_histograms\":9,\"convert_classic_histograms_to_nhcb\":10,\"always_scrape_classic_histograms\":10,\"extra_scrape_metrics\":11}},{\"kinds\":[\"duration\"]},{\"kinds\":[\"unique-list\",\"since 2.49\"]},{\"kinds\":[\"since 2.53\",\"duration\"]},{\"kinds\":[\"labels\"]},{\"kinds\":[\"file\"]},{\"kinds\":[\"size\"]},{\"kinds\":[\"integer\"]},{\"kinds\":[\"since 3.8\"]},{\"kinds\":[\"since 3.0\"]},{\"kinds\":[\"since 3.9\"]},{\"kinds\":[\"runtime\"],\"properties\":{\"gogc\":13}},{\"kinds\":[\"integer\"]},{\"items\":15},{\"kinds\":[\"filename-glob\"]},{\"kinds\":[\"since 2.43\"],\"items\":15},{\"items\":18},{\"kinds\":[\"scrape_config\",\"http-client\"],\"properties\":{\"job_name\":19,\"scrape_interval\":2,\"scrape_timeout\":2,\"scrape_protocols\":3,\"fallback_scrape_protocol\":20,\"params\":21,\"scrape_failure_log_file\":6,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30,\"static_configs\":32,\"aws_sd_configs\":36,\"azure_sd_configs\":38,\"consul_sd_configs\":40,\"digitalocean_sd_configs\":44,\"dns_sd_configs\":47,\"docker_sd_configs\":49,\"dockerswarm_sd_configs\":51,\"ec2_sd_configs\":53,\"eureka_sd_configs\":55,\"file_sd_configs\":58,\"gce_sd_configs\":62,\"hetzner_sd_configs\":64,\"http_sd_configs\":66,\"ionos_sd_configs\":68,\"kubernetes_sd_configs\":70,\"kuma_sd_configs\":75,\"lightsail_sd_configs\":77,\"linode_sd_configs\":79,\"marathon_sd_configs\":81,\"nerve_sd_configs\":83,\"nomad_sd_configs\":85,\"oci_sd_configs\":87,\"openstack_sd_configs\":89,\"outscale_sd_configs\":91,\"ovhcloud_sd_configs\":94,\"puppetdb_sd_configs\":96,\"scaleway_sd_configs\":98,\"serverset_sd_configs\":100,\"stackit_sd_configs\":102,\"triton_sd_configs\":104,\"uyuni_sd_configs\":106,\"vultr_sd_configs\":108,\"relabel_configs\":110,\"metric_relabel_configs\":114,\"body_size_limit\":7,\"sample_limit\":8,\"target_limit\":8,\"label_limit\":8,\"label_name_length_limit\":8,\"label_value_length_limit\":8,\"keep_dropped_targets\":8,\"native_histogram_bucket_limit\":8,\"scrape_native_histograms\":9,\"convert_classic_histograms_to_nhcb\":10,\"always_scrape_classic_histograms\":10,\"extra_scrape_metrics\":11,\"scrape_classic_histograms\":115}},{\"kinds\":[\"job-name\"]},{\"kinds\":[\"since 3.0\"]},{\"kinds\":[\"params\"]},{\"kinds\":[\"authorization\"],\"properties\":{\"credentials\":23,\"credentials_file\":6}},{\"kinds\":[\"secret\"]},{\"kinds\":[\"basic_auth\"],\"properties\":{\"username_file\":6,\"password\":23,\"password_file\":6}},{\"kinds\":[\"oauth2\"],\"properties\":{\"client_secret\":23,\"client_secret_file\":6,\"client_certificate_key\":23,\"client_certificate_key_file\":6,\"token_url\":26,\"endpoint_params\":27,\"tls_config\":28,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"url\"]},{\"kinds\":[\"endpoint_params\"]},{\"kinds\":[\"tls_config\"],\"properties\":{\"ca_file\":6,\"cert_file\":6,\"key\":23,\"key_file\":6}},{\"kinds\":[\"url\"]},{\"kinds\":[\"proxy_connect_header\"]},{\"kinds\":[\"since 2.55\",\"http_headers\"]},{\"items\":33},{\"kinds\":[\"static_config\"],\"properties\":{\"targets\":34,\"labels\":5}},{\"items\":35},{\"kinds\":[\"target\"]},{\"items\":37},{\"kinds\":[\"aws_sd\",\"http-client\"],\"properties\":{\"secret_key\":23,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":39},{\"kinds\":[\"azure_sd\",\"http-client\"],\"properties\":{\"client_secret\":23,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":41},{\"kinds\":[\"consul_sd\",\"http-client\"],\"properties\":{\"token\":23,\"password\":23,\"health_filter\":42,\"node_meta\":43,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"since 3.12\"]},{\"kinds\":[\"node_meta\"]},{\"items\":45},{\"kinds\":[\"digitalocean_sd\",\"http-client\"],\"properties\":{\"role\":46,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"since 3.6\"]},{\"items\":48},{\"kinds\":[\"dns_sd\"],\"properties\":{\"port\":13,\"refresh_interval\":2}},{\"items\":50},{\"kinds\":[\"docker_sd\",\"http-client\"],\"properties\":{\"port\":13,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":52},{\"kinds\":[\"dockerswarm_sd\",\"http-client\"],\"properties\":{\"port\":13,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":54},{\"kinds\":[\"ec2_sd\",\"http-client\"],\"properties\":{\"secret_key\":23,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":56},{\"kinds\":[\"eureka_sd\",\"http-client\"],\"properties\":{\"server\":57,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"url\"]},{\"items\":59},{\"kinds\":[\"file_sd\"],\"properties\":{\"files\":60,\"refresh_interval\":2}},{\"items\":61},{\"kinds\":[\"filename-glob\"]},{\"items\":63},{\"kinds\":[\"gce_sd\"],\"properties\":{\"refresh_interval\":2,\"port\":13}},{\"items\":65},{\"kinds\":[\"hetzner_sd\",\"http-client\"],\"properties\":{\"port\":13,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":67},{\"kinds\":[\"http_sd\",\"http-client\"],\"properties\":{\"url\":57,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":69},{\"kinds\":[\"ionos_sd\",\"http-client\"],\"properties\":{\"port\":13,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":71},{\"kinds\":[\"kubernetes_sd\",\"http-client\"],\"properties\":{\"api_server\":29,\"kubeconfig_file\":6,\"namespaces\":72,\"attach_metadata\":73,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"namespaces\"]},{\"kinds\":[\"attach_metadata\"],\"properties\":{\"namespace\":74}},{\"kinds\":[\"since 3.6\"]},{\"items\":76},{\"kinds\":[\"kuma_sd\",\"http-client\"],\"properties\":{\"server\":57,\"refresh_interval\":2,\"fetch_timeout\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":78},{\"kinds\":[\"lightsail_sd\",\"http-client\"],\"properties\":{\"secret_key\":23,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":80},{\"kinds\":[\"linode_sd\",\"http-client\"],\"properties\":{\"port\":13,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":82},{\"kinds\":[\"marathon_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":2,\"auth_token\":23,\"auth_token_file\":6,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":84},{\"kinds\":[\"nerve_sd\"],\"properties\":{\"timeout\":2}},{\"items\":86},{\"kinds\":[\"nomad_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":88},{\"kinds\":[\"oci_sd\",\"http-client\"],\"properties\":{\"key_file\":6,\"key_passphrase\":23,\"key_passphrase_file\":6,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":90},{\"kinds\":[\"openstack_sd\"],\"properties\":{\"identity_endpoint\":29,\"password\":23,\"application_credential_secret\":23,\"refresh_interval\":2,\"port\":13,\"tls_config\":28}},{\"items\":92},{\"kinds\":[\"outscale_sd\",\"http-client\"],\"properties\":{\"secret_key\":93,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"secret\"]},{\"items\":95},{\"kinds\":[\"ovhcloud_sd\"],\"properties\":{\"application_secret\":93,\"consumer_key\":93,\"refresh_interval\":2}},{\"items\":97},{\"kinds\":[\"puppetdb_sd\",\"http-client\"],\"properties\":{\"url\":57,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":99},{\"kinds\":[\"scaleway_sd\",\"http-client\"],\"properties\":{\"secret_key\":23,\"secret_key_file\":6,\"api_url\":26,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":101},{\"kinds\":[\"serverset_sd\"],\"properties\":{\"timeout\":2}},{\"items\":103},{\"kinds\":[\"stackit_sd\",\"http-client\"],\"properties\":{\"endpoint\":29,\"private_key\":23,\"private_key_path\":6,\"service_account_key\":23,\"service_account_key_path\":6,\"credentials_file_path\":6,\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":105},{\"kinds\":[\"triton_sd\"],\"properties\":{\"refresh_interval\":2,\"port\":13,\"version\":13,\"tls_config\":28}},{\"items\":107},{\"kinds\":[\"uyuni_sd\",\"http-client\"],\"properties\":{\"password\":93,\"refresh_interval\":2,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":109},{\"kinds\":[\"vultr_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":2,\"port\":13,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"items\":111},{\"kinds\":[\"relabel_config\"],\"properties\":{\"target_label\":112,\"regex\":113,\"modulus\":8}},{\"kinds\":[\"label-name\"]},{\"kinds\":[\"regex\"]},{\"items\":111},{\"kinds\":[\"removed-in-3\"]},{\"kinds\":[\"alerting\"],\"properties\":{\"alert_relabel_configs\":117,\"alertmanagers\":118}},{\"items\":111},{\"items\":119},{\"kinds\":[\"alertmanager_config\",\"http-client\"],\"properties\":{\"timeout\":2,\"api_version\":120,\"sigv4\":121,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30,\"static_configs\":32,\"aws_sd_configs\":36,\"azure_sd_configs\":38,\"consul_sd_configs\":40,\"digitalocean_sd_configs\":44,\"dns_sd_configs\":47,\"docker_sd_configs\":49,\"dockerswarm_sd_configs\":51,\"ec2_sd_configs\":53,\"eureka_sd_configs\":55,\"file_sd_configs\":58,\"gce_sd_configs\":62,\"hetzner_sd_configs\":64,\"http_sd_configs\":66,\"ionos_sd_configs\":68,\"kubernetes_sd_configs\":70,\"kuma_sd_configs\":75,\"lightsail_sd_configs\":77,\"linode_sd_configs\":79,\"marathon_sd_configs\":81,\"nerve_sd_configs\":83,\"nomad_sd_configs\":85,\"oci_sd_configs\":87,\"openstack_sd_configs\":89,\"outscale_sd_configs\":91,\"ovhcloud_sd_configs\":94,\"puppetdb_sd_configs\":96,\"scaleway_sd_configs\":98,\"serverset_sd_configs\":100,\"stackit_sd_configs\":102,\"triton_sd_configs\":104,\"uyuni_sd_configs\":106,\"vultr_sd_configs\":108,\"relabel_configs\":122,\"alert_relabel_configs\":123}},{\"kinds\":[\"api-version\"]},{\"kinds\":[\"sigv4\"],\"properties\":{\"secret_key\":23}},{\"items\":111},{\"kinds\":[\"since 2.51\"],\"items\":111},{\"items\":125},{\"kinds\":[\"remote_write\",\"http-client\"],\"properties\":{\"url\":126,\"remote_timeout\":2,\"headers\":127,\"write_relabel_configs\":128,\"round_robin_dns\":129,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30,\"sigv4\":121,\"azuread\":130,\"google_iam\":135,\"queue_config\":136,\"metadata_config\":137}},{\"kinds\":[\"url\"]},{\"kinds\":[\"headers\"]},{\"items\":111},{\"kinds\":[\"since 3.1\"]},{\"kinds\":[\"azuread\"],\"properties\":{\"managed_identity\":131,\"workload_identity\":132,\"oauth\":133,\"sdk\":134}},{\"kinds\":[\"managed_identity\"]},{\"kinds\":[\"workload_identity\"],\"properties\":{\"token_file_path\":6}},{\"kinds\":[\"oauth\"],\"properties\":{\"client_secret\":23}},{\"kinds\":[\"sdk\"]},{\"kinds\":[\"since 3.6\",\"google_iam\"],\"properties\":{\"credentials_file\":6}},{\"kinds\":[\"queue_config\"],\"properties\":{\"capacity\":13,\"max_shards\":13,\"min_shards\":13,\"max_samples_per_send\":13,\"batch_send_deadline\":2,\"min_backoff\":2,\"max_backoff\":2,\"sample_age_limit\":2}},{\"kinds\":[\"metadata_config\"],\"properties\":{\"send_interval\":2,\"max_samples_per_send\":13}},{\"items\":139},{\"kinds\":[\"remote_read\",\"http-client\"],\"properties\":{\"url\":126,\"required_matchers\":5,\"remote_timeout\":2,\"headers\":127,\"chunked_read_limit\":8,\"authorization\":22,\"basic_auth\":24,\"oauth2\":25,\"bearer_token\":23,\"bearer_token_file\":6,\"tls_config\":28,\"http_headers\":31,\"proxy_url\":29,\"proxy_connect_header\":30}},{\"kinds\":[\"storage\"],\"properties\":{\"tsdb\":141,\"exemplars\":145}},{\"kinds\":[\"tsdb\"],\"properties\":{\"out_of_order_time_window\":2,\"retention\":142,\"chunk_encoding\":143,\"stale_series_compaction_threshold\":144}},{\"kinds\":[\"since 3.9\",\"retention\"],\"properties\":{\"time\":2,\"size\":7}},{\"kinds\":[\"since 3.6\"]},{\"kinds\":[\"since 3.6\"]},{\"kinds\":[\"exemplars\"],\"properties\":{\"max_exemplars\":13}},{\"kinds\":[\"tracing\"],\"properties\":{\"headers\":127,\"timeout\":2,\"tls_config\":28}},{\"kinds\":[\"otlp\"],\"properties\":{\"promote_resource_attributes\":148,\"ignore_resource_attributes\":148,\"translation_strategy\":149,\"promote_scope_metadata\":74,\"label_name_underscore_sanitization\":74,\"label_name_preserve_multiple_underscores\":74}},{\"kinds\":[\"unique-list\"]},{\"kinds\":[\"translation-strategy\"]}],\"scrape-configs\":[{\"properties\":{\"scrape_configs\":1}},{\"items\":2},{\"kinds\":[\"scrape_config\",\"http-client\"],\"properties\":{\"job_name\":3,\"scrape_interval\":4,\"scrape_timeout\":4,\"scrape_protocols\":5,\"fallback_scrape_protocol\":6,\"params\":7,\"scrape_failure_log_file\":8,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17,\"static_configs\":19,\"aws_sd_configs\":24,\"azure_sd_configs\":27,\"consul_sd_configs\":29,\"digitalocean_sd_configs\":33,\"dns_sd_configs\":36,\"docker_sd_configs\":38,\"dockerswarm_sd_configs\":40,\"ec2_sd_configs\":42,\"eureka_sd_configs\":44,\"file_sd_configs\":47,\"gce_sd_configs\":51,\"hetzner_sd_configs\":53,\"http_sd_configs\":55,\"ionos_sd_configs\":57,\"kubernetes_sd_configs\":59,\"kuma_sd_configs\":64,\"lightsail_sd_configs\":66,\"linode_sd_configs\":68,\"marathon_sd_configs\":70,\"nerve_sd_configs\":72,\"nomad_sd_configs\":74,\"oci_sd_configs\":76,\"openstack_sd_configs\":78,\"outscale_sd_configs\":80,\"ovhcloud_sd_configs\":83,\"puppetdb_sd_configs\":85,\"scaleway_sd_configs\":87,\"serverset_sd_configs\":89,\"stackit_sd_configs\":91,\"triton_sd_configs\":93,\"uyuni_sd_configs\":95,\"vultr_sd_configs\":97,\"relabel_configs\":99,\"metric_relabel_configs\":104,\"body_size_limit\":105,\"sample_limit\":103,\"target_limit\":103,\"label_limit\":103,\"label_name_length_limit\":103,\"label_value_length_limit\":103,\"keep_dropped_targets\":103,\"native_histogram_bucket_limit\":103,\"scrape_native_histograms\":106,\"convert_classic_histograms_to_nhcb\":107,\"always_scrape_classic_histograms\":107,\"extra_scrape_metrics\":108,\"scrape_classic_histograms\":109}},{\"kinds\":[\"job-name\"]},{\"kinds\":[\"duration\"]},{\"kinds\":[\"unique-list\",\"since 2.49\"]},{\"kinds\":[\"since 3.0\"]},{\"kinds\":[\"params\"]},{\"kinds\":[\"file\"]},{\"kinds\":[\"authorization\"],\"properties\":{\"credentials\":10,\"credentials_file\":8}},{\"kinds\":[\"secret\"]},{\"kinds\":[\"basic_auth\"],\"properties\":{\"username_file\":8,\"password\":10,\"password_file\":8}},{\"kinds\":[\"oauth2\"],\"properties\":{\"client_secret\":10,\"client_secret_file\":8,\"client_certificate_key\":10,\"client_certificate_key_file\":8,\"token_url\":13,\"endpoint_params\":14,\"tls_config\":15,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"url\"]},{\"kinds\":[\"endpoint_params\"]},{\"kinds\":[\"tls_config\"],\"properties\":{\"ca_file\":8,\"cert_file\":8,\"key\":10,\"key_file\":8}},{\"kinds\":[\"url\"]},{\"kinds\":[\"proxy_connect_header\"]},{\"kinds\":[\"since 2.55\",\"http_headers\"]},{\"items\":20},{\"kinds\":[\"static_config\"],\"properties\":{\"targets\":21,\"labels\":23}},{\"items\":22},{\"kinds\":[\"target\"]},{\"kinds\":[\"labels\"]},{\"items\":25},{\"kinds\":[\"aws_sd\",\"http-client\"],\"properties\":{\"secret_key\":10,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"integer\"]},{\"items\":28},{\"kinds\":[\"azure_sd\",\"http-client\"],\"properties\":{\"client_secret\":10,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":30},{\"kinds\":[\"consul_sd\",\"http-client\"],\"properties\":{\"token\":10,\"password\":10,\"health_filter\":31,\"node_meta\":32,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"since 3.12\"]},{\"kinds\":[\"node_meta\"]},{\"items\":34},{\"kinds\":[\"digitalocean_sd\",\"http-client\"],\"properties\":{\"role\":35,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"since 3.6\"]},{\"items\":37},{\"kinds\":[\"dns_sd\"],\"properties\":{\"port\":26,\"refresh_interval\":4}},{\"items\":39},{\"kinds\":[\"docker_sd\",\"http-client\"],\"properties\":{\"port\":26,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":41},{\"kinds\":[\"dockerswarm_sd\",\"http-client\"],\"properties\":{\"port\":26,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":43},{\"kinds\":[\"ec2_sd\",\"http-client\"],\"properties\":{\"secret_key\":10,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":45},{\"kinds\":[\"eureka_sd\",\"http-client\"],\"properties\":{\"server\":46,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"url\"]},{\"items\":48},{\"kinds\":[\"file_sd\"],\"properties\":{\"files\":49,\"refresh_interval\":4}},{\"items\":50},{\"kinds\":[\"filename-glob\"]},{\"items\":52},{\"kinds\":[\"gce_sd\"],\"properties\":{\"refresh_interval\":4,\"port\":26}},{\"items\":54},{\"kinds\":[\"hetzner_sd\",\"http-client\"],\"properties\":{\"port\":26,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":56},{\"kinds\":[\"http_sd\",\"http-client\"],\"properties\":{\"url\":46,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":58},{\"kinds\":[\"ionos_sd\",\"http-client\"],\"properties\":{\"port\":26,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":60},{\"kinds\":[\"kubernetes_sd\",\"http-client\"],\"properties\":{\"api_server\":16,\"kubeconfig_file\":8,\"namespaces\":61,\"attach_metadata\":62,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"namespaces\"]},{\"kinds\":[\"attach_metadata\"],\"properties\":{\"namespace\":63}},{\"kinds\":[\"since 3.6\"]},{\"items\":65},{\"kinds\":[\"kuma_sd\",\"http-client\"],\"properties\":{\"server\":46,\"refresh_interval\":4,\"fetch_timeout\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":67},{\"kinds\":[\"lightsail_sd\",\"http-client\"],\"properties\":{\"secret_key\":10,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":69},{\"kinds\":[\"linode_sd\",\"http-client\"],\"properties\":{\"port\":26,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":71},{\"kinds\":[\"marathon_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":4,\"auth_token\":10,\"auth_token_file\":8,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":73},{\"kinds\":[\"nerve_sd\"],\"properties\":{\"timeout\":4}},{\"items\":75},{\"kinds\":[\"nomad_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":77},{\"kinds\":[\"oci_sd\",\"http-client\"],\"properties\":{\"key_file\":8,\"key_passphrase\":10,\"key_passphrase_file\":8,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":79},{\"kinds\":[\"openstack_sd\"],\"properties\":{\"identity_endpoint\":16,\"password\":10,\"application_credential_secret\":10,\"refresh_interval\":4,\"port\":26,\"tls_config\":15}},{\"items\":81},{\"kinds\":[\"outscale_sd\",\"http-client\"],\"properties\":{\"secret_key\":82,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"kinds\":[\"secret\"]},{\"items\":84},{\"kinds\":[\"ovhcloud_sd\"],\"properties\":{\"application_secret\":82,\"consumer_key\":82,\"refresh_interval\":4}},{\"items\":86},{\"kinds\":[\"puppetdb_sd\",\"http-client\"],\"properties\":{\"url\":46,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":88},{\"kinds\":[\"scaleway_sd\",\"http-client\"],\"properties\":{\"secret_key\":10,\"secret_key_file\":8,\"api_url\":13,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":90},{\"kinds\":[\"serverset_sd\"],\"properties\":{\"timeout\":4}},{\"items\":92},{\"kinds\":[\"stackit_sd\",\"http-client\"],\"properties\":{\"endpoint\":16,\"private_key\":10,\"private_key_path\":8,\"service_account_key\":10,\"service_account_key_path\":8,\"credentials_file_path\":8,\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":94},{\"kinds\":[\"triton_sd\"],\"properties\":{\"refresh_interval\":4,\"port\":26,\"version\":26,\"tls_config\":15}},{\"items\":96},{\"kinds\":[\"uyuni_sd\",\"http-client\"],\"properties\":{\"password\":82,\"refresh_interval\":4,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":98},{\"kinds\":[\"vultr_sd\",\"http-client\"],\"properties\":{\"refresh_interval\":4,\"port\":26,\"authorization\":9,\"basic_auth\":11,\"oauth2\":12,\"bearer_token\":10,\"bearer_token_file\":8,\"tls_config\":15,\"http_headers\":18,\"proxy_url\":16,\"proxy_connect_header\":17}},{\"items\":100},{\"kinds\":[\"relabel_config\"],\"properties\":{\"target_label\":101,\"regex\":102,\"modulus\":103}},{\"kinds\":[\"label-name\"]},{\"kinds\":[\"regex\"]},{\"kinds\":[\"integer\"]},{\"items\":100},{\"kinds\":[\"size\"]},{\"kinds\":[\"since 3.8\"]},{\"kinds\":[\"since 3.0\"]},{\"kinds\":[\"since 3.9\"]},{\"kinds\":[\"removed-in-3\"]}],\"target-groups\":[{\"items\":1},{\"kinds\":[\"target_group\"],\"properties\":{\"targets\":2,\"labels\":4}},{\"items\":3},{\"kinds\":[\"target\"]},{\"kinds\":[\"labels\"]}],\"rules\":[{\"properties\":{\"groups\":1}},{\"items\":2},{\"kinds\":[\"group\"],\"properties\":{\"interval\":3,\"query_offset\":4,\"limit\":5,\"labels\":6,\"rules\":7}},{\"kinds\":[\"duration\"]},{\"kinds\":[\"since 2.53\",\"duration\"]},{\"kinds\":[\"integer\"]},{\"kinds\":[\"since 3.0\",\"labels\"]},{\"items\":8},{\"kinds\":[\"rule\"],\"properties\":{\"record\":9,\"expr\":10,\"for\":3,\"keep_firing_for\":11,\"labels\":12,\"annotations\":12}},{\"kinds\":[\"metric-name\"]},{\"kinds\":[\"promql\"]},{\"kinds\":[\"since 2.42\",\"duration\"]},{\"kinds\":[\"labels\"]}],\"rule-tests\":[{\"properties\":{\"rule_files\":1,\"evaluation_interval\":3,\"fuzzy_compare\":4,\"tests\":5}},{\"items\":2},{\"kinds\":[\"filename-glob\"]},{\"kinds\":[\"duration\"]},{\"kinds\":[\"since 3.0\"]},{\"items\":6},{\"kinds\":[\"test\"],\"properties\":{\"interval\":3,\"external_labels\":7,\"alert_rule_test\":8,\"promql_expr_test\":12}},{\"kinds\":[\"labels\"]},{\"items\":9},{\"properties\":{\"eval_time\":3,\"exp_alerts\":10}},{\"items\":11},{\"properties\":{\"exp_labels\":7,\"exp_annotations\":7}},{\"items\":13},{\"properties\":{\"expr\":14,\"eval_time\":3}},{\"kinds\":[\"promql\"]}]}");

;// CONCATENATED MODULE: ./src/schema/values.ts


const walked = new WeakMap();
/** Every value of a kind, in the order of the text. */
function valuesOf(document, kind) {
    return kindsIn(document).get(kind) ?? [];
}
/** All values that have a kind, by their kinds. A document is walked once. */
function kindsIn(document) {
    let known = walked.get(document);
    if (!known) {
        known = walk(document);
        walked.set(document, known);
    }
    return known;
}
/** Like `valuesOf`, for kinds that are mappings; what is written in the place of one is left to the schema. */
function mappingsOf(document, kind) {
    return valuesOf(document, kind).filter((value) => value.node.kind === 'mapping');
}
function walk({ kind, root }) {
    const all = shapes[kind] ?? [];
    const found = new Map();
    const visit = (node, shape, key, inside) => {
        if (!shape)
            return;
        for (const one of shape.kinds ?? []) {
            const list = found.get(one);
            if (list)
                list.push({ node, key, inside });
            else
                found.set(one, [{ node, key, inside }]);
        }
        if (node.kind === 'sequence' && shape.items !== undefined)
            for (const item of node.items)
                visit(item, all[shape.items], key, inside);
        if (node.kind !== 'mapping' || (shape.properties === undefined && shape.additional === undefined))
            return;
        const here = { node, key, inside };
        for (const [name, { value }] of node.entries) {
            const next = shape.properties?.[name] ?? shape.additional;
            if (next !== undefined)
                visit(value, all[next], name, here);
        }
    };
    if (root)
        visit(root, all[0], '', undefined);
    return found;
}
const values_NAMES = {
    job_name: 'scrape job',
    alert: 'alert',
    record: 'recording rule',
    name: '',
};
/** What a value belongs to, for messages: `scrape job "agent"`, `remote_write`, `global`; empty at the top. */
function ownerOf({ inside }) {
    for (let way = inside; way; way = way.inside) {
        for (const [key, label] of Object.entries(values_NAMES)) {
            const name = yaml_node_text(child(way.node, key));
            if (name !== undefined)
                return `${label === '' ? singular(way.key) : label} "${name}"`;
        }
        if (way.inside && !way.inside.inside)
            return singular(way.key);
    }
    return '';
}
/** The name of the scrape job that a value belongs to. */
function jobOf({ inside }) {
    for (let way = inside; way; way = way.inside) {
        const name = yaml_node_text(child(way.node, 'job_name'));
        if (name !== undefined)
            return name;
    }
    return undefined;
}
function singular(key) {
    return key === 'receivers' || key === 'groups' ? key.slice(0, -1) : key;
}
/** `KEY of OWNER`, or the key alone at the top. */
function nameOf(value) {
    const owner = ownerOf(value);
    return owner === '' ? value.key : `${value.key} of ${owner}`;
}

;// CONCATENATED MODULE: ./src/stack/glob.ts

const SPECIAL = /[*?[\\]/;
/** The files that an absolute pattern names, by the rules of Go's filepath.Glob: `*` and `?` do not match a separator. */
function glob(pattern, files) {
    const { root } = (0,external_node_path_.parse)(pattern);
    let paths = [root];
    for (const part of pattern.slice(root.length).split(external_node_path_.sep)) {
        if (part === '')
            continue;
        paths = paths.flatMap((path) => matchesIn(path, part, files));
    }
    return paths.filter((path) => ['file', 'other'].includes(files.kind(path)));
}
function matchesIn(directory, part, files) {
    if (!SPECIAL.test(part))
        return [(0,external_node_path_.join)(directory, part)].filter((path) => files.kind(path) !== 'missing');
    const expression = toRegExp(part);
    return files.list(directory).flatMap((name) => (expression.test(name) ? [(0,external_node_path_.join)(directory, name)] : []));
}
function toRegExp(part) {
    const source = part.replaceAll(/\\(.)|(\*)|(\?)|\[(\^?)([^\]]*)\]|([.+^${}()|\]\\[])/g, (all, ...groups) => {
        const [escaped, star, question, negation, characters, special] = groups;
        if (escaped !== undefined)
            return `\\${escaped}`;
        if (star)
            return '.*';
        if (question)
            return '.';
        if (characters !== undefined)
            return `[${negation ?? ''}${characters.replaceAll('\\', '\\\\')}]`;
        return special === undefined ? all : `\\${special}`;
    });
    return new RegExp(`^${source}$`, 's');
}

;// CONCATENATED MODULE: ./src/stack/mounts.ts


/** All that a service sees of the project's files: volumes, configs and secrets. */
function mountsOf(service, root, directory) {
    return [
        ...items(child(service, 'volumes')).flatMap((item) => volumeMount(item, directory)),
        ...items(child(service, 'configs')).flatMap((item) => definedMount(item, root, 'configs', '/', directory)),
        ...items(child(service, 'secrets')).flatMap((item) => definedMount(item, root, 'secrets', '/run/secrets/', directory)),
    ];
}
function volumeMount(item, directory) {
    if (item.kind === 'mapping')
        return longVolume(item, directory);
    const [source, target] = splitShortVolume(yaml_node_text(item) ?? '');
    if (target === undefined)
        return [{ kind: 'volume', source: '', target: source, at: item.at }];
    if (!isPath(source))
        return [{ kind: 'volume', source, target, at: item.at }];
    return [{ kind: 'bind', source: (0,external_node_path_.resolve)(directory, source), target: normal(target), at: item.at }];
}
/** `SOURCE:TARGET[:MODE]`; a Windows drive letter is not a separator. */
function splitShortVolume(written) {
    const parts = written.split(':');
    if (parts.length > 1 && /^[A-Za-z]$/.test(parts[0] ?? '') && /^[\\/]/.test(parts[1] ?? '')) {
        parts.splice(0, 2, `${parts[0] ?? ''}:${parts[1] ?? ''}`);
    }
    return [parts[0] ?? '', parts[1]];
}
function isPath(source) {
    return /^(?:\.|\/|~|[A-Za-z]:[\\/])/.test(source);
}
function longVolume(item, directory) {
    const target = yaml_node_text(child(item, 'target'));
    if (target === undefined)
        return [];
    const source = yaml_node_text(child(item, 'source')) ?? '';
    const type = yaml_node_text(child(item, 'type'));
    if (type === 'bind')
        return [{ kind: 'bind', source: (0,external_node_path_.resolve)(directory, source), target: normal(target), at: item.at }];
    return [{ kind: type === 'volume' ? 'volume' : 'other', source, target: normal(target), at: item.at }];
}
/** A service's use of a top-level config or secret: `NAME` or `{source, target}`. */
function definedMount(item, root, section, defaultDirectory, directory) {
    const name = item.kind === 'mapping' ? yaml_node_text(child(item, 'source')) : yaml_node_text(item);
    if (name === undefined)
        return [];
    const definition = child(root, section, name);
    const written = item.kind === 'mapping' ? yaml_node_text(child(item, 'target')) : undefined;
    const target = external_node_path_.posix.resolve(defaultDirectory, written ?? name);
    const file = yaml_node_text(child(definition, 'file'));
    if (file !== undefined)
        return [{ kind: 'bind', source: (0,external_node_path_.resolve)(directory, file), target, at: item.at }];
    const content = child(definition, 'content');
    if (content?.kind === 'scalar')
        return [{ kind: 'content', source: content.text, target, at: item.at, contentAt: content.at }];
    return [{ kind: 'other', source: '', target, at: item.at }];
}
function normal(target) {
    return external_node_path_.posix.normalize(target).replace(/(?<=.)\/$/, '');
}
/** The mount that shows `containerPath` in the container; the longest target wins, the later of two equal ones. */
function mountFor(mounts, containerPath) {
    let best;
    for (const mount of mounts) {
        const covers = containerPath === mount.target || containerPath.startsWith(mount.target === '/' ? '/' : `${mount.target}/`);
        if (covers && mount.target.length >= (best?.target.length ?? 0))
            best = mount;
    }
    if (!best)
        return undefined;
    const rest = containerPath.slice(best.target.length);
    return { mount: best, hostPath: best.kind === 'bind' ? (0,external_node_path_.join)(best.source, rest) : undefined };
}

;// CONCATENATED MODULE: ./src/stack/references.ts





/** Annotations of the schemas whose values are paths. */
const PATH_KINDS = ['file', 'filename-glob'];
/** Every file that a document names, resolved in its container and back to this machine. */
function referencesOf(document, files) {
    return PATH_KINDS.flatMap((kind) => valuesOf(document, kind).flatMap(({ node }) => resolveReference(node, document.place, files) ?? []));
}
/** What one path leads to; relative paths start at the directory of the file that names them, as in Prometheus. */
function resolveReference(node, place, files) {
    const written = yaml_node_text(node);
    if (written === undefined || written === '')
        return undefined;
    const containerPath = external_node_path_.posix.resolve(external_node_path_.posix.dirname(place.containerPath), written);
    const mounted = mountFor(place.mounts, containerPath);
    const base = { node, written, containerPath };
    if (!mounted)
        return { ...base, matches: [], state: 'unmounted' };
    if (mounted.hostPath === undefined)
        return { ...base, matches: [], state: 'elsewhere' };
    const matches = glob(mounted.hostPath, files);
    return { ...base, matches, state: matches.length > 0 ? 'found' : 'missing' };
}

;// CONCATENATED MODULE: ./src/stack/documents.ts


/** How each kind of file is decoded. Source: the imports of the programs that read it. */
const DIALECTS = {
    prometheus: 'v2',
    'scrape-configs': 'v2',
    'target-groups': 'v2',
    rules: 'v3',
    'rule-tests': 'v2',
    alertmanager: 'v2',
    web: 'v2',
    blackbox: 'v3',
    'grafana-datasources': 'v3',
    'grafana-dashboards': 'v3',
    dashboard: 'v3',
};
/** What the newest Prometheus reads. */
const NEWEST = { major: 3 };
/** Makes a document of a parsed file, its references resolved. */
function toDocument(kind, { file, root, whole }, place, version, reader) {
    const bare = { kind, file, root, whole, version, place, references: [], included: [] };
    const references = referencesOf(bare, reader.files);
    return { ...bare, references };
}
/** prometheus.yml with all that it names: rule files, files of targets, files of scrape jobs. Each file once. */
function prometheusDocuments(parsed, place, version, reader) {
    const main = toDocument('prometheus', parsed, place, version, reader);
    const jobs = read('scrape-configs', named(main, ['scrape_config_files']), main, reader);
    const rules = read('rules', named(main, ['rule_files']), main, reader);
    const all = [{ ...main, included: [...jobs, ...rules] }, ...jobs];
    const targets = all.flatMap((document) => read('target-groups', targetFiles(document), document, reader));
    return [...all, ...rules, ...targets];
}
/** References of the values in a list at the top. */
function named({ root, references }, path) {
    const nodes = new Set(items(child(root, ...path)));
    return references.filter(({ node }) => nodes.has(node));
}
/** Files of `file_sd_configs`, wherever they stand. */
function targetFiles({ root, references }) {
    const owners = [...items(child(root, 'scrape_configs')), ...items(child(root, 'alerting', 'alertmanagers'))];
    const nodes = new Set(owners.flatMap((owner) => items(child(owner, 'file_sd_configs')).flatMap((discovery) => items(child(discovery, 'files')))));
    return references.filter(({ node }) => nodes.has(node));
}
function read(kind, references, from, reader) {
    const seen = new Map();
    for (const { matches, containerPath } of references)
        for (const match of matches)
            if (!seen.has(match))
                seen.set(match, containerPath);
    return [...seen].flatMap(([path, containerPath]) => {
        const parsed = reader.yaml(path, kind, DIALECTS[kind]);
        if (!parsed)
            return [];
        // A pattern's directory is the file's own, which is all that relative paths need.
        return toDocument(kind, parsed, { ...from.place, containerPath }, from.version, reader);
    });
}

;// CONCATENATED MODULE: ./src/stack/document-kind.ts
/** Keys that only one kind of file has at its top; the first kind that has one of them is taken. */
const TELLING = [
    ['rule-tests', ['tests', 'evaluation_interval']],
    ['grafana-datasources', ['datasources', 'deleteDatasources']],
    ['grafana-dashboards', ['providers']],
    ['dashboard', ['panels', 'schemaVersion']],
    ['rules', ['groups']],
    ['blackbox', ['modules']],
    ['alertmanager', ['route', 'receivers', 'inhibit_rules', 'templates', 'time_intervals', 'mute_time_intervals']],
    ['web', ['tls_server_config', 'http_server_config', 'basic_auth_users', 'rate_limit']],
    ['compose', ['services', 'include']],
    [
        'prometheus',
        ['scrape_configs', 'rule_files', 'alerting', 'remote_write', 'remote_read', 'global', 'storage', 'otlp', 'tracing'],
    ],
];
/** The kind of a file by its content; undefined when nothing in it tells. */
function kindOf(root) {
    if (root?.kind === 'sequence') {
        const [first] = root.items;
        return first?.kind === 'mapping' && first.entries.has('targets') ? 'target-groups' : undefined;
    }
    if (root?.kind !== 'mapping')
        return undefined;
    return TELLING.find(([, keys]) => keys.some((key) => root.entries.has(key)))?.[0];
}

;// CONCATENATED MODULE: ./src/model/source.ts
/** A text that was read, and the means to turn its offsets into lines and columns. */
class SourceFile {
    path;
    kind;
    text;
    origin;
    #lineStarts = [];
    /**
     * @param path relative to the working directory, as messages print it
     * @param text the whole content, without a byte order mark
     * @param origin where the first character stands when the text is a block scalar inside the file at `path`
     */
    constructor(path, kind, text, origin = { line: 1, column: 1 }) {
        this.path = path;
        this.kind = kind;
        this.text = text;
        this.origin = origin;
    }
    /** The position of an offset; binary search over line starts, which are found on first use. */
    position(offset) {
        if (this.#lineStarts.length === 0)
            this.#findLines();
        let low = 0;
        let high = this.#lineStarts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#lineStarts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + this.origin.line, column: offset - (this.#lineStarts[low] ?? 0) + this.origin.column };
    }
    #findLines() {
        this.#lineStarts.push(0);
        for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1))
            this.#lineStarts.push(at + 1);
    }
}
/** The location a finding prints for a range. */
function locate(range) {
    return { file: range.file.path, start: range.file.position(range.start), end: range.file.position(range.end) };
}

;// CONCATENATED MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
/*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT */
//#region src/tag.ts
/**
* Returned by a scalar resolver when the source does not match its tag.
*
* @category Tags
*/
var NOT_RESOLVED = Symbol("NOT_RESOLVED");
/**
* Create a normalized scalar tag definition.
*
* @category Tags
*/
function defineScalarTag(tagName, options) {
	return {
		tagName,
		nodeKind: "scalar",
		implicit: options.implicit ?? false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		implicitFirstChars: options.implicitFirstChars ?? null,
		resolve: options.resolve,
		identify: options.identify,
		represent: options.represent ?? ((data) => String(data)),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized sequence tag definition.
*
* @category Tags
*/
function defineSequenceTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "sequence",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addItem: options.addItem,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized mapping tag definition.
*
* @category Tags
*/
function defineMappingTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "mapping",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addPair: options.addPair,
		has: options.has,
		keys: options.keys,
		get: options.get,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
//#endregion
//#region src/tag/scalar/str.ts
/** @category Tags */
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
	resolve: (source) => source,
	identify: (data) => typeof data === "string"
});
//#endregion
//#region src/tag/scalar/null_core.ts
var NULL_VALUES$1 = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES$1.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/null_json.ts
/** @category Tags */
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: ["n"],
	resolve: (source, isExplicit) => {
		if (source === "null" || isExplicit && source === "") return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/null_yaml11.ts
var NULL_VALUES = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/bool_core.ts
var TRUE_VALUES$2 = [
	"true",
	"True",
	"TRUE"
];
var FALSE_VALUES$2 = [
	"false",
	"False",
	"FALSE"
];
/** @category Tags */
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"t",
		"T",
		"f",
		"F"
	],
	resolve: (source) => {
		if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/bool_json.ts
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
/** @category Tags */
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: ["t", "f"],
	resolve: (source) => {
		if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/bool_yaml11.ts
var TRUE_VALUES = [
	"true",
	"True",
	"TRUE",
	"y",
	"Y",
	"yes",
	"Yes",
	"YES",
	"on",
	"On",
	"ON"
];
var FALSE_VALUES = [
	"false",
	"False",
	"FALSE",
	"n",
	"N",
	"no",
	"No",
	"NO",
	"off",
	"Off",
	"OFF"
];
/** @category Tags */
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"y",
		"Y",
		"n",
		"N",
		"t",
		"T",
		"f",
		"F",
		"o",
		"O"
	],
	resolve: (source) => {
		if (TRUE_VALUES.indexOf(source) !== -1) return true;
		if (FALSE_VALUES.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/int_core.ts
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$2(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger$2,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/int_json.ts
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$1(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlInteger$1,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/int_yaml11.ts
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
	let value = source.replace(/_/g, "");
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	if (value.includes(":")) {
		let result = 0;
		for (const part of value.split(":")) result = result * 60 + Number(part);
		return sign * result;
	}
	if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
	if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/float_core.ts
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
	if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase();
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	const result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat$2,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$2
});
//#endregion
//#region src/tag/scalar/float_json.ts
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		let value = source.toLowerCase();
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".includes(value[0])) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		if (value === ".nan") return NaN;
		const result = sign * parseFloat(value);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = Number(source);
	if (Number.isFinite(result)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlFloat$1,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$1
});
//#endregion
//#region src/tag/scalar/float_yaml11.ts
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
	if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase().replace(/_/g, "");
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	let result = 0;
	if (value.includes(":")) {
		for (const part of value.split(":")) result = result * 60 + Number(part);
		result *= sign;
	} else result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat
});
//#endregion
//#region src/tag/scalar/merge.ts
/**
* Enables merge keys in {@link CORE_SCHEMA} when added with
* {@link Schema.withTags}.
*
* @category Tags
*/
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
	implicit: true,
	implicitFirstChars: ["<"],
	resolve: (source, isExplicit) => {
		if (source === "<<" || isExplicit && source === "") return "<<";
		return NOT_RESOLVED;
	},
	identify: () => false
});
//#endregion
//#region src/tag/scalar/binary.ts
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
	const input = source.replace(/\s/g, "");
	if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
	const binary = atob(input);
	const result = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
	return result;
}
function representYamlBinary(object) {
	let binary = "";
	for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
	return btoa(binary);
}
/**
* The `!!binary` tag, represented as a `Uint8Array`.
*
* @category Tags
*/
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
	resolve: resolveYamlBinary,
	identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
	represent: representYamlBinary
});
//#endregion
//#region src/tag/scalar/timestamp.ts
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
	const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
	date.setUTCFullYear(year, month, day);
	return date;
}
function resolveYamlTimestamp(source) {
	let match = YAML_DATE_REGEXP.exec(source);
	if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
	if (match === null) return NOT_RESOLVED;
	const year = +match[1];
	const month = +match[2] - 1;
	const day = +match[3];
	if (!match[4]) {
		const date = makeUtcDate(year, month, day);
		if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
		return date;
	}
	const hour = +match[4];
	const minute = +match[5];
	const second = +match[6];
	let fraction = 0;
	if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
	if (match[7]) {
		let value = match[7].slice(0, 3);
		while (value.length < 3) value += "0";
		fraction = +value;
	}
	const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
	if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
	if (match[9]) {
		const offsetHour = +match[10];
		const offsetMinute = +(match[11] || 0);
		if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
		const offset = (offsetHour * 60 + offsetMinute) * 6e4;
		date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
	}
	return date;
}
/**
* The YAML 1.1 `!!timestamp` tag, represented as a JavaScript `Date`.
*
* @category Tags
*/
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
	implicit: true,
	implicitFirstChars: [..."0123456789"],
	resolve: resolveYamlTimestamp,
	identify: (object) => object instanceof Date,
	represent: (object) => object.toISOString()
});
//#endregion
//#region src/tag/sequence/seq.ts
/** @category Tags */
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
	create: () => [],
	addItem: (container, item) => {
		container.push(item);
	},
	identify: Array.isArray
});
//#endregion
//#region src/common/object.ts
function isPlainObject(data) {
	if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
	const prototype = Object.getPrototypeOf(data);
	return prototype === null || prototype === Object.prototype;
}
function pick(object, keys) {
	const result = {};
	for (const key of keys) if (object[key] !== void 0) result[key] = object[key];
	return result;
}
//#endregion
//#region src/tag/sequence/omap.ts
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!omap
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   { one: 1 },
*   { two: 2 }
* ]
* ```
*
* @category Tags
*/
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
	create: () => ({
		list: [],
		seen: /* @__PURE__ */ new Set()
	}),
	addItem: (carrier, item) => {
		let key;
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve an ordered map item";
			key = item.keys().next().value;
		} else if (isPlainObject(item)) {
			const itemKeys = Object.keys(item);
			if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
			key = itemKeys[0];
		} else return "cannot resolve an ordered map item";
		if (carrier.seen.has(key)) return "duplicate key in ordered map";
		carrier.seen.add(key);
		carrier.list.push(item);
		return "";
	},
	finalize: (carrier) => carrier.list,
	identify: () => false
});
//#endregion
//#region src/tag/sequence/pairs.ts
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!pairs
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   ['one', 1],
*   ['two', 2]
* ]
* ```
*
* @category Tags
*/
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
	create: () => [],
	addItem: (container, item) => {
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve a pairs item";
			container.push(item.entries().next().value);
			return "";
		}
		if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
		const object = item;
		const keys = Object.keys(object);
		if (keys.length !== 1) return "cannot resolve a pairs item";
		container.push([keys[0], object[keys[0]]]);
		return "";
	},
	identify: () => false
});
//#endregion
//#region src/tag/mapping/map.ts
/**
* This is the default mapping implementation. It uses `{}` objects and has only
* partial functionality due to language limitations. This choice was made
* because users expect to get JavaScript objects, and it was left unchanged to
* avoid too many breaking changes in the v5 release.
*
* Side effects:
*
* - `Object.hasOwn()` checks or `for...of` loops are required for safe use (to
*   avoid falling through to prototypes).
* - Only scalar string keys are supported properly.
* - Other scalar keys, such as `null` and numbers, are converted to strings.
*   This is historical behaviour, and it can cause side effects such as
*   problems with `!!merge`.
*
* Note that non-string scalar keys may be deprecated in future versions.
*
* Ideally, use {@link realMapTag} instead.
*
* @category Tags
*/
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
		const normalizedKey = String(key);
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		if (key !== null && typeof key === "object") return false;
		return Object.prototype.hasOwnProperty.call(container, String(key));
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
//#endregion
//#region src/tag/mapping/set.ts
/**
* The YAML 1.1 `!!set` tag, represented as a JavaScript `Set`.
*
* @category Tags
*/
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
	create: () => /* @__PURE__ */ new Set(),
	identify: (data) => data instanceof Set,
	represent: (data) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of data) map.set(key, null);
		return map;
	},
	addPair: (container, key, value) => {
		if (value !== null) return "cannot resolve a set item";
		container.add(key);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: () => null
});
//#endregion
//#region src/schema.ts
function createTagDefinitionMap() {
	return {
		scalar: Object.create(null),
		sequence: Object.create(null),
		mapping: Object.create(null)
	};
}
function createTagDefinitionListMap() {
	return {
		scalar: [],
		sequence: [],
		mapping: []
	};
}
function compileTags(tags) {
	const result = [];
	for (const tag of tags) {
		let index = result.length;
		for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
			const previous = result[previousIndex];
			if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
				index = previousIndex;
				break;
			}
		}
		result[index] = tag;
	}
	return result;
}
/**
* Controls tag resolution when loading and type selection when dumping.
*
* @category Schemas
*/
var Schema = class Schema {
	tags;
	/** @internal */
	implicitScalarTags;
	/**
	* Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
	* the resolvers that may match that key, in schema order; a key absent from
	* the map uses
	* {@link Schema.implicitScalarAnyFirstChar}
	* (resolvers that declared no first-char constraint, so they apply to any
	* first character).
	*/
	implicitScalarByFirstChar;
	implicitScalarAnyFirstChar;
	/**
	* The default scalar tag (`!!str`), resolved once so the composer's fallback
	* for unresolved plain scalars avoids a keyed lookup per scalar.
	*
	* @internal
	*/
	defaultScalarTag;
	/**
	* The default container tags (`!!seq` / `!!map`), used by the dumper: when a
	* value is identified by its default tag, the tag is implicit and not
	* printed. Undefined if the schema does not define them (then such values
	* can't be dumped).
	*
	* @internal
	*/
	defaultSequenceTag;
	/** @internal */
	defaultMappingTag;
	exact;
	prefix;
	constructor(tags) {
		const compiledTags = compileTags(tags);
		const implicitScalarTags = [];
		const exact = createTagDefinitionMap();
		const prefix = createTagDefinitionListMap();
		for (const tag of compiledTags) {
			if (tag.nodeKind === "scalar" && tag.implicit) {
				if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
				implicitScalarTags.push(tag);
			}
			switch (tag.nodeKind) {
				case "scalar":
					if (tag.matchByTagPrefix) prefix.scalar.push(tag);
					else exact.scalar[tag.tagName] = tag;
					break;
				case "sequence":
					if (tag.matchByTagPrefix) prefix.sequence.push(tag);
					else exact.sequence[tag.tagName] = tag;
					break;
				case "mapping": if (tag.matchByTagPrefix) prefix.mapping.push(tag);
				else exact.mapping[tag.tagName] = tag;
			}
		}
		const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
		const keys = /* @__PURE__ */ new Set();
		for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
		const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
		for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
		const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
		if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
		this.tags = compiledTags;
		this.implicitScalarTags = implicitScalarTags;
		this.implicitScalarByFirstChar = implicitScalarByFirstChar;
		this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
		this.defaultScalarTag = defaultScalarTag;
		this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
		this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
		this.exact = exact;
		this.prefix = prefix;
	}
	/** @internal */
	lookupScalarTag(tagName) {
		const exactTag = this.exact.scalar[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupSequenceTag(tagName) {
		const exactTag = this.exact.sequence[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupMappingTag(tagName) {
		const exactTag = this.exact.mapping[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	resolveImplicitScalarTag(source) {
		const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
		for (const tag of candidates) {
			const value = tag.resolve(source, false, tag.tagName);
			if (value !== NOT_RESOLVED) return {
				value,
				tag
			};
		}
		const tag = this.defaultScalarTag;
		return {
			value: tag.resolve(source, false, tag.tagName),
			tag
		};
	}
	/**
	* Creates a new schema with the specified tags added. If a tag already
	* exists, it is replaced by the specified tag.
	*
	* @example
	*
	* ```javascript
	* import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
	*
	* const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
	* ```
	*/
	withTags(...tags) {
		let flatTags = [];
		for (const tag of tags) flatTags = flatTags.concat(tag);
		return new Schema([...this.tags, ...flatTags]);
	}
};
/**
* The YAML 1.2 Failsafe Schema: strings, sequences, and mappings.
*
* @category Schemas
*/
var FAILSAFE_SCHEMA = new Schema([
	strTag,
	seqTag,
	mapTag
]);
/**
* The YAML 1.2 JSON Schema. It uses JSON scalar forms while retaining YAML
* collection syntax.
*
* @category Schemas
*/
var JSON_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullJsonTag,
	boolJsonTag,
	intJsonTag,
	floatJsonTag
]);
/**
* The default schema for the loaders. Note, {@link CORE_SCHEMA} comes
* without the `!!merge` tag. You can easily enable it if needed.
*
* @example
* Enable {@link mergeTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Schemas
*/
var CORE_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullCoreTag,
	boolCoreTag,
	intCoreTag,
	floatCoreTag
]);
/**
* YAML 1.1-compatible schema.
*
* @category Schemas
*/
var YAML11_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullYaml11Tag,
	boolYaml11Tag,
	intYaml11Tag,
	floatYaml11Tag,
	timestampTag,
	mergeTag,
	binaryTag,
	omapTag,
	pairsTag,
	setTag
]);
/**
* The dumper schema for maximum compatibility. It combines all supported type
* variants from YAML 1.1 and YAML 1.2 so strings matching any of them are
* quoted. This makes the generated YAML more compatible with other parsers.
*
* The schema is based on YAML 1.1, but extends `!!int` and `!!float` to accept
* both YAML 1.1 and Core Schema forms, since Core Schema supports some forms
* that YAML 1.1 does not.
*
* @category Schemas
*/
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
	...intYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = intYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
	}
}, {
	...floatYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
	}
});
//#endregion
//#region src/tag/mapping/real_map.ts
/**
* Recommended when non-string keys are actually needed. It uses native
* JavaScript `Map` objects, so keys keep their constructed types instead of
* being converted to strings.
*
* It is not the default to avoid widespread breaking changes in existing
* projects. `Map` has a different access API and does not pass deep equality
* checks against `{}`-based fixtures. Alongside the other changes in v5,
* making it the default was considered too disruptive.
*
* If these differences are acceptable for your project, we recommend using
* {@link realMapTag} to guarantee the absence of problems and side effects.
*
* @example
* Enable {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Tags
*/
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => /* @__PURE__ */ new Map(),
	addPair: (container, key, value) => {
		container.set(key, value);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: (container, key) => container.get(key),
	identify: (data) => data instanceof Map || isPlainObject(data),
	represent: (data) => {
		if (data instanceof Map) return data;
		const map = /* @__PURE__ */ new Map();
		const obj = data;
		for (const key of Object.keys(obj)) map.set(key, obj[key]);
		return map;
	}
});
//#endregion
//#region src/tag/mapping/legacy_map.ts
function normalizeKey(key) {
	if (Array.isArray(key)) {
		const array = Array.prototype.slice.call(key);
		for (let index = 0; index < array.length; index++) {
			if (Array.isArray(array[index])) return null;
			if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
		}
		return String(array);
	}
	if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
	return String(key);
}
/**
* This implementation exists solely to reproduce v4 behavior exactly. Its use
* is strongly discouraged. If complex or non-string keys are needed, use
* {@link realMapTag} instead.
*
* @category Tags
*/
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		const normalizedKey = normalizeKey(key);
		if (normalizedKey === null) return "nested arrays are not supported inside keys";
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		const normalizedKey = normalizeKey(key);
		return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
//#endregion
//#region src/common/snippet.ts
var DEFAULT_SNIPPET_OPTIONS = {
	maxLength: 79,
	indent: 1,
	linesBefore: 3,
	linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
	let head = "";
	let tail = "";
	const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
	if (position - lineStart > maxHalfLength) {
		head = " ... ";
		lineStart = position - maxHalfLength + head.length;
	}
	if (lineEnd - position > maxHalfLength) {
		tail = " ...";
		lineEnd = position + maxHalfLength - tail.length;
	}
	return {
		str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
		pos: position - lineStart + head.length
	};
}
function padStart(string, max) {
	return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
	if (!mark.buffer) return null;
	const opts = {
		...DEFAULT_SNIPPET_OPTIONS,
		...options
	};
	const re = /\r?\n|\r|\0/g;
	const lineStarts = [0];
	const lineEnds = [];
	let match;
	let foundLineNo = -1;
	while (match = re.exec(mark.buffer)) {
		lineEnds.push(match.index);
		lineStarts.push(match.index + match[0].length);
		if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
	}
	if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
	let result = "";
	const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
	const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
	for (let i = 1; i <= opts.linesBefore; i++) {
		if (foundLineNo - i < 0) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
		result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line.str}\n${result}`;
	}
	const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
	result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}\n`;
	result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^\n`;
	for (let i = 1; i <= opts.linesAfter; i++) {
		if (foundLineNo + i >= lineEnds.length) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
		result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line.str}\n`;
	}
	return result.replace(/\n$/, "");
}
//#endregion
//#region src/common/exception.ts
function formatError(exception, compact) {
	let where = "";
	if (!exception.mark) return exception.reason;
	if (exception.mark.name) where += `in "${exception.mark.name}" `;
	where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
	if (!compact && exception.mark.snippet) where += `\n\n${exception.mark.snippet}`;
	return `${exception.reason} ${where}`;
}
/**
* A YAML error. Unlike an ordinary `Error`, it adds a source snippet showing
* the location of the problem to the error message, when available.
*
* @category Main
*/
var YAMLException = class YAMLException extends Error {
	reason;
	mark;
	/**
	* Optional `mark` contains source snippet data. Usually, use
	* {@link YAMLException.throwAt} instead of passing it directly.
	*/
	constructor(reason, mark) {
		super();
		this.name = "YAMLException";
		this.reason = reason;
		this.mark = mark;
		this.message = formatError(this, false);
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	/**
	* Returns the formatted error, omitting the source snippet in compact mode.
	*/
	toString(compact) {
		return `${this.name}: ${formatError(this, compact)}`;
	}
	/**
	* Builds a YAMLException with a source snippet and throws it. `source` is
	* the raw input text; `position` is an offset into it.
	*/
	static throwAt(source, position, message, filename = "") {
		let line = 0;
		let lineStart = 0;
		for (let index = 0; index < position; index++) {
			const ch = source.charCodeAt(index);
			if (ch === 10) {
				line++;
				lineStart = index + 1;
			} else if (ch === 13) {
				line++;
				if (source.charCodeAt(index + 1) === 10) index++;
				lineStart = index + 1;
			}
		}
		const mark = {
			name: filename,
			buffer: source,
			position,
			line,
			column: position - lineStart
		};
		mark.snippet = makeSnippet(mark);
		throw new YAMLException(message, mark);
	}
};
//#endregion
//#region src/parser/events.ts
/** @category Events */
var EVENT_ID = {
	DOCUMENT: 1,
	SEQUENCE: 2,
	MAPPING: 3,
	SCALAR: 4,
	ALIAS: 5,
	POP: 6
};
/** @category Nodes */
var SCALAR_STYLE = {
	PLAIN: 1,
	SINGLE_QUOTED: 2,
	DOUBLE_QUOTED: 3,
	LITERAL_BLOCK: 4,
	FOLDED_BLOCK: 5
};
/** @category Nodes */
var COLLECTION_STYLE = {
	BLOCK: 1,
	FLOW: 2
};
/** @category Nodes */
var CHOMPING_MODE = {
	CLIP: 1,
	STRIP: 2,
	KEEP: 3
};
//#endregion
//#region src/parser/parser_scalar.ts
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
	switch (c) {
		case 48: return "\0";
		case 97: return "\x07";
		case 98: return "\b";
		case 116: return "	";
		case 9: return "	";
		case 110: return "\n";
		case 118: return "\v";
		case 102: return "\f";
		case 114: return "\r";
		case 101: return "\x1B";
		case 32: return " ";
		case 34: return "\"";
		case 47: return "/";
		case 92: return "\\";
		case 78: return "";
		case 95: return "\xA0";
		case 76: return "\u2028";
		case 80: return "\u2029";
		default: return "";
	}
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
	simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
	simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
	if (c <= 65535) return String.fromCharCode(c);
	return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
	if (c >= 48 && c <= 57) return c - 48;
	return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	return 8;
}
function skipFoldedBreaks(input, position, end) {
	let breaks = 0;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10) {
			breaks++;
			position++;
		} else if (ch === 13) {
			breaks++;
			position++;
			if (input.charCodeAt(position) === 10) position++;
		} else if (ch === 32 || ch === 9) position++;
		else break;
	}
	return {
		position,
		breaks
	};
}
function foldedBreaks(count) {
	if (count === 1) return " ";
	return "\n".repeat(count - 1);
}
function getPlainValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 39) {
			result += input.slice(captureStart, position) + "'";
			position += 2;
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 92) {
			result += input.slice(captureStart, position);
			position++;
			const escaped = input.charCodeAt(position);
			if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
			else if (escaped < 256 && simpleEscapeCheck[escaped]) {
				result += simpleEscapeMap[escaped];
				position++;
			} else {
				let hexLength = escapedHexLen$1(escaped);
				let hexResult = 0;
				for (; hexLength > 0; hexLength--) {
					position++;
					const digit = fromHexCode$1(input.charCodeAt(position));
					hexResult = (hexResult << 4) + digit;
				}
				result += charFromCodepoint(hexResult);
				position++;
			}
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
	const textIndent = indent < 0 ? 0 : indent;
	const region = input.slice(start, end).replace(/\r\n?/g, "\n");
	const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
	let result = "";
	let didReadContent = false;
	let emptyLines = 0;
	let atMoreIndented = false;
	for (const line of lines) {
		let column = 0;
		while (column < textIndent && line.charCodeAt(column) === 32) column++;
		if (indent < 0 || column >= line.length) {
			emptyLines++;
			continue;
		}
		const content = line.slice(textIndent);
		const first = content.charCodeAt(0);
		if (folded) {
			if (first === 32 || first === 9) {
				atMoreIndented = true;
				result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
			} else if (atMoreIndented) {
				atMoreIndented = false;
				result += "\n".repeat(emptyLines + 1);
			} else if (emptyLines === 0) {
				if (didReadContent) result += " ";
			} else result += "\n".repeat(emptyLines);
		} else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
		result += content;
		didReadContent = true;
		emptyLines = 0;
	}
	if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
	else if (chomping !== CHOMPING_MODE.STRIP) {
		if (didReadContent) result += "\n";
	}
	return result;
}
/**
* Decodes the scalar referenced by event offsets in `input`.
*
* @category Events
*/
function getScalarValue(input, scalar) {
	if (scalar.valueStart === NO_RANGE$3) return "";
	const { valueStart, valueEnd } = scalar;
	if (scalar.fast) return input.slice(valueStart, valueEnd);
	switch (scalar.style) {
		case SCALAR_STYLE.SINGLE_QUOTED: return getSingleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.DOUBLE_QUOTED: return getDoubleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.LITERAL_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
		case SCALAR_STYLE.FOLDED_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
		default: return getPlainValue(input, valueStart, valueEnd);
	}
}
//#endregion
//#region src/common/tagname.ts
var DEFAULT_TAG_HANDLERS = Object.assign(Object.create(null), {
	"!": "!",
	"!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var HEX = "0123456789ABCDEF";
function percentByte(byte) {
	return "%" + HEX[byte >> 4] + HEX[byte & 15];
}
function tagPercentEncode(source, isSuffix) {
	const allowed = isSuffix ? TAG_SUFFIX_CHARS : TAG_URI_CHARS;
	let result = "";
	for (let index = 0; index < source.length; index++) {
		let ch = source.charCodeAt(index);
		if (ch >= 48 && ch <= 57 || ch >= 65 && ch <= 90 || ch >= 97 && ch <= 122 || allowed.includes(source[index])) {
			result += source[index];
			continue;
		}
		if (ch >= 55296 && ch <= 56319) ch = 65536 + ((ch & 1023) << 10) + (source.charCodeAt(++index) & 1023);
		if (ch < 128) result += percentByte(ch);
		else if (ch < 2048) result += percentByte(192 | ch >> 6) + percentByte(128 | ch & 63);
		else if (ch < 65536) result += percentByte(224 | ch >> 12) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
		else result += percentByte(240 | ch >> 18) + percentByte(128 | ch >> 12 & 63) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
	}
	return result;
}
function tagPercentDecode(source) {
	let result = "";
	let index = 0;
	while (index < source.length) {
		if (source.charCodeAt(index) !== 37) {
			result += source[index++];
			continue;
		}
		let ch = parseInt(source.slice(index + 1, index + 3), 16);
		index += 3;
		if (ch >= 192) {
			let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
			ch &= (1 << 6 - remaining) - 1;
			while (remaining-- > 0) {
				ch = ch << 6 | parseInt(source.slice(index + 1, index + 3), 16) & 63;
				index += 3;
			}
		}
		if (ch < 65536) result += String.fromCharCode(ch);
		else {
			ch -= 65536;
			result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
		}
	}
	return result;
}
function tagNameFull(rawTag, tagHandlers) {
	if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
	const handleEnd = rawTag.indexOf("!", 1);
	const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
	return tagPercentDecode(tagHandlers?.[handle] ?? DEFAULT_TAG_HANDLERS[handle] ?? handle) + tagPercentDecode(rawTag.slice(handle.length));
}
function tagNameShort(fullTag) {
	let tag = fullTag;
	if (tag.charCodeAt(0) === 33) {
		tag = tag.slice(1);
		return `!${tagPercentEncode(tag, true)}`;
	}
	if (tag.slice(0, 18) === "tag:yaml.org,2002:") return `!!${tagPercentEncode(tag.slice(18), true)}`;
	return `!<${tagPercentEncode(tag, false)}>`;
}
//#endregion
//#region src/parser/constructor.ts
var NO_RANGE$2 = (/* unused pure expression or super */ null && (-1));
var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
	filename: "",
	schema: CORE_SCHEMA,
	json: false,
	maxTotalMergeKeys: 1e4,
	maxAliases: -1
};
function eventPosition$1(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function throwError$1(state, message) {
	YAMLException.throwAt(state.source, state.position, message, state.filename);
}
function finalizeCollection(state, position, tag, carrier) {
	try {
		return tag.finalize(carrier);
	} catch (error) {
		if (error instanceof YAMLException) throw error;
		YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
	}
}
function constructScalar(state, event) {
	const source = getScalarValue(state.source, event);
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	const strTag = state.schema.defaultScalarTag;
	if (rawTag !== "") {
		if (rawTag === "!") return {
			value: source,
			tag: strTag
		};
		const tagName = tagNameFull(rawTag, state.tagHandlers);
		const scalarTag = state.schema.lookupScalarTag(tagName);
		if (scalarTag) {
			const result = scalarTag.resolve(source, true, tagName);
			if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			return {
				value: result,
				tag: scalarTag
			};
		}
		const collectionTagDef = state.schema.lookupMappingTag(tagName) ?? state.schema.lookupSequenceTag(tagName);
		if (collectionTagDef) {
			if (source !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			const carrier = collectionTagDef.create(tagName);
			return {
				value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
				tag: collectionTagDef
			};
		}
		throwError$1(state, `unknown scalar tag !<${tagName}>`);
	}
	if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source);
	return {
		value: strTag.resolve(source, false, strTag.tagName),
		tag: strTag
	};
}
function collectionTagName(state, event, defaultTagName) {
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
}
function isMappingTag(tag) {
	return tag.nodeKind === "mapping";
}
function chargeMergeWork(state) {
	state.totalMergeKeys++;
	if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
}
function mergeKeys(state, frame, source, sourceTag) {
	chargeMergeWork(state);
	for (const sourceKey of sourceTag.keys(source)) {
		chargeMergeWork(state);
		if (frame.tag.has(frame.value, sourceKey)) continue;
		const err = frame.tag.addPair(frame.value, sourceKey, sourceTag.get(source, sourceKey));
		if (err) throwError$1(state, err);
		frame.overridable ??= /* @__PURE__ */ new Set();
		frame.overridable.add(sourceKey);
	}
}
function mergeSource(state, frame, source, sourceTag) {
	state.position = frame.keyPosition;
	if (isMappingTag(sourceTag)) mergeKeys(state, frame, source, sourceTag);
	else if (sourceTag.nodeKind === "sequence" && Array.isArray(source)) {
		if (source.length > 100) throwError$1(state, "abnormal merge sequence size");
		for (const element of source) {
			const elementTag = state.nodeTags.get(element);
			if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
			mergeKeys(state, frame, element, elementTag);
		}
	} else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
}
function addMappingValue(state, frame, key, value, tag) {
	state.position = frame.keyPosition;
	if (frame.keyIsMerge) {
		mergeSource(state, frame, value, tag);
		return;
	}
	if (!state.json && frame.tag.has(frame.value, key) && !frame.overridable?.has(key)) throwError$1(state, "duplicated mapping key");
	const err = frame.tag.addPair(frame.value, key, value);
	if (err) throwError$1(state, err);
	frame.overridable?.delete(key);
}
function addValue(state, value, tag) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") {
		frame.value = value;
		frame.hasValue = true;
	} else if (frame.kind === "sequence") {
		if (isMappingTag(tag)) state.nodeTags.set(value, tag);
		const err = frame.tag.addItem(frame.value, value, frame.index++);
		if (err) throwError$1(state, err);
	} else if (frame.hasKey) {
		const key = frame.key;
		frame.key = void 0;
		frame.hasKey = false;
		addMappingValue(state, frame, key, value, tag);
	} else {
		frame.key = value;
		frame.keyPosition = state.position;
		frame.hasKey = true;
		frame.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
	}
}
function storeAnchor(state, event, value, tag, isValueFinal) {
	if (event.anchorStart !== NO_RANGE$2) {
		const anchor = {
			value,
			tag,
			isValueFinal
		};
		state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
		return anchor;
	}
	return null;
}
/**
* Constructs JavaScript documents directly from parser events, without an
* intermediate AST.
*
* @category Events
*/
function constructFromEvents(events, options) {
	const state = {
		...DEFAULT_CONSTRUCTOR_OPTIONS,
		...options,
		events,
		documents: [],
		eventIndex: 0,
		position: 0,
		frames: [],
		anchors: /* @__PURE__ */ new Map(),
		nodeTags: /* @__PURE__ */ new Map(),
		tagHandlers: Object.create(null),
		totalMergeKeys: 0,
		aliasCount: 0
	};
	while (state.eventIndex < state.events.length) {
		const event = state.events[state.eventIndex++];
		state.position = eventPosition$1(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT:
				state.anchors = /* @__PURE__ */ new Map();
				state.nodeTags = /* @__PURE__ */ new Map();
				state.aliasCount = 0;
				state.tagHandlers = Object.create(null);
				for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
				state.frames.push({
					kind: "document",
					position: state.position,
					value: void 0,
					hasValue: false
				});
				break;
			case EVENT_ID.SCALAR: {
				const { value, tag } = constructScalar(state, event);
				storeAnchor(state, event, value, tag, true);
				addValue(state, value, tag);
				break;
			}
			case EVENT_ID.SEQUENCE: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
				const tag = state.schema.lookupSequenceTag(tagName);
				if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "sequence",
					position: state.position,
					value,
					tag,
					anchor,
					index: 0
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
				const tag = state.schema.lookupMappingTag(tagName);
				if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "mapping",
					position: state.position,
					value,
					tag,
					anchor,
					key: void 0,
					keyPosition: state.position,
					hasKey: false,
					keyIsMerge: false,
					overridable: null
				});
				break;
			}
			case EVENT_ID.ALIAS: {
				if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
				const name = state.source.slice(event.anchorStart, event.anchorEnd);
				const anchor = state.anchors.get(name);
				if (!anchor) throwError$1(state, `unidentified alias "${name}"`);
				if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
				addValue(state, anchor.value, anchor.tag);
				break;
			}
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.hasKey) {
					state.position = frame.keyPosition;
					throwError$1(state, "incomplete mapping pair in event stream");
				}
				if (frame.kind === "document") state.documents.push(frame.value);
				else {
					const value = frame.tag.carrierIsResult ? frame.value : finalizeCollection(state, frame.position, frame.tag, frame.value);
					if (frame.anchor) {
						frame.anchor.value = value;
						frame.anchor.isValueFinal = true;
					}
					addValue(state, value, frame.tag);
				}
				break;
			}
		}
	}
	return state.documents;
}
//#endregion
//#region src/parser/parser.ts
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
	filename: "",
	maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
	state.events.push({
		type: EVENT_ID.DOCUMENT,
		explicitStart,
		explicitEnd,
		directives: state.directives
	});
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.SEQUENCE,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.MAPPING,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function insertFlowPairMappingEvent(state, snapshot) {
	state.events.splice(snapshot.eventsLength, 0, {
		type: EVENT_ID.MAPPING,
		start: snapshot.position,
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1,
		style: COLLECTION_STYLE.FLOW
	});
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
	state.events.push({
		type: EVENT_ID.SCALAR,
		valueStart,
		valueEnd,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style,
		chomping,
		indent,
		fast
	});
}
function addAliasEvent(state, anchorStart, anchorEnd) {
	state.events.push({
		type: EVENT_ID.ALIAS,
		anchorStart,
		anchorEnd
	});
}
function addPopEvent(state) {
	state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
	addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
	return {
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1
	};
}
function snapshotState(state) {
	return {
		position: state.position,
		line: state.line,
		lineStart: state.lineStart,
		lineIndent: state.lineIndent,
		firstTabInLine: state.firstTabInLine,
		eventsLength: state.events.length
	};
}
function restoreState(state, snapshot) {
	state.position = snapshot.position;
	state.line = snapshot.line;
	state.lineStart = snapshot.lineStart;
	state.lineIndent = snapshot.lineIndent;
	state.firstTabInLine = snapshot.firstTabInLine;
	state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
	YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
	return c === 10 || c === 13;
}
function isWhiteSpace(c) {
	return c === 9 || c === 32;
}
function isWsOrEol(c) {
	return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
	return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
	return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
	return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
	if (c >= 48 && c <= 57) return c - 48;
	const lc = c | 32;
	if (lc >= 97 && lc <= 102) return lc - 97 + 10;
	return -1;
}
function escapedHexLen(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	if (c === 85) return 8;
	return 0;
}
function isSimpleEscape(c) {
	return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
	if (state.input.charCodeAt(state.position) === 10) state.position++;
	else {
		state.position++;
		if (state.input.charCodeAt(state.position) === 10) state.position++;
	}
	state.line++;
	state.lineStart = state.position;
	state.lineIndent = 0;
	state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
	let lineBreaks = 0;
	let ch = state.input.charCodeAt(state.position);
	let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
	while (ch !== 0) {
		while (isWhiteSpace(ch)) {
			hasSeparation = true;
			if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
			ch = state.input.charCodeAt(++state.position);
		}
		if (allowComments && hasSeparation && ch === 35) do
			ch = state.input.charCodeAt(++state.position);
		while (!isEol(ch) && ch !== 0);
		if (!isEol(ch)) break;
		consumeLineBreak(state);
		lineBreaks++;
		hasSeparation = true;
		ch = state.input.charCodeAt(state.position);
		while (ch === 32) {
			state.lineIndent++;
			ch = state.input.charCodeAt(++state.position);
		}
	}
	return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
	const ch = state.input.charCodeAt(position);
	if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
		const following = state.input.charCodeAt(position + 3);
		return following === 0 || isWsOrEol(following);
	}
	return false;
}
function skipByteOrderMark(state) {
	if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
		state.position++;
		state.lineStart = state.position;
	}
}
function testDocumentBoundary(state) {
	if (state.position !== state.lineStart) return false;
	if (testDocumentSeparator(state)) return true;
	if (state.input.charCodeAt(state.position) !== 65279) return false;
	const snapshot = snapshotState(state);
	skipByteOrderMark(state);
	skipSeparationSpace(state, true);
	const ch = state.input.charCodeAt(state.position);
	const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
	restoreState(state, snapshot);
	return result;
}
function skipUntilLineEnd(state) {
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
	const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
	if (match !== null) {
		state.position = start + match.index + match[0].length - 1;
		throwError(state, "the stream contains non-printable characters");
	}
}
function readTagProperty(state, props, inFlow) {
	if (state.input.charCodeAt(state.position) !== 33) return false;
	if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
	const start = state.position;
	let isVerbatim = false;
	let isNamed = false;
	let tagHandle = "!";
	let ch = state.input.charCodeAt(++state.position);
	if (ch === 60) {
		isVerbatim = true;
		ch = state.input.charCodeAt(++state.position);
	} else if (ch === 33) {
		isNamed = true;
		tagHandle = "!!";
		ch = state.input.charCodeAt(++state.position);
	}
	let suffixStart = state.position;
	let tagName;
	if (isVerbatim) {
		while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
		if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
		tagName = state.input.slice(suffixStart, state.position);
		state.position++;
	} else {
		while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
			if (ch === 33) {
				if (!isNamed) {
					tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
					if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
					isNamed = true;
					suffixStart = state.position + 1;
				} else throwError(state, "tag suffix cannot contain exclamation marks");
			}
			ch = state.input.charCodeAt(++state.position);
		}
		tagName = state.input.slice(suffixStart, state.position);
		if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
	}
	if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
	if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
	props.tagStart = start;
	props.tagEnd = state.position;
	return true;
}
function readAnchorProperty(state, props) {
	if (state.input.charCodeAt(state.position) !== 38) return false;
	if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
	props.anchorStart = start;
	props.anchorEnd = state.position;
	return true;
}
function readAlias(state, props) {
	if (state.input.charCodeAt(state.position) !== 42) return false;
	if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
	addAliasEvent(state, start, state.position);
	return true;
}
function readFlowScalarBreak(state, nodeIndent) {
	skipSeparationSpace(state, false);
	if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 39) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 39) {
			if (state.input.charCodeAt(state.position + 1) === 39) {
				simple = false;
				state.position += 2;
				continue;
			}
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 34) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 34) {
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (ch === 92) {
			simple = false;
			const escaped = state.input.charCodeAt(++state.position);
			if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
			else if (isSimpleEscape(escaped)) state.position++;
			else {
				let hexLength = escapedHexLen(escaped);
				if (hexLength === 0) throwError(state, "unknown escape sequence");
				while (hexLength-- > 0) {
					state.position++;
					if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
				}
				state.position++;
			}
		} else if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	let chomping = CHOMPING_MODE.CLIP;
	let indent = -1;
	let detectedIndent = false;
	if (ch !== 124 && ch !== 62) return false;
	const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		const current = state.input.charCodeAt(state.position);
		const digit = fromDecimalCode(current);
		if (current === 43 || current === 45) {
			if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
			chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
			state.position++;
		} else if (digit >= 0) {
			if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
			if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
			indent = parentIndent + digit - 1;
			detectedIndent = true;
			state.position++;
		} else break;
	}
	let hadWhitespace = false;
	while (isWhiteSpace(state.input.charCodeAt(state.position))) {
		hadWhitespace = true;
		state.position++;
	}
	if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
	let contentIndent = detectedIndent ? indent : -1;
	let maxLeadingIndent = 0;
	const valueStart = state.position;
	let valueEnd = state.position;
	while (state.input.charCodeAt(state.position) !== 0) {
		const linePosition = state.position;
		let column = 0;
		while (state.input.charCodeAt(linePosition + column) === 32) column++;
		const first = state.input.charCodeAt(linePosition + column);
		if (first === 0) {
			if (contentIndent >= 0) {
				if (column > contentIndent) valueEnd = linePosition + column;
			} else if (column > 0) valueEnd = linePosition + column;
			break;
		}
		if (testDocumentBoundary(state)) break;
		if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
		if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
			if (first === 9 && column < parentIndent) {
				state.position = linePosition + column;
				throwError(state, "tab characters must not be used in indentation");
			}
			if (column >= parentIndent && column < maxLeadingIndent) {
				state.position = linePosition + column;
				throwError(state, "bad indentation of a mapping entry");
			}
		}
		if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
		const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
		if (first !== 0 && !isEol(first) && column < requiredIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		skipUntilLineEnd(state);
		valueEnd = state.position;
		if (isEol(state.input.charCodeAt(state.position))) {
			consumeLineBreak(state);
			valueEnd = state.position;
		}
	}
	checkPrintable(state, valueStart, valueEnd);
	addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
	return true;
}
function canStartPlainScalar(state, nodeContext) {
	const ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
	if (ch === 63 || ch === 45) {
		const following = state.input.charCodeAt(state.position + 1);
		if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
	}
	return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
	if (!canStartPlainScalar(state, nodeContext)) return false;
	const start = state.position;
	let end = state.position;
	let ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	let multiline = false;
	while (ch !== 0) {
		if (testDocumentBoundary(state)) break;
		if (ch === 58) {
			const following = state.input.charCodeAt(state.position + 1);
			if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
		} else if (ch === 35) {
			if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
		} else if (inFlow && isFlowIndicator(ch)) break;
		else if (isEol(ch)) {
			const savedPosition = state.position;
			const savedLine = state.line;
			const savedLineStart = state.lineStart;
			const savedLineIndent = state.lineIndent;
			skipSeparationSpace(state, false);
			if (state.lineIndent >= nodeIndent) {
				multiline = true;
				ch = state.input.charCodeAt(state.position);
				continue;
			}
			state.position = savedPosition;
			state.line = savedLine;
			state.lineStart = savedLineStart;
			state.lineIndent = savedLineIndent;
			break;
		}
		if (!isWhiteSpace(ch)) end = state.position + 1;
		ch = state.input.charCodeAt(++state.position);
	}
	if (end === start) return false;
	checkPrintable(state, start, end);
	addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
	return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
	const startLine = state.line;
	skipSeparationSpace(state, true);
	if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	const isMapping = ch === 123;
	const start = state.position;
	let readNext = true;
	if (ch !== 91 && ch !== 123) return false;
	const terminator = isMapping ? 125 : 93;
	if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		skipFlowSeparationSpace(state, nodeIndent);
		let ch = state.input.charCodeAt(state.position);
		if (ch === terminator) {
			state.position++;
			addPopEvent(state);
			return true;
		} else if (!readNext) throwError(state, "missed comma between flow collection entries");
		else if (ch === 44) throwError(state, "expected the node content, but found ','");
		let isPair = false;
		let isExplicitPair = false;
		if (ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
			isPair = isExplicitPair = true;
			state.position += 1;
			skipFlowSeparationSpace(state, nodeIndent);
		}
		const entryLine = state.line;
		const entryStart = snapshotState(state);
		const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
		skipFlowSeparationSpace(state, nodeIndent);
		ch = state.input.charCodeAt(state.position);
		if ((isMapping || isExplicitPair || state.line === entryLine) && ch === 58) {
			isPair = true;
			state.position++;
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) {
				insertFlowPairMappingEvent(state, entryStart);
				if (!keyWasRead) addEmptyScalarEvent(state);
			} else if (!keyWasRead) addEmptyScalarEvent(state);
			if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) addPopEvent(state);
		} else if (isMapping && isPair) {
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
		} else if (isMapping) addEmptyScalarEvent(state);
		else if (isPair) {
			insertFlowPairMappingEvent(state, entryStart);
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
			addPopEvent(state);
		}
		ch = state.input.charCodeAt(state.position);
		if (ch === 44) {
			readNext = true;
			state.position++;
		} else readNext = false;
	}
	throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
	if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
	addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
	while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
		if (state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const entryLine = state.line;
		state.position++;
		const hadBreak = skipSeparationSpace(state, true) > 0;
		if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
		if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
		else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
		skipSeparationSpace(state, true);
		if (state.lineIndent < nodeIndent || state.position >= state.length) break;
		if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
		if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
	}
	addPopEvent(state);
	return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
	let atExplicitKey = false;
	let detected = false;
	let mappingOpened = false;
	let pendingExplicitKey = false;
	if (state.firstTabInLine !== -1) return false;
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0) {
		if (!atExplicitKey && state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const following = state.input.charCodeAt(state.position + 1);
		const entryLine = state.line;
		if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
			if (!mappingOpened) {
				addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
				mappingOpened = true;
			}
			if (ch === 63) {
				if (atExplicitKey) addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = true;
			} else if (atExplicitKey) atExplicitKey = false;
			else {
				addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = false;
			}
			state.position += 1;
			pendingExplicitKey = true;
		} else {
			if (atExplicitKey) {
				addEmptyScalarEvent(state);
				atExplicitKey = false;
			}
			const beforeKey = snapshotState(state);
			if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
			if (state.line === entryLine) {
				ch = state.input.charCodeAt(state.position);
				while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
				if (ch === 58) {
					ch = state.input.charCodeAt(++state.position);
					if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
					if (!mappingOpened) {
						state.events.splice(beforeKey.eventsLength, 0, {
							type: EVENT_ID.MAPPING,
							start: beforeKey.position,
							anchorStart: props.anchorStart,
							anchorEnd: props.anchorEnd,
							tagStart: props.tagStart,
							tagEnd: props.tagEnd,
							style: COLLECTION_STYLE.BLOCK
						});
						mappingOpened = true;
					}
					detected = true;
					atExplicitKey = false;
					pendingExplicitKey = false;
				} else if (detected) throwError(state, "expected ':' after a mapping key");
				else {
					if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
						restoreState(state, beforeKey);
						return false;
					}
					return true;
				}
			} else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
			else {
				if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
					restoreState(state, beforeKey);
					return false;
				}
				return true;
			}
		}
		if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
		if (!atExplicitKey) {
			if (pendingExplicitKey) {
				addEmptyScalarEvent(state);
				pendingExplicitKey = false;
			}
		}
		skipSeparationSpace(state, true);
		ch = state.input.charCodeAt(state.position);
		if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
		else if (state.lineIndent < nodeIndent) break;
	}
	if (!detected) return false;
	if (atExplicitKey) addEmptyScalarEvent(state);
	if (mappingOpened) addPopEvent(state);
	return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
	if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
	state.depth++;
	let indentStatus = 1;
	let atNewLine = false;
	let hasContent = false;
	let propertyStart = null;
	const props = emptyProperties();
	let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
	let allowBlockCollections = allowBlockScalars;
	const allowBlockStyles = allowBlockScalars;
	if (allowToSeek && skipSeparationSpace(state, true)) {
		atNewLine = true;
		if (state.lineIndent > parentIndent) indentStatus = 1;
		else if (state.lineIndent === parentIndent) indentStatus = 0;
		else indentStatus = -1;
	}
	if (indentStatus === 1) while (true) {
		const ch = state.input.charCodeAt(state.position);
		const propertyState = snapshotState(state);
		if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
		if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
			const fallbackState = snapshotState(state);
			const flowIndent = parentIndent + 1;
			if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
				state.depth--;
				return true;
			}
			restoreState(state, fallbackState);
		}
		if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
		if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
		if (propertyStart === null) propertyStart = propertyState;
		if (skipSeparationSpace(state, true)) {
			atNewLine = true;
			allowBlockCollections = allowBlockStyles;
			if (state.lineIndent > parentIndent) indentStatus = 1;
			else if (state.lineIndent === parentIndent) indentStatus = 0;
			else indentStatus = -1;
		} else allowBlockCollections = false;
	}
	if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
	if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
		const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
		const blockIndent = state.position - state.lineStart;
		if (indentStatus === 1) {
			if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
			else {
				const ch = state.input.charCodeAt(state.position);
				if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
					const fallbackState = snapshotState(state);
					const propertyIndent = propertyStart.position - propertyStart.lineStart;
					restoreState(state, propertyStart);
					if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
					else restoreState(state, fallbackState);
				}
				if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
			}
		} else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
	}
	allowBlockScalars = allowBlockScalars && !hasContent;
	if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
		addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
		hasContent = true;
	}
	state.depth--;
	return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
	if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
	state.position++;
	const nameStart = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
	const name = state.input.slice(nameStart, state.position);
	const args = [];
	if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
	while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
		while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
		if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
		const start = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
		args.push(state.input.slice(start, state.position));
	}
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	if (name === "YAML") {
		if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
		if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
		const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
		if (match === null) throwError(state, "ill-formed argument of the YAML directive");
		if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
		state.directives.push({
			kind: "yaml",
			version: args[0]
		});
	} else if (name === "TAG") {
		if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
		const [handle, prefix] = args;
		if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
		if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
		if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
		state.tagHandlers[handle] = prefix;
		state.directives.push({
			kind: "tag",
			handle,
			prefix
		});
	}
	return true;
}
function readDocument(state) {
	state.directives = [];
	state.tagHandlers = Object.create(null);
	let hasDirectives = false;
	skipSeparationSpace(state, true);
	while (readDirective(state)) {
		hasDirectives = true;
		skipSeparationSpace(state, true);
	}
	let explicitStart = false;
	let explicitEnd = false;
	let allowCompact = true;
	if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
		explicitStart = true;
		const markerLine = state.line;
		state.position += 3;
		skipSeparationSpace(state, true);
		allowCompact = state.line > markerLine;
	} else if (hasDirectives) throwError(state, "directives end mark is expected");
	const documentEventIndex = state.events.length;
	if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
		state.position += 3;
		skipSeparationSpace(state, true);
		return;
	}
	addDocumentEvent(state, explicitStart, false);
	if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
	skipSeparationSpace(state, true);
	if (state.position === state.lineStart && testDocumentSeparator(state)) {
		explicitEnd = state.input.charCodeAt(state.position) === 46;
		if (explicitEnd) {
			const markerLine = state.line;
			state.position += 3;
			skipSeparationSpace(state, true);
			if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
		}
	}
	const documentEvent = state.events[documentEventIndex];
	if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
	addPopEvent(state);
	if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
/**
* Parses YAML into a flat event stream referencing source text by offsets.
*
* @category Events
*/
function parseEvents(input, options) {
	const length = input.length;
	const state = {
		...DEFAULT_PARSER_OPTIONS,
		...options,
		input: `${input}\0`,
		length,
		position: 0,
		line: 0,
		lineStart: 0,
		lineIndent: 0,
		firstTabInLine: -1,
		depth: 0,
		directives: [],
		tagHandlers: Object.create(null),
		events: []
	};
	const nullpos = input.indexOf("\0");
	if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
	while (state.position < state.length) {
		skipByteOrderMark(state);
		skipSeparationSpace(state, true);
		if (state.position >= state.length) break;
		const documentStart = state.position;
		readDocument(state);
		if (state.position === documentStart)
 /* c8 ignore next */
		throwError(state, "can not read a document");
	}
	return state.events;
}
//#endregion
//#region src/load.ts
var DEFAULT_LOAD_OPTIONS = {
	...DEFAULT_PARSER_OPTIONS,
	...DEFAULT_CONSTRUCTOR_OPTIONS
};
function loadDocuments(input, options = {}) {
	const opts = {
		...DEFAULT_LOAD_OPTIONS,
		...options
	};
	const source = String(input);
	const PARSER_OPT_KEYS = Object.keys(DEFAULT_PARSER_OPTIONS);
	const CONSTRUCTOR_OPT_KEYS = Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);
	return constructFromEvents(parseEvents(source, pick(opts, PARSER_OPT_KEYS)), {
		...pick(opts, CONSTRUCTOR_OPT_KEYS),
		source
	});
}
function loadAll(input, iteratorOrOptions, options) {
	let iterator = null;
	if (typeof iteratorOrOptions === "function") iterator = iteratorOrOptions;
	else if (iteratorOrOptions !== null && typeof iteratorOrOptions === "object") options = iteratorOrOptions;
	const documents = loadDocuments(input, options);
	if (iterator === null) return documents;
	for (const document of documents) iterator(document);
}
/**
* Parses `string` as a single YAML document. Throws {@link YAMLException} on
* error. This function does not understand multi-document or empty sources; it
* throws an exception on those.
*
* > [!NOTE]
* > 1. When processing untrusted input, see the
* >    [security considerations](../docs/safety.md).
* > 2. All exceptions MUST be caught, not just {@link YAMLException}.
* > 3. The default {@link CORE_SCHEMA} comes without the `!!merge` tag. You can
* >    easily enable it if needed.
* > 4. The default {@link mapTag} is `{}`-object based, with known limitations
* >    (see description). For full compatibility use {@link realMapTag}
* >    instead (it uses native JS `Map`).
*
* @example
* Enable {@link mergeTag} and {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag, realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Main
*/
function load(input, options) {
	const documents = loadDocuments(input, options);
	if (documents.length === 0) throw new YAMLException("expected a document, but the input is empty");
	if (documents.length === 1) return documents[0];
	throw new YAMLException("expected a single document in the stream, but found more");
}
//#endregion
//#region src/ast/from_js.ts
var INVALID = Symbol("INVALID");
function buildRepresentTypes(schema) {
	const defaultTags = new Set([
		schema.defaultScalarTag,
		schema.defaultSequenceTag,
		schema.defaultMappingTag
	].filter((t) => t !== void 0));
	const implicitScalars = schema.implicitScalarTags;
	const explicitTags = schema.tags.filter((t) => !(t.nodeKind === "scalar" && t.implicit) && !defaultTags.has(t));
	const defaultTagsLast = schema.tags.filter((t) => defaultTags.has(t));
	return [
		...implicitScalars.map((tag) => ({
			tag,
			implicitTag: true
		})),
		...explicitTags.map((tag) => ({
			tag,
			implicitTag: false
		})),
		...defaultTagsLast.map((tag) => ({
			tag,
			implicitTag: true
		}))
	];
}
function matchTag(state, object) {
	for (let index = 0, length = state.representTypes.length; index < length; index += 1) {
		const { tag, implicitTag } = state.representTypes[index];
		if (tag.identify(object)) {
			let tagName;
			if (tag.matchByTagPrefix) tagName = tag.representTagName(object);
			else tagName = tag.tagName;
			return {
				tag,
				tagName,
				implicitTag
			};
		}
	}
	return null;
}
function build(state, object) {
	if (!state.noRefs && object !== null && typeof object === "object") {
		const existing = state.refs.get(object);
		if (existing) {
			if (existing.anchor === void 0) existing.anchor = `ref_${state.refCounter++}`;
			return {
				kind: "alias",
				anchor: existing.anchor
			};
		}
	}
	const matched = matchTag(state, object);
	if (!matched) {
		if (object === void 0) return INVALID;
		if (state.skipInvalid) return INVALID;
		throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(object)}`);
	}
	const { tag, tagName, implicitTag } = matched;
	const nodeTagName = implicitTag ? tagName : tagNameShort(tagName);
	if (tag.nodeKind === "scalar") return {
		kind: "scalar",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: SCALAR_STYLE.PLAIN,
		value: tag.represent(object)
	};
	if (tag.nodeKind === "sequence") {
		const container = tag.represent(object);
		const node = {
			kind: "sequence",
			tag: nodeTagName,
			tagged: !implicitTag,
			style: COLLECTION_STYLE.BLOCK,
			items: []
		};
		if (!state.noRefs) state.refs.set(object, node);
		for (let index = 0, length = container.length; index < length; index += 1) {
			let item = build(state, container[index]);
			if (item === INVALID && container[index] === void 0) item = build(state, null);
			if (item === INVALID) continue;
			node.items.push(item);
		}
		return node;
	}
	const map = tag.represent(object);
	const node = {
		kind: "mapping",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: COLLECTION_STYLE.BLOCK,
		items: []
	};
	if (!state.noRefs) state.refs.set(object, node);
	for (const [objectKey, objectValue] of map) {
		const key = build(state, objectKey);
		if (key === INVALID) continue;
		const value = build(state, objectValue);
		if (value === INVALID) continue;
		node.items.push({
			key,
			value
		});
	}
	return node;
}
/**
* Convert JS object to AST. A JS value is one YAML document. An unrepresentable
* root becomes an empty document, which the presenter renders as an empty
* string.
*
* @category AST
*/
function jsToAst(input, schema, options = {}) {
	const root = build({
		representTypes: buildRepresentTypes(schema),
		noRefs: options.noRefs ?? false,
		skipInvalid: options.skipInvalid ?? false,
		refs: /* @__PURE__ */ new Map(),
		refCounter: 0
	}, input);
	return [{
		contents: root === INVALID ? null : root,
		directives: []
	}];
}
//#endregion
//#region src/ast/visit.ts
/**
* Return from a visitor to stop the whole traversal.
*
* @category AST
*/
var VISIT_BREAK = Symbol("visit:break");
/**
* Return from a visitor to skip the current node's children.
*
* @category AST
*/
var VISIT_SKIP = Symbol("visit:skip");
function visitNode(node, visitor, ctx) {
	const control = visitor(node, ctx);
	if (control === VISIT_BREAK) return true;
	if (control === VISIT_SKIP) return false;
	const depth = ctx.depth + 1;
	switch (node.kind) {
		case "sequence":
			for (const item of node.items) if (visitNode(item, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
			break;
		case "mapping": for (const { key, value } of node.items) {
			if (visitNode(key, visitor, {
				depth,
				parent: node,
				isKey: true
			})) return true;
			if (visitNode(value, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
		}
	}
	return false;
}
/**
* Walk every node in the documents, calling {@link Visitor} once per
* node (pre-order).
*
* @category AST
*/
function visit(documents, visitor) {
	for (const doc of documents) if (doc.contents && visitNode(doc.contents, visitor, {
		depth: 0,
		parent: null,
		isKey: false
	})) return;
}
//#endregion
//#region src/ast/styler_defaults.ts
function hasBit(mask, bit) {
	return (mask & 1 << bit) !== 0;
}
/**
* Default scalar styling rules in application order.
* See [Scalar styling](../../docs/scalar_styling.md) for usage details.
*
* @category AST
*/
var DEFAULT_SCALAR_STYLE_RULES = {
	applyQuoteFlowKeysOption,
	doubleQuoteForInvisibles,
	doubleQuoteWhitespaceOnly,
	applyForceQuotesOption,
	tryLongOrMultilineAsBlock,
	quoteInvalidPlain,
	fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
	if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
	return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
	if (!layout.presenterOptions.quoteFlowKeys) return;
	if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
	layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
	if (!layout.presenterOptions.forceQuotes) return;
	if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
	if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
	layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
	if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
	const value = layout.node.value;
	const multiline = value.indexOf("\n") !== -1;
	if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
		if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
		return;
	}
	const w = layout.presenterOptions.lineWidth;
	if (w === -1) {
		if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
		return;
	}
	const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	let position = 0;
	let shouldFold = false;
	while (position <= value.length) {
		let lineEnd = value.length;
		const nextLineBreak = value.indexOf("\n", position);
		if (nextLineBreak !== -1) lineEnd = nextLineBreak;
		const line = value.slice(position, lineEnd);
		if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
		if (nextLineBreak === -1) break;
		position = nextLineBreak + 1;
	}
	if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
	else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
	if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
//#endregion
//#region src/ast/scalar_styler.ts
function setBit(mask, bit) {
	return mask | 1 << bit;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var C_FORBIDDEN_FIRST_LINE = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/;
var C_FORBIDDEN_CONTENT = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;
function canUsePlain(layout) {
	const str = layout.node.value;
	if (str !== "") {
		if (!(layout.isKey ? layout.flowOnly ? NS_PLAIN_FLOW_KEY : NS_PLAIN_BLOCK_KEY : layout.flowOnly ? NS_PLAIN_FLOW_IN : NS_PLAIN_FLOW_OUT).test(str)) return false;
		if (layout.shiftOfFirstLine === 0 && C_FORBIDDEN_FIRST_LINE.test(str)) return false;
		if (layout.shiftOfContent === 0) {
			const firstLineBreak = str.indexOf("\n");
			if (firstLineBreak !== -1) {
				const content = str.slice(firstLineBreak + 1);
				if (C_FORBIDDEN_CONTENT.test(content)) return false;
			}
		}
	}
	const resolvedTag = layout.presenterOptions.schema.resolveImplicitScalarTag(str).tag.tagName;
	if (!layout.node.tagged && resolvedTag !== layout.node.tag) return false;
	if (!layout.node.tagged && str === "=" && resolvedTag === layout.presenterOptions.schema.defaultScalarTag.tagName) return false;
	return true;
}
function canUseSingleQuoted(layout) {
	const str = layout.node.value;
	if (!(layout.isKey ? NB_SINGLE_ONE_LINE : NB_SINGLE_MULTI_LINE).test(str)) return false;
	if (/[ \t]\n|\n[ \t]/.test(str)) return false;
	if (!layout.isKey && layout.shiftOfContent === 0) {
		const firstLineBreak = str.indexOf("\n");
		if (firstLineBreak !== -1 && C_FORBIDDEN_CONTENT.test(str.slice(firstLineBreak + 1))) return false;
	}
	return true;
}
function canUseBlock(layout) {
	if (layout.flowOnly || !BLOCK_SCALAR_CONTENT.test(layout.node.value)) return false;
	const contentIndent = layout.shiftOfContent - layout.shiftOfParent;
	if (contentIndent < 1) return false;
	if (contentIndent > 9 && /^\n* /.test(layout.node.value)) return false;
	if (layout.shiftOfContent === 0 && C_FORBIDDEN_CONTENT.test(layout.node.value)) return false;
	return true;
}
function detectAllowedStyles(layout) {
	let mask = setBit(0, SCALAR_STYLE.DOUBLE_QUOTED);
	if (canUsePlain(layout)) mask = setBit(mask, SCALAR_STYLE.PLAIN);
	if (canUseSingleQuoted(layout)) mask = setBit(mask, SCALAR_STYLE.SINGLE_QUOTED);
	if (canUseBlock(layout)) mask = setBit(setBit(mask, SCALAR_STYLE.LITERAL_BLOCK), SCALAR_STYLE.FOLDED_BLOCK);
	layout.allowedStylesMask = mask;
}
function renderScalar(layout) {
	switch (layout.style) {
		case SCALAR_STYLE.PLAIN: return renderPlain(layout);
		case SCALAR_STYLE.SINGLE_QUOTED: return renderSingleQuoted(layout);
		case SCALAR_STYLE.LITERAL_BLOCK: return renderLiteralBlock(layout);
		case SCALAR_STYLE.FOLDED_BLOCK: return renderFoldedBlock(layout);
		case SCALAR_STYLE.DOUBLE_QUOTED: return renderDoubleQuoted(layout);
	}
}
function renderPlain(layout) {
	return encodeFlowBreaks(layout.node.value, layout.shiftOfContent);
}
function renderSingleQuoted(layout) {
	return `'${encodeFlowBreaks(layout.node.value, layout.shiftOfContent).replace(/'/g, "''")}'`;
}
function renderLiteralBlock(layout) {
	const value = layout.node.value;
	return "|" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(value, layout.shiftOfContent));
}
function renderFoldedBlock(layout) {
	const value = layout.node.value;
	const w = layout.presenterOptions.lineWidth;
	let availableWidth = Infinity;
	if (w !== -1) availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	return ">" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(foldBlockScalar(value, availableWidth), layout.shiftOfContent));
}
function renderDoubleQuoted(layout) {
	return `"${escapeString(layout.node.value)}"`;
}
function encodeFlowBreaks(string, shiftOfContent) {
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) return string;
	const pad = " ".repeat(shiftOfContent);
	let result = string.slice(0, nextLF);
	const lineRe = /(\n+)([^\n]*)/g;
	lineRe.lastIndex = nextLF;
	let match;
	while (match = lineRe.exec(string)) {
		const breaks = match[1].length;
		const line = match[2];
		result += "\n".repeat(breaks + 1) + pad + line;
	}
	return result;
}
function indentString(string, spaces) {
	const indent = " ".repeat(spaces);
	let position = 0;
	let result = "";
	const length = string.length;
	while (position < length) {
		let line;
		const next = string.indexOf("\n", position);
		if (next === -1) {
			line = string.slice(position);
			position = length;
		} else {
			line = string.slice(position, next + 1);
			position = next + 1;
		}
		if (line.length && line !== "\n") result += indent;
		result += line;
	}
	return result;
}
function needIndentIndicator(string) {
	return /^\n* /.test(string);
}
function blockHeader(string, shiftOfParent, shiftOfContent) {
	const indentIndicator = needIndentIndicator(string) ? String(shiftOfContent - shiftOfParent) : "";
	const clip = string[string.length - 1] === "\n";
	return `${indentIndicator}${clip && (string[string.length - 2] === "\n" || string === "\n") ? "+" : clip ? "" : "-"}\n`;
}
function dropEndingNewline(string) {
	return string[string.length - 1] === "\n" ? string.slice(0, -1) : string;
}
function isMoreIndented(char) {
	return char === " " || char === "	";
}
function foldLine(line, width) {
	if (line === "" || isMoreIndented(line[0])) return line;
	const breakRe = / [^ \t]/g;
	let match;
	let start = 0;
	let end;
	let curr = 0;
	let next = 0;
	let result = "";
	while (match = breakRe.exec(line)) {
		next = match.index;
		if (next - start > width) {
			end = curr > start ? curr : next;
			result += `\n${line.slice(start, end)}`;
			start = end + 1;
		}
		curr = next;
	}
	result += "\n";
	if (line.length - start > width && curr > start) result += `${line.slice(start, curr)}\n${line.slice(curr + 1)}`;
	else result += line.slice(start);
	return result.slice(1);
}
function foldBlockScalar(string, width) {
	const lineRe = /(\n+)([^\n]*)/g;
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) nextLF = string.length;
	lineRe.lastIndex = nextLF;
	let result = foldLine(string.slice(0, nextLF), width);
	let prevMoreIndented = string[0] === "\n" || isMoreIndented(string[0]);
	let moreIndented;
	let match;
	while (match = lineRe.exec(string)) {
		const prefix = match[1];
		const line = match[2];
		moreIndented = line !== "" && isMoreIndented(line[0]);
		result += prefix + (!prevMoreIndented && !moreIndented && line !== "" ? "\n" : "") + foldLine(line, width);
		prevMoreIndented = moreIndented;
	}
	return result;
}
var CHARACTERS_TO_ESCAPE = /["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;
function escapeCharacter(character) {
	switch (character) {
		case "\0": return "\\0";
		case "\x07": return "\\a";
		case "\b": return "\\b";
		case "	": return "\\t";
		case "\n": return "\\n";
		case "\v": return "\\v";
		case "\f": return "\\f";
		case "\r": return "\\r";
		case "\x1B": return "\\e";
		case "\"": return "\\\"";
		case "\\": return "\\\\";
		case "": return "\\N";
		case "\xA0": return "\\_";
		case "\u2028": return "\\L";
		case "\u2029": return "\\P";
	}
	const code = character.charCodeAt(0);
	const hex = code.toString(16).toUpperCase();
	if (code <= 255) return `\\x${"0".repeat(2 - hex.length)}${hex}`;
	return `\\u${"0".repeat(4 - hex.length)}${hex}`;
}
function escapeString(string) {
	return string.replace(CHARACTERS_TO_ESCAPE, escapeCharacter);
}
//#endregion
//#region src/ast/presenter.ts
var CHAR_LINE_FEED = 10;
var DEFAULT_PRESENTER_OPTIONS = {
	indent: 2,
	seqNoIndent: false,
	seqInlineFirst: true,
	lineWidth: 80,
	flowBracketPadding: false,
	flowSkipCommaSpace: false,
	flowSkipColonSpace: false,
	quoteFlowKeys: false,
	quoteStyle: "single",
	forceQuotes: false,
	scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
	tagBeforeAnchor: false
};
function nodeTagShort(node) {
	return node.tagged ? node.tag : tagNameShort(node.tag);
}
function createPresenterState(options) {
	const opts = {
		...DEFAULT_PRESENTER_OPTIONS,
		...options
	};
	if (opts.flowSkipColonSpace) opts.quoteFlowKeys = true;
	return {
		...opts,
		defaultScalarTagName: opts.schema.defaultScalarTag.tagName,
		openEnded: false
	};
}
function generateNextLine(state, level) {
	return `\n${" ".repeat(state.indent * level)}`;
}
function scalarLayout(state, node, parent, level, isKey, flowOnly) {
	return {
		node,
		parent,
		level,
		isKey,
		flowOnly,
		shiftOfParent: level === 0 ? -1 : state.indent * (level - 1),
		shiftOfContent: state.indent * Math.max(1, level),
		shiftOfFirstLine: level === 0 ? 0 : state.indent * level,
		presenterOptions: state,
		allowedStylesMask: 0,
		style: node.style
	};
}
function writeFlowSequence(state, level, node) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level, node.items[index], node, {}).text;
		if (index > 0) result += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		result += item;
	}
	const pad = state.flowBracketPadding && node.items.length > 0 ? " " : "";
	return `[${pad}${result}${pad}]`;
}
function writeBlockSequence(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level + 1, node.items[index], node, {
			block: true,
			compact: state.seqInlineFirst,
			isblockseq: true
		}).text;
		if (!compact || result !== "") result += generateNextLine(state, level);
		if (item === "" || CHAR_LINE_FEED === item.charCodeAt(0)) result += "-";
		else result += "- ";
		result += item;
	}
	return result;
}
function writeFlowMapping(state, level, node) {
	let result = "";
	for (const { key, value } of node.items) {
		let pairBuffer = "";
		if (result !== "") pairBuffer += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		const keyRender = writeNode(state, level, key, node, { iskey: true });
		const keyText = keyRender.text;
		const valueText = writeNode(state, level, value, node, {}).text;
		const sep = state.flowSkipColonSpace || valueText === "" ? "" : " ";
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = key.kind === "alias" || keyIsBareProps ? " " : "";
		pairBuffer += `${keyText}${keyColonSep}:${sep}${valueText}`;
		result += pairBuffer;
	}
	const pad = state.flowBracketPadding && result !== "" ? " " : "";
	return `{${pad}${result}${pad}}`;
}
function writeBlockMapping(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		let pairBuffer = "";
		if (!compact || result !== "") pairBuffer += generateNextLine(state, level);
		const { key, value } = node.items[index];
		const keyIsBlock = (key.kind === "mapping" || key.kind === "sequence") && key.style === COLLECTION_STYLE.BLOCK && key.items.length !== 0 || key.kind === "scalar" && (key.style === SCALAR_STYLE.LITERAL_BLOCK || key.style === SCALAR_STYLE.FOLDED_BLOCK);
		const keyRender = keyIsBlock ? writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			isblockseq: !cannotBeCompact(state, key, level + 1)
		}) : writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			iskey: true
		});
		const keyText = keyRender.text;
		const keyHasLineBreak = key.kind === "scalar" && key.value.indexOf("\n") !== -1;
		const keyIsTooLong = keyText.length > 1024 && /^[\s\S]{1025}/u.test(keyText);
		const explicitPair = keyIsBlock || keyHasLineBreak || keyIsTooLong;
		if (explicitPair) {
			if (keyText && CHAR_LINE_FEED === keyText.charCodeAt(0)) pairBuffer += "?";
			else pairBuffer += "? ";
		}
		pairBuffer += keyText;
		if (explicitPair) pairBuffer += generateNextLine(state, level);
		const valueText = writeNode(state, level + 1, value, node, {
			block: true,
			compact: explicitPair,
			isblockseq: explicitPair && !cannotBeCompact(state, value, level + 1)
		}).text;
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = !explicitPair && (key.kind === "alias" || keyIsBareProps) ? " " : "";
		if (valueText === "" || CHAR_LINE_FEED === valueText.charCodeAt(0)) pairBuffer += `${keyColonSep}:`;
		else pairBuffer += `${keyColonSep}: `;
		pairBuffer += valueText;
		result += pairBuffer;
	}
	return result;
}
function cannotBeCompact(state, node, level) {
	if (node.kind === "alias") return true;
	return node.tagged || node.anchor !== void 0 || state.indent < 2 && level > 0;
}
function writeNode(state, level, node, parent, ctx) {
	if (node.kind === "alias") {
		state.openEnded = false;
		return {
			text: `*${node.anchor}`,
			noBody: false
		};
	}
	const { block = false, iskey = false, isblockseq = false } = ctx;
	let compact = ctx.compact ?? false;
	const hasAnchor = node.anchor !== void 0;
	if (cannotBeCompact(state, node, level)) compact = false;
	let body;
	let shouldPrintTag = node.tagged;
	const useBlockCollection = block && (node.kind === "mapping" || node.kind === "sequence") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0;
	if (node.kind === "mapping") {
		if (useBlockCollection) body = writeBlockMapping(state, level, node, compact);
		else body = writeFlowMapping(state, level, node);
	} else if (node.kind === "sequence") {
		if (useBlockCollection) {
			if (state.seqNoIndent && !isblockseq && level > 0) body = writeBlockSequence(state, level - 1, node, compact);
			else body = writeBlockSequence(state, level, node, compact);
		} else body = writeFlowSequence(state, level, node);
	} else {
		const layout = scalarLayout(state, node, parent, level, iskey, !block);
		detectAllowedStyles(layout);
		for (const rule of state.scalarStyleRules) rule(layout);
		body = renderScalar(layout);
		state.openEnded = (layout.style === SCALAR_STYLE.LITERAL_BLOCK || layout.style === SCALAR_STYLE.FOLDED_BLOCK) && (node.value === "\n" || node.value.endsWith("\n\n"));
		shouldPrintTag = node.tagged || body === "" && layout.flowOnly && parent?.kind === "sequence" && !hasAnchor || layout.style !== SCALAR_STYLE.PLAIN && node.tag !== state.defaultScalarTagName;
	}
	if ((node.kind === "mapping" || node.kind === "sequence") && !useBlockCollection) state.openEnded = false;
	if (useBlockCollection && compact && level > 0 && state.indent > 2) body = `${" ".repeat(state.indent - 2)}${body}`;
	const noBody = body === "";
	let text = body;
	if (shouldPrintTag || hasAnchor) {
		const props = [];
		const tag = shouldPrintTag ? nodeTagShort(node) : null;
		const anchor = hasAnchor ? `&${node.anchor}` : null;
		if (state.tagBeforeAnchor) {
			if (tag !== null) props.push(tag);
			if (anchor !== null) props.push(anchor);
		} else {
			if (anchor !== null) props.push(anchor);
			if (tag !== null) props.push(tag);
		}
		const sep = body === "" || body.charCodeAt(0) === CHAR_LINE_FEED ? "" : " ";
		text = `${props.join(" ")}${sep}${body}`;
	}
	return {
		text,
		noBody
	};
}
function rootStartsOwnLine(node) {
	return (node.kind === "sequence" || node.kind === "mapping") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0 && !node.tagged && node.anchor === void 0;
}
function writeDocumentDirectives(doc) {
	let result = "";
	for (const directive of doc.directives) {
		if (directive.kind === "yaml") {
			result += `%YAML ${directive.version}\n`;
			continue;
		}
		const { handle, prefix } = directive;
		result += `%TAG ${handle} ${prefix}\n`;
	}
	return result;
}
/**
* Build YAML from AST.
*
* @category AST
*/
function present(documents, options) {
	const state = createPresenterState(options);
	let result = "";
	let previousEnded = false;
	for (let index = 0; index < documents.length; index += 1) {
		const doc = documents[index];
		state.openEnded = false;
		const directives = writeDocumentDirectives(doc);
		const hasDirectives = directives !== "";
		const marker = doc.explicitStart || hasDirectives || index > 0 && !previousEnded;
		result += directives;
		if (doc.contents === null) {
			if (marker) result += "---\n";
		} else if (marker) {
			const body = writeNode(state, 0, doc.contents, null, {
				block: true,
				compact: true
			}).text;
			const sep = body === "" ? "" : hasDirectives || rootStartsOwnLine(doc.contents) ? "\n" : " ";
			result += `---${sep}${body}\n`;
		} else result += writeNode(state, 0, doc.contents, null, {
			block: true,
			compact: true
		}).text + "\n";
		previousEnded = doc.explicitEnd || state.openEnded;
		if (previousEnded) result += "...\n";
	}
	return result;
}
//#endregion
//#region src/dump.ts
var DEFAULT_DUMP_OPTIONS = {
	...DEFAULT_PRESENTER_OPTIONS,
	schema: DUMP_SCHEMA,
	skipInvalid: false,
	noRefs: false,
	flowLevel: -1,
	sortKeys: false,
	transform: () => {}
};
function defaultCompareFn(a, b) {
	const x = String(a);
	const y = String(b);
	if (x < y) return -1;
	if (x > y) return 1;
	return 0;
}
/**
* Serializes JS object as a YAML document. By default it can dump every
* supported YAML type, so it throws an exception if you try to dump regexps or
* functions. However, you can disable exceptions by setting the
* {@link DumpOptions.skipInvalid} option to `true`.
*
* @category Main
*/
function dump(input, options = {}) {
	const opts = {
		...DEFAULT_DUMP_OPTIONS,
		...options
	};
	const documents = jsToAst(input, opts.schema, {
		noRefs: opts.noRefs,
		skipInvalid: opts.skipInvalid
	});
	if (opts.flowLevel >= 0) visit(documents, (node, ctx) => {
		if (ctx.depth < opts.flowLevel) return;
		if (node.kind === "sequence" || node.kind === "mapping") node.style = COLLECTION_STYLE.FLOW;
		return VISIT_SKIP;
	});
	if (opts.sortKeys) {
		const compareFn = opts.sortKeys === true ? defaultCompareFn : opts.sortKeys;
		visit(documents, (node) => {
			if (node.kind !== "mapping") return;
			node.items.sort((a, b) => compareFn(a.key.kind === "scalar" ? a.key.value : "", b.key.kind === "scalar" ? b.key.value : ""));
		});
	}
	opts.transform(documents);
	return present(documents, {
		...pick(opts, Object.keys(DEFAULT_PRESENTER_OPTIONS)),
		schema: opts.schema
	});
}
//#endregion
//#region src/ast/from_events.ts
var NO_RANGE = (/* unused pure expression or super */ null && (-1));
function eventPosition(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function rawTag(state, event) {
	return event.tagStart === NO_RANGE ? "" : state.source.slice(event.tagStart, event.tagEnd);
}
function anchorName(state, event) {
	return event.anchorStart === NO_RANGE ? void 0 : state.source.slice(event.anchorStart, event.anchorEnd);
}
function buildScalar(state, event) {
	const value = getScalarValue(state.source, event);
	const raw = rawTag(state, event);
	let tag;
	let tagged = false;
	if (raw !== "") {
		tagged = true;
		tag = raw;
	} else if (event.style === SCALAR_STYLE.PLAIN) tag = state.schema.resolveImplicitScalarTag(value).tag.tagName;
	else tag = state.schema.defaultScalarTag.tagName;
	return {
		kind: "scalar",
		tag,
		tagged,
		style: event.style,
		anchor: anchorName(state, event),
		value
	};
}
function buildCollection(state, event, defaultTagName) {
	const raw = rawTag(state, event);
	let tag;
	let tagged = false;
	if (raw === "") tag = defaultTagName;
	else {
		tag = raw;
		tagged = true;
	}
	return {
		tag,
		tagged,
		style: event.style,
		anchor: anchorName(state, event)
	};
}
function addNode(state, node) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") frame.doc.contents = node;
	else if (frame.kind === "sequence") frame.node.items.push(node);
	else if (frame.key) {
		frame.node.items.push({
			key: frame.key,
			value: node
		});
		frame.key = null;
	} else frame.key = node;
}
/**
* Builds an AST from parser events
*
* @category AST
*/
function eventsToAst(events, options) {
	const state = {
		source: options.source,
		schema: options.schema,
		eventIndex: 0,
		position: 0,
		frames: [],
		documents: []
	};
	while (state.eventIndex < events.length) {
		const event = events[state.eventIndex++];
		state.position = eventPosition(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT: {
				const doc = {
					contents: null,
					explicitStart: event.explicitStart,
					explicitEnd: event.explicitEnd,
					directives: event.directives
				};
				state.frames.push({
					kind: "document",
					doc
				});
				break;
			}
			case EVENT_ID.SCALAR:
				addNode(state, buildScalar(state, event));
				break;
			case EVENT_ID.SEQUENCE: {
				const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:seq");
				const node = {
					kind: "sequence",
					tag,
					tagged,
					style,
					anchor,
					items: []
				};
				state.frames.push({
					kind: "sequence",
					node
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:map");
				const node = {
					kind: "mapping",
					tag,
					tagged,
					style,
					anchor,
					items: []
				};
				state.frames.push({
					kind: "mapping",
					node,
					key: null
				});
				break;
			}
			case EVENT_ID.ALIAS:
				addNode(state, {
					kind: "alias",
					anchor: state.source.slice(event.anchorStart, event.anchorEnd)
				});
				break;
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.key) throw new Error("incomplete mapping pair in event stream");
				if (frame.kind === "document") state.documents.push(frame.doc);
				else addNode(state, frame.node);
				break;
			}
		}
	}
	return state.documents;
}
//#endregion
//#region src/index.ts
/** @deprecated Use `EVENT_ID.DOCUMENT` instead. @internal */
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
/** @deprecated Use `EVENT_ID.SEQUENCE` instead. @internal */
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
/** @deprecated Use `EVENT_ID.MAPPING` instead. @internal */
var EVENT_MAPPING = EVENT_ID.MAPPING;
/** @deprecated Use `EVENT_ID.SCALAR` instead. @internal */
var EVENT_SCALAR = EVENT_ID.SCALAR;
/** @deprecated Use `EVENT_ID.ALIAS` instead. @internal */
var EVENT_ALIAS = EVENT_ID.ALIAS;
/** @deprecated Use `EVENT_ID.POP` instead. @internal */
var EVENT_POP = EVENT_ID.POP;
/** @deprecated Use `SCALAR_STYLE.PLAIN` instead. @internal */
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
/** @deprecated Use `SCALAR_STYLE.SINGLE_QUOTED` instead. @internal */
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.DOUBLE_QUOTED` instead. @internal */
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.LITERAL_BLOCK` instead. @internal */
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
/** @deprecated Use `SCALAR_STYLE.FOLDED_BLOCK` instead. @internal */
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
/** @deprecated Use `COLLECTION_STYLE.BLOCK` instead. @internal */
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
/** @deprecated Use `COLLECTION_STYLE.FLOW` instead. @internal */
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
/** @deprecated Use `CHOMPING_MODE.CLIP` instead. @internal */
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
/** @deprecated Use `CHOMPING_MODE.STRIP` instead. @internal */
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
/** @deprecated Use `CHOMPING_MODE.KEEP` instead. @internal */
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;
//#endregion


//# sourceMappingURL=js-yaml.mjs.map
;// CONCATENATED MODULE: ./src/yaml/alias-limit.ts
/**
 * Go's guard against documents that grow through aliases: the larger the document, the smaller the share of it that may
 * come from aliases. Source: decode.go of https://github.com/yaml/go-yaml (`allowedAliasRatio`).
 */
function excessiveAliasing(aliases, aliasedNodes, nodes) {
    return aliases > 0 && nodes > 1000 && aliasedNodes > 100 && aliasedNodes / nodes > allowedRatio(nodes);
}
const SMALL = 400_000;
const LARGE = 4_000_000;
function allowedRatio(nodes) {
    if (nodes <= SMALL)
        return 0.99;
    if (nodes >= LARGE)
        return 0.1;
    return 0.99 - 0.89 * ((nodes - SMALL) / (LARGE - SMALL));
}

;// CONCATENATED MODULE: ./src/yaml/go-scalar.ts
const TRUE = new Set(['true', 'True', 'TRUE']);
const FALSE = new Set(['false', 'False', 'FALSE']);
const TRUE_V2 = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const FALSE_V2 = new Set(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const INTEGER = /^([-+]?)(?:0b([01]+)|0o([0-7]+)|0x([0-9a-fA-F]+)|0([0-7]*)|([1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** The value of a plain scalar; its text when it is no null, boolean or number. */
function resolvePlain(text, dialect) {
    if (NULL.has(text))
        return null;
    if (TRUE.has(text) || (dialect === 'v2' && TRUE_V2.has(text)))
        return true;
    if (FALSE.has(text) || (dialect === 'v2' && FALSE_V2.has(text)))
        return false;
    return integer(text) ?? go_scalar_float(text) ?? text;
}
function integer(text) {
    const match = INTEGER.exec(text.replaceAll('_', ''));
    if (!match)
        return undefined;
    const [, sign, binary, octal, hex, oldOctal, decimal] = match;
    const size = binary !== undefined
        ? parseInt(binary, 2)
        : octal !== undefined
            ? parseInt(octal, 8)
            : hex !== undefined
                ? parseInt(hex, 16)
                : decimal !== undefined
                    ? Number(decimal)
                    : parseInt(oldOctal === '' || oldOctal === undefined ? '0' : oldOctal, 8);
    return sign === '-' ? -size : size;
}
function go_scalar_float(text) {
    const plain = text.replaceAll('_', '');
    if (FLOAT.test(plain))
        return Number(plain);
    if (/^[-+]?\.(?:inf|Inf|INF)$/.test(plain))
        return plain.startsWith('-') ? -Infinity : Infinity;
    return /^\.(?:nan|NaN|NAN)$/.test(plain) ? NaN : undefined;
}

;// CONCATENATED MODULE: ./src/yaml/parse.ts



/** Nesting that no configuration has; deeper input is refused before it can exhaust the stack. */
const MAXIMUM_DEPTH = 200;
/** Parses a file into nodes that know where they are written. Never throws on bad input: what is wrong is in `problems`. */
function parseYaml(file, dialect) {
    const builder = new TreeBuilder(file, dialect);
    try {
        return builder.build(parseEvents(file.text, { filename: file.path, maxDepth: MAXIMUM_DEPTH }));
    }
    catch (error) {
        if (!(error instanceof YAMLException))
            throw error;
        return { roots: [], problems: [...builder.problems, syntaxProblem(error, file)] };
    }
}
function syntaxProblem(error, file) {
    const offset = Math.min(error.mark?.position ?? 0, file.text.length);
    return { message: error.reason, at: { file, start: offset, end: Math.min(offset + 1, file.text.length) } };
}
/** Turns the parser's flat events into a tree; one pass, no JavaScript values in between. */
class TreeBuilder {
    file;
    dialect;
    problems = [];
    #next = 0;
    #events = [];
    #anchors = new Map();
    #aliases = 0;
    #aliasedNodes = 0;
    #nodes = 0;
    #sizes = new WeakMap();
    constructor(file, dialect) {
        this.file = file;
        this.dialect = dialect;
    }
    build(events) {
        this.#events = events;
        const roots = [];
        while (this.#next < events.length) {
            this.#next++; // DOCUMENT
            this.#anchors = new Map();
            const empty = events[this.#next]?.type === EVENT_ID.POP;
            roots.push(empty ? undefined : this.#node(0));
            this.#next++; // POP
        }
        if (excessiveAliasing(this.#aliases, this.#aliasedNodes, this.#nodes)) {
            this.#problem('the document expands through its aliases to more than any configuration needs', 0, 1);
            return { roots: [], problems: this.problems };
        }
        return { roots, problems: this.problems };
    }
    #problem(message, start, end) {
        this.problems.push({ message, at: this.#range(start, end) });
    }
    #range(start, end) {
        return { file: this.file, start, end };
    }
    /** @param emptyAt where a value that is not written would stand: right after its key */
    #node(emptyAt) {
        const event = this.#events[this.#next++];
        if (event === undefined)
            throw new Error('the YAML event stream ended early');
        if (event.type === EVENT_ID.ALIAS)
            return this.#alias(event.anchorStart, event.anchorEnd);
        if (event.type === EVENT_ID.SCALAR)
            return this.#remember(event, this.#scalar(event, emptyAt));
        if (event.type === EVENT_ID.SEQUENCE)
            return this.#remember(event, this.#sequence(event.start, this.#tag(event)));
        if (event.type === EVENT_ID.MAPPING)
            return this.#remember(event, this.#mapping(event.start, this.#tag(event)));
        throw new Error(`unexpected YAML event ${String(event.type)}`);
    }
    #tag(event) {
        return event.tagStart < 0 ? undefined : this.file.text.slice(event.tagStart, event.tagEnd);
    }
    #remember(event, node) {
        this.#nodes++;
        if (event.anchorStart >= 0)
            this.#anchors.set(this.file.text.slice(event.anchorStart, event.anchorEnd), node);
        return node;
    }
    #alias(start, end) {
        const name = this.file.text.slice(start, end);
        const target = this.#anchors.get(name);
        if (target) {
            const size = this.#size(target);
            this.#aliases++;
            this.#nodes += size;
            this.#aliasedNodes += size;
            return target;
        }
        this.#problem(`alias "*${name}" names no anchor that is complete before it`, start - 1, end);
        return { kind: 'scalar', value: null, text: '', style: 'plain', at: this.#range(start - 1, end) };
    }
    /** Nodes under `node`, aliases expanded; every node is measured once. */
    #size(node) {
        const known = this.#sizes.get(node);
        if (known !== undefined)
            return known;
        let size = 1;
        if (node.kind === 'sequence')
            for (const item of node.items)
                size += this.#size(item);
        if (node.kind === 'mapping')
            for (const { value } of node.entries.values())
                size += 1 + this.#size(value);
        this.#sizes.set(node, size);
        return size;
    }
    #scalar(event, emptyAt) {
        const tag = this.#tag(event);
        if (event.valueStart < 0) {
            const value = tag === '!!str' ? '' : null;
            return { kind: 'scalar', value, text: '', style: 'plain', at: this.#range(emptyAt, emptyAt) };
        }
        const text = getScalarValue(this.file.text, event);
        const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
        const plain = event.style === SCALAR_STYLE.PLAIN;
        const at = quoted
            ? this.#range(event.valueStart - 1, event.valueEnd + 1)
            : this.#range(event.valueStart, event.valueEnd);
        const value = plain && tag !== '!!str' ? resolvePlain(text, this.dialect) : text;
        return { kind: 'scalar', value, text, style: plain ? 'plain' : quoted ? 'quoted' : 'block', at };
    }
    #sequence(start, tag) {
        const items = [];
        while (this.#events[this.#next]?.type !== EVENT_ID.POP)
            items.push(this.#node(start));
        this.#next++;
        return { kind: 'sequence', items, at: this.#range(start, this.#endOf(items.at(-1), start)), tag };
    }
    #mapping(start, tag) {
        const own = new Map();
        const merged = [];
        let end = start;
        while (this.#events[this.#next]?.type !== EVENT_ID.POP) {
            const key = this.#key(start);
            const value = this.#node(key.at.end);
            end = Math.max(key.at.end, this.#endOf(value, start));
            if (key.text === '<<' && key.style === 'plain')
                merged.push(...(value.kind === 'sequence' ? value.items : [value]));
            else
                this.#addEntry(own, { key, value });
        }
        this.#next++;
        for (const source of merged)
            this.#merge(own, source);
        return { kind: 'mapping', entries: own, at: this.#range(start, end), tag };
    }
    /** A complex key is reported and stands in as its own text, so that the rest of the file is still judged. */
    #key(start) {
        const node = this.#node(start);
        if (node.kind === 'scalar')
            return node;
        this.#problem('a mapping key must be a scalar', node.at.start, node.at.end);
        const text = this.file.text.slice(node.at.start, node.at.end);
        return { kind: 'scalar', value: text, text, style: 'quoted', at: node.at };
    }
    #addEntry(own, entry) {
        const first = own.get(entry.key.text);
        if (first) {
            const { line } = this.file.position(first.key.at.start);
            this.#problem(`key "${entry.key.text}" is already set on line ${String(line)}`, entry.key.at.start, entry.key.at.end);
            return;
        }
        own.set(entry.key.text, entry);
    }
    #merge(own, source) {
        if (source.kind !== 'mapping') {
            this.#problem('the merge key "<<" needs a mapping or a list of mappings', source.at.start, source.at.end);
            return;
        }
        for (const [name, entry] of source.entries)
            if (!own.has(name))
                own.set(name, entry);
    }
    /** An alias ends a collection where its anchor's text is, which may be far above: such an end is not taken. */
    #endOf(node, start) {
        return node && node.at.end >= start ? node.at.end : start;
    }
}

;// CONCATENATED MODULE: ./src/stack/syntax-finding.ts

/** The finding about a file whose YAML cannot be read. */
function syntaxFinding({ message, at }) {
    return {
        code: 'yaml/syntax',
        severity: 'error',
        stage: 'load',
        message: `the YAML cannot be read: ${message}`,
        location: locate(at),
        related: [],
        help: 'mend the YAML at this place; tabs for indentation and a missing space after a colon are the usual slips',
    };
}

;// CONCATENATED MODULE: ./src/stack/unreadable.ts

const WHY = {
    missing: ['does not exist', 'create it, or mend the path that names it'],
    directory: [
        'is a directory, but a file is expected',
        'name the file; Docker makes a directory where a bind source is missing',
    ],
    unreadable: ['cannot be read', 'give the user who runs scrapegate permission to read it'],
    'too-large': ['is larger than 64 MiB', 'a configuration file is never this large; mend the path that names it'],
    'not-utf8': ['is not UTF-8 text', 'save it as UTF-8; YAML for Go programs has no other encoding'],
    'symlink-loop': ['is a loop of symbolic links', 'point the link at the file itself'],
};
/** The finding about a file that a stack needs and that cannot be read. `namedAt`: what names it, when something does. */
function unreadable(path, reason, namedAt) {
    const [why, help] = WHY[reason];
    return {
        code: 'file/unreadable',
        severity: 'error',
        stage: 'load',
        message: `the file "${path}" ${why}`,
        location: namedAt ? locate(namedAt) : { file: path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
        related: [],
        help,
    };
}

;// CONCATENATED MODULE: ./src/stack/file-reader.ts




/** Reads and parses the files of one load, each once, and keeps what was read and what was wrong. */
class FileReader {
    files;
    displayPath;
    sources = [];
    problems = [];
    #parsed = new Map();
    constructor(files, displayPath) {
        this.files = files;
        this.displayPath = displayPath;
    }
    /** @param namedAt what names the file: where a missing one is reported */
    yaml(path, kind, dialect, namedAt) {
        if (this.#parsed.has(path))
            return this.#parsed.get(path);
        const parsed = this.#read(path, kind, dialect, namedAt);
        this.#parsed.set(path, parsed);
        return parsed;
    }
    #read(path, kind, dialect, namedAt) {
        const read = this.files.read(path);
        const shown = this.displayPath(path);
        if (!read.ok) {
            this.problems.push(unreadable(shown, read.reason, namedAt));
            return undefined;
        }
        const file = new SourceFile(shown, kind, read.text);
        this.sources.push(file);
        return this.parse(file, dialect);
    }
    /** Parses a text; an inline config is no source of its own, since its compose file is one already. */
    parse(file, dialect) {
        const { roots, problems } = parseYaml(file, dialect);
        this.problems.push(...problems.map(syntaxFinding));
        return { file, root: roots[0], whole: problems.length === 0 };
    }
}

;// CONCATENATED MODULE: ./src/stack/load-file.ts



/**
 * Loads one configuration file as the program that it is for would find it on this machine. The kind is told by its content
 * unless it is given. A compose file has no documents here: it is loaded as a stack.
 */
function loadFile(path, as, files, displayPath, version = NEWEST) {
    const reader = new FileReader(files, displayPath);
    const first = reader.yaml(path, as ?? 'prometheus', DIALECTS[as ?? 'prometheus']);
    const kind = as ?? kindOf(first?.root);
    if (!first || kind === undefined || kind === 'compose')
        return { kind, documents: [], files: reader.sources, problems: reader.problems };
    // Another kind may have another dialect of YAML, so it is read again.
    const again = new FileReader(files, displayPath);
    const parsed = again.yaml(path, kind, DIALECTS[kind]);
    const documents = parsed ? documentsOf(kind, parsed, placeOf(path, first.file), version, again) : [];
    return { kind, documents, files: again.sources, problems: again.problems };
}
function documentsOf(kind, parsed, place, version, reader) {
    if (kind === 'prometheus')
        return prometheusDocuments(parsed, place, version, reader);
    return [toDocument(kind, parsed, place, version, reader)];
}
/** Alone, a file sees this machine as it is. */
function placeOf(path, file) {
    const machine = { kind: 'bind', source: '/', target: '/', at: { file, start: 0, end: 0 } };
    return { containerPath: path, mounts: [machine] };
}

;// CONCATENATED MODULE: ./src/stack/compose/interpolate.ts
const NAME = /^[_a-zA-Z][_a-zA-Z0-9]*/;
/**
 * Replaces `$NAME`, `${NAME}` and its forms with a default (`-`, `:-`), an error (`?`, `:?`) or a replacement (`+`, `:+`);
 * `$$` is a dollar. https://docs.docker.com/reference/compose-file/interpolation/
 */
function interpolate(text, variables) {
    const problems = [];
    return { text: expand(text, 0, variables, problems), problems };
}
/** @param base offset of `text` in the whole, for the places of problems */
function expand(text, base, variables, problems) {
    let result = '';
    for (let at = 0; at < text.length;) {
        const dollar = text.indexOf('$', at);
        if (dollar < 0)
            return result + text.slice(at);
        result += text.slice(at, dollar);
        const next = text[dollar + 1];
        if (next === '$') {
            result += '$';
            at = dollar + 2;
            continue;
        }
        const end = next === '{' ? closingBrace(text, dollar + 2) : dollar + 1 + (NAME.exec(text.slice(dollar + 1))?.[0].length ?? 0);
        if (end === undefined || end === dollar + 1) {
            problems.push(syntax(text.slice(dollar), base + dollar, base + text.length));
            return result + text.slice(dollar);
        }
        const place = { start: base + dollar, end: base + end };
        const inner = next === '{' ? text.slice(dollar + 2, end - 1) : text.slice(dollar + 1, end);
        result += substitute(inner, base + dollar + (next === '{' ? 2 : 1), place, variables, problems);
        at = end;
    }
    return result;
}
/** The offset after the brace that closes one opened before `from`; braces of nested expressions are skipped. */
function closingBrace(text, from) {
    let depth = 1;
    for (let at = from; at < text.length; at++) {
        if (text[at] === '$' && text[at + 1] === '{')
            depth++;
        if (text[at] === '}' && --depth === 0)
            return at + 1;
    }
    return undefined;
}
function substitute(inner, base, place, variables, problems) {
    const name = NAME.exec(inner)?.[0];
    const [operator] = /^:?[-?+]/.exec(inner.slice(name?.length ?? 0)) ?? [''];
    const rest = inner.slice((name?.length ?? 0) + operator.length);
    if (name === undefined || (operator === '' && rest !== '')) {
        problems.push(syntax(`\${${inner}}`, place.start, place.end));
        return '';
    }
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const given = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
    const word = () => expand(rest, base + name.length + operator.length, variables, problems);
    if (operator.endsWith('-'))
        return given ? (value ?? '') : word();
    if (operator.endsWith('+'))
        return given ? word() : '';
    if (operator.endsWith('?') && !given) {
        const why = word();
        const message = `the variable "${name}" is required and not set${why === '' ? '' : `: ${why}`}`;
        problems.push({ kind: 'required', message, ...place });
    }
    else if (operator === '' && value === undefined) {
        const message = `the variable "${name}" is not set and reads as empty; set it, or write a default: \${${name}:-default}`;
        problems.push({ kind: 'unset', message, ...place });
    }
    return value ?? '';
}
function syntax(text, start, end) {
    const shown = text.length > 40 ? `${text.slice(0, 37)}…` : text;
    const message = `"${shown}" is no valid interpolation; write \${NAME} for a variable, or $$ for a dollar sign`;
    return { kind: 'syntax', message, start, end };
}

;// CONCATENATED MODULE: ./src/stack/compose/dotenv.ts

const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(?:=|:[ \t])[ \t]*(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\r\n]*?))[ \t]*(?:#[^\r\n]*)?\r?$/gm;
const ESCAPES = { n: '\n', r: '\r', t: '\t' };
/**
 * The variables of an env file. Single quotes keep the text as it is; elsewhere variables that are known are filled in, those
 * of the shell first. https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
function parseDotenv(text, shell) {
    const variables = {};
    for (const [, name = '', single, double, plain] of text.matchAll(LINE)) {
        const known = { ...variables, ...shell };
        if (single !== undefined)
            variables[name] = single;
        else if (double !== undefined) {
            const unescaped = double.replaceAll(/\\(.)/g, (_, letter) => ESCAPES[letter] ?? letter);
            variables[name] = interpolate(unescaped, known).text;
        }
        else
            variables[name] = interpolate((plain ?? '').replace(/[ \t]+#.*$/, ''), known).text;
    }
    return variables;
}

;// CONCATENATED MODULE: ./src/stack/compose/merge.ts

/** Paths (with `*` for any key) whose later value takes the place of the earlier one. */
const REPLACED = ['services.*.command', 'services.*.entrypoint', 'services.*.healthcheck.test'];
/** Paths that may be a list of `KEY=VALUE` or a mapping, and merge as mappings. */
const LIST_OR_MAPPING = [
    'services.*.environment',
    'services.*.labels',
    'services.*.annotations',
    'services.*.extra_hosts',
    'services.*.sysctls',
    'services.*.build.args',
    'services.*.build.labels',
];
/** Paths that may be a list of names or a mapping of them. */
const NAMES_OR_MAPPING = ['services.*.depends_on', 'services.*.networks'];
/**
 * Merges a later compose file into an earlier one by the rules of the Compose specification: mappings deep, lists appended,
 * with its exceptions. https://docs.docker.com/reference/compose-file/merge/
 */
function mergeNodes(base, override, path = []) {
    const tag = override.kind === 'scalar' ? undefined : override.tag;
    if (tag === '!reset')
        return undefined;
    if (tag === '!override' || matches(path, REPLACED))
        return override;
    if (matches(path, NAMES_OR_MAPPING))
        return mergeMappings(asMapping(base, nameEntry), asMapping(override, nameEntry), path);
    if (matches(path, LIST_OR_MAPPING))
        return mergeMappings(asMapping(base, pairEntry), asMapping(override, pairEntry), path);
    if (base.kind === 'mapping' && override.kind === 'mapping')
        return mergeMappings(base, override, path);
    if (base.kind === 'sequence' && override.kind === 'sequence')
        return mergeSequences(base.items, override, path);
    return override;
}
function matches(path, patterns) {
    return patterns.some((pattern) => {
        const parts = pattern.split('.');
        return parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]);
    });
}
function mergeMappings(base, override, path) {
    const merged = new Map(base.entries);
    for (const [name, entry] of override.entries) {
        const earlier = merged.get(name);
        const value = mergeNodes(earlier?.value ?? entry.value, entry.value, [...path, name]);
        if (value === undefined)
            merged.delete(name);
        else
            merged.set(name, { key: earlier?.key ?? entry.key, value: earlier ? value : entry.value });
    }
    return { ...base, entries: merged };
}
/** Appended; an item that names the same thing as an earlier one (a mount point, a port, a config) takes its place. */
function mergeSequences(base, override, path) {
    const identity = (item) => identityOf(item, path.at(-1) ?? '');
    const replaced = new Set(override.items.map(identity));
    return { ...override, items: [...base.filter((item) => !replaced.has(identity(item))), ...override.items] };
}
function identityOf(item, key) {
    if (item.kind === 'scalar')
        return key === 'volumes' ? (item.text.split(':')[1] ?? item.text) : item.text;
    const named = ['target', 'source'].map((name) => yaml_node_text(item.kind === 'mapping' ? item.entries.get(name)?.value : undefined));
    return (named.find((name) => name !== undefined && (key === 'volumes' || key === 'configs' || key === 'secrets')) ??
        JSON.stringify(item.at.start));
}
function asMapping(node, entryOf) {
    if (node.kind === 'mapping')
        return node;
    const scalars = node.kind === 'sequence' ? node.items.filter((item) => item.kind === 'scalar') : [];
    return { kind: 'mapping', entries: new Map(scalars.map(entryOf)), at: node.at };
}
function nameEntry(item) {
    return [item.text, { key: item, value: { ...item, value: null, text: '' } }];
}
/** `KEY=VALUE`, or `KEY` alone, whose value comes from the shell. `extra_hosts` also writes `NAME:ADDRESS`. */
function pairEntry(item) {
    const [, name = item.text, value] = /^([^=:]+)[=:](.*)$/s.exec(item.text) ?? [];
    const valueNode = { ...item, text: value ?? '', value: value ?? null };
    return [name, { key: { ...item, text: name, value: name }, value: valueNode }];
}
/** The mapping without keys of which the value is tagged `!reset` although no earlier file has them. */
function withoutResets(node) {
    if (node.kind !== 'mapping')
        return node;
    const kept = entries(node).flatMap(([name, entry]) => entry.value.kind !== 'scalar' && entry.value.tag === '!reset'
        ? []
        : [[name, { key: entry.key, value: withoutResets(entry.value) }]]);
    return { ...node, entries: new Map(kept) };
}

;// CONCATENATED MODULE: ./src/stack/compose/extends.ts


/** The document with every service's `extends` merged in. https://docs.docker.com/reference/compose-file/services/#extends */
function applyExtends(root, context) {
    const services = child(root, 'services');
    if (services?.kind !== 'mapping')
        return root;
    const extended = new Map([...services.entries].map(([name, entry]) => [
        name,
        { key: entry.key, value: extendService(name, entry.value, root, context, []) },
    ]));
    const value = { ...services, entries: extended };
    return {
        ...root,
        entries: new Map([...root.entries].map(([key, e]) => [key, key === 'services' ? { ...e, value } : e])),
    };
}
function extendService(name, service, root, context, chain) {
    const extension = child(service, 'extends');
    if (service.kind !== 'mapping' || extension === undefined)
        return service;
    const own = without(service, 'extends');
    const base = extension.kind === 'scalar' ? extension.text : yaml_node_text(child(extension, 'service'));
    const file = yaml_node_text(child(extension, 'file'));
    if (base === undefined) {
        context.report(`"extends" of service "${name}" names no service`, extension.at);
        return own;
    }
    const link = `${extension.at.file.path} ${file ?? ''} ${base}`;
    if (chain.includes(link)) {
        context.report(`services extend each other in a circle, by "${base}"`, extension.at);
        return own;
    }
    const from = file === undefined ? root : context.loadFile(file, extension.at);
    if (!from)
        return own;
    const found = child(from, 'services', base);
    if (!found) {
        const names = entries(child(from, 'services')).map(([candidate]) => candidate);
        context.report(`service "${name}" extends "${base}", which ${file ?? 'the file'} does not have; it has ${names.join(', ')}`, extension.at);
        return own;
    }
    return mergeNodes(extendService(base, found, from, context, [...chain, link]), own, ['services', name]) ?? own;
}
function without(node, key) {
    return { ...node, entries: new Map([...node.entries].filter(([name]) => name !== key)) };
}

;// CONCATENATED MODULE: ./src/stack/compose/include.ts

/** Reads the `include` section, short and long syntax. */
function readIncludes(root) {
    return items(child(root, 'include')).map((item) => ({
        paths: item.kind === 'scalar' ? [item.text] : texts(child(item, 'path')),
        projectDirectory: yaml_node_text(child(item, 'project_directory')),
        envFiles: texts(child(item, 'env_file')),
        at: item.at,
    }));
}
function texts(node) {
    return node?.kind === 'scalar' ? [node.text] : items(node).flatMap((item) => yaml_node_text(item) ?? []);
}

;// CONCATENATED MODULE: ./src/stack/compose/interpolate-tree.ts


/** Interpolates every value, not the keys; a changed scalar keeps the range it is written at. */
function interpolateTree(node, variables, problems, done = new Map()) {
    // Aliases share nodes: each is done once, so that its problems are told once.
    const known = done.get(node);
    if (known)
        return known;
    const result = interpolateNode(node, variables, problems, done);
    done.set(node, result);
    return result;
}
function interpolateNode(node, variables, problems, done) {
    if (node.kind === 'scalar')
        return node.text.includes('$') ? interpolateScalar(node, variables, problems) : node;
    if (node.kind === 'sequence') {
        return { ...node, items: node.items.map((item) => interpolateTree(item, variables, problems, done)) };
    }
    const entries = [...node.entries].map(([key, entry]) => [
        key,
        { key: entry.key, value: interpolateTree(entry.value, variables, problems, done) },
    ]);
    return { ...node, entries: new Map(entries) };
}
function interpolateScalar(node, variables, problems) {
    const { text, problems: found } = interpolate(node.text, variables);
    for (const problem of found)
        problems.push({ ...problem, at: placeIn(node, problem) });
    // Compose casts by what the field wants, so the text of a variable may become a number or a boolean.
    const value = text === '' ? '' : resolvePlain(text, 'v3');
    return { ...node, text, value };
}
/** The exact place where the text stands in the file as it reads; the whole scalar where quotes or folding changed it. */
function placeIn(node, { start, end }) {
    const offset = node.at.start + (node.style === 'quoted' ? 1 : 0);
    const written = node.at.file.text.slice(offset, offset + node.text.length);
    return written === node.text ? { file: node.at.file, start: offset + start, end: offset + end } : node.at;
}

;// CONCATENATED MODULE: ./src/stack/compose/relative-paths.ts

/**
 * A project of another directory with its relative paths made absolute, so that it can be merged into one that resolves them
 * elsewhere. Ranges stay. https://docs.docker.com/compose/how-tos/multiple-compose-files/include/
 */
function withAbsolutePaths(root, directory) {
    const file = onScalar((text) => (isRelative(text) ? (0,external_node_path_.resolve)(directory, text) : text));
    const context = onScalar((text) => (/^[a-z]+:|^git@/.test(text) ? text : (0,external_node_path_.resolve)(directory, text)));
    const service = onKeys({
        volumes: onItems(volumeRewrite(directory)),
        build: (node) => (node.kind === 'scalar' ? context(node) : onKeys({ context })(node)),
        env_file: (node) => node.kind === 'scalar' ? file(node) : onItems((item) => onKeys({ path: file })(file(item)))(node),
    });
    const definitions = onValues(onKeys({ file }));
    const rewritten = onKeys({ services: onValues(service), configs: definitions, secrets: definitions })(root);
    return rewritten.kind === 'mapping' ? rewritten : root;
}
function isRelative(path) {
    return !path.startsWith('/') && !path.startsWith('~') && !/^[A-Za-z]:[\\/]/.test(path);
}
/** Only a source that starts with a dot is a path; a bare name is a volume. */
function volumeRewrite(directory) {
    const source = onScalar((text) => (text.startsWith('.') ? (0,external_node_path_.resolve)(directory, text) : text));
    return (node) => {
        if (node.kind === 'mapping')
            return onKeys({ source })(node);
        return onScalar((text) => {
            const colon = text.indexOf(':');
            return text.startsWith('.') && colon > 0 ? (0,external_node_path_.resolve)(directory, text.slice(0, colon)) + text.slice(colon) : text;
        })(node);
    };
}
function onScalar(change) {
    return (node) => {
        if (node.kind !== 'scalar' || node.value === null)
            return node;
        const text = change(node.text);
        return text === node.text ? node : { ...node, text, value: text };
    };
}
function onItems(change) {
    return (node) => (node.kind === 'sequence' ? { ...node, items: node.items.map(change) } : node);
}
function onValues(change) {
    return (node) => mapEntries(node, (_, value) => change(value));
}
function onKeys(changes) {
    return (node) => mapEntries(node, (key, value) => changes[key]?.(value) ?? value);
}
function mapEntries(node, change) {
    if (node.kind !== 'mapping')
        return node;
    const entries = [...node.entries].map(([key, entry]) => [
        key,
        { key: entry.key, value: change(key, entry.value) },
    ]);
    return { ...node, entries: new Map(entries) };
}

;// CONCATENATED MODULE: ./src/stack/compose/resolve.ts












/** Computes what `docker compose config` does, without Docker. Undefined when there is no compose file. */
function resolveCompose(request, files) {
    const project = new Project(request, files);
    const found = { ...project.envFile(request.directory, request.envFiles), ...request.environment };
    const composeFiles = findComposeFiles(request.directory, request.composeFiles, found, files);
    const [first] = composeFiles;
    if (first === undefined)
        return undefined;
    const projectDirectory = (0,external_node_path_.dirname)(first);
    const variables = projectDirectory === request.directory
        ? found
        : { ...project.envFile(projectDirectory, request.envFiles), ...request.environment };
    const root = project.load(composeFiles, variables, []);
    const profiles = (variables['COMPOSE_PROFILES'] ?? '').split(',').filter((name) => name !== '');
    return { composeFiles, projectDirectory, root, profiles, sources: project.sources, problems: project.problems };
}
/** One resolution: reads files, and keeps what was read and what was wrong. */
class Project {
    request;
    files;
    sources = [];
    problems = [];
    constructor(request, files) {
        this.request = request;
        this.files = files;
    }
    /** The variables of the named env files, or of `.env`, which may be absent. */
    envFile(directory, named) {
        const paths = named.length > 0 ? named.map((path) => (0,external_node_path_.resolve)(directory, path)) : [(0,external_node_path_.join)(directory, '.env')];
        const variables = {};
        for (const path of paths) {
            const read = this.files.read(path);
            if (read.ok)
                Object.assign(variables, parseDotenv(read.text, this.request.environment));
            else if (named.length > 0 || read.reason !== 'missing') {
                this.problems.push(unreadable(this.request.displayPath(path), read.reason));
            }
        }
        return variables;
    }
    /** Files in merge order to one project; what they include stands below them. `chain` are the files on the way here. */
    load(paths, variables, chain) {
        const documents = paths.flatMap((path) => this.#documents(path).map((document) => {
            const root = this.#interpolate(document, variables);
            return root.kind === 'mapping' ? this.#extend(root, path, variables, chain) : root;
        }));
        const root = this.#merge(documents);
        const [first] = paths;
        if (first === undefined || !root.entries.has('include'))
            return root;
        const included = readIncludes(root).map((include) => this.#include(include, (0,external_node_path_.dirname)(first), variables, [...chain, ...paths]));
        return this.#merge([...included, root]);
    }
    #extend(root, path, variables, chain) {
        const circle = [...chain, path];
        return applyExtends(root, {
            report: (message, at) => {
                this.#report('compose/extends', message, at);
            },
            loadFile: (file, at) => this.#other([(0,external_node_path_.resolve)((0,external_node_path_.dirname)(path), file)], (0,external_node_path_.dirname)((0,external_node_path_.resolve)((0,external_node_path_.dirname)(path), file)), variables, circle, at),
        });
    }
    #include({ paths, projectDirectory, envFiles, at }, from, variables, chain) {
        const absolute = paths.map((path) => (0,external_node_path_.resolve)(from, path));
        const directory = projectDirectory === undefined ? (0,external_node_path_.dirname)(absolute[0] ?? from) : (0,external_node_path_.resolve)(from, projectDirectory);
        // The including project's variables win over the included one's own.
        const own = this.envFile(directory, envFiles.map((path) => (0,external_node_path_.resolve)(from, path)));
        return this.#other(absolute, directory, { ...own, ...variables }, chain, at) ?? emptyMapping(at);
    }
    /** Files of another directory; undefined when one of them leads back to itself. */
    #other(paths, directory, variables, chain, at) {
        const again = paths.find((path) => chain.filter((earlier) => earlier === path).length > 1);
        if (again !== undefined) {
            this.#report('compose/extends', `compose files lead back to "${this.request.displayPath(again)}"`, at);
            return undefined;
        }
        return withAbsolutePaths(this.load(paths, variables, [...chain, ...paths]), directory);
    }
    #report(code, message, at) {
        const help = 'mend the name of the service or file';
        this.problems.push({ code, severity: 'error', stage: 'load', message, location: locate(at), related: [], help });
    }
    #documents(path) {
        const shown = this.request.displayPath(path);
        const read = this.files.read(path);
        if (!read.ok) {
            this.problems.push(unreadable(shown, read.reason));
            return [];
        }
        const file = new SourceFile(shown, 'compose', read.text);
        if (!this.sources.some((source) => source.path === shown))
            this.sources.push(file);
        const { roots, problems } = parseYaml(file, 'v3');
        this.problems.push(...problems.map(syntaxFinding));
        return roots.filter((root) => root !== undefined);
    }
    #interpolate(document, variables) {
        const problems = [];
        const result = interpolateTree(document, variables, problems);
        this.problems.push(...problems.map(interpolationFinding));
        return result;
    }
    #merge(documents) {
        let merged;
        for (const document of documents)
            merged = merged ? (mergeNodes(merged, document) ?? merged) : document;
        const root = merged && withoutResets(merged);
        if (root?.kind === 'mapping')
            return root;
        const at = root?.at ?? { file: this.sources[0] ?? new SourceFile('', 'compose', ''), start: 0, end: 0 };
        if (root)
            this.problems.push(syntaxFinding({ message: 'a compose file must be a mapping', at }));
        return emptyMapping(at);
    }
}
function emptyMapping(at) {
    return { kind: 'mapping', entries: new Map(), at };
}
const KINDS = {
    syntax: {
        code: 'compose/interpolation',
        severity: 'error',
        help: 'write ${NAME} for a variable, $$ for a dollar sign',
    },
    required: {
        code: 'compose/interpolation',
        severity: 'error',
        help: 'set the variable in the shell or in the .env file',
    },
    unset: {
        code: 'compose/unset-variable',
        severity: 'warning',
        help: 'set the variable in the shell or in the .env file, or write a default',
    },
};
function interpolationFinding({ kind, message, at }) {
    return { ...KINDS[kind], stage: 'load', message, location: locate(at), related: [] };
}

;// CONCATENATED MODULE: ./src/model/duration.ts
const PROMETHEUS = /^(?:(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?|0)$/;
const UNIT_MS = [31_536_000_000, 604_800_000, 86_400_000, 3_600_000, 60_000, 1000, 1];
/**
 * Milliseconds of a Prometheus duration such as `1m30s`; undefined when it is none. Units go from large to small, each
 * once, integers only. Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/ (`<duration>`).
 */
function prometheusDurationMs(written) {
    const match = PROMETHEUS.exec(written);
    if (!match || written === '')
        return undefined;
    return UNIT_MS.reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
}

;// CONCATENATED MODULE: ./src/stack/prometheus-config.ts


const DEFAULT_INTERVAL_MS = 60_000;
const DEFAULT_TIMEOUT_MS = 10_000;
/**
 * Reads what the gate needs of a prometheus.yml and of the files of scrape jobs that it includes; values of the wrong type read
 * as their defaults, the schema reports them.
 */
function readPrometheusConfig(file, root, documents) {
    const scrapeIntervalMs = duration(child(root, 'global', 'scrape_interval')) ?? DEFAULT_INTERVAL_MS;
    const timeoutMs = duration(child(root, 'global', 'scrape_timeout')) ?? Math.min(DEFAULT_TIMEOUT_MS, scrapeIntervalMs);
    const roots = [root, ...documents.filter(({ kind }) => kind === 'scrape-configs').map((document) => document.root)];
    const jobs = roots.flatMap((one) => items(child(one, 'scrape_configs')));
    return { file, root, scrapeIntervalMs, jobs: jobs.flatMap((job) => readJob(job, scrapeIntervalMs, timeoutMs)) };
}
function duration(node) {
    const written = yaml_node_text(node);
    return written === undefined ? undefined : prometheusDurationMs(written);
}
function readJob(node, intervalMs, timeoutMs) {
    if (node.kind !== 'mapping')
        return [];
    const scrapeIntervalMs = duration(child(node, 'scrape_interval')) ?? intervalMs;
    return [
        {
            name: scalar(child(node, 'job_name'), '', node),
            node,
            metricsPath: scalar(child(node, 'metrics_path'), '/metrics', node),
            scheme: yaml_node_text(child(node, 'scheme')) ?? 'http',
            scrapeIntervalMs,
            scrapeTimeoutMs: duration(child(node, 'scrape_timeout')) ?? Math.min(timeoutMs, scrapeIntervalMs),
            staticTargets: items(child(node, 'static_configs')).flatMap((group) => items(child(group, 'targets')).flatMap((target) => {
                const value = yaml_node_text(target);
                return value === undefined ? [] : [{ value, at: target.at }];
            })),
            discoveries: entries(node).flatMap(([key]) => (key.endsWith('_sd_configs') ? [key] : [])),
            relabels: items(child(node, 'relabel_configs')).length > 0,
        },
    ];
}
function scalar(node, fallback, owner) {
    return { value: yaml_node_text(node) ?? fallback, at: node?.at ?? owner.at };
}

;// CONCATENATED MODULE: ./src/stack/port-mappings.ts

/** More ports than this in one range is no mapping that a stack would have. */
const LARGEST_RANGE = 1000;
const SHORT = /^(?:(?:(?<address>\[[^\]]*\]|[^:[\]]*):)?(?<host>[0-9-]*):)?(?<container>[0-9]+(?:-[0-9]+)?)(?:\/(?<protocol>[a-z]+))?$/;
/** The published TCP ports, short and long syntax. What is no valid port is left to the schema. */
function portMappings(node) {
    return items(node).flatMap((item) => (item.kind === 'mapping' ? longPort(item) : shortPort(yaml_node_text(item) ?? '', item)));
}
function longPort(node) {
    if ((yaml_node_text(child(node, 'protocol')) ?? 'tcp') !== 'tcp')
        return [];
    return pairs(yaml_node_text(child(node, 'target')) ?? '', yaml_node_text(child(node, 'published')) ?? '', node);
}
function shortPort(written, node) {
    const match = SHORT.exec(written)?.groups;
    if (!match || (match['protocol'] ?? 'tcp') !== 'tcp')
        return [];
    return pairs(match['container'] ?? '', match['host'] ?? '', node);
}
function pairs(container, host, node) {
    const containerPorts = portRange(container);
    const hostPorts = portRange(host);
    return containerPorts.map((containerPort, index) => ({
        containerPort,
        // A host range for one container port means "any of these": Docker picks.
        hostPort: hostPorts.length === containerPorts.length ? hostPorts[index] : undefined,
        at: node.at,
    }));
}
function portRange(written) {
    const [first, last] = written.split('-').map(Number);
    if (written === '' || first === undefined || Number.isNaN(first))
        return [];
    const count = Math.min(Math.max((last ?? first) - first + 1, 0), LARGEST_RANGE);
    return Array.from({ length: count }, (_, index) => first + index);
}
/** The container ports of `expose`, ranges expanded, TCP only. */
function exposedPorts(node) {
    return items(node).flatMap((item) => {
        const [ports, protocol] = (yaml_node_text(item) ?? '').split('/');
        if (protocol !== undefined && protocol !== 'tcp')
            return [];
        return portRange(ports ?? '').map((value) => ({ value, at: item.at }));
    });
}

;// CONCATENATED MODULE: ./src/stack/shell-words.ts

const WORD = /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|(\s+)|([^\s"'\\]+)/gs;
/** Splits a command as Compose does for its string form: quotes and backslashes, no expansion. */
function shellWords(command) {
    const words = [];
    let word;
    for (const [, double, single, escaped, space, plain] of command.matchAll(WORD)) {
        if (space !== undefined) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else {
            word = (word ?? '') + (double?.replaceAll(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? plain ?? '');
        }
    }
    if (word !== undefined)
        words.push(word);
    return words;
}
/** The words of `command` or `entrypoint`, in either form; words of a string share the range of the string. */
function commandWords(node) {
    if (node?.kind === 'scalar')
        return shellWords(node.text).map((value) => ({ value, at: node.at }));
    return items(node).flatMap((item) => (item.kind === 'scalar' ? [{ value: item.text, at: item.at }] : []));
}

;// CONCATENATED MODULE: ./src/stack/services.ts




/** Reads every service of a merged project, those of profiles that are off included. */
function readServices(root, directory) {
    return entries(child(root, 'services')).flatMap(([name, { key, value }]) => value.kind === 'mapping' ? [readService(name, key.at, value, root, directory)] : []);
}
function readService(name, at, node, root, directory) {
    return {
        name,
        at,
        node,
        image: located(child(node, 'image')),
        hasBuild: child(node, 'build') !== undefined,
        pullPolicy: yaml_node_text(child(node, 'pull_policy')),
        containerName: located(child(node, 'container_name')),
        entrypoint: commandWords(child(node, 'entrypoint')),
        command: commandWords(child(node, 'command')),
        networkMode: located(child(node, 'network_mode')),
        networks: networksOf(node),
        ports: portMappings(child(node, 'ports')),
        expose: exposedPorts(child(node, 'expose')),
        dependsOn: withImplied(dependenciesOf(child(node, 'depends_on')), node),
        healthcheck: healthcheckOf(node),
        mounts: mountsOf(node, root, directory),
        links: linksOf(child(node, 'links')),
        extraHosts: namesBeforeSeparator(child(node, 'extra_hosts')),
        restart: yaml_node_text(child(node, 'restart')) ?? 'no',
    };
}
function located(node) {
    const value = yaml_node_text(node);
    return value !== undefined && node ? { value, at: node.at } : undefined;
}
function networksOf(node) {
    const networks = child(node, 'networks');
    const named = new Map();
    for (const item of items(networks))
        named.set(yaml_node_text(item) ?? '', []);
    for (const [name, { value }] of entries(networks)) {
        named.set(name, items(child(value, 'aliases')).flatMap((alias) => yaml_node_text(alias) ?? []));
    }
    if (named.size === 0 && child(node, 'network_mode') === undefined)
        named.set('default', []);
    return named;
}
function dependenciesOf(node) {
    const short = items(node).map((item) => ({
        service: yaml_node_text(item) ?? '',
        condition: 'service_started',
        required: true,
        at: item.at,
    }));
    const long = entries(node).map(([service, { key, value }]) => ({
        service,
        condition: conditionOf(yaml_node_text(child(value, 'condition'))),
        required: yaml_node_text(child(value, 'required')) !== 'false',
        at: key.at,
    }));
    return [...short, ...long];
}
/** Whose namespaces, volumes or names a service uses has to be there first, as if it were in depends_on. */
function withImplied(written, node) {
    const namespaces = ['network_mode', 'ipc', 'pid', 'uts'].flatMap((key) => {
        const value = child(node, key);
        const service = /^service:(.+)$/.exec(yaml_node_text(value) ?? '')?.[1];
        return value && service !== undefined ? [{ service, at: value.at }] : [];
    });
    const lists = ['links', 'volumes_from'].flatMap((key) => items(child(node, key)).flatMap((item) => {
        const [service] = (yaml_node_text(item) ?? '').split(':');
        return service && service !== 'container' ? [{ service, at: item.at }] : [];
    }));
    const implied = [...namespaces, ...lists].filter(({ service }) => !written.some((one) => one.service === service));
    return [...written, ...implied.map((one) => ({ ...one, condition: 'service_started', required: true }))];
}
function conditionOf(written) {
    return written === 'service_healthy' || written === 'service_completed_successfully' ? written : 'service_started';
}
function healthcheckOf(node) {
    const healthcheck = child(node, 'healthcheck');
    if (!healthcheck)
        return undefined;
    const test = child(healthcheck, 'test');
    const words = test?.kind === 'scalar' ? ['CMD-SHELL', test.text] : items(test).flatMap((item) => yaml_node_text(item) ?? []);
    return {
        disabled: yaml_node_text(child(healthcheck, 'disable')) === 'true' || words[0] === 'NONE',
        test: words,
        at: test?.at ?? keyRange(node, 'healthcheck') ?? healthcheck.at,
    };
}
function linksOf(node) {
    return new Map(items(node).flatMap((item) => {
        const [service, alias] = (yaml_node_text(item) ?? '').split(':');
        return service ? [[alias ?? service, service]] : [];
    }));
}
/** Host names of `extra_hosts`: a list of `NAME:IP` or `NAME=IP`, or a mapping. */
function namesBeforeSeparator(node) {
    const list = items(node).flatMap((item) => (yaml_node_text(item) ?? '').split(/[:=]/, 1));
    return [...list, ...entries(node).map(([name]) => name)];
}
/** Whether a service takes part: it has no profile, or one of its profiles is on. `*` turns all on. */
function isActive(service, profiles) {
    const own = items(child(service.node, 'profiles')).flatMap((item) => yaml_node_text(item) ?? []);
    return own.length === 0 || profiles.includes('*') || own.some((profile) => profiles.includes(profile));
}
/** The whole command line of a service as far as the compose file writes it. */
function commandLine(service) {
    return [...service.entrypoint, ...service.command].flatMap((word) => 
    // `sh -c "prometheus --flag"` hides the flags in one word.
    word.value.includes(' ') ? shellWords(word.value).map((value) => ({ value, at: word.at })) : [word]);
}

;// CONCATENATED MODULE: ./src/stack/prometheus-service.ts

const DEFAULT_CONFIG = '/etc/prometheus/prometheus.yml';
const DEFAULT_PORT = 9090;
/** The name of an image without registry, organisation, tag and digest. */
function imageName(image) {
    return (image.split('@')[0] ?? '').replace(/:[^/]*$/, '').replace(/^.*\//, '');
}
/** How much a service looks like the Prometheus server, by image, command, mounts, name; 0 is not at all. */
function likeness(service) {
    let score = 0;
    if (imageName(service.image?.value ?? '') === 'prometheus')
        score += 8;
    if (service.mounts.some((mount) => mount.target === DEFAULT_CONFIG))
        score += 8;
    if (service.mounts.some((mount) => mount.target === '/etc/prometheus'))
        score += 4;
    const words = commandLine(service).map(({ value }) => value);
    if (words.some((word) => word.startsWith('--storage.tsdb.') || word.startsWith('--web.enable-lifecycle')))
        score += 4;
    if (score > 0 && service.name === 'prometheus')
        score += 1;
    return score;
}
/** The service that is the Prometheus server: the named one, or the one that looks most like it. */
function findPrometheus(services, named) {
    if (named !== undefined)
        return services.find((service) => service.name === named);
    let best;
    for (const service of services)
        if (likeness(service) > (best ? likeness(best) : 0))
            best = service;
    return best;
}
/** The value of `--NAME=VALUE`, `--NAME VALUE` or with one dash, and where it stands. */
function flag(service, name) {
    const words = commandLine(service);
    for (const [index, word] of words.entries()) {
        const match = new RegExp(`^--?${name.replaceAll('.', '\\.')}(?:=(.*))?$`, 's').exec(word.value);
        if (!match)
            continue;
        if (match[1] !== undefined)
            return { value: match[1], at: word.at };
        const next = words[index + 1];
        if (next)
            return next;
    }
    return undefined;
}
/** What the command line says about the server; defaults are those of the official image. */
function describePrometheus(service) {
    const listen = flag(service, 'web.listen-address')?.value;
    const port = Number(/:(\d+)$/.exec(listen ?? '')?.[1] ?? DEFAULT_PORT);
    return {
        version: { ...versionOf(service.image?.value ?? ''), features: features(service) },
        port,
        routePrefix: routePrefix(flag(service, 'web.route-prefix')?.value, flag(service, 'web.external-url')?.value),
        configPath: flag(service, 'config.file') ?? { value: DEFAULT_CONFIG, at: service.image?.at ?? service.at },
    };
}
/** Every value of `--enable-feature`, which may come several times and list several. */
function features(service) {
    return commandLine(service).flatMap(({ value }, index, words) => {
        const match = /^--?enable-feature(?:=(.*))?$/.exec(value);
        return match ? (match[1] ?? words[index + 1]?.value ?? '').split(',') : [];
    });
}
/** By the image's tag; a tag that does not tell means the newest. */
function versionOf(image) {
    const tag = /:(?:v|release-)?(\d+)(?:\.(\d+))?(?:[.-].*)?$/.exec(image.split('@')[0] ?? '');
    // A number such as a date or a build is no version of Prometheus.
    if (tag?.[1] !== '2' && tag?.[1] !== '3')
        return { major: 3 };
    return { major: Number(tag[1]), minor: tag[2] === undefined ? undefined : Number(tag[2]) };
}
/** The route prefix defaults to the path of the external URL. */
function routePrefix(prefix, externalUrl) {
    const path = prefix ?? (externalUrl === undefined ? '' : externalUrl.replace(/^[a-z]+:\/\/[^/]*/i, ''));
    const trimmed = path.replace(/\/+$/, '');
    return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

;// CONCATENATED MODULE: ./src/stack/load-stack.ts









/** Loads a stack from its compose files on. Undefined when the directory has no compose file; never throws on bad input. */
function loadStack(request, files) {
    const compose = resolveCompose(request, files);
    if (!compose)
        return undefined;
    const all = readServices(compose.root, compose.projectDirectory);
    const profiles = request.profiles.length > 0 ? request.profiles : compose.profiles;
    const services = all.filter((service) => isActive(service, profiles));
    const reader = new FileReader(files, request.displayPath);
    const service = findPrometheus(services, request.prometheusService);
    const prometheus = service ? loadPrometheus(service, reader) : undefined;
    return {
        directory: compose.projectDirectory,
        files: [...compose.sources, ...reader.sources],
        project: {
            composeFiles: compose.composeFiles,
            root: compose.root,
            profiles,
            services,
            inactive: all.filter((candidate) => !services.includes(candidate)),
        },
        prometheus: prometheus?.instance,
        documents: prometheus?.documents ?? [],
        problems: [...compose.problems, ...reader.problems],
    };
}
/** The server with its configuration, and every file that belongs to it. */
function loadPrometheus(service, reader) {
    const described = describePrometheus(service);
    const containerPath = external_node_path_.posix.resolve('/', described.configPath.value);
    const loaded = loadConfig(service, containerPath, reader);
    const place = { containerPath, mounts: service.mounts, service: service.name };
    const documents = loaded ? prometheusDocuments(loaded, place, described.version, reader) : [];
    const config = loaded && readPrometheusConfig(loaded.file, rootOf(loaded), documents);
    return { instance: { service, ...described, config }, documents };
}
/** An empty file is an empty configuration, which Prometheus accepts; one that cannot be parsed has its finding. */
function rootOf({ file, root }) {
    return root ?? { kind: 'mapping', entries: new Map(), at: { file, start: 0, end: 0 } };
}
/** The configuration file as the container sees it: from a bind mount or an inline config. */
function loadConfig(service, containerPath, reader) {
    const mounted = mountFor(service.mounts, containerPath);
    if (mounted?.mount.kind === 'content')
        return reader.parse(inlineSource(mounted.mount), 'v2');
    if (mounted?.hostPath === undefined)
        return undefined;
    return reader.yaml(mounted.hostPath, 'prometheus', 'v2', mounted.mount.at);
}
/** The text of an inline config as a source whose positions are those of the compose file. */
function inlineSource({ source, at, contentAt = at }) {
    const { file, start } = contentAt;
    // A block scalar's range begins with its first line; its own indentation is no part of its text.
    const indent = /^ */.exec(file.text.slice(start))?.[0].length ?? 0;
    const { line, column } = file.position(start);
    return new SourceFile(file.path, 'prometheus', source, { line, column: column + indent });
}

;// CONCATENATED MODULE: ./src/rules/alerting/duplicate-group.ts


/** Two groups of one name in a rule file. */
const rule = {
    scope: 'document',
    kinds: ['rules'],
    code: 'alerting/duplicate-group',
    severity: 'error',
    summary: 'two groups of a rule file have the same name',
    why: 'Prometheus refuses a rule file in which two groups have the same name.',
    remedy: 'give each group a name of its own, or join the two',
    check({ root }) {
        const first = new Map();
        return items(child(root, 'groups')).flatMap((group) => {
            const name = child(group, 'name');
            const written = yaml_node_text(name);
            if (!name || written === undefined)
                return [];
            const earlier = first.get(written);
            if (!earlier) {
                first.set(written, name);
                return [];
            }
            return [
                {
                    message: `group "${written}" is already defined on line ${String(locate(earlier.at).start.line)}`,
                    at: name.at,
                    related: [{ message: 'first defined here', at: earlier.at }],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/alerting/duplicate-rule.ts



/** Two rules that give the same series. */
const duplicate_rule_rule = {
    scope: 'document',
    kinds: ['prometheus', 'rules'],
    code: 'alerting/duplicate-rule',
    severity: 'warning',
    summary: 'two rules have the same name and labels',
    why: 'Two rules that give the same series overwrite each other, so that what is recorded, or whether an alert fires, is a matter of chance.',
    remedy: 'remove one of the two rules, or tell them apart by a label',
    check: (document) => document.kind === 'rules'
        ? repeated([document])
        : repeated(document.included.filter(({ kind }) => kind === 'rules')).filter(({ at, related }) => related?.[0]?.at.file !== at?.file),
};
/** Each rule that came before, in the order of the files. */
function repeated(documents) {
    const first = new Map();
    return documents
        .flatMap((document) => mappingsOf(document, 'rule'))
        .flatMap(({ node }) => {
        const kind = child(node, 'alert') ? 'alert' : 'record';
        const name = yaml_node_text(child(node, kind));
        if (name === undefined)
            return [];
        const labels = entries(child(node, 'labels')).map(([key, { value }]) => [key, yaml_node_text(value) ?? '']);
        // Alerts of one name usually differ in their expression, as for two thresholds.
        const expr = kind === 'alert' ? (yaml_node_text(child(node, 'expr')) ?? '') : '';
        const key = JSON.stringify([kind, name, expr, labels.sort()]);
        const earlier = first.get(key);
        if (!earlier) {
            first.set(key, node);
            return [];
        }
        const { file, start } = locate(earlier.at);
        return [
            {
                message: `${kind === 'alert' ? 'alert' : 'recording rule'} "${name}" with the same labels is already in ${file}, line ${String(start.line)}`,
                at: child(node, kind)?.at ?? node.at,
                related: [{ message: 'first written here', at: keyRange(earlier, kind) ?? earlier.at }],
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/rules/duration-problems.ts



/** Every duration of a document that Prometheus cannot read. */
function durationProblems(document) {
    return valuesOf(document, 'duration').flatMap((value) => {
        const written = yaml_node_text(value.node);
        if (written === undefined || prometheusDurationMs(written) !== undefined)
            return [];
        return [
            {
                message: `${nameOf(value)} is "${written}", expected a duration such as 15s or 1m30s`,
                at: value.node.at,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/rules/alerting/invalid-duration.ts

/** Durations in rule files that Prometheus cannot read. */
const invalid_duration_rule = {
    scope: 'document',
    kinds: ['rules', 'rule-tests'],
    code: 'alerting/invalid-duration',
    severity: 'error',
    summary: 'a duration in a rule file that Prometheus cannot read',
    why: 'A Prometheus duration is whole numbers with units, from large to small: 1h30m, 15s, 500ms. Prometheus refuses a rule file with anything else.',
    remedy: 'write whole numbers with units from large to small, such as 5m or 1h30m',
    check: durationProblems,
};

;// CONCATENATED MODULE: ./node_modules/re2js/build/index.js
/*!
* re2js
* RE2JS is the JavaScript port of RE2, a regular expression engine that provides linear time matching
*
* @version v2.10.0
* @author Oleksii Vasyliev
* @homepage https://github.com/le0pard/re2js#readme
* @repository [object Object]
* @license MIT
*/
// src/RE2Flags.js
var RE2Flags = class RE2Flags {
	static FOLD_CASE = 1;
	static LITERAL = 2;
	static CLASS_NL = 4;
	static DOT_NL = 8;
	static ONE_LINE = 16;
	static NON_GREEDY = 32;
	static PERL_X = 64;
	static UNICODE_GROUPS = 128;
	static WAS_DOLLAR = 256;
	static LOOKBEHIND = 512;
	static MATCH_NL = RE2Flags.CLASS_NL | RE2Flags.DOT_NL;
	static PERL = RE2Flags.CLASS_NL | RE2Flags.ONE_LINE | RE2Flags.PERL_X | RE2Flags.UNICODE_GROUPS;
	static POSIX = 0;
	static UNANCHORED = 0;
	static ANCHOR_START = 1;
	static ANCHOR_BOTH = 2;
};
// src/PublicFlags.js
/**
* Public flags for RE2JS and RE2Set compilation.
*/
const PublicFlags = {
	CASE_INSENSITIVE: 1,
	DOTALL: 2,
	MULTILINE: 4,
	DISABLE_UNICODE_GROUPS: 8,
	LONGEST_MATCH: 16,
	LOOKBEHINDS: 512
};
// src/Codepoint.js
/**
* Various constants and helper for unicode codepoints.
*/
const ASCII_SIZE = 128;
const ASCII_TO_UPPER = new Int32Array(ASCII_SIZE);
const ASCII_TO_LOWER = new Int32Array(ASCII_SIZE);
const MAX_BMP = 65535;
for (let i = 0; i < ASCII_SIZE; i++) {
	if (i >= 97 && i <= 122) ASCII_TO_UPPER[i] = i - 32;
	else ASCII_TO_UPPER[i] = i;
	if (i >= 65 && i <= 90) ASCII_TO_LOWER[i] = i + 32;
	else ASCII_TO_LOWER[i] = i;
}
var Codepoint = class {
	static CODES = Object.freeze({
		"\x07": 7,
		"\b": 8,
		"	": 9,
		"\n": 10,
		"\v": 11,
		"\f": 12,
		"\r": 13,
		" ": 32,
		"\"": 34,
		$: 36,
		"&": 38,
		"'": 39,
		"(": 40,
		")": 41,
		"*": 42,
		"+": 43,
		"-": 45,
		".": 46,
		0: 48,
		1: 49,
		2: 50,
		3: 51,
		4: 52,
		5: 53,
		6: 54,
		7: 55,
		8: 56,
		9: 57,
		":": 58,
		"<": 60,
		">": 62,
		"?": 63,
		A: 65,
		B: 66,
		C: 67,
		F: 70,
		P: 80,
		Q: 81,
		U: 85,
		Z: 90,
		"[": 91,
		"\\": 92,
		"]": 93,
		"^": 94,
		_: 95,
		"`": 96,
		a: 97,
		b: 98,
		f: 102,
		i: 105,
		m: 109,
		n: 110,
		r: 114,
		s: 115,
		t: 116,
		v: 118,
		x: 120,
		z: 122,
		"{": 123,
		"|": 124,
		"}": 125
	});
	static toUpperCase(codepoint) {
		if (codepoint < ASCII_SIZE) return ASCII_TO_UPPER[codepoint];
		const s = String.fromCodePoint(codepoint).toUpperCase();
		const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (s.length > expectedLen) return codepoint;
		const sOrigin = String.fromCodePoint(s.codePointAt(0)).toLowerCase();
		const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
		return s.codePointAt(0);
	}
	static toLowerCase(codepoint) {
		if (codepoint < ASCII_SIZE) return ASCII_TO_LOWER[codepoint];
		const s = String.fromCodePoint(codepoint).toLowerCase();
		const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (s.length > expectedLen) return codepoint;
		const sOrigin = String.fromCodePoint(s.codePointAt(0)).toUpperCase();
		const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
		return s.codePointAt(0);
	}
};
// src/UnicodeRangeTable.js
var UnicodeRangeTable = class {
	/**
	* @param {Uint32Array | number[]} data
	* @param {boolean} isStride1
	*/
	constructor(data, isStride1 = false) {
		this.data = data;
		this.isStride1 = isStride1;
		this.SIZE = isStride1 ? 2 : 3;
	}
	getLo(index) {
		return this.data[index * this.SIZE];
	}
	getHi(index) {
		return this.data[index * this.SIZE + 1];
	}
	getStride(index) {
		return this.isStride1 ? 1 : this.data[index * this.SIZE + 2];
	}
	get length() {
		return this.data.length / this.SIZE;
	}
};
// src/UnicodeTables.js
const B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
const B64_MAP = /* @__PURE__ */ new Uint8Array(256);
for (let i = 0; i < 64; i++) B64_MAP[B64.charCodeAt(i)] = i;
const decodeVLQ = (str) => {
	const res = [];
	let value = 0;
	let shift = 0;
	for (let i = 0; i < str.length; i++) {
		const digit = B64_MAP[str.charCodeAt(i)];
		value |= (digit & 31) << shift;
		if ((digit & 32) === 0) {
			res.push(value);
			value = 0;
			shift = 0;
		} else shift += 5;
	}
	return res;
};
const decodeRanges = (str, isStride1) => {
	const res = decodeVLQ(str);
	const numRanges = isStride1 ? res.length / 2 : res.length / 3;
	const out = new Uint32Array(numRanges * 3);
	let current = 0;
	let resIdx = 0;
	for (let i = 0; i < numRanges; i++) {
		current += res[resIdx++];
		out[i * 3] = current;
		current += res[resIdx++];
		out[i * 3 + 1] = current;
		out[i * 3 + 2] = isStride1 ? 1 : res[resIdx++];
	}
	return out;
};
const decodeOrbit = (str) => {
	const res = decodeVLQ(str);
	const map = /* @__PURE__ */ new Map();
	let currentKey = 0;
	for (let i = 0; i < res.length; i += 2) {
		currentKey += res[i];
		const zz = res[i + 1];
		const delta = zz >>> 1 ^ -(zz & 1);
		map.set(currentKey, currentKey + delta);
	}
	return map;
};
var LazyMap = class {
	constructor(initializer) {
		this.initializer = initializer;
		this.cache = /* @__PURE__ */ new Map();
	}
	has(key) {
		return Object.hasOwn(this.initializer, key);
	}
	get(key) {
		if (this.cache.has(key)) return this.cache.get(key);
		const val = this.has(key) ? this.initializer[key]() : null;
		this.cache.set(key, val);
		return val;
	}
};
var UnicodeTables = class {
	static _CASE_ORBIT = null;
	static get CASE_ORBIT() {
		if (!this._CASE_ORBIT) this._CASE_ORBIT = decodeOrbit("rCgCIgCY+rQI4QiCuuBLgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCCgCBgCBgCBgCBgCBgCBgCB+7OB-BB-BB-BB-BB-BBskQB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BC-BB-BB-BB-BB-BB-BB-BByHBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBxHBCBBBCBBBCBBB3SBmMBkNBCBBBCBBB8MBCBBB6MB6MBCBBC+EB0MB2MBCBBB6MB+MBiGBmNBiNBCBBBmKBikzCBmNBqNBkIBsNBCBBBCBBBCBBB0NBCBBB0NDCBBB0NBCBBByNByNBCBBBCBBB2NBCBBDCBBCwDFCBCBDBCBCBDBCBCBDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB9EBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBCBDBCBBBhGBvDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBjICCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBH2iVBCBBBlKBwiVB+jVB+jVBCBBBlMBqEBuEBCBBBCBBBCBBBCBBBCBBB+hVB4hVB8hVBjNB7MC5MB5MCzMC1MB+0yCE5MB20yCC9MBu2yCBwyyCBo0yCChNBlNBo0yCBu-UBi0yCDlNC6-UBpNDrNIu+UDzNCm0yCBzNE0yyCBzNBpEBxNBxNBtEG1NLqxyCBkxyCnFoFrBCBBBCBBDCBBEkIBkIBkICoHHsCCqCBqCBqCCgEC+DB+DBmkOBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCC+BBgCBgCBgCBgCBgCBgCBgCBgCBrCBpCBpCBpCBmjOB-BB8BB-BB-BBgEB-BB-BByBBqgOBsDB-BBtwBB-BB-BB-BBsBBgDBCB-BB-BB-BBeB-BB-BB61OB-BB-BB-DB9DB9DBQB7DBmCE9CBrDBPBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBrFB-EBOBnHB3FB-FCCBBBNBCBBCjIBjIBjIBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB8kMB-BB6kMB-BB-BB-BB-BB-BB-BB-BB-BB-BBokMB-BB-BBkkMBkkMB-BB-BB-BB-BB-BB-BB-BB4jMB-BB-BB-BB-BB-BB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EBCBBBCBoiMBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBJCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBeBCBBBCBBBCBBBCBBBCBBBCBBBCBBBdBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDL-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-C64CgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOCgmOGgmODg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FDg8FBg8FBg8FhVg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBQBQBQBQBQBQDPBPBPBPBPBPjkC7mMB5mMBnmMBjmMBCBlmMB3lMBpiMBk8kCBCBBG-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FD-7FB-7FB-7F6FoglCEsuHRwjlCyDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCB0DBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBG1DD97OCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPEQCQCQCQCPCPCPCPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPB0EB0EBsFBsFBsFBsFBoGBoGBgIBgIBgHBgHB8HB8HDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQCSFPBPBzEBzEBRCxnOFSFrFBrFBrFBrFBREQBQClkOFPBPBnGBnGFQBQCljOCODPBPB-GB-GBNHSF-HB-HB7HB7HBRqJ53OE9tQBrmQH4Bc3BSgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfECBByZ0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzB34BgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CBCBBBt-UBruHBt+UB1iVBviVBCBBBCBBBCBBB3hVB5-UB9hVB7hVCCBBCCBBI9jVB9jVBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBICBBBCBBECBBN-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOC-lOG-lOzoeCBBBCBBBCBBBCBBBCBBBCBl8kCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBTCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBnECBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBKCBBBCBBBnglCBCBBBCBBBCBBBCBBBCBBECBBBvyyCDCBBBCBBBgDCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBn0yCB90yCB10yCBh0yCBn0yCCjxyCBzyyCBpxyCBg6BBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB-CBl0yCBvjlCBCBBBCBBBt2yCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBhkzCZCBB9a-5Bd-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCm6TCBB7gBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCH-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BmlBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvChDwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCFvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvC1DuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCCuCBuCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCCtCBtCk2BgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEO-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-D+CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCL-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-B74CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhrVgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BD1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BtxekCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjC");
		return this._CASE_ORBIT;
	}
	static _Print = null;
	static get Print() {
		if (!this._Print) this._Print = new UnicodeRangeTable(decodeRanges("hB9CBjBLBCpWBDFBFGBCCCBSBCsMBClBBDxBBDCBC2BBJaBFFBSVBC-FBCvBBD6BBDkDBP6BBDwBBDOBCbBDCCBJBGfBIqCBCgFBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYBDCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPBLCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGBCCBCHBDBBDVBCGBCBBCEBDIBDBBDCBICBFBBCEBDRBLBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBGMBCCBCWBCPBDIBCCBCDBIBBCCBCBBDDBDJBIVBCCBCWBCJBCEBDIBCCBCDBIBBGCBCDBDJBCCBNMBCCBCyBBCCBCFBFPBDZBCCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBN5BBFcBmBBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDBhBnCBCjBBFmBBCjBBCOBCMBmBlGBCGGD4LBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBH1CBDFBD-TBCbBE4CBIVBKXBKTBNMBCCBCBBN9CBDJBHJBHNBCKBH4CBIqBBGlCBLeBCLBFLBFEEBoBBDEBMrBBFZBHKBE9BBDgCBCcBDKBHJBHNBDtBBDLBVsCBClFBJ7BBEOBE9BBGqBBDKBJqBBG1QBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBSXBJuBBSBBDaBCMBEhBBPgBBQrEBF5UBXKBWz4BBD9LBGsBBCGGD3BBIBBPXBKGBCGBCGBCGBCGBCGBCGBCGBC9DBjBZBC4CBN1GBbPBC+BBC1CBDmDBGqBBC9CBC1CBKvBBCszcBE2BBK7KBV3FBJ8GBV7BBEJBH3BBJlCBJLBHzDBMdBEtCBCKBFgBBC2BBKNBDJBDmDBZbBLFBDFBDFBKGBCGBC7BBF9DBDJBHj9KBNWBFwBBloItLBDpDBnBGBNEBGZBCEBCCCBCCBCCBoUBhBpBBHyBBCSBCDBFEBCmEBF9FBEFBDFBDFBDCBEGBCGBOBBDLBCZBCSBCBBCOBDNBjB6DBGCBFsBBE3CBCMBEwBwBBsBBjEcBEwBBQbBFjBBKdBGqBBGdBCkBBFNBrB9EBDJBHjBBFjBBFnBBJzBBMLBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBCnCBJIBxBSBCBBGgBBEaBGaBnB3BBFTBDxBBCBBGHBCCBCcBDCBFJBIIBI-BBhBmBBFLBK1BBEcBDaBGZBIDBNGBxCoCB4ByBBOyBBItBBJJBHlBBEcBJBBxGeBCpBBCCBDBBRFBJIBiBtBBJpBBXZBnBbBVWBKtCBFjBBK9BBCEBOYBIJBH0BBCRBJmBBK-CBCTBMRBCuBB-BGBCCCBCBCOBCKBH6BBGJBHDBCHBDBBDVBCGBCBBCEBCJBDBBDCBDHHGGBDGBEEBMJBCDDClBBCJBCDDCDBCJBCBBJBBe7CBCEBfnCBJJBnF1BBDlBBjBkCBMJBHMBU5BBHJBHTBdaBDOBFWB6F7BBlDyCBNHBDDDBGBCBBCdBCBBDLBKJBnCHBDtBBDKBcnCBJyCBOoCBIJB3CHB5ChBBPJBHIBCsBBCNBLcBEfBDVBCNBqCGBCBBCrBBECCBCCBHBJJBHFBCBBCkBBCBBCFBIJBHrBBFJB3HYBIQBCoBBEcB2CQQBwBBO6cBnDuDBCEBMjGBtyCiDBOvhBBRVBL68DBGmSB61G5BBn2B4RBIeBCJBFwCBCJBHdBDFBLlCBLJBCGBCUBGSBxN5BBnG6CBGYBDYBtBqCBF4BBIQBhCEBMGBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBDDBh7D8HBEzNBHWBQQBQtBBDWBKzDB9B1HBLmBBDpCBJvDBWlCB7DTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBD9VBQEBCOBxiBeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBENBDJBFBBhKeBS5BBGxOxOBoBB3GqBBFhGhGBdBCVBJBBhHGBCDBCBBCOBCkGBDPBqBrCBFJBFBByYjCBtC8BBjGDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBBvIrBBFjDBNOBDOBCOBCkBBLtFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBmgB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIBnkzVvHB", false));
		return this._Print;
	}
	static CATEGORIES = new LazyMap({
		C: () => new UnicodeRangeTable(decodeRanges("AfBgDgBBOrWrWBHHBCBICCVuMuMnBBBzBBBE4B4BBGBcDBHQBXhGhGxBBB8BBBmDNB8BBByBBBQddBCCMEBhBGBsCiFiFJBBDBBXIICCBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBPMMBEB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKMMBDBbEByBPBDBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCB-FCBHBBHBBHBBECBIIIBLBDBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIB-BGGBLBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMBxhBPBXJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBF-6DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBrCHBxDUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIlkzVBxHvw-FB", false)),
		Cc: () => new UnicodeRangeTable(decodeRanges("AfgDgB", true)),
		Cf: () => new UnicodeRangeTable(decodeRanges("tFzqBzqBBEBXhGhGyBhMhMBxCxCs5D9-B9-BBDBbEByBEBCJBw03B6H6HBBBimEQQj7IPBhjiBDBwmFHBn0rYffB+CB", false)),
		Cn: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBDBvzIBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-BB---BBB---BBB", false)),
		Co: () => new UnicodeRangeTable(decodeRanges("gg4B-nGh4hc9--BD9--B", true)),
		Cs: () => new UnicodeRangeTable(decodeRanges("gg2B--B", true)),
		L: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICCiEEBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoCaBFDBuBqBBkBBBCiDBCQQBIIBLLBBBDRRCdBe4CBMZZBfBKBBFGGBUBFKKEYYBXBIKBGXBCGBRpBB7B1BBETTIJBQPBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNGB7BBBCCCBDBCXBCCCBIBCBBKDDBDBCWWBCBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNSSBkBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBkBFFkC4CBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBzC+C+CBtBBSHB3BdBOBBLrBBbjBBqBCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBhC1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBF1B1BB8zC8zCBjHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBxC2O2OBrBrBBDBGBBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBReBDlCByBIBDmDBDxCBVQBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBdRRBDBCJBLEBCoBBYCBCHBVWBEEEBwBBCEEBDDBDBDCCZCBDKBICBNFBDFBDFBKGBCGBCqBBCNBHyDBej9KBNWBFwBBloItLBDpDBnBGBNEBGCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBxB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOjBBnBbBKWB7HpBBHBBRFB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB1D-BBgBHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBqBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBGjCjCBLBhCBBCPPBNNB0mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBn7F0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFBmI9BBzEsBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCCBCBBCGBDEBKBBhHGBCDBCBBCOBCkGB8BjCBI1lB1lBBCBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		LC: () => new UnicodeRangeTable(decodeRanges("hCZBHZB7BLLBVBCeBCiGBCDBFvGBDZBhGDBDBBECBCHHCCBCCCBSBCyCBCqEBJlFBClBBKoBB44ClBBCGGDqBBDCBhV1CBDFBjkCKBGqBBDCBhCrBBgCMBChBBmD1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGBmIFFDJBCEEBDBHGCBCBCFBFDDBCBGEBF1B1BB8zC8zCB6DBDmDBHDBEBBNlBBCGGzoetBBTbBnEtCBCWBEDBCsCBZBBE2Z2ZBpBBGIBIvCBh6TGBNEBqgBZBHZBmlBvCBhDjBBFjBB1DKBCOBCGBCBBCKBCOBCGBCBBk2ByBBOyBB+CVBLVB74C-BBhrV-BBhBYBDYBtpZ0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BJBCTBHFB2uCjCB", false)),
		Ll: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDZBiGCCEEEBBBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBDCB5XFBjkCIBC2D2DBqBBgCMBChBBnD0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBBzIEEBEEcKFDBBJDBF2B2Bs1CvBBCEEBGCFCCBCCBEBGiDCBIICFFNlBBCGG0oesBCUaCoEMCBBBC+BCBGBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCbEE2ZqBBGIBIvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFB4vChBB", false)),
		Lm: () => new UnicodeRangeTable(decodeRanges("wVRBFLBPEBICCmEGG-OnHnHlFBBuIBBFgBgBKEEhFoFoF1mBgEgE2R72B72BsDkTkTxOFBvF+BBOjBjBBjBByVOORMBg-CBByHgGgG2OsBsBBDBGiDiDB+C+CBBB34bjnBjnBBEBvIzDzDdBB6DIBxCYYpDDBEBB2OXXqEtDtDWBBoDDBKngVngVuBBBh-BFBCpBBCIB0sBhBhB2K04D04DnrTDB9PCBpBBBnRMBhCBBCPPB9-P9-PBCBCGBCBByhM9BBqGGBud0Q0QsSAB", false)),
		Lo: () => new UnicodeRangeTable(decodeRanges("qFQQhIFFBCBxGBB7ZaBFDBuBfBCJBkBBBCiDBCZZBLLBBBDRRCdBe4CBMZZBfBWVBrBYBIKBGXBCGBRoBB8B1BBETTIJBROBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNFB8BBBCCCBDBCXBCCCBIBCBBKDDBDBYDBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNyDyDBnKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPByDrTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBpBkCkCBhBBC0BBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBxFuBBSHB3BdBOBBLrBBbjBBqBCBLdByDDBCFBCBBE7hB7hBBCB4-C3BBZWBKGBCGBCGBCGBCGBCGBCGBCGBoR2B2BF1CBJCCB4CBFGGBpBBC9CBSfBxBPBhQ-tGBhC0wUBC2jBBkCnBBJrIBFPBLBBjCyByBBkCBqFoDoDEGBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBuBEBDIBLEBCoBBYCBCHBVPBCFBEEEBwBBCEEBDDBDBDCCZBBEKBIPPBEBDFBDFBKGBCGByEiBBej9KBNWBFwBBloItLBDpDBkCCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBqDJBCsBBDeBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBhEtCBjDnBBJzBB9CzBBN2JBKVBLHB5EFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4FjBBnBDBCxJxJBoBBHBBRCBCBB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB0GHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBnBBCBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBB0BUBGSB0NnBB2MqCBGwFwFB0mHBqBfBiDyDBuwIiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBxzI2P2PBrBBiBiKiKBcBTrBBlPaBmHdBDwGwGBdBCCBCBBCGBDEBKiHiHBFBCDBCBBCOBCkGB8pBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Lt: () => new UnicodeRangeTable(decodeRanges("lOGDnB2sH2sHBGBJHBJHBNQQwBAB", false)),
		Lu: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBG+B+B9zCvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBB", false)),
		M: () => new UnicodeRangeTable(decodeRanges("gYvDB0IGBoIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCgBB3BCBCRBCGBLBBeCB5BCCBFBDBBDCBKLLBbbDCB5BCCBDBFBBDCBEffBEEMCB5BCCBGBCCBCCBVBBXFBCCB5BCCBFBDBBDCBICBLBBf8B8BBDBECBCDBKpBpBBDB4BCCBFBCCBCDBIBBMBBeCB5BCCBFBCCBCDBIBBMBBQNNBCB4BBBCGBCCBCDBKLLBeeBBBnCFFBEBCCCBGBTBB+BDDBFBNHBjDDDBHBMGBqCBBcECFBByBTBCBBGKBCjBBKlDlDBSBYDBFCBCCBDGBEDBOLBCLLBCBgWCBzdDBdCBeBBfBBhCfBKuBuBBBBC2D2DBjBjB3DLBFLB8GEB6BJBCcBDxBxBBsBBDLBVEBwBQBnBIBNCBfMB5BNBxBTB5ECBCUBFHHDCBnG-BBxWgBB--CCBuEhDhDBeBrRFBqDBB1udDBCJBhBBBxCBBxIEEFYYBDBF0C0CBzBzBBQBbRBOnBnBBGBaMBtBDBwBNBlBkCkCBMBNJJBuBuBBBBzBCCBBBDBBGBBCqBqBBDBGBBtHHBCBBx5TiXiXBOBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB7DCB2BOBqBDDBLLBCBuBKBI+B+BBBBlBNBRBBtBNNBBBxBNBJDBCBB9CLBHDD+ELBWDB4BBBCGBDBBDCBKLLBDDBFBEEBkCIBCDDCDBCEBCPPBzCzCBQBYyCyCBSBsHGBDIBcBBzCQBrDMBmDOBhIOB2HFBCBBDDBCCCBuEuEBFBDGBEddBIBpBGBCDBJKKBJBvBPBnGHBoGHBCHBzCVBCNB7DFBECCBCCBFBCjCjCBDBCBBCEB8KDBKBBCxBxBBFBEEBYmnFmnFHOBpmLRBhuCEB8BGB5gBCCB1BBIDByCMMBslTslTBizEizEBsBBDWB-QEBEFBJHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
		Mc: () => new UnicodeRangeTable(decodeRanges("joC4B4BDCBJDBCBBzBBB7BCBHBBDBBLsBsB7BCBjC7B7BBBBJCCB2B2BB7B7BCHHBDDBLLnDBBCBBECBCCBLqBqBBBB+BDB+BBB7BCCBDBDBBCBBKBBdPPB7B7BBBBGCBCCBLrBrBBsCsCBBBHHBTBBrKBBgCsFsFBFFHDDBaaBLLBBBDGBWBBDFBDLLBBB5zBffiEIIBGBCBB7KDBDCBFBBCFBhHBB7BCCKCCBJJBEByExBxBGCCBDBCBB+BffFBBD9B9BDCBCEEBxBxBBGBJBBsFWW35EBB0-dBBD5C5CBzBzBBOBvEBBwBxBxBBFFBDDBBBvDBBDBBZuBuBCuDuDDBBGuHuHBCCBCCBCC0gZCCgEuBuBBBBFBB0DZZB8B8BxBCBKBBO+C+CBBBEBBCrFrFBBBgBBB7BBBCDBDBBDCBKLLB1C1CBBBIDDCDBCBBCmDmDBBBJBBErDrDBBBHCCBCBDuHuHBBBHDBDyDyDBBBJBBCuDuDCBBHoDoDCBBFmImIBBBK4H4HBEBCBBFDDCvEvEBBBJDBF1C1CeBB-BqGqGECCoGPPrDIID2G2GBDBFBBC-K-KBNNxBBBJBBCpvQpvQBBBlxD2BBpDBB0rYBBHFB", false)),
		Me: () => new UnicodeRangeTable(decodeRanges("okBBB1xF-wB-wBBCBCCBsshBCB", false)),
		Mn: () => new UnicodeRangeTable(decodeRanges("gYvDB0IEBqIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCfB4BCCFHBFEEBFBLBBe7B7BFDBJVVBbbDBB6BFFBFFBDDBBBEffBEEMBB6BFFBDBCBBFVVBXXBEBC7B7BDCCBCBJIIBMMBff+BNNzBEE4BCCBBBGCBCDBIBBMBBe7B7BDHHGBBVBBdBB6BBBFDBJVVBeepCIIBBBC7C7CDGBNHBjDDDBHBMGBqCBBcEC4BNBCEBCBBGKBCjBBKnDnDBCBCFBCBBDBBaBBFCBRDBODDBHHQgWgWBBBzdCBeBBfBBfBBhCBBCGBJDDBJBKuBuBBBBC2D2DBjBjB3DCBFBBKHHBBB8GBBD7B7BCGBCCCDHBHJBDxBxBBMBCeBDLBVDBxBCCBDBCGGpBIBNBBhBDBDBBCCB5BCCBEECCB7BHBDBB5ECBCMBCGBFHHEBBnG-BBxWMBFEEBKB--CCBuEhDhDBeBrRDBsDBB1udFFBIBhBBBxCBBxIEEFaaBGG4EBBbRBOnBnBBGBaKBvBCBxBDDBCBDBBoBkCkCBEBDBBDBBNJJwB0B0BCCBDBBGBBCrBrBBJJvHDDFx5Tx5TiXPBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB8D3B3BBNBqBDDBLLBBByBDBDBBI+B+BBBBlBEBCHB-BNNB1B1BBHBLDBDgDgDBBBDCCBHHD+E+EEHBWBB6BBBEmBmBBFBEEBnCFBOECPBB2CHBDCBCYY1CFBCFFBCCBvHvHBCBHBBCBBcBB2CHBDCCBrDrDCDDBEBCmDmDCDDBCBCEBkIIBCBBhIBBCFFxEDBDBBFhBhBBIBpBFBDDBJKKBEBDCBvBMBCBBnGCCBBBCqGqGBFBCFBCzCzCBUBDGBCBBCBB7DFBECCBCCBFBCpCpCBEEC8K8KBMMB1B1BBDBGCCYmnFmnFHOBpmLLBECBhuCEB8BGB5gBgCgCBCByC5lT5lTBizEizEBsBBDWBhRCBSHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
		N: () => new UnicodeRangeTable(decodeRanges("wBJB5DBBGDDBBBitBJBnEJBnGJB9MJB3DJBFFBtDJB3DJB3DJBDFBvDMB0DJBJGBoDJBpDGBISBuDJBhDJB3DJBnCTBtIJBnCJBwWTBybCBwHJBHJBXJBtJJBhEKBmFJBHJB3FJB3CJBnEJBHJB3gBEEBEBHJBnGyBBDEB3W7BBvCVB3TdBqrBqYqYaIBPCB4KDBrEJBfHBCOBhBJBoBOBh7cJB9FJBhKFB7EJBnBJBnGJBXJB3CJB3MJB34UJBuPsBBN4BBSBB2KaBlBDBeJJnEEBrGJBvdHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBxBJBHJB3IeB-EJBrBDBxDGBnEdBhEJB9BJBxEJBITB8HJB3KJB3DJB3LJBnDJBHTBtCLBlNSB+CJB3UJB3CcBkHJBnCJB3BJBnLJBnDUBshBuDBimPJBnpCJB3CJBnEJBCGBvQJBnIWB+KCB6nXJBnuBTBNTBtDYB2iBxBBhqCJBnNJB3PJB4HJBtWIBhEJB4Y6BBCCBCDBtCsBBCOBjeMBk3CJB", false)),
		Nd: () => new UnicodeRangeTable(decodeRanges("wBJnxBJnEJnGJ9MJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJhDJ3DJnCJ3IJnCJn6BJnBJtJJhEJnFJHJ3FJ3CJnEJHJnuiBJnVJnBJnGJXJ3CJ3MJ34UJnsBJnkCJHJ9YJhEJ9BJxEJ3IJ3KJ3DJ3LJnDJHTtCJnNJnDJ3UJ3CJ3HJnCJ3BJnLJ3uQJnpCJ3CJnEJ3QJ37XJ12CxBhqCJnNJ3PJ4HJ2aJ30EJ", true)),
		Nl: () => new UnicodeRangeTable(decodeRanges("u3FCBwzCiBBDDB-zDaaBHBPCBs1dJBxyW0BBtOJJnEEBrhIuDBm8SCB", false)),
		No: () => new UnicodeRangeTable(decodeRanges("yFBBGDDBBB2pCFB5LFB5DCBmEGB6GGBSIByNJB2hBTB0jBJBhP20B20BEFBHJBnGPBqB3W3WB6BBvCVB3TdBqrB1kB1kBBCBrEJBfHBCOBhBJBoBOBxrdFBymWsBBiCDBSBB2KaBlBDB1pBHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBhLeB-EJBrBDBxDGBnETB8LTBmqBBBvNIBobSB0aUBn8SGB-YWBqhZTBNTBtDYBvqFIBid6BBCCBCDBtCsBBCOBjeMB", false)),
		P: () => new UnicodeRangeTable(decodeRanges("hBCBCFBCDBLBBEBBbCBCccCkBkBGEELBBEEE-VJJzOFBqBBB0BCCDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCmBmBBCBoCrCrCBDBFBBwDFBsFlTlTBHB4EuTuTtBBBvCCBoCBB+ECBCCBmBKB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBM9Z9ZBWBJTBCMBCLBfBBPBB6TDBeBB+hBNBwCBBgBJB0MVBgCDBhBBB8XDBCBBxDwEwEBtBBCfBDLBkNCBFJBDLBRNNjD7C7CjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HzqUzqUBxGxGBIBXiBBCNBCFFCBB2ECBCFBCDBLBBEBBbCBCccCCCBFB7MCB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDByO-J-JjBlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
		Pc: () => new UnicodeRangeTable(decodeRanges("-Cg-Hg-HBUU-u3BBBZCBwHAB", false)),
		Pd: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEBiwDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
		Pe: () => new UnicodeRangeTable(decodeRanges("pB0B0BgB+1D+1DC-6B-6BqtC4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECtBGCtNICEGCDBB-ozB6G6GeOCESSCCCrF0B0BgBGD", false)),
		Pf: () => new UnicodeRangeTable(decodeRanges("7F+6H+6HEddpuDCCFDDQEE", false)),
		Pi: () => new UnicodeRangeTable(decodeRanges("rFt7Ht7HDBBDaapuDCCFDDQEE", false)),
		Po: () => new UnicodeRangeTable(decodeRanges("hBCBCCBDECBLLBEEBcclCGGPBBI-V-VJzOzOBEBqB3B3BDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCxDxDrCEBFBBwDFBsFlTlTBHBmY9D9DBBBoCBB+ECBCCBmBFBCDB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBMjajaBJJBGBJIBDDBDCBEKBCCCBIB7kDDBCBBxDwEwEBFFBBBDDDBHBCBBCDDBLLBDBCJBDDBCCCBLBDCBtNCB6B+F+FjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HlxUlxUBFBDXXVBBDDBECBCDBICBHCCB2E2EBBBCCBDECBLLBEEBcclBDDB7M7MBBB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDB0ZlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
		Ps: () => new UnicodeRangeTable(decodeRanges("oBzBzBgB-1D-1DC-6B-6B-rCEEnB4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECaTTCECtNICEGCDipzBipzB4GeeCMCESSCCCrFzBzBgBEEDAB", false)),
		S: () => new UnicodeRangeTable(decodeRanges("kBHHRCBgBCCcCCkBEBCBBDCCBCBDEEfgBgBrODBNNBGGBCCCBPB2DPPBxDxDsErIrIBBB3DCBDDDBvGvGLUUB4H4HIBBpEqLqLBHHB2H2H-DjEjEBGBlEwGwGqBmGmGiGCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WuLuLlL+E+EBgBBiLJBKIBhiBCCBBBMCBOCBOCBOBBmCOOoBCBOCBUhBB-BBBCDBCBBLCCBBBGFBCECFMMBFFBDBGDBC7B7BBFFB2LBFcBD+HBXKByCtCBXnTBtBwBBDeBLyMBX+BBFfBD1LBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBB8CBB0HBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BB6RWBKBBoDBB+EDBLDB+RCBiHPPB+9T+9TpEgBBuLPBhCBB3BHBtBDBjDCCBBBD7E7EHRRBBBgBCCcCCiEGBCGBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSmWmWBiKiKBGBnjC2kC2kCBbBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQQBgDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBrbaagBaagBaagBaagBaa9B-PB4BDBzBHBCNBCBBp2BwNwNttCEE+DiOiOBvIvIBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
		Sc: () => new UnicodeRangeTable(decodeRanges("kB+D+DBCBqnB8D8DzPBBzPBBI2H2HoImSmS8sClmClmCBgBB37hBkuVkuVtD7E7E8GBBEBB3-HDB-4wBxtCxtC", false)),
		Sk: () => new UnicodeRangeTable(decodeRanges("+CCCoCHHFEEqQDBNNBGGBCCCBPB2DPPBjoBjoB15FCCBBBMCBOCBOCBOBB9kEBBkzdWBKBBoDBBxePPBniUniUBPB8bCCjF4g9B4g9BBDB", false)),
		Sm: () => new UnicodeRangeTable(decodeRanges("rBRRBBB+BCCuBFFmBgBgB-XwQwQBBB8xGOOoBCBOCBsEoBoBBDBHlClCBDBGBBFGDIgBgBBDDCgBgBBqIBhBBB7CffBXBpBFB2OKK3BHBwDxKxKBDBDeBLPBhIiEBX+BBFfBDhIBxBUBDFB9+zB5Z5ZCCBlFRRBBB+BCCkEHHBCBitDBBhrwBx+Bx+BagBgBagBgBagBgBagBgBat5Ft5FB-uC-uCBHB", false)),
		So: () => new UnicodeRangeTable(decodeRanges("mFDDFCCyerIrIBgEgEBvGvGLUUB4H4HkQ2L2LjEFBClElEwGqBqBoMCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WzWzW+EhBBiLJBKIBksBBBCDBCBBLCCBHHBEBCECFMMBPPCBBC7B7BBKKBDBDDBCBBCBBCGBCeBDBBCCCBdBtIHBFTBDGBDwCBCdBanBBHnCBXKByCtCBX2FBCIBC1BBJuDBC3HBtBrBBhC-HBhQvBBWBBHmBBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBBxKBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BBibDBLBBC+R+RBBBqqUPBuLPBhCBB3BHBuBCBlPEEFBBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSpgBpgBBGBnjC2kC2kCBGBFQBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQPBhDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBqlB-PB4BDBzBHBCNBCBBp2B96C96CiEyWyWBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E6HBG4WBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBB-B3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
		Z: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBeBBGwBwBh9DAB", false)),
		Zl: () => new UnicodeRangeTable(decodeRanges("ohIA", true)),
		Zp: () => new UnicodeRangeTable(decodeRanges("phIA", true)),
		Zs: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBlBwBwBh9DAB", false)),
		ASCII_Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbF", true)),
		Alphabetic: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICC3CeeBQBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoBNBCCCBCCBCCJaBFDBeKBG3BBCGBPlDBCHBFHBFCBLCBDRRBuBBOkDBZgBBKBBFGGBWBDSBUYBIKBGXBCGBIJJBoBBLLBEGBHrCBCPBCCBFOBOSBCHBDBBDVBCGBCEEBCBEHBDBBDBBCJJFBBCEBNBBLFFBBBCFBFBBDVBCGBCBBCBBCBBFEBFBBDBBFIIBCBCSSBEBMCBCIBCCBCVBCGBCBBCEBEIBCCBCBBEQQBCBWDBFCBCHBDBBDVBCGBCBBCEBEHBDBBDBBKBBFBBCEBORRBCCBEBECBCDBEBBCCCBEEBEEBBBELBFEBECBCCBEHHpBMBCCBCWBCPBEHBCCBCCBJBBCCBCBBDDBdDBCHBCCBCWBCJBCEBEHBCCBCCBJBBGCBCDBOCBNMBCCBCoBBDHBCCBCCBCGGBCBIEBXFBCCBCRBEXBCIBCDDBFBJFBCCCBGBTBBO5BBGGBH0B0BBECBDBCXBCCCBRBCCBDEBCHHPDBhBgCgCBGBCjBBFSBFPBCjBBkC2BBCDDBDBR-BBLDBDlBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBEKBITBMUBNTBNMBCCBCBBNzBBDSBPFFkC4CBIqBBGlCBLeBCLBFIBYdBDEBMrBBFZB3BbBF+BBDTBzBYYBMMBBByBzBBCOBCHB0BpBBDDBLrBBCKBP2BBXCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBUhBBM1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBFSSBnBBuZzBB34BkHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBCfBwB2O2OBBBaIBIEBDEBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBGHBEwDBoBIBDmDBDxCBVUBCgBBZzBBNjCBCtBtBBEBECCBBBLgBBGiBBOcBEyBBCLBQRRBOBLEBC2BBKNBTWBEkCBCCCZCBDPBDDBMFBDFBDFBKGBCGBCqBBCNBH6DBWj9KBNWBFwBBloItLBDpDBnBGBNEBGLBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmC0BBsIcBEwBBwBfBOdBGqBBGdBDjBBFHBCEBrB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCDBCBBGHBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOnBBjBbBEGGBVB7HpBBCBBEBBRFBzBCBEcBLJJBUBrBRBvBUBcWBKlCBsBEBL4BBKOOBXBYyBBSDBJiBBEKKB+BBCDBKBBLCCkBRBChBBDHHBCB-BGBCCCBCBCOBCJBI4BBYDBCHBDBBDVBCGBCBBCEBEHBDBBDBBEHHGGBdJBCDDClBBCJBCDDCDBCBBECCtBhCBCCBCDBVCBfhCBDBBC5F5FB0BBDGBaFBjB+BBCEE8B1BBDoCoCBZBDNBWGB6F4BBoD-BBgBHBDDDBGBCBBCdBCBBDBBDDB+CHBDtBBDFBCCCBccBxBBDJBSnCBGTTBnCBoDHB5CgBBgBIBCsBBCGBCyByBBcBDVBCNBqCGBCBBCrBBECCBCCBBBCDDBZZBEBCBBCkBBCBBCDBCYYBqBBlIWBKQBCoBBECBwDwCwCB4cBnDuDBSjGBtyCgDBQvhBBSFBa68DBGmSB61GuBBy2B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBF4BBIQBhCBBCNNBFBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBFi7Fi7FBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCVBJBBhHGBCDBCBBCOBCkGB8BjCBEEE1lBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1TZBHZBHZB3zD-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Dash: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEB+BoBoBQnMnMlgDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
		Emoji: () => new UnicodeRangeTable(decodeRanges("jBHHGJBwDFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDrGrGhFBBNBBPDDBIBsCZBCBBYVVDIBWBBvFhBBDvDBDBBCCBDyCBDCBCmIBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDDBEJBECCBEEDJBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
		Emoji_Component: () => new UnicodeRangeTable(decodeRanges("jBHHGJB0+H2G2Gsp3B3+8B3+8BBYB8PEBxtBDBtzhY-CB", false)),
		Emoji_Modifier: () => new UnicodeRangeTable(decodeRanges("7-8DE", true)),
		Emoji_Modifier_Base: () => new UnicodeRangeTable(decodeRanges("9wJ8G8GRDB4jzD9B9BBBBDDDBBB2DBBDKBWSBEFFBBBCCBICCZqGqGBFFWFFBvFvFBBBEEB0CRRBBBKMMgSDDJHBHKKBIBDCB5B+B+BBCCBCCSCBCMBmHCBrBIB", false)),
		Emoji_Presentation: () => new UnicodeRangeTable(decodeRanges("64IBBuGDBEDDqQBBWBBzBLBsBUUOJJBSSBGGBJJGWWIBBCFFDIIFBBdkBkBCFFBBBC+B+BBBBZPP8aBB0BFFvlxDrGrG-FDDBIBsCZBCZZVDDBDBCCBWBBvFgBBNIBClCBCVBNqBBFEBNQBEEEBlCBCCCB5FBD+BBODBCXBTbbBOO3C0CBxBlCBHEEBBBDDBEDBMBBIIBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
		Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("pFFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDoBoBBCBlDLBQBBQPPBmBmBBIBxDBBNBBPDDBIBU3BBcOBLVVDIBCDBKWBH7FBDvDBDBBCCBDyCBDCBCDBG9HBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDQBECCBEBDMB7GlBBNDB5BHBLFBpBHBfBBNDBDNBKmBBNuBBCJBC4FB5CHBPxEBhI9fB", false)),
		Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbFq1-BJIFbF", true)),
		Lowercase: () => new UnicodeRangeTable(decodeRanges("hDZBwBLLFlBlBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDiBBIBBfEBhDsBsBCEEDDBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBCDB5XFBjkCIBC2D2DB+FBiC0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBB6DOORMBuDEEBEEcKFDBBJDBFiBiBBOBFsasaBYBn6BvBBCEEBGCFCCBCCBGBEiDCBIICFFNlBBCGG0oesBCUaCBBBmEMCBBBC8BCBIBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCWDBCCCBBB2ZqBBCNBHvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBkODDBBBCpBBCIBmoByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFBmI9BB1lChBB", false)),
		Math: () => new UnicodeRangeTable(decodeRanges("rBRRBBBgBeeCuBuBFmBmBgB5W5WBBBDbbBDDBBBwQCBuwGccBBBMEEOPPBCBWEBMEBiCMBFEEBFFBDBTFFDJBCDDBEBHEEBDDBCCBBBCFBENBClClCBWBCFBCBBFBBFfBCHHBPPBqIBJDBVBB7CffBZBCZZMGB+NBBNJBFFBFBBDBBEEBPCCDFBMHBGBB6BCCeDBKCBxK-BBhI-PBxBUBDFB9+zB4Z4ZBEBCjFjFRCBeCCeCCkEHHBCBitDBBhrwBwoBwoBBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBBhwFDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB-uCIB", false)),
		Quotation_Mark: () => new UnicodeRangeTable(decodeRanges("iBFFkEQQ96HHBaBBowDqOqOBCBOCBixzBDB+FFF7CBB", false)),
		Terminal_Punctuation: () => new UnicodeRangeTable(decodeRanges("hBLLCMMBEE-ZJJiQ6B6BpCPPCCB1FsBsBBJBCsHsHB3B3BBEBCHBgBmImIB1nB1nBBtFtFFFB4JBB2YHBmY9D9DBBBoCBB+ECBEoBoBBCBDBB7JBBjLDBjFBBLBBCCBeCB8FEB-BBBldYYBKKBBBwlDCBzJOOFLLCBBEBBtNBB8ndBBuICBkHEB-LBB3CBBgD4E4EBBB0ECBgERRB6H6HnxUDDB6B6BBBBCDBqFLLCMMBEEiCDD7hBxBxBnkBoGoG3JBB5EFBlCFB6CDB5dEBtBDB+FGBxDDBgECBiEBBHRRB5C5CBDBtDrJrJB2D2DBBBNBBnLDBEOBqDBB6HCBmQCC8HBB4CBBFBB-MCBuBmUmUBrCrCBspBspBBDB6vRBBmEiCiCBBBLqRqRBoJoJBnwTnwTovHDB", false)),
		Uppercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBGbbBOBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBBvgCZBHZBHZB", false)),
		White_Space: () => new UnicodeRangeTable(decodeRanges("JEBTlDlDbgvFgvFgsCKBeBBGwBwBh9DAB", false))
	});
	static SCRIPTS = new LazyMap({
		Adlam: () => new UnicodeRangeTable(decodeRanges("go6DrCFJFB", true)),
		Ahom: () => new UnicodeRangeTable(decodeRanges("g4lCaDOFW", true)),
		Anatolian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggxCmS", true)),
		Arabic: () => new UnicodeRangeTable(decodeRanges("gwBEBCFBCNBCCBCfBCJBMZBCrDBChBBxCvBBxHhBBGqCBCcBxy8BtPBDvEBhBPBxDEBCmEBk7DeBkCFBJIBiBFBh43BDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB", false)),
		Armenian: () => new UnicodeRangeTable(decodeRanges("xpBlBDxBDCks9BE", true)),
		Avestan: () => new UnicodeRangeTable(decodeRanges("g4iC1BEG", true)),
		Balinese: () => new UnicodeRangeTable(decodeRanges("g4GsCCxB", true)),
		Bamum: () => new UnicodeRangeTable(decodeRanges("g1pB3CpowB4R", true)),
		Bassa_Vah: () => new UnicodeRangeTable(decodeRanges("w26CdDF", true)),
		Batak: () => new UnicodeRangeTable(decodeRanges("g+GzBJD", true)),
		Bengali: () => new UnicodeRangeTable(decodeRanges("gsCDBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYB", false)),
		Beria_Erfe: () => new UnicodeRangeTable(decodeRanges("g17CYDY", true)),
		Bhaiksuki: () => new UnicodeRangeTable(decodeRanges("ggnCICsBCNLc", true)),
		Bopomofo: () => new UnicodeRangeTable(decodeRanges("qXB6wLqBxDf", true)),
		Brahmi: () => new UnicodeRangeTable(decodeRanges("ggkCtCFjBKA", true)),
		Braille: () => new UnicodeRangeTable(decodeRanges("ggK-H", true)),
		Buginese: () => new UnicodeRangeTable(decodeRanges("gwGbDB", true)),
		Buhid: () => new UnicodeRangeTable(decodeRanges("g6FT", true)),
		Canadian_Aboriginal: () => new UnicodeRangeTable(decodeRanges("ggF-TxRlC7tgCP", true)),
		Carian: () => new UnicodeRangeTable(decodeRanges("g1gCwB", true)),
		Caucasian_Albanian: () => new UnicodeRangeTable(decodeRanges("wphCzBMA", true)),
		Chakma: () => new UnicodeRangeTable(decodeRanges("gokC0BCR", true)),
		Cham: () => new UnicodeRangeTable(decodeRanges("gwqB2BKNDJDD", true)),
		Cherokee: () => new UnicodeRangeTable(decodeRanges("g9E1CDFz7lBvC", true)),
		Chorasmian: () => new UnicodeRangeTable(decodeRanges("w9jCb", true)),
		Common: () => new UnicodeRangeTable(decodeRanges("AgCBbFBbuBBCOBCEBYgBgBiOmBBGEBDTB1DKKHCC+THHPEEhB9E9ElQiEiEB6mB6mB2MDBjJwvBwvBBBBoCBBsGBBCumBumBOIIBCBCFBCCBDmYmYBKBD2CBCKBEKBCOBShBB-BlBBCCBDFBCaBCQBqBCBF5UBXKBW-cBhIzTBDpEBhQ9CBzMUBCCCBXBQHBFDB8CBBE7C7CB0E0EBOBhBlBBKxBxBB+BBgBwCBwB5C5CBmFBhuG-BBhoWhBBnDCBmFJB1HhFhFsMPPBzuUzuUBxGxGBIBXiBBCSBCDB0ECCBeBbFBbKBLuBuBBhChCBFBCGBLEBjICBFsBBEIBxCMB0BsBBlHaBltuBDB96D8HBEzNBHWBQQBgDzDB9B1HBLmBBD9BBEQBJBBIdBF8BB2GTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBByjFjCBtC8BBjWrBBFjDBNOBDOBCOBCkBBLtFB5BZBCBBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBnghYffB+CB", false)),
		Coptic: () => new UnicodeRangeTable(decodeRanges("ifNxkKzDGG", true)),
		Cuneiform: () => new UnicodeRangeTable(decodeRanges("ggoC5cnDuDCEMjG", true)),
		Cypriot: () => new UnicodeRangeTable(decodeRanges("ggiCFBDCCBqBBCBBEDD", false)),
		Cypro_Minoan: () => new UnicodeRangeTable(decodeRanges("w8rCiD", true)),
		Cyrillic: () => new UnicodeRangeTable(decodeRanges("ggBkEBDoFBx6FKBhFtCtCojEfBhie-CBv8VBBhw4B9BBiBAB", false)),
		Deseret: () => new UnicodeRangeTable(decodeRanges("gghCvC", true)),
		Devanagari: () => new UnicodeRangeTable(decodeRanges("goCwCFODZh7nBfhwcJ", true)),
		Dives_Akuru: () => new UnicodeRangeTable(decodeRanges("gomCGBDDDBGBCBBCdBCBBDLBKJB", false)),
		Dogra: () => new UnicodeRangeTable(decodeRanges("ggmC7B", true)),
		Duployan: () => new UnicodeRangeTable(decodeRanges("ggvDqDGMEIIJDD", true)),
		Egyptian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggsC1iBL68D", true)),
		Elbasan: () => new UnicodeRangeTable(decodeRanges("gohCnB", true)),
		Elymaic: () => new UnicodeRangeTable(decodeRanges("g-jCW", true)),
		Ethiopic: () => new UnicodeRangeTable(decodeRanges("gwEoCBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBnvGWBKGBCGBCGBCGBCGBCGBCGBCGBjpfFBDFBDFBKGBCGBylvCGBCDBCBBCOB", false)),
		Garay: () => new UnicodeRangeTable(decodeRanges("gqjClBEcJB", true)),
		Georgian: () => new UnicodeRangeTable(decodeRanges("glElBBCGGDqBBCDBx8CqBBDCBhiElBBCGG", false)),
		Glagolitic: () => new UnicodeRangeTable(decodeRanges("ggL-Ch9sDGCQDGCBCE", true)),
		Gothic: () => new UnicodeRangeTable(decodeRanges("w5gCa", true)),
		Grantha: () => new UnicodeRangeTable(decodeRanges("g4kCDBCHBDBBDVBCGBCBBCEBDIBDBBDCBDHHGGBDGBEEB", false)),
		Greek: () => new UnicodeRangeTable(decodeRanges("wbDBCCBDDBCFFCCCBBBCCCBSBC+BBPPBnpGEBzBEBFEB1ChKhKBUBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBoJ-xiB-xiB7uVuCBSgj0Bgj0BBkCB", false)),
		Gujarati: () => new UnicodeRangeTable(decodeRanges("h0CCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGB", false)),
		Gunjala_Gondi: () => new UnicodeRangeTable(decodeRanges("grnCFCBCkBCBCFIJ", true)),
		Gurmukhi: () => new UnicodeRangeTable(decodeRanges("hwCCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPB", false)),
		Gurung_Khema: () => new UnicodeRangeTable(decodeRanges("go4C5B", true)),
		Han: () => new UnicodeRangeTable(decodeRanges("g0LZBC4CBN1GBwBCCaIBPDBle-tGBhC-vUBhoWtLBDpDBpodBBNGBqgkB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Hangul: () => new UnicodeRangeTable(decodeRanges("goE-HvxHBiI9CyDeiCei3dckUj9KNWFwBl9JeEFDFDFDC", true)),
		Hanifi_Rohingya: () => new UnicodeRangeTable(decodeRanges("gojCnBJJ", true)),
		Hanunoo: () => new UnicodeRangeTable(decodeRanges("g5FU", true)),
		Hatran: () => new UnicodeRangeTable(decodeRanges("gniCSCBGE", true)),
		Hebrew: () => new UnicodeRangeTable(decodeRanges("xsB2BBJaBFFBpp9BZBCEBCCCBCCBCCBIB", false)),
		Hiragana: () => new UnicodeRangeTable(decodeRanges("hiM1CBHCBi7-C+IBTeeBBBulQAB", false)),
		Imperial_Aramaic: () => new UnicodeRangeTable(decodeRanges("giiCVCI", true)),
		Inherited: () => new UnicodeRangeTable(decodeRanges("gYvDB2IBBlOKBbhXhXBCB8qEtBBDLBlPCBCMBCGBFHHEBBnG-BBtQBBjGgBB65DDBsDBBmrzBPBRNBwejHjH7iEl+uBl+uBBsBBDWBhRCBSHBDGBfDBz6rYvHB", false)),
		Inscriptional_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g7iCSGH", true)),
		Inscriptional_Parthian: () => new UnicodeRangeTable(decodeRanges("g6iCVDH", true)),
		Javanese: () => new UnicodeRangeTable(decodeRanges("gsqBtCDJFB", true)),
		Kaithi: () => new UnicodeRangeTable(decodeRanges("gkkCiCLA", true)),
		Kannada: () => new UnicodeRangeTable(decodeRanges("gkDMCCCWCJCEDICCCDIBGCCDDJCC", true)),
		Katakana: () => new UnicodeRangeTable(decodeRanges("hlM5CBDCBxHPBxGuBBC3CBvgzBJBCsBBzisBDBCGBCBBCgJgJBBBzBPPBCB", false)),
		Kawi: () => new UnicodeRangeTable(decodeRanges("g4nCQCoBEc", true)),
		Kayah_Li: () => new UnicodeRangeTable(decodeRanges("goqBtBCA", true)),
		Kharoshthi: () => new UnicodeRangeTable(decodeRanges("gwiCDCBGHCCCcDCFJII", true)),
		Khitan_Small_Script: () => new UnicodeRangeTable(decodeRanges("k-7C84G84GB0OBqBAB", false)),
		Khmer: () => new UnicodeRangeTable(decodeRanges("g8F9CDJHJnPf", true)),
		Khojki: () => new UnicodeRangeTable(decodeRanges("gwkCRCuB", true)),
		Khudawadi: () => new UnicodeRangeTable(decodeRanges("w1kC6BGJ", true)),
		Kirat_Rai: () => new UnicodeRangeTable(decodeRanges("gq7C5B", true)),
		Lao: () => new UnicodeRangeTable(decodeRanges("h0DBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDB", false)),
		Latin: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBQQGWBCeBCgOBoBEB8wGlBBHwBBGDBGMBClCBiC-HByLOORMBuEBBHccSoBB42CfBj1elDBExCBVOBxZqBBCIBCDB38TGB7gBZBHZBmhCFBCpBBCIBm61BeBHFB", false)),
		Lepcha: () => new UnicodeRangeTable(decodeRanges("ggH3BEOEC", true)),
		Limbu: () => new UnicodeRangeTable(decodeRanges("goGeBCLBFLBFEEBKB", false)),
		Linear_A: () => new UnicodeRangeTable(decodeRanges("gwhC2JKVLH", true)),
		Linear_B: () => new UnicodeRangeTable(decodeRanges("gggCLCZCSCBCODNjB6D", true)),
		Lisu: () => new UnicodeRangeTable(decodeRanges("wmpBvBx1eA", true)),
		Lycian: () => new UnicodeRangeTable(decodeRanges("g0gCc", true)),
		Lydian: () => new UnicodeRangeTable(decodeRanges("gpiCZGA", true)),
		Mahajani: () => new UnicodeRangeTable(decodeRanges("wqkCmB", true)),
		Makasar: () => new UnicodeRangeTable(decodeRanges("g3nCY", true)),
		Malayalam: () => new UnicodeRangeTable(decodeRanges("goDMCCCyBCCCFFPDZ", true)),
		Mandaic: () => new UnicodeRangeTable(decodeRanges("giCbDA", true)),
		Manichaean: () => new UnicodeRangeTable(decodeRanges("g2iCmBFL", true)),
		Marchen: () => new UnicodeRangeTable(decodeRanges("wjnCfDVCN", true)),
		Masaram_Gondi: () => new UnicodeRangeTable(decodeRanges("gonCGBCBBCrBBECCBCCBHBJJB", false)),
		Medefaidrin: () => new UnicodeRangeTable(decodeRanges("gy7C6C", true)),
		Meetei_Mayek: () => new UnicodeRangeTable(decodeRanges("g3qBWqGtBDJ", true)),
		Mende_Kikakui: () => new UnicodeRangeTable(decodeRanges("gg6DkGDP", true)),
		Meroitic_Cursive: () => new UnicodeRangeTable(decodeRanges("gtiCXFTDtB", true)),
		Meroitic_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("gsiCf", true)),
		Miao: () => new UnicodeRangeTable(decodeRanges("g47CqCF4BIQ", true)),
		Modi: () => new UnicodeRangeTable(decodeRanges("gwlCkCMJ", true)),
		Mongolian: () => new UnicodeRangeTable(decodeRanges("ggGBBDCCBSBH4CBIqBB2t-BMB", false)),
		Mro: () => new UnicodeRangeTable(decodeRanges("gy6CeCJFB", true)),
		Multani: () => new UnicodeRangeTable(decodeRanges("g0kCGBCCCBCBCOBCKB", false)),
		Myanmar: () => new UnicodeRangeTable(decodeRanges("ggE-EhqmBeiDfxibT", true)),
		Nabataean: () => new UnicodeRangeTable(decodeRanges("gkiCeJI", true)),
		Nag_Mundari: () => new UnicodeRangeTable(decodeRanges("wm5DpB", true)),
		Nandinagari: () => new UnicodeRangeTable(decodeRanges("gtmCHDtBDK", true)),
		New_Tai_Lue: () => new UnicodeRangeTable(decodeRanges("gsGrBFZHKEB", true)),
		Newa: () => new UnicodeRangeTable(decodeRanges("gglC7CCE", true)),
		Nko: () => new UnicodeRangeTable(decodeRanges("g+B6BDC", true)),
		Nushu: () => new UnicodeRangeTable(decodeRanges("h-7CvsQvsQBqMB", false)),
		Nyiakeng_Puachue_Hmong: () => new UnicodeRangeTable(decodeRanges("go4DsBENDJFB", true)),
		Ogham: () => new UnicodeRangeTable(decodeRanges("g0Fc", true)),
		Ol_Chiki: () => new UnicodeRangeTable(decodeRanges("wiHvB", true)),
		Ol_Onal: () => new UnicodeRangeTable(decodeRanges("wu5DqBFA", true)),
		Old_Hungarian: () => new UnicodeRangeTable(decodeRanges("gkjCyBOyBIF", true)),
		Old_Italic: () => new UnicodeRangeTable(decodeRanges("g4gCjBKC", true)),
		Old_North_Arabian: () => new UnicodeRangeTable(decodeRanges("g0iCf", true)),
		Old_Permic: () => new UnicodeRangeTable(decodeRanges("w6gCqB", true)),
		Old_Persian: () => new UnicodeRangeTable(decodeRanges("g9gCjBFN", true)),
		Old_Sogdian: () => new UnicodeRangeTable(decodeRanges("g4jCnB", true)),
		Old_South_Arabian: () => new UnicodeRangeTable(decodeRanges("gziCf", true)),
		Old_Turkic: () => new UnicodeRangeTable(decodeRanges("ggjCoC", true)),
		Old_Uyghur: () => new UnicodeRangeTable(decodeRanges("w7jCZ", true)),
		Oriya: () => new UnicodeRangeTable(decodeRanges("h4CCCHDBDVCGCBCEDIDBDCICFBCEDR", true)),
		Osage: () => new UnicodeRangeTable(decodeRanges("wlhCjBFjB", true)),
		Osmanya: () => new UnicodeRangeTable(decodeRanges("gkhCdDJ", true)),
		Pahawh_Hmong: () => new UnicodeRangeTable(decodeRanges("g46ClCLJCGCUGS", true)),
		Palmyrene: () => new UnicodeRangeTable(decodeRanges("gjiCf", true)),
		Pau_Cin_Hau: () => new UnicodeRangeTable(decodeRanges("g2mC4B", true)),
		Phags_Pa: () => new UnicodeRangeTable(decodeRanges("giqB3B", true)),
		Phoenician: () => new UnicodeRangeTable(decodeRanges("goiCbEA", true)),
		Psalter_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g8iCRIDNG", true)),
		Rejang: () => new UnicodeRangeTable(decodeRanges("wpqBjBMA", true)),
		Runic: () => new UnicodeRangeTable(decodeRanges("g1FqCEK", true)),
		Samaritan: () => new UnicodeRangeTable(decodeRanges("ggCtBDO", true)),
		Saurashtra: () => new UnicodeRangeTable(decodeRanges("gkqBlCJL", true)),
		Sharada: () => new UnicodeRangeTable(decodeRanges("gskC-ChsCH", true)),
		Shavian: () => new UnicodeRangeTable(decodeRanges("wihCvB", true)),
		Siddham: () => new UnicodeRangeTable(decodeRanges("gslC1BDlB", true)),
		Sidetic: () => new UnicodeRangeTable(decodeRanges("gqiCZ", true)),
		SignWriting: () => new UnicodeRangeTable(decodeRanges("gg2DrUQECO", true)),
		Sinhala: () => new UnicodeRangeTable(decodeRanges("hsDCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBt-gCTB", false)),
		Sogdian: () => new UnicodeRangeTable(decodeRanges("w5jCpB", true)),
		Sora_Sompeng: () => new UnicodeRangeTable(decodeRanges("wmkCYIJ", true)),
		Soyombo: () => new UnicodeRangeTable(decodeRanges("wymCyC", true)),
		Sundanese: () => new UnicodeRangeTable(decodeRanges("g8G-BhIH", true)),
		Sunuwar: () => new UnicodeRangeTable(decodeRanges("g+mChBPJ", true)),
		Syloti_Nagri: () => new UnicodeRangeTable(decodeRanges("ggqBsB", true)),
		Syriac: () => new UnicodeRangeTable(decodeRanges("g4BNC7BDCxIK", true)),
		Tagalog: () => new UnicodeRangeTable(decodeRanges("g4FVKA", true)),
		Tagbanwa: () => new UnicodeRangeTable(decodeRanges("g7FMCCCB", true)),
		Tai_Le: () => new UnicodeRangeTable(decodeRanges("wqGdDE", true)),
		Tai_Tham: () => new UnicodeRangeTable(decodeRanges("gxG+BCcDKHJHN", true)),
		Tai_Viet: () => new UnicodeRangeTable(decodeRanges("g0qBiCZE", true)),
		Tai_Yo: () => new UnicodeRangeTable(decodeRanges("g25DeCVJB", true)),
		Takri: () => new UnicodeRangeTable(decodeRanges("g0lC5BHJ", true)),
		Tamil: () => new UnicodeRangeTable(decodeRanges("i8CBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBm+kCxBBOAB", false)),
		Tangsa: () => new UnicodeRangeTable(decodeRanges("wz6CuCCJ", true)),
		Tangut: () => new UnicodeRangeTable(decodeRanges("g-7CgBgBB+3GBhQeBiDyDB", false)),
		Telugu: () => new UnicodeRangeTable(decodeRanges("ggDMCCCWCPDICCCDIBCCCBDDDJII", true)),
		Thaana: () => new UnicodeRangeTable(decodeRanges("g8BxB", true)),
		Thai: () => new UnicodeRangeTable(decodeRanges("hwD5BGb", true)),
		Tibetan: () => new UnicodeRangeTable(decodeRanges("g4DnCCjBFmBCjBCOCGFB", true)),
		Tifinagh: () => new UnicodeRangeTable(decodeRanges("wpL3BIBPA", true)),
		Tirhuta: () => new UnicodeRangeTable(decodeRanges("gklCnCJJ", true)),
		Todhri: () => new UnicodeRangeTable(decodeRanges("guhCzB", true)),
		Tolong_Siki: () => new UnicodeRangeTable(decodeRanges("wtnCrBFJ", true)),
		Toto: () => new UnicodeRangeTable(decodeRanges("w04De", true)),
		Tulu_Tigalari: () => new UnicodeRangeTable(decodeRanges("g8kCJBCDDClBBCJBCDDCDBCJBCBBJBB", false)),
		Ugaritic: () => new UnicodeRangeTable(decodeRanges("g8gCdCA", true)),
		Unknown: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-FB", false)),
		Vai: () => new UnicodeRangeTable(decodeRanges("gopBrJ", true)),
		Vithkuqi: () => new UnicodeRangeTable(decodeRanges("wrhCKCOCGCBCKCOCGCB", true)),
		Wancho: () => new UnicodeRangeTable(decodeRanges("g24D5BGA", true)),
		Warang_Citi: () => new UnicodeRangeTable(decodeRanges("glmCyCNA", true)),
		Yezidi: () => new UnicodeRangeTable(decodeRanges("g0jCpBCCDB", true)),
		Yi: () => new UnicodeRangeTable(decodeRanges("ggoBskBE2B", true)),
		Zanabazar_Square: () => new UnicodeRangeTable(decodeRanges("gwmCnC", true))
	});
	static FOLD_CATEGORIES = new LazyMap({
		L: () => new UnicodeRangeTable(decodeRanges("laA", true)),
		LC: () => new UnicodeRangeTable(decodeRanges("laA", true)),
		Ll: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGC3HrBrBCEEJHHCCBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHxC9zC9zCBuBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
		Lt: () => new UnicodeRangeTable(decodeRanges("kOCCBCCBCClBCCtsHHBJHBJHBMQQwBAB", false)),
		Lu: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpL2B2Bs1CvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false)),
		M: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
		Mn: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
		Emoji: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
		Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
		Lowercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHuBPBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
		Math: () => new UnicodeRangeTable(decodeRanges("ycGDCHHFMMDDDCHHFAB", false)),
		Uppercase: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpLiBiBBOBFsasaBYBn6BvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false))
	});
	static FOLD_SCRIPT = new LazyMap({
		Common: () => new UnicodeRangeTable(decodeRanges("8cgBgB", false)),
		Greek: () => new UnicodeRangeTable(decodeRanges("1FwUwU", false)),
		Inherited: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false))
	});
};
// src/Unicode.js
/**
* Utilities for dealing with Unicode better than JS does.
*/
var Unicode = class Unicode {
	static MAX_RUNE = 1114111;
	static RUNE_ERROR = 65533;
	static isUnsearchable(r) {
		return r === Unicode.RUNE_ERROR || r >= Unicode.MIN_HIGH_SURROGATE && r <= Unicode.MAX_LOW_SURROGATE;
	}
	static MAX_ASCII = 127;
	static MAX_LATIN1 = 255;
	static MAX_BMP = 65535;
	static MIN_FOLD = 65;
	static MAX_FOLD = 125251;
	static MIN_HIGH_SURROGATE = 55296;
	static MAX_HIGH_SURROGATE = 56319;
	static MIN_LOW_SURROGATE = 56320;
	static MAX_LOW_SURROGATE = 57343;
	static MIN_SUPPLEMENTARY_CODE_POINT = 65536;
	static is32(ranges, r) {
		let lo = 0;
		let hi = ranges.length;
		while (lo < hi) {
			const m = lo + Math.floor((hi - lo) / 2);
			const rlo = ranges.getLo(m);
			const rhi = ranges.getHi(m);
			if (rlo <= r && r <= rhi) {
				const stride = ranges.getStride(m);
				return (r - rlo) % stride === 0;
			}
			if (r < rlo) hi = m;
			else lo = m + 1;
		}
		return false;
	}
	static is(ranges, r) {
		if (r <= Unicode.MAX_LATIN1) {
			for (let i = 0; i < ranges.length; i++) {
				if (r > ranges.getHi(i)) continue;
				const rlo = ranges.getLo(i);
				if (r < rlo) return false;
				const stride = ranges.getStride(i);
				return (r - rlo) % stride === 0;
			}
			return false;
		}
		return ranges.length > 0 && r >= ranges.getLo(0) && Unicode.is32(ranges, r);
	}
	static isPrint(r) {
		if (r <= Unicode.MAX_LATIN1) return r >= 32 && r < Unicode.MAX_ASCII || r >= 161 && r !== 173;
		return Unicode.is(UnicodeTables.Print, r);
	}
	static simpleFold(r) {
		if (UnicodeTables.CASE_ORBIT.has(r)) return UnicodeTables.CASE_ORBIT.get(r);
		if (r <= Unicode.MAX_ASCII) {
			const l = Codepoint.toLowerCase(r);
			return l !== r ? l : Codepoint.toUpperCase(r);
		}
		return r;
	}
	static equalsIgnoreCase(r1, r2) {
		if (r1 === r2) return true;
		if (r1 < 0 || r2 < 0) return false;
		if (r1 <= Unicode.MAX_ASCII && r2 <= Unicode.MAX_ASCII) {
			if (65 <= r1 && r1 <= 90) r1 |= 32;
			if (65 <= r2 && r2 <= 90) r2 |= 32;
			return r1 === r2;
		}
		for (let r = Unicode.simpleFold(r1); r !== r1; r = Unicode.simpleFold(r)) if (r === r2) return true;
		return false;
	}
};
// src/exceptions.js
var RE2JSException = class extends Error {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSException";
	}
};
/**
* An exception thrown by the parser if the pattern was invalid.
*/
var RE2JSSyntaxException = class extends RE2JSException {
	/**
	* @param {string} error
	* @param {string|null} [input=null]
	*/
	constructor(error, input = null) {
		let message = `error parsing regexp: ${error}`;
		if (input) message += `: \`${input}\``;
		super(message);
		this.name = "RE2JSSyntaxException";
		this.message = message;
		/** @type {string} */
		this.error = error;
		/** @type {string|null} */
		this.input = input;
	}
	/**
	* Retrieves the description of the error.
	* @returns {string}
	*/
	getDescription() {
		return this.error;
	}
	/**
	* Retrieves the erroneous regular-expression pattern.
	* @returns {string|null}
	*/
	getPattern() {
		return this.input;
	}
};
/**
* An exception thrown by the compiler
*/
var RE2JSCompileException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSCompileException";
	}
};
/**
* An exception thrown by using groups
*/
var RE2JSGroupException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSGroupException";
	}
};
/**
* An exception thrown by flags
*/
var RE2JSFlagsException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSFlagsException";
	}
};
/**
* An exception thrown for internal engine errors, such as corrupted bytecodes.
*/
var RE2JSInternalException = class extends RE2JSException {
	/** @param {string} message */
	constructor(message) {
		super(message);
		this.name = "RE2JSInternalException";
	}
};
// src/Utils.js
/**
* Size of the precomputed single-byte lookup table.
* Covers standard ASCII and Latin-1 characters for fast-path execution.
*/
const FAST_PATH_TABLE_SIZE = 256;
/**
* Precomputed lookup table for Word Boundary (\b, \B) assertions.
* * By precomputing the boolean results for standard ASCII word ranges
* ('a'-'z', 'A'-'Z', '0'-'9', '_'), we completely eliminate 4 logical
* branches from the NFA's hot execution loop. This prevents costly
* CPU branch mispredictions when scanning large strings.
*/
const WORD_RUNE_TABLE = new Uint8Array(FAST_PATH_TABLE_SIZE);
for (let i = 0; i < FAST_PATH_TABLE_SIZE; i++) WORD_RUNE_TABLE[i] = 97 <= i && i <= 122 || 65 <= i && i <= 90 || 48 <= i && i <= 57 || i === 95 ? 1 : 0;
let cachedNativeEncoder = null;
let cachedNativeDecoder = null;
/**
* Various constants and helper utilities.
*/
var Utils = class Utils {
	static METACHARACTERS = "\\.+*?()|[]{}^$";
	static EMPTY_BEGIN_LINE = 1;
	static EMPTY_END_LINE = 2;
	static EMPTY_BEGIN_TEXT = 4;
	static EMPTY_END_TEXT = 8;
	static EMPTY_WORD_BOUNDARY = 16;
	static EMPTY_NO_WORD_BOUNDARY = 32;
	static EMPTY_ALL = -1;
	static emptyInts() {
		return [];
	}
	static isString(value) {
		return typeof value === "string" || Object.prototype.toString.call(value) === "[object String]";
	}
	static typeName(value) {
		if (value === null || typeof value !== "object" && typeof value !== "function") return value === null ? "null" : typeof value;
		return Object.prototype.toString.call(value).slice(8, -1);
	}
	static checkPattern(pattern) {
		if (!Utils.isString(pattern)) throw new TypeError(`The pattern must be a string, not ${Utils.typeName(pattern)} (RE2JS.translateRegExp() converts a RegExp)`);
	}
	static checkInput(input) {
		if (!Utils.isString(input) && !Utils.isByteArray(input)) throw new TypeError(`The input must be a string or a byte array (Uint8Array or number[]), not ${Utils.typeName(input)}`);
	}
	static checkFlags(flags) {
		const known = PublicFlags.MULTILINE | PublicFlags.DOTALL | PublicFlags.CASE_INSENSITIVE | PublicFlags.DISABLE_UNICODE_GROUPS | PublicFlags.LONGEST_MATCH | PublicFlags.LOOKBEHINDS;
		if (!Number.isInteger(flags) || (flags & ~known) !== 0) throw new RE2JSFlagsException("Flags should only be a combination of MULTILINE, DOTALL, CASE_INSENSITIVE, DISABLE_UNICODE_GROUPS, LONGEST_MATCH, LOOKBEHINDS");
	}
	static isByteArray(input) {
		return Array.isArray(input) || Object.prototype.toString.call(input) === "[object Uint8Array]";
	}
	static isalnum(c) {
		return Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"] || Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["z"] || Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["Z"];
	}
	static unhex(c) {
		if (Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"]) return c - Codepoint.CODES["0"];
		if (Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["f"]) return c - Codepoint.CODES["a"] + 10;
		if (Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["F"]) return c - Codepoint.CODES["A"] + 10;
		return -1;
	}
	static escapeRune(rune) {
		let out = "";
		if (Unicode.isPrint(rune)) {
			if (Utils.METACHARACTERS.indexOf(String.fromCodePoint(rune)) >= 0) out += "\\";
			out += String.fromCodePoint(rune);
		} else switch (rune) {
			case Codepoint.CODES["\""]:
				out += "\\\"";
				break;
			case Codepoint.CODES["\\"]:
				out += "\\\\";
				break;
			case Codepoint.CODES["	"]:
				out += "\\t";
				break;
			case Codepoint.CODES["\n"]:
				out += "\\n";
				break;
			case Codepoint.CODES["\r"]:
				out += "\\r";
				break;
			case Codepoint.CODES["\b"]:
				out += "\\b";
				break;
			case Codepoint.CODES["\f"]:
				out += "\\f";
				break;
			default: {
				let s = rune.toString(16);
				if (rune < 256) {
					out += "\\x";
					if (s.length === 1) out += "0";
					out += s;
				} else out += `\\x{${s}}`;
				break;
			}
		}
		return out;
	}
	static stringToRunes(str) {
		const string = String(str);
		const runes = [];
		let i = 0;
		while (i < string.length) {
			const cp = string.codePointAt(i);
			runes.push(cp);
			i += cp > Unicode.MAX_BMP ? 2 : 1;
		}
		return new Int32Array(runes);
	}
	static runeToString(r) {
		return String.fromCodePoint(r);
	}
	static isWordRune(r) {
		return r < FAST_PATH_TABLE_SIZE ? WORD_RUNE_TABLE[r] === 1 : false;
	}
	static emptyOpContext(r1, r2) {
		let op = 0;
		if (r1 < 0) op |= Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
		if (r1 === 10) op |= Utils.EMPTY_BEGIN_LINE;
		if (r2 < 0) op |= Utils.EMPTY_END_TEXT | Utils.EMPTY_END_LINE;
		if (r2 === 10) op |= Utils.EMPTY_END_LINE;
		if (Utils.isWordRune(r1) !== Utils.isWordRune(r2)) op |= Utils.EMPTY_WORD_BOUNDARY;
		else op |= Utils.EMPTY_NO_WORD_BOUNDARY;
		return op;
	}
	/**
	* Returns a string that quotes all regular expression metacharacters inside the argument text;
	* the returned string is a regular expression matching the literal text. For example,
	* {@code quoteMeta("[foo]").equals("\\[foo\\]")}.
	* @param {string} str
	* @returns {string}
	*/
	static quoteMeta(str) {
		return str.split("").map((s) => {
			if (Utils.METACHARACTERS.indexOf(s) >= 0) return `\\${s}`;
			return s;
		}).join("");
	}
	static charCount(codePoint) {
		return codePoint > Unicode.MAX_BMP ? 2 : 1;
	}
	/**
	* High-speed conversion from TypedArrays to standard JS Arrays.
	* Bypasses the expensive Symbol.iterator overhead of Array.from()
	*/
	static toArray(typedArray) {
		const len = typedArray.length;
		const res = new Array(len);
		for (let i = 0; i < len; i++) res[i] = typedArray[i];
		return res;
	}
	static stringToUtf8ByteArray(str) {
		if (globalThis.TextEncoder) {
			if (!cachedNativeEncoder) cachedNativeEncoder = new TextEncoder();
			return cachedNativeEncoder.encode(str);
		} else {
			let out = [], p = 0;
			for (let i = 0; i < str.length; i++) {
				let c = str.charCodeAt(i);
				if (c < 128) out[p++] = c;
				else if (c < 2048) {
					out[p++] = c >> 6 | 192;
					out[p++] = c & 63 | 128;
				} else if ((c & 64512) === Unicode.MIN_HIGH_SURROGATE && i + 1 < str.length && (str.charCodeAt(i + 1) & 64512) === Unicode.MIN_LOW_SURROGATE) {
					c = Unicode.MIN_SUPPLEMENTARY_CODE_POINT + ((c & 1023) << 10) + (str.charCodeAt(++i) & 1023);
					out[p++] = c >> 18 | 240;
					out[p++] = c >> 12 & 63 | 128;
					out[p++] = c >> 6 & 63 | 128;
					out[p++] = c & 63 | 128;
				} else {
					out[p++] = c >> 12 | 224;
					out[p++] = c >> 6 & 63 | 128;
					out[p++] = c & 63 | 128;
				}
			}
			return out;
		}
	}
	static utf8ByteArrayToString(bytes) {
		if (globalThis.TextDecoder) {
			if (!cachedNativeDecoder) cachedNativeDecoder = new TextDecoder("utf-8");
			const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
			return cachedNativeDecoder.decode(view);
		} else {
			let out = [], pos = 0, c = 0;
			while (pos < bytes.length) {
				let c1 = bytes[pos++];
				if (c1 < 128) out[c++] = String.fromCharCode(c1);
				else if (c1 > 191 && c1 < 224) {
					let c2 = bytes[pos++];
					out[c++] = String.fromCharCode((c1 & 31) << 6 | c2 & 63);
				} else if (c1 > 239 && c1 < 365) {
					let c2 = bytes[pos++];
					let c3 = bytes[pos++];
					let c4 = bytes[pos++];
					let u = ((c1 & 7) << 18 | (c2 & 63) << 12 | (c3 & 63) << 6 | c4 & 63) - Unicode.MIN_SUPPLEMENTARY_CODE_POINT;
					out[c++] = String.fromCharCode(Unicode.MIN_HIGH_SURROGATE + (u >> 10));
					out[c++] = String.fromCharCode(Unicode.MIN_LOW_SURROGATE + (u & 1023));
				} else {
					let c2 = bytes[pos++];
					let c3 = bytes[pos++];
					out[c++] = String.fromCharCode((c1 & 15) << 12 | (c2 & 63) << 6 | c3 & 63);
				}
			}
			return out.join("");
		}
	}
};
// src/helpers.js
const createEnum = (values = [], initNum = 0) => {
	const enumObject = Object.create(null);
	for (let i = 0; i < values.length; i++) {
		const val = values[i];
		const keyVal = initNum + i;
		enumObject[val] = keyVal;
		enumObject[keyVal] = val;
	}
	return Object.freeze(enumObject);
};
// src/MatcherInput.js
/**
* Abstract the representations of input text supplied to Matcher.
*/
var MatcherInputBase = class MatcherInputBase {
	static Encoding = createEnum(["UTF_16", "UTF_8"]);
	getEncoding() {
		throw Error("not implemented");
	}
	/** @returns {string} */
	asCharSequence() {
		throw Error("not implemented");
	}
	/** @returns {Uint8Array|number[]|null} */
	asBytes() {
		throw Error("not implemented");
	}
	/** @returns {number} */
	length() {
		throw Error("not implemented");
	}
	/**
	*
	* @returns {boolean}
	*/
	isUTF8Encoding() {
		return this.getEncoding() === MatcherInputBase.Encoding.UTF_8;
	}
	/**
	*
	* @returns {boolean}
	*/
	isUTF16Encoding() {
		return this.getEncoding() === MatcherInputBase.Encoding.UTF_16;
	}
};
var Utf8MatcherInput = class extends MatcherInputBase {
	/** @param {Uint8Array|number[]|null} bytes */
	constructor(bytes = null) {
		super();
		this.bytes = bytes;
	}
	getEncoding() {
		return MatcherInputBase.Encoding.UTF_8;
	}
	/**
	*
	* @returns {string}
	*/
	asCharSequence() {
		return Utils.utf8ByteArrayToString(this.bytes);
	}
	/**
	*
	* @returns {Uint8Array|number[]|null}
	*/
	asBytes() {
		return this.bytes;
	}
	/**
	*
	* @returns {number}
	*/
	length() {
		return this.bytes.length;
	}
};
var Utf16MatcherInput = class extends MatcherInputBase {
	/** @param {string|null} charSequence */
	constructor(charSequence = null) {
		super();
		this.charSequence = charSequence;
	}
	getEncoding() {
		return MatcherInputBase.Encoding.UTF_16;
	}
	/**
	*
	* @returns {string}
	*/
	asCharSequence() {
		return this.charSequence;
	}
	/**
	*
	* @returns {number[]}
	*/
	asBytes() {
		return Utils.stringToUtf8ByteArray(this.charSequence.toString());
	}
	/**
	*
	* @returns {number}
	*/
	length() {
		return this.charSequence.length;
	}
};
var MatcherInput = class {
	/**
	* Return the MatcherInput for UTF_16 encoding.
	* @returns {Utf16MatcherInput}
	*/
	static utf16(charSequence) {
		Utils.checkInput(charSequence);
		return new Utf16MatcherInput(charSequence);
	}
	/**
	* Return the MatcherInput for UTF_8 encoding.
	* @returns {Utf8MatcherInput}
	*/
	static utf8(input) {
		if (Utils.isByteArray(input)) return new Utf8MatcherInput(input);
		return new Utf8MatcherInput(Utils.stringToUtf8ByteArray(input));
	}
};
// src/MachineInput.js
/**
* MachineInput abstracts different representations of the input text supplied to the Machine. It
* provides one-character lookahead.
*/
var MachineInputBase = class {
	static EOF() {
		return -8;
	}
	constructor() {
		this.start = 0;
		this.end = 0;
	}
	canCheckPrefix() {
		return true;
	}
	endPos() {
		return this.end - this.start;
	}
	hasString() {
		return false;
	}
	hasAnyString() {
		return false;
	}
	prefixLength() {
		return 0;
	}
};
var MachineUTF8Input = class MachineUTF8Input extends MachineInputBase {
	static RUNE_ERROR_STEP = Unicode.RUNE_ERROR << 3 | 1;
	constructor(bytes, start = 0, end = bytes.length) {
		super();
		this.bytes = bytes;
		this.start = start;
		this.end = end;
	}
	hasString(prefilter, pos) {
		const target = prefilter.bytes;
		if (target.length === 0) return true;
		const idx = this.indexOf(this.bytes, target, this.start + pos);
		return idx !== -1 && idx <= this.end - target.length;
	}
	hasAnyString(prefilter, pos) {
		return prefilter.automaton8().searchUTF8(this.bytes, this.start + pos, this.end);
	}
	step(pos) {
		pos += this.start;
		if (pos >= this.end) return MachineInputBase.EOF();
		const c = this.bytes[pos] & 255;
		if (c < 128) return c << 3 | 1;
		let size;
		let rune;
		let lo = 128;
		let hi = 191;
		if (c >= 194 && c <= 223) {
			size = 2;
			rune = c & 31;
		} else if (c >= 224 && c <= 239) {
			size = 3;
			rune = c & 15;
			if (c === 224) lo = 160;
			else if (c === 237) hi = 159;
		} else if (c >= 240 && c <= 244) {
			size = 4;
			rune = c & 7;
			if (c === 240) lo = 144;
			else if (c === 244) hi = 143;
		} else return MachineUTF8Input.RUNE_ERROR_STEP;
		if (pos + size > this.end) return MachineUTF8Input.RUNE_ERROR_STEP;
		const c1 = this.bytes[pos + 1] & 255;
		if (c1 < lo || c1 > hi) return MachineUTF8Input.RUNE_ERROR_STEP;
		rune = rune << 6 | c1 & 63;
		if (size > 2) {
			const c2 = this.bytes[pos + 2] & 255;
			if ((c2 & 192) !== 128) return MachineUTF8Input.RUNE_ERROR_STEP;
			rune = rune << 6 | c2 & 63;
			if (size > 3) {
				const c3 = this.bytes[pos + 3] & 255;
				if ((c3 & 192) !== 128) return MachineUTF8Input.RUNE_ERROR_STEP;
				rune = rune << 6 | c3 & 63;
			}
		}
		return rune << 3 | size;
	}
	index(re2, pos) {
		pos += this.start;
		const i = this.indexOf(this.bytes, re2.prefixUTF8, pos);
		return i < 0 ? i : i - pos;
	}
	context(pos) {
		pos += this.start;
		let r1 = -1;
		if (pos > this.start && pos <= this.end) {
			let start = pos - 1;
			r1 = this.bytes[start--];
			if (r1 >= 128) {
				let lim = pos - 4;
				if (lim < this.start) lim = this.start;
				while (start >= lim && (this.bytes[start] & 192) === 128) start--;
				if (start < this.start) start = this.start;
				const r = this.step(start - this.start);
				r1 = start + (r & 7) === pos ? r >> 3 : Unicode.RUNE_ERROR;
			}
		}
		const r2 = pos < this.end ? this.step(pos - this.start) >> 3 : -1;
		return Utils.emptyOpContext(r1, r2);
	}
	indexOf(source, target, fromIndex = 0) {
		let targetLength = target.length;
		if (targetLength === 0) return fromIndex <= this.end ? fromIndex : -1;
		const firstByte = target[0];
		let limit = this.end - targetLength;
		const hasNativeIndexOf = typeof source.indexOf === "function";
		let i = fromIndex;
		while (i <= limit) {
			if (hasNativeIndexOf) {
				i = source.indexOf(firstByte, i);
				if (i === -1 || i > limit) return -1;
			} else {
				while (i <= limit && source[i] !== firstByte) i++;
				if (i > limit) return -1;
			}
			let match = true;
			for (let j = 1; j < targetLength; j++) if (source[i + j] !== target[j]) {
				match = false;
				break;
			}
			if (match) return i;
			i++;
		}
		return -1;
	}
	prefixLength(re2) {
		return re2.prefixUTF8.length;
	}
};
var MachineUTF16Input = class extends MachineInputBase {
	constructor(charSequence, start = 0, end = charSequence.length) {
		super();
		this.charSequence = charSequence;
		this.start = start;
		this.end = end;
	}
	hasString(prefilter, pos) {
		const idx = this.charSequence.indexOf(prefilter.str, this.start + pos);
		return idx !== -1 && idx <= this.end - prefilter.str.length;
	}
	hasAnyString(prefilter, pos) {
		return prefilter.automaton16().searchUTF16(this.charSequence, this.start + pos, this.end);
	}
	step(pos) {
		pos += this.start;
		if (pos >= this.end) return MachineInputBase.EOF();
		const c1 = this.charSequence.charCodeAt(pos);
		if (c1 < Unicode.MIN_HIGH_SURROGATE || c1 > Unicode.MAX_HIGH_SURROGATE || pos + 1 >= this.end) return c1 << 3 | 1;
		const c2 = this.charSequence.charCodeAt(pos + 1);
		if (c2 >= Unicode.MIN_LOW_SURROGATE && c2 <= Unicode.MAX_LOW_SURROGATE) return (c1 - Unicode.MIN_HIGH_SURROGATE) * 1024 + (c2 - Unicode.MIN_LOW_SURROGATE) + Unicode.MIN_SUPPLEMENTARY_CODE_POINT << 3 | 2;
		return c1 << 3 | 1;
	}
	index(re2, pos) {
		pos += this.start;
		const i = this.charSequence.indexOf(re2.prefix, pos);
		if (i < 0 || i > this.end - re2.prefix.length) return -1;
		return i - pos;
	}
	context(pos) {
		pos += this.start;
		const r1 = pos > this.start && pos <= this.end ? this.charSequence.charCodeAt(pos - 1) : -1;
		const r2 = pos < this.end ? this.charSequence.charCodeAt(pos) : -1;
		return Utils.emptyOpContext(r1, r2);
	}
	prefixLength(re2) {
		return re2.prefix.length;
	}
};
var MachineInput = class {
	static fromUTF8(bytes, start = 0, end = bytes.length) {
		return new MachineUTF8Input(bytes, start, end);
	}
	static fromUTF16(charSequence, start = 0, end = void 0) {
		Utils.checkInput(charSequence);
		return new MachineUTF16Input(charSequence, start, end ?? charSequence.length);
	}
};
// src/Matcher.js
/**
* A stateful iterator that interprets a regex {@code RE2JS} on a specific input.
*
* Conceptually, a Matcher consists of four parts:
* <ol>
* <li>A compiled regular expression {@code RE2JS}, set at construction and fixed for the lifetime
* of the matcher.</li>
*
* <li>The remainder of the input string, set at construction or {@link #reset()} and advanced by
* each match operation such as {@link #find}, {@link #matches} or {@link #lookingAt}.</li>
*
* <li>The current match information, accessible via {@link #start}, {@link #end}, and
* {@link #group}, and updated by each match operation.</li>
*
* <li>The append position, used and advanced by {@link #appendReplacement} and {@link #appendTail}
* if performing a search and replace from the input to an external {@code StringBuffer}.
*
* </ol>
*
*
* @author rsc@google.com (Russ Cox)
*/
var Matcher = class Matcher {
	/**
	* V8 and WebKit have historical hard limits on the number of arguments
	* that can be passed to a function. We cap replacer arguments to prevent
	* Call Stack Overflow (DoS) vulnerabilities on massive ASTs.
	*/
	static MAX_REPLACER_ARGS = 65535;
	/**
	* Quotes '\' and '$' in {@code s}, so that the returned string could be used in
	* {@link #appendReplacement} as a literal replacement of {@code s}.
	*
	* @param {string} str the string to be quoted
	* @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
	* @returns {string} the quoted string
	*/
	static quoteReplacement(str, javaMode = false) {
		if (javaMode) {
			if (str.indexOf("\\") < 0 && str.indexOf("$") < 0) return str;
			return str.split("").map((s) => {
				const c = s.codePointAt(0);
				if (c === Codepoint.CODES["\\"] || c === Codepoint.CODES["$"]) return `\\${s}`;
				return s;
			}).join("");
		}
		if (str.indexOf("$") < 0) return str;
		return str.split("").map((s) => {
			if (s.codePointAt(0) === Codepoint.CODES["$"]) return "$$";
			return s;
		}).join("");
	}
	/**
	*
	* @param {import('./index.js').RE2JS} pattern
	* @param {string|number[]|Uint8Array|MatcherInputBase} input
	*/
	constructor(pattern, input) {
		if (pattern === null) throw new Error("pattern is null");
		/**
		* The pattern being matched.
		* @type {import('./index.js').RE2JS}
		*/
		this.patternInput = pattern;
		const re2 = this.patternInput.re2();
		/** @type {number} */
		this.patternGroupCount = re2.numberOfCapturingGroups();
		/** @type {number[]} */
		this.groups = [];
		/** @type {Record<string, number>} */
		this.namedGroups = re2.namedGroups;
		/** @type {boolean} */
		this.hasNamedGroups = Object.keys(this.namedGroups).length > 0;
		/** @type {number} */
		this.numberOfInstructions = re2.numberOfInstructions();
		/** @type {import('./Machine.js').LookbehindState|null} */
		this.lookbehindState = null;
		if (input instanceof MatcherInputBase) this.resetMatcherInput(input);
		else if (Utils.isByteArray(input)) this.resetMatcherInput(MatcherInput.utf8(input));
		else this.resetMatcherInput(MatcherInput.utf16(input));
	}
	/**
	* Returns the {@code RE2JS} associated with this {@code Matcher}.
	* @returns {import('./index.js').RE2JS}
	*/
	pattern() {
		return this.patternInput;
	}
	/**
	* Resets the {@code Matcher}, rewinding input and discarding any match information.
	*
	* @returns {Matcher} the {@code Matcher} itself, for chained method calls
	*/
	reset() {
		/** @type {number} */
		this.matcherInputLength = this.matcherInput.length();
		/** @type {number} */
		this.appendPos = 0;
		this.hasMatch = false;
		this.hasGroups = false;
		this.anchorFlag = 0;
		return this;
	}
	/**
	* Resets the {@code Matcher} and changes the input.
	* @param {string|number[]|Uint8Array|MatcherInputBase} input
	* @returns {Matcher} the {@code Matcher} itself, for chained method calls
	*/
	resetMatcherInput(input) {
		if (input === null) throw new Error("input is null");
		if (!(input instanceof MatcherInputBase)) {
			if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
			else input = MatcherInput.utf16(input);
		}
		this.matcherInput = input;
		if (this.lookbehindState !== null) this.lookbehindState.reset();
		else this.lookbehindState = this.patternInput.re2().createLookbehindState();
		this.reset();
		return this;
	}
	/**
	* Returns the start of the named group of the most recent match, or -1 if the group was not
	* matched.
	* @param {string|number} [group=0]
	* @returns {number}
	*/
	start(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		this.loadGroup(group);
		return this.groups[2 * group];
	}
	/**
	* Returns the end of the named group of the most recent match, or -1 if the group was not
	* matched.
	* @param {string|number} [group=0]
	* @returns {number}
	*/
	end(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		this.loadGroup(group);
		return this.groups[2 * group + 1];
	}
	/**
	* Returns the program size of this pattern.
	*
	* <p>
	* Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
	* "cost". Larger numbers are more expensive than smaller numbers.
	* </p>
	*
	* @returns {number} the program size of this pattern
	*/
	programSize() {
		return this.numberOfInstructions;
	}
	/**
	* Returns the named group of the most recent match, or {@code null} if the group was not matched.
	* @param {string|number} [group=0]
	* @returns {string|null}
	*/
	group(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		const start = this.start(group);
		const end = this.end(group);
		if (start < 0 && end < 0) return null;
		return this.substring(start, end);
	}
	/**
	* Returns a dictionary map of all named capturing groups and their matched values.
	* If a group was not matched, its value will be `null`.
	* @returns {Record<string, string|null>}
	*/
	getNamedGroups() {
		if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
		const result = Object.create(null);
		for (const name of Object.keys(this.namedGroups)) result[name] = this.group(name);
		return result;
	}
	/**
	* Returns the number of subgroups in this pattern.
	*
	* @returns {number} the number of subgroups; the overall match (group 0) does not count
	*/
	groupCount() {
		return this.patternGroupCount;
	}
	/**
	* Helper: finds subgroup information if needed for group.
	* @param {number} group
	* @private
	*/
	loadGroup(group) {
		if (!Number.isInteger(group) || group < 0 || group > this.patternGroupCount) throw new RE2JSGroupException(`Group index out of bounds: ${group}`);
		if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
		if (group === 0 || this.hasGroups) return;
		const end = this.matcherInputLength;
		const res = this.patternInput.re2().matchMachineInput(this.matcherInput, this.groups[0], end, this.anchorFlag, 1 + this.patternGroupCount, this.lookbehindState);
		if (!res[0]) throw new RE2JSGroupException("inconsistency in matching group data");
		this.groups = res[1];
		this.hasGroups = true;
	}
	/**
	* Matches the entire input against the pattern (anchored start and end). If there is a match,
	* {@code matches} sets the match state to describe it.
	*
	* @returns {boolean} true if the entire input matches the pattern
	*/
	matches() {
		return this.genMatch(0, RE2Flags.ANCHOR_BOTH);
	}
	/**
	* Matches the beginning of input against the pattern (anchored start). If there is a match,
	* {@code lookingAt} sets the match state to describe it.
	*
	* @returns {boolean} true if the beginning of the input matches the pattern
	*/
	lookingAt() {
		return this.genMatch(0, RE2Flags.ANCHOR_START);
	}
	/**
	* Matches the input against the pattern (unanchored), starting at a specified position. If there
	* is a match, {@code find} sets the match state to describe it.
	*
	* @param {number|null} [start=null] the input position where the search begins
	* @returns {boolean} if it finds a match
	* @throws IndexOutOfBoundsException if start is not a valid input position
	*/
	find(start = null) {
		if (start !== null) {
			if (!Number.isInteger(start) || start < 0 || start > this.matcherInputLength) throw new RE2JSGroupException(`start index out of bounds: ${start}`);
			this.reset();
			return this.genMatch(start, 0);
		}
		start = 0;
		if (this.hasMatch) {
			start = this.groups[1];
			if (this.groups[0] === this.groups[1]) {
				const r = (this.matcherInput.isUTF16Encoding() ? MachineInput.fromUTF16(this.matcherInput.asCharSequence(), 0, this.matcherInputLength) : MachineInput.fromUTF8(this.matcherInput.asBytes(), 0, this.matcherInputLength)).step(start);
				if (r < 0) start++;
				else start += r & 7;
			}
		}
		return this.genMatch(start, RE2Flags.UNANCHORED);
	}
	/**
	* Helper: does match starting at start, with RE2 anchor flag.
	* @param {number} startByte
	* @param {number} anchor
	* @returns {boolean}
	* @private
	*/
	genMatch(startByte, anchor) {
		const res = this.patternInput.re2().matchMachineInput(this.matcherInput, startByte, this.matcherInputLength, anchor, 1, this.lookbehindState);
		if (!res[0]) {
			this.hasMatch = false;
			return false;
		}
		this.groups = res[1];
		this.hasMatch = true;
		this.hasGroups = this.patternGroupCount === 0;
		this.anchorFlag = anchor;
		return true;
	}
	/**
	* Helper: return substring for [start, end).
	* @param {number} start
	* @param {number} end
	* @returns {string}
	*/
	substring(start, end) {
		if (this.matcherInput.isUTF8Encoding()) return Utils.utf8ByteArrayToString(this.matcherInput.asBytes().slice(start, end));
		return this.matcherInput.asCharSequence().substring(start, end).toString();
	}
	/**
	* Helper for Pattern: return input length.
	* @returns {number}
	*/
	inputLength() {
		return this.matcherInputLength;
	}
	/**
	* Appends to result two strings: the text from the append position up to the beginning of the
	* most recent match, and then the replacement with submatch groups substituted for references to
	* them. It advances the append position to where the most recent match ended.
	*
	* By default the replacement is expanded as by String.prototype.replace (see
	* appendReplacementInternalJs). In Java mode it follows re2j / java.util.regex: $n takes as
	* many digits as still form a valid group number, ${name} is a named group, and a backslash
	* escapes the next character (so "\\$" in a JS string literal inserts a literal $).
	*
	* @param {string} replacement the replacement string
	* @param {boolean} [javaMode=false] activate java mode (different behaviour for capture groups and special characters)
	* @returns {string}
	* @throws IllegalStateException if there was no most recent match
	* @throws IndexOutOfBoundsException in Java mode, if replacement refers to an invalid group
	* @private
	*/
	appendReplacement(replacement, javaMode = false) {
		let res = "";
		const s = this.start();
		const e = this.end();
		if (this.appendPos < s) res += this.substring(this.appendPos, s);
		this.appendPos = e;
		res += javaMode ? this.appendReplacementInternalJava(replacement) : this.appendReplacementInternalJs(replacement);
		return res;
	}
	/**
	* @param {string} replacement - the replacement string
	* @returns {string}
	* @private
	*/
	appendReplacementInternalJava(replacement) {
		let res = "";
		let last = 0;
		const m = replacement.length;
		let i = 0;
		while (i < m) {
			const cCode = replacement.codePointAt(i);
			if (cCode === Codepoint.CODES["\\"]) {
				if (last < i) res += replacement.substring(last, i);
				i++;
				if (i >= m) throw new RE2JSGroupException("character to be escaped is missing");
				last = i;
				i++;
				continue;
			}
			if (cCode === Codepoint.CODES["$"]) {
				if (last < i) res += replacement.substring(last, i);
				if (i + 1 >= m) throw new RE2JSGroupException("Illegal group reference: group index is missing");
				const nextCode = replacement.codePointAt(i + 1);
				if (Codepoint.CODES["0"] <= nextCode && nextCode <= Codepoint.CODES["9"]) {
					let n = nextCode - Codepoint.CODES["0"];
					let j = i + 2;
					for (; j < m; j++) {
						const digit = replacement.codePointAt(j);
						if (digit < Codepoint.CODES["0"] || digit > Codepoint.CODES["9"] || n * 10 + digit - Codepoint.CODES["0"] > this.patternGroupCount) break;
						n = n * 10 + digit - Codepoint.CODES["0"];
					}
					if (n > this.patternGroupCount) throw new RE2JSGroupException(`n > number of groups: ${n}`);
					const group = this.group(n);
					if (group !== null) res += group;
					i = j;
					last = i;
				} else if (nextCode === Codepoint.CODES["{"]) {
					let j = i + 2;
					while (j < m && replacement.codePointAt(j) !== Codepoint.CODES["}"]) j++;
					if (j >= m) throw new RE2JSGroupException("named capture group is missing trailing '}'");
					const groupName = replacement.substring(i + 2, j);
					const groupVal = this.group(groupName);
					if (groupVal !== null) res += groupVal;
					i = j + 1;
					last = i;
				} else throw new RE2JSGroupException("Illegal group reference");
				continue;
			}
			i++;
		}
		if (last < m) res += replacement.substring(last, m);
		return res;
	}
	/**
	* Expands |replacement| for the current match by the rules of String.prototype.replace
	* (ECMAScript GetSubstitution): $$ is "$", $& the match, $` the text before it, $' the text
	* after it, $n and $nn a group (two digits only when they form a valid group number, so with
	* one group "$10" is group 1 then "0"; an unmatched group is empty), and $<name> a named group
	* (empty when no such group), only when the pattern has named groups. Anything else, such as
	* "$0" or "$<" without a closing ">", is kept as is.
	* @param {string} replacement - the replacement string
	* @returns {string}
	* @private
	*/
	appendReplacementInternalJs(replacement) {
		const isDigit = (c) => c >= 48 && c <= 57;
		const groupCount = this.patternGroupCount;
		let res = "";
		let i = 0;
		while (i < replacement.length) {
			const dollar = replacement.indexOf("$", i);
			if (dollar < 0) break;
			res += replacement.substring(i, dollar);
			i = dollar;
			const c = replacement.charCodeAt(i + 1);
			if (c === Codepoint.CODES["$"]) {
				res += "$";
				i += 2;
			} else if (c === Codepoint.CODES["&"]) {
				res += this.group(0);
				i += 2;
			} else if (c === Codepoint.CODES["`"]) {
				res += this.substring(0, this.start(0));
				i += 2;
			} else if (c === Codepoint.CODES["'"]) {
				res += this.substring(this.end(0), this.matcherInputLength);
				i += 2;
			} else if (isDigit(c)) {
				let digits = 1;
				let index = c - 48;
				const c2 = replacement.charCodeAt(i + 2);
				if (isDigit(c2) && index * 10 + c2 - 48 <= groupCount) {
					digits = 2;
					index = index * 10 + c2 - 48;
				}
				if (index >= 1 && index <= groupCount) {
					const group = this.group(index);
					if (group !== null) res += group;
				} else res += replacement.substring(i, i + 1 + digits);
				i += 1 + digits;
			} else if (c === Codepoint.CODES["<"] && this.hasNamedGroups) {
				const gt = replacement.indexOf(">", i + 2);
				if (gt < 0) {
					res += "$<";
					i += 2;
				} else {
					const name = replacement.substring(i + 2, gt);
					if (Object.hasOwn(this.namedGroups, name)) {
						const group = this.group(name);
						if (group !== null) res += group;
					}
					i = gt + 1;
				}
			} else {
				res += "$";
				i += 1;
			}
		}
		return res + replacement.substring(i);
	}
	/**
	* Return the substring of the input from the append position to the end of the
	* input.
	* @returns {string}
	*/
	appendTail() {
		return this.substring(this.appendPos, this.matcherInputLength);
	}
	/**
	* Returns the input with all matches replaced by {@code replacement}, interpreted as for
	* {@code appendReplacement}.
	*
	* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
	* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
	* @returns {string} the input string with the matches replaced
	* @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
	*/
	replaceAll(replacement, javaMode = false) {
		return this.replace(replacement, true, javaMode);
	}
	/**
	* Returns the input with the first match replaced by {@code replacement}, interpreted as for
	* {@code appendReplacement}.
	*
	* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
	* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
	* @returns {string} the input string with the first match replaced
	* @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
	*/
	replaceFirst(replacement, javaMode = false) {
		return this.replace(replacement, false, javaMode);
	}
	/**
	* Helper: replaceAll/replaceFirst hybrid.
	* @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
	* @param {boolean} [all=true] - replace all matches
	* @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
	* @returns {string}
	* @private
	*/
	replace(replacement, all = true, javaMode = false) {
		let res = "";
		this.reset();
		const isFunc = typeof replacement === "function";
		let originalInput = null;
		if (isFunc) {
			if (this.groupCount() >= Matcher.MAX_REPLACER_ARGS) throw new RE2JSGroupException("Too many capture groups to safely invoke replacer function");
			originalInput = this.matcherInput.isUTF8Encoding() ? this.matcherInput.asBytes() : this.matcherInput.asCharSequence();
		}
		while (this.find()) {
			res += isFunc ? this.appendReplacementFunc(replacement, originalInput) : this.appendReplacement(replacement, javaMode);
			if (!all) break;
		}
		res += this.appendTail();
		return res;
	}
	/**
	* Evaluates a replacer function for the current match and appends the result,
	* along with any un-matched preceding text, advancing the append position.
	* @param {Function} replacer - the replacer function
	* @param {string|Uint8Array|number[]} originalInput - the cached original input reference
	* @returns {string} the evaluated string to append
	* @private
	*/
	appendReplacementFunc(replacer, originalInput) {
		let res = "";
		const s = this.start();
		const e = this.end();
		if (this.appendPos < s) res += this.substring(this.appendPos, s);
		this.appendPos = e;
		/** @type {unknown[]} */
		const args = this.matchArray();
		args.push(s, originalInput);
		if (this.hasNamedGroups) args.push(this.namedGroupsObject());
		res += String(replacer(...args));
		return res;
	}
	/**
	* The match and its groups, as the elements of a JS RegExpExecArray: undefined for a group that
	* did not take part in the match. Used by exec(), matchAll() and replacer functions.
	* @returns {Array<string|undefined>}
	* @private
	*/
	matchArray() {
		const result = [this.group(0)];
		for (let i = 1; i <= this.patternGroupCount; i++) {
			const group = this.group(i);
			result.push(group === null ? void 0 : group);
		}
		return result;
	}
	/**
	* The named groups, as the groups property of a JS RegExpExecArray: an object without a
	* prototype mapping each name to its group (undefined when it did not take part in the match),
	* or undefined when the pattern has no named groups.
	* @returns {Record<string, string|undefined>|undefined}
	* @private
	*/
	namedGroupsObject() {
		if (!this.hasNamedGroups) return;
		const result = this.getNamedGroups();
		for (const name in result) if (result[name] === null) result[name] = void 0;
		return result;
	}
};
// src/Inst.js
/**
* A single instruction in the regular expression virtual machine.
*
* @see http://swtch.com/~rsc/regexp/regexp2.html
*/
var Inst = class Inst {
	static ALT = 1;
	static ALT_MATCH = 2;
	static CAPTURE = 3;
	static EMPTY_WIDTH = 4;
	static FAIL = 5;
	static MATCH = 6;
	static NOP = 7;
	static RUNE = 8;
	static RUNE1 = 9;
	static RUNE_ANY = 10;
	static RUNE_ANY_NOT_NL = 11;
	static LB_WRITE = 12;
	static LB_CHECK = 13;
	static isRuneOp(op) {
		return Inst.RUNE <= op && op <= Inst.RUNE_ANY_NOT_NL;
	}
	static escapeRunes(runes) {
		let out = "\"";
		for (let rune of runes) out += Utils.escapeRune(rune);
		out += "\"";
		return out;
	}
	constructor(op) {
		this.op = op;
		this.out = 0;
		this.arg = 0;
		/** @type {Int32Array} */
		this.runes = /* @__PURE__ */ new Int32Array(0);
		/** @type {Uint32Array | number[] | null} */
		this.next = null;
	}
	matchRune(r) {
		if (this.runes.length === 1) {
			const r0 = this.runes[0];
			if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r);
			return r === r0;
		}
		const len = this.runes.length;
		if (len === 0) return false;
		if (len === 2 || len === 4 || len === 6 || len === 8) {
			for (let j = 0; j < len; j += 2) {
				if (r < this.runes[j]) return false;
				if (r <= this.runes[j + 1]) return true;
			}
			return false;
		}
		let base = 0;
		let n = len >> 1;
		while (n > 1) {
			const half = n >> 1;
			base += this.runes[base + half << 1] <= r ? half : 0;
			n -= half;
		}
		base += this.runes[base << 1] <= r ? 1 : 0;
		const m = base - 1;
		return m >= 0 && r <= this.runes[m << 1 | 1];
	}
	matchRunePos(r) {
		if (this.runes.length === 1) {
			const r0 = this.runes[0];
			if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r) ? 0 : -1;
			return r === r0 ? 0 : -1;
		}
		const len = this.runes.length;
		if (len === 0) return -1;
		if (len === 2 || len === 4 || len === 6 || len === 8) {
			for (let j = 0; j < len; j += 2) {
				if (r < this.runes[j]) return -1;
				if (r <= this.runes[j + 1]) return Math.floor(j / 2);
			}
			return -1;
		}
		let base = 0;
		let n = len >> 1;
		while (n > 1) {
			const half = n >> 1;
			base += this.runes[base + half << 1] <= r ? half : 0;
			n -= half;
		}
		base += this.runes[base << 1] <= r ? 1 : 0;
		const m = base - 1;
		return m >= 0 && r <= this.runes[m << 1 | 1] ? m : -1;
	}
	/**
	*
	* @returns {string}
	*/
	toString() {
		switch (this.op) {
			case Inst.ALT: return `alt -> ${this.out}, ${this.arg}`;
			case Inst.ALT_MATCH: return `altmatch -> ${this.out}, ${this.arg}`;
			case Inst.CAPTURE: return `cap ${this.arg} -> ${this.out}`;
			case Inst.EMPTY_WIDTH: return `empty ${this.arg} -> ${this.out}`;
			case Inst.MATCH: return `match${this.arg !== 0 ? ` ${this.arg}` : ""}`;
			case Inst.FAIL: return "fail";
			case Inst.NOP: return `nop -> ${this.out}`;
			case Inst.LB_WRITE: return `lbwrite ${this.arg} -> ${this.out}`;
			case Inst.LB_CHECK: return `lbcheck ${this.arg} -> ${this.out}`;
			case Inst.RUNE:
				if (this.runes === null) return "rune <null>";
				return [
					"rune ",
					Inst.escapeRunes(this.runes),
					(this.arg & RE2Flags.FOLD_CASE) !== 0 ? "/i" : "",
					" -> ",
					this.out
				].join("");
			case Inst.RUNE1: return `rune1 ${Inst.escapeRunes(this.runes)} -> ${this.out}`;
			case Inst.RUNE_ANY: return `any -> ${this.out}`;
			case Inst.RUNE_ANY_NOT_NL: return `anynotnl -> ${this.out}`;
			default: throw new Error("unhandled case in Inst.toString");
		}
	}
};
// src/Machine.js
var Queue = class Queue {
	constructor(numInst) {
		this.sparse = new Int32Array(numInst);
		this.densePcs = new Int32Array(numInst);
		this.denseCaps = null;
		this.size = 0;
		this.ncap = 0;
		this.mainThreads = 0;
	}
	static INITIAL_THREADS = 32;
	init(ncap) {
		this.ncap = ncap;
		const needed = Math.min(this.densePcs.length, Queue.INITIAL_THREADS) * ncap;
		if (!this.denseCaps || this.denseCaps.length < needed) this.denseCaps = new Int32Array(needed);
	}
	growCaps(needed) {
		const limit = this.densePcs.length * this.ncap;
		const grown = new Int32Array(Math.min(limit, Math.max(needed, 2 * this.denseCaps.length)));
		grown.set(this.denseCaps);
		this.denseCaps = grown;
	}
	contains(pc) {
		const j = this.sparse[pc];
		return j < this.size && this.densePcs[j] === pc;
	}
	isEmpty() {
		return this.size === 0;
	}
	add(pc) {
		const j = this.size++;
		this.sparse[pc] = j;
		this.densePcs[j] = pc;
		return j;
	}
	clear() {
		this.size = 0;
		this.mainThreads = 0;
	}
	toString() {
		let out = "{";
		for (let i = 0; i < this.size; i++) {
			if (i !== 0) out += ", ";
			out += this.densePcs[i];
		}
		out += "}";
		return out;
	}
};
var LookbehindState = class {
	constructor(prog) {
		this.pos = -1;
		this.pcs = new Int32Array(prog.numInst());
		this.size = 0;
		this.lbTable = new Int32Array(prog.numLb + 1);
	}
	reset() {
		this.pos = -1;
		this.size = 0;
	}
};
var Machine = class Machine {
	static fromRE2(re2) {
		const m = new Machine();
		m.prog = re2.prog;
		m.re2 = re2;
		m.q0 = new Queue(m.prog.numInst());
		m.q1 = new Queue(m.prog.numInst());
		m.addStack = new Int32Array(2 * (m.prog.numInst() + 1));
		m.matched = false;
		m.matchcap = new Int32Array(m.prog.numCap < 2 ? 2 : m.prog.numCap);
		m.ncap = 0;
		return m;
	}
	constructor() {
		this.prog = null;
		this.re2 = null;
		this.q0 = null;
		this.q1 = null;
		this.addStack = null;
		this.matched = false;
		this.matchcap = null;
		this.ncap = 0;
		this.lbTable = null;
	}
	init(ncap) {
		this.ncap = ncap;
		if (ncap > this.matchcap.length) this.matchcap = new Int32Array(ncap).fill(-1);
		else this.matchcap.fill(-1);
		this.q0.init(ncap);
		this.q1.init(ncap);
		if (this.prog.numLb > 0) {
			if (!this.lbTable || this.lbTable.length < this.prog.numLb + 1) this.lbTable = new Int32Array(this.prog.numLb + 1);
			this.lbTable.fill(-1);
		}
	}
	submatches() {
		if (this.ncap === 0) return Utils.emptyInts();
		return Utils.toArray(this.matchcap.subarray(0, this.ncap));
	}
	match(input, pos, anchor, lbState = null) {
		const startCond = this.re2.cond;
		if (startCond === Utils.EMPTY_ALL) return false;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
		this.matched = false;
		this.matchcap.fill(-1);
		const hasLookbehinds = this.prog.numLb > 0;
		const matchStartPos = pos;
		let currentPos = pos;
		let resumeLookbehinds = false;
		if (hasLookbehinds) {
			if (lbState !== null && lbState.pos >= 0 && lbState.pos <= pos) {
				currentPos = lbState.pos;
				resumeLookbehinds = true;
			} else currentPos = 0;
		}
		let saveLookbehinds = hasLookbehinds && lbState !== null;
		let runq = this.q0;
		let nextq = this.q1;
		let r = input.step(currentPos);
		let rune = r >> 3;
		let width = r & 7;
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r = input.step(currentPos + width);
			rune1 = r >> 3;
			width1 = r & 7;
		}
		let flag;
		if (currentPos === 0) flag = Utils.emptyOpContext(-1, rune);
		else flag = input.context(currentPos);
		if (hasLookbehinds) {
			if (resumeLookbehinds) this.restoreLookbehinds(lbState, runq, flag);
			else this.spawnLookbehinds(runq, currentPos, flag);
		}
		while (true) {
			if (runq.mainThreads === 0) {
				if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
				if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
				if (this.matched) break;
				if (this.prog.numLb === 0 && runq.isEmpty() && !(this.re2.prefix.length === 0) && rune1 !== this.re2.prefixRune && input.canCheckPrefix()) {
					const advance = input.index(this.re2, currentPos);
					if (advance < 0) break;
					currentPos += advance;
					r = input.step(currentPos);
					rune = r >> 3;
					width = r & 7;
					r = input.step(currentPos + width);
					rune1 = r >> 3;
					width1 = r & 7;
					flag = input.context(currentPos);
				}
			}
			if (currentPos >= matchStartPos) {
				if (saveLookbehinds) {
					this.saveLookbehinds(lbState, runq, currentPos);
					saveLookbehinds = false;
				}
				if (!this.matched && (currentPos === 0 || anchor === RE2Flags.UNANCHORED)) {
					if (this.ncap > 0) this.matchcap[0] = currentPos;
					this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
				}
			}
			const nextPos = currentPos + width;
			flag = input.context(nextPos);
			this.step(runq, nextq, currentPos, nextPos, rune, flag, anchor, currentPos === input.endPos());
			if (width === 0) break;
			if (this.ncap === 0 && this.matched) break;
			currentPos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r = input.step(currentPos + width);
				rune1 = r >> 3;
				width1 = r & 7;
			}
			const tmpq = runq;
			runq = nextq;
			nextq = tmpq;
		}
		runq.clear();
		nextq.clear();
		return this.matched;
	}
	matchSet(input, pos, anchor) {
		const startCond = this.re2.cond;
		if (startCond === Utils.EMPTY_ALL) return [];
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
		let currentPos = this.prog.numLb > 0 ? 0 : pos;
		let matchStartPos = pos;
		let runq = this.q0;
		let nextq = this.q1;
		let r = input.step(currentPos);
		let rune = r >> 3;
		let width = r & 7;
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r = input.step(currentPos + width);
			rune1 = r >> 3;
			width1 = r & 7;
		}
		let flag = currentPos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(currentPos);
		const matches = /* @__PURE__ */ new Set();
		if (this.prog.numLb > 0) this.spawnLookbehinds(runq, currentPos, flag);
		while (true) {
			if (runq.mainThreads === 0) {
				if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
				if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
			}
			if (currentPos === 0 || anchor === RE2Flags.UNANCHORED) {
				if (currentPos >= matchStartPos) this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
			}
			const nextPos = currentPos + width;
			flag = input.context(nextPos);
			for (let j = 0; j < runq.size; j++) {
				const pc = runq.densePcs[j];
				const i = this.prog.inst[pc];
				const capOffset = j * this.ncap;
				let add = false;
				switch (i.op) {
					case Inst.MATCH:
						if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== input.endPos()) break;
						matches.add(i.arg);
						break;
					case Inst.RUNE:
						add = i.matchRune(rune);
						break;
					case Inst.RUNE1:
						add = rune === i.runes[0];
						break;
					case Inst.RUNE_ANY:
						add = true;
						break;
					case Inst.RUNE_ANY_NOT_NL:
						add = rune !== 10;
						break;
					default: continue;
				}
				if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, flag);
			}
			runq.clear();
			if (width === 0) break;
			currentPos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r = input.step(currentPos + width);
				rune1 = r >> 3;
				width1 = r & 7;
			}
			const tmpq = runq;
			runq = nextq;
			nextq = tmpq;
		}
		nextq.clear();
		return Array.from(matches).sort((a, b) => a - b);
	}
	step(runq, nextq, pos, nextPos, c, nextCond, anchor, atEnd) {
		const longest = this.re2.longest;
		for (let j = 0; j < runq.size; j++) {
			const pc = runq.densePcs[j];
			const capOffset = j * this.ncap;
			if (longest && this.matched && this.ncap > 0 && this.matchcap[0] < runq.denseCaps[capOffset]) continue;
			const i = this.prog.inst[pc];
			let add = false;
			switch (i.op) {
				case Inst.MATCH:
					if (anchor === RE2Flags.ANCHOR_BOTH && !atEnd) break;
					if (this.ncap > 0 && (!longest || !this.matched || this.matchcap[1] < pos)) {
						runq.denseCaps[capOffset + 1] = pos;
						for (let k = 0; k < this.ncap; k++) this.matchcap[k] = runq.denseCaps[capOffset + k];
					}
					if (!longest) runq.size = 0;
					this.matched = true;
					break;
				case Inst.RUNE:
					add = i.matchRune(c);
					break;
				case Inst.RUNE1:
					add = c === i.runes[0];
					break;
				case Inst.RUNE_ANY:
					add = true;
					break;
				case Inst.RUNE_ANY_NOT_NL:
					add = c !== 10;
					break;
				default: continue;
			}
			if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, nextCond);
		}
		runq.clear();
	}
	spawnLookbehinds(q, pos, flag) {
		for (let i = 0; i < this.prog.lbStarts.length; i++) this.add(q, this.prog.lbStarts[i], pos, this.matchcap, 0, flag);
	}
	restoreLookbehinds(lbState, q, flag) {
		this.lbTable.set(lbState.lbTable);
		for (let j = 0; j < lbState.size; j++) this.add(q, lbState.pcs[j], lbState.pos, this.matchcap, 0, flag);
	}
	saveLookbehinds(lbState, q, pos) {
		let size = 0;
		for (let j = 0; j < q.size; j++) {
			const pc = q.densePcs[j];
			if (this.prog.lbInst[pc] === 1 && Inst.isRuneOp(this.prog.inst[pc].op)) lbState.pcs[size++] = pc;
		}
		lbState.size = size;
		lbState.pos = pos;
		lbState.lbTable.set(this.lbTable);
	}
	add(q, pc, pos, capArray, capOffset, cond) {
		const stk = this.addStack;
		let nstk = 0;
		for (;;) {
			while (pc !== 0 && !q.contains(pc)) {
				const d = q.add(pc);
				const inst = this.prog.inst[pc];
				switch (inst.op) {
					case Inst.FAIL:
						pc = 0;
						break;
					case Inst.ALT:
					case Inst.ALT_MATCH:
						stk[nstk++] = inst.arg;
						stk[nstk++] = 0;
						pc = inst.out;
						break;
					case Inst.EMPTY_WIDTH:
						pc = (inst.arg & ~cond) === 0 ? inst.out : 0;
						break;
					case Inst.NOP:
						pc = inst.out;
						break;
					case Inst.CAPTURE:
						if (inst.arg < this.ncap) {
							stk[nstk++] = -inst.arg - 1;
							stk[nstk++] = capArray[capOffset + inst.arg];
							capArray[capOffset + inst.arg] = pos;
						}
						pc = inst.out;
						break;
					case Inst.LB_WRITE:
						this.lbTable[Math.abs(inst.arg)] = pos;
						pc = inst.out;
						break;
					case Inst.LB_CHECK:
						if (inst.arg > 0) pc = this.lbTable[inst.arg] === pos ? inst.out : 0;
						else pc = this.lbTable[-inst.arg] !== pos ? inst.out : 0;
						break;
					case Inst.MATCH:
					case Inst.RUNE:
					case Inst.RUNE1:
					case Inst.RUNE_ANY:
					case Inst.RUNE_ANY_NOT_NL:
						if (this.prog.lbInst[pc] === 0) q.mainThreads++;
						if (this.ncap > 0) {
							const destOffset = d * this.ncap;
							if (destOffset + this.ncap > q.denseCaps.length) q.growCaps(destOffset + this.ncap);
							for (let c = 0; c < this.ncap; c++) q.denseCaps[destOffset + c] = capArray[capOffset + c];
						}
						pc = 0;
						break;
					default: throw new RE2JSInternalException("unhandled");
				}
			}
			if (nstk === 0) return;
			nstk -= 2;
			const entry = stk[nstk];
			if (entry < 0) {
				capArray[capOffset - entry - 1] = stk[nstk + 1];
				pc = 0;
			} else pc = entry;
		}
	}
};
// src/DFA.js
const hashState = (pcs, flag, ids) => {
	let h = -2128831035;
	for (let i = 0; i < pcs.length; i++) {
		h ^= pcs[i];
		h = Math.imul(h, 16777619);
	}
	h ^= flag;
	h = Math.imul(h, 16777619);
	for (let i = 0; i < ids.length; i++) {
		h ^= ids[i];
		h = Math.imul(h, 16777619);
	}
	return h;
};
const arraysEqual = (a, b) => {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
};
const isState = (state, pcs, flag, ids) => state.flag === flag && arraysEqual(state.nfaStates, pcs) && arraysEqual(state.matchIDs, ids);
const NO_IDS = [];
const END_TEXT = -1;
var DFAState = class {
	constructor(nfaStates, flag, matchIDs) {
		this.nfaStates = nfaStates;
		this.flag = flag;
		this.isMatch = (flag & DFA.FLAG_MATCH) !== 0;
		this.matchIDs = matchIDs;
		this.next = null;
		this.nextAnchored = null;
	}
};
var DFA = class DFA {
	static FLAG_EMPTY_MASK = 255;
	static FLAG_MATCH = 256;
	static FLAG_LAST_WORD = 512;
	static FLAG_NEED_SHIFT = 16;
	static STATE_OVERHEAD = 150;
	static ARRAY_OVERHEAD = 40;
	static ELEMENT_SIZE = 8;
	static TABLE_OVERHEAD = 48;
	static PROGRESS_PER_STATE = 10;
	constructor(prog, maxMem = 8388608) {
		this.prog = prog;
		this.maxMem = maxMem;
		this.stateCache = /* @__PURE__ */ new Map();
		this.stateCount = 0;
		this.startStates = /* @__PURE__ */ new Map();
		this.failed = false;
		for (let pc = 0; pc < prog.numInst(); pc++) {
			const op = prog.getInst(pc).op;
			if (op === Inst.LB_WRITE || op === Inst.LB_CHECK) {
				this.failed = true;
				break;
			}
		}
		this.computeRuneClasses();
		this.stateBudget = maxMem;
		this.memBudget = maxMem;
	}
	computeRuneClasses() {
		const bounds = /* @__PURE__ */ new Set();
		const addRange = (lo, hi) => {
			bounds.add(lo);
			bounds.add(hi + 1);
		};
		for (let pc = 0; pc < this.prog.numInst(); pc++) {
			const inst = this.prog.getInst(pc);
			switch (inst.op) {
				case Inst.RUNE:
				case Inst.RUNE1:
					if (inst.runes.length === 1) {
						addRange(inst.runes[0], inst.runes[0]);
						if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) for (let f = Unicode.simpleFold(inst.runes[0]); f !== inst.runes[0]; f = Unicode.simpleFold(f)) addRange(f, f);
					} else for (let j = 0; j < inst.runes.length; j += 2) addRange(inst.runes[j], inst.runes[j + 1]);
					break;
				case Inst.RUNE_ANY_NOT_NL:
					addRange(10, 10);
					break;
				case Inst.EMPTY_WIDTH:
					if ((inst.arg & (Utils.EMPTY_BEGIN_LINE | Utils.EMPTY_END_LINE)) !== 0) addRange(10, 10);
					if ((inst.arg & (Utils.EMPTY_WORD_BOUNDARY | Utils.EMPTY_NO_WORD_BOUNDARY)) !== 0) {
						addRange(48, 57);
						addRange(65, 90);
						addRange(95, 95);
						addRange(97, 122);
					}
			}
		}
		bounds.delete(0);
		this.classBounds = Int32Array.from(bounds).sort();
		this.numClasses = this.classBounds.length + 1;
		const latin1Class = new Int32Array(Unicode.MAX_LATIN1 + 1);
		for (let r = 0; r <= Unicode.MAX_LATIN1; r++) latin1Class[r] = this.searchClass(r);
		this.latin1Class = latin1Class;
	}
	runeClass(r) {
		if (r <= Unicode.MAX_LATIN1) return this.latin1Class[r];
		return this.searchClass(r);
	}
	searchClass(r) {
		const bounds = this.classBounds;
		let lo = 0;
		let hi = bounds.length;
		while (lo < hi) {
			const mid = lo + hi >> 1;
			if (bounds[mid] <= r) lo = mid + 1;
			else hi = mid;
		}
		return lo;
	}
	closure(pcs, flag) {
		const closure = /* @__PURE__ */ new Set();
		const stack = Array.from(pcs);
		let needflags = 0;
		while (stack.length > 0) {
			const pc = stack.pop();
			if (pc === 0 || closure.has(pc)) continue;
			closure.add(pc);
			const inst = this.prog.getInst(pc);
			switch (inst.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					stack.push(inst.out);
					stack.push(inst.arg);
					break;
				case Inst.NOP:
				case Inst.CAPTURE:
					stack.push(inst.out);
					break;
				case Inst.EMPTY_WIDTH:
					needflags |= inst.arg;
					if ((inst.arg & ~flag) === 0) stack.push(inst.out);
			}
		}
		return {
			pcs: Array.from(closure).sort((a, b) => a - b),
			needflags
		};
	}
	getState(pcs, flag, ids) {
		const hash = hashState(pcs, flag, ids);
		const cached = this.stateCache.get(hash);
		if (cached instanceof DFAState) {
			if (isState(cached, pcs, flag, ids)) return cached;
		} else if (cached !== void 0) {
			for (let i = 0; i < cached.length; i++) if (isState(cached[i], pcs, flag, ids)) return cached[i];
		}
		const cost = DFA.stateCost(pcs, ids);
		if (this.memBudget < cost) return null;
		this.memBudget -= cost;
		const state = new DFAState(pcs, flag, ids);
		if (cached === void 0) this.stateCache.set(hash, state);
		else if (cached instanceof DFAState) this.stateCache.set(hash, [cached, state]);
		else cached.push(state);
		this.stateCount++;
		return state;
	}
	static stateCost(pcs, ids) {
		const idsCost = ids.length === 0 ? 0 : DFA.ARRAY_OVERHEAD + DFA.ELEMENT_SIZE * ids.length;
		return DFA.STATE_OVERHEAD + DFA.ELEMENT_SIZE * pcs.length + idsCost;
	}
	*cachedStates() {
		for (const cached of this.stateCache.values()) if (cached instanceof DFAState) yield cached;
		else yield* cached;
	}
	makeState(pcs, flag, ids) {
		const closure = this.closure(pcs, flag & DFA.FLAG_EMPTY_MASK);
		let stateFlag = flag;
		if (closure.needflags === 0) stateFlag &= DFA.FLAG_MATCH;
		stateFlag |= closure.needflags << DFA.FLAG_NEED_SHIFT;
		return this.getState(closure.pcs, stateFlag, ids);
	}
	allocTable(state, anchor) {
		const size = this.numClasses + 1;
		const cost = DFA.TABLE_OVERHEAD + DFA.ELEMENT_SIZE * size;
		if (this.memBudget < cost) return null;
		this.memBudget -= cost;
		const table = new Array(size).fill(null);
		if (anchor === RE2Flags.UNANCHORED) state.next = table;
		else state.nextAnchored = table;
		return table;
	}
	clearCache() {
		this.stateCache.clear();
		this.stateCount = 0;
		this.startStates.clear();
		this.memBudget = this.stateBudget;
	}
	resetCache(current) {
		this.clearCache();
		return this.getState(current.nfaStates, current.flag, current.matchIDs);
	}
	step(state, cls, rune, anchor) {
		let table = anchor === RE2Flags.UNANCHORED ? state.next : state.nextAnchored;
		if (table !== null) {
			const cached = table[cls];
			if (cached !== null) return cached;
		} else {
			table = this.allocTable(state, anchor);
			if (table === null) return null;
		}
		const needflag = state.flag >>> DFA.FLAG_NEED_SHIFT;
		const oldbeforeflag = state.flag & DFA.FLAG_EMPTY_MASK;
		let beforeflag = oldbeforeflag;
		let afterflag = 0;
		if (rune === 10) {
			beforeflag |= Utils.EMPTY_END_LINE;
			afterflag |= Utils.EMPTY_BEGIN_LINE;
		}
		if (rune === END_TEXT) beforeflag |= Utils.EMPTY_END_LINE | Utils.EMPTY_END_TEXT;
		const islastword = (state.flag & DFA.FLAG_LAST_WORD) !== 0;
		const isword = rune !== END_TEXT && Utils.isWordRune(rune);
		beforeflag |= isword === islastword ? Utils.EMPTY_NO_WORD_BOUNDARY : Utils.EMPTY_WORD_BOUNDARY;
		let pcs = state.nfaStates;
		if ((beforeflag & ~oldbeforeflag & needflag) !== 0) pcs = this.closure(pcs, beforeflag).pcs;
		const nextPCs = [];
		let ismatch = false;
		let ids = NO_IDS;
		for (let i = 0; i < pcs.length; i++) {
			const inst = this.prog.getInst(pcs[i]);
			if (inst.op === Inst.MATCH) {
				if (!ismatch) {
					ismatch = true;
					ids = [];
				}
				ids.push(inst.arg);
			} else if (rune !== END_TEXT && Inst.isRuneOp(inst.op) && inst.matchRune(rune)) nextPCs.push(inst.out);
		}
		if (ids.length > 1) ids.sort((a, b) => a - b);
		if (anchor === RE2Flags.UNANCHORED && rune !== END_TEXT) nextPCs.push(this.prog.start);
		let flag = afterflag;
		if (ismatch) flag |= DFA.FLAG_MATCH;
		if (isword) flag |= DFA.FLAG_LAST_WORD;
		const nextState = this.makeState(nextPCs, flag, ids);
		if (nextState === null) return null;
		table[cls] = nextState;
		return nextState;
	}
	start(input, pos) {
		const context = input.context(pos);
		let flags;
		if ((context & Utils.EMPTY_BEGIN_TEXT) !== 0) flags = Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
		else if ((context & Utils.EMPTY_BEGIN_LINE) !== 0) flags = Utils.EMPTY_BEGIN_LINE;
		else {
			const r = input.step(pos);
			const nextIsWord = r >= 0 && Utils.isWordRune(r >> 3);
			flags = (context & Utils.EMPTY_WORD_BOUNDARY) !== 0 !== nextIsWord ? DFA.FLAG_LAST_WORD : 0;
		}
		let state = this.startStates.get(flags);
		if (state === void 0) {
			state = this.makeState([this.prog.start], flags, NO_IDS);
			if (state === null) {
				this.clearCache();
				state = this.makeState([this.prog.start], flags, NO_IDS);
				if (state === null) return null;
			}
			this.startStates.set(flags, state);
		}
		return state;
	}
	stepOrReset(state, cls, rune, anchor, pos, search) {
		let next = this.step(state, cls, rune, anchor);
		if (next !== null) return next;
		if (search.resetPos >= 0 && pos - search.resetPos < DFA.PROGRESS_PER_STATE * this.stateCount) return null;
		search.resetPos = pos;
		const restored = this.resetCache(state);
		if (restored === null) return null;
		next = this.step(restored, cls, rune, anchor);
		return next;
	}
	run(input, pos, anchor, state, onMatch) {
		const endPos = input.endPos();
		const latin1Class = this.latin1Class;
		const unanchored = anchor === RE2Flags.UNANCHORED;
		const search = { resetPos: -1 };
		let i = pos;
		while (i < endPos) {
			const r = input.step(i);
			const rune = r >> 3;
			const width = r & 7;
			if (width === 0) break;
			const cls = rune <= Unicode.MAX_LATIN1 ? latin1Class[rune] : this.runeClass(rune);
			let next = unanchored && state.next !== null ? state.next[cls] : null;
			if (next === null) {
				next = this.stepOrReset(state, cls, rune, anchor, i, search);
				if (next === null) return null;
			}
			state = next;
			if (state.isMatch && onMatch(state, false)) return true;
			if (!unanchored && state.nfaStates.length === 0) return false;
			i += width;
		}
		state = this.stepOrReset(state, this.numClasses, END_TEXT, anchor, i, search);
		if (state === null) return null;
		return state.isMatch && onMatch(state, true);
	}
	match(input, pos, anchor) {
		if (this.failed) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
		const startState = this.start(input, pos);
		if (startState === null) return null;
		return this.run(input, pos, anchor, startState, (state, atEnd) => anchor !== RE2Flags.ANCHOR_BOTH || atEnd);
	}
	matchSet(input, pos, anchor) {
		if (this.failed) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
		const startState = this.start(input, pos);
		if (startState === null) return null;
		const matches = /* @__PURE__ */ new Set();
		const collect = (state, atEnd) => {
			if (anchor !== RE2Flags.ANCHOR_BOTH || atEnd) for (let k = 0; k < state.matchIDs.length; k++) matches.add(state.matchIDs[k]);
			return false;
		};
		if (this.run(input, pos, anchor, startState, collect) === null) return null;
		return Array.from(matches).sort((a, b) => a - b);
	}
};
// src/Backtracker.js
const VISITED_BITS = 32;
const MAX_BACKTRACK_PROG = 500;
const INITIAL_JOB_CAPACITY = 256;
const MAX_BACKTRACK_VECTOR = 262144;
var BitState = class {
	constructor() {
		this.end = 0;
		this.cap = /* @__PURE__ */ new Int32Array(0);
		this.matchcap = /* @__PURE__ */ new Int32Array(0);
		this.ncap = 0;
		this.jobPc = new Int32Array(INITIAL_JOB_CAPACITY);
		this.jobArg = new Uint8Array(INITIAL_JOB_CAPACITY);
		this.jobPos = new Int32Array(INITIAL_JOB_CAPACITY);
		this.jobLen = 0;
		this.visited = /* @__PURE__ */ new Uint32Array(0);
	}
	reset(prog, end, ncap) {
		this.end = end;
		this.jobLen = 0;
		this.ncap = ncap;
		const visitedSize = prog.numInst() * (end + 1) + VISITED_BITS - 1 >>> 5;
		if (this.visited.length < visitedSize) this.visited = new Uint32Array(visitedSize);
		else this.visited.fill(0, 0, visitedSize);
		if (this.cap.length < ncap) this.cap = new Int32Array(ncap).fill(-1);
		else this.cap.fill(-1, 0, ncap);
		if (this.matchcap.length < ncap) this.matchcap = new Int32Array(ncap).fill(-1);
		else this.matchcap.fill(-1, 0, ncap);
	}
	shouldVisit(pc, pos) {
		const n = pc * (this.end + 1) + pos;
		const idx = n >>> 5;
		const mask = 1 << (n & 31);
		if ((this.visited[idx] & mask) !== 0) return false;
		this.visited[idx] |= mask;
		return true;
	}
	push(re2, pc, pos, arg) {
		if (re2.prog.getInst(pc).op !== Inst.FAIL && (arg || this.shouldVisit(pc, pos))) {
			if (this.jobLen >= this.jobPc.length) {
				const newSize = this.jobPc.length * 2;
				const newPc = new Int32Array(newSize);
				newPc.set(this.jobPc);
				this.jobPc = newPc;
				const newArg = new Uint8Array(newSize);
				newArg.set(this.jobArg);
				this.jobArg = newArg;
				const newPos = new Int32Array(newSize);
				newPos.set(this.jobPos);
				this.jobPos = newPos;
			}
			this.jobPc[this.jobLen] = pc;
			this.jobArg[this.jobLen] = arg ? 1 : 0;
			this.jobPos[this.jobLen] = pos;
			this.jobLen++;
		}
	}
	tryBacktrack(re2, input, pc, pos, anchor) {
		const longest = re2.longest;
		this.push(re2, pc, pos, false);
		while (this.jobLen > 0) {
			this.jobLen--;
			let currentPc = this.jobPc[this.jobLen];
			let arg = this.jobArg[this.jobLen] === 1;
			let currentPos = this.jobPos[this.jobLen];
			let skipShouldVisit = true;
			while (true) {
				if (!skipShouldVisit) {
					if (!this.shouldVisit(currentPc, currentPos)) break;
				}
				skipShouldVisit = false;
				const inst = re2.prog.getInst(currentPc);
				switch (inst.op) {
					case Inst.FAIL: break;
					case Inst.ALT: if (arg) {
						arg = false;
						currentPc = inst.arg;
						continue;
					} else {
						this.push(re2, currentPc, currentPos, true);
						currentPc = inst.out;
						continue;
					}
					case Inst.ALT_MATCH: {
						const outInst = re2.prog.getInst(inst.out);
						if (Inst.isRuneOp(outInst.op)) {
							this.push(re2, inst.arg, currentPos, false);
							currentPc = inst.arg;
							currentPos = this.end;
							continue;
						}
						this.push(re2, inst.out, this.end, false);
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (!inst.matchRune(r >> 3)) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE1: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (r >> 3 !== inst.runes[0]) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE_ANY_NOT_NL: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (r >> 3 === 10) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE_ANY: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.CAPTURE: if (arg) {
						this.cap[inst.arg] = currentPos;
						break;
					} else {
						if (inst.arg < this.ncap) {
							this.push(re2, currentPc, this.cap[inst.arg], true);
							this.cap[inst.arg] = currentPos;
						}
						currentPc = inst.out;
						continue;
					}
					case Inst.EMPTY_WIDTH: {
						const flag = input.context(currentPos);
						if ((inst.arg & ~flag) !== 0) break;
						currentPc = inst.out;
						continue;
					}
					case Inst.NOP:
						currentPc = inst.out;
						continue;
					case Inst.MATCH: {
						if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== this.end) break;
						if (this.ncap === 0) return true;
						if (this.ncap > 1) this.cap[1] = currentPos;
						const old = this.matchcap[1];
						if (old === -1 || longest && currentPos > 0 && currentPos > old) this.matchcap.set(this.cap);
						if (!longest) return true;
						if (currentPos === this.end) return true;
						break;
					}
					case Inst.LB_WRITE:
					case Inst.LB_CHECK: throw new RE2JSInternalException("Backtracker cannot evaluate Lookbehind instructions");
					default: throw new RE2JSInternalException("bad inst");
				}
				break;
			}
		}
		return longest && this.matchcap.length > 1 && this.matchcap[1] >= 0;
	}
};
const bitStatePool = [];
var Backtracker = class Backtracker {
	static shouldBacktrack(prog) {
		return prog.numInst() <= MAX_BACKTRACK_PROG;
	}
	static maxBitStateLen(prog) {
		if (!Backtracker.shouldBacktrack(prog)) return 0;
		return Math.floor(MAX_BACKTRACK_VECTOR / prog.numInst());
	}
	static execute(re2, input, pos, anchor, ncap) {
		const startCond = re2.cond;
		if (startCond === Utils.EMPTY_ALL) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
		if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && pos !== 0) return null;
		const b = bitStatePool.length > 0 ? bitStatePool.pop() : new BitState();
		const end = input.endPos();
		b.reset(re2.prog, end, ncap);
		let matched = false;
		if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 || anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) {
			if (b.ncap > 0) b.cap[0] = pos;
			if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) matched = true;
		} else {
			let width = -1;
			for (; pos <= end && width !== 0; pos += width) {
				if (re2.prefix.length > 0) {
					const advance = input.index(re2, pos);
					if (advance < 0) break;
					pos += advance;
				}
				if (b.ncap > 0) b.cap[0] = pos;
				if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) {
					matched = true;
					break;
				}
				const r = input.step(pos);
				width = r === MachineInputBase.EOF() ? 0 : r & 7;
			}
		}
		if (!matched) {
			bitStatePool.push(b);
			return null;
		}
		const result = ncap === 0 ? [] : Utils.toArray(b.matchcap.subarray(0, ncap));
		bitStatePool.push(b);
		return result;
	}
};
// src/OnePass.js
var QueueOnePass = class {
	constructor(size) {
		this.sparse = new Uint32Array(size);
		this.dense = new Uint32Array(size);
		this.size = 0;
		this.nextIndex = 0;
	}
	empty() {
		return this.nextIndex >= this.size;
	}
	next() {
		return this.dense[this.nextIndex++];
	}
	clear() {
		this.size = 0;
		this.nextIndex = 0;
	}
	contains(u) {
		return u < this.sparse.length && this.sparse[u] < this.size && this.dense[this.sparse[u]] === u;
	}
	insert(u) {
		if (!this.contains(u)) this.insertNew(u);
	}
	insertNew(u) {
		if (u >= this.sparse.length) return;
		this.sparse[u] = this.size;
		this.dense[this.size] = u;
		this.size++;
	}
};
const mergeRuneSets = (leftRunes, rightRunes, leftPC, rightPC) => {
	const leftLen = leftRunes.length;
	const rightLen = rightRunes.length;
	let lx = 0, rx = 0;
	const merged = [];
	const next = [];
	let ok = true;
	let ix = -1;
	const extend = (isLeft) => {
		const newArray = isLeft ? leftRunes : rightRunes;
		const low = isLeft ? lx : rx;
		const pc = isLeft ? leftPC : rightPC;
		if (ix > 0 && newArray[low] <= merged[ix]) return false;
		merged.push(newArray[low], newArray[low + 1]);
		if (isLeft) lx += 2;
		else rx += 2;
		ix += 2;
		next.push(pc);
		return true;
	};
	while (lx < leftLen || rx < rightLen) {
		if (rx >= rightLen) ok = extend(true);
		else if (lx >= leftLen) ok = extend(false);
		else if (rightRunes[rx] < leftRunes[lx]) ok = extend(false);
		else ok = extend(true);
		if (!ok) return null;
	}
	return {
		merged,
		next
	};
};
var OnePassProg = class {
	constructor(prog) {
		this.start = prog.start;
		this.numCap = prog.numCap;
		this.inst = new Array(prog.inst.length);
		for (let i = 0; i < prog.inst.length; i++) {
			const orig = prog.inst[i];
			const inst = new Inst(orig.op);
			inst.out = orig.out;
			inst.arg = orig.arg;
			inst.runes = orig.runes ? new Int32Array(orig.runes) : /* @__PURE__ */ new Int32Array(0);
			inst.next = null;
			this.inst[i] = inst;
		}
	}
};
const onePassCopy = (prog) => {
	const p = new OnePassProg(prog);
	for (let pc = 0; pc < p.inst.length; pc++) {
		const inst = p.inst[pc];
		if (inst.op !== Inst.ALT && inst.op !== Inst.ALT_MATCH) continue;
		let pAOther = "out";
		let pAAlt = "arg";
		let instAlt = p.inst[inst[pAAlt]];
		if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) {
			pAOther = "arg";
			pAAlt = "out";
			instAlt = p.inst[inst[pAAlt]];
			if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) continue;
		}
		const instOther = p.inst[inst[pAOther]];
		if (instOther.op === Inst.ALT || instOther.op === Inst.ALT_MATCH) continue;
		let pBAlt = "out";
		let pBOther = "arg";
		let patch = false;
		if (instAlt.out === pc) patch = true;
		else if (instAlt.arg === pc) {
			patch = true;
			pBAlt = "arg";
			pBOther = "out";
		}
		if (patch) instAlt[pBAlt] = inst[pAOther];
		if (inst[pAOther] === instAlt[pBAlt]) inst[pAAlt] = instAlt[pBOther];
	}
	return p;
};
const makeOnePass = (p) => {
	if (p.inst.length >= 1e3) return null;
	const instQueue = new QueueOnePass(p.inst.length);
	const visitQueue = new QueueOnePass(p.inst.length);
	const onePassRunes = new Array(p.inst.length);
	const m = new Array(p.inst.length).fill(false);
	const check = (pc) => {
		let ok = true;
		const inst = p.inst[pc];
		if (visitQueue.contains(pc)) return true;
		visitQueue.insert(pc);
		switch (inst.op) {
			case Inst.ALT:
			case Inst.ALT_MATCH: {
				ok = check(inst.out) && check(inst.arg);
				let matchOut = m[inst.out];
				let matchArg = m[inst.arg];
				if (matchOut && matchArg) return false;
				if (matchArg) {
					const tempOut = inst.out;
					inst.out = inst.arg;
					inst.arg = tempOut;
					const tempMatch = matchOut;
					matchOut = matchArg;
					matchArg = tempMatch;
				}
				if (matchOut) {
					m[pc] = true;
					inst.op = Inst.ALT_MATCH;
				}
				const leftRunes = onePassRunes[inst.out] || [];
				const rightRunes = onePassRunes[inst.arg] || [];
				const mergeRes = mergeRuneSets(leftRunes, rightRunes, inst.out, inst.arg);
				if (!mergeRes) return false;
				onePassRunes[pc] = new Int32Array(mergeRes.merged);
				inst.next = new Uint32Array(mergeRes.next);
				break;
			}
			case Inst.CAPTURE:
			case Inst.EMPTY_WIDTH:
			case Inst.NOP:
				ok = check(inst.out);
				m[pc] = m[inst.out];
				onePassRunes[pc] = onePassRunes[inst.out] ? new Int32Array(onePassRunes[inst.out]) : /* @__PURE__ */ new Int32Array(0);
				inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
				break;
			case Inst.MATCH:
			case Inst.FAIL:
				m[pc] = inst.op === Inst.MATCH;
				break;
			case Inst.RUNE: {
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				if (!inst.runes || inst.runes.length === 0) {
					onePassRunes[pc] = /* @__PURE__ */ new Int32Array(0);
					inst.next = new Uint32Array([inst.out]);
					break;
				}
				let runes = [];
				if (inst.runes.length === 1 && (inst.arg & RE2Flags.FOLD_CASE) !== 0) {
					const r0 = inst.runes[0];
					runes.push(r0, r0);
					for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
					runes.sort((a, b) => a - b);
				} else for (let j = 0; j < inst.runes.length; j++) runes.push(inst.runes[j]);
				onePassRunes[pc] = new Int32Array(runes);
				inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
				inst.op = Inst.RUNE;
				break;
			}
			case Inst.RUNE1: {
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				let runes = [];
				if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) {
					const r0 = inst.runes[0];
					runes.push(r0, r0);
					for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
					runes.sort((a, b) => a - b);
				} else runes.push(inst.runes[0], inst.runes[0]);
				onePassRunes[pc] = new Int32Array(runes);
				inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
				inst.op = Inst.RUNE;
				break;
			}
			case Inst.RUNE_ANY:
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				onePassRunes[pc] = new Int32Array([0, Unicode.MAX_RUNE]);
				inst.next = new Uint32Array([inst.out]);
				break;
			case Inst.RUNE_ANY_NOT_NL:
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				onePassRunes[pc] = new Int32Array([
					0,
					9,
					11,
					Unicode.MAX_RUNE
				]);
				inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
		}
		return ok;
	};
	instQueue.clear();
	instQueue.insert(p.start);
	while (!instQueue.empty()) {
		visitQueue.clear();
		if (!check(instQueue.next())) return null;
	}
	for (let i = 0; i < p.inst.length; i++) if (onePassRunes[i]) p.inst[i].runes = onePassRunes[i];
	return p;
};
const cleanupOnePass = (p, original) => {
	for (let ix = 0; ix < original.inst.length; ix++) {
		const instOriginal = original.inst[ix];
		switch (instOriginal.op) {
			case Inst.ALT:
			case Inst.ALT_MATCH:
			case Inst.RUNE: break;
			case Inst.CAPTURE:
			case Inst.EMPTY_WIDTH:
			case Inst.NOP:
			case Inst.MATCH:
			case Inst.FAIL:
				p.inst[ix].next = null;
				break;
			case Inst.RUNE1:
			case Inst.RUNE_ANY:
			case Inst.RUNE_ANY_NOT_NL:
				p.inst[ix].next = null;
				p.inst[ix].op = instOriginal.op;
				p.inst[ix].runes = instOriginal.runes ? new Int32Array(instOriginal.runes) : /* @__PURE__ */ new Int32Array(0);
		}
	}
};
var OnePass = class OnePass {
	static compile(prog) {
		if (prog.start === 0) return null;
		if (prog.numLb > 0) return null;
		const startInst = prog.inst[prog.start];
		if (startInst.op !== Inst.EMPTY_WIDTH || (startInst.arg & Utils.EMPTY_BEGIN_TEXT) === 0) return null;
		let hasAlt = false;
		for (let i = 0; i < prog.inst.length; i++) if (prog.inst[i].op === Inst.ALT || prog.inst[i].op === Inst.ALT_MATCH) {
			hasAlt = true;
			break;
		}
		for (let i = 0; i < prog.inst.length; i++) {
			const inst = prog.inst[i];
			const opOut = prog.inst[inst.out].op;
			switch (inst.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					if (opOut === Inst.MATCH || prog.inst[inst.arg].op === Inst.MATCH) return null;
					break;
				case Inst.EMPTY_WIDTH:
					if (opOut === Inst.MATCH) {
						if ((inst.arg & Utils.EMPTY_END_TEXT) === Utils.EMPTY_END_TEXT) continue;
						return null;
					}
					break;
				default: if (opOut === Inst.MATCH && hasAlt) return null;
			}
		}
		let p = onePassCopy(prog);
		p = makeOnePass(p);
		if (p !== null) cleanupOnePass(p, prog);
		return p;
	}
	static next(inst, r) {
		const nextIdx = inst.matchRunePos(r);
		if (nextIdx >= 0) return inst.next[nextIdx];
		if (inst.op === Inst.ALT_MATCH) return inst.out;
		return 0;
	}
	static execute(re2, input, pos, anchor, ncap) {
		const onepass = re2.onepass;
		if (!onepass) return null;
		const matchcap = new Int32Array(ncap).fill(-1);
		let matched = false;
		let r = input.step(pos);
		let rune = r >> 3;
		let width = r & 7;
		let r1 = MachineInputBase.EOF();
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r1 = input.step(pos + width);
			if (r1 !== MachineInputBase.EOF()) {
				rune1 = r1 >> 3;
				width1 = r1 & 7;
			}
		}
		let flag = pos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(pos);
		let pc = onepass.start;
		let inst;
		while (true) {
			inst = onepass.inst[pc];
			pc = inst.out;
			switch (inst.op) {
				case Inst.MATCH:
					if (anchor === RE2Flags.ANCHOR_BOTH && pos !== input.endPos()) return null;
					matched = true;
					if (matchcap.length > 0) {
						matchcap[0] = 0;
						matchcap[1] = pos;
					}
					return ncap === 0 ? [] : Utils.toArray(matchcap);
				case Inst.RUNE:
					if (!inst.matchRune(rune)) return null;
					break;
				case Inst.RUNE1:
					if (rune !== inst.runes[0]) return null;
					break;
				case Inst.RUNE_ANY: break;
				case Inst.RUNE_ANY_NOT_NL:
					if (rune === 10) return null;
					break;
				case Inst.ALT:
				case Inst.ALT_MATCH:
					pc = OnePass.next(inst, rune);
					continue;
				case Inst.FAIL: return null;
				case Inst.NOP: continue;
				case Inst.EMPTY_WIDTH:
					if ((inst.arg & ~flag) !== 0) return null;
					continue;
				case Inst.CAPTURE:
					if (inst.arg < matchcap.length) matchcap[inst.arg] = pos;
					continue;
				default: throw new RE2JSInternalException("bad inst");
			}
			if (width === 0) break;
			flag = Utils.emptyOpContext(rune, rune1);
			pos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r1 = input.step(pos + width);
				if (r1 !== MachineInputBase.EOF()) {
					rune1 = r1 >> 3;
					width1 = r1 & 7;
				} else {
					rune1 = -1;
					width1 = 0;
				}
			}
		}
		if (!matched) return null;
		return ncap === 0 ? [] : Utils.toArray(matchcap);
	}
};
// src/Regexp.js
/**
* Regular expression abstract syntax tree. Produced by parser, used by compiler. NB, this
* corresponds to {@code syntax.regexp} in the Go implementation; Go's {@code regexp} is called
* {@code RE2} in Java.
*/
var Regexp = class Regexp {
	static Op = createEnum([
		"NO_MATCH",
		"EMPTY_MATCH",
		"LITERAL",
		"CHAR_CLASS",
		"ANY_CHAR_NOT_NL",
		"ANY_CHAR",
		"BEGIN_LINE",
		"END_LINE",
		"BEGIN_TEXT",
		"END_TEXT",
		"WORD_BOUNDARY",
		"NO_WORD_BOUNDARY",
		"CAPTURE",
		"STAR",
		"PLUS",
		"QUEST",
		"REPEAT",
		"CONCAT",
		"ALTERNATE",
		"PLB",
		"NLB",
		"LEFT_PAREN",
		"VERTICAL_BAR"
	]);
	static isPseudoOp(op) {
		return op >= Regexp.Op.LEFT_PAREN;
	}
	static emptySubs() {
		return [];
	}
	static quoteIfHyphen(rune) {
		if (rune === Codepoint.CODES["-"]) return "\\";
		return "";
	}
	static fromRegexp(re) {
		const regex = new Regexp(re.op);
		regex.flags = re.flags;
		regex.subs = re.subs;
		regex.runes = re.runes;
		regex.cap = re.cap;
		regex.min = re.min;
		regex.max = re.max;
		regex.name = re.name;
		regex.namedGroups = re.namedGroups;
		regex.lb = re.lb;
		return regex;
	}
	constructor(op) {
		this.op = op;
		this.flags = 0;
		this.subs = Regexp.emptySubs();
		this.runes = /* @__PURE__ */ new Int32Array(0);
		this.min = 0;
		this.max = 0;
		this.cap = 0;
		this.name = null;
		this.namedGroups = Object.create(null);
		this.lb = 0;
	}
	reinit() {
		this.flags = 0;
		this.subs = Regexp.emptySubs();
		this.runes = /* @__PURE__ */ new Int32Array(0);
		this.cap = 0;
		this.min = 0;
		this.max = 0;
		this.name = null;
		this.namedGroups = Object.create(null);
		this.lb = 0;
	}
	toString() {
		return this.appendTo();
	}
	appendTo() {
		let out = "";
		switch (this.op) {
			case Regexp.Op.NO_MATCH:
				out += "[^\\x00-\\x{10FFFF}]";
				break;
			case Regexp.Op.EMPTY_MATCH:
				out += "(?:)";
				break;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
			case Regexp.Op.REPEAT: {
				const sub = this.subs[0];
				if (sub.op > Regexp.Op.CAPTURE || sub.op === Regexp.Op.LITERAL && sub.runes.length > 1) out += `(?:${sub.appendTo()})`;
				else out += sub.appendTo();
				switch (this.op) {
					case Regexp.Op.STAR:
						out += "*";
						break;
					case Regexp.Op.PLUS:
						out += "+";
						break;
					case Regexp.Op.QUEST:
						out += "?";
						break;
					case Regexp.Op.REPEAT:
						out += `{${this.min}`;
						if (this.min !== this.max) {
							out += ",";
							if (this.max >= 0) out += this.max;
						}
						out += "}";
				}
				if ((this.flags & RE2Flags.NON_GREEDY) !== 0) out += "?";
				break;
			}
			case Regexp.Op.CONCAT:
				for (let sub of this.subs) if (sub.op === Regexp.Op.ALTERNATE) out += `(?:${sub.appendTo()})`;
				else out += sub.appendTo();
				break;
			case Regexp.Op.ALTERNATE: {
				let sep = "";
				for (let sub of this.subs) {
					out += sep;
					sep = "|";
					out += sub.appendTo();
				}
				break;
			}
			case Regexp.Op.LITERAL:
				if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += "(?i:";
				for (let rune of this.runes) out += Utils.escapeRune(rune);
				if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += ")";
				break;
			case Regexp.Op.ANY_CHAR_NOT_NL:
				out += "(?-s:.)";
				break;
			case Regexp.Op.ANY_CHAR:
				out += "(?s:.)";
				break;
			case Regexp.Op.PLB:
				out += `(?<=${this.subs[0].appendTo()})`;
				break;
			case Regexp.Op.NLB:
				out += `(?<!${this.subs[0].appendTo()})`;
				break;
			case Regexp.Op.CAPTURE:
				if (this.name === null || this.name.length === 0) out += "(";
				else out += `(?P<${this.name}>`;
				if (this.subs[0].op !== Regexp.Op.EMPTY_MATCH) out += this.subs[0].appendTo();
				out += ")";
				break;
			case Regexp.Op.BEGIN_TEXT:
				out += "\\A";
				break;
			case Regexp.Op.END_TEXT:
				if ((this.flags & RE2Flags.WAS_DOLLAR) !== 0) out += "(?-m:$)";
				else out += "\\z";
				break;
			case Regexp.Op.BEGIN_LINE:
				out += "^";
				break;
			case Regexp.Op.END_LINE:
				out += "$";
				break;
			case Regexp.Op.WORD_BOUNDARY:
				out += "\\b";
				break;
			case Regexp.Op.NO_WORD_BOUNDARY:
				out += "\\B";
				break;
			case Regexp.Op.CHAR_CLASS:
				if (this.runes.length % 2 !== 0) {
					out += "[invalid char class]";
					break;
				}
				out += "[";
				if (this.runes.length === 0) out += "^\\x00-\\x{10FFFF}";
				else if (this.runes[0] === 0 && this.runes[this.runes.length - 1] === Unicode.MAX_RUNE) {
					out += "^";
					for (let i = 1; i < this.runes.length - 1; i += 2) {
						const lo = this.runes[i] + 1;
						const hi = this.runes[i + 1] - 1;
						out += Regexp.quoteIfHyphen(lo);
						out += Utils.escapeRune(lo);
						if (lo !== hi) {
							out += "-";
							out += Regexp.quoteIfHyphen(hi);
							out += Utils.escapeRune(hi);
						}
					}
				} else for (let i = 0; i < this.runes.length; i += 2) {
					const lo = this.runes[i];
					const hi = this.runes[i + 1];
					out += Regexp.quoteIfHyphen(lo);
					out += Utils.escapeRune(lo);
					if (lo !== hi) {
						out += "-";
						out += Regexp.quoteIfHyphen(hi);
						out += Utils.escapeRune(hi);
					}
				}
				out += "]";
				break;
			default: out += this.op;
		}
		return out;
	}
	maxCap() {
		let m = 0;
		if (this.op === Regexp.Op.CAPTURE) m = this.cap;
		if (this.subs !== null) for (let sub of this.subs) {
			const n = sub.maxCap();
			if (m < n) m = n;
		}
		return m;
	}
	equals(that) {
		if (!(that !== null && that instanceof Regexp)) return false;
		if (this.op !== that.op) return false;
		switch (this.op) {
			case Regexp.Op.END_TEXT:
				if ((this.flags & RE2Flags.WAS_DOLLAR) !== (that.flags & RE2Flags.WAS_DOLLAR)) return false;
				break;
			case Regexp.Op.LITERAL:
			case Regexp.Op.CHAR_CLASS:
				if ((this.flags & RE2Flags.FOLD_CASE) !== (that.flags & RE2Flags.FOLD_CASE)) return false;
				if (this.runes === null && that.runes === null) break;
				if (this.runes === null || that.runes === null) return false;
				if (this.runes.length !== that.runes.length) return false;
				for (let i = 0; i < this.runes.length; i++) if (this.runes[i] !== that.runes[i]) return false;
				break;
			case Regexp.Op.ALTERNATE:
			case Regexp.Op.CONCAT:
				if (this.subs.length !== that.subs.length) return false;
				for (let i = 0; i < this.subs.length; ++i) if (!this.subs[i].equals(that.subs[i])) return false;
				break;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
				if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.REPEAT:
				if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || this.min !== that.min || this.max !== that.max || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.CAPTURE:
				if (this.cap !== that.cap || (this.name === null ? that.name !== null : this.name !== that.name) || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.PLB:
			case Regexp.Op.NLB: if (this.lb !== that.lb || !this.subs[0].equals(that.subs[0])) return false;
		}
		return true;
	}
};
// src/RegexpWalker.js
/**
* Walks a Regexp tree without recursion, visiting nodes in the same order a recursive walk
* would (RE2: re2/walker-inl.h, "Helper class for traversing Regexps without recursion").
*
* The handler sees a node without subexpressions once, through `leaf(re)`, which returns its
* result. Any other node is seen up to three times:
* - `enter(re)` before its children. It returns the state kept for `re` while its children are
*   visited; a state whose `result` is already set skips the children.
* - `child(re, state, result, i)` after child `i` produced `result`. Setting `state.result`
*   stops visiting the remaining children.
* - `leave(re, state)` after the last child; it returns the result for `re`.
*
* Counted repetitions expand into one nesting level per copy, so the simplified tree can be
* thousands of levels deep; recursion over it would overflow the JS stack, which has no fixed
* relation to the parser's nesting limit. This walk keeps its frames on the heap instead.
*/
var RegexpWalker = class {
	static walk(root, handler) {
		const stack = [];
		let re = root;
		let result;
		for (;;) {
			if (re.subs.length === 0) result = handler.leaf(re);
			else {
				const state = handler.enter(re);
				if (state.result === void 0) {
					stack.push({
						re,
						state,
						i: 0
					});
					re = re.subs[0];
					continue;
				}
				result = state.result;
			}
			for (;;) {
				if (stack.length === 0) return result;
				const frame = stack[stack.length - 1];
				handler.child(frame.re, frame.state, result, frame.i);
				frame.i++;
				if (frame.state.result === void 0 && frame.i < frame.re.subs.length) {
					re = frame.re.subs[frame.i];
					break;
				}
				stack.pop();
				result = frame.state.result !== void 0 ? frame.state.result : handler.leave(frame.re, frame.state);
			}
		}
	}
};
// src/Prefilter.js
var AhoCorasick = class {
	constructor(words, alphabetSize) {
		const edges = /* @__PURE__ */ new Map();
		const parent = [0];
		const unit = [0];
		const depth = [0];
		const terminal = [0];
		for (const word of words) {
			let node = 0;
			for (let i = 0; i < word.length; i++) {
				const key = node * alphabetSize + word[i];
				let child = edges.get(key);
				if (child === void 0) {
					child = parent.length;
					edges.set(key, child);
					parent.push(node);
					unit.push(word[i]);
					depth.push(depth[node] + 1);
					terminal.push(0);
				}
				node = child;
			}
			terminal[node] = 1;
		}
		const numNodes = parent.length;
		const children = new Int32Array(numNodes - 1);
		for (let c = 1; c < numNodes; c++) children[c - 1] = c;
		children.sort((a, b) => parent[a] - parent[b] || unit[a] - unit[b]);
		const childStart = new Int32Array(numNodes + 1);
		for (let c = 1; c < numNodes; c++) childStart[parent[c] + 1]++;
		for (let n = 0; n < numNodes; n++) childStart[n + 1] += childStart[n];
		const childUnit = new Int32Array(numNodes - 1);
		for (let k = 0; k < children.length; k++) childUnit[k] = unit[children[k]];
		this.childStart = childStart;
		this.childUnit = childUnit;
		this.childNode = children;
		const byDepth = new Int32Array(numNodes);
		for (let n = 0; n < numNodes; n++) byDepth[n] = n;
		byDepth.sort((a, b) => depth[a] - depth[b]);
		const fail = new Int32Array(numNodes);
		const match = Uint8Array.from(terminal);
		for (let k = 1; k < numNodes; k++) {
			const c = byDepth[k];
			const p = parent[c];
			if (p !== 0) {
				let f = fail[p];
				let next = this.next(f, unit[c]);
				while (next < 0 && f !== 0) {
					f = fail[f];
					next = this.next(f, unit[c]);
				}
				fail[c] = next >= 0 ? next : 0;
			}
			match[c] |= match[fail[c]];
		}
		this.fail = fail;
		this.match = match;
	}
	next(node, u) {
		let lo = this.childStart[node];
		let hi = this.childStart[node + 1];
		const units = this.childUnit;
		while (lo < hi) {
			const mid = lo + hi >> 1;
			const m = units[mid];
			if (m === u) return this.childNode[mid];
			if (m < u) lo = mid + 1;
			else hi = mid;
		}
		return -1;
	}
	advance(node, u) {
		for (;;) {
			const next = this.next(node, u);
			if (next >= 0) return next;
			if (node === 0) return 0;
			node = this.fail[node];
		}
	}
	searchUTF16(charSeq, start, end) {
		let node = 0;
		for (let i = start; i < end; i++) {
			node = this.advance(node, charSeq.charCodeAt(i));
			if (this.match[node] === 1) return true;
		}
		return false;
	}
	searchUTF8(bytes, start, end) {
		let node = 0;
		for (let i = start; i < end; i++) {
			node = this.advance(node, bytes[i]);
			if (this.match[node] === 1) return true;
		}
		return false;
	}
};
var Prefilter = class Prefilter {
	static Type = {
		NONE: 0,
		EXACT: 1,
		AND: 2,
		OR: 3
	};
	static MAX_SCANS = 32;
	static MAX_AC_UNITS = 1 << 18;
	constructor(type) {
		this.type = type;
		this.subs = [];
		this.str = "";
		this.bytes = null;
		this.cost = type === Prefilter.Type.EXACT ? 1 : 0;
		this.allExact = false;
		this.ac16 = null;
		this.ac8 = null;
	}
	automaton16() {
		if (this.ac16 === null) {
			const words = this.subs.map((s) => {
				const arr = new Array(s.str.length);
				for (let i = 0; i < s.str.length; i++) arr[i] = s.str.charCodeAt(i);
				return arr;
			});
			this.ac16 = new AhoCorasick(words, 65536);
		}
		return this.ac16;
	}
	automaton8() {
		if (this.ac8 === null) this.ac8 = new AhoCorasick(this.subs.map((s) => s.bytes), 256);
		return this.ac8;
	}
	eval(input, pos) {
		switch (this.type) {
			case Prefilter.Type.NONE: return true;
			case Prefilter.Type.EXACT: return input.hasString(this, pos);
			case Prefilter.Type.AND:
				for (let i = 0; i < this.subs.length; i++) if (!this.subs[i].eval(input, pos)) return false;
				return true;
			case Prefilter.Type.OR:
				if (this.allExact) return input.hasAnyString(this, pos);
				for (let i = 0; i < this.subs.length; i++) if (this.subs[i].eval(input, pos)) return true;
				return false;
			default: return true;
		}
	}
};
var PrefilterTree = class PrefilterTree {
	static build(re) {
		if (!re) return new Prefilter(Prefilter.Type.NONE);
		return RegexpWalker.walk(re, PrefilterTree.WALKER);
	}
	static WALKER = {
		leaf: (re) => PrefilterTree.leaf(re),
		enter: (re) => PrefilterTree.enter(re),
		child: (re, state, result) => PrefilterTree.child(re, state, result),
		leave: (re, state) => PrefilterTree.leave(re, state)
	};
	static leaf(re) {
		if (re.op !== Regexp.Op.LITERAL) return new Prefilter(Prefilter.Type.NONE);
		if (re.runes.length === 0 || (re.flags & RE2Flags.FOLD_CASE) !== 0) return new Prefilter(Prefilter.Type.NONE);
		let str = "";
		for (let i = 0; i < re.runes.length; i++) {
			if (Unicode.isUnsearchable(re.runes[i])) return new Prefilter(Prefilter.Type.NONE);
			str += String.fromCodePoint(re.runes[i]);
		}
		const pf = new Prefilter(Prefilter.Type.EXACT);
		pf.str = str;
		pf.bytes = Utils.stringToUtf8ByteArray(pf.str);
		return pf;
	}
	static enter(re) {
		switch (re.op) {
			case Regexp.Op.CAPTURE:
			case Regexp.Op.PLUS: return { sub: null };
			case Regexp.Op.REPEAT:
				if (re.min >= 1) return { sub: null };
				return { result: new Prefilter(Prefilter.Type.NONE) };
			case Regexp.Op.CONCAT: return {
				pf: new Prefilter(Prefilter.Type.AND),
				subs: []
			};
			case Regexp.Op.ALTERNATE: return {
				pf: new Prefilter(Prefilter.Type.OR),
				subs: []
			};
			default: return { result: new Prefilter(Prefilter.Type.NONE) };
		}
	}
	static child(re, state, s) {
		if (state.subs === void 0) {
			state.sub = s;
			return;
		}
		if (state.pf.type === Prefilter.Type.AND) {
			if (s.type === Prefilter.Type.NONE) return;
			if (s.type === Prefilter.Type.AND) {
				for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
				return;
			}
			state.subs.push(s);
			return;
		}
		if (s.type === Prefilter.Type.NONE) {
			state.result = new Prefilter(Prefilter.Type.NONE);
			return;
		}
		if (s.type === Prefilter.Type.OR) {
			for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
			return;
		}
		state.subs.push(s);
	}
	static leave(re, state) {
		if (state.subs === void 0) return state.sub;
		const pf = state.pf;
		const seen = /* @__PURE__ */ new Set();
		const subs = [];
		for (const sub of state.subs) {
			if (sub.type === Prefilter.Type.EXACT) {
				if (seen.has(sub.str)) continue;
				seen.add(sub.str);
			}
			subs.push(sub);
		}
		if (pf.type === Prefilter.Type.AND) {
			const kept = [];
			let cost = 0;
			for (const sub of subs) {
				if (cost + sub.cost > Prefilter.MAX_SCANS) continue;
				kept.push(sub);
				cost += sub.cost;
			}
			if (kept.length === 0) return new Prefilter(Prefilter.Type.NONE);
			if (kept.length === 1) return kept[0];
			pf.subs = kept;
			pf.cost = cost;
			return pf;
		}
		if (subs.length === 0) return new Prefilter(Prefilter.Type.NONE);
		if (subs.length === 1) return subs[0];
		pf.subs = subs;
		let allExact = true;
		let cost = 0;
		let units = 0;
		for (const sub of subs) {
			if (sub.type !== Prefilter.Type.EXACT) allExact = false;
			else units += sub.bytes.length;
			cost += sub.cost;
		}
		if (allExact) {
			if (units > Prefilter.MAX_AC_UNITS) return new Prefilter(Prefilter.Type.NONE);
			pf.allExact = true;
			pf.cost = 1;
			return pf;
		}
		if (cost > Prefilter.MAX_SCANS) return new Prefilter(Prefilter.Type.NONE);
		pf.cost = cost;
		return pf;
	}
};
// src/Prog.js
/**
* A list of instruction pointers waiting to be patched.
* Tracks both `head` and `tail` to allow O(1) appending during compilation.
* * Values are encoded integers, not standard memory pointers:
* - Program instruction index: `l >> 1`
* - Patch `.out` field if: `(l & 1) === 0`
* - Patch `.arg` field if: `(l & 1) === 1`
* - `0` denotes an empty list.
* * @see https://swtch.com/~rsc/regexp/regexp1.html
*/
var PatchList = class {
	/**
	* @param {number} head - Encoded pointer to the start of the patch list.
	* @param {number} tail - Encoded pointer to the end of the patch list.
	*/
	constructor(head = 0, tail = 0) {
		this.head = head;
		this.tail = tail;
	}
};
/**
* A Prog is a compiled regular expression program.
*/
var Prog = class {
	constructor() {
		this.inst = [];
		this.start = 0;
		this.numCap = 2;
		this.lbStarts = [];
		this.numLb = 0;
		this.lbInst = null;
	}
	getInst(pc) {
		return this.inst[pc];
	}
	numInst() {
		return this.inst.length;
	}
	addInst(op) {
		this.inst.push(new Inst(op));
	}
	markLookbehindInsts() {
		const lbInst = new Uint8Array(this.inst.length);
		const pending = this.lbStarts.slice();
		while (pending.length > 0) {
			const pc = pending.pop();
			if (pc === 0 || lbInst[pc] === 1) continue;
			lbInst[pc] = 1;
			const i = this.inst[pc];
			switch (i.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					pending.push(i.out, i.arg);
					break;
				case Inst.MATCH:
				case Inst.FAIL: break;
				default: pending.push(i.out);
			}
		}
		this.lbInst = lbInst;
	}
	skipNop(pc) {
		let i = this.inst[pc];
		while (i.op === Inst.NOP || i.op === Inst.CAPTURE) {
			i = this.inst[pc];
			pc = i.out;
		}
		return i;
	}
	/** @returns {[boolean, string]} */
	prefix() {
		let prefix = "";
		let i = this.skipNop(this.start);
		if (!Inst.isRuneOp(i.op) || i.runes.length !== 1) return [i.op === Inst.MATCH, prefix];
		while (Inst.isRuneOp(i.op) && i.runes.length === 1 && (i.arg & RE2Flags.FOLD_CASE) === 0 && !Unicode.isUnsearchable(i.runes[0])) {
			prefix += String.fromCodePoint(i.runes[0]);
			i = this.skipNop(i.out);
		}
		return [i.op === Inst.MATCH, prefix];
	}
	startCond() {
		let flag = 0;
		let pc = this.start;
		loop: for (;;) {
			const i = this.inst[pc];
			switch (i.op) {
				case Inst.EMPTY_WIDTH:
					flag |= i.arg;
					break;
				case Inst.FAIL: return -1;
				case Inst.CAPTURE:
				case Inst.NOP: break;
				default: break loop;
			}
			pc = i.out;
		}
		return flag;
	}
	patch(l, val) {
		let head = l.head;
		while (head !== 0) {
			const i = this.inst[head >> 1];
			if ((head & 1) === 0) {
				head = i.out;
				i.out = val;
			} else {
				head = i.arg;
				i.arg = val;
			}
		}
	}
	append(l1, l2) {
		if (l1.head === 0) return l2;
		if (l2.head === 0) return l1;
		const i = this.inst[l1.tail >> 1];
		if ((l1.tail & 1) === 0) i.out = l2.head;
		else i.arg = l2.head;
		return new PatchList(l1.head, l2.tail);
	}
	/**
	*
	* @returns {string}
	*/
	toString() {
		let out = "";
		for (let pc = 0; pc < this.inst.length; pc++) {
			const len = out.length;
			out += pc;
			if (pc === this.start) out += "*";
			out += "        ".substring(out.length - len);
			out += this.inst[pc];
			out += "\n";
		}
		return out;
	}
};
// src/Compiler.js
const ANY_RUNE_NOT_NL = new Int32Array([
	0,
	Codepoint.CODES["\n"] - 1,
	Codepoint.CODES["\n"] + 1,
	Unicode.MAX_RUNE
]);
const ANY_RUNE = new Int32Array([0, Unicode.MAX_RUNE]);
/**
* A fragment of a compiled regular expression program.
*
* @see http://swtch.com/~rsc/regexp/regexp1.html
* @class
*/
var Frag = class {
	constructor(i = 0, out = new PatchList(), nullable = false) {
		this.i = i;
		this.out = out;
		this.nullable = nullable;
	}
};
/**
* Compiler from {@code Regexp} (RE2 abstract syntax) to {@code RE2} (compiled regular expression).
*
* The only entry point is {@link #compileRegexp}.
*/
var Compiler = class Compiler {
	static compileRegexp(re) {
		const c = new Compiler();
		const f = c.compile(re);
		c.prog.patch(f.out, c.newInst(Inst.MATCH).i);
		c.prog.start = f.i;
		c.prog.markLookbehindInsts();
		return c.prog;
	}
	static compileSet(regexps) {
		const c = new Compiler();
		if (regexps.length === 0) {
			c.prog.start = c.newInst(Inst.FAIL).i;
			c.prog.markLookbehindInsts();
			return c.prog;
		}
		let starts = [];
		for (let i = 0; i < regexps.length; i++) {
			c.lbOffset = c.prog.numLb;
			const f = c.compile(regexps[i]);
			const m = c.newInst(Inst.MATCH);
			c.prog.getInst(m.i).arg = i;
			c.prog.patch(f.out, m.i);
			starts.push(f.i);
		}
		let start = starts[0];
		for (let i = 1; i < starts.length; i++) {
			const f = c.newInst(Inst.ALT);
			const inst = c.prog.getInst(f.i);
			inst.out = start;
			inst.arg = starts[i];
			start = f.i;
		}
		c.prog.start = start;
		c.prog.markLookbehindInsts();
		return c.prog;
	}
	constructor() {
		this.prog = new Prog();
		this.newInst(Inst.FAIL);
		this.lbOffset = 0;
		this.runeCache = /* @__PURE__ */ new Map();
		this.walker = {
			leaf: (re) => this.leaf(re),
			enter: (re) => this.enter(re),
			child: (re, state, result) => this.child(re, state, result),
			leave: (re, state) => this.leave(re, state)
		};
	}
	newInst(op) {
		this.prog.addInst(op);
		return new Frag(this.prog.numInst() - 1, new PatchList(), true);
	}
	nop() {
		const f = this.newInst(Inst.NOP);
		f.out = new PatchList(f.i << 1, f.i << 1);
		return f;
	}
	fail() {
		return new Frag();
	}
	cap(arg) {
		const f = this.newInst(Inst.CAPTURE);
		f.out = new PatchList(f.i << 1, f.i << 1);
		this.prog.getInst(f.i).arg = arg;
		if (this.prog.numCap < arg + 1) this.prog.numCap = arg + 1;
		return f;
	}
	cat(f1, f2) {
		if (f1.i === 0 || f2.i === 0) {
			this.prog.patch(f1.out, 0);
			this.prog.patch(f2.out, 0);
			return this.fail();
		}
		this.prog.patch(f1.out, f2.i);
		return new Frag(f1.i, f2.out, f1.nullable && f2.nullable);
	}
	alt(f1, f2) {
		if (f1.i === 0) return f2;
		if (f2.i === 0) return f1;
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		i.out = f1.i;
		i.arg = f2.i;
		f.out = this.prog.append(f1.out, f2.out);
		f.nullable = f1.nullable || f2.nullable;
		return f;
	}
	loop(f1, nongreedy) {
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		if (nongreedy) {
			i.arg = f1.i;
			f.out = new PatchList(f.i << 1, f.i << 1);
		} else {
			i.out = f1.i;
			f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
		}
		this.prog.patch(f1.out, f.i);
		return f;
	}
	quest(f1, nongreedy) {
		if (f1.i === 0) return this.nop();
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		if (nongreedy) {
			i.arg = f1.i;
			f.out = new PatchList(f.i << 1, f.i << 1);
		} else {
			i.out = f1.i;
			f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
		}
		f.out = this.prog.append(f.out, f1.out);
		return f;
	}
	star(f1, nongreedy) {
		if (f1.i === 0) return this.nop();
		if (f1.nullable) return this.quest(this.plus(f1, nongreedy), nongreedy);
		return this.loop(f1, nongreedy);
	}
	plus(f1, nongreedy) {
		if (f1.i === 0) return this.fail();
		return new Frag(f1.i, this.loop(f1, nongreedy).out, f1.nullable);
	}
	empty(op) {
		const f = this.newInst(Inst.EMPTY_WIDTH);
		this.prog.getInst(f.i).arg = op;
		f.out = new PatchList(f.i << 1, f.i << 1);
		return f;
	}
	rune(runes, flags) {
		const f = this.newInst(Inst.RUNE);
		f.nullable = false;
		const i = this.prog.getInst(f.i);
		i.runes = runes;
		flags &= RE2Flags.FOLD_CASE;
		if (runes.length !== 1 || Unicode.simpleFold(runes[0]) === runes[0]) flags &= ~RE2Flags.FOLD_CASE;
		i.arg = flags;
		f.out = new PatchList(f.i << 1, f.i << 1);
		if ((flags & RE2Flags.FOLD_CASE) === 0 && runes.length === 1 || runes.length === 2 && runes[0] === runes[1]) i.op = Inst.RUNE1;
		else if (runes.length === 2 && runes[0] === 0 && runes[1] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY;
		else if (runes.length === 4 && runes[0] === 0 && runes[1] === Codepoint.CODES["\n"] - 1 && runes[2] === Codepoint.CODES["\n"] + 1 && runes[3] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY_NOT_NL;
		return f;
	}
	lookBehind(a, parsedLb) {
		const lb = Math.sign(parsedLb) * (Math.abs(parsedLb) + this.lbOffset);
		const id = this.newInst(Inst.LB_WRITE);
		this.prog.getInst(id.i).arg = lb;
		const any = this.rune(ANY_RUNE, 0);
		const dotStar = this.star(any, true);
		const lbAutomaton = this.cat(dotStar, a);
		this.prog.patch(lbAutomaton.out, id.i);
		const checkId = this.newInst(Inst.LB_CHECK);
		this.prog.getInst(checkId.i).arg = lb;
		this.prog.lbStarts.push(lbAutomaton.i);
		if (Math.abs(lb) > this.prog.numLb) this.prog.numLb = Math.abs(lb);
		checkId.out = new PatchList(checkId.i << 1, checkId.i << 1);
		return checkId;
	}
	compile(re) {
		return RegexpWalker.walk(re, this.walker);
	}
	leaf(re) {
		switch (re.op) {
			case Regexp.Op.NO_MATCH: return this.fail();
			case Regexp.Op.EMPTY_MATCH: return this.nop();
			case Regexp.Op.LITERAL: {
				if (re.runes.length === 0) return this.nop();
				let f = null;
				for (let r of re.runes) {
					let singleRune = this.runeCache.get(r);
					if (singleRune === void 0) {
						singleRune = new Int32Array([r]);
						this.runeCache.set(r, singleRune);
					}
					const f1 = this.rune(singleRune, re.flags);
					f = f === null ? f1 : this.cat(f, f1);
				}
				return f;
			}
			case Regexp.Op.CHAR_CLASS: return this.rune(re.runes, re.flags);
			case Regexp.Op.ANY_CHAR_NOT_NL: return this.rune(ANY_RUNE_NOT_NL, 0);
			case Regexp.Op.ANY_CHAR: return this.rune(ANY_RUNE, 0);
			case Regexp.Op.BEGIN_LINE: return this.empty(Utils.EMPTY_BEGIN_LINE);
			case Regexp.Op.END_LINE: return this.empty(Utils.EMPTY_END_LINE);
			case Regexp.Op.BEGIN_TEXT: return this.empty(Utils.EMPTY_BEGIN_TEXT);
			case Regexp.Op.END_TEXT: return this.empty(Utils.EMPTY_END_TEXT);
			case Regexp.Op.WORD_BOUNDARY: return this.empty(Utils.EMPTY_WORD_BOUNDARY);
			case Regexp.Op.NO_WORD_BOUNDARY: return this.empty(Utils.EMPTY_NO_WORD_BOUNDARY);
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return this.nop();
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
	enter(re) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return { sub: null };
			case Regexp.Op.CAPTURE: return {
				bra: this.cap(re.cap << 1),
				sub: null
			};
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return { f: null };
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
	child(re, state, f1) {
		if (re.op === Regexp.Op.CONCAT) state.f = state.f === null ? f1 : this.cat(state.f, f1);
		else if (re.op === Regexp.Op.ALTERNATE) state.f = state.f === null ? f1 : this.alt(state.f, f1);
		else state.sub = f1;
	}
	leave(re, state) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB: return this.lookBehind(state.sub, re.lb);
			case Regexp.Op.CAPTURE: {
				const ket = this.cap(re.cap << 1 | 1);
				return this.cat(this.cat(state.bra, state.sub), ket);
			}
			case Regexp.Op.STAR: return this.star(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.PLUS: return this.plus(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.QUEST: return this.quest(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return state.f;
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
};
// src/Simplify.js
var Simplify = class Simplify {
	static simplify(re) {
		if (re === null) return null;
		return RegexpWalker.walk(re, Simplify.WALKER);
	}
	static WALKER = {
		leaf: (re) => Simplify.leaf(re),
		enter: (re) => Simplify.enter(re),
		child: (re, state, result, i) => Simplify.child(re, state, result, i),
		leave: (re, state) => Simplify.leave(re, state)
	};
	static leaf(re) {
		if (re.op === Regexp.Op.CHAR_CLASS) {
			if (re.runes === null) return re;
			if (re.runes.length === 0) return new Regexp(Regexp.Op.NO_MATCH);
			if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR);
			if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR_NOT_NL);
		}
		return re;
	}
	static enter(re) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE:
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return { sub: null };
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return {
				subs: [],
				changed: false
			};
			case Regexp.Op.REPEAT:
				if (re.min === 0 && re.max === 0) return { result: new Regexp(Regexp.Op.EMPTY_MATCH) };
				return { sub: null };
			default: return { result: re };
		}
	}
	static child(re, state, nsub, i) {
		if (state.subs === void 0) {
			state.sub = nsub;
			return;
		}
		if (nsub !== re.subs[i]) state.changed = true;
		if (re.op === Regexp.Op.CONCAT) {
			if (nsub.op === Regexp.Op.NO_MATCH) {
				state.result = new Regexp(Regexp.Op.NO_MATCH);
				return;
			}
			if (nsub.op === Regexp.Op.EMPTY_MATCH) {
				state.changed = true;
				return;
			}
			if (nsub.op === Regexp.Op.CONCAT) {
				state.changed = true;
				for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
				return;
			}
		} else {
			if (nsub.op === Regexp.Op.NO_MATCH) {
				state.changed = true;
				return;
			}
			if (nsub.op === Regexp.Op.ALTERNATE) {
				state.changed = true;
				for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
				return;
			}
		}
		state.subs.push(nsub);
	}
	static leave(re, state) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE: {
				const sub = state.sub;
				if (sub !== re.subs[0]) {
					const nre = Regexp.fromRegexp(re);
					nre.runes = /* @__PURE__ */ new Int32Array(0);
					nre.subs = [sub];
					return nre;
				}
				return re;
			}
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE:
				if (state.changed) {
					const newSubs = state.subs;
					if (newSubs.length === 0) return new Regexp(re.op === Regexp.Op.CONCAT ? Regexp.Op.EMPTY_MATCH : Regexp.Op.NO_MATCH);
					if (newSubs.length === 1) return newSubs[0];
					const nre = Regexp.fromRegexp(re);
					nre.runes = /* @__PURE__ */ new Int32Array(0);
					nre.subs = newSubs;
					return nre;
				}
				return re;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return Simplify.simplify1(re.op, re.flags, state.sub, re);
			case Regexp.Op.REPEAT: return Simplify.simplifyRepeat(re, state.sub);
			default: return re;
		}
	}
	static simplifyRepeat(re, sub) {
		if (re.max === -1) {
			if (re.min === 0) return Simplify.simplify1(Regexp.Op.STAR, re.flags, sub, null);
			if (re.min === 1) return Simplify.simplify1(Regexp.Op.PLUS, re.flags, sub, null);
			const subs = [];
			for (let i = 0; i < re.min - 1; i++) subs.push(sub);
			subs.push(Simplify.simplify1(Regexp.Op.PLUS, re.flags, sub, null));
			return Simplify.concat(subs);
		}
		if (re.min === 1 && re.max === 1) return sub;
		let prefixSubs = null;
		if (re.min > 0) {
			prefixSubs = [];
			for (let i = 0; i < re.min; i++) prefixSubs.push(sub);
		}
		if (re.max > re.min) {
			let suffix = Simplify.simplify1(Regexp.Op.QUEST, re.flags, sub, null);
			for (let i = re.min + 1; i < re.max; i++) suffix = Simplify.simplify1(Regexp.Op.QUEST, re.flags, Simplify.concat([sub, suffix]), null);
			if (prefixSubs === null) return suffix;
			prefixSubs.push(suffix);
		}
		if (prefixSubs !== null) return Simplify.concat(prefixSubs);
		return new Regexp(Regexp.Op.NO_MATCH);
	}
	static concat(subs) {
		const newSubs = [];
		for (let i = 0; i < subs.length; i++) {
			const sub = subs[i];
			if (sub.op === Regexp.Op.NO_MATCH) return new Regexp(Regexp.Op.NO_MATCH);
			if (sub.op === Regexp.Op.EMPTY_MATCH) continue;
			if (sub.op === Regexp.Op.CONCAT) {
				for (let j = 0; j < sub.subs.length; j++) newSubs.push(sub.subs[j]);
				continue;
			}
			newSubs.push(sub);
		}
		if (newSubs.length === 0) return new Regexp(Regexp.Op.EMPTY_MATCH);
		if (newSubs.length === 1) return newSubs[0];
		const nre = new Regexp(Regexp.Op.CONCAT);
		nre.subs = newSubs;
		return nre;
	}
	static simplify1(op, flags, sub, re) {
		if (sub.op === Regexp.Op.EMPTY_MATCH) return sub;
		if (sub.op === Regexp.Op.NO_MATCH) {
			if (op === Regexp.Op.PLUS) return sub;
			return new Regexp(Regexp.Op.EMPTY_MATCH);
		}
		if (op === sub.op && (flags & RE2Flags.NON_GREEDY) === (sub.flags & RE2Flags.NON_GREEDY)) return sub;
		if (re !== null && re.op === op && (re.flags & RE2Flags.NON_GREEDY) === (flags & RE2Flags.NON_GREEDY) && sub === re.subs[0]) return re;
		const nre = new Regexp(op);
		nre.flags = flags;
		nre.subs = [sub];
		return nre;
	}
};
// src/CharGroup.js
var CharGroup = class {
	constructor(sign, cls) {
		this.sign = sign;
		this.cls = cls;
	}
};
const code1 = [48, 57];
const code2 = [
	9,
	10,
	12,
	13,
	32,
	32
];
const code3 = [
	48,
	57,
	65,
	90,
	95,
	95,
	97,
	122
];
const PERL_GROUPS = /* @__PURE__ */ new Map([
	["\\d", new CharGroup(1, code1)],
	["\\D", new CharGroup(-1, code1)],
	["\\s", new CharGroup(1, code2)],
	["\\S", new CharGroup(-1, code2)],
	["\\w", new CharGroup(1, code3)],
	["\\W", new CharGroup(-1, code3)]
]);
const code4 = [
	48,
	57,
	65,
	90,
	97,
	122
];
const code5 = [
	65,
	90,
	97,
	122
];
const code6 = [0, 127];
const code7 = [
	9,
	9,
	32,
	32
];
const code8 = [
	0,
	31,
	127,
	127
];
const code9 = [48, 57];
const code10 = [33, 126];
const code11 = [97, 122];
const code12 = [32, 126];
const code13 = [
	33,
	47,
	58,
	64,
	91,
	96,
	123,
	126
];
const code14 = [
	9,
	13,
	32,
	32
];
const code15 = [65, 90];
const code16 = [
	48,
	57,
	65,
	90,
	95,
	95,
	97,
	122
];
const code17 = [
	48,
	57,
	65,
	70,
	97,
	102
];
const POSIX_GROUPS = /* @__PURE__ */ new Map([
	["[:alnum:]", new CharGroup(1, code4)],
	["[:^alnum:]", new CharGroup(-1, code4)],
	["[:alpha:]", new CharGroup(1, code5)],
	["[:^alpha:]", new CharGroup(-1, code5)],
	["[:ascii:]", new CharGroup(1, code6)],
	["[:^ascii:]", new CharGroup(-1, code6)],
	["[:blank:]", new CharGroup(1, code7)],
	["[:^blank:]", new CharGroup(-1, code7)],
	["[:cntrl:]", new CharGroup(1, code8)],
	["[:^cntrl:]", new CharGroup(-1, code8)],
	["[:digit:]", new CharGroup(1, code9)],
	["[:^digit:]", new CharGroup(-1, code9)],
	["[:graph:]", new CharGroup(1, code10)],
	["[:^graph:]", new CharGroup(-1, code10)],
	["[:lower:]", new CharGroup(1, code11)],
	["[:^lower:]", new CharGroup(-1, code11)],
	["[:print:]", new CharGroup(1, code12)],
	["[:^print:]", new CharGroup(-1, code12)],
	["[:punct:]", new CharGroup(1, code13)],
	["[:^punct:]", new CharGroup(-1, code13)],
	["[:space:]", new CharGroup(1, code14)],
	["[:^space:]", new CharGroup(-1, code14)],
	["[:upper:]", new CharGroup(1, code15)],
	["[:^upper:]", new CharGroup(-1, code15)],
	["[:word:]", new CharGroup(1, code16)],
	["[:^word:]", new CharGroup(-1, code16)],
	["[:xdigit:]", new CharGroup(1, code17)],
	["[:^xdigit:]", new CharGroup(-1, code17)]
]);
// src/CharClass.js
/**
* A "builder"-style helper class for manipulating character classes represented as an array of
* pairs of runes [lo, hi], each denoting an inclusive interval.
*
* All methods mutate the internal state and return {@code this}, allowing operations to be chained.
*/
var CharClass = class CharClass {
	static charClassToString(r, len) {
		let result = "[";
		for (let i = 0; i < len; i += 2) {
			if (i > 0) result += " ";
			const lo = r[i];
			const hi = r[i + 1];
			if (lo === hi) result += `0x${lo.toString(16)}`;
			else result += `0x${lo.toString(16)}-0x${hi.toString(16)}`;
		}
		result += "]";
		return result;
	}
	static sortRanges(array, len) {
		const n = len >> 1;
		const order = new Array(n);
		for (let i = 0; i < n; i++) order[i] = i;
		order.sort((a, b) => array[2 * a] - array[2 * b] || array[2 * b + 1] - array[2 * a + 1]);
		const sorted = array.slice(0, len);
		for (let i = 0; i < n; i++) {
			array[2 * i] = sorted[2 * order[i]];
			array[2 * i + 1] = sorted[2 * order[i] + 1];
		}
	}
	/**
	* @param {number[]|Int32Array} [r]
	*/
	constructor(r = Utils.emptyInts()) {
		/** @type {number[]|Int32Array} */
		this.r = r;
		this.len = r.length;
	}
	toArray() {
		if (this.r instanceof Int32Array) return this.len === this.r.length ? this.r : this.r.subarray(0, this.len);
		return new Int32Array(this.len === this.r.length ? this.r : this.r.slice(0, this.len));
	}
	toGrowableArray() {
		if (Array.isArray(this.r)) {
			this.r.length = this.len;
			return this.r;
		}
		return Array.from(this.r.subarray(0, this.len));
	}
	cleanClass() {
		if (this.len < 4) return this;
		CharClass.sortRanges(this.r, this.len);
		let w = 2;
		for (let i = 2; i < this.len; i += 2) {
			const lo = this.r[i];
			const hi = this.r[i + 1];
			if (lo <= this.r[w - 1] + 1) {
				if (hi > this.r[w - 1]) this.r[w - 1] = hi;
				continue;
			}
			this.r[w] = lo;
			this.r[w + 1] = hi;
			w += 2;
		}
		this.len = w;
		return this;
	}
	appendLiteral(x, flags) {
		return (flags & RE2Flags.FOLD_CASE) !== 0 ? this.appendFoldedRange(x, x) : this.appendRange(x, x);
	}
	appendRange(lo, hi) {
		if (this.len > 0) {
			for (let i = 2; i <= 4; i += 2) if (this.len >= i) {
				const rlo = this.r[this.len - i];
				const rhi = this.r[this.len - i + 1];
				if (lo <= rhi + 1 && rlo <= hi + 1) {
					if (lo < rlo) this.r[this.len - i] = lo;
					if (hi > rhi) this.r[this.len - i + 1] = hi;
					return this;
				}
			}
		}
		this.r[this.len++] = lo;
		this.r[this.len++] = hi;
		return this;
	}
	appendFoldedRange(lo, hi) {
		if (lo <= Unicode.MIN_FOLD && hi >= Unicode.MAX_FOLD) return this.appendRange(lo, hi);
		if (hi < Unicode.MIN_FOLD || lo > Unicode.MAX_FOLD) return this.appendRange(lo, hi);
		if (lo < Unicode.MIN_FOLD) {
			this.appendRange(lo, Unicode.MIN_FOLD - 1);
			lo = Unicode.MIN_FOLD;
		}
		if (hi > Unicode.MAX_FOLD) {
			this.appendRange(Unicode.MAX_FOLD + 1, hi);
			hi = Unicode.MAX_FOLD;
		}
		for (let c = lo; c <= hi; c++) {
			this.appendRange(c, c);
			for (let f = Unicode.simpleFold(c); f !== c; f = Unicode.simpleFold(f)) this.appendRange(f, f);
		}
		return this;
	}
	appendClass(x) {
		for (let i = 0; i < x.length; i += 2) this.appendRange(x[i], x[i + 1]);
		return this;
	}
	appendFoldedClass(x) {
		for (let i = 0; i < x.length; i += 2) this.appendFoldedRange(x[i], x[i + 1]);
		return this;
	}
	appendNegatedClass(x) {
		let nextLo = 0;
		for (let i = 0; i < x.length; i += 2) {
			const lo = x[i];
			const hi = x[i + 1];
			if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
			nextLo = hi + 1;
		}
		if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
		return this;
	}
	appendTable(table) {
		for (let i = 0; i < table.length; ++i) {
			const lo = table.getLo(i);
			const hi = table.getHi(i);
			const stride = table.getStride(i);
			if (stride === 1) {
				this.appendRange(lo, hi);
				continue;
			}
			for (let c = lo; c <= hi; c += stride) this.appendRange(c, c);
		}
		return this;
	}
	appendNegatedTable(table) {
		let nextLo = 0;
		for (let i = 0; i < table.length; ++i) {
			const lo = table.getLo(i);
			const hi = table.getHi(i);
			const stride = table.getStride(i);
			if (stride === 1) {
				if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
				nextLo = hi + 1;
				continue;
			}
			for (let c = lo; c <= hi; c += stride) {
				if (nextLo <= c - 1) this.appendRange(nextLo, c - 1);
				nextLo = c + 1;
			}
		}
		if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
		return this;
	}
	appendTableWithSign(table, sign) {
		return sign < 0 ? this.appendNegatedTable(table) : this.appendTable(table);
	}
	negateClass() {
		let nextLo = 0;
		let w = 0;
		for (let i = 0; i < this.len; i += 2) {
			const lo = this.r[i];
			const hi = this.r[i + 1];
			if (nextLo <= lo - 1) {
				this.r[w] = nextLo;
				this.r[w + 1] = lo - 1;
				w += 2;
			}
			nextLo = hi + 1;
		}
		this.len = w;
		if (nextLo <= Unicode.MAX_RUNE) {
			this.r[this.len++] = nextLo;
			this.r[this.len++] = Unicode.MAX_RUNE;
		}
		return this;
	}
	appendClassWithSign(x, sign) {
		return sign < 0 ? this.appendNegatedClass(x) : this.appendClass(x);
	}
	appendGroup(g, foldCase) {
		let cls = g.cls;
		if (foldCase) cls = new CharClass().appendFoldedClass(cls).cleanClass().toArray();
		return this.appendClassWithSign(cls, g.sign);
	}
	toString() {
		return CharClass.charClassToString(this.r, this.len);
	}
};
// src/Parser.js
var StringIterator = class {
	constructor(str) {
		this.str = str;
		this.position = 0;
	}
	pos() {
		return this.position;
	}
	rewindTo(pos) {
		this.position = pos;
	}
	more() {
		return this.position < this.str.length;
	}
	peek() {
		return this.str.codePointAt(this.position);
	}
	skip(n) {
		this.position += n;
	}
	skipString(s) {
		this.position += s.length;
	}
	pop() {
		const r = this.str.codePointAt(this.position);
		this.position += Utils.charCount(r);
		return r;
	}
	lookingAt(s) {
		return this.str.startsWith(s, this.position);
	}
	rest() {
		return this.str.substring(this.position);
	}
	from(beforePos) {
		return this.str.substring(beforePos, this.position);
	}
	toString() {
		return this.rest();
	}
};
/**
* A parser of regular expression patterns.
*
* The only public entry point is {@link #parse(String pattern, int flags)}.
*/
var Parser = class Parser {
	static ERR_INTERNAL_ERROR = "regexp/syntax: internal error";
	static ERR_INVALID_CHAR_RANGE = "invalid character class range";
	static ERR_INVALID_ESCAPE = "invalid escape sequence";
	static ERR_INVALID_NAMED_CAPTURE = "invalid named capture";
	static ERR_INVALID_PERL_OP = "invalid or unsupported Perl syntax";
	static ERR_INVALID_REPEAT_OP = "invalid nested repetition operator";
	static ERR_INVALID_REPEAT_SIZE = "invalid repeat count";
	static ERR_MISSING_BRACKET = "missing closing ]";
	static ERR_MISSING_PAREN = "missing closing )";
	static ERR_MISSING_REPEAT_ARGUMENT = "missing argument to repetition operator";
	static ERR_TRAILING_BACKSLASH = "trailing backslash at end of expression";
	static ERR_DUPLICATE_NAMED_CAPTURE = "duplicate capture group name";
	static ERR_UNEXPECTED_PAREN = "unexpected )";
	static ERR_NESTING_DEPTH = "expression nests too deeply";
	static ERR_LARGE = "expression too large";
	static ERR_INVALID_CAPTURE_IN_LOOKBEHIND = "invalid capture in lookbehind";
	static MAX_HEIGHT = 1e3;
	static MAX_SIZE = 1398101;
	static MAX_RUNES = 33554432;
	static ANY_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		Unicode.MAX_RUNE,
		1
	]));
	static ASCII_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		127,
		1
	]));
	static ASCII_FOLD_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		127,
		1,
		383,
		383,
		1,
		8490,
		8490,
		1
	]));
	static unicodeTable(name) {
		if (name === "Any") return {
			tab: Parser.ANY_TABLE,
			fold: Parser.ANY_TABLE,
			sign: 1
		};
		if (name === "Ascii") return {
			tab: Parser.ASCII_TABLE,
			fold: Parser.ASCII_FOLD_TABLE,
			sign: 1
		};
		if (name === "Assigned") return {
			tab: UnicodeTables.CATEGORIES.get("Cn"),
			fold: UnicodeTables.CATEGORIES.get("Cn"),
			sign: -1
		};
		if (name === "Lc") return {
			tab: UnicodeTables.CATEGORIES.get("LC"),
			fold: UnicodeTables.FOLD_CATEGORIES.get("LC"),
			sign: 1
		};
		if (UnicodeTables.CATEGORIES.has(name)) return {
			tab: UnicodeTables.CATEGORIES.get(name),
			fold: UnicodeTables.FOLD_CATEGORIES.get(name),
			sign: 1
		};
		if (UnicodeTables.SCRIPTS.has(name)) return {
			tab: UnicodeTables.SCRIPTS.get(name),
			fold: UnicodeTables.FOLD_SCRIPT.get(name),
			sign: 1
		};
		return null;
	}
	static minFoldRune(r) {
		if (r < Unicode.MIN_FOLD || r > Unicode.MAX_FOLD) return r;
		let min = r;
		const r0 = r;
		for (r = Unicode.simpleFold(r); r !== r0; r = Unicode.simpleFold(r)) if (min > r) min = r;
		return min;
	}
	static leadingRegexp(re) {
		if (re.op === Regexp.Op.EMPTY_MATCH) return null;
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			const sub = re.subs[0];
			if (sub.op === Regexp.Op.EMPTY_MATCH) return null;
			return sub;
		}
		return re;
	}
	static literalRegexp(s, flags) {
		const re = new Regexp(Regexp.Op.LITERAL);
		re.flags = flags;
		re.runes = Utils.stringToRunes(s);
		return re;
	}
	/**
	* Parse regular expression pattern {@code pattern} with mode flags {@code flags}.
	* @param {string} pattern
	* @param {number} flags
	*/
	static parse(pattern, flags) {
		return new Parser(pattern, flags).parseInternal();
	}
	static parseRepeat(t) {
		const start = t.pos();
		if (!t.more() || !t.lookingAt("{")) return -1;
		t.skip(1);
		const min = Parser.parseInt(t);
		if (min === -1) return -1;
		if (!t.more()) return -1;
		let max;
		if (!t.lookingAt(",")) max = min;
		else {
			t.skip(1);
			if (!t.more()) return -1;
			if (t.lookingAt("}")) max = -1;
			else if ((max = Parser.parseInt(t)) === -1) return -1;
		}
		if (!t.more() || !t.lookingAt("}")) return -1;
		t.skip(1);
		if (min < 0 || min > 1e3 || max === -2 || max > 1e3 || max >= 0 && min > max) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_SIZE, t.from(start));
		return min << 16 | max & Unicode.MAX_BMP;
	}
	static isValidCaptureName(name) {
		if (name.length === 0) return false;
		for (let i = 0; i < name.length; i++) {
			const c = name.codePointAt(i);
			if (c !== Codepoint.CODES["_"] && !Utils.isalnum(c)) return false;
		}
		return true;
	}
	static parseInt(t) {
		const start = t.pos();
		while (t.more() && t.peek() >= Codepoint.CODES["0"] && t.peek() <= Codepoint.CODES["9"]) t.skip(1);
		const n = t.from(start);
		if (n.length === 0 || n.length > 1 && n.codePointAt(0) === Codepoint.CODES["0"]) return -1;
		if (n.length > 8) return -2;
		return parseInt(n, 10);
	}
	static isCharClass(re) {
		return re.op === Regexp.Op.LITERAL && re.runes.length === 1 || re.op === Regexp.Op.CHAR_CLASS || re.op === Regexp.Op.ANY_CHAR_NOT_NL || re.op === Regexp.Op.ANY_CHAR;
	}
	static matchRune(re, r) {
		switch (re.op) {
			case Regexp.Op.LITERAL: return re.runes.length === 1 && re.runes[0] === r;
			case Regexp.Op.CHAR_CLASS:
				for (let i = 0; i < re.runes.length; i += 2) if (re.runes[i] <= r && r <= re.runes[i + 1]) return true;
				return false;
			case Regexp.Op.ANY_CHAR_NOT_NL: return r !== Codepoint.CODES["\n"];
			case Regexp.Op.ANY_CHAR: return true;
		}
		return false;
	}
	static mergeCharClass(dst, src) {
		switch (dst.op) {
			case Regexp.Op.ANY_CHAR: break;
			case Regexp.Op.ANY_CHAR_NOT_NL:
				if (Parser.matchRune(src, Codepoint.CODES["\n"])) dst.op = Regexp.Op.ANY_CHAR;
				break;
			case Regexp.Op.CHAR_CLASS: {
				const cc = new CharClass(Array.isArray(dst.runes) ? dst.runes : Array.from(dst.runes));
				if (src.op === Regexp.Op.LITERAL) cc.appendLiteral(src.runes[0], src.flags);
				else cc.appendClass(src.runes);
				dst.runes = cc.toGrowableArray();
				break;
			}
			case Regexp.Op.LITERAL:
				if (src.runes[0] === dst.runes[0] && src.flags === dst.flags) break;
				dst.op = Regexp.Op.CHAR_CLASS;
				dst.runes = new CharClass().appendLiteral(dst.runes[0], dst.flags).appendLiteral(src.runes[0], src.flags).toGrowableArray();
		}
	}
	static parseEscape(t) {
		const startPos = t.pos();
		t.skip(1);
		if (!t.more()) throw new RE2JSSyntaxException(Parser.ERR_TRAILING_BACKSLASH);
		let c = t.pop();
		bigswitch: switch (c) {
			case Codepoint.CODES["1"]:
			case Codepoint.CODES["2"]:
			case Codepoint.CODES["3"]:
			case Codepoint.CODES["4"]:
			case Codepoint.CODES["5"]:
			case Codepoint.CODES["6"]:
			case Codepoint.CODES["7"]: if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
			case Codepoint.CODES["0"]: {
				let r = c - Codepoint.CODES["0"];
				for (let i = 1; i < 3; i++) {
					if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
					r = r * 8 + t.peek() - Codepoint.CODES["0"];
					t.skip(1);
				}
				return r;
			}
			case Codepoint.CODES["x"]: {
				if (!t.more()) break;
				c = t.pop();
				if (c === Codepoint.CODES["{"]) {
					let nhex = 0;
					let r = 0;
					while (true) {
						if (!t.more()) break bigswitch;
						c = t.pop();
						if (c === Codepoint.CODES["}"]) break;
						const v = Utils.unhex(c);
						if (v < 0) break bigswitch;
						r = r * 16 + v;
						if (r > Unicode.MAX_RUNE) break bigswitch;
						nhex++;
					}
					if (nhex === 0) break bigswitch;
					return r;
				}
				const x = Utils.unhex(c);
				if (!t.more()) break;
				c = t.pop();
				const y = Utils.unhex(c);
				if (x < 0 || y < 0) break;
				return x * 16 + y;
			}
			case Codepoint.CODES["a"]: return Codepoint.CODES["\x07"];
			case Codepoint.CODES["f"]: return Codepoint.CODES["\f"];
			case Codepoint.CODES["n"]: return Codepoint.CODES["\n"];
			case Codepoint.CODES["r"]: return Codepoint.CODES["\r"];
			case Codepoint.CODES["t"]: return Codepoint.CODES["	"];
			case Codepoint.CODES["v"]: return Codepoint.CODES["\v"];
			default: if (c <= Unicode.MAX_ASCII && !Utils.isalnum(c)) return c;
		}
		throw new RE2JSSyntaxException(Parser.ERR_INVALID_ESCAPE, t.from(startPos));
	}
	static parseClassChar(t, wholeClassPos) {
		if (!t.more()) throw new RE2JSSyntaxException(Parser.ERR_MISSING_BRACKET, t.from(wholeClassPos));
		if (t.lookingAt("\\")) return Parser.parseEscape(t);
		return t.pop();
	}
	static hasCapture(re) {
		if (re === null) return false;
		if (re.op === Regexp.Op.CAPTURE) return true;
		if (re.subs) {
			for (let sub of re.subs) if (Parser.hasCapture(sub)) return true;
		}
		return false;
	}
	constructor(wholeRegexp, flags = 0) {
		this.wholeRegexp = wholeRegexp;
		this.flags = flags;
		this.numCap = 0;
		this.namedGroups = Object.create(null);
		this.stack = [];
		this.free = null;
		this.numRegexp = 0;
		this.numRunes = 0;
		this.repeats = 0;
		this.height = null;
		this.size = null;
		this.nlb = 0;
	}
	newRegexp(op) {
		let re = this.free;
		if (re !== null && re.subs !== null && re.subs.length > 0) {
			this.free = re.subs[0];
			re.reinit();
			re.op = op;
		} else {
			re = new Regexp(op);
			this.numRegexp += 1;
		}
		return re;
	}
	reuse(re) {
		if (this.height !== null && this.height.has(re)) this.height.delete(re);
		if (re.subs !== null && re.subs.length > 0) re.subs[0] = this.free;
		this.free = re;
	}
	checkLimits(re) {
		if (this.numRunes > Parser.MAX_RUNES) throw new RE2JSSyntaxException(Parser.ERR_LARGE);
		this.checkSize(re);
		this.checkHeight(re);
	}
	checkSize(re) {
		if (this.size === null) {
			if (this.repeats === 0) this.repeats = 1;
			if (re.op === Regexp.Op.REPEAT) {
				let n = re.max;
				if (n === -1) n = re.min;
				if (n <= 0) n = 1;
				if (n > Math.floor(Parser.MAX_SIZE / this.repeats)) this.repeats = Parser.MAX_SIZE;
				else this.repeats *= n;
			}
			if (this.numRegexp < Math.floor(Parser.MAX_SIZE / this.repeats)) return;
			this.size = /* @__PURE__ */ new Map();
			for (let reEx of this.stack) this.checkSize(reEx);
		}
		if (this.calcSize(re, true) > Parser.MAX_SIZE) throw new RE2JSSyntaxException(Parser.ERR_LARGE);
	}
	calcSize(re, force = false) {
		if (!force && this.size !== null) {
			if (this.size.has(re)) return this.size.get(re);
		}
		let size = 0;
		switch (re.op) {
			case Regexp.Op.LITERAL:
				size = re.runes.length;
				break;
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE:
			case Regexp.Op.STAR:
				size = 2 + this.calcSize(re.subs[0]);
				break;
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
				size = 1 + this.calcSize(re.subs[0]);
				break;
			case Regexp.Op.CONCAT:
				for (let sub of re.subs) size = size + this.calcSize(sub);
				break;
			case Regexp.Op.ALTERNATE:
				for (let sub of re.subs) size = size + this.calcSize(sub);
				if (re.subs.length > 1) size = size + re.subs.length - 1;
				break;
			case Regexp.Op.REPEAT: {
				let sub = this.calcSize(re.subs[0]);
				if (re.max === -1) {
					if (re.min === 0) size = 2 + sub;
					else size = 1 + re.min * sub;
					break;
				}
				size = re.max * sub + (re.max - re.min);
				break;
			}
		}
		size = Math.max(1, size);
		if (this.size === null) this.size = /* @__PURE__ */ new Map();
		this.size.set(re, size);
		return size;
	}
	checkHeight(re) {
		if (this.numRegexp < Parser.MAX_HEIGHT) return;
		if (this.height === null) {
			this.height = /* @__PURE__ */ new Map();
			for (let reEx of this.stack) this.checkHeight(reEx);
		}
		if (this.calcHeight(re, true) > Parser.MAX_HEIGHT) throw new RE2JSSyntaxException(Parser.ERR_NESTING_DEPTH);
	}
	calcHeight(re, force = false) {
		if (!force && this.height !== null) {
			if (this.height.has(re)) return this.height.get(re);
		}
		let h = 1;
		for (let sub of re.subs) {
			const hsub = this.calcHeight(sub);
			if (h < 1 + hsub) h = 1 + hsub;
		}
		if (this.height === null) this.height = /* @__PURE__ */ new Map();
		this.height.set(re, h);
		return h;
	}
	pop() {
		return this.stack.pop();
	}
	popToPseudo() {
		const n = this.stack.length;
		let i = n;
		while (i > 0 && !Regexp.isPseudoOp(this.stack[i - 1].op)) i--;
		return this.stack.splice(i, n - i);
	}
	push(re) {
		this.numRunes += re.runes.length;
		if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] === re.runes[1]) {
			if (this.maybeConcat(re.runes[0], this.flags & ~RE2Flags.FOLD_CASE)) return null;
			re.op = Regexp.Op.LITERAL;
			re.runes = [re.runes[0]];
			re.flags = this.flags & ~RE2Flags.FOLD_CASE;
		} else if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 4 && re.runes[0] === re.runes[1] && re.runes[2] === re.runes[3] && Unicode.simpleFold(re.runes[0]) === re.runes[2] && Unicode.simpleFold(re.runes[2]) === re.runes[0] || re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] + 1 === re.runes[1] && Unicode.simpleFold(re.runes[0]) === re.runes[1] && Unicode.simpleFold(re.runes[1]) === re.runes[0]) {
			if (this.maybeConcat(re.runes[0], this.flags | RE2Flags.FOLD_CASE)) return null;
			re.op = Regexp.Op.LITERAL;
			re.runes = [re.runes[0]];
			re.flags = this.flags | RE2Flags.FOLD_CASE;
		} else this.maybeConcat(-1, 0);
		this.stack.push(re);
		this.checkLimits(re);
		return re;
	}
	maybeConcat(r, flags) {
		const n = this.stack.length;
		if (n < 2) return false;
		const re1 = this.stack[n - 1];
		const re2 = this.stack[n - 2];
		if (re1.op !== Regexp.Op.LITERAL || re2.op !== Regexp.Op.LITERAL || (re1.flags & RE2Flags.FOLD_CASE) !== (re2.flags & RE2Flags.FOLD_CASE)) return false;
		if (!Array.isArray(re2.runes)) re2.runes = Array.from(re2.runes);
		for (let i = 0; i < re1.runes.length; i++) re2.runes.push(re1.runes[i]);
		if (r >= 0) {
			re1.runes = [r];
			re1.flags = flags;
			return true;
		}
		this.pop();
		this.reuse(re1);
		return false;
	}
	newLiteral(r, flags) {
		const re = this.newRegexp(Regexp.Op.LITERAL);
		re.flags = flags;
		if ((flags & RE2Flags.FOLD_CASE) !== 0) r = Parser.minFoldRune(r);
		re.runes = [r];
		return re;
	}
	literal(r) {
		this.push(this.newLiteral(r, this.flags));
	}
	op(op) {
		const re = this.newRegexp(op);
		re.flags = this.flags;
		return this.push(re);
	}
	repeat(op, min, max, beforePos, t, lastRepeatPos) {
		let flags = this.flags;
		if ((flags & RE2Flags.PERL_X) !== 0) {
			if (t.more() && t.lookingAt("?")) {
				t.skip(1);
				flags ^= RE2Flags.NON_GREEDY;
			}
			if (lastRepeatPos !== -1) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_OP, t.from(lastRepeatPos));
		}
		const n = this.stack.length;
		if (n === 0) throw new RE2JSSyntaxException(Parser.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
		const sub = this.stack[n - 1];
		if (Regexp.isPseudoOp(sub.op)) throw new RE2JSSyntaxException(Parser.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
		const re = this.newRegexp(op);
		re.min = min;
		re.max = max;
		re.flags = flags;
		re.subs = [sub];
		this.stack[n - 1] = re;
		this.checkLimits(re);
		if (op === Regexp.Op.REPEAT && (min >= 2 || max >= 2) && !this.repeatIsValid(re, 1e3)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_SIZE, t.from(beforePos));
	}
	repeatIsValid(re, n) {
		if (re.op === Regexp.Op.REPEAT) {
			let m = re.max;
			if (m === 0) return true;
			if (m < 0) m = re.min;
			if (m > n) return false;
			if (m > 0) n = Math.trunc(n / m);
		}
		for (let sub of re.subs) if (!this.repeatIsValid(sub, n)) return false;
		return true;
	}
	concat() {
		this.maybeConcat(-1, 0);
		const subs = this.popToPseudo();
		if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.EMPTY_MATCH));
		return this.push(this.collapse(subs, Regexp.Op.CONCAT));
	}
	alternate() {
		const subs = this.popToPseudo();
		if (subs.length > 0) this.cleanAlt(subs[subs.length - 1]);
		if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.NO_MATCH));
		return this.push(this.collapse(subs, Regexp.Op.ALTERNATE));
	}
	cleanAlt(re) {
		if (re.op === Regexp.Op.CHAR_CLASS) {
			re.runes = new CharClass(Array.from(re.runes)).cleanClass().toArray();
			if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) {
				re.runes = /* @__PURE__ */ new Int32Array(0);
				re.op = Regexp.Op.ANY_CHAR;
			} else if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) {
				re.runes = /* @__PURE__ */ new Int32Array(0);
				re.op = Regexp.Op.ANY_CHAR_NOT_NL;
			}
		}
	}
	collapse(subs, op) {
		if (subs.length === 1) return subs[0];
		let len = 0;
		for (let sub of subs) len += sub.op === op ? sub.subs.length : 1;
		let newsubs = new Array(len).fill(null);
		let i = 0;
		for (let sub of subs) if (sub.op === op) {
			for (let j = 0; j < sub.subs.length; j++) newsubs[i++] = sub.subs[j];
			this.reuse(sub);
		} else newsubs[i++] = sub;
		let re = this.newRegexp(op);
		re.subs = newsubs;
		if (op === Regexp.Op.ALTERNATE) {
			re.subs = this.factor(re.subs);
			if (re.subs.length === 1) {
				const old = re;
				re = re.subs[0];
				this.reuse(old);
			}
		}
		return re;
	}
	factor(array) {
		if (array.length < 2) return array;
		let s = 0;
		let lensub = array.length;
		let lenout = 0;
		let str = null;
		let strlen = 0;
		let strflags = 0;
		let start = 0;
		for (let i = 0; i <= lensub; i++) {
			let istr = null;
			let istrlen = 0;
			let iflags = 0;
			if (i < lensub) {
				let re = array[s + i];
				if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) re = re.subs[0];
				if (re.op === Regexp.Op.LITERAL) {
					istr = re.runes;
					istrlen = re.runes.length;
					iflags = re.flags & RE2Flags.FOLD_CASE;
				}
				if (iflags === strflags) {
					let same = 0;
					while (same < strlen && same < istrlen && str[same] === istr[same]) same++;
					if (same > 0) {
						strlen = same;
						continue;
					}
				}
			}
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				const prefix = this.newRegexp(Regexp.Op.LITERAL);
				prefix.flags = strflags;
				prefix.runes = str.slice(0, strlen);
				for (let j = start; j < i; j++) {
					array[s + j] = this.removeLeadingString(array[s + j], strlen);
					this.checkLimits(array[s + j]);
				}
				const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
				const re = this.newRegexp(Regexp.Op.CONCAT);
				re.subs = [prefix, suffix];
				array[lenout++] = re;
			}
			start = i;
			str = istr;
			strlen = istrlen;
			strflags = iflags;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		let first = null;
		for (let i = 0; i <= lensub; i++) {
			let ifirst = null;
			if (i < lensub) {
				ifirst = Parser.leadingRegexp(array[s + i]);
				if (first !== null && first.equals(ifirst) && (Parser.isCharClass(first) || first.op === Regexp.Op.REPEAT && first.min === first.max && Parser.isCharClass(first.subs[0]))) continue;
			}
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				const prefix = first;
				for (let j = start; j < i; j++) {
					const reuse = j !== start;
					array[s + j] = this.removeLeadingRegexp(array[s + j], reuse);
					this.checkLimits(array[s + j]);
				}
				const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
				const re = this.newRegexp(Regexp.Op.CONCAT);
				re.subs = [prefix, suffix];
				array[lenout++] = re;
			}
			start = i;
			first = ifirst;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		for (let i = 0; i <= lensub; i++) {
			if (i < lensub && Parser.isCharClass(array[s + i])) continue;
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				let max = start;
				for (let j = start + 1; j < i; j++) {
					const subMax = array[s + max];
					const subJ = array[s + j];
					if (subMax.op < subJ.op || subMax.op === subJ.op && (subMax.runes !== null ? subMax.runes.length : 0) < (subJ.runes !== null ? subJ.runes.length : 0)) max = j;
				}
				const tmp = array[s + start];
				array[s + start] = array[s + max];
				array[s + max] = tmp;
				for (let j = start + 1; j < i; j++) {
					Parser.mergeCharClass(array[s + start], array[s + j]);
					this.reuse(array[s + j]);
				}
				this.cleanAlt(array[s + start]);
				array[lenout++] = array[s + start];
			}
			if (i < lensub) array[lenout++] = array[s + i];
			start = i + 1;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		for (let i = 0; i < lensub; ++i) {
			if (i + 1 < lensub && array[s + i].op === Regexp.Op.EMPTY_MATCH && array[s + i + 1].op === Regexp.Op.EMPTY_MATCH) continue;
			array[lenout++] = array[s + i];
		}
		lensub = lenout;
		s = 0;
		return array.slice(s, lensub);
	}
	removeLeadingString(re, n) {
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			const sub = this.removeLeadingString(re.subs[0], n);
			re.subs[0] = sub;
			if (sub.op === Regexp.Op.EMPTY_MATCH) {
				this.reuse(sub);
				switch (re.subs.length) {
					case 0:
					case 1:
						re.op = Regexp.Op.EMPTY_MATCH;
						re.subs = Regexp.emptySubs();
						break;
					case 2: {
						const old = re;
						re = re.subs[1];
						this.reuse(old);
						break;
					}
					default: re.subs = re.subs.slice(1, re.subs.length);
				}
			}
			return re;
		}
		if (re.op === Regexp.Op.LITERAL) {
			re.runes = re.runes.slice(n, re.runes.length);
			if (re.runes.length === 0) re.op = Regexp.Op.EMPTY_MATCH;
		}
		return re;
	}
	removeLeadingRegexp(re, reuse) {
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			if (reuse) this.reuse(re.subs[0]);
			re.subs = re.subs.slice(1, re.subs.length);
			switch (re.subs.length) {
				case 0:
					re.op = Regexp.Op.EMPTY_MATCH;
					re.subs = Regexp.emptySubs();
					break;
				case 1: {
					const old = re;
					re = re.subs[0];
					this.reuse(old);
					break;
				}
			}
			return re;
		}
		if (reuse) this.reuse(re);
		return this.newRegexp(Regexp.Op.EMPTY_MATCH);
	}
	parseInternal() {
		if ((this.flags & RE2Flags.LITERAL) !== 0) return Parser.literalRegexp(this.wholeRegexp, this.flags);
		let lastRepeatPos = -1;
		let min = -1;
		let max = -1;
		const t = new StringIterator(this.wholeRegexp);
		while (t.more()) {
			let repeatPos = -1;
			bigswitch: switch (t.peek()) {
				case Codepoint.CODES["("]:
					if ((this.flags & RE2Flags.LOOKBEHIND) !== 0) {
						if (t.lookingAt("(?<=")) {
							this.parsePosLookBehind();
							t.skip(4);
							break;
						}
						if (t.lookingAt("(?<!")) {
							this.parseNegLookBehind();
							t.skip(4);
							break;
						}
					}
					if ((this.flags & RE2Flags.PERL_X) !== 0 && t.lookingAt("(?")) {
						this.parsePerlFlags(t);
						break;
					}
					this.op(Regexp.Op.LEFT_PAREN).cap = ++this.numCap;
					t.skip(1);
					break;
				case Codepoint.CODES["|"]:
					this.parseVerticalBar();
					t.skip(1);
					break;
				case Codepoint.CODES[")"]:
					this.parseRightParen();
					t.skip(1);
					break;
				case Codepoint.CODES["^"]:
					if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.BEGIN_TEXT);
					else this.op(Regexp.Op.BEGIN_LINE);
					t.skip(1);
					break;
				case Codepoint.CODES["$"]:
					if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.END_TEXT).flags |= RE2Flags.WAS_DOLLAR;
					else this.op(Regexp.Op.END_LINE);
					t.skip(1);
					break;
				case Codepoint.CODES["."]:
					if ((this.flags & RE2Flags.DOT_NL) !== 0) this.op(Regexp.Op.ANY_CHAR);
					else this.op(Regexp.Op.ANY_CHAR_NOT_NL);
					t.skip(1);
					break;
				case Codepoint.CODES["["]:
					this.parseClass(t);
					break;
				case Codepoint.CODES["*"]:
				case Codepoint.CODES["+"]:
				case Codepoint.CODES["?"]: {
					repeatPos = t.pos();
					let op = null;
					switch (t.pop()) {
						case Codepoint.CODES["*"]:
							op = Regexp.Op.STAR;
							break;
						case Codepoint.CODES["+"]:
							op = Regexp.Op.PLUS;
							break;
						case Codepoint.CODES["?"]: op = Regexp.Op.QUEST;
					}
					this.repeat(op, min, max, repeatPos, t, lastRepeatPos);
					break;
				}
				case Codepoint.CODES["{"]: {
					const before = t.pos();
					const minMax = Parser.parseRepeat(t);
					if (minMax < 0) {
						t.rewindTo(before);
						this.literal(t.pop());
						break;
					}
					repeatPos = before;
					min = minMax >> 16;
					max = (minMax & Unicode.MAX_BMP) << 16 >> 16;
					this.repeat(Regexp.Op.REPEAT, min, max, repeatPos, t, lastRepeatPos);
					break;
				}
				case Codepoint.CODES["\\"]: {
					const savedPos = t.pos();
					t.skip(1);
					if ((this.flags & RE2Flags.PERL_X) !== 0 && t.more()) switch (t.pop()) {
						case Codepoint.CODES["A"]:
							this.op(Regexp.Op.BEGIN_TEXT);
							break bigswitch;
						case Codepoint.CODES["b"]:
							this.op(Regexp.Op.WORD_BOUNDARY);
							break bigswitch;
						case Codepoint.CODES["B"]:
							this.op(Regexp.Op.NO_WORD_BOUNDARY);
							break bigswitch;
						case Codepoint.CODES["C"]: throw new RE2JSSyntaxException(Parser.ERR_INVALID_ESCAPE, "\\C");
						case Codepoint.CODES["Q"]: {
							let lit = t.rest();
							const i = lit.indexOf("\\E");
							if (i >= 0) {
								lit = lit.substring(0, i);
								t.skipString(lit);
								t.skipString("\\E");
							} else t.skipString(lit);
							let j = 0;
							while (j < lit.length) {
								const codepoint = lit.codePointAt(j);
								this.literal(codepoint);
								j += Utils.charCount(codepoint);
							}
							break bigswitch;
						}
						case Codepoint.CODES["z"]:
							this.op(Regexp.Op.END_TEXT);
							break bigswitch;
						default: t.rewindTo(savedPos);
					}
					else t.rewindTo(savedPos);
					const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
					re.flags = this.flags;
					if (t.lookingAt("\\p") || t.lookingAt("\\P")) {
						const cc = new CharClass();
						if (this.parseUnicodeClass(t, cc)) {
							re.runes = cc.toArray();
							this.push(re);
							break bigswitch;
						}
					}
					const cc = new CharClass();
					if (this.parsePerlClassEscape(t, cc)) {
						re.runes = cc.toArray();
						this.push(re);
						break bigswitch;
					}
					t.rewindTo(savedPos);
					this.reuse(re);
					this.literal(Parser.parseEscape(t));
					break;
				}
				default: this.literal(t.pop());
			}
			lastRepeatPos = repeatPos;
		}
		this.concat();
		if (this.swapVerticalBar()) this.pop();
		this.alternate();
		if (this.stack.length !== 1) throw new RE2JSSyntaxException(Parser.ERR_MISSING_PAREN, this.wholeRegexp);
		this.stack[0].namedGroups = this.namedGroups;
		return this.stack[0];
	}
	parsePerlFlags(t) {
		const startPos = t.pos();
		const s = t.rest();
		if (s.startsWith("(?P<") || s.startsWith("(?<")) {
			const begin = s.charAt(2) === "P" ? 4 : 3;
			const end = s.indexOf(">");
			if (end < 0) throw new RE2JSSyntaxException(Parser.ERR_INVALID_NAMED_CAPTURE, s);
			const name = s.substring(begin, end);
			t.skipString(name);
			t.skip(begin + 1);
			if (!Parser.isValidCaptureName(name)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_NAMED_CAPTURE, s.substring(0, end + 1));
			const re = this.op(Regexp.Op.LEFT_PAREN);
			re.cap = ++this.numCap;
			if (this.namedGroups[name]) throw new RE2JSSyntaxException(Parser.ERR_DUPLICATE_NAMED_CAPTURE, name);
			this.namedGroups[name] = this.numCap;
			re.name = name;
			return;
		}
		t.skip(2);
		let flags = this.flags;
		let sign = 1;
		let sawFlag = false;
		loop: while (t.more()) {
			const c = t.pop();
			switch (c) {
				case Codepoint.CODES["i"]:
					flags |= RE2Flags.FOLD_CASE;
					sawFlag = true;
					break;
				case Codepoint.CODES["m"]:
					flags &= ~RE2Flags.ONE_LINE;
					sawFlag = true;
					break;
				case Codepoint.CODES["s"]:
					flags |= RE2Flags.DOT_NL;
					sawFlag = true;
					break;
				case Codepoint.CODES["U"]:
					flags |= RE2Flags.NON_GREEDY;
					sawFlag = true;
					break;
				case Codepoint.CODES["-"]:
					if (sign < 0) break loop;
					sign = -1;
					flags = ~flags;
					sawFlag = false;
					break;
				case Codepoint.CODES[":"]:
				case Codepoint.CODES[")"]:
					if (sign < 0) {
						if (!sawFlag) break loop;
						flags = ~flags;
					}
					if (c === Codepoint.CODES[":"]) this.op(Regexp.Op.LEFT_PAREN);
					this.flags = flags;
					return;
				default: break loop;
			}
		}
		throw new RE2JSSyntaxException(Parser.ERR_INVALID_PERL_OP, t.from(startPos));
	}
	parsePosLookBehind() {
		const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
		re.flags = this.flags;
		re.lb = ++this.nlb;
		return this.push(re);
	}
	parseNegLookBehind() {
		const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
		re.flags = this.flags;
		re.lb = -++this.nlb;
		return this.push(re);
	}
	parseVerticalBar() {
		this.concat();
		if (!this.swapVerticalBar()) this.op(Regexp.Op.VERTICAL_BAR);
	}
	swapVerticalBar() {
		const n = this.stack.length;
		if (n >= 3 && this.stack[n - 2].op === Regexp.Op.VERTICAL_BAR && Parser.isCharClass(this.stack[n - 1]) && Parser.isCharClass(this.stack[n - 3])) {
			let re1 = this.stack[n - 1];
			let re3 = this.stack[n - 3];
			if (re1.op > re3.op) {
				const tmp = re3;
				re3 = re1;
				re1 = tmp;
				this.stack[n - 3] = re3;
			}
			Parser.mergeCharClass(re3, re1);
			this.reuse(re1);
			this.pop();
			return true;
		}
		if (n >= 2) {
			const re1 = this.stack[n - 1];
			const re2 = this.stack[n - 2];
			if (re2.op === Regexp.Op.VERTICAL_BAR) {
				if (n >= 3) this.cleanAlt(this.stack[n - 3]);
				this.stack[n - 2] = re1;
				this.stack[n - 1] = re2;
				return true;
			}
		}
		return false;
	}
	parseRightParen() {
		this.concat();
		if (this.swapVerticalBar()) this.pop();
		this.alternate();
		if (this.stack.length < 2) throw new RE2JSSyntaxException(Parser.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
		const re1 = this.pop();
		const re2 = this.pop();
		if (re2.op !== Regexp.Op.LEFT_PAREN) throw new RE2JSSyntaxException(Parser.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
		this.flags = re2.flags;
		if (re2.lb !== 0) {
			if (Parser.hasCapture(re1)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CAPTURE_IN_LOOKBEHIND, this.wholeRegexp);
			if (re2.lb > 0) re2.op = Regexp.Op.PLB;
			else re2.op = Regexp.Op.NLB;
			re2.subs = [re1];
			this.push(re2);
			return;
		}
		if (re2.cap === 0) this.push(re1);
		else {
			re2.op = Regexp.Op.CAPTURE;
			re2.subs = [re1];
			this.push(re2);
		}
	}
	parsePerlClassEscape(t, cc) {
		const beforePos = t.pos();
		if ((this.flags & RE2Flags.PERL_X) === 0 || !t.more() || t.pop() !== Codepoint.CODES["\\"] || !t.more()) return false;
		t.pop();
		const p = t.from(beforePos);
		const g = PERL_GROUPS.has(p) ? PERL_GROUPS.get(p) : null;
		if (g === null) return false;
		cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
		return true;
	}
	parseNamedClass(t, cc) {
		const cls = t.rest();
		const i = cls.indexOf(":]");
		if (i < 0) return false;
		const name = cls.substring(0, i + 2);
		t.skipString(name);
		const g = POSIX_GROUPS.has(name) ? POSIX_GROUPS.get(name) : null;
		if (g === null) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, name);
		cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
		return true;
	}
	parseUnicodeClass(t, cc) {
		const startPos = t.pos();
		if ((this.flags & RE2Flags.UNICODE_GROUPS) === 0 || !t.lookingAt("\\p") && !t.lookingAt("\\P")) return false;
		t.skip(1);
		let sign = 1;
		let c = t.pop();
		if (c === Codepoint.CODES["P"]) sign = -1;
		if (!t.more()) {
			t.rewindTo(startPos);
			throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
		}
		c = t.pop();
		let name;
		if (c !== Codepoint.CODES["{"]) name = Utils.runeToString(c);
		else {
			const rest = t.rest();
			const end = rest.indexOf("}");
			if (end < 0) {
				t.rewindTo(startPos);
				throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
			}
			name = rest.substring(0, end);
			t.skipString(name);
			t.skip(1);
		}
		if (!(name.length === 0) && name.codePointAt(0) === Codepoint.CODES["^"]) {
			sign = 0 - sign;
			name = name.substring(1);
		}
		const pair = Parser.unicodeTable(name);
		if (pair === null) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.from(startPos));
		if (pair.sign < 0) sign = 0 - sign;
		const tab = pair.tab;
		const fold = pair.fold;
		if ((this.flags & RE2Flags.FOLD_CASE) === 0 || fold === null) cc.appendTableWithSign(tab, sign);
		else {
			const tmp = new CharClass().appendTable(tab).appendTable(fold).cleanClass().toArray();
			cc.appendClassWithSign(Array.from(tmp), sign);
		}
		return true;
	}
	parseClass(t) {
		const startPos = t.pos();
		t.skip(1);
		const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
		re.flags = this.flags;
		const cc = new CharClass();
		let sign = 1;
		if (t.more() && t.lookingAt("^")) {
			sign = -1;
			t.skip(1);
			if ((this.flags & RE2Flags.CLASS_NL) === 0) cc.appendRange(Codepoint.CODES["\n"], Codepoint.CODES["\n"]);
		}
		let first = true;
		while (!t.more() || t.peek() !== Codepoint.CODES["]"] || first) {
			if (t.more() && t.lookingAt("-") && (this.flags & RE2Flags.PERL_X) === 0 && !first) {
				const s = t.rest();
				if (s === "-" || !s.startsWith("-]")) {
					t.rewindTo(startPos);
					throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
				}
			}
			first = false;
			const beforePos = t.pos();
			if (t.lookingAt("[:")) {
				if (this.parseNamedClass(t, cc)) continue;
				t.rewindTo(beforePos);
			}
			if (this.parseUnicodeClass(t, cc)) continue;
			if (this.parsePerlClassEscape(t, cc)) continue;
			t.rewindTo(beforePos);
			const lo = Parser.parseClassChar(t, startPos);
			let hi = lo;
			if (t.more() && t.lookingAt("-")) {
				t.skip(1);
				if (t.more() && t.lookingAt("]")) t.skip(-1);
				else {
					hi = Parser.parseClassChar(t, startPos);
					if (hi < lo) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.from(beforePos));
				}
			}
			if ((this.flags & RE2Flags.FOLD_CASE) === 0) cc.appendRange(lo, hi);
			else cc.appendFoldedRange(lo, hi);
		}
		t.skip(1);
		cc.cleanClass();
		if (sign < 0) cc.negateClass();
		re.runes = cc.toArray();
		this.push(re);
	}
};
// src/RE2.js
/**
* An RE2 class instance is a compiled representation of an RE2 regular expression, independent of
* the public Java-like Pattern/Matcher API.
*
* This class also contains various implementation helpers for RE2 regular expressions.
*
* Use the {@link #quoteMeta(String)} utility function to quote all regular expression
* metacharacters in an arbitrary string.
*
*/
var RE2 = class RE2 {
	static initTest(expr) {
		const re2 = RE2.compile(expr);
		const res = new RE2(re2.expr, re2.prog, re2.numSubexp, re2.longest);
		res.cond = re2.cond;
		res.prefix = re2.prefix;
		res.prefixUTF8 = re2.prefixUTF8;
		res.prefixComplete = re2.prefixComplete;
		res.prefixRune = re2.prefixRune;
		res.prefilter = re2.prefilter;
		res.namedGroups = re2.namedGroups;
		return res;
	}
	/**
	* Parses a regular expression and returns, if successful, an {@code RE2} instance that can be
	* used to match against text.
	*
	* When matching against text, the regexp returns a match that begins as early as possible in the
	* input (leftmost), and among those it chooses the one that a backtracking search would have
	* found first. This so-called leftmost-first matching is the same semantics that Perl, Python,
	* and other implementations use, although this package implements it without the expense of
	* backtracking. For POSIX leftmost-longest matching, see {@link #compilePOSIX}.
	*/
	static compile(expr) {
		return RE2.compileImpl(expr, RE2Flags.PERL, false);
	}
	/**
	* {@code compilePOSIX} is like {@link #compile} but restricts the regular expression to POSIX ERE
	* (egrep) syntax and changes the match semantics to leftmost-longest.
	*
	* That is, when matching against text, the regexp returns a match that begins as early as
	* possible in the input (leftmost), and among those it chooses a match that is as long as
	* possible. This so-called leftmost-longest matching is the same semantics that early regular
	* expression implementations used and that POSIX specifies.
	*
	* However, there can be multiple leftmost-longest matches, with different submatch choices, and
	* here this package diverges from POSIX. Among the possible leftmost-longest matches, this
	* package chooses the one that a backtracking search would have found first, while POSIX
	* specifies that the match be chosen to maximize the length of the first subexpression, then the
	* second, and so on from left to right. The POSIX rule is computationally prohibitive and not
	* even well-defined. See http://swtch.com/~rsc/regexp/regexp2.html#posix
	*/
	static compilePOSIX(expr) {
		return RE2.compileImpl(expr, RE2Flags.POSIX, true);
	}
	static compileImpl(expr, mode, longest) {
		let re = Parser.parse(expr, mode);
		const maxCap = re.maxCap();
		const namedGroups = re.namedGroups;
		re = Simplify.simplify(re);
		const prefilter = PrefilterTree.build(re);
		const prog = Compiler.compileRegexp(re);
		const re2 = new RE2(expr, prog, maxCap, longest);
		re2.prefilter = prefilter.type === Prefilter.Type.NONE ? null : prefilter;
		const [prefixCompl, prefixStr] = prog.prefix();
		re2.prefixComplete = prefixCompl;
		re2.prefix = prefixStr;
		re2.prefixUTF8 = Utils.stringToUtf8ByteArray(re2.prefix);
		if (re2.prefix.length > 0) re2.prefixRune = re2.prefix.codePointAt(0);
		re2.namedGroups = namedGroups;
		return re2;
	}
	/**
	* Returns true iff textual regular expression {@code pattern} matches string {@code s}.
	*
	* More complicated queries need to use {@link #compile} and the full {@code RE2} interface.
	*/
	static match(pattern, s) {
		return RE2.compile(pattern).match(s);
	}
	constructor(expr, prog, numSubexp = 0, longest = 0) {
		this.expr = expr;
		this.prog = prog;
		this.numSubexp = numSubexp;
		this.longest = longest;
		this.cond = prog.startCond();
		this.prefix = null;
		this.prefixUTF8 = null;
		this.prefixComplete = false;
		this.prefixRune = 0;
		/** @type {Record<string, number>} */
		this.namedGroups = Object.create(null);
		this.machinePool = [];
		this.lazyDFA = null;
		this.onepass = OnePass.compile(this.prog);
		this.prefilter = null;
	}
	get dfa() {
		if (this.lazyDFA === null) this.lazyDFA = new DFA(this.prog);
		return this.lazyDFA;
	}
	matchPrefixComplete(input, pos, anchor, ncap) {
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
		let matchStart = -1;
		let matchEnd = -1;
		const pLen = input.prefixLength(this);
		if (anchor === RE2Flags.UNANCHORED) {
			const idx = input.index(this, pos);
			if (idx < 0) return null;
			matchStart = pos + idx;
			matchEnd = matchStart + pLen;
		} else if (anchor === RE2Flags.ANCHOR_BOTH) {
			if (input.endPos() !== pLen) return null;
			if (input.index(this, 0) !== 0) return null;
			matchStart = 0;
			matchEnd = pLen;
		} else if (anchor === RE2Flags.ANCHOR_START) {
			if (input.index(this, 0) !== 0) return null;
			matchStart = 0;
			matchEnd = pLen;
		}
		if (matchStart < 0) return null;
		if (ncap > 0) {
			const matchcap = new Int32Array(ncap).fill(-1);
			matchcap[0] = matchStart;
			matchcap[1] = matchEnd;
			return Array.from(matchcap);
		}
		return [];
	}
	createLookbehindState() {
		return this.prog.numLb > 0 ? new LookbehindState(this.prog) : null;
	}
	executeEngine(input, pos, anchor, ncap, lbState = null) {
		if (this.prefixComplete && (ncap === 0 || this.numSubexp === 0)) return this.matchPrefixComplete(input, pos, anchor, ncap);
		if (this.prefilter !== null && anchor === RE2Flags.UNANCHORED) {
			if (!this.prefilter.eval(input, pos)) return null;
		}
		if (this.onepass !== null) return OnePass.execute(this, input, pos, anchor, ncap);
		if (ncap > 0) {
			if (this.prog.numLb === 0 && input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
			return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
		}
		if (this.prog.numLb === 0) {
			const dfaResult = this.dfa.match(input, pos, anchor);
			if (dfaResult !== null) return dfaResult ? [] : null;
			if (input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
		}
		return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
	}
	/**
	* Returns the number of parenthesized subexpressions in this regular expression.
	*/
	numberOfCapturingGroups() {
		return this.numSubexp;
	}
	/**
	* Returns the number of instructions in this compiled regular expression program.
	*/
	numberOfInstructions() {
		return this.prog.numInst();
	}
	get() {
		return this.machinePool.length > 0 ? this.machinePool.pop() : null;
	}
	reset() {
		this.machinePool.length = 0;
	}
	put(m) {
		this.machinePool.push(m);
	}
	toString() {
		return this.expr;
	}
	doExecuteNFA(input, pos, anchor, ncap, lbState = null) {
		let m = this.get();
		if (!m) m = Machine.fromRE2(this);
		m.init(ncap);
		const cap = m.match(input, pos, anchor, lbState) ? m.submatches() : null;
		this.put(m);
		return cap;
	}
	match(s) {
		return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 0) !== null;
	}
	/**
	* Matches the regular expression against input starting at position start and ending at position
	* end, with the given anchoring. Records the submatch boundaries in group, which is [start, end)
	* pairs of byte offsets. The number of boundaries needed is inferred from the size of the group
	* array. It is most efficient not to ask for submatch boundaries.
	*
	* @param input the input byte array
	* @param start the beginning position in the input
	* @param end the end position in the input
	* @param anchor the anchoring flag (UNANCHORED, ANCHOR_START, ANCHOR_BOTH)
	* @param group the array to fill with submatch positions
	* @param ngroup the number of array pairs to fill in
	* @param lbState optional state carried between successive matches over the same input (see
	*   createLookbehindState); omit it to evaluate lookbehinds from the beginning of the input
	* @returns true if a match was found
	*/
	matchWithGroup(input, start, end, anchor, ngroup, lbState = null) {
		if (!(input instanceof MatcherInputBase)) {
			if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
			else input = MatcherInput.utf16(input);
		}
		return this.matchMachineInput(input, start, end, anchor, ngroup, lbState);
	}
	matchMachineInput(input, start, end, anchor, ngroup, lbState = null) {
		if (start > end) return [false, null];
		const machineInput = input.isUTF16Encoding() ? MachineInput.fromUTF16(input.asCharSequence(), 0, end) : MachineInput.fromUTF8(input.asBytes(), 0, end);
		const groupMatch = this.executeEngine(machineInput, start, anchor, 2 * ngroup, lbState);
		if (groupMatch === null) return [false, null];
		return [true, groupMatch];
	}
	/**
	* Returns true iff this regexp matches the UTF-8 byte array {@code b}.
	*/
	matchUTF8(b) {
		return this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 0) !== null;
	}
	/**
	* Returns a copy of {@code src} in which all matches for this regexp have been replaced by
	* {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
	* replacement string.
	*/
	replaceAll(src, repl) {
		return this.replaceAllFunc(src, () => repl, 2 * src.length + 1);
	}
	/**
	* Returns a copy of {@code src} in which only the first match for this regexp has been replaced
	* by {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
	* replacement string.
	*/
	replaceFirst(src, repl) {
		return this.replaceAllFunc(src, () => repl, 1);
	}
	/**
	* Returns a copy of {@code src} in which at most {@code maxReplaces} matches for this regexp have
	* been replaced by the return value of of function {@code repl} (whose first argument is the
	* matched string). No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
	* replacement string.
	*/
	replaceAllFunc(src, replFunc, maxReplaces) {
		let lastMatchEnd = 0;
		let searchPos = 0;
		let out = "";
		const input = MachineInput.fromUTF16(src);
		const lbState = this.createLookbehindState();
		let numReplaces = 0;
		while (searchPos <= src.length) {
			const a = this.executeEngine(input, searchPos, RE2Flags.UNANCHORED, 2, lbState);
			if (a === null || a.length === 0) break;
			out += src.substring(lastMatchEnd, a[0]);
			if (a[1] > lastMatchEnd || a[0] === 0) {
				out += replFunc(src.substring(a[0], a[1]));
				numReplaces++;
			}
			lastMatchEnd = a[1];
			const width = input.step(searchPos) & 7;
			if (searchPos + width > a[1]) searchPos += width;
			else if (searchPos + 1 > a[1]) searchPos++;
			else searchPos = a[1];
			if (numReplaces >= maxReplaces) break;
		}
		out += src.substring(lastMatchEnd);
		return out;
	}
	pad(a) {
		if (a === null) return null;
		let n = (1 + this.numSubexp) * 2;
		if (a.length < n) {
			let a2 = new Array(n).fill(-1);
			for (let i = 0; i < a.length; i++) a2[i] = a[i];
			a = a2;
		}
		return a;
	}
	allMatches(input, n, deliverFun = (v) => v) {
		let result = [];
		const end = input.endPos();
		if (n < 0) n = end + 1;
		let pos = 0;
		let i = 0;
		let prevMatchEnd = -1;
		const lbState = this.createLookbehindState();
		while (i < n && pos <= end) {
			const matches = this.executeEngine(input, pos, RE2Flags.UNANCHORED, this.prog.numCap, lbState);
			if (matches === null || matches.length === 0) break;
			let accept = true;
			if (matches[1] === pos) {
				if (matches[0] === prevMatchEnd) accept = false;
				const r = input.step(pos);
				if (r < 0) pos = end + 1;
				else pos += r & 7;
			} else pos = matches[1];
			prevMatchEnd = matches[1];
			if (accept) {
				result.push(deliverFun(this.pad(matches)));
				i++;
			}
		}
		return result;
	}
	/**
	* Returns an array holding the text of the leftmost match in {@code b} of this regular
	* expression.
	*
	* A return value of null indicates no match.
	*/
	findUTF8(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return null;
		return b.slice(a[0], a[1]);
	}
	/**
	* Returns a two-element array of integers defining the location of the leftmost match in
	* {@code b} of this regular expression. The match itself is at {@code b[loc[0]...loc[1]]}.
	*
	* A return value of null indicates no match.
	*/
	findUTF8Index(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return null;
		return a.slice(0, 2);
	}
	/**
	* Returns a string holding the text of the leftmost match in {@code s} of this regular
	* expression.
	*
	* If there is no match, the return value is an empty string, but it will also be empty if the
	* regular expression successfully matches an empty string. Use {@link #findIndex} or
	* {@link #findSubmatch} if it is necessary to distinguish these cases.
	*/
	find(s) {
		const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return "";
		return s.substring(a[0], a[1]);
	}
	/**
	* Returns a two-element array of integers defining the location of the leftmost match in
	* {@code s} of this regular expression. The match itself is at
	* {@code s.substring(loc[0], loc[1])}.
	*
	* A return value of null indicates no match.
	*/
	findIndex(s) {
		return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
	}
	/**
	* Returns an array of arrays the text of the leftmost match of the regular expression in
	* {@code b} and the matches, if any, of its subexpressions, as defined by the <a
	* href='#submatch'>Submatch</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findUTF8Submatch(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap);
		if (a === null) return null;
		const ret = new Array(1 + this.numSubexp).fill(null);
		for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = b.slice(a[2 * i], a[2 * i + 1]);
		return ret;
	}
	/**
	* Returns an array holding the index pairs identifying the leftmost match of this regular
	* expression in {@code b} and the matches, if any, of its subexpressions, as defined by the the
	* <a href='#submatch'>Submatch</a> and <a href='#index'>Index</a> descriptions above.
	*
	* A return value of null indicates no match.
	*/
	findUTF8SubmatchIndex(b) {
		return this.pad(this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap));
	}
	/**
	* Returns an array of strings holding the text of the leftmost match of the regular expression in
	* {@code s} and the matches, if any, of its subexpressions, as defined by the <a
	* href='#submatch'>Submatch</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findSubmatch(s) {
		const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap);
		if (a === null) return null;
		const ret = new Array(1 + this.numSubexp).fill(null);
		for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = s.substring(a[2 * i], a[2 * i + 1]);
		return ret;
	}
	/**
	* Returns an array holding the index pairs identifying the leftmost match of this regular
	* expression in {@code s} and the matches, if any, of its subexpressions, as defined by the <a
	* href='#submatch'>Submatch</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findSubmatchIndex(s) {
		return this.pad(this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap));
	}
	/**
	* {@code findAllUTF8()} is the <a href='#all'>All</a> version of {@link #findUTF8}; it returns a
	* list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*
	* TODO(adonovan): think about defining a byte slice view class, like a read-only Go slice backed
	* by |b|.
	*/
	findAllUTF8(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => b.slice(match[0], match[1]));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllUTF8Index} is the <a href='#all'>All</a> version of {@link #findUTF8Index}; it
	* returns a list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllUTF8Index(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => match.slice(0, 2));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAll} is the <a href='#all'>All</a> version of {@link #find}; it returns a list of up
	* to {@code n} successive matches of the expression, as defined by the <a href='#all'>All</a>
	* description above.
	*
	* A return value of null indicates no match.
	*/
	findAll(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => s.substring(match[0], match[1]));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllIndex} is the <a href='#all'>All</a> version of {@link #findIndex}; it returns a
	* list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllIndex(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => match.slice(0, 2));
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllUTF8Submatch} is the <a href='#all'>All</a> version of {@link #findUTF8Submatch};
	* it returns a list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllUTF8Submatch(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => {
			let slice = new Array(match.length / 2 | 0).fill(null);
			for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = b.slice(match[2 * j], match[2 * j + 1]);
			return slice;
		});
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllUTF8SubmatchIndex} is the <a href='#all'>All</a> version of
	* {@link #findUTF8SubmatchIndex}; it returns a list of up to {@code n} successive matches of the
	* expression, as defined by the <a href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllUTF8SubmatchIndex(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n);
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllSubmatch} is the <a href='#all'>All</a> version of {@link #findSubmatch}; it
	* returns a list of up to {@code n} successive matches of the expression, as defined by the <a
	* href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllSubmatch(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => {
			let slice = new Array(match.length / 2 | 0).fill(null);
			for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = s.substring(match[2 * j], match[2 * j + 1]);
			return slice;
		});
		if (result.length === 0) return null;
		return result;
	}
	/**
	* {@code findAllSubmatchIndex} is the <a href='#all'>All</a> version of
	* {@link #findSubmatchIndex}; it returns a list of up to {@code n} successive matches of the
	* expression, as defined by the <a href='#all'>All</a> description above.
	*
	* A return value of null indicates no match.
	*/
	findAllSubmatchIndex(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n);
		if (result.length === 0) return null;
		return result;
	}
};
// src/Set.js
var RE2Set = class RE2Set {
	/** @type {number} */
	static UNANCHORED = RE2Flags.UNANCHORED;
	/** @type {number} */
	static ANCHOR_START = RE2Flags.ANCHOR_START;
	/** @type {number} */
	static ANCHOR_BOTH = RE2Flags.ANCHOR_BOTH;
	/**
	* Constructs a new RE2Set with the specified anchor mode and flags.
	* @param {number} [anchor=RE2Set.UNANCHORED] - The anchoring mode (e.g., RE2Set.UNANCHORED).
	* @param {number} [flags=0] - The public flags to apply to all patterns in the set.
	* @param {number} [maxMem=8388608] - The maximum memory in bytes to use for the DFA (default 8MB).
	*/
	constructor(anchor = RE2Set.UNANCHORED, flags = 0, maxMem = 8388608) {
		if (![
			RE2Set.UNANCHORED,
			RE2Set.ANCHOR_START,
			RE2Set.ANCHOR_BOTH
		].includes(anchor)) throw new RE2JSFlagsException("The anchor should be RE2Set.UNANCHORED, RE2Set.ANCHOR_START or RE2Set.ANCHOR_BOTH");
		Utils.checkFlags(flags);
		this.anchor = anchor;
		this.jsFlags = flags;
		this.maxMem = maxMem;
		let re2Flags = RE2Flags.PERL;
		if ((flags & PublicFlags.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
		if ((flags & PublicFlags.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
		this.re2Flags = re2Flags;
		this.regexps = [];
		this.prog = null;
		this.dfa = null;
		this.dummyRe2 = null;
	}
	/**
	* Adds a new regular expression pattern to the set.
	* Patterns cannot be added after the set has been compiled.
	* @param {string} pattern - The regular expression pattern to add.
	* @returns {number} The integer index assigned to the added pattern.
	* @throws {RE2JSCompileException} If patterns are added after compilation.
	*/
	add(pattern) {
		if (this.prog) throw new RE2JSCompileException("Cannot add patterns after compile");
		Utils.checkPattern(pattern);
		let fregex = pattern;
		if ((this.jsFlags & PublicFlags.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
		if ((this.jsFlags & PublicFlags.DOTALL) !== 0) fregex = `(?s)${fregex}`;
		if ((this.jsFlags & PublicFlags.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
		const re = Parser.parse(fregex, this.re2Flags);
		this.regexps.push(Simplify.simplify(re));
		return this.regexps.length - 1;
	}
	/**
	* Compiles the added patterns into a single state machine.
	* This is automatically called on the first match if not called explicitly.
	* @returns {void}
	*/
	compile() {
		if (this.prog) return;
		const prog = Compiler.compileSet(this.regexps);
		if (prog.numInst() > Parser.MAX_SIZE) throw new RE2JSCompileException(`${Parser.ERR_LARGE}: the set compiles to ${prog.numInst()} instructions, more than ${Parser.MAX_SIZE}`);
		this.prog = prog;
		this.dfa = new DFA(this.prog, this.maxMem);
		this.dummyRe2 = {
			prog: this.prog,
			cond: this.prog.startCond(),
			prefix: "",
			prefixRune: 0,
			longest: false
		};
	}
	/**
	* Matches the input against the compiled set of regular expressions.
	* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to match against.
	* @returns {number[]} An array of indices representing the patterns that successfully matched the input.
	*/
	match(input) {
		if (!this.prog) this.compile();
		const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
		let internalAnchor = RE2Flags.UNANCHORED;
		if (this.anchor === RE2Set.ANCHOR_START) internalAnchor = RE2Flags.ANCHOR_START;
		else if (this.anchor === RE2Set.ANCHOR_BOTH) internalAnchor = RE2Flags.ANCHOR_BOTH;
		const dfaResult = this.dfa.matchSet(machineInput, 0, internalAnchor);
		if (dfaResult !== null) return dfaResult;
		const machine = Machine.fromRE2(this.dummyRe2);
		machine.init(0);
		return machine.matchSet(machineInput, 0, internalAnchor);
	}
};
// src/TranslateRegExpString.js
/**
* Transform JS regex string to RE2 regex string
*/
var TranslateRegExpString = class TranslateRegExpString {
	static isHexadecimal(ch) {
		return "0" <= ch && ch <= "9" || "A" <= ch && ch <= "F" || "a" <= ch && ch <= "f";
	}
	static translate(data) {
		let prefixFlags = "";
		if (Object.prototype.toString.call(data) === "[object RegExp]") {
			if (data.ignoreCase) prefixFlags += "i";
			if (data.multiline) prefixFlags += "m";
			if (data.dotAll) prefixFlags += "s";
			data = data.source;
		}
		if (typeof data !== "string") return data;
		let result = "";
		let changed = false;
		let size = data.length;
		if (size === 0) {
			result = "(?:)";
			changed = true;
		}
		let inCharClass = false;
		let i = 0;
		while (i < size) {
			let ch = data[i];
			if (ch === "\\") {
				if (i + 1 < size) {
					ch = data[i + 1];
					switch (ch) {
						case "\\":
							result += "\\\\";
							i += 2;
							continue;
						case "c":
							if (i + 2 < size) {
								let code = data[i + 2].charCodeAt(0);
								if (code >= 65 && code <= 90 || code >= 97 && code <= 122) {
									let val = code % 32;
									result += "\\x";
									result += (val >> 4).toString(16).toUpperCase();
									result += (val & 15).toString(16).toUpperCase();
									i += 3;
									changed = true;
									continue;
								}
							}
							result += "c";
							i += 2;
							changed = true;
							continue;
						case "u":
							if (i + 2 < size) {
								if (data[i + 2] === "{") {
									let j = i + 3;
									let hasHex = false;
									let closed = false;
									while (j < size) {
										const hexChar = data[j];
										if (hexChar === "}") {
											closed = true;
											break;
										}
										if (!TranslateRegExpString.isHexadecimal(hexChar)) break;
										hasHex = true;
										j++;
									}
									if (closed && hasHex) {
										result += "\\x";
										i += 2;
										changed = true;
										continue;
									}
								} else if (i + 5 < size) {
									let isHex4 = true;
									for (let j = 0; j < 4; j++) if (!TranslateRegExpString.isHexadecimal(data[i + 2 + j])) {
										isHex4 = false;
										break;
									}
									if (isHex4) {
										result += "\\x{" + data.substring(i + 2, i + 6) + "}";
										i += 6;
										changed = true;
										continue;
									}
								}
							}
							result += "u";
							i += 2;
							changed = true;
							continue;
						case "x": {
							let isValidHex = false;
							if (i + 2 < size && data[i + 2] === "{") {
								let j = i + 3;
								let hasHex = false;
								let closed = false;
								while (j < size) {
									const hexChar = data[j];
									if (hexChar === "}") {
										closed = true;
										break;
									}
									if (!TranslateRegExpString.isHexadecimal(hexChar)) break;
									hasHex = true;
									j++;
								}
								if (closed && hasHex) isValidHex = true;
							} else if (i + 3 < size && TranslateRegExpString.isHexadecimal(data[i + 2]) && TranslateRegExpString.isHexadecimal(data[i + 3])) isValidHex = true;
							if (isValidHex) {
								result += "\\x";
								i += 2;
							} else {
								result += "x";
								i += 2;
								changed = true;
							}
							continue;
						}
						case "n":
						case "r":
						case "t":
						case "a":
						case "f":
						case "v":
						case "d":
						case "D":
						case "s":
						case "S":
						case "w":
						case "W":
						case "b":
						case "B":
						case "p":
						case "P":
						case "A":
						case "z":
						case "Q":
						case "E":
						case "0":
						case "1":
						case "2":
						case "3":
						case "4":
						case "5":
						case "6":
						case "7":
							result += "\\" + ch;
							i += 2;
							continue;
						default: {
							let cp = data.codePointAt(i + 1);
							if (cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122) {
								let symSize = Utils.charCount(cp);
								result += data.substring(i + 1, i + 1 + symSize);
								i += symSize + 1;
								changed = true;
							} else {
								result += "\\";
								let symSize = Utils.charCount(cp);
								result += data.substring(i + 1, i + 1 + symSize);
								i += symSize + 1;
							}
							continue;
						}
					}
				}
			} else if (ch === "/") {
				result += "\\/";
				i += 1;
				changed = true;
				continue;
			} else if (ch === "[") {
				if (!inCharClass && data[i + 1] === "]") {
					result += "[^\\x00-\\x{10FFFF}]";
					i += 2;
					changed = true;
					continue;
				}
				if (!inCharClass && data[i + 1] === "^" && data[i + 2] === "]") {
					result += "[\\x00-\\x{10FFFF}]";
					i += 3;
					changed = true;
					continue;
				}
				inCharClass = true;
			} else if (ch === "]") inCharClass = false;
			else if (!inCharClass && ch === "(" && i + 2 < size && data[i + 1] === "?" && data[i + 2] === "<") {
				if (i + 3 < size && !"=!>)".includes(data[i + 3])) {
					result += "(?P<";
					i += 3;
					changed = true;
					continue;
				}
			}
			let cp = data.codePointAt(i);
			let symSize = Utils.charCount(cp);
			result += data.substring(i, i + symSize);
			i += symSize;
		}
		const finalResult = changed ? result : data;
		if (prefixFlags.length > 0) return `(?${prefixFlags})${finalResult}`;
		return finalResult;
	}
};
// src/index.js
const execResult = (m, input) => {
	const result = m.matchArray();
	result.index = m.start(0);
	result.input = input;
	result.groups = m.namedGroupsObject();
	return result;
};
/**
* A compiled representation of an RE2 regular expression
*
* The matching functions take {@code String} arguments instead of the more general Java
* {@code CharSequence} since the latter doesn't provide UTF-16 decoding.
*
*
* @author rsc@google.com (Russ Cox)
* @class
*/
var RE2JS = class RE2JS {
	/**
	* Flag: case insensitive matching.
	*/
	static CASE_INSENSITIVE = PublicFlags.CASE_INSENSITIVE;
	/**
	* Flag: dot ({@code .}) matches all characters, including newline.
	*/
	static DOTALL = PublicFlags.DOTALL;
	/**
	* Flag: multiline matching: {@code ^} and {@code $} match at beginning and end of line, not just
	* beginning and end of input.
	*/
	static MULTILINE = PublicFlags.MULTILINE;
	/**
	* Flag: Unicode groups (e.g. {@code \p\ Greek\} ) will be syntax errors.
	*/
	static DISABLE_UNICODE_GROUPS = PublicFlags.DISABLE_UNICODE_GROUPS;
	/**
	* Flag: matches longest possible string.
	*/
	static LONGEST_MATCH = PublicFlags.LONGEST_MATCH;
	/**
	* Flag: enable linear-time captureless lookbehinds.
	*/
	static LOOKBEHINDS = PublicFlags.LOOKBEHINDS;
	/**
	* Returns a literal pattern string for the specified string.
	*
	* This method produces a string that can be used to create a <code>RE2JS</code> that would
	* match the string <code>s</code> as if it were a literal pattern.
	*
	* Metacharacters or escape sequences in the input sequence will be given no special meaning.
	*
	* @param {string} str The string to be literalized
	* @returns {string} A literal string replacement
	*/
	static quote(str) {
		return Utils.quoteMeta(str);
	}
	/**
	* Quotes '\' and '$' in {@code str}, so that the returned string could be used in
	* replacement methods as a literal replacement of {@code str}.
	*
	* This is a convenience delegation to {@link Matcher.quoteReplacement}.
	*
	* @param {string} str the string to be quoted
	* @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
	* @returns {string} the quoted string
	*/
	static quoteReplacement(str, javaMode = false) {
		return Matcher.quoteReplacement(str, javaMode);
	}
	/**
	* Translates a given regular expression string to ensure compatibility with RE2JS.
	*
	* This function preprocesses the input regex string by applying necessary transformations,
	* such as escaping special characters (e.g., `/`), converting named capture groups to
	* RE2JS-compatible syntax, and handling Unicode sequences properly. It ensures that the
	* resulting regex is safe and properly formatted before compilation.
	*
	* @param {string|RegExp} expr - The regular expression string to be translated.
	* @returns {string} - The transformed regular expression string, ready for compilation.
	*/
	static translateRegExp(expr) {
		return TranslateRegExpString.translate(expr);
	}
	/**
	* Helper: create new RE2JS with given regex and flags. Flregex is the regex with flags applied.
	* @param {string} regex
	* @param {number} [flags=0]
	* @returns {RE2JS}
	*/
	static compile(regex, flags = 0) {
		Utils.checkPattern(regex);
		Utils.checkFlags(flags);
		let fregex = regex;
		if ((flags & RE2JS.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
		if ((flags & RE2JS.DOTALL) !== 0) fregex = `(?s)${fregex}`;
		if ((flags & RE2JS.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
		let re2Flags = RE2Flags.PERL;
		if ((flags & RE2JS.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
		if ((flags & RE2JS.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
		const p = new RE2JS(regex, flags);
		p.re2Input = RE2.compileImpl(fregex, re2Flags, (flags & RE2JS.LONGEST_MATCH) !== 0);
		return p;
	}
	/**
	* Matches a string against a regular expression.
	*
	* @param {string} regex the regular expression
	* @param {string|number[]|Uint8Array} input the input
	* @returns {boolean} true if the regular expression matches the entire input
	* @throws RE2JSSyntaxException if the regular expression is malformed
	*/
	static matches(regex, input) {
		return RE2JS.compile(regex).testExact(input);
	}
	/**
	* This is visible for testing.
	* @private
	*/
	static initTest(pattern, flags, re2) {
		if (pattern == null) throw new Error("pattern is null");
		if (re2 == null) throw new Error("re2 is null");
		const p = new RE2JS(pattern, flags);
		p.re2Input = re2;
		return p;
	}
	/**
	*
	* @param {string} pattern
	* @param {number} flags
	*/
	constructor(pattern, flags) {
		this.patternInput = pattern;
		this.flagsInput = flags;
		/** @type {import('./RE2.js').RE2} */
		this.re2Input = null;
	}
	/**
	* Releases memory used by internal caches associated with this pattern. Does not change the
	* observable behaviour. Useful for tests that detect memory leaks via allocation tracking.
	*/
	reset() {
		this.re2Input.reset();
	}
	/**
	* Returns the flags used in the constructor.
	* @returns {number}
	*/
	flags() {
		return this.flagsInput;
	}
	/**
	* Returns the pattern used in the constructor.
	* @returns {string}
	*/
	pattern() {
		return this.patternInput;
	}
	re2() {
		return this.re2Input;
	}
	/**
	* Matches a string against a regular expression.
	*
	* @param {string|number[]|Uint8Array} input the input
	* @returns {boolean} true if the regular expression matches the entire input
	*/
	matches(input) {
		return this.testExact(input);
	}
	/**
	* Creates a new {@code Matcher} matching the pattern against the input.
	*
	* @param {string|number[]|Uint8Array|MatcherInputBase} input the input string
	* @returns {Matcher}
	*/
	matcher(input) {
		if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
		return new Matcher(this, input);
	}
	/**
	* Tests whether the regular expression matches any part of the input string.
	* Performance Note: This method is highly optimized. Because it only returns
	* a boolean and does not extract capture groups, it bypasses the `Matcher` overhead
	* and guarantees execution on the high-speed DFA engine whenever possible.
	*
	* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
	* @returns {boolean} `true` if the pattern is found anywhere in the input, `false` otherwise.
	*/
	test(input) {
		if (Utils.isByteArray(input)) return this.re2Input.matchUTF8(input);
		return this.re2Input.match(input);
	}
	/**
	* Tests whether the regular expression matches the ENTIRE input string.
	* * **Performance Note:** This operates identically to `.matches()`, but is significantly
	* faster because it does not request capture group data. By requesting 0 capture groups,
	* it securely routes execution through the DFA fast-path.
	*
	* @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
	* @returns {boolean} `true` if the exact input string fully matches the pattern, `false` otherwise.
	*/
	testExact(input) {
		const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
		return this.re2Input.executeEngine(machineInput, 0, RE2Flags.ANCHOR_BOTH, 0) !== null;
	}
	/**
	* Executes a search for a match in a specified string.
	* Returns a result array, or null if no match is found.
	* The returned array perfectly mirrors standard JavaScript `RegExpExecArray`,
	* including `.index`, `.input`, and `.groups` properties.
	*
	* @param {string|number[]|Uint8Array} input the input string or byte array
	* @returns {Array|null} the match array with index, input, and groups properties, or null
	*/
	exec(input) {
		const m = this.matcher(input);
		return m.find() ? execResult(m, input) : null;
	}
	/**
	* Splits input around instances of the regular expression. It returns an array giving the strings
	* that occur before, between, and after instances of the regular expression.
	*
	* If {@code limit <= 0}, there is no limit on the size of the returned array. If
	* {@code limit == 0}, empty strings that would occur at the end of the array are omitted. If
	* {@code limit > 0}, at most limit strings are returned. The final string contains the remainder
	* of the input, possibly including additional matches of the pattern.
	*
	* @param {string} input the input string to be split
	* @param {number} [limit=0] the limit
	* @returns {string[]} the split strings
	*/
	split(input, limit = 0) {
		const m = this.matcher(input);
		const result = [];
		let emptiesSkipped = 0;
		let last = 0;
		while (m.find()) {
			if (last === 0 && m.end() === 0) {
				last = m.end();
				continue;
			}
			if (limit > 0 && result.length === limit - 1) break;
			if (last === m.start()) {
				if (limit === 0) {
					emptiesSkipped += 1;
					last = m.end();
					continue;
				}
			} else while (emptiesSkipped > 0) {
				result.push("");
				emptiesSkipped -= 1;
			}
			result.push(m.substring(last, m.start()));
			last = m.end();
		}
		if (limit === 0 && last !== m.inputLength()) {
			while (emptiesSkipped > 0) {
				result.push("");
				emptiesSkipped -= 1;
			}
			result.push(m.substring(last, m.inputLength()));
		}
		if (limit !== 0 || result.length === 0 && !(last === m.inputLength() && last > 0)) result.push(m.substring(last, m.inputLength()));
		return result;
	}
	/**
	* Returns an iterator of all results matching a string against the regular expression,
	* including capturing groups.
	*
	* @param {string|number[]|Uint8Array} input the input string or byte array
	* @returns {IterableIterator<RegExpMatchArray>}
	*/
	*matchAll(input) {
		const m = this.matcher(input);
		while (m.find()) yield execResult(m, input);
	}
	/**
	*
	* @returns {string}
	*/
	toString() {
		return this.patternInput;
	}
	/**
	* Returns the program size of this pattern.
	*
	* <p>
	* Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
	* "cost". Larger numbers are more expensive than smaller numbers.
	* </p>
	*
	* @returns {number} the program size of this pattern
	*/
	programSize() {
		return this.re2Input.numberOfInstructions();
	}
	/**
	* Returns the number of capturing groups in this matcher's pattern. Group zero denotes the entire
	* pattern and is excluded from this count.
	*
	* @returns {number} the number of capturing groups in this pattern
	*/
	groupCount() {
		return this.re2Input.numberOfCapturingGroups();
	}
	/**
	* Return a map of the capturing groups in this matcher's pattern, where key is the name and value
	* is the index of the group in the pattern.
	* @returns {Record<string, number>}
	*/
	namedGroups() {
		return this.re2Input.namedGroups;
	}
	/**
	*
	* @param {*} other
	* @returns {boolean}
	*/
	equals(other) {
		if (this === other) return true;
		if (other === null || this.constructor !== other.constructor) return false;
		return this.flagsInput === other.flagsInput && this.patternInput === other.patternInput;
	}
};
/**
* Creates an RE2JS regex directly from a template literal.
* @overload
* @param {TemplateStringsArray} stringsOrFlags - The raw string segments of the template literal.
* @param {...any} values - The interpolated values.
* @returns {RE2JS}
*/
/**
* Creates a template literal tag function with specific RE2JS flags.
* @overload
* @param {number} stringsOrFlags - The RE2JS flags to apply (e.g., RE2JS.CASE_INSENSITIVE).
* @returns {(strings: TemplateStringsArray, ...tagValues: any[]) => RE2JS}
*/
/**
* Implementation signature
* @param {TemplateStringsArray | number} stringsOrFlags
* @param {...any} values
* @returns {RE2JS | ((strings: TemplateStringsArray, ...tagValues: any[]) => RE2JS)}
*/
function re(stringsOrFlags, ...values) {
	if (Array.isArray(stringsOrFlags) && "raw" in stringsOrFlags) {
		const pattern = String.raw(stringsOrFlags, ...values);
		return RE2JS.compile(pattern);
	}
	const flags = typeof stringsOrFlags === "number" ? stringsOrFlags : 0;
	return (strings, ...tagValues) => {
		const pattern = String.raw(strings, ...tagValues);
		return RE2JS.compile(pattern, flags);
	};
}


;// CONCATENATED MODULE: ./src/promql/go-regex.ts

/** Patterns without anything that could be wrong, or that Go and others read differently. */
const PLAIN = /^(?:[A-Za-z0-9_:/;,=@ -]|\.[*+]?|\([A-Za-z0-9_.|-]+\)|\|)*$/;
/**
 * What Go's regexp package refuses in a pattern, in its own terms; undefined when it compiles. Prometheus anchors its patterns,
 * so they are judged the way it compiles them: `^(?s:PATTERN)$`.
 */
function goRegexProblem(pattern) {
    if (PLAIN.test(pattern))
        return undefined;
    try {
        RE2JS.compile(`^(?s:${pattern})$`);
        return undefined;
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return message
            .replace(/^error parsing regexp: /, '')
            .replace(/`\^\(\?s:/, '`')
            .replace(/\)\$`$/, '`');
    }
}

;// CONCATENATED MODULE: ./src/promql/functions.ts
const LETTERS = {
    s: 'scalar',
    v: 'instant vector',
    m: 'range vector',
    t: 'string',
};
/**
 * `NAME ARGUMENTS RETURN`: s scalar, v instant vector, m range vector, t string; `?` behind what may be left out, `*` behind what
 * may repeat, `!` before an experimental one. Source: https://prometheus.io/docs/prometheus/latest/querying/functions/ and prometheus
 * `promql/parser/functions.go`, read on 2026-11-24.
 */
const TABLE = `
abs v v|absent v v|absent_over_time m v|acos v v|acosh v v|asin v v|asinh v v|atan v v|atanh v v|avg_over_time m v|ceil v v
changes m v|clamp vss v|clamp_max vs v|clamp_min vs v|cos v v|cosh v v|count_over_time m v|day_of_month v? v|day_of_week v? v
day_of_year v? v|days_in_month v? v|deg v v|delta m v|deriv m v|!double_exponential_smoothing mss v|exp v v|!first_over_time m v
floor v v|histogram_avg v v|histogram_count v v|histogram_fraction ssv v|histogram_quantile sv v|!histogram_quantiles vts* v|histogram_stddev v v
histogram_stdvar v v|histogram_sum v v|hour v? v|idelta m v|increase m v|!info vv? v|irate m v|label_join vttt* v
label_replace vtttt v|last_over_time m v|ln v v|log10 v v|log2 v v|!mad_over_time m v|max_over_time m v|min_over_time m v
minute v? v|month v? v|pi  s|predict_linear ms v|present_over_time m v|quantile_over_time sm v|rad v v|rate m v|resets m v
round vs? v|scalar v s|sgn v v|sin v v|sinh v v|sort v v|!sort_by_label vt* v|!sort_by_label_desc vt* v|sort_desc v v|sqrt v v
stddev_over_time m v|stdvar_over_time m v|sum_over_time m v|tan v v|tanh v v|time  s|timestamp v v|!ts_of_first_over_time m v
!ts_of_last_over_time m v|!ts_of_max_over_time m v|!ts_of_min_over_time m v|vector s v|year v? v`;
/** Every function by its name. */
const FUNCTIONS = new Map(TABLE.trim()
    .split(/[|\n]/)
    .map((row) => {
    const [name = '', signature = '', returns = ''] = row.split(' ');
    return [name.replace('!', ''), functions_read(signature, returns, name.startsWith('!'))];
}));
function functions_read(signature, returns, experimental) {
    const types = signature.replaceAll(/[?*]/g, '').split('');
    return {
        arguments: types.map((letter) => LETTERS[letter] ?? 'scalar'),
        optional: signature.endsWith('?') || signature.endsWith('*') ? 1 : 0,
        repeats: signature.endsWith('*'),
        returns: LETTERS[returns] ?? 'scalar',
        experimental,
    };
}
/** What was renamed or removed in Prometheus 3, and what to write. */
const REMOVED = new Map([['holt_winters', 'double_exponential_smoothing']]);

;// CONCATENATED MODULE: ./src/promql/lexer.ts
/** Thrown at the first place where the text stops being PromQL; the parser turns it into a problem. */
class SyntaxFault extends Error {
    start;
    end;
    constructor(message, start, end) {
        super(message);
        this.start = start;
        this.end = end;
    }
}
/** Words that are not just names. Source: the `key` table of prometheus `promql/parser/lex.go`. */
const AGGREGATORS = new Set([
    'avg',
    'bottomk',
    'count',
    'count_values',
    'group',
    'limitk',
    'limit_ratio',
    'max',
    'min',
    'quantile',
    'stddev',
    'stdvar',
    'sum',
    'topk',
]);
const KEYWORDS = new Set([
    ...AGGREGATORS,
    'and',
    'or',
    'unless',
    'atan2',
    'offset',
    'by',
    'without',
    'on',
    'ignoring',
    'group_left',
    'group_right',
    'bool',
    'start',
    'end',
]);
const SPACE = /[ \t\r\n]*/y;
const lexer_WORD = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const NUMBER = /(?:0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|(?:[0-9]+(?:_[0-9]+)*)(?:\.(?:[0-9]+(?:_[0-9]+)*)?)?(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?|\.[0-9]+(?:_[0-9]+)*(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?)(?![a-zA-Z0-9_.])/y;
const DURATION = /(?:[0-9]+(?:ms|[smhdwy]))+(?![a-zA-Z0-9_])/y;
const BROKEN_NUMBER = /[0-9.][a-zA-Z0-9_.]*/y;
const OPERATOR = /==|=~|!=|!~|<=|>=|[-+*/%^=<>(),@{}[\]:]/y;
/** Splits an expression into tokens. Inside braces words are labels, and a colon ends nothing. Throws SyntaxFault. */
function tokenize(text) {
    const tokens = [];
    let at = 0;
    let braces = false;
    let brackets = 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(text)?.[0];
    };
    const push = (kind, length, value = text.slice(at, at + length)) => {
        tokens.push({ kind, text: value, start: at, end: at + length });
        at += length;
    };
    for (;;) {
        at += match(SPACE)?.length ?? 0;
        const next = text.charAt(at);
        if (next === '')
            break;
        if (next === '#') {
            const end = text.indexOf('\n', at);
            at = end < 0 ? text.length : end;
            continue;
        }
        if (next === '"' || next === "'" || next === '`') {
            const { value, length } = stringAt(text, at);
            push('string', length, value);
            continue;
        }
        const word = match(braces || brackets > 0 ? LABEL : lexer_WORD);
        if (word !== undefined) {
            push(braces ? 'identifier' : kindOfWord(word), word.length);
            continue;
        }
        if (/[0-9.]/.test(next) && !braces) {
            const duration = match(DURATION);
            const number = match(NUMBER);
            if (duration === undefined && number === undefined)
                throw new SyntaxFault(`bad number or duration "${match(BROKEN_NUMBER) ?? next}"`, at, at + (match(BROKEN_NUMBER) ?? next).length);
            push(duration === undefined ? 'number' : 'duration', (duration ?? number ?? '').length);
            continue;
        }
        const operator = match(OPERATOR);
        if (operator === undefined)
            throw new SyntaxFault(unexpected(text, at), at, at + 1);
        if (braces && !['=', '!=', '=~', '!~', ',', '}'].includes(operator))
            throw new SyntaxFault(`unexpected "${operator}" inside braces`, at, at + operator.length);
        if (operator === '{')
            braces = true;
        if (operator === '}')
            braces = false;
        if (operator === '[')
            brackets++;
        if (operator === ']')
            brackets = Math.max(0, brackets - 1);
        if (operator === ':' && brackets === 0)
            throw new SyntaxFault('unexpected ":"', at, at + 1);
        push(operator, operator.length);
    }
    tokens.push({ kind: 'end', text: 'end of the expression', start: text.length, end: text.length });
    return tokens;
}
function kindOfWord(word) {
    const lower = word.toLowerCase();
    if (lower === 'inf' || lower === 'nan')
        return 'number';
    if (KEYWORDS.has(lower))
        return lower;
    return word.includes(':') ? 'metric' : 'identifier';
}
function unexpected(text, at) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (character === '!')
        return 'unexpected "!": expected "!=" or "!~"';
    if (character === '&' || character === '|')
        return `unexpected "${character}": PromQL has the words "and" and "or"`;
    return `unexpected character "${character}"`;
}
const lexer_ESCAPES = {
    a: '\u0007',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
    '"': '"',
    "'": "'",
};
/** A quoted text with Go's escapes; raw between backticks. */
function stringAt(text, start) {
    const quote = text.charAt(start);
    if (quote === '`') {
        const end = text.indexOf('`', start + 1);
        if (end < 0)
            throw new SyntaxFault('the raw text that starts here is not closed', start, start + 1);
        return { value: text.slice(start + 1, end), length: end + 1 - start };
    }
    let value = '';
    for (let at = start + 1; at < text.length; at++) {
        const character = text.charAt(at);
        if (character === quote)
            return { value, length: at + 1 - start };
        if (character === '\n')
            break;
        if (character !== '\\') {
            value += character;
            continue;
        }
        const { decoded, length } = escapeAt(text, at, quote);
        value += decoded;
        at += length - 1;
    }
    throw new SyntaxFault('the text that starts here is not closed', start, start + 1);
}
function escapeAt(text, at, quote) {
    const code = text.charAt(at + 1);
    const simple = lexer_ESCAPES[code];
    if (simple !== undefined && (code === quote || (code !== '"' && code !== "'")))
        return { decoded: simple, length: 2 };
    const numeric = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/.exec(text.slice(at, at + 10));
    const digits = numeric?.[1] ?? numeric?.[2] ?? numeric?.[3];
    const point = numeric?.[4] === undefined ? parseInt(digits ?? '', 16) : parseInt(numeric[4], 8);
    if (!numeric || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) || (numeric[4] !== undefined && point > 255))
        throw new SyntaxFault(`unknown escape "\\${code}" in a text`, at, Math.min(at + 2, text.length));
    return { decoded: String.fromCodePoint(point), length: numeric[0].length };
}

;// CONCATENATED MODULE: ./src/promql/parse.ts


/** Binary operators from the loosest to the tightest. */
const LEVELS = [
    ['or'],
    ['and', 'unless'],
    ['==', '!=', '<', '<=', '>', '>='],
    ['+', '-'],
    ['*', '/', '%', 'atan2'],
];
/** Deeper nesting than any query has; it would exhaust the stack. */
const parse_DEEPEST = 500;
/** Keywords that may also name a metric. */
const NOT_METRICS = new Set(['bool', 'on', 'ignoring', 'group_left', 'group_right', 'atan2', 'number']);
/** Parses an expression. Throws SyntaxFault at the first place that is not PromQL. */
function parsePromql(text) {
    return new parse_Parser(tokenize(text)).whole();
}
class parse_Parser {
    tokens;
    #next = 0;
    #depth = 0;
    constructor(tokens) {
        this.tokens = tokens;
    }
    whole() {
        if (this.#peek().kind === 'end')
            throw fault('the expression is empty', this.#peek());
        const expr = this.#binary(0);
        const rest = this.#peek();
        if (rest.kind !== 'end')
            throw fault(`unexpected ${shown(rest)}${rest.kind === '=' ? '; a comparison is "=="' : ''}`, rest);
        return expr;
    }
    #peek(ahead = 0) {
        const token = this.tokens[Math.min(this.#next + ahead, this.tokens.length - 1)];
        if (!token)
            throw new Error('the token list has no end');
        return token;
    }
    #take() {
        const token = this.#peek();
        this.#next++;
        return token;
    }
    #expect(kind, where) {
        const token = this.#take();
        if (token.kind !== kind)
            throw fault(`unexpected ${shown(token)} ${where}, expected "${kind}"`, token);
        return token;
    }
    #accept(kind) {
        return this.#peek().kind === kind ? this.#take() : undefined;
    }
    #binary(level) {
        const operators = LEVELS[level];
        if (!operators)
            return this.#unary();
        let left = this.#binary(level + 1);
        while (operators.includes(this.#peek().kind))
            left = this.#operation(left, () => this.#binary(level + 1));
        return left;
    }
    /** A sign binds looser than a power: `-2 ^ 2` is `-(2 ^ 2)`. */
    #unary() {
        const sign = this.#peek();
        if (sign.kind !== '-' && sign.kind !== '+')
            return this.#power();
        if (++this.#depth > parse_DEEPEST)
            throw fault('the expression is nested too deeply', sign);
        this.#take();
        const of = this.#unary();
        this.#depth--;
        return { kind: 'unary', operator: sign.kind, of, start: sign.start, end: of.end };
    }
    #power() {
        const left = this.#postfix();
        if (this.#peek().kind !== '^')
            return left;
        return this.#operation(left, () => this.#unary());
    }
    #operation(left, right) {
        if (++this.#depth > parse_DEEPEST)
            throw fault('the expression is nested too deeply', this.#peek());
        const operator = this.#take();
        const bool = this.#accept('bool') !== undefined;
        const matching = this.#matching();
        const other = right();
        this.#depth--;
        return {
            kind: 'binary',
            operator: operator.kind,
            operatorStart: operator.start,
            left,
            right: other,
            bool,
            matching,
            start: left.start,
            end: other.end,
        };
    }
    #matching() {
        const first = this.#accept('on') ?? this.#accept('ignoring');
        if (!first)
            return undefined;
        const { labels, end } = this.#labels();
        const group = this.#accept('group_left') ?? this.#accept('group_right');
        const include = group && this.#peek().kind === '(' ? this.#labels() : { labels: [], end };
        return {
            on: first.kind === 'on',
            labels,
            group: group?.kind,
            include: include.labels,
            start: first.start,
            end: Math.max(include.end, group?.end ?? 0),
        };
    }
    /** `(a, b)`; keywords are labels here. */
    #labels() {
        this.#expect('(', 'before a list of labels');
        const labels = [];
        for (;;) {
            const close = this.#accept(')');
            if (close)
                return { labels, end: close.end };
            const label = this.#take();
            const isName = label.kind === 'string' ? label.text !== '' : /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label.text);
            if (!isName || label.kind === 'end')
                throw fault(`unexpected ${shown(label)} in a list of labels, expected a label`, label);
            labels.push(label.text);
            if (this.#peek().kind !== ')')
                this.#expect(',', 'in a list of labels');
        }
    }
    #postfix() {
        let expr = this.#primary();
        for (;;) {
            const token = this.#peek();
            if (token.kind === '[')
                expr = this.#range(expr);
            else if (token.kind === 'offset' || token.kind === '@')
                expr = this.#moved(expr);
            else
                return expr;
        }
    }
    #range(of) {
        const open = this.#take();
        this.#duration('in brackets', true);
        const close = this.#accept(']');
        if (close) {
            if (of.kind === 'moved' && rangeable(of))
                throw new SyntaxFault(`no ${of.by} may stand before the range in brackets`, of.start, close.end);
            if (of.kind !== 'selector')
                throw new SyntaxFault('a range in brackets is only for a vector selector; a subquery has a colon: [5m:1m]', open.start, close.end);
            return { kind: 'range', of, start: of.start, end: close.end };
        }
        this.#expect(':', 'in brackets');
        if (this.#peek().kind !== ']')
            this.#duration('as the step of a subquery', true);
        const end = this.#expect(']', 'after a subquery');
        return { kind: 'subquery', of, start: of.start, end: end.end };
    }
    /** A duration, or since Prometheus 3 a number of seconds. */
    #duration(where, positive) {
        const token = this.#take();
        if (token.kind !== 'duration' && token.kind !== 'number')
            throw fault(`unexpected ${shown(token)} ${where}, expected a duration such as 5m`, token);
        const ms = token.kind === 'duration' ? prometheusDurationMs(token.text) : numberOf(token.text) * 1000;
        if (ms === undefined || Number.isNaN(ms))
            throw fault(`"${token.text}" ${where} is not a duration: units go from large to small, each once`, token);
        if (positive && ms <= 0)
            throw fault(`the duration ${where} must be above zero`, token);
        if (!Number.isFinite(ms))
            throw fault(`the duration ${where} is out of range`, token);
        return token;
    }
    #moved(of) {
        const word = this.#take();
        const by = word.kind === '@' ? '@' : 'offset';
        const sign = this.#accept('-') ?? this.#accept('+');
        const end = by === 'offset' ? this.#duration('after offset', false) : this.#timestamp(sign);
        if (!rangeable(of))
            throw new SyntaxFault(`"${by}" must follow a selector or a subquery`, of.start, end.end);
        for (let inner = of; inner.kind === 'moved'; inner = inner.of)
            if (inner.by === by)
                throw fault(`"${by}" may not be set twice`, word);
        return { kind: 'moved', of, by, start: of.start, end: end.end };
    }
    #timestamp(sign) {
        const token = this.#take();
        if (token.kind === 'number') {
            if (!Number.isFinite(numberOf(token.text)))
                throw fault(`the time "${token.text}" after @ is out of range`, token);
            return token;
        }
        if (sign || (token.kind !== 'start' && token.kind !== 'end' && token.text !== 'end'))
            throw fault(`unexpected ${shown(token)} after @, expected a time in seconds, start() or end()`, token);
        this.#expect('(', `after ${token.text}`);
        return this.#expect(')', `after ${token.text}`);
    }
    #primary() {
        const token = this.#peek();
        if (token.kind === 'number' || token.kind === 'duration') {
            this.#take();
            if (token.kind === 'duration' && prometheusDurationMs(token.text) === undefined)
                throw fault(`"${token.text}" is not a duration: units go from large to small, each once`, token);
            return { kind: 'number', start: token.start, end: token.end };
        }
        if (token.kind === 'string') {
            this.#take();
            return { kind: 'string', value: token.text, start: token.start, end: token.end };
        }
        if (token.kind === '(')
            return this.#paren();
        if (token.kind === '{')
            return this.#selector(undefined);
        if (AGGREGATORS.has(token.kind) && this.#startsAggregation())
            return this.#aggregate();
        if (token.kind === 'identifier' && this.#peek(1).kind === '(')
            return this.#call();
        if (/^[a-zA-Z_:]/.test(token.text) && token.kind !== 'end' && !NOT_METRICS.has(token.kind))
            return this.#selector(this.#take());
        throw fault(`unexpected ${shown(token)}${token.kind === 'end' ? '' : ', expected an expression'}`, token);
    }
    #paren() {
        const open = this.#take();
        if (++this.#depth > parse_DEEPEST)
            throw fault('the expression is nested too deeply', open);
        const of = this.#binary(0);
        this.#depth--;
        const close = this.#peek();
        if (close.kind === 'end')
            throw fault('the parenthesis that opens here is not closed', open);
        this.#expect(')', 'in parentheses');
        return { kind: 'paren', of, start: open.start, end: close.end };
    }
    #startsAggregation() {
        const { kind } = this.#peek(1);
        return kind === '(' || kind === 'by' || kind === 'without';
    }
    #aggregate() {
        const name = this.#take();
        let grouping = this.#grouping();
        const { list, end } = this.#arguments(name);
        let last = end;
        if (!grouping) {
            grouping = this.#grouping();
            last = grouping?.end ?? end;
        }
        return {
            kind: 'aggregate',
            operator: name.kind,
            nameEnd: name.end,
            arguments: list,
            grouping: grouping?.labels ?? [],
            start: name.start,
            end: last,
        };
    }
    #grouping() {
        return (this.#accept('by') ?? this.#accept('without')) ? this.#labels() : undefined;
    }
    #call() {
        const name = this.#take();
        const { list, end } = this.#arguments(name);
        return { kind: 'call', name: name.text, nameEnd: name.end, arguments: list, start: name.start, end };
    }
    #arguments(name) {
        const open = this.#expect('(', `after ${name.text}`);
        if (++this.#depth > parse_DEEPEST)
            throw fault('the expression is nested too deeply', open);
        const list = [];
        let close = this.#accept(')');
        while (!close) {
            list.push(this.#binary(0));
            close = this.#accept(')');
            if (close)
                break;
            const token = this.#take();
            if (token.kind === 'end')
                throw fault(`the parenthesis of ${name.text} is not closed`, open);
            if (token.kind !== ',')
                throw fault(`unexpected ${shown(token)} in the arguments of ${name.text}, expected "," or ")"`, token);
            if (this.#peek().kind === ')')
                throw fault(`a comma stands before the end of the arguments of ${name.text}`, token);
        }
        this.#depth--;
        return { list, end: close.end };
    }
    #selector(name) {
        if (this.#peek().kind !== '{')
            return { kind: 'selector', metric: name?.text, matchers: [], start: name?.start ?? 0, end: name?.end ?? 0 };
        const open = this.#take();
        const matchers = [];
        for (;;) {
            const close = this.#accept('}');
            if (close)
                return { kind: 'selector', metric: name?.text, matchers, start: name?.start ?? open.start, end: close.end };
            if (this.#peek().kind === 'end')
                throw fault('the brace that opens here is not closed', open);
            matchers.push(this.#matcher());
            if (this.#peek().kind !== '}') {
                const comma = this.#take();
                if (comma.kind === 'end')
                    throw fault('the brace that opens here is not closed', open);
                if (comma.kind !== ',')
                    throw fault(`unexpected ${shown(comma)} between label matchers, expected "," or "}"`, comma);
            }
        }
    }
    #matcher() {
        const label = this.#take();
        if (label.kind !== 'identifier' && label.kind !== 'string')
            throw fault(`unexpected ${shown(label)} in label matchers, expected a label`, label);
        const operator = this.#peek();
        // A quoted name alone is the metric's.
        if (label.kind === 'string' && (operator.kind === ',' || operator.kind === '}'))
            return {
                label: '__name__',
                operator: '=',
                value: label.text,
                valueStart: label.start,
                valueEnd: label.end,
                start: label.start,
                end: label.end,
            };
        this.#take();
        if (!['=', '!=', '=~', '!~'].includes(operator.kind))
            throw fault(`unexpected ${shown(operator)} after label ${label.text}, expected =, !=, =~ or !~`, operator);
        const value = this.#take();
        if (value.kind !== 'string')
            throw fault(`unexpected ${shown(value)} as the value of label ${label.text}, expected a text in quotes`, value);
        return {
            label: label.text,
            operator: operator.kind,
            value: value.text,
            valueStart: value.start,
            valueEnd: value.end,
            start: label.start,
            end: value.end,
        };
    }
}
/** What may be moved in time: a selector, a range, a subquery. */
function rangeable(of) {
    if (of.kind === 'moved')
        return rangeable(of.of);
    return of.kind === 'selector' || of.kind === 'range' || of.kind === 'subquery';
}
function numberOf(text) {
    const lower = text.toLowerCase().replaceAll('_', '');
    return lower === 'inf' ? Infinity : lower === 'nan' ? NaN : Number(lower);
}
function shown({ kind, text }) {
    if (kind === 'end')
        return 'end of the expression';
    return kind === 'string' ? `text "${text}"` : `"${text}"`;
}
function fault(message, { start, end }) {
    return new SyntaxFault(message, start, end);
}

;// CONCATENATED MODULE: ./src/promql/check.ts





/** Parses an expression and checks its types, as Prometheus does when it loads a rule. Never throws on bad input. */
function checkPromql(text, dialect) {
    try {
        const expr = parsePromql(text);
        const checker = new Checker(dialect);
        const type = checker.type(expr);
        return { expr, type, problems: checker.problems };
    }
    catch (error) {
        if (!(error instanceof SyntaxFault))
            throw error;
        const { message, start, end } = error;
        return { type: undefined, problems: [{ message, start, end }] };
    }
}
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);
const SETS = new Set(['and', 'or', 'unless']);
/** The type of an aggregation's parameter. */
const PARAMETERS = {
    topk: 'scalar',
    bottomk: 'scalar',
    quantile: 'scalar',
    limitk: 'scalar',
    limit_ratio: 'scalar',
    count_values: 'string',
};
class Checker {
    dialect;
    problems = [];
    constructor(dialect) {
        this.dialect = dialect;
    }
    #say(message, { start, end }) {
        this.problems.push({ message, start, end });
    }
    /** The type of an expression; what is wrong inside it is kept on the way. */
    type(expr) {
        switch (expr.kind) {
            case 'number':
                return 'scalar';
            case 'string':
                return 'string';
            case 'selector':
                return this.#selector(expr);
            case 'range':
                this.type(expr.of);
                return 'range vector';
            case 'subquery':
                this.#expect(expr.of, 'instant vector', 'a subquery');
                return 'range vector';
            case 'moved':
            case 'paren':
                return this.type(expr.of);
            case 'unary':
                return this.#unary(expr);
            case 'binary':
                return this.#binary(expr);
            case 'aggregate':
                return this.#aggregate(expr);
            case 'call':
                return this.#call(expr);
        }
    }
    #expect(expr, wanted, where) {
        const type = this.type(expr);
        if (type === undefined || type === wanted)
            return;
        const hint = wanted === 'range vector' && type === 'instant vector' && expr.kind === 'selector'
            ? `; write a range behind it, such as [5m]`
            : '';
        this.#say(`${where} needs ${article(wanted)}, but this is ${article(type)}${hint}`, expr);
    }
    #selector(expr) {
        for (const { operator, value, valueStart, valueEnd } of expr.matchers) {
            const problem = operator === '=~' || operator === '!~' ? goRegexProblem(value) : undefined;
            if (problem !== undefined)
                this.#say(`the regular expression "${value}" does not compile: ${problem}`, {
                    start: valueStart,
                    end: valueEnd,
                });
        }
        if (this.problems.length > 0)
            return 'instant vector';
        const names = expr.matchers.filter(({ label }) => label === '__name__');
        const twice = expr.metric === undefined ? names.filter(({ operator }) => operator === '=')[1] : names[0];
        if (twice)
            this.#say(`the metric's name is already set: it is "${expr.metric ?? names[0]?.value ?? ''}"`, twice);
        const narrows = expr.metric !== undefined || expr.matchers.some((matcher) => !matchesEmpty(matcher));
        if (!narrows)
            this.#say('the selector matches every series: it needs a metric name, or a matcher that an absent label does not meet', expr);
        return 'instant vector';
    }
    #unary(expr) {
        const type = this.type(expr.of);
        if (type === 'string' || type === 'range vector')
            this.#say(`"${expr.operator}" needs a scalar or an instant vector, but this is ${article(type)}`, expr.of);
        return type;
    }
    #binary(expr) {
        const left = this.type(expr.left);
        const right = this.type(expr.right);
        for (const [type, side] of [
            [left, expr.left],
            [right, expr.right],
        ]) {
            if (type === 'string' || type === 'range vector')
                this.#say(`"${expr.operator}" needs scalars or instant vectors, but this is ${article(type)}`, side);
        }
        const place = { start: expr.operatorStart, end: expr.operatorStart + expr.operator.length };
        if (expr.bool && !COMPARISONS.has(expr.operator))
            this.#say('"bool" is only for comparisons', place);
        if (COMPARISONS.has(expr.operator) && !expr.bool && left === 'scalar' && right === 'scalar')
            this.#say(`a comparison of two scalars needs "bool": write "${expr.operator} bool"`, place);
        if (SETS.has(expr.operator) && (left === 'scalar' || right === 'scalar'))
            this.#say(`"${expr.operator}" is only for instant vectors`, place);
        this.#matching(expr, left === 'scalar' || right === 'scalar');
        return left === 'scalar' && right === 'scalar' ? 'scalar' : 'instant vector';
    }
    #matching({ operator, matching }, scalar) {
        if (!matching)
            return;
        const word = matching.on ? 'on' : 'ignoring';
        if (scalar && matching.labels.length > 0)
            this.#say(`"${word}" is only for operations between instant vectors`, matching);
        if (SETS.has(operator) && matching.group !== undefined)
            this.#say(`"${matching.group}" is not for "${operator}"`, matching);
        const both = matching.on ? matching.include.find((label) => matching.labels.includes(label)) : undefined;
        if (both !== undefined && matching.group !== undefined)
            this.#say(`label "${both}" must not be in "on" and in "${matching.group}" at once`, matching);
    }
    #aggregate(expr) {
        const { operator, arguments: list } = expr;
        const name = { start: expr.start, end: expr.nameEnd };
        if ((operator === 'limitk' || operator === 'limit_ratio') && !this.dialect.experimental)
            this.#experimental(operator, name);
        const parameter = PARAMETERS[operator];
        const wanted = parameter === undefined ? 1 : 2;
        if (list.length !== wanted) {
            this.#say(`${operator} needs ${count(wanted)}, but has ${String(list.length)}`, name);
            for (const argument of list)
                this.type(argument);
            return 'instant vector';
        }
        const [first, second] = list;
        if (parameter !== undefined && first)
            this.#expect(first, parameter, `the parameter of ${operator}`);
        const vector = parameter === undefined ? first : second;
        if (vector)
            this.#expect(vector, 'instant vector', operator);
        return 'instant vector';
    }
    #call(expr) {
        const { name, arguments: list } = expr;
        const place = { start: expr.start, end: expr.nameEnd };
        const known = this.#function(name);
        if (!known) {
            this.#unknown(name, place);
            for (const argument of list)
                this.type(argument);
            return undefined;
        }
        if (known.experimental && !this.dialect.experimental)
            this.#experimental(name, place);
        const most = known.repeats ? Infinity : known.arguments.length;
        const least = known.arguments.length - known.optional;
        if (list.length < least || list.length > most)
            this.#say(`${name} needs ${range(least, most)}, but has ${String(list.length)}`, place);
        list.forEach((argument, index) => {
            const wanted = known.arguments[Math.min(index, known.arguments.length - 1)];
            if (wanted === undefined)
                this.type(argument);
            else
                this.#expect(argument, wanted, name);
        });
        return known.returns;
    }
    #function(name) {
        const successor = this.dialect.major < 3 ? REMOVED.get(name) : undefined;
        const known = FUNCTIONS.get(successor ?? name);
        return known && successor !== undefined ? { ...known, experimental: false } : known;
    }
    #unknown(name, place) {
        const successor = REMOVED.get(name);
        const similar = nearest(name, [...FUNCTIONS.keys()]);
        const hint = successor !== undefined ? `; Prometheus 3 calls it ${successor}` : similar ? `; did you mean ${similar}?` : '';
        this.#say(`there is no function ${name}${hint}`, place);
    }
    #experimental(name, place) {
        this.#say(`${name} is experimental: Prometheus needs --enable-feature=promql-experimental-functions for it`, place);
    }
}
function matchesEmpty({ operator, value }) {
    if (operator === '=')
        return value === '';
    if (operator === '!=')
        return value !== '';
    const matches = matchesNothing(value);
    return operator === '=~' ? matches : !matches;
}
function matchesNothing(pattern) {
    try {
        return new RegExp(`^(?:${pattern})$`, 's').test('');
    }
    catch {
        return false;
    }
}
function article(type) {
    return `${type === 'instant vector' ? 'an' : 'a'} ${type}`;
}
function count(of) {
    return of === 1 ? 'one argument' : `${String(of)} arguments`;
}
function range(least, most) {
    if (most === Infinity)
        return `at least ${count(least)}`;
    return least === most ? (least === 0 ? 'no arguments' : count(least)) : `${String(least)} to ${count(most)}`;
}

;// CONCATENATED MODULE: ./src/yaml/scalar-offsets.ts
const BREAK = /[\r\n]/;
const scalar_offsets_SPACE = /[ \t\r\n]/;
/**
 * Where a part of a scalar's text stands in its file. Offsets count in the decoded text; the range is in the source, past
 * indentation, folded lines and escapes. A part that is empty or at the end gets the one character before or after it.
 */
function rangeInScalar(node, start, end) {
    const { file } = node.at;
    const from = offsetOf(node, Math.min(start, node.text.length));
    const to = end > start ? offsetOf(node, Math.min(end, node.text.length) - 1) + 1 : from;
    return { file, start: from, end: Math.max(to, from) };
}
/** The source offset of one character of the decoded text. */
function offsetOf(node, index) {
    const { file, start, end } = node.at;
    if (node.style === 'plain' && !BREAK.test(file.text.slice(start, end)))
        return start + index;
    if (node.style === 'quoted')
        return alongQuoted(node, index);
    return along(node, index, node.style === 'block' ? indentation(node) : 0);
}
/** Spaces that every line of a block scalar has and its text has not. */
function indentation({ at, text }) {
    const written = at.file.text
        .slice(at.start, at.end)
        .split('\n')
        .find((line) => line.trim() !== '') ?? '';
    const decoded = text.split('\n').find((line) => line.trim() !== '') ?? '';
    return Math.max(0, leading(written) - leading(decoded));
}
function leading(line) {
    return line.length - line.trimStart().length;
}
/** Walks source and text side by side: both say the same but for indentation and folded line breaks. */
function along({ at, text }, index, indent) {
    const source = at.file.text;
    let here = skipIndent(source, at.start, indent);
    for (let decoded = 0; decoded < index; decoded++) {
        here = settle(source, here, text.charAt(decoded), indent, at.end);
        const atBreak = source.charAt(here) === '\n' || source.startsWith('\r\n', here);
        here += source.startsWith('\r\n', here) ? 2 : 1;
        if (atBreak)
            here = skipIndent(source, here, indent);
    }
    return Math.min(settle(source, here, text.charAt(index), indent, at.end), at.end);
}
/** Moves over white space that the text does not have, to where its next character stands. */
function settle(source, from, wanted, indent, end) {
    let here = from;
    while (here < end && !says(source, here, wanted) && scalar_offsets_SPACE.test(source.charAt(here))) {
        const broke = source.charAt(here) === '\n';
        here++;
        if (broke)
            here = skipIndent(source, here, indent);
    }
    return here;
}
function says(source, here, wanted) {
    const character = source.charAt(here);
    if (character === wanted)
        return true;
    // A folded break reads as a space; a break of two characters as one.
    return (wanted === ' ' || wanted === '\n') && BREAK.test(character);
}
function skipIndent(source, from, indent) {
    let here = from;
    while (here < from + indent && source.charAt(here) === ' ')
        here++;
    return here;
}
function alongQuoted({ at, text }, index) {
    const source = at.file.text;
    const double = source.charAt(at.start) === '"';
    let here = at.start + 1;
    for (let decoded = 0;;) {
        const step = double ? escapeLength(source, here) : source.startsWith("''", here) ? 2 : 0;
        if (step < 0)
            here = skipSpace(source, here - step);
        else if (step === 0)
            here = settle(source, here, text.charAt(decoded), 0, at.end);
        if (step < 0)
            continue;
        if (decoded >= index)
            return Math.min(here, at.end - 1);
        const width = step === 0 || !double ? 1 : decodedWidth(source, here);
        if (decoded + width > index)
            return here;
        decoded += width;
        here += step === 0 ? 1 : step;
    }
}
function skipSpace(source, from) {
    let here = from;
    while (/[ \t]/.test(source.charAt(here)))
        here++;
    return here;
}
/** Length of the escape here; 0 when there is none, negative when it is an escaped line break, which says nothing. */
function escapeLength(source, here) {
    if (source.charAt(here) !== '\\')
        return 0;
    const code = source.charAt(here + 1);
    if (code === '\n')
        return -2;
    if (code === '\r')
        return source.charAt(here + 2) === '\n' ? -3 : -2;
    return code === 'x' ? 4 : code === 'u' ? 6 : code === 'U' ? 10 : 2;
}
/** UTF-16 code units that an escape stands for. */
function decodedWidth(source, here) {
    if (source.charAt(here + 1) !== 'U')
        return 1;
    return parseInt(source.slice(here + 2, here + 10), 16) > 0xffff ? 2 : 1;
}

;// CONCATENATED MODULE: ./src/rules/alerting/invalid-expression.ts



/** Expressions that Prometheus cannot parse, or whose types do not fit. */
const invalid_expression_rule = {
    scope: 'document',
    kinds: ['rules', 'rule-tests'],
    code: 'alerting/invalid-expression',
    severity: 'error',
    summary: 'a PromQL expression that cannot be parsed, or whose types do not fit',
    why: 'Prometheus refuses a rule file with an expression that it cannot parse, and then does not start or keeps the old rules.',
    remedy: 'mend the expression, see https://prometheus.io/docs/prometheus/latest/querying/basics/',
    check(document) {
        const dialect = dialectOf(document);
        return valuesOf(document, 'promql').flatMap((value) => judge(value, dialect, document.kind === 'rules'));
    },
};
/** What the Prometheus of the stack understands. */
function dialectOf({ version }) {
    return {
        major: version.major,
        experimental: version.features?.includes('promql-experimental-functions') ?? false,
    };
}
function judge(value, dialect, isRule) {
    const { node } = value;
    if (node.kind !== 'scalar' || node.value === null || node.text === '')
        return [];
    const owner = ownerOf(value);
    const name = `the expression${owner === '' ? '' : ` of ${owner}`}`;
    const { problems, type } = checkPromql(node.text, dialect);
    if (isRule && problems.length === 0 && (type === 'range vector' || type === 'string'))
        return [{ message: `${name} gives a ${type}, but a rule needs an instant vector or a scalar`, at: node.at }];
    return problems.map(({ message, start, end }) => ({
        message: `${name} is wrong: ${message}`,
        at: rangeInScalar(node, start, end),
    }));
}

;// CONCATENATED MODULE: ./src/model/metric-names.ts
/** A label name before Prometheus 3, and in 3 with metric_name_validation_scheme legacy. */
function isLegacyLabelName(name) {
    return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}
/** A metric name before Prometheus 3, and in 3 with metric_name_validation_scheme legacy. */
function isLegacyMetricName(name) {
    return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
}

;// CONCATENATED MODULE: ./src/rules/label-names.ts


/** Tells whether a name may be a label here. Prometheus 3 takes any text that is not empty, unless it is told to be as strict as 2. */
function labelNameTest({ version, root }, inside) {
    const legacy = version.major < 3 || scheme(root, inside) === 'legacy';
    return legacy ? isLegacyLabelName : (name) => name !== '';
}
/** The nearest `metric_name_validation_scheme`: the job's own, or the global one. */
function scheme(root, inside) {
    for (let way = inside; way; way = way.inside) {
        const own = yaml_node_text(child(way.node, 'metric_name_validation_scheme'));
        if (own !== undefined && own !== '')
            return own;
    }
    return yaml_node_text(child(root, 'global', 'metric_name_validation_scheme'));
}

;// CONCATENATED MODULE: ./src/rules/set-keys.ts

/** Keys of Go maps, which are unset when they are empty; a section is set as soon as it is there. */
const MAPS = ['proxy_connect_header', 'http_headers', 'headers'];
/** Whether a key has a value that Go does not take for the zero of its type: not empty, `false`, `0` or null. */
function isSet(mapping, key) {
    const value = child(mapping, key);
    if (value === undefined)
        return false;
    if (value.kind === 'sequence')
        return value.items.length > 0;
    if (value.kind === 'mapping')
        return value.entries.size > 0 || !MAPS.includes(key);
    return value.value !== null && value.text !== '' && value.value !== false && value.value !== 0;
}
/** Those of the keys that are set, in the order of the text. */
function setKeys(mapping, keys) {
    return [...mapping.entries.keys()].filter((key) => keys.includes(key) && isSet(mapping, key));
}

;// CONCATENATED MODULE: ./src/rules/alerting/invalid-rule.ts





const ONLY_ALERTS = ['for', 'keep_firing_for', 'annotations'];
/** Rules whose keys or names do not go together. */
const invalid_rule_rule = {
    scope: 'document',
    kinds: ['rules'],
    code: 'alerting/invalid-rule',
    severity: 'error',
    summary: 'a rule that is neither an alert nor a recording rule, is both, or has a bad name',
    why: 'A rule either records or alerts. Prometheus refuses a rule file with a rule that does both, or that has keys or names which its kind does not take.',
    remedy: 'give the rule either "alert" or "record", and the keys that go with it',
    check: (document) => [
        ...mappingsOf(document, 'rule').flatMap(({ node }) => [
            ...invalid_rule_kindOf(node),
            ...names(document, node),
            ...labels(document, node),
        ]),
        ...mappingsOf(document, 'group').flatMap(({ node }) => labels(document, node)),
    ],
};
function invalid_rule_kindOf(node) {
    const alert = isSet(node, 'alert');
    const record = isSet(node, 'record');
    if (alert && record)
        return [
            {
                message: `a rule has both "alert" (${yaml_node_text(child(node, 'alert')) ?? ''}) and "record" (${yaml_node_text(child(node, 'record')) ?? ''})`,
                at: keyRange(node, 'record') ?? node.at,
                help: 'make two rules of it',
            },
        ];
    if (!alert && !record && (child(node, 'alert') ?? child(node, 'record')))
        return [
            {
                message: 'a rule has an empty name',
                at: (child(node, 'alert') ?? child(node, 'record') ?? node).at,
                help: 'write the name of the alert or of the metric',
            },
        ];
    if (!record)
        return [];
    const name = yaml_node_text(child(node, 'record')) ?? '';
    return ONLY_ALERTS.filter((key) => key === 'annotations' ? entries(child(node, key)).length > 0 : isSetDuration(node, key)).map((key) => ({
        message: `recording rule "${name}" has "${key}", which only an alert takes`,
        at: keyRange(node, key) ?? node.at,
        help: `remove "${key}"`,
    }));
}
/** A duration of zero is as good as none. */
function isSetDuration(node, key) {
    return isSet(node, key) && !/^0(?:ms|[smhdwy])?$/.test(yaml_node_text(child(node, key)) ?? '');
}
function names({ version }, node) {
    const record = child(node, 'record');
    const written = yaml_node_text(record) ?? '';
    if (!record || written === '')
        return [];
    if (/[{}]/.test(written))
        return [
            {
                message: `recording rule "${written}" has braces in its name`,
                at: record.at,
                help: 'a selector goes into expr, labels go into labels',
            },
        ];
    if (version.major >= 3 || isLegacyMetricName(written))
        return [];
    return [
        {
            message: `recording rule "${written}" is no metric name`,
            at: record.at,
            help: 'write letters, digits, underscores and colons',
        },
    ];
}
function labels(document, node) {
    const valid = labelNameTest(document);
    return ['labels', 'annotations'].flatMap((section) => entries(child(node, section))
        .filter(([name]) => !valid(name) || (section === 'labels' && name === '__name__'))
        .map(([name, { key }]) => ({
        message: `"${name}" in ${section} is not a valid name${name === '__name__' ? ': the metric has its name from "record"' : ''}`,
        at: key.at,
        help: 'write letters, digits and underscores, a letter or underscore first',
    })));
}

;// CONCATENATED MODULE: ./src/template/lexer.ts
/** Thrown at the first place where a template stops being one. */
class TemplateFault extends Error {
    start;
    end;
    constructor(message, start, end) {
        super(message);
        this.start = start;
        this.end = end;
    }
}
const lexer_KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const lexer_SPACE = /[ \t\r\n]+/y;
const template_lexer_WORD = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const FIELD = /\.[\p{L}\p{Nd}_]+/uy;
const VARIABLE = /\$[\p{L}\p{Nd}_]*/uy;
const lexer_NUMBER = /[+-]?(?:0[xX][0-9a-fA-F_]+(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?\d+)?|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)i?/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y;
const RAW = /`[^`]*`/y;
const CLOSE = /(?:[ \t\r\n]-)?\}\}/y;
const lexer_OPERATOR = /:=|[=|,()]/y;
/** Splits a template of Go's text/template into the tokens of its actions; text between actions is left out. Throws TemplateFault. */
function tokenizeTemplate(text) {
    const tokens = [];
    for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at)) {
        const comment = /^\{\{(?:-[ \t\r\n])?[ \t\r\n]*\/\*/.exec(text.slice(at, at + 8));
        at = comment && /^\{\{(?:-[ \t\r\n]+)?\/\*/.test(comment[0]) ? endOfComment(text, at) : action(text, at, tokens);
    }
    tokens.push({ kind: 'end-of-text', text: 'the end', start: text.length, end: text.length });
    return tokens;
}
function endOfComment(text, start) {
    const end = text.indexOf('*/', start);
    if (end < 0)
        throw new TemplateFault('the comment that starts here is not closed', start, start + 2);
    const close = /^(?:[ \t\r\n]+-)?\}\}/.exec(text.slice(end + 2));
    if (!close)
        throw new TemplateFault('a comment must end right before "}}"', start, end + 2);
    return end + 2 + close[0].length;
}
/** The tokens of one action; gives the offset behind it. */
function action(text, start, tokens) {
    const opening = /^\{\{(?:-(?=[ \t\r\n]))?/.exec(text.slice(start, start + 4))?.[0] ?? '{{';
    tokens.push({ kind: 'open', text: opening, start, end: start + opening.length });
    let at = start + opening.length;
    const match = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(text)?.[0];
    };
    const push = (kind, word) => {
        tokens.push({ kind, text: word, start: at, end: at + word.length });
        at += word.length;
    };
    for (;;) {
        const close = match(CLOSE);
        if (close !== undefined) {
            push('close', close);
            return at;
        }
        if (at >= text.length)
            throw new TemplateFault('the action that starts here is not closed by "}}"', start, start + 2);
        const space = match(lexer_SPACE);
        if (space !== undefined) {
            push('space', space);
            continue;
        }
        const [kind, word] = wordAt(text, at, match);
        push(kind, word);
        if (['identifier', 'keyword', 'field', 'variable', 'bool', 'nil'].includes(kind))
            mustEnd(text, at);
    }
}
/** After a name comes a space, an operator or the end of the action. */
function mustEnd(text, at) {
    if (at < text.length && !/^(?:[ \t\r\n.,|:()=]|\}\})/.test(text.slice(at, at + 2)))
        throw new TemplateFault(`unexpected character "${text.charAt(at)}" in an action`, at, at + 1);
}
function wordAt(text, at, match) {
    const next = text.charAt(at);
    if (next === '"')
        return ['string', match(STRING) ?? unclosed(at)];
    if (next === '`')
        return ['string', match(RAW) ?? unclosed(at)];
    if (next === "'")
        return ['number', match(CHARACTER) ?? unclosed(at)];
    if (next === '$')
        return ['variable', match(VARIABLE) ?? '$'];
    const number = /[0-9+\-.]/.test(next) ? match(lexer_NUMBER) : undefined;
    if (number !== undefined)
        return ['number', number];
    if (next === '.') {
        const field = match(FIELD);
        return field === undefined ? ['dot', '.'] : ['field', field];
    }
    const operator = match(lexer_OPERATOR);
    if (operator !== undefined)
        return [operator, operator];
    const word = match(template_lexer_WORD);
    if (word === undefined)
        throw new TemplateFault(`unexpected "${next}" in an action`, at, at + 1);
    if (word === 'true' || word === 'false')
        return ['bool', word];
    if (word === 'nil')
        return ['nil', word];
    return [lexer_KEYWORDS.has(word) ? 'keyword' : 'identifier', word];
}
function unclosed(at) {
    throw new TemplateFault('the text that starts here is not closed', at, at + 1);
}

;// CONCATENATED MODULE: ./src/template/check.ts


/** Functions that every Go template has. Source: https://pkg.go.dev/text/template#hdr-Functions */
const BUILT_IN = [
    'and',
    'call',
    'eq',
    'ge',
    'gt',
    'html',
    'index',
    'js',
    'le',
    'len',
    'lt',
    'ne',
    'not',
    'or',
    'print',
    'printf',
    'println',
    'slice',
    'urlquery',
];
/** What is wrong with a Go template, as text/template finds when it parses it: the first fault, or nothing. */
function templateProblem(text, names) {
    if (!text.includes('{{'))
        return undefined;
    try {
        new TemplateParser(tokenizeTemplate(text), names).whole();
        return undefined;
    }
    catch (error) {
        if (!(error instanceof TemplateFault))
            throw error;
        return { message: error.message, start: error.start, end: error.end };
    }
}
const OPERANDS = new Set(['bool', 'number', 'string', 'dot', 'nil', 'field', 'identifier', 'variable', '(']);
/** Operands that cannot take what a pipe hands them. */
const LITERALS = new Set(['bool', 'number', 'string', 'dot', 'nil']);
/** Follows the grammar of text/template/parse; nothing is built. */
class TemplateParser {
    tokens;
    #next = 0;
    #variables;
    #ranges = 0;
    #functions;
    constructor(tokens, { functions, variables }) {
        this.tokens = tokens;
        this.#variables = ['$', ...variables];
        this.#functions = new Set([...BUILT_IN, ...functions]);
    }
    whole() {
        const stop = this.#list(true);
        if (stop)
            throw check_fault(`unexpected {{${stop.text}}}: there is nothing for it to ${stop.text === 'end' ? 'end' : 'belong to'}`, stop);
    }
    #peek() {
        const token = this.tokens[Math.min(this.#next, this.tokens.length - 1)];
        if (!token)
            throw new Error('the token list has no end');
        return token;
    }
    #take() {
        const token = this.#peek();
        this.#next++;
        return token;
    }
    #skipSpace() {
        while (this.#peek().kind === 'space')
            this.#next++;
        return this.#peek();
    }
    /** Actions up to `{{end}}` or `{{else …}}`, whose keyword is given back, or to the end. */
    #list(top) {
        for (;;) {
            const open = this.#take();
            if (open.kind === 'end-of-text')
                return undefined;
            const first = this.#skipSpace();
            if (first.kind !== 'keyword') {
                this.#pipeline('command', 'close');
                continue;
            }
            if (first.text === 'end' || first.text === 'else') {
                this.#next++;
                return first;
            }
            this.#keyword(this.#take(), open, top);
        }
    }
    #keyword(keyword, open, top) {
        if (keyword.text === 'break' || keyword.text === 'continue') {
            if (this.#ranges === 0)
                throw check_fault(`{{${keyword.text}}} is only for the inside of {{range}}`, keyword);
            this.#close(keyword.text);
        }
        else if (keyword.text === 'template')
            this.#template();
        else if (keyword.text === 'define' || keyword.text === 'block')
            this.#definition(keyword, open, top);
        else
            this.#control(keyword, open);
    }
    #close(after) {
        const token = this.#skipSpace();
        if (token.kind !== 'close')
            throw check_fault(`unexpected "${token.text}" in {{${after}}}`, token);
        this.#next++;
    }
    #template() {
        this.#name('template');
        if (this.#skipSpace().kind === 'close')
            this.#next++;
        else
            this.#pipeline('template clause', 'close');
    }
    #name(where) {
        const name = this.#skipSpace();
        if (name.kind !== 'string')
            throw check_fault(`unexpected "${name.text}" in {{${where}}}, expected a name in quotes`, name);
        this.#next++;
    }
    #definition(keyword, open, top) {
        if (keyword.text === 'define' && !top)
            throw check_fault('{{define}} is only for the top of a template', keyword);
        this.#name(keyword.text);
        if (keyword.text === 'define')
            this.#close('define');
        else
            this.#pipeline('block clause', 'close');
        const outer = this.#variables;
        this.#variables = ['$'];
        const stop = this.#list(false);
        this.#variables = outer;
        this.#ends(stop, keyword, open);
        if (stop?.text === 'else')
            throw check_fault(`unexpected {{else}} in {{${keyword.text}}}`, stop);
        this.#close('end');
    }
    #ends(stop, keyword, open) {
        if (!stop)
            throw new TemplateFault(`{{${keyword.text}}} has no {{end}}`, open.start, keyword.end);
    }
    /** if, range and with: a pipeline, a body, perhaps else, and the end. Variables live until then. */
    #control(keyword, open) {
        const outer = [...this.#variables];
        this.#pipeline(keyword.text, 'close');
        if (keyword.text === 'range')
            this.#ranges++;
        const stop = this.#list(false);
        if (keyword.text === 'range')
            this.#ranges--;
        this.#ends(stop, keyword, open);
        if (stop?.text === 'else')
            this.#otherwise(keyword, open);
        else
            this.#close('end');
        this.#variables = outer;
    }
    #otherwise(keyword, open) {
        const next = this.#skipSpace();
        if (next.kind === 'keyword' && (next.text === 'if' || next.text === 'with') && next.text === keyword.text) {
            this.#next++;
            this.#control(next, open);
            return;
        }
        this.#close('else');
        const stop = this.#list(false);
        this.#ends(stop, keyword, open);
        if (stop?.text === 'else')
            throw check_fault(`{{${keyword.text}}} has {{else}} twice`, stop);
        this.#close('end');
    }
    #pipeline(where, end) {
        this.#skipSpace();
        this.#declarations(where);
        let commands = 0;
        for (;;) {
            const token = this.#skipSpace();
            if (token.kind === end) {
                if (commands === 0)
                    throw check_fault(`a value is missing in ${where}`, token);
                this.#next++;
                return;
            }
            if (!OPERANDS.has(token.kind))
                throw check_fault(`unexpected "${token.text}" in ${where}`, token);
            if (commands > 0 && LITERALS.has(token.kind))
                throw check_fault(`"${token.text}" is no function, so nothing can be piped into it`, token);
            this.#command();
            commands++;
        }
    }
    /** `$x := …`, `$x = …`, and in range `$i, $x := …`. */
    #declarations(where) {
        const begin = this.#next;
        const declared = [];
        for (;;) {
            const variable = this.#peek();
            if (variable.kind !== 'variable')
                break;
            this.#next++;
            declared.push(variable);
            const operator = this.#skipSpace();
            if (operator.kind === ':=' || operator.kind === '=') {
                this.#next++;
                // Go's parser takes an assignment for a declaration; that the variable is missing shows when the template runs.
                this.#variables.push(...declared.map(({ text }) => text));
                return;
            }
            if (operator.kind !== ',' || where !== 'range' || declared.length > 1)
                break;
            this.#next++;
            this.#skipSpace();
        }
        this.#next = begin;
    }
    /** Operands up to the end of the pipeline or past the next `|`; a pipe into nothing is fine with Go's parser. */
    #command() {
        while (OPERANDS.has(this.#skipSpace().kind)) {
            this.#operand();
            const token = this.#peek();
            if (!['space', 'close', ')', '|'].includes(token.kind))
                throw check_fault(`unexpected "${token.text}" after an operand; a space is missing`, token);
        }
        if (this.#peek().kind === '|')
            this.#next++;
    }
    #operand() {
        const token = this.#take();
        if (token.kind === '(')
            this.#pipeline('parentheses', ')');
        if (token.kind === 'identifier' && !this.#functions.has(token.text)) {
            const similar = nearest(token.text, [...this.#functions]);
            throw check_fault(`there is no function "${token.text}"${similar ? `; did you mean "${similar}"?` : ''}`, token);
        }
        if (token.kind === 'variable')
            this.#known(token);
        while (this.#peek().kind === 'field') {
            const field = this.#take();
            if (LITERALS.has(token.kind))
                throw check_fault(`unexpected "${field.text}" after "${token.text}"`, field);
        }
    }
    #known(variable) {
        if (this.#variables.includes(variable.text))
            return;
        const similar = nearest(variable.text, this.#variables);
        throw check_fault(`there is no variable "${variable.text}"${similar ? `; did you mean "${similar}"?` : ''}`, variable);
    }
}
function check_fault(message, { start, end }) {
    return new TemplateFault(message, start, end);
}

;// CONCATENATED MODULE: ./src/rules/alerting/invalid-template.ts




/** What Prometheus adds to Go's templates. Source: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/ */
const invalid_template_NAMES = {
    variables: ['$labels', '$externalLabels', '$externalURL', '$value'],
    functions: [
        'args',
        'externalURL',
        'first',
        'graphLink',
        'humanize',
        'humanize1024',
        'humanizeDuration',
        'humanizePercentage',
        'humanizeTimestamp',
        'label',
        'match',
        'now',
        'parseDuration',
        'pathPrefix',
        'query',
        'reReplaceAll',
        'safeHtml',
        'sortByLabel',
        'stripDomain',
        'stripPort',
        'strvalue',
        'tableLink',
        'title',
        'toDuration',
        'toLower',
        'toTime',
        'toUpper',
        'urlQueryEscape',
        'value',
    ],
};
/** Templates in labels and annotations that cannot be parsed. */
const invalid_template_rule = {
    scope: 'document',
    kinds: ['rules'],
    code: 'alerting/invalid-template',
    severity: 'error',
    summary: 'a template in a label or annotation that cannot be parsed',
    why: 'Labels and annotations of alerts are Go templates. Prometheus refuses a rule file with a template that it cannot parse.',
    remedy: 'mend the template, see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/',
    check: (document) => mappingsOf(document, 'rule').flatMap(({ node, key, inside }) => child(node, 'alert') === undefined
        ? []
        : ['labels', 'annotations'].flatMap((section) => entries(child(node, section)).flatMap(([name, { value }]) => invalid_template_judge(value, `${section === 'labels' ? 'label' : 'annotation'} "${name}" of ${ownerOf({ inside: { node, key, inside } })}`)))),
};
function invalid_template_judge(node, name) {
    if (node.kind !== 'scalar')
        return [];
    const problem = templateProblem(node.text, invalid_template_NAMES);
    if (!problem)
        return [];
    return [
        { message: `${name} is no template: ${problem.message}`, at: rangeInScalar(node, problem.start, problem.end) },
    ];
}

;// CONCATENATED MODULE: ./src/schema/schema-walk.ts
/** Every part of a schema that speaks about the value at a JSON pointer; alternatives give several. */
function schemasAt(schema, pointer) {
    let here = unfold(schema, schema);
    for (const raw of pointer.split('/').slice(1)) {
        const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
        here = here.flatMap((node) => below(node, key)).flatMap((node) => unfold(node, schema));
    }
    return here;
}
function below(node, key) {
    const property = node.properties?.[key];
    if (property !== undefined)
        return [property];
    const patterns = Object.entries(node.patternProperties ?? {}).filter(([pattern]) => new RegExp(pattern, 'u').test(key));
    const others = /^\d+$/.test(key) ? [node.items, node.additionalProperties] : [node.additionalProperties];
    return [...patterns.map(([, child]) => child), ...others].filter((child) => typeof child === 'object');
}
/** A node with what it refers to and its alternatives; each once. */
function unfold(node, root, seen = new Set()) {
    if (seen.has(node))
        return [];
    seen.add(node);
    const referred = node.$ref === undefined ? undefined : root.definitions?.[node.$ref.split('/').at(-1) ?? ''];
    const inner = [referred, ...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
    return [node, ...inner.flatMap((one) => (one === undefined ? [] : unfold(one, root, seen)))];
}

;// CONCATENATED MODULE: ./src/yaml/to-value.ts
/** The plain value of a node, for a JSON schema. Shared nodes stay shared, so aliases cost nothing. */
function toValue(node, seen = new Map()) {
    if (node === undefined)
        return null;
    if (node.kind === 'scalar')
        return node.value;
    const known = seen.get(node);
    if (known !== undefined)
        return known;
    const value = node.kind === 'sequence'
        ? node.items.map((item) => toValue(item, seen))
        : Object.fromEntries([...node.entries].map(([key, entry]) => [key, toValue(entry.value, seen)]));
    seen.set(node, value);
    return value;
}

;// CONCATENATED MODULE: ./src/rules/schema-problems.ts





const NONE = { unknownKeys: [], invalidValues: [] };
const verdicts = new WeakMap();
/** What a document is called in messages. */
const TITLES = {
    prometheus: 'prometheus.yml',
    'scrape-configs': 'the file of scrape jobs',
    'target-groups': 'the file of targets',
    rules: 'the rule file',
    'rule-tests': 'the file of rule tests',
};
/** Judges a configuration file by the schema of its kind. */
function documentProblems({ kind, root }) {
    const found = schemaProblems(root, kind, TITLES[kind] ?? 'the file');
    if (kind !== 'scrape-configs' || root?.kind !== 'mapping')
        return found;
    // Its schema is that of the whole prometheus.yml.
    const others = entries(root).filter(([name]) => name !== 'scrape_configs');
    const title = TITLES[kind] ?? '';
    const misplaced = others.map(([name, { key }]) => ({ message: `unknown key "${name}" in ${title}`, at: key.at }));
    return { ...found, unknownKeys: [...found.unknownKeys, ...misplaced] };
}
/** Judges a tree by the schema of a kind of file, once; each problem stands at the key or value that causes it. */
function schemaProblems(root, kind, what) {
    if (root === undefined)
        return NONE;
    const known = verdicts.get(root);
    if (known)
        return known;
    const { validate, schema } = schemaOf(kind);
    let verdict = NONE;
    if (!validate(toValue(root)))
        verdict = sort(relevant(validate.errors ?? []), { root, what, schema: schema() });
    verdicts.set(root, verdict);
    return verdict;
}
/**
 * Of the errors of an alternative (`anyOf`, `oneOf`) only those of the branch that got furthest help; the others say what
 * the value would have to be if it were something else.
 */
function relevant(errors) {
    const kept = errors.filter((error) => error.keyword !== 'if');
    const alternatives = kept.filter((error) => error.keyword === 'anyOf' || error.keyword === 'oneOf');
    const dropped = new Set();
    for (const alternative of alternatives) {
        const branch = kept.filter((error) => error !== alternative && error.schemaPath.startsWith(`${alternative.schemaPath}/`));
        const deeper = kept.filter((error) => error.instancePath.startsWith(`${alternative.instancePath}/`));
        const extra = kept.filter((e) => e.instancePath === alternative.instancePath && e.keyword === 'additionalProperties');
        if (deeper.length > 0 || extra.length > 0) {
            dropped.add(alternative);
            for (const error of kept) {
                if (error.instancePath === alternative.instancePath && error.keyword !== 'additionalProperties')
                    dropped.add(error);
            }
        }
        else
            for (const error of branch)
                if (error.keyword !== 'type')
                    dropped.add(error);
    }
    return kept.filter((error) => !dropped.has(error));
}
function sort(errors, judged) {
    const unknownKeys = new Map();
    const invalid = new Map();
    for (const error of errors) {
        const path = error.instancePath;
        if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
            const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
            unknownKeys.set(`${path}/${key}`, unknownKey(judged, path, key));
        }
        else
            invalid.set(path, [...(invalid.get(path) ?? []), error]);
    }
    return {
        unknownKeys: [...unknownKeys.values()],
        invalidValues: [...invalid].map(([path, list]) => invalidValue(judged, path, list)),
    };
}
function unknownKey({ root, what, schema }, path, key) {
    const { node, name } = at(root, path);
    const allowed = schemasAt(schema, path).flatMap(({ properties }) => Object.keys(properties ?? {}));
    const similar = nearest(key, allowed);
    return {
        message: `unknown key "${key}" in ${name === '' ? what : `"${name}"`}${similar ? `; did you mean "${similar}"?` : ''}`,
        at: keyRange(node, key) ?? node.at,
        ...(similar ? { help: `write "${similar}" in place of "${key}"` } : {}),
    };
}
function invalidValue({ root, schema }, path, errors) {
    const { node, name } = at(root, path);
    const missing = errors.flatMap((error) => error.keyword === 'required' ? [String(error.params['missingProperty'])] : []);
    if (missing.length > 0) {
        const [first] = missing;
        return {
            message: `${label(name)} lacks the required key "${first ?? ''}"`,
            at: node.at,
            help: `add "${first ?? ''}"`,
        };
    }
    const expected = [...new Set(errors.map((error) => expectation(error, schemasAt(schema, path))))]
        .filter((text) => text !== '')
        .join(' or ');
    return { message: `${label(name)} is ${schema_problems_shown(node)}, expected ${expected || 'another value'}`, at: node.at };
}
function label(name) {
    return name === '' ? 'the document' : `"${name}"`;
}
function schema_problems_shown(node) {
    if (node.kind !== 'scalar')
        return `a ${node.kind}`;
    if (node.value === null)
        return 'empty';
    const text = node.text.length > 60 ? `${node.text.slice(0, 57)}…` : node.text;
    return typeof node.value === 'string' ? `"${text}"` : text;
}
const TYPES = {
    object: 'a mapping',
    array: 'a list',
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    null: 'nothing',
};
function expectation({ keyword, params }, parts) {
    const list = (value) => (Array.isArray(value) ? value.map(String) : [String(value)]);
    if (keyword === 'type') {
        const types = list(params['type']).filter((type) => type !== 'null');
        return types.length === 3 && types.includes('string')
            ? 'text'
            : types.map((type) => TYPES[type] ?? type).join(' or ');
    }
    if (keyword === 'enum') {
        const named = params['allowedValues'].filter((value) => value !== null && value !== '');
        return `one of ${list(named).join(', ')}`;
    }
    if (keyword === 'const')
        return `"${String(params['allowedValue'])}"`;
    if (keyword === 'anyOf' || keyword === 'oneOf')
        return '';
    if (keyword === 'pattern') {
        const described = parts.find(({ pattern }) => pattern === params['pattern'])?.description;
        return described ?? `text that matches ${String(params['pattern'])}`;
    }
    if (keyword === 'minLength' || keyword === 'minItems')
        return 'something that is not empty';
    const { comparison, limit } = params;
    if (comparison !== undefined)
        return `${String(comparison)} ${String(limit)}`;
    return keyword === 'uniqueItems' ? 'nothing twice' : 'another value';
}
/** The node at a JSON pointer and the name to call it by: the last key on the way, with its index in a list. */
function at(root, pointer) {
    let node = root;
    let name = '';
    for (const raw of pointer.split('/').slice(1)) {
        const part = raw.replaceAll('~1', '/').replaceAll('~0', '~');
        const next = node.kind === 'sequence' ? node.items[Number(part)] : mappingValue(node, part);
        if (!next)
            break;
        name = node.kind === 'sequence' ? `${name}[${part}]${schema_problems_nameOf(next)}` : part;
        node = next;
    }
    return { node, name };
}
const schema_problems_NAMES = ['job_name', 'alert', 'record', 'name'];
/** How a list's entry calls itself, since nobody counts entries. */
function schema_problems_nameOf(entry) {
    const own = schema_problems_NAMES.map((key) => yaml_node_text(child(entry, key))).find((name) => name !== undefined);
    return own === undefined ? '' : ` (${own})`;
}
function mappingValue(node, key) {
    return node.kind === 'mapping' ? node.entries.get(key)?.value : undefined;
}
/** The range of a whole document's first character, for what is missing from it. */
function documentStart(root) {
    return { file: root.at.file, start: root.at.start, end: root.at.start };
}

;// CONCATENATED MODULE: ./src/rules/alerting/invalid-value.ts

/** Values of the wrong type in a rule file, or missing ones. */
const invalid_value_rule = {
    scope: 'document',
    kinds: ['rules', 'rule-tests'],
    code: 'alerting/invalid-value',
    severity: 'error',
    summary: 'a value of the wrong type in a rule file, or a required key that is missing',
    why: 'Prometheus refuses to load a rule file whose values cannot be decoded, and then does not start.',
    remedy: 'write a value of the expected kind',
    check: (document) => documentProblems(document).invalidValues,
};

;// CONCATENATED MODULE: ./src/rules/alerting/unknown-key.ts

/** Keys that a rule file does not have. */
const unknown_key_rule = {
    scope: 'document',
    kinds: ['rules', 'rule-tests'],
    code: 'alerting/unknown-key',
    severity: 'error',
    summary: 'a key that a rule file does not have',
    why: 'Prometheus refuses to load a rule file that has a key which it does not know, and then does not start.',
    remedy: 'mend the spelling, or move the key to the section it belongs to',
    check: (document) => documentProblems(document).unknownKeys,
};

;// CONCATENATED MODULE: ./src/rules/compose/dependency-cycle.ts
/** Services that wait for each other. */
const dependency_cycle_rule = {
    scope: 'stack',
    code: 'compose/dependency-cycle',
    severity: 'error',
    summary: 'services depend on each other in a circle',
    why: 'None of them can start first, so Compose refuses the project.',
    remedy: 'remove one of the depends_on entries of the circle',
    check(stack) {
        const services = new Map(stack.project.services.map((service) => [service.name, service]));
        const cycle = findCycle(services);
        const [first, second] = cycle ?? [];
        if (!cycle || first === undefined || second === undefined)
            return [];
        const dependency = services.get(first)?.dependsOn.find(({ service }) => service === second);
        return [
            {
                message: `services depend on each other in a circle: ${cycle.join(' → ')}`,
                at: dependency?.at,
                subject: { service: first },
            },
        ];
    },
};
/** The names along one circle, the first one again at the end. Iterative, since a stack may be deep. */
function findCycle(services) {
    const done = new Set();
    for (const start of services.keys()) {
        const path = done.has(start) ? [] : [{ name: start, next: 0 }];
        for (let top = path.at(-1); top; top = path.at(-1)) {
            const dependency = services.get(top.name)?.dependsOn[top.next++]?.service;
            if (dependency === undefined)
                done.add(path.pop()?.name ?? '');
            else {
                const earlier = path.findIndex(({ name }) => name === dependency);
                if (earlier >= 0)
                    return [...path.slice(earlier).map(({ name }) => name), dependency];
                if (!done.has(dependency) && services.has(dependency))
                    path.push({ name: dependency, next: 0 });
            }
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/rules/compose/invalid-value.ts

/** Values of the wrong type, out of a closed list, or missing. */
const compose_invalid_value_rule = {
    scope: 'stack',
    code: 'compose/invalid-value',
    severity: 'error',
    summary: 'a value of the wrong type, out of its list, or a required key that is missing',
    why: 'Compose refuses a file whose values do not fit the Compose specification.',
    remedy: 'write a value of the expected kind',
    check: (stack) => schemaProblems(stack.project.root, 'compose', 'the compose file').invalidValues,
};

;// CONCATENATED MODULE: ./src/rules/compose/no-image.ts
/** Services that name neither an image nor a build. */
const no_image_rule = {
    scope: 'stack',
    code: 'compose/no-image',
    severity: 'error',
    summary: 'a service has neither image nor build',
    why: 'Compose cannot create a container without an image.',
    remedy: 'add `image:` or `build:` to the service',
    check: (stack) => stack.project.services
        .filter(({ image, hasBuild, node }) => !image?.value && !hasBuild && !node.entries.has('provider'))
        .map(({ name, at }) => ({
        message: `service "${name}" has neither "image" nor "build"`,
        at,
        subject: { service: name },
    })),
};

;// CONCATENATED MODULE: ./src/rules/compose/undefined-dependency.ts

/** depends_on entries that name no active service. */
const undefined_dependency_rule = {
    scope: 'stack',
    code: 'compose/undefined-dependency',
    severity: 'error',
    summary: 'depends_on names a service that does not exist or whose profile is off',
    why: 'Compose refuses a project in which a service depends on one that is not there.',
    remedy: 'mend the name, or set `required: false` if the service may be absent',
    check(stack) {
        const names = stack.project.services.map(({ name }) => name);
        const inactive = new Set(stack.project.inactive.map(({ name }) => name));
        return stack.project.services.flatMap((service) => service.dependsOn
            .filter((dependency) => dependency.required && !names.includes(dependency.service))
            .map((dependency) => {
            const similar = nearest(dependency.service, names);
            const why = inactive.has(dependency.service) ? 'whose profile is off' : 'which does not exist';
            return {
                message: `service "${service.name}" depends on "${dependency.service}", ${why}${similar ? `; did you mean "${similar}"?` : ''}`,
                at: dependency.at,
                subject: { service: service.name },
            };
        }));
    },
};

;// CONCATENATED MODULE: ./src/rules/compose/unknown-key.ts

/** Keys that the compose file does not have. */
const compose_unknown_key_rule = {
    scope: 'stack',
    code: 'compose/unknown-key',
    severity: 'error',
    summary: 'a key that the compose file does not have',
    why: 'Compose refuses a file that has a key which the Compose specification does not know.',
    remedy: 'mend the spelling, or move the key to the section it belongs to',
    check: (stack) => schemaProblems(stack.project.root, 'compose', 'the compose file').unknownKeys,
};

;// CONCATENATED MODULE: ./src/rules/prometheus/conflicting-keys.ts



const AUTHENTICATION = ['basic_auth', 'authorization', 'oauth2', 'bearer_token', 'bearer_token_file'];
/** Keys of which at most one may be set, by the kind of mapping that has them. Source: the Validate methods of prometheus/common `config/http_config.go` and prometheus `config/config.go`. */
const EXCLUSIVE = {
    'http-client': [AUTHENTICATION, ['proxy_from_environment', 'proxy_url'], ['proxy_from_environment', 'no_proxy']],
    oauth2: [
        ['client_secret', 'client_secret_file', 'client_secret_ref'],
        ['client_certificate_key', 'client_certificate_key_file', 'client_certificate_key_ref'],
        ['proxy_from_environment', 'proxy_url'],
        ['proxy_from_environment', 'no_proxy'],
    ],
    basic_auth: [
        ['username', 'username_file', 'username_ref'],
        ['password', 'password_file', 'password_ref'],
    ],
    authorization: [['credentials', 'credentials_file', 'credentials_ref']],
    tls_config: [
        ['ca', 'ca_file', 'ca_ref'],
        ['cert', 'cert_file', 'cert_ref'],
        ['key', 'key_file', 'key_ref'],
    ],
    remote_write: ['sigv4', 'azuread', 'google_iam'].map((key) => [
        ...AUTHENTICATION,
        ...['sigv4', 'azuread', 'google_iam'].filter((other) => other >= key),
    ]),
    alertmanager_config: [[...AUTHENTICATION, 'sigv4']],
    azuread: [['managed_identity', 'oauth', 'sdk', 'workload_identity']],
    kubernetes_sd: [['api_server', 'kubeconfig_file']],
    marathon_sd: [
        ['auth_token', 'auth_token_file'],
        ...AUTHENTICATION.flatMap((key) => [
            ['auth_token', key],
            ['auth_token_file', key],
        ]),
    ],
    scaleway_sd: [['secret_key', 'secret_key_file']],
    consul_sd: [
        ['username', 'basic_auth'],
        ['password', 'basic_auth'],
        ['token', 'authorization'],
        ['token', 'oauth2'],
    ],
    otlp: [['promote_all_resource_attributes', 'promote_resource_attributes']],
};
/** Two settings of which Prometheus takes only one. */
const conflicting_keys_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/conflicting-keys',
    severity: 'error',
    summary: 'two keys are set of which only one may be',
    why: 'Prometheus refuses a configuration that says the same thing in two ways, such as two kinds of authentication or a password and a password file.',
    remedy: 'keep one of the keys and remove the others',
    check: (document) => Object.entries(EXCLUSIVE).flatMap(([kind, groups]) => conflicts(document, kind, groups)),
};
function conflicts(document, kind, groups) {
    return mappingsOf(document, kind).flatMap((value) => {
        const seen = new Set();
        return groups.flatMap((group) => {
            const [first, second] = setKeys(value.node, group);
            if (first === undefined || second === undefined || seen.has(`${first} ${second}`))
                return [];
            seen.add(`${first} ${second}`);
            return [problem(value, first, second)];
        });
    });
}
function problem(value, first, second) {
    const { node, key } = value;
    const at = keyRange(node, second) ?? node.at;
    const earlier = keyRange(node, first) ?? node.at;
    const owner = ownerOf({ inside: { node, key, inside: value.inside } });
    return {
        message: `"${second}" is set beside "${first}"${owner === '' ? '' : ` in ${owner}`}, but only one of them may be`,
        at,
        help: `remove "${first}" or "${second}"`,
        related: [{ message: `"${first}" is set here`, at: earlier }],
    };
}

;// CONCATENATED MODULE: ./src/rules/prometheus/contradicting-values.ts


/** Settings of names, formats and credentials whose values do not go together. */
const contradicting_values_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/contradicting-values',
    severity: 'error',
    summary: 'two values of the configuration contradict each other',
    why: 'Prometheus refuses values that are valid alone but not together, such as UTF-8 escaping with legacy names, or a scrape protocol that is listed twice.',
    remedy: 'change one of the two values',
    check: (document) => [
        ...mappingsOf(document, 'authorization').flatMap(basicType),
        ...valuesOf(document, 'unique-list').flatMap(contradicting_values_repeated),
        ...legacyNames(document),
    ],
};
function basicType(value) {
    const type = child(value.node, 'type');
    const written = yaml_node_text(type) ?? '';
    if (!type || written.trim().toLowerCase() !== 'basic')
        return [];
    const owner = ownerOf(value);
    return [
        {
            message: `type of authorization${owner === '' ? '' : ` of ${owner}`} is "${written}", which only basic_auth is for`,
            at: type.at,
            help: 'use basic_auth with username and password',
        },
    ];
}
function contradicting_values_repeated(value) {
    const seen = new Set();
    return items(value.node).flatMap((item) => {
        const name = yaml_node_text(item) ?? '';
        if (!seen.has(name)) {
            seen.add(name);
            return [];
        }
        return [{ message: `"${name}" stands twice in ${nameOf(value)}`, at: item.at, help: 'remove the second one' }];
    });
}
/** With legacy names nothing may ask for others. A job that does not say takes what is global. */
function legacyNames({ root }) {
    const scheme = yaml_node_text(child(root, 'global', 'metric_name_validation_scheme')) ?? '';
    const escaping = yaml_node_text(child(root, 'global', 'metric_name_escaping_scheme'));
    const owners = [child(root, 'global'), ...items(child(root, 'scrape_configs'))];
    const found = owners.flatMap((owner) => {
        const own = child(owner, 'metric_name_escaping_scheme');
        const legacy = (yaml_node_text(child(owner, 'metric_name_validation_scheme')) ?? scheme) === 'legacy';
        if (!legacy || (yaml_node_text(own) ?? escaping) !== 'allow-utf-8')
            return [];
        const at = own ?? child(owner, 'metric_name_validation_scheme') ?? owner;
        const message = 'metric_name_escaping_scheme is "allow-utf-8", but metric_name_validation_scheme is "legacy"';
        return at ? [{ message, at: at.at, help: 'use underscores, dots or values for escaping' }] : [];
    });
    const strategy = child(root, 'otlp', 'translation_strategy');
    const written = yaml_node_text(strategy) ?? '';
    if (!strategy || scheme !== 'legacy' || !['NoUTF8EscapingWithSuffixes', 'NoTranslation'].includes(written))
        return found;
    const message = `translation_strategy of otlp is "${written}", which keeps UTF-8 names, but metric_name_validation_scheme is "legacy"`;
    return [...found, { message, at: strategy.at, help: 'use UnderscoreEscapingWithSuffixes' }];
}

;// CONCATENATED MODULE: ./src/rules/prometheus/duplicate-job.ts


/** Two scrape jobs of one name. */
const duplicate_job_rule = {
    scope: 'document',
    kinds: ['prometheus'],
    code: 'prometheus/duplicate-job',
    severity: 'error',
    summary: 'two scrape jobs have the same name',
    why: 'Prometheus refuses a configuration in which two scrape jobs have the same job_name, also when one of them comes from scrape_config_files.',
    remedy: 'give each scrape job a name of its own, or put the targets into one job',
    check({ root, included }) {
        const first = new Map();
        const jobs = [root, ...included.map((document) => document.root)].flatMap((one) => items(child(one, 'scrape_configs')));
        return jobs.flatMap((job) => {
            const name = child(job, 'job_name');
            const written = yaml_node_text(name);
            if (!name || written === undefined)
                return [];
            const earlier = first.get(written);
            if (!earlier) {
                first.set(written, name);
                return [];
            }
            const { file, start } = locate(earlier.at);
            const where = earlier.at.file === name.at.file ? `on line ${String(start.line)}` : `in ${file}`;
            return [
                {
                    message: `scrape job "${written}" is already defined ${where}`,
                    at: name.at,
                    subject: { job: written },
                    related: [{ message: 'first defined here', at: earlier.at }],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/prometheus/duplicate-remote.ts

/** Two entries of remote_write or of remote_read with one name. */
const duplicate_remote_rule = {
    scope: 'document',
    kinds: ['prometheus'],
    code: 'prometheus/duplicate-remote',
    severity: 'error',
    summary: 'two entries of remote_write or remote_read have the same name',
    why: 'Prometheus refuses a configuration in which two remote storages of a list have the same name.',
    remedy: 'give each entry a name of its own, or none',
    check: ({ root }) => ['remote_write', 'remote_read'].flatMap((section) => duplicates(section, child(root, section))),
};
function duplicates(section, list) {
    const first = new Map();
    return items(list).flatMap((entry) => {
        const name = child(entry, 'name');
        const written = yaml_node_text(name) ?? '';
        if (!name || written === '')
            return [];
        const earlier = first.get(written);
        if (!earlier) {
            first.set(written, name);
            return [];
        }
        return [
            {
                message: `${section} "${written}" is already defined`,
                at: name.at,
                related: [{ message: 'first defined here', at: earlier.at }],
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/rules/prometheus/file-missing.ts


/** Keys of files that Prometheus writes itself. */
const WRITTEN = ['query_log_file', 'scrape_failure_log_file'];
/** Credentials, certificates and files of targets that are not there. */
const file_missing_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/file-missing',
    severity: 'error',
    summary: 'a file that prometheus.yml names is not there',
    why: 'Without its credentials, certificate or list of targets a job is not scraped.',
    remedy: 'create the file, mount it into the Prometheus container, or mend the path',
    check(document) {
        const { root, references, place } = document;
        // Those have a rule of their own.
        const globs = new Set([...items(child(root, 'rule_files')), ...items(child(root, 'scrape_config_files'))]);
        const names = new Map(['file', 'filename-glob'].flatMap((kind) => valuesOf(document, kind)).map((value) => [value.node, value]));
        return references.flatMap(({ node, state, containerPath }) => {
            const value = names.get(node);
            if (!value || globs.has(node) || WRITTEN.includes(value.key))
                return [];
            if (state === 'found' || state === 'elsewhere')
                return [];
            const where = place.service === undefined ? '' : ` in the container of service "${place.service}"`;
            const nothing = state === 'missing' ? 'there is no such file' : 'nothing is mounted there';
            return [
                {
                    message: `${nameOf(value)} is "${yaml_node_text(node) ?? ''}", but at ${containerPath}${where} ${nothing}`,
                    at: node.at,
                    // A pattern may match later: Prometheus watches its directory.
                    ...(state === 'unmounted' || value.key === 'files' ? { severity: 'warning' } : {}),
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/prometheus/incomplete-settings.ts



const PROXY = [
    { when: ['no_proxy'], needs: ['proxy_url'] },
    { when: ['proxy_connect_header'], needs: ['proxy_url', 'proxy_from_environment'] },
];
/** What has to come with what. Source: the Validate methods of prometheus/common `config/http_config.go`, `sigv4/sigv4_config.go`. */
const NEEDS = {
    'http-client': PROXY,
    oauth2: PROXY,
    tls_config: [
        { when: ['cert', 'cert_file', 'cert_ref'], needs: ['key', 'key_file', 'key_ref'] },
        { when: ['key', 'key_file', 'key_ref'], needs: ['cert', 'cert_file', 'cert_ref'] },
    ],
    sigv4: [
        { when: ['access_key'], needs: ['secret_key'] },
        { when: ['secret_key'], needs: ['access_key'] },
        { when: ['external_id'], needs: ['role_arn'] },
    ],
    otlp: [{ when: ['ignore_resource_attributes'], needs: ['promote_all_resource_attributes'] }],
    ec2_sd: [{ when: ['external_id'], needs: ['role_arn'] }],
};
/** A setting without the one that it needs. */
const incomplete_settings_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/incomplete-settings',
    severity: 'error',
    summary: 'a key is set without the key that it needs',
    why: 'Prometheus refuses half of a pair, such as a client certificate without its key, or a setting that means nothing without another.',
    remedy: 'add the key that is missing, or remove the one that needs it',
    check: (document) => Object.entries(NEEDS).flatMap(([kind, needs]) => mappingsOf(document, kind).flatMap((value) => needs.flatMap((need) => missing(value, need)))),
};
function missing(value, { when, needs }) {
    const { node, key, inside } = value;
    const [cause] = setKeys(node, when);
    if (cause === undefined || needs.some((name) => isSet(node, name)))
        return [];
    const owner = ownerOf({ inside: { node, key, inside } });
    return [
        {
            message: `"${cause}"${owner === '' ? '' : ` of ${owner}`} is set without ${needs.map((name) => `"${name}"`).join(' or ')}`,
            at: keyRange(node, cause) ?? node.at,
            help: `add ${needs.map((name) => `"${name}"`).join(' or ')}, or remove "${cause}"`,
        },
    ];
}

;// CONCATENATED MODULE: ./src/model/go-url.ts
/**
 * What Go's url.Parse refuses in a URL, as a few words; undefined when it accepts it. It accepts relative references too.
 * Source: https://pkg.go.dev/net/url#Parse and RFC 3986 as it relaxes it.
 */
function goUrlProblem(written) {
    if (/[\x00-\x1f\x7f]/.test(written))
        return 'it has a control character';
    const [beforeFragment = '', ...fragment] = written.split('#');
    if (!escapesAreValid(fragment.join('#')))
        return 'it has a "%" that no two hexadecimal digits follow';
    if (beforeFragment.startsWith(':'))
        return 'the scheme before ":" is missing';
    const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(beforeFragment)?.[1];
    const afterScheme = scheme === undefined ? beforeFragment : beforeFragment.slice(scheme.length + 1);
    const rest = afterScheme.split('?', 1)[0] ?? '';
    if (!rest.startsWith('/')) {
        if (scheme !== undefined)
            return undefined;
        const [segment = ''] = rest.split('/');
        return segment.includes(':') ? 'a scheme such as "http://" is missing before the colon' : pathProblem(rest);
    }
    const hasAuthority = rest.startsWith('//') && (scheme !== undefined || !rest.startsWith('///'));
    if (!hasAuthority)
        return pathProblem(rest);
    const slash = rest.indexOf('/', 2);
    const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
    return authorityProblem(authority) ?? pathProblem(slash < 0 ? '' : rest.slice(slash));
}
function pathProblem(path) {
    return escapesAreValid(path) ? undefined : 'it has a "%" that no two hexadecimal digits follow';
}
function escapesAreValid(text) {
    return !/%(?![0-9a-fA-F]{2})/.test(text);
}
function authorityProblem(authority) {
    const at = authority.lastIndexOf('@');
    const user = authority.slice(0, Math.max(0, at));
    if (at >= 0 && !/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user))
        return 'its user name or password has a character that must be escaped';
    if (!escapesAreValid(user))
        return 'its user name has a "%" that no two hexadecimal digits follow';
    const host = authority.slice(at + 1);
    if (host.startsWith('[')) {
        const end = host.lastIndexOf(']');
        if (end < 0)
            return 'the "[" of its address is not closed';
        return portProblem(host.slice(end + 1));
    }
    const colon = host.lastIndexOf(':');
    const port = colon < 0 ? undefined : portProblem(host.slice(colon));
    if (port !== undefined)
        return port;
    const name = colon < 0 ? host : host.slice(0, colon);
    if (/[^A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"%\x80-\u{10ffff}]/u.test(name))
        return 'its host has a character that no host name has';
    // In a host name only bytes above ASCII may be escaped.
    return /%(?![89a-fA-F][0-9a-fA-F])/.test(name) ? 'its host has a "%" escape that no host name has' : undefined;
}
function portProblem(written) {
    return /^(?::\d*)?$/.test(written) ? undefined : `its port "${written.replace(/^:/, '')}" is no number`;
}

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-discovery.ts




const HTTP_OPTIONS = [
    'basic_auth',
    'authorization',
    'oauth2',
    'bearer_token',
    'bearer_token_file',
    'tls_config',
    'proxy_url',
    'no_proxy',
    'proxy_from_environment',
    'proxy_connect_header',
    'http_headers',
];
/** Roles whose resources a role of Kubernetes discovery may select. Source: `discovery/kubernetes/kubernetes.go`. */
const SELECTABLE = {
    pod: ['pod', 'node'],
    service: ['service'],
    endpoints: ['endpoints', 'pod', 'service', 'node'],
    endpointslice: ['pod', 'service', 'endpointslice', 'node'],
    node: ['node'],
    ingress: ['ingress'],
};
/** What each discovery asks for beyond its schema. Source: the UnmarshalYAML methods in prometheus `discovery/`. */
const CHECKS = {
    dns_sd: (node) => (yaml_node_text(child(node, 'type')) ?? 'SRV').toUpperCase() !== 'SRV' && !isSet(node, 'port')
        ? [
            {
                message: `dns_sd_configs of type ${yaml_node_text(child(node, 'type')) ?? ''} needs "port"`,
                help: 'add port: only SRV records tell one',
            },
        ]
        : [],
    http_sd: (node) => webAddress(node, 'http_sd_configs'),
    puppetdb_sd: (node) => webAddress(node, 'puppetdb_sd_configs'),
    kubernetes_sd: kubernetes,
    triton_sd: (node) => positive(node, 'triton_sd_configs'),
    scaleway_sd: (node) => setKeys(node, ['secret_key', 'secret_key_file']).length === 0
        ? [{ message: 'scaleway_sd_configs needs "secret_key" or "secret_key_file"', help: 'add one of them' }]
        : [],
};
/** Service discoveries that lack something or combine what cannot be combined. */
const invalid_discovery_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-discovery',
    severity: 'error',
    summary: 'a service discovery lacks a setting, or combines settings that exclude each other',
    why: 'Prometheus refuses a configuration whose service discovery cannot work as it is set up.',
    remedy: 'give the discovery the settings that it needs',
    check: (document) => Object.entries(CHECKS).flatMap(([kind, check]) => mappingsOf(document, kind).flatMap(({ node }) => check(node).map((problem) => ({ at: node.at, ...problem })))),
};
function webAddress(node, what) {
    const url = child(node, 'url');
    const written = yaml_node_text(url) ?? '';
    if (!url || written === '' || goUrlProblem(written) !== undefined || /^https?:\/\/[^/?#]/i.test(written))
        return [];
    return [
        {
            message: `url of ${what} is "${written}", expected http:// or https:// with a host`,
            at: url.at,
            help: 'write the whole URL',
        },
    ];
}
function positive(node, what) {
    const interval = child(node, 'refresh_interval');
    return yaml_node_text(interval) === '0' || yaml_node_text(interval) === '0s'
        ? [
            {
                message: `refresh_interval of ${what} is "${yaml_node_text(interval) ?? ''}", expected more than zero`,
                at: interval?.at,
                help: 'write a duration such as 60s',
            },
        ]
        : [];
}
function kubernetes(node) {
    const [option] = [
        ...setKeys(node, HTTP_OPTIONS),
        ...['follow_redirects', 'enable_http2'].filter((key) => isFalse(node, key)),
    ];
    const at = option === undefined ? undefined : keyRange(node, option);
    const found = [];
    if (option !== undefined && isSet(node, 'kubeconfig_file'))
        found.push({
            message: `kubernetes_sd_configs has "${option}" beside "kubeconfig_file", which has its own`,
            at,
            help: `remove "${option}"`,
        });
    else if (option !== undefined && !isSet(node, 'api_server'))
        found.push({
            message: `kubernetes_sd_configs has "${option}" without "api_server"`,
            at,
            help: 'add api_server: the URL that the option is for',
        });
    const own = child(node, 'namespaces', 'own_namespace');
    const [outside] = setKeys(node, ['api_server', 'kubeconfig_file']);
    if (own?.kind === 'scalar' && own.value === true && outside !== undefined)
        found.push({
            message: `own_namespace of kubernetes_sd_configs is set beside "${outside}", which is outside any namespace`,
            at: own.at,
            help: 'name the namespaces in place of it',
        });
    return [...found, ...selectors(node)];
}
/** These are on by default, so that turning one off is a choice of its own. */
function isFalse(node, key) {
    const value = child(node, key);
    return value?.kind === 'scalar' && value.value === false;
}
function selectors(node) {
    const role = yaml_node_text(child(node, 'role')) ?? '';
    const seen = new Set();
    return items(child(node, 'selectors')).flatMap((selector) => {
        const selected = child(selector, 'role');
        const name = yaml_node_text(selected) ?? '';
        const again = seen.has(name);
        seen.add(name);
        if (again)
            return [
                {
                    message: `selectors of kubernetes_sd_configs has role "${name}" twice`,
                    at: selected?.at,
                    help: 'join the two selectors',
                },
            ];
        const field = child(selector, 'field');
        const written = yaml_node_text(field) ?? '';
        if (written.split(',').some((part) => part !== '' && !part.includes('=')))
            return [
                {
                    message: `field "${written}" in selectors of kubernetes_sd_configs is no selector`,
                    at: field?.at,
                    help: 'write NAME=VALUE, such as metadata.name=agent',
                },
            ];
        if (SELECTABLE[role] === undefined || SELECTABLE[role].includes(name) || entries(selector).length === 0)
            return [];
        return [
            {
                message: `selectors of kubernetes_sd_configs has role "${name}", which role "${role}" does not have: expected ${SELECTABLE[role].join(', ')}`,
                at: selected?.at,
                help: 'remove the selector',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-duration.ts

/** Durations that Prometheus cannot read. */
const prometheus_invalid_duration_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-duration',
    severity: 'error',
    summary: 'a duration that Prometheus cannot read',
    why: 'A Prometheus duration is whole numbers with units, from large to small: 1h30m, 15s, 500ms. Prometheus refuses to start on anything else.',
    remedy: 'write whole numbers with units from large to small, such as 15s or 1m30s',
    check: durationProblems,
};

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-label-name.ts



/** Label names that Prometheus does not take. */
const invalid_label_name_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs', 'target-groups'],
    code: 'prometheus/invalid-label-name',
    severity: 'error',
    summary: 'a label name that Prometheus does not take',
    why: 'A label name is never empty; before Prometheus 3, or with metric_name_validation_scheme legacy, it is letters, digits and underscores and does not start with a digit. Prometheus refuses a configuration with another one.',
    remedy: 'write letters, digits and underscores, a letter or underscore first',
    check: (document) => [
        ...mappingsOf(document, 'labels').flatMap((value) => {
            const valid = labelNameTest(document, value.inside);
            const owner = ownerOf(value);
            return entries(value.node)
                .filter(([name]) => !valid(name))
                .map(([name, { key }]) => ({
                message: `label name "${name}" in ${value.key}${owner === '' ? '' : ` of ${owner}`} is not valid`,
                at: key.at,
            }));
        }),
        ...mappingsOf(document, 'relabel_config').flatMap((value) => {
            const valid = labelNameTest(document, value.inside);
            const owner = ownerOf(value);
            return items(child(value.node, 'source_labels'))
                .filter((item) => !valid(yaml_node_text(item) ?? ''))
                .map((item) => ({
                message: `source label "${yaml_node_text(item) ?? ''}"${owner === '' ? '' : ` of ${owner}`} is not a valid label name`,
                at: item.at,
            }));
        }),
    ],
};

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-regex.ts



/** Regular expressions that Go's RE2 does not take. */
const invalid_regex_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-regex',
    severity: 'error',
    summary: 'a regular expression that Prometheus cannot compile',
    why: 'Prometheus uses RE2: it has no look-ahead, no look-behind and no back-references, and refuses a configuration with a pattern that it cannot compile.',
    remedy: 'write an RE2 expression, see https://github.com/google/re2/wiki/Syntax',
    check: (document) => valuesOf(document, 'regex').flatMap((value) => {
        const written = yaml_node_text(value.node);
        const problem = written === undefined ? undefined : goRegexProblem(written);
        if (written === undefined || problem === undefined)
            return [];
        return [{ message: `${nameOf(value)} "${written}" does not compile: ${problem}`, at: value.node.at }];
    }),
};

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-relabeling.ts




const NEED_TARGET = ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'];
const DEFAULTS = { replacement: '$1', separator: ';', modulus: '0' };
/** Relabeling steps whose keys do not fit their action. */
const invalid_relabeling_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-relabeling',
    severity: 'error',
    summary: 'a relabeling step lacks a key that its action needs, or has one that the action does not take',
    why: 'Each relabeling action has its own keys. Prometheus refuses a configuration in which a step lacks one of them or has another that is never read.',
    remedy: 'give the step the keys of its action',
    check: (document) => mappingsOf(document, 'relabel_config').flatMap((value) => invalid_relabeling_judge(document, value)),
};
function invalid_relabeling_judge(document, value) {
    const { node } = value;
    const action = (yaml_node_text(child(node, 'action')) ?? 'replace').toLowerCase();
    const owner = ownerOf(value);
    const where = `${action} step${owner === '' ? '' : ` of ${owner}`}`;
    return [
        ...missingKeys(node, action, where),
        ...unusedKeys(node, action, where),
        ...badLabels(document, value, action, where),
    ];
}
function missingKeys(node, action, where) {
    const found = [];
    const at = keyRange(node, 'action') ?? node.at;
    if (NEED_TARGET.includes(action) && !isSet(node, 'target_label'))
        found.push({ message: `the ${where} lacks "target_label"`, at, help: 'add target_label: the label to write' });
    if (action === 'hashmod' && !isSet(node, 'modulus'))
        found.push({
            message: `the ${where} needs a "modulus" above zero`,
            at,
            help: 'add modulus: the number of buckets',
        });
    return found;
}
/** Keys that an action does not take, as far as they are not at their default. */
function unusedKeys(node, action, where) {
    const refused = {
        lowercase: ['replacement'],
        uppercase: ['replacement'],
        keepequal: ['regex', 'modulus', 'separator', 'replacement'],
        dropequal: ['regex', 'modulus', 'separator', 'replacement'],
        labeldrop: ['source_labels', 'target_label', 'modulus', 'separator', 'replacement'],
        labelkeep: ['source_labels', 'target_label', 'modulus', 'separator', 'replacement'],
    };
    return (refused[action] ?? []).flatMap((key) => {
        const value = child(node, key);
        if (!value || isDefault(node, key))
            return [];
        return [
            {
                message: `the ${where} does not take "${key}"`,
                at: keyRange(node, key) ?? node.at,
                help: `remove "${key}"; the action ${action} never reads it`,
            },
        ];
    });
}
function isDefault(node, key) {
    const value = child(node, key);
    if (value?.kind === 'scalar' && value.value === null)
        return true;
    // Prometheus compares patterns by identity, so that even the default one counts as set.
    if (key === 'source_labels' || key === 'regex')
        return false;
    return (yaml_node_text(value) ?? '') === (DEFAULTS[key] ?? '');
}
function badLabels(document, { node, inside }, action, where) {
    const valid = labelNameTest(document, inside);
    const bad = (key, at, written) => ({
        message: `"${key}" of the ${where} is "${written}", expected a label name`,
        at,
    });
    const target = child(node, 'target_label');
    const written = yaml_node_text(target) ?? '';
    if (target && written !== '' && NEED_TARGET.includes(action)) {
        const ok = action === 'replace' && !valid('a-b') ? isTemplateOfLabel(written) : valid(written);
        if (!ok)
            return [bad('target_label', target.at, written)];
    }
    const replacement = child(node, 'replacement');
    if (action !== 'labelmap' || !replacement)
        return [];
    const mapped = yaml_node_text(replacement) ?? '';
    const ok = valid('a-b') ? mapped !== '' : isTemplateOfLabel(mapped);
    return ok ? [] : [bad('replacement', replacement.at, mapped)];
}
/** A label name in which parts may be groups of the regex: `$1`, `${name}`. Source: relabelTarget in prometheus `model/relabel`. */
function isTemplateOfLabel(written) {
    return /^(?:(?:[a-zA-Z_]|\$(?:\{\w+\}|\w+))+\w*)+$/.test(written);
}

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-size.ts


/** Source: ParseBase2Bytes of https://github.com/alecthomas/units. */
const SIZE = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i?)?B)+)$/;
/** Sizes that Prometheus cannot read. */
const invalid_size_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-size',
    severity: 'error',
    summary: 'a size that Prometheus cannot read',
    why: 'A size is a number with its unit: 512KB, 10MB, 1GB; only 0 stands alone. Prometheus refuses to start on anything else.',
    remedy: 'write a number with B, KB, MB, GB, TB, PB or EB right after it, such as 10MB',
    check: (document) => valuesOf(document, 'size').flatMap((value) => {
        const written = yaml_node_text(value.node);
        if (written === undefined || SIZE.test(written))
            return [];
        return [{ message: `${nameOf(value)} is "${written}", expected a size such as 10MB`, at: value.node.at }];
    }),
};

;// CONCATENATED MODULE: ./src/model/address.ts
/** Splits `HOST:PORT`, `[IPV6]:PORT` or `HOST`; undefined when it is none of them. */
function splitAddress(written) {
    const match = /^(?:\[([0-9a-fA-F:.%]+)\]|([^\s/:[\]]+))(?::(\d{1,5}))?$/.exec(written);
    if (!match)
        return undefined;
    const port = match[3] === undefined ? undefined : Number(match[3]);
    if (port !== undefined && port > 65_535)
        return undefined;
    return { host: match[1] ?? match[2] ?? '', port };
}
/** What `host` means to `from`, by the names Compose publishes on its networks. */
function meaningOfHost(stack, from, host) {
    if (from.networkMode)
        return { kind: 'outside' };
    const name = host.toLowerCase();
    if (name === 'localhost' || name.startsWith('127.') || name === '::1' || name === '0.0.0.0')
        return { kind: 'localhost' };
    const linked = from.links.get(host);
    const service = stack.project.services.find((candidate) => answersTo(candidate, name) || candidate.name === linked);
    if (service)
        return { kind: 'service', service, shared: shareNetwork(from, service) };
    const inactive = stack.project.inactive.find((candidate) => answersTo(candidate, name));
    if (inactive)
        return { kind: 'inactive', service: inactive };
    if (/[.:]/.test(name) || from.extraHosts.includes(host) || isGeneratedContainerName(stack, name))
        return { kind: 'outside' };
    return hasNamesFromElsewhere(stack, from) ? { kind: 'outside' } : { kind: 'unknown' };
}
function answersTo(service, name) {
    if (service.name.toLowerCase() === name || service.containerName?.value.toLowerCase() === name)
        return true;
    return [...service.networks.values()].some((aliases) => aliases.some((alias) => alias.toLowerCase() === name));
}
function shareNetwork(from, to) {
    if (from.name === to.name)
        return true;
    return [...from.networks.keys()].some((network) => to.networks.has(network));
}
/** `PROJECT-SERVICE-1`, which resolves too, or its Compose v1 form with underscores. */
function isGeneratedContainerName(stack, name) {
    return stack.project.services.some((service) => new RegExp(`[-_]${address_escape(service.name)}[-_]\\d+$`, 'i').test(name));
}
function address_escape(text) {
    return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
/** On an external network other projects publish names that these files cannot tell. */
function hasNamesFromElsewhere(stack, from) {
    const networks = stack.project.root.entries.get('networks')?.value;
    if (networks?.kind !== 'mapping')
        return false;
    return [...from.networks.keys()].some((name) => {
        const definition = networks.entries.get(name)?.value;
        const external = definition?.kind === 'mapping' ? definition.entries.get('external')?.value : undefined;
        return external !== undefined && !(external.kind === 'scalar' && external.value === false);
    });
}
/** The container ports a service is known to offer: published and exposed ones. */
function declaredPorts(service) {
    return new Set([...service.ports.map((port) => port.containerPort), ...service.expose.map((port) => port.value)]);
}

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-target.ts



/** Static targets that are no HOST:PORT. */
const invalid_target_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs', 'target-groups'],
    code: 'prometheus/invalid-target',
    severity: 'error',
    summary: 'a static target that is not HOST:PORT',
    why: 'A target is a host and a port. Scheme and path have keys of their own: scheme and metrics_path.',
    remedy: 'write HOST:PORT; put the scheme into `scheme` and the path into `metrics_path`',
    check: (document) => valuesOf(document, 'target').flatMap((value) => {
        const written = yaml_node_text(value.node) ?? '';
        // Relabelling may make an address of anything, as with the blackbox exporter.
        if (splitAddress(written) !== undefined || relabels(value))
            return [];
        const job = jobOf(value);
        return [
            {
                message: `target "${written}"${job === undefined ? '' : ` of scrape job "${job}"`} is not HOST:PORT`,
                at: value.node.at,
                subject: { target: written, ...(job === undefined ? {} : { job }) },
                ...(suggestion(written) ?? {}),
            },
        ];
    }),
};
/** Whether the job, or whoever else has the targets, rewrites addresses; a file of targets does not tell. */
function relabels({ inside }) {
    for (let way = inside; way; way = way.inside)
        if (items(child(way.node, 'relabel_configs')).length > 0)
            return true;
    return inside?.inside === undefined;
}
function suggestion(written) {
    const match = /^(https?):\/\/([^/]+)(\/.*)?$/.exec(written);
    if (!match)
        return undefined;
    const [, scheme, address, path] = match;
    const others = [scheme === 'https' ? '`scheme: https`' : '', path && path !== '/' ? `\`metrics_path: ${path}\`` : ''];
    const beside = others.filter((part) => part !== '').join(' and ');
    return { help: `write "${address ?? ''}"${beside ? ` and set ${beside} in the job` : ''}` };
}

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-url.ts



/** URLs that cannot be parsed. */
const invalid_url_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/invalid-url',
    severity: 'error',
    summary: 'a URL that Prometheus cannot parse',
    why: 'Prometheus refuses a configuration with a URL that cannot be parsed.',
    remedy: 'write a whole URL, such as http://host:9090/path',
    check: (document) => valuesOf(document, 'url').flatMap((value) => {
        const written = yaml_node_text(value.node);
        const problem = written === undefined ? undefined : goUrlProblem(written);
        if (written === undefined || problem === undefined)
            return [];
        return [{ message: `${nameOf(value)} is "${written}": ${problem}`, at: value.node.at }];
    }),
};

;// CONCATENATED MODULE: ./src/rules/prometheus/invalid-value.ts

/** Values of the wrong type, out of a closed list, or missing. */
const prometheus_invalid_value_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs', 'target-groups'],
    code: 'prometheus/invalid-value',
    severity: 'error',
    summary: 'a value of the wrong type, out of its list, or a required key that is missing',
    why: 'Prometheus refuses to start when a value of its configuration cannot be decoded.',
    remedy: 'write a value of the expected kind',
    check: (document) => documentProblems(document).invalidValues,
};

;// CONCATENATED MODULE: ./src/rules/prometheus/not-in-version.ts


/** Keys that the image's version of Prometheus does not have. */
const not_in_version_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs', 'rules'],
    code: 'prometheus/not-in-version',
    severity: 'error',
    summary: 'a key that the version of Prometheus in the stack does not have',
    why: 'Prometheus refuses a configuration with a key that came later than its version, or that was removed before it.',
    remedy: 'use an image of a version that has the key, or remove the key',
    check: (document) => [
        ...[...kindsIn(document)].flatMap(([kind, values]) => {
            const since = /^since (\d+)\.(\d+)$/.exec(kind);
            if (!since || !isOlder(document, Number(since[1]), Number(since[2])))
                return [];
            return values.map((value) => not_in_version_problem(document, value, `came with Prometheus ${String(since[1])}.${String(since[2])}`));
        }),
        ...(document.version.major >= 3 ? valuesOf(document, 'removed-in-3') : []).map((value) => not_in_version_problem(document, value, 'was removed in Prometheus 3.0')),
        ...values(document),
    ],
};
function isOlder({ version }, major, minor) {
    if (version.major !== major)
        return version.major < major;
    return version.minor !== undefined && version.minor < minor;
}
/** Values that came or went while their key stayed. */
function values(document) {
    const old = valuesOf(document, 'api-version').filter(({ node }) => yaml_node_text(node) === 'v1' && document.version.major >= 3);
    const young = valuesOf(document, 'translation-strategy').filter(({ node }) => yaml_node_text(node) === 'UnderscoreEscapingWithoutSuffixes' && isOlder(document, 3, 6));
    return [...old, ...young].map((value) => ({
        message: `${nameOf(value)} is "${yaml_node_text(value.node) ?? ''}", which Prometheus ${not_in_version_shown(document)} does not have`,
        at: value.node.at,
        help: value.key === 'api_version' ? 'write v2, or remove the key' : 'use another strategy, or Prometheus 3.6 or later',
    }));
}
function not_in_version_shown({ version }) {
    return `${String(version.major)}${version.minor === undefined ? '' : `.${String(version.minor)}`}`;
}
function not_in_version_problem(document, value, what) {
    const { node, key, inside } = value;
    return {
        message: `${nameOf(value)} ${what}, but this is Prometheus ${not_in_version_shown(document)}`,
        at: keyRange(inside?.node, key) ?? node.at,
    };
}

;// CONCATENATED MODULE: ./src/rules/prometheus/reserved-header.ts


/** Source: `reservedHeaders` in prometheus/common `config/headers.go`. */
const OF_EVERY_CLIENT = [
    'authorization',
    'host',
    'content-encoding',
    'content-length',
    'content-type',
    'user-agent',
    'connection',
    'keep-alive',
    'proxy-authenticate',
    'proxy-authorization',
    'www-authenticate',
    'accept-encoding',
    'x-prometheus-remote-write-version',
    'x-prometheus-remote-read-version',
    'x-prometheus-scrape-timeout-seconds',
    'x-amz-date',
    'x-amz-security-token',
    'x-amz-content-sha256',
];
/** Source: `reservedHeaders` in prometheus `config/config.go`; it has no host and no scrape time-out. */
const OF_REMOTE_STORAGE = OF_EVERY_CLIENT.filter((name) => name !== 'host' && name !== 'x-prometheus-scrape-timeout-seconds');
/** HTTP headers that Prometheus sets itself. */
const reserved_header_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs'],
    code: 'prometheus/reserved-header',
    severity: 'error',
    summary: 'an HTTP header that Prometheus sets itself',
    why: 'Some headers belong to Prometheus, such as Authorization and Content-Type. It refuses a configuration that sets one of them.',
    remedy: 'remove the header; credentials go into basic_auth, authorization or oauth2',
    check: (document) => [
        ...found(document, 'http_headers', OF_EVERY_CLIENT),
        ...found(document, 'headers', OF_REMOTE_STORAGE),
    ],
};
function found(document, kind, reserved) {
    return mappingsOf(document, kind).flatMap((value) => entries(value.node)
        .filter(([name]) => reserved.includes(name.toLowerCase()))
        .map(([name, { key }]) => ({
        message: `header "${name}"${ownerOf(value) === '' ? '' : ` of ${ownerOf(value)}`} may not be set: Prometheus sets it itself`,
        at: key.at,
    })));
}

;// CONCATENATED MODULE: ./src/rules/prometheus/rule-file-missing.ts

/** Entries of rule_files that stand for no file. */
const rule_file_missing_rule = {
    scope: 'document',
    kinds: ['prometheus'],
    code: 'prometheus/rule-file-missing',
    severity: 'warning',
    summary: 'an entry of rule_files names no file that is mounted into the container',
    why: 'Prometheus starts without a word when a rule file is not there, and the alerts in it never fire.',
    remedy: 'mount the directory with the rule files into the Prometheus container, or mend the path',
    check({ root, references, place }) {
        const entries = new Set(items(child(root, 'rule_files')));
        return references
            .filter(({ node, state }) => entries.has(node) && (state === 'missing' || state === 'unmounted'))
            .map(({ node, written, containerPath }) => ({
            message: place.service === undefined
                ? `rule_files entry "${written}" names no file: nothing matches ${containerPath}`
                : `rule_files entry "${written}" names no file: nothing of the project is at ${containerPath} in the container of service "${place.service}"`,
            at: node.at,
        }));
    },
};

;// CONCATENATED MODULE: ./src/rules/prometheus/timeout-over-interval.ts


const timeout_over_interval_DEFAULT_INTERVAL_MS = 60_000;
/** A scrape_timeout that is longer than the interval; an inherited one is cut to the interval by Prometheus itself. */
const timeout_over_interval_rule = {
    scope: 'document',
    kinds: ['prometheus'],
    code: 'prometheus/timeout-over-interval',
    severity: 'error',
    summary: 'scrape_timeout is longer than scrape_interval',
    why: 'Prometheus refuses a configuration in which a scrape may take longer than the time to the next one.',
    remedy: 'make scrape_timeout at most as long as scrape_interval',
    check(document) {
        const global = child(document.root, 'global');
        const globalMs = intervalOf(global) ?? timeout_over_interval_DEFAULT_INTERVAL_MS;
        return [
            ...timeout_over_interval_problem(global, globalMs, 'global'),
            ...jobsOf(document).flatMap((job) => timeout_over_interval_problem(job, intervalOf(job) ?? globalMs, `scrape job "${yaml_node_text(child(job, 'job_name')) ?? ''}"`)),
        ];
    },
};
/** Scrape jobs of a prometheus.yml and of the files that it includes. */
function jobsOf({ root, included }) {
    return [root, ...included.map((document) => document.root)].flatMap((one) => items(child(one, 'scrape_configs')));
}
/** Zero stands for the inherited interval, as no interval does. */
function intervalOf(owner) {
    const ms = prometheusDurationMs(yaml_node_text(child(owner, 'scrape_interval')) ?? '');
    return ms === 0 ? undefined : ms;
}
function timeout_over_interval_problem(owner, intervalMs, where) {
    const timeout = child(owner, 'scrape_timeout');
    const written = yaml_node_text(timeout) ?? '';
    if (!timeout || (prometheusDurationMs(written) ?? 0) <= intervalMs)
        return [];
    const interval = `${String(intervalMs / 1000)}s`;
    return [
        {
            message: `scrape_timeout of ${where} is "${written}", longer than its scrape_interval of ${interval}`,
            at: timeout.at,
        },
    ];
}

;// CONCATENATED MODULE: ./src/rules/prometheus/unknown-key.ts

/** Keys that prometheus.yml does not have. */
const prometheus_unknown_key_rule = {
    scope: 'document',
    kinds: ['prometheus', 'scrape-configs', 'target-groups'],
    code: 'prometheus/unknown-key',
    severity: 'error',
    summary: 'a key that prometheus.yml does not have',
    why: 'Prometheus refuses to start when its configuration has a key that it does not know.',
    remedy: 'mend the spelling, or move the key to the section it belongs to',
    check: (document) => documentProblems(document).unknownKeys,
};

;// CONCATENATED MODULE: ./src/rules/stack/config-not-mounted.ts
/** A Prometheus whose configuration does not come from the project. */
const config_not_mounted_rule = {
    scope: 'stack',
    code: 'stack/config-not-mounted',
    severity: 'warning',
    summary: 'the configuration file of Prometheus is not mounted from the project',
    why: 'Prometheus then runs the default configuration of its image, or one that is baked into it; what it should scrape cannot be known, so nothing can be proved.',
    remedy: 'mount prometheus.yml at the path that --config.file names',
    check(stack) {
        const prometheus = stack.prometheus;
        if (!prometheus || prometheus.config)
            return [];
        // A file that is mounted but cannot be read or parsed has its own finding.
        if (stack.problems.some(({ severity }) => severity === 'error'))
            return [];
        return [
            {
                message: `no file of the project is mounted at "${prometheus.configPath.value}", the configuration of service "${prometheus.service.name}"`,
                at: prometheus.configPath.at,
                severity: prometheus.service.hasBuild ? 'warning' : 'error',
                subject: { service: prometheus.service.name },
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/rules/stack/no-prometheus.ts

/** A project without a Prometheus. */
const no_prometheus_rule = {
    scope: 'stack',
    code: 'stack/no-prometheus',
    severity: 'error',
    summary: 'no service of the project is a Prometheus',
    why: 'The gate proves that Prometheus scrapes the services; without a Prometheus there is nothing that could be proved.',
    remedy: 'add a Prometheus service, turn its profile on with --profile, or name the service with --prometheus-service',
    check(stack) {
        const { root, services } = stack.project;
        if (stack.prometheus || services.length === 0)
            return [];
        // What could not be read may well have it.
        if (stack.problems.some(({ severity }) => severity === 'error'))
            return [];
        return [
            {
                message: `no service is a Prometheus: none of ${listed(services.map(({ name }) => name))} has its image, command or configuration mount`,
                at: keyRange(root, 'services') ?? child(root, 'services')?.at ?? root.at,
            },
        ];
    },
};
function listed(names) {
    const shown = names.slice(0, 5).map((name) => `"${name}"`);
    return names.length > 5 ? `${shown.join(', ')} and ${String(names.length - 5)} more` : shown.join(', ');
}

;// CONCATENATED MODULE: ./src/rules/stack/no-services.ts

/** A project in which nothing would start. */
const no_services_rule = {
    scope: 'stack',
    code: 'stack/no-services',
    severity: 'error',
    summary: 'the project has no service that would start',
    why: 'Zero services are zero evidence, and zero evidence never passes.',
    remedy: 'define services, or turn a profile on with --profile',
    check(stack) {
        const { root, services, inactive } = stack.project;
        if (services.length > 0)
            return [];
        // What could not be read may well have it.
        if (stack.problems.some(({ severity }) => severity === 'error'))
            return [];
        const message = inactive.length > 0
            ? `every service of the project (${inactive.map(({ name }) => name).join(', ')}) belongs to a profile that is off`
            : 'the compose file defines no services';
        return [{ message, at: keyRange(root, 'services') ?? root.at }];
    },
};

;// CONCATENATED MODULE: ./src/rules/stack/nothing-to-scrape.ts


/** A prometheus.yml that names no target at all. */
const nothing_to_scrape_rule = {
    scope: 'stack',
    code: 'stack/nothing-to-scrape',
    severity: 'error',
    summary: 'prometheus.yml names no target',
    why: 'Without a target Prometheus scrapes nothing: zero evidence never passes.',
    remedy: 'add a scrape job with the services of the stack as its targets',
    check(stack) {
        const config = stack.prometheus?.config;
        // What could not be read may well have it.
        if (stack.problems.some(({ severity }) => severity === 'error'))
            return [];
        if (!config || config.jobs.some((job) => job.staticTargets.length > 0 || job.discoveries.length > 0))
            return [];
        if (child(config.root, 'scrape_config_files') !== undefined)
            return [];
        return [
            {
                message: 'no scrape job of prometheus.yml names a target',
                at: keyRange(config.root, 'scrape_configs') ?? documentStart(config.root),
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/rules/stack/scrape-of-health-endpoint.ts
const HEALTH_PATH = /^\/(?:-\/|api\/|actuator\/|v\d+\/)*(?:health|healthz|healthcheck|health-check|livez|readyz|live|ready|alive|ping|status|healthy)\/?(?:\?.*)?$/i;
/** Jobs that scrape a health endpoint. */
const scrape_of_health_endpoint_rule = {
    scope: 'stack',
    code: 'stack/scrape-of-health-endpoint',
    severity: 'warning',
    summary: 'a scrape job reads a health endpoint, which does not serve metrics',
    why: 'A health endpoint answers JSON or a word such as "ok". Prometheus reads only the exposition format, so every scrape of it fails and the target is always down.',
    remedy: 'remove the job and watch the endpoint with a healthcheck in the compose file, or probe it with the blackbox exporter; `up` of the metrics job already tells whether the service answers',
    check: (stack) => (stack.prometheus?.config?.jobs ?? [])
        .filter((job) => HEALTH_PATH.test(job.metricsPath.value))
        .map((job) => {
        const targets = job.staticTargets.map(({ value }) => value);
        const metrics = stack.prometheus?.config?.jobs.find((other) => other !== job && other.staticTargets.some(({ value }) => targets.includes(value)));
        return {
            message: `scrape job "${job.name.value}" reads the health endpoint "${job.metricsPath.value}"${targets[0] ? ` of ${targets[0]}` : ''}, which serves no metrics: the target will always be down`,
            at: job.name.at,
            subject: { job: job.name.value, ...(targets[0] ? { target: targets[0] } : {}) },
            related: [
                { message: 'this path answers with the state of the service', at: job.metricsPath.at },
                ...(metrics
                    ? [{ message: `job "${metrics.name.value}" already scrapes its metrics`, at: metrics.name.at }]
                    : []),
            ],
        };
    }),
};

;// CONCATENATED MODULE: ./src/rules/target-problems.ts

/** The problems of each static target whose address is scraped as written. */
function eachTarget(stack, judge) {
    const prometheus = stack.prometheus;
    if (!prometheus)
        return [];
    return (prometheus.config?.jobs ?? []).flatMap((job) => {
        // Relabelling may replace the address, so what is written proves nothing.
        if (job.relabels)
            return [];
        return job.staticTargets.flatMap((target) => {
            const address = splitAddress(target.value);
            if (!address)
                return [];
            const meaning = meaningOfHost(stack, prometheus.service, address.host);
            const port = address.port ?? (job.scheme === 'https' ? 443 : 80);
            const problem = judge({ job, target, host: address.host, port, meaning });
            if (!problem)
                return [];
            return [
                { ...problem, at: target.at, subject: { job: job.name.value, target: target.value, ...problem.subject } },
            ];
        });
    });
}

;// CONCATENATED MODULE: ./src/rules/stack/target-localhost.ts

/** Targets that mean the Prometheus container itself. */
const target_localhost_rule = {
    scope: 'stack',
    code: 'stack/target-localhost',
    severity: 'error',
    summary: 'a scrape target is localhost, which inside the container is Prometheus itself',
    why: 'Inside a container localhost is the container. Only Prometheus listens there, so a target on another port of localhost can never be up.',
    remedy: 'write the name of the service in place of localhost',
    check: (stack) => eachTarget(stack, ({ job, target, port, meaning }) => {
        if (meaning.kind !== 'localhost' || port === stack.prometheus?.port)
            return undefined;
        const offering = stack.project.services.filter((service) => service.ports.some(({ containerPort, hostPort }) => hostPort === port || containerPort === port));
        const [only] = offering.length === 1 ? offering : [];
        const containerPort = only?.ports.find(({ containerPort: own, hostPort }) => hostPort === port || own === port)?.containerPort;
        return {
            message: `target "${target.value}" of scrape job "${job.name.value}" is the Prometheus container itself, where nothing listens on port ${String(port)}`,
            ...(only ? { help: `write "${only.name}:${String(containerPort ?? port)}"` } : {}),
        };
    }),
};

;// CONCATENATED MODULE: ./src/rules/stack/target-no-shared-network.ts

/** Targets that Prometheus cannot reach for want of a common network. */
const target_no_shared_network_rule = {
    scope: 'stack',
    code: 'stack/target-no-shared-network',
    severity: 'error',
    summary: 'a scrape target shares no network with Prometheus',
    why: 'Service names resolve only between containers that are attached to the same network.',
    remedy: 'attach both services to one network',
    check: (stack) => eachTarget(stack, ({ job, target, meaning }) => {
        if (meaning.kind !== 'service' || meaning.shared)
            return undefined;
        const prometheus = stack.prometheus?.service;
        const own = [...(prometheus?.networks.keys() ?? [])].join(', ');
        const theirs = meaning.service.networkMode?.value ?? [...meaning.service.networks.keys()].join(', ');
        return {
            message: `target "${target.value}" of scrape job "${job.name.value}" shares no network with Prometheus: service "${meaning.service.name}" is on ${theirs || 'none'}, "${prometheus?.name ?? ''}" on ${own || 'none'}`,
            subject: { service: meaning.service.name },
            related: [{ message: 'the service is defined here', at: meaning.service.at }],
        };
    }),
};

;// CONCATENATED MODULE: ./src/rules/stack/target-profile-off.ts

/** Targets that are services of a profile that is off. */
const target_profile_off_rule = {
    scope: 'stack',
    code: 'stack/target-profile-off',
    severity: 'error',
    summary: 'a scrape target is a service whose profile is off',
    why: 'Compose does not start a service whose profiles are all off, so nothing answers to its name.',
    remedy: 'turn the profile on with --profile, or scrape the service from a configuration of its own',
    check: (stack) => eachTarget(stack, ({ job, target, meaning }) => meaning.kind === 'inactive'
        ? {
            message: `target "${target.value}" of scrape job "${job.name.value}" is service "${meaning.service.name}", whose profile is off`,
            subject: { service: meaning.service.name },
            related: [{ message: 'the service is defined here', at: meaning.service.at }],
        }
        : undefined),
};

;// CONCATENATED MODULE: ./src/rules/stack/target-published-port.ts


/** Targets with the port of the host in place of the container's. */
const target_published_port_rule = {
    scope: 'stack',
    code: 'stack/target-published-port',
    severity: 'error',
    summary: 'a scrape target uses the published port in place of the container port',
    why: 'A published port exists on the host only. Between containers a service is reached on the port it listens on.',
    remedy: 'write the container port, the right-hand number of `ports`',
    check: (stack) => eachTarget(stack, ({ job, target, host, port, meaning }) => {
        if (meaning.kind !== 'service' || declaredPorts(meaning.service).has(port))
            return undefined;
        const mapping = meaning.service.ports.find(({ hostPort }) => hostPort === port);
        if (!mapping)
            return undefined;
        return {
            message: `target "${target.value}" of scrape job "${job.name.value}" uses port ${String(port)}, which service "${meaning.service.name}" publishes on the host; inside the network it is ${String(mapping.containerPort)}`,
            help: `write "${host}:${String(mapping.containerPort)}"`,
            subject: { service: meaning.service.name },
            related: [{ message: 'published here', at: mapping.at }],
        };
    }),
};

;// CONCATENATED MODULE: ./src/rules/stack/target-undeclared-port.ts


/** Targets with a port that the service does not mention. */
const target_undeclared_port_rule = {
    scope: 'stack',
    code: 'stack/target-undeclared-port',
    severity: 'notice',
    summary: 'a scrape target uses a port that the service neither publishes nor exposes',
    why: 'A container may listen on ports that the compose file does not mention, so this may be right; it may also be a slip.',
    remedy: 'add the port to `expose` of the service if it listens there, or mend the target',
    check: (stack) => eachTarget(stack, ({ job, target, port, meaning }) => {
        if (meaning.kind !== 'service')
            return undefined;
        const declared = declaredPorts(meaning.service);
        const published = meaning.service.ports.some(({ hostPort }) => hostPort === port);
        if (declared.size === 0 || declared.has(port) || published)
            return undefined;
        return {
            message: `target "${target.value}" of scrape job "${job.name.value}" uses port ${String(port)}; service "${meaning.service.name}" declares ${[...declared].join(', ')}`,
            subject: { service: meaning.service.name },
            related: [{ message: 'the service is defined here', at: meaning.service.at }],
        };
    }),
};

;// CONCATENATED MODULE: ./src/rules/stack/target-unknown-service.ts


/** Targets whose host is no service. */
const target_unknown_service_rule = {
    scope: 'stack',
    code: 'stack/target-unknown-service',
    severity: 'error',
    summary: 'a scrape target names a host that no service of the project has',
    why: 'Inside a container the names of services resolve, and their aliases and container names. Any other bare name does not, so the target can never be up.',
    remedy: 'write the name of a service of the compose file',
    check: (stack) => eachTarget(stack, ({ job, target, host, port, meaning }) => {
        if (meaning.kind !== 'unknown')
            return undefined;
        const names = stack.project.services.map(({ name }) => name);
        const similar = nearest(host, names);
        const message = `target "${target.value}" of scrape job "${job.name.value}" names no service`;
        if (similar)
            return { message: `${message}; did you mean "${similar}"?`, help: `write "${similar}:${String(port)}"` };
        return { message: `${message}; services are ${names.slice(0, 8).join(', ')}` };
    }),
};

;// CONCATENATED MODULE: ./src/rules/runtime/bring-up-failed.ts
/** Docker refused to build, create or start a service. */
const bring_up_failed_rule = {
    scope: 'runtime',
    code: 'runtime/bring-up-failed',
    severity: 'error',
    stage: 'up',
    summary: 'docker compose could not build, create or start a service',
    why: 'The container never ran, so nothing after it could be judged.',
    remedy: "follow Docker's own words, which are quoted",
    judge: ({ stack, observation }) => (observation.bringUpFailure ? [bring_up_failed_problem(stack, observation.bringUpFailure)] : []),
};
const CAUSES = [
    [/port is already allocated|address already in use|failed to bind host port/i, 'port-in-use'],
    [
        /pull access denied|manifest unknown|manifest for .* not found|no such image|failed to resolve (?:source|reference)|repository does not exist|failed to do request|(?:Get|Head) "https?:\/\/[^"\s]+\/v2\/|unable to get image|failed to solve/i,
        'image-unavailable',
    ],
    [/executable file not found|no such file or directory: unknown/i, 'command-not-found'],
    [/permission denied: unknown|exec format error/i, 'command-not-executable'],
];
function bring_up_failed_problem(stack, failure) {
    const cause = CAUSES.find(([words]) => words.test(failure.output))?.[1] ?? 'bring-up-failed';
    const service = culprit(stack, failure);
    const image = stack.project.services.find(({ name }) => name === service)?.image?.value;
    const prefix = cause === 'image-unavailable' && image !== undefined ? `image "${image}" cannot be had: ` : '';
    const last = cause === 'port-in-use' ? portInUse(failure.output) : prefix + lastLine(failure.output);
    return {
        message: `service "${service ?? failure.services.join(', ')}" could not be started: ${last}`,
        cause,
        at: service === undefined ? undefined : place(stack, service, cause, failure.output),
        ...(service === undefined ? {} : { subject: { service } }),
        evidence: [
            `${failure.command} (exit code ${String(failure.exitCode)})`,
            ...failure.output
                .split('\n')
                .filter((line) => line.trim() !== '')
                .slice(-8),
        ],
    };
}
/** Docker buries the port in the middle of a long line. */
function portInUse(output) {
    const port = /(?:Bind for |listen tcp4? |bind host port )?[0-9.[\]:]*:(\d+)[^\n]*(?:allocated|in use)/i.exec(output)?.[1];
    return port === undefined ? lastLine(output) : `port ${port} of the host is already in use`;
}
/** The service that Docker's words name: by container, image or port; the only one of the stage otherwise. */
function culprit(stack, { services, output }) {
    const candidates = stack.project.services.filter(({ name }) => services.includes(name));
    const named = candidates.find(({ name, image, ports }) => new RegExp(`[-_]${name}[-_]\\d+\\b|(?:service|container|target|image) "?${name}"?(?![\\w-])`, 'i').test(output) ||
        (image !== undefined && output.includes(image.value)) ||
        // Compose's own progress line, when a registry's answer names no image.
        new RegExp(`^\\s*${name} Error\\b`, 'm').test(output) ||
        ports.some(({ hostPort }) => hostPort !== undefined && new RegExp(`[:.]${String(hostPort)}\\b.*(?:allocated|in use)`).test(output)));
    return named?.name ?? (services.length === 1 ? services[0] : undefined);
}
function place(stack, name, cause, output) {
    const service = stack.project.services.find((candidate) => candidate.name === name);
    if (cause === 'port-in-use') {
        const mapping = service?.ports.find(({ hostPort }) => new RegExp(`[:.]${String(hostPort)}\\b`).test(output));
        if (mapping)
            return mapping.at;
    }
    if (cause === 'image-unavailable' && service?.image)
        return service.image.at;
    return service?.at;
}
function lastLine(output) {
    const lines = output
        .trim()
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const telling = lines.findLast((line) => /error|failed|denied|not found|in use/i.test(line)) ?? lines.at(-1);
    return telling?.replace(/^Error response from daemon: /, '') ?? 'docker compose said nothing';
}

;// CONCATENATED MODULE: ./src/rules/readiness.ts
/** How long a container without a healthcheck has to run before it counts as ready. */
const STABLE_AFTER_MS = 1500;
/** Restarts after which a container counts as looping. */
const CRASH_LOOP_RESTARTS = 3;
/** Judges a service by all of its containers: one that is hopeless decides, else all have to be ready. */
function judgeService(containers, readyWhen, nowMs) {
    if (containers.length === 0)
        return { kind: 'waiting', reason: 'its container' };
    const verdicts = containers.map((container) => judgeContainer(container, readyWhen, nowMs));
    return (verdicts.find(({ kind }) => kind === 'hopeless') ??
        verdicts.find(({ kind }) => kind === 'waiting') ??
        verdicts[0] ?? { kind: 'waiting', reason: 'its container' });
}
function judgeContainer(container, readyWhen, nowMs) {
    switch (container.state) {
        case 'running':
            return judgeRunning(container, readyWhen, nowMs);
        case 'exited':
            return judgeExited(container);
        case 'restarting':
            return container.restarts >= CRASH_LOOP_RESTARTS
                ? crashLoop(container)
                : { kind: 'waiting', reason: 'its restart' };
        case 'dead':
            return { kind: 'hopeless', cause: 'container-exited', reason: 'Docker reports the container as dead' };
        case 'paused':
            return { kind: 'waiting', reason: 'being unpaused' };
        case 'created':
            return { kind: 'waiting', reason: container.startError === '' ? 'its start' : container.startError };
        case 'removing':
            return { kind: 'waiting', reason: 'its removal' };
    }
}
function judgeRunning(container, readyWhen, nowMs) {
    if (container.restarts >= CRASH_LOOP_RESTARTS && container.health !== 'healthy')
        return crashLoop(container);
    if (container.health === 'unhealthy') {
        const cause = probeCannotStart(container) ? 'healthcheck-binary-missing' : 'healthcheck-fails';
        return { kind: 'hopeless', cause, reason: 'its healthcheck fails' };
    }
    if (readyWhen === 'completed')
        return { kind: 'waiting', reason: 'its completion' };
    if (container.health === 'healthy')
        return { kind: 'ready', as: 'healthy' };
    if (container.health === 'starting')
        return { kind: 'waiting', reason: 'its healthcheck' };
    const left = container.startedAtMs + STABLE_AFTER_MS - nowMs;
    return left <= 0 ? { kind: 'ready', as: 'running' } : { kind: 'waiting', reason: 'a stable run', recheckMs: left };
}
function judgeExited(container) {
    if (container.exitCode === 0 && !['always', 'unless-stopped'].includes(container.restartPolicy)) {
        return { kind: 'ready', as: 'completed' };
    }
    if (willRestart(container))
        return { kind: 'waiting', reason: 'its restart' };
    return { kind: 'hopeless', cause: exitCause(container), reason: `exited with code ${String(container.exitCode)}` };
}
/** Whether the restart policy starts an exited container again. */
function willRestart({ restartPolicy, maximumRetries, restarts, exitCode }) {
    if (restarts >= CRASH_LOOP_RESTARTS)
        return false;
    if (restartPolicy === 'always' || restartPolicy === 'unless-stopped')
        return true;
    return restartPolicy === 'on-failure' && exitCode !== 0 && (maximumRetries === 0 || restarts < maximumRetries);
}
/** Why a container exited, by what Docker and the shell's conventions say. */
function exitCause({ oomKilled, exitCode }) {
    if (oomKilled)
        return 'out-of-memory';
    if (exitCode === 126)
        return 'command-not-executable';
    if (exitCode === 127)
        return 'command-not-found';
    return 'container-exited';
}
function crashLoop(container) {
    const cause = container.oomKilled ? 'out-of-memory' : 'crash-loop';
    const reason = `restarted ${String(container.restarts)} times, last exit code ${String(container.exitCode)}`;
    return { kind: 'hopeless', cause, reason };
}
/** Docker's words, or the shell's exit codes 126 and 127, for a probe that could not even start. */
function probeCannotStart({ probes }) {
    const last = probes.at(-1);
    if (!last)
        return false;
    return (last.exitCode === 126 ||
        last.exitCode === 127 ||
        /OCI runtime exec failed|executable file not found/.test(last.output));
}
/** Whether a dependency's condition holds; every container of the service has to meet it. */
function conditionMet(condition, containers) {
    if (containers.length === 0)
        return false;
    return containers.every(({ state, health, exitCode, startedAtMs }) => {
        if (condition === 'service_completed_successfully')
            return state === 'exited' && exitCode === 0;
        if (condition === 'service_healthy')
            return state === 'running' && health === 'healthy';
        return startedAtMs > 0;
    });
}

;// CONCATENATED MODULE: ./src/rules/runtime/dependency-unmet.ts

/** A condition of depends_on that the service it names can never meet. */
const dependency_unmet_rule = {
    scope: 'runtime',
    code: 'runtime/dependency-unmet',
    severity: 'error',
    stage: 'up',
    summary: 'a service waits for a state that its dependency can never reach',
    why: 'A service without a healthcheck is never healthy, and one that completed is not running: whatever waits for that is never started.',
    remedy: 'give the dependency a healthcheck, or wait for another condition',
    judge: ({ stack, plan, observation }) => stack.project.services
        .filter(({ name }) => observation.neverStarted.includes(name))
        .flatMap((service) => service.dependsOn.flatMap((dependency) => {
        const containers = observation.containers.filter((container) => container.service === dependency.service);
        const readyWhen = plan.readyWhen.get(dependency.service) ?? 'healthy-or-running';
        const readiness = judgeService(containers, readyWhen, observation.atMs);
        if (readiness.kind !== 'ready' || conditionMet(dependency.condition, containers))
            return [];
        return [
            {
                message: `service "${service.name}" was never started: it waits for "${dependency.service}" to be healthy, ${why(dependency, containers)}`,
                cause: 'dependency-unmet',
                at: dependency.at,
                subject: { service: service.name },
            },
        ];
    })),
};
function why({ service }, containers) {
    return containers.some(({ state }) => state === 'exited')
        ? `but "${service}" completed`
        : `but "${service}" has no healthcheck`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/interrupted.ts

/** A run that a signal ended, or that ran out of time before everything was started. */
const interrupted_rule = {
    scope: 'runtime',
    code: 'runtime/interrupted',
    severity: 'error',
    stage: 'up',
    summary: 'the run was cancelled, or its time was over before everything was started',
    why: 'A workflow, a person or the deadline ended the run before it had a verdict; the report has what was known until then.',
    remedy: 'run it again, with a longer --timeout if images have to be pulled or built first',
    judge(run) {
        if (run.observation.interrupted === 'cancelled') {
            return [{ message: 'the run was cancelled before the stack was proved', cause: 'cancelled' }];
        }
        return run.observation.interrupted === 'deadline' ? outOfTime(run) : [];
    },
};
/** Services that were started and are not ready have a finding of their own, which explains why others were not. */
function outOfTime({ stack, plan, observation }) {
    const { neverStarted, containers, atMs } = observation;
    const [first] = stack.project.services.filter(({ name }) => neverStarted.includes(name));
    const someNotReady = stack.project.services.some(({ name }) => {
        const own = containers.filter(({ service }) => service === name);
        return own.length > 0 && judgeService(own, plan.readyWhen.get(name) ?? 'healthy-or-running', atMs).kind !== 'ready';
    });
    if (!first || someNotReady)
        return [];
    return [
        {
            message: `the time was over before ${neverStarted.map((name) => `"${name}"`).join(', ')} could be started`,
            cause: 'deadline-passed',
            at: first.at,
        },
    ];
}

;// CONCATENATED MODULE: ./src/rules/runtime/no-evidence.ts
/** A run that saw no target at all. */
const no_evidence_rule = {
    scope: 'runtime',
    code: 'runtime/no-evidence',
    severity: 'error',
    stage: 'verify',
    summary: 'no target was expected, so nothing was proved',
    why: 'A gate that passes on zero evidence is no gate.',
    remedy: 'mount a prometheus.yml with scrape jobs for the services',
    judge({ stack, targets, observation }) {
        if (!observation.prometheus.ready || targets.some(({ health }) => health !== 'dropped'))
            return [];
        const config = stack.prometheus?.config;
        return [
            {
                message: targets.length > 0
                    ? 'relabelling drops every target that the configuration names'
                    : 'the configuration of Prometheus names no target that could be verified',
                cause: 'no-evidence',
                at: config?.root.at ?? stack.prometheus?.service.at,
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/rules/failed-services.ts

/** The services that no waiting helps, in the order of the compose file. */
function failedServices({ stack, plan, observation }) {
    return stack.project.services.flatMap((service) => {
        const containers = observation.containers.filter((container) => container.service === service.name);
        const readyWhen = plan.readyWhen.get(service.name) ?? 'healthy-or-running';
        const verdict = judgeService(containers, readyWhen, observation.atMs);
        const [first] = containers;
        if (verdict.kind !== 'hopeless' || !first)
            return [];
        const container = containers.find((c) => judgeService([c], readyWhen, observation.atMs).kind === 'hopeless') ?? first;
        return [{ service, container, cause: verdict.cause, reason: verdict.reason }];
    });
}
/** What failed because of a service: targets on it and services that waited for it, folded under its finding. */
function consequences(run, service) {
    const held = new Set([service]);
    const related = [];
    for (const name of held) {
        for (const other of run.stack.project.services) {
            const dependency = other.dependsOn.find((candidate) => candidate.service === name);
            if (!dependency || held.has(other.name) || !run.observation.neverStarted.includes(other.name))
                continue;
            held.add(other.name);
            related.push({ message: `service "${other.name}" was never started: it waits for "${name}"`, at: dependency.at });
        }
    }
    for (const { expected, health } of run.targets) {
        if (expected.service === undefined || !held.has(expected.service) || health === 'up')
            continue;
        related.push({
            message: `target "${expected.address ?? ''}" of scrape job "${expected.job}" is ${health} because of it`,
            at: expected.at,
        });
    }
    return related;
}
/** Services whose failure has a finding of its own, and those held back by them: their targets need no second one. */
function explainedServices(run) {
    const failed = failedServices(run).map(({ service }) => service.name);
    return new Set([...failed, ...run.observation.neverStarted, ...(run.observation.bringUpFailure?.services ?? [])]);
}

;// CONCATENATED MODULE: ./src/rules/runtime/prometheus-unreachable.ts

/** Prometheus runs, but its API gives no answer. */
const prometheus_unreachable_rule = {
    scope: 'runtime',
    code: 'runtime/prometheus-unreachable',
    severity: 'error',
    stage: 'verify',
    summary: 'the HTTP API of Prometheus does not answer',
    why: 'What cannot be asked cannot be proved: without the API no target is known to be scraped.',
    remedy: 'publish its port, and check --web.listen-address, --web.external-url and --web.config.file',
    judge(run) {
        const { stack, observation } = run;
        const prometheus = stack.prometheus;
        const { ready, lastError } = observation.prometheus;
        if (!prometheus || ready || lastError === undefined || explainedServices(run).has(prometheus.service.name))
            return [];
        return [
            {
                message: `Prometheus in service "${prometheus.service.name}" does not answer: ${lastError}`,
                cause: 'prometheus-unreachable',
                at: prometheus.service.at,
                subject: { service: prometheus.service.name },
                evidence: observation.logs[prometheus.service.name] ?? [],
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/model/cause.ts
/**
 * The closed list of causes a run-time failure can have. A cause says why, its page says what to do;
 * `unexplained` is the honest answer when the evidence fits none of the others.
 */
const cause_CAUSES = {
    'not-exposition-json': {
        title: 'the endpoint answers JSON, not metrics',
        explanation: 'Prometheus reads the text exposition format or OpenMetrics. A JSON body, such as a health endpoint gives, can never be scraped.',
        remedy: 'scrape the path that serves metrics (usually /metrics) and watch the health endpoint with a healthcheck or the blackbox exporter',
    },
    'not-exposition': {
        title: 'the endpoint answers something that is not metrics',
        explanation: 'The body is neither text exposition format nor OpenMetrics, often an HTML page.',
        remedy: 'set metrics_path to the path that serves metrics',
    },
    'malformed-exposition': {
        title: 'the metrics cannot be parsed',
        explanation: 'The endpoint answers with metrics, but a line of them breaks the exposition format.',
        remedy: 'fetch the endpoint, run `promtool check metrics` on the body and mend the line it names',
    },
    'name-does-not-resolve': {
        title: 'the target name does not resolve',
        explanation: 'Prometheus asked its resolver for the name and got no address. Service names resolve on shared networks only.',
        remedy: 'use the name of a running service that shares a network with Prometheus',
    },
    'no-route': {
        title: 'there is no route to the target',
        explanation: 'The address is on a network that Prometheus is not attached to.',
        remedy: 'attach Prometheus and the service to the same network',
    },
    'connection-refused': {
        title: 'nothing accepts connections on the target port',
        explanation: 'The container is there, but nothing listens on this port on an address that other containers can reach: another port, 127.0.0.1 only, or the process is not up.',
        remedy: 'scrape the port the process listens on, and have it listen on 0.0.0.0',
    },
    timeout: {
        title: 'the target answers too slowly',
        explanation: 'The scrape took longer than scrape_timeout, or packets are dropped on the way.',
        remedy: 'make the endpoint faster or raise scrape_timeout (at most scrape_interval)',
    },
    unauthorized: {
        title: 'the target wants credentials',
        explanation: 'The endpoint answered 401 or 403.',
        remedy: 'give the scrape job basic_auth or authorization, or let the monitoring network in',
    },
    'not-found': {
        title: 'the metrics path does not exist',
        explanation: 'The endpoint answered 404: the service runs, but has no metrics at this path.',
        remedy: 'set metrics_path to the path that serves metrics, or instrument the service',
    },
    'server-error': {
        title: 'the target fails while it answers',
        explanation: 'The endpoint answered with a 5xx status.',
        remedy: "look at the service's own log for the request",
    },
    'http-status': {
        title: 'the target answers with a status other than 200',
        explanation: 'Prometheus accepts only 200 OK.',
        remedy: 'have the path answer 200 with metrics, or change metrics_path',
    },
    'tls-mismatch': {
        title: 'scheme and server disagree about TLS',
        explanation: 'Prometheus spoke HTTPS to a plain HTTP server, or plain HTTP to a TLS server.',
        remedy: 'set `scheme` of the scrape job to what the server speaks',
    },
    certificate: {
        title: 'the certificate is not accepted',
        explanation: 'The TLS handshake failed on the certificate: unknown authority, wrong name or expired.',
        remedy: 'give tls_config a ca_file and, if needed, server_name',
    },
    'limit-exceeded': {
        title: 'the scrape is over a configured limit',
        explanation: 'sample_limit, label_limit, target_limit or body_size_limit of the scrape job was passed.',
        remedy: 'raise the limit or expose less',
    },
    'target-missing': {
        title: 'Prometheus has no such target',
        explanation: 'The configuration names the target, but the running Prometheus never created it.',
        remedy: 'make sure that Prometheus runs the configuration that is on disk',
    },
    'never-scraped': {
        title: 'the target was not scraped in time',
        explanation: 'Prometheus knows the target, but the first scrape had not happened when the time was over.',
        remedy: 'raise --timeout, or lower scrape_interval',
    },
    'container-exited': {
        title: 'the container exited',
        explanation: 'The main process ended with a failure and nothing restarts it.',
        remedy: 'read its last log lines',
    },
    'out-of-memory': {
        title: 'the kernel killed the container for its memory',
        explanation: 'The container went over its memory limit.',
        remedy: 'raise mem_limit or make the process use less',
    },
    'crash-loop': {
        title: 'the container restarts over and over',
        explanation: 'The process fails soon after each start and the restart policy starts it again.',
        remedy: 'read its last log lines',
    },
    'command-not-found': {
        title: 'the command does not exist in the image',
        explanation: 'Exit code 127: the entry point or command names a program that the image does not have.',
        remedy: 'mend `command` or `entrypoint`, or use an image that has the program',
    },
    'command-not-executable': {
        title: 'the command cannot be executed',
        explanation: 'Exit code 126: the file is there but is not executable, or is for another architecture.',
        remedy: 'set the executable bit in the image, or build it for this machine',
    },
    'healthcheck-fails': {
        title: 'the healthcheck fails',
        explanation: 'The container runs, but its probe keeps failing.',
        remedy: "read the probe's own output; run the probe with `docker compose exec`",
    },
    'healthcheck-binary-missing': {
        title: "the healthcheck's program is not in the image",
        explanation: 'The probe itself cannot start: the image has no such program, or no shell.',
        remedy: 'use a program that the image has, in the exec form `["CMD", …]` if it has no shell',
    },
    'healthcheck-slow': {
        title: 'the healthcheck did not pass in time',
        explanation: 'The container was still `starting` when the time was over.',
        remedy: 'raise --timeout, or give the healthcheck a shorter interval or start_interval',
    },
    'dependency-unmet': {
        title: 'a dependency can never be as depends_on wants it',
        explanation: 'The condition of depends_on names a state that the service does not have: healthy without a healthcheck.',
        remedy: 'give the dependency a healthcheck, or use another condition',
    },
    'image-unavailable': {
        title: 'the image cannot be had',
        explanation: 'The image is not on this machine and could not be pulled or built.',
        remedy: 'check the name and tag, and that this machine may pull it',
    },
    'port-in-use': {
        title: 'a host port is already in use',
        explanation: 'Another process or container listens on the published port.',
        remedy: 'stop what holds the port, or publish another one',
    },
    'bring-up-failed': {
        title: 'Docker could not start the service',
        explanation: 'docker compose up failed; its own words are in the evidence.',
        remedy: "follow Docker's own message",
    },
    'prometheus-unreachable': {
        title: 'Prometheus does not answer',
        explanation: 'The Prometheus container runs, but its HTTP API could not be reached in any way.',
        remedy: 'publish its port or check --web.listen-address and --web.external-url',
    },
    'no-evidence': {
        title: 'there is nothing to judge',
        explanation: 'No expected target was seen, so nothing proves that Prometheus scrapes anything.',
        remedy: 'add a scrape job for your services',
    },
    cancelled: {
        title: 'the run was cancelled',
        explanation: 'A signal ended the run before it had a verdict.',
        remedy: 'run it again',
    },
    'deadline-passed': {
        title: 'the time was over',
        explanation: 'The one deadline of the run passed before the stack was proved.',
        remedy: 'raise --timeout, or find what is slow in the timeline',
    },
    unexplained: {
        title: 'the cause is not known',
        explanation: 'The evidence fits none of the known causes.',
        remedy: 'read the evidence; please open an issue with it',
    },
};

;// CONCATENATED MODULE: ./src/rules/runtime/service-failed.ts


const HEALTHCHECK = new Set(['healthcheck-fails', 'healthcheck-binary-missing']);
/** A container that exited, restarts over and over, or ran out of memory. */
const service_failed_rule = {
    scope: 'runtime',
    code: 'runtime/service-failed',
    severity: 'error',
    stage: 'wait',
    summary: 'a container exited, restarts over and over, or was killed for its memory',
    why: 'Its main process does not stay up, so no waiting helps.',
    remedy: 'read its last log lines, which are quoted',
    judge: (run) => failedServices(run)
        .filter(({ cause }) => !HEALTHCHECK.has(cause))
        .map((failed) => service_failed_problem(run, failed)),
};
/** The log line that most likely says why: the last one that speaks of a failure, or the last one. */
function lastWords(logs) {
    const lines = logs.map((line) => line.trim()).filter((line) => line !== '');
    const telling = lines.findLast((line) => /error|exception|fatal|panic|cannot|failed|denied/i.test(line)) ?? lines.at(-1);
    if (telling === undefined)
        return ' and logged nothing';
    return `; it logged "${telling.length > 160 ? `${telling.slice(0, 157)}…` : telling}"`;
}
function service_failed_problem(run, { service, container, cause, reason }) {
    const logs = run.observation.logs[service.name] ?? [];
    return {
        message: `service "${service.name}" ${reason}${cause === 'container-exited' ? lastWords(logs) : `: ${cause_CAUSES[cause].title}`}`,
        cause,
        at: cause.startsWith('command-') ? (service.command[0]?.at ?? service.entrypoint[0]?.at ?? service.at) : service.at,
        help: cause_CAUSES[cause].remedy,
        subject: { service: service.name },
        related: consequences(run, service.name),
        evidence: [
            ...(container.startError === '' ? [] : [`Docker says: ${container.startError}`]),
            ...(logs.length > 0 ? ['its last log lines:', ...logs] : ['it logged nothing']),
        ],
    };
}

;// CONCATENATED MODULE: ./src/rules/runtime/service-not-ready.ts


/** A service that was still on its way when the time was over. */
const service_not_ready_rule = {
    scope: 'runtime',
    code: 'runtime/service-not-ready',
    severity: 'error',
    stage: 'wait',
    summary: 'a service was not ready when the time was over',
    why: 'The service neither failed nor became ready before the deadline of the run.',
    remedy: 'raise --timeout, or find out what the service waits for',
    judge(run) {
        const { stack, plan, observation } = run;
        if (observation.interrupted !== 'deadline')
            return [];
        const explained = explainedServices(run);
        return stack.project.services.flatMap((service) => {
            const containers = observation.containers.filter((container) => container.service === service.name);
            const readyWhen = plan.readyWhen.get(service.name) ?? 'healthy-or-running';
            const readiness = judgeService(containers, readyWhen, observation.atMs);
            if (readiness.kind !== 'waiting' || explained.has(service.name))
                return [];
            const probe = containers[0]?.probes.at(-1);
            const logs = observation.logs[service.name] ?? [];
            return [
                {
                    message: `service "${service.name}" was not ready in time: still waiting for ${readiness.reason}`,
                    cause: containers[0]?.health === 'starting' ? 'healthcheck-slow' : 'deadline-passed',
                    at: service.healthcheck?.at ?? service.at,
                    subject: { service: service.name },
                    related: consequences(run, service.name),
                    evidence: [
                        ...(probe
                            ? [`last probe: exit code ${String(probe.exitCode)}, ${probe.output.trim() || 'no output'}`]
                            : []),
                        ...(logs.length > 0 ? ['its last log lines:', ...logs] : []),
                    ],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/runtime/service-unhealthy.ts


/** A container whose healthcheck keeps failing. */
const service_unhealthy_rule = {
    scope: 'runtime',
    code: 'runtime/service-unhealthy',
    severity: 'error',
    stage: 'wait',
    summary: 'the healthcheck of a service fails',
    why: 'Docker gave the probe all its retries, and it never passed: either the service is ill or the probe is wrong.',
    remedy: "read the probe's own output, which is quoted",
    judge: (run) => failedServices(run)
        .filter(({ cause }) => cause === 'healthcheck-fails' || cause === 'healthcheck-binary-missing')
        .map((failed) => service_unhealthy_problem(run, failed)),
};
function service_unhealthy_problem(run, { service, container, cause }) {
    const last = container.probes.at(-1);
    const output = (last?.output ?? '').trim();
    const said = output === '' ? 'and prints nothing' : `and prints "${firstLine(output)}"`;
    const logs = run.observation.logs[service.name] ?? [];
    return {
        message: `service "${service.name}" is unhealthy: its probe exits with code ${String(last?.exitCode ?? 'unknown')} ${said}`,
        cause,
        at: service.healthcheck?.at ?? service.at,
        help: cause_CAUSES[cause].remedy,
        subject: { service: service.name },
        related: consequences(run, service.name),
        evidence: [
            ...(service.healthcheck ? [`probe: ${service.healthcheck.test.join(' ')}`] : []),
            ...container.probes
                .slice(-3)
                .map((probe) => `probe at ${probe.at}: exit code ${String(probe.exitCode)}, ${probe.output.trim() || 'no output'}`),
            ...(logs.length > 0 ? ['its last log lines:', ...logs] : ['it logged nothing']),
        ],
    };
}
function firstLine(output) {
    const line = output.split('\n', 1)[0] ?? '';
    return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}

;// CONCATENATED MODULE: ./src/model/scrape-error.ts
/** Prometheus' words in `lastError`, most telling first. Seen on 2.53 and 3.5; sources: scrape/scrape.go, net/http, net. */
const scrape_error_CAUSES = [
    [/unsupported Content-Type "[^"]*json|while parsing: "\s*[{[]|valid start token, got "[{[]/i, 'not-exposition-json'],
    [/unsupported Content-Type|while parsing: "\s*<|valid start token, got "</i, 'not-exposition'],
    [/HTTP status 40[13]/i, 'unauthorized'],
    [/HTTP status 404/i, 'not-found'],
    [/HTTP status 5\d\d/i, 'server-error'],
    [/HTTP status \d+/i, 'http-status'],
    [/no such host|server misbehaving|Temporary failure in name resolution/i, 'name-does-not-resolve'],
    [/connection refused/i, 'connection-refused'],
    [/no route to host|network is unreachable/i, 'no-route'],
    [/x509|certificate/i, 'certificate'],
    [
        /server gave HTTP response to HTTPS client|tls:|first record does not look like a TLS|malformed HTTP response/i,
        'tls-mismatch',
    ],
    [/deadline exceeded|timeout|timed out/i, 'timeout'],
    [/limit exceeded|exceeds? (?:the )?limit|body size limit/i, 'limit-exceeded'],
    [
        /expected|invalid|unexpected|duplicate|while parsing|label name|metric name|data does not end/i,
        'malformed-exposition',
    ],
];
/** The cause behind a scrape's `lastError`. */
function causeOfScrapeError(lastError) {
    return scrape_error_CAUSES.find(([words]) => words.test(lastError))?.[1] ?? 'unexplained';
}
/** Causes that another scrape cannot cure, since the answer shows a server that is up and set up otherwise. */
const PERMANENT = new Set([
    'not-exposition-json',
    'not-exposition',
    'malformed-exposition',
    'unauthorized',
    'tls-mismatch',
    'certificate',
    'limit-exceeded',
]);
/** Whether one failed scrape is enough to know; other causes may be a service that has only just started. */
function isPermanent(cause) {
    return PERMANENT.has(cause);
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-down.ts



/** Causes that lie in which path the job reads, not in which address it names. */
const ABOUT_THE_PATH = new Set([
    'not-exposition-json',
    'not-exposition',
    'not-found',
    'http-status',
]);
/** Targets that Prometheus tries to scrape in vain. */
const target_down_rule = {
    scope: 'runtime',
    code: 'runtime/target-down',
    severity: 'error',
    stage: 'verify',
    summary: 'Prometheus fails to scrape a target',
    why: 'Prometheus knows the target and tries, but every scrape fails, so there are no metrics and no alert can fire.',
    remedy: 'mend what the cause names',
    judge(run) {
        const explained = explainedServices(run);
        return run.targets
            .filter(({ health, expected }) => health === 'down' && !explained.has(expected.service ?? ''))
            .map((target) => target_down_problem(run, target));
    },
};
function target_down_problem(run, { expected, lastError = '', scrapeUrl }) {
    const cause = causeOfScrapeError(lastError);
    const job = run.stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
    const aboutPath = ABOUT_THE_PATH.has(cause) && job !== undefined;
    const target = expected.address ?? scrapeUrl ?? 'discovered';
    return {
        message: `target "${target}" of scrape job "${expected.job}" is down: ${cause_CAUSES[cause].title}`,
        cause,
        at: aboutPath ? job.name.at : expected.at,
        help: help(cause, job, run, expected.address),
        subject: { job: expected.job, target, ...(expected.service ? { service: expected.service } : {}) },
        related: aboutPath ? [{ message: `reads ${job.metricsPath.value}`, at: job.metricsPath.at }] : [],
        evidence: [`Prometheus says: ${lastError || 'nothing'}`, ...(scrapeUrl ? [`it scrapes ${scrapeUrl}`] : [])],
    };
}
/** When another job already reads the metrics of the same target, the remedy is to remove this one. */
function help(cause, job, run, address) {
    const other = run.targets.find(({ expected, health }) => health === 'up' && expected.address === address && expected.job !== job?.name.value);
    if (cause !== 'not-exposition-json' || !other || !job)
        return cause_CAUSES[cause].remedy;
    return `remove job "${job.name.value}": job "${other.expected.job}" already scrapes the metrics of this target; watch ${job.metricsPath.value} with a healthcheck or the blackbox exporter`;
}

;// CONCATENATED MODULE: ./src/rules/runtime/target-missing.ts

/** Targets that the configuration names and Prometheus does not know. */
const target_missing_rule = {
    scope: 'runtime',
    code: 'runtime/target-missing',
    severity: 'error',
    stage: 'verify',
    summary: 'Prometheus does not know a target that the configuration names',
    why: 'The running Prometheus has another configuration than the file on disk, or a discovery found nothing.',
    remedy: 'make sure that this file is the one that Prometheus runs; for a discovery, see that it finds something',
    judge(run) {
        const explained = explainedServices(run);
        return run.targets
            .filter(({ health, expected }) => health === 'missing' && !explained.has(expected.service ?? ''))
            .map(({ expected }) => ({
            message: expected.address === undefined
                ? `scrape job "${expected.job}" has no target: its service discovery found none`
                : `target "${expected.address}" of scrape job "${expected.job}" is unknown to the running Prometheus`,
            cause: 'target-missing',
            at: expected.at,
            subject: { job: expected.job, ...(expected.address ? { target: expected.address } : {}) },
        }));
    },
};

;// CONCATENATED MODULE: ./src/rules/runtime/target-not-scraped.ts

/** Targets whose first scrape did not happen in time: neither up nor down. */
const target_not_scraped_rule = {
    scope: 'runtime',
    code: 'runtime/target-not-scraped',
    severity: 'error',
    stage: 'verify',
    summary: 'a target was not scraped before the time was over',
    why: 'Until the first scrape a target is neither up nor down, and the first scrape may take a whole scrape_interval. What is not proved does not pass.',
    remedy: 'raise --timeout above the scrape_interval, or lower scrape_interval',
    judge(run) {
        const explained = explainedServices(run);
        // When Prometheus or a service is the trouble, targets that nobody could look at are no finding of their own.
        if (explained.size > 0 || !run.observation.prometheus.ready)
            return [];
        return run.targets
            .filter(({ health }) => health === 'unknown')
            .map(({ expected }) => {
            const job = run.stack.prometheus?.config?.jobs.find(({ name }) => name.value === expected.job);
            const interval = job ? `; scrape_interval is ${String(job.scrapeIntervalMs / 1000)}s` : '';
            return {
                message: `target "${expected.address ?? 'discovered'}" of scrape job "${expected.job}" was not scraped before the time was over${interval}`,
                cause: 'never-scraped',
                at: expected.at,
                subject: { job: expected.job, ...(expected.address ? { target: expected.address } : {}) },
            };
        });
    },
};

;// CONCATENATED MODULE: ./src/rules/runtime/unexplained.ts
/** Something is not proved, and no other rule says why. Asked last, and only then. */
const unexplained_rule = {
    scope: 'runtime',
    code: 'runtime/unexplained',
    severity: 'error',
    stage: 'verify',
    summary: 'the stack is not proved, and the evidence fits no known cause',
    why: 'A gate that fails without a word helps nobody, and one that passes without proof is none.',
    remedy: 'read the evidence, and please open an issue with report.json',
    judge({ stack, targets, observation }) {
        const unproved = targets.filter(({ health }) => health !== 'up' && health !== 'dropped');
        if (unproved.length === 0 && observation.prometheus.ready)
            return [];
        return [
            {
                message: `${String(unproved.length)} of ${String(targets.length)} expected targets are not proved, and no known cause fits`,
                cause: 'unexplained',
                at: stack.prometheus?.service.at,
                evidence: [
                    `Prometheus: ${observation.prometheus.ready ? 'ready' : (observation.prometheus.lastError ?? 'never asked')}`,
                    ...observation.containers.map(({ service, state, health }) => `service ${service}: ${state}, health ${health}`),
                    ...unproved.map(({ expected, health }) => `target ${expected.address ?? '*'} of job ${expected.job}: ${health}`),
                ],
            },
        ];
    },
};

;// CONCATENATED MODULE: ./src/generated/rules.ts
























































/** Every rule over files. */
const staticRules = [
    rule,
    duplicate_rule_rule,
    invalid_duration_rule,
    invalid_expression_rule,
    invalid_rule_rule,
    invalid_template_rule,
    invalid_value_rule,
    unknown_key_rule,
    dependency_cycle_rule,
    compose_invalid_value_rule,
    no_image_rule,
    undefined_dependency_rule,
    compose_unknown_key_rule,
    conflicting_keys_rule,
    contradicting_values_rule,
    duplicate_job_rule,
    duplicate_remote_rule,
    file_missing_rule,
    incomplete_settings_rule,
    invalid_discovery_rule,
    prometheus_invalid_duration_rule,
    invalid_label_name_rule,
    invalid_regex_rule,
    invalid_relabeling_rule,
    invalid_size_rule,
    invalid_target_rule,
    invalid_url_rule,
    prometheus_invalid_value_rule,
    not_in_version_rule,
    reserved_header_rule,
    rule_file_missing_rule,
    timeout_over_interval_rule,
    prometheus_unknown_key_rule,
    config_not_mounted_rule,
    no_prometheus_rule,
    no_services_rule,
    nothing_to_scrape_rule,
    scrape_of_health_endpoint_rule,
    target_localhost_rule,
    target_no_shared_network_rule,
    target_profile_off_rule,
    target_published_port_rule,
    target_undeclared_port_rule,
    target_unknown_service_rule,
];
/** Every rule over a recorded run. */
const runtimeRules = [
    bring_up_failed_rule,
    dependency_unmet_rule,
    interrupted_rule,
    no_evidence_rule,
    prometheus_unreachable_rule,
    service_failed_rule,
    service_not_ready_rule,
    service_unhealthy_rule,
    target_down_rule,
    target_missing_rule,
    target_not_scraped_rule,
    unexplained_rule,
];

;// CONCATENATED MODULE: ./src/model/docs-url.ts
/** The one place that knows where the documentation is published. */
const DOCS = 'https://github.com/scrapegate/scrapegate/blob/v1/docs';
/** The address of a page of `docs/`, without its ending. */
function docsUrl(page) {
    return `${DOCS}/${page}.md`;
}

;// CONCATENATED MODULE: ./src/rules/rule.ts


/** The finding a rule's problem becomes. */
function toFinding(rule, problem) {
    return {
        code: rule.code,
        severity: problem.severity ?? rule.severity,
        stage: rule.scope === 'runtime' ? rule.stage : 'check',
        message: problem.message,
        ...(problem.cause ? { cause: problem.cause } : {}),
        ...(problem.at ? { location: locate(problem.at) } : {}),
        related: (problem.related ?? []).map(({ message, at }) => ({ message, location: locate(at) })),
        ...(problem.subject ? { subject: problem.subject } : {}),
        help: problem.help ?? rule.remedy,
        docs_url: docsUrl(`rules/${rule.code}`),
        ...(problem.evidence?.length ? { evidence: problem.evidence } : {}),
    };
}

;// CONCATENATED MODULE: ./src/stages/check.ts



/** All that can be said about a stack without running it. Pure. */
function check(stack) {
    const found = staticRules.flatMap((rule) => rule.scope === 'stack' ? rule.check(stack).map((problem) => toFinding(rule, problem)) : []);
    return [...stack.problems, ...stack.documents.flatMap(check_judge), ...found].sort(bySeverityThenPlace);
}
/** All that can be said about one file. */
function check_judge(document) {
    return staticRules.flatMap((rule) => rule.scope === 'document' && rule.kinds.includes(document.kind)
        ? rule.check(document).map((problem) => toFinding(rule, problem))
        : []);
}

;// CONCATENATED MODULE: ./src/check-paths.ts









/** Loads the stack of one directory or compose file. Throws UsageError when there is none. */
function loadOneStack(path, settings, ports) {
    const absolute = (0,external_node_path_.resolve)(ports.workingDirectory, path);
    const kind = ports.files.kind(absolute);
    if (kind === 'missing')
        throw new errors/* UsageError */.N(`"${path}" does not exist: name the directory that has the compose file`);
    const stack = loadStack(requestFor(absolute, kind === 'directory', settings, ports), ports.files);
    if (!stack)
        throw new errors/* UsageError */.N(`no compose file in "${path}": expected compose.yaml, compose.yml, docker-compose.yaml or docker-compose.yml, or name one with --compose-file`);
    refuseWrongService(stack, settings);
    return stack;
}
function requestFor(path, isDirectory, settings, ports) {
    const { workingDirectory, environment, displayPath } = ports;
    const explicit = settings.composeFiles.map((file) => (0,external_node_path_.resolve)(workingDirectory, file));
    return {
        directory: isDirectory ? path : (0,external_node_path_.dirname)(path),
        composeFiles: isDirectory ? explicit : [path, ...explicit],
        envFiles: settings.envFiles.map((file) => (0,external_node_path_.resolve)(workingDirectory, file)),
        environment,
        displayPath,
        profiles: settings.profiles,
        prometheusService: settings.prometheusService,
    };
}
function refuseWrongService({ prometheus, problems, project }, { prometheusService: named }) {
    if (named === undefined || prometheus !== undefined || problems.length > 0)
        return;
    const names = project.services.map(({ name }) => name).join(', ');
    throw new errors/* UsageError */.N(`--prometheus-service is "${named}", but the services of the project are ${names}`);
}
/** Loads the schemas that a stack's files are judged by. */
async function loadSchemasOf(documents) {
    await loadSchemas(['compose', ...documents.map(({ kind }) => kind)]);
}
/** Judges every path: the stacks at and below a directory, a file alone. Throws UsageError when there is nothing to judge. */
async function checkPaths(settings, ports) {
    const parts = await Promise.all(settings.paths.map((path) => ports.files.kind((0,external_node_path_.resolve)(ports.workingDirectory, path)) === 'file'
        ? checkFile(path, settings, ports)
        : checkDirectory(path, settings, ports)));
    const files = parts.flatMap((part) => part.files);
    if (parts.every(({ judged }) => !judged)) {
        throw new errors/* UsageError */.N(`nothing tells what ${settings.paths.map((path) => `"${path}"`).join(', ')} is: name it with --as prometheus, rules, alertmanager, …`);
    }
    return {
        stack: parts.find(({ stack }) => stack !== undefined)?.stack,
        files: [...new Map(files.map((file) => [file.path, file])).values()],
        inline: parts.flatMap(({ inline }) => inline),
        findings: parts.length === 1 ? (parts[0]?.findings ?? []) : once(parts.flatMap(({ findings }) => findings)),
    };
}
async function checkDirectory(path, settings, ports) {
    const absolute = (0,external_node_path_.resolve)(ports.workingDirectory, path);
    const named = settings.composeFiles.length > 0 || (ports.environment['COMPOSE_FILE'] ?? '') !== '';
    const found = named ? [absolute] : findStacks(absolute, ports.files);
    // Nothing to judge, which is said as it is said of a gate.
    if (found.length === 0)
        loadOneStack(path, settings, ports);
    const stacks = [];
    for (const directory of found) {
        // A compose file that another stack includes or extends is a part of it.
        const read = new Set(stacks.flatMap(({ files }) => files.map((file) => file.path)));
        const stack = loadStack(requestFor(directory, true, settings, ports), ports.files);
        if (stack && !stack.files.slice(0, 1).every((file) => read.has(file.path)))
            stacks.push(stack);
    }
    const [first] = stacks;
    if (first && stacks.length === 1)
        refuseWrongService(first, settings);
    await loadSchemasOf(stacks.flatMap(({ documents }) => documents));
    const some = stacks.some(({ prometheus }) => prometheus !== undefined);
    const findings = stacks.flatMap((stack) => check(stack).filter(({ code }) => stacks.length === 1 || !some || code !== 'stack/no-prometheus'));
    return {
        judged: true,
        stack: stacks.find(({ prometheus }) => prometheus !== undefined) ?? first,
        files: stacks.flatMap((stack) => stack.files),
        inline: stacks.flatMap(inlineOf),
        findings: stacks.length === 1 ? findings : once(findings),
    };
}
async function checkFile(path, settings, ports) {
    const absolute = (0,external_node_path_.resolve)(ports.workingDirectory, path);
    const as = settings.as === 'compose' ? undefined : settings.as;
    const { kind, documents, files, problems } = settings.as === 'compose'
        ? { kind: 'compose', documents: [], files: [], problems: [] }
        : loadFile(absolute, as, ports.files, ports.displayPath);
    if (kind === 'compose')
        return checkComposeFile(path, settings, ports);
    await loadSchemasOf(documents);
    const found = [...problems, ...documents.flatMap(check_judge)];
    const unknown = kind === undefined && problems.length === 0;
    return {
        judged: !unknown,
        files,
        inline: [],
        findings: (unknown ? [unknownKind(path)] : found).sort(bySeverityThenPlace),
    };
}
/** A compose file alone may be a part of a stack, so that what it lacks is no fault. */
async function checkComposeFile(path, settings, ports) {
    const stack = loadOneStack(path, settings, ports);
    await loadSchemasOf(stack.documents);
    const findings = check(stack).filter(({ code }) => code !== 'stack/no-prometheus' || settings.paths.length === 1);
    return { judged: true, stack, files: stack.files, inline: inlineOf(stack), findings };
}
function unknownKind(path) {
    const start = { line: 1, column: 1 };
    return {
        code: 'file/unknown-kind',
        severity: 'notice',
        stage: 'load',
        message: `nothing in "${path}" tells what it is, so it was not checked`,
        location: { file: path, start, end: start },
        related: [],
        help: 'name its kind with --as, or leave it out',
    };
}
/** Two stacks may share a file, whose findings are said once. */
function once(findings) {
    const seen = new Map(findings.map((finding) => [JSON.stringify([finding.code, finding.message, finding.location]), finding]));
    return [...seen.values()].sort(bySeverityThenPlace);
}

;// CONCATENATED MODULE: ./src/stages/bring-up.ts

const RECHECK_MS = 1000;
/** Builds what the compose file says to build, so that no stale image is judged. */
async function buildImages({ plan, runtime, signal }) {
    if (plan.builds.length === 0)
        return { ok: true };
    const result = await runtime.build(plan.builds, signal);
    if (signal.aborted)
        return { ok: false };
    return result.exitCode === 0 ? { ok: true } : { ok: false, failure: { services: plan.builds, ...result } };
}
/** Starts stage after stage; each one as soon as the conditions of its services hold, not when all before it is ready. */
async function bringUp(context) {
    for (const stage of context.plan.stages) {
        if (!(await conditionsHold(stage.services, context)))
            return { ok: false };
        context.progress.note(`starting ${stage.services.join(', ')}`);
        const result = await context.runtime.up(stage.services, context.signal);
        if (context.signal.aborted)
            return { ok: false };
        if (result.exitCode !== 0)
            return { ok: false, failure: { services: stage.services, ...result } };
        await context.watch.refresh();
    }
    return { ok: true };
}
/** Waits until all that these services depend on is as they want it; false when it never will be. */
async function conditionsHold(services, context) {
    const { plan, watch, clock, signal } = context;
    const awaited = services
        .flatMap((name) => plan.dependencies.get(name) ?? [])
        .filter(({ service, required }) => required && plan.readyWhen.has(service));
    for (;;) {
        if (signal.aborted)
            return false;
        const open = awaited.filter(({ service, condition }) => !conditionMet(condition, watch.of(service)));
        if (open.length === 0)
            return true;
        const hopeless = open.some(({ service }) => {
            const readyWhen = plan.readyWhen.get(service) ?? 'healthy-or-running';
            // What is ready and still not as it is wanted never will be: no healthcheck, or completed instead of healthy.
            return judgeService(watch.of(service), readyWhen, clock.now()).kind !== 'waiting';
        });
        if (hopeless)
            return false;
        await watch.change(RECHECK_MS, signal);
    }
}

;// CONCATENATED MODULE: ./src/stages/deadline.ts
/** One deadline for the whole run, merged with the caller's signal; knows which of the two ended it. */
class Deadline {
    cancel;
    #passed = new AbortController();
    #cleared = new AbortController();
    signal;
    constructor(ms, clock, cancel) {
        this.cancel = cancel;
        this.signal = AbortSignal.any([cancel, this.#passed.signal]);
        void clock.sleep(ms, this.#cleared.signal).then(() => {
            if (!this.#cleared.signal.aborted)
                this.#passed.abort();
        });
    }
    get interrupted() {
        return this.cancel.aborted ? 'cancelled' : this.#passed.signal.aborted ? 'deadline' : undefined;
    }
    clear() {
        this.#cleared.abort();
    }
}

;// CONCATENATED MODULE: ./src/stages/expected-targets.ts


/** The targets that the configuration promises: each static one, and at least one for each service discovery. Pure. */
function expectedTargets(stack) {
    const prometheus = stack.prometheus;
    if (!prometheus)
        return [];
    return (prometheus.config?.jobs ?? []).flatMap((job) => {
        const fixed = job.staticTargets.map(({ value, at }) => {
            const host = splitAddress(value)?.host;
            const meaning = host === undefined ? undefined : meaningOfHost(stack, prometheus.service, host);
            const service = meaning?.kind === 'service'
                ? meaning.service.name
                : meaning?.kind === 'localhost'
                    ? prometheus.service.name
                    : undefined;
            return { job: job.name.value, address: value, at, service };
        });
        const discovered = job.discoveries.map((key) => ({
            job: job.name.value,
            at: keyRange(job.node, key) ?? job.name.at,
        }));
        return [...fixed, ...discovered];
    });
}

;// CONCATENATED MODULE: ./src/stages/judge.ts


/** Root causes first: what keeps a service down also keeps its targets down. */
const ORDER = [
    'runtime/bring-up-failed',
    'runtime/service-failed',
    'runtime/service-unhealthy',
    'runtime/dependency-unmet',
    'runtime/service-not-ready',
    'runtime/prometheus-unreachable',
];
/** Speaks only when no other rule does. */
const LAST_RESORT = 'runtime/unexplained';
/** The findings of a recorded run: whatever is not proved has at least one. Pure. */
function judge_judge(run) {
    const rank = (code) => (ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length);
    const sorted = [...runtimeRules].sort((a, b) => rank(a.code) - rank(b.code));
    const findingsOf = (rules) => rules.flatMap((rule) => rule.judge(run).map((problem) => toFinding(rule, problem)));
    const explained = findingsOf(sorted.filter(({ code }) => code !== LAST_RESORT));
    return explained.length > 0 ? explained : findingsOf(sorted.filter(({ code }) => code === LAST_RESORT));
}

;// CONCATENATED MODULE: ./src/stages/observe.ts

const LOG_LINES = 25;
/** Records the end of a run as one value, with the last log lines of whatever is not well. */
async function observe(context, seen) {
    const { plan, watch, clock } = context;
    const containers = watch.containers();
    const atMs = clock.now();
    const started = new Set(containers.map(({ service }) => service));
    const unwell = [...plan.readyWhen].filter(([service, readyWhen]) => started.has(service) && judgeService(watch.of(service), readyWhen, atMs).kind !== 'ready');
    return {
        atMs,
        containers,
        targets: seen.verification?.list,
        prometheus: seen.verification?.prometheus ?? { ready: false },
        logs: Object.fromEntries(await Promise.all(unwell.map(([service]) => lastLines(service, context)))),
        bringUpFailure: seen.bringUpFailure,
        neverStarted: [...plan.readyWhen.keys()].filter((service) => !started.has(service)),
        interrupted: seen.interrupted,
    };
}
async function lastLines(service, { watch, runtime }) {
    const containers = watch.of(service);
    const container = containers.find(({ state }) => state !== 'running') ?? containers[0];
    return [service, container ? await runtime.logs(container.id, LOG_LINES) : []];
}

;// CONCATENATED MODULE: ./src/stages/plan.ts
/** Values of pull_policy with which an image that is here is used as it is. */
const NO_BUILD = new Set(['never', 'missing', 'if_not_present', 'always']);
/**
 * In which order the stack comes up: Prometheus first, after what it depends on, since its target discovery takes 5 s
 * which then pass while the rest starts; the others as early as depends_on allows.
 */
function planBringUp(stack) {
    const services = new Map(stack.project.services.map((service) => [service.name, service]));
    const stages = [];
    const planned = new Set();
    const add = (name, names) => {
        if (names.length === 0)
            return;
        stages.push({ name, services: names });
        for (const service of names)
            planned.add(service);
    };
    const prometheus = stack.prometheus?.service;
    if (prometheus) {
        const before = withDependencies(prometheus, services);
        before.delete(prometheus.name);
        for (const level of levels(before, services, planned))
            add(`before prometheus ${String(stages.length + 1)}`, level);
        add('prometheus', [prometheus.name]);
    }
    const rest = new Set([...services.keys()].filter((name) => !planned.has(name)));
    for (const [index, level] of levels(rest, services, planned).entries())
        add(`stage ${String(index + 1)}`, level);
    return {
        stages,
        readyWhen: new Map([...services.keys()].map((name) => [name, readyWhen(name, stack.project.services)])),
        dependencies: new Map([...services.values()].map(({ name, dependsOn }) => [name, dependsOn])),
        builds: [...services.values()].filter((service) => mustBuild(service)).map(({ name }) => name),
    };
}
function withDependencies(service, all) {
    const found = new Set([service.name]);
    for (const name of found)
        for (const { service: next } of all.get(name)?.dependsOn ?? [])
            if (all.has(next))
                found.add(next);
    return found;
}
/** Groups such that all that a service depends on stands in an earlier group. A circle, which check reports, ends up in the last. */
function levels(names, all, planned) {
    const left = new Set(names);
    const placed = new Set(planned);
    const result = [];
    while (left.size > 0) {
        const free = [...left].filter((name) => (all.get(name)?.dependsOn ?? []).every(({ service }) => placed.has(service) || !all.has(service)));
        const level = free.length > 0 ? free : [...left];
        for (const name of level) {
            left.delete(name);
            placed.add(name);
        }
        result.push(level);
    }
    return result;
}
/** A service that another one awaits as completed is a one-shot. */
function readyWhen(name, services) {
    const awaited = services.some(({ dependsOn }) => dependsOn.some(({ service, condition }) => service === name && condition === 'service_completed_successfully'));
    return awaited ? 'completed' : 'healthy-or-running';
}
/** An image that exists from an earlier run is stale, so what the file says to build is built. */
function mustBuild(service) {
    return service.hasBuild && !NO_BUILD.has(service.pullPolicy ?? 'build');
}

;// CONCATENATED MODULE: ./src/stages/prepare.ts
/** The project has containers already; the caller knows its name. */
class ProjectInUse extends Error {
    containers;
    name = 'ProjectInUse';
    constructor(containers) {
        super(`the compose project already has ${String(containers)} containers`);
        this.containers = containers;
    }
}
/** Nothing is started before it is known that everything can be, and that the project is ours alone. */
async function prepare({ runtime, progress, announce }, signal) {
    progress.note(await runtime.require(signal));
    const before = await runtime.footprint();
    if (before.containers.length > 0)
        throw new ProjectInUse(before.containers.length);
    announce(before.volumes);
    return before.volumes;
}

;// CONCATENATED MODULE: ./src/stages/backoff.ts
/**
 * Exponential backoff with full jitter, but never under a quarter of the step, so that it does not turn into a busy loop.
 * See https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/.
 */
class Backoff {
    bounds;
    clock;
    #stepMs;
    constructor(bounds, clock) {
        this.bounds = bounds;
        this.clock = clock;
        this.#stepMs = bounds.firstMs;
    }
    /** The next pause; each one doubles the step up to the bound. */
    nextMs() {
        const step = this.#stepMs;
        this.#stepMs = Math.min(step * 2, this.bounds.mostMs);
        return Math.round(step * (0.25 + 0.75 * this.clock.random()));
    }
    /** Something moved: look closely again. */
    reset() {
        this.#stepMs = this.bounds.firstMs;
    }
}

;// CONCATENATED MODULE: ./src/stages/service-watch.ts


/** Events come in bursts; one look after the burst is enough. */
const SETTLE_MS = 25;
/** The safety net when an event is lost. */
const POLL = { firstMs: 500, mostMs: 5000 };
/** Pause before the event stream is opened again after it ended. */
const REOPEN_MS = 500;
/**
 * Knows the containers of the project at any time: `docker events` wakes it, one inspect of all containers tells it, and an
 * exponential backoff looks anyway in case an event was lost.
 */
class ServiceWatch {
    runtime;
    clock;
    readyWhen;
    onReady;
    #latest = [];
    #failure;
    #waiters = [];
    #wakeUp;
    #dirty = false;
    #stop = new AbortController();
    #work;
    #readyAt = new Map();
    /** @param onReady called once each time a service becomes ready */
    constructor(runtime, clock, readyWhen, onReady) {
        this.runtime = runtime;
        this.clock = clock;
        this.readyWhen = readyWhen;
        this.onReady = onReady;
        this.#work = Promise.all([this.#listen(), this.#look()]);
    }
    /** The containers as they were last seen. Throws what the engine threw when it is gone. */
    containers() {
        if (this.#failure !== undefined)
            throw this.#failure;
        return this.#latest;
    }
    of(service) {
        return this.containers().filter((container) => container.service === service);
    }
    /** When each service that is ready now became so, milliseconds since the epoch. */
    get readyAt() {
        this.#judgeAll();
        return this.#readyAt;
    }
    /** The first service that no waiting helps, if there is one. */
    hopeless() {
        for (const [service, readiness] of this.#readiness()) {
            if (readiness.kind === 'hopeless')
                return { service, reason: readiness.reason };
        }
        return undefined;
    }
    /** How long until time alone, without an event, may change what is thought of a service. */
    recheckMs() {
        const all = this.#readiness().map(([, readiness]) => readiness);
        return Math.min(...all.map((one) => (one.kind === 'waiting' ? (one.recheckMs ?? Infinity) : Infinity)));
    }
    #readiness() {
        return [...this.readyWhen].map(([service, when]) => [
            service,
            judgeService(this.of(service), when, this.clock.now()),
        ]);
    }
    #judgeAll() {
        for (const [service, readiness] of this.#readiness()) {
            if (readiness.kind !== 'ready')
                this.#readyAt.delete(service);
            else if (!this.#readyAt.has(service)) {
                this.#readyAt.set(service, this.clock.now());
                this.onReady(service, readiness.as);
            }
        }
    }
    /** Resolves after the next look, after `atMostMs`, or with the signal, whichever is first. */
    async change(atMostMs, signal) {
        const either = new AbortController();
        const looked = new Promise((resolve) => this.#waiters.push(resolve));
        await Promise.race([looked, this.clock.sleep(atMostMs, AbortSignal.any([signal, either.signal]))]);
        either.abort();
    }
    /** Looks at once, whatever the events say. */
    async refresh() {
        const looked = new Promise((resolve) => this.#waiters.push(resolve));
        this.#wake();
        await looked;
    }
    async close() {
        this.#stop.abort();
        await this.#work;
    }
    #wake() {
        this.#dirty = true;
        this.#wakeUp?.();
    }
    async #listen() {
        while (!this.#stop.signal.aborted) {
            try {
                for await (const _ of this.runtime.events(this.#stop.signal))
                    this.#wake();
            }
            catch {
                // The look below meets the same engine and says what is wrong with it.
            }
            await this.clock.sleep(REOPEN_MS, this.#stop.signal);
        }
    }
    async #look() {
        const backoff = new Backoff(POLL, this.clock);
        while (!this.#stop.signal.aborted) {
            this.#dirty = false;
            // Whoever asks from now on wants a look that begins after the question.
            const asked = this.#waiters.splice(0);
            await this.#inspect();
            for (const resolve of asked)
                resolve();
            const woken = await this.#pause(backoff.nextMs());
            if (woken) {
                backoff.reset();
                await this.clock.sleep(SETTLE_MS, this.#stop.signal);
            }
        }
        for (const resolve of this.#waiters.splice(0))
            resolve();
    }
    async #inspect() {
        try {
            this.#latest = await this.runtime.containers();
            this.#failure = undefined;
            this.#judgeAll();
        }
        catch (error) {
            this.#failure = error;
        }
    }
    /** True when an event, false when time ended the pause. */
    async #pause(ms) {
        if (this.#dirty)
            return true;
        const woken = new AbortController();
        this.#wakeUp = () => {
            woken.abort();
        };
        await this.clock.sleep(ms, AbortSignal.any([woken.signal, this.#stop.signal]));
        this.#wakeUp = undefined;
        return woken.signal.aborted;
    }
}

;// CONCATENATED MODULE: ./src/stages/stage-log.ts
/** Times the stages of a run and remembers how each one ended. */
class StageLog {
    clock;
    progress;
    #reports = [];
    constructor(clock, progress) {
        this.clock = clock;
        this.progress = progress;
    }
    get reports() {
        return this.#reports;
    }
    /** Runs one stage; `passed` tells from its result whether it did. A stage that throws has failed. */
    async run(name, work, passed) {
        const startedMs = this.clock.now();
        this.progress.stageStarted(name);
        let ok = false;
        try {
            const result = await work();
            ok = passed(result);
            return result;
        }
        finally {
            const duration = this.clock.now() - startedMs;
            const status = ok ? 'passed' : 'failed';
            this.#reports.push({ name, status, started_at: new Date(startedMs).toISOString(), duration_ms: duration });
            this.progress.stageEnded(name, status, duration);
        }
    }
    skip(name, because) {
        this.#reports.push({ name, status: 'skipped', skipped_because: because });
        this.progress.stageEnded(name, 'skipped', 0);
    }
}

;// CONCATENATED MODULE: ./src/stages/target-tracker.ts

/**
 * How long a Prometheus that is ready may still list nothing: its discovery and scrape managers each tick every 5 s
 * (discovery/manager.go, scrape/manager.go), so an empty list before that is no answer.
 */
const DISCOVERY_GRACE_MS = 15_000;
/** Service discoveries ask somebody else first, at their own refresh interval of 30 s or more. */
const REMOTE_DISCOVERY_GRACE_MS = 75_000;
/** Failed scrapes that prove a cause which a service that has just started would show too. */
const FAILURES_THAT_PROVE = 2;
/** Follows the expected targets through the answers of Prometheus, until each one is known to be up or not. */
class TargetTracker {
    expected;
    startedMs;
    #firstUpMs = new Map();
    #failedScrapes = new Map();
    #results;
    /** @param startedMs start of the run, from which `firstUpAfterMs` counts */
    constructor(expected, startedMs) {
        this.expected = expected;
        this.startedMs = startedMs;
        this.#results = expected.map((target) => ({ expected: target, health: 'unknown', decided: false }));
    }
    /**
     * Takes one answer.
     * @param readyMs since when Prometheus is ready
     * @param scrapesCountFromMs scrapes before all services were ready prove nothing
     */
    update(list, nowMs, readyMs, scrapesCountFromMs) {
        this.#results = this.expected.map((target) => {
            const found = list.active.filter((active) => target_tracker_matches(target, active));
            if (found.length > 0)
                return this.#judge(target, found, nowMs, scrapesCountFromMs);
            if (list.dropped.some((dropped) => target_tracker_matches(target, dropped)))
                return { expected: target, health: 'dropped', decided: true };
            const grace = target.address === undefined ? REMOTE_DISCOVERY_GRACE_MS : DISCOVERY_GRACE_MS;
            const missing = nowMs - readyMs > grace;
            return { expected: target, health: missing ? 'missing' : 'unknown', decided: missing };
        });
    }
    /** Whether every target is known to be up, or known not to be. */
    get decided() {
        return this.#results.every(({ decided }) => decided);
    }
    get results() {
        return this.#results;
    }
    #judge(expected, found, nowMs, countFromMs) {
        const worst = found.find(({ health }) => health === 'down') ?? found.find(({ health }) => health === 'unknown') ?? found[0];
        if (!worst)
            return { expected, health: 'unknown', decided: false };
        if (worst.health === 'up' && !this.#firstUpMs.has(expected))
            this.#firstUpMs.set(expected, nowMs);
        const firstUp = this.#firstUpMs.get(expected);
        return {
            expected,
            health: worst.health,
            decided: worst.health === 'up' || (worst.health === 'down' && this.#isProved(expected, worst, countFromMs)),
            scrapeUrl: worst.scrapeUrl,
            ...(worst.lastError === '' ? {} : { lastError: worst.lastError }),
            ...(worst.health === 'unknown' ? {} : { scrapeDurationMs: worst.scrapeDurationMs }),
            ...(firstUp === undefined ? {} : { firstUpAfterMs: firstUp - this.startedMs }),
        };
    }
    #isProved(expected, { lastError, lastScrapeMs }, countFromMs) {
        if (lastScrapeMs < countFromMs)
            return false;
        const scrapes = this.#failedScrapes.get(expected) ?? new Set();
        this.#failedScrapes.set(expected, scrapes.add(lastScrapeMs));
        return isPermanent(causeOfScrapeError(lastError)) || scrapes.size >= FAILURES_THAT_PROVE;
    }
}
function target_tracker_matches(expected, seen) {
    return seen.scrapePool === expected.job && (expected.address === undefined || seen.address === expected.address);
}

;// CONCATENATED MODULE: ./src/stages/verify.ts


const verify_POLL = { firstMs: 200, mostMs: 1500 };
/** Asks Prometheus until every expected target is known to be up or not; stops when a service fails meanwhile. */
async function verifyTargets(context) {
    const conversation = new Conversation(context);
    const backoff = new Backoff(verify_POLL, context.clock);
    try {
        for (;;) {
            const complete = await conversation.ask();
            if (complete || context.signal.aborted || context.watch.hopeless() !== undefined) {
                return conversation.result(complete);
            }
            await context.clock.sleep(backoff.nextMs(), context.signal);
        }
    }
    finally {
        await conversation.close();
    }
}
/** One conversation with a Prometheus that may not be there yet. */
class Conversation {
    context;
    #api;
    #readyMs;
    #lastError;
    #list;
    #unanswered = 0;
    #saidUp = 0;
    #tracker;
    constructor(context) {
        this.context = context;
        this.#tracker = new TargetTracker(context.expected, context.startedMs);
    }
    /** True when all is known. */
    async ask() {
        const { clock, signal, servicesReadyMs } = this.context;
        try {
            const api = await this.#open();
            if (!api || !(await this.#isReady(api)))
                return this.#givesUp();
            this.#list = await api.targets(signal);
            this.#unanswered = 0;
            const now = clock.now();
            this.#readyMs ??= now;
            this.#tracker.update(this.#list, now, this.#readyMs, servicesReadyMs);
            this.#tell();
            return this.#tracker.decided;
        }
        catch (error) {
            this.#lastError = error instanceof Error ? error.message : String(error);
            return this.#givesUp();
        }
    }
    result(complete) {
        const ready = this.#readyMs !== undefined && this.#unanswered === 0;
        return {
            targets: this.#tracker.results,
            list: this.#list,
            prometheus: {
                url: this.#api?.url,
                ready,
                ...(ready ? {} : { lastError: this.#lastError ?? 'it was not asked' }),
            },
            complete,
        };
    }
    async close() {
        await this.#api?.close();
    }
    async #open() {
        if (this.#api)
            return this.#api;
        const { door, instance, watch, signal } = this.context;
        const container = watch.of(instance.service.name)[0];
        if (!container)
            return undefined;
        const { api, tried } = await door.open(instance, container, signal);
        if (!api)
            this.#lastError = tried.join('; ');
        else
            this.context.progress.note(`asking Prometheus at ${api.url}`);
        this.#api = api;
        return api;
    }
    async #isReady(api) {
        if (this.#readyMs !== undefined)
            return true;
        if (await api.ready(this.context.signal))
            return true;
        this.#lastError = `${api.url}/-/ready says that it is not ready`;
        return false;
    }
    /** A Prometheus that is healthy to Docker and still silent after this many questions will not speak. */
    #givesUp() {
        this.#unanswered++;
        return this.#unanswered >= MOST_UNANSWERED;
    }
    #tell() {
        const up = this.#tracker.results.filter(({ health }) => health === 'up').length;
        if (up === this.#saidUp)
            return;
        this.#saidUp = up;
        this.context.progress.note(`${String(up)} of ${String(this.context.expected.length)} targets are up`);
    }
}
const MOST_UNANSWERED = 20;

;// CONCATENATED MODULE: ./src/stages/wait.ts
const wait_RECHECK_MS = 1000;
/** Waits until every service is ready; false at once when one never will be, and with the signal. */
async function waitUntilReady({ plan, watch, progress, signal }) {
    for (;;) {
        const failed = watch.hopeless();
        if (failed) {
            progress.note(`${failed.service}: ${failed.reason}`);
            return false;
        }
        if (watch.readyAt.size === plan.readyWhen.size)
            return true;
        if (signal.aborted)
            return false;
        await watch.change(Math.min(wait_RECHECK_MS, watch.recheckMs()), signal);
    }
}

;// CONCATENATED MODULE: ./src/gate.ts













/** check → bring up in stages → wait → verify → judge → tear down. Throws UsageError and EnvironmentError after clean-up. */
async function gate(stack, options, ports, cancel) {
    const { clock, progress, runtime } = ports;
    const startedMs = clock.now();
    const stages = new StageLog(clock, progress);
    const finish = (rest) => ({
        command: 'gate',
        startedMs,
        endedMs: clock.now(),
        stack,
        files: stack.files,
        inline: inlineOf(stack),
        stages: stages.reports,
        targets: [],
        readyAt: new Map(),
        ...rest,
    });
    const found = await stages.run('check', () => check(stack), (findings) => !stops(findings));
    if (stops(found)) {
        for (const name of ['prepare', 'build', 'up', 'wait', 'verify', 'down'])
            stages.skip(name, 'check found errors');
        return finish({ findings: found });
    }
    const plan = planBringUp(stack);
    const deadline = new Deadline(options.timeoutMs, clock, cancel);
    try {
        const before = await stages.run('prepare', () => prepare(ports, deadline.signal), () => true);
        try {
            const run = await boot(stack, plan, stages, ports, deadline, startedMs);
            const judged = judge_judge({ stack, plan, targets: run.targets, observation: run.observation });
            return finish({ plan, ...run, findings: [...judged, ...found], ...(await down(before)) });
        }
        catch (error) {
            await down(before);
            throw error;
        }
    }
    finally {
        deadline.clear();
    }
    function stops(findings) {
        return (options.remaining?.(findings) ?? findings).some(isError);
    }
    /** Volumes that were there before the run are the user's and stay. */
    async function down(keepVolumes) {
        if (options.tearDown === 'later')
            stages.skip('down', 'the stack is left running');
        else {
            const isGone = ({ containers, networks }) => containers.length + networks.length === 0;
            const left = await stages.run('down', () => runtime.down({ keepVolumes }), isGone);
            if (!isGone(left))
                progress.note(`left behind: ${[...left.containers, ...left.networks].join(', ')}`);
        }
        return { stages: stages.reports, endedMs: clock.now() };
    }
}
function isError({ severity }) {
    return severity === 'error';
}
async function boot(stack, plan, stages, ports, deadline, startedMs) {
    const { runtime, clock, progress } = ports;
    const say = (service, as) => {
        progress.note(`${service} is ${as}`);
    };
    const watch = new ServiceWatch(runtime, clock, plan.readyWhen, say);
    const context = { plan, runtime, watch, clock, progress, signal: deadline.signal };
    try {
        const built = await stages.run('build', () => buildImages(context), ({ ok }) => ok);
        const up = built.ok
            ? await stages.run('up', () => bringUp(context), ({ ok }) => ok)
            : built;
        if (!built.ok)
            stages.skip('up', 'not every image was built');
        const ready = up.ok &&
            (await stages.run('wait', () => waitUntilReady(context), (ok) => ok));
        if (!up.ok)
            stages.skip('wait', 'not everything was started');
        const verification = ready ? await verify(stack, context, stages, ports.door, startedMs) : undefined;
        if (!ready)
            stages.skip('verify', 'not every service is ready');
        await watch.refresh();
        const seen = { bringUpFailure: up.failure, verification, interrupted: deadline.interrupted };
        const observation = await observe(context, seen);
        const unknown = expectedTargets(stack).map((expected) => ({ expected, health: 'unknown' }));
        return { observation, targets: verification?.targets ?? unknown, readyAt: new Map(watch.readyAt) };
    }
    finally {
        await watch.close();
    }
}
function verify(stack, context, stages, door, startedMs) {
    const instance = stack.prometheus;
    if (!instance)
        throw new Error('a stack without Prometheus passed the check');
    const servicesReadyMs = Math.max(startedMs, ...context.watch.readyAt.values());
    const request = { ...context, instance, door, expected: expectedTargets(stack), startedMs, servicesReadyMs };
    const allUp = ({ complete, targets }) => complete && targets.length > 0 && targets.every(({ health }) => health === 'up' || health === 'dropped');
    return stages.run('verify', () => verifyTargets(request), allUp);
}

;// CONCATENATED MODULE: ./src/report/card-blocks.ts
/** `prometheus_health` of the contract: the state of Prometheus itself. */
function prometheusHealth(record, status) {
    const name = record.stack?.prometheus?.service.name;
    const containers = record.observation?.containers.filter(({ service }) => service === name) ?? [];
    const ready = record.observation?.prometheus.ready === true;
    const url = record.observation?.prometheus.url;
    return {
        status: !ready ? 'failed' : status === 'healthy' ? 'healthy' : 'degraded',
        timestamp: record.endedMs / 1000,
        service_running: containers.length > 0 && containers.every(({ state }) => state === 'running'),
        config_valid: isConfigValid(record),
        endpoints_accessible: url === undefined
            ? {}
            : { [`${url}/-/ready`]: ready, [`${url}/api/v1/targets`]: record.observation?.targets !== undefined },
        error_messages: record.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
        recovery_actions: [],
    };
}
/** `config_status` of the contract: what the files say and which of their targets answer. */
function configStatus(record) {
    const early = record.findings.filter(({ stage }) => stage === 'load' || stage === 'check');
    // What cannot be read stays so when somebody asks not to hear of it.
    const seen = [...early, ...(record.suppressed ?? []).map(({ finding }) => finding)];
    const jobs = record.stack?.prometheus?.config?.jobs ?? [];
    return {
        yaml_valid: record.files.length > 0 && !seen.some(({ code, severity }) => code === 'yaml/syntax' && severity === 'error'),
        scrape_configs: jobs.map(({ name }) => name.value),
        target_accessibility: Object.fromEntries(record.targets.map(({ expected, health }) => [`${expected.job}/${expected.address ?? '*'}`, health === 'up'])),
        validation_errors: early.filter(({ severity }) => severity === 'error').map(({ message }) => message),
        recommendations: [...new Set(record.findings.flatMap(({ help }) => help ?? []))],
    };
}
function isConfigValid({ files, findings }) {
    if (files.length === 0)
        return false;
    return !findings.some(({ severity, stage }) => severity === 'error' && (stage === 'load' || stage === 'check'));
}

;// CONCATENATED MODULE: ./src/report/build-report.ts



const LOG_TAIL = 25;
/** The report of a run. Pure: the same record gives the same report. */
function buildReport(record, verdict, status, version) {
    const targets = record.targets.map(targetReport);
    return {
        schema_version: 1,
        tool: { name: 'scrapegate', version },
        command: record.command,
        verdict,
        status,
        timestamp: record.endedMs / 1000,
        started_at: new Date(record.startedMs).toISOString(),
        duration_ms: record.endedMs - record.startedMs,
        ...(record.error === undefined ? {} : { error: record.error }),
        checks: checks(record),
        ...(record.observation?.prometheus.url ? { prometheus_url: record.observation.prometheus.url } : {}),
        prometheus_health: prometheusHealth(record, status),
        config_status: configStatus(record),
        files: record.files.map(({ path, kind }) => ({
            path,
            kind,
            errors: build_report_count(record.findings, path, 'error'),
            warnings: build_report_count(record.findings, path, 'warning'),
        })),
        stages: record.stages,
        findings: record.findings,
        suppressed: record.suppressed ?? [],
        services: services(record),
        targets,
        recovery: [],
        budgets: [],
        tempo: { mode: 'faithful', changes: [] },
    };
}
function build_report_count(findings, path, severity) {
    return findings.filter((finding) => finding.severity === severity && finding.location?.file === path).length;
}
/** The three one-word answers of the contract, each with its reason when it is not `ok`. */
function checks(record) {
    const failed = (finding) => finding && `failed: ${finding.cause ? cause_CAUSES[finding.cause].title : finding.message}`;
    const errors = record.findings.filter(({ severity }) => severity === 'error');
    const configuration = errors.find(({ stage }) => stage === 'check' || stage === 'load' || stage === 'settings');
    const aboutTargets = errors.find(({ code }) => code.startsWith('runtime/target-') || code === 'runtime/no-evidence');
    // A target that is down stays so when nobody wants to hear of it.
    const hushed = (record.suppressed ?? []).find(({ finding }) => finding.code.startsWith('runtime/target-'));
    const other = errors.find((finding) => finding !== configuration && finding.stage !== 'check' && finding.stage !== 'load');
    const notAsked = record.error ?? (record.command === 'check' ? 'not started by check' : 'it was never asked');
    const ready = record.observation?.prometheus.ready === true;
    const allUp = record.targets.length > 0 && record.targets.every(({ health }) => health === 'up' || health === 'dropped');
    return {
        prometheus: ready
            ? 'ok'
            : `failed: ${record.observation?.prometheus.lastError ?? failed(other)?.slice(8) ?? notAsked}`,
        scrape_targets: allUp
            ? 'ok'
            : (failed(aboutTargets ?? hushed?.finding) ?? `failed: ${failed(other)?.slice(8) ?? notAsked}`),
        configuration: failed(configuration) ?? (record.files.length > 0 ? 'ok' : `failed: ${notAsked}`),
    };
}
function services({ stack, observation, readyAt, startedMs }) {
    if (!observation)
        return [];
    return (stack?.project.services ?? []).map((service) => {
        const containers = observation.containers.filter((container) => container.service === service.name);
        const container = containers.find(({ state }) => state !== 'running') ?? containers[0];
        const ready = readyAt.get(service.name);
        const logs = observation.logs[service.name];
        return {
            name: service.name,
            image: container?.image ?? service.image?.value ?? '',
            state: container?.state ?? 'not started',
            health: container?.health ?? 'none',
            restarts: container?.restarts ?? 0,
            ...(container?.state === 'exited' ? { exit_code: container.exitCode } : {}),
            ...(container?.oomKilled ? { oom_killed: true } : {}),
            ...(ready === undefined ? {} : { ready_after_ms: ready - startedMs }),
            depends_on: service.dependsOn.map((dependency) => dependency.service),
            ...(logs ? { logs_tail: logs.slice(-LOG_TAIL) } : {}),
        };
    });
}
function targetReport(result) {
    const { file, start } = locate(result.expected.at);
    return {
        job: result.expected.job,
        target: result.expected.address ?? result.scrapeUrl ?? '(discovered)',
        expected_from: { file, line: start.line },
        health: result.health,
        ...(result.expected.service === undefined ? {} : { service: result.expected.service }),
        ...(result.lastError === undefined ? {} : { last_error: result.lastError }),
        ...(result.scrapeDurationMs === undefined ? {} : { scrape_duration_ms: result.scrapeDurationMs }),
        ...(result.firstUpAfterMs === undefined ? {} : { first_up_after_ms: result.firstUpAfterMs }),
    };
}

;// CONCATENATED MODULE: ./src/model/load-codes.ts
/** Findings that come up while options and files are read, before any rule can look at them. */
const LOAD_CODES = {
    'settings/invalid': { severity: 'error', summary: 'an option, input or settings file is wrong; nothing was started' },
    'yaml/syntax': { severity: 'error', summary: 'the YAML of a file cannot be read' },
    'file/unreadable': {
        severity: 'error',
        summary: 'a file that the stack needs is missing, is no file, or cannot be read',
    },
    'file/unknown-kind': {
        severity: 'notice',
        summary: 'a file that was named is none that Scrapegate knows, so it was not checked',
    },
    'compose/interpolation': {
        severity: 'error',
        summary: 'a `${…}` of a compose file is malformed, or the variable that it requires is not set',
    },
    'compose/extends': {
        severity: 'error',
        summary: '`extends` or `include` of a compose file leads nowhere or back to itself',
    },
    'compose/unset-variable': {
        severity: 'warning',
        summary: 'a variable of a compose file is not set and reads as empty',
    },
};

;// CONCATENATED MODULE: ./src/model/suppression-codes.ts
/** Findings about suppressions and the baseline themselves. None of them can be suppressed. */
const SUPPRESSION_CODES = {
    'suppression/no-reason': {
        severity: 'error',
        summary: 'a suppression gives no reason, so it suppresses nothing',
    },
    'suppression/malformed': {
        severity: 'warning',
        summary: 'a `scrapegate-ignore` comment cannot be read or stands where it has no effect',
    },
    'suppression/unknown-code': {
        severity: 'warning',
        summary: 'a suppression names a code or a family that does not exist',
    },
    'suppression/refused': {
        severity: 'warning',
        summary: 'a suppression names what cannot be suppressed: a gate never passes without evidence',
    },
    'suppression/unused': { severity: 'notice', summary: 'a suppression suppresses nothing any more' },
    'baseline/stale': { severity: 'notice', summary: 'the baseline lists findings that are no longer there' },
};

;// CONCATENATED MODULE: ./src/known-codes.ts



/** Every code that a finding can have, with what is true of all its findings. */
const KNOWN_CODES = new Map([
    ...[...staticRules, ...runtimeRules].map((rule) => [rule.code, rule]),
    ...Object.entries({ ...LOAD_CODES, ...SUPPRESSION_CODES }),
]);

;// CONCATENATED MODULE: ./src/model/lines.ts
/** A look-up over whole texts. */
function linesOf(sources) {
    const split = new Map();
    return (path, line) => {
        const lines = split.get(path) ?? sources.get(path)?.split('\n');
        if (lines)
            split.set(path, lines);
        return lines?.[line - 1]?.replace(/\r$/, '');
    };
}

;// CONCATENATED MODULE: ./src/suppress/path-glob.ts
/**
 * The paths that a glob of the settings means: `*` and `?` stay within a directory, `**` does not. A glob without a slash is
 * about the name of the file, in whatever directory.
 */
function pathGlob(pattern) {
    const plain = withSlashes(pattern).replace(/^\.\//, '');
    const source = plain.replaceAll(/\*\*\/?|\*|\?|[^*?]+/g, (part) => {
        if (part.startsWith('**'))
            return part.endsWith('/') ? '(?:.*/)?' : '.*';
        if (part === '*')
            return '[^/]*';
        return part === '?' ? '[^/]' : part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    });
    const expression = new RegExp(plain.includes('/') ? `^${source}$` : `(?:^|/)${source}$`, 's');
    return (path) => expression.test(withSlashes(path));
}
function withSlashes(path) {
    return path.replaceAll('\\', '/');
}

;// CONCATENATED MODULE: ./src/suppress/from-settings.ts

/** The entries of `ignore` in the settings file as suppressions. */
function settingsSuppressions(entries) {
    return entries.map((entry) => {
        const { code, reason, at, file } = entry;
        const isMeant = file === undefined ? undefined : pathGlob(file);
        const covers = (finding) => {
            if (isMeant && !(finding.location && isMeant(finding.location.file)))
                return false;
            return fitsSubject(entry, finding);
        };
        return { kind: 'settings', code, reason, at, scope: scopeOf(entry), covers };
    });
}
const from_settings_NAMES = ['service', 'job', 'target'];
function fitsSubject(entry, { subject }) {
    return from_settings_NAMES.every((name) => entry[name] === undefined || entry[name] === subject?.[name]);
}
function scopeOf(entry) {
    const named = from_settings_NAMES.flatMap((name) => (entry[name] === undefined ? [] : [`${name} "${entry[name]}"`]));
    const about = named.length > 0 ? ` about ${named.join(', ')}` : '';
    return entry.file === undefined ? about.trimStart() || 'in any file' : `in "${entry.file}"${about}`;
}

;// CONCATENATED MODULE: ./src/suppress/held.ts
/** Why a finding of this code always counts; undefined when it may be suppressed. */
function neverSuppressed(code) {
    if (/^(?:suppression|baseline)\//.test(code))
        return 'it is about suppressions themselves';
    if (code === 'settings/invalid')
        return 'nothing was started';
    return NO_EVIDENCE.has(code) ? 'a gate never passes without evidence' : undefined;
}
/** What says that nothing was proved, or that the proof was cut short. */
const NO_EVIDENCE = new Set(['runtime/no-evidence', 'runtime/prometheus-unreachable', 'runtime/interrupted']);
/** Why a finding counts in this run although somebody asked otherwise; undefined when it need not. */
function heldBack(finding, { command, provable, someUp }) {
    const always = neverSuppressed(finding.code);
    if (always !== undefined || command === 'check' || finding.severity !== 'error')
        return always;
    if (!provable)
        return 'there is nothing that a gate could prove without it';
    if (someUp === false && finding.code.startsWith('runtime/'))
        return 'no target is up, and a gate never passes without evidence';
    return undefined;
}

;// CONCATENATED MODULE: ./src/yaml/comments.ts

/** The comments of a file: a `#` within a scalar is none. None at all when the YAML cannot be read. */
function commentsOf(file) {
    const scalars = scalarRanges(file);
    if (!scalars)
        return [];
    const { text } = file;
    const comments = [];
    let next = 0;
    for (let start = text.indexOf('#'); start >= 0; start = text.indexOf('#', start)) {
        while ((scalars[next]?.end ?? text.length) <= start)
            next++;
        const scalar = scalars[next];
        if (scalar && scalar.start <= start) {
            start = scalar.end;
            continue;
        }
        // Within a word, such as a tag or an anchor, it is a character like any other.
        if (start > 0 && !/\s/.test(text.charAt(start - 1))) {
            start++;
            continue;
        }
        const lineEnd = text.indexOf('\n', start);
        const raw = text.slice(start, lineEnd < 0 ? text.length : lineEnd).trimEnd();
        const at = { file, start, end: start + raw.length };
        const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
        comments.push({ text: raw.replace(/^#+/, '').trim(), at, alone: before.trim() === '' });
        start = at.end;
    }
    return comments;
}
/** Where scalars are written, first to last; undefined when the YAML cannot be read. */
function scalarRanges(file) {
    try {
        const ranges = parseEvents(file.text, { filename: file.path }).flatMap((event) => event.type === EVENT_ID.SCALAR && event.valueStart >= 0 ? [{ start: event.valueStart, end: event.valueEnd }] : []);
        return ranges.sort((a, b) => a.start - b.start);
    }
    catch (error) {
        if (!(error instanceof YAMLException))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/suppress/suppression.ts



const FAMILY = /\/\*$/;
/** Whether a code or family names a finding's code. */
function namesCode(pattern, code) {
    return FAMILY.test(pattern) ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}
/** Everything that may stand where a code is expected. */
function codesAndFamilies(codes) {
    const families = new Set([...codes.keys()].map((code) => code.replace(/[^/]*$/, '*')));
    return [...codes.keys(), ...families];
}
/** A finding about a suppression itself. */
function suppressionFinding(code, message, at, help) {
    return {
        code,
        severity: SUPPRESSION_CODES[code].severity,
        stage: 'check',
        message,
        location: locate(at),
        related: [],
        help,
        docs_url: docsUrl('suppressing'),
    };
}

;// CONCATENATED MODULE: ./src/suppress/inline.ts


const MARK = 'scrapegate-ignore';
/** The mark, the codes, and what follows the first colon. */
const DIRECTIVE = /^scrapegate-ignore([\w-]*)\s*([^:]*)(?::(.*))?$/s;
/** Comments, empty lines and the marks that begin a document. */
const TOP = /^(?:[^\S\n]*(?:#.*|---[^\S\n]*(?:#.*)?|%.*)?(?:\n|$))*/;
const HELP = `write "# ${MARK} CODE: REASON" on the line of the finding or above it, or "# ${MARK}-file CODE: REASON" at the top of the file`;
/** The suppressions in the comments of files, in the order in which they are written. */
function inlineSuppressions(files) {
    const read = distinct(files).map((file) => new CommentReader(file).read());
    return {
        suppressions: read.flatMap(({ suppressions }) => suppressions),
        problems: read.flatMap(({ problems }) => problems),
    };
}
/** A file may be read more than once; what it says counts once. JSON and env files have no YAML comments. */
function distinct(files) {
    const withMark = files.filter(({ path, kind, text }) => text.includes(MARK) && kind !== 'env' && !path.toLowerCase().endsWith('.json'));
    return [...new Map(withMark.map((file) => [`${file.path}:${String(file.position(0).line)}`, file])).values()];
}
class CommentReader {
    file;
    #suppressions = [];
    #problems = [];
    #comments;
    /** Offset of the first line that has more than a comment. */
    #contentStart;
    /** Lines that hold nothing but a comment. */
    #commentLines;
    constructor(file) {
        this.file = file;
        this.#comments = commentsOf(file);
        this.#contentStart = TOP.exec(file.text)?.[0].length ?? 0;
        this.#commentLines = new Set(this.#comments.filter(({ alone }) => alone).map(({ at }) => this.#lineOf(at)));
    }
    read() {
        for (const comment of this.#comments)
            if (comment.text.startsWith(MARK))
                this.#directive(comment);
        return { suppressions: this.#suppressions, problems: this.#problems };
    }
    #directive(comment) {
        const [, ending = '', list = '', reason = ''] = DIRECTIVE.exec(comment.text) ?? [];
        const names = list.split(',').map((name) => name.trim());
        const fault = this.#faultOf(comment, ending, names);
        if (fault !== undefined) {
            this.#problems.push(suppressionFinding('suppression/malformed', fault, comment.at, HELP));
            return;
        }
        // Words after a code are a reason whose colon was forgotten: without the colon it is none.
        const clear = names.every((name) => !/\s/.test(name));
        let from = comment.at.start + MARK.length;
        for (const name of names) {
            const at = this.#rangeOf(comment, name.replace(/\s.*$/s, ''), from);
            this.#add(comment, at, clear ? reason.trim() : '', ending === '-file');
            from = at.end;
        }
    }
    #faultOf(comment, ending, names) {
        if (ending !== '' && ending !== '-file')
            return `"${MARK}${ending}" is no comment that Scrapegate knows`;
        if (names.includes(''))
            return `"${comment.text}" names no code to suppress`;
        if (ending === '-file' && !this.#isAtTop(comment))
            return `"${MARK}-file" has no effect here: expected above everything else in the file`;
        return undefined;
    }
    #add(comment, at, reason, wholeFile) {
        const { path, text } = this.file;
        const line = wholeFile ? undefined : this.#lineMeant(comment);
        this.#suppressions.push({
            kind: 'inline',
            code: text.slice(at.start, at.end),
            reason,
            at,
            scope: line === undefined ? `in ${path}` : `on line ${String(line)}`,
            covers: ({ location }) => location?.file === path && (line === undefined || location.start.line === line),
        });
    }
    /** The comment's own line, or the one below the comments that it is among. */
    #lineMeant({ at, alone }) {
        let line = this.#lineOf(at);
        if (alone)
            while (this.#commentLines.has(line))
                line++;
        return line;
    }
    /** Above everything but other comments, empty lines and the marks that begin a document. */
    #isAtTop({ at, alone }) {
        // A text inside another one has no top of its own: the file does.
        return alone && this.file.position(0).line === 1 && at.start < this.#contentStart;
    }
    #rangeOf({ at }, code, from) {
        const start = this.file.text.slice(0, at.end).indexOf(code, from);
        return { file: this.file, start, end: start + code.length };
    }
    #lineOf({ start }) {
        return this.file.position(start).line;
    }
}

;// CONCATENATED MODULE: ./src/suppress/apply.ts







/**
 * Takes the findings out that comments in the files and the settings ask for, and says what is wrong with these. Pure.
 *
 * @param files every text that was read
 * @param ignores `ignore` of the settings file
 */
function applySuppressions(findings, files, ignores, { codes, evidence }) {
    const inline = inlineSuppressions(files);
    const all = [...inline.suppressions, ...settingsSuppressions(ignores)];
    const faults = all.map((suppression) => [suppression, faultOf(suppression, codes)]);
    const active = faults.flatMap(([suppression, fault]) => (fault ? [] : [suppression]));
    const kept = [];
    const suppressed = [];
    const effective = new Set();
    const refused = new Map();
    for (const finding of findings) {
        const asking = active.filter(({ code, covers }) => namesCode(code, finding.code) && covers(finding));
        const [first] = asking;
        const held = first && heldBack(finding, evidence);
        for (const one of asking) {
            effective.add(one);
            if (held !== undefined && !refused.has(one))
                refused.set(one, refusal(one, finding, held));
        }
        if (!first || held !== undefined)
            kept.push(finding);
        else
            suppressed.push({ finding, kind: first.kind, reason: first.reason, location: locate(first.at) });
    }
    const about = [
        ...inline.problems,
        ...faults.flatMap(([, fault]) => fault ?? []),
        ...refused.values(),
        // A file that cannot be read hides what would be found in it.
        ...active.filter((one) => evidence.allRead && !effective.has(one) && isJudged(one)).map(unused),
    ];
    return { findings: inOrder([...kept, ...about]), suppressed };
}
/** Run-time findings come and go: one run in which there is none does not make a suppression useless. */
function isJudged({ code }) {
    return !code.startsWith('runtime/');
}
/** What the running stack showed stays first, in its order of causes; the rest goes by severity and place. */
function inOrder(findings) {
    const ofFiles = ({ stage }) => stage === 'settings' || stage === 'load' || stage === 'check';
    return [...findings.filter((one) => !ofFiles(one)), ...findings.filter(ofFiles).sort(bySeverityThenPlace)];
}
/** No code is longer; what is would only be slow to compare. */
const LONGEST_CODE = 100;
/** Why a suppression cannot be what its writer meant. */
function faultOf({ kind, code, reason, at }, codes) {
    const known = codesAndFamilies(codes);
    if (!known.includes(code)) {
        const similar = code.length > LONGEST_CODE ? undefined : nearest(code, known);
        const shown = code.length > LONGEST_CODE ? `${code.slice(0, LONGEST_CODE)}…` : code;
        const guess = similar === undefined ? '' : `: did you mean "${similar}"?`;
        const help = similar === undefined ? 'take the code from the finding, where it stands in brackets' : `write "${similar}"`;
        return suppressionFinding('suppression/unknown-code', `"${shown}" is no code or family of findings${guess}`, at, help);
    }
    const held = neverSuppressed(code);
    if (held !== undefined) {
        const help = 'remove the suppression and mend what the finding says';
        return suppressionFinding('suppression/refused', `"${code}" cannot be suppressed: ${held}`, at, help);
    }
    if (reason !== '')
        return undefined;
    const expected = kind === 'inline' ? 'expected ": REASON" after the code' : 'expected "reason" with a text';
    const message = `the suppression of "${code}" gives no reason, so it suppresses nothing: ${expected}`;
    return suppressionFinding('suppression/no-reason', message, at, 'say why the finding may stay');
}
function refusal({ code, at }, finding, why) {
    const message = `the suppression of "${code}" has no effect on "${finding.code}": ${why}`;
    const about = suppressionFinding('suppression/refused', message, at, 'mend what the finding says');
    const { location } = finding;
    return location ? { ...about, related: [{ message: 'this finding counts', location }] } : about;
}
function unused({ code, at, scope }) {
    const message = `the suppression of "${code}" suppresses nothing: there is no such finding ${scope}`;
    return suppressionFinding('suppression/unused', message, at, 'remove it');
}

;// CONCATENATED MODULE: ./src/model/fingerprint.ts

/**
 * What makes a finding the same one in another version of the files: its code, file, message and the text of its line, but not
 * where the line stands. Findings that are alike in all of these have one fingerprint; who needs to tell them apart counts them.
 *
 * @param file how the file is named where the fingerprint is kept; the same on every machine
 * @param lineText the line that the finding points at, when it is at hand
 */
function fingerprint({ code, message }, file, lineText) {
    // A message may name another line, which moves as well.
    const words = message.replaceAll(/\bline \d+/g, 'line');
    const about = JSON.stringify([code, file, words, lineText?.trim() ?? '']);
    return (0,external_node_crypto_.createHash)('sha256').update(about).digest('hex').slice(0, 32);
}

;// CONCATENATED MODULE: ./src/suppress/baseline.ts






/** The baseline of the findings of a run: sorted, so that two of them can be compared. */
function baselineOf(findings, place) {
    const entries = new Map();
    for (const finding of findings) {
        if (neverSuppressed(finding.code) !== undefined)
            continue;
        const file = fileOf(finding, place);
        const print = printOf(finding, file, place);
        const { code, message } = finding;
        const count = (entries.get(print)?.count ?? (entries.has(print) ? 1 : 0)) + 1;
        entries.set(print, { code, file, message, fingerprint: print, ...(count > 1 ? { count } : {}) });
    }
    const key = ({ file, code, message, fingerprint: print }) => [file, code, message, print].join('\n');
    const sorted = [...entries.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    return { shown: place.shown, entries: sorted };
}
/** The text of a baseline's file. */
function renderBaseline({ entries }) {
    return `${JSON.stringify({ tool: 'scrapegate', schema_version: 1, findings: entries }, undefined, 2)}\n`;
}
/** Takes the findings out that a baseline lists, as many of each as it lists, and says how many of it are gone. Pure. */
function applyBaseline(findings, { shown, entries }, place, evidence) {
    const left = new Map();
    for (const entry of entries)
        left.set(entry.fingerprint, (left.get(entry.fingerprint) ?? 0) + (entry.count ?? 1));
    const kept = [];
    const suppressed = [];
    for (const finding of findings) {
        const print = printOf(finding, fileOf(finding, place), place);
        const count = left.get(print) ?? 0;
        if (count > 0)
            left.set(print, count - 1);
        if (count === 0 || heldBack(finding, evidence) !== undefined)
            kept.push(finding);
        else
            suppressed.push({ finding, kind: 'baseline', reason: `listed in the baseline "${shown}"` });
    }
    const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
    return { findings: gone > 0 && evidence.allRead ? [...kept, stale(shown, gone)] : kept, suppressed };
}
function stale(shown, gone) {
    const many = gone === 1 ? '1 finding that is' : `${String(gone)} findings that are`;
    return {
        code: 'baseline/stale',
        severity: SUPPRESSION_CODES['baseline/stale'].severity,
        stage: 'check',
        message: `the baseline "${shown}" lists ${many} no longer there`,
        location: { file: shown, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
        related: [],
        help: `refresh it with scrapegate check --baseline ${shown} --write-baseline`,
        docs_url: docsUrl('suppressing'),
    };
}
function fileOf({ location }, { shown, workingDirectory }) {
    if (!location)
        return '';
    const directory = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(workingDirectory, shown));
    return (0,external_node_path_.relative)(directory, (0,external_node_path_.resolve)(workingDirectory, location.file)).split(external_node_path_.sep).join('/');
}
function printOf(finding, file, { lineOf }) {
    const { location } = finding;
    return fingerprint(finding, file, location && lineOf(location.file, location.start.line));
}
/** Reads the text of a baseline. Throws UsageError, one line, about the first thing that is wrong. */
function parseBaseline(text, shown) {
    const refuse = (what) => {
        throw new errors/* UsageError */.N(`the baseline "${shown}" ${what}: write it anew with scrapegate check --baseline ${shown} --write-baseline`);
    };
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        const [why = ''] = error.message.split('\n');
        return refuse(`is no JSON (${why})`);
    }
    if (!isObject(value))
        return refuse('is no JSON object');
    if (value['schema_version'] !== 1)
        return refuse(`has schema_version ${String(value['schema_version'])}, expected 1`);
    const findings = value['findings'];
    if (!Array.isArray(findings))
        return refuse('has no list "findings"');
    const wrong = findings.findIndex((entry) => !isEntry(entry));
    if (wrong >= 0)
        return refuse(`has an entry ${String(wrong + 1)} that is none, expected code, file, message, fingerprint and count`);
    return { shown, entries: findings };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isEntry(value) {
    if (!isObject(value))
        return false;
    const { code, file, message, fingerprint: print, count = 1 } = value;
    return ([code, file, message].every((one) => typeof one === 'string') &&
        typeof print === 'string' &&
        /^[0-9a-f]{32}$/.test(print) &&
        Number.isSafeInteger(count) &&
        count > 0);
}

;// CONCATENATED MODULE: ./src/sieve.ts





/** Takes out of findings what does not count: suppressed in a file, in the settings, or listed in the baseline. Pure. */
class Sieve {
    options;
    constructor(options) {
        this.options = options;
    }
    /** What counts of the findings about files, before anything is started. */
    remaining(findings, about) {
        return this.#sift(findings, about).sifted.findings;
    }
    /** A finished record with its findings sifted. */
    settle(record) {
        const { sifted, newBaseline } = this.#sift(record.findings, record);
        return { record: { ...record, ...sifted }, newBaseline };
    }
    #sift(findings, about) {
        const { ignores, baseline, newBaseline, workingDirectory } = this.options;
        const evidence = this.#evidence(findings, about);
        // Every text with comments of its own.
        const files = [...about.files, ...about.inline];
        const first = applySuppressions(findings, files, ignores, { codes: KNOWN_CODES, evidence });
        const shown = newBaseline ?? baseline?.shown;
        if (shown === undefined)
            return { sifted: first };
        const texts = new Map(about.files.map(({ path, text }) => [path, text]));
        const place = { shown, workingDirectory, lineOf: linesOf(texts) };
        const wanted = baseline ?? baselineOf(first.findings, place);
        const second = applyBaseline(first.findings, wanted, place, evidence);
        return {
            sifted: { findings: second.findings, suppressed: [...first.suppressed, ...second.suppressed] },
            newBaseline: newBaseline === undefined ? undefined : renderBaseline(wanted),
        };
    }
    #evidence(findings, { stack, observation, targets = [] }) {
        const allRead = !findings.some(({ stage, severity }) => stage === 'load' && severity === 'error');
        const provable = stack?.prometheus !== undefined && expectedTargets(stack).length > 0;
        const someUp = observation && targets.some(({ health }) => health === 'up');
        return { command: this.options.command, allRead, provable, someUp };
    }
}

;// CONCATENATED MODULE: ./src/verdict.ts

/** Findings of these codes leave the stack working in part: what else was verified still holds. */
const PARTIAL = new Set(['runtime/target-down', 'runtime/target-missing', 'runtime/target-not-scraped']);
/** State of the stack. Degraded needs proof that something works: at least one target that is up. */
function statusOf(record) {
    const errors = record.findings.filter(({ severity }) => severity === 'error');
    if (record.command === 'check')
        return errors.length > 0 ? 'unhealthy' : 'healthy';
    const someUp = record.targets.some(({ health }) => health === 'up');
    if (!someUp || record.error !== undefined)
        return 'unhealthy';
    if (!errors.every(({ code }) => PARTIAL.has(code)))
        return 'unhealthy';
    return errors.length > 0 ? 'degraded' : 'healthy';
}
/** The verdict. Zero evidence never passes, and what could not be judged is an error, not a failure. */
function verdictOf(record, { failOn, failOnSeverity }) {
    if (record.error !== undefined || record.observation?.interrupted === 'cancelled')
        return 'error';
    if (record.command === 'check')
        return record.findings.some((finding) => reaches(finding, failOnSeverity)) ? 'fail' : 'pass';
    const status = statusOf(record);
    if (status === 'unhealthy')
        return 'fail';
    return status === 'degraded' && failOn === 'degraded' ? 'fail' : 'pass';
}
function reaches({ severity }, limit) {
    return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}
/** The exit code of a verdict; a bad option never gets as far as a verdict of its own, see `entry/`. */
function exitCodeOf(verdict) {
    return verdict === 'pass' ? 0 : verdict === 'fail' ? 1 : 3;
}

;// CONCATENATED MODULE: ./src/run.ts












/** The result of a command that could not even begin: a bad option or settings file. */
function refused(command, message, { clock, version }) {
    const record = { ...emptyRecord(command, clock.now(), clock), findings: [usageFinding(message)], error: message };
    return { report: buildReport(record, 'error', statusOf(record), version), sources: new Map(), exitCode: 2 };
}
function usageFinding(message) {
    const help = 'see scrapegate --help, or the inputs in README.md';
    return { code: 'settings/invalid', severity: 'error', stage: 'settings', message, related: [], help };
}
/** Runs one command. Never throws: what goes wrong is in the report and the exit code. */
async function run(settings, ports, cancel) {
    const startedMs = ports.clock.now();
    let stack;
    try {
        const sieve = sieveOf(settings, ports);
        let found;
        if (settings.command === 'check')
            found = await checkOnly(settings, startedMs, ports, sieve);
        else {
            stack = loadOneStack(settings.paths[0] ?? '.', settings, ports);
            await loadSchemasOf(stack.documents);
            found = await gateIt(stack, settings, ports, cancel, sieve);
        }
        const { record, newBaseline } = sieve.settle(found);
        const verdict = verdictOf(record, settings);
        const done = result(record, verdict, exitCodeOf(verdict), ports);
        return { ...done, sources: new Map([...settingsTexts(settings), ...done.sources]), newBaseline };
    }
    catch (error) {
        const message = explain(error);
        const files = stack?.files ?? [];
        const record = { ...emptyRecord(settings.command, startedMs, ports.clock), stack, files, error: message };
        if (!(error instanceof errors/* UsageError */.N))
            return result(record, 'error', 3, ports);
        return result({ ...record, findings: [usageFinding(message)] }, 'error', 2, ports);
    }
}
function result(record, verdict, exitCode, ports) {
    return {
        report: buildReport(record, verdict, statusOf(record), ports.version),
        sources: new Map(record.files.map(({ path, text }) => [path, text])),
        exitCode,
    };
}
/** Reads the baseline before anything else: without it nothing can be judged. */
function sieveOf({ command, ignores, baseline, writeBaseline }, ports) {
    const { workingDirectory, files } = ports;
    const options = { command, ignores, workingDirectory };
    if (baseline === undefined)
        return new Sieve(options);
    if (writeBaseline)
        return new Sieve({ ...options, newBaseline: baseline });
    const read = files.read((0,external_node_path_.resolve)(workingDirectory, baseline));
    if (read.ok)
        return new Sieve({ ...options, baseline: parseBaseline(read.text, baseline) });
    const why = read.reason.replaceAll('-', ' ');
    throw new errors/* UsageError */.N(`the baseline "${baseline}" cannot be read: ${why}; write it with scrapegate check --baseline ${baseline} --write-baseline`);
}
/** Findings about suppressions point into the settings file as well. */
function settingsTexts({ ignores }) {
    return ignores.map(({ at }) => [at.file.path, at.file.text]);
}
async function checkOnly(settings, startedMs, ports, sieve) {
    const { stack, files, inline, findings } = await checkPaths(settings, ports);
    const failed = sieve.remaining(findings, { stack, files, inline }).some(({ severity }) => severity === 'error');
    const endedMs = ports.clock.now();
    const stage = {
        name: 'check',
        status: failed ? 'failed' : 'passed',
        started_at: new Date(startedMs).toISOString(),
        duration_ms: endedMs - startedMs,
    };
    const read = { stack, files, inline, findings, stages: [stage] };
    return { command: 'check', startedMs, endedMs, ...read, targets: [], readyAt: new Map() };
}
async function gateIt(stack, settings, ports, cancel, sieve) {
    const projectName = settings.projectName ?? ports.newProjectName((0,external_node_path_.basename)(stack.directory));
    const handle = await ports.openRuntime(stack, projectName);
    try {
        const read = { stack, files: stack.files, inline: inlineOf(stack) };
        const remaining = (findings) => sieve.remaining(findings, read);
        const tearDown = settings.keep ? 'later' : ports.tearDown;
        const options = { timeoutMs: settings.timeoutMs, tearDown, remaining };
        const announce = (keepVolumes) => {
            ports.announceProject(projectName, keepVolumes);
        };
        return await gate(stack, options, { ...ports, ...handle, announce }, cancel);
    }
    catch (error) {
        if (!(error instanceof ProjectInUse))
            throw error;
        throw new errors/* UsageError */.N(`project "${projectName}" already has ${String(error.containers)} container${error.containers === 1 ? '' : 's'}: choose another --project-name, or remove them with \`docker compose -p ${projectName} down\``);
    }
    finally {
        await handle.close();
    }
}
function emptyRecord(command, startedMs, clock) {
    return {
        command,
        startedMs,
        endedMs: clock.now(),
        files: [],
        inline: [],
        findings: [],
        stages: [],
        targets: [],
        readyAt: new Map(),
    };
}
/** One line for a person; a bug of ours says so and keeps its stack for the report of it. */
function explain(error) {
    if (error instanceof errors/* UsageError */.N || error instanceof errors/* EnvironmentError */.e)
        return error.message;
    const what = error instanceof Error ? error.message : String(error);
    return `internal error: ${what}; please report it with the command and the files that led to it`;
}

// EXTERNAL MODULE: ./src/generated/validators/settings.cjs
var settings = __nccwpck_require__(6573);
;// CONCATENATED MODULE: ./src/settings/settings.ts
/** Options that take several values. */
const LISTS = ['compose-file', 'env-file', 'profile'];
/** Options that are on or off. */
const SWITCHES = ['keep', 'quiet', 'color', 'write-baseline'];
/** Options that take one value. */
const TEXTS = [
    'as',
    'project-name',
    'prometheus-service',
    'timeout',
    'fail-on',
    'fail-on-severity',
    'format',
    'report-dir',
    'baseline',
];

;// CONCATENATED MODULE: ./src/settings/resolve-settings.ts





const resolve_settings_NAMES = [...LISTS, ...SWITCHES, ...TEXTS];
const DEFAULT_TIMEOUT = '5m';
/** Where the report goes unless an option says otherwise. */
const DEFAULT_REPORT_DIR = '.scrapegate/report';
/**
 * Merges the sources, the first one that has an option wins, and validates the result once.
 * Throws UsageError, one line, about the first bad option.
 */
function resolveSettings(command, paths, sources, rest) {
    for (const source of sources)
        validate(source);
    const first = (name) => sources.find(({ options }) => options[name] !== undefined)?.options[name];
    const text = (name) => first(name);
    const list = (name) => first(name) ?? [];
    const flag = (name, fallback) => first(name) ?? fallback;
    const writeBaseline = flag('write-baseline', false);
    if (writeBaseline)
        checkWriting(command, text('baseline'));
    return {
        command,
        paths,
        as: text('as'),
        composeFiles: list('compose-file'),
        envFiles: list('env-file'),
        profiles: list('profile'),
        projectName: text('project-name'),
        prometheusService: text('prometheus-service'),
        timeoutMs: prometheusDurationMs(text('timeout') ?? DEFAULT_TIMEOUT) ?? 0,
        failOn: (text('fail-on') ?? 'degraded'),
        failOnSeverity: (text('fail-on-severity') ?? 'error'),
        format: (text('format') ?? 'text'),
        keep: flag('keep', false),
        reportDir: text('report-dir') ?? DEFAULT_REPORT_DIR,
        quiet: flag('quiet', false),
        color: flag('color', rest.color),
        ignores: rest.ignores ?? [],
        baseline: text('baseline'),
        writeBaseline,
    };
}
/** A gate's findings come and go, and nobody knows a place that was not named. */
function checkWriting(command, baseline) {
    if (command !== 'check')
        throw new errors/* UsageError */.N(`--write-baseline is only for check, not for ${command}`);
    if (baseline === undefined)
        throw new errors/* UsageError */.N('--write-baseline needs the file to write: name it with --baseline');
}
function validate({ label, options }) {
    const unknown = Object.keys(options).find((name) => !resolve_settings_NAMES.includes(name));
    if (unknown !== undefined) {
        const similar = nearest(unknown, resolve_settings_NAMES);
        throw new errors/* UsageError */.N(`unknown option ${label(unknown)}${similar ? `; did you mean ${label(similar)}?` : ''}`);
    }
    if (!settings.validate(options)) {
        const [error] = settings.validate.errors ?? [];
        const name = error?.instancePath.split('/')[1] ?? '';
        throw new errors/* UsageError */.N(`${label(name)} is ${resolve_settings_shown(options[name])}, expected ${expected(name, error?.params)}`);
    }
    const timeout = options['timeout'];
    if (timeout !== undefined && !((prometheusDurationMs(String(timeout)) ?? 0) > 0)) {
        throw new errors/* UsageError */.N(`${label('timeout')} is "${String(timeout)}", expected a duration above zero such as 90s or 5m`);
    }
}
function resolve_settings_shown(value) {
    return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}
function expected(name, params) {
    const allowed = params?.['allowedValues'];
    if (Array.isArray(allowed))
        return `one of ${allowed.join(', ')}`;
    if (name === 'project-name')
        return 'lower-case letters, digits, dashes and underscores, a letter or digit first';
    if (SWITCHES.includes(name))
        return 'true or false';
    if (LISTS.includes(name))
        return 'a list of texts';
    return 'a text that is not empty';
}

;// CONCATENATED MODULE: ./src/settings/ignore-list.ts



const KEYS = ['code', 'file', 'service', 'job', 'target', 'reason'];
/** The entries of `ignore` in a settings file. Throws UsageError, with the place, about what cannot be an entry. */
function readIgnores(node) {
    if (node.kind === 'sequence')
        return node.items.map(readEntry);
    if (node.kind === 'scalar' && node.value === null)
        return [];
    throw new errors/* UsageError */.N(`${ignore_list_placeOf(node.at)}: ignore must be a list of entries with code and reason`);
}
function readEntry(node) {
    if (node.kind !== 'mapping')
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(node.at)}: an entry of ignore must be a mapping with code and reason`);
    const texts = new Map(entries(node).map(([name, { key, value }]) => [known(name, key.at), textOf(name, value)]));
    const code = texts.get('code');
    if (!code)
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(node.at)}: an entry of ignore has no code: name a rule such as stack/target-localhost, or a family such as stack/*`);
    const { service, job, target, file } = Object.fromEntries(texts);
    return { code, file, service, job, target, reason: texts.get('reason') ?? '', at: codeRange(node) };
}
function known(name, at) {
    const key = KEYS.find((one) => one === name);
    if (key)
        return key;
    const similar = nearest(name, KEYS);
    const guess = similar === undefined ? `, expected ${KEYS.join(', ')}` : `; did you mean "${similar}"?`;
    throw new errors/* UsageError */.N(`${ignore_list_placeOf(at)}: an entry of ignore has the unknown key "${name}"${guess}`);
}
/** Only a reason may be empty here: that is a finding of its own, so that a run shows all of them at once. */
function textOf(name, value) {
    const text = value.kind === 'scalar' && value.value !== null ? value.text.trim() : '';
    if (value.kind !== 'scalar' || (text === '' && name !== 'reason'))
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(value.at)}: ${name} of an entry of ignore must be a text that is not empty`);
    return text;
}
function codeRange(node) {
    return node.entries.get('code')?.value.at ?? node.at;
}
/** A place as messages print it. */
function ignore_list_placeOf(at) {
    const { line, column } = at.file.position(at.start);
    return `${at.file.path}:${String(line)}:${String(column)}`;
}

;// CONCATENATED MODULE: ./src/settings/settings-file.ts





/** Reads a settings file; empty when it does not exist and was not asked for. Throws UsageError with the place. */
function readSettingsFile(path, shown, required, files) {
    const read = files.read(path);
    if (!read.ok) {
        if (read.reason === 'missing' && !required)
            return { options: {}, ignores: [] };
        throw new errors/* UsageError */.N(`the settings file "${shown}" cannot be read: ${read.reason.replaceAll('-', ' ')}`);
    }
    const { roots, problems } = parseYaml(new SourceFile(shown, 'settings', read.text), 'v3');
    const [problem] = problems;
    if (problem)
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(problem.at)}: ${problem.message}`);
    const [root] = roots;
    if (root === undefined)
        return { options: {}, ignores: [] };
    if (root.kind !== 'mapping')
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(root.at)}: settings must be a mapping of option names to values`);
    const ignores = root.entries.get('ignore')?.value;
    const options = [...root.entries].filter(([name]) => name !== 'ignore');
    return {
        options: Object.fromEntries(options.map(([name, { key, value }]) => [name, rawValue(name, key, value)])),
        ignores: ignores === undefined ? [] : readIgnores(ignores),
    };
}
/** Scalars stay text, as they are on the command line, except where the option is a switch or a list. */
function rawValue(name, key, node) {
    // Every later check would write the file anew and find nothing.
    if (name === 'write-baseline')
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(key.at)}: write-baseline is only for the command line: remove it here`);
    const isList = LISTS.includes(name);
    if (node.kind === 'sequence')
        return node.items.map((item) => (item.kind === 'scalar' ? item.text : ''));
    if (node.kind === 'mapping')
        throw new errors/* UsageError */.N(`${ignore_list_placeOf(node.at)}: ${name} must not be a mapping`);
    if (SWITCHES.includes(name) && typeof node.value === 'boolean')
        return node.value;
    return isList ? [node.text] : node.text;
}

;// CONCATENATED MODULE: ./src/entry/help.ts
/** What `scrapegate --help` prints. */
const help_HELP = `scrapegate: no deploy until Prometheus proves that it scrapes your services

usage: scrapegate check [PATH...] [options]
       scrapegate gate [DIR] [options]

commands
  check   read the stacks of a directory, or single files, and say what will not work; needs no Docker
  gate    check, bring the stack up in stages, wait, verify every expected target, report, tear down

options
  --compose-file FILE         compose file; repeat for overrides (default: found in DIR)
  --env-file FILE             variables for the compose file; may be repeated
  --profile NAME              compose profile to turn on; may be repeated
  --project-name NAME         compose project name (default: a new one for each run)
  --prometheus-service NAME   the service that is Prometheus (default: found by image, command and mounts)
  --timeout DURATION          one deadline for the whole run (default 5m)
  --fail-on STATUS            degraded (default) or unhealthy: the weakest status that fails the gate
  --fail-on-severity LEVEL    error (default), warning or notice: the weakest finding that fails check
  --as KIND                   what the files given to check are: prometheus, rules, alertmanager, web, blackbox,
                              grafana-datasources, dashboard, compose, … (default: told by their content)
  --format FORMAT             text (default), json, sarif (code scanning), junit (test results) or github (workflow log)
  --baseline FILE             findings that FILE lists do not count (see docs/suppressing.md)
  --write-baseline            check writes FILE with all that it finds
  --report-dir DIR            where gate writes its report (default .scrapegate/report)
  --settings FILE             settings file with these options (default .scrapegate.yml)
  --keep                      leave the stack running
  --quiet                     no progress, only findings and the verdict
  --no-color                  no colour
  --version, --help

exit codes
  0 pass   1 fail   2 bad usage or settings   3 environment or internal error
`;

;// CONCATENATED MODULE: ./package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./src/entry/ports.ts





/** The version of this tool. */
const VERSION = package_namespaceObject.rE;
/** The real world for one command. */
function realPorts(settings, progress, rest) {
    const workingDirectory = process.cwd();
    return {
        files: new NodeFiles(),
        clock: systemClock,
        progress,
        workingDirectory,
        environment: Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
        version: VERSION,
        displayPath: (absolute) => (0,external_node_path_.relative)(workingDirectory, absolute) || absolute,
        openRuntime: (stack, projectName) => openRuntime(stack, projectName, settings),
        newProjectName,
        ...rest,
    };
}
/** Docker is loaded only when something is to be started, which keeps `check` quick. */
async function openRuntime(stack, projectName, settings) {
    const [{ ComposeRuntime }, { findEngine }, { PrometheusWays }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 743).then(__nccwpck_require__.bind(__nccwpck_require__, 1743)),
        Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(470)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3470)),
        __nccwpck_require__.e(/* import() */ 777).then(__nccwpck_require__.bind(__nccwpck_require__, 5777)),
    ]);
    const engine = await findEngine(process.env);
    const { composeFiles, profiles } = stack.project;
    // Relative to where the user is, while compose runs where the project is.
    const envFiles = settings.envFiles.map((file) => (0,external_node_path_.resolve)(file));
    const runtime = new ComposeRuntime({ projectName, directory: stack.directory, composeFiles, envFiles, profiles }, engine);
    return { runtime, door: new PrometheusWays(runtime), close: () => engine.close() };
}
/** Compose allows lower-case letters, digits, dashes and underscores; the random part keeps runs apart. */
function newProjectName(directory) {
    const plain = directory
        .toLowerCase()
        .replaceAll(/[^a-z0-9_-]+/g, '-')
        .replaceAll(/^[-_]+|[-_]+$/g, '');
    return `scrapegate-${plain.slice(0, 30) || 'stack'}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
}
/** Aborts with the first SIGINT or SIGTERM. */
function cancelOnSignals() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            controller.abort();
        });
    }
    return controller.signal;
}

;// CONCATENATED MODULE: ./src/adapters/repository-root.ts


/** The top directory of the repository that a directory is in; the directory itself outside of any. */
function repositoryRoot(directory) {
    for (let current = directory;; current = (0,external_node_path_.dirname)(current)) {
        if ((0,external_node_fs_namespaceObject.existsSync)((0,external_node_path_.join)(current, '.git')))
            return current;
        if ((0,external_node_path_.dirname)(current) === current)
            return directory;
    }
}

;// CONCATENATED MODULE: ./src/report/harmless.ts
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;
const ANSI = /\u001b\[[0-9;?]*[A-Za-z]/g;
/** Text of others without what could move a cursor, recolour a terminal, break a document or command a runner. */
function harmless(text) {
    const plain = text.replaceAll(ANSI, '').replaceAll('\r\n', '\n').replaceAll(CONTROL, '\ufffd');
    // The older form of workflow commands counts anywhere in a line.
    return plain.replaceAll('##[', '##\u200b[');
}
/** The same on one line. */
function oneLine(text) {
    return harmless(text)
        .replaceAll(/\s*\n\s*/g, ' ')
        .trim();
}
/** A text in which halves of surrogate pairs are replaced, for forms that cannot carry them. */
function wellFormed(text) {
    return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

;// CONCATENATED MODULE: ./src/report/escape-html.ts

/** Text of others in HTML, in an element or a quoted attribute. */
function escapeHtml(text) {
    return harmless(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}

;// CONCATENATED MODULE: ./src/report/escape-xml.ts


/** Text of others in XML 1.0, which has no way to write control characters, halves of surrogate pairs and two code points more. */
function escapeXml(text) {
    return escapeHtml(wellFormed(text)).replaceAll(/[\ufffe\uffff]/g, '\ufffd');
}
/** The same in a quoted attribute, where a parser would turn line breaks and tabs into spaces. */
function escapeXmlAttribute(text) {
    return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

;// CONCATENATED MODULE: ./src/report/junit.ts



/** The report as JUnit XML: a suite for each file that was read, one for what has no file, one for the expected targets. */
function renderJunit(report, options) {
    const suites = [...fileSuites(report, options), ...targetSuite(report)];
    const started = escapeXmlAttribute(report.started_at);
    const all = suites.flatMap(({ cases }) => cases);
    const head = `name="scrapegate" ${counts(all)} time="${seconds(report.duration_ms / 1000)}" timestamp="${started}"`;
    const body = suites.map(({ name, file, cases }) => {
        const attributes = [
            `name="${escapeXmlAttribute(name)}"`,
            ...(file === undefined ? [] : [`file="${escapeXmlAttribute(file)}"`]),
        ];
        const time = cases.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
        const open = `  <testsuite ${attributes.join(' ')} ${counts(cases)} time="${seconds(time)}" timestamp="${started}">`;
        return [open, ...cases.map(caseXml), '  </testsuite>'].join('\n');
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n${[`<testsuites ${head}>`, ...body, '</testsuites>'].join('\n')}\n`;
}
/** A file in which nothing was found is one case that passed, so that a reader sees that it was read. */
function fileSuites(report, options) {
    const paths = [...new Set(report.files.map(({ path }) => path))];
    const known = new Set(paths);
    const casesOf = (isHere) => [
        ...report.findings.filter(isHere).map((finding) => findingCase(finding, options)),
        ...report.suppressed.filter(({ finding }) => isHere(finding)).map(suppressedCase),
    ];
    const suites = paths.map((path) => {
        const cases = casesOf(({ location }) => location?.file === path);
        const clean = { name: 'no findings', classname: path, file: path, outcome: 'passed' };
        return { name: path, file: path, cases: cases.length > 0 ? cases : [clean] };
    });
    const rest = casesOf(({ location, message }) => !known.has(location?.file ?? '') && message !== report.error);
    const failed = report.error === undefined
        ? []
        : [{ name: report.command, classname: 'scrapegate', outcome: 'error', message: report.error }];
    return [...suites, ...(rest.length + failed.length > 0 ? [{ name: 'run', cases: [...failed, ...rest] }] : [])];
}
function findingCase(finding, { failsFrom }) {
    const fails = SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(failsFrom);
    return {
        ...junit_placeOf(finding),
        outcome: fails ? 'failure' : 'passed',
        message: finding.message,
        type: finding.code,
        details: junit_textOf(finding),
    };
}
function suppressedCase({ finding, kind, reason }) {
    return {
        ...junit_placeOf(finding),
        outcome: 'skipped',
        message: `suppressed (${kind}): ${reason}`,
        details: junit_textOf(finding),
    };
}
function junit_placeOf({ code, message, location }) {
    const line = location?.start.line;
    const name = `${code}${line === undefined ? '' : ` line ${String(line)}`}: ${message}`;
    return { name, classname: location?.file ?? 'scrapegate', file: location?.file, line };
}
function targetSuite({ targets, suppressed }) {
    if (targets.length === 0)
        return [];
    return [{ name: 'expected targets', cases: targets.map((target) => targetCase(target, suppressed)) }];
}
function targetCase(target, suppressed) {
    const { job, health, expected_from: from, last_error: error, first_up_after_ms: ms } = target;
    const by = suppressed.find(({ finding: { subject } }) => subject?.job === job && subject.target === target.target);
    const place = {
        name: `${job} ${target.target}`,
        classname: 'expected targets',
        file: from.file,
        line: from.line,
        seconds: ms === undefined ? undefined : ms / 1000,
    };
    if (health === 'up')
        return { ...place, outcome: 'passed' };
    if (health === 'dropped')
        return { ...place, outcome: 'skipped', message: 'dropped by relabelling' };
    const message = `target "${target.target}" of scrape job "${job}" is ${health}${error ? `: ${error}` : ''}`;
    if (by)
        return { ...place, outcome: 'skipped', message: `suppressed (${by.kind}): ${by.reason}`, details: message };
    return { ...place, outcome: 'failure', type: `target ${health}`, message, details: message };
}
function counts(cases) {
    const of = (wanted) => String(cases.filter(({ outcome }) => outcome === wanted).length);
    return `tests="${String(cases.length)}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}
function caseXml(one) {
    const attributes = [
        `name="${escapeXmlAttribute(oneLine(one.name))}"`,
        `classname="${escapeXmlAttribute(one.classname)}"`,
        ...(one.file === undefined ? [] : [`file="${escapeXmlAttribute(one.file)}"`]),
        ...(one.line === undefined ? [] : [`line="${String(one.line)}"`]),
        `time="${seconds(one.seconds ?? 0)}"`,
    ];
    const inside = insideOf(one);
    const open = `    <testcase ${attributes.join(' ')}`;
    return inside === undefined ? `${open}/>` : `${open}>\n      ${inside}\n    </testcase>`;
}
function insideOf({ outcome, message = '', type, details }) {
    const text = details === undefined ? '' : escapeXml(details);
    if (outcome === 'passed')
        return details === undefined ? undefined : `<system-out>${text}</system-out>`;
    const kind = type === undefined || outcome === 'skipped' ? '' : ` type="${escapeXmlAttribute(type)}"`;
    const open = `<${outcome} message="${escapeXmlAttribute(oneLine(message))}"${kind}`;
    return text === '' ? `${open}/>` : `${open}>${text}</${outcome}>`;
}
function junit_textOf({ severity, code, message, location, cause, help, evidence = [] }) {
    const place = location ? `${location.file}:${String(location.start.line)}:${String(location.start.column)}: ` : '';
    return [
        `${place}${severity}[${code}] ${message}`,
        ...(cause === undefined ? [] : [`cause: ${cause}`]),
        ...(help === undefined ? [] : [`help: ${help}`]),
        ...evidence,
    ].join('\n');
}
function seconds(value) {
    return Math.max(0, value).toFixed(3);
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./src/report/checkout.ts

/** A path as the repository names it, with slashes; undefined for a file outside of it. */
function pathInRepository(path, { root, workingDirectory }) {
    const parts = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(workingDirectory, path)).split(external_node_path_.sep);
    // Another drive of Windows stays absolute.
    return parts[0] === '..' || parts[0]?.endsWith(':') ? undefined : parts.join('/');
}

;// CONCATENATED MODULE: ./src/report/sarif.ts







/** Places of one result that GitHub keeps. */
const MOST_RELATED = 100;
const sarif_LEVELS = { error: 'error', warning: 'warning', notice: 'note' };
/** The findings as SARIF 2.1.0, in the form that GitHub's code scanning takes. */
function renderSarif(report, sources, { checkout, codes, mostResults = 5000 }) {
    const all = [
        ...[...report.findings].sort(bySeverity).map((finding) => ({ finding })),
        ...[...report.suppressed]
            .sort((a, b) => bySeverity(a.finding, b.finding))
            .map((by) => ({ finding: by.finding, by })),
    ];
    // Code scanning refuses a result without a place: what has none is put on the first file that was read.
    const fallback = report.files[0]?.path;
    const placed = all.filter(({ finding }) => (finding.location?.file ?? fallback) !== undefined);
    const shown = placed.slice(0, mostResults);
    const used = [...new Set(shown.map(({ finding }) => finding.code))];
    const writer = new ResultWriter(checkout, linesOf(sources), used, fallback ?? '');
    const run = {
        tool: { driver: driver(report, shown, used, codes) },
        invocations: [invocation(report, placed.length - shown.length, fallback === undefined)],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'the top directory of the repository' } } },
        results: shown.map((entry) => writer.result(entry)),
    };
    const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
    return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}
/** Stable, so that root causes stay before what they cause. */
function bySeverity(a, b) {
    return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}
function driver({ tool }, shown, used, codes) {
    const rules = used.map((code) => {
        const first = shown.find(({ finding }) => finding.code === code)?.finding;
        const page = first?.docs_url;
        const facts = codes.get(code);
        return {
            id: code,
            shortDescription: { text: facts?.summary ?? code },
            ...(page === undefined ? {} : { helpUri: page }),
            ...(facts?.remedy === undefined ? {} : { help: { text: facts.remedy } }),
            defaultConfiguration: { level: sarif_LEVELS[facts?.severity ?? first?.severity ?? 'error'] },
            properties: { tags: [code.replace(/\/.*$/, '')] },
        };
    });
    return { name: 'Scrapegate', semanticVersion: tool.version, rules };
}
/** Carries what is no result: why the gate could not judge, findings of a run that read no file, and how many were cut. */
function invocation(report, cut, readNoFile) {
    const notes = [
        ...(report.error === undefined ? [] : [{ level: 'error', text: report.error }]),
        ...report.findings
            .filter(({ location, message }) => readNoFile && location === undefined && message !== report.error)
            .map((finding) => ({ level: sarif_LEVELS[finding.severity], text: messageOf(finding) })),
        ...(cut === 0
            ? []
            : [
                {
                    level: 'note',
                    text: `${String(cut)} more results were cut, the least severe ones; the JSON report has them`,
                },
            ]),
    ];
    return {
        executionSuccessful: report.verdict !== 'error',
        startTimeUtc: report.started_at,
        endTimeUtc: new Date(Date.parse(report.started_at) + report.duration_ms).toISOString(),
        ...(notes.length === 0
            ? {}
            : {
                toolExecutionNotifications: notes.map(({ level, text }) => ({ level, message: { text: harmless(text) } })),
            }),
    };
}
function messageOf({ message, help }) {
    const text = [oneLine(message), ...(help === undefined ? [] : [`help: ${oneLine(help)}`])].join('\n');
    // A viewer makes a link of brackets and parentheses; what others wrote must not become one.
    return text.replaceAll('](', ']\u200b(');
}
/** Writes results, and numbers those that have the same fingerprint. */
class ResultWriter {
    checkout;
    lineOf;
    codes;
    fallback;
    #seen = new Map();
    constructor(checkout, lineOf, codes, fallback) {
        this.checkout = checkout;
        this.lineOf = lineOf;
        this.codes = codes;
        this.fallback = fallback;
    }
    result({ finding, by }) {
        const { code, severity, location, related } = finding;
        return {
            ruleId: code,
            ruleIndex: this.codes.indexOf(code),
            level: sarif_LEVELS[severity],
            message: { text: messageOf(finding) },
            locations: [location ? this.#location(location) : this.#wholeFile(this.fallback)],
            ...(related.length > 0
                ? {
                    relatedLocations: related.slice(0, MOST_RELATED).map((one, index) => ({
                        id: index + 1,
                        ...this.#location(one.location),
                        message: { text: oneLine(one.message) },
                    })),
                }
                : {}),
            partialFingerprints: { 'scrapegate/v1': this.#fingerprint(finding) },
            ...(by === undefined ? {} : { suppressions: [this.#suppression(by)] }),
            ...properties(finding),
        };
    }
    #suppression({ kind, reason, location }) {
        return {
            kind: kind === 'inline' ? 'inSource' : 'external',
            status: 'accepted',
            justification: oneLine(reason),
            ...(location === undefined ? {} : { location: this.#location(location) }),
        };
    }
    #location({ file, start, end }) {
        // A range that takes its last line break with it ends on a line that may not be there.
        const whole = end.column === 1 && end.line > start.line;
        const lastLine = whole ? end.line - 1 : end.line;
        const lastColumn = whole ? Number.POSITIVE_INFINITY : end.column;
        const region = {
            startLine: start.line,
            startColumn: this.#within(file, start.line, start.column),
            endLine: lastLine,
            endColumn: this.#within(file, lastLine, lastColumn, end.column),
        };
        return { physicalLocation: { artifactLocation: this.#artifact(file), region } };
    }
    /** A column that the line has, as far as the text is at hand: in a text inside another one columns are approximate. */
    #within(file, line, column, otherwise = column) {
        const text = this.lineOf(file, line);
        return text === undefined ? otherwise : Math.min(column, text.length + 1);
    }
    #wholeFile(path) {
        return { physicalLocation: { artifactLocation: this.#artifact(path), region: { startLine: 1 } } };
    }
    #artifact(path) {
        const inside = pathInRepository(path, this.checkout);
        if (inside === undefined)
            return { uri: (0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(this.checkout.workingDirectory, path)).href };
        return { uri: inside.split('/').map(encodePart).join('/'), uriBaseId: '%SRCROOT%' };
    }
    #fingerprint(finding) {
        const { location } = finding;
        const file = location ? (pathInRepository(location.file, this.checkout) ?? location.file) : '';
        const line = location && this.lineOf(location.file, location.start.line);
        const print = fingerprint(finding, file, line);
        const count = (this.#seen.get(print) ?? 0) + 1;
        this.#seen.set(print, count);
        return `${print}:${String(count)}`;
    }
}
/** One part of a path in a relative reference; half a surrogate pair has no encoding at all. */
function encodePart(part) {
    return encodeURIComponent(wellFormed(part));
}
function properties({ cause, help, evidence }) {
    const bag = {
        ...(cause === undefined ? {} : { cause }),
        ...(help === undefined ? {} : { help: oneLine(help) }),
        ...(evidence === undefined ? {} : { evidence: evidence.map(harmless) }),
    };
    return Object.keys(bag).length === 0 ? {} : { properties: bag };
}

;// CONCATENATED MODULE: ./src/report/paint.ts

/** A painter for a terminal that has colour, or one that does nothing. */
function painter(color) {
    return color ? (style, text) => (0,external_node_util_.styleText)(style, text, { validateStream: false }) : (_, text) => text;
}

;// CONCATENATED MODULE: ./src/report/closing-line.ts


/** The verdict of a run in one line, with what was counted. */
function closingLine(report, paint = painter(false)) {
    const counted = SEVERITIES.map((severity) => [report.findings.filter((finding) => finding.severity === severity).length, severity])
        .filter(([count]) => count > 0)
        .map(([count, severity]) => `${String(count)} ${severity}${count === 1 ? '' : 's'}`);
    const findings = [
        counted.length > 0 ? counted.join(', ') : 'no findings',
        ...(report.suppressed.length > 0 ? [`${String(report.suppressed.length)} suppressed`] : []),
    ].join(', ');
    const up = report.targets.filter(({ health }) => health === 'up').length;
    const proved = report.command === 'gate' ? `, ${String(up)} of ${String(report.targets.length)} targets up` : '';
    const files = `${String(report.files.length)} file${report.files.length === 1 ? '' : 's'}`;
    const verdict = paint(report.verdict === 'pass' ? 'green' : 'red', paint('bold', report.verdict.toUpperCase()));
    const seconds = (report.duration_ms / 1000).toFixed(1);
    return `${verdict} ${report.status}: ${findings} in ${files}${proved}, ${seconds} s`;
}

;// CONCATENATED MODULE: ./src/report/frame.ts

const WIDEST = 110;
const TAB = '    ';
/** The source line of a location with a caret under the range; nothing when the text is not at hand. */
function frame_frame(location, lineOf, style, paint) {
    const line = lineOf(location.file, location.start.line);
    if (line === undefined)
        return [];
    const { start, end } = location;
    const last = end.line === start.line ? Math.max(end.column, start.column + 1) : line.length + 1;
    const before = frame_expand(line.slice(0, start.column - 1));
    const marked = frame_expand(line.slice(start.column - 1, last - 1)) || ' ';
    const after = frame_expand(line.slice(last - 1));
    // A long line is cut to the part around the range.
    const from = Math.max(0, before.length - 40);
    const shown = `${from > 0 ? '…' : ''}${before.slice(from)}${marked}${after}`;
    const cut = shown.length > WIDEST ? `${shown.slice(0, WIDEST)}…` : shown;
    const indent = ' '.repeat(before.length - from + (from > 0 ? 1 : 0));
    const carets = '^'.repeat(Math.max(1, Math.min(marked.length, WIDEST - indent.length)));
    const number = String(start.line);
    const gutter = ' '.repeat(number.length);
    return [
        `  ${paint('cyan', `${number} │`)} ${oneLineKeepingIndent(cut)}`,
        `  ${paint('cyan', `${gutter} │`)} ${indent}${paint(style, carets)}`,
    ];
}
function frame_expand(text) {
    return text.replaceAll('\t', TAB);
}
function oneLineKeepingIndent(text) {
    const indent = /^ */.exec(text)?.[0] ?? '';
    return indent + oneLine(text);
}

;// CONCATENATED MODULE: ./src/report/table.ts

/** Columns aligned by two spaces; cells may be painted. */
function table(head, rows, paint) {
    const all = [head, ...rows];
    const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
    const render = (row) => row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd();
    return [paint('dim', render(head)), ...rows.map(render)].map((line) => `${line}\n`).join('');
}
function width(cell) {
    return (0,external_node_util_.stripVTControlCharacters)(cell).length;
}

;// CONCATENATED MODULE: ./src/report/text.ts






const STYLES = { error: 'red', warning: 'yellow', notice: 'cyan' };
/** Findings as a person reads them: what, where with the line and a caret, why, and what to do. */
function renderFindings(findings, sources, { color }) {
    const paint = painter(color);
    const lineOf = linesOf(sources);
    return findings.map((finding) => `${renderFinding(finding, lineOf, paint).join('\n')}\n`).join('\n');
}
function renderFinding(finding, lineOf, paint) {
    const style = STYLES[finding.severity];
    const { location } = finding;
    const lines = [
        `${paint(style, finding.severity)}${paint('dim', `[${finding.code}]`)} ${paint('bold', oneLine(finding.message))}`,
    ];
    if (location) {
        lines.push(`  ${paint('cyan', '-->')} ${text_place(location)}`);
        lines.push(...frame_frame(location, lineOf, style, paint));
    }
    for (const related of finding.related) {
        lines.push(`  ${paint('cyan', '...')} ${text_place(related.location)}: ${oneLine(related.message)}`);
        lines.push(...frame_frame(related.location, lineOf, 'cyan', paint));
    }
    if (finding.cause)
        lines.push(`  ${paint('bold', 'cause:')} ${finding.cause}`);
    if (finding.help)
        lines.push(`  ${paint('bold', 'help:')} ${oneLine(finding.help)}`);
    for (const evidence of finding.evidence ?? []) {
        // Indented and barred: what others wrote cannot start a line.
        for (const line of harmless(evidence).split('\n'))
            lines.push(`  ${paint('dim', '│')} ${line}`);
    }
    return lines;
}
function text_place({ file, start }) {
    return `${file}:${String(start.line)}:${String(start.column)}`;
}
/** More findings than this nobody reads in a terminal. */
const MOST_FINDINGS = 100;
/** A whole run: findings, services, targets, and the verdict in one line. */
function renderGateText(report, sources, options) {
    const paint = painter(options.color);
    const worth = report.findings.filter(({ severity }) => options.notices === true || severity !== 'notice');
    const parts = [renderFindings(worth.slice(0, MOST_FINDINGS), sources, options)];
    if (worth.length > MOST_FINDINGS)
        parts.push(`${String(worth.length - MOST_FINDINGS)} more findings: see --format json\n`);
    if (report.services.length > 0)
        parts.push(servicesTable(report, paint));
    if (report.targets.length > 0)
        parts.push(targetsTable(report, paint));
    parts.push(`${closingLine(report, paint)}\n`);
    return parts.filter((part) => part !== '').join('\n');
}
function servicesTable({ services }, paint) {
    const rows = services.map(({ name, state, health, ready_after_ms, restarts, image }) => [
        name,
        mark(state === 'running' && health !== 'none' ? health : state, paint),
        ready_after_ms === undefined ? '-' : text_seconds(ready_after_ms),
        restarts === 0 ? '-' : String(restarts),
        image,
    ]);
    return table(['SERVICE', 'STATE', 'READY AFTER', 'RESTARTS', 'IMAGE'], rows, paint);
}
function targetsTable({ targets }, paint) {
    const rows = targets.map(({ job, target, health, first_up_after_ms, scrape_duration_ms, expected_from }) => [
        job,
        target,
        mark(health, paint),
        first_up_after_ms === undefined ? '-' : text_seconds(first_up_after_ms),
        scrape_duration_ms === undefined ? '-' : `${scrape_duration_ms.toFixed(1)} ms`,
        `${expected_from.file}:${String(expected_from.line)}`,
    ]);
    return table(['JOB', 'TARGET', 'HEALTH', 'FIRST UP', 'SCRAPE', 'EXPECTED FROM'], rows, paint);
}
const GOOD = new Set(['up', 'healthy', 'running']);
const BAD = new Set(['down', 'missing', 'unhealthy', 'exited', 'dead', 'restarting']);
function mark(word, paint) {
    return GOOD.has(word) ? paint('green', word) : paint(BAD.has(word) ? 'red' : 'yellow', word);
}
function text_seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./src/report/annotations.ts


/** GitHub cuts a message there. */
const LONGEST = 4096;
/**
 * The findings that a step may annotate: GitHub shows 10 of each severity a step and drops the rest in silence, so the last
 * place says how many there are more. Source: the runner's `_maxCountPerIssueType`.
 */
function selectAnnotations(findings, limit = 10) {
    const cut = { error: 0, warning: 0, notice: 0 };
    const shown = SEVERITIES.flatMap((severity) => {
        const all = findings.filter((finding) => finding.severity === severity);
        if (all.length <= limit)
            return all;
        cut[severity] = all.length - (limit - 1);
        return [...all.slice(0, limit - 1), more(severity, cut[severity])];
    });
    return { shown, cut };
}
function more(severity, count) {
    const message = `${String(count)} more ${severity}s are in the job summary and in report.json`;
    return { code: 'report/more', severity, stage: 'verify', message, related: [] };
}
/** A finding as the text of an annotation, which is read out of its context. */
function annotationText({ message, cause, help }) {
    const parts = [oneLine(message), ...(cause ? [`cause: ${cause}`] : []), ...(help ? [`help: ${oneLine(help)}`] : [])];
    const text = parts.join('\n');
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
/** The place of a finding. GitHub takes columns only for ranges within one line. */
function annotationPlace({ code, location }) {
    if (!location)
        return { title: code };
    const { file, start, end } = location;
    const lines = { title: code, file, startLine: start.line, endLine: end.line };
    if (start.line !== end.line)
        return lines;
    return { ...lines, startColumn: start.column, endColumn: Math.max(end.column, start.column + 1) };
}

;// CONCATENATED MODULE: ./src/report/workflow-commands.ts



/** The findings as commands of a workflow's log, which GitHub shows on the lines they are about; the last line is the verdict. */
function renderWorkflowCommands(report, checkout) {
    const errors = report.error === undefined ? [] : [command('error', { title: 'scrapegate' }, report.error)];
    // Our own error takes one of the places that a step has.
    const findings = report.findings.filter(({ message }) => message !== report.error);
    const { shown } = selectAnnotations(findings, 10 - errors.length);
    const lines = [...errors, ...shown.map((finding) => annotation(finding, checkout)), closingLine(report)];
    return `${lines.join('\n')}\n`;
}
function annotation(finding, checkout) {
    const { title, file, startLine, endLine, startColumn, endColumn } = annotationPlace(finding);
    const properties = {
        file: file === undefined ? undefined : (pathInRepository(file, checkout) ?? file),
        line: startLine,
        endLine,
        col: startColumn,
        endColumn,
        title,
    };
    return command(finding.severity, properties, annotationText(finding));
}
function command(name, properties, text) {
    const given = Object.entries(properties).flatMap(([key, value]) => value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`]);
    return `::${name} ${given.join(',')}::${escapeData(text)}`;
}
/** The runner undoes exactly these; a line break would end the command. */
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** Besides, a property ends at a comma and all of them at a colon. */
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./src/entry/render.ts






/** A result in the form that was asked for, as it is printed. */
function render(result, { format, color, failOnSeverity }) {
    const { report, sources } = result;
    switch (format) {
        case 'text':
            return renderGateText(report, sources, {
                color,
                notices: report.command === 'check' && failOnSeverity === 'notice',
            });
        case 'json':
            return `${JSON.stringify(report, undefined, 2)}\n`;
        case 'sarif':
            return renderSarif(report, sources, { checkout: checkout(), codes: KNOWN_CODES });
        case 'junit':
            // Only check has a limit of its own: a gate fails by what it proved, and every error of it is a failure.
            return renderJunit(report, { failsFrom: report.command === 'check' ? failOnSeverity : 'error' });
        case 'github':
            return renderWorkflowCommands(report, checkout());
    }
}
function checkout() {
    const workingDirectory = process.cwd();
    return { root: repositoryRoot(workingDirectory), workingDirectory };
}

;// CONCATENATED MODULE: ./src/report/html-style.ts
/** The style of the HTML report: light and dark by the reader's setting, readable on a phone. */
const STYLE = `
:root { color-scheme: light dark; --bg: #ffffff; --card: #f6f8fa; --text: #1f2328; --dim: #59636e; --line: #d1d9e0; --good: #1a7f37; --bad: #cf222e; --warn: #9a6700; --info: #0969da; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #0d1117; --card: #151b23; --text: #f0f6fc; --dim: #9198a1; --line: #3d444d; --good: #3fb950; --bad: #f85149; --warn: #d29922; --info: #4493f8; }
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
article p { margin: 4px 0; } .help::before { content: "→ "; color: var(--dim); }
a { color: var(--info); } ul { margin: 4px 0; padding-left: 20px; }
code, pre { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; background: var(--bg); border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px; margin: 6px 0 0; white-space: pre-wrap; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th { text-align: left; color: var(--dim); font-weight: 500; font-size: 13px; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
.long { display: inline-block; white-space: normal; min-width: 220px; }
.good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
summary { cursor: pointer; color: var(--info); } footer { text-align: center; padding: 16px; }
svg { display: block; width: 100%; height: auto; min-width: 620px; } svg text { fill: var(--text); font-size: 12px; } svg .axis { fill: var(--dim); }
`;

;// CONCATENATED MODULE: ./src/report/timeline-svg.ts

const WIDTH = 1000;
const LABELS = 250;
const ROW = 24;
const timeline_svg_TOP = 22;
/** More rows than this make no picture that anybody can read. */
const MOST_ROWS = 80;
/** Stages, services and targets over the time of the run; empty for a run that started nothing. */
function timelineSvg(report) {
    const bars = barsOf(report).slice(0, MOST_ROWS);
    if (report.command === 'check' || bars.length === 0)
        return '';
    const endMs = Math.max(report.duration_ms, ...bars.map(({ toMs }) => toMs), 1);
    const x = (ms) => LABELS + (ms / endMs) * (WIDTH - LABELS - 60);
    const height = timeline_svg_TOP + bars.length * ROW + 6;
    const rows = bars.map((bar, index) => row(bar, timeline_svg_TOP + index * ROW, x));
    return `<div class="scroll"><svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="timeline of the run">
${axis(endMs, height, x)}
${rows.join('\n')}
</svg></div>`;
}
function barsOf(report) {
    const startedMs = Date.parse(report.started_at);
    const stages = report.stages.flatMap(({ name, status, started_at, duration_ms = 0 }) => {
        if (started_at === undefined)
            return [];
        const fromMs = Date.parse(started_at) - startedMs;
        const color = status === 'failed' ? 'var(--bad)' : 'var(--info)';
        return [{ label: name, fromMs, toMs: fromMs + duration_ms, color }];
    });
    const services = report.services.flatMap(({ name, ready_after_ms }) => ready_after_ms === undefined
        ? []
        : [{ label: `${name} ready`, fromMs: 0, toMs: ready_after_ms, color: 'var(--warn)' }]);
    const targets = report.targets.flatMap(({ job, first_up_after_ms }) => first_up_after_ms === undefined
        ? []
        : [{ label: `${job} first up`, fromMs: 0, toMs: first_up_after_ms, color: 'var(--good)' }]);
    return [...stages, ...services, ...targets];
}
function row({ label, fromMs, toMs, color }, y, x) {
    const shown = label.length > 36 ? `${label.slice(0, 35)}…` : label;
    const width = Math.max(x(toMs) - x(fromMs), 2);
    return `<text x="0" y="${String(y + 15)}">${escapeHtml(shown)}</text><rect x="${x(fromMs).toFixed(1)}" y="${String(y + 4)}" width="${width.toFixed(1)}" height="14" rx="3" fill="${color}"/><text class="axis" x="${(x(toMs) + 5).toFixed(1)}" y="${String(y + 15)}">${timeline_svg_seconds(toMs - fromMs)}</text>`;
}
/** Vertical lines at round seconds, at most eight of them. */
function axis(endMs, height, x) {
    const step = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600].find((candidate) => endMs / 1000 / candidate <= 8) ?? 1800;
    const ticks = Array.from({ length: Math.floor(endMs / 1000 / step) + 1 }, (_, index) => index * step);
    return ticks
        .map((tick) => {
        const at = x(tick * 1000).toFixed(1);
        return `<line x1="${at}" x2="${at}" y1="${String(timeline_svg_TOP)}" y2="${String(height)}" stroke="var(--line)"/><text class="axis" x="${at}" y="12" text-anchor="middle">${String(tick)} s</text>`;
    })
        .join('');
}
function timeline_svg_seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./src/report/html.ts




/** The report as one page that needs nothing else: no script, no font, no network. */
function renderHtml(report) {
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
${section('Findings', report.findings.map(findingCard).join('\n'))}
${section('Suppressed', suppressedTable(report))}
${section('Timeline', timelineSvg(report))}
${section('Targets', html_targetsTable(report))}
${section('Services', html_servicesTable(report))}
${section('Files', filesTable(report))}
</main>
<footer>scrapegate ${escapeHtml(report.tool.version)} · ${escapeHtml(report.started_at)}</footer>
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
        [html_seconds(report.duration_ms), 'duration'],
    ];
    const tiles = facts.map(([value = '', label = '']) => `<div><dt>${label}</dt><dd>${escapeHtml(value)}</dd></div>`);
    return `<header>
<h1><span class="badge">${report.verdict}</span> ${reason === undefined ? 'Prometheus scrapes every expected target.' : escapeHtml(reason)}</h1>
<dl>${tiles.join('')}</dl>
</header>`;
}
function findingCard({ severity, code, message, cause, location, related, help, docs_url, evidence }) {
    const place = location ? `${location.file}:${String(location.start.line)}:${String(location.start.column)}` : '';
    const name = docs_url === undefined ? escapeHtml(code) : `<a href="${escapeHtml(docs_url)}">${escapeHtml(code)}</a>`;
    const others = related.map((one) => `<li><code>${escapeHtml(`${one.location.file}:${String(one.location.start.line)}`)}</code> ${escapeHtml(one.message)}</li>`);
    return `<article class="${severity}">
<p class="meta"><strong>${severity}</strong> ${name} <code>${escapeHtml(place)}</code></p>
<h3>${escapeHtml(message)}</h3>
${html_why(message, cause)}
${help === undefined ? '' : `<p class="help">${escapeHtml(help)}</p>`}
${others.length === 0 ? '' : `<ul>${others.join('')}</ul>`}
${evidence === undefined ? '' : `<details><summary>Evidence</summary><pre>${escapeHtml(evidence.join('\n'))}</pre></details>`}
</article>`;
}
function suppressedTable({ suppressed }) {
    const rows = suppressed.map(({ finding: { code, message, location }, kind, reason }) => [
        escapeHtml(code),
        `<code>${escapeHtml(location ? `${location.file}:${String(location.start.line)}` : '')}</code>`,
        `<span class="long">${escapeHtml(message)}</span>`,
        `<span class="long">${escapeHtml(reason)}</span>`,
        kind,
    ]);
    return html_table(['code', 'place', 'finding', 'why it does not count', 'by'], rows);
}
function html_targetsTable({ targets }) {
    const someError = targets.some(({ last_error }) => last_error !== undefined);
    const rows = targets.map((target) => [
        escapeHtml(target.job),
        `<code>${escapeHtml(target.target)}</code>`,
        state(target.health, target.health === 'up'),
        target.first_up_after_ms === undefined ? '' : html_seconds(target.first_up_after_ms),
        target.scrape_duration_ms === undefined ? '' : `${target.scrape_duration_ms.toFixed(1)} ms`,
        `<code>${escapeHtml(`${target.expected_from.file}:${String(target.expected_from.line)}`)}</code>`,
        ...(someError ? [`<span class="long">${escapeHtml(target.last_error ?? '')}</span>`] : []),
    ]);
    const head = ['job', 'target', 'health', 'first up after', 'scrape', 'expected from'];
    return html_table(someError ? [...head, 'last error'] : head, rows);
}
function html_servicesTable({ services }) {
    const rows = services.map((service) => [
        escapeHtml(service.name),
        state(service.state === 'running' && service.health !== 'none' ? service.health : service.state, service.health === 'healthy' || (service.state === 'running' && service.health === 'none')),
        service.ready_after_ms === undefined ? '' : html_seconds(service.ready_after_ms),
        String(service.restarts),
        `<code>${escapeHtml(service.image)}</code>`,
        service.logs_tail?.length
            ? `<details><summary>last log lines</summary><pre>${escapeHtml(service.logs_tail.join('\n'))}</pre></details>`
            : '',
    ]);
    return html_table(['service', 'state', 'ready after', 'restarts', 'image', ''], rows);
}
function filesTable({ files }) {
    const rows = files.map(({ path, kind, errors, warnings }) => [
        `<code>${escapeHtml(path)}</code>`,
        escapeHtml(kind),
        String(errors),
        String(warnings),
    ]);
    return html_table(['file', 'kind', 'errors', 'warnings'], rows);
}
function state(word, good) {
    return `<span class="${good ? 'good' : 'bad'}">${escapeHtml(word)}</span>`;
}
function html_table(head, rows) {
    if (rows.length === 0)
        return '';
    const cells = (row, tag) => row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
    const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
    return `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead>\n<tbody>${body}</tbody></table></div>`;
}
function html_seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}
/** The cause in words, unless the message says it already. */
function html_why(message, cause) {
    const title = cause === undefined ? undefined : cause_CAUSES[cause].title;
    return title === undefined || message.includes(title) ? '' : `<p>Cause: ${escapeHtml(title)}.</p>`;
}

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
        lines.push(`  ${ids.get(service.name) ?? ''}["${diagrams_label(service.name)}"]:::${shade(service)}`);
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
        const to = known ?? `t${String(index)}["${diagrams_label(target)}"]`;
        lines.push(`  ${from} ==>|"${diagrams_label(`${job}: ${health}`)}"| ${to}`);
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
    return state === 'not started' ? 'idle' : 'bad';
}
/** Mermaid's own escapes: a quote would end the label, a hash start an entity. */
function diagrams_label(text) {
    return oneLine(text)
        .replaceAll('#', '#35;')
        .replaceAll('"', '#quot;')
        .replaceAll('<', '#lt;')
        .replaceAll('`', '#96;')
        .slice(0, 60);
}
/** A Mermaid gantt chart of the run: stages, when each service was ready, when each target was first up. */
function timeline(report) {
    const startedMs = Date.parse(report.started_at);
    const stages = report.stages.flatMap(({ name, status, started_at, duration_ms }) => started_at === undefined
        ? []
        : [bar(name, Date.parse(started_at) - startedMs, duration_ms ?? 0, status === 'failed')]);
    if (stages.length === 0 || report.command === 'check')
        return undefined;
    const services = report.services
        .slice(0, MOST_NODES)
        .flatMap(({ name, ready_after_ms }) => (ready_after_ms === undefined ? [] : [bar(name, 0, ready_after_ms, false)]));
    const targets = report.targets
        .slice(0, MOST_NODES)
        .flatMap(({ job, first_up_after_ms }) => first_up_after_ms === undefined ? [] : [bar(job, 0, first_up_after_ms, false)]);
    return [
        'gantt',
        '  dateFormat x',
        '  axisFormat %M:%S',
        '  section stages',
        ...stages,
        ...(services.length > 0 ? ['  section service ready', ...services] : []),
        ...(targets.length > 0 ? ['  section target first up', ...targets] : []),
    ].join('\n');
}
/** Gantt names end at a colon and may hold neither hash nor semicolon. */
function bar(name, fromMs, durationMs, failed) {
    const plain = oneLine(name)
        .replaceAll(/[:;#,]/g, ' ')
        .slice(0, 40);
    return `  ${plain} :${failed ? 'crit, ' : ''}${String(Math.round(fromMs))}, ${String(Math.round(fromMs + Math.max(durationMs, 1)))}`;
}

;// CONCATENATED MODULE: ./src/report/markdown.ts

/** Text of others in a table cell or a sentence: no markup of theirs has an effect, and nobody is mentioned. */
function escapeMarkdown(text) {
    return oneLine(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
        .replaceAll('@', '@\u200b')
        .replaceAll('://', ':\u200b//');
}
/** Text of others as code in a table cell. */
function code(text) {
    const plain = oneLine(text).replaceAll('|', '\\|');
    const ticks = '`'.repeat(longestRun(plain) + 1);
    const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
    return plain === '' ? '' : `${ticks}${pad}${plain}${pad}${ticks}`;
}
/** A fenced block that its content cannot close. */
function fenced(lines, language = '') {
    const body = harmless(lines.join('\n'));
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

;// CONCATENATED MODULE: ./src/report/summary.ts



/** GitHub drops a step's whole summary above 1 MiB; this stays below it. */
const LIMIT_BYTES = 1_000_000;
const SIGN = { pass: '✅', fail: '❌', error: '⚠️' };
const summary_MARK = { error: '❌ error', warning: '⚠️ warning', notice: 'ℹ️ notice' };
/** The report as a job summary in GitHub's Markdown. Sections that would pass the limit are left out, and it says so. */
function renderSummary(report, { limitBytes = LIMIT_BYTES } = {}) {
    const sections = [
        headline(report),
        findings(report),
        suppressed(report),
        summary_services(report),
        targets(report),
        diagram('Topology', topology(report, prometheusOf(report))),
        diagram('Timeline', timeline(report)),
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
        `## ${SIGN[report.verdict] ?? ''} Scrapegate: ${report.verdict}, stack ${report.status}`,
        '',
        `${proof} The run took ${summary_seconds(report.duration_ms)}.${reason === undefined ? '' : ` **${escapeMarkdown(reason)}**`}`,
    ].join('\n');
}
/** More rows than this nobody reads in a summary; report.json has them. */
const summary_MOST_ROWS = 200;
function findings({ findings: all }) {
    if (all.length === 0)
        return '';
    const rows = all.slice(0, summary_MOST_ROWS).map((finding) => [summary_MARK[finding.severity], where(finding), what(finding)]);
    const more = all.length > summary_MOST_ROWS ? `\n\n_${String(all.length - summary_MOST_ROWS)} more findings are in report.json._` : '';
    return `### Findings\n\n${markdownTable(['', 'where', 'what, why and what to do'], rows)}${more}`;
}
function where({ location, code: name }) {
    const place = location ? code(`${location.file}:${String(location.start.line)}`) : '';
    return `${place}<br><sub>${escapeMarkdown(name)}</sub>`;
}
function what({ message, cause, help, docs_url }) {
    const title = cause === undefined ? undefined : cause_CAUSES[cause].title;
    const why = title === undefined || message.includes(title) ? '' : `<br>Cause: ${escapeMarkdown(title)}.`;
    const todo = help === undefined ? '' : `<br>→ ${escapeMarkdown(help)}`;
    const page = docs_url === undefined ? '' : ` ([page](${docs_url}))`;
    return `**${escapeMarkdown(message)}**${why}${todo}${page}`;
}
function suppressed({ suppressed: all }) {
    if (all.length === 0)
        return '';
    const rows = all
        .slice(0, summary_MOST_ROWS)
        .map(({ finding, kind, reason }) => [
        where(finding),
        escapeMarkdown(finding.message),
        `${escapeMarkdown(reason)}<br><sub>${kind}</sub>`,
    ]);
    const count = `${String(all.length)} suppressed finding${all.length === 1 ? '' : 's'}`;
    const table = markdownTable(['where', 'what', 'why it does not count'], rows);
    return `<details><summary>${count}</summary>\n\n${table}\n\n</details>`;
}
function summary_services({ services: all }) {
    if (all.length === 0)
        return '';
    const rows = all
        .slice(0, summary_MOST_ROWS)
        .map(({ name, state, health, ready_after_ms, restarts, exit_code, image }) => [
        escapeMarkdown(name),
        health === 'none' ? state : `${state}, ${health}`,
        ready_after_ms === undefined ? '' : summary_seconds(ready_after_ms),
        String(restarts),
        exit_code === undefined ? '' : String(exit_code),
        code(image),
    ]);
    return `### Services\n\n${markdownTable(['service', 'state', 'ready after', 'restarts', 'exit code', 'image'], rows)}`;
}
function targets({ targets: all }) {
    if (all.length === 0)
        return '';
    const rows = all
        .slice(0, summary_MOST_ROWS)
        .map((target) => [
        escapeMarkdown(target.job),
        escapeMarkdown(target.target),
        target.health === 'up' ? '✅ up' : `❌ ${target.health}`,
        target.first_up_after_ms === undefined ? '' : summary_seconds(target.first_up_after_ms),
        target.scrape_duration_ms === undefined ? '' : `${target.scrape_duration_ms.toFixed(1)} ms`,
        code(`${target.expected_from.file}:${String(target.expected_from.line)}`),
        escapeMarkdown(target.last_error ?? ''),
    ]);
    const head = ['job', 'target', 'health', 'first up after', 'scrape', 'expected from', 'last error'];
    return `### Targets\n\n${markdownTable(head, rows)}`;
}
function diagram(title, mermaid) {
    return mermaid === undefined ? '' : `### ${title}\n\n${fenced(mermaid.split('\n'), 'mermaid')}`;
}
function logs({ services: all }) {
    const parts = all.flatMap(({ name, logs_tail }) => logs_tail && logs_tail.length > 0
        ? [`<details><summary>Last log lines of ${escapeMarkdown(name)}</summary>\n\n${fenced(logs_tail)}\n\n</details>`]
        : []);
    return parts.join('\n\n');
}
/** The service that scrapes itself, or the one whose name says so: good enough for a picture. */
function prometheusOf({ services: all, targets: scraped }) {
    const itself = scraped.find(({ target }) => /^(?:localhost|127\.0\.0\.1)[:]/.test(target))?.service;
    return itself ?? all.find(({ name, image }) => /prometheus/.test(name) || /prometheus/.test(image))?.name;
}
function summary_seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./src/entry/write-report.ts






/** Writes the report in all its forms. Throws EnvironmentError when the directory cannot be written. */
function writeReport(result, directory, { failOnSeverity } = { failOnSeverity: 'error' }) {
    const { report } = result;
    const as = (format) => render(result, { format, failOnSeverity, color: false });
    const files = {
        'report.json': as('json'),
        'scrapegate.sarif': as('sarif'),
        'junit.xml': as('junit'),
        'summary.md': renderSummary(report),
        'report.html': renderHtml(report),
    };
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_.resolve)(directory), { recursive: true });
        for (const [name, text] of Object.entries(files))
            (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_.resolve)(directory, name), text);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new errors/* EnvironmentError */.e(`the report cannot be written to "${directory}" (${why}): name another place with --report-dir`);
    }
    const at = (name) => (0,external_node_path_.join)(directory, name);
    return {
        report: at('report.json'),
        summary: at('summary.md'),
        sarif: at('scrapegate.sarif'),
        junit: at('junit.xml'),
    };
}

;// CONCATENATED MODULE: ./src/entry/cli-main.ts
















const COMMANDS = ['check', 'gate'];
/** Forms that a program reads: it gets one also when there is nothing to report but the refusal. */
const MACHINE_FORMATS = ['json', 'sarif', 'junit', 'github'];
const DEFAULT_SETTINGS_FILE = '.scrapegate.yml';
/** The command line. Resolves to the exit code; never rejects. */
async function main(argv) {
    const parsed = parse(argv);
    if (parsed.flags['help'] === true)
        return print(help_HELP);
    if (parsed.flags['version'] === true)
        return print(`scrapegate ${VERSION}\n`);
    try {
        return await execute(settingsOf(parsed));
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (!(error instanceof errors/* UsageError */.N))
            return complain(message, 3);
        return refuse(parsed, message);
    }
}
/** A bad option or settings file: said on one line, and reported like everything else when the command is known. */
function refuse({ positionals, flags }, message) {
    const command = COMMANDS.find((name) => name === positionals[0]);
    if (command) {
        const result = refused(command, message, { clock: systemClock, version: VERSION });
        const directory = flags['report-dir'];
        if (command === 'gate')
            writeReport(result, typeof directory === 'string' && directory !== '' ? directory : DEFAULT_REPORT_DIR);
        const format = MACHINE_FORMATS.find((name) => name === flags['format']);
        if (format)
            print(render(result, { format, color: false, failOnSeverity: 'error' }));
    }
    return complain(message, 2);
}
function complain(message, exitCode) {
    process.stderr.write(`scrapegate: ${message}\n`);
    return exitCode;
}
function parse(argv) {
    const options = {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        settings: { type: 'string' },
        ...Object.fromEntries(LISTS.map((name) => [name, { type: 'string', multiple: true }])),
        ...Object.fromEntries(TEXTS.map((name) => [name, { type: 'string' }])),
        ...Object.fromEntries(SWITCHES.map((name) => [name, { type: 'boolean' }])),
    };
    const { values, positionals } = (0,external_node_util_.parseArgs)({
        args: [...argv],
        options,
        strict: false,
        allowPositionals: true,
        allowNegative: true,
    });
    return { positionals, flags: values };
}
function settingsOf({ positionals, flags }) {
    const [command, ...paths] = positionals;
    if (command === undefined)
        throw new errors/* UsageError */.N(`a command is missing, expected ${COMMANDS.join(' or ')}; see scrapegate --help`);
    const known = COMMANDS.find((name) => name === command);
    if (!known) {
        const similar = nearest(command, COMMANDS);
        throw new errors/* UsageError */.N(`unknown command "${command}", expected ${COMMANDS.join(' or ')}${similar ? `; did you mean "${similar}"?` : ''}`);
    }
    const { settings: settingsFile, ...options } = flags;
    if (settingsFile === true)
        throw new errors/* UsageError */.N('--settings needs the path of a settings file');
    const file = typeof settingsFile === 'string' ? settingsFile : DEFAULT_SETTINGS_FILE;
    const fromFile = readSettingsFile((0,external_node_path_.resolve)(file), file, settingsFile !== undefined, new NodeFiles());
    const resolved = resolveSettings(known, paths.length > 0 ? paths : ['.'], [
        { label: (name) => `--${name}`, options: options },
        { label: (name) => `"${name}" in ${file}`, options: fromFile.options },
    ], { color: process.stdout.isTTY && !process.env['NO_COLOR'], ignores: fromFile.ignores });
    // After the options, since the value of an unknown one looks like an argument.
    if (known === 'gate' && paths.length > 1)
        throw new errors/* UsageError */.N(`unexpected argument "${paths[1] ?? ''}": gate takes one directory`);
    return resolved;
}
async function execute(settings) {
    const loud = !settings.quiet && settings.command === 'gate';
    const progress = loud ? new PlainProgress((text) => process.stderr.write(text)) : silentProgress;
    let project;
    const ports = realPorts(settings, progress, {
        tearDown: 'now',
        announceProject: (name) => {
            project = name;
        },
    });
    // check has nothing to clean up: a signal may end it at once.
    const cancel = settings.command === 'gate' ? cancelOnSignals() : new AbortController().signal;
    const result = await run(settings, ports, cancel);
    const wroteBaseline = result.newBaseline !== undefined && settings.baseline !== undefined;
    if (wroteBaseline)
        writeAtomically(settings.baseline, result.newBaseline);
    const written = settings.command === 'gate' ? writeReport(result, settings.reportDir, settings) : undefined;
    const { error } = result.report;
    if (error !== undefined)
        complain(error, 3);
    if (settings.format !== 'text' || error === undefined) {
        if (loud && settings.format === 'text')
            process.stderr.write('\n');
        print(render(result, settings));
    }
    if (wroteBaseline && settings.format === 'text')
        print(`baseline: ${settings.baseline ?? ''}\n`);
    if (written && settings.format === 'text')
        print(`report: ${written.report}\n`);
    if (settings.keep && project !== undefined && settings.format === 'text') {
        print(`the stack is left running; remove it with: docker compose -p ${project} down -v\n`);
    }
    return result.exitCode;
}
function print(text) {
    process.stdout.write(text);
    return 0;
}


/***/ }),

/***/ 3546:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _cli_main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2315);

process.exitCode = await (0,_cli_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)(process.argv.slice(2));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7206:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ UsageError),
/* harmony export */   e: () => (/* binding */ EnvironmentError)
/* harmony export */ });
/** A bad option, argument or settings file: exit code 2, one line, before anything starts. */
class UsageError extends Error {
    name = 'UsageError';
}
/** The environment cannot run the gate: exit code 3. The message says what to do. */
class EnvironmentError extends Error {
    name = 'EnvironmentError';
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 6573:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

/* Generated by scripts/gen-validators.mjs from schemas/. Do not edit. */

exports.validate = validate21;
const schema6 = {"$id":"urn:scrapegate:settings","title":"Scrapegate settings: .scrapegate.yml, command line options and Action inputs, which have the same names","type":"object","additionalProperties":false,"definitions":{"texts":{"type":"array","items":{"type":"string","minLength":1}}},"properties":{"compose-file":{"$ref":"#/definitions/texts","description":"compose file, in merge order; found by itself when absent"},"env-file":{"$ref":"#/definitions/texts","description":"file with variables for the compose file"},"profile":{"$ref":"#/definitions/texts","description":"compose profile to turn on"},"project-name":{"type":"string","pattern":"^[a-z0-9][a-z0-9_-]*$","description":"compose project name; one of its own for each run when absent"},"prometheus-service":{"type":"string","minLength":1,"description":"service that is Prometheus; found by itself when absent"},"timeout":{"type":"string","x-kind":"duration","description":"one deadline for the whole run, such as 90s or 5m"},"fail-on":{"enum":["degraded","unhealthy"],"description":"weakest status that fails the gate"},"fail-on-severity":{"enum":["error","warning","notice"],"description":"weakest finding that fails check"},"as":{"enum":["compose","prometheus","scrape-configs","target-groups","rules","rule-tests","alertmanager","web","blackbox","grafana-datasources","grafana-dashboards","dashboard"],"description":"what the files are that check was given by name; told by their content when absent"},"format":{"enum":["text","json","sarif","junit","github"],"description":"what is printed"},"keep":{"type":"boolean","description":"leave the stack running"},"report-dir":{"type":"string","minLength":1,"description":"directory for report.json and its other forms"},"quiet":{"type":"boolean","description":"no progress, only findings and the verdict"},"color":{"type":"boolean","description":"colour in text output"},"baseline":{"type":"string","minLength":1,"description":"file that lists findings which do not count"},"write-baseline":{"type":"boolean","description":"write the baseline with all that check finds; only on the command line"},"ignore":{"type":"array","description":"findings that do not count; only in the settings file","items":{"type":"object","additionalProperties":false,"required":["code","reason"],"properties":{"code":{"type":"string","description":"a code such as stack/target-localhost, or a family such as stack/*"},"file":{"type":"string","description":"glob over paths as findings print them"},"service":{"type":"string","description":"name of the service that the finding is about"},"job":{"type":"string","description":"name of the scrape job that the finding is about"},"target":{"type":"string","description":"target that the finding is about, as it is written"},"reason":{"type":"string","minLength":1,"description":"why the finding may stay"}}}}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = (__nccwpck_require__(6214)/* ["default"] */ .A);
const schema7 = {"type":"array","items":{"type":"string","minLength":1}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const pattern0 = new RegExp("^[a-z0-9][a-z0-9_-]*$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="urn:scrapegate:settings" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema6.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data["compose-file"] !== undefined){
if(!(validate22(data["compose-file"], {instancePath:instancePath+"/compose-file",parentData:data,parentDataProperty:"compose-file",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data["env-file"] !== undefined){
if(!(validate22(data["env-file"], {instancePath:instancePath+"/env-file",parentData:data,parentDataProperty:"env-file",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.profile !== undefined){
if(!(validate22(data.profile, {instancePath:instancePath+"/profile",parentData:data,parentDataProperty:"profile",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data["project-name"] !== undefined){
let data3 = data["project-name"];
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err1 = {instancePath:instancePath+"/project-name",schemaPath:"#/properties/project-name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9_-]*$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/project-name",schemaPath:"#/properties/project-name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["prometheus-service"] !== undefined){
let data4 = data["prometheus-service"];
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err3 = {instancePath:instancePath+"/prometheus-service",schemaPath:"#/properties/prometheus-service/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/prometheus-service",schemaPath:"#/properties/prometheus-service/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.timeout !== undefined){
if(typeof data.timeout !== "string"){
const err5 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["fail-on"] !== undefined){
let data6 = data["fail-on"];
if(!((data6 === "degraded") || (data6 === "unhealthy"))){
const err6 = {instancePath:instancePath+"/fail-on",schemaPath:"#/properties/fail-on/enum",keyword:"enum",params:{allowedValues: schema6.properties["fail-on"].enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["fail-on-severity"] !== undefined){
let data7 = data["fail-on-severity"];
if(!(((data7 === "error") || (data7 === "warning")) || (data7 === "notice"))){
const err7 = {instancePath:instancePath+"/fail-on-severity",schemaPath:"#/properties/fail-on-severity/enum",keyword:"enum",params:{allowedValues: schema6.properties["fail-on-severity"].enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.as !== undefined){
let data8 = data.as;
if(!((((((((((((data8 === "compose") || (data8 === "prometheus")) || (data8 === "scrape-configs")) || (data8 === "target-groups")) || (data8 === "rules")) || (data8 === "rule-tests")) || (data8 === "alertmanager")) || (data8 === "web")) || (data8 === "blackbox")) || (data8 === "grafana-datasources")) || (data8 === "grafana-dashboards")) || (data8 === "dashboard"))){
const err8 = {instancePath:instancePath+"/as",schemaPath:"#/properties/as/enum",keyword:"enum",params:{allowedValues: schema6.properties.as.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.format !== undefined){
let data9 = data.format;
if(!(((((data9 === "text") || (data9 === "json")) || (data9 === "sarif")) || (data9 === "junit")) || (data9 === "github"))){
const err9 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues: schema6.properties.format.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.keep !== undefined){
if(typeof data.keep !== "boolean"){
const err10 = {instancePath:instancePath+"/keep",schemaPath:"#/properties/keep/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data["report-dir"] !== undefined){
let data11 = data["report-dir"];
if(typeof data11 === "string"){
if(func3(data11) < 1){
const err11 = {instancePath:instancePath+"/report-dir",schemaPath:"#/properties/report-dir/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/report-dir",schemaPath:"#/properties/report-dir/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.quiet !== undefined){
if(typeof data.quiet !== "boolean"){
const err13 = {instancePath:instancePath+"/quiet",schemaPath:"#/properties/quiet/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.color !== undefined){
if(typeof data.color !== "boolean"){
const err14 = {instancePath:instancePath+"/color",schemaPath:"#/properties/color/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.baseline !== undefined){
let data14 = data.baseline;
if(typeof data14 === "string"){
if(func3(data14) < 1){
const err15 = {instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data["write-baseline"] !== undefined){
if(typeof data["write-baseline"] !== "boolean"){
const err17 = {instancePath:instancePath+"/write-baseline",schemaPath:"#/properties/write-baseline/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.ignore !== undefined){
let data16 = data.ignore;
if(Array.isArray(data16)){
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.code === undefined){
const err18 = {instancePath:instancePath+"/ignore/" + i0,schemaPath:"#/properties/ignore/items/required",keyword:"required",params:{missingProperty: "code"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data17.reason === undefined){
const err19 = {instancePath:instancePath+"/ignore/" + i0,schemaPath:"#/properties/ignore/items/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key1 in data17){
if(!((((((key1 === "code") || (key1 === "file")) || (key1 === "service")) || (key1 === "job")) || (key1 === "target")) || (key1 === "reason"))){
const err20 = {instancePath:instancePath+"/ignore/" + i0,schemaPath:"#/properties/ignore/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data17.code !== undefined){
if(typeof data17.code !== "string"){
const err21 = {instancePath:instancePath+"/ignore/" + i0+"/code",schemaPath:"#/properties/ignore/items/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data17.file !== undefined){
if(typeof data17.file !== "string"){
const err22 = {instancePath:instancePath+"/ignore/" + i0+"/file",schemaPath:"#/properties/ignore/items/properties/file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data17.service !== undefined){
if(typeof data17.service !== "string"){
const err23 = {instancePath:instancePath+"/ignore/" + i0+"/service",schemaPath:"#/properties/ignore/items/properties/service/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data17.job !== undefined){
if(typeof data17.job !== "string"){
const err24 = {instancePath:instancePath+"/ignore/" + i0+"/job",schemaPath:"#/properties/ignore/items/properties/job/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data17.target !== undefined){
if(typeof data17.target !== "string"){
const err25 = {instancePath:instancePath+"/ignore/" + i0+"/target",schemaPath:"#/properties/ignore/items/properties/target/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data17.reason !== undefined){
let data23 = data17.reason;
if(typeof data23 === "string"){
if(func3(data23) < 1){
const err26 = {instancePath:instancePath+"/ignore/" + i0+"/reason",schemaPath:"#/properties/ignore/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/ignore/" + i0+"/reason",schemaPath:"#/properties/ignore/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/ignore/" + i0,schemaPath:"#/properties/ignore/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

exports.schema = () => JSON.parse("{\"$id\":\"urn:scrapegate:settings\",\"title\":\"Scrapegate settings: .scrapegate.yml, command line options and Action inputs, which have the same names\",\"type\":\"object\",\"additionalProperties\":false,\"definitions\":{\"texts\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1}}},\"properties\":{\"compose-file\":{\"$ref\":\"#/definitions/texts\",\"description\":\"compose file, in merge order; found by itself when absent\"},\"env-file\":{\"$ref\":\"#/definitions/texts\",\"description\":\"file with variables for the compose file\"},\"profile\":{\"$ref\":\"#/definitions/texts\",\"description\":\"compose profile to turn on\"},\"project-name\":{\"type\":\"string\",\"pattern\":\"^[a-z0-9][a-z0-9_-]*$\",\"description\":\"compose project name; one of its own for each run when absent\"},\"prometheus-service\":{\"type\":\"string\",\"minLength\":1,\"description\":\"service that is Prometheus; found by itself when absent\"},\"timeout\":{\"type\":\"string\",\"x-kind\":\"duration\",\"description\":\"one deadline for the whole run, such as 90s or 5m\"},\"fail-on\":{\"enum\":[\"degraded\",\"unhealthy\"],\"description\":\"weakest status that fails the gate\"},\"fail-on-severity\":{\"enum\":[\"error\",\"warning\",\"notice\"],\"description\":\"weakest finding that fails check\"},\"as\":{\"enum\":[\"compose\",\"prometheus\",\"scrape-configs\",\"target-groups\",\"rules\",\"rule-tests\",\"alertmanager\",\"web\",\"blackbox\",\"grafana-datasources\",\"grafana-dashboards\",\"dashboard\"],\"description\":\"what the files are that check was given by name; told by their content when absent\"},\"format\":{\"enum\":[\"text\",\"json\",\"sarif\",\"junit\",\"github\"],\"description\":\"what is printed\"},\"keep\":{\"type\":\"boolean\",\"description\":\"leave the stack running\"},\"report-dir\":{\"type\":\"string\",\"minLength\":1,\"description\":\"directory for report.json and its other forms\"},\"quiet\":{\"type\":\"boolean\",\"description\":\"no progress, only findings and the verdict\"},\"color\":{\"type\":\"boolean\",\"description\":\"colour in text output\"},\"baseline\":{\"type\":\"string\",\"minLength\":1,\"description\":\"file that lists findings which do not count\"},\"write-baseline\":{\"type\":\"boolean\",\"description\":\"write the baseline with all that check finds; only on the command line\"},\"ignore\":{\"type\":\"array\",\"description\":\"findings that do not count; only in the settings file\",\"items\":{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"code\",\"reason\"],\"properties\":{\"code\":{\"type\":\"string\",\"description\":\"a code such as stack/target-localhost, or a family such as stack/*\"},\"file\":{\"type\":\"string\",\"description\":\"glob over paths as findings print them\"},\"service\":{\"type\":\"string\",\"description\":\"name of the service that the finding is about\"},\"job\":{\"type\":\"string\",\"description\":\"name of the scrape job that the finding is about\"},\"target\":{\"type\":\"string\",\"description\":\"target that the finding is about, as it is written\"},\"reason\":{\"type\":\"string\",\"minLength\":1,\"description\":\"why the finding may stay\"}}}}}}");


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3546);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
