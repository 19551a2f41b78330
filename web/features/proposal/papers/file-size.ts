const unit = 1024;

/** Bytes as people say them: `860 KB`, `2.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < unit * unit) return `${Math.max(1, Math.round(bytes / unit))} KB`;
  const megabytes = bytes / (unit * unit);
  return `${megabytes < 10 ? megabytes.toFixed(1).replace(/\.0$/, '') : Math.round(megabytes)} MB`;
}
