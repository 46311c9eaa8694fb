export { CanvasView } from './canvas-view'
export { LayoutMenu } from './layout-menu'
export { Minimap } from './minimap'
