/**
 * Loaded into a measured server (`--import`): tells its CPU time, or what memory is left after a collection, when asked,
 * and ends with whoever started it.
 */
process.on('message', (asked) => {
  if (asked !== 'memory') return process.send?.(process.cpuUsage());
  globalThis.gc?.();
  return process.send?.(process.memoryUsage());
});
process.on('disconnect', () => process.exit(0));
