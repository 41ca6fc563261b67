import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { formatMoment } from "@/lib/core/words/format";

type Ref = Readonly<{ questionnaire: string; version: string }>;
type Row = Ref & Readonly<{ title: string; base: Ref | null; published: boolean; at: Date; by: string }>;

/** Drafts and published versions of an organization. */
export function OwnTable({ organization, rows }: Readonly<{ organization: string; rows: readonly Row[] }>) {
  return (
    <Table caption="Questionnaires of this organization">
      <thead>
        <tr>
          <Th>Questionnaire</Th>
          <Th>Version</Th>
          <Th>Over</Th>
          <Th>Last change</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ questionnaire, version, title, base, published, at, by }) => (
          <tr key={`${questionnaire} ${version}`}>
            <Td className="min-w-40">
              <Link
                href={`/${organization}/questionnaires/${questionnaire}/${version}`}
                className="link inline-flex min-h-6 items-center font-medium wrap-anywhere"
              >
                {title}
                <span className="sr-only"> {version}</span>
              </Link>
              <span className="block text-small text-ink-2 wrap-anywhere">{questionnaire}</span>
            </Td>
            <Td className="whitespace-nowrap">
              {version} <Badge tone={published ? "plain" : "accent"}>{published ? "published" : "draft"}</Badge>
            </Td>
            <Td className="whitespace-nowrap">{base ? `${base.questionnaire} ${base.version}` : "nothing"}</Td>
            <Td className="min-w-40 text-small text-ink-2">
              {formatMoment(at, "UTC")} by {by}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
