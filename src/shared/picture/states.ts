import { type KnowledgeState, knowledgeStates } from '../graph'

/** What has become of a thing between two graphs. */
export type Change = 'added' | 'changed' | 'gone' | null

const changes: readonly Change[] = [null, 'added', 'changed', 'gone']

/**
 * How many relations a line between groups stands for, beside the one that stands for most: 1 few, 4
 * about as many; 0 where it is no such line.
 */
export type Share = 0 | 1 | 2 | 3 | 4
const shares: readonly Share[] = [0, 1, 2, 3, 4]

const nodeFlags = [
  /** The filter does not let it through, and dims. */
  'faded',
  'selected',
  /** Put where it is by hand. */
  'pinned',
  'start',
  /** It is being expanded. */
  'asking',
  /** A drop would mean it. */
  'aimed',
  /** It stands for many. */
  'stack',
  /** It stands for a whole group. */
  'group',
  /** The pointer rests on something that it is not tied to. */
  'dimmed',
] as const

const edgeFlags = [
  'faded',
  'selected',
  /** Wanted, and not at Confluence yet. */
  'ghost',
  /** Being deleted, or it would be by a draft. */
  'leaving',
  'stack',
  /** The pointer rests on it, or on one of its ends. */
  'near',
  'dimmed',
  /** Not on the backbone of a large graph. */
  'weak',
  /** One of so many that they would cover each other. */
  'thin',
] as const

export type NodeState = Readonly<Record<(typeof nodeFlags)[number], boolean>> & {
  readonly change: Change
  /** A number for a colour that says what it has in common with others; 0 where its type does. */
  readonly tint: number
  readonly knowledge: KnowledgeState
}

export type EdgeState = Readonly<Record<(typeof edgeFlags)[number], boolean>> & {
  readonly change: Change
  readonly share: Share
}

/** A state as one number: thousands are made and compared each frame. */
export function nodeBits(state: NodeState): number {
  let bits = state.tint * knowledgeStates.length + knowledgeStates.indexOf(state.knowledge)
  bits = bits * changes.length + changes.indexOf(state.change)
  for (const flag of nodeFlags) bits = bits * 2 + (state[flag] ? 1 : 0)
  return bits
}

export function edgeBits(state: EdgeState): number {
  let bits = state.share * changes.length + changes.indexOf(state.change)
  for (const flag of edgeFlags) bits = bits * 2 + (state[flag] ? 1 : 0)
  return bits
}

export function nodeStateOf(bits: number): NodeState {
  const rest = bits >> nodeFlags.length
  const known = Math.floor(rest / changes.length)
  return {
    ...flagsOf(nodeFlags, bits),
    change: changes[rest % changes.length] ?? null,
    knowledge: knowledgeStates[known % knowledgeStates.length] ?? 'not-asked',
    tint: Math.floor(known / knowledgeStates.length),
  }
}

export function edgeStateOf(bits: number): EdgeState {
  const rest = bits >> edgeFlags.length
  return {
    ...flagsOf(edgeFlags, bits),
    change: changes[rest % changes.length] ?? null,
    share: shares[Math.floor(rest / changes.length)] ?? 0,
  }
}

function flagsOf<Flag extends string>(
  flags: readonly Flag[],
  bits: number,
): Readonly<Record<Flag, boolean>> {
  const last = flags.length - 1
  // Each flag is one of `flags`, so the record has all of them.
  return Object.fromEntries(
    flags.map((flag, at) => [flag, ((bits >> (last - at)) & 1) === 1]),
  ) as Record<Flag, boolean>
}
