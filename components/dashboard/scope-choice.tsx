import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { assessmentStateWords } from "@/lib/core/words/provenance";

type Props = Readonly<{
  action: string;
  all: readonly Readonly<{ slug: string; name: string; scope: string }>[];
  /** Those that are shown. */
  scopes: readonly Readonly<{ slug: string; state: string; content: string; known: string }>[];
}>;

/** Which assessments are compared: a plain form, so that the address says it and no script is needed. */
export function ScopeChoice({ action, all, scopes }: Props) {
  return (
    <Card title="Scopes" subtitle="Up to six of them." className="print:hidden">
      <form action={action} className="grid gap-3">
        <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2 xl:grid-cols-3">
          {all.map(({ slug, name, scope }) => {
            const shown = scopes.find((other) => other.slug === slug);
            return (
              <li key={slug}>
                <Checkbox
                  name="scope"
                  value={slug}
                  defaultChecked={shown !== undefined}
                  label={<span className="font-medium wrap-anywhere">{`${scope}, ${name}`}</span>}
                  hint={
                    shown &&
                    [assessmentStateWords(shown.state), shown.content, shown.known && `${shown.known} known`]
                      .filter(Boolean)
                      .join(" · ")
                  }
                />
              </li>
            );
          })}
        </ul>
        <div>
          <Button type="submit">Compare</Button>
        </div>
      </form>
    </Card>
  );
}
