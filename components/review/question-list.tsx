import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { MyQuestion } from "@/lib/core/review/my-question";
import { criterionSlug, topicOfCriterion, topicPath } from "@/lib/core/walk/outline";
import { formatDay } from "@/lib/core/words/format";

/** Questions that reviewers have asked back and that wait for an answer, each with the way to it. */
export function QuestionList({
  organization,
  questions,
}: Readonly<{ organization: string; questions: readonly MyQuestion[] }>) {
  return (
    <Card title="Questions to you" subtitle="A reviewer asks back. The answer is given beside the criterion.">
      <ul className="grid">
        {questions.map(({ id, text, criterion, statement, assessment, slug, askedBy, askedOn }) => (
          <li key={id} className="border-t border-line py-2 first:border-t-0 first:pt-0">
            <Link
              className="link font-medium wrap-anywhere"
              href={`/${organization}/assessments/${slug}/walk/${topicPath(topicOfCriterion(criterion))}#${criterionSlug(criterion)}`}
            >
              {text}
            </Link>
            <p className="text-small text-ink-2">
              {statement} · {assessment} · {askedBy}, {formatDay(askedOn)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
