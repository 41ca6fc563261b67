/** A page that isn't looked at has no frames. */
const LONGEST_MS = 250;

/** Runs something once the next frame was handed over for painting: what nobody waits for doesn't hold up what was pressed. */
export function afterPaint(run: () => void): void {
  let over = false;
  const once = () => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    run();
  };
  const timer = setTimeout(once, LONGEST_MS);
  globalThis.requestAnimationFrame?.(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = once;
    port2.postMessage(null);
  });
}
