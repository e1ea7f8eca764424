/** Hands a file to the browser, which puts it where downloads go. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // Some browsers only begin to read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
