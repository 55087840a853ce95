/**
 * Parts of Node that are loaded when they are first used: each costs a short run some milliseconds, and most runs need none.
 * https://nodejs.org/api/process.html#processgetbuiltinmoduleid
 */
export const builtin = {
  fs: (): typeof import('node:fs') => process.getBuiltinModule('node:fs'),
  crypto: (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto'),
  net: (): typeof import('node:net') => process.getBuiltinModule('node:net'),
  vm: (): typeof import('node:vm') => process.getBuiltinModule('node:vm'),
  v8: (): typeof import('node:v8') => process.getBuiltinModule('node:v8'),
};
