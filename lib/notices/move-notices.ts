import { longDateTime } from '@/lib/kernel/dates';
import type { Channel } from '@/lib/messages/send-message';

interface NoticeFacts {
  title: string;
  number: string;
  reason: string;
  revisionDueAt: Date | null;
  owes: 'payment' | 'both' | null;
  /** Done by his unit for the applicant. */
  byUnit: boolean;
}

interface MoveNotice {
  subject: string;
  channels: readonly Channel[];
  text: (facts: NoticeFacts) => string;
}

const everyWay: readonly Channel[] = ['SITE', 'SMS', 'MAIL'];
const onSite: readonly Channel[] = ['SITE'];

/** Words of the message that follows a move; a move that is not named here sends none. */
export const moveNotices: Partial<Record<string, MoveNotice>> = {
  lock_form: {
    subject: '报名已提交',
    channels: onSite,
    text: ({ title, number, owes }) =>
      `您的${title}报名已提交，编号 ${number}，级别不再更换。请打印申报书，签字并加盖单位公章后上传扫描件${owes ? '，并完成缴费' : ''}。`,
  },
  submit_stamped_form: {
    subject: '盖章件已提交',
    channels: onSite,
    text: ({ title, owes, byUnit }) =>
      `您的${title}盖章件已${byUnit ? '由所在单位核实并' : ''}提交。${owes ? '还需完成缴费，申报才算完成。' : ''}`,
  },
  complete: {
    subject: '申报完成，等待资格审查',
    channels: everyWay,
    text: ({ title, number }) => `您的${title}（编号 ${number}）材料和缴费均已齐备，申报完成，请等待资格审查。`,
  },
  lose_payment: {
    subject: '费用已退还，申报等待重新缴费',
    channels: everyWay,
    text: ({ title }) => `您的${title}的费用已批准全额退还，申报回到待缴费。要继续申报，请重新缴费；不再申报的，可以撤回。`,
  },
  return_for_revision: {
    subject: '申报被退回修改',
    channels: everyWay,
    text: ({ title, reason, revisionDueAt }) =>
      `您的${title}被退回修改：${reason}${revisionDueAt ? `请在 ${longDateTime(revisionDueAt)} 前修改并重新提交。` : ''}级别不变，无需再次缴费。`,
  },
  extend_revision: {
    subject: '修改期限已延长',
    channels: everyWay,
    text: ({ title, revisionDueAt }) =>
      `您的${title}修改期限已延长${revisionDueAt ? `至 ${longDateTime(revisionDueAt)}` : ''}，请在期限内修改并重新提交。`,
  },
  accept: {
    subject: '资格审查通过',
    channels: everyWay,
    text: ({ title }) => `您的${title}资格审查已通过，请等待笔试安排的通知。`,
  },
  reject: {
    subject: '资格审查未通过',
    channels: everyWay,
    text: ({ title, reason }) => `您的${title}资格审查未通过：${reason}对结果有疑问，可联系协会。`,
  },
  reconsider: {
    subject: '申报重新审查',
    channels: everyWay,
    text: ({ title }) => `您的${title}将重新审查，此前的审查结果撤销，请等待新的通知。`,
  },
  withdraw: {
    subject: '申报已撤回',
    channels: everyWay,
    text: ({ title }) => `您已撤回${title}的申报。本年度不能再次申报。`,
  },
  admit_to_exam: {
    subject: '进入笔试阶段',
    channels: everyWay,
    text: ({ title }) => `您的${title}已进入笔试阶段，请在考试中心查看笔试时间和要求。`,
  },
  pass_exam: {
    subject: '笔试通过',
    channels: everyWay,
    text: ({ title }) => `您的${title}笔试已通过，进入业绩成果评审，请等待评审结果的通知。`,
  },
  admit_to_defense: {
    subject: '进入答辩阶段',
    channels: everyWay,
    text: ({ title }) => `您的${title}业绩成果评审已通过，进入答辩阶段，请在考试中心查看答辩时间和要求。`,
  },
  publish_result: {
    subject: '认证结果公示',
    channels: everyWay,
    text: ({ title }) => `您的${title}业绩成果评审已通过，认证结果正在公示，公示期满无异议后颁发证书。`,
  },
  publish_defense_result: {
    subject: '认证结果公示',
    channels: everyWay,
    text: ({ title }) => `您的${title}答辩已通过，认证结果正在公示，公示期满无异议后颁发证书。`,
  },
  certify: {
    subject: '已颁发证书',
    channels: everyWay,
    text: ({ title }) => `您已通过${title}，证书已颁发，请在证书管理中查看。`,
  },
  fail: {
    subject: '未通过认证',
    channels: everyWay,
    text: ({ title, reason }) => `您未通过${title}：${reason}对结果有疑问，可联系协会。`,
  },
  freeze: {
    subject: '申报暂停处理',
    channels: everyWay,
    text: ({ title, number, reason }) =>
      `您的${title}（编号 ${number}）暂停处理：${reason}这不是对您个人的认定，您的材料和费用都保留，暂停的时间不计入期限；协会逐份决定是否继续，结果会发消息通知您。`,
  },
  unfreeze: {
    subject: '申报恢复处理',
    channels: everyWay,
    text: ({ title, number, reason }) =>
      `您的${title}（编号 ${number}）恢复处理：${reason}请在“我的认证”查看下一步，期限已按暂停的天数顺延。`,
  },
  reject_frozen: {
    subject: '申报不予通过',
    channels: everyWay,
    text: ({ title, reason }) => `您的${title}在暂停处理后不予通过：${reason}对结果有疑问，可联系协会。`,
  },
  freeze_again: {
    subject: '不予通过的决定已撤销',
    channels: everyWay,
    text: ({ title, reason }) => `您的${title}不予通过的决定已撤销，恢复为暂停处理：${reason}请等待新的通知。`,
  },
};
