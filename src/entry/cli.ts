#!/usr/bin/env node
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Young objects get little room: most of what a check makes lives to its end, so that more room only costs memory.
setFlagsFromString('--semi-space-growth-factor=1');
// Node keeps the compiled code from run to run, which halves the time of a short one. Node 20 cannot.
// https://nodejs.org/api/module.html#module-compile-cache
const { enableCompileCache } = module as { enableCompileCache?: () => unknown };
enableCompileCache?.();
const { main } = await import('./cli-main.js');

process.exitCode = await main(process.argv.slice(2));
