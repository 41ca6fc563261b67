"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { showToast } from "@/components/ui/toast";
import { ROLE_WORDS, roleName } from "@/lib/core/words/roles";
import type { MemberRow } from "./types";

type Props = Readonly<{
  api: string;
  member: MemberRow;
  self: boolean;
  grantable: readonly string[];
  onClose: () => void;
}>;

/** A member's role and last day of access, and the end of their membership. */
export function MemberDialog({ api, member, self, grantable, onClose }: Props) {
  const router = useRouter();
  const [role, setRole] = useState(member.role);
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const to = `${api}/members/${member.id}`;

  const form = useSubmit<null>({
    to,
    method: "PATCH",
    body: (fields) => ({
      role,
      ...(self ? {} : { until: role === "owner" ? null : String(fields.get("until") ?? "") || null }),
    }),
    done: () => finish(changedWords(member, role)),
  });

  async function remove() {
    const sent = await send(to, undefined, "DELETE");
    if (sent.ok) finish(`${member.name} is no longer a member`);
    else setFailure(sent.problem.title);
  }

  function finish(text: string) {
    onClose();
    const undo = { label: "Undo", run: () => void restore() };
    showToast(role !== member.role && !removing && !self ? { text, action: undo } : { text });
    router.refresh();
  }

  async function restore() {
    const sent = await send(to, { role: member.role, until: member.until }, "PATCH");
    if (!sent.ok) showToast({ text: sent.problem.title, tone: "danger" });
    router.refresh();
  }

  if (removing) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={`Remove ${member.name}?`}
        closeLabel="Close"
        description="Access ends at once. Their answers, notes, evidence and history stay, and so does the audit log. Assignments and open invitations that they made end. To come back they need a new invitation."
        actions={
          <>
            <Button onClick={() => setRemoving(false)}>Keep</Button>
            <Button variant="danger" onClick={() => void remove()}>
              Remove from the organization
            </Button>
          </>
        }
      >
        {failure && <Notice tone="danger" title={failure} live />}
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title={member.name} description={member.email} closeLabel="Close">
      <form onSubmit={form.onSubmit} className="grid gap-4">
        {form.problem && <Notice tone="danger" title={form.problem.title} live />}
        <RadioGroup
          legend="Role"
          name="role"
          value={role}
          onChange={setRole}
          error={form.error("role")}
          options={ROLE_WORDS.filter((words) => grantable.includes(words.role)).map((words) => ({
            value: words.role,
            label: words.name,
            hint: words.may,
          }))}
        />
        {role !== "owner" && !self && (
          <Field
            label="Last day of access"
            optional="optional"
            hint="For consultants and auditors: access ends by itself after this day (UTC)."
            error={form.error("until")}
            className="sm:max-w-60"
          >
            {(ties) => <Input {...ties} type="date" name="until" defaultValue={member.until ?? ""} />}
          </Field>
        )}
        <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
          <Button type="submit" variant="primary" busy={form.busy}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          {!self && (
            <Button variant="danger" icon="trash" onClick={() => setRemoving(true)} className="ml-auto">
              Remove
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function changedWords(member: MemberRow, role: string): string {
  return role === member.role ? `Access of ${member.name} changed` : `${member.name} is now ${roleName(role)}`;
}
