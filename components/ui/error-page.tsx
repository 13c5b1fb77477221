import type { ReactNode } from 'react';
import { buttonClass } from './button-class';

interface ErrorPageProps {
  title: string;
  children: ReactNode;
  /** What to tell the help line. */
  reference?: string;
  actions?: ReactNode;
}

export function ErrorPage({ title, children, reference, actions }: ErrorPageProps) {
  return (
    <div className="page">
      <div className="error-page">
        <h1>{title}</h1>
        <div className="stack-small">{children}</div>
        {reference ? (
          <p>
            联系技术咨询时请提供编号：<strong className="select-all">{reference}</strong>
          </p>
        ) : null}
        <div className="button-row">{actions ?? <HomeLink />}</div>
      </div>
    </div>
  );
}

export function NotFoundPage() {
  return (
    <ErrorPage
      title="没有找到这个页面"
      actions={
        <>
          <HomeLink />
          <a href="/my/certifications" className={buttonClass({ variant: 'secondary' })}>
            我的认证
          </a>
        </>
      }
    >
      <p>地址可能输错了，页面可能已移走，或者您当前的身份不能查看。</p>
      <p>已填写的申报内容都还在，申请人可以从“我的认证”继续。</p>
    </ErrorPage>
  );
}

function HomeLink() {
  return (
    <a href="/" className={buttonClass()}>
      返回首页
    </a>
  );
}
