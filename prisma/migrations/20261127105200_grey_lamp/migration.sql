-- A sheet on which nothing was found, but on which not everything could be compared.
ALTER TYPE "SheetLamp" ADD VALUE 'GREY' BEFORE 'AMBER';
