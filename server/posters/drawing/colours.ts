export const blue = '#1a3fb0';
export const ink = '#111111';
export const grey = '#4a4a4a';
export const white = '#ffffff';
export const pale = '#dfe7ff';
