"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { useSubmit } from "@/components/forms/use-submit";
import { Button, IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";

type View = Readonly<{ id: string; name: string; query: string }>;
type Props = Readonly<{
  views: readonly View[];
  /** The view that is open, as the address has it. */
  search: string;
}>;

/** Views of the portfolio that the person gave a name, and the way to name the one that is open. */
export function SavedViews({ views, search }: Props) {
  const router = useRouter();
  const [naming, setNaming] = useState(false);
  const open = views.find(({ query }) => query === search);
  const form = useSubmit<{ id: string }>({
    to: "/api/account/views",
    body: (fields) => ({ name: fields.get("name"), query: search }),
    done: () => {
      setNaming(false);
      router.refresh();
    },
  });

  async function remove({ id, name, query }: View) {
    const sent = await send(`/api/account/views/${id}`, undefined, "DELETE");
    if (!sent.ok) return showToast({ text: sent.problem.title, tone: "danger" });
    const undo = () => void send("/api/account/views", { name, query }).then(() => router.refresh());
    showToast({ text: `Removed the view “${name}”`, action: { label: "Undo", run: undo } });
    router.refresh();
  }

  if (views.length === 0 && search === "") return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-note">
      {views.length > 0 && (
        <ul aria-label="Saved views" className="flex flex-wrap gap-2">
          {views.map((view) => (
            <li key={view.id} className="flex items-center rounded border border-line bg-raised pl-2.5">
              <Link
                href={`/clients?${view.query}`}
                aria-current={view === open ? "page" : undefined}
                className="min-h-6 py-1 font-medium hover:underline aria-[current=page]:text-accent"
              >
                {view.name}
              </Link>
              <IconButton
                icon="close"
                label={`Remove the view ${view.name}`}
                size="small"
                variant="quiet"
                onClick={() => void remove(view)}
              />
            </li>
          ))}
        </ul>
      )}
      {!open && search !== "" && (
        <Button size="small" icon="plus" onClick={() => setNaming(true)}>
          Save this view
        </Button>
      )}
      <Dialog open={naming} onClose={() => setNaming(false)} title="Save this view" closeLabel="Close" size="small">
        <form onSubmit={form.onSubmit} className="grid gap-4">
          {form.problem && <Notice tone="danger" title={form.problem.title} live />}
          <Field label="Name" hint="For you alone. The same name replaces a view." error={form.error("name")} required>
            {(ties) => <Input {...ties} name="name" maxLength={60} autoComplete="off" />}
          </Field>
          <Button type="submit" variant="primary" busy={form.busy} className="justify-self-start">
            Save view
          </Button>
        </form>
      </Dialog>
    </div>
  );
}
