/** The plumb line: a line that shows what is true. */
export function BrandMark({ className }: Readonly<{ className?: string }>) {
  return (
    <svg aria-hidden width="14" height="20" viewBox="0 0 14 20" className={className}>
      <path d="M7 0v12M7 20l-3.5-8h7z" strokeWidth="1.6" stroke="currentColor" fill="currentColor" />
    </svg>
  );
}
