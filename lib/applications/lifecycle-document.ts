import { levelNames, levels } from '@/lib/catalogue/labels';
import { routes, stageOf, stages, statuses, statusNames } from './lifecycle';
import { moveFacts, moveNames, type Need, type Relation, targetsOf } from './moves';

const relationWords: Record<Relation, string> = {
  owner: '申请人本人',
  own_unit: '所在单位的管理员（不能办理自己的）',
  responsible_staff: '负责认定的协会的工作人员',
  claimant: '领取了这份申报的工作人员',
  finance: '财务人员',
  auditor: '审计员',
  system: '系统',
};

const needWords: Record<Need, string> = {
  apply_window: '在申报时间内（退回后在修改期限内）',
  materials_window: '在材料提交时间内（退回后在修改期限内）',
  unpaid: '尚未缴费',
  materials: '盖章件已提交',
  payment: '费用已缴清',
  reason: '写明原因',
  unit_not_barred: '所在单位没有被取消申报资格',
  rejected_while_frozen: '是在暂停期间不予通过的',
  being_corrected: '正在退回修改',
  level_not_frozen: '尚未提交过报名',
  level_frozen: '已提交过报名',
  defense_in_route: '这个级别有答辩',
  no_defense_in_route: '这个级别没有答辩',
};

const turnWords = { applicant: '申请人', association: '协会', nobody: '（已办结）' } as const;

/** docs/lifecycle.md, drawn from the tables of statuses and moves. */
export function lifecycleDocument(): string {
  return (
    [
      '# 一份申报的一生',
      '本页由 `lib/applications/lifecycle.ts` 和 `lib/applications/moves.ts` 两张表生成，请不要手工修改。表改动后用 `npx vitest run tests/rules/lifecycle.test.ts -u` 重新生成；与表不一致时测试不通过。',
      '## 图',
      diagram(),
      '## 状态',
      statusTable(),
      '## 变动',
      moveTable(),
      '## 各级别的流程',
      ...levels.map((level) => `- ${levelNames[level]}：${routes[level].map((stage) => stages[stage]).join(' → ')}`),
      '',
    ]
      .join('\n\n')
      .replace(/\n\n(?=- )/g, '\n')
      .trimEnd() + '\n'
  );
}

function diagram(): string {
  const names = statusNames.map((status) => `  ${status}: ${statuses[status].staffSees}`);
  const arrows = moveNames.flatMap((name) => {
    const { from, to, label } = moveFacts(name);
    const isBack = to === 'BEFORE_FREEZING';
    return from.flatMap((status) => targetsOf(name).map((target) => `  ${status} --> ${target}: ${label}${isBack ? '（回到原状态）' : ''}`));
  });
  return ['```mermaid', 'stateDiagram-v2', ...names, '  [*] --> DRAFT', ...arrows, '```'].join('\n');
}

function statusTable(): string {
  return table(
    ['状态', '申请人看到', '工作人员看到', '所在阶段', '轮到谁', '下一步'],
    statusNames.map((status) => {
      const { applicantSees, staffSees, turn, next } = statuses[status];
      return [`\`${status}\``, applicantSees, staffSees, stages[stageOf[status]], turnWords[turn], next];
    }),
  );
}

function moveTable(): string {
  return table(
    ['变动', '从', '到', '谁可以', '还需要'],
    moveNames.map((name) => {
      const { label, from, to, by, needs } = moveFacts(name);
      return [
        `${label} \`${name}\``,
        from.map((status) => `\`${status}\``).join('、'),
        to === 'BEFORE_FREEZING' ? '暂停以前的状态' : `\`${to}\``,
        by.map((relation) => relationWords[relation]).join('、'),
        needs.map((need) => needWords[need]).join('、') || '—',
      ];
    }),
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
