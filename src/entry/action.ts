import { main } from './action-main.js';

process.exitCode = await main();
