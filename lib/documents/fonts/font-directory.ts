import path from 'node:path';

/** The folder that holds the font packages. Every process of the project starts in its root. */
export const defaultFontDirectory = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'node_modules');

export const fontFiles = {
  serifRegular: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  serifBold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sansRegular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  rareFolder: 'hanamin',
};
