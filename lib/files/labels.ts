/** What the history calls events of files. Plain data: components may import it. */
export const fileEventNames: Record<string, string> = {
  file_uploaded: '上传文件',
  file_refused: '文件未通过检查',
  file_removed: '删除文件',
  seal_signatures_rechecked: '重新核验电子签章',
  trust_anchor_added: '登记信任的发证机构',
  trust_anchor_approved: '复核启用信任的发证机构',
  trust_anchor_retired: '停用信任的发证机构',
};
