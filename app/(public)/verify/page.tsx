import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { TextField } from '@/components/forms/text-field';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { normalisedCertificateNumber } from '@/lib/certificates/queries';

export const metadata: Metadata = { title: '证书查询' };

export default async function VerifyPage({ searchParams }: { searchParams: Promise<{ number?: string | string[] }> }) {
  const { number } = await searchParams;
  const typed = typeof number === 'string' ? number : '';
  const normalised = normalisedCertificateNumber(typed);
  if (normalised) redirect(`/verify/${encodeURIComponent(normalised)}`);
  return (
    <div className="page page-narrow">
      <PageHead
        title="证书查询"
        lead="输入证书编号，核对证书是否由协会颁发、是否有效。查询结果不显示持证人的完整姓名和证件号码。"
      />
      <div className="stack">
        {number === undefined ? null : (
          <Banner tone="danger" title="请检查证书编号" live>
            {typed.trim() === ''
              ? '请填写证书编号。'
              : '证书编号由 4 至 40 个字母、数字或短横线组成，请对照证书重新填写。'}
          </Banner>
        )}
        <form method="get" action="/verify" className="form">
          <TextField
            name="number"
            label="证书编号"
            hint="印在证书上，由字母和数字组成，不分大小写"
            autoCapitalize="characters"
            autoComplete="off"
            maxLength={60}
            width="half"
            defaultValue={typed}
          />
          <Button icon="search">查询</Button>
        </form>
      </div>
    </div>
  );
}
