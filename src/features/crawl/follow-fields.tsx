import { type ReactNode, useId } from 'react'
import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { Direction } from '@shared/crawl'
import type { Follow } from './form'
import { NamesInput } from './names-input'
import { TypeChecks } from './type-checks'

type Props = {
  follow: Follow
  suggestions: readonly string[]
  onChange: (part: Partial<Follow>) => void
  /** The way to who does not know the names. */
  probe?: ReactNode
}

const directionWords: Record<Direction, string> = {
  out: 'Outgoing',
  in: 'Incoming',
  both: 'Both',
}

/** Names, direction and types: the part that a crawl and an expand share. */
export function FollowFields({ follow, suggestions, onChange, probe }: Props) {
  const direction = useId()
  return (
    <>
      <NamesInput
        names={follow.relations}
        suggestions={suggestions}
        onChange={(relations) => onChange({ relations })}
      />
      {probe}
      <div className="field">
        <span className="field__label" id={direction}>
          Direction
        </span>
        <ToggleGroup
          className="segmented"
          aria-labelledby={direction}
          value={[follow.direction]}
          onValueChange={([next]) => {
            const chosen = Direction.safeParse(next)
            if (chosen.success) onChange({ direction: chosen.data })
          }}
        >
          {Direction.options.map((option) => (
            <Toggle key={option} value={option} className="segmented__part">
              {directionWords[option]}
            </Toggle>
          ))}
        </ToggleGroup>
      </div>
      <TypeChecks label="Include" types={follow.types} onChange={(types) => onChange({ types })} />
    </>
  )
}
