import type { ReactNode } from "react";

type Props = Readonly<{ id: string; title: string; lead?: ReactNode; children: ReactNode }>;

/** One part of the front page under a hairline. */
export function FrontSection({ id, title, lead, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4 border-t border-line py-12 max-sm:py-9">
      <h2 id={`${id}-title`} className="text-question font-semibold tracking-[-0.2px]">
        {title}
      </h2>
      {lead && <p className="mt-1.5 max-w-[64ch] text-read text-ink-2">{lead}</p>}
      <div className="mt-7">{children}</div>
    </section>
  );
}

/** A short text with its name. */
export function Point({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  return (
    <div className="border-t-2 border-ink pt-3">
      <h3 className="text-read font-semibold">{title}</h3>
      <p className="mt-1 text-body/5.5 text-ink-2">{children}</p>
    </div>
  );
}
