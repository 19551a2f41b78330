/** What the fields of one row of a list take; they say with `change` what the person has changed. */
export interface RowProps<Row extends object> {
  row: Row;
  /** Path of the row in the content, such as `goals[2]`. */
  path: string;
  fault: (path: string) => string | undefined;
  readonly: boolean;
}
