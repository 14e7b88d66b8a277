/** Stands for a figure that would tell of few people. */
export const WITHHELD = '…';

export const WITHHELD_NOTE = `${WITHHELD}: 因涉及人数过少不予显示 · withheld, for it would tell of few people; set MINHAI_READER_TOKEN of a reader with the right small-cells`;
