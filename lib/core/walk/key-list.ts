/**
 * Every key with what it does, in groups, as the list of keys shows them. `stages` is the number of stages of the
 * model.
 */
export function keyList(
  stages: number,
  undoKey: string,
): readonly Readonly<{ title: string; keys: readonly Readonly<{ keys: readonly string[]; does: string }>[] }>[] {
  return [
    {
      title: "Answer the criterion",
      keys: [
        { keys: ["M"], does: "Met" },
        { keys: ["P"], does: "Partly: write the share or the count, Enter saves, Esc restores" },
        { keys: ["X"], does: "Not met" },
        { keys: ["U"], does: "Unknown; with no criterion chosen, all that is unanswered in the topic" },
        {
          keys: ["N"],
          does: "Not applicable: write why, Enter saves; with no criterion chosen, all that is unanswered",
        },
        { keys: ["Backspace"], does: "Take the answer back" },
        { keys: ["Y"], does: "Still true: confirm an answer of the last round" },
        { keys: ["←", "→"], does: "Move between the answers, Space sets" },
      ],
    },
    {
      title: "Answer the topic",
      keys: [
        { keys: Array.from({ length: stages }, (_, index) => String(index + 1)), does: "Pick a stage" },
        { keys: ["0"], does: "Set the rest to not met" },
        { keys: [undoKey], does: "Undo the last change" },
      ],
    },
    {
      title: "Move",
      keys: [
        { keys: ["↑", "↓"], does: "Previous and next criterion" },
        { keys: ["K", "J"], does: "Previous and next topic" },
        { keys: ["G"], does: "Next unanswered criterion" },
        { keys: ["/"], does: "Find a topic, criterion, page or action; Ctrl K everywhere" },
        { keys: ["F"], does: "Filter what is shown" },
        { keys: ["V"], does: "Everything as a table, and back" },
        { keys: ["W"], does: "One topic large, for a workshop, and back" },
        { keys: ["Esc"], does: "Leave the criterion: the keys then speak of the topic" },
      ],
    },
    {
      title: "Beside the answer",
      keys: [
        { keys: ["E"], does: "Add evidence" },
        { keys: ["T"], does: "Write a note" },
        { keys: ["[", "]"], does: "In a conflict: take mine, take theirs" },
        { keys: ["?"], does: "This list" },
      ],
    },
    {
      title: "In the table",
      keys: [
        { keys: ["Space"], does: "Select the row, or let it go" },
        { keys: ["Shift ↑", "Shift ↓"], does: "Select row by row" },
        { keys: ["Ctrl A"], does: "Select all that is shown" },
        { keys: ["Home", "End"], does: "First and last row" },
        { keys: ["Enter"], does: "Open the row’s topic" },
      ],
    },
  ];
}
