import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** How the quick check becomes an assessment. */
export function GoOn() {
  return (
    <Card title="Make it a full assessment" heading="h2" className="print:hidden">
      <p className="max-w-[80ch] text-note text-ink-2">
        Sign in with this browser and begin a new assessment: it offers to fill in these answers, shows what they fill,
        and goes on from there. Without an account, open the set-up link of your server or an invitation in this
        browser; the answers wait here.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink href="/sign-in" variant="primary" prefetch={false}>
          Sign in
        </ButtonLink>
      </div>
    </Card>
  );
}
