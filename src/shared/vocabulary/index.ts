/** The dictionary of relation names: what people say of a name, and what a name is mistaken for. */
export { LineStyle, Word } from './word'
