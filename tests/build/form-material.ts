import { readAnswers } from '@/lib/applications/form/answers';
import type { FormMaterial } from '@/lib/applications/form/material';
import type { SectionSlug } from '@/lib/applications/form/section-slugs';
import type { PageFacts } from '@/lib/files/page-facts';

export const rowId = (serial: number) => `00000000-0000-4000-8000-00000000000${serial}`;

interface Given {
  values?: Record<string, string>;
  rows?: Record<string, string>[];
  hasNothing?: boolean;
}

/** A form of which only these sections have been answered. */
export function material(given: Partial<Record<SectionSlug, Given>>, changes: Partial<FormMaterial> = {}): FormMaterial {
  const stored = Object.entries(given).map(([slug, { values = {}, rows = [], hasNothing = false }]) => ({
    slug,
    answers: {
      revision: 1,
      values,
      hasNothing,
      rows: rows.map((row, index) => ({ id: rowId(index + 1), revision: 1, values: row })),
    },
  }));
  return {
    application: { number: 'JS24C00000001', isDemonstration: false },
    certification: '江苏省初级科技辅导员专业水平认证',
    cycle: { name: '2024年认证', provinceCode: '32', organiser: '示例协会', declaration: [], unitAttestation: '' },
    person: { name: '陆示例', sex: 'FEMALE', birthday: '1990-06-15', documentKindName: '居民身份证', documentNumber: '', phone: '' },
    photoFileId: null,
    photo: null,
    unit: null,
    heldCertificates: [],
    answers: readAnswers(stored),
    evidence: {},
    today: '2025-02-10',
    ...changes,
  };
}

export const award = { kind: 'PUBLICATION', title: '论文', level: 'CITY', issuer: '示例杂志社', date: '2023-08' };
export const school = { id: 'u', name: '示例中学', creditCode: '', regionCode: '320100', isRejected: false, isApproved: true, barredBecause: null };

/** A page on which everything is as it should be. */
export const goodPage: PageFacts = {
  width: 1200,
  height: 1680,
  isPicture: true,
  spread: 70,
  ink: 0.2,
  sharpness: 0.8,
  centre: 150,
  frame: { grey: 240, spread: 2 },
  isNamed: null,
};
