import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type EvidenceQuery, evidenceAddress } from "@/lib/core/evidence/evidence-query";

type Props = Readonly<{ path: string; query: EvidenceQuery }>;

/** Words to find in the list: an ordinary form, so that what it shows is in the address and works without scripts. */
export function EvidenceSearch({ path, query: { q, state, sort } }: Props) {
  return (
    <search>
      <form action={path} className="flex items-center gap-2">
        <Field label="Words of a piece or of what it speaks to" hideLabel className="w-64 max-sm:w-auto max-sm:flex-1">
          {(ties) => (
            <Input
              {...ties}
              type="search"
              name="q"
              defaultValue={q}
              maxLength={100}
              placeholder="Title, source, statement"
            />
          )}
        </Field>
        {state && <input type="hidden" name="state" value={state} />}
        {sort !== "date" && <input type="hidden" name="sort" value={sort} />}
        <Button type="submit" icon="search">
          Find
        </Button>
        {q && (
          <ButtonLink href={evidenceAddress(path, { state, sort })} variant="quiet">
            Show all
          </ButtonLink>
        )}
      </form>
    </search>
  );
}
