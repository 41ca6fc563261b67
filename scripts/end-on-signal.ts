/**
 * Ends this process in order at Ctrl-C, when it is told to, and when its terminal is closed; further signals change nothing.
 * @param stop everything that must be over before
 * @returns whether the end has begun: what fails from then on fails because of it
 */
export function endOnSignal(stop: () => Promise<void>): () => boolean {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    console.log("\n  stopping");
    const stopped = await stop().then(
      () => true,
      (error: unknown) => console.error(error),
    );
    process.exit(stopped ? 0 : 1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  return () => ending;
}
