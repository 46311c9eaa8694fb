/** With one of these held, what is pressed joins or leaves the selection instead of being it. */
export const adds = (event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): boolean =>
  event.shiftKey || event.ctrlKey || event.metaKey

/** What is selected after a press on one thing. */
export function tapped<Id extends string>(selected: readonly Id[], id: Id, adds: boolean): Id[] {
  if (!adds) return [id]
  return selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]
}
