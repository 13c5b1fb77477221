-- Who has paid was kept in clear with Alipay's notices. It was never read, and does not belong there.
ALTER TABLE "PaymentNotice" DISABLE TRIGGER payment_notice_append_only;
UPDATE "PaymentNotice" SET "body" = regexp_replace("body", '(^|&)(buyer_logon_id|buyer_id|buyer_user_id|buyer_open_id|buyer_user_name|buyer_user_type)=[^&]*', '\1\2=***', 'g')
  WHERE "provider" IN ('alipay', 'sandbox-alipay') AND "body" LIKE '%buyer\_%';
ALTER TABLE "PaymentNotice" ENABLE TRIGGER payment_notice_append_only;
