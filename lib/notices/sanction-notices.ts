export type SanctionNews =
  /** 自2025年2月10日起，至2028年2月10日止 */
  | { kind: 'approved'; period: string; decisionNumber: string }
  | { kind: 'appeal_refused'; reason: string }
  | { kind: 'appeal_granted'; reason: string }
  | { kind: 'lifted'; reason: string };

interface Words {
  subject: string;
  text: string;
}

/** To those who act for the unit: what was decided, and what they can do. */
export function toAdmin(unit: string, news: SanctionNews): Words {
  switch (news.kind) {
    case 'approved':
      return {
        subject: '所在单位申报资格被取消',
        text: `您管理的单位“${unit}”因查实有虚假材料，被取消三年内认证申报资格，${news.period}，决定文号：${news.decisionNumber}。认定的情况见“单位工作台”，如有异议，可在那里提出申诉。`,
      };
    case 'appeal_refused':
      return {
        subject: '申诉不成立',
        text: `“${unit}”对取消申报资格的申诉不成立，原决定继续有效。理由：${ended(news.reason)}`,
      };
    case 'appeal_granted':
      return {
        subject: '申诉成立，申报资格恢复',
        text: `“${unit}”对取消申报资格的申诉成立，即日起恢复申报资格，暂停的申报恢复处理。理由：${ended(news.reason)}`,
      };
    case 'lifted':
      return {
        subject: '所在单位申报资格恢复',
        text: `“${unit}”即日起恢复认证申报资格，暂停的申报恢复处理。原因：${ended(news.reason)}`,
      };
  }
}

/** To somebody who is writing a form from this unit and has done nothing; null where nothing changes for him. */
export function toWriter({ title, unit }: { title: string; unit: string }, news: SanctionNews): Words | null {
  if (news.kind === 'appeal_refused') return null;
  if (news.kind === 'approved') {
    return {
      subject: '暂时不能以所填单位提交报名',
      text: `您正在填写的${title}，所填单位“${unit}”被取消三年内认证申报资格，${news.period}，在此期间不能以这个单位提交报名。这不是对您个人的认定，草稿会保留。您已不在该单位工作的，请在“工作单位”中改填现在的单位。`,
    };
  }
  return {
    subject: '可以继续提交报名',
    text: `您正在填写的${title}，所填单位“${unit}”已恢复认证申报资格，可以继续填写并提交报名。`,
  };
}

const ended = (text: string): string => (/[。！？.!?]$/.test(text) ? text : `${text}。`);
