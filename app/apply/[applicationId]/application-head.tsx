import type { ReactNode } from 'react';
import { PageHead } from '@/components/shell/page-head';
import { StatusTag } from '@/components/ui/tag';
import { itemTitle } from '@/lib/applications/item-title';
import { toneOf } from '@/lib/applications/labels';
import { statuses } from '@/lib/applications/lifecycle';
import type { LoadedApplication } from '@/lib/applications/lock-application';

interface ApplicationHeadProps {
  application: LoadedApplication;
  /** Of the page below the application's own; without it this is the application's own page. */
  title?: string;
  lead?: ReactNode;
  /** Between the application and this page. */
  between?: { label: string; href: string }[];
}

/** 我的认证 / 江苏省初级科技辅导员专业水平认证 / … (R42) */
export function ApplicationHead({ application, title, lead, between = [] }: ApplicationHeadProps) {
  const item = itemTitle(application);
  const start = { label: '我的认证', href: '/my/certifications' };
  if (!title) {
    const { applicantSees } = statuses[application.status];
    return (
      <PageHead
        title={item}
        breadcrumb={[start, { label: item }]}
        tag={<StatusTag tone={toneOf(application.status)} label={applicantSees} />}
        lead={lead}
      />
    );
  }
  const breadcrumb = [start, { label: item, href: `/apply/${application.id}` }, ...between, { label: title }];
  return <PageHead title={title} breadcrumb={breadcrumb} lead={lead} />;
}
