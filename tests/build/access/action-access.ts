/**
 * Who may call a server action, and the words in its code that see to it: for `action` what its `judge` says, for a
 * plain function what it calls first. `open` is for people who are not signed in.
 */
export type ActionAccess = readonly [who: string, by: string];
type Actions = Record<string, ActionAccess>;

const owner = (by: string): ActionAccess => ['the applicant, his own application', by];
const himself = (by = 'judgeOwn'): ActionAccess => ['whoever is signed in, his own account', by];
const anybody: ActionAccess = ['anybody, with limits of pace', 'open'];
const inDemo = (by = 'insistOnDemo'): ActionAccess => ['anybody, in demo mode alone', by];
const payer = (by: string): ActionAccess => ['the applicant his own order, the administrator his unit’s', by];
const decides = (by: string): ActionAccess => ['reviewers of the association that decides', by];
const claimed = (by: string): ActionAccess => ['the reviewer who has claimed it', by];
const organises = (by: string): ActionAccess => ['staff of the association whose it is', by];
const finance = (by: string): ActionAccess => ['finance staff of the payee, not their own order', by];
const administrator = (by: string): ActionAccess => ['system administrators, not their own account', by];
const ofProvince = (by: string): ActionAccess => ['staff of the province, not what is their own', by];
const ofUnit = (by: string): ActionAccess => ['administrators of the unit, never their own application', by];
const keepsReasons = (by: string): ActionAccess => ['staff: the common ones national, their own each association', by];
const stamping = (by: string): ActionAccess => ['the applicant, or the administrator of his unit', by];

/** File below app/ → action → who. An action that is not here fails a test until somebody says who may. */
export const actionAccess: Record<string, Actions> = {
  'sign-out.ts': { signOutAction: himself('optionalActor') },
  '(public)/forgot-password/actions.ts': {
    sendResetCode: anybody,
    reset: anybody,
    resetPasswordAction: ['anybody, with limits of pace', 'withCode(sendResetCode, reset)'],
    sendRecoveryCode: anybody,
    recover: anybody,
    requestRecoveryAction: ['anybody, with limits of pace', 'withCode(sendRecoveryCode, recover)'],
  },
  '(public)/register/actions.ts': {
    sendRegisterCode: anybody,
    register: anybody,
    registerAction: ['anybody, with limits of pace', 'withCode(sendRegisterCode, register)'],
  },
  '(public)/sign-in/actions.ts': { signInAction: anybody },
  'apply/start/actions.ts': { startAction: ['applicants, a level that is open', 'judgeStartBy'] },
  'apply/[applicationId]/actions.ts': {
    changeLevelAction: owner("may('change_level')"),
    discardDraftAction: owner("may('discard_draft')"),
    reopenFormAction: owner("may('reopen_form')"),
    withdrawAction: owner("may('withdraw')"),
  },
  'apply/[applicationId]/stamp-guide/actions.ts': { mailFormAction: owner("judge(actor, 'mail_form'") },
  'apply/[applicationId]/check/actions.ts': { lockFormAction: owner('judgeLock') },
  'apply/[applicationId]/form/actions.ts': {
    saveSectionAction: owner('mayEdit'),
    removeRowAction: owner('mayEdit'),
    attachAction: owner('mayEdit'),
    attachEvidenceAction: owner('attachAction'),
    detachAction: owner('mayEdit'),
    detachEvidenceAction: owner('detachAction'),
    savePhotoAction: owner('mayEdit'),
    addUnitAction: owner('mayEdit'),
    searchUnits: ['whoever is signed in; units are public', 'pageActor'],
  },
  'apply/[applicationId]/pay/actions.ts': {
    startPaymentAction: payer("may('pay_online')"),
    uploadVoucherAction: payer("may('upload_voucher')"),
    removeAction: payer("may('upload_voucher')"),
    removeVoucherFileAction: payer('removeAction'),
    voucherUploadedAction: ['whoever is signed in; it changes nothing', 'pageActor'],
  },
  'apply/[applicationId]/submit/actions.ts': {
    submitStampAction: stamping('may'),
    fileAction: stamping('may'),
    fileScanAction: stamping('fileAction'),
    removeAction: stamping('may'),
    removeScanAction: stamping('removeAction'),
    removeSheetAction: stamping('may'),
  },
  'my/account/actions.ts': {
    revealAction: himself(),
    changePasswordAction: himself(),
    sendMobileCode: himself('pageActor'),
    setMobile: himself(),
    changeMobileAction: himself('withCode(sendMobileCode, setMobile)'),
    changeEmailAction: himself(),
    endSessionAction: himself(),
    withdrawConsentAction: himself(),
    dataRequestAction: himself(),
  },
  'my/account/roles/actions.ts': { switchRoleAction: himself(), resignAction: himself('judgeResign') },
  'my/account/unit/actions.ts': { requestUnitAdminAction: himself(), addUnitAction: himself() },
  'my/certifications/actions.ts': { revealOwnAction: owner("judge(actor, 'reveal_identity', application, now)") },
  'my/messages/actions.ts': { markReadAction: himself() },
  'my/invoices/actions.ts': {
    requestInvoiceAction: payer('judgeRequest'),
    amendInvoiceAction: payer("may('amend')"),
    deleteInvoiceAction: payer("may('delete')"),
    askAgainAction: payer("may('ask_again')"),
    reverseOnlyAction: payer("may('ask_reversal')"),
    reverseAndReplaceAction: payer("may('ask_reversal')"),
    forgetTitleAction: ['whoever is signed in, titles that he or his unit keeps', 'judgeOwn'],
  },
  'my/orders/actions.ts': {
    queryPaymentAction: payer("may('ask_result')"),
    leavePaymentAction: payer("may('leave_payment')"),
    withdrawVoucherAction: payer("may('withdraw_voucher')"),
    reopenOrderAction: owner("judge(actor, 'pay', application, now)"),
  },
  'office/applications/actions.ts': { assignAction: decides("judge(actor, 'assign', application, now)") },
  'office/applications/[applicationId]/actions.ts': {
    claimAction: decides("may('assign')"),
    releaseAction: decides("may('release_claim')"),
    acceptAction: claimed("may('accept')"),
    returnAction: claimed("may('return_for_revision')"),
    rejectAction: claimed("may('reject')"),
    reconsiderAction: decides("may('reconsider')"),
    extendRevisionAction: decides("may('extend_revision')"),
    revealAction: ['reviewers who decide and finance, each look recorded', "may('reveal_identity')"],
  },
  'office/cycles/actions.ts': {
    amendCycleAction: organises("mayCycle('amend')"),
    publishCycleAction: organises("mayCycle('publish')"),
    copyCycleAction: organises("mayCycle('copy')"),
    setLevelFeeAction: ['staff and finance of the association whose it is', "mayLevel('set_fee')"],
    setRefundPolicyAction: ['staff and finance of the association whose it is', "mayCycle('set_refunds')"],
    setUnitOrderTermsAction: ['staff and finance of the association whose it is', "mayCycle('set_unit_orders')"],
    openLevelAction: organises("mayLevel('open')"),
    amendConditionsAction: organises("mayLevel('amend_rules')"),
    amendRuleAction: organises("mayLevel('amend_rules')"),
    retireRuleAction: organises("mayLevel('amend_rules')"),
  },
  'office/data-requests/actions.ts': { decideDataRequestAction: administrator("judgeAccount(actor, 'decide_data_request', account)") },
  'office/finance/actions.ts': {
    confirmVoucherAction: finance('mayDecide'),
    refuseVoucherAction: finance('mayDecide'),
    askProviderAction: finance("judgeOrder(actor, 'look_after', order, now)"),
  },
  'office/finance/bills/actions.ts': {
    resolveDifferenceAction: finance("judgeBooks(actor, 'keep', difference)"),
    adoptRefundAction: finance("judgeOrder(actor, 'look_after', order, now)"),
    askBillsAction: finance("judgeBooks(actor, 'keep', books)"),
  },
  'office/finance/closings/actions.ts': { closeMonthAction: finance("judgeBooks(actor, 'keep', books)") },
  'office/finance/invoices/actions.ts': {
    takeBatchAction: finance('judgeInvoiceDesk'),
    recordResultsAction: finance('judgeInvoiceDesk'),
    saveSellerAction: finance('judgeInvoiceDesk'),
    officeAskAgainAction: finance("may('ask_again')"),
    officeReverseAction: finance("may('ask_reversal')"),
    retryReversalAction: finance("may('retry_reversal')"),
    dropReversalAction: finance("may('drop_reversal')"),
    recordReversedAction: finance("may('record_reversed')"),
  },
  'office/finance/payouts/actions.ts': { enterPayoutAction: finance("judgeBooks(actor, 'keep', books)"), reversePayoutAction: finance("judgeBooks(actor, 'keep', payout)") },
  'office/finance/refunds/actions.ts': {
    proposeRefundAction: finance("judgeOrder(actor, 'refund', order, now)"),
    refundUnmatchedAction: finance('judgeUnmatched'),
    approveRefundAction: ['finance staff of the payee who did not propose it', "may('approve')"],
    withdrawRefundAction: finance("may('withdraw')"),
    retryRefundAction: finance("may('retry')"),
    returnByHandAction: finance("may('return_by_hand')"),
  },
  'office/finance/unmatched/actions.ts': {
    enterReceiptAction: finance("judgeBooks(actor, 'keep', books)"),
    assignUnmatchedAction: finance("judgeOrder(actor, 'decide_voucher', order, now)"),
    resolveUnmatchedAction: finance('judgeUnmatched'),
  },
  'office/notices/actions.ts': {
    saveNoticeAction: organises("judgeNotice(actor, 'save', notice)"),
    publishNoticeAction: organises("judgeNotice(actor, 'publish', notice)"),
    withdrawNoticeAction: organises("judgeNotice(actor, 'withdraw', notice)"),
  },
  'office/people/actions.ts': {
    findPersonAction: administrator("judgeAccount(actor, 'find_people', null)"),
    grantRoleAction: administrator("judgeAccount(actor, 'manage_roles', account)"),
    revokeRoleAction: administrator("judgeAccount(actor, 'manage_roles', account)"),
    setDisabledAction: administrator("judgeAccount(actor, 'manage_roles', account)"),
  },
  'office/recovery/actions.ts': {
    decideRecoveryAction: [
      'system administrators; staff for applicants of their association who are not staff; not their own',
      "judgeAccount(actor, 'decide_recovery', account)",
    ],
  },
  'office/return-reasons/actions.ts': {
    addReasonAction: keepsReasons('mayKeep'),
    amendReasonAction: keepsReasons('mayKeep'),
  },
  'office/applications/[applicationId]/frozen-actions.ts': {
    unfreezeAction: decides("may('unfreeze')"),
    rejectFrozenAction: decides("may('reject_frozen')"),
    freezeAgainAction: decides("may('freeze_again')"),
  },
  'office/sanctions/actions.ts': {
    proposeSanctionAction: ofProvince('judgePropose'),
    approveSanctionAction: ['staff of the province who did not propose it and are not of the unit', "may('approve')"],
    refuseSanctionAction: ['staff of the province who did not propose it and are not of the unit', "may('refuse')"],
    withdrawSanctionAction: ['the one who proposed it', "may('withdraw')"],
    liftSanctionAction: ['staff of the province who did not propose it and are not of the unit', "may('lift')"],
    decideAppealAction: ['staff of the province who neither proposed nor approved', "may('decide_appeal')"],
    removeEvidenceAction: himself('judgeOwnFile'),
    evidenceUploadedAction: ['whoever is signed in; it changes nothing', 'pageActor'],
  },
  'unit/sanction/actions.ts': {
    lodgeAppealAction: ['the administrator of the barred unit', "judgeSanction(actor, 'appeal', sanction, now)"],
    removeAppealFileAction: himself('judgeOwnFile'),
    appealFileUploadedAction: ['whoever is signed in; it changes nothing', 'pageActor'],
  },
  'office/trust-anchors/actions.ts': {
    addAnchorAction: ['system administrators', 'judgeSeeAnchors'],
    approveAnchorAction: ['system administrators, not who entered it', 'judgeApproveAnchor'],
    retireAnchorAction: ['system administrators', 'judgeRetireAnchor'],
  },
  'office/units/actions.ts': {
    decideUnitAction: ofProvince('judgeUnit'),
    renameUnitAction: ofProvince('judgeUnit'),
    decideUnitAdminAction: ofProvince('judgeUnitAdmin'),
    revokeUnitAdminAction: ofProvince('judgeUnitAdmin'),
  },
  'unit/batches/actions.ts': {
    startBatchAction: ofUnit('judgeUnitDesk'),
    attestBatchAction: ofUnit('may'),
    nameSheetAction: ofUnit('may'),
    noteAction: ofUnit('may'),
    noteStackAction: ofUnit('noteAction'),
    removeAction: ofUnit('may'),
    removeStackAction: ofUnit('removeAction'),
  },
  'unit/orders/actions.ts': {
    makeUnitOrderAction: ['administrators of the unit, himself included', 'judgePicked'],
    cancelUnitOrderAction: ['administrators of the unit', 'judgeCancel'],
  },
  'unit/packets/actions.ts': { requestPacketAction: ofUnit('judgeUnitDesk') },
  'unit/administrators/actions.ts': {
    nameSuccessorAction: ['the administrator who leaves, his own task', 'judgeHandOver'],
    withdrawSuccessorAction: ['the administrator who named him', 'judgeWithdrawSuccessor'],
  },
  'personas/actions.ts': { enter: inDemo('open'), enterAsPersona: inDemo('enter') },
  'personas/gallery/actions.ts': {
    tryFormAction: inDemo(),
    sendCodeAction: inDemo(),
    revealAction: inDemo(),
    findUnitsAction: inDemo(),
    fileUploadAction: inDemo(),
  },
};
