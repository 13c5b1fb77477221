import { rateOf, type Share, type Tally } from './tally';

type ShareName = { [Name in keyof Tally]: Tally[Name] extends Share ? Name : never }[keyof Tally];

interface Goal {
  share: ShareName;
  least: number;
  sentence: string;
}

const goals: Goal[] = [
  { share: 'flatRead', least: 0.999, sentence: 'flat scans from 150 dpi on are read' },
  { share: 'flatStampedRead', least: 0.999, sentence: 'flat scans with a seal on one code are read' },
  { share: 'flatGreyRead', least: 0.999, sentence: 'grey flat scans are read' },
  { share: 'photoRead', least: 0.99, sentence: 'photos are read' },
  { share: 'photoStampedRead', least: 0.99, sentence: 'photos with a seal on one code are read' },
  { share: 'neverReadWrong', least: 1, sentence: 'no page is taken for another' },
  { share: 'wrongDossiers', least: 1, sentence: 'no dossier with a wrong or missing page is complete' },
  { share: 'alteredFound', least: 0.95, sentence: 'altered print is found on flat colour scans' },
  { share: 'neverFlaggedFalsely', least: 1, sentence: 'genuine print on flat colour scans is never flagged' },
  { share: 'sealNeverAbsent', least: 1, sentence: 'a real seal is never called absent' },
  { share: 'noSealNeverPresent', least: 0.99, sentence: 'what is no seal is not called one' },
  { share: 'exportedNeverGood', least: 1, sentence: 'a page that was never printed is never green, whatever was pasted on it' },
  { share: 'cleanedNeverRed', least: 1, sentence: 'a real scan that an app has cleaned is never refused' },
  { share: 'cleanedCompared', least: 0.95, sentence: 'the print of cleaned scans is compared' },
  { share: 'greySealUnknown', least: 1, sentence: 'without colour nobody says whether there is a seal' },
];

export interface Reached {
  sentence: string;
  isReached: boolean;
  share: Share;
}

export const reached = (tally: Tally): Reached[] =>
  goals.map(({ share, least, sentence }) => ({
    sentence,
    isReached: tally[share].of > 0 && rateOf(tally[share]) >= least,
    share: tally[share],
  }));
