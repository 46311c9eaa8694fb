import { type NodeId, relationOf } from '../graph'
import type { ChangeLine } from './change-set'
import { type Step, waiting } from './step'

/**
 * The steps of lines, in their order. A flip and a retyping make the new relation first, so that
 * nothing is lost where the second half fails. Maker and date of `known` relations go along: they
 * tell later whether it is still the same one.
 */
export function stepsOf(
  lines: readonly ChangeLine[],
  known: (id: string) => ReturnType<typeof relationOf> | undefined = () => undefined,
): Step[] {
  const steps: Step[] = []
  const there = (name: string, source: NodeId, target: NodeId) => {
    const bare = relationOf(name, source, target)
    return known(bare.id) ?? bare
  }
  for (const { action, relation, source, target, newName } of lines) {
    if (action === 'create') {
      steps.push(waiting({ kind: 'create', relation: relationOf(relation, source, target) }))
      continue
    }
    const old = there(relation, source, target)
    if (action === 'delete') {
      steps.push(waiting({ kind: 'delete', relation: old }))
      continue
    }
    const fresh =
      action === 'flip'
        ? relationOf(relation, target, source)
        : relationOf(newName ?? relation, source, target)
    steps.push(waiting({ kind: 'create', relation: fresh }))
    steps.push(waiting({ kind: 'delete', relation: old }, steps.length - 1))
  }
  return steps
}
