/** Every act once, as a value; menus, palette, keys, buttons and the sheet of keys are views of it. */
export { plainTitle, titleOf, type Workbench } from './act'
export { type ActId, acts, keysOf } from './catalogue'
export { type KeyPress, keyWords } from './chord'
export { type Desk, type PanelName, panels, type TabName, type WorkDialog } from './desk'
export { actKeys, type KeySection } from './key-sheet'
export { groupWords, type Listed, listedActs } from './listed'
export { menuOf, menuUnder } from './menu'
export { pressAnywhere, pressAtNodes } from './press'
