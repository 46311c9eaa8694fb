/** What may be edited, said before any call, and an edit as a value. */
export { checkDelete, checkRelation } from './rules'
export { describeEdit, Edit, invert } from './edit'
