/** What runs before an action's judgement, and why it gives nothing away and changes nothing of another's. */
export const preparations: Record<string, string> = {
  'apply/[applicationId]/check/actions.ts: lockFormAction': 'prepareLock judges the application before it draws',
  'apply/[applicationId]/form/actions.ts: savePhotoAction': 'receivePhoto admits the upload only to who may edit',
  'apply/[applicationId]/pay/actions.ts: startPaymentAction': 'payerInside asks WeChat whose code it is, and knows no record',
  'my/account/actions.ts: changePasswordAction': 'prepareNewPassword looks at the account of who acts',
  'my/account/actions.ts: setMobile': 'prepareNewMobile looks at the account of who acts',
  'unit/orders/actions.ts: makeUnitOrderAction': 'retireOwnPayments judges each application before it asks the provider',
};
