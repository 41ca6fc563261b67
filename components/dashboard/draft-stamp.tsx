/** Across every printed page until the assessment is approved. */
export function DraftStamp() {
  return (
    <p
      aria-hidden
      className="pointer-events-none fixed inset-0 z-50 hidden place-content-center text-[9rem] font-semibold text-ink opacity-10 print:grid"
    >
      <span className="-rotate-30">Draft</span>
    </p>
  );
}
