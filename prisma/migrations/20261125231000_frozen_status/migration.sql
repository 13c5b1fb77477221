-- A value of an enumeration can be used only by later transactions: the tables and checks follow in the next migration.
ALTER TYPE "ApplicationStatus" ADD VALUE 'FROZEN';
ALTER TYPE "FilePurpose" ADD VALUE 'SANCTION_EVIDENCE';
ALTER TYPE "FilePurpose" ADD VALUE 'SANCTION_APPEAL';
