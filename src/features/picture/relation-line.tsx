import type { RelationLook } from '@shared/picture'

const dashes = { solid: undefined, dashed: '6 4', dotted: '2 3' } as const

/** A relation as it is drawn on the canvas. */
export function RelationLine({ look }: { look: RelationLook | undefined }) {
  const { colour, line } = look ?? { colour: 'currentColor', line: 'solid' as const }
  return (
    <svg width="26" height="10" aria-hidden>
      <line
        x1="0"
        y1="5"
        x2="19"
        y2="5"
        stroke={colour}
        strokeWidth="2.5"
        strokeDasharray={dashes[line]}
      />
      <path d="M18 1 L26 5 L18 9 Z" fill={colour} />
    </svg>
  )
}
