/** Rows that stand for nodes and relations of the picture. */
export type { MoreForm } from './more-form'
export type { RowSpot } from './row-spot'
