/**
 * Where a place of an assessment is: the walk at a criterion, a topic, or a pillar's first topic.
 * @param place id of a pillar, topic or criterion; "*" for the whole assessment
 */
export function placeLink(organization: string, assessment: string, place: string): string {
  const walk = `/${organization}/assessments/${assessment}/walk`;
  const [pillar, topic, criterion] = place.split(".");
  if (place === "*" || !pillar) return walk;
  return `${walk}/${pillar}${topic ? `/${topic}` : ""}${criterion ? `#${criterion}` : ""}`;
}
