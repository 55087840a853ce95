import { main } from './post-main.js';

process.exitCode = await main();
