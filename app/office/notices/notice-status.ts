export const noticeStatusLooks = {
  DRAFT: { tone: 'warning', label: '草稿' },
  PUBLISHED: { tone: 'success', label: '已发布' },
  WITHDRAWN: { tone: 'neutral', label: '已撤回' },
} as const;
