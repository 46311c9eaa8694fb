/**
 * A list hangs below its box, whatever room there is: one that changes sides when it grows would move
 * from under the pointer, and lie over what it belongs to.
 */
export const below = {
  side: 'bottom',
  sideOffset: 4,
  align: 'start',
  collisionAvoidance: { side: 'none', align: 'shift' },
} as const
