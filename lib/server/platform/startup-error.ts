/** A reason why Plumbline can't start, with the way out. Shown to the operator as it is. */
export class StartupError extends Error {
  override readonly name = "StartupError";
  /**
   * @param message what failed and why
   * @param help what to do about it
   */
  constructor(
    message: string,
    readonly help: string,
  ) {
    super(message);
  }
}
