import monoRegular from "@ibm/plex-mono/fonts/split/woff2/IBMPlexMono-Regular-Latin1.woff2";
import monoSemiBold from "@ibm/plex-mono/fonts/split/woff2/IBMPlexMono-SemiBold-Latin1.woff2";
import sansMedium from "@ibm/plex-sans/fonts/split/woff2/IBMPlexSans-Medium-Latin1.woff2";
import sansRegular from "@ibm/plex-sans/fonts/split/woff2/IBMPlexSans-Regular-Latin1.woff2";
import sansSemiBold from "@ibm/plex-sans/fonts/split/woff2/IBMPlexSans-SemiBold-Latin1.woff2";

const FONTS = [sansRegular, sansMedium, sansSemiBold, monoRegular, monoSemiBold];

/**
 * Asks for the fonts of every page of the workspace beside its styles, not after them: the first frame is then laid out
 * once, in its own letters.
 */
export function FontPreloads() {
  return FONTS.map((font) => (
    <link key={font} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={font} />
  ));
}
