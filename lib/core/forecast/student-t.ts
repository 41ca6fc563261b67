/**
 * P(T ≤ t) of Student's t distribution with a whole number of degrees of freedom, by the finite series of Abramowitz
 * and Stegun, 26.7.3 and 26.7.4.
 *
 * @param freedom 1 or more
 */
export function studentT(t: number, freedom: number): number {
  const angle = Math.atan2(t, Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  const within = odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return 0.5 + within / 2;
}

/** The t that a variable stays below with a probability in [0.5, 1), by halving; to 1e-9. */
export function studentQuantile(probability: number, freedom: number): number {
  let low = 0;
  let high = 1;
  while (studentT(high, freedom) < probability) high *= 2;
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2;
    if (studentT(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return high;
}
