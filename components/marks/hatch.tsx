/** The pattern of what is not known, to be filled with `url(#id)`. Make the id with useId, so that charts can repeat on a page. */
export function Hatch({ id }: Readonly<{ id: string }>) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="5" strokeWidth="1.4" className="stroke-ink-3" />
      </pattern>
    </defs>
  );
}
