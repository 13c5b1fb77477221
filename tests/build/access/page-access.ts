/** Persons who ask, each in one role; `owner` has the application, order and file that addresses with an id name. */
export const callers = [
  'nobody',
  'owner',
  'stranger',
  'unit',
  'other-unit',
  'staff',
  'other-staff',
  'finance',
  'national',
  'expert',
  'examiner',
  'auditor',
  'sysadmin',
] as const;
export type Caller = (typeof callers)[number];

/** A status, or where the answer leads; `sign-in` leads there and back. */
export type Answer = number | 'sign-in' | `to ${string}`;

export interface PageAccess {
  answers: Record<Caller, Answer>;
  /** Words of the page that nobody else may read. */
  shows?: string;
}

const forAll = (answer: (caller: Caller) => Answer, shows?: string): PageAccess => ({
  answers: Object.fromEntries(callers.map((caller) => [caller, answer(caller)])) as Record<Caller, Answer>,
  shows,
});

const anybody = (answer: Answer = 200): PageAccess => forAll(() => answer);
const signedIn = (answer: Answer = 200): PageAccess => forAll((caller) => (caller === 'nobody' ? 'sign-in' : answer));

/** For everybody else who is signed in there is nothing there. */
const only = (granted: Partial<Record<Caller, Answer>> | readonly Caller[], shows?: string): PageAccess => {
  const answers: Partial<Record<Caller, Answer>> = Array.isArray(granted)
    ? Object.fromEntries(granted.map((caller) => [caller, 200]))
    : (granted as Partial<Record<Caller, Answer>>);
  return forAll((caller) => answers[caller] ?? (caller === 'nobody' ? 'sign-in' : 404), shows);
};

const applicants: readonly Caller[] = ['owner', 'stranger'];
const reviewers: readonly Caller[] = ['staff', 'other-staff', 'national'];
const readers: readonly Caller[] = [...reviewers, 'finance', 'auditor'];
const owner: readonly Caller[] = ['owner'];

const publicPages = {
  '/': anybody(),
  '/about-agents': anybody(),
  '/certifications': anybody(),
  '/certifications/[province]': anybody(),
  '/certifications/[province]/check': anybody(),
  '/claim': anybody(),
  '/forgot-password': anybody(),
  '/forgot-password/recover': anybody(),
  '/notices': anybody(),
  '/notices/[id]': anybody(),
  '/privacy': anybody(),
  '/register': anybody(),
  '/register/known': anybody(),
  '/sign-in': anybody(),
  '/verify': anybody(),
  '/verify/[certificateNumber]': anybody(),
  '/signed-out': anybody('to /'),
  '/personas': anybody(),
  '/personas/[slug]': anybody(),
  '/personas/empty': anybody(),
  '/personas/gallery': anybody(),
  '/personas/gallery/forms': anybody(),
  '/personas/gallery/office': anybody(),
  '/personas/outbox': anybody(),
};

/** The application has been handed in, is complete, and waits for its reviewer. */
const applicationPages = {
  '/apply/start': signedIn(),
  '/apply/[applicationId]': only(owner),
  '/apply/[applicationId]/check': only(owner),
  '/apply/[applicationId]/form/[section]': only(owner),
  '/apply/[applicationId]/form/[section]/new': anybody('to /apply/'),
  '/apply/[applicationId]/form/[section]/[rowId]': only(owner),
  '/apply/[applicationId]/form/[section]/[rowId]/evidence': only(owner),
  '/apply/[applicationId]/level': only({ owner: 'to /apply/' }),
  '/apply/[applicationId]/pay': only(owner),
  '/apply/[applicationId]/print': only({ owner: 'to /apply/', unit: 'to /apply/', staff: 'to /apply/' }),
  '/apply/[applicationId]/print/[page]': anybody(404),
  '/apply/[applicationId]/stamp-guide': only({ owner: 'to /apply/', unit: 'to /apply/' }),
  '/apply/[applicationId]/submit': only(['owner', 'unit']),
  '/apply/[applicationId]/submit/[page]': only({ owner: 'to /apply/', unit: 'to /apply/' }),
  '/apply/[applicationId]/unit': only(owner),
};

const ownPages = {
  '/my/account': signedIn(),
  '/my/account/data': signedIn(),
  '/my/account/devices': signedIn(),
  '/my/account/email': signedIn(),
  '/my/account/mobile': signedIn(),
  '/my/account/password': signedIn(),
  '/my/account/privacy': signedIn(),
  '/my/account/privacy/request': signedIn(),
  '/my/account/roles': signedIn(),
  '/my/account/unit': signedIn(),
  '/my/account/unit/new': signedIn(),
  '/my/certificates': signedIn(),
  '/my/certifications': signedIn(),
  '/my/exams': signedIn(),
  '/my/messages': signedIn(),
  '/my/orders': only(applicants),
  '/my/invoices': only(applicants),
  '/my/invoices/[orderNumber]': only(owner),
  '/my/orders/[orderNumber]': only(owner),
  '/my/orders/[orderNumber]/receipt': only(owner),
};

/** The packet of the unit's house has not been made yet. */
const workPages = {
  '/unit': only(['unit', 'other-unit'], '您只办理本单位人员的申报'),
  '/unit/batches': only(['unit', 'other-unit'], '把签字盖章后的整叠纸扫描成'),
  '/unit/batches/[batchId]': only(['unit']),
  '/unit/batches/[batchId]/list': only(['unit']),
  '/unit/orders': only(['unit', 'other-unit'], '一个订单为多位申请人缴费'),
  '/unit/invoices': only(['unit', 'other-unit']),
  '/unit/invoices/[unitOrderNumber]': only(['unit']),
  '/unit/orders/new': only(['unit', 'other-unit'], '选择由单位统一缴费的人'),
  '/unit/orders/[unitOrderNumber]': only(['unit']),
  '/unit/orders/[unitOrderNumber]/pay': only({ unit: 'to /unit/orders/' }),
  '/unit/orders/[unitOrderNumber]/receipt': only(['unit']),
  '/unit/packets': only(['unit', 'other-unit'], '要盖章的申报书'),
  '/unit/packets/[packetId]/pdf': only([]),
  '/unit/administrators': only(['unit', 'other-unit'], '可以有几位管理员'),
  '/unit/sanction': only(['other-unit']),
  '/review': only(['expert', 'examiner'], '您现在的身份：'),
  '/office': only(Object.fromEntries([...readers, 'sysadmin' as const].map((caller) => [caller, 'to /office/']))),
  '/office/applications': only([...reviewers, 'auditor'], '等得最久的在最前'),
  '/office/applications/[applicationId]': only(['staff', 'finance', 'auditor']),
  '/office/applications/[applicationId]/audit': only(['staff', 'auditor']),
  '/office/applications/[applicationId]/files/[fileId]': only(['staff', 'auditor']),
  '/office/audit': only(['auditor', 'sysadmin'], '只能增加，不能修改或删除'),
  '/office/cycles': only(readers, '每次修改都会留下记录'),
  '/office/cycles/[cycleId]': only(['staff', 'finance', 'national', 'auditor']),
  '/office/cycles/[cycleId]/edit': only(['staff']),
  '/office/cycles/[cycleId]/levels/[levelId]': only(['staff', 'finance', 'national', 'auditor']),
  '/office/devices': only([...reviewers, 'sysadmin'], '用同一网络地址和同一种浏览器登录过'),
  '/office/data-requests': only(['sysadmin'], '更正姓名或证件、注销账号的申请'),
  '/office/finance': only(['finance', 'auditor'], '今天的收款和退款'),
  '/office/finance/vouchers': only(['finance', 'auditor'], '核对银行到账后确认'),
  '/office/finance/closings': only(['finance', 'auditor'], '结账以后不能再改'),
  '/office/finance/closings/[month]': only(['finance', 'auditor']),
  '/office/finance/closings/[month]/export': only(['finance', 'auditor']),
  '/office/finance/invoices': only(['finance', 'auditor'], '任何时候只有一张有效发票'),
  '/office/finance/invoices/[serial]': only(['finance', 'auditor']),
  '/office/finance/invoices/batches/[batchNumber]': only(['finance']),
  '/office/finance/invoices/batches/[batchNumber]/file': only(['finance']),
  '/office/finance/exports': only(['finance', 'auditor'], '导出会留下记录'),
  '/office/finance/exports/file': only(['finance', 'auditor']),
  '/office/finance/orders': only(['finance', 'auditor'], '个订单，最新的在最前'),
  '/office/finance/orders/[orderNumber]': only(['finance', 'auditor']),
  '/office/finance/bills': only(['finance', 'auditor'], '逐笔核对'),
  '/office/finance/bills/[billId]': only(['finance', 'auditor']),
  '/office/finance/payouts': only(['finance', 'auditor'], '同一个流水号只入账一次'),
  '/office/finance/refunds': only(['finance', 'auditor'], '先办理等得最久的'),
  '/office/finance/refunds/[refundNumber]': only(['finance', 'auditor']),
  '/office/finance/unmatched': only(['finance', 'auditor'], '没有计入任何订单的款项'),
  '/office/notices': only(readers),
  '/office/notices/[noticeId]': only(['staff', 'finance']),
  '/office/notices/new': only(reviewers, '先保存为草稿'),
  '/office/people': only(['sysadmin'], '授予或撤销工作身份'),
  '/office/people/[personId]': only(['sysadmin']),
  '/office/recovery': only([...reviewers, 'sysadmin'], '手机号停用的人申请把账号换到新手机号'),
  '/office/sanctions': only([...reviewers, 'auditor'], '一人提出、另一人批准'),
  '/office/sanctions/[sanctionId]': only(['other-staff', 'national', 'auditor']),
  '/office/sanctions/new': only(['staff', 'national']),
  '/office/trust-anchors': only(['sysadmin'], '系统才会判为有效'),
  '/office/return-reasons': only([...reviewers, 'auditor'], '每条原因或由一项自动检查在提交前发现'),
  '/office/return-reasons/[reasonCode]': only([...reviewers, 'auditor']),
  '/office/return-reasons/new': only(reviewers, '会写入历史'),
  '/office/statistics/returns': only([...reviewers, 'auditor'], '有多少是提交前的自动检查能够看出的'),
  '/office/statistics/returns/export': only([...reviewers, 'auditor']),
  '/office/units': only(reviewers, '核实单位和单位管理员'),
  '/office/units/[unitId]': only(['staff', 'national']),
};

/** Not read by people: they answer with a status and never lead to signing in. */
const machines = {
  'GET /api/files/[fileId]': forAll((caller) => (['owner', 'unit', 'staff', 'auditor'].includes(caller) ? 200 : 404)),
  'GET /api/sheets/[sheetId]': forAll((caller) => (['owner', 'unit', 'staff', 'auditor'].includes(caller) ? 200 : 404)),
  'GET /apply/[applicationId]/restamp': forAll((caller) => (caller === 'owner' ? 200 : 404)),
  'GET /api/invoices/[invoiceFileId]': forAll((caller) => (['owner', 'finance', 'auditor'].includes(caller) ? 200 : 404)),
  'GET /api/health': anybody(),
  'GET /api/payments/orders/[orderNumber]/status': forAll((caller) =>
    ['owner', 'finance', 'auditor'].includes(caller) ? 200 : 404,
  ),
  'POST /office/finance/invoices/files': forAll((caller) => {
    if (caller === 'nobody') return 'to /sign-in';
    return caller === 'finance' ? 'to /office/finance/invoices?said=' : 404;
  }),
  'POST /api/payments/wechat/notice': anybody(401),
  'POST /api/payments/alipay/notice': anybody(401),
  'POST /api/uploads/form': forAll((caller) => (caller === 'nobody' ? 'to /sign-in' : 'to /my/certifications?said=')),
  'POST /api/uploads/[[...path]]': forAll((caller) => (caller === 'nobody' ? 401 : 412)),
  'PATCH /api/uploads/[[...path]]': forAll((caller) => (caller === 'nobody' ? 401 : 412)),
  'HEAD /api/uploads/[[...path]]': forAll((caller) => (caller === 'nobody' ? 401 : 412)),
  'DELETE /api/uploads/[[...path]]': forAll((caller) => (caller === 'nobody' ? 401 : 412)),
  'OPTIONS /api/uploads/[[...path]]': forAll((caller) => (caller === 'nobody' ? 401 : 204)),
  'POST /apply/[applicationId]/autosave': forAll((caller) => {
    if (caller === 'nobody') return 401;
    return caller === 'owner' ? 422 : 403;
  }),
};

const named = (pages: Record<string, PageAccess>) =>
  Object.fromEntries(Object.entries(pages).map(([route, access]) => [`GET ${route}`, access]));

/** Method and route → what everybody gets. A route that is not here fails a test until somebody says who may. */
export const pageAccess: Record<string, PageAccess> = {
  ...named(publicPages),
  ...named(applicationPages),
  ...named(ownPages),
  ...named(workPages),
  ...machines,
};
