/** Whether a file is a photograph or a picture like one, by its ending; a drawing (SVG) is not. */
export const isPixelPicture = (path: string): boolean =>
  /\.(?:jpe?g|jpe|jfif|a?png|webp|avif|gif|tiff?|hei[cf]|jxl|bmp)$/i.test(path);

/** Whether a file is a picture of any kind, by its ending. */
export const isPicture = (path: string): boolean => isPixelPicture(path) || /\.svg$/i.test(path);
