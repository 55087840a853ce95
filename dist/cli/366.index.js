// 23e0262a50001254
(() => {
'use strict';
const id = 366;
const ids = [366];
const modules = {

/***/ 1366:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EngineHost: () => (/* binding */ EngineHost),
  isTaken: () => (/* binding */ isTaken)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/model/host-address.ts
var host_address = __webpack_require__(6082);
// EXTERNAL MODULE: external "node:dgram"
var external_node_dgram_ = __webpack_require__(1314);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./src/adapters/host/bindable.ts


/**
 * Whether this machine lets a port be taken: the same question that Docker asks, for an instant. `unknown` where this user may not
 * ask, or where the address is none of this machine.
 */
async function bindable(wanted) {
    const addresses = wanted.address === '' ? ['0.0.0.0', '::'] : [wanted.address.replace(/^\[|\]$/g, '')];
    const answers = await Promise.all(addresses.map((address) => bind(wanted, address)));
    if (answers.includes('in-use'))
        return 'in-use';
    // A machine without IPv6 publishes on IPv4 alone.
    return answers.includes('free') ? 'free' : 'unknown';
}
function bind({ protocol, port }, address) {
    const ipv6Only = address.includes(':');
    return new Promise((resolve) => {
        const failed = ({ code }) => {
            resolve(code === 'EADDRINUSE' ? 'in-use' : 'unknown');
        };
        if (protocol === 'udp') {
            const socket = (0,external_node_dgram_.createSocket)({ type: ipv6Only ? 'udp6' : 'udp4', ipv6Only });
            socket.once('error', failed).bind({ address, port, exclusive: true }, () => {
                socket.close(() => {
                    resolve('free');
                });
            });
            return;
        }
        const server = (0,external_node_net_.createServer)().once('error', failed);
        server.listen({ host: address, port, ipv6Only, exclusive: true }, () => {
            server.close(() => {
                resolve('free');
            });
        });
    });
}

;// CONCATENATED MODULE: ./src/adapters/host/listening-sockets.ts

/** States of a socket that takes what comes. https://github.com/torvalds/linux/blob/v6.12/include/net/tcp_states.h */
const LISTENS = { tcp: '0A', udp: '07' };
/** What listens in the network namespace of this process; empty where that is not known. */
function listeningSockets() {
    return ['tcp', 'udp'].flatMap((protocol) => [protocol, `${protocol}6`].flatMap((file) => parseSockets(read(`/proc/net/${file}`), protocol)));
}
/** Reads the table of sockets that Linux shows. https://docs.kernel.org/networking/proc_net_tcp.html */
function parseSockets(table, protocol) {
    return table
        .split('\n')
        .slice(1)
        .flatMap((line) => {
        const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
        const [hex = '', port = ''] = local.split(':');
        if (state !== LISTENS[protocol])
            return [];
        return [{ protocol, address: addressOf(hex), port: Number.parseInt(port, 16), inode }];
    });
}
/** Words of 32 bits in the byte order of the machine, which is little endian wherever Docker runs but on s390x. */
function addressOf(hex) {
    const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
    if (bytes.length === 4)
        return bytes.map((byte) => String(Number.parseInt(byte, 16))).join('.');
    const groups = bytes.flatMap((byte, index) => (index % 2 === 0 ? [`${byte}${bytes[index + 1] ?? ''}`] : []));
    const plain = groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
    return plain.replace(/(?:^|:)(?:0(?::|$)){2,}/, '::');
}
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./src/adapters/host/socket-owner.ts

/** The processes that have sockets, by the inode of each; only those of which this user may see that. */
function socketOwners(inodes) {
    const owners = new Map();
    if (inodes.size === 0)
        return owners;
    for (const pid of list('/proc')) {
        if (!/^\d+$/.test(pid))
            continue;
        for (const descriptor of list(`/proc/${pid}/fd`)) {
            const inode = /^socket:\[(\d+)\]$/.exec(socket_owner_link(`/proc/${pid}/fd/${descriptor}`))?.[1];
            if (inode === undefined || !inodes.has(inode) || owners.has(inode))
                continue;
            owners.set(inode, { pid: Number(pid), name: nameOf(pid) });
            if (owners.size === inodes.size)
                return owners;
        }
    }
    return owners;
}
/** The program's name; that of its thread when the command line is empty. */
function nameOf(pid) {
    const [program = ''] = socket_owner_text(`/proc/${pid}/cmdline`).split('\0');
    return program.split('/').at(-1) || socket_owner_text(`/proc/${pid}/comm`).trim();
}
function list(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        return [];
    }
}
function socket_owner_link(path) {
    try {
        return (0,external_node_fs_.readlinkSync)(path);
    }
    catch {
        return '';
    }
}
function socket_owner_text(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./src/adapters/host/engine-host.ts







/** The machine of a Docker Engine: by its API, and by this machine's own tables where the two are one. */
class EngineHost {
    engine;
    constructor(engine) {
        this.engine = engine;
    }
    async look(wanted, signal) {
        try {
            const [info, containers] = await Promise.all([this.engine.info(signal), this.engine.publishing(signal)]);
            const here = this.#isHere(info);
            const taken = wanted.flatMap((port) => publishedBy(containers, port));
            const others = wanted.filter((port) => !taken.some((holder) => isOf(holder, port)));
            const disk = here ? await diskOf(info.DockerRootDir) : undefined;
            return {
                portsInUse: [...taken, ...(here ? await heldByProcesses(others) : [])],
                ...(disk ? { disk } : {}),
                memory: { totalBytes: info.MemTotal, ...(here ? available() : {}) },
            };
        }
        catch {
            // Whether the engine answers is another question, asked elsewhere.
            return { portsInUse: [] };
        }
    }
    /** Engines in virtual machines, and this process in a container, have other host names. */
    #isHere({ Name }) {
        return process.platform === 'linux' && this.engine.address.startsWith('unix://') && Name === (0,external_node_os_.hostname)();
    }
}
function isOf(holder, { protocol, port, address }) {
    return holder.protocol === protocol && holder.port === port && holder.wantedAddress === address;
}
function publishedBy(containers, wanted) {
    const { protocol, port } = wanted;
    for (const { name, labels, ports } of containers) {
        const same = ports.find((one) => one.protocol === protocol && one.port === port && (0,host_address/* addressesOverlap */.q)(one.address, wanted.address));
        if (!same)
            continue;
        return [
            {
                protocol,
                port,
                wantedAddress: wanted.address,
                address: same.address,
                container: holdingContainer(name, labels),
            },
        ];
    }
    return [];
}
/** https://github.com/docker/compose/blob/v2.40.3/pkg/api/labels.go */
function holdingContainer(name, labels) {
    const label = (key) => labels[`com.docker.compose.${key}`];
    return {
        name,
        project: label('project'),
        service: label('service'),
        composeFiles: (label('project.config_files') ?? '').split(',').filter((path) => path !== ''),
    };
}
async function heldByProcesses(wanted) {
    const states = await Promise.all(wanted.map((port) => bindable(port)));
    if (states.every((state) => state === 'free'))
        return [];
    const sockets = listeningSockets();
    const taken = wanted.filter((port, index) => isTaken(port, states[index] ?? 'unknown', sockets));
    const found = taken.map((port) => [port, socketOn(sockets, port)]);
    const owners = socketOwners(new Set(found.flatMap(([, socket]) => socket?.inode ?? [])));
    return found.map(([{ protocol, port, address }, socket]) => {
        const process = owners.get(socket?.inode ?? '');
        const holder = { protocol, port, wantedAddress: address, address: socket?.address ?? '' };
        return process ? { ...holder, process } : holder;
    });
}
/** Whoever may not try to take a port, such as one below 1024, can still see who listens on it. */
function isTaken(wanted, state, sockets) {
    if (state !== 'unknown')
        return state === 'in-use';
    const { protocol, port, address } = wanted;
    return sockets.some((socket) => socket.protocol === protocol && socket.port === port && (0,host_address/* addressesOverlap */.q)(socket.address, address));
}
/** A server on all addresses of IPv6 mostly has those of IPv4 as well. */
function socketOn(sockets, { protocol, port, address }) {
    const same = sockets.filter((socket) => socket.protocol === protocol && socket.port === port);
    return same.find((socket) => (0,host_address/* addressesOverlap */.q)(socket.address, address)) ?? same[0];
}
async function diskOf(path) {
    try {
        const { bavail, blocks, bsize } = await (0,promises_.statfs)(path);
        return { path, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    }
    catch {
        return undefined;
    }
}
/** What programs can have without swapping. https://docs.kernel.org/filesystems/proc.html#meminfo */
function available() {
    try {
        const [, kilobytes] = /^MemAvailable:\s+(\d+) kB$/m.exec((0,external_node_fs_.readFileSync)('/proc/meminfo', 'utf8')) ?? [];
        return kilobytes === undefined ? {} : { availableBytes: Number(kilobytes) * 1024 };
    }
    catch {
        return {};
    }
}


/***/ })

};

return { id, ids, modules };
})()
