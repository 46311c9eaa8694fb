/** Rows that stand for nodes and relations of the picture. */
export type { RowSpot } from './row-spot'
