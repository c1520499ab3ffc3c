// Loaded before the program: writes down, when it ends, how much memory it held at most, in KiB.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env['PEAK_FILE'] ?? '', String(process.resourceUsage().maxRSS)));
