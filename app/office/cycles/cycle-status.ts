export const cycleStatusLooks = {
  DRAFT: { tone: 'warning', label: '草稿' },
  PUBLISHED: { tone: 'success', label: '已发布' },
  ARCHIVED: { tone: 'neutral', label: '已归档' },
} as const;
