export const id = 590;
export const ids = [590];
export const modules = {

/***/ 9590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ComposeRuntime: () => (/* binding */ ComposeRuntime)
});

// EXTERNAL MODULE: ./src/model/errors.ts
var errors = __webpack_require__(7206);
// EXTERNAL MODULE: ./src/model/footprint.ts
var footprint = __webpack_require__(1722);
// EXTERNAL MODULE: ./src/adapters/system-clock.ts
var system_clock = __webpack_require__(9180);
// EXTERNAL MODULE: ./src/adapters/docker/command.ts
var docker_command = __webpack_require__(8732);
;// CONCATENATED MODULE: ./src/adapters/docker/children.ts

/** The commands that one run started and that may still be at work. */
class Children {
    #end = new AbortController();
    #running = new Set();
    #cutShort = false;
    /** As `runCommand`, and ended by `end` as well. */
    async run(program, args, options = {}) {
        const signal = options.signal ? AbortSignal.any([options.signal, this.#end.signal]) : this.#end.signal;
        const command = (0,docker_command/* runCommand */.d)(program, args, { ...options, signal });
        this.#running.add(command);
        try {
            return await command;
        }
        finally {
            this.#running.delete(command);
            this.#cutShort ||= signal.aborted;
        }
    }
    /**
     * Ends all of them and waits until they have ended: what they are making must not race with its removal.
     * Tells whether any was cut short, since an engine may still be at work on what it asked for.
     */
    async end() {
        this.#end.abort();
        await Promise.allSettled(this.#running);
        return this.#cutShort;
    }
}

// EXTERNAL MODULE: ./src/adapters/docker/compose-version.ts
var compose_version = __webpack_require__(6240);
// EXTERNAL MODULE: ./src/adapters/docker/engine.ts
var engine = __webpack_require__(7535);
// EXTERNAL MODULE: ./src/adapters/docker/engine-event.ts
var engine_event = __webpack_require__(9074);
// EXTERNAL MODULE: ./src/adapters/docker/remove-project.ts
var remove_project = __webpack_require__(2689);
;// CONCATENATED MODULE: ./src/adapters/docker/container-facts.ts
/** The part of an inspected container that a diagnosis needs, besides its state. */
function containerFacts(container) {
    const { State: state, Config: config, HostConfig: host, NetworkSettings: network } = container;
    return {
        pid: state.Pid ?? 0,
        user: config.User ?? '',
        command: [...(container.Path === undefined ? [] : [container.Path]), ...(container.Args ?? [])],
        ...(host.NetworkMode === undefined ? {} : { networkMode: host.NetworkMode }),
        networks: Object.entries(network.Networks ?? {}).map(([name, one]) => toNetwork(name, one)),
        mounts: (container.Mounts ?? []).map((mount) => ({
            kind: mount.Type,
            source: mount.Name ?? mount.Source ?? '',
            target: mount.Destination,
            writable: mount.RW,
        })),
    };
}
function toNetwork(name, network) {
    const { IPAddress, GlobalIPv6Address = '', Aliases, DNSNames } = network;
    return { name, address: IPAddress, address6: GlobalIPv6Address, names: [...new Set(DNSNames ?? Aliases ?? [])] };
}

;// CONCATENATED MODULE: ./src/adapters/docker/snapshot.ts

/** Docker writes this for "never". */
const NEVER = '0001-01-01T00:00:00Z';
const PROBES_KEPT = 5;
/** The part of an inspected container that the stages look at. */
function toSnapshot(container) {
    const { State: state, HostConfig: host, NetworkSettings: network, Config: config } = container;
    return {
        id: container.Id,
        name: container.Name.replace(/^\//, ''),
        service: config.Labels?.['com.docker.compose.service'] ?? '',
        image: config.Image,
        state: state.Status,
        health: (state.Health?.Status ?? 'none'),
        exitCode: state.ExitCode,
        oomKilled: state.OOMKilled,
        restarts: container.RestartCount,
        restartPolicy: host.RestartPolicy.Name || 'no',
        maximumRetries: host.RestartPolicy.MaximumRetryCount,
        ...(container.Created === undefined ? {} : { createdAtMs: time(container.Created) }),
        startedAtMs: time(state.StartedAt),
        finishedAtMs: time(state.FinishedAt),
        startError: state.Error,
        probes: (state.Health?.Log ?? []).slice(-PROBES_KEPT).map((probe) => ({
            at: probe.Start,
            ...(probe.End === undefined ? {} : { endedAt: probe.End }),
            exitCode: probe.ExitCode,
            output: probe.Output,
        })),
        ...(state.Health?.FailingStreak === undefined ? {} : { failingStreak: state.Health.FailingStreak }),
        addresses: Object.values(network.Networks ?? {}).flatMap(({ IPAddress }) => (IPAddress ? [IPAddress] : [])),
        publishedPorts: publishedPorts(network.Ports ?? {}),
        ...containerFacts(container),
    };
}
/** The part of a listed container that shows whether it has to be looked at again. */
function toSummary({ Id, State, Status }) {
    const written = /\((healthy|unhealthy|health: starting)\)/.exec(Status)?.[1];
    const health = written === 'health: starting' ? 'starting' : (written ?? 'none');
    return { id: Id, state: State, health: health };
}
function time(written) {
    return written === NEVER ? 0 : Date.parse(written);
}
function publishedPorts(ports) {
    return Object.entries(ports).flatMap(([port, bindings]) => (bindings ?? []).map(({ HostIp, HostPort }) => ({
        containerPort: Number.parseInt(port, 10),
        hostAddress: HostIp,
        hostPort: Number(HostPort),
    })));
}

;// CONCATENATED MODULE: ./src/adapters/docker/compose-runtime.ts









/** A registry that accepts a connection and then says nothing holds a pull for ever; a slow one shows some progress. */
const PULL_IDLE_MS = 60_000;
/** Docker Compose by its command line, and the engine beside it for what has to be fast. */
class ComposeRuntime {
    options;
    engine;
    directory;
    #children = new Children();
    #versions = { engine: '', compose: '' };
    #override;
    constructor(options, engine, 
    /** Temporary files that containers may have mounted; removed with them. */
    directory) {
        this.options = options;
        this.engine = engine;
        this.directory = directory;
    }
    async require(signal) {
        const asked = this.engine.version(signal);
        // That there is no docker command is said before that its engine does not answer.
        asked.catch(() => undefined);
        const compose = await (0,compose_version/* composeVersion */.J)();
        try {
            const engine = await asked;
            this.#versions = { engine, compose };
            return `Docker Engine ${engine}, Docker Compose ${compose}`;
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new errors/* EnvironmentError */.eG(`the Docker engine at ${this.engine.address} does not answer (${why}): start it, or point DOCKER_HOST or the docker context at one that runs`, { cause: error });
        }
    }
    /** Empty before `require`. */
    get versions() {
        return this.#versions;
    }
    /** The engine itself, for what is asked of containers rather than of the project. */
    get docker() {
        return this.engine;
    }
    /** A compose file of ours, read after the user's from now on. */
    useOverride(path) {
        this.#override = path;
    }
    footprint() {
        return this.engine.footprint(this.options.projectName);
    }
    async absentImages(images) {
        const here = await Promise.all(images.map(({ image }) => this.engine.hasImage(image)));
        return images.filter((_, index) => here[index] === false);
    }
    pull(service, signal) {
        // Not `docker pull`: that asks for a password when the registry refuses, and waits for one that nobody types.
        return this.#compose(['pull', service], { signal, idleMs: PULL_IDLE_MS });
    }
    build(services, signal) {
        // A build that is cut short leaves temporary files of buildx. Not for other commands: a compose file may have ${TMPDIR} in it.
        return this.#compose(['build', ...services], { signal, env: this.directory?.environment ?? {} });
    }
    up(services, signal) {
        return this.#compose(['up', '--detach', '--no-deps', ...services], { signal });
    }
    create(services, signal) {
        // What is to be pulled was, so that no policy asks a registry again, and so was built what is to be built.
        return this.#compose(['up', '--no-start', '--no-deps', '--pull', 'missing', ...services], { signal });
    }
    async start(containerId, signal) {
        const command = `docker start ${containerId.slice(0, 12)}`;
        try {
            const output = (await this.engine.start(containerId, signal)) ?? '';
            return { command, exitCode: output === '' ? 0 : 1, stdout: '', output };
        }
        catch (error) {
            const output = error instanceof Error ? error.message : String(error);
            return { command, exitCode: 1, stdout: '', output };
        }
    }
    async containers() {
        return this.inspect((await this.list()).map(({ id }) => id));
    }
    list() {
        return this.#ask(async () => (await this.engine.list(this.options.projectName)).map(toSummary));
    }
    inspect(ids) {
        return this.#ask(async () => (await this.engine.inspect(ids)).map(toSnapshot));
    }
    async *events(signal) {
        for await (const event of this.engine.events(this.options.projectName, signal)) {
            const told = (0,engine_event/* toContainerEvent */.P)(event);
            if (told)
                yield told;
        }
    }
    async logs(containerId, lines) {
        const text = await this.engine.logs(containerId, lines);
        return text
            .replace(/\n$/, '')
            .split('\n')
            .filter((line, _, all) => all.length > 1 || line !== '')
            .slice(-lines);
    }
    exec(service, argv, signal) {
        return this.#compose(['exec', '--no-TTY', service, ...argv], { signal });
    }
    async consult(question, signal) {
        const { program, image, mounts = [], args = [] } = question;
        if (image === undefined)
            return this.#compose(['config', '--quiet'], { signal }, []);
        const volumes = mounts.flatMap(({ source, target }) => ['--volume', `${source}:${target}:ro`]);
        const label = `${engine/* HELPER_LABEL */.eq}=${this.options.projectName}`;
        const flags = ['--rm', '--pull', 'never', '--network', 'none', '--label', label, '--entrypoint', program];
        const result = await this.#children.run('docker', ['run', ...flags, ...volumes, image, ...args], { signal });
        // Docker's own failures: no such image, no such program in it.
        return result.exitCode >= 125 ? undefined : result;
    }
    async down(options) {
        const settleMs = (await this.#children.end()) ? remove_project/* SETTLE_MS */.l : 0;
        const left = await (0,remove_project/* removeProject */.o)(this.engine, this.options.projectName, { ...options, settleMs }, system_clock/* systemClock */.m);
        if (this.directory === undefined || !(0,footprint/* isGone */.ST)(left) || this.directory.remove())
            return left;
        return { ...left, problems: [`the temporary directory ${this.directory.path} cannot be removed`] };
    }
    /** Global flags of docker compose for this project; also what a user types to look at it. */
    get projectArguments() {
        const { projectName, composeFiles, envFiles, profiles } = this.options;
        return [
            ...['--project-name', projectName],
            ...composeFiles.flatMap((file) => ['--file', file]),
            ...envFiles.flatMap((file) => ['--env-file', file]),
            ...profiles.flatMap((profile) => ['--profile', profile]),
        ];
    }
    async #ask(question) {
        try {
            return await question();
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            throw new errors/* EnvironmentError */.eG(`the Docker engine at ${this.engine.address} stopped answering (${why}): look at its log, start it and run the gate again`, { cause: error });
        }
    }
    #compose(args, options, override = this.#override === undefined ? [] : ['--file', this.#override]) {
        const own = ['--ansi', 'never', '--progress', 'plain'];
        return this.#children.run('docker', ['compose', ...own, ...this.projectArguments, ...override, ...args], {
            ...options,
            cwd: this.options.directory,
        });
    }
}


/***/ })

};
