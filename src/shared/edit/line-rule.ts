import type { Failure } from '../failure'
import { refOf } from '../graph'
import type { ChangeLine } from './change-set'
import { checkDelete, checkRelation } from './rules'

/** The rule against a line, said before any call, or null. */
export function ruleAgainst(line: ChangeLine): Failure | null {
  const [source, target] = [refOf(line.source), refOf(line.target)]
  switch (line.action) {
    case 'create':
      return checkRelation(line.relation, source, target)
    case 'delete':
      return checkDelete(line.relation)
    case 'flip':
      return checkDelete(line.relation) ?? checkRelation(line.relation, target, source)
    case 'retype':
      return checkDelete(line.relation) ?? checkRelation(line.newName ?? '', source, target)
  }
}
