import type { ReactNode } from 'react';

interface SiteFooterProps {
  /** Who organises and answers for it. */
  issuer: string;
  contacts?: ReactNode;
  /** Filing numbers of the site, once they are known. */
  filing?: { icp?: FilingNumber; police?: FilingNumber };
  privacyHref?: string;
}

interface FilingNumber {
  text: string;
  href: string;
}

export function SiteFooter({ issuer, contacts, filing = {}, privacyHref = '/privacy' }: SiteFooterProps) {
  return (
    <footer className="site-footer">
      <div className="site-footer-inner">
        <div className="stack-small">
          <p>
            <strong>主办单位：{issuer}</strong>
          </p>
          <p>协会从未委托或授权任何校外机构或个人开展青少年科技辅导员专业水平认证的代办、代报等业务。</p>
          <p>申报和缴费只在本系统内办理。</p>
        </div>
        <div>
          {contacts}
          <ul className="site-footer-links">
            <li>
              <a className="text-link" href={privacyHref}>
                个人信息处理规则
              </a>
            </li>
            <Filing label="ICP备案号" number={filing.icp} />
            <Filing label="公安备案号" number={filing.police} />
          </ul>
        </div>
      </div>
    </footer>
  );
}

function Filing({ label, number }: { label: string; number?: FilingNumber }) {
  if (!number) return <li>{label}：待备案</li>;
  return (
    <li>
      <a className="text-link" href={number.href} rel="noopener">
        {number.text}
      </a>
    </li>
  );
}
