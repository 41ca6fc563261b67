import { describe, expect, it } from "vitest";
import { capacityColumns } from "./capacity";

const period = (used: number, capacity: number) => ({
  id: "q",
  name: "Q1 27",
  start: "2027-01-01",
  end: "2027-04-01",
  used,
  capacity,
});

describe("capacityColumns", () => {
  it("shares one scale and shows what is over", () => {
    expect(
      capacityColumns([period(60, 120), period(150, 100)]).map(({ there, used, over }) => ({ there, used, over })),
    ).toEqual([
      { there: 0.8, used: 0.4, over: 0 },
      { there: expect.closeTo(2 / 3), used: expect.closeTo(2 / 3), over: expect.closeTo(1 / 3) },
    ]);
  });

  it("draws nothing of nothing", () => {
    expect(capacityColumns([period(0, 0)])[0]).toMatchObject({ there: 0, used: 0, over: 0 });
  });
});
