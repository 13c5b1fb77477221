import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';

export default function CertificateNotFound() {
  return (
    <div className="page page-narrow">
      <PageHead title="没有查到这份证书" breadcrumb={[{ label: '证书查询', href: '/verify' }, { label: '查询结果' }]} />
      <div className="stack">
        <Banner tone="warning" title="协会的记录中没有这个证书编号">
          请对照证书核对编号后重新查询。如果编号无误，这份证书可能不是由协会颁发，请联系颁发证书的协会核实。
        </Banner>
        <ButtonLink href="/verify" variant="secondary">
          重新查询
        </ButtonLink>
      </div>
    </div>
  );
}
