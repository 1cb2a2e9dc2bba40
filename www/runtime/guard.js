/**
 * The one guard on every way into the module: calls, Yew's listeners, microtasks, timers all go through its exports.
 *
 * After a trap the module's memory cannot be trusted and none of its destructors ran, so it is never called again.
 */

let dead = false;
/** How many calls into the module are on the stack. */
let depth = 0;
let onTrap = () => {};

/** Whether the module trapped. */
export const isDead = () => dead;

/** Who is told, once, after the last call into the module has left the stack. */
export const whenTrapped = (told) => (onTrap = told);

/** The exports of a module, each function guarded. The bundler puts this into the glue. */
export function guarded(exports) {
  const guard = (call) =>
    function (...values) {
      if (dead) return;
      depth += 1;
      try {
        return call(...values);
      } catch (error) {
        // Whatever leaves the module this way went past its destructors, whether it is a trap or an exception of an
        // import: an error that the module returns is thrown by the glue, after the call.
        dead = error;
        if (depth > 1) throw error;
      } finally {
        depth -= 1;
        if (dead && depth === 0 && onTrap) {
          const told = onTrap;
          onTrap = undefined;
          told(dead);
        }
      }
    };
  const wrap = ([name, value]) => [name, typeof value === "function" ? guard(value) : value];
  return Object.fromEntries(Object.entries(exports).map(wrap));
}
