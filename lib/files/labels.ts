/** What the history calls events of files. Plain data: components may import it. */
export const fileEventNames: Record<string, string> = {
  file_uploaded: '上传文件',
  file_refused: '文件未通过检查',
  file_removed: '删除文件',
};
