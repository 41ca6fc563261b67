import { clsx } from "clsx";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDay } from "@/lib/core/words/format";
import { TakeBack } from "./take-back";

type Line = Readonly<{
  person: string;
  place: string;
  state: "open" | "handed-back" | "returned";
  due?: string;
  note: string;
  title: string;
  href: string;
  personName: string | null;
  askedByName: string | null;
}>;

const STATES = { open: "open", "handed-back": "handed back", returned: "not theirs" };

type Props = Readonly<{ lines: readonly Line[]; today: string; removeAt: string | null }>;

/** Who was asked for what, until when, and how it stands; on a phone all of it under the place. */
export function AssignmentTable({ lines, today, removeAt }: Props) {
  return (
    <Table caption="Who was asked for what">
      <thead>
        <tr>
          <Th className="max-sm:hidden">Who</Th>
          <Th>For</Th>
          <Th className="max-sm:hidden">Due</Th>
          <Th className="max-sm:hidden">State</Th>
          <Th className="max-sm:hidden">Asked by</Th>
          {removeAt && (
            <Th>
              <span className="sr-only">Take back</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const late = line.state === "open" && line.due !== undefined && line.due < today;
          const who = line.personName ?? "Somebody who left";
          const due = line.due && (
            <span className={clsx("whitespace-nowrap", late && "font-medium text-danger")}>
              {formatDay(line.due)}
              {late && ", late"}
            </span>
          );
          return (
            <tr key={`${line.person} ${line.place}`}>
              <Td className="max-sm:hidden">{who}</Td>
              <Td>
                <a href={line.href} className="link">
                  {line.title}
                </a>
                {line.note && <span className="block max-w-96 text-small wrap-anywhere text-ink-2">{line.note}</span>}
                <span className="mt-0.5 block text-small text-ink-2 sm:hidden">
                  {[who, STATES[line.state]].join(" · ")}
                  {due && <> · due {due}</>}
                </span>
              </Td>
              <Td className="max-sm:hidden">{due}</Td>
              <Td className="max-sm:hidden">
                <Badge tone={line.state === "open" ? "accent" : "plain"}>{STATES[line.state]}</Badge>
              </Td>
              <Td className="max-sm:hidden">{line.askedByName ?? ""}</Td>
              {removeAt && (
                <Td>
                  <TakeBack
                    api={removeAt}
                    person={line.person}
                    place={line.place}
                    label={`Take back ${line.title} from ${who}`}
                  />
                </Td>
              )}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
