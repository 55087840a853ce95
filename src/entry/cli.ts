#!/usr/bin/env node
import module from 'node:module';
import { CHUNKS, Chunks } from './chunks.js';

/** What Node 20 does not have. https://nodejs.org/api/module.html#moduleenablecompilecachecachedir */
interface CompileCache {
  readonly enableCompileCache?: () => unknown;
  readonly getCompileCacheDir?: () => string | undefined;
}

// Node says whether compiled code may be kept, and where: a directory of this user and of this version with its flags.
const { enableCompileCache, getCompileCacheDir } = module as CompileCache;
enableCompileCache?.();
const command = /^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'none';
const chunks = new Chunks(getCompileCacheDir?.(), command.slice(0, 20));
Object.assign(globalThis, { [CHUNKS]: chunks });
if (command === 'gate') (await import('./ahead.js')).askAhead();
const { main } = await import('./cli-main.js');

const exitCode = await main(process.argv.slice(2));
chunks.keep();
// Everything is written by now; an exit of its own accord would first take the whole heap apart.
process.exit(exitCode);
