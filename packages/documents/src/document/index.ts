export type {
  CellDrawing,
  Cover,
  CoveragePage,
  DocumentModel,
  Fact,
  Figure,
  FigurePage,
  KeyEntry,
  Labels,
  Message,
  MessagesPage,
  MethodPage,
  Page,
  Panel,
  Picture,
  Table,
  TableCell,
  TableRow,
  Warning,
  Wording,
} from './document.ts'
export { concat, plain } from './text.ts'
export type { Span, Text } from './text.ts'
