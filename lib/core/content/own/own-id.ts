/** What an organization's own questionnaires are called, so that no later one of the program can have the same name. */
export const OWN_PREFIX = "own-";
