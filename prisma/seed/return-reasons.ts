import type { PrismaClient } from '@/lib/db/generated/client';

/** Code, group, label, advice: the commonest first, as the first nine have a key of their own. */
const reasons = [
  ['SCAN_UNREADABLE', 'STAMP', '扫描件不清晰', '请在光线充足处重新扫描或拍照，文字和公章应清楚可辨。'],
  ['PAGES_MISSING', 'STAMP', '扫描件缺页', '请按页码补齐全部页面后重新上传。'],
  ['SEAL_MISSING', 'STAMP', '没有加盖单位公章', '请在“所在单位意见”栏加盖单位公章后重新上传。'],
  ['SEAL_OF_OTHER_UNIT', 'STAMP', '公章名称与所在单位不一致', '请加盖与单位登记名称一致的公章，或更正所填单位。'],
  ['SIGNATURE_MISSING', 'STAMP', '本人签字或日期缺失', '请在“本人承诺”栏亲笔签字并填写日期。'],
  ['EVIDENCE_MISSING', 'EVIDENCE', '缺少佐证材料', '请为这项业绩成果补充证书、文件或其他证明。'],
  ['EVIDENCE_MISMATCH', 'EVIDENCE', '佐证材料与所填内容不一致', '请按证明材料更正名称、等次、时间或本人排名。'],
  ['EVIDENCE_UNREADABLE', 'EVIDENCE', '佐证材料无法辨认', '请重新上传清晰、完整的证明材料。'],
  ['FORM_INCOMPLETE', 'FORM', '申报书内容不完整', '请补充标出的栏目。'],
  ['PHOTO_UNFIT', 'PHOTO', '证件照不符合要求', '请上传近期免冠、白底、五官清楚的证件照。'],
  ['FORM_INCONSISTENT', 'FORM', '申报书前后内容不一致', '请核对标出的栏目，使前后一致。'],
  ['CATEGORY_WRONG', 'FORM', '申报类别与实际不符', '请按目前的工作单位或就读情况选择申报类别。'],
  ['NAME_DIFFERS', 'FORM', '姓名与证件或佐证材料不一致', '请按证件填写姓名；曾用名请附说明。'],
  ['EVIDENCE_SHOWS_PUPILS', 'EVIDENCE', '佐证材料露出学生个人信息', '请遮盖学生的姓名、照片和联系方式后重新上传。'],
  ['UNIT_DETAILS_WRONG', 'UNIT', '单位名称或统一社会信用代码有误', '请按单位证书核对名称和代码。'],
  ['UNIT_OPINION_MISSING', 'UNIT', '所在单位意见未填写', '请由单位填写意见、负责人签字并盖章。'],
  ['UNIT_OUTSIDE_PROVINCE', 'UNIT', '所在单位不在本省', '请核对单位所在地；外省单位请在所在省申报。'],
  ['CONDITIONS_NOT_MET', 'OTHER', '不符合所申报级别的条件', '请对照通知中该级别的条件。'],
  ['OTHER', 'OTHER', '其他原因', '请写明具体原因和修改办法。'],
] as const;

/** The closed list of reasons for returning or rejecting; made once, then edited by staff. */
export async function seedReturnReasons(db: PrismaClient): Promise<void> {
  for (const [position, [code, group, label, advice]] of reasons.entries()) {
    await db.returnReason.upsert({ where: { code }, create: { code, group, label, advice, position }, update: {} });
  }
}
