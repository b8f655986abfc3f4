/** In ms of this process, so that what else runs on the machine counts for nothing. */
export const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
