import type { CheckCode } from '@/lib/applications/preflight/checks';
import type { PrismaClient } from '@/lib/db/generated/client';

type SeededReason = readonly [code: string, group: string, label: string, advice: string, check: CheckCode | null];

/** The commonest first, as the first nine have a key of their own; without a check only a person can see it. */
export const seededReasons: readonly SeededReason[] = [
  ['SCAN_UNREADABLE', 'STAMP', '扫描件不清晰', '请在光线充足处重新扫描或拍照，文字和公章应清楚可辨。', 'scan.quality'],
  ['PAGES_MISSING', 'STAMP', '扫描件缺页', '请按页码补齐全部页面后重新上传。', 'scan.pages'],
  ['SEAL_MISSING', 'STAMP', '没有加盖单位公章', '请在“所在单位意见”栏加盖单位公章后重新上传。', 'scan.seal'],
  ['SEAL_OF_OTHER_UNIT', 'STAMP', '公章名称与所在单位不一致', '请加盖与单位登记名称一致的公章，或更正所填单位。', null],
  ['SIGNATURE_MISSING', 'STAMP', '本人签字缺失', '请在“本人承诺”栏亲笔签字并填写日期。', 'scan.signature'],
  ['EVIDENCE_MISSING', 'EVIDENCE', '缺少佐证材料', '请为这项业绩成果补充证书、文件或其他证明。', 'evidence.present'],
  ['EVIDENCE_MISMATCH', 'EVIDENCE', '佐证材料与所填内容不一致', '请按证明材料更正名称、等次、时间或本人排名。', null],
  ['EVIDENCE_UNREADABLE', 'EVIDENCE', '佐证材料无法辨认', '请重新上传清晰、完整的证明材料。', 'evidence.readable'],
  ['FORM_INCOMPLETE', 'FORM', '申报书内容不完整', '请补充标出的栏目。', 'form.complete'],
  ['PHOTO_UNFIT', 'PHOTO', '证件照不符合要求', '请上传近期免冠、白底、五官清楚的证件照。', 'photo.fit'],
  ['FORM_INCONSISTENT', 'FORM', '申报书前后内容不一致', '请核对标出的栏目，使前后一致。', 'form.consistent'],
  ['CATEGORY_WRONG', 'FORM', '申报类别与实际不符', '请按目前的工作单位或就读情况选择申报类别。', null],
  ['NAME_DIFFERS', 'FORM', '姓名与证件或佐证材料不一致', '请按证件填写姓名；曾用名请附说明。', 'form.names'],
  ['DATES_WRONG', 'FORM', '日期有误或互相矛盾', '请核对标出的日期。', 'form.dates'],
  ['ENTERED_TWICE', 'FORM', '同一项内容重复填写', '请只保留一项。', 'form.repeated'],
  ['EVIDENCE_REPEATED', 'EVIDENCE', '同一份材料证明了几项成果', '请为每项成果上传各自的证明材料。', 'evidence.repeated'],
  ['EVIDENCE_SHOWS_PUPILS', 'EVIDENCE', '佐证材料露出学生个人信息', '请遮盖学生的姓名、照片和联系方式后重新上传。', null],
  ['DATE_MISSING', 'STAMP', '签字或盖章处没有日期', '请手写日期后重新上传这一页。', 'scan.date'],
  ['VERSION_OUTDATED', 'STAMP', '盖章的不是当前版本', '请打印当前版本，签字盖章后重新上传。', 'scan.identity'],
  ['PRINT_ALTERED', 'STAMP', '打印内容被改动', '请在系统里修改，重新打印后签字盖章，不要在纸上涂改。', 'scan.print'],
  ['UNIT_DETAILS_WRONG', 'UNIT', '单位名称或统一社会信用代码有误', '请按单位证书核对名称和代码。', 'unit.known'],
  ['UNIT_OPINION_MISSING', 'UNIT', '所在单位意见未填写', '请由单位填写意见、负责人签字并盖章。', null],
  ['UNIT_OUTSIDE_PROVINCE', 'UNIT', '所在单位不在本省', '请核对单位所在地；外省单位请在所在省申报。', 'unit.province'],
  ['CONDITIONS_NOT_MET', 'OTHER', '不符合所申报级别的条件', '请对照通知中该级别的条件。', 'conditions.met'],
  ['OTHER', 'OTHER', '其他原因', '请写明具体原因和修改办法。', null],
];

/** The list that is common to all associations; made once, then edited by staff. */
export async function seedReturnReasons(db: PrismaClient): Promise<void> {
  for (const [position, [code, group, label, advice, check]] of seededReasons.entries()) {
    const create = { code, group, label, advice, check, position };
    await db.returnReason.upsert({ where: { code }, create, update: {} });
  }
}
