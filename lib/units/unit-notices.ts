interface Facts {
  unit: string;
  note: string;
}

interface UnitNotice {
  subject: string;
  text: (facts: Facts) => string;
}

const ended = (note: string): string => (/[。！？.!?]$/.test(note) ? note : `${note}。`);

/** Words of the messages about units and their administrators. */
export const unitNotices = {
  unit_approved: {
    subject: '单位已核实',
    text: ({ unit }) => `您登记的单位“${unit}”已由协会核实。`,
  },
  unit_rejected: {
    subject: '单位未通过核实',
    text: ({ unit, note }) => `您登记的单位“${unit}”未通过核实，原因：${ended(note)}请核对统一社会信用代码和名称。`,
  },
  unit_renamed: {
    subject: '单位名称已更改',
    text: ({ unit, note }) => `“${unit}”的名称已由协会改为“${note}”。新生成的申报书用新名称；已经打印盖章的申报书仍然有效。`,
  },
  admin_approved: {
    subject: '已成为单位管理员',
    text: ({ unit }) =>
      `您已成为“${unit}”的单位管理员，可在“切换身份”中使用。您只能办理本单位人员的申报，不能办理自己的。`,
  },
  admin_rejected: {
    subject: '单位管理员申请未通过',
    text: ({ unit, note }) => `您申请成为“${unit}”的单位管理员未通过，原因：${ended(note)}`,
  },
  admin_revoked: {
    subject: '单位管理员身份已撤销',
    text: ({ unit, note }) => `您在“${unit}”的单位管理员身份已撤销，原因：${ended(note)}`,
  },
  admin_named: {
    subject: '您被提名接任单位管理员',
    text: ({ unit }) =>
      `“${unit}”的单位管理员提名您接任，协会核实后生效。不愿接任的，可在“身份”页撤回。`,
  },
  admin_handed_over: {
    subject: '单位管理员已交接',
    text: ({ unit, note }) => `您在“${unit}”的单位管理员工作已交给${ended(note)}您的管理员身份同时结束，本单位的申报由接任的人继续办理。`,
  },
} as const satisfies Record<string, UnitNotice>;
