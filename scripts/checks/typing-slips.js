/** What a typist leaves behind in a text that people read. @param {string} text @returns {string[]} */
export function typingSlips(text) {
  const slips = [];
  if (text.trim() === '') slips.push('is empty');
  else if (text !== text.trim()) slips.push('begins or ends with a space');
  if (/\S {2,}\S/.test(text)) slips.push('has a double space');
  if (/["']/.test(text)) slips.push('has a straight quotation mark');
  if (/ [,.;:!?](?:\s|$)/.test(text)) slips.push('has a space before a mark');
  if (text.normalize('NFC') !== text) slips.push('is not in the composed form of Unicode (NFC)');
  return slips;
}
