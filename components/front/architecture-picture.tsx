import { clsx } from "clsx";
import { type Box, type Layout, NODES, type NodeId, type WalkStep } from "./architecture";

type Props = Readonly<{
  layout: Layout;
  step: WalkStep;
  label: string;
  onPick: (node: NodeId) => void;
  className?: string;
}>;

/** The reference architecture with the parts that one step of the request touches lit. */
export function ArchitecturePicture({ layout, step, label, onPick, className }: Props) {
  return (
    <svg role="img" aria-label={label} viewBox={layout.viewBox} width="100%" className={className}>
      {layout.edges.map((edge) => {
        const lit = step.edges.includes(edge.id);
        return (
          <g key={edge.id}>
            <path d={edge.path} fill="none" className="stroke-line-strong" />
            {lit && (
              <path
                key={step.title}
                d={edge.path}
                pathLength={1}
                fill="none"
                strokeWidth="2"
                strokeDasharray="1"
                className="animate-draw stroke-accent"
              />
            )}
            <path
              d="M-6 -4L0 0L-6 4Z"
              transform={`translate(${edge.tip.x} ${edge.tip.y}) rotate(${edge.tip.angle})`}
              className={lit ? "fill-accent" : "fill-ink-3"}
            />
          </g>
        );
      })}
      {NODE_IDS.map((id) => (
        <Node key={id} id={id} box={layout.nodes[id]} lit={step.nodes.includes(id)} onPick={onPick} />
      ))}
    </svg>
  );
}

const NODE_IDS: readonly NodeId[] = [
  "identity",
  "devices",
  "policy",
  "apps",
  "data",
  "infrastructure",
  "network",
  "telemetry",
];

function Node({
  id,
  box,
  lit,
  onPick,
}: Readonly<{ id: NodeId; box: Box; lit: boolean; onPick: (node: NodeId) => void }>) {
  const middle = box.x + box.width / 2;
  const centre = box.y + box.height / 2;
  const wide = id === "telemetry" && box.width > 400;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; the steps beside it are buttons
    <g onClick={() => onPick(id)} className="cursor-pointer">
      <rect
        {...box}
        rx="4"
        strokeWidth={lit ? 2 : 1}
        className={clsx(
          "transition-colors",
          lit
            ? "fill-accent-soft stroke-accent"
            : id === "policy"
              ? "fill-sunk stroke-ink-2"
              : "fill-raised stroke-control",
        )}
      />
      <text x={middle} y={centre - 3} textAnchor="middle" fontSize="14" fontWeight="600" className="fill-ink">
        {NODES[id].name}
      </text>
      <text x={middle} y={centre + 15} textAnchor="middle" fontSize="12" className="fill-ink-2">
        {id === "telemetry" && !wide ? "everything reports" : NODES[id].detail}
      </text>
    </g>
  );
}
