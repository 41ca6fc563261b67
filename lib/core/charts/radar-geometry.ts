export type Point = Readonly<{ x: number; y: number }>;

export type RadarFrame = Readonly<{ centre: Point; radius: number; stages: number }>;

export type RadarAxis = Point & Readonly<{ anchor: "start" | "middle" | "end"; side: "above" | "beside" | "below" }>;

/** One point per axis, the first at the top and on clockwise; level 1 is the centre, level n the rim. */
export function radarPoints(levels: readonly number[], { centre, radius, stages }: RadarFrame): readonly Point[] {
  return levels.map((level, index) => {
    const reach = (Math.min(Math.max(level, 1), stages) - 1) / Math.max(stages - 1, 1);
    return onRim({ index, of: levels.length, centre, radius: radius * reach });
  });
}

/** A stroke across each axis that has a level, at that level, `half` to either side. */
export function radarMarks(
  levels: readonly (number | undefined)[],
  frame: RadarFrame,
  half: number,
): readonly (readonly [Point, Point])[] {
  const places = radarPoints(
    levels.map((level) => level ?? 1),
    frame,
  );
  return places.flatMap(({ x, y }, index): readonly (readonly [Point, Point])[] => {
    if (levels[index] === undefined) return [];
    const along = onRim({ index, of: levels.length, centre: { x: 0, y: 0 }, radius: half });
    return [
      [
        { x: x - along.y, y: y + along.x },
        { x: x + along.y, y: y - along.x },
      ],
    ];
  });
}

/** The rings at each half level from 1.5 up; whole levels are drawn stronger. */
export function radarRings(
  axes: number,
  frame: RadarFrame,
): readonly Readonly<{ level: number; whole: boolean; points: readonly Point[] }>[] {
  return Array.from({ length: (frame.stages - 1) * 2 }, (_, index) => {
    const level = 1.5 + index / 2;
    return { level, whole: Number.isInteger(level), points: radarPoints(Array(axes).fill(level), frame) };
  });
}

/** Where the name of each axis stands: `gap` outside the rim, and how it is aligned. */
export function radarAxes(axes: number, { centre, radius }: RadarFrame, gap: number): readonly RadarAxis[] {
  return Array.from({ length: axes }, (_, index) => {
    const { x, y } = onRim({ index, of: axes, centre, radius: radius + gap });
    const aside = (x - centre.x) / (radius + gap);
    const anchor = Math.abs(aside) < 0.2 ? "middle" : aside > 0 ? "start" : "end";
    const side = anchor !== "middle" ? "beside" : y < centre.y ? "above" : "below";
    return { x, y, anchor, side };
  });
}

/** Points for the `points` attribute of a polygon, one decimal. */
export function pointList(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
}

/** A closed path, one decimal. */
export function closedPath(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}

function onRim({
  index,
  of,
  centre,
  radius,
}: Readonly<{ index: number; of: number; centre: Point; radius: number }>): Point {
  const angle = (2 * Math.PI * index) / of - Math.PI / 2;
  return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
}
