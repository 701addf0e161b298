/** Files and folders that systems make by themselves, and make again when they are deleted. */
const ofSystems =
  /^(?:\.DS_Store|\._.*|\.AppleDouble|\.localized|\.fseventsd|\.Spotlight-V100|\.TemporaryItems|Icon\r|__MACOSX|Thumbs\.db(?::encryptable)?|ehthumbs(?:_vista)?\.db|desktop\.ini|System Volume Information|lost\+found|\.directory|@eaDir|\.nfs[\da-f]+|\.fuse_hidden\w+)$/i;

/** Folders of what somebody has deleted. */
const trash = /^(?:\$RECYCLE\.BIN|#recycle|\.Trashes|\.Trash-\d+)$/i;

/** Files that programs leave beside those that they have open, and copies of what was there before. */
const ofPrograms =
  /^(?:~\$.*|\.~lock\..*#|.*~|#.*#|.*\.(?:tmp|temp|sw[nopx]|bak|orig|crdownload|part))$/i;

/** Whether a system made a file or folder by itself, so that it may be lost. */
export const isOfSystem = (name: string): boolean => ofSystems.test(name);

/**
 * Whether a file or folder is only what a system or a program left behind: no part of any paper.
 * @param isFolder what programs leave are files; a story's folder may have any name
 */
export const isLeftover = (name: string, isFolder: boolean): boolean =>
  ofSystems.test(name) || trash.test(name) || (!isFolder && ofPrograms.test(name));
