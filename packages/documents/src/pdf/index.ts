export { TypesettingError, writePdf } from './write-pdf.ts'
