// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import "../../tests/support/draw";
import { ToggleGroup } from "./toggle-group";

it("sets what is pressed, and nothing that is disabled", async () => {
  const container = document.createElement("div");
  const set: string[] = [];
  const options = [
    { value: "met", label: "Met", shortcut: "M" },
    { value: "partly", label: "Partly", shortcut: "P", disabled: true },
  ];
  await act(async () =>
    createRoot(document.body.appendChild(container)).render(
      <ToggleGroup label="Answer" options={options} value={null} onChange={(value) => set.push(value)} />,
    ),
  );
  for (const letter of container.querySelectorAll("u"))
    await act(async () => void letter.dispatchEvent(new MouseEvent("click", { bubbles: true })));
  expect(set).toEqual(["met"]);
});
