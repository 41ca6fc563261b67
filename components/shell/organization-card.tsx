import { ReadyLink } from "@/components/ui/ready-link";

type Props = Readonly<{ name: string; detail: string; href: string; className?: string }>;

/** Whose workspace this is, and which assessment. */
export function OrganizationCard({ name, detail, href, className }: Props) {
  return (
    <ReadyLink
      href={href}
      className={`block rounded border border-line bg-raised px-2.5 py-2 text-note/[1.0625rem] hover:border-control ${className ?? ""}`}
    >
      <span className="block font-semibold wrap-anywhere">{name}</span>
      <span className="block text-small text-ink-2 wrap-anywhere">{detail}</span>
    </ReadyLink>
  );
}
