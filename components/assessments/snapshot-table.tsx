import { StageLabel } from "@/components/marks/stage-label";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { Table, Td, Th } from "@/components/ui/table";
import { type NamedStage, stageRef } from "@/lib/core/marks/stage-ref";
import { formatBand, formatDay, formatLevel, formatMoment } from "@/lib/core/words/format";

type Row = Readonly<{
  id: string;
  label: string;
  asOf: string;
  takenAt: Date;
  takenBy: string;
  hash: string;
  overall: Readonly<{ low: number; high: number; verified: number; stage: string }> | null;
}>;

type Props = Readonly<{
  api: string;
  snapshots: readonly Row[];
  stages: readonly NamedStage[];
  mayExport: boolean;
}>;

/** Snapshots with level, verified level and hash, the newest first. */
export function SnapshotTable({ api, snapshots, stages, mayExport }: Props) {
  return (
    <Table caption="Snapshots, the newest first">
      <thead>
        <tr>
          <Th>Snapshot</Th>
          <Th numeric>Level</Th>
          <Th numeric>Verified</Th>
          <Th>Stage</Th>
          <Th>SHA-256</Th>
          {mayExport && (
            <Th>
              <span className="sr-only">Download</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {snapshots.map((row) => (
          <tr key={row.id}>
            <Td className="min-w-48">
              <span className="font-medium wrap-anywhere">{row.label}</span>
              <span className="block text-small text-ink-2">
                As of {formatDay(row.asOf)} · taken {formatMoment(row.takenAt, "UTC")} by {row.takenBy}
              </span>
            </Td>
            <Td numeric className="whitespace-nowrap">
              {row.overall ? formatBand(row.overall) : "none"}
            </Td>
            <Td numeric>{row.overall ? formatLevel(row.overall.verified) : "none"}</Td>
            <Td>{row.overall && <StageLabel stage={stageRef(stages, row.overall.stage)} size="small" />}</Td>
            <Td className="whitespace-nowrap">
              <span className="inline-flex items-center gap-1 font-mono">
                <span title={row.hash}>{row.hash.slice(0, 12)}</span>
                <CopyButton compact text={row.hash} label={`Copy the hash of ${row.label}`} copiedLabel="Copied" />
              </span>
            </Td>
            {mayExport && (
              <Td>
                <a
                  href={`${api}/snapshots/${row.id}/export`}
                  download
                  className="link inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap"
                >
                  <Icon name="download" size={14} />
                  File
                  <span className="sr-only"> of {row.label}</span>
                </a>
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
