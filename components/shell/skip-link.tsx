/** The first stop of the keyboard: past the navigation. The target carries `id="main"` and `tabIndex={-1}`. */
export function SkipLink({ children }: Readonly<{ children: string }>) {
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded bg-ink px-4 py-2 font-medium text-on-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 print:hidden"
    >
      {children}
    </a>
  );
}
