/** Loaded into a measured server (`--import`): tells its CPU time when asked, and ends with whoever started it. */
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => process.exit(0));
