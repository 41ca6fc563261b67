/** A key, as printed on the keyboard. */
export function Kbd({ children }: Readonly<{ children: string }>) {
  return (
    <kbd className="inline-block rounded-[3px] border border-control bg-raised px-1 font-mono text-small text-ink-2">
      {children}
    </kbd>
  );
}
