import { Button } from '@/components/ui/button';

/** A plain form: what is sent may be large, and is looked at as a whole. */
export function IssuedFiles() {
  return (
    <form className="stack-small" action="/office/finance/invoices/files" method="post" encType="multipart/form-data">
      <div className="field">
        <label className="field-label" htmlFor="issued-files">
          从税务客户端下载的发票文件
        </label>
        <p className="field-hint" id="issued-files-hint">
          PDF、OFD、XML 或装有它们的 ZIP，可以一次选很多个，合计不超过 150 MB。按 20 位发票号码对上发票，随即发到付款人填写的邮箱；重复上传不会重复发送。
        </p>
        <input
          className="field-input"
          id="issued-files"
          name="file"
          type="file"
          accept=".pdf,.ofd,.xml,.zip"
          multiple
          required
          aria-describedby="issued-files-hint"
        />
      </div>
      <Button>上传文件</Button>
    </form>
  );
}
