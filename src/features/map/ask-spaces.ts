import type { Profile } from '@shared/contract'
import { attempt, type Attempt, type Client } from '../../transport'

/** What is asked before a map begins: which spaces there are, and how many pages they have. */
export function createAskSpaces(
  client: Client,
  { id: profile }: Profile,
  onCalls: (calls: number) => void,
) {
  const counted = async <T extends { calls: number }>(work: Promise<T>): Promise<Attempt<T>> => {
    const answer = await attempt(work)
    if (answer.ok) onCalls(answer.value.calls)
    return answer
  }
  return {
    list: (signal: AbortSignal) => counted(client.map.spaces({ profile }, { signal })),
    count: (spaces: string[], signal: AbortSignal) =>
      counted(client.map.count({ profile, spaces }, { signal })),
  }
}
export type AskSpaces = ReturnType<typeof createAskSpaces>
