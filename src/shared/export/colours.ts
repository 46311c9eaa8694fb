import type { EntityType } from '../graph'
import type { Drawn, FileEdge } from './model'

/** Fill of a node by its type, on light paper. */
export const typeColours: Readonly<Record<EntityType, string>> = {
  content: '#3b6fb6',
  user: '#1f8a63',
  space: '#8a5bb5',
}

/** Colour of a relation, where one is known. */
export const colourOf = ({ looks }: Drawn, { relation }: FileEdge): string | undefined =>
  looks.get(relation)?.colour

/** `#rrggbb` as three numbers up to 255. */
export const rgbOf = (colour: string): { r: number; g: number; b: number } => {
  const value = Number.parseInt(colour.slice(1, 7), 16)
  return { r: (value >> 16) & 255, g: (value >> 8) & 255, b: value & 255 }
}
