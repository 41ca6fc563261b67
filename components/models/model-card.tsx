import Link from "next/link";
import { LevelBar } from "@/components/marks/level-bar";
import { LevelFigure } from "@/components/marks/level-figure";
import { StageLabel } from "@/components/marks/stage-label";
import type { ModelRow } from "@/lib/core/models/describe-models";
import { formatLevel, formatNumberOf } from "@/lib/core/words/format";
import { bandWords } from "@/lib/core/words/marks";
import { lowestWords } from "@/lib/core/words/models";

/** One model: stage with its reason, level with its band, what is verified; its title leads to its page. */
export function ModelCard({ model }: Readonly<{ model: ModelRow }>) {
  const { id, title, summary, criteria, overall, href } = model;
  return (
    <section
      aria-labelledby={`model-${id}`}
      className="flex min-w-0 flex-col gap-2.5 rounded-md border border-line bg-raised px-4.5 py-4 max-sm:px-3.5"
    >
      <div>
        <h2 id={`model-${id}`} className="text-body/4.5 font-semibold">
          <Link href={href} prefetch={false} className="link inline-block py-1">
            {title}
          </Link>
        </h2>
        <p className="text-note text-ink-2">{summary}</p>
      </div>
      {overall ? (
        <div className="mt-auto grid gap-1.5">
          <StageLabel stage={overall.stage} size="large" />
          <p className="text-note text-ink-2">{lowestWords(overall.stage.name, model)}.</p>
          <LevelFigure level={overall.low} size="small">
            {bandWords(overall)}
          </LevelFigure>
          <LevelBar
            name={title}
            tone={overall.stage.tone}
            low={overall.low}
            high={overall.high}
            verified={overall.verified}
            stages={overall.stage.of}
          />
          <p className="text-small text-ink-2">
            Verified {formatLevel(overall.verified)} · levels 1 to {overall.stage.of} ·{" "}
            {formatNumberOf(criteria, "criterion", "criteria")}
          </p>
        </div>
      ) : (
        <p className="mt-auto text-note">No score: nothing of this model is in scope.</p>
      )}
    </section>
  );
}
