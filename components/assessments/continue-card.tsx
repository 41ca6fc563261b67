import { ButtonLink } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { placeLink } from "@/lib/core/notices/place-link";
import type { ContinueAt } from "@/lib/core/walk/continue-at";

type Props = Readonly<{
  organization: string;
  assessment: Readonly<{ slug: string; name: string; scope: string; known: number; inScope: number }>;
  next: ContinueAt;
  /** Of the organization, where the page shows several. */
  where?: string;
}>;

/** The way back to the very criterion at which somebody left off, with how far the assessment is. */
export function ContinueCard({ organization, assessment, next, where }: Props) {
  const { slug, name, scope, known, inScope } = assessment;
  return (
    <section
      aria-label="Continue"
      className="grid items-center gap-x-6 gap-y-3 rounded-md border border-line bg-raised px-4.5 py-4 sm:grid-cols-[1fr_auto]"
    >
      <div className="min-w-0">
        <h2 className="text-read font-semibold wrap-anywhere">
          {known === 0 ? "Begin" : "Continue"}: {next.title}, criterion {next.number}
        </h2>
        <p className="mt-0.5 text-small text-ink-2">
          {[where, `${scope}, ${name}`].filter(Boolean).join(" · ")} · {known} of {inScope} criteria known ·{" "}
          {next.pillar} {next.answered} of {next.inScope} answered
        </p>
        <Progress label={`${known} of ${inScope} criteria known`} value={known} max={inScope} className="mt-2.5" />
      </div>
      <ButtonLink href={placeLink(organization, slug, next.criterion)} variant="primary" iconAfter="arrow-right">
        {known === 0 ? "Begin" : "Continue"}
      </ButtonLink>
    </section>
  );
}
