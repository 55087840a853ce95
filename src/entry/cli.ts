#!/usr/bin/env node
import module from 'node:module';
import { builtin } from '../model/builtin.js';

/** What Node 20 does not have. https://nodejs.org/api/module.html#moduleenablecompilecacheoptions */
interface CompileCache {
  readonly enableCompileCache?: () => { readonly status: number };
  readonly constants?: { readonly compileCacheStatus: { readonly ENABLED: number; readonly ALREADY_ENABLED: number } };
}

// Node keeps the compiled code from run to run, which halves the time of a short one. It keeps what is compiled while a module is
// loaded, and by itself that leaves out every function: they are parsed again in each run, a quarter of its time.
const { enableCompileCache, constants } = module as CompileCache;
const status = enableCompileCache?.().status;
const { ENABLED, ALREADY_ENABLED } = constants?.compileCacheStatus ?? {};
if (status !== undefined && (status === ENABLED || status === ALREADY_ENABLED))
  builtin.v8().setFlagsFromString('--no-lazy');
// Room for young objects from the start: a small run then collects garbage twice in place of four times.
builtin.v8().setFlagsFromString('--semi-space-growth-factor=8');
const { main } = await import('./cli-main.js');

// Everything is written by now; an exit of its own accord would first take the whole heap apart.
process.exit(await main(process.argv.slice(2)));
