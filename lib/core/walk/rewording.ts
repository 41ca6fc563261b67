/** That a criterion got other words under an answer, by a move to another version; `at` in milliseconds since 1970. */
export type Rewording = Readonly<{ at: number; by: string; to: string; before: string }>;
