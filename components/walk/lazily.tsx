import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/**
 * A part that is fetched when it is first shown. Where it can't be, as without a connection, a line stands in its place and
 * the walk goes on.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: Missing }),
    ),
  );
}

function Missing() {
  return (
    <p role="alert" className="col-span-full px-2.5 py-1.5 text-note text-danger">
      This part could not be fetched. What you entered is kept; reload the page once there is a connection.
    </p>
  );
}
