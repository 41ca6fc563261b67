"use client";

import { StageLabel } from "@/components/marks/stage-label";
import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCount, formatDay, formatLevel } from "@/lib/core/words/format";
import { formatDays, gainWords, STATE_WORDS } from "@/lib/core/words/roadmap";
import { InitiativeLink } from "./initiative-link";
import { useRoadmap } from "./roadmap-context";

/** The plan as two plain tables: quarters with their levels, and initiatives. */
export function PlanTables() {
  return (
    <>
      <Quarters />
      <Initiatives />
    </>
  );
}

function Quarters() {
  const { plan, pillarTitle } = useRoadmap();
  const pillars = plan.now.pillars.map(({ pillar }) => pillar);
  return (
    <Card title="Quarters">
      <Table caption="Quarters: person-days, and the projected level at the end of each">
        <thead>
          <tr>
            <Th>Quarter</Th>
            <Th numeric>Planned, d</Th>
            <Th numeric>Capacity, d</Th>
            <Th numeric>Overall</Th>
            {pillars.map((pillar) => (
              <Th key={pillar} numeric>
                {pillarTitle(pillar)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <Th scope="row">Today, by the score</Th>
            <Td />
            <Td />
            <Td numeric>{plan.now.overall && formatLevel(plan.now.overall.level)}</Td>
            {plan.now.pillars.map(({ pillar, level }) => (
              <Td key={pillar} numeric>
                {formatLevel(level)}
              </Td>
            ))}
          </tr>
          {plan.quarters.map(({ label, start, used, capacity, levels }) => (
            <tr key={start}>
              <Th scope="row">{label}</Th>
              <Td numeric>{formatCount(Math.round(used))}</Td>
              <Td numeric>{formatCount(capacity)}</Td>
              <Td numeric>{levels?.overall ? formatLevel(levels.overall.level) : "past"}</Td>
              {pillars.map((pillar) => {
                const level = levels?.pillars.find((other) => other.pillar === pillar)?.level;
                return (
                  <Td key={pillar} numeric>
                    {level === undefined ? "" : formatLevel(level)}
                  </Td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function Initiatives() {
  const { plan, stage, pillarTitle, titleOf } = useRoadmap();
  return (
    <Card title="Initiatives in the plan">
      <Table caption="Initiatives in the plan, by start">
        <thead>
          <tr>
            <Th>Initiative</Th>
            <Th>Pillar</Th>
            <Th>Delivers</Th>
            <Th>State</Th>
            <Th>Starts</Th>
            <Th>Ends</Th>
            <Th numeric>Effort</Th>
            <Th numeric>Gain</Th>
            <Th>Owner</Th>
            <Th>Builds on</Th>
          </tr>
        </thead>
        <tbody>
          {plan.items.map((item) => (
            <tr key={item.initiative}>
              <Th scope="row" className="min-w-52">
                <InitiativeLink initiative={item.initiative}>{item.title}</InitiativeLink>
              </Th>
              <Td>{pillarTitle(item.pillar)}</Td>
              <Td>
                <StageLabel stage={stage(item.stage)} size="small" />
              </Td>
              <Td className="whitespace-nowrap">
                {STATE_WORDS[item.state]}
                {item.late && ", late"}
              </Td>
              <Td className="whitespace-nowrap">{item.start === null ? "not noted" : formatDay(item.start)}</Td>
              <Td className="whitespace-nowrap">{item.end === null ? "not noted" : formatDay(item.end)}</Td>
              <Td numeric>{formatDays(item.days)}</Td>
              <Td numeric>{gainWords(item.gain)}</Td>
              <Td>{item.owner}</Td>
              <Td className="min-w-40">
                {item.after.map(titleOf).join(", ")}
                {item.tooEarlyFor.length > 0 && ` (starts too early for ${item.tooEarlyFor.map(titleOf).join(", ")})`}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
