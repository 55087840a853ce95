#!/usr/bin/env node
import module from 'node:module';

// Node keeps the compiled code from run to run, which halves the time of a short one. Node 20 cannot.
// https://nodejs.org/api/module.html#module-compile-cache
const { enableCompileCache } = module as { enableCompileCache?: () => unknown };
enableCompileCache?.();
const { main } = await import('./cli-main.js');

// Everything is written by now; an exit of its own accord would first take the whole heap apart.
process.exit(await main(process.argv.slice(2)));
