/** How people are named: "you", their name, or what remains of who is no member any more. */
export function nameTeller(names: Readonly<Record<string, string>>, me: string): (person: string) => string {
  return (person) => (person === me ? "you" : (names[person] ?? "a former member"));
}
