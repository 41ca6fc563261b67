"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDay } from "@/lib/core/words/format";
import { roleName } from "@/lib/core/words/roles";
import { MemberDialog } from "./member-dialog";
import type { MemberRow } from "./types";

type Props = Readonly<{
  api: string;
  members: readonly MemberRow[];
  /** Id of who looks at the page. */
  self: string;
  /** Roles that they may give; none where they manage nobody. */
  grantable: readonly string[];
}>;

/** Members by role; who manages people can change each of their own rank and below. */
export function MemberTable({ api, members, self, grantable }: Props) {
  const [opened, setOpened] = useState<MemberRow | null>(null);
  const manages = grantable.length > 0;
  return (
    <>
      <Table caption="Members by role">
        <thead>
          <tr>
            <Th>Person</Th>
            <Th>Role</Th>
            <Th className="max-md:hidden">Member since</Th>
            <Th className="max-sm:hidden">Access until</Th>
            {manages && (
              <Th>
                <span className="sr-only">Change</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <Td>
                <span className="flex flex-wrap items-center gap-x-2">
                  <span className="font-medium wrap-anywhere">{member.name}</span>
                  {member.id === self && <Badge>you</Badge>}
                </span>
                <span className="block text-small text-ink-2 wrap-anywhere">{member.email}</span>
                {member.until && (
                  <span className="block text-small text-ink-2 sm:hidden">
                    {member.ended ? "ended" : "until"} {formatDay(member.until)}
                  </span>
                )}
              </Td>
              <Td>{roleName(member.role)}</Td>
              <Td className="whitespace-nowrap max-md:hidden">{formatDay(member.since.toISOString().slice(0, 10))}</Td>
              <Td className="max-sm:hidden">
                <AccessUntil member={member} />
              </Td>
              {manages && (
                <Td className="text-right">
                  {grantable.includes(member.role) && (
                    <Button size="small" onClick={() => setOpened(member)} aria-label={`Change ${member.name}`}>
                      Change
                    </Button>
                  )}
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {opened && (
        <MemberDialog
          api={api}
          member={opened}
          self={opened.id === self}
          grantable={grantable}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

function AccessUntil({ member: { until, ended } }: Readonly<{ member: MemberRow }>) {
  if (!until) return <span className="text-ink-2">no end</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 whitespace-nowrap">
      {formatDay(until)}
      {ended && <Badge tone="danger">ended</Badge>}
    </span>
  );
}
