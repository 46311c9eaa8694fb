export { useMatrixForm } from './matrix-form'
