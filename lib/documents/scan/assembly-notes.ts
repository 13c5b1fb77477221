import { type Assembly, type FiledSheet, type IssuedForm, listed } from './assemble-form';

/** What staff are told of how a form was put together, a sentence each. */
export function assemblyNotes({ pages, missing, unread, repeated }: Assembly<FiledSheet>, form: IssuedForm): string[] {
  const kept = pages.filter(({ sheet }) => sheet?.formVersion && sheet.formVersion !== form.version);
  const named = pages.flatMap(({ page, sheet }) => (sheet?.namedBy ? [`第 ${page} 页没有读出编码，由${sheet.namedBy}认定，请核对。`] : []));
  const places = unread.map(({ fileName, sheet }) => `“${fileName}”第 ${sheet} 张`).join('、');
  return [
    missing.length === 0 && named.length === 0 ? `各页编码均已读出，内容与第 ${form.version} 版申报书一致。` : '',
    missing.length > 0 ? `没有读出第 ${listed(missing)} 页的编码，请人工核对。` : '',
    ...named,
    kept.length > 0 ? `第 ${listed(kept.map(({ page }) => page))} 页沿用以前版本的盖章件，打印内容没有变化。` : '',
    missing.length > 0 && places ? `${places}没有读出编码，请人工查看。` : '',
    repeated.length > 0 ? `第 ${listed(repeated)} 页上传了不止一次，以最后一次为准。` : '',
  ].filter(Boolean);
}
