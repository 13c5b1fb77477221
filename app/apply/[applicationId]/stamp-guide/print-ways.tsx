import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { MailForm } from './mail-form';

interface PrintWaysProps {
  applicationId: string;
  pages: number;
  /** Page numbers that have to be signed and stamped; the others are there already. */
  needed: readonly number[];
  /** WeChat's own browser neither keeps files nor prints. */
  isWechat: boolean;
  isOwner: boolean;
  mayPay: boolean;
  email: string;
}

/** How the form comes to a printer from the browser at hand, and the two things that come next. */
export function PrintWays({ applicationId, pages, needed, isWechat, isOwner, mayPay, email }: PrintWaysProps) {
  const home = `/apply/${applicationId}`;
  const isPart = needed.length > 0 && needed.length < pages;
  const mail = isOwner ? <MailForm applicationId={applicationId} email={email} /> : null;
  return (
    <>
      {isWechat ? <LeaveWechat mail={mail} /> : null}
      <ButtonRow>
        {isPart && !isWechat ? (
          <ButtonLink href={`${home}/print?pages=${needed.join(',')}`} newTab icon="print">
            只打印需要重新盖章的页（{needed.length} 页）
          </ButtonLink>
        ) : null}
        {isWechat ? null : (
          <ButtonLink href={`${home}/print`} variant={isPart ? 'secondary' : 'primary'} newTab icon="print">
            打开申报书（PDF，{pages} 页）
          </ButtonLink>
        )}
        <ButtonLink href={`${home}/submit`} variant="secondary">
          已盖章，去上传
        </ButtonLink>
        {mayPay ? (
          <ButtonLink href={`${home}/pay`} variant="secondary">
            先去缴费
          </ButtonLink>
        ) : null}
      </ButtonRow>
      {mail && !isWechat ? <Disclosure summary="这台设备不方便打印？把申报书发到邮箱">{mail}</Disclosure> : null}
    </>
  );
}

function LeaveWechat({ mail }: { mail: ReactNode }) {
  return (
    <section className="stack">
      <Banner tone="warning" title="微信里不能保存和打印 PDF">
        <p>请点右上角“…”，选择“在浏览器打开”，登录后打印；也可以在电脑上登录本系统打印。</p>
      </Banner>
      {mail ? (
        <>
          <h2>或者把申报书发到邮箱</h2>
          {mail}
        </>
      ) : null}
    </section>
  );
}
