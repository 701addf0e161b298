/** The size of a crop: of the wanted shape, and at most what the picture has. */
export const cropSize = (
  picture: { width: number; height: number },
  { width, height }: { width: number; height: number },
): { width: number; height: number } => {
  const scale = Math.min(1, picture.width / width, picture.height / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
};
